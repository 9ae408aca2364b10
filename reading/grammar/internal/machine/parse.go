package machine

// The transitions of the arc-hybrid system.
const (
	Shift = iota // the buffer's first word goes onto the stack
	Left         // the stack's top depends on the buffer's first word
	Right        // the stack's top depends on the word below it
	Transitions
)

// Begin sets the parser to its first state: the root on the stack, every word
// in the buffer.
func (s *Sentence) Begin() {
	s.stack = append(s.stack[:0], 0)
	s.front = 1
	s.Heads, s.Labels, s.nodes = s.Heads[:0], s.Labels[:0], s.nodes[:0]
	for range s.N + 1 {
		s.Heads, s.Labels, s.nodes = append(s.Heads, 0), append(s.Labels, 255), append(s.nodes, node{})
	}
}

// Done tells whether every word has a head.
func (s *Sentence) Done() bool { return s.front > s.N && len(s.stack) == 1 }

// Allowed tells which transitions can be taken.
func (s *Sentence) Allowed() (allowed [Transitions]bool) {
	allowed[Shift] = s.front <= s.N
	allowed[Left] = s.front <= s.N && len(s.stack) > 1
	allowed[Right] = len(s.stack) > 2 || len(s.stack) == 2 && s.front > s.N // one word hangs on the root
	return allowed
}

// Arc is the arc that a transition would draw, head before dependent.
func (s *Sentence) Arc(transition int) (head, dependent int32) {
	top := s.stack[len(s.stack)-1]
	if transition == Left {
		return int32(s.front), top
	}
	return s.stack[len(s.stack)-2], top
}

// Take takes a transition; label is that of its arc.
func (s *Sentence) Take(transition int, label uint8) {
	if transition == Shift {
		s.stack = append(s.stack, int32(s.front))
		s.front++
		return
	}
	h, d := s.Arc(transition)
	s.Heads[d], s.Labels[d] = h, label
	n := &s.nodes[h]
	if d < h {
		n.left = d
		n.nleft = min(n.nleft+1, 3)
	} else {
		n.right = d
		n.nright = min(n.nright+1, 3)
	}
	s.stack = s.stack[:len(s.stack)-1]
}

// Parse gives every word its head and the label of the arc; the words have tags.
func (s *Sentence) Parse(m *Model) {
	for s.Begin(); !s.Done(); {
		best := s.next(m.Parser)
		if best == Shift {
			s.Take(Shift, 0)
			continue
		}
		h, d := s.Arc(best)
		s.Take(best, uint8(Best(s.classify(m.Labeller, s.LabelFeatures(h, d)))))
	}
}

// next chooses a transition.
func (s *Sentence) next(m *Moves) int {
	allowed := s.Allowed()
	switch allowed {
	case [Transitions]bool{Shift: true}:
		return Shift
	case [Transitions]bool{Right: true}:
		return Right
	}
	scores, best := m.Score(s.StateFeatures()), -1
	for t, ok := range allowed {
		if ok && (best < 0 || scores[t] > scores[best]) {
			best = t
		}
	}
	return best
}

// StateFeatures lists the features of the state.
func (s *Sentence) StateFeatures() []uint32 {
	const none = -1
	n := len(s.stack)
	s0, s1, s2, b0, b1, b2 := s.stack[n-1], int32(none), int32(none), int32(none), int32(none), int32(none)
	if n > 1 {
		s1 = s.stack[n-2]
	}
	if n > 2 {
		s2 = s.stack[n-3]
	}
	if s.front <= s.N {
		b0 = int32(s.front)
	}
	if s.front+1 <= s.N {
		b1 = int32(s.front + 1)
	}
	if s.front+2 <= s.N {
		b2 = int32(s.front + 2)
	}
	w := func(i int32) uint32 {
		if i < 0 {
			return 3
		}
		return s.words[i].word
	}
	t := func(i int32) uint32 {
		if i < 0 {
			return 253
		}
		return uint32(s.Tags[i])
	}
	child := func(i int32) node {
		if i < 0 {
			return node{}
		}
		return s.nodes[i]
	}
	l0, l1, lb := child(s0), child(s1), child(b0)
	ct := func(i int32) uint32 { // a dependent's tag and label
		if i == 0 {
			return 0xFFFF
		}
		return uint32(s.Tags[i])<<8 | uint32(s.Labels[i])
	}
	s0w, s1w, b0w, b1w := w(s0), w(s1), w(b0), w(b1)
	s0t, s1t, s2t, b0t, b1t, b2t := t(s0), t(s1), t(s2), t(b0), t(b1), t(b2)
	near := uint32(min(int32(s.front)-s0, 6))
	far := uint32(min(s0-s1, 6))
	s.buffer = append(s.buffer[:0],
		key(101, s0w, s0t, 0, 0),
		key(102, s0t, b0t, near, 0),
		key(103, s1w, s1t, 0, 0),
		key(104, b0w, b0t, 0, 0),
		key(105, b1w, b1t, 0, 0),
		key(106, b0t, b1t, b2t, 0),
		key(107, s0w, b0w, 0, 0),
		key(108, s0w, s0t, b0t, 0),
		key(109, b0w, b0t, s0t, 0),
		key(110, s0t, b0t, b1t, 0),
		key(111, s1t, s0t, b0t, 0),
		key(112, s1t, s0t, far, 0),
		key(113, s1w, s0w, 0, 0),
		key(114, s1w, s0t, b0t, 0),
		key(115, s1t, s0w, b0t, 0),
		key(116, s2t, s1t, s0t, 0),
		key(117, s0t, ct(l0.left), b0t, 0),
		key(118, s0t, ct(l0.right), b0t, 0),
		key(119, s0t, b0t, ct(lb.left), 0),
		key(120, s1t, ct(l1.right), s0t, 0),
		key(121, s1t, ct(l1.left), s0t, b0t),
		key(122, s0t, uint32(l0.nleft), uint32(l0.nright), b0t),
		key(123, s1t, uint32(l1.nleft), uint32(l1.nright), s0t),
		key(124, s1w, b0w, s0t, 0),
		key(125, s0w, b1t, b0t, 0),
		key(126, s1t, s0t, b0t<<8|b1t, ct(l0.right)),
		key(127, s0w, ct(l0.right), b0t, 0),
		key(128, s1w, ct(l1.right), s0t, 0),
		key(135, s1w, s0w, b0t, 0),
	)
	return s.buffer
}

// LabelFeatures lists the features of an arc about to be drawn.
func (s *Sentence) LabelFeatures(h, d int32) []uint32 {
	ct := func(i int32) uint32 {
		if i == 0 {
			return 0xFFFF
		}
		return uint32(s.Tags[i])<<8 | uint32(s.Labels[i])
	}
	hw, dw := s.words[h].word, s.words[d].word
	ht, dt := uint32(s.Tags[h]), uint32(s.Tags[d])
	hn, dn := s.nodes[h], s.nodes[d]
	var side, sibling uint32
	distance := uint32(min(max(h-d, d-h), 4))
	if d < h {
		side, sibling = 1, ct(hn.left)
	} else {
		sibling = ct(hn.right)
	}
	leftword, before := uint32(0), uint32(250)
	if dn.left != 0 {
		leftword = s.words[dn.left].word
	}
	if d > 1 {
		before = uint32(s.Tags[d-1])
	}
	s.buffer = append(s.buffer[:0],
		key(201, ht, dt, side, distance),
		key(202, hw, dw, side, 0),
		key(203, hw, dt, side, 0),
		key(204, ht, dw, side, 0),
		key(205, dw, 0, side, 0),
		key(206, ht, dt, side, sibling),
		key(207, leftword, dt, ht, side),
		key(208, ct(dn.left), dt, ht, side),
		key(209, ct(dn.right), dt, ht, side),
		key(210, leftword, dw, ht, side),
		key(211, leftword, hw, dt, side),
		key(212, before, dt, ht, side),
		key(213, s.words[d].suffix[2], dt, ht, side),
		key(214, hw, sibling, dt, side),
		key(215, ct(hn.left), dt, ht, side),
	)
	return s.buffer
}
