// Package timeline chooses from many articles the days that tell a matter best,
// and for each the sentence that tells it.
//
// A day is what happened then, not when it was printed: it is chosen by who
// speaks of it, most of all by articles of later days, which look back on what
// mattered. Which counts tell that is known from work on news timelines (Tran et
// al. 2013; Ghalandari and Ifrim 2020, "Examining the State-of-the-Art in News
// Timeline Summarization"); how they are joined here is said at dates.go.
package timeline

import (
	"slices"
	"strings"
	"time"

	"coranto"
)

// Item is what the timeline sees of an article.
type Item struct {
	ID        string
	Published string // a day or a moment, as printed; "" when unknown
	Copy      bool   // a wire copy: it may tell, but does not count again
	Headline  string
	Text      string
	Sentences []coranto.Span
	Times     []coranto.Time
}

// Entry is one day of a timeline with the sentence that tells it.
type Entry struct {
	Date       string
	Text       string
	Article    string
	Start, End int
	Score      float64 // of the day, from 0 to 1 for the weightiest
}

// Options bound a timeline.
type Options struct {
	Max          int    // entries; 0: no limit
	Since, Until string // days, both included; "": from the eve of the first day printed to the last
}

// eve is how many days before the first article was printed may be told: what is
// printed happened, mostly, the day before.
const eve = 2

// Of returns the most telling days of the items, in order of date.
func Of(items []Item, opt Options) []Entry {
	c := newCorpus(items)
	since, until := day(opt.Since), day(opt.Until)
	if since == "" {
		since = before(c.first, eve)
	}
	if until == "" {
		until = c.last
	}
	var entries []Entry
	used := map[string]bool{}
	for _, d := range c.ranked() {
		if d.date < since || d.date > until {
			continue
		}
		if opt.Max > 0 && len(entries) == opt.Max {
			break
		}
		s, ok := c.tell(d.date, used)
		if !ok {
			continue
		}
		it := &c.items[s.item]
		span := it.Sentences[s.n]
		entries = append(entries, Entry{
			Date: d.date, Text: strings.Join(strings.Fields(span.In(it.Text)), " "),
			Article: it.ID, Start: span.Start, End: span.End, Score: d.score,
		})
	}
	slices.SortFunc(entries, func(a, b Entry) int { return strings.Compare(a.Date, b.Date) })
	return entries
}

func before(date string, n int) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -n).Format(time.DateOnly)
}

func day(date string) string {
	d := date[:min(len(date), len(time.DateOnly))]
	if _, err := time.Parse(time.DateOnly, d); err != nil {
		return ""
	}
	return d
}
