package statement

import (
	"strings"
	"unicode/utf8"

	"coranto"
	"coranto/reading/internal/token"
)

// keep makes a statement of an attribution. Content without any quotation is
// reported speech, which is not kept yet; nor is a quotation that is a title.
func (r *reader) keep(a *attribution, u unit, reported bool) bool {
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
		if !r.ended(u) || r.crosshead(u) || !r.whole(a) {
			return false
		}
		mode = coranto.Reported
		if r.holds(a.from, a.to) || r.holds(a.rest[0], a.rest[1]) {
			mode = coranto.Mixed
		} else if !reported || r.strayMark(a.from, a.to) {
			return false
		}
		spans = []coranto.Span{r.span(a.from, a.to)}
		if a.rest[1] > a.rest[0] {
			spans = append(spans, r.span(a.rest[0], a.rest[1]))
		}
	}
	if a.who.guessed && a.quoted != nil && r.aboutHim(a) {
		a.who.unsure = true // who is guessed at is whom the words are about
	}
	r.use(*a)
	r.citing(a, u)
	a.index = len(r.out)
	s := r.statement(*a, mode, spans)
	r.circumstances(&s, a, u)
	r.out = append(r.out, s)
	return true
}

// aboutHim tells whether quoted words speak of somebody by the pronoun that is
// their source: "He is late," he said.
func (r *reader) aboutHim(a *attribution) bool {
	k := r.pronoun(a.source.from)
	for _, q := range a.quoted {
		for i, end := r.firstToken(q), r.endOf(q); i < end; i++ {
			if r.kinds[i]&k != 0 {
				return true
			}
		}
	}
	return false
}

// longestHeadline is how many tokens a line without a full stop may have and
// still be no sentence that lost its end.
const longestHeadline = 24

// strayMark tells whether a quotation mark that belongs to no quotation stands
// before or among tokens [from, to).
func (r *reader) strayMark(from, to int) bool {
	for i := max(0, from-1); i < to; i++ {
		if c, _ := utf8.DecodeRuneInString(r.toks[i].In(r.text)); r.quoteAt[i] == 0 && r.toks[i].Kind == token.Mark && familyOf(c) == double {
			return true
		}
	}
	return false
}

// keepWithin makes a statement of an attribution inside another's content.
func (r *reader) keepWithin(a *attribution, u unit) {
	mode := coranto.Reported
	for i := a.from; i < a.to; i++ {
		if r.quoteAt[i] != 0 {
			mode = coranto.Mixed
		}
	}
	if a.who.name != "" && r.whole(a) {
		a.index = len(r.out)
		s := r.statement(*a, mode, []coranto.Span{r.span(a.from, a.to)})
		r.circumstances(&s, a, u)
		r.out = append(r.out, s)
	}
}

// ended tells whether a unit ends as sentences do, and headlines do not.
func (r *reader) ended(u unit) bool {
	return !u.line || u.to-u.from > longestHeadline || u.to < len(r.toks) && !r.toks[u.to].Line || r.quoteAt[u.to-1] != 0 || r.toks[u.to-1].Kind == token.Mark
}

// crosshead tells whether a unit is a short paragraph that ends in a quotation
// without a full stop anywhere: Minister says gates “closed for ever”.
func (r *reader) crosshead(u unit) bool {
	if !u.line || u.to-u.from > longestHeadline || u.to < len(r.toks) && !r.toks[u.to].Line || r.quoteAt[u.to-1] == 0 {
		return false
	}
	q := r.quotes[r.quoteAt[u.to-1]-1]
	last, _ := utf8.DecodeLastRuneInString(inner(r.text, q.spans[len(q.spans)-1]))
	return !strings.ContainsRune(".?!…", last)
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
	cue := r.span(r.withHelpers(a), r.pastCircumstances(a))
	var source *coranto.Span
	if a.source.to > a.source.from {
		s := r.span(a.source.from, a.source.to)
		source = &s
	}
	for i := a.cue[0]; i < a.cue[1] && a.verb != nil; i++ {
		a.negated = a.negated || r.is(i, "not", "never", "t", "nor")
		a.supposed = a.supposed || r.is(i, "should", "would", "could", "might", "may", "must", "can", "cannot", "will", "shall", "seemed", "seems", "appeared", "appears", "ready", "likely", "about")
	}
	return coranto.Statement{Confidence: r.confidence(&a, mode), Speaker: a.who.name, Role: a.who.role, Cue: r.as(a.cue[0], a.cue[1]), Mode: mode, Addressee: a.addressee, RelayedBy: a.relayed,
		Spans: spans, Source: source, CueSpan: &cue}
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
	if len(r.out) == 0 || r.memory.open != u.from {
		return
	}
	told := r.memory.told
	for i := u.from; i < u.to; i++ {
		if r.quoteAt[i] == 0 {
			if r.toks[i].Kind == token.Mark {
				continue
			}
			return
		}
	}
	var spans []coranto.Span
	for i := u.from; i < u.to; i++ {
		if q := int(r.quoteAt[i]) - 1; q >= 0 && !r.used[q] && (r.clausal(q) || r.resumed(q)) {
			r.used[q] = true
			spans = append(spans, r.quotes[q].spans...)
		}
	}
	if spans == nil || u.line && len(strings.Fields(spans[0].In(r.text))) < 6 {
		return // nothing, or a crosshead in quotation marks
	}
	r.memory.open = u.to
	if s := &r.out[told]; s.Mode == coranto.Direct && !u.line {
		s.Spans = append(s.Spans, spans...)
		return
	}
	s := r.out[told]
	s.Mode, s.Spans, s.Confidence = coranto.Direct, spans, s.Confidence*0.9
	r.memory.told = len(r.out)
	r.out = append(r.out, s)
}

// remember notes for later pronouns who spoke in this unit or leads it.
func (r *reader) remember(u unit, done []attribution) {
	var s speaker
	switch {
	case len(done) > 0:
		last := done[len(done)-1]
		s = last.who
		if last.behind || last.quoted == nil {
			r.memory.open, r.memory.told = u.to, last.index
		}
		if s.unsure {
			return
		}
	case r.heard.name != "" && !r.heard.unsure:
		s = r.heard
	default:
		var ok bool
		if s, ok = r.leading(u, u.to); !ok {
			return
		}
	}
	r.memory.last, r.memory.upto, r.memory.set = s, u.to, true
	r.memory.spoke = len(done) > 0 || r.heard.name != "" && !r.heard.unsure
	r.memory.paragraph = r.paragraph(u.from)
}
