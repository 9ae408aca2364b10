package web

import (
	"net/http"
	"strings"
	"testing"

	"coranto"
	"coranto/edition/editiontest"
)

func TestVersions(t *testing.T) {
	s := newServer()
	for _, c := range []struct {
		path, selector string
		first          string
	}{
		{"/articles/flood-1", ".since-before", "Version 2, since version 1: another headline, 1 sentence added, 1 sentence removed, 1 sentence changed see what changed"},
		{"/articles/flood-1", ".since-before a@href", "/articles/flood-1?v=2&since=1"},
		{"/articles/flood-1", ".versions li:nth-child(2) .data a@href", "/articles/flood-1?v=2&since=1"},
		{"/articles/flood-1", ".versions [aria-current]", "Death toll in Lower Ister floods rises to nineteen"},
		{"/articles/flood-1?v=1", ".since-before", ""},
		{"/articles/gas-1", ".since-before", ""},
		{"/articles/gas-1", ".versions", ""},
		{"/articles/flood-1?v=2&since=1", "title", "What changed: Death toll in Lower Ister floods rises to nineteen — Coranto"},
		{"/articles/flood-1?since=1", "h1 ins", "inserted: nineteen (end inserted)"},
		{"/articles/flood-1?since=1", "h1 del", "removed: seventeen (end removed)"},
		{"/articles/flood-1?since=1", ".tally", "another headline, 1 sentence added, 1 sentence removed, 1 sentence changed"},
		{"/articles/flood-1?since=1", ".para ins", "inserted: nineteen (end inserted)"},
		{"/articles/flood-1?since=1", ".para ins .unseen", "inserted:"},
		{"/articles/flood-1?since=1", ".notes .changed a@href", "/articles/flood-1?v=2#s1"},
		{"/articles/flood-1?since=1", ".notes .changed", "± changed in version 2"},
		{"/articles/flood-1?since=1", ".versions a@href", "/articles/flood-1?v=1"},
	} {
		t.Run(c.path+" "+c.selector, func(t *testing.T) {
			r := ask(s, "GET", c.path)
			if r.StatusCode != http.StatusOK {
				t.Fatalf("answers %d", r.StatusCode)
			}
			if got := append(texts(sheetOf(t, r), c.selector), "")[0]; got != c.first {
				t.Errorf("says %q, want %q", got, c.first)
			}
		})
	}
	for path, want := range map[string]int{
		"/articles/flood-1?v=1&since=2": 400, "/articles/flood-1?v=2&since=2": 400, "/articles/flood-1?since=0": 400, "/articles/flood-1?since=one": 400,
		"/articles/flood-1?v=9&since=1": 404, "/articles/none?since=1": 404,
	} {
		if got := ask(s, "GET", path).StatusCode; got != want {
			t.Errorf("%s answers %d, want %d", path, got, want)
		}
	}
}

// What nobody edited is folded where it is long; it is still there.
func TestUnchangedParagraphsFold(t *testing.T) {
	desk := editiontest.New()
	for i, ending := range []string{"It ended.", "It began."} {
		k := &desk.Kept["flood-1"][i]
		k.Article.Text = strings.Repeat("The water rose.\n\n", 7) + ending
		k.Article.Sentences = nil
		for at := 0; at < 7; at++ {
			k.Article.Sentences = append(k.Article.Sentences, coranto.Span{Start: at * 17, End: at*17 + 15})
		}
	}
	doc := sheetOf(t, ask(serverOf(desk), "GET", "/articles/flood-1?since=1"))
	if got := texts(doc, "details.kept summary"); len(got) != 1 || got[0] != "7 paragraphs unchanged" {
		t.Errorf("folded: %q", got)
	}
	if got := texts(doc, "details.kept .para"); len(got) != 7 || got[6] != "The water rose." {
		t.Errorf("in the fold: %q", got)
	}
}

// What a hostile publisher writes stays text in either version.
func TestHostileVersions(t *testing.T) {
	desk := editiontest.New()
	for i, words := range []string{"<script>alert(1)</script> one", "<img src=x onerror=alert(2)> two"} {
		k := &desk.Kept["flood-1"][i]
		k.Article.Headline, k.Article.Text = words, words
		k.Article.Sentences = nil
	}
	doc := sheetOf(t, ask(serverOf(desk), "GET", "/articles/flood-1?since=1"))
	if got := append(texts(doc, "script"), texts(doc, "img")...); got != nil {
		t.Errorf("lets %q through", got)
	}
	if got := strings.Join(texts(doc, ".para"), ""); !strings.Contains(got, "<script>alert(1)</script> one") {
		t.Errorf("the text reads %q", got)
	}
}
