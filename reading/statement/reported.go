package statement

import (
	"coranto"
	"coranto/reading/internal/token"
)

// readReported finds reported speech in what the quotations of a unit have
// left: first what closes a clause ("..., X said"), then what opens one ("X
// said that ..."). done are the unit's attributions so far.
func (r *reader) readReported(u unit, from int, done []attribution) []attribution {
	if r.code != "en" || !r.ended(u) {
		return done
	}
	from = max(from, r.afterAsked(u))
	taken := make([]bool, u.to-u.from)
	take := func(lo, hi int) {
		for i := max(lo, u.from); i < min(hi, u.to); i++ {
			taken[i-u.from] = true
		}
	}
	for _, a := range done {
		take(a.from, a.to)
		take(a.rest[0], a.rest[1])
		take(a.cue[0], a.cue[1])
		take(a.also[0], a.also[1])
		for _, q := range a.quoted {
			take(r.firstToken(q), r.endOf(q))
		}
	}
	for _, opening := range []bool{false, true} {
		lo := from // what a source may begin with
		for c := from; c < u.to; c++ {
			if taken[c-u.from] {
				lo = c + 1
				continue
			}
			var a attribution
			var ok bool
			if opening {
				a, ok = r.opens(c, lo, u, done)
			} else {
				if a, ok = r.asTold(c, lo, u); !ok {
					a, ok = r.closes(c, lo, u)
				}
			}
			if !ok || r.touches(taken, a.from, a.to, u) || r.touches(taken, a.rest[0], a.rest[1], u) || !r.keep(&a, u, true) {
				continue
			}
			take(a.from, a.to)
			take(a.rest[0], a.rest[1])
			take(a.cue[0], a.cue[1])
			take(a.also[0], a.also[1])
			take(a.source.from, a.source.to)
			done = append(done, a)
			if !opening {
				r.readWithin(a)
			}
			c = max(c, a.cue[1]-1)
		}
	}
	r.readLoosely(u, r.afterDateline(u), taken)
	return done
}

// afterAsked passes over the question that leads a sentence: "Asked whether the
// plan failed, |X said ...".
func (r *reader) afterAsked(u unit) int {
	if !r.is(u.from, "asked") && !(r.is(u.from, "when") && r.is(u.from+1, "asked")) {
		return u.from
	}
	for c := u.from + 2; c < u.to; c++ {
		if _, _, ok := r.verbAt(c); !ok {
			continue
		}
		if p, ok := r.before(c, u.from); ok && r.is(p.from-1, ",") {
			return p.from
		}
	}
	for c := u.from + 2; c < u.to; c++ { // "..., |X shrugged"
		if m, ok := r.nameAt(c); r.is(c-1, ",") && r.quoteAt[c] == 0 && (ok && m.from == c && r.goesOn(m.to) || r.pronoun(c) != 0) {
			return c
		}
	}
	return u.from
}

// readWithin reads what somebody says whom another tells of: "X has told Y that
// ..., Z said".
func (r *reader) readWithin(outer attribution) {
	inner := unit{outer.from, outer.to, false}
	for c := outer.from; c < outer.to && c < outer.from+longestPhrase; c++ {
		v, _, ok := r.verbAt(c)
		if !ok || v.verb.class != classSay || v.verb.frames&asQuote == 0 || v.forms&(past|present) == 0 {
			continue
		}
		a, ok := r.opens(c, outer.from, inner, nil)
		if !ok || a.partial || a.source.from > outer.from+1 {
			return
		}
		a.relayed = outer.who.name
		r.keepWithin(&a, inner)
		return
	}
}

// touches tells whether some of tokens [from, to) belong to another
// attribution already.
func (r *reader) touches(taken []bool, from, to int, u unit) bool {
	for i := max(from, u.from); i < min(to, u.to); i++ {
		if taken[i-u.from] {
			return true
		}
	}
	return false
}

// finiteAt tells whether token i looks like a finite verb.
func (r *reader) finiteAt(i int) bool {
	w := r.lower(i)
	if r.toks[i].Kind != token.Word || r.toks[i].Shape != token.Lower {
		return false
	}
	if r.finite(i) {
		return true
	}
	if v, _, ok := r.verbAt(i); ok && v.forms&(past|present) != 0 {
		return true
	}
	return len(w) > 4 && w[len(w)-2:] == "ed"
}

// passive tells whether the verb at c stands behind a form of "be".
func (r *reader) passive(c, lo int) bool {
	for i := c - 1; i >= lo && i > c-4; i-- {
		if r.is(i, "is", "are", "was", "were", "be", "been", "being", "am", "get", "got") {
			return true
		}
		if !r.adverb(i) && !r.is(i, "not", "also", "often", "once", "then", "still", "later", "t", "’", "'") {
			return false
		}
	}
	return false
}

// opens reads "X said that ...", "X called for ...", "saying that ...".
func (r *reader) opens(c, lo int, u unit, done []attribution) (a attribution, ok bool) {
	v, end, is := r.verbAt(c)
	if !is {
		return a, false
	}
	a.cue, a.verb = [2]int{c, end}, v.verb
	if v.verb.class == classSeem || v.forms&present != 0 && nouns[r.lower(c)] && r.saysAt(end) {
		return a, false // "rights |advocates said"
	}
	progressive := v.forms == gerund && r.passive(c, lo)
	if v.verb.class == classNoun {
		return a, r.possession(&a, v.verb, c, lo, u)
	}
	if v.forms&(gerund|nominal) == 0 && r.passive(c, lo) || v.forms&(past|participle) != 0 && r.is(end, "by") && !r.has(channel, end+1) {
		return a, false
	}
	if v.forms == gerund && !progressive {
		if r.is(c-1, ",") && r.apposedVerb(end, u) {
			return a, false
		}
		if n := len(done) - 1; v.verb.lemma == "cite" && n >= 0 && done[n].relayed != "" {
			return a, false // read already
		}
		if c == lo || r.is(c-1, "the", "of", "for", "a", "and", "to", "this", "that", "his", "her", "their", "no") {
			return a, false
		}
		if r.issued(&a, c, lo, u) {
			return a, r.behindVerb(&a, v.verb, u)
		}
		if r.toks[c-1].Kind == token.Word && r.mainVerb(end, u) {
			return a, false // "deputies |supporting the plan have said"
		}
		if p, ok := r.before(c, lo); ok && !r.has(prep, c-1) && !r.is(c-1, ",") && r.pronoun(c-1) == 0 {
			a.source = p // "a letter |calling for", "with X |saying that"
			if a.who, ok = r.speakerOf(p, u); !ok {
				return a, false
			}
			a.who.unsure = true
		} else if !(r.toks[c-1].Kind == token.Mark || r.has(prep, c-1) || r.is(c-1, "while", "when", "before", "after", "since", "without", "than") || r.adverb(c-1)) || !r.sourceOf(&a, u, done) {
			return a, false
		}
	} else if ok = r.sourceBefore(&a, v, c, lo, u, done); !ok {
		return a, false
	}
	if s := a.source.from - 1; s >= u.from && a.source.to <= c {
		if r.is(s, "what") && r.is(end, "was", "were", "is", "are") && v.verb.class == classSay {
			a.from, a.to, a.partial = end+1, r.contentEnd(end+1, u, false), true // "what X said was |a gift"
			return a, a.to > a.from
		}
		a.dangling = r.is(s, "which", "who", "whom", "what")
		a.subordinate = s == u.from && r.has(stop, s) || r.has(stop, s) && r.is(s-1, "and", "but", ",")
	}
	if k := r.passAux(c, lo); k > lo && r.is(k-1, "who") {
		whole := u.to
		u.to = r.relativeEnd(end, u)
		a.relative = u.to < whole
	}
	return a, r.behindVerb(&a, v.verb, u)
}

// relativeEnd returns where the clause of "who said ..." ends before the verb of
// whom it is about: "Jan Korr, who said he was late, |said ...".
func (r *reader) relativeEnd(i int, u unit) int {
	for k := i + 1; k < u.to && k < i+longestApposition && r.quoteAt[k] == 0; k++ {
		if r.is(k, ",") && k+1 < u.to && r.finiteAt(k+1) && !r.is(k+1, "said") {
			return k
		}
		if r.is(k, ",") && r.is(k+1, "said", "says") {
			if q, ok := r.after(k + 2); !ok || !r.trails(q.to, u) || r.clauseIn(k+2, u.to) {
				return k
			}
		}
		if r.toks[k].Kind == token.Word && !r.has(stop, k-1) && r.is(k, "said", "says", "told") && r.toks[k-1].Kind == token.Word && r.pronoun(k-1) == 0 && !r.has(aux, k-1) {
			if _, named := r.nameEnding(k); !named && !r.clauseIn(i, k) {
				return k // "who relayed the exchange |said"
			}
		}
	}
	return u.to
}

// issued reads "X released a statement |saying ...": X says it.
func (r *reader) issued(a *attribution, c, lo int, u unit) bool {
	k := c - 1
	for k > lo && c-k < 8 && r.quoteAt[k] == 0 && r.toks[k].Kind == token.Word && !r.has(light, k) && !r.finite(k) {
		k--
	}
	if k == c-1 || k <= lo || !r.has(light, k) || !r.has(channel, c-1) && !r.is(c-1, "letters", "statements", "papers", "messages", "tweets", "petition", "ad", "ads", "release") {
		return false
	}
	p, ok := r.before(k, lo)
	if !ok {
		return false
	}
	a.source, a.cue[0] = p, r.cueFrom(p.to, k)
	a.who, ok = r.speakerOf(p, u)
	return ok
}

// mainVerb tells whether a verb of saying whose subject is what stands before it
// follows at token i in its clause.
func (r *reader) mainVerb(i int, u unit) bool {
	for k := i; k < u.to && k < i+12 && r.quoteAt[k] == 0 && r.toks[k].Kind == token.Word; k++ {
		if k > i && (r.has(stop, k) || r.pronoun(k) != 0) {
			return false
		}
		if k > i && r.saysAt(k) && !r.is(k, "have", "has", "had", "are", "were", "will", "would") {
			return true
		}
	}
	return false
}

// apposedVerb tells whether a participle before token i only belongs to a
// subject whose verb follows: "X, citing Y, |reported ...".
func (r *reader) apposedVerb(i int, u unit) bool {
	for k := i; k < u.to && k < i+longestApposition; k++ {
		if r.is(k, ",") {
			v, _, ok := r.verbAt(k + 1)
			return ok && v.forms&(past|present) != 0 && v.verb.class < classState
		}
	}
	return false
}

// sourceBefore finds who does what the verb at c says.
func (r *reader) sourceBefore(a *attribution, v inflected, c, lo int, u unit, done []attribution) bool {
	p, ok := r.before(c, lo)
	if ok && r.agrees(p, v, c) {
		a.source = p
		a.cue[0] = r.cueFrom(p.to, c)
		a.who, ok = r.speakerOf(p, u)
		return ok
	}
	k := r.passAux(c, lo)
	if n := len(done) - 1; n >= 0 && done[n].relative && k <= done[n].to+1 && k >= done[n].to {
		a.source, a.who, a.cue[0] = done[n].source, done[n].who, k
		return true
	}
	if k > lo && r.is(k-1, "i", "we", "you") {
		a.source, a.cue[0] = phrase{k - 1, k, k}, k
		a.who = speaker{name: r.as(k-1, k), entity: -1, unsure: true}
		return true
	}
	if k > lo && (r.is(k-1, "and", "but", "then", "or") || r.is(k-1, ",") && len(done) > 0 && v.forms&past != 0) && v.forms&(past|present) != 0 {
		a.cue[0] = k
		return r.sourceOf(a, u, done)
	}
	if k > lo && r.is(k-1, "who") {
		e := k - 1
		for e > lo && r.is(e-1, ",") {
			e--
		}
		if n := len(done) - 1; n >= 0 && done[n].source.from < e && done[n].source.to >= e {
			a.source, a.who, a.cue[0] = done[n].source, done[n].who, k
			return true
		}
		if p, ok = r.antecedent(e, lo); ok {
			a.source, a.cue[0] = p, k
			a.who, ok = r.speakerOf(p, u)
			return ok
		}
	}
	return false
}

// saysAt tells whether a verb of saying in the past or present stands at token i,
// so that what stands before it is its subject.
func (r *reader) saysAt(i int) bool {
	for i < len(r.toks) && (r.adverb(i) || r.is(i, "also", "later", "then", "now", "often")) {
		i++
	}
	v, _, ok := r.verbAt(i)
	return ok && v.verb.class == classSay && (v.forms&past != 0 || v.forms&present != 0 && !nouns[r.lower(i)]) && v.verb.frames&asClause != 0 || r.is(i, "have", "has", "had", "are", "were", "will", "would")
}

// antecedent returns whom "who" behind token e means: the person named there,
// else the noun phrase.
func (r *reader) antecedent(e, lo int) (phrase, bool) {
	if m, ok := r.nameEnding(e); ok && m.from >= lo && !m.ref && r.entities[m.entity].Type == coranto.Person {
		return phrase{m.from, e, e}, true
	}
	return r.before(e, lo)
}

// cueFrom returns where the cue of a verb at c begins behind a source that ends
// at token i: with its auxiliaries, without marks and days.
func (r *reader) cueFrom(i, c int) int {
	for i < c && (r.toks[i].Kind == token.Mark || r.has(day, i) || r.is(i, "on", "meanwhile", "however", "separately", "nevertheless", "nonetheless", "instead", "though", "therefore") || r.is(i, "last", "this") && i+2 <= c || r.is(i, "week", "month", "year", "night", "weekend")) {
		i++
	}
	return i
}

// agrees tells whether a phrase can be the subject of a verb in its form.
func (r *reader) agrees(p phrase, v inflected, c int) bool {
	last := r.lower(p.core - 1)
	if r.has(prep, p.core-1) {
		return false
	}
	if r.pronoun(p.core-1) == 0 && (determiners[last] && !r.is(p.core-1, "others", "other", "some", "many", "most", "both", "all", "these", "those", "several", "few", "one", "two", "three", "another", "second", "third", "fourth", "fifth", "sixth")) {
		return false
	}
	if v.forms&(past|participle|gerund|nominal) != 0 {
		return true
	}
	helped := c > p.to && r.toks[c-1].Kind == token.Word && !r.adverb(c-1) && !r.is(c-1, "also", "has", "have", "had")
	if v.forms&present != 0 {
		m, named := r.nameEnding(p.core)
		if !nouns[r.lower(c)] || r.pronoun(p.core-1) != 0 {
			return true
		}
		return named && !m.ref || determiners[r.lower(p.from)] && !r.is(p.from, "these", "those", "many", "most", "some", "several", "few") && p.core-p.from > 1 && r.toks[p.core-1].Shape == token.Lower && !determiners[last] && !r.has(prep, p.core-2)
	}
	if helped {
		return true
	}
	return r.plural(p)
}

// plural tells whether a noun phrase takes a verb in its base form.
func (r *reader) plural(p phrase) bool {
	if r.is(p.from, "a", "an", "another", "this", "that") {
		return false
	}
	for i := p.from; i < p.core; i++ {
		if i > p.from && r.has(prep, i) {
			return false
		}
		if r.is(i, "they", "we", "i", "you", "people", "police", "many", "others", "some", "most", "both", "all", "percent", "men", "women", "and", "few", "half", "majority", "%") || r.toks[i].Kind == token.Number && i > p.from {
			return true
		}
		if w := r.lower(i); len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && !r.is(i+1, "'", "’") {
			if m, ok := r.nameAt(i); !ok || r.entities[m.entity].Type != coranto.Person || m.ref {
				return true
			}
		}
	}
	return false
}

// speakerOf is resolve, or else the source's own words: what is not sure enough
// to be shown is still told apart by its confidence.
func (r *reader) speakerOf(p phrase, u unit) (speaker, bool) {
	if s, ok := r.resolve(p, u); ok {
		return s, true
	}
	return speaker{name: r.as(p.from, p.core), entity: -1, unsure: true}, p.core > p.from && p.core-p.from < longestPhrase
}
