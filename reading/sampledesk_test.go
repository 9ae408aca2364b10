package reading_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"coranto"
	"coranto/reading"
	"coranto/reading/entity"
	"coranto/sampledesk"
)

// TestSampleDesk reads every page of the sample desk and compares with what a
// careful reader found on it.
func TestSampleDesk(t *testing.T) {
	names := sampleNames(t)
	for page, labels := range sampleLabels(t) {
		t.Run(page, func(t *testing.T) {
			articles := readSample(t, page, names)
			if len(articles) != len(labels) {
				t.Errorf("%d articles, want %d: %s", len(articles), len(labels), headlines(articles))
			}
			for i := range min(len(articles), len(labels)) {
				compare(t, articles[i], labels[i], names)
			}
		})
	}
}

// TestSampleDeskEvidence asks that all that was found in the sample desk lies in
// the text it was found in.
func TestSampleDeskEvidence(t *testing.T) {
	names := sampleNames(t)
	for page := range sampleLabels(t) {
		for _, a := range readSample(t, page, names) {
			for _, s := range a.Statements {
				for _, part := range s.Spans {
					if part.In(a.Text) == "" {
						t.Errorf("%s: statement of %s: span %v is not in the text", page, s.Speaker, part)
					}
				}
				if s.Source != nil && s.Source.In(a.Text) == "" {
					t.Errorf("%s: statement of %s: its source is not in the text", page, s.Speaker)
				}
			}
			for _, e := range a.Entities {
				for _, m := range slices.Concat(e.Mentions, e.Refs) {
					if m.In(a.Text) == "" {
						t.Errorf("%s: %s: mention %v is not in the text", page, e.Name, m)
					}
				}
			}
		}
	}
}

// TestSampleDeskSpeakers counts: of the speakers whom a careful reader names,
// how many are found, and who is named that no reader would name. A wrong
// speaker costs trust, a missing one does not.
func TestSampleDeskSpeakers(t *testing.T) {
	names := sampleNames(t)
	wanted, found, wrong := 0, 0, 0
	for page, labels := range sampleLabels(t) {
		articles := readSample(t, page, names)
		for i := range min(len(articles), len(labels)) {
			said := map[string]bool{}
			for _, s := range articles[i].Statements {
				if s.Mode != coranto.Reported && s.Sure() { // the labels name who is quoted
					said[s.Speaker] = true
				}
			}
			open := slices.ContainsFunc(labels[i].Speakers, func(s string) bool { return strings.HasPrefix(s, "(") })
			for _, s := range labels[i].Speakers {
				if strings.HasPrefix(s, "(") {
					continue
				}
				wanted++
				if s = strings.TrimPrefix(s, "*"); said[s] {
					found++
				} else {
					t.Logf("%s: %s is not found", page, s)
				}
				delete(said, s)
			}
			for s := range said {
				if !open {
					wrong++
					t.Logf("%s: %s says nothing there", page, s)
				}
			}
		}
	}
	t.Logf("%d of %d speakers found, %d wrong", found, wanted, wrong)
	if found*10 < wanted*8 || wrong*20 > found {
		t.Errorf("%d of %d speakers found, want 8 in 10; %d wrong, want at most 1 in 20", found, wanted, wrong)
	}
}

func compare(t *testing.T, a coranto.Article, want sampledesk.Label, names *entity.Names) {
	t.Helper()
	equal(t, want.N, "headline", plainSpaces(a.Headline), plainSpaces(want.Headline))
	if known, ok := names.Publisher(a.Publisher.Name, a.Publisher.Domain); !ok || known.Name != want.Publisher {
		equal(t, want.N, "publisher", a.Publisher.Name, want.Publisher)
	}
	if want.Kind != "other" { // that a text is a ministry's, and no journalism, its publisher tells, not its page
		equal(t, want.N, "kind", string(a.Kind), want.Kind)
	}
	equal(t, want.N, "language", base(a.Language), want.Language)
	equal(t, want.N, "address", a.URL, want.URL)
	equal(t, want.N, "age", a.Age, want.Age)
	if want.Updated != "" || !strings.HasSuffix(want.Page, ".html") { // HTML may tell it out of sight
		equal(t, want.N, "updated", a.Updated, want.Updated)
	}
	equal(t, want.N, "authors", strings.Join(a.Authors, ", "), strings.Join(want.Authors, ", "))
	equal(t, want.N, "crossheads", strings.Join(a.Crossheads, " / "), strings.Join(want.Crossheads, " / "))
	equal(t, want.N, "key points", strings.Join(a.KeyPoints, " / "), strings.Join(want.KeyPoints, " / "))
	words := strings.Fields(a.Text)
	if got := strings.Join(words[:min(len(words), len(strings.Fields(want.Starts)))], " "); got != want.Starts {
		t.Errorf("article %d: text starts %q, want %q", want.N, got, want.Starts)
	}
	if got := strings.Join(words[max(0, len(words)-len(strings.Fields(want.Ends))):], " "); got != want.Ends {
		t.Errorf("article %d: text ends %q, want %q", want.N, got, want.Ends)
	}
	switch d := a.Published; {
	case want.Published == nil && d != nil:
		t.Errorf("article %d: dated %s by %q, want undated", want.N, d.From, d.Evidence)
	case want.Published != nil && d == nil && want.Basis == "stated":
		t.Errorf("article %d: undated, want %s", want.N, *want.Published)
	case want.Published != nil && d != nil && (d.From[:10] > *want.Published || d.To[:10] < *want.Published):
		t.Errorf("article %d: dated %s to %s, want %s", want.N, d.From, d.To, *want.Published)
	}
}

func equal(t *testing.T, n int, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("article %d: %s %q, want %q", n, what, got, want)
	}
}

// plainSpaces makes spaces that do not break equal to those that do.
func plainSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }

func base(language string) string {
	b, _, _ := strings.Cut(language, "-")
	return b
}

func headlines(articles []coranto.Article) string {
	var all []string
	for _, a := range articles {
		all = append(all, a.Headline)
	}
	return strings.Join(all, " | ")
}

func sampleLabels(t *testing.T) map[string][]sampledesk.Label {
	t.Helper()
	var all []sampledesk.Label
	if err := json.Unmarshal(sampledesk.Labels, &all); err != nil {
		t.Fatal(err)
	}
	byPage := map[string][]sampledesk.Label{}
	for _, l := range all {
		byPage[l.Page] = append(byPage[l.Page], l)
	}
	return byPage
}

func sampleNames(t *testing.T) *entity.Names {
	t.Helper()
	file, err := sampledesk.Files.ReadFile("names.toml")
	if err != nil {
		t.Fatal(err)
	}
	own, err := entity.ParseNames(bytes.NewReader(file), "names.toml")
	if err != nil {
		t.Fatal(err)
	}
	return entity.Builtin().With(own)
}

func readSample(t *testing.T, page string, names *entity.Names) []coranto.Article {
	t.Helper()
	body, err := sampledesk.Files.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	form := coranto.Dump
	if strings.HasSuffix(page, ".html") {
		form = coranto.HTML
	}
	articles, err := reading.Read(coranto.Page{Name: page, Form: form, Body: body}, reading.Options{Names: names})
	if err != nil {
		t.Fatal(err)
	}
	return articles
}
