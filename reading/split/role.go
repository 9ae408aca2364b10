package split

// role is what a block is in its article.
type role uint8

const (
	roleNone      role = iota // outside of the article, or of no use to it
	roleHeadline              // or its repetition
	rolePublisher             // who prints the article
	roleByline                // who wrote it
	roleStamp                 // when
	roleTag                   // a section or keyword
	roleKey                   // a key point above the text
	roleBody                  // a paragraph, list item or row of its text
	roleCrosshead             // a heading inside the text
	roleCaption
	roleCut // furniture inside the article
)

// cut takes a block out of the text.
func (b *block) cut(why string) { b.role, b.why = roleCut, why }

// isText tells the roles whose blocks make an article's text.
func (r role) isText() bool { return r == roleBody || r == roleCrosshead }

// settleRoles corrects the roles of a story's blocks by each other, whatever the
// form of its page.
func (p *page) settleRoles(s story) {
	blocks := p.blocks[s.body:s.end]
	cutRepeated(blocks)
	cutPaywall(blocks)
	settleHeadings(blocks)
}

// leastRepeated is how many words a paragraph has that is cut where it comes
// again: shorter ones, and items of lists, may be said twice.
const leastRepeated = 20

// cutRepeated cuts the paragraphs of a text that stand in it before.
func cutRepeated(blocks []block) {
	seen := map[string]bool{}
	for i := range blocks {
		b := &blocks[i]
		if b.role != roleBody || b.words < leastRepeated || lastMark(b.text) == 0 || bulletLen(b.text) > 0 {
			continue
		}
		if seen[b.text] {
			b.cut("repeated")
		}
		seen[b.text] = true
	}
}

// settleHeadings keeps as crossheads the headings that text of the article
// follows, and cuts those that stand after it.
func settleHeadings(blocks []block) {
	follows := false
	for i := len(blocks) - 1; i >= 0; i-- {
		switch b := &blocks[i]; b.role {
		case roleBody:
			follows = true
		case roleCrosshead:
			if !follows {
				b.cut("heading of nothing")
			}
		}
	}
}
