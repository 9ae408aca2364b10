package crawl

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"coranto"
	"coranto/intake/feed"
	"coranto/intake/fetch"
	"coranto/intake/sniff"
	"coranto/intake/unpack"
)

const (
	maxList  = 16 << 20 // bytes of a list of feeds
	maxFeeds = 3        // of the feeds that a site names, how many are tried
)

// Added is a source that Add found.
type Added struct {
	coranto.Source
	New bool // false: it was there already
}

// Add keeps the sources that what names: the address of a feed, of a site whose
// page names its feeds (the first that can be read is taken), or of a list of
// feeds; or a file with such a list. A feed or site is asked at once; the feeds
// of a list are asked when they are polled. Errors are *coranto.Error; a list
// with some odd addresses gives its good ones along with one.
func (p *Poller) Add(ctx context.Context, what string) ([]Added, error) {
	sources, found := p.find(ctx, what)
	added := make([]Added, 0, len(sources))
	for _, s := range sources {
		s.ID, s.Kind = coranto.NewID("source", s.URL), "feed"
		isNew, err := p.store.AddSource(ctx, s)
		if err != nil {
			return added, err
		}
		added = append(added, Added{s, isNew})
	}
	return added, found
}

func (p *Poller) find(ctx context.Context, what string) ([]coranto.Source, error) {
	if strings.Contains(what, "://") {
		return p.findAt(ctx, what, true)
	}
	_, err := os.Stat(what)
	looksLikeFile := strings.HasPrefix(what, "/") || strings.HasPrefix(what, ".") || strings.HasSuffix(what, ".opml") || strings.HasSuffix(what, ".xml")
	switch {
	case err == nil || looksLikeFile:
		return inFile(what)
	case !errors.Is(err, fs.ErrNotExist):
		return nil, coranto.Errorf(coranto.Unreadable, "add", what, "check its permissions", "%w", errors.Unwrap(err))
	}
	return p.findAt(ctx, "https://"+what, true)
}

// findAt asks an address. follow says whether the feeds that a page names are
// looked at.
func (p *Poller) findAt(ctx context.Context, address string, follow bool) ([]coranto.Source, error) {
	a, err := p.get(ctx, fetch.Request{URL: address})
	if err != nil {
		return nil, err
	}
	switch kind := sniff.Tell(a.Body, true).Kind; {
	case kind == sniff.OPML:
		return inList(address, a.Body)
	case kind == sniff.Feed:
		f, err := feed.Parse(a.URL, a.Body)
		if err != nil {
			return nil, err
		}
		return []coranto.Source{{URL: a.URL, Title: f.Title}}, nil
	case kind == sniff.HTML && follow:
		return p.onPage(ctx, address, a)
	}
	return nil, coranto.Errorf(coranto.Unsupported, "add", address, "give a feed's address, a site's, or an OPML file", "neither a feed nor a page that names one")
}

// onPage tries the feeds that a page names, in its order.
func (p *Poller) onPage(ctx context.Context, address string, a fetch.Answer) ([]coranto.Source, error) {
	links := feed.Discover(a.URL, a.Body)
	if len(links) == 0 {
		return nil, coranto.Errorf(coranto.NotFound, "add", address, "look for its RSS or Atom address and give that", "the page names no feed")
	}
	var first error
	for _, l := range links[:min(len(links), maxFeeds)] {
		s, err := p.findAt(ctx, l.URL, false)
		if err == nil {
			return s, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

// inFile reads a list of feeds from a file, packed or not.
func inFile(path string) ([]coranto.Source, error) {
	fail := func(kind coranto.Kind, hint, format string, args ...any) ([]coranto.Source, error) {
		return nil, coranto.Errorf(kind, "add", path, hint, format, args...)
	}
	file, err := os.Open(path)
	var at *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(coranto.NotFound, "check the path, or begin an address with https://", "no such file")
	case errors.As(err, &at):
		return fail(coranto.Unreadable, "check its permissions", "%w", at.Err)
	case err != nil:
		return fail(coranto.Unreadable, "check its permissions", "%w", err)
	}
	defer file.Close()
	body, err := slurp(file)
	var known *coranto.Error
	switch {
	case errors.As(err, &known):
		return fail(known.Kind, known.Hint, "%w", known.Err)
	case errors.As(err, &at):
		return fail(coranto.Unreadable, "give an OPML file, or an address", "%w", at.Err)
	case err != nil:
		return fail(coranto.Unreadable, "try again", "%w", err)
	case len(body) > maxList:
		return fail(coranto.TooLarge, "cut it into several", "more than %d MB", maxList>>20)
	}
	switch v := sniff.Tell(body, true); v.Kind {
	case sniff.OPML:
		return inList(path, body)
	case sniff.Empty:
		return fail(coranto.Empty, "check how it was made", "there is nothing in it")
	case sniff.Feed:
		return fail(coranto.Unsupported, "give the feed's address instead", "a saved feed, which never changes")
	}
	return fail(coranto.Unsupported, "give an OPML file, or an address; pages are taken in with `coranto import`", "not a list of feeds")
}

func slurp(r io.Reader) ([]byte, error) {
	u, err := unpack.New(r)
	if err != nil {
		return nil, err
	}
	defer u.Close()
	return io.ReadAll(io.LimitReader(u, maxList+1))
}

func inList(name string, body []byte) ([]coranto.Source, error) {
	links, err := feed.ParseOPML(name, body)
	sources := make([]coranto.Source, len(links))
	for i, l := range links {
		sources[i] = coranto.Source{URL: l.URL, Title: l.Title}
	}
	return sources, err
}
