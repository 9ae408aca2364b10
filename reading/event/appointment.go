package event

import (
	"slices"

	"coranto"
)

// plan is an appointment in the making: what is appointed, by the words at verb
// and noun (-1: none), of whom, and what is said of its coming.
type plan struct {
	kind       string
	verb, noun int
	who        []int
	status     string
	ground     []int // where, when the plan itself tells
	alone      bool  // one alone may do it: "a visit", "a vote"
	due        bool  // the noun is said to be planned
	act        bool  // a public act of one who is named
}

// at is the word that a plan stands at.
func (p plan) at() int {
	if p.verb >= 0 {
		return p.verb
	}
	return p.noun
}

// appointments reads one sentence.
func (s *sentence) appointments() []coranto.Appointment {
	if !s.mayAppoint() {
		return nil
	}
	var out []coranto.Appointment
	taken := make([]bool, len(s.Words))
	add := func(p plan, ok bool) {
		if !ok {
			return
		}
		if p.noun >= 0 {
			if taken[p.noun] {
				return
			}
			taken[p.noun] = true
		}
		if p.verb >= 0 {
			taken[p.verb] = true
		}
		if a, ok := s.appointment(p); ok && !slices.ContainsFunc(out, func(b coranto.Appointment) bool { return b.What == a.What && b.From == a.From }) {
			out = append(out, s.separate(a, p.verb)...)
		}
	}
	for v, w := range s.Words {
		switch w.Tag {
		case "VERB", "ADJ", "AUX", "NOUN":
			for _, read := range []func(int) (plan, bool){s.called, s.foretold, s.carried, s.been, s.sent} {
				add(read(v))
			}
		}
	}
	for n := range s.Words {
		add(s.deadline(n))
	}
	for n, w := range s.Words {
		if (w.Tag == "NOUN" || w.Tag == "PROPN") && !taken[n] {
			p, ok := s.bare(n)
			if ok && !slices.ContainsFunc(out, func(b coranto.Appointment) bool { return alike(b.What, p.kind) && b.What != p.kind }) {
				add(p, ok)
			}
		}
	}
	for n := range s.Words {
		if !taken[n] {
			if a, ok := s.purpose(n, out); ok {
				out = append(out, a)
			}
		}
	}
	for v, w := range s.Words {
		if w.Tag == "VERB" && !taken[v] {
			if a, ok := s.undertaking(v); ok && !slices.ContainsFunc(out, func(b coranto.Appointment) bool { return b.From == a.From || b.Start == a.Start }) {
				out = append(out, a)
			}
		}
	}
	for v := range s.Words {
		if !taken[v] {
			if p, ok := s.act(v); ok {
				if a, ok := s.appointment(p); ok && !slices.ContainsFunc(out, func(b coranto.Appointment) bool { return b.From == a.From && sharing(a.Who, b.Who) }) {
					out = append(out, a)
				}
			}
		}
	}
	return out
}

// separate makes two of "A and B meet separately with C".
func (s *sentence) separate(a coranto.Appointment, v int) []coranto.Appointment {
	if v < 0 || len(a.Who) != 3 || !slices.ContainsFunc(s.kids[v], func(k int) bool { return s.word(k) == "separately" }) {
		return []coranto.Appointment{a}
	}
	b := a
	a.Who, b.Who = []string{a.Who[0], a.Who[2]}, []string{a.Who[1], a.Who[2]}
	return []coranto.Appointment{a, b}
}

// sharing tells lists with a name in common.
func sharing(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// mayAppoint tells sentences that name a day or look ahead.
func (s *sentence) mayAppoint() bool {
	if len(s.times) > 0 {
		return true
	}
	for i, w := range s.Words {
		if w.Fine == "MD" || w.Fine == "TO" || in("governor", s.Lemma(i)) {
			return true
		}
	}
	return false
}

// called reads verbs that put an appointment off, call it off, ask or plan for
// it: "has postponed the summit", "proposed a meeting", "scheduled a call".
func (s *sentence) called(v int) (p plan, ok bool) {
	if s.Words[v].Tag != "VERB" && s.Words[v].Tag != "ADJ" {
		return p, false
	}
	class := s.governorOf(v)
	if class == "" || class == "invite" {
		return p, false
	}
	n := s.objectNoun(v)
	if n < 0 {
		return p, false
	}
	if c := s.caseOf(n); (c == "at" || c == "in" || c == "from") && !s.passive(v) { // "promised at a rally"
		return p, false
	}
	p = plan{kind: s.nounKind(n), verb: v, noun: n, status: class}
	if s.is(v, "acl") && s.Words[v].Head == n {
		if h := s.Words[n].Head; h >= 0 && s.governorOf(h) != "" && s.Words[h].Tag == "VERB" {
			return p, false // told by the verb above: "postponed a meeting scheduled for"
		}
		if class == "announced" && s.Words[n].Head >= 0 {
			return p, false // bare reads it
		}
	}
	if s.negated(v) {
		if class == "announced" {
			p.status = "denied"
		} else {
			return p, false
		}
	}
	for _, k := range s.kids[v] {
		if s.is(k, "aux") && in("modal", s.word(k)) {
			p.status = "doubtful"
		}
		if s.is(k, "aux") && s.word(k) == "would" {
			return p, false
		}
	}
	if class == "denied" && (s.Lemma(v) == "refuse" || s.Lemma(v) == "decline") && p.kind == "" {
		return p, false
	}
	r := s.rolesOf(v)
	if !s.passive(v) {
		p.who = slices.Clone(r.subject)
	}
	if fate, by := s.fate(n); class == "announced" && by != v && gravity[fate] > gravity["announced"] { // "postponed a summit that had been planned for"
		p.status = fate
		if s.Words[by].Tag == "VERB" && !s.passive(by) && by < n {
			p.who = append(s.rolesOf(by).subject, p.who...)
		}
	}
	p.who = append(p.who, s.partiesAt(n)...)
	p.who = append(p.who, s.hanging(v, "with")...)
	if p.kind == "deadline" {
		if own := s.partiesAt(n); known(s.partiesOf(own, v)) > 0 {
			p.who = own
		}
		p.alone = true
	}
	p.alone = p.alone || p.kind == "other" || p.kind == "vote" || p.kind == "ceremony" || p.kind == "visit"
	if class == "demand" {
		p.kind, p.who = "demand", r.subject
		p.status = "announced"
	}
	return p, true
}

// governorOf is what a verb or adjective says of the coming of what hangs on it.
func (s *sentence) governorOf(v int) string {
	plain, whole := s.lemmaOf(v)
	if class := words["governor"][whole]; class != "" {
		return class
	}
	return words["governor"][plain]
}

// foretold reads verbs that tell an appointment themselves: "will meet", "is to
// visit", "sign the treaty".
func (s *sentence) foretold(v int) (p plan, ok bool) {
	if s.Words[v].Tag != "VERB" {
		return p, false
	}
	plain, whole := s.lemmaOf(v)
	p = plan{verb: v, noun: -1, kind: words["verb"][whole]}
	if p.kind == "" {
		p.kind = words["verb"][plain]
	}
	of, noun := s.patternOf(v)
	if of != "" {
		p.kind = of
		if of != "ceremony" || s.nounKind(noun) != "" {
			p.noun = noun
		}
	}
	if p.kind == "" {
		if plain != "speak" && plain != "talk" || len(s.hanging(v, "with"))+len(s.hanging(v, "to")) == 0 {
			return p, false
		}
		p.kind = "talks"
	}
	if p.status = s.outlook(v); p.status == "" || p.status == "demand" || p.status == "present" && s.Words[v].Fine == "VBG" && s.kid(v, "aux") < 0 {
		return p, false
	}
	r := s.rolesOf(v)
	with := append(s.hanging(v, "with"), s.hanging(v, "between")...)
	switch {
	case of != "":
		p.who, p.alone = slices.Clone(r.subject), true
		if len(p.who) == 0 || s.passive(v) {
			p.who = append(p.who, s.partiesAt(noun)...)
		}
		if of == "call" {
			p.who, p.alone = append(append(p.who, with...), s.hanging(v, "to")...), false
		}
		if s.Lemma(noun) == "verdict" || s.Lemma(noun) == "sentence" || s.Lemma(noun) == "ruling" {
			p.who = append(append(s.hanging(noun, "against"), s.hanging(v, "against")...), s.hanging(noun, "in")...)
			p.ground = s.together(s.subjectGround(v))
		}
		if s.nounKind(noun) == "talks" {
			p.alone = false
		}
	case p.kind == "visit":
		p.ground = s.goal(v)
		if len(p.ground) == 0 || s.passive(v) {
			return p, false
		}
		p.who, p.alone = r.subject, true
		if n := s.meetingNear(v); n >= 0 && s.nounKind(n) == "visit" {
			p.noun = n
		}
	case p.kind == "vote":
		if f := s.hanging(v, "for"); len(f) > 0 && (s.Words[f[0]].Tag == "PRON" || s.entityAt(f[0]).Type == coranto.Person) {
			return p, false // somebody's choice
		}
		p.who, p.alone = r.subject, true
		if known(s.partiesOf(p.who, v)) == 0 {
			p.who = append(p.who, s.groundsNear(v)...)
		}
	case p.kind == "ceremony" || p.kind == "other":
		p.who, p.alone = r.object, true
		if !s.passive(v) {
			p.who = r.subject
		}
	case plain == "receive" || plain == "host" || plain == "greet" || plain == "see" || p.kind == "call":
		if s.passive(v) {
			return p, false
		}
		object := s.people(r.object)
		if len(object) > 1 && s.named(object[0]) >= 0 { // "call A on Friday, aides said"
			object = slices.DeleteFunc(object, func(i int) bool { return s.named(i) < 0 })
		}
		met := s.partiesOf(object, v)
		if known(met) == 0 || (plain == "see" || p.kind == "call") && !s.persons(met) || len(object) > 0 && s.nounKind(object[0]) != "" {
			return p, false
		}
		p.who = append(slices.Clone(r.subject), object...)
	default:
		object := slices.DeleteFunc(s.people(r.object), func(i int) bool { return s.word(i) == "face" }) // "meet face to face"
		if len(r.object) > 0 && s.nominal(r.object[0]) && len(object) > 0 && plain != "discuss" {
			if len(s.partiesOf(object, v)) == 0 {
				return p, false // "meet the challenge"
			}
		}
		p.who = append(append(slices.Clone(r.subject), object...), with...)
		if len(object)+len(with) == 0 {
			p.who = append(p.who, s.withs(v)...)
		}
		if plain == "consult" || plain == "speak" || plain == "talk" || plain == "negotiate" {
			p.who = append(p.who, s.hanging(v, "to")...)
		}
		if n := s.meetingNear(v); n >= 0 { // "meet for talks"
			p.noun = n
			if k := s.nounKind(n); k == "talks" || k == "summit" {
				p.kind = k
			}
			p.who = append(p.who, s.partiesAt(n)...)
		}
	}
	return p, true
}

// persons tells whether all of a party are persons.
func (s *sentence) persons(all []party) bool {
	for _, p := range all {
		if t := s.typeOf(p.name); t != coranto.Person && t != coranto.Office {
			return false
		}
	}
	return len(all) > 0
}

// entityAt returns the entity that word i names, the zero Entity where it names
// none.
func (s *sentence) entityAt(i int) coranto.Entity {
	m := s.named(i)
	if m < 0 {
		return coranto.Entity{}
	}
	return s.entities[s.scene.marks[m].entity]
}

func day(date string) string { return date[:min(len(date), len("2006-01-02"))] }
