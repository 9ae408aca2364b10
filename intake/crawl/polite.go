package crawl

import (
	"context"
	"errors"
	"net/url"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"

	"coranto"
	"coranto/intake/fetch"
)

const (
	agent       = "Coranto"        // the name under which robots.txt speaks of us
	robotsLives = 24 * time.Hour   // how long a robots.txt is believed (RFC 9309, 2.4)
	robotsRetry = 10 * time.Minute // when one that could not be had is asked for again
	robotsBytes = 500 << 10        // of one that are read (RFC 9309, 2.5)
	maxDelay    = time.Minute      // of a Crawl-delay
	maxHosts    = 4096             // remembered at a time
)

// hosts remembers how each host wants to be treated.
type hosts struct {
	pause time.Duration
	mu    sync.Mutex
	m     map[string]*host
}

// host is one host. Its fields are used by whoever has its turn.
type host struct {
	users  int           // under hosts.mu: who holds it or waits for it
	turn   chan struct{} // holds one token: one request at a time
	pace   *rate.Limiter
	until  time.Time         // it asked to be left alone until then
	robots map[string]robots // by origin: http and https may differ
}

// robots is what one robots.txt says to us.
type robots struct {
	group   *robotstxt.Group // nil: everything is allowed
	err     error            // why it could not be had: nothing is allowed
	expires time.Time
}

// enter waits for the turn at a host; leave must follow.
func (h *hosts) enter(ctx context.Context, name string) (*host, error) {
	h.mu.Lock()
	if len(h.m) >= maxHosts {
		for n, idle := range h.m {
			if idle.users == 0 {
				delete(h.m, n)
			}
		}
	}
	at := h.m[name]
	if at == nil {
		at = &host{turn: make(chan struct{}, 1), pace: rate.NewLimiter(rate.Every(h.pause), 1), robots: map[string]robots{}}
		if h.m == nil {
			h.m = map[string]*host{}
		}
		h.m[name] = at
	}
	at.users++
	h.mu.Unlock()
	select {
	case at.turn <- struct{}{}:
		return at, nil
	case <-ctx.Done():
		h.mu.Lock()
		at.users--
		h.mu.Unlock()
		return nil, ctx.Err()
	}
}

func (h *hosts) leave(at *host) {
	<-at.turn
	h.mu.Lock()
	at.users--
	h.mu.Unlock()
}

// get fetches politely.
func (p *Poller) get(ctx context.Context, r fetch.Request) (fetch.Answer, error) {
	u, err := url.Parse(r.URL)
	if err != nil || u.Hostname() == "" {
		return p.fetch.Get(ctx, r) // which says what is wrong with it
	}
	at, err := p.hosts.enter(ctx, u.Hostname())
	if err != nil {
		return fetch.Answer{}, err
	}
	defer p.hosts.leave(at)
	rules, err := p.rules(ctx, at, u)
	if err != nil {
		return fetch.Answer{}, err
	}
	switch {
	case rules.err != nil:
		return fetch.Answer{}, rules.err
	case rules.group != nil && !rules.group.Test(u.RequestURI()):
		return fetch.Answer{}, coranto.Errorf(coranto.Refused, "fetch", r.URL, "ask its publisher for leave", "the robots.txt of %s forbids it", u.Host)
	}
	return p.ask(ctx, at, r)
}

// ask sends one request at the host's pace.
func (p *Poller) ask(ctx context.Context, at *host, r fetch.Request) (fetch.Answer, error) {
	if wait := time.Until(at.until); wait > 0 {
		return fetch.Answer{RetryAfter: wait}, coranto.Errorf(coranto.Unreachable, "fetch", r.URL, "try again later",
			"its host asked to be left alone for another %v", wait.Round(time.Second))
	}
	if err := at.pace.Wait(ctx); err != nil {
		return fetch.Answer{}, err
	}
	a, err := p.fetch.Get(ctx, r)
	if a.RetryAfter > 0 && err != nil {
		at.until = time.Now().Add(min(a.RetryAfter, maxWait))
	}
	return a, err
}

// rules returns what the robots.txt of u's origin says, asking for it when it is
// not known. The error is ctx's.
func (p *Poller) rules(ctx context.Context, at *host, u *url.URL) (robots, error) {
	origin := u.Scheme + "://" + u.Host
	if r, ok := at.robots[origin]; ok && time.Now().Before(r.expires) {
		return r, nil
	}
	a, err := p.ask(ctx, at, fetch.Request{URL: origin + "/robots.txt"})
	if ctx.Err() != nil {
		return robots{}, ctx.Err()
	}
	r := robots{expires: time.Now().Add(robotsLives)}
	switch {
	case err == nil:
		all, err := robotstxt.FromBytes(a.Body[:min(len(a.Body), robotsBytes)])
		if err != nil {
			p.log.Info("a robots.txt makes no sense and is passed over", "origin", origin, "error", err)
			break
		}
		r.group = all.FindGroup(agent)
		if delay := min(r.group.CrawlDelay, maxDelay); delay > p.opt.Pause {
			at.pace.SetLimit(rate.Every(delay))
		}
	case coranto.KindOf(err) == coranto.Unreachable: // it may be there and forbid everything
		r.err = coranto.Errorf(coranto.Unreachable, "fetch", u.String(), "try again later", "the robots.txt of %s cannot be had: %w", u.Host, cause(err))
		r.expires = time.Now().Add(robotsRetry)
	default: // there is none (RFC 9309, 2.3.1.3)
	}
	at.robots[origin] = r
	return r, nil
}

// cause returns what an error says apart from operation, subject and hint.
func cause(err error) error {
	var e *coranto.Error
	if errors.As(err, &e) && e.Err != nil {
		return e.Err
	}
	return err
}
