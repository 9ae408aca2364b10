package edition

import (
	"context"
	"slices"
	"strings"
	"time"

	"coranto"
	"coranto/archive"
)

// Story is everything the desk knows of one event.
type Story struct {
	ID        string
	Headline  string // of the article that speaks for it, see Face
	Language  string
	Opening   Line
	Reach     Reach
	Published Stamp // the dates of its first to its last dated article
	Voices    []Voice
	Days      []Day
	Articles  []Told // in order of time, wire copies folded under what they copy
}

// Day is a date that a story's articles name, with the sentence that names it
// first and the further articles that name it too.
type Day struct {
	Date Stamp
	Line Line
	Also []Mark
}

// Story returns the story with this id.
func (e *Edition) Story(ctx context.Context, id string) (*Story, error) {
	s, err := e.archive.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	kept, err := e.archive.Articles(ctx, id)
	if err != nil {
		return nil, err
	}
	heads := make([]coranto.Head, len(kept))
	for i := range kept {
		heads[i] = headOf(&kept[i])
	}
	articles := make([]*archive.Kept, 0, len(kept))
	inOrder := make([]coranto.Head, 0, len(kept))
	for _, i := range byTime(heads) {
		articles = append(articles, &kept[i])
		inOrder = append(inOrder, heads[i])
	}

	view := &Story{
		ID:        s.ID,
		Headline:  firstOf(s.Headline, "(no headline)"),
		Reach:     reach(heads, e.headPress),
		Published: When(s.From, s.To, "", e.now()),
	}
	m := e.newMarks()
	view.Articles = e.folded(m, inOrder)
	if face, ok := e.Face(heads); ok {
		view.Headline, view.Language = face.Headline, face.Language
		i := slices.IndexFunc(articles, func(k *archive.Kept) bool { return k.Article.ID == face.ID })
		view.Opening = m.opening(articles[i])
	}
	view.Voices = m.voices(articles)
	view.Days = m.days(articles)
	return view, nil
}

// folded lists articles as they come, each wire copy under its origin, and
// numbers the origins: their place in the list is the number of their mark.
func (e *Edition) folded(m *marks, heads []coranto.Head) []Told {
	root := roots(heads)
	var list []Told
	place := map[string]int{}
	for _, h := range heads {
		if root[h.ID] == h.ID {
			t := e.told(h)
			t.N = m.number(h.ID)
			place[h.ID] = len(list)
			list = append(list, t)
		}
	}
	for _, h := range heads {
		if r := root[h.ID]; r != h.ID {
			if i, ok := place[r]; ok {
				list[i].Copies = append(list[i].Copies, e.told(h))
			}
		}
	}
	return list
}

// days gathers the full dates that articles name, in order of date.
func (m *marks) days(articles []*archive.Kept) []Day {
	type named struct {
		Day
		articles map[string]bool
	}
	byDate := map[string]*named{}
	for _, k := range articles {
		for _, t := range k.Article.Times {
			date := ""
			if len(t.Value) >= len(time.DateOnly) {
				date = day(t.Value[:len(time.DateOnly)])
			}
			words := sentence(&k.Article, t.Start)
			if date == "" || words == "" {
				continue
			}
			d := byDate[date]
			if d == nil {
				d = &named{articles: map[string]bool{}}
				d.Date = When(date, "", "", m.edition.now())
				d.Line = Line{Text: cut(words, 280), Language: k.Article.Language}
				byDate[date] = d
			}
			if d.articles[k.Article.ID] || k.WireOf != "" && len(d.articles) > 0 {
				continue
			}
			d.articles[k.Article.ID] = true
			mark := m.at(k, t.Start)
			if cut(words, 280) == d.Line.Text {
				d.Line.Marks = append(d.Line.Marks, mark)
			} else {
				d.Also = append(d.Also, mark)
			}
		}
	}
	days := make([]Day, 0, len(byDate))
	for _, d := range byDate {
		days = append(days, d.Day)
	}
	slices.SortFunc(days, func(a, b Day) int { return strings.Compare(a.Date.Machine, b.Date.Machine) })
	return days
}
