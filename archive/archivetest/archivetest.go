// Package archivetest is the contract that every store keeps, as tests that read
// as examples of its use. A store's own tests call Run and add what only it
// can do: reopening, locking, a disk that is full.
package archivetest

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"coranto"
	"coranto/archive"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Store is all that a store does.
type Store interface {
	Accept(ctx context.Context, pages []coranto.Page) ([]archive.Accepted, error)
	Queue(ctx context.Context, after int64, limit int) ([]archive.Queued, error)
	Requeue(ctx context.Context, maker int) (int, error)
	Known(ctx context.Context, address string) (bool, error)
	Original(ctx context.Context, pageID string) (coranto.Page, error)

	File(ctx context.Context, results []archive.Result) error
	Note(ctx context.Context, outcomes []archive.Outcome) error
	Outcomes(ctx context.Context, statuses ...archive.Status) ([]archive.Outcome, error)
	Counts(ctx context.Context) (archive.Counts, error)

	Article(ctx context.Context, id string, version int) (archive.Kept, error)
	Articles(ctx context.Context, storyID string) ([]archive.Kept, error)
	Recent(ctx context.Context, limit int) ([]archive.Filed, error)
	Naming(ctx context.Context, entityID string, limit int) ([]archive.Hit, error)
	Texts(ctx context.Context, q archive.TextQuery, yield func(archive.Text) error) error
	Placed(ctx context.Context, articleIDs []string) (map[string]archive.Place, error)

	Stories(ctx context.Context, q archive.StoryQuery) ([]coranto.Story, error)
	Story(ctx context.Context, id string) (coranto.Story, error)
	Storyline(ctx context.Context, id string) (archive.Storyline, error)
	Search(ctx context.Context, words [][]string, limit, offset int) ([]archive.Hit, int, error)
	Findings(ctx context.Context, q archive.FindingQuery) ([]archive.Finding, error)
	Publishers(ctx context.Context) ([]archive.PublisherCount, error)

	AddSource(ctx context.Context, s coranto.Source) (added bool, err error)
	SaveSource(ctx context.Context, s coranto.Source) error
	Sources(ctx context.Context) ([]coranto.Source, error)
	DueSources(ctx context.Context, now time.Time, limit int) ([]coranto.Source, error)

	Correct(ctx context.Context, c coranto.Correction) error
	UndoCorrection(ctx context.Context, id string, at time.Time) error
	Corrections(ctx context.Context, articleIDs ...string) ([]coranto.Correction, error)

	Arrange(ctx context.Context, made coranto.Arrangement) (coranto.Arrangement, error)
	UndoArrangement(ctx context.Context, id string, at time.Time) error
	Arrangements(ctx context.Context) ([]coranto.Arrangement, error)
	Held(ctx context.Context) (held []archive.Move, deeds int, err error)

	Check(ctx context.Context) error
	Dump(ctx context.Context, w io.Writer) error
	Close() error
}

// Run tests the stores that open gives, each empty and closed by open's own
// clean-up.
func Run(t *testing.T, open func(t *testing.T) Store) {
	for _, c := range []struct {
		name string
		test func(t *testing.T, d desk)
	}{
		{"pages are kept as they came and queue in order", testAccept},
		{"a page twice is a page once", testAcceptTwice},
		{"every outcome ends the wait", testOutcomes},
		{"noted inputs are no pages", testNote},
		{"an older maker's pages are read again", testRequeue},
		{"an article comes back whole", testArticle},
		{"an unchanged article adds nothing", testUnchanged},
		{"a changed article is the next version of it", testVersions},
		{"a page read again replaces what it gave", testReread},
		{"results without their page are refused whole", testAtomic},
		{"identifiers are an article's own", testIdentifiers},
		{"stories are told newest first", testStories},
		{"stories between dates", testStoriesBetween},
		{"a story's articles come by date", testStoryOrder},
		{"a story's headline is its latest report's", testHeadline},
		{"stories that became one answer to either identifier", testMerges},
		{"articles change stories", testMoves},
		{"search", testSearch},
		{"search forgets what an edit removed", testSearchEdited},
		{"what articles say is found by kind, day, subject and story", testFindings},
		{"what an edit took back is found no more", testFindingsEdited},
		{"articles that name somebody, the last filed first", testNaming},
		{"texts are read one at a time", testTexts},
		{"storylines", testStorylines},
		{"publishers are counted", testPublishers},
		{"recent articles", testRecent},
		{"sources", testSources},
		{"stories are as readers arranged them", testArrangements},
		{"what readers correct by hand is kept", testCorrections},
		{"findings are as readers corrected them", testCorrectedFindings},
		{"readers see a transaction whole or not at all", testConcurrent},
		{"nothing that is not there is found", testNotFound},
		{"a cancelled context stops everything", testCancelled},
		{"an empty store answers", testEmpty},
		{"the same, cut up otherwise, dumps the same", func(t *testing.T, d desk) { testDump(t, d, open(t)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := desk{t: t, Store: open(t)}
			c.test(t, d)
			if err := d.Check(t.Context()); err != nil {
				t.Errorf("afterwards, Check: %v", err)
			}
		})
	}
}

// desk is a store with a hand for setting tests up.
type desk struct {
	t *testing.T
	Store
}

// page is a page of the invented Ostland Courier.
func page(path, body string) coranto.Page {
	return coranto.Page{
		Name: "pages/" + path, URL: "https://courier.example/" + path, Form: coranto.HTML, MediaType: "text/html; charset=utf-8",
		Fetched: time.Date(2031, 5, 2, 8, 30, 0, 0, time.UTC), Body: []byte(body),
	}
}

// report is an article whose words are its headline's and text's, lower case.
func report(id, story, headline, text string) archive.Filed {
	return archive.Filed{
		Story: story,
		Words: strings.ToLower(strings.NewReplacer(".", "", ",", "").Replace(headline + " " + text)),
		Article: coranto.Article{
			ID: id, Kind: coranto.Report, Headline: headline, Text: text, Language: "en",
			Publisher: coranto.Byline{Name: "Ostland Courier", Domain: "courier.example"},
		},
	}
}

func dated(f archive.Filed, from, to string) archive.Filed {
	f.Article.Published = &coranto.Dating{From: from, To: to, Basis: coranto.Stated}
	return f
}

func by(f archive.Filed, name, domain string) archive.Filed {
	f.Article.Publisher = coranto.Byline{Name: name, Domain: domain}
	return f
}

// accept keeps pages and returns their numbers.
func (d desk) accept(pages ...coranto.Page) []int64 {
	d.t.Helper()
	accepted, err := d.Accept(d.t.Context(), pages)
	if err != nil {
		d.t.Fatal(err)
	}
	var seqs []int64
	for _, a := range accepted {
		seqs = append(seqs, a.Seq)
	}
	return seqs
}

// result is what reading page p under number seq gave.
func result(p coranto.Page, seq int64, articles ...archive.Filed) archive.Result {
	for i := range articles {
		articles[i].Page = p.ID()
		articles[i].Article.Page, articles[i].Article.N = p.Name, i+1
	}
	return archive.Result{
		Outcome:  archive.Outcome{Seq: seq, Name: p.Name, Status: archive.Read, Articles: len(articles), Maker: 1},
		Articles: articles,
	}
}

// file accepts a page and files what it gave.
func (d desk) file(p coranto.Page, articles ...archive.Filed) {
	d.t.Helper()
	d.must(d.File(d.t.Context(), []archive.Result{result(p, d.accept(p)[0], articles...)}))
}

// fileEach files each article from a page of its own.
func (d desk) fileEach(articles ...archive.Filed) {
	d.t.Helper()
	for _, a := range articles {
		d.file(page(a.Article.ID, a.Article.Text), a)
	}
}

func (d desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// dump returns the store's whole state as text.
func (d desk) dump() string {
	d.t.Helper()
	var b strings.Builder
	d.must(d.Dump(d.t.Context(), &b))
	return b.String()
}

// must1 returns v, or ends the test.
func must1[T any](v T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func same(t *testing.T, what string, got, want any, opts ...cmp.Option) {
	t.Helper()
	if diff := cmp.Diff(want, got, append(opts, cmpopts.EquateEmpty())...); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func sameKind(t *testing.T, what string, err error, want coranto.Kind) {
	t.Helper()
	if got := coranto.KindOf(err); got != want {
		t.Errorf("%s: kind %q, want %q (%v)", what, got, want, err)
	}
}
