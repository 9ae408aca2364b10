package statement

import "coranto"

// readQuoted reads those whom others quote: "X quoted Y as saying ...", "Y was
// quoted by X as saying ...": Y says it, X tells of it. It returns the tokens
// that are then told.
func (r *reader) readQuoted(u unit, from int) (done []attribution) {
	if r.code != "en" {
		return nil
	}
	for c := from; c < u.to; c++ {
		if r.quoteAt[c] != 0 || !r.is(c, "quoted", "quotes", "quoting", "cited", "cites", "reported", "described") {
			continue
		}
		as := r.asSaying(c+1, u)
		if as == 0 {
			continue
		}
		var a attribution
		var relays phrase
		var ok, told bool
		if r.passive(c, from) {
			if a.source, ok = r.before(c, from); !ok {
				continue
			}
			if r.is(c+1, "by") {
				relays, told = r.after(c + 2)
			} else if r.is(as+2, "by") {
				relays, told = r.after(as + 3)
			}
		} else {
			if a.source, ok = r.after(c + 1); !ok || a.source.to > as {
				continue
			}
			if relays, told = r.before(c, from); !told {
				relays, told = r.after(as + 2)
				told = told && r.is(c-1, ",")
			}
		}
		if a.who, ok = r.speakerOf(a.source, u); !ok {
			continue
		}
		if told {
			if who, ok := r.speakerOf(relays, u); ok {
				a.relayed = who.name
			}
		}
		a.cue, a.also = [2]int{as + 1, as + 2}, [2]int{c, as + 1}
		if q := r.quoteBefore(c, from); q >= 0 && r.trails(as+2, u) {
			a.from, a.to, a.quoted, a.behind = r.firstToken(q), r.endOf(q), []int{q}, true
		} else if e := a.source.from - 1; r.is(e, ",") && e > from && r.clauseIn(from, e) && r.trails(as+2, u) {
			a.from, a.to, a.behind, a.verb = r.clauseStart(from, e), e, true, verbs["saying"][0].verb
		} else if !r.contentRight(&a, u) {
			a.verb = verbs["saying"][0].verb
			if !r.behindVerb(&a, a.verb, u) {
				continue
			}
		}
		if r.keep(&a, u, true) {
			done = append(done, a)
			c = max(c, a.to-1)
		}
	}
	return done
}

// asSaying returns where "as saying" stands behind a noun phrase at token i, 0
// where it does not.
func (r *reader) asSaying(i int, u unit) int {
	for k := i; k < u.to && k < i+longestPhrase && r.quoteAt[k] == 0 && !r.finite(k); k++ {
		if r.is(k, "as") {
			if r.is(k+1, "saying", "telling", "stating") {
				return k
			}
			return 0
		}
	}
	return 0
}

// quoteBefore returns the quotation that ends before the clause of the cue at
// token c, -1 where none does.
func (r *reader) quoteBefore(c, from int) int {
	for k := c - 1; k >= from && c-k < longestPhrase; k-- {
		if n := r.quoteAt[k]; n != 0 {
			if q := int(n) - 1; !r.used[q] && r.clausal(q) {
				return q
			}
			return -1
		}
	}
	return -1
}

// citing reads "X, citing Y, said", "X said, citing Y" and "Citing Y, X said": Y
// says it, X tells of it.
func (r *reader) citing(a *attribution, u unit) {
	var at int
	switch p := a.source; {
	case p.core+2 < p.to && r.is(p.core, ",") && r.is(p.core+1, "citing", "quoting"):
		at = p.core + 2
	case r.is(u.from, "citing", "quoting") && p.from > u.from+1 && r.is(p.from-1, ","):
		at = u.from + 1
	default:
		at = r.citedBehind(a, u)
	}
	if at == 0 {
		return
	}
	p, ok := r.after(at)
	if !ok {
		return
	}
	if p.to > a.source.from && p.from < a.source.from {
		p.to, p.core = a.source.from-1, min(p.core, a.source.from-1)
	}
	s, ok := r.resolve(p, u)
	if !ok || s.entity >= 0 && r.entities[s.entity].Type == coranto.Place || r.unspeaking(p) {
		return
	}
	a.relayed, a.who = a.who.name, s
	if at > a.cue[1] {
		a.also = [2]int{at - 1, p.to}
	}
}

// citedBehind returns the token behind ", citing" where that follows a cue that
// closes its clause, 0 where it does not.
func (r *reader) citedBehind(a *attribution, u unit) int {
	if !a.behind {
		return 0
	}
	i := max(a.cue[1], a.source.to)
	for k := i; k < u.to && k < i+8 && r.quoteAt[k] == 0; k++ {
		if r.is(k, ",") {
			if r.is(k+1, "citing", "quoting") {
				return k + 2
			}
			return 0
		}
	}
	return 0
}

// unspeaking tells whether a phrase names a reason and nobody: "citing the
// weather".
func (r *reader) unspeaking(p phrase) bool {
	if _, ok := r.personIn(p); ok {
		return false
	}
	if m, ok := r.nameEnding(p.core); ok && !m.ref {
		return false
	}
	for i := p.from; i < p.core; i++ {
		if speaking[r.lower(i)] {
			return false
		}
	}
	return true
}

var speaking = words(`official officials source sources diplomat diplomats spokesman spokeswoman spokesperson people person minister ministry officer officers police witness witnesses lawyer lawyers aide aides adviser advisers analyst analysts expert experts
reports report statement documents document study data figures records record poll survey research authorities residents doctors medics staff media newspaper agency statistics memo letter email emails transcript filing filings`)
