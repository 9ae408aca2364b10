package event

import (
	"slices"

	"coranto"
)

// act reads what somebody does in public, or has done to himself, on a day told
// beforehand: "will release the report on Monday", "is to be arraigned today". It
// is an appointment of no kind of its own.
func (s *sentence) act(v int) (p plan, ok bool) {
	if s.Words[v].Tag != "VERB" && s.word(v) != "due" || s.Words[v].Tag == "NOUN" {
		return p, false
	}
	if n := v + 2; n < len(s.Words) && s.governorOf(v) == "announced" && (s.word(v+1) == "in" || s.word(v+1) == "before") && s.Lemma(n) == "court" { // "is due in court"
		r := s.rolesOf(v)
		p = plan{kind: "other", verb: v, noun: n, status: "announced", alone: true, act: true, who: append(r.subject, r.object...)}
		return p, len(p.who) == 1 && s.outright(p.who[0]) && !s.conditional()
	}
	plain, whole := s.lemmaOf(v)
	passive := s.passive(v)
	if passive && !in("undergo", whole) && !in("undergo", plain) || !passive && !in("act", whole) && !in("act", plain) {
		return p, false
	}
	p = plan{kind: "other", verb: v, noun: -1, status: s.outlook(v), alone: true, act: true}
	if p.status != "announced" || s.conditional() || !s.foretelling(v) {
		return p, false
	}
	r := s.rolesOf(v)
	p.who = r.subject
	if passive {
		p.who = r.object
	}
	for _, i := range p.who {
		if !s.outright(i) || i > v || s.parted(i, v) {
			return p, false
		}
	}
	if o := s.objectOf(v); o > v && !passive {
		p.noun = o
	}
	return p, len(p.who) > 0
}

// foretelling tells verbs with "will" or a governor of what is to come right before
// them: "will sign", "is scheduled to be arraigned", not "will host A to mark".
func (s *sentence) foretelling(v int) bool {
	for i := v - 1; i >= max(0, v-6); i-- {
		switch {
		case coming[s.word(i)], s.governorOf(i) == "announced" && s.word(i+1) == "to", s.Lemma(i) == "be" && s.word(i+1) == "to":
			return true
		case s.Words[i].Tag == "NOUN" && s.dated(i), s.Words[i].Tag == "ADV", s.Words[i].Tag == "AUX", s.Words[i].Tag == "ADP", s.Words[i].Fine == "TO", s.dated(i):
		default:
			return false
		}
	}
	return false
}

// parted tells whether a quotation or a relative clause stands between a name and
// a verb.
func (s *sentence) parted(i, v int) bool {
	for k := i + 1; k < v; k++ {
		switch s.word(k) {
		case "which", "whose", "\"", "“", "”", ":", ";":
			return k < v-4 || s.word(k) != "which"
		case "who":
			return k != i+2 && k != i+1
		}
	}
	return false
}

// conditional tells sentences in which something hangs on a condition.
func (s *sentence) conditional() bool {
	for i := range s.Words {
		switch s.word(i) {
		case "if", "unless", "whether", "would":
			return true
		}
	}
	return false
}

// electors are the places whose people vote: the subject of "votes", the name
// before "primary", or behind it by "in".
func (s *sentence) electors(p plan) []party {
	if p.noun >= 0 && p.verb < 0 && !in("poll", s.Lemma(p.noun)) { // "on the first vote in A"
		return nil
	}
	var out []party
	add := func(list []int) {
		for _, i := range list {
			if name := s.placeAt(i); name != "" && s.entityAt(i).Type == coranto.Place && !slices.ContainsFunc(out, func(o party) bool { return o.name == name }) {
				out = append(out, party{name: name, known: true})
			}
		}
	}
	if p.verb >= 0 && s.Words[p.verb].Fine == "VBZ" && p.verb > 2 && (s.word(p.verb-1) == "which" || s.word(p.verb-2) == "which") { // "A and B, which votes"
		for k := p.verb - 1; k >= p.verb-4 && k >= 0; k-- {
			if s.placeAt(k) != "" {
				add([]int{k})
				break
			}
		}
	}
	if len(out) == 0 {
		add(p.who)
	}
	if len(out) == 0 && p.noun >= 0 {
		for k := p.noun - 1; k >= 0 && (s.title(k) || s.dated(k)); k-- { // "the Feb. 20 South Carolina Republican primary"
			if s.placeAt(k) != "" {
				add(s.together(k))
				break
			}
		}
	}
	if len(out) == 0 && p.noun >= 0 {
		add(s.hanging(p.noun, "in"))
	}
	if len(out) == 0 && p.verb >= 0 {
		add(s.groundsNear(p.verb))
	}
	return out
}
