package event

import (
	"slices"

	"coranto"
)

// bare reads a noun with a day ahead: "talks on Sunday", "the summit in June",
// "Friday's meeting".
func (s *sentence) bare(n int) (p plan, ok bool) {
	p = plan{kind: s.nounKind(n), verb: -1, noun: n}
	if p.kind == "" || s.Lemma(n) == "event" || p.kind == "call" && s.Lemma(n) == "call" && len(s.partiesAt(n)) < 2 || s.is(n, "compound") && s.Words[n].Head > n {
		return p, false
	}
	switch s.caseOf(n) {
	case "during", "after", "since", "following":
		return p, false
	}
	if h := s.Words[n].Head; s.caseOf(n) == "for" && h >= 0 && s.Words[h].Tag != "VERB" && s.Words[h].Tag != "NOUN" {
		return p, false // what a visit is for
	}
	for _, k := range s.kids[n] {
		w := s.word(k)
		switch {
		case in("next", w) && s.is(k, "amod", "acl"), words["governor"][s.Lemma(k)] == "announced" && s.is(k, "acl", "acl:relcl", "amod"):
			p.due = true
		case w == "no":
			p.status = "denied"
		}
	}
	fate, by := s.fate(n)
	p.due = p.due || fate != "" || s.scheduledBehind(n)
	m, walls, dated := s.planned(p)
	if !dated || walls > 1 || s.at == "" {
		return p, false
	}
	due := p.due
	if !due && m.weekday && s.inPast(n) {
		return p, false // "spoke at a meeting on Friday"
	}
	direct := m.word > n && m.word <= n+4 || m.last < n && m.last >= n-2
	if !direct {
		if _, end := s.reach(n); m.word > end+3 || m.word < n-2 {
			if !due || walls > 0 {
				return p, false
			}
		}
	}
	if m.from <= day(s.at) && !due {
		return p, false
	}
	p.status = graver(graver(p.status, "announced"), fate)
	p.who = s.partiesAt(n)
	if by >= 0 && fate != "" && !s.passive(by) && s.Words[by].Tag == "VERB" && by < n {
		p.who = append(s.rolesOf(by).subject, p.who...)
	}
	if k := s.kid(n, "acl:relcl"); k >= 0 && len(p.who) == 0 {
		p.who = s.rolesOf(k).subject
	}
	if p.kind == "deadline" && len(p.who) == 0 {
		for i := n - 1; i >= max(0, n-5); i-- {
			if s.named(i) >= 0 && i > 0 && (s.Lemma(i-1) == "set" || s.Lemma(i-1) == "give") {
				p.who = []int{i}
			}
		}
	}
	if p.status == "demand" {
		p.kind, p.status = "demand", "announced"
		if by >= 0 {
			p.who = s.rolesOf(by).subject
		}
	}
	p.alone = p.kind != "meeting" && p.kind != "talks" && p.kind != "call"
	h := s.Words[n].Head
	if h >= 0 && s.Words[h].Tag == "NOUN" && s.caseOf(n) == "for" {
		switch class := words["governor"][s.Lemma(h)]; class {
		case "doubtful":
			p.status = graver(p.status, class)
		case "demand":
			return p, false
		}
	}
	if h >= 0 && s.Words[h].Tag == "NOUN" && in("plan", s.Lemma(h)) {
		for _, k := range s.kids[h] {
			if s.word(k) == "no" {
				p.status = "denied"
			}
		}
	}
	if h >= 0 && (s.Words[h].Tag == "ADJ" || s.Words[h].Tag == "ADV" || s.Words[h].Tag == "VERB") {
		class := s.governorOf(h)
		if class == "doubtful" && (in("poll", s.Lemma(n)) || !s.is(n, "obj", "obl", "nsubj", "nsubj:pass", "nmod")) { // what somebody hopes of it
			class = ""
		}
		switch {
		case s.word(h) == "off" && s.kid(h, "cop") >= 0:
			class = "cancelled"
		case class == "demand" && s.Words[h].Tag == "VERB":
			p.kind, p.who, p.alone = "demand", s.rolesOf(h).subject, true
			class = ""
		case s.caseOf(n) == "for" && s.Words[h].Tag == "VERB" && class == "" && s.outlook(h) != "":
			p.who = append(p.who, s.subjectOf(h, 3)...)
		}
		if class != "invite" {
			p.status = graver(p.status, class)
		}
	}
	if p.kind == "vote" && known(s.partiesOf(p.who, n)) == 0 {
		p.who = append(s.hanging(n, "in"), p.who...)
	}
	return p, true
}

// inPast tells nouns in a clause of the past, unless something is said to come
// before them: "spoke at the meeting", not "spoke ahead of the meeting".
func (s *sentence) inPast(n int) bool {
	switch s.caseOf(n) {
	case "before", "of", "until", "for":
		return false
	}
	for h := n - 1; h >= 0; h-- {
		if s.verbal(h) && s.finite(h) {
			return s.Words[h].Fine == "VBD" && s.governorOf(h) == ""
		}
	}
	return false
}

// purpose reads what a visit is for: "will fly to A on Saturday for talks with B"
// appoints the talks as well.
func (s *sentence) purpose(n int, told []coranto.Appointment) (a coranto.Appointment, ok bool) {
	kind := s.nounKind(n)
	if kind != "talks" && kind != "meeting" {
		return a, false
	}
	h := s.Words[n].Head
	if s.caseOf(n) != "for" && !(h >= 0 && holders[s.Lemma(h)] && s.caseOf(h) == "for") {
		return a, false
	}
	own := s.partiesOf(s.partiesAt(n), n)
	for _, v := range told {
		if v.What != "visit" || known(own) == 0 || v.Start > s.Words[n].Start {
			continue
		}
		a = v
		a.What, a.Who = kind, append(slices.Clone(v.Who), names(own)...)
		a.Start, a.End = s.Words[n].Start, s.Words[n].End
		if known(own) < len(own) {
			a.Confidence = kept
		}
		for _, b := range told {
			if alike(b.What, kind) && b.From == a.From {
				return a, false
			}
		}
		return a, true
	}
	return a, false
}
