package machine

import "math"

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
		s.Take(best, s.label(m.Labeller, h, d))
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
	var shift, left int32
	v := s.view()
	for stage, lead := range sureMove {
		a, b := m.Score(s.stateFeatures(&v, stage))
		shift, left = shift+a, left+b
		if best, by := choose([Transitions]int32{Shift: shift, Left: left, Right: -shift - left}, allowed); by >= lead {
			return best
		}
	}
	return Shift
}

// choose returns the best of the transitions that are allowed and how far it is
// ahead of the others.
func choose(scores [Transitions]int32, allowed [Transitions]bool) (best int, lead int32) {
	top, second := int32(math.MinInt32/4), int32(math.MinInt32/4)
	for t, ok := range allowed {
		switch {
		case !ok:
		case scores[t] > top:
			best, top, second = t, scores[t], top
		case scores[t] > second:
			second = scores[t]
		}
	}
	return best, top - second
}

// label chooses the relation of an arc.
func (s *Sentence) label(m *Linear, h, d int32) uint8 {
	scores := s.blank(m)
	v := s.arc(h, d)
	for stage, lead := range sureLabel {
		m.Score(s.arcFeatures(&v, stage), scores)
		if best, by := ahead(scores, nil); by >= lead {
			return best
		}
	}
	return 0
}

func (s *Sentence) blank(m *Linear) []int32 {
	if cap(s.scores) < m.Classes {
		s.scores = make([]int32, m.Classes)
	}
	s.scores = s.scores[:m.Classes]
	clear(s.scores)
	return s.scores
}
