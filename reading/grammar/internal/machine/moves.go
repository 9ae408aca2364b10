package machine

import (
	"cmp"
	"math"
	"slices"
)

// Moves weighs the transitions as Linear weighs classes, faster: its table is
// small enough to stay near the processor, a place in it holds two features, and
// their weights are added without asking whether they are those of the feature
// at hand.
type Moves struct {
	table []uint64 // two features, each as half of its key, Shift, Left; weights over all transitions sum to nothing
}

const movesBits = 18 // the logarithm of the table's length

func place(key uint32) uint32 { return key & (1<<movesBits - 1) }
func rest(key uint32) uint32  { return key >> 16 }

// newMoves takes the weights of features. Of more than two at one place those
// with the largest weights stay.
func newMoves(rows []move) *Moves {
	m := &Moves{make([]uint64, 1<<movesBits)}
	slices.SortStableFunc(rows, func(a, b move) int { return cmp.Compare(b.size(), a.size()) })
	for _, r := range rows {
		slot := uint64(rest(r.key))<<16 | uint64(uint8(r.of[Left]))<<8 | uint64(uint8(r.of[Shift]))
		switch at := &m.table[place(r.key)]; {
		case uint32(*at) == 0:
			*at = slot
		case *at>>32 == 0:
			*at |= slot << 32
		}
	}
	return m
}

// move is a feature with its weights.
type move struct {
	key uint32
	of  [Transitions]int8
}

func newMove(r Row) move {
	m := move{key: r.Key}
	for i, c := range r.Classes {
		m.of[c] = int8(min(math.MaxInt8, max(math.MinInt8, r.Values[i])))
	}
	return m
}

func (m move) size() (n int) {
	for _, w := range m.of {
		n = max(n, int(w), -int(w))
	}
	return n
}

// Score sums the weights of the features.
func (m *Moves) Score(features []uint32) [Transitions]int32 {
	table := (*[1 << movesBits]uint64)(m.table)
	var shift, left int32
	for _, f := range features {
		two := table[place(f)]
		a, b := uint32(two), uint32(two>>32)
		a &= same(a>>16, rest(f))
		b &= same(b>>16, rest(f))
		shift += int32(int8(a)) + int32(int8(b))
		left += int32(int8(a>>8)) + int32(int8(b>>8))
	}
	return [Transitions]int32{Shift: shift, Left: left, Right: -shift - left}
}

// same is all ones where two numbers below 1<<31 are the same, else zero.
func same(a, b uint32) uint32 { return uint32(int32((a^b)-1) >> 31) }
