package machine

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

// Features of word i for the tagger, for trainers: the tags before it are set.
func (s *Sentence) TagFeatures(i int) []uint32 { return s.tagFeatures(i) }
