package newsroom_test

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"coranto"
	"coranto/archive"
	"coranto/archive/sqlite"
	"coranto/intake/file"
	"coranto/newsroom"
)

// TestStories imports the pages of each testdata/*.txtar in their order and
// compares the stories with the file "want": a line a story, its articles'
// headlines in it, copies behind an equals sign, versions behind a number.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			var pages []coranto.Page
			want := ""
			for _, f := range ar.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				pages = append(pages, page(f.Name, string(f.Data)))
			}
			// At once, and with a new start before each page: the same stories.
			if diff := cmp.Diff(want, stories(t, importAll(t, pages, false))); diff != "" {
				t.Errorf("stories (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(want, stories(t, importAll(t, pages, true))); diff != "" {
				t.Errorf("stories with a new start before each page (-want +got):\n%s", diff)
			}
		})
	}
}

// page takes the form from the name, and the address from a first line "url: ".
func page(name, body string) coranto.Page {
	p := coranto.Page{Name: name, Form: coranto.Dump}
	switch filepath.Ext(name) {
	case ".html":
		p.Form = coranto.HTML
	case ".json":
		p.Form = coranto.Record
	}
	if first, rest, ok := strings.Cut(body, "\n"); ok && strings.HasPrefix(first, "url: ") {
		p.URL, body = strings.TrimPrefix(first, "url: "), rest
	}
	p.Body = []byte(body)
	return p
}

func importAll(t *testing.T, pages []coranto.Page, restart bool) *sqlite.Archive {
	t.Helper()
	a, err := sqlite.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	groups := [][]coranto.Page{pages}
	if restart {
		groups = slices.Collect(slices.Chunk(pages, 1))
	}
	for _, g := range groups {
		room := open(t, a, newsroom.Options{Window: 8})
		if _, err := room.Import(t.Context(), a, inputs(g), silent{}); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

func open(t *testing.T, a *sqlite.Archive, opt newsroom.Options) *newsroom.Newsroom {
	t.Helper()
	room, err := newsroom.Open(t.Context(), a, opt)
	if err != nil {
		t.Fatal(err)
	}
	return room
}

func inputs(pages []coranto.Page) iter.Seq[file.Input] {
	return func(yield func(file.Input) bool) {
		for _, p := range pages {
			if !yield(file.Input{Name: p.Name, Page: &p}) {
				return
			}
		}
	}
}

func stories(t *testing.T, a *sqlite.Archive) string {
	t.Helper()
	all, err := a.Stories(t.Context(), archive.StoryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, s := range all {
		headline := map[string]string{}
		for _, h := range s.Articles {
			headline[h.ID] = h.Headline
		}
		var parts []string
		for _, h := range s.Articles {
			p := h.Headline
			if h.Version > 1 {
				p += fmt.Sprintf(" (version %d)", h.Version)
			}
			if h.WireOf != "" {
				p += " = " + headline[h.WireOf]
			}
			parts = append(parts, p)
		}
		slices.Sort(parts)
		lines = append(lines, strings.Join(parts, " | "))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n"
}

// TestFailuresStopNothing: an unreadable input and a page that cannot be read
// stand in the outcomes with their reasons; what is around them is kept.
func TestFailuresStopNothing(t *testing.T) {
	a, err := sqlite.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	room := open(t, a, newsroom.Options{})
	in := func(yield func(file.Input) bool) {
		good := page("good.json", `{"id":"1","title":"Bridge opens","text":"The bridge was opened on Monday."}`)
		bad := page("bad.json", `{"id":"2","title":`)
		last := page("last.json", `{"id":"3","title":"Bridge closes","text":"The bridge was shut on Friday."}`)
		_ = yield(file.Input{Name: "good.json", Page: &good}) &&
			yield(file.Input{Name: "locked", Err: coranto.Errorf(coranto.Unreadable, "read", "locked", "check its permissions", "permission denied")}) &&
			yield(file.Input{Name: "bad.json", Page: &bad}) &&
			yield(file.Input{Name: "LICENSE", Skip: "a licence text"}) &&
			yield(file.Input{Name: "last.json", Page: &last})
	}
	got, err := room.Import(t.Context(), a, in, silent{})
	if err != nil {
		t.Fatal(err)
	}
	if want := (newsroom.Progress{Pages: 3, Read: 3, Articles: 2, Failed: 2, Skipped: 1}); got != want {
		t.Errorf("progress %+v, want %+v", got, want)
	}
	outcomes, err := a.Outcomes(t.Context(), archive.Failed, archive.Skipped)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"LICENSE skipped", "bad.json failed damaged", "locked failed unreadable"} {
		o := outcomes[i]
		if got := strings.TrimSpace(fmt.Sprint(o.Name, " ", o.Status, " ", o.Kind)); got != want || o.Why == "" {
			t.Errorf("outcome %d: %q (%q), want %q with a reason", i, got, o.Why, want)
		}
	}
}

// TestInterrupted: an import whose context ends says so, and the next one ends
// in the state of an undisturbed one.
func TestInterrupted(t *testing.T) {
	var pages []coranto.Page
	for i := range 40 {
		pages = append(pages, page(fmt.Sprintf("p%02d.json", i), fmt.Sprintf(`{"id":"%d","title":"Gauge %d at the bridge read again","text":"The gauge number %d at the bridge was read on Monday and stood at %d metres."}`, i, i%7, i%7, i)))
	}
	want := stories(t, importAll(t, pages, false))
	a, err := sqlite.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	ctx, cancel := context.WithCancel(t.Context())
	stopping := func(yield func(file.Input) bool) {
		for i, p := range pages {
			if i == len(pages)/2 {
				cancel()
			}
			if !yield(file.Input{Name: p.Name, Page: &p}) {
				return
			}
		}
	}
	if _, err := open(t, a, newsroom.Options{Window: 8}).Import(ctx, a, stopping, silent{}); err == nil {
		t.Error("an interrupted import says nothing")
	}
	if _, err := open(t, a, newsroom.Options{Window: 8}).Import(t.Context(), a, inputs(pages), silent{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, stories(t, a)); diff != "" {
		t.Errorf("(-undisturbed +resumed):\n%s", diff)
	}
}

type silent struct{}

func (silent) Progress(newsroom.Progress) {}
func (silent) Failed(archive.Outcome)     {}
func (silent) Skipped(archive.Outcome)    {}
