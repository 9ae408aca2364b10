package machine

// Features are asked in stages, first those that tell most. What is ahead of all
// else by so much (in eighths) after a stage is taken without asking further
// (Strubell, Vilnis, Silverstein and McCallum 2015); on the held-out documents
// that changes few choices and no score by more than a tenth of a point.
var (
	sureTag   = [...]int32{100, 0}
	sureMove  = [...]int32{140, 120, 100, 0}
	sureLabel = [...]int32{50, 40, 0}
)

// view is what the features see of a state: the words and tags on the stack's
// top and at the buffer's front, and what has been attached to them.
type view struct {
	s0w, s1w, b0w, b1w           uint32
	s0t, s1t, s2t, b0t, b1t, b2t uint32
	near, far                    uint32
	l0, l1, lb                   node
}

func (s *Sentence) view() view {
	n := len(s.stack)
	v := view{s1w: 3, b0w: 3, b1w: 3, s1t: 253, s2t: 253, b0t: 253, b1t: 253, b2t: 253}
	s0, s1 := s.stack[n-1], int32(-1)
	v.s0w, v.s0t, v.l0 = s.words[s0].word, uint32(s.Tags[s0]), s.nodes[s0]
	if n > 1 {
		s1 = s.stack[n-2]
		v.s1w, v.s1t, v.l1 = s.words[s1].word, uint32(s.Tags[s1]), s.nodes[s1]
	}
	if n > 2 {
		v.s2t = uint32(s.Tags[s.stack[n-3]])
	}
	if b := s.front; b <= s.N {
		v.b0w, v.b0t, v.lb = s.words[b].word, uint32(s.Tags[b]), s.nodes[b]
		if b+1 <= s.N {
			v.b1w, v.b1t = s.words[b+1].word, uint32(s.Tags[b+1])
		}
		if b+2 <= s.N {
			v.b2t = uint32(s.Tags[b+2])
		}
	}
	v.near = uint32(min(int32(s.front)-s0, 6))
	v.far = uint32(min(s0-s1, 6))
	return v
}

// dependent is a dependent's tag and label.
func (s *Sentence) dependent(i int32) uint32 {
	if i == 0 {
		return 0xFFFF
	}
	return uint32(s.Tags[i])<<8 | uint32(s.Labels[i])
}

// stateFeatures lists the features of a stage.
func (s *Sentence) stateFeatures(v *view, stage int) []uint32 {
	switch stage {
	case 0:
		s.buffer = append(s.buffer[:0],
			key(119, v.s0t, v.b0t, s.dependent(v.lb.left), 0),
			key(117, v.s0t, s.dependent(v.l0.left), v.b0t, 0),
			key(110, v.s0t, v.b0t, v.b1t, 0),
			key(112, v.s1t, v.s0t, v.far, 0),
			key(118, v.s0t, s.dependent(v.l0.right), v.b0t, 0),
			key(111, v.s1t, v.s0t, v.b0t, 0),
			key(104, v.b0w, v.b0t, 0, 0),
		)
	case 1:
		s.buffer = append(s.buffer[:0],
			key(123, v.s1t, uint32(v.l1.nleft), uint32(v.l1.nright), v.s0t),
			key(101, v.s0w, v.s0t, 0, 0),
			key(106, v.b0t, v.b1t, v.b2t, 0),
			key(122, v.s0t, uint32(v.l0.nleft), uint32(v.l0.nright), v.b0t),
			key(116, v.s2t, v.s1t, v.s0t, 0),
			key(102, v.s0t, v.b0t, v.near, 0),
		)
	case 2:
		s.buffer = append(s.buffer[:0],
			key(120, v.s1t, s.dependent(v.l1.right), v.s0t, 0),
			key(105, v.b1w, v.b1t, 0, 0),
			key(109, v.b0w, v.b0t, v.s0t, 0),
			key(108, v.s0w, v.s0t, v.b0t, 0),
			key(103, v.s1w, v.s1t, 0, 0),
			key(121, v.s1t, s.dependent(v.l1.left), v.s0t, v.b0t),
			key(126, v.s1t, v.s0t, v.b0t<<8|v.b1t, s.dependent(v.l0.right)),
		)
	default:
		s.buffer = append(s.buffer[:0],
			key(128, v.s1w, s.dependent(v.l1.right), v.s0t, 0),
			key(127, v.s0w, s.dependent(v.l0.right), v.b0t, 0),
			key(114, v.s1w, v.s0t, v.b0t, 0),
			key(125, v.s0w, v.b1t, v.b0t, 0),
			key(115, v.s1t, v.s0w, v.b0t, 0),
			key(113, v.s1w, v.s0w, 0, 0),
			key(107, v.s0w, v.b0w, 0, 0),
			key(135, v.s1w, v.s0w, v.b0t, 0),
			key(124, v.s1w, v.b0w, v.s0t, 0),
		)
	}
	return s.buffer
}

// arc is what the features see of an arc about to be drawn.
type arc struct {
	hw, dw, ht, dt, side, distance uint32
	sibling, leftword, before      uint32
	suffix, left, right, other     uint32
}

func (s *Sentence) arc(h, d int32) arc {
	hn, dn := s.nodes[h], s.nodes[d]
	v := arc{
		hw: s.words[h].word, dw: s.words[d].word, ht: uint32(s.Tags[h]), dt: uint32(s.Tags[d]),
		distance: uint32(min(max(h-d, d-h), 4)), before: 250, suffix: s.words[d].suffix[2],
		left: s.dependent(dn.left), right: s.dependent(dn.right), other: s.dependent(hn.left),
	}
	if v.sibling = v.other; d < h {
		v.side = 1
	} else {
		v.sibling = s.dependent(hn.right)
	}
	if dn.left != 0 {
		v.leftword = s.words[dn.left].word
	}
	if d > 1 {
		v.before = uint32(s.Tags[d-1])
	}
	return v
}

// arcFeatures lists the features of a stage.
func (s *Sentence) arcFeatures(v *arc, stage int) []uint32 {
	switch stage {
	case 0:
		s.buffer = append(s.buffer[:0],
			key(208, v.left, v.dt, v.ht, v.side),
			key(206, v.ht, v.dt, v.side, v.sibling),
			key(209, v.right, v.dt, v.ht, v.side),
			key(205, v.dw, 0, v.side, 0),
			key(201, v.ht, v.dt, v.side, v.distance),
		)
	case 1:
		s.buffer = append(s.buffer[:0],
			key(203, v.hw, v.dt, v.side, 0),
			key(212, v.before, v.dt, v.ht, v.side),
			key(213, v.suffix, v.dt, v.ht, v.side),
			key(207, v.leftword, v.dt, v.ht, v.side),
			key(215, v.other, v.dt, v.ht, v.side),
		)
	default:
		s.buffer = append(s.buffer[:0],
			key(204, v.ht, v.dw, v.side, 0),
			key(214, v.hw, v.sibling, v.dt, v.side),
			key(210, v.leftword, v.dw, v.ht, v.side),
			key(211, v.leftword, v.hw, v.dt, v.side),
			key(202, v.hw, v.dw, v.side, 0),
		)
	}
	return s.buffer
}
