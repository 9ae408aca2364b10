package newsroom

import (
	"context"
	"errors"
	"strings"
	"sync"

	"coranto"
	"coranto/archive"
	"coranto/desk/story"
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
	slots := n.readAll(ctx, queued)
	for len(slots) > 0 {
		batch := slots[:min(fileBatch, len(slots))]
		slots = slots[len(batch):]
		results := make([]archive.Result, 0, len(batch))
		if err := n.recall(ctx); err != nil {
			return err
		}
		placed := places{newsroom: n, made: map[string]bool{}}
		for _, slot := range batch {
			select {
			case r := <-slot:
				if err := placed.place(ctx, r); err != nil {
					return err
				}
				results = append(results, r.Result)
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		if err := n.archive.File(ctx, results); err != nil {
			return err
		}
		if done != nil {
			done(results)
		}
	}
	return nil
}

// readPage is the result of a page with what the desk needs to decide on its
// articles, prepared on the reader's core.
type readPage struct {
	archive.Result
	drafts []*story.Draft
}

// readAll starts the readers. Slot i of the answer receives the result of page
// i; a reader runs ahead of the writer by at most the length of the queue.
func (n *Newsroom) readAll(ctx context.Context, queued []archive.Queued) []chan readPage {
	results := make([]chan readPage, len(queued))
	for i := range results {
		results[i] = make(chan readPage, 1)
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
func (n *Newsroom) result(q archive.Queued) readPage {
	out := archive.Outcome{Seq: q.Seq, Name: q.Page.Name, Maker: reading.Version}
	articles, err := n.read(q.Page)
	if err != nil {
		out.Status, out.Kind, out.Why = archive.Failed, coranto.KindOf(err), err.Error()
		var e *coranto.Error
		if errors.As(err, &e) {
			out.Why, out.Hint = e.Why(), e.Hint
		}
		return readPage{Result: archive.Result{Outcome: out}}
	}
	out.Status, out.Articles = archive.Read, len(articles)
	if len(articles) == 0 {
		out.Status = archive.Barren
	}
	identify(q.Page, articles)
	id := q.Page.ID()
	filed := make([]archive.Filed, len(articles))
	drafts := make([]*story.Draft, len(articles))
	for i, a := range articles {
		filed[i] = archive.Filed{Article: a, Page: id, Words: searchWords(a)}
		drafts[i] = story.Prepare(Item(a, n.opt.Names))
	}
	return readPage{archive.Result{Outcome: out, Articles: filed}, drafts}
}

// searchWords is what an article is found by.
func searchWords(a coranto.Article) string {
	return strings.Join(lang.SearchWords(a.Headline+"\n\n"+a.Text, a.Language), " ")
}

// places decides to which stories the articles of one transaction belong. An
// article that is kept stays where it is: only the desk's memory of its words is
// renewed, where the desk still has it.
type places struct {
	newsroom *Newsroom
	made     map[string]bool // articles first met in this transaction
}

func (p *places) place(ctx context.Context, r readPage) error {
	ids := make([]string, len(r.Articles))
	for i, f := range r.Articles {
		ids[i] = f.Article.ID
	}
	kept, err := p.newsroom.archive.Placed(ctx, ids)
	if err != nil {
		return err
	}
	desk := p.newsroom.desk
	for i := range r.Articles {
		f := &r.Articles[i]
		id := f.Article.ID
		_, known := kept[id]
		switch {
		case desk.Remembers(id):
			desk.Renew(r.drafts[i])
			p.newsroom.lines.Renew(p.newsroom.lineItem(f))
		case !known && !p.made[id]:
			d := desk.Decide(r.drafts[i])
			f.Story, f.WireOf = d.Story, d.WireOf
			for _, m := range d.Merges {
				f.Merges = append(f.Merges, archive.Merge(m))
			}
			for _, m := range d.Moves {
				f.Moves = append(f.Moves, archive.Move(m))
			}
			f.Link = p.newsroom.link(f)
			p.made[id] = true
		}
	}
	return nil
}
