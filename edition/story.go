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
	Counts   Counts
	Caveats  []Caveat
	Days     []Day
	Articles []Told // in order of time, wire copies folded under what they copy
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
	kept, err := e.archive.Articles(ctx, id)
	if err != nil {
		return nil, err
	}
	heads := make([]coranto.Head, len(kept))
	for i := range kept {
		heads[i] = headOf(&kept[i])
	}
	if len(kept) == 0 {
		return nil, coranto.Errorf(coranto.Empty, "open story", id, "", "it holds no article")
	}
	articles := make([]*archive.Kept, 0, len(kept))
	inOrder := make([]coranto.Head, 0, len(kept))
	for _, i := range byTime(heads) {
		articles = append(articles, &kept[i])
		inOrder = append(inOrder, heads[i])
	}

	from, to, basis := newest(heads)
	view := &Story{
		ID:       s.ID,
		Headline: firstOf(s.Headline, "(no headline)"),
		Reach:    reach(heads, e.headPress),
		Newest:   When(from, to, basis, e.now()),
	}
	if first := inOrder[0].Published; day(first) != day(from) {
		view.Since = When(first, "", "", e.now())
	}
	m := e.newMarks()
	view.Articles = e.folded(m, inOrder)
	if face, ok := e.Face(heads); ok {
		view.Headline, view.Language = face.Headline, face.Language
		i := slices.IndexFunc(articles, func(k *archive.Kept) bool { return k.Article.ID == face.ID })
		view.Opening = m.opening(articles[i])
	}
	c := m.claims(articles)
	view.Origins, view.Left = c.origins(), c.Left
	view.Points = c.keyPoints(m)
	view.Changed = c.changed(m, s.ID, since)
	view.Sides = c.sides(m)
	view.Voices = c.voices(m)
	view.ToCome = m.toCome(articles)
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
