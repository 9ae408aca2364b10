// Package newsroom is the line that carries a page from the queue through
// reading and desk into the archive. Reading fans out over the cores; stories
// are decided by one ordered writer, so that the same pages give the same
// stories however often the line was interrupted.
package newsroom

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"

	"coranto"
	"coranto/archive"
	"coranto/desk/story"
	"coranto/desk/storyline"
	"coranto/reading"
	"coranto/reading/entity"
)

// Archive is what the newsroom needs of a store.
type Archive interface {
	Queue(ctx context.Context, after int64, limit int) ([]archive.Queued, error)
	File(ctx context.Context, results []archive.Result) error
	Note(ctx context.Context, outcomes []archive.Outcome) error
	Recent(ctx context.Context, limit int) ([]archive.Filed, error)
	Placed(ctx context.Context, articleIDs []string) (map[string]archive.Place, error)
	Held(ctx context.Context) (held []archive.Move, deeds int, err error)
}

// usualWindow is how many articles the desk compares a new one with, and so how
// many it recalls when the newsroom opens.
const usualWindow = 20_000

// Options say how the newsroom works. The zero value serves.
type Options struct {
	Names   *entity.Names // nil: entity.Builtin()
	Workers int           // readers at once; 0: one a core
	Window  int           // articles that the desk remembers; 0: 20,000
	Log     *slog.Logger  // nil: slog.Default()
}

// Newsroom reads queued pages and files what they give. One goroutine uses it
// at a time: stories are decided in order.
type Newsroom struct {
	archive Archive
	opt     Options
	desk    *story.Desk
	lines   *storyline.Desk
	deeds   int // of readers' arranging that the desk knows of
}

// Open prepares the line: the desk recalls the articles of its window, so that
// it decides as if it had never stopped.
func Open(ctx context.Context, a Archive, opt Options) (*Newsroom, error) {
	if opt.Names == nil {
		opt.Names = entity.Builtin()
	}
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	if opt.Log == nil {
		opt.Log = slog.Default()
	}
	if opt.Window <= 0 {
		opt.Window = usualWindow
	}
	n := &Newsroom{archive: a, opt: opt, deeds: -1}
	return n, n.recall(ctx)
}

// recall makes the desk remember the articles of its window as they stand, at
// first and again whenever a reader has arranged stories since.
func (n *Newsroom) recall(ctx context.Context) error {
	held, deeds, err := n.archive.Held(ctx)
	if err != nil || deeds == n.deeds {
		return err
	}
	recent, err := n.archive.Recent(ctx, n.opt.Window)
	if err != nil {
		return fmt.Errorf("recall recent articles: %w", err)
	}
	n.desk, n.deeds = story.New(story.Options{Window: n.opt.Window}), deeds
	n.lines = storyline.New(storyline.Options{Window: n.opt.Window})
	for _, f := range recent {
		n.lines.Recall(n.lineItem(&f), f.Storyline)
		n.desk.Recall(Item(f.Article, n.opt.Names), f.Story, f.WireOf)
	}
	for _, m := range held {
		n.desk.Hold(m.Article, m.Story)
	}
	return nil
}

// read reads one page and logs where the reader broke, if it did.
func (n *Newsroom) read(page coranto.Page) ([]coranto.Article, error) {
	articles, err := reading.Read(page, reading.Options{Names: n.opt.Names})
	var broken *reading.Broken
	if errors.As(err, &broken) {
		n.opt.Log.Error("reading broke", "page", page.Name, "panic", broken.Value, "stack", string(broken.Stack))
	}
	return articles, err
}
