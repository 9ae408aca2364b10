package compare

import (
	"cmp"
	"slices"

	"coranto/desk/claim"
)

// Told is a point with the publishers that tell it.
type Told struct {
	Point *claim.Claim
	By    []string // publishers, as Desk.Who tells them apart, in order of first telling
	Not   []string // publishers of full texts in which nothing like it stands
	Line  int      // the telling whose sentence speaks for it
}

// LeftOut says that nothing like a point stands in any text of a publisher.
type LeftOut struct {
	Told
	Who      string
	Searched []int // items: all of the publisher's articles in the story
}

// Sides compares the publishers of a story.
type Sides struct {
	Publishers []string // of full texts, by first article
	All        []Told   // what all of them tell
	Some       []Told   // what several tell, and not all
	LeftOut    []LeftOut
	Wordings   []Wording
}

// What counts as not told: hardly any of the words that the tellers share stand
// anywhere in the publisher's texts, and no sentence, nor two together, come
// near any telling. Chosen by reading left-out lines of real stories.
const (
	mostHeld    = 0.45
	mostNear    = 0.22
	leastShare  = 0.5 // of the other publishers of full texts, how many tell a point that one leaves out
	leastOrigin = 2   // independent ones among them
	leastAbout  = 0.10
)

// Publishers compares what the publishers of a story tell. What is told is
// matched by sentences, which statements, figures and events help to align.
// Nothing is said of stories with fewer than two publishers of full texts.
func Publishers(c *claim.Claims) Sides {
	var s Sides
	texts := map[string][]int{}
	full := map[string][]int{}
	for i := range c.Items {
		who := c.Who(i)
		texts[who] = append(texts[who], i)
		if c.Full(i) {
			if full[who] == nil {
				s.Publishers = append(s.Publishers, who)
			}
			full[who] = append(full[who], i)
		}
	}
	if len(s.Publishers) >= 2 {
		for i := range c.Points {
			s.place(c, &c.Points[i], texts, full)
		}
	}
	byWeight := func(a, b Told) int {
		return cmp.Or(cmp.Compare(len(b.Point.Origins), len(a.Point.Origins)), cmp.Compare(c.Central(b.Point), c.Central(a.Point)))
	}
	slices.SortStableFunc(s.All, byWeight)
	slices.SortStableFunc(s.Some, byWeight)
	slices.SortStableFunc(s.LeftOut, func(a, b LeftOut) int { return byWeight(a.Told, b.Told) })
	s.Wordings = wordings(c)
	return s
}

// place puts a point where it belongs.
func (s *Sides) place(c *claim.Claims, p *claim.Claim, texts, full map[string][]int) {
	told := Told{Point: p, Line: c.Speaking(p)}
	for _, t := range p.Tellings {
		if who := c.Who(t.Item); c.Own(t.Item) && !slices.Contains(told.By, who) {
			told.By = append(told.By, who)
		}
	}
	if len(told.By) < 2 || told.Line < 0 {
		return
	}
	core, ok := c.Core(p)
	if !ok {
		return
	}
	silent := true
	for _, who := range s.Publishers {
		if slices.Contains(told.By, who) {
			continue
		}
		silent = false
		if absent(c, core, p, texts[who]) {
			told.Not = append(told.Not, who)
		}
	}
	if silent {
		s.All = append(s.All, told)
		return
	}
	s.Some = append(s.Some, told)
	for _, who := range told.Not {
		if s.accuses(c, &told, who, full) {
			s.LeftOut = append(s.LeftOut, LeftOut{Told: told, Who: who, Searched: texts[who]})
		}
	}
}

// absent tells whether nothing like a point stands in any of the texts.
func absent(c *claim.Claims, core claim.Core, p *claim.Claim, items []int) bool {
	for _, i := range items {
		if c.Held(core, i) > mostHeld || c.Nearest(p, i) > mostNear {
			return false
		}
	}
	return true
}

// accuses tells whether a publisher that does not tell a point can be said to
// leave it out: it printed a full report after two independent others, and at
// least half of the others, had told it; all are dated; and the point is near to
// what the story is about.
func (s *Sides) accuses(c *claim.Claims, told *Told, who string, full map[string][]int) bool {
	if c.Central(told.Point) < leastAbout || len(told.Point.Origins) < leastOrigin {
		return false
	}
	others := 0
	for _, other := range s.Publishers {
		if slices.Contains(told.By, other) {
			others++
		}
	}
	if float64(others) < leastShare*float64(len(s.Publishers)-1) {
		return false
	}
	for _, i := range full[who] {
		if c.Items[i].At.IsZero() {
			continue
		}
		before := map[string]bool{}
		for _, t := range told.Point.Tellings {
			if at := c.Items[t.Item].At; !at.IsZero() && at.Before(c.Items[i].At) {
				before[c.Who(t.Item)] = true
			}
		}
		if len(before) >= leastOrigin {
			return true
		}
	}
	return false
}
