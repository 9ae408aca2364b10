package similar

import (
	"cmp"
	"slices"
)

// Index holds the prints of texts in their order of arrival. What it finds
// depends on the texts it holds and their order alone. The zero value is not
// usable; see New.
type Index struct {
	texts   map[string]*text
	slots   []*text             // nil where free
	free    []uint32            // slots
	first   map[uint32]uint32   // by chosen run: the slot of the text that holds it, or many
	several map[uint32][]uint32 // by chosen run that several hold: their slots in order of arrival
	next    int64

	shared []uint16 // scratch of one search, by slot: chosen runs in common
}

// many stands in the place of a slot for a run that several texts hold.
const many = ^uint32(0)

type text struct {
	id    string
	seq   int64
	slot  uint32
	print Print
}

// New returns an empty index.
func New() *Index {
	return &Index{texts: map[string]*text{}, first: map[uint32]uint32{}, several: map[uint32][]uint32{}}
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
		held, known := x.first[h]
		switch {
		case !known:
			x.first[h] = t.slot
			continue
		case held != many:
			x.first[h] = many
			x.several[h] = []uint32{held}
		}
		list := x.several[h]
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
	x.shared = append(x.shared, 0)
}

// Remove forgets a text. An unknown id is no mistake.
func (x *Index) Remove(id string) {
	t := x.texts[id]
	if t == nil {
		return
	}
	delete(x.texts, id)
	for _, h := range t.print.chosen {
		if x.first[h] != many {
			delete(x.first, h)
			continue
		}
		list := x.several[h]
		i, _ := slices.BinarySearchFunc(list, t.seq, x.bySeq)
		switch {
		case len(list) == 2:
			delete(x.several, h)
			x.first[h] = list[1-i]
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
	var touched []uint32
	meet := func(slot uint32) bool {
		if x.slots[slot].seq >= before {
			return false
		}
		if x.shared[slot]++; x.shared[slot] == 1 {
			touched = append(touched, slot)
		}
		return true
	}
	for _, h := range p.chosen {
		slot, known := x.first[h]
		switch {
		case !known:
		case slot != many:
			meet(slot)
		default:
			list := x.several[h]
			for _, slot := range list[:min(len(list), maxEarlier)] {
				if !meet(slot) {
					break
				}
			}
		}
	}
	return x.most(touched, max(1, len(p.chosen)/6)) // far below what a copy shares
}

// most returns, of the texts touched, those that share at least so many runs and
// the most, earliest first, and clears the scratch.
func (x *Index) most(touched []uint32, least int) []*text {
	type sharing struct { // without pointers: many are met, and sorted
		seq  int64
		slot uint32
		runs uint16
	}
	met := make([]sharing, 0, len(touched))
	for _, slot := range touched {
		if n := x.shared[slot]; int(n) >= least {
			met = append(met, sharing{x.slots[slot].seq, slot, n})
		}
		x.shared[slot] = 0
	}
	if len(met) > maxCompare {
		slices.SortFunc(met, func(a, b sharing) int {
			return cmp.Or(cmp.Compare(b.runs, a.runs), cmp.Compare(a.seq, b.seq))
		})
		met = met[:maxCompare]
	}
	slices.SortFunc(met, func(a, b sharing) int { return cmp.Compare(a.seq, b.seq) })
	out := make([]*text, len(met))
	for i, m := range met {
		out[i] = x.slots[m.slot]
	}
	return out
}
