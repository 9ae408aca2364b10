package edition

import (
	"coranto"
	"coranto/archive"
)

// citation gathers the marks of one line that several articles have: an article
// once, wire copies under the mark of what they copy.
type citation struct {
	marks []*Mark
	roots []string        // the origin of each mark
	own   []bool          // whether the mark leads to the origin itself, not to a copy
	seen  map[string]bool // articles already counted
}

// add cites the byte at offset of an article whose origin is root.
func (c *citation) add(m *marks, k *archive.Kept, offset int, root string) {
	c.addVia(m, k, offset, root, "")
}

// addVia is add for an article that has it from another: "cites Meridian".
func (c *citation) addVia(m *marks, k *archive.Kept, offset int, root, via string) {
	c.cite(k.Article.ID, root, func() Mark { return m.at(k, offset) })
}

// cite cites an article whose origin is root, with the mark made of it.
func (c *citation) cite(article, root string, mark func() Mark) {
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	if c.seen[article] {
		return
	}
	c.seen[article] = true
	own := root == article
	for i := range c.marks {
		if c.roots[i] != root {
			continue
		}
		copies := c.marks[i].Copies + 1
		if own && !c.own[i] { // the mark led to a copy met before its origin
			*c.marks[i], c.own[i] = mark(), true
		}
		c.marks[i].Copies = copies
		return
	}
	made := mark()
	c.marks = append(c.marks, &made)
	c.roots = append(c.roots, root)
	c.own = append(c.own, own)
}

func (c *citation) list() []Mark {
	var list []Mark
	for _, mark := range c.marks {
		list = append(list, *mark)
	}
	return list
}

// rootsOf gives for every article the article whose text it is.
func rootsOf(articles []*archive.Kept) map[string]string {
	heads := make([]coranto.Head, len(articles))
	for i, k := range articles {
		heads[i] = headOf(k)
	}
	return roots(heads)
}
