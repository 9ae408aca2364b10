package warc_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"

	"coranto"
	"coranto/intake/warc"
)

// rec writes one record. kind and head are of the record, block is its content.
func rec(kind, head, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://herald.example/%s\r\nWARC-Date: 2026-03-03T08:30:00Z\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, kind, head, len(block), block)
}

func response(httpHead, body string) string {
	return rec("response", "Content-Type: application/http; msgtype=response\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"+httpHead+"\r\n"+body)
}

func gz(s string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	io.WriteString(w, s)
	w.Close()
	return out.String()
}

// all gives each record as "N type status url media body", errors as "N kind: text".
func all(in string, max int64) []string {
	var got []string
	for r := warc.NewReader(strings.NewReader(in), max); ; {
		rec, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return got
		case err != nil:
			got = append(got, fmt.Sprintf("%d %s: %v", rec.N, coranto.KindOf(err), err))
		default:
			got = append(got, fmt.Sprintf("%d %s %d %s %s %s %s", rec.N, rec.Type, rec.Status, rec.URL, rec.Fetched.Format("15:04"), rec.MediaType, rec.Body))
		}
	}
}

func TestRead(t *testing.T) {
	page := "<p>They met.</p>"
	want := "response 200 https://herald.example/response 08:30 text/html; charset=utf-8 " + page
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"nothing", "", nil},
		{"one page among other records", rec("warcinfo", "", "software: x") + response("", page) + rec("request", "", "GET / HTTP/1.1\r\n\r\n"), []string{"2 " + want}},
		{"chunked", response("Transfer-Encoding: chunked\r\n", "3\r\n<p>\r\nd\r\nThey met.</p>\r\n0\r\n\r\n"), []string{"1 " + want}},
		{"said to be chunked, but is not", response("Transfer-Encoding: chunked\r\n", page), []string{"1 " + want}},
		{"gzip", response("Content-Encoding: gzip\r\n", gz(page)), []string{"1 " + want}},
		{"said to be gzip, but is not", response("Content-Encoding: gzip\r\n", page), []string{"1 " + want}},
		{"text taken out of a page", rec("conversion", "Content-Type: text/plain\r\n", "They met."), []string{"1 conversion 200 https://herald.example/conversion 08:30 text/plain They met."}},
		{"a head that goes on", strings.Replace(response("", page), "WARC-Date: ", "WARC-Date:\r\n ", 1), []string{"1 " + want}},
		{"line feeds alone", strings.ReplaceAll(rec("resource", "Content-Type: text/html\r\n", page), "\r\n", "\n"), []string{"1 resource 200 https://herald.example/resource 08:30 text/html " + page}},
		{"not found", rec("response", "Content-Type: application/http\r\n", "HTTP/1.1 404 Not Found\r\n\r\ngone"), []string{"1 response 404 https://herald.example/response 08:30  gone"}},

		{"brotli, then a page", response("Content-Encoding: br\r\n", "\x0b\x02") + response("", page),
			[]string{`1 unsupported: its content encoding is "br"; make the archive with gzip or without compression`, "2 " + want}},
		{"no status line, then a page", rec("response", "Content-Type: application/http\r\n", "hello\r\n\r\n") + response("", page),
			[]string{"1 damaged: a response without an HTTP status line; make or get the archive again", "2 " + want}},
		{"too large, then a page", response("", strings.Repeat("x", 2000)) + response("", page),
			[]string{"1 too large: a record of more than 1000 bytes; leave it out", "2 " + want}},
		{"a bomb, then a page", response("", gz(strings.Repeat("x", 100_000))) + response("", page),
			[]string{"1 too large: a record of more than 1000 bytes; leave it out", "2 " + want}},
		{"cut short", response("", page) + response("", page)[:150], []string{"1 " + want, "2 damaged: the archive ends inside a record; make or get the archive again"}},
		{"cut in its body", response("", page)[:250], []string{"1 damaged: the archive ends inside a record; make or get the archive again"}},
		{"a false length", strings.Replace(response("", page), "Content-Length: ", "Content-Length: -", 1), []string{"1 damaged: a record without a usable Content-Length; make or get the archive again"}},
		{"a huge length", strings.Replace(response("", page), "Content-Length: ", "Content-Length: 9999999999", 1), []string{"1 damaged: the archive ends inside a record; make or get the archive again"}},
		{"no archive after all", "hello\n", []string{"1 damaged: no record begins where one is due; make or get the archive again"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, all(c.in, 1000)); d != "" {
				t.Error(d)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(rec("warcinfo", "", "software: x") + response("", "<p>They met.</p>"))
	f.Add(response("Transfer-Encoding: chunked\r\n", "3\r\n<p>\r\n0\r\n\r\n"))
	f.Add(response("Content-Encoding: gzip\r\n", gz("<p>")))
	f.Fuzz(func(t *testing.T, in string) {
		last := 0
		for r := warc.NewReader(strings.NewReader(in), 1<<16); ; {
			rec, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if rec.N <= last || rec.N > len(in) {
				t.Fatalf("record %d after record %d of %d bytes", rec.N, last, len(in))
			}
			if last = rec.N; err == nil && len(rec.Body) > 1<<16 {
				t.Fatalf("a body of %d bytes passes the cap", len(rec.Body))
			}
			if coranto.KindOf(err) == coranto.Internal {
				t.Fatalf("an unexplained error: %v", err)
			}
		}
	})
}
