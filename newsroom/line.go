package newsroom

import (
	"context"
	"errors"
	"strings"
	"sync"

	"coranto"
	"coranto/archive"
	"coranto/reading"
	"coranto/reading/lang"
)

// How much is filed in one transaction: enough to spread its cost, little
// enough that a crash redoes a moment's work.
const (
	queueBatch = 256
	fileBatch  = 64
)

// Drain reads and files every queued page in the order of acceptance and calls
// done after each transaction with what it filed; done may be nil. It returns
// when the queue is empty. A page that cannot be read is filed as failed and
// stops nothing; only the archive itself can end a drain early.
func (n *Newsroom) Drain(ctx context.Context, done func([]archive.Result)) error {
	after := int64(0)
	for {
		queued, err := n.archive.Queue(ctx, after, queueBatch)
		if err != nil {
			return err
		}
		if len(queued) == 0 {
			return nil
		}
		if err := n.process(ctx, queued, done); err != nil {
			return err
		}
		after = queued[len(queued)-1].Seq
	}
}

// process reads the pages on all cores and files them in their order.
func (n *Newsroom) process(ctx context.Context, queued []archive.Queued, done func([]archive.Result)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	results := n.readAll(ctx, queued)
	batch := make([]archive.Result, 0, fileBatch)
	for i, slot := range results {
		var r archive.Result
		select {
		case r = <-slot:
		case <-ctx.Done():
			return ctx.Err()
		}
		n.place(&r)
		batch = append(batch, r)
		if len(batch) == fileBatch || i == len(results)-1 {
			if err := n.archive.File(ctx, batch); err != nil {
				return err
			}
			if done != nil {
				done(batch)
			}
			batch = batch[:0]
		}
	}
	return nil
}

// readAll starts the readers. Slot i of the answer receives the result of page
// i; a reader runs ahead of the writer by at most the length of the queue.
func (n *Newsroom) readAll(ctx context.Context, queued []archive.Queued) []chan archive.Result {
	results := make([]chan archive.Result, len(queued))
	for i := range results {
		results[i] = make(chan archive.Result, 1)
	}
	next := make(chan int)
	var readers sync.WaitGroup
	for range min(n.opt.Workers, len(queued)) {
		readers.Go(func() {
			for i := range next {
				results[i] <- n.result(queued[i])
			}
		})
	}
	go func() {
		defer close(next)
		for i := range queued {
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return results
}

// result reads one page and says how that ended.
func (n *Newsroom) result(q archive.Queued) archive.Result {
	out := archive.Outcome{Seq: q.Seq, Name: q.Page.Name, Maker: reading.Version}
	articles, err := n.read(q.Page)
	if err != nil {
		out.Status, out.Kind, out.Why = archive.Failed, coranto.KindOf(err), err.Error()
		var e *coranto.Error
		if errors.As(err, &e) {
			out.Why, out.Hint = e.Why(), e.Hint
		}
		return archive.Result{Outcome: out}
	}
	out.Status, out.Articles = archive.Read, len(articles)
	if len(articles) == 0 {
		out.Status = archive.Barren
	}
	identify(q.Page, articles)
	id := q.Page.ID()
	filed := make([]archive.Filed, len(articles))
	for i, a := range articles {
		filed[i] = archive.Filed{Article: a, Page: id, Words: searchWords(a)}
	}
	return archive.Result{Outcome: out, Articles: filed}
}

// searchWords is what an article is found by.
func searchWords(a coranto.Article) string {
	return strings.Join(lang.SearchWords(a.Headline+"\n\n"+a.Text, a.Language), " ")
}

// place lets the desk decide, in order, to which stories a page's articles
// belong.
func (n *Newsroom) place(r *archive.Result) {
	for i := range r.Articles {
		f := &r.Articles[i]
		d := n.desk.Place(item(f.Article))
		f.Story, f.WireOf = d.Story, d.WireOf
	}
}
