package when

import (
	"strconv"
	"time"
)

// Quarters, halves and fiscal years.

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
		if m := f.absolute(k + 2); f.quarter == "" && (f.word(k+1) == "ended" || f.word(k+1) == "ending") && len(m.value) == len(time.DateOnly) { // "the quarter ended Sept. 30"
			month, _ := strconv.Atoi(m.value[5:7])
			return match{next: k + 1, typ: Date, value: m.value[:4] + "-Q" + strconv.Itoa((month+2)/3)}
		}
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
