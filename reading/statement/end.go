package statement

import "coranto/reading/internal/token"

// contentEnd returns the end of reported words that begin at from. A whole
// clause runs on over commas, an infinitive or a noun phrase ends there.
func (r *reader) contentEnd(from int, u unit, whole bool) int {
	end := u.to
	depth := 0
	for i := from + 1; i < u.to; i++ {
		if r.quoteAt[i] != 0 {
			continue
		}
		if r.is(i, "(") {
			depth++
		} else if r.is(i, ")") {
			if depth == 0 {
				end = i
				break
			}
			depth--
		}
		if r.is(i, ";", "—") || !whole && r.is(i, "-", "–") && r.toks[i].Gap && i+1 < u.to && r.toks[i+1].Gap || r.is(i, ",") && (!whole || r.turns(i+1, u)) {
			end = i
			break
		}
		if r.is(i, "and", "but") && r.coordinate(i+1) {
			end = i
			break
		}
	}
	for end > from && r.quoteAt[end-1] == 0 && r.toks[end-1].Kind == token.Mark && !r.is(end-1, ")", "%", "]") {
		end--
	}
	return end
}

// turns tells whether what follows a comma at token i is the writer's again:
// another cue, or another's words.
func (r *reader) turns(i int, u unit) bool {
	if i >= u.to {
		return true
	}
	if r.is(i, "according") || r.is(i, "citing", "adding", "referring", "speaking") {
		return true
	}
	if r.is(i, "who") {
		return false
	}
	k := i
	if r.is(k, "and", "but", "while", "although", "though", "whereas", "as", "yet") {
		k++
	}
	if v, _, ok := r.verbAt(k); ok && v.verb.class == classSay && (v.forms == gerund && v.verb.frames&asQuote != 0 || k > i && v.forms&past != 0) {
		return true
	}
	for c := k; c < u.to && c < k+10; c++ {
		if r.quoteAt[c] != 0 || r.is(c, ",") {
			return false
		}
		if v, _, ok := r.verbAt(c); ok && v.verb.class == classSay && v.forms&(past|present) != 0 && !r.passive(c, k) {
			p, ok := r.before(c, k)
			return ok && p.from == k
		}
	}
	return false
}

// coordinate tells whether a verb of saying in the past stands at token i,
// behind "and", with the subject of the one before.
func (r *reader) coordinate(i int) bool {
	for r.is(i, "also", "later", "then") || i < len(r.toks) && r.adverb(i) {
		i++
	}
	v, _, ok := r.verbAt(i)
	return ok && (v.verb.class == classSay || v.verb.class == className) && v.forms&past != 0
}
