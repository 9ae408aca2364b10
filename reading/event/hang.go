package event

import "slices"

// rehang mends what the tree hangs wrongly around word i where the words
// themselves leave no doubt.
func (s *sentence) rehang(i int) {
	w := &s.Words[i]
	switch {
	case w.Tag == "ADV" && i > 0 && s.Words[i-1].Tag == "DET" && words["noun"][s.Lemma(i)] != "" && w.Head >= 0 && w.Head < i && s.Words[w.Head].Tag == "VERB": // "holds a rally"
		w.Tag, w.Fine, w.Relation = "NOUN", "NN", "obj"
		s.Words[i-1].Head = i
	case w.Tag == "PROPN" && s.marks[i] >= 0 && s.firstOf(i) == i:
		s.rename(i)
	}
}

// rename hangs the name that begins at word i on the noun that it owns, "A's
// trial", or on the verb whose subject it is, "A will deploy".
func (s *sentence) rename(i int) {
	w, next := &s.Words[i], s.behindName(i)
	if next >= len(s.Words) {
		return
	}
	if s.Words[next].Fine == "POS" && w.Relation != "nmod:poss" {
		for k := next + 1; k < min(len(s.Words), next+4); k++ {
			if words["noun"][s.Lemma(k)] != "" && s.Words[k].Tag == "NOUN" && !s.above(i, k) && !s.above(k, i) {
				w.Head, w.Relation = k, "nmod:poss"
				return
			}
			if t := s.Words[k].Tag; t != "ADJ" && t != "NOUN" && t != "PROPN" && !s.dated(k) {
				return
			}
		}
		return
	}
	if v := w.Head; v > i && s.Words[next].Tag == "AUX" && s.Words[next].Head == v && s.Words[v].Tag == "VERB" && s.is(i, "nmod", "obl", "nmod:unmarked", "obl:unmarked", "advmod") &&
		s.caseOf(i) == "" && !slices.ContainsFunc(s.kids[v], func(k int) bool { return s.is(k, "nsubj", "nsubj:pass") }) {
		w.Relation = "nsubj"
	}
}
