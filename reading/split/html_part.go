package split

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxParts is how many pieces the line above an article has at most.
const maxParts = 8

// parts returns the pieces of a line that stand in elements of their own: the
// publisher and the age of "<span>Courier</span> <span>2 hours ago</span>",
// parted by bars and dots too. nil for a line of one piece.
func (p *page) parts(i int) (out []string) {
	b := &p.blocks[i]
	if e := &p.elements[b.elem]; b.words > 16 || e.to-e.from != 1 {
		return nil
	}
	var walk func(*html.Node) bool
	walk = func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				for piece := range strings.FieldsFuncSeq(c.Data, func(r rune) bool { return strings.ContainsRune("|·•", r) }) {
					if piece = squeeze(piece); strings.ContainsFunc(piece, unicode.IsLetter) || strings.ContainsFunc(piece, unicode.IsDigit) {
						out = append(out, piece)
					}
				}
			case c.Type == html.ElementNode && !unseen(c) && !walk(c):
				return false
			}
			if len(out) > maxParts {
				return false
			}
		}
		return true
	}
	if !walk(p.elements[b.elem].node) || len(out) < 2 {
		return nil
	}
	return out
}

// stampsIn returns the dates and ages among the pieces of a line that holds
// little else: a name, a section.
func (p *page) stampsIn(parts []string) (out []string) {
	if len(parts) > 4 {
		return nil
	}
	for _, part := range parts {
		if p.isStamp(part) && (countWords(part) > 2 || strings.ContainsFunc(part, unicode.IsDigit)) {
			out = append(out, part)
		}
	}
	return out
}

// couldPublish tells a name that may be who prints a further article: no section,
// writer or what the page's own menu names.
func (p *page) couldPublish(s string) bool {
	lowered := strings.ToLower(s)
	return countWords(s) >= 1 && countWords(s) <= 6 && len(s) < 60 && !p.isStamp(s) && !isByline(s) && !unicode.IsLower(firstRune(s)) && unicode.IsLetter(firstRune(s)) &&
		!vocabularies["chrome"].has(lowered) && !vocabularies["end"].has(lowered) && !readingTime.MatchString(lowered) && !p.inMenu(s)
}

// inMenu tells whether the page's navigation names s: then it is a section.
func (p *page) inMenu(s string) bool {
	f := fold(s)
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.linked > 0 && b.words <= 6 && b.linked*10 >= b.letter*9 && p.stands(i, 6, func(e *element) bool { return e.tag == atom.Nav || e.cues&cueMenu != 0 }) && fold(b.text) == f {
			return true
		}
	}
	return false
}
