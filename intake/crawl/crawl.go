// Package crawl polls sources politely: it asks each feed when it is due, fetches
// the pages of items not met before, and hands them to a store.
//
// Polite means: one request a host at a time with a pause between them, robots.txt
// honoured for feeds as for pages (RFC 9309), nothing sent again that has not
// changed, and less asking the less a source has to say or the more it fails.
package crawl

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"coranto"
	"coranto/intake/fetch"
)

// Store is what the poller needs of an archive.
type Store interface {
	// DueSources returns at most limit sources due at now, longest due first.
	DueSources(ctx context.Context, now time.Time, limit int) ([]coranto.Source, error)
	// SaveSource keeps a source that has been polled.
	SaveSource(ctx context.Context, s coranto.Source) error
	// AddSource keeps a new source; added is false when its address is known.
	AddSource(ctx context.Context, s coranto.Source) (added bool, err error)
	// Known tells whether a page of this name or at this address is kept.
	Known(ctx context.Context, address string) (bool, error)
	// Accept keeps pages for reading.
	Accept(ctx context.Context, pages []coranto.Page) error
}

// Fetcher gets what an address names; *fetch.Client is one.
type Fetcher interface {
	Get(ctx context.Context, r fetch.Request) (fetch.Answer, error)
}

// Options set the pace. Zero values are the defaults.
type Options struct {
	Pause  time.Duration // between two requests to one host; 2 s
	Look   time.Duration // how often Run looks for sources that are due; 30 s
	AtOnce int           // sources polled at once; 8
	Log    *slog.Logger  // nil: nothing is logged
}

const (
	minWait    = 10 * time.Minute // between two polls of a source
	maxWait    = 24 * time.Hour
	maxNew     = 100 // pages taken in at one poll; the rest at the next
	maxTries   = 3   // polls at which a page that does not come is asked for
	dueAtATime = 100
)

// Poller polls. Make it with New. Run and Poll may be used once at a time, Add
// besides them.
type Poller struct {
	store Store
	fetch Fetcher
	opt   Options
	log   *slog.Logger
	hosts hosts

	mu    sync.Mutex
	busy  map[string]bool // IDs of sources that are being polled
	tries map[string]int  // how often an item's page did not come, by its key
}

// New makes a poller.
func New(store Store, fetcher Fetcher, opt Options) *Poller {
	if opt.Pause <= 0 {
		opt.Pause = 2 * time.Second
	}
	if opt.Look <= 0 {
		opt.Look = 30 * time.Second
	}
	if opt.AtOnce <= 0 {
		opt.AtOnce = 8
	}
	log := opt.Log
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	return &Poller{
		store: store, fetch: fetcher, opt: opt, log: log, hosts: hosts{pause: opt.Pause},
		busy: map[string]bool{}, tries: map[string]int{},
	}
}

// Run polls what is due until ctx ends, and returns when the polls under way
// have ended too. A store that fails is logged and asked again at the next look.
func (p *Poller) Run(ctx context.Context) {
	var g errgroup.Group
	g.SetLimit(p.opt.AtOnce)
	defer func() { _ = g.Wait() }() // polls log their own errors
	tick := time.NewTicker(p.opt.Look)
	defer tick.Stop()
	for {
		if err := p.start(ctx, &g); err != nil && ctx.Err() == nil {
			p.log.Error("sources cannot be listed", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Poll polls each source that is due now once, and returns the first error of
// the store. What goes wrong with a source is kept with the source.
func (p *Poller) Poll(ctx context.Context) error {
	var g errgroup.Group
	g.SetLimit(p.opt.AtOnce)
	err := p.start(ctx, &g)
	if failed := g.Wait(); err == nil {
		err = failed
	}
	return err
}

// start begins the polls of what is due and not being polled.
func (p *Poller) start(ctx context.Context, g *errgroup.Group) error {
	due, err := p.store.DueSources(ctx, time.Now(), dueAtATime)
	if err != nil {
		return err
	}
	for _, s := range due {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if !p.claim(s.ID) {
			continue
		}
		g.Go(func() error {
			defer p.release(s.ID)
			err := p.poll(ctx, s)
			if err != nil && ctx.Err() == nil {
				p.log.Error("a poll cannot be kept", "source", s.URL, "error", err)
			}
			return err
		})
	}
	return nil
}

func (p *Poller) claim(id string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.busy[id] {
		return false
	}
	p.busy[id] = true
	return true
}

func (p *Poller) release(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.busy, id)
}
