package event

import (
	"slices"

	"coranto"
)

// goal is where a verb of travel goes, by name.
func (s *sentence) goal(v int) []int {
	prepositions := []string{"to", "in"}
	switch s.Lemma(v) {
	case "leave", "depart", "head":
		prepositions = []string{"for", "to"}
	case "go", "fly", "travel", "return", "come", "journey", "continue", "proceed", "send", "dispatch", "invite":
		prepositions = []string{"to"}
	case "visit", "tour":
		prepositions = nil
	}
	var tries [][]int
	for _, p := range prepositions {
		tries = append(tries, s.hanging(v, p))
	}
	if o := s.objectOf(v); o >= 0 && slices.Contains(prepositions, "to") && prepositions[0] == "to" && len(prepositions) == 1 {
		tries = append(tries, s.hanging(o, "to"))
	}
	if n := s.meetingNear(v); n >= 0 && s.nounKind(n) == "visit" { // "leaves for a visit to A"
		tries = append(tries, s.hanging(n, "to"))
	}
	if prepositions == nil {
		tries = append(tries, s.together(s.objectOf(v)))
	}
	for _, t := range tries {
		for _, i := range t {
			if s.placeAt(i) != "" {
				return t
			}
			for _, k := range s.kids[i] { // "the capital of A", "the Sarovian capital"
				if grounds[s.Lemma(i)] && s.placeAt(k) != "" {
					return []int{k}
				}
			}
		}
	}
	if prepositions == nil && v+1 < len(s.Words) && s.placeAt(v+1) != "" {
		return []int{v + 1}
	}
	// what the tree hangs elsewhere: the name right behind the preposition
	for i := v + 1; i+1 < min(len(s.Words), v+3); i++ {
		if slices.Contains(prepositions, s.word(i)) && s.placeAt(i+1) != "" {
			return []int{i + 1}
		}
	}
	return nil
}

// placeAt is the place or state that word i names, "" for none.
func (s *sentence) placeAt(i int) string {
	if s.named(i) < 0 || s.dated(i) {
		return ""
	}
	if e := s.entityAt(i); e.Type == coranto.Place || e.Type == coranto.State {
		return e.Name
	}
	return ""
}

// states are those of the words that name a state or place.
func (s *sentence) states(list []int) []int {
	var out []int
	for _, i := range list {
		if s.placeAt(i) != "" {
			out = append(out, i)
		}
	}
	return out
}

// groundsNear are places that stand by "in" beside a verb or its subject: whose
// voters vote.
func (s *sentence) groundsNear(v int) []int {
	for _, k := range append(slices.Clone(s.kids[v]), s.rolesOf(v).subject...) {
		for _, i := range append([]int{k}, s.kids[k]...) {
			if c := s.caseOf(i); s.placeAt(i) != "" && (c == "in" || c == "of" || c == "" && s.is(i, "amod", "compound", "nmod:poss") && s.animate(k)) {
				return []int{i}
			}
		}
	}
	return nil
}

// subjectGround is the place of a verb's subject: "a court in A will deliver".
func (s *sentence) subjectGround(v int) int {
	for _, i := range s.rolesOf(v).subject {
		for _, k := range s.kids[i] {
			if s.placeAt(k) != "" {
				return k
			}
		}
	}
	return -1
}

// placeOf is where an appointment is to be: what it names, where a visit goes, or
// the place that its clause names by "in".
func (s *sentence) placeOf(p plan) string {
	for _, i := range p.ground {
		if name := s.placeAt(i); name != "" {
			return name
		}
	}
	if where := s.whereOf(p.at(), p.noun); where != "" && p.kind != "vote" {
		return where
	}
	if p.noun >= 0 && p.kind == "visit" {
		for _, i := range s.hanging(p.noun, "to") {
			if name := s.placeAt(i); name != "" {
				return name
			}
		}
	}
	if p.kind == "vote" || p.kind == "deadline" {
		return ""
	}
	for i := range s.Words {
		name := s.placeAt(i)
		if name == "" || s.marks[max(0, i-1)] == s.marks[i] && i > 0 {
			continue
		}
		h := s.Words[i].Head
		switch s.caseOf(i) {
		case "in":
		case "of":
			if h < 0 || !grounds[s.Lemma(h)] {
				continue
			}
		case "to":
			if h < 0 || s.nounKind(h) != "visit" && words["verb"][s.Lemma(h)] != "visit" && s.Lemma(h) != "send" {
				continue
			}
		default:
			continue
		}
		if _, walls := s.between(i, p.at()); walls < 2 {
			return name
		}
	}
	return ""
}

var grounds = set("country city capital town province region state republic")

// between is how far two words stand apart.
func (s *sentence) between(a, b int) (cost, walls int) {
	w := s.Words[a]
	return s.cost(moment{Span: w.Span, word: a, last: a}, b)
}
