package calendar_test

import (
	"io"
	"testing"

	"coranto"
	"coranto/desk/calendar"
)

// FuzzOf: no tellings make it panic, and each ends up in one entry at most.
func FuzzOf(f *testing.F) {
	f.Add("2031-05-01", "2031-05-09", "2031-05-09", "announced", "talks", "Velmark", "Rodvania", "Ostburg")
	f.Add("2031-05-01", "2031-05-09", "2031-05-16", "postponed", "visit", "Velmark", "", "")
	f.Add("", "2031-99-99", "T", "\xff", "", "\xff", "velmark", "\n")
	f.Fuzz(func(t *testing.T, printed, from, to, status, what, one, two, where string) {
		var tellings []calendar.Telling
		for i, s := range []string{"announced", status, "postponed", "happened", "cancelled"} {
			e := calendar.Evidence{Article: coranto.Head{ID: string(rune('a' + i)), Published: printed}, Sentence: 1}
			a := coranto.Appointment{What: what, Who: []string{one, two}, Where: where, From: from, To: to, Status: s, Confidence: 1}
			tellings = append(tellings, calendar.Telling{Evidence: e, Appointment: a})
		}
		told := map[string]bool{}
		w := calendar.World{StateOf: func(string) string { return two }}
		entries := w.Of(tellings)
		for _, e := range entries {
			for _, x := range e.Told {
				if told[x.Article.ID] {
					t.Errorf("%s is told twice", x.Article.ID)
				}
				told[x.Article.ID] = true
			}
			article := &coranto.Article{Text: one + two, Sentences: []coranto.Span{{Start: 0, End: len(one)}}, Times: []coranto.Time{{Start: 0, End: 1, Value: from}}}
			article.Entities = []coranto.Entity{{Name: one, Type: coranto.Person, Mentions: []coranto.Span{{Start: 0, End: len(one)}}}}
			w.Settle(e, []*calendar.Reading{{Head: tellings[0].Article, Article: article}}, true, to)
		}
		feed := calendar.Feed{Words: func(e *calendar.Entry) (string, string) { return e.What, where }}
		if err := calendar.WriteICS(io.Discard, entries, feed); err != nil {
			t.Error(err)
		}
	})
}
