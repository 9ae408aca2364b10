package archivetest

import (
	"testing"
	"time"

	"coranto"
	"coranto/archive"
)

func testCorrections(t *testing.T, d desk) {
	d.fileEach(report("art-a", "story", "A", "Some 12 were hurt."), report("art-b", "story", "B", "At 12 it ended."))
	made := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	of := func(article, value string) coranto.Correction {
		made = made.Add(time.Minute)
		return coranto.Correction{
			Made: made, Deed: coranto.Set, Article: article, Version: 1, Kind: coranto.FigureFact,
			Start: 3, End: 5, Words: "12", Field: "value", Was: "12", Value: value,
		}.Identify()
	}
	first, second, third := of("art-a", "13"), of("art-b", "7"), of("art-a", "14")
	for _, c := range []coranto.Correction{first, second, third, first} { // the last is known
		d.must(d.Correct(t.Context(), c))
	}
	sameKind(t, "an article that is not kept", d.Correct(t.Context(), of("art-nowhere", "1")), coranto.NotFound)

	undone := made.Add(time.Hour)
	for _, at := range []time.Time{undone, undone.Add(time.Hour)} { // it stays as it was undone first
		d.must(d.UndoCorrection(t.Context(), first.ID, at))
	}
	sameKind(t, "a correction that is not kept", d.UndoCorrection(t.Context(), "nothing", undone), coranto.NotFound)
	first.Undone = undone

	for _, c := range []struct {
		of   []string
		want []coranto.Correction
	}{
		{nil, []coranto.Correction{first, second, third}},
		{[]string{"art-a"}, []coranto.Correction{first, third}},
		{[]string{"art-b", "art-nowhere"}, []coranto.Correction{second}},
	} {
		same(t, "corrections", must1(d.Corrections(t.Context(), c.of...))(t), c.want)
	}
}

// What is asked for across the desk is as readers have corrected it.
func testCorrectedFindings(t *testing.T, d desk) {
	told := func(text string) archive.Filed {
		f := report("art-a", "story", "A", text)
		f.Article.Figures = []coranto.Figure{{What: "wounded", Value: 12, Bound: "exact", Start: 5, End: 7, Confidence: 0.9}}
		return f
	}
	d.fileEach(told("Some 12 were hurt."))
	values := func() []float64 {
		t.Helper()
		var list []float64
		for _, f := range must1(d.Findings(t.Context(), archive.FindingQuery{Kind: archive.FigureFound, Subject: "wounded"}))(t) {
			list = append(list, f.Value)
		}
		return list
	}
	c := coranto.Correction{
		Made: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC), Deed: coranto.Set, Article: "art-a", Version: 1, Kind: coranto.FigureFact,
		Start: 5, End: 7, Words: "12", Field: "value", Value: "13",
	}.Identify()
	d.must(d.Correct(t.Context(), c))
	same(t, "corrected", values(), []float64{13})
	d.file(page("again", "another"), told("Some 12 were hurt. It rained."))
	same(t, "in the next version", values(), []float64{13})
	d.must(d.UndoCorrection(t.Context(), c.ID, c.Made.Add(time.Hour)))
	same(t, "undone", values(), []float64{12})
}
