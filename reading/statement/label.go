package statement

import (
	"coranto"
	"coranto/reading/internal/token"
)

// readLabel reads a paragraph that begins with its speaker's name and a colon,
// as transcripts and headlines have it: "LIND: Well, we will wait." What follows
// is the speaker's up to the end of the paragraph.
func (r *reader) readLabel(u unit) (attribution, bool) {
	var a attribution
	c := u.from
	for c < u.to && c < u.from+12 && r.quoteAt[c] == 0 && !r.is(c, ":") && (r.toks[c].Kind == token.Word || r.is(c, ".", "-", "'", "’", "(", ")")) {
		c++
	}
	if c == u.from || c+2 >= u.to || !u.line && r.quoteAt[c+1] == 0 || !r.is(c, ":") || r.toks[c].Gap || !r.toks[c+1].Gap {
		return a, false
	}
	m, ok := r.nameEnding(c)
	if !ok || m.ref || m.from != u.from && c-u.from > 5 && !r.toks[m.from].Capital() {
		return a, false
	}
	e := r.entities[m.entity]
	if e.Type == coranto.Place || e.Type == coranto.State && m.from != u.from {
		return a, false
	}
	for i := u.from; i < m.from; i++ {
		if _, _, ok := r.cueAt(i); ok || r.finite(i) || r.has(prep, i) && !r.is(i, "of", "for") {
			return a, false
		}
	}
	a.source = phrase{u.from, c, c}
	a.cue = [2]int{c, c + 1}
	a.who, ok = r.resolve(a.source, u)
	if !ok || a.who.entity < 0 {
		return a, false
	}
	a.from, a.to = c+1, u.to
	if q := int(r.quoteAt[c+1]) - 1; q >= 0 {
		if r.used[q] || r.crosshead(u) {
			return a, false
		}
		a.to, a.quoted = r.endOf(q), []int{q}
		r.moreRight(&a, u)
		return a, true
	}
	if !r.spoken(a.from, a.to) {
		return a, false // a list
	}
	a.label = true
	for a.to > a.from+1 && r.toks[a.to-1].Kind == token.Mark && r.quoteAt[a.to-1] == 0 && r.is(a.to-1, ".") {
		a.to--
	}
	return a, true
}

// spoken tells whether tokens [from, to) hold a word that lists of things do
// not.
func (r *reader) spoken(from, to int) bool {
	for i := from; i < to; i++ {
		if r.code != "en" || r.is(i, "i", "we", "you", "is", "are", "was", "were", "am", "be", "have", "has", "had", "do", "does", "did", "will", "would", "can", "could", "should", "must", "yes", "thank", "thanks") {
			return true
		}
	}
	return false
}
