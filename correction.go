package coranto

import (
	"strconv"
	"time"
)

// Deed is what a reader did by hand.
type Deed string

const (
	Hide Deed = "hide" // a derived fact is not to be shown
	Set  Deed = "set"  // a field of a derived fact has another value
)

// FactKind is what a correction is about.
type FactKind string

const (
	StatementFact   FactKind = "statement"
	EventFact       FactKind = "event"
	AppointmentFact FactKind = "appointment"
	FigureFact      FactKind = "figure"
	CaveatFact      FactKind = "caveat"
)

// Correction is what a reader decided by hand about something derived. It is a
// fact of its own that later readings respect: it refers to an article, a
// version and a byte span, and keeps the words that stood there, so that it
// holds in later versions that have them too. Undone, it stays on record.
type Correction struct {
	ID      string    `json:"id"`
	Reader  string    `json:"reader"` // "" until there are accounts
	Made    time.Time `json:"made"`
	Undone  time.Time `json:"undone"` // zero: it stands
	Deed    Deed      `json:"deed"`
	Article string    `json:"article"`
	Version int       `json:"version"`
	Kind    FactKind  `json:"kind"`
	Start   int       `json:"start"`
	End     int       `json:"end"`
	Words   string    `json:"words"` // of the article's text between Start and End
	Field   string    `json:"field"` // of the fact, by its JSON name; "" when the whole is hidden
	Was     string    `json:"was"`   // what the program had found
	Value   string    `json:"value"` // what a reader says it is
}

// Stands tells whether it has not been undone.
func (c Correction) Stands() bool { return c.Undone.IsZero() }

// Identify gives the correction its ID, which derives from what it says and when.
func (c Correction) Identify() Correction {
	c.ID = NewID("correction", c.Reader, strconv.FormatInt(c.Made.UnixMicro(), 10), string(c.Deed), c.Article,
		strconv.Itoa(c.Version), string(c.Kind), strconv.Itoa(c.Start), strconv.Itoa(c.End), c.Field, c.Value)
	return c
}
