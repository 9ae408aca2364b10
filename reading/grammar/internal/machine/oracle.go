package machine

import "slices"

// Costs counts, for each transition, the arcs of the tree in heads that cannot
// be drawn any more once it is taken (Goldberg and Nivre 2013).
func (s *Sentence) Costs(heads []int32) (cost [Transitions]int) {
	n := len(s.stack)
	top := s.stack[n-1]
	b := int32(s.front)
	last := int32(s.N)
	// what top has in the buffer
	inBuffer := 0
	for d := b; d <= last; d++ {
		if heads[d] == top {
			inBuffer++
		}
	}
	headOf := func(i int32) int32 {
		if i == 0 {
			return -1
		}
		return heads[i]
	}
	// LEFT: top gets b as its head
	h := headOf(top)
	cost[Left] = inBuffer
	if h > b || n > 1 && h == s.stack[n-2] {
		cost[Left]++
	}
	// RIGHT: top gets the word below as its head
	cost[Right] = inBuffer
	if h >= b {
		cost[Right]++
	}
	// SHIFT: b gets no dependents on the stack, nor a head below its top
	if b <= last {
		for k, w := range s.stack {
			if headOf(w) == b {
				cost[Shift]++
			}
			if k < n-1 && heads[b] == w {
				cost[Shift]++
			}
		}
	}
	return cost
}

// All features for trainers, in the order of their templates.

// TagFeatures are those of word i for the tagger; the words before it have tags.
func (s *Sentence) TagFeatures(i int) []uint32 {
	return inOrder([]uint8{1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 16, 10, 13, 14, 17, 18}, func(stage int) []uint32 { return s.tagFeatures(i, stage) })
}

// StateFeatures are those of the state for the parser.
func (s *Sentence) StateFeatures() []uint32 {
	v := s.view()
	return inOrder([]uint8{119, 117, 110, 112, 118, 111, 104, 123, 101, 106, 122, 116, 102, 120, 105, 109, 108, 103, 121, 126, 128, 127, 114, 125, 115, 113, 107, 135, 124},
		func(stage int) []uint32 { return s.stateFeatures(&v, stage) })
}

// LabelFeatures are those of an arc about to be drawn.
func (s *Sentence) LabelFeatures(h, d int32) []uint32 {
	v := s.arc(h, d)
	return inOrder([]uint8{208, 206, 209, 205, 201, 203, 212, 213, 207, 215, 204, 214, 210, 211, 202}, func(stage int) []uint32 { return s.arcFeatures(&v, stage) })
}

func inOrder(templates []uint8, features func(stage int) []uint32) []uint32 {
	var keys [256]uint32
	for stage, n := 0, 0; n < len(templates); stage++ {
		for _, f := range features(stage) {
			keys[templates[n]] = f
			n++
		}
	}
	slices.Sort(templates)
	out := make([]uint32, 0, len(templates))
	for _, t := range templates {
		out = append(out, keys[t])
	}
	return out
}
