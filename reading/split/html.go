package split

import (
	"strings"

	"golang.org/x/net/html/atom"

	"coranto"
)

// htmlArticles returns the articles of an HTML page.
//
// The page is parsed once into elements and blocks (html_tree.go), elements are
// told apart by the words of their classes (html_cues.go), the smallest element
// that holds nearly all running text is sought (html_body.go) and the blocks in
// it are given their roles (html_role.go). What the page says of itself outside
// its text (meta*.go) names the headline, authors and dates, and testifies which
// blocks are the article's.
func htmlArticles(pg coranto.Page, opt Options) ([]coranto.Article, error) {
	source, _ := decodeAll(pg.Body, pg.MediaType)
	doc, m, err := parseHTML(source, pg.Name)
	if err != nil {
		return nil, err
	}
	m.articles = m.ldArticles()
	p := &page{document: doc, meta: *m, address: pg.URL, stamps: map[string]bool{}}
	if len(doc.elements) == 0 || len(doc.blocks) == 0 {
		return nil, nil
	}
	p.cut = make([]cue, len(doc.blocks))
	p.role = make([]role, len(doc.blocks))
	p.why = make([]string, len(doc.blocks))
	p.told = p.findQuoted()
	p.headline = p.findHeadline()
	p.live = p.isLive()
	p.section()
	p.strip()
	p.cutTeasers()
	var out []coranto.Article
	for i, at := range p.places() {
		q := p
		if i > 0 || at.headline != p.headline {
			q = p.alone(at)
		}
		q.within, q.from, q.to = at.within, p.elements[at.within].from, p.elements[at.within].to
		q.assign(at.root)
		if a := q.article(at.root, opt); a != nil && (i > 0 || !q.isFront(a, at.root)) {
			out = append(out, *a)
		}
	}
	return out, nil
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
