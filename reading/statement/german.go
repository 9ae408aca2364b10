package statement

import "coranto/reading/internal/token"

// What German has of its own: nouns are told by their capitals, the verb stands
// second, whoever speaks behind it where something else leads, and "laut X" may
// stand anywhere in its clause.

// inMidfield reads "Das Tor ist laut X geschlossen": the whole clause without the
// insertion is X's.
func (r *reader) inMidfield(a *attribution, u unit, free int) bool {
	c := a.cue[0]
	p, ok := r.nounsAt(a.cue[1])
	if !ok {
		return false // "wird laut"
	}
	if a.who, ok = r.speakerOf(p, u); !ok {
		return false
	}
	a.source, r.heard = p, a.who
	end := r.clauseEnd(p.to, u)
	from := r.clauseStart(free, c)
	for i := c - 1; i > from; i-- {
		if r.quoteAt[i] == 0 && r.is(i, "dass", ";", ":", "–", "—") {
			from = i + 1
			break
		}
	}
	switch {
	case from == c:
		a.from, a.to = p.to, end
	case p.to >= end:
		a.from, a.to, a.behind = from, c, true
	default:
		a.from, a.to, a.rest, a.behind = from, c, [2]int{p.to, end}, true
	}
	return a.to > a.from
}

// nounsAt returns the noun phrase at token i: an article, words in small letters,
// nouns, and a second noun in the genitive or behind "und".
func (r *reader) nounsAt(i int) (phrase, bool) {
	e := i
	for e < len(r.toks) && e < i+5 && r.quoteAt[e] == 0 && r.toks[e].Kind == token.Word && !r.toks[e].Capital() && (r.article(e) || e > i && r.article(i) && !r.has(prep, e)) {
		e++
	}
	first := e
	for e < len(r.toks) && r.quoteAt[e] == 0 && !r.toks[e].Line {
		switch {
		case r.toks[e].Capital() || r.is(e, "-") && !r.toks[e].Gap:
			e++
		case e > first && r.is(e, "der", "des", "eines", "einer", "und", "von") && e+1 < len(r.toks) && r.toks[e+1].Capital():
			e += 2
		case e > first && r.is(e, "und") && r.article(e+1) && e+2 < len(r.toks) && r.toks[e+2].Capital():
			e += 3
		default:
			return phrase{i, e, e}, e > first
		}
		if m, ok := r.nameEnding(e); ok && !m.ref && m.to-m.from > 1 {
			return phrase{i, e, e}, true
		}
	}
	return phrase{i, e, e}, e > first
}

func (r *reader) article(i int) bool {
	return r.is(i, "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "seinem", "seiner", "ihrem", "ihrer")
}

// turned tells whether something other than the subject leads the clause of the
// verb at token c: "In Berlin |sagte X", "So |berichtete er".
func (r *reader) turned(c, free int) bool {
	if r.code != "de" {
		return false
	}
	lead := r.clauseStart(free, c)
	return lead < c && (r.has(prep, lead) || r.is(lead, "so", "darin", "dazu", "zudem", "außerdem", "zugleich", "bereits", "dabei", "damals", "später", "wovor", "was", "wie", "angesichts", "wegen", "trotz", "während", "gegenüber", "auch", "dort", "hier"))
}
