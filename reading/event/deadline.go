package event

// deadline reads a deadline that stands at word i: "has until Friday to answer",
// "gave A until Friday", "must reply by Monday".
func (s *sentence) deadline(i int) (p plan, ok bool) {
	w := s.word(i)
	if (w == "until" || w == "till") && i >= 2 && i+1 < len(s.Words) && s.dated(i+1) {
		switch who := i - 1; {
		case s.Lemma(who) == "have" && s.nominal(who-1):
			return plan{kind: "deadline", verb: who, noun: i + 1, who: s.togetherBack(who - 1), status: "announced", alone: true}, true
		case s.nominal(who):
			for v := who - 1; v >= max(0, who-4); v-- {
				if s.Words[v].Tag == "VERB" && s.Lemma(v) == "give" && !s.negated(v) {
					return plan{kind: "deadline", verb: v, noun: i + 1, who: s.togetherBack(who), status: "announced", alone: true}, true
				}
			}
		}
		return p, false
	}
	if s.Words[i].Tag != "VERB" || s.negated(i) {
		return p, false
	}
	bound := false
	for k := i - 1; k >= max(0, i-4); k-- {
		if x := s.word(k); x == "must" || x == "to" && k > 0 && (s.Lemma(k-1) == "have" || s.word(k-1) == "required" || s.word(k-1) == "obliged" || s.word(k-1) == "ordered") {
			bound = true
			break
		}
		if s.Words[k].Tag != "ADV" && s.Words[k].Tag != "PART" {
			break
		}
	}
	if !bound {
		return p, false
	}
	m, walls, dated := s.comingDay(i, -1)
	if !dated || walls > 0 || !m.limit || m.word < i {
		return p, false
	}
	who := s.subjectOf(i, 3)
	if s.passive(i) {
		return p, false
	}
	return plan{kind: "deadline", verb: i, noun: -1, who: who, status: "announced", alone: true}, true
}

// togetherBack is the name that ends at word i with those joined to it.
func (s *sentence) togetherBack(i int) []int {
	if h := s.Words[i].Head; h >= 0 && h < i && s.is(i, "conj", "flat") && s.nominal(h) {
		return s.together(h)
	}
	return s.together(i)
}
