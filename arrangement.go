package coranto

import (
	"strconv"
	"strings"
	"time"
)

// Arrangement is what a reader decided by hand about stories: which articles
// belong to which, or which article's headline heads one. The desk leaves alone
// what was arranged. Undone, it stays on record.
type Arrangement struct {
	ID     string    `json:"id"`
	Reader string    `json:"reader"` // "" until there are accounts
	Made   time.Time `json:"made"`
	Undone time.Time `json:"undone"` // zero: it stands
	Moves  []Moved   `json:"moves"`
	Pins   []Pinned  `json:"pins"`
}

// Moved is that an article went from one story to another.
type Moved struct {
	Article string `json:"article"`
	From    string `json:"from"`
	To      string `json:"to"`
}

// Pinned is that an article's headline heads a story, "" none in particular,
// and which did before.
type Pinned struct {
	Story   string `json:"story"`
	Article string `json:"article"`
	Was     string `json:"was"`
}

// Stands tells whether it has not been undone.
func (a Arrangement) Stands() bool { return a.Undone.IsZero() }

// Identify gives the arrangement its ID, which derives from what it does and when.
func (a Arrangement) Identify() Arrangement {
	parts := []string{a.Reader, strconv.FormatInt(a.Made.UnixMicro(), 10)}
	for _, m := range a.Moves {
		parts = append(parts, "move", m.Article, m.To)
	}
	for _, p := range a.Pins {
		parts = append(parts, "pin", p.Story, p.Article)
	}
	a.ID = NewID("arrangement", strings.Join(parts, "\n"))
	return a
}
