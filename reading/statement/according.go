package statement

import "coranto/reading/internal/token"

// accordingTo reads "according to X" before or behind its clause.
func (r *reader) accordingTo(a *attribution, u unit, free int) bool {
	if r.is(a.cue[1], "which") {
		return r.accordingToWhich(a, u, free)
	}
	if r.code == "de" {
		return r.inMidfield(a, u, free)
	}
	p, ok := r.after(a.cue[1])
	if !ok && (p.core == p.from || r.pronoun(p.from) != 0 || r.is(p.from, "which", "what", "how")) {
		return false
	}
	if !r.is(p.to, ",") && p.to < u.to {
		// "a study by X and Y, ..."
		for k := p.to; k < u.to && k < p.to+20 && (r.quoteAt[k] != 0 || !r.finite(k) || r.is(k-1, "who")); k++ {
			if r.quoteAt[k] == 0 && r.is(k, ",") || k == u.to-1 && r.toks[k].Kind == token.Mark {
				p.to = k
				break
			}
		}
		for p.to > p.core && (r.timed[p.to-1] || r.has(day, p.to-1) || r.has(prep, p.to-1)) {
			p.to--
		}
	}
	a.source = p
	if a.who, ok = r.speakerOf(p, u); !ok {
		return false
	}
	r.heard = a.who
	c := a.cue[0]
	if c <= u.from+1 || r.has(stop, c-1) || r.is(c-1, ",") && r.has(stop, c-2) {
		if !r.is(p.to, ",") || !r.clauseIn(p.to+1, u.to) && !r.quoteNext(p.to, u) {
			p.to = p.core // "According to officials, the plan ..."
			a.source = p
			if a.who, ok = r.speakerOf(p, u); !ok {
				return false
			}
		}
		i := p.to
		if !r.is(i, ",") {
			return false
		}
		i++
		if i < u.to && r.quoteAt[i] != 0 {
			if q := int(r.quoteAt[i]) - 1; r.clausal(q) {
				a.from, a.to, a.quoted = i, r.endOf(q), []int{q}
				return true
			}
		}
		a.from, a.to = i, r.contentEnd(i, u, true)
		return a.to > a.from
	}
	if lead := r.clauseStart(free, c); r.is(c-1, ",") && p.to+1 < u.to && r.is(p.to, ",") && c-1 > lead && !r.clauseIn(lead, c) && !r.has(prep, lead) && r.quoteAt[c-2] == 0 && (r.finiteAt(p.to+1) || r.adverb(p.to+1)) {
		// "The gates, according to X, are closed"
		a.from, a.to, a.behind, a.rest = lead, c-1, true, [2]int{p.to + 1, r.contentEnd(p.to+1, u, true)}
		return true
	}
	if lead := r.clauseStart(u.from, c); r.is(p.to, ",") && (r.has(prep, lead) || c-lead <= 1 || r.is(c-1, ",") && c-lead <= 6 && !r.clauseIn(lead, c)) && !r.clauseIn(lead, c) && r.clauseIn(p.to+1, u.to) {
		// "In May, according to X, it rained"
		a.from, a.to = p.to+1, r.contentEnd(p.to+1, u, true)
		return a.to > a.from
	}
	if n := len(r.out); n > 0 && r.out[n-1].Spans[0].Start >= r.toks[u.from].Start {
		r.out[n-1].RelayedBy = a.who.name // said by one, told by another
		return false
	}
	if r.contentLeft(a, u, free, c) {
		return true
	}
	a.from, a.to, a.behind = r.clauseStart(free, c), c, true
	return a.to > a.from
}

// accordingToWhich reads "a briefing, according to which ...": the briefing says
// it.
func (r *reader) accordingToWhich(a *attribution, u unit, free int) bool {
	e := a.cue[0]
	for e > free && r.is(e-1, ",") {
		e--
	}
	from := e
	for from > free && e-from < longestPhrase && r.inPhrase(from-1) && !r.has(prep, from-1) && !r.finite(from-1) && !(from < e && r.is(from, "a", "an", "the", "one", "this")) {
		from--
	}
	p := phrase{from, e, e}
	if from == e || !r.nominal(p) {
		return false
	}
	a.source = p
	var ok bool
	a.who, ok = r.speakerOf(p, u)
	a.from, a.to = a.cue[1]+1, r.contentEnd(a.cue[1]+1, u, true)
	return ok && a.to > a.from
}
