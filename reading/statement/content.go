package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
	"coranto/reading/internal/token"
)

// contentLeft takes as content what stands before token end, where the source
// (or an inverted cue) begins.
func (r *reader) contentLeft(a *attribution, u unit, free, end int) bool {
	p := end - 1
	for p >= free && r.quoteAt[p] == 0 && (r.is(p, ",", "—", "–", "-", "，", "،") || r.code == "fr" && r.is(p, "t", "a", "ont")) {
		p--
	}
	if p < free {
		return false
	}
	if q := int(r.quoteAt[p]) - 1; q >= 0 {
		if p == end-1 && !r.yields(q) && !r.clausal(q) || r.used[q] {
			return false
		}
		sentence := r.capitalised(q) && r.clausal(q) && len(strings.Fields(inner(r.text, r.quotes[q].spans[0]))) >= 4 && r.closed(max(a.cue[1], a.source.to), u) // “We will wait for them” Dana Holt said
		start := r.firstToken(q)
		a.behind = true
		if start <= free || r.leadIn(start, free) {
			if p == end-1 && !r.yields(q) && !sentence {
				return false
			}
			a.from, a.to, a.quoted = start, p+1, []int{q}
			r.joinNext(a, u)
			return true
		}
		if r.capitalised(q) && r.is(start-1, ",", ":") {
			a.from, a.to, a.quoted = start, p+1, []int{q}
			return true
		}
		a.from, a.to = r.clauseStart(free, start), p+1
		return r.clauseIn(a.from, start) || !r.quoteNext(a.cue[1], u) // "Noting the “delay,” X said, “...”"
	}
	if r.code != "en" {
		return false
	}
	from := r.clauseStart(free, p)
	if i := a.cue[1]; i+1 < u.to && r.is(i, ",") && a.source.to <= a.cue[0] && !r.has(prep, from) && !r.has(stop, from) && r.quoteAt[i+1] == 0 && !r.has(ing, i+1) {
		// "The plan, he added, is ..."
		a.from, a.to, a.behind, a.rest = from, p+1, true, [2]int{i + 1, r.clauseEnd(i+1, u)}
		return true
	}
	if p == end-1 || r.quoteRight(a.cue[1], u) || a.source.to <= a.cue[0] && !r.closed(a.cue[1], u) {
		return false
	}
	a.from, a.to, a.behind = from, p+1, true
	return true
}

// closed tells whether nothing but adverbials follows token i, so that a cue
// there has no content behind it.
func (r *reader) closed(i int, u unit) bool {
	var a attribution
	i = r.passAddressee(&a, u, i)
	for i < u.to && r.adverb(i) {
		i++
	}
	return i >= u.to || r.toks[i].Kind == token.Mark && !r.is(i, ":") || r.has(prep, i) || r.has(day, i) || r.has(stop, i) && !r.is(i, "that", "what", "how", "whether", "why") || r.has(ing, i) || r.is(i, "last", "this", "earlier", "later", "and")
}

// yields tells whether a quotation ends with a mark behind which its speaker
// may follow.
func (r *reader) yields(q int) bool {
	last, _ := utf8.DecodeLastRuneInString(inner(r.text, r.quotes[q].spans[len(r.quotes[q].spans)-1]))
	return strings.ContainsRune(",?!…—–-،，", last)
}

func (r *reader) capitalised(q int) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(inner(r.text, r.quotes[q].spans[0]), "[("))
	return unicode.IsUpper(first) || !unicode.IsLower(first) && unicode.IsLetter(first)
}

// leadIn tells whether only small words stand between free and a quotation
// ("And", "But then").
func (r *reader) leadIn(start, free int) bool {
	for i := free; i < start; i++ {
		if !r.is(i, "and", "but", "then", "so", ",", ".", "—", "–", "-", "yet") {
			return false
		}
	}
	return true
}

// clauseStart passes over conjunctions and punctuation.
func (r *reader) clauseStart(from, limit int) int {
	for from < limit && (r.toks[from].Kind == token.Mark && r.quoteAt[from] == 0 || r.is(from, "and", "but")) {
		from++
	}
	return from
}

func (r *reader) firstToken(q int) int {
	lo, hi := 0, len(r.toks)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.toks[mid].Start < r.quotes[q].start() {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// quoteRight tells whether a quotation not yet told stands behind token i.
func (r *reader) quoteRight(i int, u unit) bool {
	for ; i < u.to; i++ {
		if q := r.quoteAt[i]; q != 0 && !r.used[q-1] {
			return true
		}
		if _, _, ok := r.cueAt(i); ok {
			return false
		}
	}
	return false
}

// quoteNext tells whether a clause in quotation marks follows token i at once, but
// for a comma or a colon.
func (r *reader) quoteNext(i int, u unit) bool {
	if i < u.to && r.quoteAt[i] == 0 && r.is(i, ",", ":") {
		i++
	}
	q := -1
	if i < u.to {
		q = int(r.quoteAt[i]) - 1
	}
	return q >= 0 && !r.used[q] && r.clausal(q) && r.capitalised(q)
}

// joinNext adds the rest of a quotation that its cue has split: `"A," X said,
// "b."`.
func (r *reader) joinNext(a *attribution, u unit) {
	i := max(a.cue[1], a.source.to)
	for i < u.to && r.quoteAt[i] == 0 && i < a.cue[1]+12 {
		if _, _, ok := r.cueAt(i); ok {
			return
		}
		i++
	}
	if i >= u.to || r.quoteAt[i] == 0 {
		return
	}
	q := int(r.quoteAt[i]) - 1
	if !r.is(i-1, ",", ":", ".", "—", "–", "-", "،", "，") && !(i == max(a.cue[1], a.source.to) && r.capitalised(q)) {
		return
	}
	if !r.used[q] && (r.clausal(q) || r.is(i-1, ",")) {
		a.quoted = append(a.quoted, q)
	}
}

// contentRight takes as content what stands behind the cue.
func (r *reader) contentRight(a *attribution, u unit) bool {
	return r.contentRightFrom(a, u, a.cue[1])
}

func (r *reader) contentRightFrom(a *attribution, u unit, i int) bool {
	i = r.passAddressee(a, u, i)
	start := i
	q := -1
	k := i
	for ; k < u.to; k++ {
		if n := r.quoteAt[k]; n != 0 {
			q = int(n) - 1
			break
		}
		if kd, _, ok := r.cueAt(k); ok && kd != name && r.speaks(k) && !r.is(i, "that") {
			return false
		}
	}
	if r.code != "en" {
		if t, ok := r.clauseAt(i, u); ok && (q < 0 || t < k) {
			a.from, a.to = t, r.clauseEnd(t, u)
			return a.to > a.from+1
		}
	}
	if q < 0 || r.used[q] {
		return false
	}
	direct := k == start || r.is(k-1, ":", ",", "：", "，", "،", "—", "–") || k == a.cue[1]
	if direct && r.clausal(q) && r.adverbial(start, k) {
		a.from, a.to, a.quoted = k, r.endOf(q), []int{q}
		r.moreRight(a, u)
		return true
	}
	if r.code != "en" {
		return false
	}
	for t := start; t < k && t < start+24 && r.adverbial(start, t); t++ {
		if r.is(t, "that") { // "said on Friday that"
			start = t
			break
		}
	}
	for start < k && (r.is(start, ",", ":") || r.adverb(start) || r.is(start, "that") && start+1 == k) {
		start++
	}
	a.from, a.to = start, r.clauseEnd(start, u)
	if s := a.source.from - 1; a.source.to <= a.cue[0] && s >= u.from && s <= u.from+1 && r.has(stop, s) && !r.is(s, "but", "so", "that") {
		// "When X said ...", which a comma ends
		for i := start; i < a.to; i++ {
			if r.quoteAt[i] == 0 && r.is(i, ",") {
				a.to = i
			}
		}
	}
	if e := r.endOf(q); a.from == k && (a.to == e || r.has(prep, e) && !r.is(e, "of", "to", "for")) {
		a.to, a.quoted = e, []int{q} // "promised “an answer” |in May"
	}
	return a.to > a.from
}

// clauseAt returns where reported words begin behind a cue at token i, in
// languages that have a word for it: "сказал в среду, |что ...".
func (r *reader) clauseAt(i int, u unit) (int, bool) {
	for k := i; k < u.to && k < i+14 && r.quoteAt[k] == 0; k++ {
		if r.has(that, k) {
			return k, true
		}
		if r.has(stop, k) || r.has(who, k) || k > i && r.cueWord(k) {
			return 0, false
		}
	}
	return 0, false
}

// speaks tells whether the cue at k has a source of its own there.
func (r *reader) speaks(k int) bool {
	_, ok := r.before(k, max(0, k-longestPhrase))
	return ok || r.is(k-1, ",", "and")
}

// moreRight adds quotations that follow at once ("..." "...").
func (r *reader) moreRight(a *attribution, u unit) {
	for a.to < u.to && r.quoteAt[a.to] != 0 && !r.used[r.quoteAt[a.to]-1] {
		q := int(r.quoteAt[a.to]) - 1
		a.quoted = append(a.quoted, q)
		a.to = r.endOf(q)
	}
}

// endOf returns the token behind a quotation.
func (r *reader) endOf(q int) int {
	i := r.firstToken(q)
	for i < len(r.toks) && r.toks[i].Start < r.quotes[q].end() {
		i++
	}
	return i
}

// adverbial tells whether tokens [from, to) only say when, where or how:
// "in a statement on Friday".
func (r *reader) adverbial(from, to int) bool {
	for i := from; i < to; i++ {
		if r.finite(i) || r.has(stop, i) && !r.is(i, "that", "as") {
			return false
		}
	}
	return from == to || to-from < 25
}

// clauseEnd returns the end of a reported clause: the unit's, without its last
// mark, or the comma before the next cue.
func (r *reader) clauseEnd(from int, u unit) int {
	end := u.to
	for i := from; i < u.to; i++ {
		if r.quoteAt[i] != 0 {
			continue
		}
		if r.code == "en" && i > from && r.is(i, ";") {
			end = i
			break
		}
		k, _, ok := r.cueAt(i)
		if ok && (k == ing || k == by) && i > from && r.is(i-1, ",", "،", "and") {
			end = i - 1
			break
		}
		if ok && k&(say|name) != 0 && i > from && r.is(i-1, "and", "but") && !strings.HasSuffix(r.lower(i), "ing") {
			end = i - 1
			break
		}
		if ok && k == say {
			if p, plain := r.before(i, from); plain && p.from > from && (r.quoteAt[p.from-1] != 0 || r.is(p.from-1, ",")) {
				end = p.from // somebody else's cue, or the same told again
				break
			}
		}
	}
	if r.code == "en" { // ", but ..." behind the last quotation is the writer's again
		for i := end - 1; i > from && r.quoteAt[i] == 0; i-- {
			if r.is(i, "but", "although", "though", "whereas") && r.is(i-1, ",") {
				end = i - 1
			}
		}
	}
	for end > from && r.quoteAt[end-1] == 0 && r.toks[end-1].Kind == token.Mark {
		end--
	}
	return end
}

// passAddressee reads to whom something is told, behind the cue.
func (r *reader) passAddressee(a *attribution, u unit, i int) int {
	if r.code != "en" {
		return i
	}
	from := i
	if !r.is(i-1, "told", "tells", "tell", "telling", "assured", "assures", "reminded") {
		if !r.is(i, "to") || r.is(i+1, "be") {
			return i
		}
		from = i + 1
	}
	e := from
	if r.is(e, "him", "her", "them", "me", "us", "you", "it") && !r.possessive(e) {
		a.addressee = r.as(e, e+1)
		return e + 1
	}
	for e < u.to && e-from < 12 && r.inPhrase(e) && !(e > from && r.has(prep, e) && !r.is(e, "of", "for")) && !r.is(e, ",", ":") && !r.has(day, e) {
		e++
		if m, ok := r.nameEnding(e); ok && m.from >= from && !m.ref && r.entities[m.entity].Type == coranto.Person && !r.is(e, "'", "’") {
			break
		}
	}
	if e == from {
		return i
	}
	a.addressee = r.as(from, e)
	if m, ok := r.nameEnding(e); ok && m.from == from && !m.ref {
		a.addressee = r.entities[m.entity].Name
	}
	return e
}

// inTitles are the words of less than four letters that titles write small.
var inTitles = words(`the a an and or of in on at to for by as but nor via de la le et el du des`)

// isTitle tells whether a quotation is a name rather than words said: every
// longer word of it begins with a capital.
func (r *reader) isTitle(q int) bool {
	longer := 0
	for _, w := range strings.Fields(inner(r.text, r.quotes[q].spans[0])) {
		first, _ := utf8.DecodeRuneInString(w)
		if utf8.RuneCountInString(w) < 4 {
			if unicode.IsLower(first) && r.code == "en" && !inTitles[strings.TrimRight(w, ",:;")] {
				return false
			}
			continue
		}
		if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
			return false
		}
		longer++
	}
	last, _ := utf8.DecodeLastRuneInString(inner(r.text, r.quotes[q].spans[0]))
	return longer > 0 && !strings.ContainsRune("?!", last) && (last != '.' || longer < 7) && (longer > 1 || !r.yields(q))
}
