package statement

import (
	"slices"
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// phrase is a noun phrase: tokens [from, to), of which [from, core) come before
// an apposition ("Yury Dahl|, an aide on trade").
type phrase struct{ from, core, to int }

const (
	longestPhrase     = 28 // tokens
	longestApposition = 40
)

// before returns the noun phrase that ends right before token c, no further
// left than lo, past auxiliaries and adverbs; and what stands there.
func (r *reader) before(c, lo int) (phrase, bool) {
	p, ok := r.rightBefore(c, lo)
	if ok && r.nameIn(p) {
		if k := r.afterQuote(c, lo); k > lo && k < p.from {
			if q, found := r.headed(c, k); found {
				return q, true // “...,” |Dana Holt, of Vessholm, Velmark, and a minister, said
			}
		}
		return p, ok
	}
	if q, found := r.headed(c, lo); found {
		return q, true
	}
	return p, ok
}

// afterQuote returns the token behind the last quotation before token c, lo where
// none is near.
func (r *reader) afterQuote(c, lo int) int {
	for k := c - 1; k >= lo && c-k < longestApposition; k-- {
		if r.quoteAt[k] != 0 {
			return k + 1
		}
	}
	return lo
}

// nameIn tells whether a name stands in a phrase before its apposition.
func (r *reader) nameIn(p phrase) bool {
	if r.pronoun(p.from) != 0 {
		return true
	}
	for i := p.from; i < p.core; i++ {
		if m, ok := r.nameAt(i); ok && !m.ref {
			return true
		}
	}
	return false
}

// rightBefore is before, of phrases with one apposition.
func (r *reader) rightBefore(c, lo int) (phrase, bool) {
	e := r.passAux(c, lo)
	p := phrase{to: e, core: e}
	if e > lo && r.is(e-1, ",") && r.bracket(e-1, lo) < e-1 {
		e--
		p.to, p.core = e, e
	}
	if k := r.bracket(e, lo); k < e {
		p.core, e = k, k // "Dana Holt (Velm)"
	}
	if e > lo && r.pronoun(e-1) != 0 && r.quoteAt[e-1] == 0 {
		p = phrase{e - 1, e, p.to}
		begins := e-1 == lo || r.quoteAt[e-2] != 0 || r.toks[e-2].Kind == token.Mark || r.has(stop, e-2) || r.is(e-2, "and", "but", "then")
		return p, begins
	}
	if e > lo && (r.has(who, e-1) || r.is(e-1, "and", "or", "but", "then", "to") || r.is(e-1, "s") && r.is(e-2, "'", "’")) {
		return p, false
	}
	if e > lo && r.is(e-1, ",", "،") && r.quoteAt[e-1] == 0 {
		k := e - 2
		for k > lo && e-k < longestApposition && r.quoteAt[k] == 0 && !r.is(k, ",", "،") && !r.breaks(k) {
			k--
		}
		if k <= lo || !r.is(k, ",", "،") || k == e-2 || r.quoteAt[k] != 0 {
			return p, false
		}
		p.core, p.to = r.bracket(k, lo), e-1
	}
	if e > lo+2 && r.is(e-1, "—", "–", "-", "--") && r.toks[e-1].Gap && r.quoteAt[e-1] == 0 {
		for k := e - 2; k > lo && e-k < longestApposition && r.quoteAt[k] == 0 && !isTerminal(r.toks[k].In(r.text)); k-- {
			if r.is(k, "—", "–", "-", "--") && r.toks[k].Gap {
				p.core, p.to = k, e-1 // "Dana Holt - who had met them - said"
				break
			}
		}
	}
	s := p.core
	for s > lo && p.core-s < longestPhrase && r.inPhrase(s-1) {
		s--
	}
	for s < p.core && (r.is(s, "and", "but", "yet", "so", "then", "meanwhile", "und", "et", "y", "e", "en", "а", "и", "но") || r.adverb(s) && !r.is(s, "only", "early", "family")) {
		s++
	}
	for k := s; k < p.core && r.timed[k]; k++ { // "last year |Dana Holt"
		if k+1 < p.core && !r.timed[k+1] && r.toks[k+1].Kind == token.Word && (r.toks[k+1].Capital() || determiners[r.lower(k+1)]) {
			s = k + 1
		}
	}
	if s-3 >= lo && r.is(s-1, ",") && determiners[r.lower(s-3)] && determiners[r.lower(s-2)] && r.toks[s].Shape == token.Lower {
		s -= 3 // "A fifth, military source"
	}
	if m, ok := r.nameEnding(s - 1); ok && p.core > s && p.to > p.core && s-1 > lo && r.is(s-1, ",") && determiners[r.lower(s)] && !r.is(s, "a", "an", "another") && !m.ref && r.entities[m.entity].Type == coranto.Person {
		// two appositions: "Jan Korr, the minister of trade, one of the founders,"
		p.core = s - 1
		for s = p.core; s > lo && p.core-s < longestPhrase && r.inPhrase(s-1); s-- {
		}
	}
	if m, ok := r.nameEnding(s - 1); ok && !m.ref && p.to > p.core && m.from >= lo && r.is(s-1, ",") && r.entities[m.entity].Type == coranto.Organisation && r.onGround(s, p.core) {
		s, p.core = m.from, s-1 // "Holt Works, |Vessholm, Velmark, said"
	}
	if core, ok := r.seated(s, p, lo); ok {
		for s, p.core = core, core; s > lo && p.core-s < longestPhrase && r.inPhrase(s-1); s-- {
		}
	}
	p.from = s
	if s > lo && p.core == e && e-s < longestPhrase && r.is(s-1, "who", "whose") && r.quoteAt[s-1] == 0 && s > lo+1 && !r.is(s-2, ",") {
		// "an official |who asked not to be named"
		if q, ok := r.before(s-1, max(lo, s-longestPhrase)); ok {
			return phrase{q.from, q.core, p.to}, true
		}
	}
	if s >= p.core {
		return p, false
	}
	if s > lo && r.is(s-1, "before", "after") && r.quoteAt[s-1] == 0 {
		// "officials |who met before the attack| said"
		for w := s - 2; w > lo && s-w < longestPhrase && r.inPhrase(w) || r.is(w, "who") && w > lo; w-- {
			if r.is(w, "who") {
				q, ok := r.before(w, lo)
				return phrase{q.from, q.core, p.to}, ok
			}
		}
	}
	if r.has(prep, s) && !r.is(s+1, "least") && !(r.is(s, "about", "over", "around", "under") && (r.toks[s+1].Kind == token.Number || r.is(s+1, "half", "one", "two", "three", "four", "six", "a"))) {
		// "In Velm the minister said": keep the name at the end, if one stands there
		m, ok := r.nameEnding(p.core)
		if !ok || m.from <= s {
			return p, false
		}
		p.from = m.from
	}
	return p, r.nominal(p)
}

// adverb tells whether token i is an English adverb that may stand between
// speaker and cue.
func (r *reader) adverb(i int) bool {
	w := r.lower(i)
	return r.code == "en" && len(w) > 4 && strings.HasSuffix(w, "ly") && r.toks[i].Shape == token.Lower && !r.is(i, "family", "ally", "early", "rally", "tally", "bully", "belly", "folly", "anomaly", "monopoly", "butterfly", "jelly", "homily", "daily", "weekly", "monthly", "assembly", "supply", "reply", "july", "italy", "elderly")
}

// inPhrase tells whether token i may lie inside a noun phrase.
func (r *reader) inPhrase(i int) bool {
	if r.quoteAt[i] != 0 {
		return false
	}
	if r.toks[i].Kind == token.Mark {
		if r.is(i, "-") && r.toks[i].Gap {
			return false
		}
		return r.is(i, "-", "‑", "'", "’", "&", "/", "$", "%", "·", "•") || r.is(i, ".") && i > 0 && i+1 < len(r.toks) && !r.starts[i+1] && r.toks[i-1].Capital()
	}
	return !r.has(stop, i) && !r.has(who, i) && !r.cueWord(i)
}

// cueWord tells whether token i is a cue by form, other than one used as a noun
// or adjective.
func (r *reader) cueWord(i int) bool {
	k, _, ok := r.cueAt(i)
	return ok && k != name && !(i > 0 && r.is(i-1, "the", "a", "an", "its", "his", "her", "their", "'s", "former"))
}

// breaks tells whether token i cannot lie in an apposition.
func (r *reader) breaks(i int) bool {
	return r.is(i, ";", ":", "?", "!") || r.is(i, ".") && (i+1 >= len(r.toks) || r.starts[i+1]) || r.cueWord(i)
}

// nominal tells whether a phrase can be who speaks.
func (r *reader) nominal(p phrase) bool {
	n := p.core - p.from
	first := r.toks[p.from]
	if first.Kind == token.Mark {
		return false
	}
	if n == 1 && r.pronoun(p.from) != 0 {
		return true
	}
	w := r.lower(p.from)
	if r.pronoun(p.from) != 0 || unspeaking[w] || n == 1 && articles[w] {
		return false
	}
	if _, ok := r.nameEnding(p.core); ok {
		return !r.verbal(p)
	}
	if r.code == "de" && r.is(p.from-1, ",") && r.article(p.from) && slices.ContainsFunc(r.kinds[p.from+1:p.core], func(k kind) bool { return k&prep != 0 }) {
		return false // ", die von einem Brand berichtete"
	}
	if r.code != "en" {
		return n <= 12 && (first.Shape == token.Caseless || r.has(det, p.from) || slices.ContainsFunc(r.toks[p.from:p.core], token.Token.Capital))
	}
	last := r.toks[p.core-1]
	if r.is(p.core-1, ".") && n > 1 && r.toks[p.core-2].Capital() {
		last = r.toks[p.core-2] // "Dana Holt Jr."
	}
	if last.Kind != token.Word && last.Kind != token.Number || r.verbal(p) {
		return false
	}
	if first.Capital() && last.Capital() && !r.starts[p.from] {
		return true
	}
	if determiners[w] || first.Capital() && n > 1 {
		return !r.is(p.from, "no")
	}
	if n == 1 && first.Capital() && !r.has(stop, p.from) && !r.has(prep, p.from) && !r.has(aux, p.from) && !r.has(day, p.from) && !r.adverb(p.from) {
		return !opening[w]
	}
	// bare plurals: "officials", "two diplomats", "police"
	l := r.lower(p.core - 1)
	return n <= 18 && (first.Kind == token.Number || (strings.HasSuffix(l, "s") || strings.HasSuffix(w, "s") && r.has(prep, p.from+1)) && !strings.HasSuffix(l, "ss") && !r.is(p.core-1, "this", "his", "was", "is", "has") || l == "police" || l == "people" || l == "men" || l == "women")
}

// verbal tells whether a phrase holds a word that makes it a clause.
func (r *reader) verbal(p phrase) bool {
	for i := p.from; i < p.core; i++ {
		if r.finite(i) && r.toks[i].Shape == token.Lower {
			return true
		}
	}
	return false
}

var (
	determiners = words(`the a an this these those another some many several few most all both one two three four five six seven eight nine ten dozens hundreds thousands his her its their our my no every each other
senior top former local state federal government western israeli first second third fourth fifth sixth`)
	articles   = words(`the a an my our your no every`)
	unspeaking = words(`there this that which what who it's here having being i we you nobody noone everybody everyone someone nothing something anything everything not`)
	opening    = words(`however still meanwhile instead indeed yet also perhaps maybe here now then thus therefore moreover furthermore nevertheless nonetheless besides otherwise hence elsewhere overall today tonight yesterday tomorrow please sure yes no asked`)
	finite     = words(`is are was were be been being has have had do does did will would can could may might must shall should isn't wasn't
went came got made took gave became began left met held sent saw knew thought found put ran won lost led let remains remained becomes seems stands lives works`)
)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// nameEnding returns the mention that ends at token end.
func (r *reader) nameEnding(end int) (mark, bool) {
	if end <= 0 || end > len(r.toks) || r.names[end-1] == 0 {
		return mark{}, false
	}
	m := r.marks[r.names[end-1]-1]
	return m, m.to == end
}

// nameAt returns the mention that token i lies in.
func (r *reader) nameAt(i int) (mark, bool) {
	if i < 0 || i >= len(r.toks) || r.names[i] == 0 {
		return mark{}, false
	}
	return r.marks[r.names[i]-1], true
}

// behind returns the noun phrase and cue right behind token i, as in
// `"...," |Dana Holt said`, no further than hi; cue is the cue's first token.
func (r *reader) behind(i, hi int) (p phrase, cue int, ok bool) {
	for c := i; c < hi && c < i+longestPhrase+longestApposition && r.quoteAt[c] == 0; c++ {
		if isTerminal(r.toks[c].In(r.text)) && (c+1 >= len(r.toks) || r.starts[c+1]) {
			return phrase{}, 0, false
		}
		k, _, is := r.cueAt(c)
		if !is || k&(say|ask) == 0 {
			continue
		}
		if c == i {
			p, ok = r.after(c + 1)
			return p, c, ok
		}
		p, ok = r.before(c, i)
		return p, c, ok && p.from == i
	}
	return phrase{}, 0, false
}

// after returns the noun phrase that begins at token i, behind an inverted cue
// or "according to".
func (r *reader) after(i int) (phrase, bool) {
	for i < len(r.toks) && (r.has(aux, i) || r.has(day, i) || r.adverb(i) || r.code == "fr" && r.is(i, "-")) && r.quoteAt[i] == 0 {
		i++
	}
	p := phrase{from: i, core: i, to: i}
	if i >= len(r.toks) || r.quoteAt[i] != 0 || r.toks[i].Line {
		return p, false
	}
	e := i
	for e < len(r.toks) && e-i < longestPhrase && !r.toks[e].Line && r.inPhrase(e) {
		if e > i && (r.has(prep, e) && !r.ofPhrase(e) || r.has(day, e) || r.code == "de" && r.is(e, "die", "das", "den", "dem")) {
			break
		}
		e++
		if m, ok := r.nameEnding(e); ok && m.from >= i && !m.ref && r.entities[m.entity].Type == coranto.Person && !r.is(e, "'", "’", "-") && !(r.is(e, "and") && !r.cueFollows(e)) && !r.goesOn(e) {
			break
		}
		if r.code == "zh" || r.code == "ja" {
			if e-i > 12 {
				break
			}
		}
	}
	for e > i && r.is(e-1, "and", "late", "early", "last", "this", "on", "in", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "earlier", "later") {
		e--
	}
	p.core, p.to = e, e
	if e == i {
		return p, false
	}
	if r.is(e, ",", "،") && r.quoteAt[e] == 0 {
		k := e + 1
		for k < len(r.toks) && k-e < longestApposition && r.quoteAt[k] == 0 && !r.toks[k].Line && !r.is(k, ",", "،", ";", ":", "—", "–") && !(isTerminal(r.toks[k].In(r.text)) && (k+1 >= len(r.toks) || r.starts[k+1])) {
			k++
		}
		if m, ok := r.nameAt(e + 1); ok && m.from == e+1 && !m.ref && r.entities[m.entity].Type == coranto.Person && !r.is(m.to, "'", "’") {
			p.to = m.to
		} else if k > e+1 && r.apposed(e+1) {
			p.to = k
		}
	}
	return p, r.nominal(p)
}

// goesOn tells whether the word at e carries on a phrase that a name begins
// ("Lind |campaign manager Jan Korr").
func (r *reader) goesOn(e int) bool {
	return r.code == "en" && e < len(r.toks) && r.quoteAt[e] == 0 && r.toks[e].Kind == token.Word && !r.toks[e].Line && r.toks[e].Shape == token.Lower && !r.has(prep, e) && !r.has(stop, e) && !r.has(who, e) && !r.has(aux, e) && !r.adverb(e) && !r.is(e, "and", "last", "this", "earlier", "today", "yesterday", "tuesday", "early", "late", "next")
}

func (r *reader) cueFollows(e int) bool {
	_, _, ok := r.cueAt(e + 1)
	return ok
}

// ofPhrase tells whether the preposition at i carries the noun phrase on:
// "head of the agency", "spokesman for the army".
func (r *reader) ofPhrase(i int) bool {
	return r.is(i, "of", "for", "du", "de", "des", "del", "di", "do", "da", "van", "от", "der", "des") || r.is(i, "at", "with", "from", "in") && r.toks[i-1].Shape == token.Lower && !r.has(aux, i-1) && r.is(i-1, "professor", "analyst", "expert", "researcher", "fellow", "director", "economist", "strategist", "official", "source", "officials", "sources", "diplomat", "scientist", "lecturer", "partner", "reporter", "lawyer", "doctor", "officer", "spokesman", "spokeswoman", "spokesperson")
}

// apposed tells whether the words at i say who somebody is.
func (r *reader) apposed(i int) bool {
	if r.code != "en" {
		return false
	}
	if r.is(i, "a", "an", "the", "former", "also", "his", "her", "its", "who", "whose", "head", "chief", "director", "president", "chairman", "chairwoman", "secretary", "minister", "spokesman", "spokeswoman", "co-founder", "founder", "professor", "executive", "senior", "deputy", "vice", "one") {
		return true
	}
	return r.toks[i].Kind == token.Number && r.is(i+1, ",")
}

// span covers tokens [from, to).
func (r *reader) span(from, to int) coranto.Span {
	return coranto.Span{Start: r.toks[from].Start, End: r.toks[to-1].End}
}

// as returns the words of tokens [from, to) with single blanks.
func (r *reader) as(from, to int) string {
	if from >= to {
		return ""
	}
	return strings.Join(strings.Fields(r.span(from, to).In(r.text)), " ")
}
