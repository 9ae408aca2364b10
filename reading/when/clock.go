package when

import (
	"strconv"
	"strings"
)

// clock reads a time of day with the day that may follow: "10:30 a.m. Friday",
// "5 p.m. EST Nov. 9", "noon Thursday", "14:00".
func (f *finder) clock(i int) match {
	it := f.item(i)
	var h int
	min, k := 0, i+1
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
	if d, n := f.nearAt(i); n > 0 {
		return f.nearDay(i+n, d)
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
