package edition

import (
	"coranto/desk/claim"
)

// shownPoints is how many key points stand on a story's page.
const shownPoints = 5

// KeyPoint is a sentence that tells what is most important in a story, as one
// named publisher has it.
type KeyPoint struct {
	Line     Line
	Press    string // whose words they are
	When     Stamp
	Disputed bool // sources contradict each other on a number or event in it
	Backing  Backing
}

// keyPoints chooses them. A story told by one short article has none: it would
// say itself again.
func (c *claims) keyPoints(m *marks) []KeyPoint {
	most, sentences := shownPoints, 0
	for i := range c.Items {
		if c.Own(i) {
			sentences += len(c.Items[i].Article.Sentences)
		}
	}
	most = min(most, sentences/5)
	var list []KeyPoint
	for _, k := range c.KeyPoints(most) {
		t := k.Claim.Tellings[k.Telling]
		point := KeyPoint{Line: c.line(m, k.Claim, k.Telling), Disputed: k.Disputed, Backing: c.backing(k.Claim)}
		head := headOf(c.kept[t.Item])
		point.Press = m.edition.headPress(head).Name
		point.When = When(head.Published, head.Until, head.Basis, m.edition.now())
		list = append(list, point)
	}
	return list
}

// line is a claim in the words of one of its tellings, whose mark comes first.
func (c *claims) line(m *marks, cl *claim.Claim, telling int) Line {
	t := cl.Tellings[telling]
	l := c.quote(m, t.Item, t.Span.Start)
	l.Marks = c.tellings(m, cl, telling)
	return l
}

// quote is the sentence of an item that holds the byte at offset, with its mark.
func (c *claims) quote(m *marks, item, offset int) Line {
	k := c.kept[item]
	return Line{Text: cut(sentence(&k.Article, offset), 400), Language: k.Article.Language, Marks: []Mark{m.at(k, offset)}}
}
