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

// place is where an article stands among the elements of a page.
type place struct {
	within   scope // all that tells of it
	headline int
	run      bool // it has no element of its own
}

// startsAt tells whether the place begins with element i.
func (at place) startsAt(i int) bool {
	if at.run {
		return at.within.first == i
	}
	return at.within.elem == i
}

// boundHTML finds the articles of the page: the page's own, and those that stand
// whole beside it. Articles are told by <article> elements, by an <h1> of their
// own, or by a row of like-built elements that each have a heading with a date
// or a byline; in any case by a text too long to be a teaser.
func (p *page) boundHTML() []story {
	alone := []story{p.storyIn(p, place{within: p.wholePage(), headline: p.headline})}
	if p.live {
		return alone
	}
	further := p.furtherArticles()
	if len(further) > maxArticles {
		return alone
	}
	home, found := p.home(further)
	switch {
	case len(further) == 0, len(further) == 1 && !found:
		return alone
	case !found && p.headline >= 0 && p.blocks[p.headline].words > maxSection && len(p.opened) == 0: // one article in parts
		return alone
	}
	var out []story
	if found {
		out = append(out, p.storyIn(p, home))
	}
	for _, at := range further {
		of := p
		if len(out) > 0 || at.headline != p.headline {
			of = p.alone(at)
		}
		out = append(out, p.storyIn(of, at))
	}
	return out
}

// storyIn is the story that stands in a place, as the page of sees it.
func (p *page) storyIn(of *page, at place) story {
	root := p.contentRoot(at.within)
	return story{of: of, headline: at.headline, body: root.from, end: root.to, extent: at.within.extent, root: root, within: at.within}
}

// home returns the largest scope around the headline that holds none of the
// further articles; found is false when it holds no text.
func (p *page) home(others []place) (at place, found bool) {
	if p.headline < 0 {
		return at, false
	}
	if own := p.own; own.run && p.proseIn(own.within.extent) > 30 {
		return own, true
	}
	for i := p.blocks[p.headline].elem; i >= 0; i = p.elements[i].parent {
		e := &p.elements[i]
		if slices.ContainsFunc(others, func(o place) bool { return o.within.elem >= i && o.within.elem < e.end }) {
			break
		}
		if p.proseIn(e.extent) > 30 {
			at, found = place{within: p.scopeOf(i), headline: p.headline}, true
		}
	}
	return at, found
}

// furtherArticles returns, in page order, the places of whole articles other than
// the page's own.
func (p *page) furtherArticles() (out []place) {
	titles := make([]int, len(p.blocks)+1) // running count of <h1>
	for i := range p.blocks {
		titles[i+1] = titles[i]
		if p.elements[p.blocks[i].elem].tag == atom.H1 {
			titles[i+1]++
		}
	}
	row := p.opened
	for i := 1; i < len(p.elements); i++ {
		e := &p.elements[i]
		if len(row) > 0 && row[0].startsAt(i) {
			out = append(out, row[0])
			i, row = row[0].within.end-1, row[1:]
			continue
		}
		if e.row {
			continue
		}
		if p.holdsHeadline(e.extent) || !p.couldBeArticle(e) && titles[e.to]-titles[e.from] != 1 {
			continue
		}
		if p.proseIn(e.extent) < leastArticle || p.toldIn(e.extent)*2 > p.proseIn(e.extent) {
			continue
		}
		if h := p.ownHeading(e); h >= 0 && (p.around(i, atom.Article) == 0) && p.paragraphsIn(e.extent) >= 3 && (e.tag == atom.Article || p.headingLevel(p.blocks[h].elem) == 1 || p.couldBeArticle(e) && p.isDated(e, h)) {
			out = append(out, place{within: p.scopeOf(i), headline: h})
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
		if p.elements[up].tag == tag && p.holdsHeadline(p.elements[up].extent) {
			n++
		}
	}
	return n
}

// ownHeading returns the block of the heading that opens an element, -1 when
// none does.
func (p *page) ownHeading(e *element) int {
	for j := e.from; j < min(e.to, e.from+6); j++ {
		if level := p.headingLevel(p.blocks[j].elem); level > 0 && level <= 3 && p.blocks[j].words >= 3 && p.blocks[j].aside == 0 && !vocabularies["end"].has(strings.ToLower(p.blocks[j].text)) {
			return j
		}
		if proseOf(&p.blocks[j], &p.elements[p.blocks[j].elem]) > 20 {
			return -1
		}
	}
	return -1
}

func (p *page) paragraphsIn(e extent) (n int) {
	for j := e.from; j < e.to; j++ {
		if p.blocks[j].aside == 0 && proseOf(&p.blocks[j], &p.elements[p.blocks[j].elem]) > 8 {
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
func (p *page) isFront(a *coranto.Article, s story) bool {
	if p.elements == nil || len(p.meta.articles) > 0 || strings.Contains(p.meta.tag("og:type"), "article") {
		return false
	}
	if p.headline >= 0 && (p.blocks[p.headline].words > 4 || a.Published != nil) {
		return false
	}
	announced := 0
	for i := range p.blocks {
		if b := &p.blocks[i]; p.blocks[i].aside&cueRelated != 0 && b.linked*10 >= b.letter*9 && b.words >= 4 {
			announced++
		}
	}
	paragraphs := p.paragraphsIn(s.root.extent)
	return announced > 6 && announced > 2*paragraphs && p.proseIn(s.root.extent) < 40*max(1, paragraphs)
}
