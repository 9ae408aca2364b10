package statement

import (
	"strings"

	"coranto/reading/internal/token"
)

// readAnyCue reads quotations that end with a comma and that no known cue has
// claimed: the verb behind the pronoun or name that follows tells how they were
// said, whatever it is ("..., |she calls| across the water").
func (r *reader) readAnyCue(u unit, done []attribution) []attribution {
	if r.code != "en" {
		return done
	}
	for i := u.from; i+2 < u.to; i++ {
		q := int(r.quoteAt[i]) - 1
		if q < 0 || r.quoteAt[i+1] != 0 || r.used[q] || !r.clausal(q) || !r.commaEnds(q) {
			continue
		}
		p := phrase{from: i + 1}
		if r.pronoun(i+1)&(he|she|they) != 0 {
			p.core = i + 2
		} else if m, ok := r.nameAt(i + 1); ok && m.from == i+1 && !m.ref {
			p.core = m.to
		} else {
			continue
		}
		p.to = p.core
		c := p.core
		for c < u.to && r.adverb(c) {
			c++
		}
		if c >= u.to || r.quoteAt[c] != 0 || !r.inflectedAt(c) {
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
