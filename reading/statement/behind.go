package statement

import (
	"slices"

	"coranto/reading/internal/token"
)

// behindVerb takes as content what stands behind the cue, by the verb's frames.
func (r *reader) behindVerb(a *attribution, v *verb, u unit) bool {
	i := a.cue[1]
	for i < u.to && (r.adverb(i) || r.is(i, "again", "also", "yesterday", "today", "later") || r.has(day, i) || r.dayPart(i)) && r.quoteAt[i] == 0 {
		i++
	}
	if k := r.passOccasion(i, u); k > i && k < u.to && bare[v.lemma] && (r.quoteAt[k] != 0 || r.subjectAt(k, u)) {
		i = k // "said |on Friday| he was late"
	}
	if i >= u.to {
		return false
	}
	next := r.lower(i)
	set := func(from int, whole bool) bool {
		clause := whole || r.nounClause(from, u)
		a.from, a.to, a.partial = from, r.contentEnd(from, u, clause && !a.subordinate), !whole
		for k := a.from; k < a.to && a.subordinate; k++ {
			if r.is(k, "-", "–", "—") && r.toks[k].Gap && k > a.from {
				a.to = k
			}
		}
		switch {
		case v.class == classNoun && !clause && !thats[r.lower(from)]:
			a.to = r.beforeVerb(from, a.to)
		case v.class == classNoun && next == "that":
			a.to = r.beforeSecondVerb(from, a.to)
		}
		return a.to > a.from && !(whole && a.to == a.from+1)
	}
	if r.is(i, "out", "up", "down", "off", "away", "back", "aside") && r.toks[i].Kind == token.Word && v.class < classState {
		return false // "shouted |out questions"
	}
	if next == "what" && r.saidWas(i, u) {
		return false // "showed |what X said was a gift": X says it
	}
	if v.frames&asThat != 0 {
		if thats[next] && !(next == "that" && r.is(i+1, "day", "week", "month", "year", "time", "night", "morning")) {
			return set(i, true)
		}
		if k, ok := r.thatBehind(i, u); ok && v.frames&asClause != 0 {
			r.passAddressee(a, u, i)
			return set(k, true)
		}
	}
	if v.frames&asTo != 0 && next == "to" {
		return set(i, false)
	}
	if v.preps[next] && !r.has(day, i+1) && !r.is(i+1, "condition") && !r.is(i+2, "condition") {
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
		return r.thatBehindHearer(a, i, u) && set(a.from, true) || set(i, false)
	}
	if v.frames&asHearer != 0 && r.thatBehindHearer(a, i, u) {
		return set(a.from, true)
	}
	if r.has(prep, i) || r.is(i, "and", "or", "but", "than", "so", "because", "as", "if", "when", "while", "since", "until", "though") {
		return false
	}
	if v.lemma == "add" && r.toks[i].Kind == token.Number {
		return false // "added 559,000 jobs"
	}
	if v.frames&asClause != 0 && (bare[v.lemma] || r.subjectAt(i, u)) {
		return set(i, true)
	}
	if v.frames&asNoun != 0 {
		return set(i, false)
	}
	return false
}

// beforeVerb returns where the noun phrase in tokens [from, to) ends before the
// verb whose subject it belongs to: "his claims of haste |were read".
func (r *reader) beforeVerb(from, to int) int {
	for k := from + 1; k < to; k++ {
		if r.quoteAt[k] != 0 || r.has(who, k) || r.has(stop, k) || r.pronoun(k) != 0 {
			return to
		}
		if r.finite(k) && !r.is(k, "being", "having", "do") {
			return r.passAux(k, from)
		}
	}
	return to
}

// beforeSecondVerb returns where the clause of a noun in tokens [from, to) ends
// before that noun's own verb: "his claim that it was late |is false".
func (r *reader) beforeSecondVerb(from, to int) int {
	seen := false
	for k := from + 1; k < to; k++ {
		switch {
		case r.quoteAt[k] != 0 || seen && (r.has(stop, k) || r.has(who, k) || r.pronoun(k) != 0 || r.is(k, "and", "or", "but", ",")):
			return to
		case !seen && (r.finite(k) || negated[r.lower(k)]):
			for seen = true; r.finite(k+1) || r.has(aux, k+1) || r.is(k+1, "'", "’", "t"); k++ {
			}
		case r.finite(k) && r.toks[k-1].Kind == token.Word && !r.has(aux, k-1) && !r.has(prep, k-1) && !r.is(k-1, "to"):
			return k
		}
	}
	return to
}

// saidWas tells whether "what X said was" stands at token i.
func (r *reader) saidWas(i int, u unit) bool {
	for k := i + 2; k+1 < u.to && k < i+10 && r.quoteAt[k] == 0 && !r.finite(k); k++ {
		if r.is(k, "said", "says", "claimed", "claims", "called", "described") {
			return r.is(k+1, "was", "were", "is", "are")
		}
	}
	return false
}

// passOccasion passes over when and by what means something is said: "on Friday",
// "in a statement".
func (r *reader) passOccasion(i int, u unit) int {
	for i < u.to && r.quoteAt[i] == 0 {
		k := i
		if r.is(k, "on", "late", "early", "in", "at", "last", "this") {
			k++
		}
		n := k
		for n < u.to && (n < len(r.timed) && r.timed[n] || r.has(day, n) || r.dayPart(n)) {
			n++
		}
		if n == k && r.is(i, "in", "on", "at", "during", "via") {
			for m := i + 1; m < u.to && m < i+8 && r.toks[m].Kind == token.Word && !r.finite(m); m++ {
				if r.has(channel, m) {
					n = m + 1
					for n < u.to && r.has(channel, n) {
						n++
					}
					break
				}
			}
		}
		if n == k {
			return i
		}
		i = n
	}
	return i
}

// dayPart tells whether token i is the part of a day named before it: "Monday
// |morning".
func (r *reader) dayPart(i int) bool {
	return r.is(i, "morning", "afternoon", "evening", "night") && r.has(day, i-1)
}

// nouns are forms of verbs that are as often the plural of a noun.
var nouns = words(`debates rates documents votes rules signs looks sounds covers counts links ties casts frames presents positions talks states tweets remarks posts claims reports calls plans needs notes views hopes fears doubts questions attacks offers details promises requests demands estimates projects aims wishes comments supports worries raises protests challenges quotes pledges threats warnings
suspects figures guesses voices objects pushes presses appeals pleads blogs advances forecasts jokes whispers shouts boasts reasons ventures signals highlights touts blames faults praises thanks advocates rules raps rips blasts slams mocks backs favors favours regrets`)

// nounClause tells whether the noun phrase at token i is a noun of saying with
// its clause: "his belief that ...".
func (r *reader) nounClause(i int, u unit) bool {
	for k := i + 1; k < u.to && k < i+8 && r.quoteAt[k] == 0 && r.toks[k].Kind == token.Word; k++ {
		if r.is(k, "that") {
			for _, v := range r.verbs[k-1] {
				if v.verb.class == classNoun {
					return true
				}
			}
			return r.is(k-1, "fact", "sense", "likelihood", "possibility", "charge", "principle")
		}
	}
	return false
}

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
		if r.finite(k) {
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
		if r.is(k, "“", "\"", "''", "``") || r.finite(k) || r.has(stop, k) && !r.is(k, "before", "after", "while", "when", "as") || r.pronoun(k) != 0 {
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
		if r.toks[k].Kind == token.Mark && !r.is(k, "'", "’", "-", ".") || r.finite(k) {
			return 0, false
		}
	}
	return 0, false
}

// thatBehindHearer reads "warned |residents that": whom, and where what is said
// begins.
func (r *reader) thatBehindHearer(a *attribution, i int, u unit) bool {
	var told attribution
	k := r.passHearer(&told, i, u)
	if k == i || k >= u.to || !r.is(k, "that") || slices.ContainsFunc(r.toks[i:k], func(t token.Token) bool { return t.In(r.text) == "," }) {
		return false
	}
	a.addressee, a.from = told.addressee, k
	return true
}

// passHearer passes over whom something is told: a pronoun, a name, or a noun
// phrase before "that", "to" or a clause.
func (r *reader) passHearer(a *attribution, i int, u unit) int {
	if r.has(prep, i) {
		return i // "people briefed |on the talks"
	}
	if !r.possessive(i) && (r.pronoun(i) != 0 || r.is(i, "me", "us", "him", "her", "them", "you", "reporters", "journalists", "voters", "supporters")) {
		a.addressee = r.as(i, i+1)
		return r.passDay(i+1, u)
	}
	if m, ok := r.nameAt(i); ok && m.from == i && !r.possessive(i) {
		a.addressee = r.entities[m.entity].Name
		if m.to < u.to && r.many(m.to) {
			a.addressee = r.as(i, m.to+1) // "Holt Works |employees"
			return r.passDay(m.to+1, u)
		}
		return r.passDay(r.passTitle(m.to, u), u)
	}
	for k := i; k < u.to && k < i+14 && r.quoteAt[k] == 0; k++ {
		if k > i && r.has(prep, k-1) && thats[r.lower(k)] {
			return i
		}
		if k > i && (thats[r.lower(k)] || r.is(k, "to") || r.pronoun(k) != 0 || r.is(k, "there", "i", "we")) {
			a.addressee = r.as(i, r.withoutTime(i, k))
			return k
		}
		if r.toks[k].Kind == token.Mark && !r.is(k, "'", "’", "-", ".") || r.finite(k) {
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

// possessive tells whether "her" at token i owns what follows: "told |her
// colleagues that".
func (r *reader) possessive(i int) bool {
	if r.is(i, "his", "its", "their", "my", "our", "your") {
		return true
	}
	t := i + 1
	return r.is(i, "her") && t < len(r.toks) && r.quoteAt[t] == 0 && r.toks[t].Kind == token.Word && r.toks[t].Shape == token.Lower && !r.has(stop, t) && !r.has(prep, t) && !determiners[r.lower(t)] && r.pronoun(t) == 0 && !r.finite(t) && !r.has(aux, t) && !r.has(day, t) && !r.is(t, "to", "i", "we", "you", "there", "again", "later", "not")
}

// withoutTime returns where a phrase in tokens [from, to) ends before the day
// that follows it: "the council |on Tuesday".
func (r *reader) withoutTime(from, to int) int {
	for k := from + 1; k < to; k++ {
		if r.has(day, k) || r.timed[k] || r.is(k, "last", "this", "on") && (r.has(day, k+1) || k+1 < to && r.timed[k+1]) {
			for k > from+1 && r.is(k-1, "on", "in", "late", "early") {
				k--
			}
			return k
		}
	}
	return to
}

// passTitle passes over the title of a programme behind a name: "told Meridian's
// “Morning Hour”".
func (r *reader) passTitle(i int, u unit) int {
	k := i
	if r.is(k, "'", "’") && r.is(k+1, "s") {
		k += 2
	}
	if k < u.to && r.quoteAt[k] != 0 && r.isTitle(int(r.quoteAt[k])-1) {
		return r.endOf(int(r.quoteAt[k]) - 1)
	}
	return i
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
	for k < u.to && (r.has(day, k) || r.dayPart(k)) {
		k++
	}
	return k
}
