package edition

import (
	"context"
	"slices"
	"time"

	"coranto"
	"coranto/archive"
	"coranto/desk/byhand"
)

// corrected is an archive whose articles are as readers have corrected them.
type corrected struct{ Archive }

func (c corrected) Article(ctx context.Context, id string, version int) (archive.Kept, error) {
	k, err := c.Archive.Article(ctx, id, version)
	if err != nil {
		return k, err
	}
	made, err := c.Corrections(ctx, id)
	byhand.Apply(&k.Article, k.Version, made)
	return k, err
}

func (c corrected) Articles(ctx context.Context, storyID string) ([]archive.Kept, error) {
	kept, err := c.Archive.Articles(ctx, storyID)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(kept))
	for i := range kept {
		ids[i] = kept[i].Article.ID
	}
	if len(ids) == 0 {
		return kept, nil
	}
	made, err := c.Corrections(ctx, ids...)
	if len(made) > 0 {
		for i := range kept {
			byhand.Apply(&kept[i].Article, kept[i].Version, made)
		}
	}
	return kept, err
}

// Facts is everything that was found in a version of an article, for a reader
// to correct.
type Facts struct {
	Told
	Version int
	Shown   []Fact // in the order of the text
	Unsure  []Fact // kept, but not sure enough to be shown
	Made    []Correction
}

// Fact is something found, with the sentence that says it.
type Fact struct {
	byhand.Fact
	Label    string // what it says, in a line
	Sentence string
	Href     string // of that sentence
}

// Correction is what a reader did by hand.
type Correction struct {
	coranto.Correction
	When Stamp
	Href string // of the sentence
}

// Facts returns what can be corrected in a version of an article; version 0 is
// the current one.
func (e *Edition) Facts(ctx context.Context, id string, version int) (*Facts, error) {
	kept, err := e.archive.Article(ctx, id, version)
	if err != nil {
		return nil, err
	}
	a := &kept.Article
	view := &Facts{Told: e.told(headOf(&kept)), Version: kept.Version}
	for _, f := range byhand.Facts(a) {
		fact := Fact{Fact: f, Label: factLabel(f), Sentence: sentence(a, f.Start), Href: sentenceHref(id, kept.Version, a.SentenceAt(f.Start))}
		if f.Sure {
			view.Shown = append(view.Shown, fact)
		} else {
			view.Unsure = append(view.Unsure, fact)
		}
	}
	for _, list := range [][]Fact{view.Shown, view.Unsure} {
		slices.SortStableFunc(list, func(x, y Fact) int { return x.Start - y.Start })
	}
	made, err := e.archive.Corrections(ctx, id)
	if err != nil {
		return nil, err
	}
	for _, c := range slices.Backward(made) {
		n := 0
		if c.Version == kept.Version {
			n = a.SentenceAt(c.Start)
		}
		view.Made = append(view.Made, Correction{c, At(c.Made, e.now()), sentenceHref(id, c.Version, n)})
	}
	return view, nil
}

// factLabel says a fact by the fields it has.
func factLabel(f byhand.Fact) string {
	label := ""
	for _, v := range f.Values {
		if v.Text == "" {
			continue
		}
		if label != "" {
			label += ", "
		}
		label += v.Text
	}
	return firstOf(label, unknown)
}

// Corrected says what corrections follow when a reader hides a fact, or gives
// its fields these values: one for each field that becomes another. NotFound
// when the article holds no such fact.
func (e *Edition) Corrected(ctx context.Context, id string, version int, kind coranto.FactKind, at coranto.Span, hide bool, values map[string]string, now time.Time) ([]coranto.Correction, error) {
	kept, err := e.archive.Article(ctx, id, version)
	if err != nil {
		return nil, err
	}
	facts := byhand.Facts(&kept.Article)
	i := slices.IndexFunc(facts, func(f byhand.Fact) bool { return f.Kind == kind && f.Span == at })
	if i < 0 {
		return nil, coranto.Errorf(coranto.NotFound, "correct", string(kind), "go back to the article and choose anew", "it is not in the article any more")
	}
	one := coranto.Correction{
		Made: now, Article: id, Version: kept.Version, Kind: kind, Start: at.Start, End: at.End, Words: at.In(kept.Article.Text),
	}
	if hide {
		one.Deed, one.Was = coranto.Hide, factLabel(facts[i])
		return []coranto.Correction{one.Identify()}, nil
	}
	var list []coranto.Correction
	for _, v := range facts[i].Values {
		value, given := values[v.Name]
		if !given || value == v.Text {
			continue
		}
		c := one
		c.Deed, c.Field, c.Was, c.Value = coranto.Set, v.Name, v.Text, value
		if err := byhand.Check(c); err != nil {
			return nil, err
		}
		list = append(list, c.Identify())
	}
	return list, nil
}

// Corrections returns all that readers did by hand, the latest first.
func (e *Edition) Corrections(ctx context.Context) ([]Correction, error) {
	made, err := e.archive.Corrections(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]Correction, 0, len(made))
	for _, c := range slices.Backward(made) {
		list = append(list, Correction{c, At(c.Made, e.now()), sentenceHref(c.Article, c.Version, 0)})
	}
	return list, nil
}
