package claim

import (
	"slices"
	"strings"
	"time"

	"coranto"
	"coranto/desk/internal/words"
	"coranto/desk/series"
)

// dispute finds claims that contradict each other: numbers of one thing that
// cannot both be right, given by different people at about the same time or set
// side by side by one article; and events of which one tells that they took
// place and another denies it. A number that is overtaken by a later one is no
// contradiction.
func dispute(d *Desk, c *Claims) {
	against := func(list []Claim, i, j int) {
		list[i].Against = append(list[i].Against, j)
		list[j].Against = append(list[j].Against, i)
	}
	for i := range c.Figures {
		for j := i + 1; j < len(c.Figures); j++ {
			if d.figuresDiffer(&c.Figures[i], &c.Figures[j]) {
				against(c.Figures, i, j)
			}
		}
	}
	for i := range c.Events {
		for j := i + 1; j < len(c.Events); j++ {
			a, b := &c.Events[i].Tellings[0], &c.Events[j].Tellings[0]
			if d.event(a).Type != d.event(b).Type {
				continue
			}
			x, y := happened(d.event(a)), happened(d.event(b))
			if (x == "denied") != (y == "denied") && x != "to come" && y != "to come" && d.alikeEvents(a, b) {
				against(c.Events, i, j)
			}
		}
	}
}

// atOnce is within what time two different numbers are a difference and not a
// development.
const atOnce = 12 * time.Hour

func (d *Desk) figuresDiffer(a, b *Claim) bool {
	fa, fb := d.figure(&a.Tellings[0]), d.figure(&b.Tellings[0])
	if fa.Unit == "" && !series.Toll(fa.What, "") {
		return false // of what is only counted, another number is mostly of others
	}
	if fa.Unit != fb.Unit || !sameThing(fa.What, fb.What) || fa.Unit != "" && !strings.EqualFold(fa.What, fb.What) || !exclude(fa, fb) {
		return false
	}
	for i := range a.Tellings { // who gives both and sets them against nothing counts two things
		for j := range b.Tellings {
			if t, u := &a.Tellings[i], &b.Tellings[j]; t.Item == u.Item && (sameName(t.Giver, u.Giver) || !near(d, t, u)) {
				return false
			}
		}
	}
	for i := range a.Tellings {
		for j := range b.Tellings {
			t, u := &a.Tellings[i], &b.Tellings[j]
			if d.elsewhere(t, u) {
				continue
			}
			if t.Giver == "" || u.Giver == "" || sameName(t.Giver, u.Giver) {
				continue
			}
			if t.Item == u.Item {
				if near(d, t, u) {
					return true
				}
				continue
			}
			x, y := &d.Items[t.Item], &d.Items[u.Item]
			if x.At.IsZero() || y.At.IsZero() || x.At.Sub(y.At).Abs() > atOnce {
				continue
			}
			if compare(&t.value, &u.value).cosine >= otherValue {
				return true
			}
		}
	}
	return false
}

// elsewhere tells whether two tellings' sentences name places, and none in
// common.
func (d *Desk) elsewhere(t, u *Telling) bool {
	a, b := d.places(t), d.places(u)
	return len(a) > 0 && len(b) > 0 && !anyShared(a, b)
}

func (d *Desk) places(t *Telling) []string {
	a := d.Items[t.Item].Article
	sentence := a.Sentences[a.SentenceAt(t.Span.Start)-1]
	var list []string
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Type != coranto.Place && e.Type != coranto.State {
			continue
		}
		for _, spans := range [][]coranto.Span{e.Mentions, e.Refs} {
			if slices.ContainsFunc(spans, sentence.Contains) && !slices.Contains(list, e.Name) {
				list = append(list, e.Name)
			}
		}
	}
	return list
}

// near tells whether one article sets two numbers side by side, as with "while"
// or "but": in one sentence or in two that follow each other and are of one
// thing.
func near(d *Desk, t, u *Telling) bool {
	a := d.Items[t.Item].Article
	m, n := a.SentenceAt(t.Span.Start), a.SentenceAt(u.Span.Start)
	if m == n {
		return true
	}
	if m-n != 1 && n-m != 1 {
		return false
	}
	later := &a.Sentences[max(m, n)-1]
	text := words.Fold(later.In(a.Text))
	for _, w := range []string{"but ", "while ", "however", "disput", "according to", " put ", "counted", "said"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
