package event

import (
	"strings"

	"coranto"
)

// mend makes verbs of participles that the tagger took for adjectives: "have
// detained". The words are the sentence's own copy.
func (s *sentence) mend() {
	for i := range s.Words {
		s.rehang(i)
	}
	for i := 1; i < len(s.Words); i++ {
		w := &s.Words[i]
		if i+1 < len(s.Words) && w.Tag == "ADJ" && w.Head == i+1 && s.dated(i+1) && words["noun"][s.Lemma(i)] != "" { // "holds its primary Tuesday"
			d := &s.Words[i+1]
			w.Tag, w.Fine, w.Head, w.Relation = "NOUN", "NN", d.Head, d.Relation
			d.Head, d.Relation = i, "nmod:unmarked"
			for k := range i {
				if s.Words[k].Head == i+1 {
					s.Words[k].Head = i
				}
			}
			continue
		}
		if w.Tag == "ADJ" && s.Words[i-1].Tag == "PROPN" && words["noun"][s.Lemma(i)] != "" && (i+1 == len(s.Words) || s.Words[i+1].Tag != "NOUN" && s.Words[i+1].Tag != "PROPN") { // "the Iowa primary"
			w.Tag, w.Fine = "NOUN", "NN"
			continue
		}
		if w.Fine == "VBP" && w.Tag == "VERB" && s.Lemma(i) != s.word(i) { // "held"
			w.Fine = "VBD"
		}
		if n := s.doer(i); n >= 0 {
			w.Tag, w.Fine = "VERB", "VBZ"
			if s.above(i, n) { // the verb takes the place of its subject
				w.Head, w.Relation = s.Words[n].Head, s.Words[n].Relation
			}
			s.Words[n].Head, s.Words[n].Relation = i, "nsubj"
			if h := i + 2; w.Head == h && s.Words[i+1].Fine == "TO" { // "plans to release", upside down
				w.Head, w.Relation = s.Words[h].Head, s.Words[h].Relation
				s.Words[h].Head, s.Words[h].Relation = i, "xcomp"
			}
			continue
		}
		if w.Fine == "NNS" && i+1 < len(s.Words) && (s.Words[i-1].Tag == "ADV" || s.entityAt(i-1).Type == coranto.State && s.Words[i-1].Tag == "PROPN") && s.named(i+1) >= 0 && s.Words[i+1].Tag == "PROPN" {
			if l := strings.TrimSuffix(s.word(i), "s"); len(frames[l]) > 0 { // "as A intensively bombs B"
				w.Tag, w.Fine = "VERB", "VBZ"
			}
			continue
		}
		if s.word(i) == "deep" && i+1 < len(s.Words) && (s.word(i+1) == "into" || s.word(i+1) == "inside") {
			w.Tag, w.Fine = "ADV", "RB"
			continue
		}
		if w.Tag != "ADJ" || !strings.HasSuffix(s.word(i), "ed") {
			continue
		}
		k := i - 1
		for k > 0 && s.Words[k].Tag == "ADV" {
			k--
		}
		switch p := s.word(k); {
		case p == "have" || p == "has" || p == "had":
			w.Tag, w.Fine = "VERB", "VBN"
		case k == i-1 && i+1 < len(s.Words) && s.Words[k].Tag == "NOUN" && (s.Words[i+1].Tag == "NUM" || s.Words[i+1].Fine == "NNS") && !s.said(i):
			w.Tag, w.Fine = "VERB", "VBD"
			if len(frames[s.Lemma(i)]) == 0 {
				w.Tag, w.Fine = "ADJ", "JJ"
			}
		}
	}
}

// said tells whether a finite verb stands before word i.
func (s *sentence) said(i int) bool {
	for k := range i {
		if s.Words[k].Tag == "VERB" || s.Words[k].Tag == "AUX" {
			return true
		}
	}
	return false
}

// doer is the name, or the noun of an appointment, that is the subject of a verb
// in the present which the tagger took for a noun: "A plans to", "B travels to
// C", "the trial opens in D"; -1 for none.
func (s *sentence) doer(i int) int {
	if s.Words[i].Fine != "NNS" || i+1 >= len(s.Words) || s.said(i) {
		return -1
	}
	l := s.Lemma(i)
	next := s.Words[i+1]
	switch {
	case s.Words[i-1].Tag == "PROPN" && s.named(i-1) >= 0 && !s.scene.marks[s.named(i-1)].ref && s.entityAt(i-1).Type != coranto.Place:
		if (in("verb", l) || words["governor"][l] == "announced" || in("hold", l)) && (next.Fine == "TO" || next.Tag == "ADP" || next.Tag == "DET" || next.Tag == "PROPN") && (l != "plan" || next.Fine == "TO") && (l != "visit" && l != "tour" && l != "call" && l != "head" || next.Tag != "ADP" || s.word(i+1) == "to" && l == "head") {
			return s.firstOf(i - 1)
		}
	case in("held", l) && (next.Tag == "ADP" || s.dated(i+1)):
		for n := 0; n < i; n++ {
			if s.nounKind(n) != "" && s.Words[n].Head < 0 {
				return n
			}
		}
	}
	return -1
}
