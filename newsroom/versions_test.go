package newsroom_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/archive"
	"coranto/desk/compare"
	"coranto/sampledesk"
)

// The sample desk's article that was edited twice is one article in three
// versions, whatever the order and the names under which its pages come, and
// what its editors did can be told.
func TestAnArticleEditedTwice(t *testing.T) {
	var pages []coranto.Page
	for v := 1; v <= 3; v++ {
		body, err := sampledesk.Files.ReadFile(fmt.Sprintf("pages/meridian-press-agency/1012-terminal-strike.v%d.html", v))
		if err != nil {
			t.Fatal(err)
		}
		p := coranto.Page{Name: fmt.Sprint("v", v), Form: coranto.HTML, Body: body}
		again := p // the same words under an address of its own
		again.Name, again.URL = fmt.Sprint("again", v), fmt.Sprintf("https://amp.meridianpress.example/x?utm_source=%d", v)
		pages = append(pages, p, again)
	}
	a := importAll(t, pages, true)
	all, err := a.Stories(t.Context(), archive.StoryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 || len(all[0].Articles) != 1 {
		t.Fatalf("stories %+v, want one of one article", all)
	}
	var kept []archive.Kept
	for v := 1; v <= 3; v++ {
		k, err := a.Article(t.Context(), all[0].Articles[0].ID, v)
		if err != nil {
			t.Fatal(err)
		}
		kept = append(kept, k)
	}
	var headlines []string
	for _, v := range kept[0].Versions {
		headlines = append(headlines, v.Headline)
	}
	want := []string{"Drones hit oil terminal in Samhara, ministry says", "Drones hit oil terminal in Samhara, at least two killed", "Drones hit oil terminal in Samhara, four killed"}
	if diff := cmp.Diff(want, headlines); diff != "" {
		t.Errorf("versions (-want +got)\n%s", diff)
	}
	for i, want := range []compare.Count{{Same: 4, Added: 3, Removed: 1, Changed: 3}, {Added: 7, Removed: 5, Changed: 5}} {
		was, is := kept[i].Article, kept[i+1].Article
		if got := compare.CountOf(compare.Differences(was.Text, was.Sentences, is.Text, is.Sentences)); got != want {
			t.Errorf("from version %d to %d: %+v, want %+v", i+1, i+2, got, want)
		}
	}
}
