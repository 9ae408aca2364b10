package event

import (
	"slices"
	"strings"
)

// roles are who stands where around a verb.
type roles struct {
	verb    int
	subject []int // who does it
	object  []int // whom it is done to
}

// passive tells verbs whose grammatical subject is what is done something to: a
// participle with "be", or with nothing at all.
func (s *sentence) passive(v int) bool {
	if s.Words[v].Fine != "VBN" && s.Words[v].Fine != "VBD" {
		return false
	}
	has := false
	for _, k := range s.kids[v] {
		if !s.is(k, "aux", "aux:pass", "cop") || k > v {
			continue
		}
		switch s.Lemma(k) {
		case "be", "get", "been", "'s":
			return true
		case "have", "'ve", "'d", "do", "did":
			has = true
		}
	}
	return !has && s.Words[v].Fine == "VBN" && (s.is(v, "acl", "advcl", "amod") || s.kid(v, "obl:agent") >= 0)
}

// rolesOf finds who does and suffers what verb v tells.
func (s *sentence) rolesOf(v int) roles {
	r := roles{verb: v}
	if s.flat && s.Words[v].Fine == "VBN" { // "authorities shared evidence", taken for a noun phrase
		if k := v - 1; k >= 0 && s.nominal(k) && s.behind(v) != nil {
			r.subject, r.object = s.together(k), s.behind(v)
			return r
		}
	}
	if s.passive(v) {
		for _, k := range s.kids[v] {
			if s.is(k, "obl:agent") || s.is(k, "obl", "nmod") && s.caseOf(k) == "by" {
				r.subject = s.together(k)
			}
		}
		r.object = s.together(s.antecedent(s.kid(v, "nsubj:pass", "nsubj"), v))
		if r.object == nil {
			switch {
			case s.is(v, "acl"):
				r.object = s.together(s.Words[v].Head)
			case s.is(v, "conj", "advcl", "xcomp"):
				if h := s.Words[v].Head; h >= 0 && s.verbal(h) {
					r.object = s.subjectOf(h, 4)
				}
			}
		}
		return r
	}
	r.subject = s.several(s.subjectOf(v, 4))
	r.object = s.together(s.objectOf(v))
	if r.object == nil {
		r.object = s.behind(v)
	}
	return r
}

// finite tells verbs that must have a subject.
func (s *sentence) finite(v int) bool {
	switch s.Words[v].Fine {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return s.kid(v, "aux", "cop") >= 0
}

// adjacent is the noun right before a finite verb and its auxiliaries, which the
// tree hangs elsewhere: "..., and ministers have met"; -1 for none.
func (s *sentence) adjacent(v int) int {
	if !s.finite(v) || s.is(v, "acl", "acl:relcl") {
		return -1
	}
	i := v - 1
	for i >= 0 && (s.Words[i].Tag == "AUX" || s.Words[i].Tag == "ADV" && s.is(i, "advmod")) {
		i--
	}
	if i >= 1 && s.Words[i].Tag == "PROPN" && s.named(i) >= 0 && (s.Words[v].Fine == "VBZ" || s.Words[v].Fine == "VBD") && s.kid(v, "nsubj", "nsubj:pass") < 0 {
		if c := s.caseOf(i); c == "as" || c == "while" || c == "because" || c == "after" || c == "before" || c == "since" { // conjunctions
			return i
		}
	}
	if i >= 1 && i < v-1 && s.is(i, "obj") && s.Words[i].Head < i && s.Words[i].Head >= 0 && saying[s.Lemma(s.Words[i].Head)] { // "said the candidate will"
		return i
	}
	if i < 1 || s.Words[i].Tag != "NOUN" && s.Words[i].Tag != "PROPN" || s.Words[i].Head == v || s.dated(i) || s.caseOf(i) != "" ||
		s.is(i, "nmod") && (s.kid(i, "det") < 0 || s.kid(v, "nsubj", "nsubj:pass") >= 0) ||
		s.is(i, "obl", "appos", "flat", "nsubj", "nsubj:pass", "obj") {
		return -1
	}
	if before := s.kid(v, "nsubj", "nsubj:pass", "nsubj:outer"); before >= 0 && s.above(i, before) && (!s.is(i, "conj") || s.Words[i].Head != before) {
		return -1 // part of the subject that the tree has
	}
	if s.is(i, "conj") { // the last of "ministers from A, B and C"
		top := i
		for s.is(top, "conj") && s.Words[top].Head >= 0 {
			top = s.Words[top].Head
		}
		alone := top == s.Words[i].Head && s.kid(top, "conj") == i
		if first := s.firstOf(i); s.is(top, "nmod", "obl") && !(alone && first >= 2 && s.word(first-1) == "and" && s.Of(first-2) == ",") {
			return -1
		}
	}
	return i
}

// above tells whether word h stands above word i in the tree, or is it.
func (s *sentence) above(i, h int) bool {
	for ; i >= 0; i = s.Words[i].Head {
		if i == h {
			return true
		}
	}
	return false
}

// before is the nearest noun phrase before a finite verb that no preposition
// governs, where the tree gives it no subject.
func (s *sentence) before(v int) []int {
	for i := v - 1; i >= 0; i-- {
		if s.Words[i].Tag == "VERB" && s.finite(i) {
			return nil
		}
		if s.nominal(i) && s.Words[i].Fine != "WP" && s.Words[i].Fine != "WDT" && s.caseOf(i) == "" && !s.dated(i) &&
			!(s.is(i, "compound") && s.Words[i].Head != v) && !s.is(i, "flat", "nmod:desc", "nmod:poss", "amod", "nummod", "det", "appos", "conj", "obj", "nmod", "obl") {
			return s.together(i)
		}
	}
	return nil
}

var about = map[string]bool{"at least": true, "more than": true, "up to": true, "fewer than": true, "less than": true, "at most": true}

// behind is the noun phrase that follows a verb at once, where the tree gives it
// no object.
func (s *sentence) behind(v int) []int {
	i := v + 1
	for i < len(s.Words) && s.Words[i].Tag == "ADV" {
		i++
	}
	if i+1 < len(s.Words) && about[s.word(i)+" "+s.word(i+1)] {
		i += 2
	}
	head := -1
	for ; i < len(s.Words); i++ {
		switch s.Words[i].Tag {
		case "NOUN", "PROPN":
			head = i
			continue
		case "ADJ", "NUM", "DET":
			if head < 0 {
				continue
			}
		case "VERB":
			if s.Of(i-1) == "-" && s.Words[i].Fine == "VBN" { // "Velmark-backed rebels"
				continue
			}
		case "PART", "PUNCT":
			if head >= 0 && (s.word(i) == "'s" || s.word(i) == "’s" || s.word(i) == "-") {
				continue
			}
		}
		break
	}
	if head < 0 || s.dated(head) {
		return nil
	}
	// the noun that heads the run
	for h := s.Words[head].Head; h > v && h < i && s.nominal(h) && h > head; h = s.Words[head].Head {
		head = h
	}
	return s.together(head)
}

// objectOf is the verb's object, times left out.
func (s *sentence) objectOf(v int) int {
	for _, k := range s.kids[v] {
		if s.is(k, "obj", "iobj") && !s.dated(k) && (k > v || s.Words[k].Fine != "WDT" || s.kid(v, "obj", "iobj") == s.lastKid(v, "obj", "iobj")) {
			return k
		}
	}
	for _, k := range s.kids[v] { // an object that the tree has for something else
		if k > v && s.is(k, "obl", "obl:agent", "xcomp", "ccomp") && s.nominal(k) && s.caseOf(k) == "" && !s.dated(k) {
			return k
		}
	}
	return -1
}

func (s *sentence) verbal(i int) bool { return s.Words[i].Tag == "VERB" || s.Words[i].Tag == "AUX" }

// subjectOf finds who does what verb v tells, looking through at most depth
// verbs above it.
func (s *sentence) subjectOf(v, depth int) []int {
	if k := s.adjacent(v); k >= 0 {
		return s.together(k)
	}
	for _, k := range slices.Backward(s.kids[v]) { // the nearest before it, should the tree have several
		if k > v && s.kids[v][0] < v && s.kid(v, "nsubj", "nsubj:pass") < v && s.kid(v, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		if s.is(k, "nsubj", "nsubj:pass", "nsubj:outer") && !s.dated(k) {
			if told := s.teller(k, v); told != nil && depth > 0 {
				return told
			}
			return s.together(s.antecedent(k, v))
		}
	}
	h := s.Words[v].Head
	if depth == 0 {
		return nil
	}
	if h < 0 {
		return s.before(v)
	}
	switch {
	case s.Words[v].Fine == "VBG" && s.verbal(h) && !s.passive(h) && v > 0 && (s.word(v-1) == "of" || s.word(v-1) == "from") && s.objectOf(h) >= 0: // "accused B of attacking"
		return s.together(s.objectOf(h))
	case s.Words[v].Fine == "VBG" && s.passive(h) && v > 0 && s.word(v-1) == "of":
		return s.rolesOf(h).object
	case s.is(v, "acl") && s.Words[h].Tag == "VERB":
		return s.subjectOf(h, depth-1)
	case s.is(v, "acl") && s.nominal(h) && s.Words[v].Fine != "VB":
		return s.together(h)
	case s.is(v, "acl:relcl") && s.nominal(h):
		return s.together(h)
	case s.is(v, "acl", "nmod", "obl") && s.nominal(h): // "the decision to attack"
		if k := s.kid(h, "nmod:poss"); k >= 0 {
			return s.together(k)
		}
		if g := s.Words[h].Head; g >= 0 && s.verbal(g) && s.is(h, "obj") {
			return s.subjectOf(g, depth-1)
		}
	case s.is(v, "xcomp") && s.kid(h, "obj") >= 0 && s.verbal(h): // "forced B to leave"
		return s.together(s.kid(h, "obj"))
	case s.is(v, "ccomp") && s.finite(v) && s.kid(h, "obj") > h && s.kid(h, "obj") < v: // "said troops had left", taken for what is said
		return s.together(s.kid(h, "obj"))
	case s.is(v, "conj", "xcomp", "advcl", "ccomp", "parataxis") && (s.verbal(h) || s.kid(h, "cop", "nsubj") >= 0):
		if s.is(v, "ccomp", "parataxis") && s.Words[v].Fine != "VBG" && s.Words[v].Fine != "VB" {
			return nil
		}
		return s.subjectOf(h, depth-1)
	}
	if s.is(v, "conj") && s.nominal(h) { // "debate the treaty and vote on it"
		for g := h; g >= 0; g = s.Words[g].Head {
			if s.verbal(g) && g < v {
				return s.subjectOf(g, depth-1)
			}
		}
	}
	if s.finite(v) {
		return s.before(v)
	}
	return nil
}

// infinitive tells verbs with "to".
func (s *sentence) infinitive(v int) bool {
	if s.Words[v].Fine != "VB" && s.Words[v].Fine != "VBP" {
		return false
	}
	for i := v - 1; i >= 0; i-- {
		if s.word(i) == "to" && (s.Words[i].Fine == "TO" || s.Words[v].Fine == "VB") {
			return true
		}
		if s.Words[i].Tag != "ADV" && s.word(i) != "not" {
			break
		}
	}
	return false
}

// teller is who says a clause, for a pronoun that is its subject and that no
// entity is known for: "A said it would leave".
func (s *sentence) teller(k, v int) []int {
	if s.Words[k].Tag != "PRON" || s.marks[k] >= 0 || !s.is(v, "ccomp", "parataxis") {
		return nil
	}
	switch s.word(k) {
	case "it", "he", "she", "they":
		if h := s.Words[v].Head; h >= 0 && s.Words[h].Tag == "VERB" {
			return s.subjectOf(h, 1)
		}
	}
	return nil
}

// antecedent is the noun that a relative pronoun stands for.
func (s *sentence) antecedent(k, v int) int {
	if k < 0 {
		return -1
	}
	switch s.word(k) {
	case "who", "which", "that", "whom":
		if s.is(v, "acl:relcl") && s.Words[v].Head >= 0 {
			return s.Words[v].Head
		}
		if k >= 2 && s.Of(k-1) == "," && s.nominal(k-2) { // "A, who leaves on Friday, said", taken for a main clause
			return k - 2
		}
		return -1
	}
	return k
}

// caseOf returns the preposition of a phrase; "" where there is none. It may
// hang on a title before the name.
func (s *sentence) caseOf(i int) string {
	p := ""
	for _, k := range s.kids[i] {
		switch {
		case k > i:
		case s.is(k, "case", "mark"):
			p = s.word(k)
		case s.is(k, "nmod:desc", "compound", "amod") && p == "":
			for _, c := range s.kids[k] {
				if s.is(c, "case") && c < k {
					p = s.word(c)
				}
			}
		}
	}
	if strings.HasPrefix(p, "'") || strings.HasPrefix(p, "’") {
		return ""
	}
	return p
}

// hanging lists what hangs by a preposition on a word, or on what is
// coordinated with it.
func (s *sentence) hanging(i int, preposition string) []int {
	for _, k := range s.kids[i] {
		if s.is(k, "obl", "nmod", "obl:agent", "advmod", "obl:unmarked", "advcl", "acl", "iobj") && s.nominal(k) && s.caseOf(k) == preposition {
			return s.together(k)
		}
	}
	return nil
}

// lemmaOf is the lemma of a verb with its particle: "carry_out".
func (s *sentence) lemmaOf(v int) (plain, whole string) {
	plain = s.Lemma(v)
	whole = plain
	for _, k := range s.kids[v] {
		if s.is(k, "compound:prt") || k == v+1 && (s.Words[k].Fine == "RP" || s.is(k, "advmod") && particles[s.word(k)]) {
			return plain, plain + "_" + s.word(k)
		}
	}
	if v+1 < len(s.Words) && particles[s.word(v+1)] { // a particle that the tree has for a preposition
		if joint := plain + "_" + s.word(v+1); words["governor"][joint] != "" || len(frames[joint]) > 0 {
			return plain, joint
		}
	}
	return plain, whole
}

var particles = map[string]bool{"out": true, "off": true, "up": true, "down": true, "over": true, "back": true, "ahead": true}

// several puts in the place of one plural noun the names that it is of: "A and
// B's ministers", "the ministers of A and B".
func (s *sentence) several(list []int) []int {
	if len(list) != 1 || s.named(list[0]) >= 0 || s.Words[list[0]].Fine != "NNS" {
		return list
	}
	for _, k := range s.kids[list[0]] {
		if s.named(k) >= 0 && (s.is(k, "nmod:poss") || s.is(k, "nmod") && s.caseOf(k) == "of") {
			if all := s.series(k); len(all) > 1 {
				return all
			}
		}
	}
	return list
}

// lastKid is kid, from behind.
func (s *sentence) lastKid(i int, relations ...string) int {
	for _, k := range slices.Backward(s.kids[i]) {
		if slices.Contains(relations, s.Words[k].Relation) {
			return k
		}
	}
	return -1
}
