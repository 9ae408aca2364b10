package archivetest

import (
	"testing"

	"coranto"
	"coranto/archive"
)

func testMerges(t *testing.T, d desk) {
	ctx := t.Context()
	first := dated(report("a1", "talks", "Talks open", "Talks opened."), "2031-05-01", "")
	first.Article.Figures = []coranto.Figure{{What: "envoys", Value: 7, Start: 0, End: 5, Confidence: 1}}
	d.fileEach(
		first,
		dated(report("a2", "summit", "Summit opens", "It opened."), "2031-05-02", ""),
		dated(report("a3", "summit", "Summit goes on", "It goes on."), "2031-05-03", ""),
	)
	tying := dated(report("a4", "talks", "Talks at the summit", "They talk there."), "2031-05-04", "")
	tying.Merges = []archive.Merge{{From: "summit", To: "talks"}}
	d.fileEach(tying)
	want := must1(d.Story(ctx, "talks"))(t)
	var articles []string
	for _, h := range want.Articles {
		articles = append(articles, h.ID)
	}
	same(t, "articles", articles, []string{"a1", "a2", "a3", "a4"})
	same(t, "dates", []string{want.From, want.To}, []string{"2031-05-01", "2031-05-04"})
	same(t, "by its old identifier", must1(d.Story(ctx, "summit"))(t), want)
	same(t, "articles by it", len(must1(d.Articles(ctx, "summit"))(t)), 4)
	same(t, "findings by it", len(must1(d.Findings(ctx, archive.FindingQuery{Kind: archive.FigureFound, Story: "summit"}))(t)), 1)
	same(t, "stories", ids(must1(d.Stories(ctx, archive.StoryQuery{}))(t)), []string{"talks"})
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{Pages: 4, Articles: 4, Stories: 1, Publishers: 1})
	same(t, "places", must1(d.Placed(ctx, []string{"a2"}))(t), map[string]archive.Place{"a2": {Story: "talks"}})

	again := dated(report("b1", "peace", "Peace", "Peace was made."), "2031-05-05", "")
	again.Merges = []archive.Merge{{From: "talks", To: "peace"}}
	d.fileEach(again)
	for _, old := range []string{"talks", "summit"} {
		same(t, old, must1(d.Story(ctx, old))(t).ID, "peace")
	}
	d.fileEach(again)
	same(t, "filed again", len(must1(d.Story(ctx, "peace"))(t).Articles), 5)

	d.fileEach(report("c1", "summit", "Another summit", "Another one."))
	same(t, "an identifier in use again", must1(d.Story(ctx, "summit"))(t).Headline, "Another summit")
	same(t, "the others", must1(d.Story(ctx, "talks"))(t).ID, "peace")
}

func testMoves(t *testing.T, d desk) {
	ctx := t.Context()
	d.fileEach(
		dated(report("a1", "talks", "Talks open", "Talks opened."), "2031-05-01", ""),
		dated(report("a2", "talks", "Rain", "It rained."), "2031-05-09", ""),
		dated(report("a3", "storm", "Storm", "It stormed."), "2031-05-04", ""),
	)
	drawing := dated(report("a4", "weather", "Rain and storm", "Both."), "2031-05-05", "")
	drawing.Moves = []archive.Move{{Article: "a2", Story: "weather"}, {Article: "a3", Story: "weather"}}
	d.fileEach(drawing)
	same(t, "what is left", ids(must1(d.Stories(ctx, archive.StoryQuery{}))(t)), []string{"weather", "talks"})
	talks, weather := must1(d.Story(ctx, "talks"))(t), must1(d.Story(ctx, "weather"))(t)
	same(t, "dates", []string{talks.From, talks.To, weather.From, weather.To}, []string{"2031-05-01", "2031-05-01", "2031-05-04", "2031-05-09"})
	same(t, "a story that is no more", must1(d.Story(ctx, "storm"))(t).ID, "weather")
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{Pages: 4, Articles: 4, Stories: 2, Publishers: 1})

	lost := report("b1", "weather", "Sun", "It shone.")
	lost.Moves = []archive.Move{{Article: "nowhere", Story: "weather"}}
	p := page("sun", "Sun")
	sameKind(t, "an article that is not there", d.File(ctx, []archive.Result{result(p, d.accept(p)[0], lost)}), coranto.NotFound)
}
