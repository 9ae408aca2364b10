package statement

import (
	"strings"

	"coranto/reading/internal/token"
)

// readAnyCue reads quotations that end with a comma and that no known cue has
// claimed: the verb behind the pronoun, name or phrase that follows tells how they
// were said ("..., |she calls| across the water").
func (r *reader) readAnyCue(u unit, done []attribution) []attribution {
	if r.code != "en" {
		return done
	}
	for i := u.from; i+2 < u.to; i++ {
		q := int(r.quoteAt[i]) - 1
		if q < 0 || r.quoteAt[i+1] != 0 || r.used[q] || !r.clausal(q) || !r.commaEnds(q) {
			continue
		}
		p, c, found := r.says(i+1, u)
		if !found {
			continue
		}
		a := attribution{cue: [2]int{c, c + 1}, source: p, from: r.firstToken(q), to: i + 1, quoted: []int{q}, behind: true}
		var ok bool
		if a.who, ok = r.speakerOf(p, u); ok {
			r.joinNext(&a, u)
			if r.keep(&a, u, false) {
				done = append(done, a)
			}
		}
	}
	return done
}

// says returns the noun phrase at token i and the verb behind it: a pronoun or a
// name with whatever verb, any other phrase with a verb of saying.
func (r *reader) says(i int, u unit) (p phrase, c int, ok bool) {
	p.from = i
	if r.pronoun(i)&(he|she|they|it) != 0 {
		p.core = i + 1
	} else if m, in := r.nameAt(i); in && m.from == i && !m.ref {
		p.core = m.to
	}
	p.to = p.core
	if c = p.core; c > 0 {
		for c < u.to && r.adverb(c) {
			c++
		}
		if c < u.to && r.quoteAt[c] == 0 && r.inflectedAt(c) {
			return p, c, true
		}
	}
	for c = i + 1; c < u.to && c < i+longestPhrase && r.quoteAt[c] == 0; c++ {
		if v, end, is := r.verbAt(c); is && v.verb.class == classSay && v.verb.frames&asQuote != 0 && v.forms&(past|present) != 0 && (end >= u.to || r.toks[end].Kind == token.Mark || r.has(prep, end) || r.has(day, end)) {
			p, ok = r.before(c, i)
			return p, c, ok && p.from == i
		}
	}
	return p, c, false
}

// commaEnds tells whether a quotation ends with a comma.
func (r *reader) commaEnds(q int) bool {
	spans := r.quotes[q].spans
	return strings.HasSuffix(inner(r.text, spans[len(spans)-1]), ",")
}

// inflectedAt tells whether token i looks like a verb in the past or present.
func (r *reader) inflectedAt(i int) bool {
	w := r.lower(i)
	return r.toks[i].Kind == token.Word && r.toks[i].Shape == token.Lower && len(w) > 3 && !r.finite(i) && !r.has(aux, i) && !r.has(prep, i) && !r.has(stop, i) && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"))
}
