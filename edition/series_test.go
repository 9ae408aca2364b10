package edition_test

import (
	"testing"
	"time"

	"coranto"
	"coranto/archive"
	"coranto/edition"
	"coranto/edition/editiontest"
)

func TestFigures(t *testing.T) {
	desk := editiontest.New()
	told := func(id, published, wireOf string, value float64) {
		desk.Add(archive.Kept{Filed: archive.Filed{Story: "mine", WireOf: wireOf, Article: coranto.Article{
			ID: id, Headline: "Mine at Kesten", Text: "The firm said so.", Language: "en", Sentences: []coranto.Span{{Start: 0, End: 17}},
			Published: &coranto.Dating{From: published, To: published, Basis: coranto.Stated},
			Figures:   []coranto.Figure{{What: "trapped", Value: value, Bound: "exact", AttributedTo: "the firm", Start: 0, End: 3, Confidence: 1}},
		}}})
	}
	told("mine-1", "2026-11-18", "", 31)
	told("mine-2", "2026-11-18", "mine-1", 31)
	told("mine-3", "2026-11-19", "", 14)

	e := edition.New(desk, nil, func() time.Time { return editiontest.Now })
	view, err := e.Figures(t.Context(), "trapped", 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(view.Stories) != 1 || len(view.Stories[0].Series) != 1 {
		t.Fatalf("stories: %+v", view.Stories)
	}
	s := view.Stories[0].Series[0]
	if s.Change == nil || s.Change.From.Text != "31" || s.Change.To.Text != "14" || s.Change.By != "the firm" {
		t.Errorf("change: %+v", s.Change)
	}
	equal(t, s.Lines[0].Origins, 1)
	equal(t, s.Lines[0].Marks, []edition.Mark{{N: s.Lines[0].Marks[0].N, Href: "/articles/mine-1?v=1#s1", Press: "unknown publisher", Copies: 1}})

	for query, want := range map[string]int{"Mine": 1, "harvest": 0} {
		view, err := e.Figures(t.Context(), query, 1)
		if err != nil || len(view.Stories) != want {
			t.Errorf("%q: %d stories, want %d (%v)", query, len(view.Stories), want, err)
		}
	}
	if _, err := e.Figures(t.Context(), "", 9); coranto.KindOf(err) != coranto.NotFound {
		t.Errorf("page 9: %v", err)
	}
}
