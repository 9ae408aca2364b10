package split_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"coranto"
	"coranto/reading/split"
	"coranto/sampledesk"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestSampleDeskDumps reads the plain-text pages of the sample desk and compares
// every article with its label.
func TestSampleDeskDumps(t *testing.T) {
	var labels []sampledesk.Label
	if err := json.Unmarshal(sampledesk.Labels, &labels); err != nil {
		t.Fatal(err)
	}
	byPage := map[string][]sampledesk.Label{}
	for _, l := range labels {
		if strings.HasSuffix(l.Page, ".txt") {
			byPage[l.Page] = append(byPage[l.Page], l)
		}
	}
	if len(byPage) == 0 {
		t.Fatal("the sample desk has no dumps")
	}
	for page, wanted := range byPage {
		t.Run(page, func(t *testing.T) {
			body, err := sampledesk.Files.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			articles, err := split.Split(coranto.Page{Name: page, Form: coranto.Dump, Body: body}, split.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(articles) != len(wanted) {
				t.Fatalf("%d articles, want %d", len(articles), len(wanted))
			}
			for i, want := range wanted {
				if diff := cmp.Diff(told(want), found(articles[i]), cmpopts.EquateEmpty()); diff != "" {
					t.Errorf("article %d (-want +got)\n%s", i+1, diff)
				}
				for _, d := range articles[i].Damaged { // not every damaged place can be told, but none may be marked that is sound
					place := articles[i].Text[d.Start:d.End]
					if !slices.ContainsFunc(want.Damaged, func(s string) bool { return strings.Contains(s, place) }) {
						t.Errorf("article %d: %q is no damaged place", i+1, place)
					}
				}
			}
		})
	}
}

// compared is what labels and articles have in common, from the page alone.
type compared struct {
	N                                                 int
	Headline, Publisher, Age, Updated, Kind, Language string
	Starts, Ends                                      string
	Published, Basis                                  string
	Authors, KeyPoints, Crossheads, Captions          []string
}

func told(l sampledesk.Label) compared {
	c := compared{
		N: l.N, Headline: l.Headline, Publisher: l.Publisher, Age: l.Age, Updated: l.Updated, Kind: l.Kind, Language: l.Language,
		Starts: l.Starts, Ends: l.Ends, Basis: l.Basis,
		Authors: l.Authors, KeyPoints: l.KeyPoints, Captions: l.Captions, Crossheads: l.Crossheads,
	}
	if l.Published != nil {
		c.Published = *l.Published
	}
	return c
}

func found(a coranto.Article) compared {
	words := strings.Fields(a.Text)
	c := compared{
		N: a.N, Headline: a.Headline, Publisher: a.Publisher.Name, Age: a.Age, Updated: a.Updated, Kind: string(a.Kind), Language: a.Language,
		Starts:  strings.Join(words[:min(5, len(words))], " "),
		Ends:    strings.Join(words[max(0, len(words)-5):], " "),
		Authors: a.Authors, KeyPoints: a.KeyPoints, Crossheads: a.Crossheads,
	}
	if a.Published != nil {
		c.Published, c.Basis = a.Published.From, string(a.Published.Basis)
	}
	for _, caption := range a.Captions {
		c.Captions = append(c.Captions, caption.Text)
	}
	return c
}
