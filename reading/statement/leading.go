package statement

import (
	"coranto"
	"coranto/reading/internal/token"
)

// leading returns who leads a unit, up to token end: the first person, body or
// state in it that no preposition precedes.
func (r *reader) leading(u unit, end int) (speaker, bool) {
	for i := u.from; i < end && i < u.to; i++ {
		if r.quoteAt[i] != 0 {
			continue
		}
		m, ok := r.nameAt(i)
		if !ok || m.from != i {
			continue
		}
		e := r.entities[m.entity]
		owner := r.is(m.to, "'", "’") && r.is(m.to+1, "s")
		after := i > u.from && (r.has(prep, i-1) || r.has(prep, i-2) && r.toks[i-1].Shape == token.Lower)
		longer := e.Type == coranto.State && m.to < len(r.toks) && r.toks[m.to].Capital() && r.quoteAt[m.to] == 0 // "America |West"
		if e.Type != coranto.Person && r.goesOn(m.to) && !r.inflectedAt(m.to) && m.to+1 < len(r.toks) && r.toks[m.to+1].Capital() {
			longer = true // "the Council |daily Meridian"
		}
		if longer || owner || after || m.ref && e.Type != coranto.Person || e.Type == coranto.Place || !r.begins(u, i) {
			i = m.to - 1
			continue
		}
		return speaker{name: e.Name, entity: m.entity}, true
	}
	return speaker{}, false
}

// begins tells whether a name at token i begins its clause, but for the words
// that go with it ("Kremlin spokesman |Jan Korr", "On Friday, |Jan Korr").
func (r *reader) begins(u unit, i int) bool {
	for k := i - 1; k >= u.from && k > i-8; k-- {
		if r.quoteAt[k] != 0 || r.is(k, ",", ";", ":", "—", "–") {
			return true
		}
		if r.has(stop, k) || r.has(prep, k) && !r.is(k, "of", "for") || r.finite(k) || r.cueWord(k) {
			return k == u.from && r.is(k, "but", "so")
		}
		if k == u.from {
			return true
		}
	}
	return i == u.from
}
