package edition

import (
	"context"
	"slices"

	"coranto"
	"coranto/archive"
)

// Story is everything the desk knows of one event.
type Story struct {
	ID       string
	Headline string // of the article that speaks for it, see Face
	Language string
	Opening  Line
	Reach    Reach
	Since    Stamp // its first dated article
	Newest   Stamp // its last dated article; of the same day as Since: the only one to tell
	Origins  int   // independent ones: copies and what is credited to one agency count once
	Left     int   // articles that are not compared: there are too many
	Points   []KeyPoint
	Changed  Changed
	Sides    Sides
	Voices   []Voice
	ToCome   []Coming
	Line     string // address of its storyline, "" for none
	Counts   Counts
	Caveats  []Caveat
	Days     []Day
	Articles []Told // in order of time, wire copies folded under what they copy
	More     int    // articles that are not listed: there are too many
}

// mostArticles is how many articles of a story are opened for its page.
const mostArticles = 400

// few returns at most n of a story's articles, given in order of time: texts of
// their own before copies, of either the first half and the newest half.
func few(heads []coranto.Head, n int) []coranto.Head {
	if len(heads) <= n {
		return heads
	}
	var own, copies []int
	for i, h := range heads {
		if h.WireOf == "" {
			own = append(own, i)
		} else {
			copies = append(copies, i)
		}
	}
	ends := func(list []int, n int) []int {
		if len(list) <= n {
			return list
		}
		return append(slices.Clone(list[:n/2]), list[len(list)-(n-n/2):]...)
	}
	chosen := ends(own, n)
	chosen = append(slices.Clone(chosen), ends(copies, n-len(chosen))...)
	slices.Sort(chosen)
	list := make([]coranto.Head, len(chosen))
	for i, at := range chosen {
		list[i] = heads[at]
	}
	return list
}

// opened returns the articles behind heads, in their order.
func (e *Edition) opened(ctx context.Context, story string, heads []coranto.Head, all int) ([]*archive.Kept, error) {
	byID := make(map[string]*archive.Kept, len(heads))
	if len(heads) == all {
		kept, err := e.archive.Articles(ctx, story)
		if err != nil {
			return nil, err
		}
		for i := range kept {
			byID[kept[i].Article.ID] = &kept[i]
		}
	} else {
		for _, h := range heads {
			k, err := e.archive.Article(ctx, h.ID, 0)
			if err != nil {
				return nil, err
			}
			byID[h.ID] = &k
		}
	}
	list := make([]*archive.Kept, 0, len(heads))
	for _, h := range heads {
		if k := byID[h.ID]; k != nil {
			list = append(list, k)
		}
	}
	return list, nil
}

// Story returns the story with this id.
func (e *Edition) Story(ctx context.Context, id string) (*Story, error) {
	return e.StorySince(ctx, id, Since{})
}

// StorySince returns the story with this id, with what changed since a moment.
func (e *Edition) StorySince(ctx context.Context, id string, since Since) (*Story, error) {
	s, err := e.archive.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(s.Articles) == 0 {
		return nil, coranto.Errorf(coranto.Empty, "open story", id, "", "it holds no article")
	}
	heads := make([]coranto.Head, 0, len(s.Articles))
	for _, i := range byTime(s.Articles) {
		heads = append(heads, s.Articles[i])
	}
	shown := few(heads, mostArticles)
	articles, err := e.opened(ctx, id, shown, len(heads))
	if err != nil {
		return nil, err
	}

	from, to, basis := newest(heads)
	view := &Story{
		ID:       s.ID,
		Headline: firstOf(s.Headline, "(no headline)"),
		Reach:    reach(heads, e.headPress),
		Newest:   When(from, to, basis, e.now()),
	}
	if s.Storyline != "" {
		view.Line = storylineHref(s.Storyline)
	}
	if first := heads[0].Published; day(first) != day(from) {
		view.Since = When(first, "", "", e.now())
	}
	m := e.newMarks()
	view.Articles, view.More = e.folded(m, shown), len(heads)-len(shown)
	if face, ok := e.speaks(s); ok {
		view.Headline, view.Language = face.Headline, face.Language
		if i := slices.IndexFunc(articles, func(k *archive.Kept) bool { return k.Article.ID == face.ID }); i >= 0 {
			view.Opening = m.opening(articles[i])
		}
	}
	c := m.claims(articles)
	view.Origins, view.Left = c.origins(), c.Left+view.More
	view.Points = c.keyPoints(m)
	view.Changed = c.changed(m, s.ID, since)
	if view.Sides, err = c.sides(ctx, m); err != nil {
		return nil, err
	}
	view.Voices = c.voices(m)
	if view.ToCome, err = m.toCome(ctx, s.ID, articles); err != nil {
		return nil, err
	}
	view.Counts = c.counts(m)
	view.Caveats = m.caveats(articles)
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
