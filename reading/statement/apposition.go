package statement

import (
	"coranto"
	"coranto/reading/internal/token"
)

// headed reads a phrase whose apposition has commas of its own: "Dana Holt,
// retired and living in Velm, in the north, said".
func (r *reader) headed(c, lo int) (phrase, bool) {
	e := r.passAux(c, lo)
	for lo < e && r.quoteAt[lo] == 0 && (r.toks[lo].Kind == token.Mark || r.is(lo, "but", "and")) {
		lo++
	}
	for i := lo; i < lo+6 && i < e; i++ { // a title may come before the name
		m, ok := r.nameAt(i)
		if !ok || m.from != i {
			continue
		}
		core := m.to
		if r.is(m.to, "(") { // "Dana Holt (Velm), who ..."
			for k := m.to + 1; k < e && k < m.to+8; k++ {
				if r.is(k, ")") {
					m.to = k + 1
					break
				}
			}
		}
		if m.ref || r.entities[m.entity].Type != coranto.Person || !r.is(m.to, ",") || e-m.to < 3 || e-m.to > longestApposition || !r.is(e-1, ",") || m.to == e-1 {
			return phrase{}, false
		}
		for k := m.to; k < e; k++ {
			if n, in := r.nameAt(k); r.quoteAt[k] != 0 || r.is(k, "and") && r.is(k-1, ",") && (r.toks[k+1].Capital() || r.has(stop, k+1) || determiners[r.lower(k+1)] || r.pronoun(k+1) != 0) || r.cueWord(k) && !(r.has(ing, k) && r.is(k-1, ",")) || in && !n.ref && n.entity != m.entity && r.entities[n.entity].Type == coranto.Person && r.is(k-1, ",") {
				return phrase{}, false
			}
		}
		return phrase{lo, core, e - 1}, true
	}
	return phrase{}, false
}

// seated reads "Holt Works, a Vessholm, Velmark, trading company,": the place that
// p begins with says where somebody sits, who is named before token core.
func (r *reader) seated(s int, p phrase, lo int) (core int, ok bool) {
	if p.to <= p.core+1 || s <= lo+3 || !r.is(s-1, ",") || !r.onGround(s, p.core) || determiners[r.lower(p.core+1)] {
		return 0, false
	}
	k := s - 2
	for k > lo && r.toks[k].Capital() {
		k--
	}
	return k - 1, k-1 > lo && r.is(k, "a", "an", "the") && r.is(k-1, ",")
}

// onGround tells whether tokens [from, to) are the name of a place.
func (r *reader) onGround(from, to int) bool {
	m, ok := r.nameEnding(to)
	return ok && m.from == from && (r.entities[m.entity].Type == coranto.Place || r.entities[m.entity].Type == coranto.State)
}

// bracket returns where a short bracket that ends before token e begins; e when
// none does.
func (r *reader) bracket(e, lo int) int {
	if e-1 <= lo || !r.is(e-1, ")") {
		return e
	}
	for k := e - 2; k > lo && k > e-9 && r.quoteAt[k] == 0; k-- {
		if r.is(k, "(") {
			return k
		}
	}
	return e
}
