package machine

// tagFeatures lists the features of word i; the words before it have tags.
func (s *Sentence) tagFeatures(i int) []uint32 {
	at := func(k int) *form {
		if k < 1 || k > s.N {
			return &s.words[0]
		}
		return &s.words[k]
	}
	tag := func(k int) uint32 {
		if k < 1 {
			return 255
		}
		return uint32(s.Tags[k])
	}
	w, p, n := at(i), at(i-1), at(i+1)
	t1, t2 := tag(i-1), tag(i-2)
	s.buffer = append(s.buffer[:0],
		key(1, w.word, 0, 0, 0),
		key(2, w.word, w.shape, 0, 0),
		key(3, w.suffix[2], 0, 0, 0),
		key(4, w.suffix[1], w.shape, 0, 0),
		key(5, w.suffix[0], w.prefix, 0, 0),
		key(6, w.shape, t1, 0, 0),
		key(7, t1, 0, 0, 0),
		key(8, t1, t2, 0, 0),
		key(9, w.word, t1, 0, 0),
		key(10, p.word, 0, 0, 0),
		key(11, n.word, 0, 0, 0),
		key(12, n.suffix[2], 0, 0, 0),
		key(13, at(i+2).word, 0, 0, 0),
		key(14, at(i-2).word, 0, 0, 0),
		key(15, w.word, n.word, 0, 0),
		key(16, w.suffix[2], t1, 0, 0),
		key(17, n.shape, w.shape, p.shape, 0),
		key(18, w.suffix[2], n.suffix[2], 0, 0),
	)
	return s.buffer
}

// Tag gives every word its tag; allowed, if not nil, returns the tags that word
// i may have, nil for any.
func (s *Sentence) Tag(m *Linear, allowed func(i int) []uint8) {
	s.Tags = append(s.Tags[:0], 254)
	for i := 1; i <= s.N; i++ {
		s.Tags = append(s.Tags, 0)
		scores := s.classify(m, s.tagFeatures(i))
		if allowed != nil {
			if few := allowed(i); few != nil {
				best := few[0]
				for _, t := range few {
					if scores[t] > scores[best] {
						best = t
					}
				}
				s.Tags[i] = best
				continue
			}
		}
		s.Tags[i] = uint8(Best(scores))
	}
}

// Keep leaves only the words, numbered from 1, that keep says, with their tags.
func (s *Sentence) Keep(keep func(i int) bool) {
	n := 0
	for i := 1; i <= s.N; i++ {
		if keep(i) {
			n++
			s.words[n], s.Tags[n] = s.words[i], s.Tags[i]
		}
	}
	s.N, s.words, s.Tags = n, s.words[:n+1], s.Tags[:n+1]
}

func (s *Sentence) classify(m *Linear, features []uint32) []int32 {
	if cap(s.scores) < m.Classes {
		s.scores = make([]int32, m.Classes)
	}
	s.scores = s.scores[:m.Classes]
	clear(s.scores)
	m.Score(features, s.scores)
	return s.scores
}
