package when

import (
	"sync"
	"time"
)

// AgeToDate reads how long ago a page says that it was printed ("3 hours ago",
// "il y a 3 heures", "yesterday", "قبل ساعتين") and returns the dates between
// which that lies, in the zone of the moment at which the page was fetched. Ages
// are rounded down where they are made, so "3 hours ago" lies three to four
// hours back. ok is false when it is no age, when fetched is zero, and when
// languages read it differently.
func AgeToDate(age string, fetched time.Time) (from, to string, ok bool) {
	if len(age) > longestPrinted || fetched.IsZero() {
		return "", "", false
	}
	parts := cutParts(age)
	may := ^uint64(0)
	for _, p := range parts {
		if p.word != "" {
			may &= agesIn()[p.word]
		}
	}
	for i, l := range printing {
		if may&(1<<i) == 0 {
			continue
		}
		a := ageReader{lexicon: l, parts: parts}
		early, late, fits := a.read(fetched)
		if !fits {
			continue
		}
		f, t := early.Format(time.DateOnly), late.Format(time.DateOnly)
		if ok && (f != from || t != to) {
			return "", "", false
		}
		from, to, ok = f, t, true
	}
	return from, to, ok
}

// agesIn has, for each word that may stand in an age, alone or with others, a
// bit for every language of printing in which it may. Most lines of a page are
// no age, and their first words tell.
var agesIn = sync.OnceValue(func() map[string]uint64 {
	languages := map[string]uint64{}
	for i, l := range printing {
		add := func(phrase string) {
			for _, p := range cutParts(phrase) {
				languages[p.word] |= 1 << i
			}
		}
		eachKey(add, l.ago, l.lately, l.print, l.of, l.am, l.pm)
		eachKey(add, l.numbers, l.near)
		eachKey(add, l.units)
	}
	return languages
})

// Word tells whether a word may stand in a printed date or age, in any of the
// languages: a quick question before the slower ones. Words with a figure may.
func Word(word string) bool {
	for _, p := range cutParts(word) {
		if p.digits > 0 || p.word != "" && (agesIn()[p.word] != 0 || datesIn()[p.word]) {
			return true
		}
	}
	return false
}

// datesIn has every word that may stand in a printed date.
var datesIn = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, l := range printing {
		add := func(phrase string) {
			for _, p := range cutParts(phrase) {
				words[p.word] = true
			}
		}
		eachKey(add, l.months, l.solar, l.weekdays)
		eachKey(add, l.brief, l.years)
	}
	return words
})

func eachKey[V any](f func(string), tables ...map[string]V) {
	for _, t := range tables {
		for key := range t {
			f(key)
		}
	}
}

type ageReader struct {
	*lexicon
	parts    []part
	counts   []count
	back     bool // a word says that it lies back
	now      bool
	days     int // from a word such as "yesterday"
	hasDays  bool
	number   int // read, its unit not yet
	pendingN bool
}

func (a *ageReader) read(fetched time.Time) (early, late time.Time, ok bool) {
	for i := 0; i < len(a.parts); {
		n := a.step(i)
		if n == 0 {
			return early, late, false
		}
		i += n
	}
	switch {
	case a.pendingN:
		return early, late, false
	case a.hasDays && len(a.counts) == 0 && a.days <= 0:
		d := fetched.AddDate(0, 0, a.days)
		return d, d, true
	case a.now && len(a.counts) == 0:
		return fetched, fetched, true
	case len(a.counts) == 0 || a.hasDays:
		return early, late, false
	}
	least := a.counts[len(a.counts)-1].unit
	if !a.back && least > week {
		return early, late, false
	}
	late = fetched
	for _, c := range a.counts {
		late = back(late, c.unit, c.n)
	}
	return back(late, least, 1), late, true
}

func back(t time.Time, u unit, n int) time.Time {
	switch u {
	case second:
		return t.Add(-time.Duration(n) * time.Second)
	case minute:
		return t.Add(-time.Duration(n) * time.Minute)
	case hour:
		return t.Add(-time.Duration(n) * time.Hour)
	case day:
		return t.AddDate(0, 0, -n)
	case week:
		return t.AddDate(0, 0, -7*n)
	case month:
		return t.AddDate(0, -n, 0)
	}
	return t.AddDate(-n, 0, 0)
}

// longestAge is the largest number that an age is counted with.
const longestAge = 1000

func (a *ageReader) step(i int) int {
	at := a.parts[i]
	switch {
	case at.digits > 0:
		if i+2 < len(a.parts) && a.parts[i+1].mark == ':' && a.parts[i+2].digits == 2 {
			return 3 // "yesterday at 14:05"
		}
		if a.pendingN || at.num > longestAge {
			return 0
		}
		a.number, a.pendingN = at.num, true
		return 1
	case at.word == "":
		switch at.mark {
		case '.', ',', '·', '|', '~', '-', '–':
			return 1
		}
		return 0
	}
	if _, n := phrase(a.parts, i, a.longest, a.ago); n > 0 {
		if n > 1 || a.units[at.word].n == 0 {
			a.back = true
			return n
		}
	}
	if c, n := phrase(a.parts, i, a.longest, a.units); n > 0 {
		_, alsoNumber := a.numbers[at.word]
		if !alsoNumber || a.pendingN {
			switch {
			case a.pendingN && c.n == 0:
				c.n = a.number
			case a.pendingN:
				return 0
			case c.n == 0:
				c.n = 1
			}
			a.counts, a.pendingN = append(a.counts, c), false
			return n
		}
	}
	if v, n := phrase(a.parts, i, a.longest, a.numbers); n > 0 && !a.pendingN {
		a.number, a.pendingN = v, true
		return n
	}
	if d, n := phrase(a.parts, i, a.longest, a.near); n > 0 {
		a.days, a.hasDays = d, true
		return n
	}
	if _, n := phrase(a.parts, i, a.longest, a.lately); n > 0 {
		a.now = true
		return n
	}
	for _, set := range []map[string]bool{a.print, a.of, a.am, a.pm} {
		if _, n := phrase(a.parts, i, a.longest, set); n > 0 {
			return n
		}
	}
	return 0
}
