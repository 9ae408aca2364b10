package split

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"coranto"
)

// leastArticle is how many words of running text make a further article on a
// page; less is a teaser.
const leastArticle = 100

// place is where an article stands on the page: its content root and headline.
type place struct {
	root     int
	headline int
	within   int // the element in which its date and writers stand
}

// places finds the articles of the page: the page's own, and those that stand
// whole beside it. Articles are told by <article> elements, by an <h1> of their
// own, or by a row of like-built elements that each have a heading with a date
// or a byline; in any case by a text too long to be a teaser.
func (p *page) places() []place {
	alone := []place{{p.contentRoot(0), p.headline, 0}}
	if p.live {
		return alone
	}
	further := p.furtherArticles()
	if len(further) > maxArticles {
		return alone
	}
	home := p.home(further)
	switch {
	case len(further) == 0, len(further) == 1 && home < 0:
		return alone
	case home < 0 && p.headline >= 0 && p.blocks[p.headline].words > maxSection && len(p.opened) == 0: // one article in parts
		return alone
	}
	var out []place
	if home >= 0 {
		out = append(out, place{p.contentRoot(home), p.headline, home})
	}
	for _, f := range further {
		out = append(out, place{p.contentRoot(f.elem), f.headline, f.elem})
	}
	return out
}

// further is an element that holds an article besides the page's own.
type further struct {
	elem, headline int
}

// home returns the nearest element around the headline that holds none of the
// further articles, -1 when it holds no text.
func (p *page) home(others []further) int {
	if p.headline < 0 {
		return -1
	}
	best := -1
	for i := p.blocks[p.headline].elem; i >= 0; i = p.elements[i].parent {
		e := &p.elements[i]
		for _, o := range others {
			if o.elem >= i && o.elem < e.end {
				return best
			}
		}
		if p.proseIn(e) > 30 {
			best = i
		}
	}
	return best
}

// furtherArticles returns, in page order, the elements that hold whole articles
// other than the page's own.
func (p *page) furtherArticles() (out []further) {
	titles := make([]int, len(p.blocks)+1) // running count of <h1>
	for i := range p.blocks {
		titles[i+1] = titles[i]
		if p.elements[p.blocks[i].elem].tag == atom.H1 {
			titles[i+1]++
		}
	}
	for i := 1; i < len(p.elements); i++ {
		e := &p.elements[i]
		if h, ok := p.opened[i]; ok {
			out = append(out, further{i, h})
			i = e.end - 1
			continue
		}
		if p.holdsOpened(i) {
			continue
		}
		if p.holdsHeadline(e) || !p.couldBeArticle(e) && titles[e.to]-titles[e.from] != 1 {
			continue
		}
		if p.proseIn(e) < leastArticle || p.toldIn(e)*2 > p.proseIn(e) {
			continue
		}
		if h := p.ownHeading(e); h >= 0 && (p.around(i, atom.Article) == 0) && p.paragraphsIn(e) >= 3 && (e.tag == atom.Article || p.headingLevel(p.blocks[h].elem) == 1 || p.couldBeArticle(e) && p.isDated(e, h)) {
			out = append(out, further{i, h})
			i = e.end - 1
		}
	}
	return out
}

// couldBeArticle tells <article>s and elements that repeat: the neighbour before
// or behind is built alike.
func (p *page) couldBeArticle(e *element) bool {
	if e.tag == atom.Article {
		return true
	}
	if e.tag != atom.Div && e.tag != atom.Section && e.tag != atom.Li {
		return false
	}
	if e.end < len(p.elements) && p.elements[e.end].parent == e.parent && p.elements[e.end].tag == e.tag && attr(p.elements[e.end].node, "class") == attr(e.node, "class") {
		return true
	}
	for s := e.node.PrevSibling; s != nil; s = s.PrevSibling {
		if s.DataAtom != 0 {
			return s.DataAtom == e.tag && attr(s, "class") == attr(e.node, "class")
		}
	}
	return false
}

// around counts the elements of a tag around element i that hold the headline's
// text already, so that an article's inner <article>s are parts of it.
func (p *page) around(i int, tag atom.Atom) (n int) {
	for up := p.elements[i].parent; up > 0; up = p.elements[up].parent {
		if p.elements[up].tag == tag && p.holdsHeadline(&p.elements[up]) {
			n++
		}
	}
	return n
}

// ownHeading returns the block of the heading that opens an element, -1 when
// none does.
func (p *page) ownHeading(e *element) int {
	for j := e.from; j < min(e.to, e.from+6); j++ {
		if level := p.headingLevel(p.blocks[j].elem); level > 0 && level <= 3 && p.blocks[j].words >= 3 && p.cut[j] == 0 && !vocabularies["end"].has(strings.ToLower(p.blocks[j].text)) {
			return j
		}
		if proseOf(&p.blocks[j], &p.elements[p.blocks[j].elem]) > 20 {
			return -1
		}
	}
	return -1
}

func (p *page) paragraphsIn(e *element) (n int) {
	for j := e.from; j < e.to; j++ {
		if p.cut[j] == 0 && proseOf(&p.blocks[j], &p.elements[p.blocks[j].elem]) > 8 {
			n++
		}
	}
	return n
}

// isDated tells whether a date or a byline stands beside the heading.
func (p *page) isDated(e *element, heading int) bool {
	for j := max(e.from, heading-3); j < min(e.to, heading+5); j++ {
		if t := p.blocks[j].text; j != heading && p.blocks[j].words < 16 && (isByline(t) || p.isStamp(t)) {
			return true
		}
	}
	return false
}

// isLive tells a running report, whose entries are not articles.
func (p *page) isLive() bool {
	for _, a := range p.meta.articles {
		for _, t := range a.types {
			if t == "LiveBlogPosting" {
				return true
			}
		}
	}
	return false
}

// alone returns the page as a further article sees it: with its own headline
// and address, and of the page's metadata only what holds for all of it.
func (p *page) alone(at place) *page {
	q := *p
	q.ownProse = nil
	q.headline, q.part = at.headline, true
	heading := p.blocks[at.headline]
	q.meta = meta{language: p.meta.language}
	for _, t := range p.meta.tags {
		if t.key == "ogsitename" || t.key == "applicationname" {
			q.meta.tags = append(q.meta.tags, t)
		}
	}
	for _, a := range p.meta.articles {
		if fold(a.headline) == fold(heading.text) {
			q.meta.articles = []ldArticle{a}
		}
	}
	q.address = p.meta.canonicalURL(p.address)
	if link := p.linkOf(heading.elem); link != "" {
		if base, err := url.Parse(q.address); err == nil {
			if u, err := base.Parse(link); err == nil && strings.HasPrefix(u.Scheme, "http") {
				q.meta.canonical = u.String()
			}
		}
	}
	return &q
}

// linkOf returns the address that a heading links to, "" without one.
func (p *page) linkOf(elem int) string {
	for i := elem; i < p.elements[elem].end; i++ {
		if p.elements[i].tag == atom.A {
			return attr(p.elements[i].node, "href")
		}
	}
	for i, hops := elem, 0; i >= 0 && hops < 2; i, hops = p.elements[i].parent, hops+1 {
		if p.elements[i].tag == atom.A {
			return attr(p.elements[i].node, "href")
		}
	}
	return ""
}

// isFront tells a page that lists articles instead of holding one: nothing
// states that it is an article, and what text it has stands among announcements.
func (p *page) isFront(a *coranto.Article, root int) bool {
	if len(p.meta.articles) > 0 || strings.Contains(p.meta.tag("og:type"), "article") {
		return false
	}
	if p.headline >= 0 && (p.blocks[p.headline].words > 4 || a.Published != nil) {
		return false
	}
	announced := 0
	for i := range p.blocks {
		if b := &p.blocks[i]; p.cut[i]&cueRelated != 0 && b.linked*10 >= b.letter*9 && b.words >= 4 {
			announced++
		}
	}
	paragraphs := p.paragraphsIn(&p.elements[root])
	return announced > 6 && announced > 2*paragraphs && p.proseIn(&p.elements[root]) < 40*max(1, paragraphs)
}

// holdsOpened tells whether an article in a row stands in element i.
func (p *page) holdsOpened(i int) bool {
	if len(p.opened) == 0 {
		return false
	}
	k, found := slices.BinarySearch(p.openedAt, i)
	return found || k < len(p.openedAt) && p.openedAt[k] < p.elements[i].end
}
