package statement

import (
	"strings"

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
			take(a.source.from, a.source.to)
			done = append(done, a)
			if !opening {
				r.readWithin(a)
			}
			c = max(c, a.cue[1]-1)
		}
	}
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
	return u.from
}

// asTold reads "As X reported, ..." and "As reported by X, ...".
func (r *reader) asTold(c, lo int, u unit) (a attribution, ok bool) {
	v, end, is := r.verbAt(c)
	if !is || v.verb.frames&asClause == 0 || v.verb.class > classShow {
		return a, false
	}
	a.cue, a.verb = [2]int{c, end}, v.verb
	p, found := phrase{}, false
	as, behind := c-1, end
	if r.is(end, "by") && v.forms&participle != 0 {
		p, found = r.after(end + 1)
		behind = p.to
	} else if p, found = r.before(c, lo); found {
		as = p.from - 1
	}
	if !found || as != lo || !r.is(as, "as") {
		return a, false
	}
	for behind < u.to && behind < end+20 && !r.is(behind, ",") {
		behind++
	}
	if behind+1 >= u.to || !r.is(behind, ",") || !r.clauseIn(behind+1, u.to) {
		return a, false
	}
	a.source = p
	a.from, a.to = behind+1, r.contentEnd(behind+1, u, true)
	a.who, ok = r.speakerOf(p, u)
	return a, ok && a.to > a.from
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
		r.keepWithin(&a)
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

// closes reads "..., X said on Monday", "..., said X" and "..., according to X".
func (r *reader) closes(c, lo int, u unit) (a attribution, ok bool) {
	if _, end, is := r.cueAt(c); is && r.is(c, "according") {
		a.cue = [2]int{c, end}
		return a, r.accordingTo(&a, u, lo)
	}
	v, end, is := r.verbAt(c)
	if !is || v.verb.frames&asQuote == 0 && v.verb.class != classShow || v.verb.frames&asClause == 0 && v.verb.lemma != "tell" || v.forms&(past|present|base) == 0 || r.passive(c, lo) {
		return a, false
	}
	a.cue, a.verb = [2]int{c, end}, v.verb
	p, ok := r.before(c, lo)
	comma := p.from - 1
	behind := end
	ok = ok && r.agrees(p, v, c)
	if q, turned := r.after(end); turned && v.verb.lemma == "say" && r.is(c-1, ",") && !r.clauseIn(end, u.to) && r.trails(q.to, u) {
		ok = false // "..., said X, an official"
	}
	if ok && v.verb.frames&asNoun != 0 && r.is(p.from, "a", "an") && p.core == p.to {
		return a, false // "..., a plan announced in May"
	}
	if ok && !r.is(comma, ",", "—", "–", "-") {
		return a, false
	}
	if !ok {
		if p, ok = r.after(end); !ok || !r.is(c-1, ",") || v.verb.lemma != "say" {
			return a, false
		}
		comma, behind = c-1, p.to
	} else {
		a.cue[0] = p.to
		for r.is(a.cue[0], ",") {
			a.cue[0]++
		}
	}
	if comma <= lo || r.quoteAt[comma] != 0 {
		return a, false
	}
	a.from, a.to = r.clauseStart(lo, comma), comma
	if a.to == a.from || a.to-a.from < 6 && !r.clauseIn(a.from, a.to) && !r.is(end, ",") && !r.is(p.to, ",") {
		return a, false
	}
	a.source = p
	behind = r.passAddressee(&a, u, behind)
	switch {
	case r.is(behind, ",", "—", "–") && r.goesBack(behind+1, u):
		if r.has(prep, a.from) && !r.clauseIn(a.from, a.to) {
			a.from, a.to = behind+1, r.contentEnd(behind+1, u, true) // "In May, X said, it rained"
		} else {
			a.rest = [2]int{behind + 1, r.contentEnd(behind+1, u, true)}
		}
	case r.has(prep, a.from) && !r.clauseIn(a.from, a.to):
		return a, false
	case r.trails(behind, u):
	default:
		return a, false
	}
	a.behind = true
	a.who, ok = r.speakerOf(p, u)
	return a, ok
}

// goesBack tells whether a clause that its cue interrupts goes on at token i.
func (r *reader) goesBack(i int, u unit) bool {
	if i >= u.to || r.is(i, "who", "whose", "which", "and", "but", "while", "as", "although", "though", "adding", "according", "a", "an") || r.quoteAt[i] == 0 && r.toks[i].Kind == token.Word && strings.HasSuffix(r.lower(i), "ing") {
		return false
	}
	return r.clauseIn(i, u.to)
}

// trails tells whether nothing but adverbials stands between token i and the
// end of the unit.
func (r *reader) trails(i int, u unit) bool {
	if i < u.to && r.toks[i].Kind != token.Mark && (!r.has(prep, i) || r.is(i+1, "least", "most")) && !r.has(day, i) && !r.adverb(i) && !r.has(stop, i) && !r.is(i, "last", "this", "earlier", "later", "late", "early", "next", "again", "here", "and", "at") {
		return false
	}
	for ; i < u.to; i++ {
		if r.quoteAt[i] != 0 {
			return false
		}
		if r.is(i, ",", ";", "—") && r.is(i+1, "who", "which", "while", "as", "a", "an", "the", "and", "but", "though", "although", "when", "after", "where", "whose") || r.is(i, ",") {
			return true
		}
		if r.pronoun(i) != "" || finite[r.lower(i)] || r.is(i, "that", "i", "we", "you", "there") {
			return false
		}
	}
	return true
}

// clauseIn tells whether tokens [from, to) hold a finite verb.
func (r *reader) clauseIn(from, to int) bool {
	for i := from; i < to; i++ {
		if r.quoteAt[i] == 0 && r.finiteAt(i) {
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
	if finite[w] {
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
	progressive := v.forms == gerund && r.passive(c, lo)
	if v.verb.class == classNoun {
		return a, r.possession(&a, v.verb, c, lo, u)
	}
	if v.forms&(gerund|nominal) == 0 && r.passive(c, lo) || v.forms&(past|participle) != 0 && r.is(end, "by") {
		return a, false
	}
	if v.forms == gerund && !progressive {
		if r.is(c-1, ",") && r.apposedVerb(end, u) {
			return a, false
		}
		if c == lo || r.is(c-1, "the", "of", "for", "a", "and", "to", "this", "that", "his", "her", "their", "no") {
			return a, false
		}
		if p, ok := r.before(c, lo); ok && !r.has(prep, c-1) && !r.is(c-1, ",") && r.pronoun(c-1) == "" {
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
		a.dangling = r.is(s, "which", "who", "whom", "what")
		a.subordinate = s == u.from && r.has(stop, s) || r.has(stop, s) && r.is(s-1, "and", "but", ",")
	}
	return a, r.behindVerb(&a, v.verb, u)
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
		a.cue[0] = p.to
		for r.is(a.cue[0], ",") {
			a.cue[0]++
		}
		a.who, ok = r.speakerOf(p, u)
		return ok
	}
	k := r.passAux(c, lo)
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
		if p, ok = r.before(e, lo); ok {
			a.source, a.cue[0] = p, k
			a.who, ok = r.speakerOf(p, u)
			return ok
		}
	}
	return false
}

// agrees tells whether a phrase can be the subject of a verb in its form.
func (r *reader) agrees(p phrase, v inflected, c int) bool {
	last := r.lower(p.core - 1)
	if r.has(prep, p.core-1) {
		return false
	}
	if r.pronoun(p.core-1) == "" && (determiners[last] && !r.is(p.core-1, "others", "some", "many", "most", "both", "all", "these", "those", "several", "few", "one", "two", "three")) {
		return false
	}
	if v.forms&(past|participle|gerund|nominal) != 0 {
		return true
	}
	helped := c > p.to && r.toks[c-1].Kind == token.Word && !r.adverb(c-1) && !r.is(c-1, "also", "has", "have", "had")
	if v.forms&present != 0 {
		m, named := r.nameEnding(p.core)
		if !nouns[r.lower(c)] || r.pronoun(p.core-1) != "" {
			return true
		}
		return named && !m.ref || determiners[r.lower(p.from)] && !r.is(p.from, "these", "those", "many", "most", "some", "several", "few") && p.core-p.from > 1 && r.toks[p.core-1].Shape == token.Lower && !r.has(prep, p.core-2)
	}
	if helped {
		return true
	}
	return r.plural(p)
}

// plural tells whether a noun phrase takes a verb in its base form.
func (r *reader) plural(p phrase) bool {
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

// behindVerb takes as content what stands behind the cue, by the verb's frames.
func (r *reader) behindVerb(a *attribution, v *verb, u unit) bool {
	i := a.cue[1]
	for i < u.to && (r.adverb(i) || r.is(i, "again", "also", "yesterday", "today", "later") || r.has(day, i)) && r.quoteAt[i] == 0 {
		i++
	}
	if i >= u.to {
		return false
	}
	next := r.lower(i)
	set := func(from int, whole bool) bool {
		a.from, a.to, a.partial = from, r.contentEnd(from, u, whole && !a.subordinate), !whole
		for k := a.from; k < a.to && a.subordinate; k++ {
			if r.is(k, "-", "–", "—") && r.toks[k].Gap && k > a.from {
				a.to = k
			}
		}
		return a.to > a.from
	}
	if v.frames&asThat != 0 {
		if thats[next] && !(next == "that" && r.is(i+1, "day", "week", "month", "year", "time", "night", "morning")) {
			return set(i, true)
		}
		if k, ok := r.thatBehind(i, u); ok && v.frames&asClause != 0 {
			return set(k, true)
		}
	}
	if v.frames&asTo != 0 && next == "to" {
		return set(i, false)
	}
	if v.preps[next] {
		a.cue[1] = i + 1
		return set(i+1, false)
	}
	if v.ask[next] {
		if k, ok := r.infinitiveBehind(i+1, u); ok {
			a.cue[1] = i + 1
			a.addressee = r.as(i+1, k)
			return set(k, false)
		}
	}
	if r.toks[i].Kind == token.Mark && r.quoteAt[i] == 0 && !r.is(i, "$", "(", "[") {
		return false
	}
	if q := int(r.quoteAt[i]) - 1; q >= 0 {
		if r.used[q] || v.frames&(asQuote|asNoun) == 0 || !set(i, v.frames&asClause != 0) {
			return false
		}
		if r.isTitle(q) {
			return false
		}
		if a.to == r.endOf(q) {
			a.quoted = []int{q}
		}
		return true
	}
	if v.frames&asHearer != 0 && v.frames&asThat != 0 && v.frames&asNoun == 0 {
		if v.lemma == "tell" || v.frames&asQuote == 0 {
			k := r.passHearer(a, i, u)
			if k == i || k >= u.to {
				return false
			}
			return r.toks[k].Kind != token.Mark && !r.has(prep, k) && set(k, true)
		}
		return set(i, false)
	}
	if r.has(prep, i) || r.is(i, "and", "or", "but", "than", "so", "because", "as", "if", "when", "while", "since", "until", "though") {
		return false
	}
	if v.frames&asClause != 0 && (bare[v.lemma] || r.subjectAt(i, u)) {
		return set(i, true)
	}
	if v.frames&asNoun != 0 {
		return set(i, false)
	}
	return false
}

// nouns are forms of verbs that are as often the plural of a noun.
var nouns = words(`states tweets remarks posts claims reports calls plans needs notes views hopes fears doubts questions attacks offers details promises requests demands estimates projects aims wishes comments supports worries raises protests challenges quotes pledges threats warnings
suspects figures guesses voices objects pushes presses appeals pleads blogs advances forecasts jokes whispers shouts boasts reasons ventures signals highlights touts blames faults praises thanks rules raps rips blasts slams mocks backs favors favours regrets`)

// subjectAt tells whether a noun phrase at token i is the subject of a clause,
// not an object: a finite verb follows it.
func (r *reader) subjectAt(i int, u unit) bool {
	if r.is(i, "he", "she", "they", "we", "i", "there") || r.is(i, "it", "you") && i+1 < u.to && r.finiteAt(i+1) {
		return true
	}
	for k := i + 1; k < u.to && k < i+12; k++ {
		if r.quoteAt[k] != 0 || r.toks[k].Kind == token.Mark && !r.is(k, "'", "’", "-", ".") || r.has(stop, k) || r.has(who, k) || r.is(k, "to") {
			return false
		}
		if finite[r.lower(k)] {
			return true
		}
		if v, _, ok := r.verbAt(k); ok && v.forms&(past|present) != 0 && v.verb.class < classState && !nouns[r.lower(k)] {
			return true
		}
	}
	return false
}

// bare are verbs behind which a clause without "that" is sure.
var bare = words(`say insist argue believe think`)

var thats = words(`that whether how why what who where when which if`)

// thatBehind looks for "that" behind adverbials at token i: "said on Monday, in
// an interview, that".
func (r *reader) thatBehind(i int, u unit) (int, bool) {
	switch {
	case r.is(i, "to") && i+2 < u.to:
		if _, ok := r.nameAt(i + 1); !ok && !r.is(i+1, "the", "reporters", "journalists", "a", "his", "her", "him", "them") {
			return 0, false
		}
	case !r.is(i, "two", "three", "four", "five", "several", "earlier", "for", "by", ",", "last", "this", "on", "in", "at", "during", "via", "from", "before", "after", "while", "when", "as"):
		return 0, false
	}
	for k := i; k < u.to && k < i+22 && r.quoteAt[k] == 0; k++ {
		if r.is(k, "that", "whether") && k+1 < u.to {
			return k, true
		}
		if finite[r.lower(k)] || r.has(stop, k) && !r.is(k, "before", "after", "while", "when", "as") || r.pronoun(k) != "" {
			return 0, false
		}
	}
	return 0, false
}

// infinitiveBehind looks for "to" behind the noun phrase at token i.
func (r *reader) infinitiveBehind(i int, u unit) (int, bool) {
	for k := i; k < u.to && k < i+14 && r.quoteAt[k] == 0; k++ {
		if r.is(k, "to") && k > i {
			return k, true
		}
		if r.toks[k].Kind == token.Mark && !r.is(k, "'", "’", "-", ".") || finite[r.lower(k)] {
			return 0, false
		}
	}
	return 0, false
}

// passHearer passes over whom something is told: a pronoun, a name, or a noun
// phrase before "that", "to" or a clause.
func (r *reader) passHearer(a *attribution, i int, u unit) int {
	if r.pronoun(i) != "" || r.is(i, "me", "us", "him", "her", "them", "you", "reporters", "journalists", "voters", "supporters") {
		a.addressee = r.as(i, i+1)
		return r.passDay(i+1, u)
	}
	if m, ok := r.nameAt(i); ok && m.from == i {
		a.addressee = r.entities[m.entity].Name
		return r.passDay(m.to, u)
	}
	for k := i; k < u.to && k < i+14 && r.quoteAt[k] == 0; k++ {
		if k > i && r.has(prep, k-1) && thats[r.lower(k)] {
			return i
		}
		if k > i && (thats[r.lower(k)] || r.is(k, "to") || r.pronoun(k) != "" || r.is(k, "there", "i", "we")) {
			a.addressee = r.as(i, k)
			return k
		}
		if r.toks[k].Kind == token.Mark && !r.is(k, "'", "’", "-", ".") || finite[r.lower(k)] {
			break
		}
	}
	e := i
	for e < u.to && e < i+6 && r.quoteAt[e] == 0 && (e == i || r.toks[e].Capital() || r.toks[e-1].Kind == token.Mark || determiners[r.lower(e-1)]) {
		e++
	}
	a.addressee = r.as(i, e)
	return r.passDay(e, u)
}

// passDay passes over the time behind a hearer: "told reporters |on Monday".
func (r *reader) passDay(i int, u unit) int {
	if k, ok := r.thatBehind(i, u); ok {
		return k
	}
	k := i
	if r.is(k, "on", "last", "this") && r.has(day, k+1) {
		k++
	}
	for k < u.to && r.has(day, k) {
		k++
	}
	return k
}

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
		if r.is(i, ";", "—") || r.is(i, ",") && (!whole || r.turns(i+1, u)) {
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
	if v, _, ok := r.verbAt(k); ok && v.verb.class == classSay && (v.forms == gerund && v.verb.frames&(asQuote|asClause) == asQuote|asClause || k > i && v.forms&past != 0) {
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
	return ok && v.verb.class == classSay && v.forms&past != 0
}
