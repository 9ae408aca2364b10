package stream

import (
	"encoding/json"
	"strings"
	"testing"
)

func lines(t *testing.T, o Options, n int) (articles []string, items []Item) {
	t.Helper()
	for it := range New(o) {
		b, err := json.Marshal(it.Article)
		if err != nil {
			t.Fatal(err)
		}
		articles, items = append(articles, string(b)), append(items, it)
		if len(items) == n {
			break
		}
	}
	return articles, items
}

// The same seed gives the same stream; a longer one begins as a shorter one.
func TestDeterministic(t *testing.T) {
	short, _ := lines(t, Options{Seed: 7}, 500)
	long, _ := lines(t, Options{Seed: 7}, 3000)
	if strings.Join(short, "\n") != strings.Join(long[:500], "\n") {
		t.Error("the longer stream begins otherwise")
	}
	other, _ := lines(t, Options{Seed: 8}, 500)
	if strings.Join(short, "\n") == strings.Join(other, "\n") {
		t.Error("another seed gives the same stream")
	}
}

// All that is promised happens, and what is said of an article is so.
func TestTruth(t *testing.T) {
	_, items := lines(t, Options{Seed: 1}, 20_000)
	texts, told, seen := map[string]string{}, map[string]bool{}, map[string]bool{}
	for _, it := range items {
		texts[it.Article.ID] = it.Article.Text
	}
	for _, it := range items {
		a, truth := it.Article, it.Truth
		if seen[a.ID] || a.ID != truth.ID || a.ID == "" || truth.Event == "" {
			t.Fatalf("%+v", it)
		}
		seen[a.ID] = true
		told[truth.Kind] = true
		if strings.ContainsAny(a.Title+a.Text, "{}") || a.Title == "" {
			t.Fatalf("a word is missing: %q %q", a.Title, a.Text)
		}
		switch {
		case a.Date == "":
			told["undated"] = true
		case a.Date < "1980":
			told["1970"] = true
		case a.Date > "2089":
			told["2090"] = true
		}
		if origin, met := texts[truth.CopyOf]; met && !strings.HasPrefix(origin, a.Text) {
			t.Errorf("%s copies %s and is no part of it", a.ID, truth.CopyOf)
		}
		if ap := truth.Appointment; ap != nil {
			told[ap.Status] = true
		}
		if strings.Contains(a.ID, "-again-") {
			told["again"] = true
		}
	}
	for _, want := range []string{"report", "copy", "digest", "word", "undated", "1970", "2090", "announced", "postponed", "cancelled", "happened", "again"} {
		if !told[want] {
			t.Errorf("no %s", want)
		}
	}
}
