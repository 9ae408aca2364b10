package newsroom

import (
	"slices"
	"strings"
	"unicode"

	"coranto"
	"coranto/archive"
	"coranto/desk/storyline"
)

// link tells the storylines of a new article and what its coming changed, and
// returns the link that it makes for its story, if any.
func (n *Newsroom) link(f *archive.Filed) *archive.Link {
	for _, m := range f.Merges {
		n.lines.Merge(m.From, m.To)
	}
	for _, m := range f.Moves {
		n.lines.Move(m.Article, m.Story)
	}
	l, ok := n.lines.Decide(n.lineItem(f))
	if !ok {
		return nil
	}
	link := archive.Link(l)
	return &link
}

// leadBytes is how far into an article those are named whom it is about.
const leadBytes = 700

// lineItem is what the storylines see of an article. Publishers and agencies are
// in the news by telling it.
func (n *Newsroom) lineItem(f *archive.Filed) storyline.Item {
	a := &f.Article
	it := storyline.Item{ID: a.ID, Story: f.Story}
	if a.Kind != coranto.Report && a.Kind != coranto.Analysis && a.Kind != coranto.Interview {
		return it
	}
	it.Events, it.Appointments, it.Chief = a.Events, a.Appointments, map[string]bool{}
	if a.Published != nil {
		it.Published = a.Published.From
	}
	for _, e := range a.Entities {
		if e.Type == coranto.Organisation {
			if _, prints := n.opt.Names.Publisher(e.Name, ""); prints {
				continue
			}
		}
		it.Entities = append(it.Entities, e)
		if len(e.Mentions) > 0 && (e.Mentions[0].Start < leadBytes && len(e.Mentions)+len(e.Refs) > 1 || headed(a.Headline, e.Name)) {
			it.Chief[e.Name] = true
		}
	}
	return it
}

// headed tells whether a headline names somebody, by the last word of the name.
func headed(headline, name string) bool {
	words := strings.Fields(name)
	return len(words) > 0 && slices.Contains(strings.FieldsFunc(headline, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }), words[len(words)-1])
}
