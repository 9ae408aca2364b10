package sqlite

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"coranto"
	"coranto/archive"
)

// BenchmarkFile files articles of 3 kB with 5 statements, 8 events and 4 figures
// each, 100 in a transaction. Run it with -benchtime 100x: 10,000 articles.
func BenchmarkFile(b *testing.B) {
	const batch = 100
	a, err := Open(b.Context(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	made := newMaker()
	articles := 0
	for b.Loop() {
		b.StopTimer()
		var pages []coranto.Page
		var filed []archive.Filed
		for range batch {
			f := made.article(articles)
			articles++
			filed = append(filed, f)
			pages = append(pages, coranto.Page{Name: f.Article.Page, Form: coranto.Plain})
		}
		accepted, err := a.Accept(b.Context(), pages)
		if err != nil {
			b.Fatal(err)
		}
		var results []archive.Result
		for i, f := range filed {
			results = append(results, archive.Result{
				Outcome:  archive.Outcome{Seq: accepted[i].Seq, Status: archive.Read, Articles: 1, Maker: 1},
				Articles: []archive.Filed{f},
			})
		}
		b.StartTimer()
		if err := a.File(b.Context(), results); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(articles)/b.Elapsed().Seconds(), "articles/s")
	if err := a.Close(); err != nil { // which puts everything into the one file
		b.Fatal(err)
	}
	info, err := os.Stat(a.path)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/float64(articles), "B/article")
}

// maker makes articles of invented words, spread as words are: by Zipf's law.
type maker struct {
	rnd   *rand.Rand
	zipf  *rand.Zipf
	words []string
}

func newMaker() *maker {
	rnd := rand.New(rand.NewPCG(1, 2))
	m := &maker{rnd: rnd, zipf: rand.NewZipf(rnd, 1.1, 3, 39_999)}
	for range 40_000 {
		w := ""
		for range 1 + rnd.IntN(4) {
			w += string("bdfgklmnprstvz"[rnd.IntN(14)]) + string("aeiou"[rnd.IntN(5)])
		}
		m.words = append(m.words, w)
	}
	return m
}

func (m *maker) some(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = m.words[m.zipf.Uint64()]
	}
	return strings.Join(words, " ")
}

func (m *maker) article(n int) archive.Filed {
	var text strings.Builder
	art := coranto.Article{
		ID: coranto.NewID("article", fmt.Sprint(n)), Page: fmt.Sprintf("pages/%07d", n), N: 1, Kind: coranto.Report,
		Headline: m.some(9), Language: "en",
		Publisher: coranto.Byline{Name: fmt.Sprintf("Publisher %d", m.rnd.IntN(200)), Domain: "publisher.example"},
		Published: &coranto.Dating{From: fmt.Sprintf("2031-%02d-%02d", 1+n/2800%12, 1+n/100%28), Basis: coranto.Stated, Evidence: m.some(3)},
		Authors:   []string{m.some(2)},
	}
	for e := range 8 {
		art.Entities = append(art.Entities, coranto.Entity{
			Name: fmt.Sprintf("Person %d", int(m.zipf.Uint64())*8+e), Type: coranto.Person, Refs: []coranto.Span{},
		})
	}
	for text.Len() < 3000 {
		start := text.Len()
		text.WriteString(m.some(18) + ". ")
		span := coranto.Span{Start: start, End: text.Len() - 1}
		art.Sentences = append(art.Sentences, span)
		e := &art.Entities[len(art.Sentences)%8]
		e.Mentions = append(e.Mentions, coranto.Span{Start: span.Start, End: span.Start + 8})
		if len(art.Events) < 8 {
			art.Events = append(art.Events, coranto.Event{
				Type: "CONSULT", Verb: "met", Modality: "happened", Actors: []string{e.Name}, Targets: []string{art.Entities[0].Name},
				From: art.Published.From, To: art.Published.From, Start: span.Start, End: span.End, Confidence: 0.9,
			})
		}
		if len(art.Figures) < 4 {
			art.Figures = append(art.Figures, coranto.Figure{What: "killed", Value: float64(n % 40), Start: span.Start, End: span.End, Confidence: 0.9})
		}
		if len(art.Statements) < 5 {
			art.Statements = append(art.Statements, coranto.Statement{
				Speaker: e.Name, Cue: "said", Mode: coranto.Direct, Start: span.Start, End: span.End,
				Text: text.String()[span.Start:span.End], Spans: []coranto.Span{span}, Source: &span, CueSpan: &span,
			})
		}
	}
	art.Text = text.String()
	story := fmt.Sprint("story ", n-m.rnd.IntN(3))
	return archive.Filed{Article: art, Page: coranto.NewID(art.Page), Story: coranto.NewID(story), Words: art.Headline + " " + art.Text}
}
