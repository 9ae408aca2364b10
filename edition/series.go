package edition

import (
	"context"
	"slices"
	"strings"

	"coranto"
	"coranto/archive"
	"coranto/desk/series"
)

// FiguresPageSize is how many stories one page of figures looks through.
const FiguresPageSize = 120

// shownSeries is how many series of one story a page of figures shows.
const shownSeries = 6

// Figures are the numbers of the newest stories: those that changed, that
// sources give differently, or that several independent texts tell.
type Figures struct {
	Query       string
	Page, Pages int
	Stories     []FigureStory
}

// FigureStory is a story with its series.
type FigureStory struct {
	Href, Headline, Language string
	When                     Stamp
	Series                   []Series
	More                     int // series not shown here
}

// Series is what is told of one thing counted.
type Series struct {
	What, Where string
	Story       string // its address
	Mixed       bool   // perhaps of several things
	Change      *SeriesChange
	Disputed    bool
	Lines       []SeriesLine
}

// SeriesChange is the newest number and the one before it, of one giver.
type SeriesChange struct {
	From, To Line
	By       string
	When     Stamp // of the newest
}

// SeriesLine is one number from one giver.
type SeriesLine struct {
	Value   string
	By      string // "" when nobody is named
	When    Stamp  // first told
	Origins int
	Marks   []Mark
}

// Figures returns a page of figures, from 1. A query keeps stories that tell its
// words in what is counted, in the place, or in the headline.
func (e *Edition) Figures(ctx context.Context, query string, page int) (*Figures, error) {
	counts, err := e.archive.Counts(ctx)
	if err != nil {
		return nil, err
	}
	page = max(1, page)
	view := &Figures{Query: strings.TrimSpace(query), Page: page, Pages: max(1, (counts.Stories+FiguresPageSize-1)/FiguresPageSize)}
	if page > view.Pages {
		return nil, coranto.Errorf(coranto.NotFound, "open", "figures", "go to the newest page", "there are pages 1 to %d", view.Pages)
	}
	stories, err := e.archive.Stories(ctx, archive.StoryQuery{Limit: FiguresPageSize, Offset: (page - 1) * FiguresPageSize})
	if err != nil {
		return nil, err
	}
	m := e.newMarks()
	for _, s := range stories {
		list, err := e.FigureSeries(ctx, s)
		if err != nil {
			return nil, err
		}
		if shown := m.figureStory(s, list, view.Query); len(shown.Series) > 0 {
			view.Stories = append(view.Stories, shown)
		}
	}
	return view, nil
}

// changed returns the figures of stories that changed last, newest first.
func (e *Edition) changed(ctx context.Context, m *marks, stories []coranto.Story, limit int) ([]Series, error) {
	var list []Series
	for _, s := range stories {
		all, err := e.FigureSeries(ctx, s)
		if err != nil {
			return nil, err
		}
		for i := range all {
			if _, ok := all[i].Change(); ok {
				list = append(list, m.series(&all[i], heads(s)))
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Series) int { return strings.Compare(b.Change.When.Machine, a.Change.When.Machine) })
	return list[:min(len(list), limit)], nil
}

// FigureSeries gathers what a story's articles count, as far as it is sure.
func (e *Edition) FigureSeries(ctx context.Context, s coranto.Story) ([]series.Series, error) {
	found, err := e.archive.Findings(ctx, archive.FindingQuery{Kind: archive.FigureFound, Story: s.ID, MinConfidence: coranto.SureAt})
	if err != nil {
		return nil, err
	}
	return series.Gather(figuresTold(found, roots(s.Articles))), nil
}

func figuresTold(found []archive.Finding, root map[string]string) []series.Told {
	var told []series.Told
	for _, f := range found {
		if f.Type == "" {
			continue
		}
		t := series.Told{
			What: f.Type, Unit: f.Unit, Where: f.Where, Value: f.Value, Max: f.Max, Bound: f.Status, Day: day(f.Article.Published), On: day(f.From),
			Story: f.Story, Article: f.Article.ID, Version: f.Article.Version, Origin: firstOf(root[f.Article.ID], f.Article.ID),
			Start: f.Start, End: f.End, Sentence: f.Sentence,
		}
		if len(f.Subjects) > 0 {
			t.By = f.Subjects[0]
		}
		told = append(told, t)
	}
	return told
}

func heads(s coranto.Story) map[string]coranto.Head {
	at := make(map[string]coranto.Head, len(s.Articles))
	for _, h := range s.Articles {
		at[h.ID] = h
	}
	return at
}

func (m *marks) figureStory(s coranto.Story, all []series.Series, query string) FigureStory {
	view := FigureStory{Href: storyHref(s.ID), When: When(s.From, s.To, "", m.edition.now())}
	view.Headline, view.Language = m.edition.headline(s)
	of := heads(s)
	for i := range all {
		one := &all[i]
		if !one.Telling() || !Asked(query, view.Headline+" "+one.What+" "+one.Where) {
			continue
		}
		if len(view.Series) == shownSeries {
			view.More++
			continue
		}
		view.Series = append(view.Series, m.series(one, of))
	}
	return view
}

// Asked tells whether a text holds every word of a query.
func Asked(query, text string) bool {
	text = strings.ToLower(text)
	for _, w := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (m *marks) series(s *series.Series, of map[string]coranto.Head) Series {
	view := Series{What: s.What, Where: s.Where, Story: storyHref(s.Story), Mixed: s.Mixed}
	_, _, view.Disputed = s.Disputed()
	for _, p := range s.Points {
		view.Lines = append(view.Lines, SeriesLine{
			Value: pointValue(s, p), By: p.By, When: When(p.Day, "", "", m.edition.now()), Origins: p.Origins, Marks: m.points(p, of),
		})
	}
	if c, ok := s.Change(); ok {
		view.Change = &SeriesChange{
			From: Line{Text: pointValue(s, c.From), Marks: m.points(c.From, of)}, To: Line{Text: pointValue(s, c.To), Marks: m.points(c.To, of)},
			By: c.To.By, When: When(c.To.Day, "", "", m.edition.now()),
		}
	}
	return view
}

// pointValue prints a number as the series has it.
func pointValue(s *series.Series, p series.Point) string {
	return figureValue(&coranto.Figure{Value: p.Value, Max: p.Max, Bound: p.Bound, Unit: s.Unit})
}

// points marks where a number is told: a text once, with how many copies it has.
func (m *marks) points(p series.Point, of map[string]coranto.Head) []Mark {
	var c citation
	for _, t := range p.Told {
		c.cite(t.Article, t.Origin, func() Mark { return m.told(of[t.Article], t.Sentence) })
	}
	return c.list()
}

// told marks a sentence of an article that a list names.
func (m *marks) told(h coranto.Head, sentence int) Mark {
	return Mark{N: m.number(h.ID), Href: sentenceHref(h.ID, h.Version, sentence), Press: m.edition.headPress(h).Name}
}
