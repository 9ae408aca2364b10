package claim_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/desk/claim"
	"coranto/desk/compare"
)

// story makes n articles of invented sentences, many of which several share.
func story(seed uint64, n int) []claim.Item {
	r := rand.New(rand.NewPCG(seed, 1))
	word := func() string { return fmt.Sprintf("word%d", r.IntN(400)) }
	sentence := func() string {
		w := make([]string, 6+r.IntN(12))
		for i := range w {
			w[i] = word()
		}
		return "Velmark " + strings.Join(w, " ") + "."
	}
	shared := make([]string, 40)
	for i := range shared {
		shared[i] = sentence()
	}
	items := make([]claim.Item, n)
	for i := range items {
		a := &coranto.Article{ID: fmt.Sprint("a", i), Language: "en", Headline: sentence(), Kind: coranto.Report}
		var b strings.Builder
		for range 25 {
			s := sentence()
			if r.IntN(2) == 0 {
				s = shared[r.IntN(len(shared))]
			}
			start := b.Len()
			b.WriteString(s)
			a.Sentences = append(a.Sentences, coranto.Span{Start: start, End: b.Len()})
			switch r.IntN(4) {
			case 0:
				a.Statements = append(a.Statements, coranto.Statement{Speaker: fmt.Sprint("Speaker ", r.IntN(9)), Mode: coranto.Reported, Text: s, Start: start, End: b.Len(), Confidence: 1})
			case 1:
				a.Figures = append(a.Figures, coranto.Figure{What: "killed", Value: float64(r.IntN(4)), Bound: "exact", AttributedTo: fmt.Sprint("Giver ", r.IntN(3)), Start: start, End: start + 7, Confidence: 1})
			case 2:
				a.Events = append(a.Events, coranto.Event{Type: "ASSAULT", Actors: []string{"Velmark"}, Modality: "happened", Start: start, End: b.Len(), Confidence: 1})
			}
			b.WriteString(" ")
		}
		a.Text = b.String()
		items[i] = claim.Item{Article: a, Publisher: fmt.Sprint("Paper ", r.IntN(40)), At: time.Unix(int64(1e9+i*600), 0).UTC(), Exact: true}
		if i > 0 && r.IntN(4) == 0 {
			items[i].Copies = fmt.Sprint("a", r.IntN(n))
		}
	}
	return items
}

// TestEvidence holds for any story: every telling lies in its article, every
// origin has a telling, every telling one origin, and the same articles give the
// same claims.
func TestEvidence(t *testing.T) {
	for seed := range uint64(4) {
		items := story(seed, 30)
		c := claim.New(items, nil).Of()
		for _, list := range [][]claim.Claim{c.Statements, c.Figures, c.Events, c.Points} {
			for i := range list {
				x := &list[i]
				for _, u := range x.Tellings {
					if u.Span.In(c.Items[u.Item].Article.Text) == "" {
						t.Fatalf("%s: nothing at %v", x.Kind, u.Span)
					}
				}
				met := make([]int, len(x.Tellings))
				for _, o := range x.Origins {
					for _, n := range o.Tellings {
						met[n]++
					}
				}
				for n, times := range met {
					if times != 1 {
						t.Fatalf("%s: telling %d comes from %d origins", x.Kind, n, times)
					}
				}
				if len(x.Origins) == 0 || len(x.Origins) > len(x.Tellings) {
					t.Fatalf("%d origins of %d tellings", len(x.Origins), len(x.Tellings))
				}
			}
		}
		describe := func() string {
			c := claim.New(items, nil).Of()
			var b strings.Builder
			for _, k := range c.KeyPoints(5) {
				fmt.Fprintln(&b, k.Claim.Tellings[k.Telling].Span)
			}
			for _, ch := range c.Changes(func(i int) bool { return i < 15 }) {
				fmt.Fprintln(&b, ch.Kind, ch.After)
			}
			s := compare.Publishers(c)
			fmt.Fprintln(&b, len(s.All), len(s.Some), len(s.LeftOut), s.Publishers)
			return b.String()
		}
		if diff := cmp.Diff(describe(), describe()); diff != "" {
			t.Fatal(diff)
		}
	}
}

// A story of any size is compared within bounds, and says what it leaves out.
func TestLargeStory(t *testing.T) {
	items := story(1, 2000)
	d := claim.New(items, nil)
	if len(d.Items)+d.Left != len(items) || d.Left == 0 {
		t.Fatalf("%d compared, %d left", len(d.Items), d.Left)
	}
	for i := 1; i < len(d.Items); i++ {
		if d.Items[i].At.Before(d.Items[i-1].At) {
			t.Fatal("out of order")
		}
	}
}

func FuzzArticle(f *testing.F) {
	f.Add("Two guards were killed. “They were told”, he said.", "Two guards were shot dead, AFP reported.", 3, 9)
	f.Add("", "\xff\xfe. .", 0, 0)
	f.Fuzz(func(t *testing.T, x, y string, from, to int) {
		var items []claim.Item
		for i, text := range []string{x, y, x + " " + y} {
			a := &coranto.Article{ID: fmt.Sprint(i), Text: text, Headline: x, Language: "en"}
			for at := 0; at < len(text); {
				end := len(text)
				if n := strings.Index(text[at:], ". "); n >= 0 {
					end = at + n + 1
				}
				a.Sentences = append(a.Sentences, coranto.Span{Start: at, End: end})
				at = end + 1
			}
			if 0 <= from && from < to && to <= len(text) {
				a.Statements = []coranto.Statement{{Speaker: "A", Text: text[from:to], Mode: coranto.Mixed, Start: from, End: to, Confidence: 1}}
				a.Figures = []coranto.Figure{{What: "killed", Value: 2, Start: from, End: to, Confidence: 1}}
				a.Events = []coranto.Event{{Type: "X", Actors: []string{"A"}, Start: from, End: to, Confidence: 1}}
				a.Entities = []coranto.Entity{{Name: "AFP", Type: coranto.Organisation, Mentions: []coranto.Span{{Start: from, End: to}}}}
			}
			items = append(items, claim.Item{Article: a, Publisher: fmt.Sprint("P", i), Copies: fmt.Sprint(2 - i)})
		}
		c := claim.New(items, nil).Of()
		c.KeyPoints(5)
		c.Changes(func(i int) bool { return i == 0 })
		compare.Publishers(c)
	})
}

func BenchmarkStory300(b *testing.B) {
	items := story(1, 300)
	for b.Loop() {
		c := claim.New(items, nil).Of()
		c.KeyPoints(5)
		compare.Publishers(c)
	}
}
