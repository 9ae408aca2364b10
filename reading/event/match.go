package event

import (
	"slices"
	"strings"

	"coranto"
)

// match is a frame with what fills it.
type match struct {
	frame  *frame
	noun   int // -1: none
	target []int
	weight int
}

func (s *sentence) verbEvent(v int) (coranto.Event, bool) {
	plain, whole := s.lemmaOf(v)
	list := frames[whole]
	if whole == plain || len(list) == 0 {
		list = frames[plain]
	}
	negated := s.negated(v)
	if h := s.Words[v].Head; h >= 0 && s.is(v, "xcomp", "advcl", "acl") && omitting[s.Lemma(h)] && s.Words[h].Tag == "VERB" {
		negated = true
	}
	if len(list) == 0 || negated && !s.willing(v) && !s.is(v, "xcomp", "advcl", "acl") {
		return coranto.Event{}, false
	}
	r := s.rolesOf(v)
	if plain == "call" && whole == plain && len(r.object) > 0 && s.entityAt(r.object[0]).Type == coranto.Person { // by telephone
		list = slices.DeleteFunc(slices.Clone(list), func(f *frame) bool { return f.kind != "CONSULT" })
	}
	best := match{noun: -1, weight: -1}
	for _, f := range list {
		for _, m := range s.matches(f, r) {
			if m.weight > best.weight {
				best = m
			}
		}
	}
	if best.frame == nil {
		return coranto.Event{}, false
	}
	if best.noun >= 0 {
		s.used[best.noun] = true
	}
	if n := s.meetingNear(v); n >= 0 && best.frame.kind == "CONSULT" && best.noun < 0 { // "visited A for talks with B"
		best.target = append(slices.Clone(best.target), s.hanging(n, "with")...)
	}
	e, ok := s.told(best.frame.kind, v, best.noun, r.subject, best.target)
	if negated { // "will not accept"
		ok = ok && (friendly[best.frame.kind] || e.Type == "AGREE")
		e.Type, e.Modality = "REJECT", "announced"
	}
	return e, ok
}

// matches fills a frame around a verb. More specific frames weigh more.
func (s *sentence) matches(f *frame, r roles) []match {
	if f.nouns == nil {
		for n, slot := range f.slots {
			if t := s.fill(slot, r, -1); t != nil || slot == "." {
				w := 20 - n
				if slot == "obj" || slot == "." {
					w = 10 - n
				}
				return []match{{f, -1, t, w}}
			}
		}
		if (len(r.subject) > 1 || len(r.subject) == 1 && s.standing(r.subject[0], r.verb) != nil) && f.mutual() {
			return []match{{f, -1, nil, 5}}
		}
		return nil
	}
	noun := s.nounOf(f, r)
	if noun < 0 {
		return nil
	}
	for n, slot := range f.slots {
		if t := s.fill(slot, r, noun); t != nil {
			return []match{{f, noun, t, 40 - n}}
		}
	}
	if (len(r.subject) > 1 || len(r.subject) == 1 && s.standing(r.subject[0], r.verb) != nil) && f.mutual() {
		return []match{{f, noun, nil, 30}}
	}
	return nil
}

// omitting are verbs of what is left undone: "refrained from endorsing".
var omitting = set("fail refrain abstain avoid")

// mutual tells frames of what two do together: those with a slot "with".
func (f *frame) mutual() bool { return mutual[f.kind] && slices.Contains(f.slots, "with") }

// mutual are the types that two may do together.
var mutual = set("CONSULT AGREE COOPERATE SUPPORT RETREAT REJECT")

// nounOf finds the noun of a frame among a verb's objects and what hangs on it.
func (s *sentence) nounOf(f *frame, r roles) int {
	try := func(i int) int {
		if s.Words[i].Tag != "NOUN" && s.Words[i].Tag != "PROPN" && s.Words[i].Tag != "NUM" && s.Words[i].Tag != "ADJ" {
			return -1
		}
		for _, l := range s.nounLemmas(i) {
			if f.nouns[l] {
				return i
			}
		}
		for _, k := range s.kids[i] { // "a package of aid", "an aid package"
			if (s.is(k, "compound") || s.is(k, "nmod") && s.caseOf(k) == "of" && holders[s.Lemma(i)]) && s.Words[k].Tag == "NOUN" && f.nouns[s.Lemma(k)] {
				return i
			}
		}
		return -1
	}
	for _, o := range r.object {
		if n := try(o); n >= 0 && (n > r.verb || s.passive(r.verb)) {
			return n
		}
	}
	for _, k := range s.kids[r.verb] {
		if s.is(k, "obj", "obl", "nsubj:pass", "xcomp", "advmod", "compound", "obl:unmarked") {
			if n := try(k); n >= 0 && (n > r.verb || s.is(k, "nsubj:pass")) {
				return n
			}
		}
	}
	return -1
}

// holders are nouns that stand for what they hold: "a wave of attacks".
var holders = set("wave series number round package set string spate kind type form act campaign state billion million thousand dozen hundred ton tonne shipment batch team group total lot amount worth measure range day week hour")

// fill finds what stands in a slot around a verb and its noun.
func (s *sentence) fill(slot string, r roles, noun int) []int {
	switch slot {
	case "obj":
		if noun < 0 {
			return s.people(r.object)
		}
		if k := s.kid(r.verb, "iobj"); k >= 0 {
			return s.together(k)
		}
		if o := s.kid(r.verb, "obj"); o >= 0 && o != noun {
			return s.together(o)
		}
		return s.inside(noun)
	case "iobj":
		if k := s.kid(r.verb, "iobj"); k >= 0 {
			return s.together(k)
		}
		if slices.Contains(r.object, -1) || len(r.object) == 0 {
			return nil
		}
		return nil
	case "to+":
		for _, k := range s.kids[r.verb] {
			if s.is(k, "xcomp", "advcl", "ccomp", "acl") && s.Words[k].Fine == "VB" {
				s.used[k] = true
				return s.within(k, 3)
			}
		}
		if noun >= 0 {
			for _, k := range s.kids[noun] {
				if s.is(k, "acl", "xcomp", "advcl") && s.Words[k].Fine == "VB" {
					return s.within(k, 3)
				}
			}
		}
		return nil
	case ".":
		return nil
	}
	preposition, place := strings.CutSuffix(slot, "?")
	for _, at := range []int{noun, r.verb} {
		if at < 0 {
			continue
		}
		t := s.hanging(at, preposition)
		if preposition == "with" || preposition == "between" {
			t = s.personsBehind(at, preposition, t)
		}
		if t != nil && (!place || s.placed(t[0])) && !s.dated(t[0]) {
			return t
		}
	}
	// what hangs on the noun's own noun: "a series of attacks on B"
	if noun >= 0 {
		for _, k := range s.kids[noun] {
			if s.is(k, "nmod", "obl") {
				if t := s.hanging(k, preposition); t != nil && (!place || s.placed(t[0])) && !s.dated(t[0]) {
					return t
				}
			}
		}
	}
	return s.farther(max(noun, r.verb), preposition, place)
}

// farther is what stands by a preposition behind word i in its clause, where the
// tree hangs it elsewhere: "imposed a curfew on A starting at noon".
func (s *sentence) farther(i int, preposition string, place bool) []int {
	for k := i + 1; k+1 < len(s.Words) && k < i+18; k++ {
		switch w := s.word(k); {
		case s.Words[k].Tag == "VERB" && s.finite(k), w == ";", w == ":", w == "that", w == "who", w == "which", w == "after", w == "before", w == "while", w == "when":
			return nil
		case w == preposition:
			t := s.behindWord(k)
			for n := k + 1; n < min(len(s.Words), k+4) && (t < 0 || s.named(t) < 0); n++ { // "at A's systems", the tree in pieces
				if s.named(n) >= 0 {
					t = n
				}
				if tag := s.Words[n].Tag; tag != "ADJ" && tag != "DET" && tag != "NOUN" && tag != "PROPN" {
					break
				}
			}
			if t >= 0 && (s.named(t) >= 0 || s.animate(t) || !place) && !s.dated(t) && (!place || s.placed(t)) {
				return s.together(t)
			}
		}
	}
	return nil
}

// behindWord is the head of the noun phrase that begins behind word i, -1 for
// none.
func (s *sentence) behindWord(i int) int {
	head := -1
	for k := i + 1; k < len(s.Words) && k < i+9; k++ {
		switch s.Words[k].Tag {
		case "NOUN", "PROPN":
			head = k
			continue
		case "ADJ", "NUM", "DET", "PRON":
			if head < 0 || s.word(k-1) == "'s" {
				continue
			}
		case "PART":
			if w := s.word(k); w == "'s" || w == "’s" || w == "'" || w == "’" {
				continue
			}
		case "ADV":
			if head < 0 {
				continue
			}
		}
		break
	}
	return head
}

// placed tells phrases that name a state or place.
func (s *sentence) placed(i int) bool {
	p := s.phraseAt(i)
	return p.known
}

// dated tells phrases that are a time.
func (s *sentence) dated(i int) bool {
	w := s.Words[i]
	for _, t := range s.times {
		if t.Start < w.End && w.Start < t.End {
			return true
		}
	}
	return false
}

// people leaves out what nobody can be: times, "it".
func (s *sentence) people(list []int) []int {
	var out []int
	for _, i := range list {
		if !s.dated(i) && s.nominal(i) {
			out = append(out, i)
		}
	}
	return out
}

// inside is whom a noun phrase names within: "Trump's plan", "U.S. aid".
func (s *sentence) inside(noun int) []int {
	if p := s.phraseAt(noun); p.known && p.loose {
		return []int{noun}
	}
	return nil
}

// within finds whom a clause is about: its object, or what hangs on it.
func (s *sentence) within(v, depth int) []int {
	r := roles{verb: v, object: s.together(s.kid(v, "obj", "iobj"))}
	objects := s.people(r.object)
	if len(objects) > 0 {
		if p := s.phraseAt(objects[0]); p.known {
			return objects
		}
	}
	for _, k := range s.kids[v] {
		if s.is(k, "obl", "nmod") && s.nominal(k) && s.placed(k) && !s.dated(k) {
			return s.together(k)
		}
	}
	for _, o := range objects {
		for _, k := range s.kids[o] {
			if s.is(k, "nmod") && s.placed(k) {
				return s.together(k)
			}
		}
	}
	if depth > 0 {
		if k := s.kid(v, "xcomp", "ccomp"); k >= 0 {
			if t := s.within(k, depth-1); t != nil {
				return t
			}
		}
	}
	if t := s.after(v); t != nil {
		return t
	}
	return objects
}

// after is any name that stands behind a verb before its clause ends.
func (s *sentence) after(v int) []int {
	for i := v + 1; i < len(s.Words) && s.Of(i) != "," && s.Of(i) != ";"; i++ {
		if s.Words[i].Tag == "VERB" && s.finite(i) {
			break
		}
		if s.named(i) >= 0 && !s.dated(i) && s.Words[i].Tag != "PRON" {
			return []int{i}
		}
	}
	return nil
}

// personsBehind are the persons named in a list behind a preposition that follows
// word i, titles between: "with President A and Prime Minister B"; else found.
func (s *sentence) personsBehind(i int, preposition string, found []int) []int {
	for k := i + 1; k < min(len(s.Words), i+3); k++ {
		if s.word(k) != preposition {
			continue
		}
		var out []int
		for n := k + 1; n < len(s.Words) && n < k+24; n++ {
			t := s.entityAt(n).Type
			switch {
			case t == coranto.Person:
				if m := s.marks[n]; len(out) == 0 || s.marks[out[len(out)-1]] != m {
					out = append(out, n)
				}
				continue
			case s.title(n), s.word(n) == "and", s.Of(n) == ",", s.word(n) == "of":
				continue
			}
			break
		}
		if len(out) > len(found) || len(out) > 0 && len(found) > 0 && s.entityAt(found[0]).Type != coranto.Person {
			return out
		}
	}
	return found
}
