package story

import (
	"cmp"
	"math"
	"slices"
)

// Bounds on the work for one tie.
const (
	maxAsked  = 5  // members of one side that are asked
	maxFacing = 12 // members that one is compared with
)

// The signals of a tie between two groups.
const (
	tieBias    = iota
	tieMean    // log odds that members of one side are told of by the other, mean of both sides
	tieLeast   // the same of the side that is less drawn
	tieAcross  // likeness of members of different sides
	tieWithin  // likeness of members of one side
	tieApart   // share by which likeness across falls short of likeness within
	tieLone    // 1 when a side has one member, less for more
	tieSize    // log of the members of the smaller side
	tieUndated // share of the asked that have no date
	tieShort   // 1 for headlines alone, less for more words
	tieGap     // log of days between the two sides' dates
	tieCount
)

// TieNames are the names of a tie's signals, in their order in Tie.
var TieNames = [tieCount]string{
	"tie-bias", "tie-mean", "tie-least", "tie-across", "tie-within", "tie-apart", "tie-lone", "tie-size", "tie-undated", "tie-short", "tie-gap",
}

// Tie is what speaks for and against two groups of articles being one story.
type Tie [tieCount]float64

// tie weighs whether two groups are one story, as log odds.
func (d *Desk) tie(a, b *group) float64 {
	x, y := d.drawn(a, b), d.drawn(b, a)
	n := float64(x.asked + y.asked)
	least := min(len(a.told), len(b.told))
	t := Tie{
		tieBias: 1, tieMean: (x.odds + y.odds) / 8, tieLeast: min(x.odds, y.odds) / 4,
		tieAcross: (x.across + y.across) / 2, tieWithin: (x.within + y.within) / 2,
		tieLone: 1 / float64(least), tieSize: math.Log(float64(least)) / 4,
		tieUndated: (x.undated + y.undated) / n, tieShort: (x.short + y.short) / n,
	}
	switch {
	case len(a.told) == 1:
		t[tieWithin] = y.within
	case len(b.told) == 1:
		t[tieWithin] = x.within
	}
	if math.IsNaN(t[tieAcross]) { // told in other languages
		t[tieAcross] = t[tieWithin]
	}
	if t[tieWithin] > 0 {
		t[tieApart] = 1 - t[tieAcross]/t[tieWithin]
	}
	if g := between(a, b); g > 0 {
		t[tieGap] = math.Log1p(min(g, 24*3650)/24) / 2
	}
	if d.tied != nil {
		d.tied(ids(a), ids(b), t)
	}
	return d.model.tie(&t)
}

// between returns the hours between the dates of two groups, 0 when they overlap
// or are not known.
func between(a, b *group) float64 {
	span := func(g *group) (from, to float64) {
		from, to = math.Inf(1), math.Inf(-1)
		for _, m := range g.latest() {
			if m.dated() {
				from, to = min(from, m.from), max(to, m.to)
			}
		}
		return from, to
	}
	fromA, toA := span(a)
	fromB, toB := span(b)
	if fromA > toA || fromB > toB {
		return 0
	}
	return max(0, fromA-toB, fromB-toA)
}

func ids(g *group) []string {
	var out []string
	for _, m := range g.told {
		out = append(out, m.id)
	}
	return out
}

// drawing is how members of one group see another.
type drawing struct {
	asked          int
	odds           float64 // mean log odds that they are told of by the other
	across, within float64 // mean likeness to members of the other, NaN where all are in other languages, and of their own
	undated, short float64 // sums
}

func (d *Desk) drawn(from, to *group) drawing {
	asked := spread(from.latest(), maxAsked)
	n := float64(len(asked))
	out := drawing{asked: len(asked)}
	var across, within mean
	for _, m := range asked {
		q := d.queryOf(m)
		d.load(q)
		w, like := d.facing(q, to)
		across.add(like)
		all := []Candidate{{Signals: w.signals(d.index, q)}}
		if len(from.told) > 1 {
			own, like := d.facing(q, from)
			within.add(like)
			all = append(all, Candidate{})
			s := &all[1].Signals
			s[bodyBest], s[foreignName], s[foreignNumber], s[foreignKin] = own.best.body, own.best.name, own.best.number, own.best.kin
		}
		d.unload(q)
		margins(all)
		s := &all[0].Signals
		s.multiply()
		out.odds += d.model.logit(s) / n
		out.undated += s[undated]
		out.short += s[short]
	}
	out.across = across.of()
	if within.n > 0 {
		out.within = within.of()
	}
	return out
}

// mean is that of numbers that are known.
type mean struct{ sum, n float64 }

func (m *mean) add(v float64) {
	if !math.IsNaN(v) {
		m.sum += v
		m.n++
	}
}

// of returns NaN for none.
func (m *mean) of() float64 { return m.sum / m.n }

// facing weighs an article against the members of a group that are nearest to it,
// itself apart, and returns its mean likeness to those in its language; NaN where
// there are none.
func (d *Desk) facing(q *query, g *group) (w *weighing, like float64) {
	type met struct {
		m *doc
		l likeness
	}
	var all []met
	var sum mean
	for _, m := range g.told[max(0, len(g.told)-maxFacing):] {
		if m.seq != q.doc.seq {
			l := d.index.compare(q, m)
			if akin(q.doc, m) {
				sum.add(math.Sqrt(l.body))
			}
			all = append(all, met{m, l})
		}
	}
	slices.SortStableFunc(all, func(a, b met) int { return cmp.Compare(b.l.body, a.l.body) })
	w = &weighing{group: g}
	for _, n := range all[:min(len(all), maxPerStory)] {
		w.add(q.doc, n.m, n.l)
	}
	return w, sum.of()
}

// spread returns at most n of the members, evenly spaced, the last among them.
func spread(members []*doc, n int) []*doc {
	if len(members) <= n {
		return members
	}
	out := make([]*doc, n)
	for i := range out {
		out[i] = members[(i+1)*len(members)/n-1]
	}
	return out
}

// queryOf is the query of a remembered article.
func (d *Desk) queryOf(m *doc) *query {
	q := &query{doc: m, rarity: d.index.rarity(m.language), terms: make([]queryTerm, 0, len(m.entries))}
	start := 0
	for f, end := range m.ends {
		for _, e := range m.entries[start:end] {
			q.add(queryTerm{id: e.term, known: true, field: f, hash: d.index.terms[e.term].hash, named: e.isNamed(), idf: q.rarity.idf(f, e.term)}, int64(e.body), e.head())
		}
		start = end
	}
	return q.done()
}
