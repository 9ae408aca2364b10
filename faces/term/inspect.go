package term

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"coranto"
)

// Style says how an article is printed. The zero value is good for a pipe.
type Style struct {
	Color   bool // marks in colour, as ANSI terminals show them
	Explain bool // what found each thing, and what is held back as not sure
	Width   int  // of the terminal, in columns; 0: 112
}

// Widths of what stands side by side, in columns.
const (
	usualWidth = 112
	textWidth  = 64
	leastNotes = 30
)

// colours are the ANSI codes of what is found, by kind.
var colours = map[string]string{
	"said": "4", "figure": "33", "date": "32", "to come": "1;32", "event": "36", "caveat": "35", "name": "1", "cut": "2",
}

// thing is something found in an article.
type thing struct {
	spans []coranto.Span
	kind  string
	text  string
	why   string // what found it
	sure  bool
}

// Article writes an article for people: its head, then its text with everything
// found marked in it and listed beside, paragraph by paragraph, then what was
// cut.
func Article(out io.Writer, a coranto.Article, s Style) error {
	if s.Width <= 0 {
		s.Width = usualWidth
	}
	w := new(bytes.Buffer)
	s.head(w, &a)
	things := found(&a)
	for start := 0; start < len(a.Text); {
		end := len(a.Text)
		if i := strings.Index(a.Text[start:], "\n\n"); i >= 0 {
			end = start + i
		}
		s.paragraph(w, &a, coranto.Span{Start: start, End: end}, things)
		start = end + 2
	}
	for _, c := range a.Captions {
		fmt.Fprintf(w, "  [picture] %s\n", printable(joined(" · ", c.Text, c.Credit)))
	}
	for _, f := range a.Furniture {
		fmt.Fprintf(w, "  %s\n", s.in("cut", printable("[cut: "+f.Why+"] "+f.Text)))
	}
	_, err := w.WriteTo(out)
	return err
}

func (s Style) head(w io.Writer, a *coranto.Article) {
	fmt.Fprintf(w, "%s\n", strings.Repeat("─", 72))
	kind := string(a.Kind)
	if s.Explain && a.KindWhy != "" {
		kind += " (" + a.KindWhy + ")"
	}
	fmt.Fprintf(w, "%s\n", printable(fmt.Sprintf("%s · article %d · %s · %s", a.Page, a.N, kind, a.Language)))
	date := dated(a.Published)
	if s.Explain && a.Published != nil && a.Published.Evidence != "" {
		date += " from “" + a.Published.Evidence + "”"
	}
	if line := joined(" · ", publisher(a.Publisher), date, strings.Join(a.Authors, ", "), strings.Join(a.Agencies, ", ")); line != "" {
		fmt.Fprintln(w, printable(line))
	}
	fmt.Fprintf(w, "\n%s\n\n", s.in("name", printable(orElse(a.Headline, "(no headline)"))))
	for _, k := range a.KeyPoints {
		fmt.Fprintf(w, "  • %s\n", printable(k))
	}
	if len(a.KeyPoints) > 0 {
		fmt.Fprintln(w)
	}
}

// in sets words in the colour of a kind.
func (s Style) in(kind, words string) string {
	if code := colours[kind]; s.Color && code != "" && words != "" {
		return "\x1b[" + code + "m" + words + "\x1b[0m"
	}
	return words
}

// found lists what an article holds, in order of place.
func found(a *coranto.Article) []thing {
	var list []thing
	add := func(kind, text, why string, sure bool, spans ...coranto.Span) {
		list = append(list, thing{spans, kind, text, why, sure})
	}
	sureness := func(c float64) string { return fmt.Sprintf("confidence %.2f", c) }
	for i := range a.Statements {
		x := &a.Statements[i]
		via := ""
		if x.RelayedBy != "" {
			via = "via " + x.RelayedBy
		}
		add("said", joined(", ", orElse(x.Speaker, "nobody named"), x.Role, via, x.SaidAt),
			joined(" · ", "cue “"+x.Cue+"”", x.Mode, as("speaker written", sourceOf(a, x)), sureness(x.Confidence)), x.Sure(), spansOf(x)...)
	}
	for i := range a.Events {
		x := &a.Events[i]
		add("event", joined(" ", x.Type, strings.Join(x.Actors, ", "), arrow(x.Targets), joined(", ", x.From, x.Where, x.Modality)),
			joined(" · ", "verb “"+x.Verb+"”", sureness(x.Confidence)), x.Sure(), coranto.Span{Start: x.Start, End: x.End})
	}
	for i := range a.Appointments {
		x := &a.Appointments[i]
		add("to come", joined(", ", x.Status, x.From, x.What, strings.Join(x.Who, ", "), x.Where),
			joined(" · ", "status “"+x.Status+"”", sureness(x.Confidence)), x.Sure(), coranto.Span{Start: x.Start, End: x.End})
	}
	for i := range a.Figures {
		x := &a.Figures[i]
		add("figure", joined(" ", bounded(*x), x.What, as("by", x.AttributedTo)),
			joined(" · ", "bound “"+x.Bound+"”", sureness(x.Confidence)), x.Sure(), coranto.Span{Start: x.Start, End: x.End})
	}
	for i := range a.Caveats {
		x := &a.Caveats[i]
		add("caveat", joined(", ", x.Kind, x.By), "", true, coranto.Span{Start: x.Start, End: x.End})
	}
	for i := range a.Times {
		x := &a.Times[i]
		add("date", orElse(x.Value, "cannot be resolved"), "TIMEX3 "+x.Type, x.Value != "", coranto.Span{Start: x.Start, End: x.End})
	}
	for i := range a.Entities {
		x := &a.Entities[i]
		why := fmt.Sprintf("%d named, %d referred to", len(x.Mentions), len(x.Refs))
		for j, m := range x.Mentions {
			if j == 0 {
				add("name", x.Name+", "+strings.ToLower(string(x.Type)), why, true, m)
			} else {
				add("name", "", "", true, m) // marked again, listed once
			}
		}
	}
	slices.SortStableFunc(list, func(x, y thing) int { return x.start() - y.start() })
	return list
}

func (t thing) start() int {
	if len(t.spans) == 0 {
		return 0
	}
	return t.spans[0].Start
}

func spansOf(x *coranto.Statement) []coranto.Span {
	if len(x.Spans) == 0 {
		return []coranto.Span{{Start: x.Start, End: x.End}}
	}
	return x.Spans
}

func sourceOf(a *coranto.Article, x *coranto.Statement) string {
	if x.Source == nil {
		return ""
	}
	return "“" + strings.Join(strings.Fields(x.Source.In(a.Text)), " ") + "”"
}

func as(word, s string) string {
	if s == "" {
		return ""
	}
	return word + " " + s
}

func arrow(targets []string) string {
	if len(targets) == 0 {
		return ""
	}
	return "→ " + strings.Join(targets, ", ")
}

// paragraph writes a stretch of text with what is found in it beside, or below
// where the terminal is narrow.
func (s Style) paragraph(w io.Writer, a *coranto.Article, in coranto.Span, things []thing) {
	text := s.wrapped(a, in, things)
	var notes []string
	room := s.Width - textWidth - 3
	beside := room >= leastNotes
	if !beside {
		room = max(leastNotes, s.Width-4)
	}
	for _, t := range things {
		if t.start() < in.Start || t.start() >= in.End || t.text == "" || !t.sure && !s.Explain {
			continue
		}
		label := t.kind
		if !t.sure {
			label = "held back: " + label
		}
		notes = append(notes, s.note(label, t, room)...)
		if s.Explain && t.why != "" {
			for _, l := range folded(printable(t.why), room-4) {
				notes = append(notes, "    "+s.in("cut", l))
			}
		}
	}
	for i := range max(len(text), len(notes)) {
		switch {
		case !beside:
			continue
		case i < len(text) && i < len(notes):
			fmt.Fprintf(w, "%s%s │ %s\n", text[i], strings.Repeat(" ", max(0, textWidth-text[i].columns)), notes[i])
		case i < len(text):
			fmt.Fprintf(w, "%s\n", text[i])
		default:
			fmt.Fprintf(w, "%s │ %s\n", strings.Repeat(" ", textWidth), notes[i])
		}
	}
	if !beside {
		for _, l := range text {
			fmt.Fprintln(w, l)
		}
		for _, n := range notes {
			fmt.Fprintf(w, "    %s\n", n)
		}
	}
	fmt.Fprintln(w)
}

// note sets a thing found in lines.
func (s Style) note(label string, t thing, room int) []string {
	lines := folded(printable(label+": "+t.text), room)
	for i := range lines {
		if i == 0 {
			lines[0] = s.in(t.kind, label) + strings.TrimPrefix(lines[0], label)
		} else {
			lines[i] = "  " + lines[i]
		}
	}
	return lines
}

// piece is words in one colour, of these ANSI codes.
type piece struct{ words, codes string }

// row is a line of text, with the columns that it fills.
type row struct {
	pieces  []piece
	columns int
}

func (r *row) add(p piece) {
	if n := len(r.pieces); n > 0 && r.pieces[n-1].codes == p.codes {
		r.pieces[n-1].words += p.words
	} else {
		r.pieces = append(r.pieces, p)
	}
	r.columns += columns(p.words)
}

func (r row) String() string {
	var b strings.Builder
	for _, p := range r.pieces {
		if p.codes == "" {
			b.WriteString(p.words)
		} else {
			b.WriteString("\x1b[" + p.codes + "m" + p.words + "\x1b[0m")
		}
	}
	return b.String()
}

// wrapped sets a stretch of text in lines, what is found in it in colour.
func (s Style) wrapped(a *coranto.Article, in coranto.Span, things []thing) []row {
	var lines []row
	var line row
	at := in.Start
	for _, word := range strings.Fields(in.In(a.Text)) {
		at += strings.Index(a.Text[at:], word)
		pieces := s.marked(a, coranto.Span{Start: at, End: at + len(word)}, things)
		at += len(word)
		if line.columns > 0 && line.columns+1+columns(printable(word)) > textWidth {
			lines, line = append(lines, line), row{}
		}
		if n := len(line.pieces); n > 0 {
			blank := piece{words: " "}
			if line.pieces[n-1].codes == pieces[0].codes {
				blank.codes = pieces[0].codes
			}
			line.add(blank)
		}
		for _, p := range pieces {
			line.add(p)
		}
	}
	if line.columns > 0 {
		lines = append(lines, line)
	}
	return lines
}

// marked cuts a word where something found begins or ends.
func (s Style) marked(a *coranto.Article, word coranto.Span, things []thing) []piece {
	if !s.Color {
		return []piece{{words: printable(word.In(a.Text))}}
	}
	cuts := []int{word.Start, word.End}
	var here []thing
	for _, t := range things {
		if !t.sure {
			continue
		}
		for _, span := range t.spans {
			if span.Overlaps(word) {
				cuts = append(cuts, max(span.Start, word.Start), min(span.End, word.End))
				here = append(here, thing{spans: []coranto.Span{span}, kind: t.kind})
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var pieces []piece
	for i := 1; i < len(cuts); i++ {
		at := coranto.Span{Start: cuts[i-1], End: cuts[i]}
		var codes []string
		for _, t := range here {
			if code := colours[t.kind]; t.spans[0].Contains(at) && !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
		pieces = append(pieces, piece{printable(at.In(a.Text)), strings.Join(codes, ";")})
	}
	return pieces
}

// folded sets words in lines of at most n columns.
func folded(s string, n int) []string {
	var lines []string
	line, filled := "", 0
	for _, w := range strings.Fields(s) {
		c := columns(w)
		if filled > 0 && filled+1+c > n-2 {
			lines, line, filled = append(lines, line), "", 0
		}
		if filled > 0 {
			line, filled = line+" ", filled+1
		}
		line, filled = line+w, filled+c
	}
	if filled > 0 {
		lines = append(lines, line)
	}
	return lines
}

// columns is how many columns of a terminal words fill.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		case k == width.EastAsianWide, k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// printable takes from words of strangers what would command the terminal:
// control characters and marks that turn the direction of text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar:
			return '\uFFFD'
		}
		return r
	}, s)
}
