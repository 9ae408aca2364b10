package machine

// Moves weighs the transitions as Linear weighs classes, faster: a feature's
// three weights stand beside its key, two features side by side, and are added
// without asking whether they are there.
type Moves struct {
	pairs []pair
	mask  uint32
}

type pair struct {
	keys [2]uint32 // 0: free
	a, b weights
}

// weights of one feature. more tells that features that belong here stand
// further on.
type weights struct {
	of   [Transitions]int8
	more bool
}

func newMoves(rows int) *Moves {
	size := 4
	for size < rows {
		size *= 2
	}
	return &Moves{make([]pair, size), uint32(size - 1)}
}

func (m *Moves) put(r Row) {
	var w weights
	for i, c := range r.Classes {
		w.of[c] = byteOf(r.Values[i])
	}
	at := r.Key & m.mask
	for m.pairs[at].keys[1] != 0 {
		m.pairs[at].a.more = true
		at = (at + 1) & m.mask
	}
	p := &m.pairs[at]
	if p.keys[0] == 0 {
		w.more = p.a.more
		p.keys[0], p.a = r.Key, w
	} else {
		p.keys[1], p.b = r.Key, w
	}
}

// Score sums the weights of the features.
func (m *Moves) Score(features []uint32) [Transitions]int32 {
	var shift, left, right int32
	for _, f := range features {
		p := &m.pairs[f&m.mask]
		a, b := same(p.keys[0], f), same(p.keys[1], f)
		shift += int32(p.a.of[Shift])&a + int32(p.b.of[Shift])&b
		left += int32(p.a.of[Left])&a + int32(p.b.of[Left])&b
		right += int32(p.a.of[Right])&a + int32(p.b.of[Right])&b
		if p.a.more && a|b == 0 {
			w := m.further(f)
			shift, left, right = shift+int32(w[Shift]), left+int32(w[Left]), right+int32(w[Right])
		}
	}
	return [Transitions]int32{shift, left, right}
}

// same is all ones where two keys are the same, else zero.
func same(a, b uint32) int32 { return int32((uint64(a^b) - 1) >> 32) }

// further finds the weights of a feature that does not stand where it belongs.
func (m *Moves) further(f uint32) [Transitions]int8 {
	for at := (f + 1) & m.mask; ; at = (at + 1) & m.mask {
		switch p := &m.pairs[at]; {
		case p.keys[0] == f:
			return p.a.of
		case p.keys[1] == f:
			return p.b.of
		case !p.a.more:
			return [Transitions]int8{}
		}
	}
}
