package figure

import (
	"strings"
	"unicode/utf8"

	"coranto/reading/internal/token"
)

// measure is what kind of number a quantity is.
type measure uint8

const (
	count    measure = iota // of things
	amount                  // of money
	share                   // percent
	measured                // in a unit
	lasting                 // a length of time
)

// quantity is a number with its bound, currency or unit: tokens [from, to) with
// them, [number, behind) without.
type quantity struct {
	from, to       int
	number, behind int
	value, max     float64 // max 0: no range
	bound          string
	kind           measure
	unit           string
	small          bool // below ten
	year           bool // may be a year
	scaled         bool
	joined         bool // a hyphen joins number and unit: "12-mile"
	definite       bool // "the 12"
}

// quantity reads the quantity whose number begins at token i. It refuses
// numbers that are part of something else.
func (r *reader) quantity(i int) (quantity, bool) {
	n, ok := r.numeral(i)
	if !ok || !r.free(n) {
		return quantity{}, false
	}
	q := quantity{from: i, number: i, to: n.to, behind: n.to, value: n.value, bound: n.bound, year: n.year, scaled: n.scaled}
	r.currencyBefore(&q)
	r.rangeEnd(&q, i)
	r.unitBehind(&q)
	if !r.ends(q) {
		return q, false
	}
	if q.kind == amount || q.kind == share || q.unit != "" {
		q.year = false
	}
	q.small = q.value < 10 && q.max < 10 && q.kind == count
	r.boundBefore(&q)
	r.boundBehind(&q)
	if q.kind == count && q.value < 100 && !q.scaled && r.is(q.from, "under", "over") && r.aged(q.from-1) {
		return q, false
	}
	if r.is(q.from-1, "of") && parents[r.word(q.from-2)] || r.is(q.to, "am", "pm", "a.m", "p.m", "a.m.", "p.m.") || q.kind == count && r.ranked(q) {
		return q, false
	}
	if r.is(q.from-1, "every", "each", "per") || r.is(q.from-1, "but") && r.is(q.from-2, "all") || r.is(q.from-1, "of") && r.is(q.from-2, "half", "third", "quarter", "fifth", "eighth", "tenth", "eighths", "tenths", "thirds", "quarters") {
		return q, false
	}
	if q.kind != count && r.is(q.from-1, "from") && r.is(q.to, "to") && r.code == "en" {
		return q, false // "raised from 10% to 25%": what it was before
	}
	if q.kind != count && r.converts(q) {
		return q, false
	}
	if q.bound == "" {
		q.bound = Exact
	}
	q.definite = r.is(q.from-1, "the", "these", "those", "both", "all", "its", "their", "his", "her", "our", "other", "last", "first", "next", "past", "top", "every", "each") || r.is(q.from-1, "s") && r.is(q.from-2, "'", "’")
	return q, true
}

// free tells whether a number stands by itself, and is not part of a name, an
// address, a date, a score, a version.
func (r *reader) free(n numeral) bool {
	i := n.from
	if r.has(i, label) {
		return false // "911 calls"
	}
	if i == 0 {
		return true
	}
	prev := r.toks[i-1]
	if !r.toks[i].Gap {
		switch prev.In(r.text) {
		case "(", "[", "“", "‘", "\"", "«", "„", "—", "–", "$", "€", "£", "¥", "₹", "₽", "₺", "₪", "₴", "₩", "~", ">", "<", "≈":
		case "'", "’":
			if i > 1 && r.glued(i-1) {
				return false
			}
		default:
			return prev.Kind == token.Sign || r.code == "zh"
		}
		if r.is(i-1, "–", "—") && i > 1 && r.toks[i-2].Kind == token.Number && r.glued(i-1) {
			return false // the end of a range or score that was not read as one
		}
	}
	if !r.together(i-1, i) {
		return true
	}
	if !r.masked[i-1] && (prev.Kind == token.Number || r.has(i-1, number) || r.has(i-1, scale)) {
		return false // "five 787 jets"
	}
	if r.has(i-1, label) && !(r.is(i-1, "no", "day", "week", "war", "area", "ages", "calling", "turned", "top", "terminal") && n.scaled) {
		return false
	}
	if r.is(i-1, ".") && r.is(i-2, "no", "nos", "art", "sec", "p", "pp", "vol", "ch", "rs", "st") && !r.is(i-2, "rs") {
		return false
	}
	if r.is(i-1, "#", "№", "§", "@") || r.is(i-1, "in", "of") && i > 1 && r.together(i-2, i) && (r.has(i-2, number) || r.toks[i-2].Kind == token.Number && !r.masked[i-2] || r.is(i-2, "out")) {
		return false
	}
	if prev.Kind == token.Word && prev.Capital() && i > 1 && r.together(i-2, i) && !r.masked[i-1] && r.code == "en" {
		return r.ground(i-1) || r.has(i-1, money) || r.matchedBound(i) // "Boeing 737"
	}
	return true
}

func (r *reader) matchedBound(i int) bool {
	_, _, ok := r.matchEnding(i, bound)
	return ok
}

// ground tells whether token i ends the name of a state or place.
func (r *reader) ground(i int) bool {
	m := r.markAt[i]
	if m == 0 {
		return false
	}
	switch r.entities[r.marks[m-1].entity].Type {
	case "STATE", "PLACE":
		return true
	}
	return false
}

// converts tells whether a quantity in brackets only gives the one before it in
// another unit: "$5m (£4m)".
func (r *reader) converts(q quantity) bool {
	return r.is(q.from-1, "(") && q.from-1 == r.measuredTo
}

// currencyBefore reads "$12", "US$12", "USD 12".
func (r *reader) currencyBefore(q *quantity) {
	i := q.number
	e, _, ok := r.match(i-1, money)
	if !ok || !r.together(i-1, i) {
		return
	}
	sign := r.toks[i-1].Kind == token.Mark
	if !sign && r.toks[i-1].Shape != token.Upper && !r.is(i-1, "rs") {
		return
	}
	if e.what == "percent" {
		return
	}
	q.from, q.kind, q.unit = i-1, amount, e.what
	if sign && r.glued(i-1) && i > 1 && r.toks[i-2].Kind == token.Word {
		full, ok := r.currency(r.words[i-2] + r.words[i-1])
		if ok {
			q.from, q.unit = i-2, full
		} else if len(r.words[i-2]) < 4 {
			q.from, q.kind, q.unit = q.number, count, "" // of a state that is not known
		}
	}
}

func (r *reader) currency(form string) (string, bool) {
	for _, e := range r.lang[form] {
		if e.class == money {
			return e.what, true
		}
	}
	return "", false
}

// rangeEnd reads the second number of "5-7", "20 to 30", "between 20 and 30".
func (r *reader) rangeEnd(q *quantity, i int) {
	j := q.to
	if e, to, ok := r.match(j, unit); ok && e.what == "percent" && r.is(to, "to") { // "80% to 85%"
		j = to
	}
	switch {
	case r.is(j, "-", "–", "—") && r.glued(j) && r.glued(j+1):
	case r.is(j, "to") && r.is(j+1, "$", "€", "£", "¥") && r.has(q.from-1, change):
		return // "fell |$4 to $14"
	case r.is(j, "to") && !r.is(q.from-1, "from", "by") && r.code == "en":
	case r.is(j, "and") && r.is(q.from-1, "between"):
	default:
		return
	}
	k := j + 1
	if q.kind == amount && r.has(k, money) && r.toks[k].Kind == token.Mark {
		k++
	}
	n, ok := r.numeral(k)
	if !ok || !r.together(i, k) || n.year && q.year {
		return
	}
	low := q.value
	if n.scaled && !q.scaled && low < 1000 {
		for _, e := range r.entries[n.to-1] {
			if e.class == scale {
				low *= e.value
			}
		}
	}
	if n.value <= low {
		if r.is(j, "-", "–", "—") {
			q.to = n.to // a score: refused behind
			q.max = -1
		}
		return
	}
	q.value, q.max, q.to, q.behind = low, n.value, n.to, n.to
	q.year = q.year && n.year
	q.scaled = q.scaled || n.scaled
	if r.is(j, "and") {
		q.from--
	}
}

// unitBehind reads what stands behind a number: "%", "million dollars", "km",
// "barrels a day".
func (r *reader) unitBehind(q *quantity) {
	j := q.to
	if !r.together(q.number, j) {
		return
	}
	if r.is(j, "-") && r.glued(j) && r.glued(j+1) && (r.has(j+1, unit) || r.has(j+1, span) || r.has(j+1, money)) {
		q.joined = true
		j++
	}
	if q.kind == amount {
		if e, to, ok := r.match(j, money); ok && e.what == q.unit {
			q.to = to
		}
		r.rate(q)
		return
	}
	if r.is(j, "of") && q.bound != "" {
		j++ // dozens of millions of
	}
	if r.is(j, "us", "u.s.", "american") && r.is(j+1, "dollars", "dollar") {
		j++
	}
	if e, to, ok := r.match(j, money); ok && !(q.joined && r.toks[j].Shape == token.Mixed) {
		q.kind, q.unit, q.to = amount, e.what, to
	} else if e, to, ok := r.match(j, sum); ok && (q.scaled && q.value >= 1e6 || r.is(j, "francs", "crowns", "dinars") || r.is(j, "marks") && q.value >= 1000) {
		q.kind, q.unit, q.to = amount, e.what, to
	} else if e, to, ok := r.match(j, unit); ok && !(len(r.words[j]) <= 2 && r.toks[j].Capital() && r.toks[j].Shape != token.Upper) {
		q.kind, q.unit, q.to = measured, e.what, to
		if e.what == "percent" || e.what == "percentage points" || e.what == "basis points" {
			q.kind = share
		}
	} else if e, to, ok := r.match(j, span); ok {
		q.kind, q.unit, q.to = lasting, e.what, to
	} else {
		q.joined = false
		return
	}
	r.rate(q)
}

// rate reads "a barrel", "per day".
func (r *reader) rate(q *quantity) {
	j := q.to
	if r.is(j+2, "ago", "earlier", "later", "before", "after") || !r.is(j, "a", "an", "per", "each") || q.kind == share || q.kind == lasting || r.toks[j].Line {
		return
	}
	if q.kind == amount && r.is(j+1, "share") {
		q.unit += "/share"
		q.to = j + 2
		return
	}
	for _, c := range []class{unit, span} {
		if e, to, ok := r.match(j+1, c); ok && e.what != "percent" {
			q.unit += "/" + singular(e.what)
			q.to = to
			return
		}
	}
}

func singular(s string) string {
	if len(s) > 2 && s[len(s)-1] == 's' {
		return s[:len(s)-1]
	}
	return s
}

// ends tells whether what stands right behind a quantity lets it be one.
func (r *reader) ends(q quantity) bool {
	if q.max < 0 {
		return false
	}
	j := q.to
	if j >= len(r.toks) || r.toks[j].Gap {
		return true
	}
	t := r.toks[j]
	if t.Kind == token.Word {
		return r.code != "en" && t.Shape == token.Caseless
	}
	switch t.In(r.text) {
	case "-", "‑":
		return q.joined || r.is(j+1, "strong") || q.kind == measured || q.kind == amount || j+1 < len(r.toks) && r.toks[j+1].Gap
	case ":", "/", "'", "’", "*", "_", "@", "°", "×", "=":
		next := j+1 < len(r.toks) && !r.toks[j+1].Gap
		return !next || q.kind == amount && r.is(j, "/")
	case ".", ",":
		return j+1 >= len(r.toks) || r.toks[j+1].Gap || r.toks[j+1].Kind == token.Mark || r.sentence[j+1] != r.sentence[j]
	}
	return true
}

// boundBefore reads "at least", "more than", "some".
func (r *reader) boundBefore(q *quantity) {
	if r.code == "zh" {
		r.boundUnspaced(q)
		return
	}
	for range 2 {
		e, from, ok := r.matchEnding(q.from, bound)
		if !ok && r.is(q.from-1, "a", "an", "additional", "another", "extra") { // "up to an additional |5"
			k := q.from - 1
			if r.is(k, "additional", "extra") && r.is(k-1, "a", "an") {
				k--
			}
			e, from, ok = r.matchEnding(k, bound)
		}
		if !ok || !r.together(from, q.from) || r.is(from, "about") && spokenOf[r.word(from-1)] {
			return
		}
		if r.is(from, "over", "under", "above", "below", "around", "topped", "tops", "some", "exceed", "exceeds", "exceeded", "exceeding", "surpassed", "surpasses", "surpassing") && from > 0 {
			verb := from
			switch {
			case q.from != from+1:
			case r.is(verb, "over") && r.is(verb-1, "hand", "hands", "handed", "handing", "forked"):
				return // "handed over $25 million" bounds nothing
			case r.is(verb, "over", "under", "above", "below", "around") && (r.is(verb-1, "is", "was") && q.kind == count && q.small || r.has(verb-1, number) || from > 0 && r.toks[from-1].Kind == token.Number):
				return
			case r.is(verb, "exceed", "exceeds", "exceeded", "surpassed", "surpasses", "topped", "tops"):
				if q.bound == "" {
					q.bound = AtLeast
				}
				return // the verb is read with what it says
			}
		}
		if q.bound == "" || e.what != About {
			q.bound = e.what
		}
		if r.is(from-1, "not", "n't") && r.is(from, "more", "less") {
			from--
		}
		q.from = from
	}
}

// spokenOf are words behind which "about" is no bound: "a comment |about 47 per
// cent of them".
var spokenOf = set("comment comments remark remarks statement statements question questions talk talks talking talked story stories report reports claim claims speech worry worried know knew concern concerns debate debates article joke jokes complaint complaints information details")

// boundUnspaced does so where words are not set apart.
func (r *reader) boundUnspaced(q *quantity) {
	before := r.text[:r.toks[q.from].Start]
	longest := ""
	for form, entries := range r.lang {
		if entries[0].class == bound && len(form) > len(longest) && strings.HasSuffix(before, form) {
			longest, q.bound = form, entries[0].what
		}
	}
	for at := len(before) - len(longest); q.from > 0 && r.toks[q.from-1].Start >= at; {
		q.from--
	}
}

// boundBehind reads "12+", "12 or more".
func (r *reader) boundBehind(q *quantity) {
	if r.is(q.to, "+") && r.glued(q.to) {
		q.bound = AtLeast
		q.to++
		return
	}
	if e, to, ok := r.match(q.to, after); ok && q.bound == "" {
		q.bound, q.to = e.what, to
	}
}

// length of s in characters
func length(s string) int { return utf8.RuneCountInString(s) }
