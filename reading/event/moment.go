package event

import (
	"strconv"
	"strings"
	"time"

	"coranto"
	"coranto/reading/when"
)

// moment is a stretch of days that a sentence names for what is to come, or for
// what was.
type moment struct {
	coranto.Span
	word     int    // the first of its words
	last     int    // the last of them
	from, to string // days
	limit    bool   // "by", "before", "until", "within": not later than to
	until    bool
	weekday  bool   // named by its weekday alone
	moved    bool   // the next one taken for the last
	second   string // the first day of the second, where two are joined by "to"
	planned  bool   // "planned for Thursday"
	ahead    int    // where "ahead of", "before" stand that lead to it: "before the talks on Sunday"; 0 nowhere
}

const iso = "2006-01-02"

// moments are the days and stretches of days that the sentence names.
func (s *sentence) moments() []moment {
	if s.asked || len(s.times) == 0 {
		return s.moment
	}
	s.asked = true
	all := []moment{}
	for _, t := range s.times {
		m := moment{Span: coranto.Span{Start: t.Start, End: t.End}, word: -1}
		for i, w := range s.Words {
			if w.Start < t.End && t.Start < w.End {
				if m.word < 0 {
					m.word = i
				}
				m.last = i
			}
		}
		if m.word < 0 {
			continue
		}
		switch t.Type {
		case "DATE", "TIME":
			m.from, m.to = when.Interval(t.Value)
		case "DURATION":
			m.from, m.to = s.span(t, m.word)
			m.limit = m.from != ""
		}
		if m.from == "" || s.saidThen(t) {
			continue
		}
		name, _, _ := strings.Cut(strings.ToLower(m.In(s.text)), " ")
		m.weekday = weekdays[strings.TrimSuffix(name, ",")] && len(m.In(s.text)) <= len("wednesday afternoon")
		for i := m.word - 1; i >= max(0, m.word-2); i-- {
			switch s.word(i) {
			case "by", "before", "within":
				m.limit = true
			case "until", "till":
				m.limit, m.until = true, true
			case "later":
				if s.at != "" && s.word(m.word) == "than" {
					m.limit = true
				}
			}
			if s.Words[i].Tag != "DET" && s.Words[i].Tag != "ADJ" {
				break
			}
		}
		m.ahead = s.leadUp(m.word)
		m.planned = m.word >= 2 && s.governorOf(m.word-2) == "announced" && (s.word(m.word-1) == "for" || s.word(m.word-1) == "on")
		s.halved(&m)
		all = append(all, m)
	}
	s.moment = s.stretches(all)
	return s.moment
}

// halved narrows "the second half of April".
func (s *sentence) halved(m *moment) {
	if i := m.word; i >= 3 && s.word(i-1) == "of" && s.word(i-2) == "half" && m.from[8:] == "01" && m.from[:7] == m.to[:7] {
		switch s.word(i - 3) {
		case "first":
			m.to = m.to[:8] + "15"
		case "second":
			m.from = m.from[:8] + "16"
		}
	}
}

// leadUp finds "ahead of" or "before" with an appointment between it and the
// moment at word i.
func (s *sentence) leadUp(i int) int {
	noun := false
	for k := i - 1; k > max(0, i-10); k-- {
		switch {
		case s.Words[k].Tag == "VERB" || s.Words[k].Tag == "PUNCT":
			return 0
		case s.nounKind(k) != "":
			noun = true
		case noun && (s.word(k) == "before" || s.word(k) == "ahead" && s.word(k+1) == "of"):
			return k
		}
	}
	return 0
}

var weekdays = set("monday tuesday wednesday thursday friday saturday sunday")

// stretches joins "from March 16 to March 18", "Thursday and Friday", "April 8
// and 9" to one.
func (s *sentence) stretches(all []moment) []moment {
	var out []moment
	for i := 0; i < len(all); i++ {
		m := all[i]
		joint, next := "", m.last+1
		if next < len(s.Words) {
			joint = s.word(next)
		}
		switch joint {
		case "to", "until", "through", "till", "-", "–", "and":
			if i+1 < len(all) && all[i+1].word <= next+2 && all[i+1].word > next && s.follows(m, all[i+1], joint) {
				m.to, m.last, m.End = all[i+1].to, all[i+1].last, all[i+1].End
				if joint == "to" {
					m.second = all[i+1].from
				}
				if m.weekday && m.to < m.from {
					m.to = all[i+1].to
				}
				i++
				break
			}
			if next+1 < len(s.Words) {
				if d, err := strconv.Atoi(s.Of(next + 1)); err == nil && d >= 1 && d <= 31 && m.from == m.to && m.from[8:] < two(d) {
					m.to, m.last, m.End = m.from[:8]+two(d), next+1, s.Words[next+1].End
				}
			}
		}
		out = append(out, m)
	}
	return out
}

func two(d int) string { return string([]byte{byte('0' + d/10), byte('0' + d%10)}) }

// follows tells whether a second moment ends a stretch that a first begins:
// after "and" only the next day does.
func (s *sentence) follows(a, b moment, joint string) bool {
	if b.to <= a.from {
		return false
	}
	if joint != "and" {
		return true
	}
	d, err := time.Parse(iso, a.to)
	return err == nil && d.AddDate(0, 0, 1).Format(iso) == b.from
}

// span is the stretch that "within two weeks", "in the next 48 hours" leave from
// the day of publication on.
func (s *sentence) span(t coranto.Time, word int) (from, to string) {
	if s.at == "" || word == 0 {
		return "", ""
	}
	ahead := false
	for i := word - 1; i >= max(0, word-3); i-- {
		switch s.word(i) {
		case "within":
			ahead = true
		case "next", "coming", "following":
			for k := i - 1; k >= max(0, i-2); k-- {
				ahead = ahead || s.word(k) == "in" || s.word(k) == "over" || s.word(k) == "during"
			}
		}
	}
	text := strings.ToLower(coranto.Span{Start: t.Start, End: t.End}.In(s.text))
	if strings.Contains(text, "next ") && (s.word(word-1) == "in" || s.word(word-1) == "over" || s.word(word-1) == "the") {
		ahead = true
	}
	if !ahead {
		return "", ""
	}
	d, err := time.Parse(iso, day(s.at))
	n, unit, ok := duration(t.Value)
	if err != nil || !ok {
		return "", ""
	}
	switch unit {
	case 'H':
		d = d.Add(time.Duration(n) * time.Hour)
	case 'D':
		d = d.AddDate(0, 0, n)
	case 'W':
		d = d.AddDate(0, 0, 7*n)
	case 'M':
		d = d.AddDate(0, n, 0)
	}
	return day(s.at), d.Format(iso)
}

// duration reads "P2W", "PT48H".
func duration(value string) (n int, unit byte, ok bool) {
	v, found := strings.CutPrefix(value, "P")
	if !found || len(v) < 2 {
		return 0, 0, false
	}
	hours := v[0] == 'T'
	v = strings.TrimPrefix(v, "T")
	unit = v[len(v)-1]
	n, err := strconv.Atoi(v[:len(v)-1])
	if err != nil || n < 1 || n > 1000 || hours && unit != 'H' || !hours && unit == 'H' {
		return 0, 0, false
	}
	return n, unit, strings.IndexByte("HDWM", unit) >= 0
}

// dayFor is the moment nearest to what is told by the words at v and, if it is
// not -1, noun: by how much stands between, clauses and commas before letters.
// ahead asks for one that is not past. barriers is how much stands between.
func (s *sentence) dayFor(v, noun int, ahead bool) (m moment, barriers int, ok bool) {
	best := 0
	for _, c := range s.moments() {
		if ahead && s.at != "" && c.to < day(s.at) {
			continue
		}
		cost, walls := s.cost(c, v)
		if noun >= 0 {
			if other, w := s.cost(c, noun); other < cost {
				cost, walls = other, w
			}
		}
		if !ok || cost < best {
			m, best, barriers, ok = c, cost, walls, true
		}
	}
	return m, barriers, ok
}

// comingDay is dayFor for what is surely to come: where no day is, a weekday,
// month or day of the year that was taken for the last one is the next one.
func (s *sentence) comingDay(v, noun int) (m moment, barriers int, ok bool) {
	if m, barriers, ok = s.dayFor(v, noun, true); ok && barriers < 2 || s.at == "" {
		return m, barriers, ok
	}
	old, walls, found := s.dayFor(v, noun, false)
	if !found || walls > 0 || old.to >= day(s.at) {
		return m, barriers, ok
	}
	if next, moved := s.next(old); moved {
		return next, walls, true
	}
	return m, barriers, ok
}

// next is the coming weekday or day of the year for one of the week, or year,
// before.
func (s *sentence) next(m moment) (moment, bool) {
	from, err := time.Parse(iso, m.from)
	to, err2 := time.Parse(iso, m.to)
	if err != nil || err2 != nil {
		return m, false
	}
	words := strings.ToLower(m.In(s.text))
	switch {
	case m.weekday:
		from, to = from.AddDate(0, 0, 7), to.AddDate(0, 0, 7)
	case to.Sub(from) < 32*24*time.Hour && m.word > 0 && into[s.word(m.word-1)] && !strings.ContainsAny(words, "0123456789") && months[words[strings.LastIndexByte(words, ' ')+1:]]:
		from = from.AddDate(1, 0, 0)
		to = from.AddDate(0, 1, -1)
	default:
		return m, false
	}
	m.from, m.to, m.moved = from.Format(iso), to.Format(iso), true
	return m, m.to >= day(s.at)
}

var into = set("in for by until before of end since to")

var months = set("january february march april may june july august september october november december")

// cost is how far a moment stands from a word.
func (s *sentence) cost(m moment, i int) (cost, walls int) {
	from, to := i+1, m.word
	if m.last < i {
		from, to = m.last+1, i
	}
	if m.planned && i < m.word && s.nounKind(i) != "" {
		to = from
		for k := i + 1; k < m.word; k++ {
			if s.nounKind(k) != "" {
				to = m.word
			}
		}
	}
	quotes := 0
	for k := from; k < to; k++ {
		w := s.Words[k]
		switch {
		case w.Tag == "PUNCT":
			switch s.Of(k) {
			case ",":
				if k == m.last+1 && m.word <= 2 || s.insidePlace(k) { // "On Friday, A will", "in Geneva, Switzerland, on"
					continue
				}
				walls++
			case "(", ")", "—", "–":
				walls++
			case ";", ":":
				walls += 2
			case "\"", "“", "”":
				quotes++
			}
		case w.Tag == "VERB" && s.finite(k) && k > i && k < m.word && s.Words[i].Tag == "VERB" && !saying[s.Lemma(k)]:
			walls += 2
		case w.Tag == "VERB" && s.finite(k) && s.Words[i].Head != k && !s.above(i, k) && !s.is(k, "acl"):
			walls += 2
		case w.Tag == "VERB" && w.Fine == "VBG" && s.is(k, "advcl"):
			walls++
		case (s.word(k) == "and" || s.word(k) == "but") && k+1 < len(s.Words) && (k+1 == i || s.Words[k+1].Tag == "AUX") && m.last < i:
			walls++ // "on Thursday and will vote"
		case w.Tag == "SCONJ" && s.word(k) != "that" && s.is(k, "mark") || s.word(k) == "when" || s.word(k) == "who" || s.word(k) == "after" || s.word(k) == "before" && !s.facing(k):
			walls++
		}
	}
	walls += quotes
	if (walls > 0 || m.last < i && s.Words[i].Tag == "VERB") && s.elsewhere(m, i) {
		walls += 2
	}
	span := s.Words[i].Span
	gap := max(m.Start-span.End, span.Start-m.End, 0)
	if m.last < i && i > 0 && s.word(i-1) == "to" && s.Words[i].Fine == "VB" { // "this week to prepare"
		gap += 30
	}
	return gap + 40*walls, walls
}

// insidePlace tells the commas of "Tulsa, Oklahoma, on".
func (s *sentence) insidePlace(k int) bool {
	return k > 0 && k+1 < len(s.Words) && s.placeAt(k-1) != "" && (s.placeAt(k+1) != "" || k > 2 && s.Of(s.firstOf(k-1)-1) == "," && s.firstOf(k-1) > 1 && s.placeAt(s.firstOf(k-1)-2) != "")
}

// facing tells "before" a court or a body: "testify before the committee".
func (s *sentence) facing(i int) bool {
	for k := i + 1; k < min(len(s.Words), i+6); k++ {
		if in("assembly", s.Lemma(k)) || s.entityAt(k).Type == coranto.Organisation {
			return true
		}
		if s.dated(k) || s.Words[k].Tag == "VERB" {
			return false
		}
	}
	return false
}

// elsewhere tells whether a moment that something stands between and word i
// belongs to a verb on its far side: "since she took office on Friday, he will".
func (s *sentence) elsewhere(m moment, i int) bool {
	step, k := -1, m.word-1
	if m.word > i {
		step, k = 1, m.last+1
	}
	for ; k >= 0 && k < len(s.Words); k += step {
		if t := s.Of(k); t == "," || t == ";" || t == "\"" || t == "“" || t == "”" {
			return false
		}
		if s.Words[k].Tag == "VERB" && s.finite(k) {
			return true
		}
	}
	return false
}
