package main

import (
	"context"
	"errors"
	"fmt"

	"coranto"
	"coranto/archive"
	"coranto/archive/sqlite"
	"coranto/intake/crawl"
	"coranto/intake/fetch"
	"coranto/intake/file"
	"coranto/newsroom"
	"coranto/reading"
)

type addCommand struct {
	dataFlag
	Sources []string `arg:"" name:"source" help:"Feeds, sites that name one, or OPML files."`
}

func (c *addCommand) Run(ctx context.Context, m *Main) error {
	a, room, err := m.openDesk(ctx, c.Data)
	if err != nil {
		return err
	}
	client := fetch.New(fetch.Options{Version: version})
	defer client.Close()
	poller := crawl.New(arrivals{Archive: a}, client, crawl.Options{Log: m.Log})
	failed := false
	for _, s := range c.Sources {
		added, err := poller.Add(ctx, s)
		for _, one := range added {
			word := "added"
			if !one.New {
				word = "known already"
			}
			fmt.Fprintf(m.Stdout, "%s: %s %s\n", word, one.URL, one.Title)
		}
		if err != nil {
			failed = true
			fmt.Fprintf(m.Stderr, "coranto: %v\n", err)
		}
	}
	// A first look at once, so that the desk has something to show.
	if err := poller.Poll(ctx); err != nil {
		return err
	}
	read := 0
	if err := room.Drain(ctx, func(rs []archive.Result) { read += len(rs) }); err != nil {
		return err
	}
	if read > 0 || !failed {
		fmt.Fprintf(m.Stderr, "coranto: %d pages read; `coranto serve` shows them and asks for more\n", read)
	}
	if failed {
		return errReported
	}
	return nil
}

// arrivals is the archive as the poller sees it: what is accepted is announced.
type arrivals struct {
	*sqlite.Archive
	bell chan struct{} // of capacity 1; nil: nobody waits
}

func (q arrivals) Accept(ctx context.Context, pages []coranto.Page) error {
	if _, err := q.Archive.Accept(ctx, pages); err != nil {
		return err
	}
	select {
	case q.bell <- struct{}{}:
	default: // nobody waits, or the bell rings already
	}
	return nil
}

// follow polls the desk's sources until ctx ends and reads what they bring, and,
// at first, anew whatever an older program read.
func (m *Main) follow(ctx context.Context, a *sqlite.Archive, room *newsroom.Newsroom) {
	client := fetch.New(fetch.Options{Version: version})
	defer client.Close()
	queue := arrivals{Archive: a, bell: make(chan struct{}, 1)}
	polled := make(chan struct{})
	go func() {
		defer close(polled)
		crawl.New(queue, client, crawl.Options{Log: m.Log}).Run(ctx)
	}()
	defer func() { <-polled }()
	if n, err := a.Requeue(ctx, reading.Version); err != nil {
		m.Log.Error("pages could not be queued to be read anew", "err", err)
	} else if n > 0 {
		m.Log.Info("pages are read anew, by a better reader", "pages", n)
	}
	for {
		if err := room.Drain(ctx, nil); err != nil && ctx.Err() == nil {
			m.Log.Error("pages wait to be read", "err", err)
		}
		select {
		case <-queue.bell:
		case <-ctx.Done():
			return
		}
	}
}

// fetchPage gets one page through the guarded client.
func fetchPage(ctx context.Context, address string) file.Input {
	client := fetch.New(fetch.Options{Version: version})
	defer client.Close()
	answer, err := client.Get(ctx, fetch.Request{URL: address})
	if err != nil {
		var e *coranto.Error
		if !errors.As(err, &e) {
			e = coranto.Errorf(coranto.Unreachable, "fetch", address, "try again later", "%w", err)
		}
		return file.Input{Name: address, Err: e}
	}
	return file.Input{Name: address, Page: &coranto.Page{
		Name: address, URL: answer.URL, Form: coranto.HTML, MediaType: answer.MediaType, Fetched: answer.Fetched, Body: answer.Body,
	}}
}
