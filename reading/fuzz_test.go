package reading_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"coranto"
	"coranto/reading"
	"coranto/sampledesk"
)

// FuzzRead reads any bytes in every form. The reader never breaks, and all that
// it finds lies in the text on character boundaries.
func FuzzRead(f *testing.F) {
	var labels []sampledesk.Label
	if err := json.Unmarshal(sampledesk.Labels, &labels); err != nil {
		f.Fatal(err)
	}
	for i, l := range labels {
		body, err := sampledesk.Files.ReadFile(l.Page)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
		f.Add(body[len(body)/3*(i%3) : len(body)/3*(i%3+1)]) // begun and ended anywhere
	}
	for _, s := range []string{"", "word", "“", "He said", strings.Repeat("ALL CAPITALS ", 50), "‮ said “‬", "\xff\xfe\x00", "(((((((((", "X said X said X said \"X"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, form := range []coranto.Form{coranto.HTML, coranto.Dump, coranto.Plain} {
			articles, err := reading.Read(coranto.Page{Name: "page", Form: form, Body: body}, reading.Options{At: "2026-10-05"})
			var broken *reading.Broken
			if errors.As(err, &broken) {
				t.Fatalf("%s: %v\n%s", form, broken, broken.Stack)
			}
			for _, a := range articles {
				checkSpans(t, a)
			}
		}
	})
}

func checkSpans(t *testing.T, a coranto.Article) {
	t.Helper()
	check := func(what string, start, end int) {
		if start < 0 || end > len(a.Text) || start >= end || !utf8.RuneStart(a.Text[start]) || end < len(a.Text) && !utf8.RuneStart(a.Text[end]) {
			t.Fatalf("%s: [%d, %d) of a text of %d bytes", what, start, end, len(a.Text))
		}
	}
	if !utf8.ValidString(a.Text) {
		t.Fatal("a text that is not UTF-8")
	}
	for _, s := range a.Sentences {
		check("sentence", s.Start, s.End)
	}
	for _, x := range a.Times {
		check("time", x.Start, x.End)
	}
	for _, e := range a.Entities {
		for _, s := range append(e.Mentions, e.Refs...) {
			check("mention of "+e.Name, s.Start, s.End)
		}
	}
	for _, s := range a.Statements {
		check("statement", s.Start, s.End)
		for _, part := range s.Spans {
			check("part of a statement", part.Start, part.End)
		}
	}
	for _, e := range a.Events {
		check("event", e.Start, e.End)
	}
	for _, p := range a.Appointments {
		check("appointment", p.Start, p.End)
	}
	for _, x := range a.Figures {
		check("figure", x.Start, x.End)
	}
	for _, c := range a.Caveats {
		check("caveat", c.Start, c.End)
	}
	for _, s := range a.Damaged {
		check("damage", s.Start, s.End)
	}
}
