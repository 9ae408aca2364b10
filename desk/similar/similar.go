// Package similar finds the earlier article that a text copies: the same text
// under another address, an agency's report reprinted, shortened or put under
// another headline.
//
// Texts are compared by the runs of three words they share (Broder 1997). Which
// earlier texts are worth comparing is found by winnowing (Schleimer, Wilkerson
// and Aiken 2003): of every few consecutive runs one is chosen by its hash
// alone, so any longer passage that two texts share is found at one lookup,
// however little of either text it makes up. MinHash bands would find copies of
// equal length only.
package similar

import (
	"cmp"
	"slices"

	"coranto/desk/internal/words"
)

const (
	maxWords   = 6000 // words of a text that are looked at
	runWords   = 3    // words in a run
	window     = 12   // runs of which winnowing chooses one
	maxRuns    = 1200 // distinct runs kept of a text, those of the lowest hash
	maxEarlier = 48   // earliest texts looked at for one chosen run
	maxCompare = 24   // earlier texts compared in full
	minWords   = 8    // a shorter text copies nothing: too many say the same in so few words
	shortRuns  = 20   // below this many runs only an equal text is a copy

	// Measured on near-duplicate pairs: all true pairs lie above, all others
	// far below.
	copied      = 0.60 // least share of the copy's runs that stand in the original
	sameNumbers = 0.60 // least share of the copy's numbers: daily prices and tables differ in nothing else
)

// Match is an earlier text that is copied.
type Match struct {
	ID         string
	Similarity float64 // runs in common of all runs of both (Jaccard)
	Contained  float64 // share of the new text's runs that stand in the earlier one
	Contains   float64 // share of the earlier text's runs that stand in the new one
}

// Print is what is kept of a text.
type Print struct {
	runs    []uint32 // hashes of distinct runs, ascending; the lowest maxRuns of them
	chosen  []uint32 // the runs that winnowing chose, ascending
	numbers []uint32 // hashes of distinct numbers, ascending
	words   int
}

// Of returns the print of a text.
func Of(text string) Print {
	w := words.Cut(text, maxWords)
	p := Print{words: len(w)}
	if len(w) == 0 {
		return p
	}
	hashes := make([]uint64, len(w))
	for i := range w {
		hashes[i] = words.Hash('t', w[i].Text)
		if w[i].Kind == words.Number {
			p.numbers = append(p.numbers, uint32(hashes[i]))
		}
	}
	runs := make([]uint32, 0, len(w))
	for i := 0; i == 0 || i+runWords <= len(w); i++ {
		h := uint64(0)
		for _, x := range hashes[i:min(i+runWords, len(w))] {
			h = words.Mix(h*31 + x)
		}
		runs = append(runs, uint32(h))
	}
	for i := 0; i == 0 || i+window <= len(runs); i++ {
		p.chosen = append(p.chosen, slices.Min(runs[i:min(i+window, len(runs))]))
	}
	p.chosen = distinct(p.chosen)
	p.numbers = distinct(p.numbers)
	p.runs = distinct(runs)
	if len(p.runs) > maxRuns {
		p.runs = slices.Clone(p.runs[:maxRuns])
	}
	return p
}

// Words returns how many words the text has, of those that are looked at.
func (p Print) Words() int { return p.words }

// Short tells whether the text is so short that only an equal one is a copy.
func (p Print) Short() bool { return len(p.runs) < shortRuns }

// distinct sorts h and returns what is different in it, without room to spare:
// prints are kept long.
func distinct(h []uint32) []uint32 {
	slices.Sort(h)
	if h = slices.Compact(h); cap(h) > len(h)+len(h)/8 {
		h = append(make([]uint32, 0, len(h)), h...)
	}
	return h
}

// Compare returns how much two prints share, seen from a.
func Compare(a, b Print) Match {
	ra, rb := a.runs, b.runs
	// Of a long text only the lowest hashes are kept: compare both below the
	// lower of the two limits.
	if len(ra) == maxRuns {
		rb = below(rb, ra[maxRuns-1])
	}
	if len(rb) == maxRuns {
		ra = below(ra, rb[maxRuns-1])
	}
	if len(ra) == 0 || len(rb) == 0 {
		return Match{}
	}
	n := float64(common(ra, rb))
	return Match{
		Similarity: n / (float64(len(ra)+len(rb)) - n),
		Contained:  n / float64(len(ra)),
		Contains:   n / float64(len(rb)),
	}
}

func below(h []uint32, limit uint32) []uint32 {
	n, _ := slices.BinarySearch(h, limit)
	if n < len(h) && h[n] == limit {
		n++
	}
	return h[:n]
}

func common(a, b []uint32) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Copy tells whether a text with print a copies one with print b.
func Copy(a, b Print, m Match) bool {
	if a.words < minWords {
		return false
	}
	if a.Short() {
		return m.Similarity == 1 && a.words == b.words
	}
	if m.Contained < copied {
		return false
	}
	return len(a.numbers) == 0 || float64(common(a.numbers, b.numbers)) >= sameNumbers*float64(len(a.numbers))
}

// Index holds the prints of texts in their order of arrival. What it finds
// depends on the texts it holds and their order alone. The zero value is not
// usable; see New.
type Index struct {
	texts   map[string]*text
	slots   []*text             // nil where free
	free    []uint32            // slots
	one     map[uint32]uint32   // by chosen run that one text holds: its slot
	several map[uint32][]uint32 // by chosen run that several hold: their slots in order of arrival
	next    int64
}

type text struct {
	id    string
	seq   int64
	slot  uint32
	print Print
}

// New returns an empty index.
func New() *Index {
	return &Index{texts: map[string]*text{}, one: map[uint32]uint32{}, several: map[uint32][]uint32{}}
}

// Put adds a text as the latest. A text whose id is known takes the place of
// its former version, in its former position.
func (x *Index) Put(id string, p Print) {
	t := &text{id: id, seq: x.next, print: p}
	if old := x.texts[id]; old != nil {
		t.seq = old.seq
		x.Remove(id)
	} else {
		x.next++
	}
	x.texts[id] = t
	x.settle(t)
	for _, h := range p.chosen {
		list := x.holders(h)
		if len(list) == 0 {
			x.one[h] = t.slot
			continue
		}
		delete(x.one, h)
		i := len(list)
		if x.slots[list[i-1]].seq > t.seq {
			i, _ = slices.BinarySearchFunc(list, t.seq, x.bySeq)
		}
		x.several[h] = slices.Insert(list, i, t.slot)
	}
}

// settle gives a text a slot.
func (x *Index) settle(t *text) {
	if n := len(x.free); n > 0 {
		t.slot, x.free = x.free[n-1], x.free[:n-1]
		x.slots[t.slot] = t
		return
	}
	t.slot = uint32(len(x.slots))
	x.slots = append(x.slots, t)
}

// holders returns the texts that hold a chosen run, in order of arrival.
func (x *Index) holders(run uint32) []uint32 {
	if slot, ok := x.one[run]; ok {
		return []uint32{slot}
	}
	return x.several[run]
}

// Remove forgets a text. An unknown id is no mistake.
func (x *Index) Remove(id string) {
	t := x.texts[id]
	if t == nil {
		return
	}
	delete(x.texts, id)
	for _, h := range t.print.chosen {
		list := x.several[h]
		if len(list) == 0 {
			delete(x.one, h)
			continue
		}
		i, _ := slices.BinarySearchFunc(list, t.seq, x.bySeq)
		switch {
		case len(list) == 2:
			delete(x.several, h)
			x.one[h] = list[1-i]
		case i == 0:
			x.several[h] = list[1:]
		default:
			x.several[h] = slices.Delete(list, i, i+1)
		}
	}
	x.slots[t.slot] = nil
	x.free = append(x.free, t.slot)
}

func (x *Index) bySeq(slot uint32, seq int64) int { return cmp.Compare(x.slots[slot].seq, seq) }

// Find returns the earliest text that one with print p and this id copies, of
// those that accept (nil: all) agrees to; ok is false when it copies none. A text
// that is known by its id copies neither its former version nor what came after
// it.
func (x *Index) Find(id string, p Print, accept func(Match) bool) (found Match, ok bool) {
	before := x.next
	if known := x.texts[id]; known != nil {
		before = known.seq
	}
	for _, t := range x.candidates(before, p) {
		m := Compare(p, t.print)
		if m.ID = t.id; Copy(p, t.print, m) && (accept == nil || accept(m)) {
			return m, true
		}
	}
	return Match{}, false
}

// candidates returns the texts before a position in the order of arrival that
// share the most chosen runs, earliest first.
func (x *Index) candidates(before int64, p Print) []*text {
	shared := map[*text]int{}
	var met []*text
	for _, h := range p.chosen {
		list := x.holders(h)
		for _, slot := range list[:min(len(list), maxEarlier)] {
			t := x.slots[slot]
			if t.seq >= before {
				break
			}
			if shared[t]++; shared[t] == 1 {
				met = append(met, t)
			}
		}
	}
	least := max(1, len(p.chosen)/6) // far below what a copy shares
	met = slices.DeleteFunc(met, func(t *text) bool { return shared[t] < least })
	if len(met) > maxCompare {
		slices.SortFunc(met, func(a, b *text) int {
			return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a.seq, b.seq))
		})
		met = met[:maxCompare]
	}
	slices.SortFunc(met, func(a, b *text) int { return cmp.Compare(a.seq, b.seq) })
	return met
}
