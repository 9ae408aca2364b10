// Package figure finds the numbers that a text tells about the world, with what
// they count, how sure they are and who gives them; and the caveats, where a
// text limits what it tells.
//
// A number is read first (digits or words, its bound, its currency or unit);
// then what it counts, from the noun behind it and the verbs beside it; then
// who gives it, from the statement or the reporting clause it stands in. What
// is not sure at any step is left out: ages, ordinals, addresses, years, scores
// and the numbers of pages and models are no figures. Words are data, in
// words.tsv; English is read in depth, other languages by their commonest words.
package figure

import (
	"slices"
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// The bounds of a figure.
const (
	Exact   = "exact"
	AtLeast = "at least"
	About   = "about"
	UpTo    = "up to"
)

// Read returns the figures and caveats of text, as Find and FindCaveats do.
func Read(text string, sentences []coranto.Span, times []coranto.Time, entities []coranto.Entity, statements []coranto.Statement, language string) ([]coranto.Figure, []coranto.Caveat) {
	r := newReader(text, sentences, times, entities, statements, language)
	caveats := r.caveats()
	return r.figures(), caveats
}

// Find returns the figures of text in order, none overlapping another, each
// thing said once. Sentences, times, entities and statements are the text's;
// language is BCP 47, and one without words gives percentages and money alone.
// Time is linear in the length of the text.
func Find(text string, sentences []coranto.Span, times []coranto.Time, entities []coranto.Entity, statements []coranto.Statement, language string) []coranto.Figure {
	return newReader(text, sentences, times, entities, statements, language).figures()
}

func (r *reader) figures() []coranto.Figure {
	figures := []coranto.Figure{}
	for i := 0; i < len(r.toks); {
		r.loose = false
		found, q, to := r.figuresAt(i)
		for _, f := range found {
			if f, ok := r.told(f, q, to); ok {
				figures = add(figures, f)
			}
		}
		i = max(i+1, to)
	}
	return figures
}

// figuresAt reads the number that begins at token i, two of a vote; to is the
// token behind what was read.
func (r *reader) figuresAt(i int) (found []coranto.Figure, q quantity, to int) {
	if found, to = r.ballot(i); found != nil {
		return found, quantity{from: i, to: to}, to
	}
	q, ok := r.quantity(i)
	if !ok {
		return nil, q, i
	}
	if q.kind != count {
		r.measuredTo = q.to
	}
	f, to, ok := r.figure(q)
	if !ok {
		return nil, q, q.to
	}
	return []coranto.Figure{f}, q, to
}

// told adds who gives a figure read at tokens [q.from, to), where and when. False
// when somebody gives it, but not surely who.
func (r *reader) told(f coranto.Figure, q quantity, to int) (coranto.Figure, bool) {
	who, doubt, sure := r.giver(q.from)
	if !sure {
		return f, false
	}
	f.AttributedTo = who
	f.Where = r.whereOf(q.from, to)
	f.From, f.To = r.whenOf(q.from)
	if r.loose || r.unasserted(q) {
		doubt = max(doubt, 0.15)
	}
	f.Confidence = confidence(f) - doubt
	r.last = last{f, r.sentence[q.from]}
	if g := (giver{f.AttributedTo, r.sentence[q.from]}); g.name != "" && !r.persons[g.name] {
		if g.name != r.newest.name {
			r.before = r.newest
		}
		r.newest = g
	}
	return f, true
}

// confidence returns how likely a figure is right about number and what; judged
// on figures of news pages read by hand.
func confidence(f coranto.Figure) float64 {
	switch {
	case f.What == "":
		return 0.8 // of what, nobody can tell
	case f.Unit == "":
		return 0.96
	default:
		return 0.92
	}
}

// giver is who gave a figure, and in which sentence.
type giver struct {
	name     string
	sentence int32
}

// last is the figure found last, for what leaves its noun out.
type last struct {
	coranto.Figure
	sentence int32
}

// add keeps each thing once: where it is said again, the one with its giver.
func add(figures []coranto.Figure, f coranto.Figure) []coranto.Figure {
	from := max(0, len(figures)-repeated)
	for i := from; i < len(figures); i++ {
		g := figures[i]
		if g.What != f.What || g.Value != f.Value || g.Unit != f.Unit || (g.Max == nil) != (f.Max == nil) || g.Max != nil && *g.Max != *f.Max {
			continue
		}
		if g.AttributedTo == f.AttributedTo || f.AttributedTo == "" {
			return figures
		}
		if g.AttributedTo == "" && f.Confidence >= g.Confidence && (f.Where != "" || g.Where == "") {
			figures = slices.Delete(figures, i, i+1)
			break
		}
	}
	return append(figures, f)
}

// repeated is how many figures back a repetition is looked for.
const repeated = 200

func primary(language string) string {
	p, _, _ := strings.Cut(strings.ToLower(language), "-")
	if p == "und" || p == "" {
		return everywhere
	}
	return p
}

// reader reads one text.
type reader struct {
	text       string
	toks       []token.Token
	words      []string // tokens in lower case
	entries    [][]entry
	sentence   []int32 // the number of the sentence a token lies in
	quoted     []bool  // it lies between quotation marks
	masked     []bool  // it lies in a time or a name
	marks      []mark
	markAt     []int32 // the mention a token lies in, from 1
	entities   []coranto.Entity
	statements []coranto.Statement
	times      []coranto.Time
	persons    map[string]bool
	current    int // the first statement that may hold what is read
	lang       tongue
	code       string
	last       last
	heard      source // who gave something last
	lines      []int  // where paragraphs begin; made when first asked
	measuredTo int    // behind the last quantity with a unit
	heardIn    int32
	newest     giver // body that gave a figure last
	before     giver // and another one before it
	loose      bool  // of the number read now, what it counts is not the whole of it
}

// mark is a mention of or reference to an entity, as tokens [from, to).
type mark struct {
	entity   int
	from, to int
	ref      bool
}

func newReader(text string, sentences []coranto.Span, times []coranto.Time, entities []coranto.Entity, statements []coranto.Statement, language string) *reader {
	r := &reader{text: text, toks: token.Cut(text), entities: entities, statements: statements, times: times, code: primary(language), heardIn: -1}
	r.last.sentence = -1
	if r.lang = tongues[r.code]; r.lang == nil {
		r.lang = tongues[everywhere]
	}
	r.persons = map[string]bool{}
	for _, e := range entities {
		r.persons[e.Name] = r.persons[e.Name] || e.Type == coranto.Person
	}
	n := len(r.toks)
	r.words, r.entries = make([]string, n), make([][]entry, n)
	r.sentence, r.masked, r.markAt, r.quoted = make([]int32, n), make([]bool, n), make([]int32, n), make([]bool, n)
	known := listed[r.code]
	if known == nil {
		known = listed[everywhere]
	}
	s, t := 0, 0
	for i, tok := range r.toks {
		r.words[i] = strings.ToLower(tok.In(text))
		if known.May(tok.Hash) {
			r.entries[i] = r.lang[r.words[i]]
		}
		for s < len(sentences) && sentences[s].End <= tok.Start {
			s++
		}
		r.sentence[i] = int32(s)
		for t < len(times) && times[t].End <= tok.Start {
			t++
		}
		r.masked[i] = t < len(times) && times[t].Start <= tok.Start && times[t].Type != "DURATION"
	}
	r.markNames()
	r.markQuotes()
	return r
}

// markQuotes notes what stands between double quotation marks of one paragraph.
func (r *reader) markQuotes() {
	open := false
	for i, t := range r.toks {
		if t.Line {
			open = false
		}
		if t.Kind == token.Mark {
			switch t.In(r.text) {
			case "“", "«", "„":
				open = true
			case "”", "»":
				open = false
			case "\"":
				open = !open
			}
		}
		r.quoted[i] = open
	}
}

func (r *reader) markNames() {
	at := make(map[int]int, 64) // tokens by where they begin, of names alone
	for _, e := range r.entities {
		for _, s := range e.Mentions {
			at[s.Start] = -1
		}
		for _, s := range e.Refs {
			at[s.Start] = -1
		}
	}
	for i, t := range r.toks {
		if _, ok := at[t.Start]; ok {
			at[t.Start] = i
		}
	}
	put := func(entity int, s coranto.Span, ref bool) {
		from := at[s.Start]
		if from < 0 {
			return
		}
		to := from
		for to < len(r.toks) && r.toks[to].Start < s.End {
			to++
		}
		r.marks = append(r.marks, mark{entity, from, to, ref})
		for k := from; k < to; k++ {
			if r.markAt[k] == 0 {
				r.markAt[k] = int32(len(r.marks))
			}
			r.masked[k] = r.masked[k] || !ref && r.toks[k].Kind == token.Number
		}
	}
	for n, e := range r.entities {
		for _, s := range e.Mentions {
			put(n, s, false)
		}
	}
	for n, e := range r.entities {
		for _, s := range e.Refs {
			put(n, s, true)
		}
	}
}

// word returns token i in lower case; "" beyond the text.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.toks) {
		return ""
	}
	return r.words[i]
}

func (r *reader) is(i int, words ...string) bool {
	w := r.word(i)
	if w == "" {
		return false
	}
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}

// match returns the longest form of a class that begins at token i, and the
// token behind it.
func (r *reader) match(i int, c class) (entry, int, bool) {
	if i < 0 || i >= len(r.toks) {
		return entry{}, i, false
	}
	for _, e := range r.entries[i] {
		if e.class == c && r.spells(i+1, e.rest) {
			return e, i + 1 + len(e.rest), true
		}
	}
	return entry{}, i, false
}

func (r *reader) has(i int, c class) bool {
	_, _, ok := r.match(i, c)
	return ok
}

func (r *reader) spells(i int, words []string) bool {
	for k, w := range words {
		if r.word(i+k) != w {
			return false
		}
	}
	return true
}

// matchEnding returns the longest form of a class that ends right before token
// i, and where it begins.
func (r *reader) matchEnding(i int, c class) (entry, int, bool) {
	for n := 5; n >= 1; n-- {
		if e, to, ok := r.match(i-n, c); ok && to == i && r.together(i-n, i-1) {
			return e, i - n, true
		}
	}
	return entry{}, i, false
}

// together tells whether two tokens stand in one sentence.
func (r *reader) together(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(r.toks) && j < len(r.toks) && r.sentence[i] == r.sentence[j]
}

// glued tells whether no blank stands before token i.
func (r *reader) glued(i int) bool { return i > 0 && i < len(r.toks) && !r.toks[i].Gap }

// words of tokens [from, to) as written, with single blanks.
func (r *reader) as(from, to int) string {
	if from >= to {
		return ""
	}
	return strings.Join(strings.Fields(r.text[r.toks[from].Start:r.toks[to-1].End]), " ")
}
