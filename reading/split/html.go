package split

import (
	"strings"

	"golang.org/x/net/html/atom"

	"coranto"
)

// readHTML takes an HTML page apart and finds out, before its articles are
// sought, what holds for all of it: its headline, the articles in a row, and the
// elements that are furniture.
func readHTML(pg coranto.Page) (*page, error) {
	source, _ := decodeAll(pg.Body, pg.MediaType)
	p, err := parseHTML(source, pg.Name)
	if err != nil || len(p.elements) == 0 || len(p.blocks) == 0 {
		return nil, err
	}
	p.address = pg.URL
	p.meta.articles = p.meta.ldArticles()
	p.findQuoted()
	p.headline = p.findHeadline()
	p.live = p.isLive()
	p.findRow()
	p.strip()
	p.cutTeasers()
	return p, nil
}

// findHeadline returns the block that is the page's headline: a heading that
// metadata quotes, else the first <h1>. -1 when there is none.
func (p *page) findHeadline() int {
	var quoted []string
	for _, s := range append([]string{p.meta.ldHeadline()}, p.meta.tag("og:title"), p.meta.tag("twitter:title"), p.meta.title) {
		if s = fold(s); s != "" {
			quoted = append(quoted, s)
		}
	}
	best, bestScore := -1, 0
	for i := range p.blocks {
		b := &p.blocks[i]
		level := p.headingLevel(b.elem)
		if level == 0 && len(b.text) > 300 || level > 2 || len(b.text) > 1000 {
			continue
		}
		f := fold(b.text)
		if len(f) < 4 {
			continue
		}
		score := 0
		for _, q := range quoted {
			switch {
			case q == f:
				score = max(score, 6)
			case len(f) > 12 && (strings.HasPrefix(q, f) || strings.HasPrefix(f, q)):
				score = max(score, 4)
			case len(f) > 20 && strings.Contains(q, f):
				score = max(score, 3)
			}
		}
		switch level {
		case 1:
			score = score*2 + 2
		case 2:
			score *= 2
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

// headingLevel returns 1 to 6 for an element that is a heading or inside one,
// else 0.
func (p *page) headingLevel(elem int) int {
	for hops := 0; elem >= 0 && hops < 3; hops++ {
		switch p.elements[elem].tag {
		case atom.H1:
			return 1
		case atom.H2:
			return 2
		case atom.H3:
			return 3
		case atom.H4:
			return 4
		case atom.H5:
			return 5
		case atom.H6:
			return 6
		}
		elem = p.elements[elem].parent
	}
	return 0
}

// stands tells whether one of the nearest elements around block i, its own the
// first, is such a one.
func (p *page) stands(i, nearest int, such func(*element) bool) bool {
	for e := p.blocks[i].elem; e > 0 && nearest > 0; e, nearest = p.elements[e].parent, nearest-1 {
		if such(&p.elements[e]) {
			return true
		}
	}
	return false
}
