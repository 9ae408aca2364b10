package edition

import (
	"context"
	"slices"

	"coranto/archive"
	"coranto/desk/timeline"
	"coranto/reading/lang"
)

// TimelineQuery selects what a timeline is of.
type TimelineQuery struct {
	Words        string // articles that hold all of them; "" for the whole desk
	Since, Until string // days
	Max          int    // entries; 0: usualEntries
}

const (
	usualEntries = 20
	mostTexts    = 20_000 // read for one timeline: the last filed, or the best found
)

// Timeline returns the most telling days of articles, in order of date.
func (e *Edition) Timeline(ctx context.Context, q TimelineQuery) ([]timeline.Entry, error) {
	ask := archive.TextQuery{Limit: mostTexts}
	if q.Words != "" {
		hits, _, err := e.archive.Search(ctx, lang.QueryWords(q.Words, "und"), mostTexts, 0)
		if err != nil {
			return nil, err
		}
		ask.IDs = make([]string, len(hits))
		for i, h := range hits {
			ask.IDs[i] = h.Head.ID
		}
	}
	return e.timeline(ctx, ask, timeline.Options{Max: q.Max, Since: q.Since, Until: q.Until})
}

func (e *Edition) timeline(ctx context.Context, ask archive.TextQuery, opt timeline.Options) ([]timeline.Entry, error) {
	if opt.Max <= 0 {
		opt.Max = usualEntries
	}
	var items []timeline.Item
	err := e.archive.Texts(ctx, ask, func(t archive.Text) error {
		items = append(items, timeline.Item{
			ID: t.Head.ID, Published: t.Head.Published, Copy: t.Head.WireOf != "", Headline: t.Head.Headline,
			Text: t.Text, Sentences: t.Sentences, Times: t.Times,
		})
		return nil
	})
	slices.Reverse(items) // as they were filed
	return timeline.Of(items, opt), err
}
