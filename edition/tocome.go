package edition

import (
	"context"
	"slices"

	"coranto/archive"
)

// Coming is an appointment in a line, with what became of it.
type Coming struct {
	Date     Stamp
	Status   string // a calendar.Status: "announced", "moved", "held" ...
	Shape    string // of the status: ○ ◐ ●
	Text     string // "talks: Velmark, Rodvania"
	Where    string
	Language string
	Marks    []Mark
}

// toCome is the calendar's entries that a story's articles tell, by day. Each is
// marked by those of the articles, given in the order in which they are to be
// cited, that tell it, by what changed it and by its outcome, wherever these
// stand.
func (m *marks) toCome(ctx context.Context, storyID string, articles []*archive.Kept) ([]Coming, error) {
	entries, err := m.edition.storyEntries(ctx, storyID)
	if err != nil {
		return nil, err
	}
	root := rootsOf(articles)
	var list []Coming
	for _, x := range entries {
		var cited citation
		for _, k := range articles {
			for _, t := range x.Told {
				if t.Article.ID == k.Article.ID {
					cited.add(m, k, t.At.Start, root[k.Article.ID])
				}
			}
		}
		c := m.coming(x)
		marks := cited.list()
		for _, mark := range c.Marks[1:] { // what changed it, and its outcome
			if !slices.ContainsFunc(marks, func(o Mark) bool { return o.Href == mark.Href }) {
				marks = append(marks, mark)
			}
		}
		if len(marks) > 0 {
			c.Marks = marks
		}
		list = append(list, c)
	}
	return list, nil
}
