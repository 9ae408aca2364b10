package claim_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"coranto/desk/claim"
	"coranto/desk/internal/written"
)

var update = flag.Bool("update", false, "write what is found into the golden files")

// Each file holds the articles of a story, and as "want" what they are found to
// claim, with what is asked for in its name.
func TestStories(t *testing.T) {
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
			c := claim.New(written.Story(ar), nil).Of()
			for i, f := range ar.Files {
				asked, is := strings.CutPrefix(f.Name, "want ")
				if !is {
					continue
				}
				got := answer(t, c, asked)
				if *update {
					ar.Files[i].Data = []byte(got)
				} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
					t.Errorf("%s (-want +got)\n%s", asked, diff)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func answer(t *testing.T, c *claim.Claims, asked string) string {
	var b strings.Builder
	what, day, _ := strings.Cut(asked, " since ")
	switch what {
	case "statements":
		list(&b, c, c.Statements)
	case "figures":
		list(&b, c, c.Figures)
	case "events":
		list(&b, c, c.Events)
	case "points":
		var shared []claim.Claim
		for _, p := range c.Points {
			if c.Publishers(&p) > 1 {
				shared = append(shared, p)
			}
		}
		list(&b, c, shared)
	case "key points":
		for _, k := range c.KeyPoints(5) {
			disputed := ""
			if k.Disputed {
				disputed = "disputed: "
			}
			u := k.Claim.Tellings[k.Telling]
			fmt.Fprintf(&b, "%s%s: %s\n", disputed, c.Items[u.Item].Publisher, u.Span.In(c.Items[u.Item].Article.Text))
		}
	case "changes":
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		for _, ch := range c.Changes(func(i int) bool { return c.Items[i].At.Before(at.Add(24 * time.Hour)) }) {
			fmt.Fprintf(&b, "%s %s\n", ch.Kind, ch.What)
			if ch.Before != nil {
				fmt.Fprintf(&b, "  - %s\n", ch.Before.Span.In(c.Items[ch.Before.Item].Article.Text))
			}
			fmt.Fprintf(&b, "  + %s\n", ch.After.Span.In(c.Items[ch.After.Item].Article.Text))
		}
	default:
		t.Fatalf("what is %q?", asked)
	}
	return b.String()
}

// list writes claims with their tellings and origins.
func list(b *strings.Builder, c *claim.Claims, all []claim.Claim) {
	for i := range all {
		x := &all[i]
		var origins []string
		for _, o := range x.Origins {
			origins = append(origins, o.Name)
		}
		fmt.Fprintf(b, "%d publishers, origins: %s", c.Publishers(x), strings.Join(origins, ", "))
		if x.First >= 0 {
			fmt.Fprintf(b, "; first: %s", c.Items[x.Tellings[x.First].Item].Publisher)
		}
		for _, other := range x.Against {
			u := all[other].Tellings[0]
			fmt.Fprintf(b, "; against: %s", u.Span.In(c.Items[u.Item].Article.Text))
		}
		b.WriteString("\n")
		for _, u := range x.Tellings {
			it := c.Items[u.Item]
			how := ""
			if u.Basis != claim.Own {
				how = fmt.Sprintf(" (%s %s)", u.Basis, u.Via)
			}
			fmt.Fprintf(b, "  %s%s: %s\n", it.Publisher, how, u.Span.In(it.Article.Text))
		}
	}
}
