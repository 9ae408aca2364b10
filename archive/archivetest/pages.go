package archivetest

import (
	"fmt"
	"sync"
	"testing"

	"coranto"
	"coranto/archive"
)

func testAccept(t *testing.T, d desk) {
	ctx := t.Context()
	a, b := page("a", "<p>One</p>"), coranto.Page{Name: "b.txt", Form: coranto.Dump, Body: []byte{}}
	got := must1(d.Accept(ctx, []coranto.Page{a, b}))(t)
	same(t, "accepted", got, []archive.Accepted{{Seq: 1, ID: a.ID()}, {Seq: 2, ID: b.ID()}})

	queued := []archive.Queued{{Seq: 1, Page: a}, {Seq: 2, Page: b}}
	same(t, "queue", must1(d.Queue(ctx, 0, 10))(t), queued)
	same(t, "queue of one", must1(d.Queue(ctx, 0, 1))(t), queued[:1])
	same(t, "queue after 1", must1(d.Queue(ctx, 1, 0))(t), queued[1:])
	same(t, "original", must1(d.Original(ctx, a.ID()))(t), a)
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{Pages: 2})
	for address, want := range map[string]bool{a.URL: true, a.Name: true, b.Name: true, "https://courier.example/c": false} {
		same(t, "known: "+address, must1(d.Known(ctx, address))(t), want)
	}
}

func testAcceptTwice(t *testing.T, d desk) {
	ctx := t.Context()
	a, edited := page("a", "first"), page("a", "second")
	d.accept(a)
	got := must1(d.Accept(ctx, []coranto.Page{edited, a, edited}))(t)
	same(t, "accepted", got, []archive.Accepted{
		{Seq: 2, ID: edited.ID()}, {Seq: 1, ID: a.ID(), Known: true}, {Seq: 2, ID: edited.ID(), Known: true},
	})
	d.must(d.File(ctx, []archive.Result{result(a, 1)}))
	d.accept(a)
	same(t, "a page that was read does not queue again", must1(d.Queue(ctx, 0, 0))(t), []archive.Queued{{Seq: 2, Page: edited}})
}

func testOutcomes(t *testing.T, d desk) {
	ctx := t.Context()
	pages := []coranto.Page{page("d", "1"), page("c", "2"), page("b", "3"), page("a", "4")}
	d.accept(pages...)
	outcomes := []archive.Outcome{
		{Seq: 1, Name: "pages/d", Status: archive.Read, Articles: 0, Maker: 3},
		{Seq: 2, Name: "pages/c", Status: archive.Failed, Kind: coranto.Damaged, Why: "nested too deep", Hint: "leave it out", Maker: 3},
		{Seq: 3, Name: "pages/b", Status: archive.Barren, Maker: 3},
	}
	var results []archive.Result
	for _, o := range outcomes {
		results = append(results, archive.Result{Outcome: o})
	}
	d.must(d.File(ctx, results))
	same(t, "still queued", must1(d.Queue(ctx, 0, 0))(t), []archive.Queued{{Seq: 4, Page: pages[3]}})
	same(t, "all, by name", must1(d.Outcomes(ctx))(t), []archive.Outcome{outcomes[2], outcomes[1], outcomes[0]})
	same(t, "failed and barren", must1(d.Outcomes(ctx, archive.Failed, archive.Barren))(t), []archive.Outcome{outcomes[2], outcomes[1]})
	same(t, "read", must1(d.Outcomes(ctx, archive.Read))(t), outcomes[:1])
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{Pages: 4, Failed: 1, Barren: 1})

	outcomes[1].Status, outcomes[1].Kind, outcomes[1].Why, outcomes[1].Hint = archive.Skipped, "", "a licence text", ""
	d.must(d.File(ctx, []archive.Result{{Outcome: outcomes[1]}}))
	same(t, "the later outcome stands", must1(d.Outcomes(ctx, archive.Failed, archive.Skipped))(t), outcomes[1:2])
	same(t, "counts then", must1(d.Counts(ctx))(t), archive.Counts{Pages: 4, Skipped: 1, Barren: 1})
}

func testNote(t *testing.T, d desk) {
	ctx := t.Context()
	broken := archive.Outcome{Name: "pages/z.gz", Status: archive.Failed, Kind: coranto.Damaged, Why: "it ends early", Hint: "fetch it again"}
	labels := archive.Outcome{Name: "pages/labels", Status: archive.Skipped, Why: "labels, no page"}
	d.must(d.Note(ctx, []archive.Outcome{broken, labels}))
	d.must(d.Note(ctx, []archive.Outcome{broken}))
	same(t, "noted", must1(d.Outcomes(ctx))(t), []archive.Outcome{labels, broken})
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{Failed: 1, Skipped: 1})

	labels.Status, labels.Kind = archive.Failed, coranto.Unreadable
	d.must(d.Note(ctx, []archive.Outcome{labels}))
	same(t, "counts after another outcome", must1(d.Counts(ctx))(t), archive.Counts{Failed: 2})

	d.accept(page("z.gz", "mended"))
	same(t, "once a page, it is noted no more", must1(d.Outcomes(ctx))(t), []archive.Outcome{labels})
	same(t, "counts at last", must1(d.Counts(ctx))(t), archive.Counts{Pages: 1, Failed: 1})
}

func testRequeue(t *testing.T, d desk) {
	ctx := t.Context()
	a, b, c := page("a", "1"), page("b", "2"), page("c", "3")
	d.accept(a, b, c)
	older, newer := result(a, 1), result(b, 2)
	newer.Outcome.Maker = 2
	d.must(d.File(ctx, []archive.Result{older, newer}))
	same(t, "requeued", must1(d.Requeue(ctx, 2))(t), 1)
	same(t, "requeued again", must1(d.Requeue(ctx, 2))(t), 0)
	same(t, "queue", must1(d.Queue(ctx, 0, 0))(t), []archive.Queued{{Seq: 1, Page: a}, {Seq: 3, Page: c}})
	older.Outcome.Maker = 2
	d.must(d.File(ctx, []archive.Result{older}))
	same(t, "queue after reading", must1(d.Queue(ctx, 0, 0))(t), []archive.Queued{{Seq: 3, Page: c}})
}

func testNotFound(t *testing.T, d desk) {
	ctx := t.Context()
	d.fileEach(report("aa", "s1", "Talks open", "Talks opened."))
	_, err := d.Article(ctx, "zz", 0)
	sameKind(t, "an article", err, coranto.NotFound)
	_, err = d.Article(ctx, "aa", 2)
	sameKind(t, "a version", err, coranto.NotFound)
	_, err = d.Articles(ctx, "zz")
	sameKind(t, "a story's articles", err, coranto.NotFound)
	_, err = d.Story(ctx, "zz")
	sameKind(t, "a story", err, coranto.NotFound)
	_, err = d.Original(ctx, "zz")
	sameKind(t, "a page", err, coranto.NotFound)
	sameKind(t, "a source", d.SaveSource(ctx, coranto.Source{ID: "zz"}), coranto.NotFound)
}

// testConcurrent files two articles of one story at a time while others look.
func testConcurrent(t *testing.T, d desk) {
	ctx := t.Context()
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				stories, err := d.Stories(ctx, archive.StoryQuery{})
				if err != nil {
					t.Error(err)
					return
				}
				for _, s := range stories {
					if len(s.Articles)%2 != 0 {
						t.Errorf("a reader saw %d articles, half of a transaction", len(s.Articles))
						return
					}
				}
			}
		})
	}
	for i := range 20 {
		id := fmt.Sprint(i)
		d.file(page(id, id), report("a"+id, "s", "One", "One."), report("b"+id, "s", "Two", "Two."))
	}
	close(done)
	readers.Wait()
	same(t, "counts", must1(d.Counts(ctx))(t), archive.Counts{Pages: 20, Articles: 40, Stories: 1, Publishers: 1})
}
