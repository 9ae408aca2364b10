package crawl_test

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"coranto"
	"coranto/intake/crawl"
	"coranto/intake/fetch"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// world answers for the hosts of a test, and notes what was asked and when. An
// address without an answer is not found.
type world struct {
	mu      sync.Mutex
	answers map[string]fetch.Answer // by address
	errors  map[string]error
	slow    time.Duration // how long an answer takes
	asked   []string      // "minute:second address"
	at      map[string]int
	most    int // requests to one host at a time
}

func (w *world) Get(ctx context.Context, r fetch.Request) (fetch.Answer, error) {
	host := strings.Split(r.URL, "/")[2]
	w.mu.Lock()
	w.asked = append(w.asked, time.Now().UTC().Format("04:05 ")+r.URL)
	if w.at == nil {
		w.at = map[string]int{}
	}
	w.at[host]++
	w.most = max(w.most, w.at[host])
	a, known := w.answers[r.URL]
	err := w.errors[r.URL]
	w.mu.Unlock()
	time.Sleep(w.slow)
	w.mu.Lock()
	w.at[host]--
	w.mu.Unlock()
	switch {
	case ctx.Err() != nil:
		return fetch.Answer{}, ctx.Err()
	case err != nil:
		return a, err
	case !known:
		return fetch.Answer{Status: 404}, coranto.Errorf(coranto.NotFound, "fetch", r.URL, "check the address", "the server answered 404 Not Found")
	case r.ETag != "" && r.ETag == a.ETag:
		return fetch.Answer{URL: r.URL, Status: 304, NotModified: true}, nil
	}
	a.URL, a.Status, a.Fetched = cmp.Or(a.URL, r.URL), 200, time.Now().UTC()
	return a, nil
}

// take returns what was asked since it was last called, robots.txt left out.
func (w *world) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var got []string
	for _, a := range w.asked {
		if !strings.HasSuffix(a, "/robots.txt") {
			got = append(got, a[6:])
		}
	}
	w.asked = nil
	return got
}

func page(body string) fetch.Answer {
	return fetch.Answer{MediaType: "text/html", Body: []byte("<html><p>" + body + "</p></html>")}
}

func rss(items ...string) fetch.Answer {
	return fetch.Answer{MediaType: "application/rss+xml", Body: []byte("<rss version='2.0'><channel><title>Herald</title>" + strings.Join(items, "") + "</channel></rss>")}
}

func item(url, description string) string {
	return "<item><title>Talks</title><link>" + url + "</link><description>" + description + "</description></item>"
}

func unreachable(url string) error {
	return coranto.Errorf(coranto.Unreachable, "fetch", url, "try again later", "no answer")
}

// store keeps sources and pages in memory.
type store struct {
	mu      sync.Mutex
	sources map[string]coranto.Source
	pages   []coranto.Page
	full    error // what Accept gives
}

func (s *store) DueSources(_ context.Context, now time.Time, limit int) ([]coranto.Source, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var due []coranto.Source
	for _, src := range s.sources {
		if !src.Due.After(now) {
			due = append(due, src)
		}
	}
	slices.SortFunc(due, func(a, b coranto.Source) int { return cmp.Compare(a.URL, b.URL) })
	return due[:min(len(due), limit)], nil
}

func (s *store) SaveSource(_ context.Context, src coranto.Source) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sources[src.URL] = src
	return nil
}

func (s *store) AddSource(_ context.Context, src coranto.Source) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.sources[src.URL]; known {
		return false, nil
	}
	if s.sources == nil {
		s.sources = map[string]coranto.Source{}
	}
	s.sources[src.URL] = src
	return true, nil
}

func (s *store) Known(_ context.Context, address string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(s.pages, func(p coranto.Page) bool { return p.Name == address || p.URL == address }), nil
}

func (s *store) Accept(_ context.Context, pages []coranto.Page) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.full != nil {
		return s.full
	}
	s.pages = append(s.pages, pages...)
	return nil
}

// got gives each page as "form name body".
func (s *store) got() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var got []string
	for _, p := range s.pages {
		got = append(got, fmt.Sprintf("%s %s %s", p.Form, p.Name, p.Body))
	}
	return got
}

const feedURL = "https://herald.example/feed"

// desk is a store that follows one feed.
func desk() *store {
	return &store{sources: map[string]coranto.Source{feedURL: {ID: "s1", URL: feedURL, Kind: "feed"}}}
}

func diff(t *testing.T, want, got any) {
	t.Helper()
	if d := gocmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func poll(t *testing.T, p *crawl.Poller) {
	t.Helper()
	if err := p.Poll(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestNewItemsAreFetchedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		feed := rss(item("https://herald.example/2", "Two."), item("https://herald.example/1", "One."))
		feed.ETag = `"a"`
		w := &world{answers: map[string]fetch.Answer{feedURL: feed, "https://herald.example/1": page("first"), "https://herald.example/2": page("second")}}
		s := desk()
		p := crawl.New(s, w, crawl.Options{})

		poll(t, p)
		diff(t, []string{feedURL, "https://herald.example/1", "https://herald.example/2"}, w.take())
		diff(t, []string{
			"html https://herald.example/1 <html><p>first</p></html>",
			"html https://herald.example/2 <html><p>second</p></html>",
		}, s.got())
		if got := s.sources[feedURL]; got.ETag != `"a"` || got.Title != "Herald" || got.Checked.IsZero() {
			t.Errorf("kept %+v", got)
		}

		poll(t, p) // not due
		diff(t, []string(nil), w.take())

		time.Sleep(time.Hour)
		poll(t, p) // unchanged
		diff(t, []string{feedURL}, w.take())

		w.answers[feedURL] = rss(item("https://herald.example/3", "Three."), item("https://herald.example/2", "Two."))
		w.answers["https://herald.example/3"] = page("third")
		time.Sleep(2 * time.Hour)
		poll(t, p)
		diff(t, []string{feedURL, "https://herald.example/3"}, w.take())
	})
}

// An item is known again under other parameters that count readers: in one feed,
// at a later poll, and when it was kept before under the address as written.
func TestItemsThatDifferInTrackingAloneAreOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const one, two = "https://www.herald.example/1", "https://www.herald.example/2?id=2"
		w := &world{answers: map[string]fetch.Answer{
			feedURL:             rss(item(one+"?utm_source=rss", ""), item(one+"?fbclid=2#top", ""), item(two, ""), item("https://herald.example/3?utm_source=rss", "")),
			one + "?fbclid=2":   page("first"),
			two:                 page("second"),
			two + "&ref=rss":    page("second"),
			one + "?fbclid=new": page("first"),
		}}
		s := desk()
		s.pages = []coranto.Page{{Name: "https://herald.example/3?utm_source=rss"}}
		p := crawl.New(s, w, crawl.Options{})
		poll(t, p)
		diff(t, []string{feedURL, two, one + "?fbclid=2"}, w.take())

		w.answers[feedURL] = rss(item(one+"?fbclid=new", ""), item(two+"&ref=rss", ""))
		time.Sleep(2 * time.Hour)
		poll(t, p)
		diff(t, []string{feedURL}, w.take())
	})
}

// A page that cannot be had is told by the feed's own words, if it has any.
func TestWhatTheFeedItselfSays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{answers: map[string]fetch.Answer{
			feedURL: rss(
				item("https://herald.example/gone", "&lt;p&gt;They met.&lt;/p&gt;&lt;p&gt;They parted.&lt;/p&gt;"),
				item("https://herald.example/gone-too", ""),
				item("https://herald.example/picture", "A picture."),
				"<item><guid>17</guid><description>No address.</description></item>"),
			"https://herald.example/picture": {MediaType: "image/png", Body: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")},
		}}
		s := desk()
		p := crawl.New(s, w, crawl.Options{})
		poll(t, p)
		diff(t, []string{
			`record https://herald.example/feed#17 {"url":"https://herald.example/feed#17","date":"","title":"","text":"No address."}`,
			`record https://herald.example/picture {"url":"https://herald.example/picture","date":"","title":"Talks","text":"A picture."}`,
			`record https://herald.example/gone {"url":"https://herald.example/gone","date":"","title":"Talks","text":"They met.\n\nThey parted."}`,
		}, s.got())
		w.take()
		time.Sleep(2 * time.Hour)
		poll(t, p) // neither the known nor the lost are asked for again
		diff(t, []string{feedURL}, w.take())
	})
}

func TestAPageThatDoesNotComeIsAskedForThreeTimes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const one = "https://herald.example/1"
		feed := rss(item(one, "They met."))
		feed.ETag = `"a"` // must not keep the item from being asked for again
		w := &world{answers: map[string]fetch.Answer{feedURL: feed}, errors: map[string]error{one: unreachable(one)}}
		s := desk()
		p := crawl.New(s, w, crawl.Options{})
		for range 3 {
			if len(s.got()) > 0 {
				t.Error("the page was given up too early")
			}
			poll(t, p)
			diff(t, []string{feedURL, one}, w.take())
			time.Sleep(24 * time.Hour)
		}
		diff(t, []string{`record ` + one + ` {"url":"` + one + `","date":"","title":"Talks","text":"They met."}`}, s.got())
	})
}

func TestAFailingSourceIsAskedLessAndLess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{errors: map[string]error{feedURL: unreachable(feedURL)}}
		s := desk()
		p := crawl.New(s, w, crawl.Options{})
		var waits []time.Duration
		for range 9 {
			poll(t, p)
			src := s.sources[feedURL]
			diff(t, "no answer; try again later", src.LastError)
			waits = append(waits, src.Due.Sub(src.Checked)/time.Minute)
			time.Sleep(time.Until(src.Due))
		}
		diff(t, []time.Duration{10, 20, 40, 80, 160, 320, 640, 1280, 1440}, waits)

		w.errors, w.answers = nil, map[string]fetch.Answer{feedURL: rss()}
		poll(t, p)
		if src := s.sources[feedURL]; src.Failures != 0 || src.LastError != "" {
			t.Errorf("kept %+v", src)
		}
	})
}

func TestAServersWishToBeLeftAloneIsHonoured(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{
			answers: map[string]fetch.Answer{feedURL: {Status: 429, RetryAfter: 3 * time.Hour}},
			errors:  map[string]error{feedURL: unreachable(feedURL)},
		}
		s := desk()
		s.sources["https://herald.example/other"] = coranto.Source{ID: "s2", URL: "https://herald.example/other"}
		p := crawl.New(s, w, crawl.Options{AtOnce: 1})
		poll(t, p)
		diff(t, []string{feedURL}, w.take())
		for _, src := range s.sources {
			if wait := src.Due.Sub(src.Checked); wait < 3*time.Hour-time.Minute {
				t.Errorf("%s is asked again after %v", src.URL, wait)
			}
		}
	})
}

func TestRobotsAreHonoured(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{answers: map[string]fetch.Answer{
			"https://herald.example/robots.txt": {Body: []byte("User-agent: *\nDisallow: /private/\nCrawl-delay: 10\n\nUser-agent: other\nDisallow: /\n")},
			feedURL:                             rss(item("https://herald.example/private/1", "Ours alone."), item("https://herald.example/1", "")),
			"https://herald.example/1":          page("one"), "https://herald.example/private/1": page("private"),
		}}
		s := desk()
		poll(t, crawl.New(s, w, crawl.Options{}))
		diff(t, []string{"00:00 https://herald.example/robots.txt", "00:10 " + feedURL, "00:20 https://herald.example/1"}, w.asked)
		diff(t, []string{
			"html https://herald.example/1 <html><p>one</p></html>",
			`record https://herald.example/private/1 {"url":"https://herald.example/private/1","date":"","title":"Talks","text":"Ours alone."}`,
		}, s.got())
	})
}

func TestWithoutAnAnswerOnRobotsNothingIsAsked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const robots = "https://herald.example/robots.txt"
		w := &world{answers: map[string]fetch.Answer{feedURL: rss()}, errors: map[string]error{robots: unreachable(robots)}}
		s := desk()
		poll(t, crawl.New(s, w, crawl.Options{}))
		diff(t, []string(nil), w.take())
		diff(t, "the robots.txt of herald.example cannot be had: no answer; try again later", s.sources[feedURL].LastError)
	})
}

// However many sources a host has, it hears one request at a time, with pauses;
// other hosts need not wait for it.
func TestOneRequestAHostAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{answers: map[string]fetch.Answer{}, slow: 5 * time.Second}
		s := &store{}
		for i := range 4 {
			for _, host := range []string{"herald", "gazette"} {
				u := fmt.Sprintf("https://%s.example/feed%d", host, i)
				w.answers[u] = rss()
				s.AddSource(t.Context(), coranto.Source{ID: u, URL: u})
			}
		}
		began := time.Now()
		poll(t, crawl.New(s, w, crawl.Options{Pause: 10 * time.Second}))
		if w.most != 1 {
			t.Errorf("%d requests to one host at once", w.most)
		}
		if took := time.Since(began); took != 45*time.Second { // robots.txt and four feeds, begun every ten seconds
			t.Errorf("it took %v", took)
		}
	})
}

func TestRunPollsWhatIsDueUntilItIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{answers: map[string]fetch.Answer{feedURL: rss()}, slow: time.Second}
		s := desk()
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			crawl.New(s, w, crawl.Options{}).Run(ctx)
			close(done)
		}()
		time.Sleep(150 * time.Minute) // first at once, without dates every hour
		cancel()
		<-done
		diff(t, []string{feedURL, feedURL, feedURL}, w.take())
	})
}

func TestAFullStoreIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		full := coranto.Errorf(coranto.Full, "accept", "", "make room", "no space left on device")
		w := &world{answers: map[string]fetch.Answer{feedURL: rss(item("https://herald.example/1", "One."))}}
		s := desk()
		s.full = full
		p := crawl.New(s, w, crawl.Options{})
		if err := p.Poll(t.Context()); coranto.KindOf(err) != coranto.Full {
			t.Errorf("got %v", err)
		}
		s.full = nil
		poll(t, p) // nothing was lost
		if len(s.got()) != 1 {
			t.Errorf("got %v", s.got())
		}
	})
}

// The more often a feed prints, the more often it is asked.
func TestWhenAFeedIsAskedAgain(t *testing.T) {
	dated := func(now time.Time, ages ...time.Duration) fetch.Answer {
		var items []string
		for i, age := range ages {
			items = append(items, fmt.Sprintf("<item><guid>%d</guid><title>x</title><description>x</description><pubDate>%s</pubDate></item>", i, now.Add(-age).UTC().Format(time.RFC1123Z)))
		}
		return rss(items...)
	}
	for _, c := range []struct {
		name string
		ages []time.Duration
		ttl  string
		want time.Duration
	}{
		{"no dates", nil, "", time.Hour},
		{"every four hours", []time.Duration{time.Hour, 5 * time.Hour, 9 * time.Hour}, "", 2 * time.Hour},
		{"every minute", []time.Duration{0, time.Minute, 2 * time.Minute}, "", 10 * time.Minute},
		{"every minute, but asks for half an hour", []time.Duration{0, time.Minute, 2 * time.Minute}, "<ttl>30</ttl>", 30 * time.Minute},
		{"silent for two days", []time.Duration{48 * time.Hour, 49 * time.Hour}, "", 6 * time.Hour},
		{"silent for a year", []time.Duration{8760 * time.Hour}, "", 24 * time.Hour},
		{"asks for a year", nil, "<ttl>525600</ttl>", 24 * time.Hour},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				a := dated(time.Now(), c.ages...)
				a.Body = []byte(strings.Replace(string(a.Body), "<title>", c.ttl+"<title>", 1))
				s := desk()
				poll(t, crawl.New(s, &world{answers: map[string]fetch.Answer{feedURL: a}}, crawl.Options{Pause: time.Nanosecond}))
				src := s.sources[feedURL]
				if got := src.Due.Sub(src.Checked).Round(time.Minute); got != c.want {
					t.Errorf("again after %v, want %v", got, c.want)
				}
			})
		})
	}
}

func TestAdd(t *testing.T) {
	w := &world{answers: map[string]fetch.Answer{
		feedURL:                         rss(),
		"https://herald.example":        {Body: []byte(`<html><link rel=alternate type=application/rss+xml href=/broken><link rel=alternate type=application/rss+xml href=/feed></html>`)},
		"https://herald.example/broken": {Body: []byte("<rss><channel>")},
		"https://moved.example/feed":    {URL: feedURL, Body: rss().Body},
		"https://list.example/all":      {Body: []byte(`<opml><outline text="Gazette" xmlUrl="https://gazette.example/rss"/></opml>`)},
		"https://dull.example/":         page("no feed is named here"),
		"https://dull.example/picture":  {Body: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")},
	}}
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"mine.opml": `<opml><outline text="Herald" xmlUrl="` + feedURL + `"/><outline text="Post" xmlUrl="https://post.example/rss"/></opml>`,
		"saved":     string(rss().Body), "empty": "", "notes": "They met.", "cut.gz": "\x1f\x8b\x08",
	} {
		if err := os.WriteFile(filepath.FromSlash(name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	herald, again := feedURL+" Herald new", feedURL+" Herald"
	for _, c := range []struct {
		what  string
		known bool // the Herald's feed is there already
		want  []string
		err   string
	}{
		{what: feedURL, want: []string{herald}},
		{what: feedURL, known: true, want: []string{again}},
		{what: "herald.example", want: []string{herald}},
		{what: "https://moved.example/feed", want: []string{herald}},
		{what: "https://list.example/all", want: []string{"https://gazette.example/rss Gazette new"}},
		{what: "mine.opml", known: true, want: []string{again, "https://post.example/rss Post new"}},

		{what: "https://dull.example/", err: "add https://dull.example/: the page names no feed; look for its RSS or Atom address and give that"},
		{what: "https://dull.example/picture", err: "add https://dull.example/picture: neither a feed nor a page that names one; give a feed's address, a site's, or an OPML file"},
		{what: "https://missing.example/", err: "fetch https://missing.example/: the server answered 404 Not Found; check the address"},
		{what: "missing.opml", err: "add missing.opml: no such file; check the path, or begin an address with https://"},
		{what: "saved", err: "add saved: a saved feed, which never changes; give the feed's address instead"},
		{what: "empty", err: "add empty: there is nothing in it; check how it was made"},
		{what: "notes", err: "add notes: not a list of feeds; give an OPML file, or an address; pages are taken in with `coranto import`"},
		{what: "cut.gz", err: "add cut.gz: its packed data ends too early; get it again, it was cut short"},
		{what: ".", err: "add .: is a directory; give an OPML file, or an address"},
	} {
		t.Run(c.what, func(t *testing.T) {
			s := &store{}
			if c.known {
				s = desk()
			}
			added, err := crawl.New(s, w, crawl.Options{Pause: time.Nanosecond}).Add(t.Context(), c.what)
			var got []string
			for _, a := range added {
				line := a.URL + " " + a.Title
				if a.New {
					line += " new"
				}
				got = append(got, line)
			}
			diff(t, c.want, got)
			if text := fmt.Sprint(err); err != nil && text != c.err || err == nil && c.err != "" {
				t.Errorf("got error %q, want %q", text, c.err)
			}
		})
	}
}
