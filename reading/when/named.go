package when

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Days and years by name or number: "yesterday", "Friday night", "2022", "the 1990s".

// nearDay gives a day near that of publication, with the part of it that may
// stand at item next.
func (f *finder) nearDay(next, days int) match {
	if !f.dated {
		return match{next: f.afterPart(next), typ: Date}
	}
	return f.withPart(next, f.ref.AddDate(0, 0, days))
}

// parts of a day and their TIMEX3 values.
var dayParts = map[string]string{"morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV", "night": "NI", "nights": "NI", "noon": "12:00", "midday": "12:00", "midnight": "24:00", "dawn": "MO", "lunchtime": "MI"}

func (f *finder) afterPart(i int) int {
	if f.english && dayParts[f.word(i)] != "" {
		return i + 1
	}
	return i
}

// withPart gives a day with the part of it that stands at item i.
func (f *finder) withPart(i int, t time.Time) match {
	if w := f.word(i); f.english && strings.HasSuffix(w, "s") && dayParts[w] != "" { // "Tuesday nights"
		return match{next: i + 1, typ: Set, value: "XXXX-WXX-" + strconv.Itoa(isoWeekday(t)) + "T" + dayParts[w]}
	}
	if part := dayParts[f.word(i)]; f.english && part != "" {
		return match{next: i + 1, typ: Time, value: dayValue(t) + "T" + part}
	}
	return match{next: i, typ: Date, value: dayValue(t)}
}

// named reads weekdays, years, decades and centuries.
func (f *finder) named(i int) match {
	it := f.item(i)
	if wd := f.weekdayAt(i); wd > 0 && (!short(it.word) || f.english && f.item(i+1).mark == '.' && it.word != "sun" && it.word != "sat") {
		if utf8.RuneCountInString(it.word) < 5 && it.word[0] < utf8.RuneSelf && !f.english {
			return match{}
		}
		return f.weekday(i, wd)
	}
	if it.digits == 0 {
		return match{}
	}
	if m := f.decade(i); m.next > 0 {
		return m
	}
	return f.yearAlone(i)
}

// weekday resolves a weekday by the tense of its sentence.
func (f *finder) weekday(i, wd int) match {
	next := i + 1
	if f.item(next).mark == '.' && short(f.word(i)) {
		next++
	}
	if w := f.word(i); f.english && strings.HasSuffix(w, "days") {
		return match{next: next, typ: Set, value: "XXXX-WXX-" + strconv.Itoa(wd)}
	}
	if !f.dated {
		return match{next: f.afterPart(next), typ: Date}
	}
	t := f.weekdayBefore(wd, 0)
	if f.ahead(i) || !f.item(i).owner && f.tense(i) > 0 { // "Friday's ruling" mostly lies back
		t = f.weekdayAfter(wd, 0)
	}
	return f.withPart(next, t)
}

func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// weekdayBefore returns the last such weekday at least `least` days before the
// day of publication.
func (f *finder) weekdayBefore(wd, least int) time.Time {
	t := f.ref.AddDate(0, 0, -least)
	return t.AddDate(0, 0, -((int(t.Weekday()) - wd + 14) % 7))
}

func (f *finder) weekdayAfter(wd, least int) time.Time {
	t := f.ref.AddDate(0, 0, least)
	return t.AddDate(0, 0, (wd-int(t.Weekday())+14)%7)
}

// decade reads "1990s", and "20th century" from its number on.
func (f *finder) decade(i int) match {
	it := f.item(i)
	switch {
	case it.suffix == "s" && it.digits == 4 && it.num%10 == 0 && it.num >= 1000 && it.num <= 2200:
		return match{next: i + 1, typ: Date, value: strconv.Itoa(it.num / 10)}
	case it.suffix == "s" && it.digits == 2 && it.num%10 == 0 && f.word(i-1) == "the":
		return match{next: i + 1, typ: Date, value: strconv.Itoa(190 + it.num/10)}
	case ordinal(it.suffix) && it.digits <= 2 && (f.word(i+1) == "century" || f.word(i+1) == "centuries"):
		return match{next: i + 2, typ: Date, value: strconv.Itoa(it.num - 1)}
	}
	return match{}
}

// shortDecade reads '90s and '98 behind an apostrophe.
func (f *finder) shortDecade(i int) match {
	it := f.item(i + 1)
	if it.digits != 2 || it.spaced {
		return match{}
	}
	full := 1900 + it.num
	if it.num < 30 {
		full += 100
	}
	switch it.suffix {
	case "s":
		return match{next: i + 2, typ: Date, value: strconv.Itoa(full / 10)}
	case "":
		if prepositions[f.word(i-1)] || monthNames[f.word(i-1)] {
			return match{next: i + 2, typ: Date, value: strconv.Itoa(full)}
		}
	}
	return match{}
}

var monthNames = map[string]bool{}

func init() {
	for w := range lexicons["en"].months {
		monthNames[w] = true
	}
}

// prepositions after which a bare number of four digits is a year, in the
// languages whose dates are read.
var prepositions = set(`in since until till of by from before after during for to through between and or early late mid around circa year fiscal
	en depuis dès année ende mitte anfang frühjahr sommer herbst vers seit ab bis jahr jahre im desde hasta año dal nel del dopo fino anno em até ano sinds vanaf tot jaar в с до от по года году у з рік od do w roku sedan år
	عام سنة منذ سال`)

// yearAlone reads a year that stands alone. A number of four digits is a year
// when it is near our time and nothing is counted with it.
func (f *finder) yearAlone(i int) match {
	it := f.item(i)
	if it.digits != 4 || it.suffix != "" || it.num < 1000 || it.num > 2100 {
		return match{}
	}
	before, next := f.item(i-1), f.item(i+1)
	_, yearWord := f.yearAfter(i)
	if yearWord > 0 && (it.num >= 1500) {
		return match{next: yearWord, typ: Date, value: strconv.Itoa(it.num)}
	}
	led := prepositions[before.word] && before.word != ""
	switch {
	case before.mark != 0 && strings.ContainsRune("$€£¥#№+*/.:", before.mark) && !before.spaced && !it.spaced,
		before.mark != 0 && strings.ContainsRune("$€£¥#№", before.mark),
		next.mark != 0 && strings.ContainsRune("%°/€", next.mark) && !next.spaced,
		next.mark == ':' && !next.spaced && f.item(i+2).digits > 0:
		return match{}
	case it.num < 1500 && before.word != "in" && before.word != "since", it.num < 1800 && !led:
		return match{}
	case it.num < 1900 && !led && !(before.mark == '(' || next.mark == ')' || before.mark == '-'):
		return match{}
	case !f.english && !led, f.counts(i+1, led):
		return match{}
	case notYears[before.word]:
		return match{}
	}
	return match{next: i + 1, typ: Date, value: strconv.Itoa(it.num)}
}

// yearAfter reads a word that says that a number is a year: "2025 года", "2025年".
func (f *finder) yearAfter(i int) (int, int) {
	if w := f.word(i + 1); w != "" && f.words.years[w] {
		return f.item(i).num, i + 2
	}
	return 0, 0
}

// counts tells whether item i is a thing counted: "2,000 troops".
func (f *finder) counts(i int, led bool) bool {
	it := f.item(i)
	if it.word == "" {
		return false
	}
	if counted[it.word] {
		return true
	}
	if it.capital || !f.english || led && f.item(i-2).word != "of" && f.item(i-2).word != "for" && f.item(i-2).word != "to" {
		return it.digits > 0
	}
	w := it.word
	return strings.HasSuffix(w, "s") && len(w) > 3 && !strings.HasSuffix(w, "ss") && !verbs[w]
}

var (
	counted  = set("people men women children percent per million billion thousand hundred miles meters metres feet kilometers kilometres km kg tons tonnes dollars euros rubles years days hours minutes points votes troops soldiers civilians workers jobs homes families or-so members shares")
	verbs    = set("was is has as does says sees shows marks brings remains plus sales results earnings elections his its this levels")
	notYears = set("no number nos about some nearly almost over roughly approximately least than only another flight route highway room page pages level altitude")
)
