package story

import (
	"cmp"
	"math"
	"slices"
	"time"

	"coranto/desk/internal/words"
	"coranto/desk/similar"
)

// draft is an article that is being decided.
type draft struct {
	item  Item
	doc   *doc
	terms []weighted
	print similar.Print
}

func (d *Desk) draft(it Item) *draft {
	copied := it.Text
	if copied == "" {
		copied = it.Headline
	}
	a := &draft{item: it, terms: terms(it), print: similar.Of(copied)}
	doc := &doc{id: it.ID, language: base(it.Language)}
	if it.Publisher != "" {
		doc.publisher = words.Hash('p', words.Fold(it.Publisher))
	}
	doc.from, doc.to = hours(it.From, it.To)
	a.doc = doc
	return a
}

// doc is what is remembered of an article.
type doc struct {
	id        string
	seq       int64  // order of first arrival
	slot      uint32 // place in the ring
	group     *group
	wireOf    string
	language  string
	publisher uint64  // 0 unknown
	from, to  float64 // hours since 1970; NaN unknown
	entries   []entry // by field; none for a copy
	ends      [fields]int
	length    int // words, damped
}

func (d *doc) dated() bool { return !math.IsNaN(d.from) }

// earliest is where dates begin to be believed: earlier ones come from clocks
// that were never set.
const earliest = 24 * 365.25 * 10

// hours reads the interval of publication; NaN when unknown or not to be
// believed.
func hours(from, to string) (float64, float64) {
	a, lengthA := hour(from)
	b, lengthB := hour(to)
	if math.IsNaN(a) {
		a, lengthA = b, lengthB
	}
	if math.IsNaN(b) {
		b, lengthB = a, lengthA
	}
	return min(a, b), max(a+lengthA, b+lengthB)
}

func hour(s string) (at, length float64) {
	for _, form := range []struct {
		layout string
		length float64
	}{{time.RFC3339, 0}, {time.DateOnly, 24}, {"2006-01", 24 * 30}, {"2006-01-02T15:04", 0}, {"2006-01-02T15:04:05", 0}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			if at := float64(t.Unix()) / 3600; at >= earliest {
				return at, form.length
			}
			break
		}
	}
	return math.NaN(), 0
}

// gap returns the hours between two publications, 0 when they overlap.
func gap(a, b *doc) float64 { return max(0, a.from-b.to, b.from-a.to) }

// counted is how many of a story's latest members speak for it as a whole: the
// story moves with the news and its cost stays bounded.
const counted = 64

// group is a story as far as it is remembered.
type group struct {
	id      string
	members []*doc // in order of arrival, copies included
	told    []*doc // those that are no copies
	counts  map[uint32]int32
}

func (g *group) add(d *doc) {
	g.members = insert(g.members, d)
	if d.wireOf != "" {
		return
	}
	if g.counts == nil {
		g.counts = map[uint32]int32{}
	}
	late := len(g.told) == 0 || g.told[len(g.told)-1].seq < d.seq
	g.told = insert(g.told, d)
	if !late {
		g.recount()
		return
	}
	g.count(d, 1)
	if n := len(g.told); n > counted {
		g.count(g.told[n-counted-1], -1)
	}
}

func (g *group) remove(d *doc) {
	g.members = remove(g.members, d)
	if d.wireOf != "" {
		return
	}
	first := g.told[0] == d && len(g.told) > counted
	g.told = remove(g.told, d)
	if !first {
		g.recount()
	}
}

// latest returns the members that are counted.
func (g *group) latest() []*doc { return g.told[max(0, len(g.told)-counted):] }

func (g *group) recount() {
	clear(g.counts)
	for _, d := range g.latest() {
		g.count(d, 1)
	}
}

func (g *group) count(d *doc, by int32) {
	for _, e := range d.entries {
		if g.counts[e.term] += by; g.counts[e.term] == 0 {
			delete(g.counts, e.term)
		}
	}
}

func insert(list []*doc, d *doc) []*doc {
	i, _ := slices.BinarySearchFunc(list, d.seq, bySeq)
	return slices.Insert(list, i, d)
}

func remove(list []*doc, d *doc) []*doc {
	i, found := slices.BinarySearchFunc(list, d.seq, bySeq)
	switch {
	case !found:
		return list
	case i == 0:
		list[0] = nil
		return list[1:]
	}
	return slices.Delete(list, i, i+1)
}

func bySeq(d *doc, seq int64) int { return cmp.Compare(d.seq, seq) }
