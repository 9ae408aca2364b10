package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
	"coranto/reading/internal/token"
)

// attribution is a cue with its source and the content that it governs, all as
// tokens. Content is [from, to), in which quotations may lie; quoted are the
// quotations that are the whole content, nil for a reported clause.
type attribution struct {
	cue       [2]int
	source    phrase
	who       speaker
	from, to  int
	rest      [2]int // the other half of a clause that the cue interrupts
	quoted    []int
	addressee string
	behind    bool // the cue follows its content
}

// readUnit finds the attributions of a unit and keeps those that are statements.
func (r *reader) readUnit(u unit) {
	var done []attribution
	free := r.afterDateline(u) // content to the left begins here
	r.heard, r.blocked = speaker{}, 0
	for c := u.from; c < u.to; c++ {
		if r.quoteAt[c] != 0 {
			continue
		}
		k, end, ok := r.cueAt(c)
		if !ok {
			continue
		}
		a := attribution{cue: [2]int{c, end}}
		if r.attribute(&a, k, u, free, done) && r.keep(a, u) {
			done = append(done, a)
			free = max(a.to, end, a.source.to, a.rest[1])
		}
		free = max(free, r.blocked)
		c = end - 1
	}
	if len(done) == 0 {
		r.carryOn(u)
	}
	r.remember(u, done)
}

// afterDateline passes over a paragraph's dateline: "VELM, 3 May (Agency) -".
func (r *reader) afterDateline(u unit) int {
	if !u.line || u.from >= u.to || !r.toks[u.from].Capital() {
		return u.from
	}
	for i := u.from; i < u.to && i < u.from+14 && r.quoteAt[i] == 0; i++ {
		switch {
		case r.is(i, ":") && i <= u.from+4 && r.toks[u.from].Shape == token.Upper, r.is(i, "-", "–", "—", "--") && r.toks[i].Gap && i+1 < u.to && r.toks[i+1].Gap:
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
		return r.naming(a, u, free)
	}
	c := a.cue[0]
	if k != ing && r.code == "en" && c > free && r.is(c-1, "was", "were", "been", "be", "being", "is", "are", "to") {
		return false // was told, to say
	}
	p, ok := r.before(c, free)
	if k == ing && !(ok && c > 0 && r.is(c-1, "is", "was", "are", "were", "been", "kept", "be")) {
		if !r.sourceOf(a, u, done) {
			return false
		}
		return r.contentRight(a, u)
	}
	if ok {
		a.source = p
		if a.who, ok = r.resolve(p, u); !ok {
			r.blocked = a.cue[1]
			return false
		}
		r.heard = a.who
		if r.contentLeft(a, u, free, p.from) {
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
			a.who, ok = r.resolve(q, u)
			return ok
		}
		if r.code != "en" && c <= u.from+2 {
			if a.who, ok = r.resolve(q, u); ok {
				return r.contentRightFrom(a, u, q.to)
			}
		}
	}
	// "X said ... and added that ..."
	if len(done) > 0 && c > free && r.is(c-1, "and", "but", "also", "then") && r.sourceOf(a, u, done) {
		return r.contentRight(a, u)
	}
	return false
}

func (r *reader) passAux(c, lo int) int {
	for c > lo && r.quoteAt[c-1] == 0 && (r.has(aux, c-1) || r.adverb(c-1)) {
		c--
	}
	return c
}

// sourceOf gives a the source of the cue before it in the unit, or who leads
// the unit.
func (r *reader) sourceOf(a *attribution, u unit, done []attribution) bool {
	if len(done) > 0 {
		a.source, a.who = done[len(done)-1].source, done[len(done)-1].who
		return true
	}
	if s, p, ok := r.subject(u, a.cue[0]); ok {
		a.source, a.who = p, s
		return true
	}
	return false
}

// subject returns who leads the unit, with its words.
func (r *reader) subject(u unit, end int) (speaker, phrase, bool) {
	from := u.from
	if from < end && r.pronoun(from) != "" && r.quoteAt[from] == 0 {
		p := phrase{from, from + 1, from + 1}
		s, ok := r.resolve(p, u)
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

// contentLeft takes as content what stands before token end, where the source
// (or an inverted cue) begins.
func (r *reader) contentLeft(a *attribution, u unit, free, end int) bool {
	p := end - 1
	for p >= free && r.quoteAt[p] == 0 && r.is(p, ",", "—", "–", "-", "，", "،") {
		p--
	}
	if p < free {
		return false
	}
	if q := int(r.quoteAt[p]) - 1; q >= 0 {
		if p == end-1 && !r.yields(q) && !r.clausal(q) || r.used[q] {
			return false
		}
		start := r.firstToken(q)
		a.behind = true
		if start <= free || r.leadIn(start, free) {
			if p == end-1 && !r.yields(q) {
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
		return true
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
	return i >= u.to || r.toks[i].Kind == token.Mark && !r.is(i, ":") || r.has(prep, i) || weekdays[r.lower(i)] || r.has(stop, i) && !r.is(i, "that", "what", "how", "whether", "why") || r.has(ing, i) || r.is(i, "last", "this", "earlier", "later", "and")
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
	if i >= u.to || r.quoteAt[i] == 0 || !r.is(i-1, ",", ":", ".", "—", "–", "-", "،", "，") {
		return
	}
	q := int(r.quoteAt[i]) - 1
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
		if kd, _, ok := r.cueAt(k); ok && kd != name && r.speaks(k) {
			return false
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
			start = t + 1
			break
		}
	}
	for start < k && (r.is(start, "that", ",", ":") || r.adverb(start)) {
		start++
	}
	a.from, a.to = start, r.clauseEnd(start, u)
	if a.from == k && a.to == r.endOf(q) {
		a.quoted = []int{q}
	}
	return a.to > a.from
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
		if finite[r.lower(i)] || r.has(stop, i) && !r.is(i, "that", "as") {
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
		k, _, ok := r.cueAt(i)
		if ok && (k == ing || k == by) && i > from && r.is(i-1, ",", "and") {
			end = i - 1
			break
		}
		if ok && k == say && i > from && r.is(i-1, "and") {
			end = i - 1
			break
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
	for e < u.to && e-from < 12 && r.inPhrase(e) && !(e > from && r.has(prep, e) && !r.is(e, "of", "for")) && !r.is(e, ",", ":") && !weekdays[r.lower(e)] {
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

var weekdays = words(`monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow`)

// accordingTo reads "according to X" before or behind its clause.
func (r *reader) accordingTo(a *attribution, u unit, free int) bool {
	p, ok := r.after(a.cue[1])
	if !ok {
		return false
	}
	a.source = p
	if a.who, ok = r.resolve(p, u); !ok {
		return false
	}
	r.heard = a.who
	c := a.cue[0]
	if c <= u.from+1 {
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
		a.from, a.to = i, r.clauseEnd(i, u)
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

// naming reads `X called it "..."` and `was described as "..." by X`.
func (r *reader) naming(a *attribution, u unit, free int) bool {
	c := a.cue[0]
	q, k := -1, a.cue[1]
	for ; k < u.to && k < a.cue[1]+14; k++ {
		if n := r.quoteAt[k]; n != 0 {
			q = int(n) - 1
			break
		}
		if _, _, ok := r.cueAt(k); ok || r.is(k, ",", ";", "who", "which", "that", "for") {
			return false
		}
	}
	if q < 0 || r.used[q] || r.isTitle(q) {
		return false
	}
	if !r.is(c, "called", "calls", "dubbed", "branded", "labelled", "labeled", "termed", "deemed") {
		as := false
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
	if !ok {
		if s, q, found := r.subject(u, c); found && c > free && r.is(c-1, "and") {
			a.source, a.who = q, s
			return true
		}
		return false
	}
	a.source = p
	a.who, ok = r.resolve(p, u)
	return ok
}

// isTitle tells whether a quotation is a name rather than words said: every
// longer word of it begins with a capital.
func (r *reader) isTitle(q int) bool {
	longer := 0
	for _, w := range strings.Fields(inner(r.text, r.quotes[q].spans[0])) {
		first, _ := utf8.DecodeRuneInString(w)
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
			return false
		}
		longer++
	}
	last, _ := utf8.DecodeLastRuneInString(inner(r.text, r.quotes[q].spans[0]))
	return longer > 0 && !strings.ContainsRune("?!.", last) && (longer > 1 || !r.yields(q))
}

// keep makes a statement of an attribution. Content without any quotation is
// reported speech, which is not kept yet; nor is a quotation that is a title.
func (r *reader) keep(a attribution, u unit) bool {
	if a.who.name == "" {
		return false
	}
	var spans []coranto.Span
	mode := coranto.Direct
	if a.quoted != nil {
		if len(a.quoted) == 1 && r.isTitle(a.quoted[0]) {
			return false
		}
		for _, q := range a.quoted {
			spans = append(spans, r.quotes[q].spans...)
		}
	} else {
		holds := r.holds(a.from, a.to) || r.holds(a.rest[0], a.rest[1])
		if !holds || !r.whole(&a) {
			return false
		}
		mode = coranto.Mixed
		spans = []coranto.Span{r.span(a.from, a.to)}
		if a.rest[1] > a.rest[0] {
			spans = append(spans, r.span(a.rest[0], a.rest[1]))
		}
	}
	r.use(a)
	r.out = append(r.out, r.statement(a, mode, spans))
	return true
}

// holds tells whether tokens [from, to) hold a quotation not yet told that is
// no title.
func (r *reader) holds(from, to int) bool {
	for i := from; i < to; i++ {
		if q := int(r.quoteAt[i]) - 1; q >= 0 && !r.used[q] && !r.isTitle(q) {
			return true
		}
	}
	return false
}

// whole widens content so that it cuts no quotation; false when it holds a
// paragraph's end.
func (r *reader) whole(a *attribution) bool {
	for a.to < len(r.toks) && r.quoteAt[a.to] != 0 && r.quoteAt[a.to] == r.quoteAt[a.to-1] {
		a.to++
	}
	for a.from > 0 && r.quoteAt[a.from] != 0 && r.quoteAt[a.from] == r.quoteAt[a.from-1] {
		a.from--
	}
	for i := a.from + 1; i < max(a.to, a.rest[1]); i++ {
		if r.toks[i].Line {
			return false
		}
	}
	return true
}

func (r *reader) use(a attribution) {
	for i := a.from; i < max(a.to, a.rest[1]); i++ {
		if q := r.quoteAt[i]; q != 0 {
			r.used[q-1] = true
		}
	}
	for _, q := range a.quoted {
		r.used[q] = true
	}
}

func (r *reader) statement(a attribution, mode string, spans []coranto.Span) coranto.Statement {
	source, cue := r.span(a.source.from, a.source.to), r.span(a.cue[0], a.cue[1])
	return coranto.Statement{Speaker: a.who.name, Role: a.who.role, Cue: r.as(a.cue[0], a.cue[1]), Mode: mode, Addressee: a.addressee,
		Spans: spans, Source: &source, CueSpan: &cue}
}

// enclose sets what follows from a statement's spans.
func enclose(s *coranto.Statement, text string) {
	parts := make([]string, len(s.Spans))
	for i, p := range s.Spans {
		parts[i] = p.In(text)
	}
	s.Text = strings.Join(parts, " ")
	s.Start, s.End = s.Spans[0].Start, s.Spans[len(s.Spans)-1].End
}

// carryOn gives a unit that is nothing but quotations, right behind a statement
// in the same paragraph, to that statement: `"A," X said. "B."`.
func (r *reader) carryOn(u unit) {
	n := len(r.out)
	if u.line || n == 0 || r.memory.open != u.from {
		return
	}
	s := &r.out[n-1]
	for i := u.from; i < u.to; i++ {
		if r.quoteAt[i] == 0 {
			if r.toks[i].Kind == token.Mark {
				continue
			}
			return
		}
	}
	for i := u.from; i < u.to; i++ {
		if q := int(r.quoteAt[i]) - 1; q >= 0 && !r.used[q] && r.clausal(q) {
			r.used[q] = true
			s.Spans = append(s.Spans, r.quotes[q].spans...)
		}
	}
	r.memory.open = u.to
}

// remember notes for later pronouns who spoke in this unit or leads it.
func (r *reader) remember(u unit, done []attribution) {
	var s speaker
	switch {
	case len(done) > 0:
		last := done[len(done)-1]
		s = last.who
		if last.behind && r.out[len(r.out)-1].Mode == coranto.Direct {
			r.memory.open = u.to
		}
	case r.heard.name != "":
		s = r.heard
	default:
		var ok bool
		if s, ok = r.leading(u, u.to); !ok {
			return
		}
	}
	r.memory.last, r.memory.upto, r.memory.set = s, u.to, true
	r.memory.paragraph = r.paragraph(u.from)
}
