package edition

import (
	"slices"
	"strings"
	"time"

	"coranto/archive"
)

// Day is a date that a story's articles name: a sentence that names it, and the
// further articles that do.
type Day struct {
	Date Stamp
	Line Line
	Also []Mark
}

// naming is one sentence of one article that names a date.
type naming struct {
	article *archive.Kept
	at      int    // where the date stands
	words   string // the sentence
}

// days gathers the full dates that articles name, in order of date. For each
// date that sentence speaks which stands first in the first article and does
// not speak for an earlier date already; wire copies do not count.
func (m *marks) days(articles []*archive.Kept) []Day {
	named := map[string][]naming{}
	var dates []string
	for _, k := range articles {
		if k.WireOf != "" {
			continue
		}
		for _, t := range k.Article.Times {
			words := cut(sentence(&k.Article, t.Start), 280)
			if len(t.Value) < len(time.DateOnly) || words == "" {
				continue
			}
			date := day(t.Value[:len(time.DateOnly)])
			if date == "" {
				continue
			}
			if named[date] == nil {
				dates = append(dates, date)
			}
			named[date] = append(named[date], naming{k, t.Start, words})
		}
	}
	slices.Sort(dates)
	days := make([]Day, 0, len(dates))
	spoken := map[string]bool{}
	for _, date := range dates {
		days = append(days, m.day(date, named[date], spoken))
	}
	return days
}

func (m *marks) day(date string, named []naming, spoken map[string]bool) Day {
	first := max(0, slices.IndexFunc(named, func(n naming) bool { return !spoken[n.words] }))
	speaker := named[first]
	spoken[speaker.words] = true
	d := Day{
		Date: onDay(date, m.edition.now()),
		Line: Line{Text: speaker.words, Language: speaker.article.Article.Language, Marks: []Mark{m.at(speaker.article, speaker.at)}},
	}
	seen := map[string]bool{speaker.article.Article.ID: true}
	for _, n := range named {
		if seen[n.article.Article.ID] {
			continue
		}
		seen[n.article.Article.ID] = true
		if strings.EqualFold(n.words, speaker.words) {
			d.Line.Marks = append(d.Line.Marks, m.at(n.article, n.at))
		} else {
			d.Also = append(d.Also, m.at(n.article, n.at))
		}
	}
	return d
}
