package statement

import (
	"slices"
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// What the frames leave of a unit is read loosely: verbs whose subject or object
// is not plain ("is seen as", "was told that"), nouns of saying without an owner
// ("the claim that", "raised doubts about") and verbs of seeming. These are kept
// and never shown.

// readLoosely finds such attributions in the tokens of a unit that are not taken.
func (r *reader) readLoosely(u unit, from int, taken []bool) {
	lo := from
	asked := r.afterAsked(u)
	whole := u
	if a, ok := r.inPoll(u, from, taken); ok {
		r.keepLoose(a, u, taken)
	}
	for c := from; c < whole.to; c++ {
		u.to = whole.to
		if c < asked {
			u.to = asked - 1 // its own clause
		}
		if taken[c-u.from] || r.quoteAt[c] != 0 {
			lo = c + 1
			continue
		}
		a, ok := r.loose(c, lo, u)
		if !ok || r.touches(taken, a.cue[0], a.cue[1], u) || r.touches(taken, a.from, a.to, u) || r.touches(taken, a.rest[0], a.rest[1], u) {
			continue
		}
		r.keepLoose(a, whole, taken)
	}
}

// keepLoose makes a statement of what was read loosely and takes its tokens.
func (r *reader) keepLoose(a attribution, u unit, taken []bool) {
	a.loose = true
	if !r.whole(&a) {
		return
	}
	spans := []coranto.Span{r.span(a.from, a.to)}
	if a.rest[1] > a.rest[0] {
		spans = append(spans, r.span(a.rest[0], a.rest[1]))
	}
	a.index = len(r.out)
	mode := coranto.Reported
	if r.holds(a.from, a.to) {
		mode = coranto.Mixed
	}
	r.use(a)
	r.out = append(r.out, r.statement(a, mode, spans))
	for _, p := range [][2]int{a.cue, {a.from, a.to}, a.rest} {
		for i := max(p[0], u.from); i < min(p[1], u.to); i++ {
			taken[i-u.from] = true
		}
	}
}

// inPoll reads "In a poll by the paper, half of them ...": the poll says it, where
// nobody else in the sentence says anything.
func (r *reader) inPoll(u unit, from int, taken []bool) (a attribution, ok bool) {
	if !r.is(from, "in") || slices.Contains(taken, true) {
		return a, false
	}
	poll := false
	for i := from + 1; i < u.to && i < from+longestPhrase && r.quoteAt[i] == 0 && !r.finite(i); i++ {
		poll = poll || r.is(i, "poll", "polls", "survey", "surveys", "study", "polling")
		if r.is(i, ",") {
			a.cue, a.source = [2]int{from, from + 1}, phrase{from + 1, i, i}
			a.who = speaker{name: r.as(from+1, i), entity: -1, unsure: true}
			a.from, a.to = i+1, r.contentEnd(i+1, u, true)
			return a, poll && a.to-a.from > 3
		}
	}
	return a, false
}

// loose reads what begins at token c: a verb, or a noun of saying.
func (r *reader) loose(c, lo int, u unit) (attribution, bool) {
	if v, end, ok := r.verbAt(c); ok && v.verb.class != classNoun {
		a, ok := attribution{}, false
		switch {
		case v.verb.class == classState:
		case r.passive(c, lo):
			a, ok = r.passively(v.verb, c, end, lo, u)
		default:
			if a, ok = r.reduced(v, c, end, lo, u); !ok {
				a, ok = r.actively(v, c, end, lo, u)
			}
		}
		if ok {
			return a, true
		}
	}
	if r.adheres(c) {
		return r.adherent(c, lo, u)
	}
	if a := (attribution{cue: [2]int{c, c + 1}}); r.owned(c) {
		for _, v := range r.verbs[c] {
			if v.verb.class == classNoun {
				a.verb = v.verb
				return a, r.possession(&a, v.verb, c, lo, u)
			}
		}
	}
	return r.unowned(c, lo, u)
}

// passively reads "X is expected to ...", "it was reported that ...".
func (r *reader) passively(v *verb, c, end, lo int, u unit) (a attribution, ok bool) {
	k := r.passAux(c, lo)
	for k < c && !r.finite(k) && !r.has(aux, k) {
		k++
	}
	a.cue, a.verb = [2]int{k, end}, v
	if r.is(end, "by") {
		p, found := r.after(end + 1)
		if !found {
			return a, false
		}
		a.cue[1], a.source = end+1, p
		a.who, _ = r.speakerOf(p, u)
		a.who.unsure = true
		if lo = r.subjectFrom(k, lo); lo == k {
			return a, false
		}
		a.from, a.to = lo, k
		return a, true
	}
	if r.is(end, "as") && v.class != classSay {
		a.cue[1] = end + 1
	} else if !(v.frames&asTo != 0 || v.class != classSay) && r.is(end, "to") || !r.is(end, "to", "that") {
		return a, false
	}
	a.from, a.to = a.cue[1], r.contentEnd(a.cue[1], u, false)
	if s := r.subjectFrom(k, lo); r.is(end, "to", "as") && s < k && !r.is(s, "it") && v.class != classSay {
		a.from, a.to, a.rest = s, k, [2]int{a.from, a.to}
		return a, a.rest[1] > a.rest[0]
	}
	return a, a.to > a.from
}

// actively reads a verb of any subject: what stands before it in its clause.
func (r *reader) actively(v inflected, c, end, lo int, u unit) (a attribution, ok bool) {
	if c == 0 || v.verb.lemma == "ask" && r.is(end, "about") || r.has(prep, c-1) && !r.is(c-1, "to") && v.forms&gerund == 0 || r.has(det, c-1) || determiners[r.lower(c-1)] && nouns[r.lower(c)] || r.is(c-1, "-", "the", "a", "an", "this", "no") || r.is(c+1, "-") && !r.toks[c+1].Gap {
		return a, false
	}
	k := r.passAux(c, lo)
	a.cue, a.verb = [2]int{r.cueFrom(k, c), end}, v.verb
	if k > lo && r.is(k-1, "to") && v.verb.frames&(asQuote|asThat) == 0 {
		return a, false // a purpose: "came to |see him"
	}
	helped := k < c || r.pronoun(k-1) != 0 || r.is(k-1, "who", "that", "which", "to", "i", "we", "you")
	if !helped && v.forms&(past|gerund) == 0 && (nouns[r.lower(c)] || v.forms&present == 0 && !strings.HasSuffix(r.lower(c-1), "s") && !r.many(c-1)) {
		return a, false // a noun
	}
	if v.verb.class == classSeem {
		return r.seemingly(a, k, lo, u)
	}
	if v.forms == gerund && !r.clauseBehind(end, v.verb) && !(r.toks[c-1].Kind == token.Mark || r.has(prep, c-1) || r.has(aux, c-1) || r.many(c-1)) {
		return a, false
	}
	if p, found := r.before(c, lo); found {
		a.source = p
		a.who, _ = r.speakerOf(p, u)
		a.who.unsure = true
	} else if r.is(k-1, "who", "which", "that") && k > lo {
		a.source = phrase{k - 1, k, k}
		a.who = speaker{name: r.as(k-1, k), entity: -1, unsure: true}
	} else if s := r.subjectFrom(k, lo); s < k && k-s < 6 {
		a.source = phrase{s, k, k}
		a.who = speaker{name: r.as(s, k), entity: -1, unsure: true}
	}
	if v.verb.class == classThink && end < u.to && r.is(end, "will", "would", "can", "could", "is", "are", "was", "were", "has", "have", "had", "should", "might", "may") {
		a.from, a.to = end, r.contentEnd(end, u, true) // "a plan they hope |will last"
		return a, a.to > a.from
	}
	if r.behindVerb(&a, v.verb, u) {
		return a, true
	}
	if v.verb.class != classSeem && end < u.to && !r.is(end, "to", ",") {
		any := *v.verb
		any.frames |= asThat
		any.preps = anyPrep
		if r.behindVerb(&a, &any, u) {
			return a, true
		}
	}
	return a, v.verb.frames&(asNoun|asThat) != 0 && r.gap(&a, lo, u)
}

var anyPrep = map[string]bool{"about": true, "of": true, "against": true, "for": true, "on": true}

// many tells whether a noun in the plural, or "those", stands at token i.
func (r *reader) many(i int) bool {
	w := r.lower(i)
	return r.toks[i].Shape == token.Lower && r.toks[i].Kind == token.Word && len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' || r.is(i, "those", "people", "voters", "others", "many", "some")
}

// gap reads "which X has denied", "a plan she supported": what is said stands
// before the clause, whose object is missing.
func (r *reader) gap(a *attribution, lo int, u unit) bool {
	s := a.source.from
	if a.source.to == a.source.from || a.source.to > a.cue[0] || s <= lo || a.cue[1] < u.to && r.quoteAt[a.cue[1]] != 0 {
		return false
	}
	if r.is(s-1, "which", "that", "whom", "what", "who") {
		a.from, a.to = s-1, s
		return true
	}
	if !(r.pronoun(s) != 0 || r.toks[s].Capital()) || r.toks[s-1].Shape != token.Lower || r.has(stop, s-1) || r.has(prep, s-1) || r.finite(s-1) || determiners[r.lower(s-1)] {
		return false
	}
	from := r.subjectFrom(s, lo)
	for from < s && r.has(prep, from) {
		from++
	}
	if !determiners[r.lower(from)] || from == s {
		return false
	}
	a.from, a.to = from, s
	return true
}

// reduced reads "a practice criticized by X".
func (r *reader) reduced(v inflected, c, end, lo int, u unit) (a attribution, ok bool) {
	if v.forms&participle == 0 || !r.is(end, "by") || c <= lo || r.has(prep, c-1) || r.pronoun(c-1) != 0 || r.toks[c-1].Kind == token.Mark && !r.is(c-1, ",") {
		return a, false
	}
	a.cue, a.verb = [2]int{c, end + 1}, v.verb
	p, found := r.after(end + 1)
	if !found {
		return a, false
	}
	a.source = p
	a.who, _ = r.speakerOf(p, u)
	a.who.unsure = true
	e := r.passAux(c, lo)
	for e > lo && r.is(e-1, ",") {
		e--
	}
	a.from, a.to = r.subjectFrom(e, lo), e
	return a, a.to > a.from && a.to-a.from < 12
}

// seemingly reads "X seems to ...", "it appears that ...": said by nobody.
func (r *reader) seemingly(a attribution, k, lo int, u unit) (attribution, bool) {
	end := a.cue[1]
	if end >= u.to || r.quoteAt[end] == 0 && r.toks[end].Kind == token.Mark || r.has(prep, end) && !r.is(end, "to") || r.is(end, "and", "or") {
		return a, false
	}
	if a.verb.lemma == "appear" && !r.is(end, "to", "that", "as", "not", "likely", "ready", "poised", "set", "more", "less") {
		return a, false // came into sight
	}
	a.from, a.to = end, r.contentEnd(end, u, r.is(end, "that"))
	if s := r.subjectFrom(k, lo); s < k && !r.is(s, "it") && !r.is(end, "that") {
		a.from, a.to, a.rest = s, k, [2]int{a.from, a.to}
		return a, a.rest[1] > a.rest[0]
	}
	return a, a.to > a.from
}

// clauseBehind tells whether a clause or a quotation stands at token i.
func (r *reader) clauseBehind(i int, v *verb) bool {
	return i < len(r.toks) && (thats[r.lower(i)] || r.quoteAt[i] != 0 || v.preps[r.lower(i)] || r.is(i, "to"))
}

// subjectFrom returns where the noun phrase begins that ends before token k, k
// where none does.
func (r *reader) subjectFrom(k, lo int) int {
	s := k
	if s > lo && r.is(s-1, "who", "which", "that") {
		return s - 1
	}
	for s > lo && k-s < longestPhrase && r.quoteAt[s-1] == 0 && !r.finiteAt(s-1) && !r.has(stop, s-1) && !(r.toks[s-1].Kind == token.Mark && !r.is(s-1, "'", "’", "-", ".", "%", "$")) {
		s--
	}
	for s < k && (r.is(s, "and", "but", "or", "yet", "so", "then", "to") || r.adverb(s) || r.toks[s].Kind == token.Mark) {
		s++
	}
	return s
}

// unowned reads "the claim that ...", "raised doubts about ...".
func (r *reader) unowned(c, lo int, u unit) (a attribution, ok bool) {
	if c >= len(r.verbs) || r.toks[c].Kind != token.Word || r.toks[c].Shape != token.Lower {
		return a, false
	}
	for _, v := range r.verbs[c] {
		if v.verb.class != classNoun || r.is(c, "threat", "threats", "defense", "defence", "promise", "wish", "position", "conclusion", "demands", "demand") || len(v.verb.rest) > 0 && !r.spells(c+1, v.verb.rest) {
			continue
		}
		end := c + 1 + len(v.verb.rest)
		a.cue, a.verb = [2]int{c, end}, v.verb
		if !(r.is(end, "that", "whether") || r.is(end, "to") && v.verb.frames&asTo != 0 || v.verb.preps[r.lower(end)]) {
			continue
		}
		k := c
		for k > lo && c-k < 4 && r.toks[k-1].Kind == token.Word && !r.has(prep, k-1) && !r.has(stop, k-1) && !r.is(k-1, "and", "or", "but") && !r.has(light, k-1) {
			k--
		}
		if k > lo && r.has(light, k-1) {
			k--
			if s := r.subjectFrom(r.passAux(k, lo), lo); s < k {
				e := r.passAux(k, lo)
				if s < e {
					a.source = phrase{s, e, e}
					a.who = speaker{name: r.as(s, e), entity: -1, unsure: true}
				}
				k = e
			}
			a.cue[0] = k
		}
		return a, r.behindVerb(&a, v.verb, u)
	}
	return a, false
}

// adheres tells whether token i is a noun for somebody who is for or against a
// thing.
func (r *reader) adheres(i int) bool {
	return r.is(i+1, "of") && r.has(loyal, i)
}

// adherent reads "X is a staunch opponent of ...".
func (r *reader) adherent(c, lo int, u unit) (a attribution, ok bool) {
	k := c
	for k > lo && c-k < 7 && !r.finite(k-1) && r.quoteAt[k-1] == 0 && (r.toks[k-1].Kind == token.Word && !r.has(prep, k-1) && !r.has(stop, k-1) || r.is(k-1, "-", ",")) {
		k--
	}
	if k == lo || !r.is(k-1, "is", "are", "was", "were", "been", "be") {
		return a, false
	}
	e := r.passAux(k-1, lo)
	s := r.subjectFrom(e, lo)
	if s == e {
		return a, false
	}
	a.cue, a.source = [2]int{e, c + 2}, phrase{s, e, e}
	a.who = speaker{name: r.as(s, e), entity: -1, unsure: true}
	a.from, a.to = c+2, r.contentEnd(c+2, u, false)
	return a, a.to > a.from
}
