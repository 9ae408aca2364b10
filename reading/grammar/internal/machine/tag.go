package machine

// tagFeatures lists the features of a stage for word i; the words before it have
// tags.
func (s *Sentence) tagFeatures(i, stage int) []uint32 {
	w, p, n := &s.words[i], s.at(i-1), s.at(i+1)
	t1 := s.tag(i - 1)
	if stage == 0 {
		s.buffer = append(s.buffer[:0],
			key(1, w.word, 0, 0, 0),
			key(2, w.word, w.shape, 0, 0),
			key(3, w.suffix[2], 0, 0, 0),
			key(4, w.suffix[1], w.shape, 0, 0),
			key(5, w.suffix[0], w.prefix, 0, 0),
			key(6, w.shape, t1, 0, 0),
			key(7, t1, 0, 0, 0),
			key(8, t1, s.tag(i-2), 0, 0),
			key(9, w.word, t1, 0, 0),
			key(11, n.word, 0, 0, 0),
			key(12, n.suffix[2], 0, 0, 0),
			key(15, w.word, n.word, 0, 0),
			key(16, w.suffix[2], t1, 0, 0),
		)
	} else {
		s.buffer = append(s.buffer[:0],
			key(10, p.word, 0, 0, 0),
			key(13, s.at(i+2).word, 0, 0, 0),
			key(14, s.at(i-2).word, 0, 0, 0),
			key(17, n.shape, w.shape, p.shape, 0),
			key(18, w.suffix[2], n.suffix[2], 0, 0),
		)
	}
	return s.buffer
}

func (s *Sentence) at(k int) *form {
	if k < 1 || k > s.N {
		return &s.words[0]
	}
	return &s.words[k]
}

func (s *Sentence) tag(k int) uint32 {
	if k < 1 {
		return 255
	}
	return uint32(s.Tags[k])
}

// Tag gives every word its tag; allowed, if not nil, returns the tags that word
// i may have, nil for any.
func (s *Sentence) Tag(m *Model, allowed func(i int) []uint8) {
	s.Tags = append(s.Tags[:0], 254)
	for i := 1; i <= s.N; i++ {
		s.Tags = append(s.Tags, 0)
		var few []uint8
		if allowed != nil {
			few = allowed(i)
		}
		if few == nil {
			if tag, ok := m.sure[s.words[i].written()]; ok {
				s.Tags[i] = tag
				continue
			}
		}
		s.Tags[i] = s.choose(m.Tagger, i, few)
	}
}

// choose returns the tag of word i, one of few unless that is nil.
func (s *Sentence) choose(m *Linear, i int, few []uint8) uint8 {
	scores := s.blank(m)
	for stage, lead := range sureTag {
		m.Score(s.tagFeatures(i, stage), scores)
		if best, by := ahead(scores, few); by >= lead {
			return best
		}
	}
	return 0
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
