package newsroom

import (
	"context"
	"iter"

	"coranto"
	"coranto/archive"
	"coranto/intake/file"
)

// Acceptor takes pages into the queue. A page that is known keeps its place and
// is not read again.
type Acceptor interface {
	Accept(ctx context.Context, pages []coranto.Page) ([]archive.Accepted, error)
}

// Progress is how far an import has come.
type Progress struct {
	Pages    int // met so far, known ones included
	Known    int // of them, already kept unchanged
	Read     int // of them, read and filed by this import
	Articles int // filed by this import
	Failed   int
	Skipped  int
}

// Observer hears of an import as it goes. Its methods are called from one
// goroutine at a time.
type Observer interface {
	Progress(Progress)
	Failed(archive.Outcome)
	Skipped(archive.Outcome)
}

// One acceptance: enough pages to spread the cost of a transaction, few enough
// bytes to stay flat in memory.
const (
	acceptPages = 128
	acceptBytes = 8 << 20
)

// Import accepts the pages among inputs and reads them. It first finishes what
// an earlier import left in the queue. An input that cannot be read is noted
// and stops nothing. Interrupted anywhere and called again with the same
// inputs, it ends in the state of an undisturbed import: pages are accepted in
// the order of inputs and filed in the order of acceptance.
func (n *Newsroom) Import(ctx context.Context, a Acceptor, inputs iter.Seq[file.Input], o Observer) (Progress, error) {
	im := &imports{newsroom: n, acceptor: a, observer: o}
	if err := n.Drain(ctx, im.filed); err != nil {
		return im.progress, err
	}
	for in := range inputs {
		if err := im.take(ctx, in); err != nil {
			return im.progress, err
		}
	}
	err := im.flush(ctx)
	if err == nil {
		err = ctx.Err()
	}
	return im.progress, err
}

// imports is one import under way.
type imports struct {
	newsroom *Newsroom
	acceptor Acceptor
	observer Observer
	progress Progress

	pages []coranto.Page
	bytes int
	notes []archive.Outcome
}

// take adds one input to the next acceptance.
func (im *imports) take(ctx context.Context, in file.Input) error {
	switch {
	case in.Page != nil:
		im.pages = append(im.pages, *in.Page)
		im.bytes += len(in.Page.Body)
	case in.Err != nil:
		im.notes = append(im.notes, archive.Outcome{Name: in.Name, Status: archive.Failed, Kind: in.Err.Kind, Why: in.Err.Why(), Hint: in.Err.Hint})
	default:
		im.notes = append(im.notes, archive.Outcome{Name: in.Name, Status: archive.Skipped, Why: in.Skip})
	}
	if len(im.pages) >= acceptPages || im.bytes >= acceptBytes || len(im.notes) >= acceptPages {
		return im.flush(ctx)
	}
	return nil
}

// flush accepts what was taken, notes what was no page, and reads the new pages.
func (im *imports) flush(ctx context.Context) error {
	if len(im.notes) > 0 {
		if err := im.newsroom.archive.Note(ctx, im.notes); err != nil {
			return err
		}
		for _, o := range im.notes {
			im.count(o)
		}
	}
	if len(im.pages) > 0 {
		accepted, err := im.acceptor.Accept(ctx, im.pages)
		if err != nil {
			return err
		}
		im.progress.Pages += len(im.pages)
		for _, a := range accepted {
			if a.Known {
				im.progress.Known++
			}
		}
		if err := im.newsroom.Drain(ctx, im.filed); err != nil {
			return err
		}
	}
	im.pages, im.bytes, im.notes = im.pages[:0], 0, im.notes[:0]
	im.observer.Progress(im.progress)
	return nil
}

// filed counts what one transaction kept.
func (im *imports) filed(results []archive.Result) {
	for _, r := range results {
		im.progress.Read++
		im.progress.Articles += len(r.Articles)
		if r.Outcome.Status == archive.Failed {
			im.count(r.Outcome)
		}
	}
	im.observer.Progress(im.progress)
}

func (im *imports) count(o archive.Outcome) {
	if o.Status == archive.Skipped {
		im.progress.Skipped++
		im.observer.Skipped(o)
		return
	}
	im.progress.Failed++
	im.observer.Failed(o)
}
