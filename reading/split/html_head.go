package split

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What stands about a headline in HTML: lines of dates and names, whose pieces
// may be set apart by the layout alone, and elements that are marked as such.

// mostAbout is how many words a line of dates or names has at most.
const mostAbout = 16

// aboutHead are the reasons for which lines of a head were cut from the text.
var aboutHead = set("byline", "date", "kicker", "label")

// labelAbout gives roles to the lines of dates and writers about the headline,
// those between it and the first paragraph among them, and cuts the labels there.
func (p *page) labelAbout(s story) {
	first := s.root.from
	for first < s.root.to && (p.blocks[first].role != roleBody || p.isLabel(first)) {
		first++
	}
	for _, i := range p.surroundings(s) {
		b := &p.blocks[i]
		above := b.role == roleBody && i < first
		if i == s.headline || b.role.isText() && !above || b.role == roleKey || b.words > mostAbout || b.words < 2 && !above && !strings.ContainsFunc(b.text, unicode.IsDigit) || b.aside&(cueRelated|cueComment) != 0 || b.role == roleCut && !aboutHead[b.why] {
			continue
		}
		switch line := p.line(i); {
		case line.look == stamp:
			b.role, b.name, b.printed = roleStamp, line.name, line.time()
			if p.part && i <= s.headline+3 && saysAge(b.printed) {
				p.labelPublisher(i, s)
			}
		case line.look == byline:
			b.role = roleByline
		case above && b.words < 3:
			b.cut("label")
		}
	}
}

// labelPublisher finds who prints a further article: the name beside its age, or
// on the line above it.
func (p *page) labelPublisher(i int, s story) {
	switch b := &p.blocks[i]; {
	case b.name != "" && !p.couldPublish(b.name):
		b.name = ""
	case b.name == "" && i > s.from && i-1 != s.headline && p.couldPublish(p.blocks[i-1].text):
		p.blocks[i-1].role = rolePublisher
	}
}

// isLabel tells a block of the text that is no sentence and that metadata does
// not quote, in an element that holds paragraphs.
func (p *page) isLabel(i int) bool {
	b := &p.blocks[i]
	if b.told || b.words > mostAbout {
		return false
	}
	switch e := &p.elements[b.elem]; e.tag {
	case atom.P, atom.Div, atom.Section:
		return proseOf(b, e) == 0 || b.words < 12 && p.line(i).look == stamp
	}
	return false
}

// line returns what block i looks like where it is a line about a headline: its
// pieces may be set apart by the layout alone.
func (p *page) line(i int) block {
	line := block{text: p.blocks[i].text, words: p.blocks[i].words}
	parts := p.parts(i)
	if len(parts) > 1 && !p.isStamp(line.text) {
		line.text = strings.Join(slices.Compact(parts), " | ")
	}
	if line.looks(); line.look != stamp && line.look != byline {
		if stamps := p.stampsIn(parts); len(stamps) > 0 {
			line.look, line.printed = stamp, strings.Join(stamps, " | ")
		}
	}
	return line
}

// surroundings returns the blocks where an article's date and writers stand:
// around the headline, then right behind the text.
func (p *page) surroundings(s story) (out []int) {
	r := s.root
	end := 0
	if p.headline >= 0 {
		end = p.headline + 15
		if r.from > p.headline {
			end = max(end, min(r.from+2, p.headline+40))
		}
		for i := max(s.from, p.headline-6); i < min(s.to, end); i++ {
			out = append(out, i)
		}
	}
	for i := max(r.to, end); i < min(s.to, r.to+12); i++ {
		out = append(out, i)
	}
	return out
}

// markedTime returns the first <time datetime> around the headline.
func (p *page) markedTime(s story) string {
	if p.headline < 0 {
		return ""
	}
	for i := s.within.first; i < s.within.end; i++ {
		e := &p.elements[i]
		if e.tag == atom.Time && e.from >= max(s.from, p.headline-8) && e.from < min(s.to, p.headline+15) {
			if v := attr(e.node, "datetime"); v != "" {
				return v
			}
		}
	}
	return ""
}

// isStamp tells a line of dates and ages; it remembers what it has been asked,
// because several look at the same lines.
func (p *page) isStamp(text string) bool {
	is, known := p.stamps[text]
	if !known {
		is = isStamp(text)
		p.stamps[text] = is
	}
	return is
}

// markedWriters returns the texts around the headline that are marked as a
// writer's name or link to a writer's page; of links alone, if asked.
func (p *page) markedWriters(links bool, s story) (out []string) {
	if p.headline < 0 {
		return nil
	}
	from, to := max(s.from, p.headline-8), min(s.to, p.headline+15)
	for i := s.within.first; i < s.within.end; i++ {
		e := &p.elements[i]
		if e.from >= e.to || e.from < from || e.to > to || e.to-e.from > 2 || p.blocks[e.from].words > 10 {
			continue
		}
		if e.tag == atom.A && (e.cues&cueByline != 0 || namesWriter(attr(e.node, "href"))) || !links && e.cues&cueByline != 0 {
			out = append(out, unglued(e.node))
		}
	}
	return out
}

// namesWriter tells the address of a writer's own page.
func namesWriter(address string) bool {
	return containsAny(strings.ToLower(address), "/author", "/autor", "/auteur", "/writer", "/journalist", "/people/", "/profile", "/reporter", "/staff/", "/contributor", "/redaktion/")
}

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
