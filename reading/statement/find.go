// Package statement finds who says what: quotations and reported speech with
// their speaker, each with how sure that is. Scare quotes and the titles of works
// are no statements.
//
// The text is cut into units, sentences in which each quotation is one piece,
// however many sentences it holds. In each unit the cues of quotations ("said",
// "adding", "according to"; cues.tsv) are looked up, each with the noun phrase of
// its source and the content that it governs (attribution). What they leave is
// read by verbs and what may follow them (reported): "said that ...",
// "called for ...", "his claim that ...". From the content comes the statement:
// direct when it is the quotation itself, mixed when it is a reported clause with
// a quotation inside, reported when there is none.
//
// Everything found is returned; what may be shown, its Confidence tells
// (confidence, coranto.SureAt).
package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
	"coranto/reading/internal/token"
)

// Find returns the statements of text in the order in which they begin.
// sentences, times and entities are the text's; language is BCP 47, and one without
// cues gives no statements. Spans lie on character boundaries. Time is linear
// in the length of the text.
func Find(text string, sentences []coranto.Span, times []coranto.Time, entities []coranto.Entity, language string) []coranto.Statement {
	primary, _, _ := strings.Cut(language, "-")
	lang := tongues[primary]
	if lang == nil {
		return []coranto.Statement{}
	}
	quotes := lang.interrupted(text, quotations(text))
	r := newReader(text, sentences, entities, lang, primary, quotes)
	r.noteTimes(times)
	for _, u := range r.units() {
		r.readUnit(u)
	}
	out := r.out
	for i := range out {
		enclose(&out[i], text)
	}
	slices.SortStableFunc(out, func(a, b coranto.Statement) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	return out
}

// reader reads one text.
type reader struct {
	text      string
	toks      []token.Token
	quotes    []quotation
	quoteAt   []int32 // the quotation a token lies in, from 1; 0: none
	starts    []bool  // the token begins a sentence
	names     []int32 // the name a token lies in, index into marks, from 1
	marks     []mark
	entities  []coranto.Entity
	times     []coranto.Time
	timed     []bool // the token lies in a time
	lang      *tongue
	code      string
	used      []bool // the quotation belongs to a statement
	out       []coranto.Statement
	memory    memory
	described described
	low       []string      // tokens in lower case
	kinds     []kind        // what each does
	verbs     [][]inflected // the reporting verbs that may begin there
	blocked   int           // what stands before this token is said by somebody unknown
	heard     speaker       // who was last said to say something in this unit
	breaksAt  []int         // tokens that begin paragraphs
}

// mark is a mention of or reference to an entity, as tokens [from, to).
type mark struct {
	entity   int
	from, to int
	ref      bool
}

func newReader(text string, sentences []coranto.Span, entities []coranto.Entity, lang *tongue, code string, quotes []quotation) *reader {
	r := &reader{text: text, toks: token.Cut(text), quotes: quotes, entities: entities, lang: lang, code: code, out: []coranto.Statement{}}
	r.readWords()
	n := len(r.toks)
	r.quoteAt, r.starts, r.names, r.used = make([]int32, n), make([]bool, n), make([]int32, n), make([]bool, len(quotes))
	s, q := 0, 0
	for i, t := range r.toks {
		for s < len(sentences) && sentences[s].Start < t.Start {
			s++
		}
		if t.Line {
			r.breaksAt = append(r.breaksAt, i)
		}
		r.starts[i] = t.Line || s < len(sentences) && sentences[s].Start == t.Start
		for q < len(quotes) && quotes[q].end() <= t.Start {
			q++
		}
		if q < len(quotes) && quotes[q].start() <= t.Start {
			r.quoteAt[i] = int32(q + 1)
		}
	}
	r.markNames()
	return r
}

// noteTimes notes which tokens lie in a date or a time of day.
func (r *reader) noteTimes(times []coranto.Time) {
	r.times, r.timed = times, make([]bool, len(r.toks))
	i := 0
	for _, t := range times {
		for i < len(r.toks) && r.toks[i].End <= t.Start {
			i++
		}
		for ; i < len(r.toks) && r.toks[i].Start < t.End; i++ {
			r.timed[i] = t.Type == "DATE" || t.Type == "TIME"
		}
	}
}

// markNames notes which tokens lie in which mention; a mention goes before a
// reference, a longer one before a shorter.
func (r *reader) markNames() {
	type place struct {
		span   coranto.Span
		entity int
		ref    bool
	}
	var all []place
	for e, ent := range r.entities {
		for _, s := range ent.Mentions {
			all = append(all, place{s, e, false})
		}
		for _, s := range ent.Refs {
			all = append(all, place{s, e, true})
		}
	}
	slices.SortStableFunc(all, func(a, b place) int {
		if a.span.Start != b.span.Start {
			return a.span.Start - b.span.Start
		}
		return b.span.End - a.span.End
	})
	i := 0
	for _, p := range all {
		for i < len(r.toks) && r.toks[i].End <= p.span.Start {
			i++
		}
		j := i
		for j < len(r.toks) && r.toks[j].Start < p.span.End {
			j++
		}
		if j == i {
			continue
		}
		r.marks = append(r.marks, mark{p.entity, i, j, p.ref})
		for k := i; k < j; k++ {
			if r.names[k] == 0 || !p.ref {
				r.names[k] = int32(len(r.marks))
			}
		}
	}
}

// readWords notes what each token does.
func (r *reader) readWords() {
	n := len(r.toks)
	r.low, r.kinds = make([]string, n), make([]kind, n)
	if r.code == "en" {
		r.verbs = make([][]inflected, n)
	}
	for i, t := range r.toks {
		w := t.In(r.text)
		if t.Shape != token.Lower || t.Kind != token.Word {
			w = strings.ToLower(w)
		}
		r.low[i] = w
		if !r.lang.listed.May(t.Hash) {
			continue
		}
		r.kinds[i] = r.lang.words[w]
		if r.verbs != nil && t.Kind == token.Word {
			r.verbs[i] = verbs[w]
			if finite[w] {
				r.kinds[i] |= helps
			}
		}
	}
}

// lower returns token i in lower case; "" beyond the text.
func (r *reader) lower(i int) string {
	if i < 0 || i >= len(r.low) {
		return ""
	}
	return r.low[i]
}

// finite tells whether token i is one of the verbs that make a clause.
func (r *reader) finite(i int) bool { return r.has(helps, i) }

func (r *reader) is(i int, words ...string) bool {
	l := r.lower(i)
	return l != "" && slices.Contains(words, l)
}

// unit is a sentence as tokens [from, to) in which quotations are pieces.
type unit struct {
	from, to int
	line     bool // it begins a paragraph
}

// longestUnit is how many tokens a unit may have, so that time stays linear in
// texts without full stops.
const longestUnit = 500

// units cuts the text into units. A unit ends at a paragraph's end, and at a
// full stop outside of quotations behind which a sentence begins; and behind a
// quotation that ends with a full stop, unless the sentence goes on.
func (r *reader) units() []unit {
	var out []unit
	from := 0
	cut := func(to int) {
		if to > from {
			out = append(out, unit{from, to, r.toks[from].Line})
		}
		from = to
	}
	for i := 0; i < len(r.toks); i++ {
		if i > from && r.toks[i].Line && (r.quoteAt[i] == 0 || r.quoteAt[i] != r.quoteAt[i-1]) {
			cut(i)
		}
		if q := r.quoteAt[i]; q != 0 {
			for i+1 < len(r.toks) && r.quoteAt[i+1] == q {
				i++
			}
			if i+1 < len(r.toks) && r.endsAfter(i) {
				cut(i + 1)
			}
			continue
		}
		if i-from > longestUnit {
			cut(i + 1)
			continue
		}
		if w := r.toks[i].In(r.text); i+1 < len(r.toks) && len(w) > 1 && w[len(w)-1] == '.' && (r.starts[i+1] || r.quoteAt[i+1] != 0 && !r.toks[i+1].Line) && r.toks[i+1].Gap && i > 0 && (!r.is(i-1, ",") || r.quoteAt[i+1] != 0) {
			cut(i + 1) // "... in Washington, D.C."
			continue
		}
		if isTerminal(r.toks[i].In(r.text)) && i+1 < len(r.toks) && (r.starts[i+1] || r.quoteAt[i+1] != 0 && !r.is(i, "…") || !r.toks[i+1].Gap && r.toks[i+1].Capital()) {
			cut(i + 1)
		}
	}
	cut(len(r.toks))
	return out
}

func isTerminal(s string) bool {
	return s == "." || s == "?" || s == "!" || s == "。" || s == "؟" || s == "！" || s == "？" || s == "…"
}

// endsAfter tells whether the quotation whose last token is i ends its unit.
func (r *reader) endsAfter(i int) bool {
	next := r.toks[i+1]
	if r.quoteAt[i+1] == 0 && (next.Kind == token.Mark) || next.Shape == token.Lower && next.Kind == token.Word {
		return false
	}
	words := inner(r.text, coranto.Span{Start: r.toks[i].Start, End: r.toks[i].End})
	for k := i - 1; words == "" && k >= 0 && k > i-4; k-- {
		words = inner(r.text, coranto.Span{Start: r.toks[k].Start, End: r.toks[k].End})
	}
	last, _ := utf8.DecodeLastRuneInString(words)
	switch last {
	case '.', '。':
		return !r.tagged(i + 1)
	case '?', '!', '…', '؟', '！', '？':
		_, _, ok := r.behind(i+1, min(len(r.toks), i+40))
		return !ok
	}
	return false
}

// tagged tells whether a sentence at token i says who spoke, and no more: “It is
// late.” |Dana Holt said.
func (r *reader) tagged(i int) bool {
	p, c, ok := r.behind(i, min(len(r.toks), i+12))
	if !ok || r.code != "en" || r.toks[c].Capital() {
		return false // “...” Read the review.
	}
	_, end, _ := r.cueAt(c)
	end = max(end, p.to)
	return end < len(r.toks) && r.toks[end].In(r.text) == "." && !r.toks[i].Line
}

// clausal tells whether a quotation carries a clause of its own: it begins like
// a sentence and ends like one or like a part that is cut by its cue.
func (r *reader) clausal(q int) bool {
	words := inner(r.text, r.quotes[q].spans[0])
	begin, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, "[(….-– "))
	if unicode.IsLower(begin) {
		return false
	}
	end := inner(r.text, r.quotes[q].spans[len(r.quotes[q].spans)-1])
	last, _ := utf8.DecodeLastRuneInString(end)
	if strings.ContainsRune(".,?!…—–-。，؟،！？", last) {
		return true
	}
	return len(strings.Fields(words)) >= 4 || !unicode.IsUpper(begin)
}
