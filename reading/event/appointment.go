package event

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"coranto"
)

//go:embed meetings.tsv
var meetingsTSV string

// meetings holds the words of meetings.tsv: by group, then lemma, the kind.
var meetings = func() map[string]map[string]string {
	out := map[string]map[string]string{}
	for n, line := range strings.Split(strings.TrimSuffix(meetingsTSV, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			panic(fmt.Sprintf("event: meetings.tsv:%d: want group, kind and words", n+1))
		}
		if out[f[0]] == nil {
			out[f[0]] = map[string]string{}
		}
		for _, w := range strings.Fields(f[2]) {
			out[f[0]][w] = f[1]
		}
	}
	return out
}()

// appointments reads one sentence.
func (s *sentence) appointments() []coranto.Appointment {
	var out []coranto.Appointment
	taken := make([]bool, len(s.Words))
	for v, w := range s.Words {
		if w.Tag != "VERB" {
			continue
		}
		if a, noun, ok := s.verbAppointment(v); ok {
			out = append(out, a)
			if noun >= 0 {
				taken[noun] = true
			}
		}
	}
	for i := range s.Words {
		if a, ok := s.until(i); ok {
			out = append(out, a)
		}
	}
	for n, w := range s.Words {
		if w.Tag == "NOUN" && !taken[n] {
			a, ok := s.nounAppointment(n)
			if ok && !slices.ContainsFunc(out, func(b coranto.Appointment) bool { return b.From == a.From }) {
				out = append(out, a)
			}
		}
	}
	return out
}

// verbAppointment reads what a verb appoints: "will meet", "is to hold talks",
// "has postponed the summit".
func (s *sentence) verbAppointment(v int) (a coranto.Appointment, noun int, ok bool) {
	plain, whole := s.lemmaOf(v)
	r := s.rolesOf(v)
	noun = -1
	for group := range strings.FieldsSeq("postponed cancelled") {
		if _, is := meetings[group][whole]; is || meetings[group][plain] != "" {
			if n, kind := s.meetingNoun(r); n >= 0 {
				a, ok = s.appointment(kind, v, n, append(slices.Clone(r.subject), s.parties(n)...), group)
				return a, n, ok
			}
		}
	}
	kind := meetings["verb"][plain]
	if _, hold := meetings["hold"][plain]; hold || kind == "" {
		if noun, kind = s.meetingNoun(r); noun < 0 || !hold && plain != "travel" {
			return a, -1, false
		}
	} else if n, of := s.meetingNoun(r); n >= 0 && kind == "meeting" && of == "talks" { // "meet for talks"
		noun, kind = n, of
	}
	status := s.ahead(v)
	if status == "" {
		return a, -1, false
	}
	who := slices.Clone(r.subject)
	switch {
	case kind == "visit" && noun < 0:
		if len(s.destination(v)) == 0 {
			return a, -1, false
		}
	case noun >= 0:
		for _, o := range r.object {
			if o != noun && plain == "meet" {
				who = append(who, o)
			}
		}
		who = append(who, s.parties(noun)...)
		who = append(who, s.hanging(v, "with")...)
	default:
		who = append(who, r.object...)
		who = append(who, s.hanging(v, "with")...)
	}
	a, ok = s.appointment(kind, v, noun, who, status)
	return a, noun, ok
}

// nounAppointment reads what a noun with a day ahead appoints: "talks on
// Sunday", "the next summit in June".
func (s *sentence) nounAppointment(n int) (a coranto.Appointment, ok bool) {
	kind := meetings["noun"][s.Lemma(n)]
	if kind == "" || s.is(n, "compound") {
		return a, false
	}
	switch s.caseOf(n) {
	case "during", "after", "before", "since", "following":
		return a, false
	}
	status := ""
	for _, k := range s.kids[n] {
		if _, next := meetings["next"][s.word(k)]; next && s.is(k, "amod", "acl") {
			status = "announced"
		}
		if _, due := meetings["ahead"][s.Lemma(k)]; due && s.is(k, "acl", "acl:relcl", "amod") {
			status = "announced"
		}
	}
	if h := s.Words[n].Head; h >= 0 && s.Words[h].Tag == "VERB" {
		if up := s.ahead(h); up != "" {
			status = up
		} else if s.is(n, "nsubj", "nsubj:pass") && meetings["ahead"][s.Lemma(h)] != "" {
			status = "announced"
		}
	} else if h >= 0 && s.is(n, "nsubj") && (s.word(h) == "due" || s.word(h) == "set") {
		status = "announced"
	}
	who := s.parties(n)
	if h := s.Words[n].Head; h >= 0 && s.verbal(h) && !s.is(n, "nsubj", "nsubj:pass") {
		who = append(who, s.subjectOf(h, 3)...)
	}
	from, to := s.dateOf(n, -1)
	if from == "" || s.at == "" || to < day(s.at) {
		return a, false
	}
	if status == "" {
		if from <= day(s.at) {
			return a, false
		}
		status = "announced"
	}
	return s.appointment(kind, n, -1, who, status)
}

// until reads a deadline that stands at word i: "A has until Friday to answer",
// "A gave B until Friday".
func (s *sentence) until(i int) (a coranto.Appointment, ok bool) {
	if s.word(i) != "until" && s.word(i) != "till" || i < 2 || i+1 >= len(s.Words) || !s.dated(i+1) {
		return a, false
	}
	switch who := i - 1; {
	case s.Lemma(who) == "have":
		return s.appointment("deadline", who, i+1, s.together(who-1), "announced")
	case s.nominal(who):
		for v := who - 1; v >= max(0, who-4); v-- {
			if s.Words[v].Tag == "VERB" && s.Lemma(v) == "give" {
				return s.appointment("deadline", v, i+1, s.together(who), "announced")
			}
		}
	}
	return a, false
}

// meetingNoun finds the noun of a meeting around a verb.
func (s *sentence) meetingNoun(r roles) (int, string) {
	try := slices.Clone(r.object)
	for _, k := range s.kids[r.verb] {
		if s.is(k, "obj", "obl", "nsubj:pass", "nsubj", "xcomp") && s.caseOf(k) != "after" && s.caseOf(k) != "during" && s.caseOf(k) != "before" {
			try = append(try, k)
		}
	}
	for _, i := range try {
		if i >= 0 && s.Words[i].Tag == "NOUN" {
			if kind := meetings["noun"][s.Lemma(i)]; kind != "" {
				return i, kind
			}
		}
	}
	return -1, ""
}

// parties are who a meeting is of: "talks between A and B", "a summit of A", "an
// A summit", "A's visit".
func (s *sentence) parties(n int) []int {
	var out []int
	for _, k := range s.kids[n] {
		switch {
		case s.is(k, "nmod:poss"), s.is(k, "compound", "amod") && s.named(k) >= 0 && s.entityAt(k).Type != coranto.Place:
			out = append(out, s.together(k)...)
		case s.is(k, "nmod", "obl"):
			switch s.caseOf(k) {
			case "between", "with", "of", "among":
				if of := s.named(k); s.caseOf(k) == "of" && of >= 0 && s.entityAt(k).Type != coranto.Organisation {
					continue // the ground
				}
				if !s.dated(k) {
					out = append(out, s.together(k)...)
				}
			}
		}
	}
	return out
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

// destination is where a verb of travel goes.
func (s *sentence) destination(v int) []int {
	for _, t := range [][]int{s.hanging(v, "to"), s.together(s.objectOf(v))} {
		for _, i := range t {
			if m := s.named(i); m >= 0 {
				if e := s.entityAt(i); e.Type == coranto.State || e.Type == coranto.Place {
					return t
				}
			}
		}
	}
	return nil
}

// ahead tells whether a verb says what is to come, and how surely: "announced",
// "doubtful", "denied"; "" for anything else.
func (s *sentence) ahead(v int) string {
	status := s.future(v, 4)
	if status != "" && s.negated(v) {
		return "denied"
	}
	return status
}

func (s *sentence) future(v, depth int) string {
	w := s.Words[v]
	to := s.infinitive(v)
	for _, k := range s.kids[v] {
		word := s.word(k)
		switch {
		case k > v:
		case s.is(k, "aux") && (coming[word] || word == "would"):
			return "announced"
		case s.is(k, "aux") && meetings["doubtful"][word] != "":
			return "doubtful"
		}
	}
	if to {
		for _, k := range s.kids[v] {
			if s.is(k, "aux", "cop") && s.Lemma(k) == "be" {
				return "announced" // "is to meet"
			}
		}
	}
	if (w.Fine == "VBZ" || w.Fine == "VBP" || w.Fine == "VBG" && s.kid(v, "aux") >= 0) && s.at != "" { // "are meeting on Friday", "when they meet next week"
		if from, _ := s.dateOf(v, -1); from > day(s.at) {
			return "announced"
		}
	}
	h := w.Head
	if h < 0 || depth == 0 {
		return ""
	}
	if s.is(v, "xcomp", "advcl", "acl", "ccomp", "csubj", "obl") && (to || w.Fine == "VBG") {
		l := s.Lemma(h)
		if meetings["ahead"][l] != "" && to {
			return "announced"
		}
		if to && l == "be" {
			return "announced"
		}
	}
	if s.is(v, "conj", "advcl", "acl", "xcomp") {
		if s.Words[h].Tag == "NOUN" && s.Words[h].Head >= 0 && s.Words[s.Words[h].Head].Tag == "VERB" {
			h = s.Words[h].Head
		}
		if s.Words[h].Tag == "VERB" && (to || w.Fine == "VBG" || w.Fine == "VB") {
			return s.future(h, depth-1)
		}
	}
	return ""
}

// appointment makes one; ok is false where nobody is named or its day is past.
func (s *sentence) appointment(kind string, v, noun int, who []int, status string) (a coranto.Appointment, ok bool) {
	a = coranto.Appointment{What: kind, Status: status, Who: []string{}}
	named := 0
	for _, i := range s.members(who) {
		p := s.phraseAt(i)
		if m := s.named(i); m >= 0 && s.entityAt(i).Type == coranto.Office && len(who) > 1 {
			continue
		}
		if s.dated(i) || !s.somebody(p) || slices.Contains(a.Who, p.name) {
			continue
		}
		if p.known {
			named++
		}
		a.Who = append(a.Who, p.name)
	}
	a.From, a.To = s.dateOf(v, noun)
	if a.From != "" && s.at != "" {
		today := day(s.at)
		if a.To < today {
			return a, false
		}
		a.From = max(a.From, today) // "this month", said ahead, runs from publication
	}
	if named == 0 || a.From == "" && (named < 2 || status == "doubtful") && kind != "visit" {
		return a, false
	}
	if kind != "deadline" {
		a.Where = s.placeOf(v, noun)
	}
	a.Confidence = 0.5
	if a.From != "" && s.Words[v].Tag != "NOUN" && (status == "announced" || status == "postponed" || status == "cancelled") && named == len(a.Who) {
		a.Confidence = 0.9
	}
	from, to := s.Words[v].Span, s.Words[v].Span
	if noun >= 0 {
		from.Start, to.End = min(from.Start, s.Words[noun].Start), max(to.End, s.Words[noun].End)
	}
	a.Start, a.End = from.Start, to.End
	return a, true
}

// members puts in the place of "the ministers of A and B" A and B.
func (s *sentence) members(who []int) []int {
	var out []int
	for _, i := range who {
		list := []int{i}
		for _, k := range s.kids[i] {
			if s.named(i) < 0 && s.is(k, "nmod") && s.caseOf(k) == "of" && s.named(k) >= 0 {
				if all := s.together(k); len(all) > 1 {
					list = all
				}
			}
		}
		out = append(out, list...)
	}
	return out
}

// placeOf is where an appointment is to be: what it names, the destination of a
// visit, or the place that its sentence names by "in".
func (s *sentence) placeOf(v, noun int) string {
	if where := s.whereOf(v, noun); where != "" {
		return where
	}
	for _, at := range []int{noun, v} {
		if at < 0 {
			continue
		}
		for _, d := range s.destination(at) {
			if name := s.entityAt(d).Name; name != "" {
				return name
			}
		}
	}
	for i := range s.Words {
		if s.named(i) < 0 || s.dated(i) {
			continue
		}
		if c := s.caseOf(i); c == "in" || c == "of" && s.Words[i].Head >= 0 && grounds[s.Lemma(s.Words[i].Head)] || c == "to" && s.Words[i].Head >= 0 && meetings["noun"][s.Lemma(s.Words[i].Head)] == "visit" {
			if e := s.entityAt(i); e.Type == coranto.Place || e.Type == coranto.State {
				return e.Name
			}
		}
	}
	return ""
}

var grounds = set("country city capital town province region state republic")

func day(date string) string { return date[:min(len(date), len("2006-01-02"))] }
