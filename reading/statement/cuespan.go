package statement

import "coranto/reading/internal/token"

// What words around its verb belong to a cue: the helpers before it ("|has also
// said", "|refused to say"), and behind it the means ("said |in a statement|"),
// a day without a preposition, an adverb, the colon before what is said.

// withHelpers returns the first token of the cue with what helps it: "|has also
// said", "|to say".
func (r *reader) withHelpers(a attribution) int {
	c := a.cue[0]
	if r.code != "en" {
		return c
	}
	lo := 0
	if a.source.to <= c {
		lo = a.source.to
	}
	if a.from < c {
		lo = max(lo, min(a.to, c))
	}
	k := r.cueFrom(max(lo, r.passAux(c, lo)), c)
	if k > lo && k == c && r.is(k-1, "to") && r.quoteAt[k-1] == 0 {
		k--
	}
	if a.source.to > 0 && a.source.to < k && k-a.source.to <= longestChain && r.chain(a.source.to, k) {
		return a.source.to
	}
	return k
}

// longestChain is how many tokens may stand between a source and the verb of
// saying that ends its verb phrase.
const longestChain = 8

// chain tells whether tokens [from, to) are the beginning of one verb phrase:
// "X |went out of his way to| praise".
func (r *reader) chain(from, to int) bool {
	for i := from; i < to; i++ {
		if r.quoteAt[i] != 0 || r.toks[i].Kind == token.Mark && !r.is(i, "-", "'", "’", "$", "%") || r.has(stop, i) && !r.is(i, "as", "than", "so") || r.has(who, i) || r.is(i, "and", "but", "that") || r.pronoun(i) != 0 {
			return false
		}
	}
	return r.toks[from].Kind == token.Word && r.toks[from].Shape == token.Lower && !r.has(prep, from) && !r.timed[from] && !r.is(from, "last", "this", "s")
}

// pastCircumstances returns the token behind the cue with what follows it and
// belongs to it.
func (r *reader) pastCircumstances(a attribution) int {
	end, limit := a.cue[1], min(a.cue[1]+8, len(r.toks))
	next := false // content or source stands behind the cue
	for _, from := range []int{a.from, a.rest[0], a.source.from} {
		if from >= end && from <= limit {
			limit, next = from, true
		}
	}
	if a.addressee != "" {
		return end
	}
	end = r.pastMeans(end, limit)
	i := end
	for i < limit && r.quoteAt[i] == 0 && (r.has(day, i) || r.dayPart(i)) {
		i++
	}
	for i < limit && r.adverb(i) {
		i++
	}
	if i == limit-1 && next && r.is(i, ":") {
		i++
	}
	return i
}

// pastMeans passes over by what means something is said.
func (r *reader) pastMeans(i, limit int) int {
	if !r.is(i, "in", "on", "at", "via", "during", "through") || r.channelIn(i, limit) == "" {
		return i
	}
	for k := i + 1; k < limit && r.quoteAt[k] == 0 && r.toks[k].Kind != token.Mark; k++ {
		if r.has(channel, k) {
			for k+1 < limit && r.has(channel, k+1) {
				k++
			}
			return k + 1
		}
	}
	return i
}
