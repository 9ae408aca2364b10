// Package claim finds what several articles of a story tell alike, and from how
// many independent origins it comes: the same statement, figure or event is one
// claim with its tellings, and so is the same thing told in a sentence each (a
// point). Twelve publishers that cite one agency are one origin.
//
// A wrong merger does more harm than a missed one: where it is not clear that
// two articles tell the same, they stay apart.
package claim

import (
	"cmp"
	"slices"
	"strconv"

	"coranto"
)

// Kind is what a claim is about.
type Kind string

const (
	Statement Kind = "statement" // somebody said something
	Figure    Kind = "figure"    // a number about the world
	Event     Kind = "event"     // who did what to whom
	Point     Kind = "point"     // the same told in a sentence each
)

// Telling is one article's telling of a claim.
type Telling struct {
	Item  int          // index in Desk.Items
	Span  coranto.Span // the words that tell it; of a point the sentence
	N     int          // index in the article's Statements, Figures or Events; of a point the sentence, from 1
	Giver string       // who is named as giving it: a figure's source, a statement's speaker; ""
	Basis Basis        // how the publisher comes to tell it
	Via   string       // whom it cites, credits or copies; "" for its own
	value sentence     // its words
}

// Claim is the same thing as told by one article or many.
type Claim struct {
	Kind     Kind
	Tellings []Telling // in the order of the items
	Origins  []Origin  // independent of each other, in order of their first telling
	First    int       // the telling that was clearly printed first; -1 where that is not known
	Against  []int     // the claims of the same kind that contradict this one
}

// Claims is what the articles of a story claim. Lists are in the order in which
// the claims are first told.
type Claims struct {
	*Desk
	Statements []Claim
	Figures    []Claim
	Events     []Claim
	Points     []Claim // those that more than one publisher tells, and the rest
	core       *centre
	may        map[at]bool // which sentences may be key points, as far as asked
}

// Of finds the claims of a story.
func (d *Desk) Of() *Claims {
	c := &Claims{Desk: d, may: map[at]bool{}}
	c.Statements = d.statements()
	c.Figures = d.figures()
	c.Events = d.events()
	c.Points = d.points(c.Statements, c.Figures, c.Events)
	for _, list := range [][]Claim{c.Statements, c.Figures, c.Events, c.Points} {
		for i := range list {
			d.finish(&list[i])
		}
	}
	dispute(d, c)
	return c
}

// finish orders a claim's tellings and finds its origins.
func (d *Desk) finish(c *Claim) {
	slices.SortStableFunc(c.Tellings, func(a, b Telling) int {
		return cmp.Or(cmp.Compare(a.Item, b.Item), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	d.derive(c.Tellings)
	c.Origins = d.origins(c.Tellings)
	c.First = d.first(c.Tellings)
}

// ID identifies a claim by its first telling.
func (c *Claims) ID(claim *Claim) string {
	t := claim.Tellings[0]
	return coranto.NewID("claim", string(claim.Kind), c.Items[t.Item].Article.ID, strconv.Itoa(t.Span.Start))
}

// Publishers is how many publishers tell the claim.
func (c *Claims) Publishers(claim *Claim) int { return c.publishers(claim.Tellings) }

func (d *Desk) publishers(tellings []Telling) int {
	met := map[string]bool{}
	for _, t := range tellings {
		met[d.who(t.Item)] = true
	}
	return len(met)
}

// first returns the telling that was printed before all others of other
// publishers, -1 where dates do not tell. It says who was first among these
// articles, no more.
func (d *Desk) first(tellings []Telling) int {
	best := -1
	for i, t := range tellings {
		if d.Items[t.Item].At.IsZero() {
			return -1
		}
		if best < 0 || d.Items[t.Item].At.Before(d.Items[tellings[best].Item].At) {
			best = i
		}
	}
	for i, t := range tellings {
		if i == best || d.who(t.Item) == d.who(tellings[best].Item) {
			continue
		}
		a, b := &d.Items[tellings[best].Item], &d.Items[t.Item]
		if !a.Exact || !b.Exact {
			if a.At.UTC().Format("2006-01-02") == b.At.UTC().Format("2006-01-02") {
				return -1
			}
		} else if !a.At.Before(b.At) {
			return -1
		}
	}
	if d.publishers(tellings) < 2 {
		return -1
	}
	return best
}
