package event

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"coranto"
)

// appointment makes of a plan an appointment; ok is false where nobody is named
// or its day is past.
func (s *sentence) appointment(p plan) (a coranto.Appointment, ok bool) {
	all := s.partiesOf(p.who, p.at())
	if p.kind == "vote" {
		all = s.voters(p, all)
	}
	a = coranto.Appointment{Who: names(all), What: p.kind, Status: p.status}
	m, walls, dated := s.planned(p)
	if !dated || walls > 2 {
		m, dated = moment{}, false
		if old, w, is := s.dayFor(p.at(), p.noun, false); is && w == 0 && s.at != "" && old.to < day(s.at) {
			return a, false // it is past
		}
	}
	if dated && p.verb >= 0 && s.at != "" && m.from <= day(s.at) && m.to <= day(s.at) && s.governorOf(p.verb) != "" && s.governorOf(p.verb) != "announced" {
		m, dated = moment{}, false // the day on which it was put off
	}
	if dated && p.verb < 0 && m.last < p.noun && m.last > p.noun-6 { // "weeks before the April 19 primary"
		m.limit = false
	}
	if dated && p.verb >= 0 && (s.ofGovernor(m, p.verb) || gravity[s.governorOf(p.verb)] > gravity["announced"] && s.Words[p.verb].Fine == "VBD" && m.last < p.verb) {
		m, dated = moment{}, false
	}
	if dated && m.ahead > max(p.at(), p.noun) {
		m.limit = true
	}
	if p.status == "postponed" && m.second != "" { // "from August to November"
		m.from = m.second
	}
	a.From, a.To = m.from, m.to
	if dated && s.at != "" && p.status != "happened" {
		today := day(s.at)
		switch {
		case m.limit && (p.kind == "deadline" || p.kind == "demand" || m.until && (p.status == "postponed")):
			a.From = a.To
		case m.limit:
			a.From = today
		}
		a.From = max(a.From, today) // "this month", said ahead, runs from publication
		a.To = max(a.To, a.From)
		if p.status == "present" && a.From == today && a.To == today {
			return a, false
		}
	}
	if p.status == "present" {
		if !dated || s.at == "" {
			return a, false
		}
		a.Status = "announced"
	}
	if n := s.days(p.noun); n > 1 && a.From == a.To && dated && p.kind != "deadline" {
		if d, err := time.Parse(iso, a.From); err == nil {
			a.To = d.AddDate(0, 0, n-1).Format(iso)
		}
	}
	named := known(all)
	if !dated && p.verb >= 0 && s.besides(p.verb) && slices.Equal(a.Who, s.met) {
		a.From, a.To, dated = s.metFrom, s.metTo, s.metFrom != ""
	}
	if named == 0 || !dated && (p.status == "doubtful" || p.status == "denied" || named < 2 && p.kind != "visit" || p.kind == "vote" || p.kind == "deadline" || p.kind == "demand" || p.kind == "other") {
		return a, false
	}
	if a.Status == "announced" && s.ruse() {
		a.Status = "deception"
	}
	a.Where = s.placeOf(p)
	a.Confidence = s.trust(p, a, all, dated, walls)
	from, to := s.Words[p.at()].Span, s.Words[p.at()].Span
	if p.noun >= 0 {
		from.Start, to.End = min(from.Start, s.Words[p.noun].Start), max(to.End, s.Words[p.noun].End)
	}
	a.Start, a.End = from.Start, to.End
	return a, true
}

// planned is when a plan is for.
func (s *sentence) planned(p plan) (m moment, walls int, ok bool) {
	if p.status == "happened" {
		return s.dayFor(p.at(), p.noun, false)
	}
	if p.verb < 0 && !p.due {
		return s.dayFor(p.at(), p.noun, true)
	}
	switch s.planning(p.at()) {
	case "had":
		return s.dayFor(p.at(), p.noun, true)
	case "was", "were":
		m, walls, ok = s.comingDay(p.at(), p.noun)
		if m.moved || m.weekday && s.at != "" && m.from > day(s.at) {
			walls = max(walls, 2) // perhaps, and not shown
		}
		return m, walls, ok
	}
	return s.comingDay(p.at(), p.noun)
}

// planning is the auxiliary in the past with which a verb says what had been
// planned: "had been due to meet", "were due on Sunday"; "" for none.
func (s *sentence) planning(v int) string {
	for i := v - 1; i >= max(0, v-7); i-- {
		switch w := s.word(i); {
		case w == "had" || w == "was" || w == "were":
			return w
		case w == "to" || w == "been" || s.Words[i].Tag == "ADV" || s.governorOf(i) == "announced":
		default:
			return ""
		}
	}
	return ""
}

// Confidences of appointments: shown are those with a day in their own clause, of
// known names alone, of two or more where it takes two.
const (
	trusted = 0.9
	kept    = 0.5
)

func (s *sentence) trust(p plan, a coranto.Appointment, all []party, dated bool, walls int) float64 {
	switch {
	case !dated || walls > 1 || p.kind != "vote" && !(p.noun >= 0 && s.Lemma(p.noun) == "debate") && slices.ContainsFunc(all, func(p party) bool { return p.guess }) || known(all) < len(all) || s.sporting():
		return kept
	case s.cut(p.who):
		return kept
	case !p.alone && len(all) < 2 && !s.collective(all):
		return kept
	case s.remote(a), s.atEarliest():
		return kept
	case p.kind == "visit" && a.Where == "" || p.kind == "demand" || a.Status == "deception":
		return kept
	case p.kind == "other" && (p.verb < 0 && !p.due || walls > 0 || a.Status == "doubtful" || a.Status == "denied" || !s.near(a, 7)):
		return kept
	case p.kind == "vote" && !slices.ContainsFunc(all, s.votes):
		return kept
	case a.Status == "doubtful" && a.From != a.To:
		return kept
	case p.kind == "talks" && p.noun < 0 && p.verb >= 0 && (s.Lemma(p.verb) == "speak" || s.Lemma(p.verb) == "talk"):
		return kept // a speech, as likely
	}
	return trusted
}

// votes tells who holds a vote: a state, or a body that votes. A person's vote,
// or a party's, is somebody's choice.
func (s *sentence) votes(p party) bool {
	if t := s.typeOf(p.name); t == coranto.State || t == coranto.Place {
		return true
	}
	return s.assembly(p)
}

// assembly tells bodies that vote.
func (s *sentence) assembly(p party) bool {
	for _, w := range strings.Fields(strings.ToLower(p.name)) {
		if in("assembly", w) {
			return true
		}
	}
	return false
}

// ofGovernor tells moments that stand before a verb in the past which governs word
// i, and so are its own: "on Friday condemned A and pledged to impose sanctions".
func (s *sentence) ofGovernor(m moment, i int) bool {
	for h := s.Words[i].Head; h >= 0; h = s.Words[h].Head {
		if s.Words[h].Fine == "VBD" && s.Words[h].Tag == "VERB" && m.last < h && h < i {
			return true
		}
	}
	return false
}

// atEarliest tells sentences that name a day only as the first that is possible: "as
// soon as Thursday".
func (s *sentence) atEarliest() bool {
	for _, m := range s.moments() {
		if i := m.word; i >= 3 && s.word(i-1) == "as" && s.word(i-3) == "as" || i >= 3 && s.word(i-1) == "than" && s.word(i-3) == "no" {
			return true
		}
	}
	return false
}

// cut tells names that are likely the last half of one with "and" in it: "the
// Immigration and Naturalization Service".
func (s *sentence) cut(who []int) bool {
	for _, i := range who {
		first := s.firstOf(i)
		if s.entityAt(i).Type != coranto.Organisation || first < 2 || s.word(first-1) != "and" && s.Of(first-1) != "&" {
			continue
		}
		for k := first - 2; k >= 0 && s.Words[k].Tag == "PROPN"; k-- {
			if s.named(k) < 0 {
				return true
			}
		}
	}
	return false
}

// voters are whose vote a plan is of: a place's, too, where the tree has one, and of
// an election never a body's, which is what is elected.
func (s *sentence) voters(p plan, all []party) []party {
	if p.noun >= 0 && in("poll", s.Lemma(p.noun)) {
		all = slices.DeleteFunc(all, func(p party) bool { return s.assembly(p) || s.typeOf(p.name) == coranto.Person })
	}
	if known(all) == 0 {
		return s.electors(p)
	}
	return all
}

// near tells appointments of so many days at most.
func (s *sentence) near(a coranto.Appointment, days int) bool {
	from, err := time.Parse(iso, a.From)
	to, err2 := time.Parse(iso, a.To)
	return err == nil && err2 == nil && to.Sub(from) < time.Duration(days)*24*time.Hour
}

// collective tells one body that can meet by itself.
func (s *sentence) collective(all []party) bool {
	return len(all) == 1 && s.typeOf(all[0].name) == coranto.Organisation
}

// ruse tells sentences that call what they tell a deception.
func (s *sentence) ruse() bool {
	for i := range s.Words {
		if in("ruse", s.Lemma(i)) {
			return true
		}
	}
	return false
}

// sporting tells sentences about a match.
func (s *sentence) sporting() bool {
	for i := range s.Words {
		if in("sport", s.Lemma(i)) {
			return true
		}
	}
	return false
}

// asPlanned tells sentences that say "as planned", "as scheduled".
func (s *sentence) asPlanned() bool {
	for i := 1; i < len(s.Words); i++ {
		if s.word(i-1) == "as" {
			switch s.word(i) {
			case "planned", "scheduled", "expected", "agreed", "announced":
				return true
			}
		}
	}
	return false
}

// days is how many days a noun lasts: "a three-day visit"; 0 unknown.
func (s *sentence) days(n int) int {
	if n < 0 {
		return 0
	}
	for i := n - 1; i >= max(0, n-5); i-- {
		if w := s.word(i); w == "day" || strings.HasSuffix(w, "-day") {
			num, cut := strings.CutSuffix(w, "-day")
			if !cut && i >= 1 {
				num = s.word(i - 1)
				if num == "-" && i >= 2 {
					num = s.word(i - 2)
				}
			}
			if d, err := strconv.Atoi(num); err == nil && d < 32 {
				return d
			}
			return numbers[num]
		}
	}
	return 0
}

var numbers = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// partiesAt are who a noun says it is of: "talks between A and B", "a summit of
// A", "an A summit", "A's visit".
func (s *sentence) partiesAt(n int) []int {
	var out []int
	for _, k := range s.kids[n] {
		switch {
		case s.is(k, "nmod:poss"):
			if !s.dated(k) && (s.named(k) >= 0 || s.Words[k].Tag == "PRON" || s.Words[k].Fine == "PRP$") {
				out = append(out, s.holder(n)...)
			}
		case s.is(k, "compound", "amod", "nmod:desc", "flat") && s.named(k) >= 0 && s.entityAt(k).Type != coranto.Place:
			out = append(out, s.joint(k)...)
		case s.is(k, "nmod", "obl", "acl"):
			c := s.caseOf(k)
			if c != "between" && c != "with" && c != "of" && c != "among" && c != "by" && !(c == "for" && s.nounKind(n) == "deadline") && !(c == "to" && s.Lemma(n) == "ultimatum") || s.dated(k) {
				continue
			}
			if c == "of" && s.named(k) >= 0 && s.entityAt(k).Type == coranto.Place || c == "with" && s.nounKind(n) == "visit" {
				continue
			}
			if c == "of" && s.nounKind(k) != "" { // "a round of talks"
				out = append(out, s.partiesAt(k)...)
				continue
			}
			if c == "of" && s.named(k) < 0 && len(s.membersOf(k)) < 2 && s.nounKind(n) == "ceremony" {
				continue
			}
			out = append(out, s.series(k)...)
		}
	}
	if len(out) == 0 && n+1 < len(s.Words) && s.word(n+1) == "between" { // the tree may hang them elsewhere
		return s.betweens(n)
	}
	return out
}

// joint are adjectives joined by hyphens or "and" before a noun: "the
// Velmarkian-Rodvanian talks".
func (s *sentence) joint(k int) []int {
	out := []int{k}
	if k >= 2 && (s.Of(k-1) == "-" || s.Of(k-1) == "–") && s.named(k-2) >= 0 {
		out = append(out, k-2)
	}
	if k+2 < len(s.Words) && (s.Of(k+1) == "-" || s.Of(k+1) == "–") && s.named(k+2) >= 0 {
		out = append(out, k+2)
	}
	return append(out, s.together(k)...)
}

// objectNoun finds the noun of an appointment that a verb has for its object, its
// passive subject or by a preposition.
func (s *sentence) objectNoun(v int) int {
	for _, k := range s.kids[v] {
		if s.is(k, "obj", "nsubj:pass", "obl", "xcomp", "ccomp", "nmod") || s.is(k, "nsubj") && s.passive(v) {
			switch s.caseOf(k) {
			case "after", "during", "before", "since", "following", "ahead", "despite":
				continue
			}
			if s.nounKind(k) != "" {
				return k
			}
			if in("plan", s.Lemma(k)) || holders[s.Lemma(k)] || s.word(k) == "part" { // "plans for a meeting"
				for _, kk := range s.kids[k] {
					if s.is(kk, "nmod") && s.nounKind(kk) != "" {
						return kk
					}
				}
			}
		}
	}
	if s.is(v, "acl") && s.Words[v].Head >= 0 && s.nounKind(s.Words[v].Head) != "" && s.Words[v].Fine == "VBN" {
		return s.Words[v].Head
	}
	return -1
}

// meetingNear is the noun of a meeting that hangs by "for" on a verb.
func (s *sentence) meetingNear(v int) int {
	for _, k := range s.kids[v] {
		if s.is(k, "obl", "nmod", "obj") && s.caseOf(k) == "for" && s.nounKind(k) != "" {
			return k
		}
		for _, kk := range s.kids[k] {
			if s.is(kk, "nmod") && s.caseOf(kk) == "for" && s.nounKind(kk) != "" {
				return kk
			}
		}
	}
	return -1
}

// besides tells verbs of what is done meanwhile: "will meet while attending".
func (s *sentence) besides(v int) bool {
	return s.Words[v].Fine == "VBG" && v > 0 && s.word(v-1) == "while"
}

// betweens are those named behind word i by "between A and B", which the tree may
// hang on a place.
func (s *sentence) betweens(i int) []int {
	for k := i + 1; k+1 < len(s.Words); k++ {
		if s.Words[k].Tag == "VERB" || s.Of(k) == ";" {
			return nil
		}
		if s.word(k) != "between" {
			continue
		}
		var out []int
		for n := k + 1; n < len(s.Words) && s.Words[n].Tag != "VERB" && s.Of(n) != "," && !s.dated(n); n++ {
			if s.named(n) >= 0 && s.entityAt(n).Type != coranto.Place && s.entityAt(n).Type != coranto.Office {
				out = append(out, n)
			}
		}
		return out
	}
	return nil
}

// withs is who stands by "with" farther behind a verb: "meet face to face with A".
func (s *sentence) withs(v int) []int {
	for k := v + 1; k+1 < min(len(s.Words), v+9); k++ {
		if s.Words[k].Tag == "VERB" && s.finite(k) || s.Words[k].Tag == "PUNCT" {
			return nil
		}
		if s.word(k) == "with" {
			for n := k + 1; n < min(len(s.Words), k+6) && s.Words[n].Tag != "PUNCT" && !s.dated(n); n++ {
				if t := s.entityAt(n).Type; t == coranto.Person || t == coranto.State && s.Words[n].Tag == "PROPN" || t == coranto.Organisation {
					return []int{n}
				}
			}
			return nil
		}
	}
	return nil
}

// remote tells months, named without their year, that are more than nine months
// ahead: more likely the last one was meant.
func (s *sentence) remote(a coranto.Appointment) bool {
	from, err := time.Parse(iso, a.From)
	to, err2 := time.Parse(iso, a.To)
	today, err3 := time.Parse(iso, day(s.at))
	if err != nil || err2 != nil || err3 != nil || to.Sub(from) < 27*24*time.Hour || to.Sub(from) > 31*24*time.Hour || from.Before(today.AddDate(0, 9, 0)) {
		return false
	}
	for _, m := range s.moments() {
		if m.from == a.From && strings.Contains(m.In(s.text), a.From[:4]) {
			return false
		}
	}
	return true
}
