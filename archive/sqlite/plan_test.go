package sqlite

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"coranto"
	"coranto/archive"
)

// A scan of any of these costs more with every page that is kept. The two that
// may be walked, in order and up to a limit, are named in mayWalk. What small
// names is sorted after it was selected: it is little, or of one story.
var (
	walk    = regexp.MustCompile(`^SCAN (pages|queue|outcomes|stories|articles|versions|mentions|findings|finding_subjects|[apqsvofk])\b|TEMP B-TREE`)
	mayWalk = regexp.MustCompile(`USING INDEX stories_newest|^SCAN a$`)
	small   = regexp.MustCompile(`FROM (publishers|sources|search|noted|stories s CROSS JOIN articles)\b`)
)

// TestPlans does a day's work and looks at how SQLite answers each statement.
func TestPlans(t *testing.T) {
	a := openTemp(t)
	seen := map[string]bool{}
	a.trace = func(query string) { seen[query] = true }
	workDay(t, a)
	if len(seen) < 35 {
		t.Fatalf("only %d statements were seen", len(seen))
	}
	for _, query := range slices.Sorted(maps.Keys(seen)) {
		for _, step := range plan(t, a, query) {
			if walk.MatchString(step) && !mayWalk.MatchString(step) && !small.MatchString(query) {
				t.Errorf("%s\n\tneeds %s", strings.Join(strings.Fields(query), " "), step)
			}
		}
	}
}

func plan(t *testing.T, a *Archive, query string) (steps []string) {
	t.Helper()
	if verb := strings.Fields(query)[0]; verb == "BEGIN" || verb == "COMMIT" {
		return nil
	}
	rows, err := a.readDB.Query("EXPLAIN QUERY PLAN "+query, make([]any, strings.Count(query, "?"))...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	return steps
}

// workDay does once what is done for every page, reader or poll.
func workDay(t *testing.T, a *Archive) {
	t.Helper()
	ctx := t.Context()
	var errs []error
	try := func(_ any, err error) { errs = append(errs, err) }
	put := func(err error) { errs = append(errs, err) }

	for i, text := range []string{"Talks opened.", "Talks opened and stalled.", "Talks opened and stalled."} {
		p := coranto.Page{Name: "page", Form: coranto.Plain, Body: []byte{byte(i)}}
		try(a.Accept(ctx, []coranto.Page{p, p}))
		result := archive.Result{
			Outcome: archive.Outcome{Seq: int64(i + 1), Status: archive.Read},
			Articles: []archive.Filed{{Story: "s", Words: "talks opened", Article: coranto.Article{
				ID: "a", Text: text, Publisher: coranto.Byline{Name: []string{"Herald", "Courier", "Courier"}[i]},
				Entities: []coranto.Entity{{Name: "Velmark", Type: coranto.State}},
				Events:   []coranto.Event{{Type: "CONSULT", Actors: []string{"Velmark"}}},
			}}},
		}
		put(a.File(ctx, []archive.Result{result}))
		put(a.File(ctx, []archive.Result{result})) // read again
	}
	put(a.Note(ctx, []archive.Outcome{{Name: "file", Status: archive.Failed}}))
	try(a.Requeue(ctx, 1))
	try(a.Queue(ctx, 0, 10))
	try(a.Known(ctx, "page"))
	try(a.Original(ctx, coranto.Page{Name: "page", Form: coranto.Plain, Body: []byte{0}}.ID()))
	try(a.Article(ctx, "a", 0))
	try(a.Article(ctx, "a", 1))
	try(a.Articles(ctx, "s"))
	try(a.Recent(ctx, 10))
	try(a.Placed(ctx, []string{"a"}))
	for _, q := range []archive.StoryQuery{
		{Limit: 20}, {MinArticles: 2, Limit: 20}, {Since: "2031-05-02"}, {Since: "2031-05-02T08:00:00Z", Until: "2031-05-03"},
	} {
		try(a.Stories(ctx, q))
	}
	try(a.Story(ctx, "s"))
	hits, _, err := a.Search(ctx, [][]string{{"talks"}}, 10, 0)
	try(hits, err)
	try(a.Counts(ctx))
	try(a.Outcomes(ctx, archive.Failed, archive.Skipped))
	try(a.Naming(ctx, coranto.Entity{Name: "Velmark", Type: coranto.State}.ID(), 10))
	for _, q := range []archive.TextQuery{{Limit: 10}, {IDs: []string{"a"}}} {
		put(a.Texts(ctx, q, func(archive.Text) error { return nil }))
	}
	_, err = a.Storyline(ctx, "none")
	if coranto.KindOf(err) != coranto.NotFound {
		put(err)
	}
	try(a.Publishers(ctx))
	for _, q := range []archive.FindingQuery{
		{Since: "2031-05-02", Until: "2031-05-03", MinConfidence: 0.5, Limit: 10}, {Until: "2031-05-03"}, {},
		{Subject: "Velmark"}, {Subject: "Velmark", Since: "2031-05-02"}, {Story: "s"}, {Story: "s", Subject: "Velmark"},
	} {
		q.Kind = archive.EventFound
		try(a.Findings(ctx, q))
	}
	try(a.AddSource(ctx, coranto.Source{ID: "f", URL: "https://courier.example/feed"}))
	put(a.SaveSource(ctx, coranto.Source{ID: "f", URL: "https://courier.example/feed"}))
	try(a.Sources(ctx))
	try(a.DueSources(ctx, time.Now(), 5))
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}
