package split

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"coranto"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"
)

// FuzzSplit holds both forms of page to what must be true of every page: it is
// read or refused with a kind, never a panic; the articles' words stand on the
// page in their order and none in two articles; what is UTF-8 stays so; offsets
// are of the text.
func FuzzSplit(f *testing.F) {
	for _, form := range []string{"dump", "html"} {
		files, err := filepath.Glob("testdata/" + form + "/*.txtar")
		if err != nil || len(files) == 0 {
			f.Fatal("no pages to begin with", err)
		}
		for _, file := range files {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(form == "html", archive.Files[0].Data)
		}
	}
	f.Add(false, []byte(""))
	f.Add(false, []byte("\n\n\n"))
	f.Add(false, []byte("A\n1 hour ago\n- A\n- B\n"))
	f.Add(false, []byte("(((((((\n)))))))\n（(\n"))
	f.Add(true, []byte("<table><p>a</p><tr><td>b<td>c<tr><li>d</table><a><b>e<p>f</a></b>g"))
	f.Add(true, []byte("<h1>Headline of a page</h1><article><h2>Inner</h2>text\x00 text.<br><br>more</article>"))
	f.Fuzz(func(t *testing.T, isHTML bool, body []byte) {
		page := coranto.Page{Name: "fuzz", Form: coranto.Dump, Body: body}
		if isHTML {
			page.Form = coranto.HTML
		}
		articles, err := Split(page, Options{})
		if err != nil {
			var told *coranto.Error
			if !errors.As(err, &told) {
				t.Fatalf("error without a kind: %v", err)
			}
			return
		}
		rest := visible(t, page)
		for n, a := range articles {
			if a.N != n+1 || strings.TrimSpace(a.Text) == "" || !utf8.ValidString(a.Text) || strings.IndexFunc(a.Text, isControl) >= 0 {
				t.Fatalf("article %d: number %d, text %q", n+1, a.N, a.Text)
			}
			for _, w := range strings.FieldsFunc(a.Text, notLetter) {
				i := strings.Index(rest, w)
				if i < 0 {
					t.Fatalf("article %d: %q is not on the page behind what was used of it: %q", n+1, w, a.Text)
				}
				rest = rest[i+len(w):]
			}
			for _, crosshead := range a.Crossheads {
				if !strings.Contains(a.Text, crosshead) {
					t.Fatalf("article %d: crosshead %q is not in its text", n+1, crosshead)
				}
			}
			for _, d := range a.Damaged {
				if d.Start < 0 || d.End > len(a.Text) || d.Start >= d.End || !utf8.ValidString(a.Text[d.Start:d.End]) {
					t.Fatalf("article %d: damaged at %v of %d", n+1, d, len(a.Text))
				}
			}
		}
	})
}

// visible returns the letters and figures that a page shows, in order.
func visible(t *testing.T, page coranto.Page) string {
	source, _ := decode(page.Body, "")
	if page.Form == coranto.HTML {
		root, err := html.Parse(strings.NewReader(source))
		if err != nil {
			t.Fatal(err)
		}
		source = visibleText(root)
	}
	return strings.Join(strings.FieldsFunc(source, notLetter), "")
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// visibleText is all text of a page that is not hidden or code.
func visibleText(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && unseen(n):
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// TestStoriesApart: no block of a page is text of two stories, whatever its form.
func TestStoriesApart(t *testing.T) {
	for _, form := range []coranto.Form{coranto.Dump, coranto.HTML} {
		files, _ := filepath.Glob("testdata/" + string(form) + "/*.txtar")
		for _, file := range files {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			pg := coranto.Page{Name: file, Form: form, Body: archive.Files[0].Data}
			read := readDump
			if form == coranto.HTML {
				read = readHTML
			}
			p, err := read(pg)
			if err != nil || p == nil {
				continue
			}
			last := -1
			for _, s := range p.bound() {
				if !s.of.label(&s) {
					continue
				}
				for i := s.from; i < s.end; i++ {
					if p.blocks[i].role.isText() && i <= last {
						t.Errorf("%s: block %d is text of two stories", file, i)
					}
				}
				last = max(last, s.end-1)
			}
		}
	}
}
