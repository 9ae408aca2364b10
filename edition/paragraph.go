package edition

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"coranto"
)

// Paragraph is a paragraph of an article's text. Its pieces hold every byte of
// it, in order; its notes stand in the margin.
type Paragraph struct {
	Crosshead bool
	Sentences []Sentence
	Notes     []Note
}

// Sentence is a sentence, or what stands between two.
type Sentence struct {
	N    int // of the address #sN; 0 between sentences
	Runs []Run
}

// Run is a stretch of text with what was found in it.
type Run struct {
	Text    string
	Said    string // the speaker of a statement; "" for none
	Date    string // a TIMEX3 value
	Name    string // an entity's name and type: "Velmark, state"
	Figure  string // a number with what it counts: "at least 12 killed"
	Caveat  string // what limits the text: "not verified"
	Damaged bool   // words were missing or spliced here in what reached us
}

// Note says in the margin what was found in a paragraph.
type Note struct {
	Kind string // "said", "to come", "figure", "caveat", "date", "damaged"
	Text string
	Href string // "#sN"
}

// paragraphs lays an article's text out. Text between blank lines is a
// paragraph; the blank lines themselves are the only bytes left out.
func (e *Edition) paragraphs(a *coranto.Article) []Paragraph {
	crosshead := map[string]bool{}
	for _, c := range a.Crossheads {
		crosshead[tidy(c)] = true
	}
	found := findings(a)
	var list []Paragraph
	next, begun := 0, 0 // the first sentence not yet placed whole; how many have begun
	for _, span := range blocks(a.Text) {
		p := Paragraph{Crosshead: crosshead[tidy(span.In(a.Text))]}
		at := span.Start
		for next < len(a.Sentences) && a.Sentences[next].Start < span.End {
			s := a.Sentences[next]
			start, end := max(s.Start, at), min(s.End, span.End)
			if start < end {
				if at < start {
					p.Sentences = append(p.Sentences, Sentence{Runs: found.runs(a.Text, coranto.Span{Start: at, End: start})})
				}
				n := 0 // it goes on from the paragraph before
				if begun <= next {
					begun = next + 1
					n = begun
				}
				p.Sentences = append(p.Sentences, Sentence{N: n, Runs: found.runs(a.Text, coranto.Span{Start: start, End: end})})
				at = end
			}
			if s.End > span.End {
				break
			}
			next++
		}
		if at < span.End {
			p.Sentences = append(p.Sentences, Sentence{Runs: found.runs(a.Text, coranto.Span{Start: at, End: span.End})})
		}
		p.Notes = e.notes(a, span)
		list = append(list, p)
	}
	return list
}

// blocks returns the spans of a text's paragraphs, without the white space
// around them.
func blocks(text string) []coranto.Span {
	var list []coranto.Span
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.Index(text[start:], "\n\n"); i >= 0 {
			end = start + i
		}
		block := text[start:end]
		trimmed := strings.TrimSpace(block)
		if trimmed != "" {
			from := start + strings.Index(block, trimmed)
			list = append(list, coranto.Span{Start: from, End: from + len(trimmed)})
		}
		start = end + len("\n\n")
	}
	return list
}

// finding is something marked in the text.
type finding struct {
	coranto.Span
	set func(*Run)
}

// findingList is in order of start.
type findingList []finding

func findings(a *coranto.Article) findingList {
	var list findingList
	add := func(s coranto.Span, set func(*Run)) {
		if s.In(a.Text) != "" {
			list = append(list, finding{s, set})
		}
	}
	for _, s := range a.Statements {
		if !s.Sure() {
			continue
		}
		for _, span := range s.Spans {
			add(span, func(r *Run) { r.Said = firstOf(s.Speaker, unknown) })
		}
	}
	for _, t := range a.Times {
		if dated(t.Value) {
			add(coranto.Span{Start: t.Start, End: t.End}, func(r *Run) { r.Date = t.Value })
		}
	}
	for i := range a.Figures {
		f := &a.Figures[i]
		if !f.Sure() {
			continue
		}
		add(coranto.Span{Start: f.Start, End: f.End}, func(r *Run) { r.Figure = figureLabel(f) })
	}
	for i := range a.Caveats {
		c := &a.Caveats[i]
		add(coranto.Span{Start: c.Start, End: c.End}, func(r *Run) { r.Caveat = caveatLabel(c) })
	}
	for _, n := range a.Entities {
		label := n.Name
		if word := entityWords[n.Type]; word != "" {
			label += ", " + word
		}
		for _, span := range n.Mentions {
			add(span, func(r *Run) { r.Name = label })
		}
	}
	for _, span := range a.Damaged {
		add(span, func(r *Run) { r.Damaged = true })
	}
	slices.SortStableFunc(list, func(x, y finding) int { return cmp.Compare(x.Start, y.Start) })
	return list
}

// dated tells whether a TIMEX3 value names a date, and not "now" or a length of
// time: those begin with a letter.
func dated(value string) bool { return value != "" && '0' <= value[0] && value[0] <= '9' }

var entityWords = map[coranto.EntityType]string{
	coranto.Person: "person", coranto.State: "state", coranto.Place: "place",
	coranto.Organisation: "organisation", coranto.Office: "office", coranto.EventName: "event",
}

// runs cuts a stretch of text wherever something found begins or ends.
func (list findingList) runs(text string, in coranto.Span) []Run {
	var here findingList
	cuts := []int{in.Start, in.End}
	for _, f := range list {
		if f.Start >= in.End {
			break
		}
		if f.Overlaps(in) {
			here = append(here, f)
			cuts = append(cuts, max(f.Start, in.Start), min(f.End, in.End))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var runs []Run
	for i := 1; i < len(cuts); i++ {
		piece := coranto.Span{Start: cuts[i-1], End: cuts[i]}
		r := Run{Text: piece.In(text)}
		for _, f := range here {
			if f.Contains(piece) {
				f.set(&r)
			}
		}
		runs = append(runs, r)
	}
	return runs
}

// notes lists what a paragraph holds, in its order, each thing once. Of dates,
// only days are worth a note: a month or a year is told in the text.
func (e *Edition) notes(a *coranto.Article, in coranto.Span) []Note {
	type placed struct {
		at int
		Note
	}
	var list []placed
	add := func(at int, kind, text string) {
		if at < in.Start || at >= in.End || text == "" {
			return
		}
		for _, p := range list {
			if p.Kind == kind && p.Text == text {
				return
			}
		}
		list = append(list, placed{at, Note{kind, text, anchor(a, at)}})
	}
	for _, s := range a.Statements {
		if !s.Sure() {
			continue
		}
		text := s.Speaker
		if s.Role != "" && text != "" {
			text += ", " + s.Role
		}
		add(s.Start, "said", text)
	}
	for i := range a.Appointments {
		if c := &a.Appointments[i]; c.Sure() {
			add(c.Start, "to come", appointed(c.What, c.Who))
		}
	}
	for i := range a.Figures {
		f := &a.Figures[i]
		if !f.Sure() {
			continue
		}
		add(f.Start, "figure", figureLabel(f))
	}
	for i := range a.Caveats {
		c := &a.Caveats[i]
		add(c.Start, "caveat", caveatLabel(c))
	}
	for _, t := range a.Times {
		if date, _, _ := strings.Cut(t.Value, "T"); day(date) != "" {
			add(t.Start, "date", onDay(date, e.now()).Text)
		}
	}
	for _, span := range a.Damaged {
		add(span.Start, "damaged", "words were missing here in what reached us")
	}
	slices.SortStableFunc(list, func(x, y placed) int { return cmp.Compare(x.at, y.at) })
	notes := make([]Note, len(list))
	for i, p := range list {
		notes[i] = p.Note
	}
	return notes
}

// anchor is the address, on the article's own page, of the sentence that holds
// the byte at offset.
func anchor(a *coranto.Article, offset int) string { return "#s" + strconv.Itoa(a.SentenceAt(offset)) }
