package newsroom

import (
	"cmp"
	"slices"
	"time"

	"coranto"
	"coranto/desk/story"
	"coranto/reading/entity"
)

// Item is what the desk sees of an article: its words, and what the reading found
// in them.
func Item(a coranto.Article, names *entity.Names) story.Item {
	it := story.Item{
		ID: a.ID, Headline: a.Headline, Text: a.Text, Language: a.Language,
		Publisher: a.Publisher.Name, Kind: a.Kind, Days: days(a.Times),
	}
	if it.Publisher == "" {
		it.Publisher = a.Publisher.Domain
	}
	if a.Published != nil {
		it.From, it.To = a.Published.From, a.Published.To
	}
	met := map[string]bool{}
	name := func(es []coranto.Entity) {
		for _, e := range es {
			if met[e.Name] {
				continue
			}
			met[e.Name] = true
			it.Names = append(it.Names, e.Name)
			if e.Type == coranto.Place {
				it.Places = append(it.Places, e.Name)
			}
		}
	}
	headline := entity.Find(a.Headline, []coranto.Span{{Start: 0, End: len(a.Headline)}}, "", names)
	name(headline)
	name(a.Entities)
	for _, f := range a.Figures {
		it.Figures = append(it.Figures, story.Figure{What: f.What, Value: f.Value})
	}
	for _, e := range a.Events {
		act := story.Act{Type: e.Type}
		if len(e.Actors) > 0 {
			act.Actor = e.Actors[0]
		}
		if len(e.Targets) > 0 {
			act.Target = e.Targets[0]
		}
		it.Acts = append(it.Acts, act)
	}
	return it
}

// days returns the days that times name, in the order of the text.
func days(times []coranto.Time) []string {
	sorted := slices.Clone(times)
	slices.SortStableFunc(sorted, func(a, b coranto.Time) int { return cmp.Compare(a.Start, b.Start) })
	var out []string
	for _, t := range sorted {
		if t.Type != "DATE" && t.Type != "TIME" || len(t.Value) < len(time.DateOnly) {
			continue
		}
		day := t.Value[:len(time.DateOnly)]
		if _, err := time.Parse(time.DateOnly, day); err == nil && !slices.Contains(out, day) {
			out = append(out, day)
		}
	}
	return out
}
