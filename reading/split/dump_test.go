package split

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"coranto"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what the splitter finds into testdata/dump")

// TestDumps reads the pages of testdata/dump. Each file says in its comment what
// it shows, then holds a page and the articles that a careful reader finds
// there. Lines of the comment that begin with a setting and a colon change how
// the page is read: "encoding:", "line ends: crlf", "fetched:".
func TestDumps(t *testing.T) {
	files, err := filepath.Glob("testdata/dump/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages in testdata/dump", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			page, opt := dumpPage(t, file, archive)
			articles, err := Split(page, opt)
			if err != nil {
				t.Fatal(err)
			}
			got := readable(articles)
			if *update {
				archive.Files = append(archive.Files[:1:1], txtar.File{Name: "articles", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) != 2 {
				t.Fatalf("%d sections; want page and articles", len(archive.Files))
			}
			if diff := cmp.Diff(strings.Split(string(archive.Files[1].Data), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("%s(-want +got)\n%s", archive.Comment, diff)
			}
		})
	}
}

func dumpPage(t *testing.T, name string, archive *txtar.Archive) (coranto.Page, Options) {
	t.Helper()
	page := coranto.Page{Name: name, Form: coranto.Dump, Body: archive.Files[0].Data}
	var opt Options
	for line := range strings.Lines(string(archive.Comment)) {
		setting, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch setting {
		case "line ends":
			page.Body = []byte(strings.ReplaceAll(string(page.Body), "\n", "\r\n"))
		case "encoding":
			charset, err := htmlindex.Get(value)
			if err != nil {
				t.Fatal(err)
			}
			if page.Body, err = charset.NewEncoder().Bytes(page.Body); err != nil {
				t.Fatal(err)
			}
		case "fetched":
			fetched, err := time.Parse(time.RFC3339, value)
			if err != nil {
				t.Fatal(err)
			}
			opt.Fetched = fetched
		}
	}
	return page, opt
}

// readable prints articles as the test files have them: the headline, a line for
// each thing known, a blank line, then the text, crossheads marked with ">".
func readable(articles []coranto.Article) string {
	if len(articles) == 0 {
		return "no article\n"
	}
	var b strings.Builder
	for i, a := range articles {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "# %s\n", a.Headline)
		say := func(name string, values ...string) {
			for _, v := range values {
				if v != "" {
					fmt.Fprintf(&b, "%s: %s\n", name, v)
				}
			}
		}
		if a.Kind != coranto.Report {
			say("kind", string(a.Kind))
		}
		if a.Language != "en" {
			say("language", a.Language)
		}
		say("publisher", a.Publisher.Name)
		say("age", a.Age)
		say("updated", a.Updated)
		if p := a.Published; p != nil {
			say("published", fmt.Sprintf("%s to %s, %s by %q", p.From, p.To, p.Basis, p.Evidence))
		}
		say("author", a.Authors...)
		say("agency", a.Agencies...)
		say("dateline", a.Dateline)
		say("tag", a.Tags...)
		for _, c := range a.Captions {
			say("caption", strings.TrimSpace(fmt.Sprintf("%s | %s | %s", c.Text, c.Credit, c.Date)))
		}
		say("point", a.KeyPoints...)
		for _, f := range a.Furniture {
			say("cut", fmt.Sprintf("%s (%s)", f.Text, f.Why))
		}
		crossheads := a.Crossheads
		for _, block := range strings.Split(a.Text, "\n\n") {
			b.WriteString("\n")
			if len(crossheads) > 0 && crossheads[0] == block {
				b.WriteString("> ")
				crossheads = crossheads[1:]
			}
			b.WriteString(block + "\n")
		}
	}
	return b.String()
}
