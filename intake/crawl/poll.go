package crawl

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"coranto"
	"coranto/intake/feed"
	"coranto/intake/fetch"
	"coranto/intake/link"
	"coranto/intake/sniff"
)

// poll asks one source, takes in what is new, and keeps how it went. Its error
// is the store's or ctx's.
func (p *Poller) poll(ctx context.Context, s coranto.Source) error {
	a, err := p.get(ctx, fetch.Request{URL: s.URL, ETag: s.ETag, LastModified: s.LastModified})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var f feed.Feed
	if err == nil && !a.NotModified {
		f, err = feed.Parse(a.URL, a.Body)
	}
	now := time.Now()
	if err != nil {
		s.Failures++
		s.LastError, s.Checked, s.Due = plain(err), now, now.Add(waitAfterFailures(s.Failures, a.RetryAfter))
		p.log.Warn("a source cannot be read", "source", s.URL, "error", err, "again", s.Due)
		return p.store.SaveSource(ctx, s)
	}
	wait := waitUnchanged(s)
	if !a.NotModified {
		all, err := p.items(ctx, s, f)
		if err != nil {
			return err
		}
		wait = waitAfterNews(f, now)
		if all {
			s.ETag, s.LastModified = a.ETag, a.LastModified
		} else { // some are still to come: the feed must not answer "unchanged"
			s.ETag, s.LastModified, wait = "", "", minWait
		}
		if s.Title == "" {
			s.Title = f.Title
		}
	}
	s.Failures, s.LastError, s.Checked, s.Due = 0, "", now, now.Add(wait)
	return p.store.SaveSource(ctx, s)
}

// plain is an error in one line, for a list of sources: why, and what to do.
func plain(err error) string {
	var e *coranto.Error
	switch {
	case !errors.As(err, &e):
		return err.Error()
	case e.Hint == "":
		return e.Why()
	}
	return e.Why() + "; " + e.Hint
}

// items takes in the items that are not known, the oldest (last) first. all is
// false when some must be asked for again. The error is the store's or ctx's.
func (p *Poller) items(ctx context.Context, s coranto.Source, f feed.Feed) (all bool, err error) {
	all, taken := true, 0
	met := map[string]bool{} // by this poll
	for _, i := range slices.Backward(f.Items) {
		key := keyOf(s, i)
		if met[key] {
			continue
		}
		met[key] = true
		known, err := p.known(ctx, key, i)
		if err != nil {
			return false, err
		}
		if known {
			continue
		}
		if taken++; taken > maxNew {
			return false, nil
		}
		page, err := p.item(ctx, key, i)
		switch {
		case ctx.Err() != nil:
			return false, ctx.Err()
		case page == nil:
			p.log.Info("an item cannot be had", "source", s.URL, "item", i, "error", err)
			all = all && !p.again(key, err)
			continue
		}
		if err := p.store.Accept(ctx, []coranto.Page{*page}); err != nil {
			return false, err
		}
		p.forget(key)
	}
	return all, nil
}

// known tells whether the page of an item is kept, under the item's name or at
// its address as the feed writes it.
func (p *Poller) known(ctx context.Context, key string, i feed.Item) (bool, error) {
	known, err := p.store.Known(ctx, key)
	if known || err != nil || i.URL == "" || i.URL == key {
		return known, err
	}
	return p.store.Known(ctx, i.URL)
}

// keyOf names an item: by its address without what a feed adds to it in order to
// count readers, or else by its feed and what the feed calls it.
func keyOf(s coranto.Source, i feed.Item) string {
	if i.URL != "" {
		return link.Canonical(i.URL)
	}
	if i.GUID != "" {
		return s.URL + "#" + i.GUID
	}
	return s.URL + "#" + coranto.NewID("item", i.Title, i.Published, i.Content)
}

// item returns the page of an item: the one at its address, or, when that cannot
// be had, what the feed itself says. It is nil, with the reason, when there is
// neither, or when asking again may help.
func (p *Poller) item(ctx context.Context, key string, i feed.Item) (*coranto.Page, error) {
	page, err := p.page(ctx, key, i)
	if err == nil {
		return page, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if p.tried(key)+1 < maxTries && coranto.KindOf(err) == coranto.Unreachable {
		return nil, err
	}
	if own := record(key, i); own != nil {
		return own, nil
	}
	return nil, err
}

// page fetches the page that an item leads to.
func (p *Poller) page(ctx context.Context, key string, i feed.Item) (*coranto.Page, error) {
	if i.URL == "" {
		return nil, coranto.Errorf(coranto.NotFound, "fetch", i.Title, "", "the item has no address")
	}
	if p.tried(key) >= maxTries {
		return nil, coranto.Errorf(coranto.Unreachable, "fetch", i.URL, "", "asked for %d times in vain", maxTries)
	}
	a, err := p.get(ctx, fetch.Request{URL: i.URL})
	if err != nil {
		return nil, err
	}
	v := sniff.Tell(a.Body, true)
	text := strings.HasPrefix(strings.ToLower(a.MediaType), "text/plain")
	if v.Kind != sniff.HTML && (v.Kind != sniff.Dump || !text) {
		return nil, coranto.Errorf(coranto.Unsupported, "fetch", i.URL, "", "not a page to read")
	}
	return &coranto.Page{Name: key, URL: a.URL, Form: v.Form(), MediaType: a.MediaType, Fetched: a.Fetched, Body: a.Body}, nil
}

// record makes a page of what the feed itself says of an item; nil when that is
// nothing. A title alone is no article: it says that there is one.
func record(key string, i feed.Item) *coranto.Page {
	text := feed.Text(i.Content)
	if text == "" {
		return nil
	}
	address := cmp.Or(i.URL, key)
	line := struct {
		URL   string `json:"url"`
		Date  string `json:"date"`
		Title string `json:"title"`
		Text  string `json:"text"`
	}{address, i.Published, i.Title, text}
	body, err := json.Marshal(line)
	if err != nil { // strings alone: it cannot fail
		return nil
	}
	return &coranto.Page{Name: key, URL: address, Form: coranto.Record, Fetched: time.Now().UTC(), Body: body}
}

// again counts a page that did not come, and tells whether to ask for it at the
// next poll.
func (p *Poller) again(key string, err error) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.tries) > 100_000 {
		clear(p.tries)
	}
	if coranto.KindOf(err) != coranto.Unreachable {
		p.tries[key] = maxTries
	} else {
		p.tries[key]++
	}
	return p.tries[key] < maxTries
}

func (p *Poller) tried(key string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.tries[key]
}

func (p *Poller) forget(key string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.tries, key)
}
