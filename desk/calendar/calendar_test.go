package calendar_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"coranto"
	"coranto/desk/calendar"
	"coranto/reading"
	"coranto/reading/entity"
	"coranto/sampledesk"
)

// TestCalendars reads the pages of each testdata/*.txtar and compares the
// calendar, as seen from its comment's day, with the file "want".
func TestCalendars(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no calendars: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			d := desk{names: names(t)}
			want := ""
			for _, f := range ar.Files {
				if f.Name == "want" {
					want = string(f.Data)
				} else {
					d.read(t, f.Name, string(f.Data))
				}
			}
			_, today, _ := strings.Cut(strings.TrimSpace(string(ar.Comment)), "today ")
			if diff := cmp.Diff(want, d.calendar(today)); diff != "" {
				t.Errorf("calendar (-want +got):\n%s", diff)
			}
		})
	}
}

func names(t *testing.T) *entity.Names {
	t.Helper()
	b, err := sampledesk.Files.ReadFile("names.toml")
	if err != nil {
		t.Fatal(err)
	}
	n, err := entity.ParseNames(bytes.NewReader(b), "names.toml")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// desk is what was read.
type desk struct {
	names *entity.Names
	texts []*calendar.Reading
}

// read reads a page: "publisher, date: headline", a blank line, the text.
func (d *desk) read(t *testing.T, name, body string) {
	t.Helper()
	head, text, _ := strings.Cut(body, "\n\n")
	by, headline, _ := strings.Cut(head, ": ")
	publisher, date, _ := strings.Cut(by, ", ")
	line, err := json.Marshal(map[string]string{"id": name, "date": date, "source": publisher, "title": headline, "text": strings.TrimSpace(text), "lang": "en"})
	if err != nil {
		t.Fatal(err)
	}
	articles, err := reading.Read(coranto.Page{Name: name, Form: coranto.Record, Body: line}, reading.Options{Names: d.names})
	if err != nil {
		t.Fatal(err)
	}
	for i := range articles {
		a := &articles[i]
		d.texts = append(d.texts, &calendar.Reading{
			Head: coranto.Head{ID: name, Publisher: publisher, Published: date, Headline: headline}, Article: a,
		})
	}
}

func (d *desk) article(e calendar.Evidence) *coranto.Article {
	for _, r := range d.texts {
		if r.Head.ID == e.Article.ID {
			return r.Article
		}
	}
	return nil
}

func (d *desk) calendar(today string) string {
	var tellings []calendar.Telling
	at := func(r *calendar.Reading, start, end int) calendar.Evidence {
		return calendar.Evidence{Article: r.Head, At: coranto.Span{Start: start, End: end}, Sentence: r.SentenceAt(start)}
	}
	for _, r := range d.texts {
		for _, a := range r.Appointments {
			tellings = append(tellings, calendar.Telling{Evidence: at(r, a.Start, a.End), Appointment: a})
		}
	}
	w := calendar.World{
		StateOf: d.names.StateOf,
		Days: func(e calendar.Evidence) (days []string) {
			a := d.article(e)
			for _, time := range a.Times {
				if a.Sentences[e.Sentence-1].Contains(coranto.Span{Start: time.Start, End: time.End}) && len(time.Value) >= 10 {
					days = append(days, time.Value[:10])
				}
			}
			return days
		},
		Sentence: func(e calendar.Evidence) (string, int) {
			a := d.article(e)
			if e.Sentence > len(a.Sentences) {
				return "", 0
			}
			s := a.Sentences[e.Sentence-1]
			return s.In(a.Text), max(0, e.At.Start-s.Start)
		},
	}
	read := slices.Clone(d.texts)
	slices.SortStableFunc(read, func(a, b *calendar.Reading) int { return strings.Compare(a.Head.Published, b.Head.Published) })
	var out strings.Builder
	for _, e := range w.Of(tellings) {
		w.Settle(e, read, true, today)
		fmt.Fprintf(&out, "%s %s %s", e.From, e.Status, e.What)
		if len(e.Who) > 0 {
			fmt.Fprintf(&out, ": %s", strings.Join(e.Who, ", "))
		}
		if e.Where != "" {
			fmt.Fprintf(&out, ", in %s", e.Where)
		}
		fmt.Fprintf(&out, "\n  first %s\n", e.First.Article.ID)
		for _, c := range e.Changes {
			fmt.Fprintf(&out, "  %s %s from %s to %s\n", c.Status, c.Article.ID, c.Was, c.From)
		}
		if e.Outcome != nil {
			fmt.Fprintf(&out, "  %s %s\n", e.Status, e.Outcome.Article.ID)
		}
		if s := e.Silence; s != nil {
			fmt.Fprintf(&out, "  searched %d texts of %d publishers, %s to %s\n", s.Texts, s.Publishers, s.Since, s.Until)
		}
	}
	return out.String()
}
