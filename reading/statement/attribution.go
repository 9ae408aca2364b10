package statement

import (
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// attribution is a cue with its source and the content that it governs, all as
// tokens. Content is [from, to), in which quotations may lie; quoted are the
// quotations that are the whole content, nil for a reported clause.
type attribution struct {
	cue         [2]int
	source      phrase
	who         speaker
	from, to    int
	rest        [2]int // the other half of a clause that the cue interrupts
	quoted      []int
	addressee   string
	behind      bool   // the cue follows its content
	verb        *verb  // of reported speech; nil when a quotation is told
	partial     bool   // the content is no clause
	negated     bool   // "did not say"
	supposed    bool   // "should say"
	followed    bool   // a quotation behind another's cue
	relayed     string // by whom
	subordinate bool   // "when X said ...", which a comma ends
	relative    bool   // "who said ...", behind which the verb of whom it is about may follow
	dangling    bool   // "which X said ...": the words lack a part
	label       bool   // a name and a colon before words without quotation marks
	loose       bool   // read without a frame
	also        [2]int // words that belong to the cue: "|quoted by X as| saying"
	index       int    // of its statement
}

// readUnit finds the attributions of a unit and keeps those that are statements.
func (r *reader) readUnit(u unit) {
	var done []attribution
	free := r.afterDateline(u) // content to the left begins here
	r.heard, r.blocked = speaker{}, 0
	if a, ok := r.readAwaited(u); ok && r.keep(&a, u, false) {
		done = append(done, a)
		free = a.to
	}
	if a, ok := r.readLabel(u); ok && r.keep(&a, u, true) {
		done = append(done, a)
		free = a.to
	}
	if quoted := r.readQuoted(u, free); quoted != nil {
		done = append(done, quoted...)
		free = quoted[len(quoted)-1].to
	}
	if a, ok := r.readSigned(u); ok && r.keep(&a, u, false) {
		done = append(done, a)
		free = u.to
	}
	for c := u.from; c < u.to; c++ {
		if r.quoteAt[c] != 0 || c < free && len(done) > 0 && done[0].cue[1] == done[0].from {
			continue
		}
		k, end, ok := r.cueAt(c)
		if !ok {
			continue
		}
		a := attribution{cue: [2]int{c, end}}
		if r.attribute(&a, k, u, free, done) && r.keep(&a, u, r.code != "en") {
			done = append(done, a)
			free = max(a.to, end, a.source.to, a.rest[1])
		}
		free = max(free, r.blocked)
		c = end - 1
	}
	done = r.readAnnounced(u, free, r.readAnyCue(u, done))
	if len(done) == 0 {
		r.carryOn(u)
	}
	r.remember(u, r.readReported(u, r.afterDateline(u), done))
	r.await(u)
}

// afterDateline passes over a paragraph's dateline: "VELM, 3 May (Agency) -".
func (r *reader) afterDateline(u unit) int {
	if !u.line || u.from >= u.to || !r.toks[u.from].Capital() {
		return u.from
	}
	if m, ok := r.nameAt(u.from); ok && r.entities[m.entity].Type == coranto.Person {
		return u.from
	}
	for i := u.from; i < u.to && i < u.from+14 && r.quoteAt[i] == 0; i++ {
		switch {
		case r.is(i, ":") && i <= u.from+4 && r.toks[u.from].Shape == token.Upper, r.is(i, "-", "–", "—", "--") && r.toks[i].Gap && i+1 < u.to && r.toks[i+1].Gap, r.is(i, "_", "-", "–", "—", "--") && r.is(i-1, ")"):
			return i + 1
		case r.toks[i].Kind == token.Word && r.toks[i].Shape == token.Lower:
			return u.from
		}
	}
	return u.from
}

// attribute fills a in; false when source or content is not plain.
func (r *reader) attribute(a *attribution, k kind, u unit, free int, done []attribution) bool {
	switch k {
	case by:
		return r.accordingTo(a, u, free)
	case name:
		return r.naming(a, u, free, done)
	}
	c := a.cue[0]
	if k != ing && r.code == "en" && c > free && r.is(c-1, "was", "were", "been", "be", "being", "is", "are") || k != ing && r.code == "en" && c > free && r.is(c-1, "to") && r.passAux(c, free) == c {
		return false // was told, to say
	}
	if k == say && nouns[r.lower(c)] && r.owned(c) {
		return false // "his repeated |claims"
	}
	p, ok := r.before(c, free)
	turned := r.turned(c, free)
	if turned {
		ok = false
	}
	if k == ing && !(ok && c > 0 && r.is(c-1, "is", "was", "are", "were", "been", "kept", "be")) {
		if c > free && r.toks[c-1].Kind != token.Mark && !r.has(prep, c-1) && !r.adverb(c-1) && !r.is(c-1, "and", "while", "by") {
			if !ok {
				return false // "a sign saying"
			}
			a.source = p
			if a.who, ok = r.speakerOf(p, u); !ok {
				return false
			}
			a.who.unsure = a.who.entity < 0
			return r.contentRight(a, u)
		}
		if !r.sourceOf(a, u, done) {
			return false
		}
		return r.contentRight(a, u)
	}
	if ok {
		a.source = p
		if a.who, ok = r.speakerOf(p, u); !ok {
			r.blocked = a.cue[1]
			return false
		}
		r.heard = a.who
		if ahead := r.is(a.cue[1], ":") && r.quoteNext(a.cue[1], u); !ahead && r.contentLeft(a, u, free, p.from) {
			r.passAddressee(a, u, a.cue[1])
			return k != ask || a.quoted != nil
		}
		if k == ask {
			return r.contentRight(a, u) && a.quoted != nil
		}
		if p.from > u.from && r.is(p.from-1, "that", "which", "who", "as", "than") && r.quoteAt[a.cue[1]] == 0 {
			// "the plan that he said ...", "as he said ...": only what is quoted
			return r.contentRight(a, u) && a.quoted != nil
		}
		return r.contentRight(a, u)
	}
	// inverted: "...," said X
	if q, ok := r.after(a.cue[1]); ok {
		a.source = q
		if left := r.contentLeft(a, u, free, r.passAux(c, free)); left {
			a.who, ok = r.speakerOf(q, u)
			return ok && (a.quoted != nil || r.trails(q.to, u))
		}
		if r.code != "en" && c <= u.from+2 || turned {
			if a.who, ok = r.resolve(q, u); ok {
				return r.contentRightFrom(a, u, q.to)
			}
		}
	}
	if r.code != "en" && c == u.from && r.is(a.cue[1], ":") && r.memory.set && r.memory.upto == u.from {
		// "وأضاف: ...", who spoke or acted last
		a.source, a.who = phrase{c, a.cue[1], a.cue[1]}, r.memory.last
		return r.contentRight(a, u)
	}
	// "X said ... and added that ..."
	if c > free && r.is(c-1, "and", "but", "also", "then") && (len(done) > 0 || r.code == "en") && r.sourceOf(a, u, done) {
		return r.contentRight(a, u)
	}
	return false
}

// passAux passes back over the words that stand between a subject and the verb at c.
func (r *reader) passAux(c, lo int) int {
	for c > lo && r.quoteAt[c-1] == 0 {
		switch {
		case r.toks[c-1].Kind == token.Word && (r.has(aux, c-1) || r.adverb(c-1)):
			c--
		case r.is(c-1, "since") && c-2 > lo && r.is(c-2, "has", "have", "had"):
			c--
		case r.is(c-1, "to") && c-2 > lo && r.has(semi, c-2):
			c -= 2 // "continued to"
		case r.is(c-1, "to") && c-3 > lo && r.is(c-2, "on") && r.is(c-3, "went", "goes", "gone"):
			c -= 3
		case r.is(c-1, "week", "month", "year", "night", "weekend") && c-2 > lo && r.is(c-2, "last", "this"), r.has(day, c-1) && c-2 > lo && r.is(c-2, "on"):
			c -= 2
		case r.has(day, c-1) && c-1 > lo && !r.is(c-2, ","):
			c--
		case r.is(c-1, "t") && c-3 > lo && r.is(c-2, "'", "’") && negated[r.lower(c-3)]:
			c -= 3 // "didn't"
		default:
			return c
		}
	}
	return c
}

// negated are verbs before "n't".
var negated = words(`didn don doesn hasn haven hadn isn wasn weren aren couldn wouldn won can shouldn`)

// sourceOf gives a the source of the cue before it in the unit, or who leads
// the unit.
func (r *reader) sourceOf(a *attribution, u unit, done []attribution) bool {
	if len(done) > 0 {
		a.source, a.who = done[len(done)-1].source, done[len(done)-1].who
		return true
	}
	u.from = max(r.afterDateline(u), r.afterAsked(u))
	for i := a.cue[0] - 1; i > u.from; i-- { // "X said, adding ..."
		if k, _, ok := r.cueAt(i); !ok || k != say || r.quoteAt[i] != 0 {
			continue
		}
		p, ok := r.before(i, u.from)
		if ok {
			a.source = p
			a.who, ok = r.speakerOf(p, u)
			return ok
		}
		break
	}
	if s, p, ok := r.subject(u, a.cue[0]); ok {
		a.source, a.who = p, s
		return true
	}
	for i := u.from + 1; i < a.cue[0]; i++ {
		if r.finiteAt(i) {
			p, ok := r.before(i, u.from)
			if !ok {
				return false
			}
			a.source = p
			a.who, ok = r.speakerOf(p, u)
			return ok
		}
	}
	return false
}

// subject returns who leads the unit, with its words.
func (r *reader) subject(u unit, end int) (speaker, phrase, bool) {
	from := u.from
	if from < end && r.pronoun(from) != 0 && r.quoteAt[from] == 0 {
		p := phrase{from, from + 1, from + 1}
		s, ok := r.speakerOf(p, u)
		return s, p, ok
	}
	s, ok := r.leading(u, end)
	if !ok {
		return speaker{}, phrase{}, false
	}
	for i := u.from; i < end; i++ {
		if m, in := r.nameAt(i); in && m.entity == s.entity && r.quoteAt[i] == 0 {
			return s, phrase{m.from, m.to, m.to}, true
		}
	}
	return speaker{}, phrase{}, false
}

// naming reads `X called it "..."` and `was described as "..." by X`.
func (r *reader) naming(a *attribution, u unit, free int, done []attribution) bool {
	c := a.cue[0]
	q, k := -1, a.cue[1]
	plain := r.is(c, "called", "calls", "calling")
	for ; k < u.to && k < a.cue[1]+24; k++ {
		if n := r.quoteAt[k]; n != 0 {
			q = int(n) - 1
			break
		}
		if _, _, ok := r.cueAt(k); ok || r.is(k, ",", ";") || !plain && (k > a.cue[1]+14 || r.is(k, "who", "which", "that", "for")) {
			return false
		}
	}
	if q < 0 || r.used[q] || r.isTitle(q) {
		return false
	}
	if !r.is(c, "calling", "branding", "dubbing", "labelling", "labeling", "called", "calls", "dubbed", "branded", "labelled", "labeled", "termed", "deemed") {
		as := r.code != "en"
		for i := a.cue[1]; i < k; i++ {
			as = as || r.is(i, "as")
		}
		if !as {
			return false
		}
	}
	a.from, a.to, a.quoted = k, r.endOf(q), []int{q}
	if c > free && r.is(c-1, "is", "was", "are", "were", "been", "being", "be") || c > free+1 && r.adverb(c-1) && r.is(c-2, "was", "were", "been") {
		if !r.is(a.to, "by") {
			return false
		}
		p, ok := r.after(a.to + 1)
		if ok {
			a.source = p
			a.who, ok = r.resolve(p, u)
		}
		return ok
	}
	p, ok := r.before(c, free)
	if strings.HasSuffix(r.lower(c), "ing") && !(ok && r.is(c-1, "is", "was", "are", "were", "been")) {
		if n := a.cue[1]; c > free && r.toks[c-1].Kind != token.Mark && !r.is(c-1, "and", "by", "while", "in", "for", "without") || r.quoteAt[n] == 0 && r.toks[n].Shape == token.Lower && r.pronoun(n) == 0 && !r.is(n, "him", "her", "them", "himself", "herself", "me", "us") && !determiners[r.lower(n)] {
			return false // "the |branding firm"
		}
		return r.sourceOf(a, u, done)
	}
	if !ok {
		if s, q, found := r.subject(u, c); found && c > free && r.is(c-1, "and") {
			a.source, a.who = q, s
			return true
		}
		return false
	}
	a.source = p
	a.who, ok = r.resolve(p, u)
	if a.who.entity < 0 && r.code == "en" && p.to == c && !r.toks[p.core-1].Capital() && r.is(c, "called", "dubbed", "termed", "labelled", "labeled", "branded") {
		return false // "a group called ..."
	}
	return ok
}
