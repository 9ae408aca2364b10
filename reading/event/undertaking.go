package event

import (
	"strings"
	"time"

	"coranto"
)

// undertaking reads what somebody pledges, threatens or demands for a day: "A
// pledged to withdraw by Friday", "will close the border on Monday unless".
func (s *sentence) undertaking(v int) (a coranto.Appointment, ok bool) {
	if s.at == "" || len(s.moments()) == 0 {
		return a, false
	}
	kind, by, who := s.undertaken(v)
	if kind == "" {
		return a, false
	}
	m, walls, dated := s.dayFor(v, -1, true)
	if late, w, ok := s.comingDay(v, -1); !dated && ok && late.limit {
		m, walls, dated = late, w, true
	}
	if !dated || walls > 1 || m.to <= day(s.at) || m.word < v {
		return a, false
	}
	all := s.partiesOf(who, v)
	if known(all) == 0 {
		return a, false
	}
	a = coranto.Appointment{Who: names(all), What: kind, Status: "announced", From: max(m.from, day(s.at)), To: m.to, Confidence: kept}
	if m.limit {
		a.From = a.To
	}
	if known(all) == len(all) && walls == 0 && kind != "demand" && !(s.Words[by].Fine == "VBD" && !m.limit && (m.weekday || s.unsure(m))) {
		a.Confidence = trusted
	}
	a.Start, a.End = min(s.Words[by].Start, s.Words[v].Start), max(s.Words[v].End, m.End)
	return a, true
}

// unsure tells months named without their year that begin more than two months
// ahead: of what was promised then, the last one is as likely.
func (s *sentence) unsure(m moment) bool {
	d, err := time.Parse(iso, day(s.at))
	return err == nil && !strings.Contains(m.In(s.text), m.from[:4]) && m.to[:7] == m.from[:7] && m.to[8:] > "27" && m.from[8:] == "01" && m.from > d.AddDate(0, 2, 0).Format(iso)
}

// undertaken tells whether a verb is what is pledged, threatened or demanded, by
// which word and by whom.
func (s *sentence) undertaken(v int) (kind string, by int, who []int) {
	if s.negated(v) {
		return "", -1, nil
	}
	h := s.Words[v].Head
	will := false
	for _, k := range s.kids[v] {
		if w := s.word(k); k < v && s.is(k, "aux") && (coming[w] || w == "would") {
			will = true
		}
	}
	if h >= 0 && !s.negated(h) && s.planning(h) != "had" {
		l := s.Lemma(h)
		switch {
		case s.infinitive(v) && s.is(v, "xcomp", "advcl", "ccomp", "acl"):
			switch {
			case pledging[l]:
				return "pledge", h, s.subjectOf(h, 3)
			case menacing[l]:
				return "threat", h, s.subjectOf(h, 3)
			case demanding[l] && !s.passive(h):
				return "demand", h, s.subjectOf(h, 3)
			}
		case s.is(v, "ccomp") && will && menacing[l]:
			return "threat", h, s.subjectOf(v, 3)
		case s.is(v, "ccomp") && will && pledging[l]:
			return "pledge", h, s.subjectOf(v, 3)
		case s.is(v, "ccomp") && !will && demanding[l] && s.Words[h].Tag == "VERB":
			return "demand", h, s.subjectOf(h, 3)
		}
	}
	if will {
		for i, w := range s.Words { // said behind: "..., A promised"
			switch {
			case s.word(i) == "unless" && i > v:
				return "threat", v, s.subjectOf(v, 3)
			case w.Tag == "VERB" && i > v && w.Fine == "VBD" && (pledging[s.Lemma(i)] || menacing[s.Lemma(i)]) && i >= len(s.Words)-3:
				if menacing[s.Lemma(i)] {
					return "threat", v, s.subjectOf(v, 3)
				}
				return "pledge", v, s.subjectOf(v, 3)
			}
		}
	}
	return "", -1, nil
}

var (
	pledging  = set("agree promise pledge vow commit undertake")
	demanding = set("demand urge call order press ask")
)
