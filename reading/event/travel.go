package event

import "coranto"

// been reads where somebody will be: "will be in A", "is due in A", "is expected
// in A".
func (s *sentence) been(v int) (p plan, ok bool) {
	l := s.Lemma(v)
	ready := words["governor"][l] == "announced"
	if l != "be" && !ready {
		return p, false
	}
	var goal []int
	for i := v + 1; i < min(len(s.Words), v+5); i++ { // the place follows at once
		if s.named(i) >= 0 {
			if c := s.caseOf(i); c == "in" || c == "at" && ready {
				if t := s.entityAt(i).Type; t == coranto.Place || t == coranto.State {
					goal = []int{i}
				}
			}
			break
		}
		if s.Words[i].Tag != "ADP" && s.Words[i].Tag != "DET" {
			break
		}
	}
	if goal == nil {
		return p, false
	}
	p = plan{kind: "visit", verb: v, noun: -1, ground: goal, alone: true}
	subject := -1
	for i := v - 1; i >= max(0, v-5); i-- {
		w := s.word(i)
		switch {
		case coming[w]:
			p.status = graver(p.status, "announced")
		case in("modal", w):
			p.status = graver(p.status, "doubtful")
		case w == "not":
			p.status = "denied"
		case s.Lemma(i) == "be":
			if ready && w != "be" && w != "been" {
				p.status = graver(p.status, "announced")
			}
		case s.Words[i].Tag == "PUNCT":
			continue
		default:
			subject = i
		}
		if subject >= 0 {
			break
		}
	}
	if p.status == "" || subject < 0 || s.named(subject) < 0 {
		return p, false
	}
	if s.entityAt(subject).Type != coranto.Person && s.entityAt(subject).Type != coranto.Office {
		return p, false
	}
	p.who = []int{subject}
	return p, true
}

// sent reads who is to be sent: "will send a delegation to A".
func (s *sentence) sent(v int) (p plan, ok bool) {
	l := s.Lemma(v)
	if s.Words[v].Tag != "VERB" || l != "send" && l != "dispatch" && l != "invite" {
		return p, false
	}
	p = plan{kind: "visit", verb: v, noun: -1, ground: s.goal(v), alone: true, status: s.outlook(v)}
	if l == "invite" {
		if s.kid(v, "xcomp", "advcl", "ccomp") >= 0 || s.negated(v) {
			return p, false
		}
		p.status = "doubtful"
	}
	if len(p.ground) == 0 || p.status == "" || p.status == "demand" {
		return p, false
	}
	r := s.rolesOf(v)
	p.who = r.object
	if len(r.object) > 0 && s.named(r.object[0]) < 0 && delegations[s.Lemma(r.object[0])] && l != "invite" { // whose it is
		p.who = r.subject
		for _, k := range s.kids[r.object[0]] {
			if s.named(k) >= 0 && s.is(k, "nmod:poss", "amod", "compound") {
				p.who = []int{k}
			}
		}
	}
	all := s.partiesOf(p.who, v)
	if n := s.meetingNear(v); n >= 0 {
		p.noun, p.kind = n, s.nounKind(n)
		p.who = append(p.who, s.partiesAt(n)...)
		return p, len(all) > 0
	}
	return p, s.persons(all) || len(r.object) > 0 && delegations[s.Lemma(r.object[0])]
}

var delegations = set("delegation envoy mission team minister diplomat negotiator representative official inspector chief adviser advisor")
