package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto/bench/reading/compose"
)

// known are invented articles, told apart by their numbers.
func known() (out []compose.Article) {
	for i := range 12 {
		a := compose.Article{Headline: fmt.Sprintf("Council of the Inner Sea counts ship %d", i), Authors: []string{"Mirela Tovarek"}}
		for j := range 5 {
			if j == 3 {
				a.Blocks = append(a.Blocks, compose.Block{Text: "What the inspectors saw", Crosshead: true})
			}
			a.Blocks = append(a.Blocks, compose.Block{Text: fmt.Sprintf("Ship %d & its papers were looked at for the %d. time in the harbour of Samhara, and the inspectors said that it was one of the oldest to sail.", i, j)})
		}
		out = append(out, a)
	}
	return out
}

func TestPagesAreTheSameEveryTime(t *testing.T) {
	a, b := compose.Pages(known(), 4, 1), compose.Pages(known(), 4, 1)
	if d := cmp.Diff(a, b); d != "" {
		t.Errorf("composed twice:\n%s", d)
	}
	if len(a) != 4*len(compose.Layouts()) {
		t.Errorf("%d pages of %d layouts", len(a), len(compose.Layouts()))
	}
	if other := compose.Pages(known(), 4, 2); cmp.Equal(a, other) {
		t.Error("another seed gives the same pages")
	}
}

// Every form of a page shows each article whole and in order.
func TestPagesHoldTheirArticles(t *testing.T) {
	for _, p := range compose.Pages(known(), 4, 1) {
		for _, form := range compose.Forms {
			text, err := p.Dump(form)
			if err != nil {
				t.Fatal(err)
			}
			rest := strings.Join(strings.Fields(text), " ")
			for _, a := range p.Articles {
				for _, want := range append([]compose.Block{{Text: a.Headline}}, a.Blocks...) {
					_, after, ok := strings.Cut(rest, want.Text)
					if !ok {
						t.Fatalf("%s, %s: %q is missing or out of place in\n%s", p.Name, form, want.Text, text)
					}
					rest = after
				}
			}
			for _, hidden := range []string{"This is a script", "display:block", "schema.org"} {
				if strings.Contains(text, hidden) {
					t.Errorf("%s, %s: shows %q", p.Name, form, hidden)
				}
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"The heron is on the flag of the country and that is for the best of reasons":      "en",
		"Der Reiher ist auf der Fahne, und das ist den meisten von den Leuten nicht recht": "de",
		"Le héron est sur le drapeau des îles et les enfants le savent, une des raisons":   "",
		"Чапля на прапорі": "",
	} {
		if got := compose.Language(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
