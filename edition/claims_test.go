package edition_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"coranto/edition"
	"coranto/edition/editiontest"
)

func TestKeyPoints(t *testing.T) {
	s := must[*edition.Story](t)(of(editiontest.New()).Story(t.Context(), "gas"))
	var got []string
	for _, k := range s.Points {
		got = append(got, fmt.Sprintf("%s: %.40s [%s] %s", k.Press, k.Line.Text, k.Line.Marks[0].Href, k.Backing.Note()))
	}
	equal(t, got, []string{
		"Karsian News Agency: Karsia and Velmark agreed on Saturday to [/articles/gas-1?v=1#s1] 3 publishers, one origin: Karsian News Agency",
		"Radio Karsia: The foreign minister, Dessa Orlin, has h [/articles/gas-5?v=1#s1] ",
	})
	equal(t, s.Origins, 4)
}

func TestChanged(t *testing.T) {
	e := of(editiontest.New())
	lines := func(since edition.Since) (string, []string) {
		s := must[*edition.Story](t)(e.StorySince(t.Context(), "flood", since))
		var list []string
		for _, c := range s.Changed.List {
			line := c.Kind + " " + c.What
			if c.Before != nil {
				line += " | " + c.Before.Marks[0].Href
			}
			list = append(list, line+" | "+c.After.Marks[0].Href)
		}
		return s.Changed.Since.Machine, list
	}
	day, list := lines(edition.Since{}) // from the day before the newest
	equal(t, day, "2026-11-20")
	equal(t, list, []string{"figure killed | /articles/flood-2?v=1#s1 | /articles/flood-1?v=2#s1"})
	_, list = lines(edition.SinceDay(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)))
	equal(t, list, []string(nil))
	_, list = lines(edition.Since{At: editiontest.Now, Arrival: true}) // nothing came in since
	equal(t, list, []string(nil))
}

func TestStatements(t *testing.T) {
	e := of(editiontest.New())
	ask := func(q edition.StatementQuery) []string {
		var list []string
		for _, h := range must[[]edition.Heard](t)(e.Statements(t.Context(), q)) {
			list = append(list, h.When()+" "+h.Speaker+" "+h.Address)
		}
		return list
	}
	equal(t, ask(edition.StatementQuery{Speaker: "varn"}), []string{"2026-11-21 Edda Varn /articles/gas-4?v=1#s6", "2026-11-21 Edda Varn /articles/budget-1?v=1#s2"})
	equal(t, ask(edition.StatementQuery{Speaker: "beck", Until: "2026-11-20"}), []string{"2026-11-20 Jonas Beck /articles/flood-2?v=1#s2"})
	equal(t, len(ask(edition.StatementQuery{Max: 2})), 2)
	for _, line := range ask(edition.StatementQuery{Since: "2026-11-21"}) {
		if !strings.HasPrefix(line, "2026-11-21") {
			t.Errorf("not since: %s", line)
		}
	}
}

// A story of very many articles opens, and says how many it leaves out.
func TestStoryOfManyArticles(t *testing.T) {
	desk := editiontest.New()
	for i := range 1000 {
		k := desk.Kept["flood-2"][0]
		k.Article.ID = fmt.Sprintf("x%04d", i)
		if i > 0 {
			k.WireOf = "x0000"
		}
		desk.Add(k)
	}
	s := must[*edition.Story](t)(of(desk).Story(t.Context(), "flood"))
	shown := 0
	for _, a := range s.Articles {
		shown += 1 + len(a.Copies)
	}
	equal(t, s.Reach.Articles, 1003)
	equal(t, shown+s.More, 1003)
	if s.More == 0 || s.Left < s.More {
		t.Errorf("%d not listed, %d not compared", s.More, s.Left)
	}
}
