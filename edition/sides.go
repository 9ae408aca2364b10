package edition

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"coranto/desk/compare"
	"coranto/reading/lang"
)

// What of a comparison stands on a page at once.
const (
	shownSides    = 8
	shownTellings = 5
)

// Sides sets the publishers of a story side by side.
type Sides struct {
	Publishers []string // whose full texts were compared
	All        []Side   // what all of them tell
	Some       []Side   // what several tell, and not all
	LeftOut    []LeftOut
	Wordings   []Wording
}

// Any tells whether there is anything to show.
func (s *Sides) Any() bool { return len(s.All)+len(s.Some)+len(s.LeftOut)+len(s.Wordings) > 0 }

// SomeTitle heads what several tell: that only they do, full texts alone show.
func (s *Sides) SomeTitle() string {
	if len(s.Publishers) < 2 {
		return "Several say"
	}
	return "Only some say"
}

// Side is a thing told, with who tells it and how.
type Side struct {
	Line   Line
	Press  string // whose words they are
	By     []string
	Not    []string // in whose full texts nothing like it stands
	Only   string   // what only the tellers are: "only newspapers", "only publishers of VM"; ""
	Others []Quoted // the same as others tell it
}

// Quoted is a sentence with whose it is.
type Quoted struct {
	Press string
	Line  Line
}

// LeftOut is a thing told of which nothing stands in some publishers' texts.
type LeftOut struct {
	Side
	Silent []Silent
}

// Silent is a publisher that prints nothing like a thing told, with all of its
// articles that were searched.
type Silent struct {
	Press    Press
	Searched []Told
}

// Wording is two words for the same thing.
type Wording struct{ A, B Worded }

// Worded is a sentence with one word of it set apart.
type Worded struct {
	Press                string
	Word                 string
	Before, Chosen, Rest string
	Language             string
	Marks                []Mark
	Uses, Others         int // articles of the desk in which the publisher uses this word, and the other's
}

// sides compares the publishers of a story.
func (c *claims) sides(ctx context.Context, m *marks) (Sides, error) {
	found := compare.Publishers(c.Claims)
	names := map[string]string{}
	about := map[string]Press{}
	for i := range c.Items {
		who := c.Who(i)
		if names[who] == "" {
			p := m.edition.headPress(headOf(c.kept[i]))
			names[who], about[who] = p.Name, p
		}
	}
	named := func(keys []string) []string {
		list := make([]string, len(keys))
		for i, k := range keys {
			list[i] = names[k]
		}
		return list
	}
	side := func(t compare.Told) Side {
		s := Side{Line: c.line(m, t.Point, t.Line), By: named(t.By), Not: named(t.Not), Only: only(t, found.Publishers, about)}
		s.Press = names[c.Who(t.Point.Tellings[t.Line].Item)]
		met := map[string]bool{c.Who(t.Point.Tellings[t.Line].Item): true}
		for _, u := range t.Point.Tellings {
			if who := c.Who(u.Item); !met[who] && len(s.Others) < shownTellings {
				met[who] = true
				s.Others = append(s.Others, Quoted{names[who], c.quote(m, u.Item, u.Span.Start)})
			}
		}
		return s
	}
	view := Sides{Publishers: named(found.Publishers)}
	for _, t := range found.All[:min(len(found.All), shownSides)] {
		view.All = append(view.All, side(t))
	}
	for _, t := range found.Some[:min(len(found.Some), shownSides)] {
		view.Some = append(view.Some, side(t))
	}
	for _, l := range found.LeftOut[:min(len(found.LeftOut), shownSides)] {
		left := LeftOut{Side: side(l.Told)}
		for _, q := range l.Silent {
			silent := Silent{Press: about[q.Who]}
			for _, i := range q.Searched {
				t := m.edition.told(headOf(c.kept[i]))
				t.N = m.number(t.ID)
				silent.Searched = append(silent.Searched, t)
			}
			left.Silent = append(left.Silent, silent)
		}
		view.LeftOut = append(view.LeftOut, left)
	}
	for _, w := range found.Wordings[:min(len(found.Wordings), shownSides)] {
		a, b := c.worded(m, w.A), c.worded(m, w.B)
		if err := m.edition.countUses(ctx, &a, &b); err != nil {
			return Sides{}, err
		}
		view.Wordings = append(view.Wordings, Wording{a, b})
	}
	// Who keeps to its word in all that is kept here goes first.
	slices.SortStableFunc(view.Wordings, func(x, y Wording) int { return cmp.Compare(y.odds(), x.odds()) })
	return view, nil
}

// mostUses is how many articles of the desk that hold a word are looked at.
const mostUses = 200

// countUses counts in how many articles of the whole desk each of two publishers
// uses each of two words. That a word is also used of other things, it cannot
// tell.
func (e *Edition) countUses(ctx context.Context, a, b *Worded) error {
	count := func(word string) (byA, byB int, err error) {
		hits, _, err := e.archive.Search(ctx, lang.QueryWords(word, a.Language), mostUses, 0)
		for _, h := range hits {
			switch e.headPress(h.Head).Name {
			case a.Press:
				byA++
			case b.Press:
				byB++
			}
		}
		return byA, byB, err
	}
	ownA, theirsB, err := count(a.Word)
	if err != nil {
		return err
	}
	theirsA, ownB, err := count(b.Word)
	a.Uses, a.Others, b.Uses, b.Others = ownA, theirsA, ownB, theirsB
	return err
}

func (w Wording) odds() float64 {
	return compare.Odds(float64(w.A.Uses), float64(w.A.Others), float64(w.B.Uses), float64(w.B.Others))
}

func (c *claims) worded(m *marks, u compare.Use) Worded {
	k := c.kept[u.Item]
	text := k.Article.Text
	return Worded{
		Press: m.edition.headPress(headOf(k)).Name, Word: u.Word, Language: k.Article.Language,
		Before: strings.TrimLeft(space(text[u.Line.Start:u.Span.Start]), " "), Chosen: space(u.Span.In(text)), Rest: strings.TrimRight(space(text[u.Span.End:u.Line.End]), " "),
		Marks: []Mark{m.at(k, u.Line.Start)},
	}
}

// space sets one blank for any white space, those at the ends kept.
func space(s string) string {
	t := tidy(s)
	if s != "" && strings.TrimLeft(s, " \n\t") != s {
		t = " " + t
	}
	if t != " " && strings.TrimRight(s, " \n\t") != s {
		t += " "
	}
	return t
}

// only says what those who tell something have in common and none of the others
// has: country, kind, or being owned by a state. It speaks only of what is known
// of all of them.
func only(t compare.Told, all []string, about map[string]Press) string {
	if len(t.By) < 2 || len(t.Not) == 0 {
		return ""
	}
	for _, trait := range []struct {
		of    func(Press) string
		words func(string) string
	}{
		{func(p Press) string { return p.Country }, func(v string) string { return "only publishers of " + v }},
		{func(p Press) string { return p.StateOwned }, func(v string) string {
			if v == "yes" {
				return "only publishers owned by a state"
			}
			return "only publishers not owned by a state"
		}},
		{func(p Press) string { return p.Kind }, func(v string) string { return "only publishers of the kind " + v }},
	} {
		value := trait.of(about[t.By[0]])
		if value == unknown || value == "" {
			continue
		}
		same := !slices.ContainsFunc(t.By, func(k string) bool { return trait.of(about[k]) != value })
		others := slices.ContainsFunc(all, func(k string) bool {
			v := trait.of(about[k])
			return !slices.Contains(t.By, k) && (v == value || v == unknown || v == "")
		})
		if same && !others {
			return trait.words(value)
		}
	}
	return ""
}

// roots gives for every article among the items the article whose text it is.
func (c *claims) roots() map[string]string {
	if c.root == nil {
		c.root = rootsOf(c.kept)
	}
	return c.root
}
