package newsroom_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/archive/sqlite"
	"coranto/newsroom"
)

// A stream of few words, in which articles often meet: stories merge and divide,
// and articles that are fetched again come with other words. Cut up anyhow, with
// a new start before each part, it leaves the same archive.
func TestRevisionsSurviveRestarts(t *testing.T) {
	words := strings.Fields("velmark kostria reyk dolan talks border lorries grain minister crossing truce strike dam flood court harbour Arnsee Selm Tarn Orda Lindau")
	r := rand.New(rand.NewPCG(3, 9))
	phrase := func(n int) string {
		from := r.IntN(len(words))
		var b strings.Builder
		for range n {
			b.WriteString(words[(from+r.IntN(7))%len(words)] + " ")
		}
		return b.String()
	}
	var pages []coranto.Page
	for i := range 260 {
		id := i
		if i > 20 && r.IntN(8) == 0 {
			id = i - 1 - r.IntN(20)
		}
		line, err := json.Marshal(map[string]string{
			"id": fmt.Sprint(id), "lang": "en", "source": fmt.Sprint("paper ", r.IntN(5)), "date": fmt.Sprintf("2026-03-%02d", 1+i/10),
			"title": phrase(5), "text": phrase(12 + r.IntN(30)),
		})
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page(fmt.Sprint(i, ".json"), string(line)))
	}
	whole := imported(t, pages, len(pages))
	if !strings.Contains(whole, "\nredirect [") {
		t.Error("no story merged: the stream tells nothing")
	}
	for _, part := range []int{5, 37} {
		if diff := cmp.Diff(whole, imported(t, pages, part)); diff != "" {
			t.Errorf("a new start every %d pages (-at once +in parts):\n%s", part, diff)
		}
	}
}

// imported is the state of an archive that took the pages in parts of some size,
// each read by a newsroom of its own.
func imported(t *testing.T, pages []coranto.Page, part int) string {
	t.Helper()
	a, err := sqlite.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for len(pages) > 0 {
		n := min(part, len(pages))
		room := open(t, a, newsroom.Options{Window: 40})
		if _, err := room.Import(t.Context(), a, inputs(pages[:n]), silent{}); err != nil {
			t.Fatal(err)
		}
		pages = pages[n:]
	}
	if err := a.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := a.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
