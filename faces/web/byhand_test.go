package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"coranto/edition/editiontest"
)

// send posts a form as the page itself does.
func send(s http.Handler, path string, form url.Values) *http.Response {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

// formOf reads the form of the first fact of a kind, as a browser would send it
// unchanged.
func formOf(t *testing.T, s http.Handler, path, kind string) url.Values {
	t.Helper()
	doc := sheetOf(t, ask(s, "GET", path))
	form := url.Values{}
	fact := ".fact." + kind
	names, values := texts(doc, fact+" input@name"), texts(doc, fact+" input@value")
	for i, name := range names {
		if form.Has(name) {
			break // the next fact begins
		}
		form.Set(name, values[i])
	}
	if form.Get("kind") != kind {
		t.Fatalf("%s offers no %s to correct", path, kind)
	}
	return form
}

func TestCorrectingByHand(t *testing.T) {
	desk := editiontest.New()
	s := serverOf(desk)
	s.hand = desk
	const page = "/articles/flood-1/facts?v=2"

	form := formOf(t, s, page, "figure")
	if r := send(s, "/articles/flood-1/facts", form); r.StatusCode != http.StatusSeeOther || len(desk.ByHand) != 0 {
		t.Fatalf("an unchanged form answers %d and corrects %v", r.StatusCode, desk.ByHand)
	}
	form.Set("set.value", "21")
	r := send(s, "/articles/flood-1/facts", form)
	if got := r.Header.Get("Location"); r.StatusCode != http.StatusSeeOther || got != page {
		t.Fatalf("answers %d and leads to %q", r.StatusCode, got)
	}
	doc := sheetOf(t, ask(s, "GET", page))
	if got := texts(doc, ".fact.figure .data")[0]; !strings.Contains(got, "21") {
		t.Errorf("the figure says %q", got)
	}
	if got := texts(doc, ".made li")[0]; !strings.Contains(got, "figure, value: 19 → 21") {
		t.Errorf("what was done reads %q", got)
	}
	if got := strings.Join(texts(sheetOf(t, ask(s, "GET", "/articles/flood-1")), ".notes .figure"), "; "); !strings.Contains(got, "21") {
		t.Errorf("the article's margin says %q", got)
	}

	send(s, "/corrections/"+desk.ByHand[0].ID+"/undo", url.Values{"article": {"flood-1"}})
	doc = sheetOf(t, ask(s, "GET", page))
	if got := texts(doc, ".fact.figure .data")[0]; !strings.Contains(got, "19") {
		t.Errorf("undone, the figure says %q", got)
	}
	if got := texts(sheetOf(t, ask(s, "GET", "/corrections")), ".made li")[0]; !strings.Contains(got, "undone") {
		t.Errorf("the list says %q", got)
	}
}

func TestHidingByHand(t *testing.T) {
	desk := editiontest.New()
	s := serverOf(desk)
	s.hand = desk
	const page = "/articles/flood-1/facts?v=2"
	before := len(texts(sheetOf(t, ask(s, "GET", page)), ".fact"))
	form := formOf(t, s, page, "statement")
	form.Set("hide", "yes")
	send(s, "/articles/flood-1/facts", form)
	if after := len(texts(sheetOf(t, ask(s, "GET", page)), ".fact")); after != before-1 {
		t.Errorf("of %d facts %d are left", before, after)
	}
	if r := send(s, "/articles/flood-1/facts", form); r.StatusCode != http.StatusNotFound {
		t.Errorf("hidden twice answers %d", r.StatusCode)
	}
}

func TestWhoMayCorrect(t *testing.T) {
	desk := editiontest.New()
	reader := serverOf(desk)
	form := url.Values{"v": {"2"}, "kind": {"figure"}, "start": {"0"}, "end": {"1"}}
	if r := send(reader, "/articles/flood-1/facts", form); r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("where nothing can be changed it answers %d", r.StatusCode)
	}
	if doc := sheetOf(t, ask(reader, "GET", "/articles/flood-1/facts")); len(texts(doc, "form[method=post]")) != 0 || !slices.Contains(texts(doc, ".notice"), "This desk is read from afar: nothing can be changed here until there are accounts.") {
		t.Error("where nothing can be changed it offers forms")
	}

	s := serverOf(desk)
	s.hand = desk
	for name, change := range map[string]func(url.Values){
		"no number":          func(f url.Values) { f.Set("start", "one") },
		"no fact":            func(f url.Values) { f.Set("start", "0"); f.Set("end", "3") },
		"a value not to set": func(f url.Values) { f.Set("set.value", "several") },
	} {
		form := formOf(t, s, "/articles/flood-1/facts?v=2", "figure")
		change(form)
		if r := send(s, "/articles/flood-1/facts", form); r.StatusCode != http.StatusBadRequest && r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: answers %d", name, r.StatusCode)
		}
	}
	if r := send(s, "/articles/flood-1/facts", url.Values{"v": {strings.Repeat("9", formLimit)}}); r.StatusCode != http.StatusBadRequest {
		t.Errorf("a form without end answers %d", r.StatusCode)
	}
	foreign := httptest.NewRequest(http.MethodPost, "/articles/flood-1/facts", strings.NewReader(form.Encode()))
	foreign.Header.Set("Sec-Fetch-Site", "cross-site")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, foreign)
	if w.Code != http.StatusForbidden {
		t.Errorf("another site's form answers %d", w.Code)
	}
	if len(desk.ByHand) != 0 {
		t.Errorf("something was changed: %v", desk.ByHand)
	}
}

func TestArrangingByHand(t *testing.T) {
	desk := editiontest.New()
	s := serverOf(desk)
	s.hand = desk
	doc := sheetOf(t, ask(s, "GET", "/stories/gas/arrange"))
	articles := texts(doc, "input[name=article]@value")
	if len(articles) < 3 {
		t.Fatalf("the page offers %v", articles)
	}

	r := send(s, "/stories/gas/arrange", url.Values{"do": {"split"}, "article": articles[:1]})
	made := r.Header.Get("Location")
	if r.StatusCode != http.StatusSeeOther || made == "/stories/gas/arrange" {
		t.Fatalf("splitting answers %d and leads to %q", r.StatusCode, made)
	}
	if got := texts(sheetOf(t, ask(s, "GET", made)), "input[name=article]@value"); !slices.Equal(got, articles[:1]) {
		t.Errorf("the new story holds %v", got)
	}
	if got := texts(sheetOf(t, ask(s, "GET", "/stories/gas/arrange")), ".made li"); len(got) != 1 || !strings.Contains(got[0], "1 article moved") {
		t.Errorf("the old one says %q", got)
	}

	joined := send(s, made, url.Values{"do": {"join"}, "into": {"http://127.0.0.1:8080/stories/gas?since=2026-11-20"}})
	if got := joined.Header.Get("Location"); got != "/stories/gas/arrange" {
		t.Errorf("joining answers %d and leads to %q", joined.StatusCode, got)
	}
	if got := texts(sheetOf(t, ask(s, "GET", "/stories/gas/arrange")), "input[name=article]@value"); len(got) != len(articles) {
		t.Errorf("joined, the story holds %v", got)
	}
	send(s, "/arrangements/"+desk.Moved[1].ID+"/undo", url.Values{})
	if got := texts(sheetOf(t, ask(s, "GET", made)), "input[name=article]@value"); !slices.Equal(got, articles[:1]) {
		t.Errorf("undone, the new story holds %v", got)
	}
	send(s, "/stories/gas/arrange", url.Values{"do": {"pin"}, "headline": {articles[1]}})
	if pins := desk.Moved[len(desk.Moved)-1].Pins; len(pins) != 1 || pins[0].Article != articles[1] {
		t.Errorf("pinned %v", pins)
	}

	before := len(desk.Moved)
	for name, form := range map[string]url.Values{
		"nothing chosen":   {"do": {"split"}},
		"everything":       {"do": {"split"}, "article": texts(sheetOf(t, ask(s, "GET", "/stories/gas/arrange")), "input[name=article]@value")},
		"nowhere":          {"do": {"move"}, "article": articles[1:2]},
		"an unknown story": {"do": {"join"}, "into": {"nothing"}},
		"the same story":   {"do": {"join"}, "into": {"gas"}},
		"another's":        {"do": {"split"}, "article": {"flood-1"}},
		"nothing done":     {},
	} {
		if r := send(s, "/stories/gas/arrange", form); r.StatusCode != http.StatusBadRequest && r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: answers %d", name, r.StatusCode)
		}
	}
	if len(desk.Moved) != before {
		t.Errorf("something was done: %v", desk.Moved[before:])
	}
}
