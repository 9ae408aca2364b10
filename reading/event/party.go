package event

import (
	"slices"
	"strings"

	"coranto"
)

// party is who takes part in an appointment.
type party struct {
	name  string
	known bool // an entity
	guess bool // whom a word stands for, not surely
}

// partiesOf names who is meant by the heads of phrases, each once: the members
// of "the ministers of A and B", the persons behind an office ("the president of
// A, B,"), those whom "they" or "the two sides" stand for.
func (s *sentence) partiesOf(heads []int, v int) []party {
	var out []party
	add := func(p party) {
		if p.name != "" && !slices.ContainsFunc(out, func(o party) bool { return o.name == p.name }) {
			out = append(out, p)
		}
	}
	for _, i := range heads {
		if i < 0 || s.dated(i) {
			continue
		}
		if w := s.word(i); (w == "we" || w == "i") && s.Words[i].Tag == "PRON" && s.marks[i] < 0 {
			for _, k := range s.speaker(i) {
				p := s.phraseAt(k)
				add(party{p.name, p.known, true})
			}
			continue
		}
		if they := s.standing(i, v); they != nil {
			for _, name := range they {
				add(party{name, s.known[name], false})
			}
			continue
		}
		if names := s.apposed(i); names != nil {
			for _, k := range names {
				add(party{s.entityAt(k).Name, true, false})
			}
			continue
		}
		for _, k := range s.membersOf(i) {
			p, crowd := s.phraseAt(k), false
			if e := s.entityAt(k); s.named(k) >= 0 && e.Type == coranto.Place {
				continue
			}
			if j := s.behindName(k); s.typeOf(p.name) == coranto.Office && j < len(s.Words) && s.entityAt(j).Type == coranto.Person { // "deputy prime minister A"
				p.name = s.entityAt(j).Name
			}
			if m := s.marks[k]; m >= 0 && s.scene.marks[m].ref && (s.Words[k].Fine == "NNPS" || s.Words[k].Fine == "NNS") { // "Rodvanians" are not Rodvania
				crowd = true
			}
			if p.loose && s.nounKind(p.head) != "" || !s.somebody(p) {
				continue
			}
			if p.loose && (s.typeOf(p.name) == coranto.Place || !s.animate(p.head) && !sides[s.Lemma(p.head)] && !delegations[s.Lemma(p.head)]) {
				continue
			}
			if own := s.ofState(k); own != "" { // "the Senate of Rodvania" is not the one that is known
				p.name = own
			}
			if own := s.owner(k); own != "" && !p.known {
				p.name, p.known = own, true
			}
			if p.loose && s.typeOf(p.name) == coranto.Person && s.kid(k, "nmod:poss") >= 0 { // "Korr's family" is not Korr
				p.name, p.known = trimmed(p.span.In(s.text)), false
			}
			loose := s.modifies(k) || p.loose && s.typeOf(p.name) == coranto.Organisation // "NATO ministers"
			add(party{p.name, p.known && !(p.loose && (s.groundOnly(p) || parts[s.Lemma(p.head)])), crowd || loose})
		}
	}
	return out
}

// ofState is the state that a body named at word k is said to be of: "the Senate of
// Rodvania", "Rodvania's Congress"; "" for none.
func (s *sentence) ofState(k int) string {
	if s.named(k) < 0 || s.entityAt(k).Type != coranto.Organisation {
		return ""
	}
	for _, i := range s.kids[k] {
		if e := s.entityAt(i); e.Type == coranto.State && (s.is(i, "nmod:poss") || s.is(i, "nmod") && s.caseOf(i) == "of") {
			return e.Name
		}
	}
	return ""
}

// modifies tells bodies named before what is meant: "Republican leaders", "the
// Senate contests".
func (s *sentence) modifies(k int) bool {
	if s.named(k) < 0 || s.entityAt(k).Type != coranto.Organisation {
		return false
	}
	next := s.behindName(k)
	if next >= len(s.Words) {
		return false
	}
	switch s.Words[next].Tag {
	case "NOUN", "PROPN", "ADJ":
		return true
	}
	return false
}

// groundOnly tells phrases in which a place is all that is known.
func (s *sentence) groundOnly(p phrase) bool { return s.typeOf(p.name) == coranto.Place }

func (s *scene) typeOf(name string) coranto.EntityType { return s.types[name] }

// membersOf puts in the place of "the ministers of A, B and C", "delegations
// from A and B" what they are of.
func (s *sentence) membersOf(i int) []int {
	if s.named(i) >= 0 {
		return append(append([]int{i}, s.linked(i)...), s.following(i)...)
	}
	var states []int // "Velmarkian and Rodvanian officials"
	for k := i - 1; k >= max(0, i-6) && (s.Words[k].Tag == "ADJ" || s.Words[k].Tag == "NOUN" || s.Words[k].Tag == "PROPN" || s.word(k) == "and" || s.Of(k) == "," || s.Of(k) == "-"); k-- {
		if s.named(k) >= 0 && (s.entityAt(k).Type == coranto.State || s.entityAt(k).Type == coranto.Organisation) {
			states = append(states, k)
		}
	}
	if len(states) > 1 && s.Words[i].Fine == "NNS" {
		slices.Sort(states)
		return states
	}
	for _, k := range s.kids[i] {
		if c := s.caseOf(k); s.is(k, "nmod", "obl") && (c == "of" || c == "from" || c == "for" || c == "between") && s.named(k) >= 0 {
			if all := s.series(k); len(all) > 1 || c == "from" {
				return all
			}
		}
	}
	return []int{i}
}

// series is a name with those that follow it in a list, which the tree may hang
// one on the other: "A, B and C".
func (s *sentence) series(i int) []int {
	all := s.together(i)
	for last := all[len(all)-1]; ; {
		next := -1
		for _, k := range s.kids[last] {
			if s.is(k, "conj") && s.named(k) >= 0 && !slices.Contains(all, k) {
				next = k
			}
		}
		if next < 0 {
			break
		}
		all = append(all, next)
		last = next
	}
	all = append(append(all, s.linked(all[0])...), s.following(all[0])...)
	slices.Sort(all)
	return slices.Compact(all)
}

// linked are the names joined with the one at word i by "and" and commas, titles
// between, which the tree may hang elsewhere: "minister A, envoy B and spy chief C".
func (s *sentence) linked(i int) []int {
	var out []int
	for at, need := i, "and"; ; {
		k := s.firstOf(at) - 1
		for k > 0 && at-k < 9 && s.title(k) {
			k--
		}
		if k >= 1 && need == "and" && s.word(k) == "and" && s.Of(k-1) == "," {
			k--
		}
		if k < 1 || s.word(k) != need && !(need == "and" && s.Of(k) == "," && s.word(k+1) == "and") || !s.alikeAt(k-1, i) {
			break
		}
		out = append(out, k-1)
		at, need = k-1, ","
	}
	if len(out) == 0 {
		return nil
	}
	// "said A and minister B will": the first of the list is no object
	k := s.firstOf(out[len(out)-1]) - 1
	for k >= 0 && s.title(k) {
		k--
	}
	if k >= 0 && s.Words[k].Tag == "VERB" && s.finite(k) {
		return nil
	}
	return out
}

// following are the names that a list goes on with behind word i, up to its "and":
// "A, B and C", "A and his counterpart, B,".
func (s *sentence) following(i int) []int {
	var out []int
	for at := i; ; {
		k := s.behindName(at)
		last := false
		if k < len(s.Words) && s.Of(k) == "," {
			k++
		}
		if k < len(s.Words) && s.word(k) == "and" {
			last = true
			k++
		}
		if k >= len(s.Words) || k == s.behindName(at) {
			return nil
		}
		for n := 0; k < len(s.Words) && n < 6 && last && s.named(k) < 0 && (s.title(k) || s.Words[k].Fine == "PRP$" || s.Of(k) == "," && s.Lemma(k-1) == "counterpart"); n++ {
			k++
		}
		if k < len(s.Words) && s.named(k) >= 0 && s.Words[k].Tag == "ADJ" && last { // "his Rodvanian counterpart, B"
			for n := 0; k < len(s.Words) && n < 6 && s.entityAt(k).Type != coranto.Person && (s.title(k) || s.Of(k) == ","); n++ {
				k++
			}
		}
		if k >= len(s.Words) || s.named(k) < 0 || !s.alikeAt(k, i) || s.scene.marks[s.named(k)].ref {
			return nil
		}
		out = append(out, k)
		if last {
			end := s.behindName(k)
			if end < len(s.Words) && s.verbal(end) && s.Words[i].Head <= k && s.Words[i].Head >= 0 && s.Words[i].Head < i { // "met A and B left"
				return nil
			}
			return out
		}
		at = k
	}
}

// title tells words that may stand before a name in a list.
func (s *sentence) title(i int) bool {
	switch s.Words[i].Tag {
	case "NOUN", "PROPN", "ADJ", "DET":
		return s.named(i) < 0 || s.entityAt(i).Type != coranto.Person
	}
	return s.entityAt(i).Type == coranto.Office || s.word(i) == "'s" || s.word(i) == "’s"
}

// alikeAt tells names of the same sort: two persons, or two states or bodies.
func (s *sentence) alikeAt(a, b int) bool {
	x, y := s.entityAt(a).Type, s.entityAt(b).Type
	if x == coranto.Person || y == coranto.Person {
		return x == y
	}
	return (x == coranto.State || x == coranto.Organisation) && (y == coranto.State || y == coranto.Organisation)
}

// firstOf is the first word of the name at word i.
func (s *sentence) firstOf(i int) int {
	m := s.marks[i]
	for i > 0 && m >= 0 && s.marks[i-1] == m {
		i--
	}
	return i
}

// apposed are the persons named behind an office or a description, between
// commas: "the president of A, Arno Lund,", "the two leaders, B and C,".
func (s *sentence) apposed(i int) []int {
	if s.named(i) >= 0 && s.entityAt(i).Type != coranto.Office || !s.animate(i) && s.entityAt(i).Type != coranto.Office {
		return nil
	}
	_, end := s.reach(i)
	for k := i; k < len(s.Words) && k < i+6; k++ { // where the first comma is
		if c := s.word(k); s.dated(k) || c == "by" || c == "on" || c == "in" || c == "at" {
			return nil
		}
		if s.Of(k) == "," {
			end = k - 1
			break
		}
	}
	if end+2 >= len(s.Words) || s.Of(end+1) != "," {
		return nil
	}
	k := end + 2
	if s.named(k) < 0 || s.entityAt(k).Type != coranto.Person || s.scene.marks[s.named(k)].ref {
		return nil
	}
	out := []int{k}
	next := s.behindName(k)
	if next+1 < len(s.Words) && s.word(next) == "and" && s.Words[i].Fine == "NNS" && s.named(next+1) >= 0 && s.entityAt(next+1).Type == coranto.Person {
		out = append(out, next+1)
		next = s.behindName(next + 1)
	}
	if next < len(s.Words) && s.Words[next].Tag != "PUNCT" && !s.verbal(next) {
		return nil
	}
	return out
}

// behindName is the first word behind the name at word i.
func (s *sentence) behindName(i int) int {
	m := s.marks[i]
	for i < len(s.Words) && m >= 0 && s.marks[i] == m {
		i++
	}
	return i
}

// standing are those whom a plural pronoun or "the two sides" stands for: the two
// who are named before it in its sentence, else who last met; nil where the word
// at i is none, or nobody is meant surely.
func (s *sentence) standing(i, v int) []string {
	word := s.word(i)
	plural := word == "they" || word == "both" || word == "them"
	if !plural {
		if !sides[s.Lemma(i)] && word != "two" || s.named(i) >= 0 {
			return nil
		}
		ok := false
		for _, k := range append(slices.Clone(s.kids[i]), i) {
			switch s.word(k) {
			case "two", "both":
				ok = true
			case "the":
				ok = ok || s.Words[i].Fine == "NNS"
			}
			if s.is(k, "nmod", "appos", "amod", "nmod:poss") && s.named(k) >= 0 {
				return nil
			}
		}
		if !ok {
			return nil
		}
	}
	var names []string
	for k := 0; k < i; k++ {
		m := s.named(k)
		if m < 0 || s.scene.marks[m].ref && s.Words[k].Tag != "PRON" {
			continue
		}
		e := s.entityAt(k)
		if (e.Type == coranto.Person || e.Type == coranto.State) && !s.is(k, "amod", "compound", "nmod:poss") && !ground[s.caseOf(k)] && !slices.Contains(names, e.Name) {
			if s.Words[k].Head >= 0 && s.named(s.Words[k].Head) >= 0 && !s.is(k, "conj") {
				continue
			}
			names = append(names, e.Name)
		}
	}
	if plural && word != "both" && len(names) == 2 {
		return names
	}
	return s.scene.met
}

var (
	sides  = set("side leader president minister country nation party delegation government neighbor neighbour rival man official diplomat envoy negotiator foe counterpart two")
	ground = set("in at near from to toward towards")
)

// holder is the person for whom "his", "her", "its" at a noun stands, by the
// entities or as the subject of the verb above.
func (s *sentence) holder(n int) []int {
	k := s.kid(n, "nmod:poss")
	if k < 0 {
		return nil
	}
	if s.Words[k].Tag != "PRON" && s.Words[k].Fine != "PRP$" {
		return s.together(k)
	}
	if h := s.Words[n].Head; h >= 0 && s.verbal(h) && !s.is(n, "nsubj", "nsubj:pass") {
		return s.subjectOf(h, 3)
	}
	if m := s.marks[k]; m >= 0 {
		return []int{k}
	}
	if s.word(k) != "its" {
		return nil
	}
	for v := range n { // the state or body that the sentence is about
		if s.Words[v].Head < 0 && s.verbal(v) {
			if a := s.subjectOf(v, 1); len(a) == 1 && s.named(a[0]) >= 0 && s.entityAt(a[0]).Type != coranto.Person {
				return a
			}
		}
	}
	return nil
}

// speaker is who says what stands around word i, in the same sentence.
func (s *sentence) speaker(i int) []int {
	for v := range s.Words {
		if s.Words[v].Tag == "VERB" && saying[s.Lemma(v)] && v != i {
			if k := s.kid(v, "nsubj"); k >= 0 && k != i && s.named(k) >= 0 {
				return []int{k}
			}
		}
	}
	return nil
}

func names(all []party) []string {
	out := make([]string, 0, len(all))
	for _, p := range all {
		out = append(out, p.name)
	}
	return out
}

func known(all []party) int {
	n := 0
	for _, p := range all {
		if p.known {
			n++
		}
	}
	return n
}

// parts are nouns for a part of the body before them, which is not the body: "a
// Senate committee".
var parts = set("committee subcommittee panel commission working faction wing family aide adviser advisor ally supporter lawmaker member critic")

func trimmed(s string) string { return strings.Join(strings.Fields(s), " ") }

// owner is the state or body that "its" before "delegation" means: the subject
// of what is said; "" where it is none.
func (s *sentence) owner(i int) string {
	k := s.kid(i, "nmod:poss")
	if k < 0 || s.word(k) != "its" && s.word(k) != "their" || !delegations[s.Lemma(i)] && !bodies[s.Lemma(i)] {
		return ""
	}
	if m := s.marks[k]; m >= 0 {
		return s.entities[s.scene.marks[m].entity].Name
	}
	for v := range i {
		if s.Words[v].Tag == "VERB" && saying[s.Lemma(v)] {
			for _, a := range s.subjectOf(v, 1) {
				if s.named(a) >= 0 {
					return s.entityAt(a).Name
				}
			}
		}
	}
	return ""
}
