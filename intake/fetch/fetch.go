// Package fetch is the guarded client: it asks the world for what an address
// names. Whatever a page, a feed or a redirect says, it reaches public addresses
// only, checked when they are dialled, and takes in no more than its caps allow.
// Hosts that the operator configures are another client's matter, not this one's.
package fetch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"time"

	"code.dny.dev/ssrf"

	"coranto"
)

// Options set a client's caps. Zero values are the defaults.
type Options struct {
	Version      string        // of the program, for the User-Agent; "dev"
	MaxBytes     int64         // cap on an answer's body, decompressed; 16 MiB
	Timeout      time.Duration // for one request with all its redirects; 30 s
	MaxRedirects int           // 5

	// LoopbackForTests lets the client reach this machine itself, on every port.
	// It is for tests that serve their own pages, and for nothing else.
	LoopbackForTests bool
}

// Client fetches. It keeps no cookies, uses no proxy, and may be used by many
// goroutines at once.
type Client struct {
	http      *http.Client
	userAgent string
	opt       Options
}

// New makes a client. Call Close when done with it.
func New(opt Options) *Client {
	opt.Version = cmp.Or(opt.Version, "dev")
	opt.MaxBytes = cmp.Or(opt.MaxBytes, 16<<20)
	opt.Timeout = cmp.Or(opt.Timeout, 30*time.Second)
	opt.MaxRedirects = cmp.Or(opt.MaxRedirects, 5)
	var rules []ssrf.Option
	if opt.LoopbackForTests {
		rules = append(rules, ssrf.WithAnyPort(),
			ssrf.WithAllowedV4Prefixes(netip.MustParsePrefix("127.0.0.0/8")),
			ssrf.WithAllowedV6Prefixes(netip.MustParsePrefix("::1/128")))
	}
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: ssrf.New(rules...).Safe}
	c := &Client{opt: opt, userAgent: "Coranto/" + opt.Version + " (+https://coranto.example)"}
	c.http = &http.Client{
		CheckRedirect: c.checkRedirect,
		Transport: &http.Transport{
			Proxy:                  nil, // a proxy would resolve and dial past the guard
			DialContext:            dialer.DialContext,
			ForceAttemptHTTP2:      true,
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  opt.Timeout,
			MaxResponseHeaderBytes: 256 << 10,
			MaxIdleConnsPerHost:    1,
			IdleConnTimeout:        30 * time.Second,
		},
	}
	return c
}

// Close lets go of idle connections.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Request names what to get. With ETag or LastModified, of an earlier Answer, an
// unchanged thing is not sent again.
type Request struct {
	URL          string
	ETag         string
	LastModified string
}

// Answer is what came. With an error it holds what is known all the same:
// Status and RetryAfter above all.
type Answer struct {
	URL          string // where it was found, redirects followed
	Status       int    // 0: no answer
	NotModified  bool   // Body is empty: what was asked for has not changed
	MediaType    string // Content-Type as declared; "" when undeclared
	ETag         string
	LastModified string
	RetryAfter   time.Duration // how long the server asks to wait; 0: it does not
	Fetched      time.Time
	Body         []byte // decompressed
}

// Get fetches. Its errors are *coranto.Error: Usage for what is no address,
// Refused for what a rule of ours or of the server forbids, NotFound, TooLarge,
// and Unreachable for what may succeed later; or ctx's own, when that ended.
func (c *Client) Get(ctx context.Context, r Request) (Answer, error) {
	u, err := parse(r.URL)
	if err != nil {
		return Answer{}, err
	}
	within, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(within, http.MethodGet, u.String(), nil)
	if err != nil {
		return Answer{}, coranto.Errorf(coranto.Usage, "fetch", r.URL, "check the address", "not an address: %w", err)
	}
	req.Header.Set("User-Agent", c.userAgent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5")
	if r.ETag != "" {
		req.Header.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		req.Header.Set("If-Modified-Since", r.LastModified)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return Answer{}, c.explain(ctx, r.URL, err)
	}
	defer resp.Body.Close()
	now := time.Now().UTC()
	a := Answer{
		URL: resp.Request.URL.String(), Status: resp.StatusCode, NotModified: resp.StatusCode == http.StatusNotModified,
		MediaType: resp.Header.Get("Content-Type"), ETag: resp.Header.Get("ETag"), LastModified: resp.Header.Get("Last-Modified"),
		RetryAfter: retryAfter(resp.Header.Get("Retry-After"), now), Fetched: now,
	}
	if a.NotModified {
		return a, nil
	}
	if err := statusError(r.URL, a.Status); err != nil {
		return a, err
	}
	a.Body, err = io.ReadAll(io.LimitReader(resp.Body, c.opt.MaxBytes+1))
	switch {
	case err != nil:
		a.Body = nil
		return a, c.explain(ctx, r.URL, err)
	case int64(len(a.Body)) > c.opt.MaxBytes:
		a.Body = nil
		return a, coranto.Errorf(coranto.TooLarge, "fetch", r.URL, "leave it out", "more than %d MB", c.opt.MaxBytes>>20)
	}
	return a, nil
}

// parse accepts addresses of the web alone.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, coranto.Errorf(coranto.Usage, "fetch", address, "check the address", "not an address: %w", errors.Unwrap(err))
	}
	if !web(u) {
		return nil, coranto.Errorf(coranto.Usage, "fetch", address, "give one that begins with http:// or https://", "not an address of the web")
	}
	return u, nil
}

func web(u *url.URL) bool { return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" }

var (
	errRedirects = errors.New("it leads from one address to the next without end")
	errScheme    = errors.New("it leads to what is not an address of the web")
)

func (c *Client) checkRedirect(req *http.Request, via []*http.Request) error {
	req.Header.Del("Referer")
	switch {
	case len(via) > c.opt.MaxRedirects:
		return errRedirects
	case !web(req.URL):
		return errScheme
	}
	return nil
}

// statusError makes an error of every status that brings no page.
func statusError(address string, status int) error {
	refuse := func(kind coranto.Kind, hint string) error {
		return coranto.Errorf(kind, "fetch", address, hint, "the server answered %d %s", status, http.StatusText(status))
	}
	switch {
	case status >= 200 && status < 300:
		return nil
	case status == http.StatusNotFound, status == http.StatusGone:
		return refuse(coranto.NotFound, "check the address")
	case status == http.StatusTooManyRequests, status == http.StatusRequestTimeout, status >= 500:
		return refuse(coranto.Unreachable, "try again later")
	}
	return refuse(coranto.Refused, "open it in a browser to see what it wants")
}

// retryAfter reads seconds or a date (RFC 9110, 10.2.3).
func retryAfter(value string, now time.Time) time.Duration {
	if s, err := strconv.Atoi(value); err == nil {
		return time.Duration(min(max(s, 0), 7*24*3600)) * time.Second
	}
	if t, err := http.ParseTime(value); err == nil {
		return max(t.Sub(now), 0)
	}
	return 0
}

// explain makes the error to show of whatever kept the answer from coming.
func (c *Client) explain(ctx context.Context, address string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	because := func(kind coranto.Kind, hint, why string) error {
		return &coranto.Error{Kind: kind, Op: "fetch", Subject: address, Err: &reason{why, err}, Hint: hint}
	}
	var dns *net.DNSError
	var timeout net.Error
	var op *net.OpError
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return because(coranto.Refused, "give a public address", "its host is not on the public internet")
	case errors.Is(err, ssrf.ErrProhibitedPort):
		return because(coranto.Refused, "give an address without a port", "its port is neither 80 nor 443")
	case errors.Is(err, errRedirects), errors.Is(err, errScheme):
		why := errScheme
		if errors.Is(err, errRedirects) {
			why = errRedirects
		}
		return because(coranto.Refused, "open it in a browser and give the address it ends at", why.Error())
	case isCertificate(err):
		return because(coranto.Refused, "check the address; the other side may be somebody else", "its certificate is not valid")
	case errors.As(err, &dns) && dns.IsNotFound:
		return because(coranto.NotFound, "check the address", "there is no such host")
	case errors.As(err, &timeout) && timeout.Timeout():
		return because(coranto.Unreachable, "try again later", fmt.Sprintf("no answer within %v", c.opt.Timeout))
	case errors.As(err, &dns):
		return because(coranto.Unreachable, "check the connection", "its host could not be looked up")
	case errors.As(err, &op) && op.Op == "dial":
		return because(coranto.Unreachable, "try again later", "its host takes no connection")
	}
	var at *url.Error
	if errors.As(err, &at) { // names the address again
		err = at.Err
	}
	return because(coranto.Unreachable, "try again later", "the answer broke off: "+err.Error())
}

// reason is a cause in plain words, with the technical one behind it.
type reason struct {
	text  string
	cause error
}

func (r *reason) Error() string { return r.text }
func (r *reason) Unwrap() error { return r.cause }
