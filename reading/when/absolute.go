package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Dates that stand in the calendar by themselves, or but for their year:
// "13 June 2025", "June 13", "2025-06-13", "13.06.2025", "2025年6月13日", "October 2024".

func (f *finder) absolute(i int) match {
	it := f.item(i)
	if it.digits > 0 {
		for _, rule := range []func(int) match{f.iso, f.eastern, f.slashed, f.dayMonth} {
			if m := rule(i); m.next > 0 {
				return m
			}
		}
		return match{}
	}
	if it.num < 0 && it.word == "" && strings.Count(it.suffix, ".") == 2 {
		return f.dotted(i)
	}
	if it.word == "" {
		return match{}
	}
	if _, n := f.monthAt(i); n > 0 {
		return f.monthDay(i)
	}
	if f.weekdayAt(i) > 0 { // "Friday, June 13, 2025"
		k := i + 1
		for k < i+4 && (f.item(k).mark == ',' || f.item(k).mark == '.' || f.words.of[f.word(k)]) {
			k++
		}
		if m := f.absolute2(k); m.next > 0 {
			return m
		}
	}
	return match{}
}

func (f *finder) absolute2(i int) match {
	if f.item(i).digits > 0 {
		return f.dayMonth(i)
	}
	if _, n := f.monthAt(i); n > 0 {
		if m := f.monthDay(i); len(m.value) == len("2025-06-13") || m.value == "" {
			return m
		}
	}
	return match{}
}

// monthAt reads the month that item i names, in one word or two (كانون الثاني);
// n is how many, 0 when it names none. English months have a capital.
func (f *finder) monthAt(i int) (m, n int) {
	it := f.item(i)
	if it.word == "" {
		return 0, 0
	}
	if f.words.longest > 1 && f.word(i+1) != "" {
		if m := f.words.months[it.word+" "+f.word(i+1)]; m > 0 {
			return m, 2
		}
	}
	m = f.words.months[it.word]
	if m == 0 || !it.capital && f.english && lexicons["en"].months[it.word] > 0 {
		return 0, 0
	}
	return m, 1
}

// nearAt reads "yesterday", "hier", "i går" at item i as days from the day of
// publication; n is how many items it takes, 0 when it says nothing.
func (f *finder) nearAt(i int) (days, n int) {
	it := f.item(i)
	if it.word == "" || it.capital && it.word == "morgen" { // "am Morgen": the morning
		return 0, 0
	}
	if f.words.longest > 1 && f.word(i+1) != "" {
		if d, ok := f.words.near[it.word+" "+f.word(i+1)]; ok {
			return d, 2
		}
	}
	if d, ok := f.words.near[it.word]; ok {
		return d, 1
	}
	return 0, 0
}

// short tells an abbreviated month or weekday, which needs a neighbour.
func short(w string) bool { return utf8.RuneCountInString(w) <= 4 }

func (f *finder) weekdayAt(i int) int {
	it := f.item(i)
	if it.word == "" || f.english && !it.capital {
		return 0
	}
	return f.words.weekdays[it.word]
}

// yearAt reads a year at item i, after marks and words that may stand before it.
func (f *finder) yearAt(i int) (y, next int) {
	k := i
	for k < i+2 && (f.item(k).mark == ',' || f.item(k).mark == '.' || f.item(k).word != "" && f.words.of[f.word(k)]) {
		k++
	}
	it := f.item(k)
	if it.digits != 4 || it.num < 1000 || it.num > 2200 || it.word != "" && it.suffix != "" {
		return 0, 0
	}
	next = k + 1
	if f.words.years[f.word(next)] {
		next++
		if f.item(next).mark == '.' && f.word(next-1) != "года" && f.word(next-1) != "року" && f.word(next-1) != "roku" {
			next++
		}
	}
	return it.num, next
}

// dayMonth reads "13 June 2025", "13. Juni", "13 de junio de 2025", "1er juin".
func (f *finder) dayMonth(i int) match {
	it := f.item(i)
	if it.digits > 2 || it.num < 1 || it.num > 31 || it.word != "" && !ordinal(it.suffix) {
		return match{}
	}
	k := i + 1
	for k < i+4 && (f.item(k).mark == '.' && !f.item(k).spaced || f.word(k) != "" && (f.words.of[f.word(k)] || ordinal(f.word(k)))) {
		k++
	}
	m, n := f.monthAt(k)
	if n == 0 {
		return match{}
	}
	brief := f.words.brief[f.word(k)]
	k += n
	abbreviated := f.item(k).mark == '.' && !f.item(k).spaced
	y, next := 0, 0
	if abbreviated {
		y, next = f.yearAt(k + 1)
	}
	if next == 0 {
		y, next = f.yearAt(k)
	}
	if next == 0 && brief && !abbreviated { // "2 set", "3 ago": words of other meaning
		return match{}
	}
	if next == 0 {
		return match{next: k, typ: Date, value: f.nearest(i, m, it.num)}
	}
	if !validDay(y, m, it.num) {
		return match{}
	}
	return match{next: next, typ: Date, value: dateValue(y, m, it.num)}
}

func ordinal(s string) bool {
	switch s {
	case "st", "nd", "rd", "th", "er", "e", "º", "ª", "°", "o", "-го", "го":
		return true
	}
	return false
}

// monthDay reads what begins with a month: "June 13, 2025", "June 13", "June 2025", "June".
func (f *finder) monthDay(i int) match {
	m, n := f.monthAt(i)
	k := i + n
	abbreviated := f.item(k).mark == '.' && !f.item(k).spaced
	if abbreviated {
		k++
	}
	if d, next := f.dayAt(k); d > 0 && f.english {
		if y, after := f.yearAt(next); after > 0 && f.item(next).word == "" {
			if validDay(y, m, d) {
				return match{next: after, typ: Date, value: dateValue(y, m, d)}
			}
			return match{}
		}
		if y, after := f.yearWord(next); after > 0 && y > 0 {
			return match{next: after, typ: Date, value: dateValue(y, m, d)}
		}
		value := f.nearest(i, m, d)
		if f.word(i-1) == "of" && f.word(i-2) == "week" && value != "" { // "the week of March 6"
			t, err := time.Parse(time.DateOnly, value)
			if err == nil {
				return match{next: next, typ: Date, value: shift(t, week, 0)}
			}
		}
		return match{next: next, typ: Date, value: value}
	}
	if y, after := f.yearAt(k); after > 0 && y >= 1500 {
		return match{next: after, typ: Date, value: monthValue(y, m)}
	}
	if !f.english {
		return match{}
	}
	if y := f.spokenYear(k); y.next > 0 {
		n, _ := strconv.Atoi(y.value)
		return match{next: y.next, typ: Date, value: monthValue(n, m)}
	}
	if f.words.brief[f.word(i)] && !abbreviated {
		return match{}
	}
	if f.doubtfulMonth(i) && !f.beforeMonth(i-1) {
		return match{}
	}
	if y, after := f.yearWord(k); after > 0 {
		if y == 0 {
			return match{next: after, typ: Date}
		}
		return match{next: after, typ: Date, value: monthValue(y, m)}
	}
	if abbreviated {
		k--
	}
	return match{next: k, typ: Date, value: f.nearestMonth(i, m)}
}

// doubtfulMonth tells names of months that are other words too.
func (f *finder) doubtfulMonth(i int) bool {
	switch f.word(i) {
	case "may", "march":
		return true
	case "april", "june", "august":
		next := f.item(i + 1)
		return next.capital && f.words.weekdays[next.word] == 0
	}
	return false
}

var monthPrepositions = set("in since last this next by until till of early late mid from to through and or during before after for previous each every between earlier into around -")

func (f *finder) beforeMonth(i int) bool {
	return monthPrepositions[f.word(i)] || f.item(i).mark == '-'
}

// yearWord reads "last year", "this year", "of next year", "of that year"; y is
// 0 when the year meant is not known.
func (f *finder) yearWord(i int) (y, next int) {
	if f.word(i) == "of" {
		i++
	}
	if f.word(i) == "the" && f.word(i+1) == "same" {
		i++
	}
	if f.word(i+1) != "year" {
		return 0, 0
	}
	away := 0
	switch f.word(i) {
	case "that", "same":
		y, _ = strconv.Atoi(f.year)
		return y, i + 2
	case "last":
		away = -1
	case "this":
	case "next":
		away = 1
	default:
		return 0, 0
	}
	if !f.dated {
		return 0, i + 2
	}
	return f.ref.Year() + away, i + 2
}

// dayAt reads a day of the month after its name: "13", "13th", "the 13th", "eighth".
func (f *finder) dayAt(i int) (d, next int) {
	it := f.item(i)
	if it.word == "the" {
		i++
		it = f.item(i)
		if !ordinal(it.suffix) {
			return 0, 0
		}
	}
	if n := ordinals[it.word]; n > 0 && i > 0 && f.item(i-1).End+1 == it.Start {
		return n, i + 1
	}
	if it.digits == 0 || it.digits > 2 || it.num < 1 || it.num > 31 || it.word != "" && !ordinal(it.suffix) {
		return 0, 0
	}
	if next := f.item(i + 1); next.mark == ':' && !next.spaced && f.item(i+2).digits > 0 {
		return 0, 0
	}
	return it.num, i + 1
}

// iso reads 2025-06-13 and 2025/06/13, also with a time behind.
func (f *finder) iso(i int) match {
	y, a, m, b, d := f.item(i), f.item(i+1), f.item(i+2), f.item(i+3), f.item(i+4)
	if y.digits != 4 || a.mark != '-' && a.mark != '/' || b.mark != a.mark || m.digits == 0 || m.digits > 2 || d.digits == 0 || d.digits > 2 || a.spaced || m.spaced || b.spaced || d.spaced || !validDay(y.num, m.num, d.num) {
		return match{}
	}
	value := dateValue(y.num, m.num, d.num)
	if len(d.suffix) == 3 && d.suffix[0] == 't' && f.item(i+5).mark == ':' && f.item(i+6).digits >= 2 {
		return match{next: i + 7, typ: Time, value: fmt.Sprintf("%sT%s:%02d", value, d.suffix[1:], f.item(i+6).num%60)}
	}
	if d.suffix != "" {
		return match{}
	}
	return match{next: i + 5, typ: Date, value: value}
}

// slashed reads 13/06/2025 where the numbers leave no choice.
func (f *finder) slashed(i int) match {
	a, s, b, t, y := f.item(i), f.item(i+1), f.item(i+2), f.item(i+3), f.item(i+4)
	if y.digits != 4 || a.digits > 2 || b.digits == 0 || b.digits > 2 || s.mark != '/' && s.mark != '-' || t.mark != s.mark || s.spaced || b.spaced || t.spaced || y.spaced || y.word != "" {
		return match{}
	}
	d, m := a.num, b.num
	if m > 12 {
		d, m = m, d
	}
	if y.num < 1500 || y.num > 2200 || !validDay(y.num, m, d) {
		return match{}
	}
	if a.num <= 12 && b.num <= 12 && a.num != b.num {
		return match{next: i + 5, typ: Date} // day or month?
	}
	return match{next: i + 5, typ: Date, value: dateValue(y.num, m, d)}
}

// dotted reads 13.06.2025, one token.
func (f *finder) dotted(i int) match {
	var d, m, y int
	if n, err := fmt.Sscanf(asciiDigits(f.item(i).suffix), "%d.%d.%d", &d, &m, &y); n != 3 || err != nil || y < 1500 || y > 2200 || !validDay(y, m, d) {
		return match{}
	}
	return match{next: i + 1, typ: Date, value: dateValue(y, m, d)}
}

func asciiDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if d := digit(r); d >= 0 {
			return rune('0' + d)
		}
		return r
	}, s)
}

// eastern reads 2025年6月13日, 2025年6月, 6月13日 and the same in Korean. The last
// sign may begin a longer run of characters.
func (f *finder) eastern(i int) match {
	var y, m, d int
	last, k := 0, i
	for k < i+6 {
		n, sign, step := f.item(k), f.item(k+1).word, 2
		from := f.item(k + 1).Start
		if n.suffix != "" { // Hangul is written to its number
			sign, step, from = n.suffix, 1, n.End-len(n.suffix)
		}
		if n.digits == 0 || sign == "" {
			break
		}
		r, size := utf8.DecodeRuneInString(sign)
		switch {
		case (r == '年' || r == '년') && k == i && n.digits == 4:
			y = n.num
		case (r == '月' || r == '월') && m == 0 && d == 0 && n.num >= 1 && n.num <= 12:
			m = n.num
		case (r == '日' || r == '号' || r == '號' || r == '일') && m > 0 && n.num >= 1 && n.num <= 31:
			d = n.num
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		last, k = from+size, k+step
		if d > 0 || size < len(sign) {
			break
		}
	}
	switch {
	case last == 0 || m == 0 && y == 0:
		return match{}
	case m == 0:
		if y < 1500 || y > 2200 {
			return match{}
		}
		return match{next: k, typ: Date, value: fmt.Sprint(y), until: last}
	case d == 0 && y == 0:
		return match{} // 三 months, or March
	case d == 0:
		return match{next: k, typ: Date, value: monthValue(y, m), until: last}
	case y == 0:
		return match{next: k, typ: Date, value: f.nearest(i, m, d), until: last}
	case !validDay(y, m, d):
		return match{}
	}
	return match{next: k, typ: Date, value: dateValue(y, m, d), until: last}
}

// nearest gives a day of the year its year: the nearest to the day of
// publication, unless the tense of the sentence says on which side of it.
func (f *finder) nearest(i, m, d int) string {
	if !f.dated && f.english && validDay(2024, m, d) {
		if y := f.gameYear(i); y > 0 && validDay(y, m, d) {
			return dateValue(y, m, d)
		}
	}
	if !f.dated || !validDay(2024, m, d) {
		return ""
	}
	best, least := time.Time{}, time.Duration(1<<62)
	direction := f.tense(i)
	for y := f.ref.Year() - 1; y <= f.ref.Year()+1; y++ {
		t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		gap := t.Sub(f.ref)
		switch {
		case direction*int(gap) < 0 && gap.Abs() > 7*24*time.Hour && (direction > 0 || !f.english):
			gap *= 2
		case direction < 0 && gap > 7*24*time.Hour && f.english:
			gap *= 6 // nobody tells in the past tense what is to come
		}
		if gap.Abs() < least {
			best, least = t, gap.Abs()
		}
	}
	return dayValue(best)
}

// nearestMonth does so for a month.
func (f *finder) nearestMonth(i, m int) string {
	if !f.dated {
		return ""
	}
	y, ref := f.ref.Year(), int(f.ref.Month())
	switch t := f.tense(i); {
	case t > 0 && m < ref:
		y++
	case t < 0 && m > ref:
		y--
	}
	return monthValue(y, m)
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// secondDay reads the day that a day of a month is joined to, from the joint at
// item i on: "March 16 to 18", "April 24 and 25".
func (f *finder) secondDay(i int, first match) match {
	it, number := f.item(i), f.item(i+1)
	if !f.english || first.typ != Date || len(first.value) != len(time.DateOnly) || !isDigits(f.item(i-1).In(f.text)) || f.item(i-1).digits > 2 {
		return match{}
	}
	switch {
	case it.word == "and" || it.word == "to" || it.word == "through" || it.word == "or" || it.mark == '-' || it.mark == '–':
	default:
		return match{}
	}
	day, err := strconv.Atoi(first.value[8:])
	if err != nil || number.suffix != "" || number.digits < 1 || number.digits > 2 || number.num <= day || number.num > 31 {
		return match{}
	}
	if n := f.item(i + 2); n.word != "" && !afterDay[n.word] || n.mark == '%' || n.num >= 0 { // "on March 16 and 18 others"
		return match{}
	}
	y, _ := strconv.Atoi(first.value[:4])
	m, _ := strconv.Atoi(first.value[5:7])
	if !validDay(y, m, number.num) {
		return match{}
	}
	return match{next: i + 2, typ: Date, value: dateValue(y, m, number.num)}
}

// afterDay are words that may follow a bare day.
var afterDay = set("in at on for to and or with as but when where by of during before after between from while the who which")
