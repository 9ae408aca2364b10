package when

import (
	"strconv"
	"strings"
	"time"
)

// What English tells in relation to the day of publication, and how long things
// last and how often they come.

var (
	ordinals = numbers("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
	cardinal = numbers("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty")
	tens     = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
	vague    = set("several few some many various numerous dozens couple countless hundreds thousands")

	units = map[string]unit{
		"second": second, "seconds": second, "minute": minute, "minutes": minute, "hour": hour, "hours": hour, "day": day, "days": day, "week": week, "weeks": week,
		"weekend": weekend, "weekends": weekend, "month": month, "months": month, "quarter": quarter, "quarters": quarter, "year": year, "years": year,
		"decade": decade, "decades": decade, "century": century, "centuries": century,
	}
	plural  = set("seconds minutes hours days weeks weekends months quarters years decades centuries")
	seasons = map[string]string{"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "summers": "SU", "winters": "WI", "springs": "SP"}

	refs = map[string]string{
		"now": present, "currently": present, "nowadays": present, "presently": present, "recently": past, "lately": past,
	}
	sets = map[string]string{
		"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "nightly": "P1D", "weekdays": "XXXX-WXX",
	}
	relations = map[string]int{"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1}
	phases    = set("early late mid earlier later sometime")
	edges     = set("beginning end middle start close turn rest remainder eve half part")
)

// openers are the words that a rule of English begins with.
var openers = func() map[string]bool {
	all := set("the tonight overnight each every year christmas easter thanksgiving that same a an couple half recent latest fiscal quarter noon midday midnight these nineties eighties seventies sixties fifties forties thirties twenties")
	for _, m := range []map[string]int{ordinals, cardinal, tens, relations} {
		for w := range m {
			all[w] = true
		}
	}
	for _, m := range []map[string]string{seasons, refs, sets} {
		for w := range m {
			all[w] = true
		}
	}
	for _, m := range []map[string]bool{vague, plural, phases} {
		for w := range m {
			all[w] = true
		}
	}
	return all
}()

func numbers(words string) map[string]int {
	m := map[string]int{}
	for i, w := range strings.Fields(words) {
		m[w] = i + 1
	}
	return m
}

// relative tries the English rules at item i.
func (f *finder) relative(i int) match {
	it := f.item(i)
	if it.num < 0 && it.suffix == "" && !openers[it.word] {
		return match{}
	}
	if m := f.clock(i); m.next > 0 {
		return m
	}
	switch w := it.word; {
	case w == "the":
		return f.definite(i)
	case w == "tonight" || w == "overnight":
		return f.dayPart(i+1, 0, "NI")
	case w == "each" || w == "every":
		return f.every(i)
	case phases[w]:
		return f.phase(i)
	case w == "year" && f.item(i+1).mark == '-':
		return f.yearHyphen(i)
	case w == "year" && f.word(i+1) == "end" && (f.word(i-1) == "by" || f.word(i-1) == "at" || f.item(i).owner || f.word(i-1) == "before"):
		return match{next: i + 2, typ: Date, value: f.thisYear()}
	case it.capital && w == "thanksgiving" || w == "christmas" || w == "easter":
		return f.holiday(i)
	case f.word(i) == "that" || w == "same":
		return f.that(i)
	}
	for _, rule := range []func(int) match{f.related, f.quarterly, f.season, f.counted, f.spokenYear, f.plain} {
		if m := rule(i); m.next > 0 {
			return m
		}
	}
	return match{}
}

// definite reads what follows "the", which becomes part of it.
func (f *finder) definite(i int) match {
	k := i + 1
	if edges[f.word(k)] && f.word(k+1) == "of" { // "the end of the month"
		if m := f.inner(k + 2); m.next > 0 {
			m.typ = Date
			return m
		}
		return match{}
	}
	if phases[f.word(k)] {
		return f.phase(k)
	}
	if part := dayParts[f.word(k)]; len(part) == 2 && f.word(k+1) == "of" { // "the night of June 13"
		if m := f.dayOf(k + 2); len(m.value) == len(time.DateOnly) {
			return match{next: m.next, typ: Time, value: m.value + "T" + part}
		}
	}
	if m := f.related(k); m.next > 0 {
		return m
	}
	if m := f.quarterly(k); m.next > 0 {
		return m
	}
	switch w := f.word(k); {
	case f.item(k).digits > 0:
		if m := f.decade(k); m.next > 0 {
			return m
		}
		if f.item(k).digits == 4 && (f.word(k+1) == "period" || f.word(k+1) == "quarter") {
			return match{next: k + 2, typ: Date, value: f.periodOf(f.item(k).num)}
		}
	case w == "future":
		return match{next: k + 1, typ: Date, value: future}
	case w == "full" && f.word(k+1) == "year":
		return match{next: k + 2, typ: Date, value: f.thisYear()}
	case (w == "near" || w == "foreseeable" || w == "immediate" || w == "distant") && (f.word(k+1) == "future" || f.word(k+1) == "term"):
		return match{next: k + 2, typ: Date, value: future}
	case w == "weekend":
		if !f.dated {
			return match{next: k + 1, typ: Date}
		}
		n := 0
		if f.tense(i) <= 0 && f.ref.Weekday() != time.Saturday && f.ref.Weekday() != time.Sunday {
			n = -1
		}
		return match{next: k + 1, typ: Date, value: shift(f.ref, weekend, n)}
	case w == "year" && f.word(k+1) != "round":
		if y := f.item(k + 1); y.digits == 4 {
			return match{next: k + 2, typ: Date, value: strconv.Itoa(y.num)}
		}
		if m := f.spokenYear(k + 1); m.next > 0 {
			return m
		}
		if f.item(k+1).mark == '-' {
			return f.yearHyphen(k)
		}
		return f.wholeYear(k)
	case seasons[w] != "":
		return f.season(k)
	}
	if m := f.decadeName(k); m.next > 0 {
		return m
	}
	if m := f.counted(k); m.next > 0 && f.word(k) != "second" {
		return m
	}
	return match{}
}

// deepest is how many dates may stand inside each other: "early in the middle of ...".
const deepest = 4

// inner reads the date inside a longer one, after an optional article or determiner.
func (f *finder) inner(i int) match {
	if f.depth == deepest {
		return match{}
	}
	f.depth++
	defer func() { f.depth-- }()
	for _, rule := range []func(int) match{f.absolute, f.named, f.definiteUnit, f.related, f.quarterly, f.season} {
		if m := rule(i); m.next > 0 {
			return m
		}
	}
	return match{}
}

// definiteUnit reads "the month" and whatever else begins with "the".
func (f *finder) definiteUnit(i int) match {
	if f.word(i) != "the" {
		return match{}
	}
	if u, ok := units[f.word(i+1)]; ok && u >= day && !plural[f.word(i+1)] {
		if !f.dated {
			return match{next: i + 2, typ: Date}
		}
		return match{next: i + 2, typ: Date, value: shift(f.ref, u, 0)}
	}
	return f.definite(i)
}

// phase reads "early next week", "mid-November", "late 1996", "earlier this year".
func (f *finder) phase(i int) match {
	k := i + 1
	if f.item(k).mark == '-' {
		k++
	}
	if f.word(k) == "in" && (f.word(i) == "earlier" || f.word(i) == "later" || f.word(i) == "early" || f.word(i) == "late") {
		k++
	}
	if d, n := f.nearAt(k); n > 0 {
		return f.nearDay(k+n, d)
	}
	if part := dayParts[f.word(k)]; part != "" && f.word(i) == "mid" {
		if m := f.dayOf(k + 1); m.next > 0 && len(m.value) == len(time.DateOnly) {
			return match{next: m.next, typ: Time, value: m.value + "T" + part}
		}
		return f.dayPart(k+1, 0, part)
	}
	m := f.inner(k)
	if m.next == 0 {
		m = f.decadeName(k)
	}
	if m.next == 0 && f.word(k) == "that" {
		m = f.that(k)
	}
	return m
}

// every reads "every day", "each Thursday", "every two years", "each July".
func (f *finder) every(i int) match {
	k := i + 1
	w := f.word(k)
	if w == "other" {
		if u, ok := units[f.word(k+1)]; ok {
			return match{next: k + 2, typ: Set, value: durationValue("2", u)}
		}
	}
	if u, ok := units[w]; ok && !plural[w] && w != "second" {
		return match{next: k + 1, typ: Set, value: durationValue("1", u)}
	}
	if part := dayParts[w]; part != "" && len(part) == 2 {
		return match{next: k + 1, typ: Set, value: "XXXX-XX-XXT" + part}
	}
	if wd := f.weekdayAt(k); wd > 0 {
		m := match{next: k + 1, typ: Set, value: "XXXX-WXX-" + strconv.Itoa(wd)}
		if part := dayParts[f.word(k+1)]; part != "" {
			m.next++
			m.value += "T" + part
		}
		return m
	}
	if mo, n := f.monthAt(k); n > 0 {
		return match{next: k + n, typ: Set, value: "XXXX-" + monthValue(0, mo)[5:]}
	}
	if s := seasons[w]; s != "" {
		return match{next: k + 1, typ: Set, value: "XXXX-" + s}
	}
	if m := f.counted(k); m.next > 0 && m.typ == Duration {
		m.typ = Set
		return m
	}
	return match{}
}

// that reads "that year", "that same day", "that time".
func (f *finder) that(i int) match {
	k := i + 1
	if f.word(k) == "same" {
		k++
	}
	switch f.word(k) {
	case "day":
		return match{next: k + 1, typ: Date, value: f.day}
	case "year":
		return match{next: k + 1, typ: Date, value: f.year}
	case "quarter":
		return match{next: k + 1, typ: Date, value: f.quarter}
	case "month":
		if len(f.day) > 7 {
			return match{next: k + 1, typ: Date, value: f.day[:7]}
		}
	}
	return match{}
}

// dayPart gives a part of the day of publication, or of one `days` from it.
func (f *finder) dayPart(next, days int, part string) match {
	if !f.dated {
		return match{next: next, typ: Time}
	}
	return match{next: next, typ: Time, value: dayValue(f.ref.AddDate(0, 0, days)) + "T" + part}
}

// plain reads single words: "now", "daily", "recently", "months".
func (f *finder) plain(i int) match {
	w := f.word(i)
	if v, ok := refs[w]; ok {
		return match{next: i + 1, typ: Date, value: v}
	}
	if v, ok := sets[w]; ok {
		return match{next: i + 1, typ: Set, value: v}
	}
	if w == "these" && f.word(i+1) == "days" {
		return match{next: i + 2, typ: Date, value: present}
	}
	if w == "years" && f.item(i+1).digits == 4 && f.item(i+1).suffix == "" { // "the years 1955-57"
		return match{}
	}
	if plural[w] && w != "seconds" && w != "quarters" && !f.oldAge(i+1) {
		if f.item(i+1).mark == '-' && f.item(i-1).mark == '-' {
			return match{}
		}
		return f.ago(i+1, "X", units[w])
	}
	return match{}
}

// decadeName reads "nineties".
func (f *finder) decadeName(i int) match {
	w := f.word(i)
	if base, ok := strings.CutSuffix(w, "ies"); ok && tens[base+"y"] > 0 {
		return match{next: i + 1, typ: Date, value: strconv.Itoa(190 + tens[base+"y"]/10)}
	}
	return match{}
}

// spokenYear reads "nineteen ninety-six" and "two thousand".
func (f *finder) spokenYear(i int) match {
	if f.word(i) == "two" && f.word(i+1) == "thousand" && f.word(i-1) == "year" {
		return match{next: i + 2, typ: Date, value: "2000"}
	}
	if f.word(i) != "nineteen" || tens[f.word(i+1)] == 0 {
		return match{}
	}
	y, k := 1900+tens[f.word(i+1)], i+2
	if f.item(k).mark == '-' && cardinal[f.word(k+1)] > 0 {
		k++
	}
	if n := cardinal[f.word(k)]; n > 0 && n < 10 {
		y += n
		k++
	}
	return match{next: k, typ: Date, value: strconv.Itoa(y)}
}
