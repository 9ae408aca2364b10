package edition

import (
	"context"
	"slices"
	"strings"

	"coranto/archive"
	"coranto/reading/lang"
)

// StatementQuery selects statements. Zero values select all.
type StatementQuery struct {
	Words        string // of the article
	Speaker      string // the name, or its last word; case and accents do not matter
	Since, Until string // days on which it was made: said, or else printed
	Max          int    // 0: 200
}

// Heard is a statement with its evidence. Its JSON names are those of
// `coranto statements --json`.
type Heard struct {
	Speaker   string `json:"speaker"`
	Role      string `json:"role"`
	Mode      string `json:"mode"`
	Text      string `json:"text"`
	RelayedBy string `json:"relayed_by"`
	SaidAt    string `json:"said_at"`   // as the article tells, or ""
	Published string `json:"published"` // of the article, or ""
	Publisher string `json:"publisher"`
	Article   string `json:"article"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Address   string `json:"address"` // of the sentence
	Story     string `json:"story"`
}

// When is the day on which the statement was made, as far as it is known.
func (h Heard) When() string { return firstOf(day(h.SaidAt), day(h.Published)) }

// storiesAtOnce is how many stories are looked through between two questions to
// the archive.
const storiesAtOnce = 50

// Statements returns what was said, newest stories first, within a story in
// order of time. Copies are left out.
func (e *Edition) Statements(ctx context.Context, q StatementQuery) ([]Heard, error) {
	if q.Max <= 0 {
		q.Max = 200
	}
	var list []Heard
	look := func(k *archive.Kept) {
		if k.WireOf == "" {
			list = append(list, e.heard(k, q)...)
		}
	}
	if q.Words != "" {
		hits, _, err := e.archive.Search(ctx, lang.QueryWords(q.Words, "und"), q.Max, 0)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			k, err := e.archive.Article(ctx, h.Head.ID, 0)
			if err != nil {
				return nil, err
			}
			look(&k)
		}
		return list[:min(len(list), q.Max)], nil
	}
	for offset := 0; len(list) < q.Max; offset += storiesAtOnce {
		stories, err := e.archive.Stories(ctx, archive.StoryQuery{Limit: storiesAtOnce, Offset: offset})
		if err != nil || len(stories) == 0 {
			return list, err
		}
		for _, s := range stories {
			if len(list) >= q.Max {
				break
			}
			kept, err := e.archive.Articles(ctx, s.ID)
			if err != nil {
				return nil, err
			}
			for i := range kept {
				look(&kept[i])
			}
		}
	}
	return list[:q.Max], nil
}

func (e *Edition) heard(k *archive.Kept, q StatementQuery) []Heard {
	a := &k.Article
	h := headOf(k)
	var list []Heard
	for i := range a.Statements {
		s := &a.Statements[i]
		if !s.Sure() || s.Fiction || s.Speaker == "" || !speaks(s.Speaker, q.Speaker) {
			continue
		}
		heard := Heard{
			Speaker: s.Speaker, Role: s.Role, Mode: s.Mode, Text: quoted(a, s), RelayedBy: s.RelayedBy, SaidAt: s.SaidAt,
			Published: h.Published, Publisher: e.headPress(h).Name, Article: a.ID, Start: s.Start, End: s.End,
			Address: sentenceHref(a.ID, k.Version, a.SentenceAt(s.Start)), Story: k.Story,
		}
		if when := heard.When(); q.Since != "" && when < firstTen(q.Since) || q.Until != "" && (when == "" || when > firstTen(q.Until)) {
			continue
		}
		list = append(list, heard)
	}
	return list
}

func firstTen(date string) string { return date[:min(len(date), len("2006-01-02"))] }

// speaks tells whether a speaker goes by a name: all of it, or words that end
// it.
func speaks(speaker, name string) bool {
	if name == "" {
		return true
	}
	a, b := lang.SearchWords(speaker, "und"), lang.SearchWords(name, "und")
	return len(b) > 0 && len(b) <= len(a) && slices.Equal(a[len(a)-len(b):], b) || strings.EqualFold(speaker, name)
}
