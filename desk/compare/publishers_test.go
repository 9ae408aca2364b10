package compare_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"coranto/desk/claim"
	"coranto/desk/compare"
	"coranto/desk/internal/written"
)

var update = flag.Bool("update", false, "write what is found into the golden files")

// Each file holds the articles of a story and how its publishers differ.
func TestPublishers(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no stories", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := sides(claim.New(written.Story(ar), nil).Of())
			last := &ar.Files[len(ar.Files)-1]
			if last.Name != "want" {
				t.Fatal("the last file is not named want")
			}
			if *update {
				last.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(last.Data), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func sides(c *claim.Claims) string {
	var b strings.Builder
	s := compare.Publishers(c)
	fmt.Fprintf(&b, "full texts: %s\n", strings.Join(s.Publishers, ", "))
	told := func(kind string, t compare.Told) {
		u := t.Point.Tellings[t.Line]
		fmt.Fprintf(&b, "%s: %s\n  by: %s\n", kind, u.Span.In(c.Items[u.Item].Article.Text), strings.Join(t.By, ", "))
		if len(t.Not) > 0 {
			fmt.Fprintf(&b, "  not: %s\n", strings.Join(t.Not, ", "))
		}
	}
	for _, t := range s.All {
		told("all say", t)
	}
	for _, t := range s.Some {
		told("some say", t)
	}
	for _, l := range s.LeftOut {
		told("left out", l.Told)
		for _, q := range l.Silent {
			var searched []string
			for _, i := range q.Searched {
				searched = append(searched, c.Items[i].At.Format("2006-01-02"))
			}
			fmt.Fprintf(&b, "  silent: %s, searched: %s\n", q.Who, strings.Join(searched, ", "))
		}
	}
	for _, w := range s.Wordings {
		fmt.Fprintf(&b, "worded: %s %q, %s %q\n", c.Who(w.A.Item), w.A.Word, c.Who(w.B.Item), w.B.Word)
	}
	return b.String()
}
