package entity

import (
	"coranto"
	"coranto/reading/internal/token"
)

// offices are heads of titles that one person at a time holds for a state, with
// the words that may stand before them.
var (
	officeHeads = set(`president vice-president premier chancellor king queen emperor sultan emir pope minister`)
	beforeHeads = set(`prime vice deputy first foreign defense defence interior finance justice health education trade energy economy agriculture transport environment culture labour labor security oil home`)
	ministries  = set(`foreign defense defence interior finance justice health education trade energy economy agriculture transport environment culture labour labor security oil home prime`)
)

// readOffices finds offices tied to their state in plain words: "Iran's foreign
// minister", "the French president", "President of Velmark". They are
// references, not names: who holds the office is another question.
func (f *finder) readOffices() {
	for i := 0; i < len(f.toks); i++ {
		l := f.lower(i)
		if !officeHeads[l] || f.toks[i].Kind != token.Word {
			continue
		}
		from := i
		for from > 0 && from > i-2 && beforeHeads[f.lower(from-1)] && f.toks[from].Gap && !f.toks[from].Line {
			from--
		}
		if l == "minister" && (from == i || !f.has(from, i, ministries)) {
			continue
		}
		title := f.title(from, i+1)
		s, at := f.stateBefore(from)
		if s == "" {
			at = from
		}
		if f.is(at-1, "former", "ex", "late", "next", "then", "-", "acting", "new", "future") {
			continue
		}
		if s != "" {
			f.ref(f.entity(title+" of "+s, coranto.Office), at, i+1)
		} else if f.is(i+1, "of") {
			k := i + 2
			if f.is(k, "the") {
				k++
			}
			if m, ok := f.matchAt(k); ok && f.ix.records[m.senses[0].record].kind == coranto.State && m.senses[0].use == asName {
				f.ref(f.entity(title+" of "+f.ix.records[m.senses[0].record].name, coranto.Office), from, m.to)
			}
		}
	}
}

// readMeetings finds the summits that a place or a body gives its name to: "the
// |Geneva summit|". They too are references: what is named is the place.
func (f *finder) readMeetings() {
	for i := 1; i < len(f.toks); i++ {
		if !f.is(i, "summit") || f.toks[i].Shape != token.Lower || f.toks[i].Line || !f.toks[i].Gap || f.at[i-1] == 0 {
			continue
		}
		m := f.ms[f.at[i-1]-1]
		if m.to != i || m.senses[0].use == asDemonym || f.ix.records[m.senses[0].record].kind == coranto.Person {
			continue
		}
		if m.from > 0 && f.is(m.from-1, "-", "and", "–") {
			continue
		}
		f.ref(f.entity(f.words(m.from, i+1), coranto.EventName), m.from, i+1)
	}
}

func (f *finder) has(from, to int, words map[string]bool) bool {
	for k := from; k < to; k++ {
		if words[f.lower(k)] {
			return true
		}
	}
	return false
}

// title returns tokens [from, to) in small letters.
func (f *finder) title(from, to int) string {
	s := f.lower(from)
	for k := from + 1; k < to; k++ {
		s += " " + f.lower(k)
	}
	return s
}

// stateBefore returns the state that stands right before token i as "Iran's" or
// "Iranian", and where it begins; "" when there is none.
func (f *finder) stateBefore(i int) (string, int) {
	k := i - 1
	if k < 0 || f.toks[i].Line {
		return "", 0
	}
	genitive := false
	if f.is(k, "s") && k > 1 && f.is(k-1, "'", "’") {
		genitive = true
		k -= 2
	} else if f.is(k, "'", "’") && k > 0 {
		genitive = true
		k--
	}
	if f.at[k] == 0 {
		return "", 0
	}
	m := f.ms[f.at[k]-1]
	if m.to != k+1 || !same(m.senses) {
		return "", 0
	}
	r := f.ix.records[m.senses[0].record]
	if r.kind != coranto.State || (m.senses[0].use == asDemonym) == genitive || m.senses[0].use == asSeat {
		return "", 0
	}
	if m.from > 0 && f.is(m.from-1, "-", "and") {
		return "", 0
	}
	return r.name, m.from
}
