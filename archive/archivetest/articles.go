package archivetest

import (
	"testing"
	"time"

	"coranto"
	"coranto/archive"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// full is an article with something in every field, in two scripts.
func full() archive.Filed {
	const text = "LODOVA — “We shall meet,” said Mira Talen.\n\nВелмарк ждёт."
	limit := 20.0
	return archive.Filed{
		Story: "s1", WireOf: "other", Words: "meet talen", Version: 1,
		Article: coranto.Article{
			ID: "aa", ExternalID: "ext-7", URL: "https://courier.example/meet", Kind: coranto.Analysis,
			Headline: "Talen: <we> & they “shall meet”", Publisher: coranto.Byline{Name: "Ostland Courier", Domain: "courier.example"},
			Agencies: []string{"VNA"}, Authors: []string{"Ana Ruel"}, Dateline: "LODOVA", Language: "en",
			Published: &coranto.Dating{From: "2031-05-01", To: "2031-05-02", Basis: coranto.Inferred, Evidence: "May 2"},
			Updated:   "2 May 2031", Age: "3 hours ago", KeyPoints: []string{"They meet"},
			Captions: []coranto.Caption{{Text: "Talen", Credit: "VNA", Date: "2031-04-30"}}, Tags: []string{"talks"},
			Text: text, Crossheads: []string{}, Furniture: []coranto.Furniture{{Text: "MORE:", Why: "promotion"}},
			Damaged: []coranto.Span{{Start: 1, End: 2}}, Sentences: []coranto.Span{{Start: 0, End: 49}, {Start: 51, End: 75}},
			Times:    []coranto.Time{{Start: 1, End: 2, Type: "DATE", Value: "2031-05-02"}},
			Entities: []coranto.Entity{{Name: "Mira Talen", Type: coranto.Person, Mentions: []coranto.Span{{Start: 38, End: 48}}, Refs: []coranto.Span{}}},
			Statements: []coranto.Statement{{Speaker: "Mira Talen", Cue: "said", Mode: coranto.Direct, Text: "“We shall meet,”", Start: 11, End: 31,
				Spans: []coranto.Span{{Start: 11, End: 31}}, Source: &coranto.Span{Start: 38, End: 48}}},
			Events:       []coranto.Event{{Type: "CONSULT", Actors: []string{"Velmark"}}},
			Appointments: []coranto.Appointment{{What: "meeting", Status: "announced"}},
			Figures:      []coranto.Figure{{What: "killed", Value: 12, Max: &limit}},
			Caveats:      []coranto.Caveat{{Kind: "denied", By: "Velmark"}},
		},
	}
}

func testArticle(t *testing.T, d desk) {
	ctx := t.Context()
	p := page("aa", "as it came")
	before := time.Now().Add(-time.Second)
	in := full()
	d.file(p, in)
	in.Article.Page, in.Article.N = p.Name, 1

	got := must1(d.Article(ctx, "aa", 0))(t)
	want := in
	want.Page, want.Words = p.ID(), ""
	// Not EquateEmpty: a list that was there and empty is not an absent one.
	if diff := cmp.Diff(want, got.Filed); diff != "" {
		t.Errorf("filed (-want +got):\n%s", diff)
	}
	if got.Accepted.Before(before) || got.Accepted.After(time.Now()) {
		t.Errorf("accepted %v, which is not now", got.Accepted)
	}
	same(t, "versions", got.Versions, []archive.Version{{V: 1, Headline: in.Article.Headline, Accepted: got.Accepted}})

	story := must1(d.Story(ctx, "s1"))(t)
	same(t, "heads", story.Articles, []coranto.Head{{
		ID: "aa", ExternalID: "ext-7", Headline: in.Article.Headline, Publisher: "Ostland Courier", Domain: "courier.example",
		Published: "2031-05-01", Until: "2031-05-02", Basis: coranto.Inferred, WireOf: "other", Kind: coranto.Analysis,
		Language: "en", Version: 1, Accepted: got.Accepted,
	}})
	same(t, "the article by its story", must1(d.Articles(ctx, "s1"))(t), []archive.Kept{got})
}

func testUnchanged(t *testing.T, d desk) {
	d.file(page("a", "first"), report("aa", "s1", "Talks open", "Talks opened."))
	again := report("aa", "s2", "Talks open", "Talks opened.")
	again.Article.Age, again.Article.Tags, again.WireOf = "4 hours ago", []string{"talks"}, "bb"
	p := page("a", "with another promotion on it")
	d.file(p, again)

	got := must1(d.Article(t.Context(), "aa", 0))(t)
	if got.Version != 1 || len(got.Versions) != 1 || got.Story != "s1" || got.WireOf != "" || got.Page == p.ID() {
		t.Errorf("an unchanged article was changed: %+v", got)
	}
	same(t, "counts", must1(d.Counts(t.Context()))(t), archive.Counts{Pages: 2, Articles: 1, Stories: 1, Publishers: 1})
}

func testVersions(t *testing.T, d desk) {
	ctx := t.Context()
	d.file(page("a", "1"), dated(report("aa", "s1", "Talks open", "Talks opened."), "2031-05-01", ""))
	d.file(page("a", "2"), by(dated(report("aa", "s2", "Talks stall", "Talks opened. They stall."), "2031-05-03", ""), "Herald", ""))

	now := must1(d.Article(ctx, "aa", 0))(t)
	if now.Version != 2 || now.Story != "s1" || now.Article.Text != "Talks opened. They stall." || now.Page != page("a", "2").ID() {
		t.Errorf("the current version: %+v", now)
	}
	same(t, "versions", now.Versions, []archive.Version{{V: 1, Headline: "Talks open"}, {V: 2, Headline: "Talks stall"}},
		cmpopts.IgnoreFields(archive.Version{}, "Accepted"))
	was := must1(d.Article(ctx, "aa", 1))(t)
	if was.Version != 1 || was.Article.Text != "Talks opened." || was.Page != page("a", "1").ID() || len(was.Versions) != 2 {
		t.Errorf("the first version: %+v", was)
	}
	same(t, "the second, asked for", must1(d.Article(ctx, "aa", 2))(t), now)

	story := must1(d.Story(ctx, "s1"))(t)
	if story.From != "2031-05-03" || story.To != "2031-05-03" || len(story.Articles) != 1 || story.Headline != "Talks stall" {
		t.Errorf("the story follows the edit: %+v", story)
	}
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{Pages: 2, Articles: 1, Stories: 1, Publishers: 1})
	same(t, "publishers", must1(d.Publishers(ctx))(t), []archive.PublisherCount{{Name: "Herald", Articles: 1}})
}

func testReread(t *testing.T, d desk) {
	ctx := t.Context()
	first, second := page("a", "1"), page("a", "2")
	d.file(first, report("aa", "s1", "Talks open", "Talks opened. MORE"))
	d.file(second, report("aa", "s1", "Talks stall", "Talks stall. MORE"))

	better := report("aa", "s1", "Talks stall", "Talks stall.")
	better.Article.Entities = []coranto.Entity{{Name: "Velmark", Type: coranto.State}}
	d.must(d.File(ctx, []archive.Result{
		result(first, 1, report("aa", "s1", "Talks open", "Talks opened.")),
		result(second, 2, better),
	}))
	for v, text := range map[int]string{1: "Talks opened.", 2: "Talks stall."} {
		got := must1(d.Article(ctx, "aa", v))(t)
		if got.Article.Text != text || len(got.Versions) != 2 {
			t.Errorf("version %d of %d: %q, want %q of 2", v, len(got.Versions), got.Article.Text, text)
		}
	}
	same(t, "entities", must1(d.Article(ctx, "aa", 0))(t).Article.Entities, better.Article.Entities)
	before := d.dump()
	d.must(d.File(ctx, []archive.Result{result(second, 2, better)}))
	same(t, "filed again", d.dump(), before)
}

func testAtomic(t *testing.T, d desk) {
	ctx := t.Context()
	p := page("a", "1")
	d.accept(p)
	before := d.dump()
	err := d.File(ctx, []archive.Result{
		result(p, 1, report("aa", "s1", "Talks open", "Talks opened.")),
		result(page("b", "2"), 2, report("bb", "s2", "Talks stall", "Talks stall.")),
	})
	sameKind(t, "the page was never accepted", err, coranto.NotFound)
	same(t, "afterwards", d.dump(), before)
}

func testIdentifiers(t *testing.T, d desk) {
	ctx := t.Context()
	p := page("a", "1")
	d.accept(p)
	for what, articles := range map[string][]archive.Filed{
		"none":     {report("", "s1", "Talks open", "Talks opened.")},
		"repeated": {report("aa", "s1", "Talks open", "Talks opened."), report("aa", "s1", "Talks stall", "Talks stall.")},
	} {
		sameKind(t, what, d.File(ctx, []archive.Result{result(p, 1, articles...)}), coranto.Internal)
	}
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{Pages: 1})
}

func testRecent(t *testing.T, d desk) {
	ctx := t.Context()
	d.fileEach(report("cc", "s1", "One", "One."), report("bb", "", "Two", "Two."), report("aa", "s1", "Three", "Three."))
	d.file(page("cc", "edited"), report("cc", "s1", "One", "One, corrected."))
	ids := func(filed []archive.Filed) []string {
		ids := []string{}
		for _, f := range filed {
			ids = append(ids, f.Article.ID+" "+f.Story+" "+f.Article.Text)
		}
		return ids
	}
	all := []string{"cc s1 One, corrected.", "bb  Two.", "aa s1 Three."}
	same(t, "all", ids(must1(d.Recent(ctx, 10))(t)), all)
	same(t, "the last two", ids(must1(d.Recent(ctx, 2))(t)), all[1:])
	same(t, "none", ids(must1(d.Recent(ctx, 0))(t)), []string{})
	same(t, "their places", must1(d.Placed(ctx, []string{"bb", "cc", "zz"}))(t), map[string]archive.Place{"bb": {}, "cc": {Story: "s1"}})
}
