package when

import (
	"fmt"
	"time"
)

// longestPrinted is the length in bytes beyond which a line is no date.
const longestPrinted = 120

// ParsePrinted reads a date as pages print it, in any of the languages of
// words.txt and in any digits, and returns it as "2025-06-13", or as RFC 3339
// when a time of day and its distance from UTC are printed too; a time without
// a zone is left out rather than guessed. The line must hold the date alone,
// but for a weekday and words such as "Published".
//
// ok is false when the line is no date, when the day or the year is missing,
// when the year has two digits, when languages read it differently, and when
// numbers alone leave open which is the day: 06/07/2025. With full stops the
// day comes first, as everywhere where they are used; a year first is followed
// by the month.
func ParsePrinted(s string) (date string, ok bool) {
	if len(s) > longestPrinted {
		return "", false
	}
	if date, ok := parseISO(s); ok {
		return date, true
	}
	parts := cutParts(s)
	if !plausible(parts) {
		return "", false
	}
	for _, l := range printing {
		p := printed{lexicon: l, parts: parts}
		got, fits := p.read()
		if !fits {
			continue
		}
		if ok && got != date {
			return "", false
		}
		date, ok = got, true
	}
	return date, ok
}

// plausible turns away most lines that are no dates before 35 languages are
// tried: a date has a year and a day, and few words.
func plausible(parts []part) bool {
	digits, words := 0, 0
	for _, p := range parts {
		digits += p.digits
		if p.word != "" && !oneByOne(firstRune(p.word)) {
			words++
		}
	}
	return digits >= 5 && digits <= 24 && words <= 10
}

// parseISO reads the forms that machines write.
func parseISO(s string) (string, bool) {
	if len(s) < len("20060102") || s[0] < '0' || s[0] > '9' || s[3] < '0' || s[3] > '9' { // most lines, at no cost
		return "", false
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05.999Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Truncate(time.Second).Format(time.RFC3339), true
		}
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15:04:05.999", "20060102"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}

// printed is the reading of a printed date in one language.
type printed struct {
	*lexicon
	parts []part

	y, m, d    int // 0: not met
	solarMonth int
	named      string // the month's name
	numbers    []int  // bare numbers in order: indexes of parts
	h, min, s  int
	timed      bool
	half       int // 1 before noon, 2 after
	zone       string
}

func (p *printed) read() (string, bool) {
	for i := 0; i < len(p.parts); {
		n := p.step(i)
		if n == 0 {
			return "", false
		}
		i += n
	}
	if !p.settle() {
		return "", false
	}
	return p.format()
}

// step reads what stands at part i and returns how many parts it took, 0 when
// it belongs to no date.
func (p *printed) step(i int) int {
	at := p.parts[i]
	if at.digits > 0 {
		return p.number(i)
	}
	if at.word == "" {
		switch at.mark {
		case ',', '.', '|', '-', '–', '—', '/', '(', ')', ':', '·', '،', '•', '，', '（', '）', '@', '\'', 'º', '°', 'ª', '\u200f', '\u200e':
			return 1
		}
		return 0
	}
	if m, n := phrase(p.parts, i, p.longest, p.months); n > 0 {
		w := p.parts[i].word
		_, both := p.weekdays[w]
		switch {
		case p.m == 0:
			p.m, p.named = m, w
		case both:
		default:
			if _, both := p.weekdays[p.named]; !both {
				return 0
			}
			p.m, p.named = m, w
		}
		return n
	}
	if m, n := phrase(p.parts, i, p.longest, p.solar); n > 0 {
		p.solarMonth = m
		return n
	}
	if _, n := phrase(p.parts, i, p.longest, p.weekdays); n > 0 {
		return n
	}
	if _, n := phrase(p.parts, i, p.longest, p.am); n > 0 {
		p.half = 1
		return n
	}
	if _, n := phrase(p.parts, i, p.longest, p.pm); n > 0 {
		p.half = 2
		return n
	}
	for _, set := range []map[string]bool{p.of, p.years, p.print} {
		if _, n := phrase(p.parts, i, p.longest, set); n > 0 {
			return n
		}
	}
	if n := p.zoneAt(i); n > 0 {
		return n
	}
	switch at.word {
	case "t", "st", "nd", "rd", "th", "er", "e", "o", "a", "ª", "º":
		return 1
	}
	return 0
}

// number reads a number: a time of day, one with a sign behind it that says
// what it is (2025年), or a bare one.
func (p *printed) number(i int) int {
	at := p.parts[i]
	next := func(k int) part {
		if i+k < len(p.parts) {
			return p.parts[i+k]
		}
		return part{}
	}
	if next(1).mark == ':' && next(2).digits == 2 && at.digits <= 2 || next(1).word == "h" && next(2).digits == 2 && at.digits <= 2 {
		p.timed, p.h, p.min = true, at.num, next(2).num
		n := 3
		if next(3).mark == ':' && next(4).digits == 2 {
			p.s = next(4).num
			n = 5
		}
		if next(n).mark == '.' && next(n+1).digits > 0 && !next(n+1).spaced {
			n += 2
		}
		return n + p.offset(i+n)
	}
	switch next(1).word {
	case "年", "년":
		p.y = at.num
		return 2
	case "月", "월":
		p.m = at.num
		return 2
	case "日", "号", "號", "일":
		p.d = at.num
		return 2
	case "时", "時", "点", "點", "시":
		p.timed, p.h = true, at.num
		return 2
	case "分", "분":
		p.min = at.num
		return 2
	case "秒", "초":
		p.s = at.num
		return 2
	}
	if (p.am[next(1).word] || p.pm[next(1).word]) && at.digits <= 2 && (p.m > 0 && len(p.numbers) > 1) {
		p.timed, p.h = true, at.num // "10 a.m." after a full date
		return 1
	}
	p.numbers = append(p.numbers, i)
	return 1
}

// settle makes day, month and year of the bare numbers.
func (p *printed) settle() bool {
	n := make([]part, len(p.numbers))
	for k, i := range p.numbers {
		n[k] = p.parts[i]
	}
	switch {
	case len(n) == 0:
		return p.y > 0 && p.m > 0 && p.d > 0
	case p.y > 0 || p.d > 0:
		return false
	case p.m > 0 || p.solarMonth > 0:
		if len(n) != 2 {
			return false
		}
		if n[0].digits == 4 {
			n[0], n[1] = n[1], n[0]
		}
		p.d, p.y = n[0].num, n[1].num
		return n[0].digits <= 2 && n[1].digits == 4
	case len(n) != 3 || !p.joined():
		return false
	case n[0].digits == 4 && n[1].digits <= 2 && n[2].digits <= 2:
		p.y, p.m, p.d = n[0].num, n[1].num, n[2].num
		return true
	case n[2].digits == 4 && n[0].digits <= 2 && n[1].digits <= 2:
		a, b := n[0].num, n[1].num
		p.y, p.m, p.d = n[2].num, b, a
		switch {
		case p.parts[p.numbers[0]+1].mark == '.' || a > 12 || a == b:
		case b > 12:
			p.m, p.d = a, b
		default:
			return false
		}
		return true
	}
	return false
}

// joined tells whether the three bare numbers stand beside each other with one
// sort of mark between them.
func (p *printed) joined() bool {
	a, b, c := p.numbers[0], p.numbers[1], p.numbers[2]
	if b != a+2 || c != b+2 {
		return false
	}
	mark := p.parts[a+1].mark
	return mark == p.parts[b+1].mark && (mark == '/' || mark == '.' || mark == '-')
}

func (p *printed) format() (string, bool) {
	y, m, d := p.y, p.m, p.d
	switch {
	case p.solarMonth > 0:
		y, m, d = fromSolar(y, p.solarMonth, d)
	case 2400 <= y && y < 2700 && p.lexicon == lexicons["th"]:
		y -= 543 // the Buddhist era
	}
	if y < 1500 || y > 2200 || !validDay(y, m, d) {
		return "", false
	}
	date := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if !p.timed || p.zone == "" {
		return date, true
	}
	switch {
	case p.half == 2 && p.h < 12:
		p.h += 12
	case p.half == 1 && p.h == 12:
		p.h = 0
	}
	if p.h > 23 || p.min > 59 || p.s > 59 {
		return "", false
	}
	return fmt.Sprintf("%sT%02d:%02d:%02d%s", date, p.h, p.min, p.s, p.zone), true
}

func validDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
}

// zones whose abbreviation means one distance from UTC. ET, CST and IST mean
// several and are none.
var zones = map[string]string{
	"z": "Z", "gmt": "Z", "utc": "Z", "ut": "Z", "wet": "Z", "bst": "+01:00", "cet": "+01:00", "mez": "+01:00", "west": "+01:00", "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00", "sast": "+02:00",
	"eest": "+03:00", "msk": "+03:00", "мск": "+03:00", "trt": "+03:00", "pkt": "+05:00", "wib": "+07:00", "hkt": "+08:00", "sgt": "+08:00", "jst": "+09:00", "kst": "+09:00",
	"aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
}

// ambiguous zones are read and say nothing.
var ambiguous = map[string]bool{"et": true, "ct": true, "mt": true, "pt": true, "cst": true, "ist": true, "ast": true}

// zoneAt reads a zone's name and the distance that may follow it: GMT+3.
func (p *printed) zoneAt(i int) int {
	w := p.parts[i].word
	if ambiguous[w] {
		return 1
	}
	z, known := zones[w]
	if !known || !p.timed && w == "z" {
		return 0
	}
	p.zone = z
	if z == "Z" {
		return 1 + p.offset(i+1)
	}
	return 1
}

// offset reads a distance from UTC at part i: +02:00, +0200, +2.
func (p *printed) offset(i int) int {
	if i+1 >= len(p.parts) || p.parts[i+1].digits == 0 || p.parts[i+1].digits > 4 || p.parts[i+1].digits == 3 || p.parts[i+1].spaced {
		return 0
	}
	sign := ""
	switch p.parts[i].mark {
	case '+':
		sign = "+"
	case '-', '−':
		sign = "-"
	default:
		return 0
	}
	h, min, n := p.parts[i+1].num, 0, 2
	if p.parts[i+1].digits == 4 {
		h, min = h/100, h%100
	} else if i+3 < len(p.parts) && p.parts[i+2].mark == ':' && p.parts[i+3].digits == 2 {
		min = p.parts[i+3].num
		n = 4
	}
	if h > 14 || min > 59 {
		return 0
	}
	p.zone = "Z"
	if h > 0 || min > 0 {
		p.zone = fmt.Sprintf("%s%02d:%02d", sign, h, min)
	}
	return n
}

// fromSolar turns a date of the Iranian calendar into a Gregorian one, by the
// 33-year rule, which is right for the years 1178 to 1633 (1799 to 2254).
func fromSolar(y, m, d int) (int, int, int) {
	if y < 1178 || y > 1633 || m > 12 || d < 1 || m <= 6 && d > 31 || m > 6 && d > 30 {
		return 0, 0, 0
	}
	day := 365*(y-1) + (8*(y-1)+29)/33 + d
	if m <= 7 {
		day += 31 * (m - 1)
	} else {
		day += 30*(m-1) + 6
	}
	t := time.Date(622, 3, 20, 0, 0, 0, 0, time.UTC).AddDate(0, 0, day)
	return t.Year(), int(t.Month()), t.Day()
}
