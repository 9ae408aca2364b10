package when

import (
	"time"
)

// holiday reads days that have a name: the next or the last of them, by tense.
func (f *finder) holiday(i int) match {
	next := i + 1
	w := f.word(i)
	eve := f.word(next) == "eve"
	if eve || f.word(next) == "day" {
		next++
	}
	if !f.dated || w == "easter" {
		return match{next: next, typ: Date}
	}
	y := f.ref.Year()
	t := namedDay(w, y)
	if f.tense(i) <= 0 && t.After(f.ref) && (f.tense(i) < 0 || t.Sub(f.ref) > 60*24*time.Hour) {
		t = namedDay(w, y-1)
	}
	if eve {
		t = t.AddDate(0, 0, -1)
	}
	return match{next: next, typ: Date, value: dayValue(t)}
}

func namedDay(w string, y int) time.Time {
	if w == "thanksgiving" { // the fourth Thursday of November
		t := time.Date(y, 11, 22, 0, 0, 0, 0, time.UTC)
		return t.AddDate(0, 0, (4-int(t.Weekday())+7)%7)
	}
	return time.Date(y, 12, 25, 0, 0, 0, 0, time.UTC)
}
