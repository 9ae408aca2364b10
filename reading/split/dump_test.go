package split

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"coranto"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write what the splitter finds into testdata/dump and testdata/html")

// TestDumps reads the pages of testdata/dump. Lines of a file's comment that
// begin with a setting and a colon change how its page is read: "encoding:",
// "line ends: crlf", "fetched:".
func TestDumps(t *testing.T) { testGoldens(t, "testdata/dump", dumpPage) }

// testGoldens reads the pages of a folder. Each file says in its comment what it
// shows, then holds a page and the articles that a careful reader finds there.
func testGoldens(t *testing.T, folder string, pageOf func(*testing.T, string, *txtar.Archive) (coranto.Page, Options)) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatal("no pages in", folder, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			page, opt := pageOf(t, file, archive)
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
			say("kind", fmt.Sprintf("%s (%s)", a.Kind, a.KindWhy))
		}
		if a.Stub {
			say("stub", "yes")
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

// BenchmarkHostileDump reads ten megabytes of lines made to be slow: the time
// per byte must not depend on how many there are.
func BenchmarkHostileDump(b *testing.B) {
	hostile := map[string]string{
		"headlines":  "Same headline again and again\n",
		"captions":   "A caption of a picture (AFP)\n",
		"questions":  "Is it so, and who says that it is so at all?\n",
		"bullets":    "- item of a list that does not end\n",
		"frames":     "Paper\n3 hours ago\n- Paper\nA headline of some words\nText.\n",
		"brackets":   "((((((((((((((((((((((((((((((((((((((((\n",
		"stamps":     "22-06-2025\n",
		"paragraphs": "He said that it was so. She said that it was not.\n",
		"names":      "Signe Halvard\nSigne Halvard\n",
		"end labels": "Related Articles\nOne more headline to read\n",
		"boxes":      "Read next\nOne more headline to read\n2 hours ago\nAnother headline to read\n3 hours ago\n",
		"teasers":    "One more headline to read\nIt goes on and on and then …\n",
		"voices":     "Comments\nGrey Heron\n2 hours ago\nA word about the article above.\n",
		"live":       "10:15\nA heading of an entry\nIt is said that the entry has a text.\n",
		"signed":     "The Paper 3 hours ago\nA headline of some words\nA text of words follows.\n",
		"credits":    "A caption of a picture\nPhoto: Name Name/Agency\n",
		"one line":   "word ",
		"blank":      "\n",
	}
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		for _, size := range []int{1 << 20, 10 << 20} {
			page := strings.Repeat(hostile[name], size/len(hostile[name]))
			b.Run(fmt.Sprintf("%s/%dMB", name, size>>20), func(b *testing.B) {
				b.SetBytes(int64(len(page)))
				for b.Loop() {
					if _, err := Split(coranto.Page{Name: name, Form: coranto.Dump, Body: []byte(page)}, Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
