// Package written reads stories that tests write down as text: articles with
// what a reader has found marked in them.
package written

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/txtar"

	"coranto"
	"coranto/desk/claim"
)

// Story reads an archive of articles. A file's name is the publisher with what
// else is known: "The Courier | 2026-10-08T18:00:00Z | copies=2 | agency=KNA |
// kind=opinion | stub". The text that follows has marks: {s Speaker|mode|words}
// is a statement, {f what|value|bound|unit|who gives it|words} a figure,
// {e TYPE|actors|targets|modality|words} an event, {a what|who|day|status|words}
// an appointment, {n TYPE|Name|words} a name, {t 2026-10-08|words} a time. Files named "want ..." are left
// out.
func Story(ar *txtar.Archive) []claim.Item {
	var items []claim.Item
	for _, f := range ar.Files {
		if strings.HasPrefix(f.Name, "want") {
			continue
		}
		items = append(items, article(f.Name, string(f.Data), len(items)+1))
	}
	return items
}

func article(name, text string, n int) claim.Item {
	a := &coranto.Article{ID: strconv.Itoa(n), Language: "en", Kind: coranto.Report}
	it := claim.Item{Article: a}
	for i, part := range strings.Split(name, " | ") {
		key, value, _ := strings.Cut(part, "=")
		switch {
		case i == 0:
			it.Publisher = part
		case key == "copies":
			it.Copies = value
		case key == "agency":
			a.Agencies = []string{value}
		case key == "kind":
			a.Kind = coranto.ArticleKind(value)
		case key == "head":
			a.Headline = value
		case key == "lang":
			a.Language = value
		case key == "stub":
			a.Stub = true
		default:
			it.At, it.Exact = moment(part)
		}
	}
	mark(a, text)
	for _, m := range regexp.MustCompile(`[^.!?\s](?:[^.!?\n]|\.\d)*[.!?]*["”]?`).FindAllStringIndex(a.Text, -1) {
		a.Sentences = append(a.Sentences, coranto.Span{Start: m[0], End: m[1]})
	}
	return it
}

func moment(s string) (time.Time, bool) {
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		return at, true
	}
	at, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(fmt.Sprintf("written: %q is no date", s))
	}
	return at.Add(24*time.Hour - time.Second), false
}

// mark takes the marks out of a text and notes what they say. A mark may stand
// in another one's words.
func mark(a *coranto.Article, text string) {
	var b strings.Builder
	var open []func(end int)
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{':
			head, fields := text[i+1], 0
			switch head {
			case 't':
				fields = 1
			case 's', 'n':
				fields = 2
			case 'f':
				fields = 5
			case 'e', 'a':
				fields = 4
			default:
				panic(fmt.Sprintf("written: unknown mark %q", text[i:i+2]))
			}
			parts := strings.SplitN(text[i+3:], "|", fields+1)
			for _, p := range parts[:fields] {
				i += len(p) + 1
			}
			i += 2
			open = append(open, found(a, head, parts[:fields], b.Len()))
		case '}':
			open[len(open)-1](b.Len())
			open = open[:len(open)-1]
		default:
			b.WriteByte(text[i])
		}
	}
	a.Text = strings.TrimSpace(b.String())
	for i := range a.Statements {
		s := &a.Statements[i]
		s.Text = a.Text[s.Start:min(s.End, len(a.Text))]
	}
}

// found notes a thing that begins at a byte, and returns what ends it.
func found(a *coranto.Article, head byte, f []string, start int) func(end int) {
	list := func(s string) []string {
		if s == "" {
			return nil
		}
		return strings.Split(s, ", ")
	}
	switch head {
	case 't':
		i := len(a.Times)
		a.Times = append(a.Times, coranto.Time{Start: start, Type: "DATE", Value: f[0]})
		return func(end int) { a.Times[i].End = end }
	case 's':
		i := len(a.Statements)
		speaker, relayed, _ := strings.Cut(f[0], " via ")
		a.Statements = append(a.Statements, coranto.Statement{Speaker: speaker, RelayedBy: relayed, Mode: f[1], Start: start, Confidence: 1})
		return func(end int) {
			a.Statements[i].End = end
			a.Statements[i].Spans = []coranto.Span{{Start: start, End: end}}
		}
	case 'f':
		value, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			panic(err)
		}
		i := len(a.Figures)
		a.Figures = append(a.Figures, coranto.Figure{What: f[0], Value: value, Bound: f[2], Unit: f[3], AttributedTo: f[4], Start: start, Confidence: 1})
		return func(end int) { a.Figures[i].End = end }
	case 'e':
		i := len(a.Events)
		a.Events = append(a.Events, coranto.Event{Type: f[0], Actors: list(f[1]), Targets: list(f[2]), Modality: f[3], Start: start, Confidence: 1})
		return func(end int) { a.Events[i].End = end }
	case 'a':
		i := len(a.Appointments)
		a.Appointments = append(a.Appointments, coranto.Appointment{What: f[0], Who: list(f[1]), From: f[2], To: f[2], Status: f[3], Start: start, Confidence: 1})
		return func(end int) { a.Appointments[i].End = end }
	default:
		i := len(a.Entities)
		a.Entities = append(a.Entities, coranto.Entity{Type: coranto.EntityType(f[0]), Name: f[1]})
		return func(end int) { a.Entities[i].Mentions = []coranto.Span{{Start: start, End: end}} }
	}
}
