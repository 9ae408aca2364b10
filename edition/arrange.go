package edition

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	"coranto"
	"coranto/archive"
)

// Arranging is a story for a reader to split, to join with another, or to head.
type Arranging struct {
	ID, Href, Headline string
	Pinned             string // the article whose headline a reader chose
	Articles           []Told // in order of time
	Near               []Item // stories near it in time, to join it with
	Made               []Arrangement
}

// Arrangement is what a reader decided about stories.
type Arrangement struct {
	coranto.Arrangement
	When Stamp
	What string // "2 articles moved"
	Into string // address of the story that was moved to or headed
}

// shownNear is how many stories are offered to join a story with.
const shownNear = 12

// Arranging returns a story with what can be done to it.
func (e *Edition) Arranging(ctx context.Context, id string) (*Arranging, error) {
	story, err := e.archive.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	view := &Arranging{ID: story.ID, Href: storyHref(story.ID), Pinned: story.Pinned}
	view.Headline, _ = e.headline(story)
	for _, i := range byTime(story.Articles) {
		view.Articles = append(view.Articles, e.told(story.Articles[i]))
	}
	if view.Near, err = e.near(ctx, story); err != nil {
		return nil, err
	}
	made, err := e.Arrangements(ctx)
	for _, a := range made {
		if a.touches(story.ID) {
			view.Made = append(view.Made, a)
		}
	}
	return view, err
}

// near returns stories that were told on the same days.
func (e *Edition) near(ctx context.Context, story coranto.Story) ([]Item, error) {
	if day(story.From) == "" {
		return nil, nil
	}
	stories, err := e.archive.Stories(ctx, archive.StoryQuery{Since: day(story.From), Until: day(firstOf(story.To, story.From)), Limit: shownNear + 1})
	if err != nil {
		return nil, err
	}
	var near []Item
	for _, s := range stories {
		if s.ID != story.ID && len(near) < shownNear {
			headline, language := e.headline(s)
			near = append(near, Item{ID: s.ID, Href: storyHref(s.ID), Headline: headline, Language: language, When: When(s.From, s.To, "", e.now())})
		}
	}
	return near, nil
}

// Arrangements returns all that readers decided about stories, the latest first.
func (e *Edition) Arrangements(ctx context.Context) ([]Arrangement, error) {
	made, err := e.archive.Arrangements(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]Arrangement, 0, len(made))
	for _, a := range slices.Backward(made) {
		one := Arrangement{Arrangement: a, When: At(a.Made, e.now())}
		switch {
		case len(a.Moves) == 1:
			one.What, one.Into = "1 article moved", storyHref(a.Moves[0].To)
		case len(a.Moves) > 1:
			one.What, one.Into = number(float64(len(a.Moves)))+" articles moved", storyHref(a.Moves[0].To)
		case len(a.Pins) > 0 && a.Pins[0].Article == "":
			one.What, one.Into = "headline left to the desk", storyHref(a.Pins[0].Story)
		case len(a.Pins) > 0:
			one.What, one.Into = "headline chosen", storyHref(a.Pins[0].Story)
		}
		list = append(list, one)
	}
	return list, nil
}

func (a *Arrangement) touches(story string) bool {
	return slices.ContainsFunc(a.Moves, func(m coranto.Moved) bool { return m.From == story || m.To == story }) ||
		slices.ContainsFunc(a.Pins, func(p coranto.Pinned) bool { return p.Story == story })
}

// Moving says what follows when a reader moves articles of a story into another
// one, given by its identifier or address, or, when into is "", into a story of
// their own. No articles mean all: the stories are joined.
func (e *Edition) Moving(ctx context.Context, id string, articles []string, into string, now time.Time) (coranto.Arrangement, error) {
	story, err := e.archive.Story(ctx, id)
	if err != nil {
		return coranto.Arrangement{}, err
	}
	refuse := func(hint, why string) (coranto.Arrangement, error) {
		return coranto.Arrangement{}, coranto.Errorf(coranto.Usage, "arrange", "", hint, "%s", why)
	}
	var chosen []string
	for _, h := range story.Articles {
		if len(articles) == 0 || slices.Contains(articles, h.ID) {
			chosen = append(chosen, h.ID)
		}
	}
	switch {
	case len(chosen) == 0:
		return refuse("choose articles that stand in the story now", "none of these articles is in the story")
	case into == "" && len(chosen) == len(story.Articles):
		return refuse("leave at least one article in the story", "all of its articles would be the same story again")
	}
	to := coranto.NewID(append([]string{"story", "by hand", now.UTC().Format(time.RFC3339Nano)}, chosen...)...)
	if into != "" {
		other, err := e.archive.Story(ctx, storyID(into))
		if err != nil {
			return coranto.Arrangement{}, err
		}
		if to = other.ID; to == story.ID {
			return refuse("name another story", "they are there already")
		}
	}
	a := coranto.Arrangement{Made: now}
	for _, article := range chosen {
		a.Moves = append(a.Moves, coranto.Moved{Article: article, To: to})
	}
	return a.Identify(), nil
}

// storyID takes the identifier out of a story's address.
func storyID(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.LastIndex(s, "/stories/"); i >= 0 {
		s, _, _ = strings.Cut(s[i+len("/stories/"):], "/")
		s, _, _ = strings.Cut(s, "?")
		s, _, _ = strings.Cut(s, "#")
		if plain, err := url.PathUnescape(s); err == nil {
			s = plain
		}
	}
	return s
}
