package story

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"

	"coranto"
	"coranto/desk/internal/words"
	"coranto/desk/similar"
)

// Draft is an article made ready to be decided: all of the work that does not
// depend on other articles. It can be used again.
type Draft struct {
	item  Item
	doc   doc
	terms []weighted
	print similar.Print
}

// Prepare makes an article ready.
func Prepare(it Item) *Draft {
	copied := words.Cut(it.Text, similar.MaxWords)
	stem := rooter(it.Language)
	head, body := rooted(words.Cut(it.Headline, maxHeadline), stem), rooted(copied[:min(len(copied), maxBody)], stem)
	if it.Text == "" {
		copied = words.Cut(it.Headline, similar.MaxWords)
	}
	counts := count(it, head, body)
	a := &Draft{item: it, terms: counts.weigh(), print: similar.OfWords(copied)}
	a.doc.headline = roots(head)
	a.doc.lead = roots(body[:min(len(body), leadWords)])
	a.doc.gist = gistOf(it, head, body, counts)
	a.doc.id, a.doc.language = it.ID, base(it.Language)
	if it.Publisher != "" {
		a.doc.publisher = words.Hash('p', words.Fold(it.Publisher))
	}
	a.doc.from, a.doc.to = hours(it.From, it.To)
	a.doc.year = year(a.doc.from, head, body)
	a.doc.words, a.doc.cohesion = a.print.Words(), counts.cohesion(len(body)/partWords)
	a.doc.digest = it.Kind == coranto.Briefing || a.doc.cohesion < leastCohesion || a.doc.words >= longestReport
	return a
}

// leadWords are how many words of a text are compared in their order.
const leadWords = 32

// roots returns the roots of words, in order.
func roots(ws []word) []uint32 {
	out := make([]uint32, len(ws))
	for i, w := range ws {
		out[i] = uint32(w.root)
	}
	return out
}

// doc is what is remembered of an article.
type doc struct {
	id        string
	seq       int64  // order of first arrival
	slot      uint32 // place in the ring
	group     *group
	wireOf    string
	mute      bool    // remembered, but no evidence of what its story is about
	words     int     // of its text
	cohesion  float64 // of its parts, 0 to 1
	digest    bool    // about many things
	language  string
	publisher uint64  // 0 unknown
	from, to  float64 // hours since 1970; NaN unknown
	year      int     // of publication; of the undated the latest they speak of; 0 unknown
	gist      gist
	headline  []uint32 // hashes of its stems, in order
	lead      []uint32 // of the text's first words
	entries   []entry  // by field; none when mute
	ends      [fields]int
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

// year returns the year of publication, or where that is unknown the latest that
// the article speaks of: it was not written before. 0 when there is none.
func year(from float64, parts ...[]word) int {
	if !math.IsNaN(from) {
		return time.Unix(int64(from*3600), 0).UTC().Year()
	}
	latest := 0
	for _, part := range parts {
		for _, w := range part {
			if w.Kind != words.Number || len(w.Text) != 4 {
				continue
			}
			if n, err := strconv.Atoi(w.Text); err == nil && n >= 1980 && n <= 2040 {
				latest = max(latest, n)
			}
		}
	}
	return latest
}

// years returns by how many an article without date speaks of later ones than
// the other's; by how many they differ where neither has a date. 0 when that is
// unknown, or both have dates.
func years(a, b *doc) int {
	switch {
	case a.year == 0 || b.year == 0 || a.dated() && b.dated():
		return 0
	case a.dated():
		return max(0, b.year-a.year)
	case b.dated():
		return max(0, a.year-b.year)
	}
	return max(a.year-b.year, b.year-a.year)
}

// gap returns the hours between two publications, 0 when they overlap.
func gap(a, b *doc) float64 { return max(0, a.from-b.to, b.from-a.to) }

// counted is how many of a story's latest members speak for it as a whole: the
// story moves with the news and its cost stays bounded.
const counted = 64

// group is a story as far as it is remembered.
type group struct {
	id      string
	members []*doc      // in order of arrival, mute ones included
	told    []*doc      // those that are not mute
	spare   *[]held     // scratch
	alone   *vocabulary // scratch
	// vocabulary is what the latest told hold; none where there is but one.
	vocabulary vocabulary
}

// vocabulary is what articles hold, by field but for cognates, each by term.
type vocabulary [inCognate][]held

// held is how a story's latest members hold a term.
type held struct {
	term uint32
	sum  uint32 // how many of them, and in the lower sumBits the sum of their weights
}

// sumBits is room for the weights of counted members and one more.
const sumBits = 25

func (h held) docs() int64 { return int64(h.sum >> sumBits) }
func (h held) body() int64 { return int64(h.sum & (1<<sumBits - 1)) }

func (e entry) held() held { return held{e.term, 1<<sumBits + uint32(e.body)} }

func (g *group) add(d *doc) {
	g.members = insert(g.members, d)
	if d.mute {
		return
	}
	late := len(g.told) == 0 || g.told[len(g.told)-1].seq < d.seq
	g.told = insert(g.told, d)
	if !late || len(g.told) <= 2 {
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
	if d.mute {
		return
	}
	first := g.told[0] == d && len(g.told) > counted
	g.told = remove(g.told, d)
	if !first {
		g.recount()
	}
}

// without calls f while the story is as if a member, one of several that are told,
// had never come.
func (g *group) without(d *doc, f func()) {
	i := slices.Index(g.told, d)
	counted := i >= len(g.told)-len(g.latest())
	if counted {
		g.count(d, -1)
	}
	told := g.told
	g.told = slices.Concat(told[:i], told[i+1:])
	f()
	g.told = told
	if counted {
		g.count(d, 1)
	}
}

// held returns what the latest members hold. It is scratch, good until the next
// change or call.
func (g *group) held() *vocabulary {
	if len(g.told) != 1 {
		return &g.vocabulary
	}
	d, start := g.told[0], 0
	for f, end := range d.ends[:inCognate] {
		one := g.alone[f][:0]
		for _, e := range d.entries[start:end] {
			one = append(one, e.held())
		}
		g.alone[f], start = one, end
	}
	return g.alone
}

// latest returns the members that are counted.
func (g *group) latest() []*doc { return g.told[max(0, len(g.told)-counted):] }

func (g *group) recount() {
	clear(g.vocabulary[:])
	if len(g.told) < 2 {
		return
	}
	for _, d := range g.latest() {
		g.count(d, 1)
	}
}

// count adds (by 1) or takes away (by -1) what a member holds.
func (g *group) count(d *doc, by int) {
	start := 0
	for f, end := range d.ends[:inCognate] {
		merged := merge((*g.spare)[:0], g.vocabulary[f], d.entries[start:end], by)
		if cap(g.vocabulary[f]) < len(merged) {
			g.vocabulary[f] = make([]held, 0, len(merged)+len(merged)/8)
		}
		g.vocabulary[f] = append(g.vocabulary[f][:0], merged...)
		*g.spare, start = merged, end
	}
}

// merge appends to out what is held with the entries added by times; both are in
// order of term.
func merge(out, before []held, entries []entry, by int) []held {
	i := 0
	for _, e := range entries {
		for i < len(before) && before[i].term < e.term {
			out = append(out, before[i])
			i++
		}
		h := held{term: e.term}
		if i < len(before) && before[i].term == e.term {
			h = before[i]
			i++
		}
		h.sum += uint32(by) * e.held().sum // -1 wraps around, as it should
		if h.docs() != 0 {
			out = append(out, h)
		}
	}
	return append(out, before[i:]...)
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
