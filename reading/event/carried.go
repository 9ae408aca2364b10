package event

import (
	"slices"

	"coranto"
)

// carried reads verbs that carry the noun of an appointment: "will hold talks",
// "are to attend a summit", "talks will begin".
func (s *sentence) carried(v int) (p plan, ok bool) {
	opens := s.Words[v].Tag == "NOUN" && v > 0 && in("held", s.Lemma(v)) && (s.nounKind(v-1) != "" || s.Lemma(v) == "expire") && v+1 < len(s.Words) && s.Words[v+1].Tag == "ADP"
	if s.Words[v].Tag != "VERB" && s.Words[v].Tag != "ADJ" && !opens && s.Lemma(v) != "vote" && s.word(v) != "head" {
		return p, false
	}
	if s.Words[v].Tag == "NOUN" && s.word(v) == "head" && v+3 < len(s.Words) && s.word(v+1) == "to" && s.Lemma(v+3) == "poll" { // "voters in A head to the polls"
		for k := v - 1; k >= max(0, v-4); k-- {
			if s.placeAt(k) != "" {
				return plan{kind: "vote", verb: -1, noun: v + 3, who: []int{k}, status: "present", alone: true, due: true}, true
			}
		}
		return p, false
	}
	if s.Words[v].Tag == "NOUN" && s.Lemma(v) == "vote" && v > 0 && s.entityAt(v-1).Type == coranto.State { // "Rodvania votes on Sunday"
		if v+2 < len(s.Words) && s.word(v+1) == "on" && s.dated(v+2) {
			return plan{kind: "vote", verb: -1, noun: v, who: []int{v - 1}, status: "present", alone: true, due: true}, true
		}
		return p, false
	}
	if opens { // a verb that the tagger takes for a noun: "the summit opens on Friday"
		n := v - 1
		for n > 0 && s.nounKind(n) == "" {
			n--
		}
		return plan{kind: s.nounKind(n), verb: -1, noun: n, who: s.partiesAt(n), status: "present", alone: true, due: true}, s.nounKind(n) != ""
	}
	plain, whole := s.lemmaOf(v)
	holds, held := in("hold", whole) || in("hold", plain), in("held", whole) || in("held", plain) || words["governor"][plain] == "announced" && (s.passive(v) || s.objectOf(v) < 0)
	if !holds && !held {
		return p, false
	}
	r := s.rolesOf(v)
	n := -1
	if holds {
		n = s.objectNoun(v)
	}
	if k := s.kid(v, "obj"); n < 0 && holds && k >= 2 && s.Words[k].Fine == "WDT" { // "the talks, which A will hold"
		for i := k - 1; i >= max(0, k-3); i-- {
			if s.nounKind(i) != "" {
				n = i
			}
		}
	}
	for k := v - 1; n < 0 && holds && k >= max(2, v-8) && s.objectOf(v) < 0; k-- { // the same, the pronoun hung elsewhere
		if s.Words[k].Fine == "WDT" {
			for i := k - 1; i >= k-2; i-- {
				if n < 0 && s.nounKind(i) != "" {
					n = i
				}
			}
			break
		}
	}
	if k := s.kid(v, "nsubj", "nsubj:pass"); n < 0 && held && k >= 0 && s.nounKind(k) != "" {
		n = k
	} else if n < 0 && held && len(r.subject) > 0 && s.nounKind(r.subject[0]) != "" {
		n = r.subject[0]
	}
	if n < 0 && in("ends", whole) || n < 0 && in("ends", plain) { // "the truce expires on Friday"
		for _, k := range r.subject {
			if status := s.outlook(v); status != "" && in("lapse", s.Lemma(k)) {
				return plan{kind: "deadline", verb: v, noun: k, who: s.partiesAt(k), status: status, alone: true}, true
			}
		}
	}
	if n < 0 {
		return p, false
	}
	if held && s.Words[v].Fine != "VB" && s.kid(v, "aux", "aux:pass", "cop") < 0 && words["governor"][whole] == "announced" && v > n {
		return p, false // "talks scheduled for Friday"
	}
	p = plan{kind: s.nounKind(n), verb: v, noun: n, status: s.outlook(v)}
	if fate, _ := s.fate(n); gravity[fate] > gravity["announced"] && p.status != "" {
		p.status = graver(p.status, fate)
	}
	if p.status == "present" && !held && s.Words[v].Fine == "VBN" {
		return p, false
	}
	if p.status == "" && s.asPlanned() && (s.Words[v].Fine == "VBD" || s.Words[v].Fine == "VBN") {
		p.status = "happened"
	}
	if p.status == "" || p.status == "demand" {
		return p, false
	}
	own := s.partiesAt(n)
	if plain == "bring" || plain == "gather" || plain == "include" || plain == "involve" { // "will bring together A and B"
		if own = append(own, s.several(s.people(r.object))...); len(own) == 0 {
			own = s.several(s.people(s.behindAll(v)))
		}
	}
	if len(r.subject) > 0 && !slices.Contains(r.subject, n) && !s.passive(v) {
		host := (plain == "host" || plain == "arrange" || plain == "organise" || plain == "organize") && (p.kind == "talks" || p.kind == "meeting") && len(s.partiesOf(own, v)) > 1
		if host || plain == "host" {
			p.ground = s.states(r.subject)
		}
		if !host {
			p.who = append(p.who, r.subject...)
		}
	}
	p.who = append(p.who, own...)
	if p.kind == "visit" {
	} else if noun := s.objectOf(v); noun != n || held {
		p.who = append(append(p.who, s.hanging(v, "with")...), s.hanging(v, "between")...)
	} else {
		p.who = append(p.who, s.hanging(v, "with")...)
	}
	if known(s.partiesOf(p.who, v)) == 0 {
		p.who = append(p.who, s.betweens(max(v, n))...)
	}
	p.alone = p.kind == "visit" || p.kind == "vote" || p.kind == "ceremony" || p.kind == "deadline" || p.kind == "other" || plain == "attend" || plain == "participate"
	if p.kind == "vote" && known(s.partiesOf(p.who, v)) == 0 {
		p.who = append(append(p.who, s.hanging(n, "in")...), s.groundsNear(v)...)
	}
	return p, true
}

// behindAll is the noun phrase behind a verb, an adverb between.
func (s *sentence) behindAll(v int) []int {
	if i := s.behindWord(v + 1); i >= 0 && s.Words[v+1].Tag == "ADV" {
		return []int{i}
	}
	return s.behind(v)
}
