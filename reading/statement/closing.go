package statement

import (
	"strings"

	"coranto/reading/internal/token"
)

// asTold reads "As X reported, ..." and "As reported by X, ...".
func (r *reader) asTold(c, lo int, u unit) (a attribution, ok bool) {
	v, end, is := r.verbAt(c)
	if !is || v.verb.frames&asThat == 0 || v.verb.class > classShow || r.passive(c, lo) && !r.is(end, "by") {
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
	if behind+1 >= u.to || !r.is(behind, ",") {
		return a, false
	}
	a.source = p
	if r.quoteNext(behind+1, u) {
		a.from, a.quoted = behind+1, []int{int(r.quoteAt[behind+1]) - 1}
		a.to = r.endOf(a.quoted[0])
		r.moreRight(&a, u)
	} else if a.from, a.to = behind+1, r.contentEnd(behind+1, u, true); !r.clauseIn(a.from, u.to) {
		return a, false
	}
	a.who, ok = r.speakerOf(p, u)
	return a, ok && a.to > a.from
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
		a.cue[0] = r.cueFrom(p.to, c)
	}
	if comma <= lo || r.quoteAt[comma] != 0 {
		return a, false
	}
	a.from, a.to = r.clauseStart(lo, comma), comma
	if a.from > u.from && r.quoteAt[a.from-1] != 0 && !r.clauseIn(a.from, a.to) {
		return a, false // what a quotation has left of a clause
	}
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
		k := behind + 1
		if !r.is(behind, ",") || k+4 > u.to || r.quoteAt[k] != 0 || r.is(k, "who", "whose", "which", "and", "but", "while", "as", "although", "though", "adding", "according", "a", "an", "the") || strings.HasSuffix(r.lower(k), "ed") || strings.HasSuffix(r.lower(k), "ing") {
			return a, false
		}
		a.from, a.to = k, r.contentEnd(k, u, true) // "In the end, X said, voters stay"
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
	return r.clauseIn(i, u.to) || r.is(i, "by") && strings.HasSuffix(r.lower(i+1), "ing") // "X said, |by doing so"
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
		if r.pronoun(i) != 0 || r.finite(i) || r.is(i, "that", "i", "we", "you", "there") {
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
