package fetch_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.uber.org/goleak"

	"coranto"
	"coranto/intake/fetch"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// world is a server with one page for every case. It stands on loopback.
func world(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("ETag", `"7"`)
		w.Header().Set("Last-Modified", "Tue, 03 Mar 2026 08:30:00 GMT")
		if r.Header.Get("If-None-Match") == `"7"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "They met.")
	})
	mux.HandleFunc("/agent", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.UserAgent()) })
	mux.HandleFunc("/gzip", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, "They met.")
		z.Close()
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		z.Write(make([]byte, 64<<20))
		z.Close()
	})
	mux.HandleFunc("/large", func(w http.ResponseWriter, r *http.Request) { w.Write(bytes.Repeat([]byte("x"), 3<<20)) })
	mux.HandleFunc("/cut", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "100")
		fmt.Fprint(w, "They met")
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/busy", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	for path, status := range map[string]int{"/gone": 410, "/broken": 500, "/paid": 402, "/secret": 403} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(status) })
	}
	for from, to := range map[string]string{"/moved": "/page", "/round": "/round", "/away": "file:///etc/passwd", "/inside": "http://10.0.0.1/", "/meta": "http://169.254.169.254/latest/"} {
		mux.HandleFunc(from, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusFound)
		})
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func client(t *testing.T, opt fetch.Options) *fetch.Client {
	c := fetch.New(opt)
	t.Cleanup(c.Close)
	return c
}

func TestGet(t *testing.T) {
	at := world(t)
	c := client(t, fetch.Options{Version: "1.2", LoopbackForTests: true})
	for _, test := range []struct {
		name string
		req  fetch.Request
		want fetch.Answer
	}{
		{"a page", fetch.Request{URL: at + "/page"}, fetch.Answer{URL: at + "/page", Status: 200, MediaType: "text/html; charset=utf-8", ETag: `"7"`, LastModified: "Tue, 03 Mar 2026 08:30:00 GMT", Body: []byte("They met.")}},
		{"unchanged", fetch.Request{URL: at + "/page", ETag: `"7"`}, fetch.Answer{URL: at + "/page", Status: 304, NotModified: true, ETag: `"7"`, LastModified: "Tue, 03 Mar 2026 08:30:00 GMT"}},
		{"moved", fetch.Request{URL: at + "/moved"}, fetch.Answer{URL: at + "/page", Status: 200, MediaType: "text/html; charset=utf-8", ETag: `"7"`, LastModified: "Tue, 03 Mar 2026 08:30:00 GMT", Body: []byte("They met.")}},
		{"our name", fetch.Request{URL: at + "/agent"}, fetch.Answer{URL: at + "/agent", Status: 200, MediaType: "text/plain; charset=utf-8", Body: []byte("Coranto/1.2 (+https://coranto.example)")}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := c.Get(context.Background(), test.req)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(test.want, got, cmpopts.IgnoreFields(fetch.Answer{}, "Fetched")); d != "" {
				t.Error(d)
			}
			if got.Fetched.IsZero() {
				t.Error("no moment of fetching")
			}
		})
	}
	if got, err := c.Get(context.Background(), fetch.Request{URL: at + "/gzip"}); err != nil || string(got.Body) != "They met." {
		t.Errorf("gzip: got %q, %v", got.Body, err)
	}
}

func TestErrors(t *testing.T) {
	at := world(t)
	closed := httptest.NewServer(nil)
	closed.Close()
	secure := httptest.NewUnstartedServer(nil)
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	t.Cleanup(secure.Close)
	for _, c := range []struct {
		url  string
		kind coranto.Kind
		want string
	}{
		{"ftp://herald.example/", coranto.Usage, "not an address of the web; give one that begins with http:// or https://"},
		{"herald.example", coranto.Usage, "not an address of the web; give one that begins with http:// or https://"},
		{"http://[::1", coranto.Usage, "not an address: missing ']' in host; check the address"},
		{at + "/gone", coranto.NotFound, "the server answered 410 Gone; check the address"},
		{at + "/missing", coranto.NotFound, "the server answered 404 Not Found; check the address"},
		{at + "/broken", coranto.Unreachable, "the server answered 500 Internal Server Error; try again later"},
		{at + "/secret", coranto.Refused, "the server answered 403 Forbidden; open it in a browser to see what it wants"},
		{at + "/round", coranto.Refused, "it leads from one address to the next without end; open it in a browser and give the address it ends at"},
		{at + "/away", coranto.Refused, "it leads to what is not an address of the web; open it in a browser and give the address it ends at"},
		{at + "/inside", coranto.Refused, "its host is not on the public internet; give a public address"},
		{at + "/meta", coranto.Refused, "its host is not on the public internet; give a public address"},
		{at + "/large", coranto.TooLarge, "more than 1 MB; leave it out"},
		{at + "/bomb", coranto.TooLarge, "more than 1 MB; leave it out"},
		{at + "/cut", coranto.Unreachable, "the answer broke off: unexpected EOF; try again later"},
		{at + "/slow", coranto.Unreachable, "no answer within 200ms; try again later"},
		{closed.URL, coranto.Unreachable, "its host takes no connection; try again later"},
		{secure.URL, coranto.Refused, "its certificate is not valid; check the address; the other side may be somebody else"},
	} {
		t.Run(c.url, func(t *testing.T) {
			opt := fetch.Options{MaxBytes: 1 << 20, LoopbackForTests: true}
			if strings.HasSuffix(c.url, "/slow") {
				opt.Timeout = 200 * time.Millisecond
			}
			a, err := client(t, opt).Get(context.Background(), fetch.Request{URL: c.url})
			if err == nil {
				t.Fatal("no error")
			}
			if d := cmp.Diff("fetch "+c.url+": "+c.want, err.Error()); d != "" || coranto.KindOf(err) != c.kind {
				t.Errorf("kind %q, want %q\n%s", coranto.KindOf(err), c.kind, d)
			}
			if a.Body != nil {
				t.Errorf("a body of %d bytes came with the error", len(a.Body))
			}
		})
	}
}

// Without the option for tests, nothing on this machine or beside it is reached.
func TestOnlyPublicAddresses(t *testing.T) {
	reached := false
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	t.Cleanup(s.Close)
	c := client(t, fetch.Options{})
	for _, u := range []string{
		s.URL, "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0.0.0.0/", "http://10.1.2.3/", "http://192.168.0.1/", "http://172.16.0.1/",
		"http://169.254.169.254/latest/meta-data/", "http://[fd00::1]/", "http://[fe80::1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://100.64.0.1/",
	} {
		_, err := c.Get(context.Background(), fetch.Request{URL: u})
		if coranto.KindOf(err) != coranto.Refused {
			t.Errorf("%s: %v", u, err)
		}
	}
	if reached {
		t.Error("the server on this machine was reached")
	}
}

func TestRetryAfter(t *testing.T) {
	a, err := client(t, fetch.Options{LoopbackForTests: true}).Get(context.Background(), fetch.Request{URL: world(t) + "/busy"})
	if coranto.KindOf(err) != coranto.Unreachable || a.RetryAfter != 2*time.Minute || a.Status != 429 {
		t.Errorf("got %+v, %v", a, err)
	}
}

func TestEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := client(t, fetch.Options{LoopbackForTests: true}).Get(ctx, fetch.Request{URL: world(t) + "/page"})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
