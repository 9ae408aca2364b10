package archivetest

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"coranto"
	"coranto/archive"
)

func testSearch(t *testing.T, d desk) {
	words := func(id, words string) archive.Filed {
		f := report(id, "s1", strings.ToUpper(id), id)
		f.Words = words
		return f
	}
	d.fileEach(
		words("a1", "talks talks talks open"),
		words("a2", "talks stall in the snow and the ice of a long winter"),
		words("a3", "北京 京会 会谈"),
		words("a4", "велмарк ждёт naïve"),
		words("a5", "note near or not and"),
		words("a6", "संधि สวัสดี o'neil 7th"),
	)
	for _, c := range []struct {
		query string
		want  string
	}{
		{"talks", "a1 a2"},
		{"tal", "a1 a2"},       // the last word is a beginning
		{"tal open", ""},       // the others are whole
		{"talks snow", "a2"},   // all are required
		{"open talks", "a1"},   // in any order
		{"京会 会谈", "a3"},        // bigrams
		{"велмарк ждёт", "a4"}, // the store folds nothing: ё is not е
		{"ждет", ""},
		{"naïve", "a4"},
		{"naive", ""},
		{"or not", "a5"}, // no word is an operator
		{"near and", "a5"},
		{"संधि", "a6"},
		{"o'neil", "a6"},
		{"7th", "a6"},
		{"snowman|7th", "a6"}, // any form of a word will do
		{`"talks`, "a1 a2"},   // punctuation is dropped
		{`ta* l`, ""},
		{`" * ( ) ^ :`, ""},
		{"words: -x", ""},
		{"a\x00b", ""},
		{"", ""},
		{"snowman", ""},
	} {
		hits, total, err := d.Search(t.Context(), alternatives(c.query), 10, 0)
		if err != nil {
			t.Errorf("%q: %v", c.query, err)
			continue
		}
		same(t, fmt.Sprintf("%q", c.query), hitIDs(hits), c.want)
		same(t, fmt.Sprintf("%q in all", c.query), total, len(strings.Fields(c.want)))
	}

	hits, total, err := d.Search(t.Context(), alternatives("talks"), 1, 1)
	d.must(err)
	if total != 2 || len(hits) != 1 {
		t.Fatalf("the second page of one: %d of %d", len(hits), total)
	}
	best, _, err := d.Search(t.Context(), alternatives("talks"), 1, 0)
	d.must(err)
	if best[0].Score <= hits[0].Score {
		t.Errorf("the best hit scores %v, the next %v", best[0].Score, hits[0].Score)
	}
	if h := best[0]; h.Story != "s1" || h.Head.Headline != "A1" || h.Head.Publisher != "Ostland Courier" || h.Head.Version != 1 {
		t.Errorf("hit: %+v", h)
	}
	beyond, total, err := d.Search(t.Context(), alternatives("talks"), 10, 10)
	d.must(err)
	if total != 2 || len(beyond) != 0 {
		t.Errorf("beyond the end: %d of %d", len(beyond), total)
	}
}

func hitIDs(hits []archive.Hit) string {
	var ids []string
	for _, h := range hits {
		ids = append(ids, h.Head.ID)
	}
	return strings.Join(ids, " ")
}

// alternatives reads a query of words, the forms of each parted by bars.
func alternatives(query string) [][]string {
	var words [][]string
	for _, w := range strings.Fields(query) {
		words = append(words, strings.Split(w, "|"))
	}
	return words
}

func testSearchEdited(t *testing.T, d desk) {
	d.file(page("a", "1"), report("aa", "s", "Talks open", "Snow fell."))
	d.file(page("a", "2"), report("aa", "s", "Talks open", "Rain fell."))
	for query, want := range map[string]string{"snow": "", "rain": "aa", "talks": "aa"} {
		hits, _, err := d.Search(t.Context(), alternatives(query), 10, 0)
		d.must(err)
		same(t, query, hitIDs(hits), want)
	}
}

func testSources(t *testing.T, d desk) {
	ctx := t.Context()
	noon := time.Date(2031, 5, 2, 12, 0, 0, 0, time.UTC)
	a := coranto.Source{ID: "a", URL: "https://courier.example/feed", Kind: "feed", Title: "Courier"}
	b := coranto.Source{ID: "b", URL: "https://agency.example/feed", Kind: "feed", Due: noon}
	for _, s := range []coranto.Source{a, b} {
		same(t, "added "+s.ID, must1(d.AddSource(ctx, s))(t), true)
	}
	same(t, "added again", must1(d.AddSource(ctx, coranto.Source{ID: "a", URL: "https://elsewhere.example/"}))(t), false)
	same(t, "the same address", must1(d.AddSource(ctx, coranto.Source{URL: b.URL}))(t), false)
	same(t, "sources, by address", must1(d.Sources(ctx))(t), []coranto.Source{b, a})

	same(t, "due before noon: what was never asked", must1(d.DueSources(ctx, noon.Add(-time.Second), 10))(t), []coranto.Source{a})
	same(t, "due at noon", must1(d.DueSources(ctx, noon, 0))(t), []coranto.Source{a, b})
	same(t, "one that is due", must1(d.DueSources(ctx, noon, 1))(t), []coranto.Source{a})

	a.ETag, a.LastModified, a.Checked, a.Due = `W/"1"`, "Fri, 02 May 2031 12:00:00 GMT", noon, noon.Add(time.Hour)
	a.Failures, a.LastError = 2, "no answer"
	d.must(d.SaveSource(ctx, a))
	same(t, "saved", must1(d.Sources(ctx))(t), []coranto.Source{b, a})
	same(t, "due then", must1(d.DueSources(ctx, noon, 10))(t), []coranto.Source{b})
}

func testCancelled(t *testing.T, d desk) {
	p := page("a", "1")
	d.accept(p)
	before := d.dump()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, accept := d.Accept(ctx, []coranto.Page{page("b", "2")})
	_, stories := d.Stories(ctx, archive.StoryQuery{})
	for what, err := range map[string]error{
		"accept": accept, "stories": stories,
		"file": d.File(ctx, []archive.Result{result(p, 1, report("aa", "s", "One", "One."))}),
		"note": d.Note(ctx, []archive.Outcome{{Name: "x", Status: archive.Failed}}),
	} {
		if err == nil {
			t.Errorf("%s went on", what)
		}
	}
	same(t, "afterwards", d.dump(), before)
}

func testEmpty(t *testing.T, d desk) {
	ctx := t.Context()
	d.must(d.File(ctx, nil))
	d.must(d.Note(ctx, nil))
	same(t, "accepted", must1(d.Accept(ctx, nil))(t), []archive.Accepted{})
	same(t, "queue", must1(d.Queue(ctx, 0, 10))(t), []archive.Queued{})
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{})
	same(t, "stories", must1(d.Stories(ctx, archive.StoryQuery{}))(t), []coranto.Story{})
	same(t, "recent", must1(d.Recent(ctx, 10))(t), []archive.Filed{})
	same(t, "outcomes", must1(d.Outcomes(ctx))(t), []archive.Outcome{})
	hits, total, err := d.Search(ctx, alternatives("talks"), 10, 0)
	d.must(err)
	same(t, "hits", hits, []archive.Hit{})
	same(t, "of", total, 0)
}

// testDump files the same pages into two stores, in one transaction and in many
// with every step repeated.
func testDump(t *testing.T, d desk, other Store) {
	ctx := t.Context()
	o := desk{t: t, Store: other}
	var pages []coranto.Page
	var results []archive.Result
	for i := range 20 {
		p := page(fmt.Sprintf("p%d", i%15), fmt.Sprintf("body %d", i))
		f := dated(report(fmt.Sprintf("a%d", i%15), fmt.Sprintf("s%d", i%4), fmt.Sprintf("Headline %d", i), fmt.Sprintf("Text number %d.", i)),
			fmt.Sprintf("2031-05-%02d", 1+i%9), "")
		f.Article.Entities = []coranto.Entity{{Name: "Velmark", Type: coranto.State}, {Name: fmt.Sprintf("Person %d", i%3), Type: coranto.Person}}
		f.Article.Statements = []coranto.Statement{{Speaker: fmt.Sprintf("Person %d", i%3), Text: "…"}}
		pages = append(pages, p)
		results = append(results, result(p, int64(i+1), f))
	}
	d.accept(pages...)
	d.must(d.File(ctx, results))

	time.Sleep(2 * time.Millisecond) // so that they are not accepted at one moment
	o.accept(pages[:7]...)
	o.accept(pages...)
	for i := range results {
		o.must(o.File(ctx, results[i:i+1]))
	}
	same(t, "the other dump", o.dump(), d.dump())
	if d.dump() == "" {
		t.Error("nothing was dumped")
	}

	o.file(page("p0", "one more"), report("a0", "s0", "Headline 0", "Text that differs."))
	if o.dump() == d.dump() {
		t.Error("another text dumps the same")
	}
}
