package edition

import (
	"context"
	"net/url"
	"time"

	"coranto"
	"coranto/archive"
	"coranto/desk/timeline"
)

// Storyline is stories that follow one another, in order of time, and what
// happened in them.
type Storyline struct {
	ID       string
	Headline string // of its newest story
	Language string
	Reach    Reach
	Since    Stamp // its first story
	Newest   Stamp
	Stories  []Chained
	Days     []TimelineDay
}

// Chained is a story in its storyline.
type Chained struct {
	Item
	Links []Chain
}

// Chain is why a story follows another.
type Chain struct {
	Why, What      string
	Headline, Href string // of the story that it follows
	Language       string
}

// TimelineDay is a day with the sentence that tells it.
type TimelineDay struct {
	Date Stamp
	Line Line
}

const storylineDays = 16

// Storyline returns the storyline with this id.
func (e *Edition) Storyline(ctx context.Context, id string) (*Storyline, error) {
	line, err := e.archive.Storyline(ctx, id)
	if err != nil {
		return nil, err
	}
	view := &Storyline{ID: line.ID}
	items := map[string]Item{}
	var heads []coranto.Head
	for _, s := range line.Stories {
		item := e.item(s, time.Time{})
		item.Href = item.Story
		items[s.ID] = item
		heads = append(heads, s.Articles...)
	}
	for _, s := range line.Stories {
		c := Chained{Item: items[s.ID]}
		for _, l := range line.Links {
			if to, ok := items[l.To]; ok && l.Story == s.ID {
				c.Links = append(c.Links, Chain{l.Why, l.What, to.Headline, to.Story, to.Language})
			}
		}
		view.Stories = append(view.Stories, c)
	}
	last := view.Stories[len(view.Stories)-1]
	view.Headline, view.Language = last.Headline, last.Language
	view.Reach = reach(heads, e.headPress)
	if first := line.Stories[0].From; first != "" {
		view.Since = When(first, "", "", e.now())
	}
	from, to, basis := newest(heads)
	view.Newest = When(from, to, basis, e.now())
	view.Days, err = e.storylineDays(ctx, heads)
	return view, err
}

func (e *Edition) storylineDays(ctx context.Context, heads []coranto.Head) ([]TimelineDay, error) {
	ids := make([]string, 0, len(heads))
	for _, h := range heads {
		ids = append(ids, h.ID)
	}
	entries, err := e.timeline(ctx, archive.TextQuery{IDs: ids, Limit: mostTexts}, timeline.Options{Max: storylineDays})
	if err != nil {
		return nil, err
	}
	c := e.newClerk()
	var days []TimelineDay
	for _, t := range entries {
		k, err := c.open(ctx, t.Article)
		if err != nil {
			return nil, err
		}
		days = append(days, TimelineDay{
			Date: onDay(t.Date, e.now()),
			Line: Line{Text: withoutDateline(t.Text, k.Article.Dateline), Language: k.Article.Language, Marks: []Mark{c.at(k, t.Start)}},
		})
	}
	return days, nil
}

func storylineHref(id string) string { return "/storylines/" + url.PathEscape(id) }
