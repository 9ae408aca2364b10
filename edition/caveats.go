package edition

import (
	"coranto"
	"coranto/archive"
)

// Caveat is where an article limits what it tells: the sentence that says so,
// with what kind of limit it is and whose.
type Caveat struct {
	Kind string // "not verified", "no comment", "denied", "disputed"
	By   string // "" when nobody is named
	Line Line
}

var caveatWords = map[string]string{"unverified": "not verified"}

func caveatKind(c *coranto.Caveat) string { return firstOf(caveatWords[c.Kind], c.Kind) }

// caveatLabel prints a caveat in one line: "denied, Velmark".
func caveatLabel(c *coranto.Caveat) string {
	if c.By == "" {
		return caveatKind(c)
	}
	return caveatKind(c) + ", " + c.By
}

// caveats gathers those of a story's articles, given in the order in which they
// are to be cited. The same sentence in several articles is one line.
func (m *marks) caveats(articles []*archive.Kept) []Caveat {
	type caveat struct {
		Caveat
		citation
	}
	root := rootsOf(articles)
	var order []*caveat
	bySentence := map[string]*caveat{}
	for _, k := range articles {
		for i := range k.Article.Caveats {
			c := &k.Article.Caveats[i]
			words := cut(sentence(&k.Article, c.Start), 280)
			if words == "" {
				continue
			}
			key := c.Kind + " " + sameWords(words)
			l := bySentence[key]
			if l == nil {
				l = &caveat{Caveat: Caveat{Kind: caveatKind(c), By: c.By, Line: Line{Text: words, Language: k.Article.Language}}}
				bySentence[key] = l
				order = append(order, l)
			}
			l.citation.add(m, k, c.Start, root[k.Article.ID])
		}
	}
	list := make([]Caveat, len(order))
	for i, l := range order {
		l.Line.Marks = l.citation.list()
		list[i] = l.Caveat
	}
	return list
}
