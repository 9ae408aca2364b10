package story

import (
	"math"
	"slices"
	"time"

	"coranto/desk/internal/words"
)

// What an article tells beyond its words: deeds, days, figures, places, and who
// did what to whom. Two pieces on one campaign share its names and its words;
// these tell their events apart.

// Figure is a number with what it counts.
type Figure struct {
	What  string // "killed"; "" unknown
	Value float64
}

// Act is that somebody did something to somebody. Actor and Target are canonical
// names, "" unknown.
type Act struct{ Type, Actor, Target string }

// Bounds on what is kept of an article.
const (
	maxDays    = 4
	maxFigures = 10
	maxPlaces  = 6
	maxActs    = 10
)

// gist is what is kept of that.
type gist struct {
	head, lead, told concepts // of the headline, of it and the first words, of all
	days             []int32  // since 1970, in order of the text
	figures          []figure
	places           []uint64
	acts             []uint64
}

type figure struct {
	what  uint64 // 0 unknown
	value float64
}

func gistOf(it Item, head, body []word, counts *tallies) gist {
	lex := glossaryOf(it.Language)
	var g gist
	g.head = lex.of(head)
	g.lead = g.head.or(lex.of(body[:min(len(body), leadWords)]))
	if g.head.and(deeds).none() {
		g.head = g.lead
	}
	g.told = g.lead
	if len(lex.concepts) > 0 {
		for i := range counts.all {
			if t := &counts.all[i]; t.field == fieldWord {
				g.told = g.told.or(lex.concepts[t.hash])
			}
		}
	}
	for _, d := range it.Days {
		if t, err := time.Parse(time.DateOnly, d); err == nil && len(g.days) < maxDays {
			g.days = append(g.days, int32(t.Unix()/(24*3600)))
		}
	}
	for _, f := range it.Figures[:min(len(it.Figures), maxFigures)] {
		v := figure{value: f.Value}
		if f.What != "" {
			v.what = words.Hash('f', words.Fold(f.What))
		}
		g.figures = append(g.figures, v)
	}
	for _, p := range it.Places[:min(len(it.Places), maxPlaces)] {
		g.places = append(g.places, words.Hash(fieldEntity, words.Fold(p)))
	}
	for _, a := range it.Acts[:min(len(it.Acts), maxActs)] {
		for _, who := range []string{a.Actor, a.Target} {
			if who != "" {
				g.acts = append(g.acts, words.Hash('v', a.Type+" "+words.Fold(who)))
			}
		}
	}
	return g
}

// parallels is what two gists have in common, and where they differ.
type parallels struct {
	deed       float64 // share of what each headline tells of that the other's headline and first words tell too
	deedMass   float64 // how telling what both first words tell is, in nats
	deedClash  float64 // share of the deeds of each headline that the other does not tell at all, the product
	deedLack   float64 // the greater of these shares
	day        float64 // 1 when they first speak of one day
	dayGap     float64 // days between those of which they first speak; NaN unknown
	figure     float64 // telling figures in both
	figureGap  float64 // 1 when they count the same thing otherwise, and share no figure
	place      float64 // 1 when their first places meet
	placeClash float64 // 1 when both have places and share none
	act        float64 // share of the fewer acts
}

// weight is how telling a set of concepts is, in nats: how few of the remembered
// articles tell of each at their beginning.
func (x *index) weight(c concepts) (sum float64) {
	c.each(func(n int) { sum += float64(x.telling[n]) })
	return sum / idfUnit
}

// usualTelling is how many of the background's articles are taken to tell of a
// concept.
const usualTelling = 20

// tell counts what a document tells of at its beginning, by 1 or -1.
func (x *index) tell(g *gist, by int) {
	g.lead.each(func(n int) { x.tellers[n] += by })
	all := log(x.n + backgroundDocs)
	for n := range x.telling {
		x.telling[n] = max(0, all-log(x.tellers[n]+usualTelling))
	}
}

func (x *index) parallels(a, b *gist) parallels {
	p := parallels{dayGap: math.NaN()}
	if headA, headB := x.weight(a.head), x.weight(b.head); headA > 0 && headB > 0 {
		p.deed = (x.weight(a.head.and(b.lead))/headA + x.weight(b.head.and(a.lead))/headB) / 2
	}
	p.deedMass = x.weight(a.lead.and(b.lead))
	deedsA, deedsB := a.head.and(deeds), b.head.and(deeds)
	headA, headB := x.weight(deedsA), x.weight(deedsB)
	lackA, lackB := 0.0, 0.0
	if headA > 0 {
		lackA = 1 - x.weight(deedsA.and(b.told))/headA
	}
	if headB > 0 {
		lackB = 1 - x.weight(deedsB.and(a.told))/headB
	}
	p.deedClash, p.deedLack = lackA*lackB, max(lackA, lackB)
	if len(a.days) > 0 && len(b.days) > 0 {
		p.dayGap = math.Abs(float64(a.days[0] - b.days[0]))
		if slices.Contains(b.days, a.days[0]) || slices.Contains(a.days, b.days[0]) {
			p.day, p.dayGap = 1, 0
		}
	}
	differ := false
	for _, f := range a.figures {
		for _, g := range b.figures {
			switch {
			case f.value == g.value && (f.value > 12 || f.what == g.what && f.what != 0):
				p.figure++
			case f.what == g.what && f.what != 0 && f.value != g.value:
				differ = true
			}
		}
	}
	if p.figure == 0 && differ {
		p.figureGap = 1
	}
	if len(a.places) > 0 && len(b.places) > 0 {
		p.placeClash = 1
		for i, place := range a.places {
			if k := slices.Index(b.places, place); k >= 0 {
				p.placeClash = 0
				if i < 2 && k < 2 {
					p.place = 1
				}
			}
		}
	}
	shared := 0.0
	for _, act := range a.acts {
		if slices.Contains(b.acts, act) {
			shared++
		}
	}
	if shared > 0 {
		p.act = shared / float64(min(len(a.acts), len(b.acts)))
	}
	return p
}

// closest keeps of two articles' parallels the closest; the first are taken as
// they are.
func (p *parallels) closest(o *parallels, first bool) {
	if first {
		*p = *o
		return
	}
	p.deed, p.deedMass, p.deedClash = max(p.deed, o.deed), max(p.deedMass, o.deedMass), min(p.deedClash, o.deedClash)
	p.deedLack = min(p.deedLack, o.deedLack)
	p.day, p.figure, p.figureGap = max(p.day, o.day), max(p.figure, o.figure), min(p.figureGap, o.figureGap)
	if !(p.dayGap <= o.dayGap) {
		p.dayGap = o.dayGap
	}
	p.place, p.placeClash, p.act = max(p.place, o.place), min(p.placeClash, o.placeClash), max(p.act, o.act)
}
