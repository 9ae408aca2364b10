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

// boundHTML finds the articles of the page: the page's own, and those that stand
// whole beside it. Articles are told by <article> elements, by an <h1> of their
// own, or by a row of like-built elements that each have a heading with a date
// or a byline; in any case by a text too long to be a teaser.
func (p *page) boundHTML() []story {
	alone := []story{p.storyIn(p, place{within: p.wholePage(), headline: p.headline})}
	if p.live {
		return alone
	}
	further := p.opened
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
	paragraphs := 0
	for j := s.root.from; j < s.root.to; j++ {
		if b := &p.blocks[j]; b.aside == 0 && proseOf(b, &p.elements[b.elem]) > 8 {
			paragraphs++
		}
	}
	return announced > 6 && announced > 2*paragraphs && p.proseIn(s.root.extent) < 40*max(1, paragraphs)
}
