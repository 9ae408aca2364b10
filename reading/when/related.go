package when

import (
	"strconv"
	"strings"
	"time"
)

// What is last, this or next: "last year", "this Friday", "the coming months".

// related reads "last year", "next Friday", "this morning", "the past two months",
// "last November", "this summer", "next year's first quarter".
func (f *finder) related(i int) match {
	n, ok := relations[f.word(i)]
	if !ok {
		switch f.word(i) {
		case "recent":
			return f.recent(i)
		case "latest":
			if w := f.word(i + 1); w == "quarter" || w == "period" {
				return match{next: i + 2, typ: Date, value: f.lastQuarter()}
			}
			return f.past(i + 1)
		}
		return match{}
	}
	k := i + 1
	if f.word(k) == "past" || f.word(k) == "coming" || f.word(k) == "same" || f.word(k) == "current" {
		if f.word(k) == "past" {
			n = -1
		}
		k++
	}
	if f.word(k) == "fiscal" || f.word(k) == "calendar" {
		k++
	}
	w := f.word(k)
	if part := dayParts[w]; part != "" && !strings.HasSuffix(w, "s") && part != "24:00" {
		if n == -1 && w == "night" {
			return f.dayPart(k+1, -1, part)
		}
		return f.dayPart(k+1, n, part)
	}
	if u, ok := units[w]; ok && !plural[w] && u >= day && w != "second" {
		return f.unitFrom(i, k, u, n)
	}
	if wd := f.weekdayAt(k); wd > 0 {
		return f.weekdayFrom(k, wd, n, f.word(i))
	}
	if m, words := f.monthAt(k); words > 0 {
		if d, _ := f.dayAt(k + 1); d > 0 {
			return f.monthDay(k)
		}
		return f.monthFrom(k, m, n)
	}
	if s := seasons[w]; s != "" && !strings.HasSuffix(w, "s") {
		return f.seasonFrom(k, s, n)
	}
	if n != 0 {
		if m := f.past(k); m.next > 0 {
			return m
		}
	}
	if f.word(i) == "coming" && plural[w] {
		return match{next: k + 1, typ: Duration, value: durationValue("X", units[w])}
	}
	if f.word(i) == "current" && w != "" {
		return match{next: i + 1, typ: Date, value: present}
	}
	if f.word(i) == "past" && (f.word(i-1) == "the") && (f.item(k).mark == '.' || f.item(k).mark == ',') {
		return match{next: i + 1, typ: Date, value: past}
	}
	return match{}
}

// unitFrom resolves "last week", "this quarter", "next year's third quarter".
func (f *finder) unitFrom(i, k int, u unit, n int) match {
	if u == year && f.item(k).End < f.item(k+1).Start && strings.Contains(f.text[f.item(k).End:f.item(k+1).Start], "s") { // "last year's"
		if q, next := f.quarterWords(k + 1); next > 0 && f.dated {
			return match{next: next, typ: Date, value: quarterValue(f.ref.Year()+n, q)}
		}
	}
	following := f.word(i) == "following" || f.word(i) == "previous" || f.word(i) == "preceding" || u == day && f.word(i) == "next"
	switch {
	case following && u == year && f.year != "":
		y, _ := strconv.Atoi(f.year)
		return match{next: k + 1, typ: Date, value: strconv.Itoa(y + n)}
	case following && u == day && f.day != "":
		t, err := time.Parse(time.DateOnly, f.day)
		if err != nil {
			return match{}
		}
		return match{next: k + 1, typ: Date, value: shift(t, u, n)}
	case following:
		return match{next: k + 1, typ: Date}
	case u == day && n != 0:
		return match{}
	case u == day && f.word(i) == "this":
		return match{next: k + 1, typ: Date, value: f.today()}
	case u == decade && n == -1:
		return match{next: k + 1, typ: Duration, value: "P10Y"}
	case u == century:
		return match{next: k + 1, typ: Duration, value: "P100Y"}
	case !f.dated:
		return match{next: k + 1, typ: Date}
	}
	return match{next: k + 1, typ: Date, value: shift(f.ref, u, n)}
}

func (f *finder) today() string {
	if !f.dated {
		return ""
	}
	return dayValue(f.ref)
}

// weekdayFrom resolves "last Friday", "next Monday", "this Thursday".
func (f *finder) weekdayFrom(k, wd, n int, word string) match {
	if !f.dated {
		return match{next: f.afterPart(k + 1), typ: Date}
	}
	switch n {
	case -1:
		return f.withPart(k+1, f.weekdayBefore(wd, 1))
	case 1:
		return f.withPart(k+1, f.weekdayAfter(wd, 1))
	}
	if f.tense(k) < 0 {
		return f.withPart(k+1, f.weekdayBefore(wd, 0))
	}
	return f.withPart(k+1, f.weekdayAfter(wd, 0))
}

func (f *finder) monthFrom(k, m, n int) match {
	if !f.dated {
		return match{next: k + 1, typ: Date}
	}
	y, ref := f.ref.Year(), int(f.ref.Month())
	switch {
	case n < 0 && m >= ref:
		y--
	case n > 0 && m <= ref:
		y++
	}
	return match{next: k + 1, typ: Date, value: monthValue(y, m)}
}

// season reads "summer 2024", "the summer of 2024", "the summer".
func (f *finder) season(i int) match {
	s := seasons[f.word(i)]
	if s == "" || strings.HasSuffix(f.word(i), "s") || f.item(i).capital && f.item(i+1).capital && f.item(i+1).word != "" { // "the Winter Olympics"
		return match{}
	}
	if y, next := f.yearAt(i + 1); next > 0 {
		return match{next: next, typ: Date, value: strconv.Itoa(y) + "-" + s}
	}
	if y := f.spokenYear(i + 2); f.word(i+1) == "of" && y.next > 0 {
		return match{next: y.next, typ: Date, value: y.value + "-" + s}
	}
	if f.word(i) == "fall" || f.word(i) == "spring" {
		if f.word(i-1) != "the" && f.word(i-1) != "in" {
			return match{}
		}
		if f.word(i+1) == "of" || f.word(i+1) == "in" {
			return match{}
		}
	}
	if p := f.word(i - 1); p != "the" && p != "in" && p != "early" && p != "late" && p != "by" && p != "since" && p != "during" {
		return match{}
	}
	if !f.dated {
		return match{next: i + 1, typ: Date}
	}
	return match{next: i + 1, typ: Date, value: strconv.Itoa(f.ref.Year()) + "-" + s}
}

func (f *finder) seasonFrom(k int, s string, n int) match {
	if !f.dated {
		return match{next: k + 1, typ: Date}
	}
	y, m := f.ref.Year(), int(f.ref.Month())
	ends := map[string]int{"SP": 5, "SU": 8, "FA": 11, "WI": 2}[s]
	begins := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[s]
	switch {
	case n < 0 && f.word(k-1) == "past":
	case n < 0 && m <= ends:
		y--
	case n > 0 && m >= begins:
		y++
	}
	return match{next: k + 1, typ: Date, value: strconv.Itoa(y) + "-" + s}
}

// recent reads "recent years".
func (f *finder) recent(i int) match {
	if w := f.word(i + 1); plural[w] {
		return match{next: i + 2, typ: Date, value: past}
	}
	return match{}
}
