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
	for fillers[f.word(k)] {
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
	if f.oldAge(k) {
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

// fillers stand between a number and its unit.
var fillers = set("more additional full trading consecutive straight long extra whole other")

// rate tells whether something is counted before "a year".
func (f *finder) rate(i int) bool {
	switch p := f.item(i - 1); p.word {
	case "once", "twice", "times", "percent", "million", "billion", "thousand", "dollars", "cents", "hours", "days", "minutes", "pounds", "barrels", "tons", "people", "euros", "yuan", "rubles", "share", "month":
		return true
	default:
		return p.num >= 0 || p.mark == '%' || p.suffix != "" && p.word == ""
	}
}

// farthest is the count beyond which "ago" names no date.
const farthest = 1500

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
	case w == "earlier" && u == year:
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
	if err != nil || count > farthest {
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
	case u == decade && count < 100:
		return match{next: k + 1, typ: Date, value: shift(f.ref, year, 10*back)}
	case u == decade:
		return match{next: k + 1, typ: Date, value: past}
	case u == century:
		return match{next: k + 1, typ: Date, value: past}
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
			return asciiDigits(strings.ReplaceAll(it.suffix, ",", "")), i + 1
		}
		return asciiDigits(it.suffix), i + 1
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
