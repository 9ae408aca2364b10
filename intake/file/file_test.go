package file_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/tools/txtar"

	"coranto/intake/file"
)

func gz(s string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	io.WriteString(w, s)
	w.Close()
	return out.String()
}

func zst(s string) string {
	w, _ := zstd.NewWriter(nil)
	return string(w.EncodeAll([]byte(s), nil))
}

// tree writes files and goes to their folder, so that names are as short as the
// paths that a reader gives.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// walk gives each input as "name form body", "name - why" or "! error".
func walk(opt file.Options, paths ...string) []string {
	var got []string
	for in := range file.Walk(context.Background(), paths, opt) {
		switch {
		case in.Err != nil:
			got = append(got, "! "+in.Err.Error())
		case in.Page != nil:
			got = append(got, fmt.Sprintf("%s %s %s", in.Name, in.Page.Form, bytes.TrimSpace(in.Page.Body)))
		default:
			got = append(got, in.Name+" - "+in.Skip)
		}
	}
	return got
}

const (
	html = "<html><p>They met.</p></html>"
	dump = "They met on Tuesday."
)

func TestWalkFolder(t *testing.T) {
	a, err := txtar.ParseFile("testdata/folder.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files, want := map[string]string{}, ""
	for _, f := range a.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		files[f.Name] = string(f.Data)
	}
	tree(t, files)
	if d := cmp.Diff(strings.Split(strings.TrimSpace(want), "\n"), walk(file.Options{}, "desk/")); d != "" {
		t.Error(d)
	}
}

func TestNames(t *testing.T) {
	tree(t, map[string]string{"a/b/page.html": html, "a/lines.jsonl": `{"title":"x"}` + "\n\n" + `{"title":"y"}` + "\n", "top.txt": dump})
	for _, c := range []struct {
		paths []string
		want  []string
	}{
		{[]string{"top.txt"}, []string{"top.txt"}},
		{[]string{"./top.txt", "a/../top.txt"}, []string{"./top.txt", "a/../top.txt"}},
		{[]string{"a"}, []string{"a/b/page.html", "a/lines.jsonl#1", "a/lines.jsonl#3"}},
		{[]string{"./a/"}, []string{"./a/b/page.html", "./a/lines.jsonl#1", "./a/lines.jsonl#3"}},
		{[]string{"."}, []string{"./a/b/page.html", "./a/lines.jsonl#1", "./a/lines.jsonl#3", "./top.txt"}},
		{[]string{"-"}, []string{"-"}},
	} {
		var got []string
		for in := range file.Walk(context.Background(), c.paths, file.Options{Stdin: strings.NewReader(dump)}) {
			got = append(got, in.Name)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%v: %s", c.paths, d)
		}
	}
}

func TestForms(t *testing.T) {
	var utf16le strings.Builder
	for _, u := range utf16.Encode([]rune("\ufeff{\"title\":\"Überall\"}\r\n{\"title\":\"y\"}\r\n")) {
		utf16le.Write([]byte{byte(u), byte(u >> 8)})
	}
	response := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html
	record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(response), response)
	moved := strings.Replace(record, "200 OK", "301 OK", 1)
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"told by content, not by name", html, []string{"in html " + html}},
		{"gzip", gz(dump), []string{"in dump " + dump}},
		{"zstd in gzip", gz(zst(dump)), []string{"in dump " + dump}},
		{"packed lines", zst(`{"title":"x"}` + "\n" + `{"title":"y"}`), []string{`in#1 record {"title":"x"}`, `in#2 record {"title":"y"}`}},
		{"lines in UTF-16", utf16le.String(), []string{`in#1 record {"title":"Überall"}`, `in#2 record {"title":"y"}`}},
		{"a web archive of packed records", gz(record) + gz(moved), []string{"in#1 html " + html, "in#2 - the server answered 301"}},
		{"a web archive without a page", "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nx\n\r\n\r\n", []string{"in - a web archive without any page"}},
		{"a list of feeds", "<opml version='2.0'><body/></opml>", []string{"in - a list of feeds; add it with `coranto add FILE`"}},
		{"labels", `{"pages": [1, 2]}`, []string{"in - JSON Lines without title or text"}},

		{"empty", "", []string{"! read in: there is nothing in it; check how it was made"}},
		{"packed nothing", gz(""), []string{"! read in: there is nothing in it; check how it was made"}},
		{"binary", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", []string{"! read in: binary data, no text; give HTML, text, JSON Lines, WARC or OPML"}},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", []string{"! read in: a file of type image/png, no text; give HTML, text, JSON Lines, WARC or OPML"}},
		{"gzip cut short", gz(strings.Repeat(html, 100))[:30], []string{"! read in: its packed data ends too early; get it again, it was cut short"}},
		{"a large page", "<html>" + strings.Repeat("x", 200_000), []string{"! read in: a page of more than 100000 bytes; cut it into smaller files"}},
		{"a bomb", gz("<html>" + strings.Repeat(" ", 300_000)), []string{"! read in: a page of more than 100000 bytes; cut it into smaller files"}},
		{"a bomb of zeros", gz(strings.Repeat("\x00", 300_000)), []string{"! read in: binary data, no text; give HTML, text, JSON Lines, WARC or OPML"}},
		{"one long line among others", `{"title":"x"}` + "\n" + `{"title":"` + strings.Repeat("x", 200_000) + "\"}\n" + `{"title":"y"}`,
			[]string{`in#1 record {"title":"x"}`, "! read in#2: a line of more than 100000 bytes; cut it into smaller records", `in#3 record {"title":"y"}`}},
		{"lines in gzip cut short", gz(lines(20_000))[:200], []string{"! read in: its packed data ends too early; get it again, it was cut short"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, map[string]string{"in": c.content})
			if d := cmp.Diff(c.want, walk(file.Options{MaxPage: 100_000}, "in")); d != "" {
				t.Error(d)
			}
		})
	}
}

func lines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"title\":\"Talks, day %d of %d\"}\n", i, i*i*7919%n)
	}
	return b.String()
}

// What stands before the damage is given; the error names the line.
func TestDamageFarIn(t *testing.T) {
	packed := gz(lines(40_000))
	tree(t, map[string]string{"in": packed[:len(packed)-1000]})
	got := walk(file.Options{}, "in")
	last := got[len(got)-1]
	if want := fmt.Sprintf("! read in#%d: its packed data ends too early; get it again, it was cut short", len(got)); len(got) < 30_000 || last != want {
		t.Errorf("%d inputs, the last %q, want %q", len(got), last, want)
	}
}

func TestPlain(t *testing.T) {
	tree(t, map[string]string{"a/1.txt": html, "a/2.txt": gz(dump), "a/3.txt": ""})
	want := []string{"a/1.txt plain " + html, "a/2.txt plain " + gz(dump), "! read a/3.txt: there is nothing in it; check how it was made"}
	if d := cmp.Diff(want, walk(file.Options{Plain: true}, "a")); d != "" {
		t.Error(d)
	}
}

func TestFailingStream(t *testing.T) {
	failing := io.MultiReader(strings.NewReader(dump), iotest.ErrReader(errors.New("input/output error")))
	want := []string{"! read -: input/output error; check the disk and try again"}
	if d := cmp.Diff(want, walk(file.Options{Stdin: failing}, "-")); d != "" {
		t.Error(d)
	}
}

func TestWalkEndsWithItsContext(t *testing.T) {
	tree(t, map[string]string{"a/1.txt": dump, "a/2.txt": dump, "a/3.txt": dump})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var got []string
	for in := range file.Walk(ctx, []string{"a"}, file.Options{}) {
		got = append(got, in.Name)
		cancel()
	}
	if !slices.Equal(got, []string{"a/1.txt"}) {
		t.Errorf("got %v", got)
	}
}

// endless gives n bytes that begin like a page, and counts what was asked for.
type endless struct{ n, given int64 }

func (e *endless) Read(p []byte) (int, error) {
	if e.given >= e.n {
		return 0, io.EOF
	}
	copy(p, bytes.Repeat([]byte("<p>They met.</p>"), len(p)/16+1))
	e.given += int64(len(p))
	return len(p), nil
}

// A page of 200 MB is refused without being read whole; a stream of 200 MB of
// lines is read with the memory of one line.
func TestLargeInputsInLittleMemory(t *testing.T) {
	page := &endless{n: 200 << 20}
	got := walk(file.Options{Stdin: page, MaxPage: 8 << 20}, "-")
	if want := "! read -: a page of more than 8 MB; cut it into smaller files"; len(got) != 1 || got[0] != want {
		t.Errorf("got %q", got)
	}
	if page.given > 9<<20 {
		t.Errorf("%d bytes were read", page.given)
	}

	line := `{"title":"` + strings.Repeat("x", 64<<10) + "\"}\n"
	parts := make([]io.Reader, 0, 1600)
	for range cap(parts) {
		parts = append(parts, strings.NewReader(line))
	}
	var n, peak uint64
	for in := range file.Walk(context.Background(), []string{"-"}, file.Options{Stdin: io.MultiReader(parts...)}) {
		if in.Page == nil {
			t.Fatal(in)
		}
		if n++; n%400 == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
		}
	}
	if n != 1600 || peak > 40<<20 {
		t.Errorf("%d lines with %d MB in use", n, peak>>20)
	}
}
