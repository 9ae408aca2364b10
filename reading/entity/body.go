package entity

import (
	"coranto"
	"coranto/reading/internal/token"
)

// body reads a run as the name of an organisation or a ground by its head
// word: "Harbour Workers Union", "Ministry of Defence", "Varn Valley". It
// returns false when it is none.
func (f *finder) body(r run) bool {
	last := f.lower(r.to - 1)
	words := r.to - r.from
	if m, ok := f.matchAt(r.from); ok && m.to >= r.to {
		return false
	}
	to := r.to
	head := isOrgHead[last] && words >= 2
	if isOrgHead[f.lower(r.from)] || head {
		to = f.extend(r.to)
	}
	kind := coranto.Organisation
	switch {
	case head, to > r.to && isOrgHead[last]:
	case isPlaceHead[last] && words >= 2 && words <= 4, words == 2 && f.is(r.from, "lake", "mount", "cape", "fort", "camp", "port"):
		kind = coranto.Place
	default:
		return false
	}
	for i := r.from; i < r.to; i++ {
		t := f.toks[i]
		if isRole[f.lower(i)] && i < r.to-1 || f.at[i] != 0 && f.ms[f.at[i]-1].to == r.to || t.Kind == token.Word && t.Shape == token.Upper && words == 2 && kind == coranto.Place {
			return false
		}
	}
	if words == 2 && f.ix.given[f.toks[r.from].In(f.text)] && to == r.to && !f.listed(r.from) {
		return false
	}
	if head {
		r.from = f.paired(r)
	}
	name := f.words(r.from, to)
	e := f.entity(name, kind)
	f.mention(e, r.from, to)
	f.initials(e, to)
	return true
}

// paired returns where a body's name begins that is joined by "and": "the
// |Harbour and Fisheries Board". What stands before "and" must be no name known.
func (f *finder) paired(r run) int {
	k := r.from - 1
	if k < 2 || !f.is(k, "and", "&") || !f.toks[r.from].Gap || f.toks[r.from].Line {
		return r.from
	}
	from := k
	for from > 0 && f.capital(from-1) && !isOpener[f.lower(from-1)] && f.toks[from].Gap && f.at[from-1] == 0 && !f.used[from-1] && !f.toks[from].Line && f.toks[from-1].Kind == token.Word && !isOrgHead[f.lower(from-1)] && !isRole[f.lower(from-1)] {
		from--
	}
	if k-from > 3 {
		return r.from
	}
	if from < k && f.is(k, "&") {
		return from
	}
	if from == k || from == k-1 && f.toks[from].Shape == token.Upper || !f.is(from-1, "the", "'s", "s") && !f.is(from-1, "its", "our") || f.ix.given[f.toks[from].In(f.text)] {
		return r.from
	}
	return from
}

// extend passes over "of", "for" and what they bring: "Institute |for National
// Security Studies".
func (f *finder) extend(to int) int {
	for grown := 0; grown < 2; grown++ {
		k := to
		switch {
		case f.is(k, "of", "for") && k < len(f.toks) && f.toks[k].Gap:
			k++
		case grown > 0 && f.is(k, "and") && k+1 < len(f.toks) && f.at[k+1] == 0:
			k++
		default:
			return to
		}
		if f.is(k, "the") {
			k++
		}
		from := k
		for k < len(f.toks) && f.capital(k) && f.toks[k].Gap && !f.toks[k].Line && !isOpener[f.lower(k)] {
			k++
		}
		if k == from {
			return to
		}
		to = k
	}
	return to
}
