package when

import (
	"strconv"
	"strings"
	"time"
)

// How long, how long ago, which quarter, what time of day.

// counted reads a number with its unit and what may follow: "three days", "two
// weeks ago", "a year earlier", "2 1/2 years", "five-year", "an hour and a half".
func (f *finder) counted(i int) match {
	n, k := f.quantity(i)
	if k == 0 {
		return match{}
	}
	if f.item(k).mark == '-' && !f.item(k).spaced {
		k++
	}
	for w := f.word(k); w == "more" || w == "additional" || w == "full" || w == "trading" || w == "consecutive" || w == "straight" || w == "long" || w == "extra" || w == "whole" || w == "other"; w = f.word(k) {
		k++
	}
	u, ok := units[f.word(k)]
	if !ok || f.word(k) == "second" && (n == "1" && f.word(i) != "one" || !plural[f.word(k)]) || f.word(k) == "quarter" && (f.word(i) == "a" || f.word(i) == "one") {
		return match{}
	}
	one := n == "1" && (f.word(i) == "a" || f.word(i) == "an")
	if one && plural[f.word(k)] || u == quarter && f.item(k-1).mark == '-' {
		return match{} // "a years", "three-quarters"
	}
	k++
	if old := f.oldAge(k); old {
		return match{}
	}
	if u == year && f.item(k).mark == '-' {
		if m := f.yearHyphen(k - 1); m.next > 0 { // "a year-earlier loss"
			return m
		}
	}
	if f.word(k) == "and" && f.word(k+1) == "a" && f.word(k+2) == "half" {
		return match{next: k + 3, typ: Duration, value: halfMore(n, u)}
	}
	if one && f.rate(i) && f.word(k) != "ago" && f.word(k) != "earlier" {
		return match{next: k, typ: Set, value: durationValue("1", u)}
	}
	return f.ago(k, n, u)
}

// oldAge tells an age, which is no time: "32 years old", "32-year-old".
func (f *finder) oldAge(k int) bool {
	if f.item(k).mark == '-' {
		k++
	}
	return f.word(k) == "old" || f.word(k) == "olds" || f.word(k) == "young"
}

// rate tells whether something is counted before "a year".
func (f *finder) rate(i int) bool {
	switch p := f.item(i - 1); p.word {
	case "once", "twice", "times", "percent", "million", "billion", "thousand", "dollars", "cents", "hours", "days", "minutes", "pounds", "barrels", "tons", "people", "euros", "yuan", "rubles", "share", "month":
		return true
	default:
		return p.num >= 0 || p.mark == '%' || p.suffix != "" && p.word == ""
	}
}

// ago reads what places a span of time: "ago", "earlier", "from now"; without
// it the span is a duration.
func (f *finder) ago(k int, n string, u unit) match {
	if f.word(k) == "or" && f.word(k+1) == "so" {
		k += 2
	}
	w := f.word(k)
	count, err := strconv.Atoi(n)
	back := -count
	switch {
	case w == "ago":
	case (w == "earlier" || w == "before") && u == year && w != "before":
	case w == "from" && f.word(k+1) == "now":
		back = count
		k++
	case (w == "later" || w == "earlier") && err == nil:
		if v := f.fromSpoken(u, map[string]int{"later": count, "earlier": -count}[w]); v != "" {
			return match{next: k + 1, typ: Date, value: v}
		}
		return match{next: k, typ: Duration, value: durationValue(n, u)}
	default:
		return match{next: k, typ: Duration, value: durationValue(n, u)}
	}
	if err != nil || n == "X" {
		v := past
		if back > 0 {
			v = future
		}
		return match{next: k + 1, typ: Date, value: v}
	}
	if u == year && count == 1 && f.quarter != "" && w != "from" {
		if y, err := strconv.Atoi(f.quarter[:4]); err == nil {
			return match{next: k + 1, typ: Date, value: strconv.Itoa(y-1) + f.quarter[4:], aside: true}
		}
	}
	switch {
	case !f.dated:
		return match{next: k + 1, typ: Date}
	case u < day:
		return match{next: k + 1, typ: Time, value: dayValue(f.ref)}
	case u == decade:
		return match{next: k + 1, typ: Date, value: shift(f.ref, year, 10*back)}
	case u == century:
		return match{next: k + 1, typ: Date, value: shift(f.ref, year, 100*back)}
	}
	return match{next: k + 1, typ: Date, value: shift(f.ref, u, back)}
}

// fromSpoken counts from the day or year last spoken of: "two days later"; "" when
// none was.
func (f *finder) fromSpoken(u unit, n int) string {
	if u == year {
		if y, err := strconv.Atoi(f.year); err == nil {
			return strconv.Itoa(y + n)
		}
		return ""
	}
	t, err := time.Parse(time.DateOnly, f.day)
	if err != nil || u != day && u != month {
		return ""
	}
	return shift(t, u, n)
}

// quantity reads a number in digits or words: "3", "2 1/2", "twenty-five",
// "several", "a couple of", "a"; n is digits, or "X" where it is left open.
func (f *finder) quantity(i int) (n string, next int) {
	it := f.item(i)
	w := it.word
	switch {
	case it.word == "" && it.num >= 0 && it.digits <= 4:
		if a, s, b := f.item(i+1), f.item(i+2), f.item(i+3); a.num == 1 && s.mark == '/' && b.num == 2 {
			return strconv.Itoa(it.num) + ".5", i + 4
		}
		return strconv.Itoa(it.num), i + 1
	case it.word == "" && it.suffix != "" && strings.Count(it.suffix, ".")+strings.Count(it.suffix, ",") == 1:
		if strings.Contains(it.suffix, ",") {
			return strings.ReplaceAll(it.suffix, ",", ""), i + 1
		}
		return it.suffix, i + 1
	case w == "a" || w == "an":
		switch f.word(i + 1) {
		case "few":
			return "X", i + 2
		case "couple":
			if f.word(i+2) == "of" {
				return "2", i + 3
			}
			return "2", i + 2
		case "dozen":
			return "12", i + 2
		case "hundred", "thousand":
			return map[string]string{"hundred": "100", "thousand": "1000"}[f.word(i+1)], i + 2
		}
		return "1", i + 1
	case w == "couple" && f.word(i+1) == "of":
		return "2", i + 2
	case w == "half" && (f.word(i+1) == "an" || f.word(i+1) == "a"):
		return "0.5", i + 2
	case vague[w]:
		if f.word(i+1) == "of" {
			return "X", i + 2
		}
		return "X", i + 1
	case tens[w] > 0:
		k := i + 1
		if f.item(k).mark == '-' {
			k++
		}
		if c := cardinal[f.word(k)]; c > 0 && c < 10 {
			return strconv.Itoa(tens[w] + c), k + 1
		}
		return strconv.Itoa(tens[w]), i + 1
	case cardinal[w] > 0:
		switch f.word(i + 1) {
		case "hundred":
			return strconv.Itoa(100 * cardinal[w]), i + 2
		case "thousand":
			return strconv.Itoa(1000 * cardinal[w]), i + 2
		}
		return strconv.Itoa(cardinal[w]), i + 1
	}
	return "", 0
}

// past reads what follows "the past", "the next": "two months", "few days", "year".
func (f *finder) past(i int) match {
	n, k := f.quantity(i)
	if k == 0 {
		n, k = "1", i
		if plural[f.word(k)] {
			n = "X"
		}
	}
	if k > i && f.item(k).mark == '-' {
		k++
	}
	u, ok := units[f.word(k)]
	if !ok || f.word(k) == "second" {
		return match{}
	}
	return match{next: k + 1, typ: Duration, value: durationValue(n, u)}
}

// quarterWords reads "third quarter", "third-quarter", "first half" as 1 to 4 (a
// half as 5 or 6).
func (f *finder) quarterWords(i int) (q, next int) {
	q = ordinals[f.word(i)]
	if f.word(i) == "last" && f.word(i+1) == "half" {
		q = 2
	}
	if q == 0 && ordinal(f.item(i).suffix) && f.item(i).digits == 1 {
		q = f.item(i).num
	}
	k := i + 1
	if f.item(k).mark == '-' {
		k++
	}
	switch {
	case f.word(k) == "quarter" && q >= 1 && q <= 4:
		return q, k + 1
	case f.word(k) == "half" && q >= 1 && q <= 2:
		return q + 4, k + 1
	}
	return 0, 0
}

// quarterly reads quarters and halves of years: "the third quarter of 1990",
// "third-quarter", "fiscal 1989", "the fiscal year", "the quarter".
func (f *finder) quarterly(i int) match {
	k := i
	if f.word(k) == "fiscal" {
		k++
		if f.item(k).mark == '-' {
			k++
		}
		if y := f.item(k); y.digits == 4 && y.suffix == "" {
			return match{next: k + 1, typ: Date, value: strconv.Itoa(y.num)}
		}
		if f.word(k) == "year" {
			if y := f.item(k + 1); y.digits == 4 {
				return match{next: k + 2, typ: Date, value: strconv.Itoa(y.num)}
			}
			return f.wholeYear(k)
		}
	}
	if f.word(k) == "quarter" && f.word(i-1) == "the" {
		return match{next: k + 1, typ: Date, value: f.lastQuarter()}
	}
	stated := 0
	if y := f.item(k); y.digits == 4 && y.suffix == "" && y.num > 1900 && y.num < 2100 { // "1989 third quarter"
		stated = y.num
		k++
	}
	q, next := f.quarterWords(k)
	if next == 0 {
		return match{}
	}
	y := stated
	if m, after := f.yearAt(next); after > 0 {
		y, next = m, after
	} else if w, after := f.yearWord(next); w > 0 {
		y, next = w, after
	}
	if y == 0 {
		if q > 4 || !f.dated {
			if q > 4 && f.word(next) == "of" {
				return match{}
			}
			if q > 4 {
				return match{}
			}
			return match{next: next, typ: Date}
		}
		y = f.ref.Year()
		now := (int(f.ref.Month())-1)/3 + 1
		switch {
		case q > now && f.tense(i) <= 0:
			y--
		case q < now && f.tense(i) > 0 && q == 1:
			y++
		}
	}
	if q > 4 {
		return match{next: next, typ: Date, value: strconv.Itoa(y) + "-H" + strconv.Itoa(q-4)}
	}
	return match{next: next, typ: Date, value: quarterValue(y, q)}
}

// wholeYear reads "year" as the current one, or as twelve months when it says
// when it ended.
func (f *finder) wholeYear(k int) match {
	if w := f.word(k + 1); w == "ended" || w == "ending" {
		return match{next: k + 1, typ: Duration, value: "P1Y"}
	}
	return match{next: k + 1, typ: Date, value: f.thisYear()}
}

func (f *finder) thisYear() string {
	if !f.dated {
		return ""
	}
	return strconv.Itoa(f.ref.Year())
}

// lastQuarter is the quarter spoken of, else the last that was over.
func (f *finder) lastQuarter() string {
	if f.quarter != "" || !f.dated {
		return f.quarter
	}
	return shift(f.ref, quarter, -1)
}

// periodOf is the quarter spoken of in another year, or the year alone.
func (f *finder) periodOf(y int) string {
	if f.quarter != "" {
		return strconv.Itoa(y) + f.quarter[4:]
	}
	return strconv.Itoa(y)
}

// yearHyphen reads "year-ago", "year-earlier" (with quarter or period) and "year-end".
func (f *finder) yearHyphen(i int) match {
	next := i + 3
	switch f.word(i + 2) {
	case "ago", "earlier":
		if w := f.word(next); w == "quarter" || w == "period" {
			next++
		} else if _, after := f.quarterWords(next); after > 0 {
			next = after
		}
		if !f.dated {
			return match{next: next, typ: Date}
		}
		if f.quarter != "" {
			y, _ := strconv.Atoi(f.quarter[:4])
			return match{next: next, typ: Date, value: strconv.Itoa(y-1) + f.quarter[4:], aside: true}
		}
		return match{next: next, typ: Date, value: strconv.Itoa(f.ref.Year() - 1)}
	case "end":
		return match{next: next, typ: Date, value: f.thisYear()}
	}
	return match{}
}

// clock reads a time of day with the day that may follow: "10:30 a.m. Friday",
// "5 p.m. EST Nov. 9", "noon Thursday", "14:00".
func (f *finder) clock(i int) match {
	it := f.item(i)
	h, min, k := -1, 0, i+1
	switch {
	case it.capital && f.item(i+1).capital && it.digits == 0: // a name
		return match{}
	case it.word == "noon" || it.word == "midday":
		h = 12
	case it.word == "midnight":
		h = 24
	case it.digits == 0 || it.digits > 2 || it.num > 24:
		return match{}
	case it.suffix == "am" || it.suffix == "pm":
		h = half(it.num, it.suffix)
	case it.suffix != "":
		return match{}
	default:
		h = it.num
		colon := f.item(k)
		if m := f.item(k + 1); (colon.mark == ':') && !colon.spaced && !m.spaced && m.digits == 2 && m.num < 60 {
			min = m.num
			k += 2
			if m.suffix == "am" || m.suffix == "pm" {
				h = half(h, m.suffix)
				break
			}
			if m.suffix != "" {
				return match{}
			}
		} else if colon.mark == ':' {
			return match{}
		}
		switch w := strings.ReplaceAll(f.word(k), ".", ""); {
		case w == "am" || w == "pm":
			h = half(h, w)
			k++
		case f.word(k) == "o'clock" || f.word(k) == "o’clock":
			k++
		case k == i+1:
			return match{}
		}
	}
	if h < 0 || h > 24 {
		return match{}
	}
	for f.item(k).mark == '.' && f.item(k-1).suffix == "" && !f.item(k).spaced && len(f.word(k-1)) <= 3 && f.word(k-1) != "" && f.item(k+1).word != "" && !f.item(k+1).capital {
		k++
	}
	if z := f.item(k); zones[z.word] != "" || ambiguous[z.word] {
		k++
	}
	value := f.day
	if value == "" && f.dated {
		value = dayValue(f.ref)
	}
	d := k
	for f.item(d).mark == ',' || f.word(d) == "on" {
		d++
	}
	if m := f.dayOf(d); m.next > 0 {
		k = m.next
		value = ""
		if len(m.value) >= 10 {
			value = m.value[:10]
		}
	}
	if value == "" {
		return match{next: k, typ: Time}
	}
	return match{next: k, typ: Time, value: value + "T" + two(h) + ":" + two(min)}
}

func (f *finder) dayOf(i int) match {
	if m := f.absolute(i); m.next > 0 && m.typ == Date {
		return m
	}
	if d, ok := f.words.near[f.word(i)]; ok && f.word(i) != "" {
		return f.nearDay(i, d)
	}
	if wd := f.weekdayAt(i); wd > 0 && !short(f.word(i)) {
		return f.weekday(i, wd)
	}
	return match{}
}

func half(h int, part string) int {
	switch {
	case h > 12:
		return -1
	case part == "pm" && h < 12:
		return h + 12
	case part == "am" && h == 12:
		return 0
	}
	return h
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
