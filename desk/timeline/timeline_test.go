package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/desk/timeline"
)

// item is an article of sentences; one that names a day begins with it: "2031-05-01|Talks ...".
func item(id, published string, sentences ...string) timeline.Item {
	it := timeline.Item{ID: id, Published: published}
	for _, s := range sentences {
		start := len(it.Text)
		date, words, dated := strings.Cut(s, "|")
		if !dated {
			words = s
		}
		it.Text += words + " "
		span := coranto.Span{Start: start, End: start + len(words)}
		it.Sentences = append(it.Sentences, span)
		if dated {
			it.Times = append(it.Times, coranto.Time{Start: start, End: start + 4, Type: "DATE", Value: date})
		}
	}
	return it
}

// bridge is told for weeks; most is printed on a day on which nothing happened.
func bridge() []timeline.Item {
	items := []timeline.Item{
		item("first", "2031-05-02", "2031-05-01|The bridge over the Ilmar collapsed on Thursday with a train on it.", "Divers looked for the dead until night fell on the river."),
		item("report", "2031-05-20", "2031-05-19|Engineers said on Monday that the bridge had been overloaded.", "2031-05-01|The bridge collapsed on 1 May with a train on it, and eleven people died."),
		item("trial", "2031-06-10", "2031-06-10|The director of the railway was charged on Tuesday over the bridge.", "2031-05-01|It collapsed on 1 May with a train on it."),
		item("ahead", "2031-05-21", "2031-06-30|A new bridge over the Ilmar is to be opened on the last day of June."),
		item("ahead-again", "2031-05-22", "2031-07-30|A new ferry over the Ilmar is to sail from the end of July."),
	}
	for i := range 6 {
		items = append(items, item(fmt.Sprint("comment", i), "2031-05-25", fmt.Sprintf("What the bridge over the Ilmar tells us about railways, part %d.", i)))
	}
	return items
}

func TestOf(t *testing.T) {
	dates := func(entries []timeline.Entry) (list []string) {
		for _, e := range entries {
			list = append(list, e.Date+" "+e.Article)
		}
		return list
	}
	for _, c := range []struct {
		name string
		opt  timeline.Options
		want []string
	}{
		{"the day that all look back on", timeline.Options{Max: 1}, []string{"2031-05-01 first"}},
		{"within the days printed", timeline.Options{}, []string{"2031-05-01 first", "2031-05-02 first", "2031-05-19 report", "2031-05-25 comment0", "2031-06-10 trial"}},
		{"since and until", timeline.Options{Since: "2031-05-15", Until: "2031-05-20"}, []string{"2031-05-19 report"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := dates(timeline.Of(bridge(), c.opt))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	one := timeline.Of(bridge(), timeline.Options{Since: "2031-06-10"})[0]
	want := timeline.Entry{Date: "2031-06-10", Text: "The director of the railway was charged on Tuesday over the bridge.", Article: "trial", Start: 0, End: 67, Score: one.Score}
	if diff := cmp.Diff(want, one); diff != "" {
		t.Errorf("entry (-want +got):\n%s", diff)
	}
	if got := timeline.Of(nil, timeline.Options{Max: 5}); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
	if got := timeline.Of([]timeline.Item{item("undated", "", "2031-05-01|The bridge over the Ilmar collapsed on Thursday, it is said.")}, timeline.Options{}); len(got) != 0 {
		t.Errorf("of what is not dated: %v", got)
	}
}

// TestOfAgreement: five articles name a day on which a dam broke, eight another
// of which each tells something else.
func TestOfAgreement(t *testing.T) {
	var items []timeline.Item
	for i := range 5 {
		items = append(items, item(fmt.Sprint("dam", i), fmt.Sprintf("2031-04-%02d", 10+i), fmt.Sprintf("2031-04-03|The Tolkun dam broke on 3 April and the water took %d villages with it.", 2+i)))
	}
	for i, words := range []string{"The minister spoke of the Tolkun dam on Saturday while opening a school for nurses.", "Below the Tolkun dam the price of bread went up by a fifth on Saturday.",
		"A poll taken on Saturday put the critics of the Tolkun dam well ahead of everybody.", "Rowers from nine clubs raced near the Tolkun dam on Saturday under windy skies.",
		"On Saturday a painter showed portraits of the engineers who had built the Tolkun dam.", "Snow closed both passes to the Tolkun dam on Saturday for the first time this year.",
		"The bank that paid for the Tolkun dam sold its oldest branch on Saturday.", "Songs about the Tolkun dam were sung on Saturday at the shepherds' fair."} {
		items = append(items, item(fmt.Sprint("else", i), fmt.Sprintf("2031-04-%02d", 10+i), "2031-04-05|"+words))
	}
	got := timeline.Of(items, timeline.Options{Max: 1, Since: "2031-04-01", Until: "2031-04-06"})
	if len(got) != 1 || got[0].Date != "2031-04-03" {
		t.Errorf("got %+v, want the day on which the dam broke", got)
	}
}

// FuzzOf: no input makes it panic, leave its bounds or repeat a day.
func FuzzOf(f *testing.F) {
	f.Add("2031-05-01", "2031-05-01T", 3, "A sentence of some words that is long enough to stand alone here.", 0, 40)
	f.Add("", "W", -1, "\xff", -5, 9)
	f.Fuzz(func(t *testing.T, published, value string, most int, text string, start, end int) {
		items := []timeline.Item{{ID: "a", Published: published, Text: text,
			Sentences: []coranto.Span{{Start: start, End: end}}, Times: []coranto.Time{{Start: start, End: end, Type: "DATE", Value: value}}}}
		items = append(items, bridge()...)
		seen := map[string]bool{}
		entries := timeline.Of(items, timeline.Options{Max: most})
		for _, e := range entries {
			if seen[e.Date] || e.Text == "" {
				t.Errorf("%+v", e)
			}
			seen[e.Date] = true
		}
		if most > 0 && len(entries) > most {
			t.Errorf("%d entries of %d", len(entries), most)
		}
	})
}
