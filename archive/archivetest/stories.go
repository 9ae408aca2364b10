package archivetest

import (
	"testing"

	"coranto"
	"coranto/archive"
)

func ids(stories []coranto.Story) (ids []string) {
	for _, s := range stories {
		ids = append(ids, s.ID)
	}
	return ids
}

func testStories(t *testing.T, d desk) {
	ctx := t.Context()
	d.fileEach(
		report("a1", "undated", "No day", "Nothing dates this."),
		dated(report("a2", "early", "Talks open", "Talks opened."), "2031-05-01", ""),
		dated(report("a3", "late", "Talks end", "Talks ended."), "2031-05-09", "2031-05-10"),
		by(dated(report("a4", "late", "Talks are over", "They are over."), "2031-05-08T23:00:00+02:00", ""), "", "herald.example"),
		dated(report("a5", "also early", "Rain", "It rained."), "2031-05-01", ""),
	)
	stories := must1(d.Stories(ctx, archive.StoryQuery{}))(t)
	same(t, "newest first", ids(stories), []string{"late", "also early", "early", "undated"})
	late := stories[0]
	same(t, "one", must1(d.Story(ctx, "late"))(t), late)
	same(t, "publishers", late.Publishers, []string{"herald.example", "Ostland Courier"})
	same(t, "languages", late.Languages, []string{"en"})
	same(t, "dates", []string{late.From, late.To}, []string{"2031-05-08T23:00:00+02:00", "2031-05-10"})
	same(t, "no dates", []string{stories[3].From, stories[3].To}, []string{"", ""})

	same(t, "told twice", ids(must1(d.Stories(ctx, archive.StoryQuery{MinArticles: 2}))(t)), []string{"late"})
	same(t, "the second and third", ids(must1(d.Stories(ctx, archive.StoryQuery{Limit: 2, Offset: 1}))(t)), []string{"also early", "early"})
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{Pages: 5, Articles: 5, Stories: 4, Publishers: 2})
}

func testStoriesBetween(t *testing.T, d desk) {
	ctx := t.Context()
	d.fileEach(
		dated(report("a1", "first", "One", "One."), "2031-05-01", "2031-05-03"),
		dated(report("a2", "moment", "Two", "Two."), "2031-05-04T01:00:00+03:00", ""),
		dated(report("a3", "last", "Three", "Three."), "2031-05-06", ""),
		report("a4", "undated", "Four", "Four."),
	)
	for _, c := range []struct {
		since, until string
		want         []string
	}{
		{"2031-05-03", "", []string{"last", "first", "moment"}},
		{"2031-05-04", "", []string{"last", "moment"}}, // the 4th as printed; 22:00 on the 3rd in UTC, before that day's end
		{"2031-05-03T23:00:00Z", "", []string{"last", "first"}},
		{"", "2031-05-01", []string{"first"}},
		{"", "2031-05-04", []string{"first", "moment"}},
		{"", "2031-05-03T22:30:00Z", []string{"first", "moment"}},
		{"2031-05-02", "2031-05-02", []string{"first"}},
		{"2031-05-05", "2031-05-05", nil},
		{"2032-01-01", "", nil},
	} {
		got := must1(d.Stories(ctx, archive.StoryQuery{Since: c.since, Until: c.until}))(t)
		same(t, "since "+c.since+" until "+c.until, ids(got), c.want)
	}
	for _, bad := range []string{"yesterday", "2031-13-01", "2031"} {
		_, err := d.Stories(ctx, archive.StoryQuery{Since: bad})
		sameKind(t, "since "+bad, err, coranto.Usage)
		_, err = d.Stories(ctx, archive.StoryQuery{Until: bad})
		sameKind(t, "until "+bad, err, coranto.Usage)
	}
}

func testStoryOrder(t *testing.T, d desk) {
	ctx := t.Context()
	d.fileEach(
		report("undated", "s", "U", "U."),
		dated(report("evening", "s", "E", "E."), "2031-05-02T20:00:00+02:00", ""),
		dated(report("third", "s", "T", "T."), "2031-05-03", ""),
		dated(report("day", "s", "D", "D."), "2031-05-02", ""),
		dated(report("noon", "s", "N", "N."), "2031-05-02T12:00:00-05:00", ""), // 17:00 UTC, before the evening's 18:00
		dated(report("same day", "s", "S", "S."), "2031-05-02", ""),
	)
	want := []string{"day", "same day", "noon", "evening", "third", "undated"}
	var kept, heads []string
	for _, k := range must1(d.Articles(ctx, "s"))(t) {
		kept = append(kept, k.Article.ID)
	}
	for _, h := range must1(d.Story(ctx, "s"))(t).Articles {
		heads = append(heads, h.ID)
	}
	same(t, "articles", kept, want)
	same(t, "heads", heads, want)
}

func testHeadline(t *testing.T, d desk) {
	opinion := dated(report("a4", "s", "Why they talk", "Because."), "2031-05-04", "")
	opinion.Article.Kind = coranto.Opinion
	copied := dated(report("a3", "s", "Talks close", "Talks closed."), "2031-05-03", "")
	copied.WireOf = "a2"
	d.fileEach(
		dated(report("a1", "s", "Talks open", "Talks opened."), "2031-05-01", ""),
		dated(report("a2", "s", "Talks end", "Talks ended."), "2031-05-02", ""),
		copied, opinion, report("a5", "s", "Talks", "Some day."),
		report("b1", "only undated", "", "No headline."), report("b2", "only undated", "Some headline", "Text."),
	)
	same(t, "headline", must1(d.Story(t.Context(), "s"))(t).Headline, "Talks end")
	same(t, "the only one", must1(d.Story(t.Context(), "only undated"))(t).Headline, "Some headline")
}

func testPublishers(t *testing.T, d desk) {
	d.fileEach(
		by(report("a1", "s", "One", "One."), "Herald", "herald.example"),
		by(report("a2", "s", "Two", "Two."), "Courier", ""),
		by(report("a3", "s", "Three", "Three."), "Herald", "herald.example"),
		by(report("a4", "s", "Four", "Four."), "", ""),
		by(report("a5", "s", "Five", "Five."), "", "anon.example"),
		by(report("a6", "s", "Six", "Six."), "Herald", ""), // a page that gives the name alone
	)
	same(t, "publishers", must1(d.Publishers(t.Context()))(t), []archive.PublisherCount{
		{Name: "Herald", Domain: "herald.example", Articles: 2}, {Domain: "anon.example", Articles: 1}, {Name: "Courier", Articles: 1}, {Name: "Herald", Articles: 1},
	})
	same(t, "counts", must1(d.Counts(t.Context()))(t), archive.Counts{Pages: 6, Articles: 6, Stories: 1, Publishers: 3})
}
