package split

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// proseOf measures how much running text a block holds, in words: 0 for menus,
// labels and lists of links.
func proseOf(b *block, e *element) int {
	if b.linked*2 > b.letter {
		return 0
	}
	n := b.words * (b.letter - b.linked) / max(1, b.letter)
	if b.words < 10 && lastMark(b.text) == 0 || b.words < 4 {
		return 0
	}
	switch e.tag {
	case atom.P, atom.Blockquote, atom.Pre:
		return n
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Figcaption, atom.Caption, atom.Dt, atom.Th, atom.Legend:
		return 0
	case atom.Li, atom.Td, atom.Dd:
		return n / 2
	}
	return n * 3 / 4
}

func (p *page) sumProse() {
	p.prose = make([]int, len(p.blocks)+1)
	p.quoted = make([]int, len(p.blocks)+1)
	for i := range p.blocks {
		p.prose[i+1], p.quoted[i+1] = p.prose[i], p.quoted[i]
		if p.blocks[i].aside != 0 {
			continue
		}
		n := proseOf(&p.blocks[i], &p.elements[p.blocks[i].elem])
		p.prose[i+1] += n
		if p.blocks[i].told {
			p.quoted[i+1] += n
		}
	}
}

func (p *page) toldIn(e extent) int { return p.quoted[e.to] - p.quoted[e.from] }

func (p *page) proseIn(e extent) int { return p.prose[e.to] - p.prose[e.from] }

// weak cues stand in the class names of layouts as often as of furniture, so
// they do not cut several paragraphs out of the article.
const weak = cueSide | cueTools | cueDialog | cueMenu | cueHidden | cueFoot | cueTags

// strip marks the blocks inside elements that are furniture by their cues. An
// element is not when it holds the headline, or much of the prose around the
// headline, or text that metadata quotes: its class speaks of something else
// ("has-sidebar").
func (p *page) strip() {
	for _, pass := range []cue{cueComment | cueMenu | cueFoot | cueHidden | cueDialog, furniture} {
		p.sumProse()
		story := p.storyElement()
		inner := &p.elements[story]
		all := p.proseIn(inner.extent)
		for i := 0; i < len(p.elements); i++ {
			e := &p.elements[i]
			c := e.cues & pass
			if e.tag == atom.Blockquote { // quoted posts are text
				c &= cueRelated | cueAd | cueHidden
			} else if paragraphLike(e.tag) {
				if e.cues&cueDeck != 0 { // "teaser-text"
					c &^= cueRelated
				}
				c &= cueRelated | cueNewsletter | cueShare | cueAd | cueComment | cueTags | cueHidden
			}
			if !e.standalone && e.to-e.from < 2 {
				continue // its text is part of a line
			}
			if c&cueComment == 0 && e.row {
				continue
			}
			if c == cueRelated && p.isOwnTeaser(e) {
				continue
			}
			if c == 0 || e.from >= e.to || p.holdsHeadline(e.extent) {
				continue
			}
			share := p.proseIn(e.extent)
			apart := story > 0 && (e.to <= inner.from || e.from >= inner.to)
			if !apart && (c&(cueComment|cueBox) == 0 && share*5 > all*2 || c == cueBox && share*5 > all*3 || e.cues&cueBody != 0 && share*4 > all || share*10 > all*9) {
				if e.tag != atom.Footer && e.tag != atom.Nav && share > 30 {
					continue
				}
			}
			if c&cueComment == 0 && p.toldIn(e.extent)*2 > share && share > 0 {
				continue
			}
			if !apart && share > 80 && c&^weak == 0 && e.tag != atom.Aside && e.tag != atom.Nav && e.tag != atom.Footer {
				continue
			}
			for j := e.from; j < e.to; j++ {
				if !apart && c&^(weak|cueShare) == 0 && p.inBlockquote(j) {
					continue // an embedded post is quoted text
				}
				p.blocks[j].aside |= c
			}
			i = e.end - 1
		}
	}
	p.sumProse()
}

// inBlockquote tells whether block j is a quotation or a paragraph of one.
func (p *page) inBlockquote(j int) bool {
	return p.stands(j, 3, func(e *element) bool { return e.tag == atom.Blockquote })
}

// isOwnTeaser tells a text without links in the <header> that holds the headline:
// the standfirst, which many call a teaser.
func (p *page) isOwnTeaser(e *element) bool {
	for j := e.from; j < e.to; j++ {
		if p.blocks[j].linked > 0 {
			return false
		}
	}
	for up := e.parent; up > 0; up = p.elements[up].parent {
		if p.elements[up].tag == atom.Header {
			return p.holdsHeadline(p.elements[up].extent)
		}
	}
	return false
}

// storyElement returns the nearest element around the headline that is marked
// as the article or main part and holds prose, else the whole page.
func (p *page) storyElement() int {
	if p.headline < 0 {
		return 0
	}
	for i := p.blocks[p.headline].elem; i > 0; i = p.elements[i].parent {
		if e := &p.elements[i]; e.cues&cueBody != 0 && p.proseIn(e.extent) > 80 {
			return i
		}
	}
	return 0
}

// paragraphLike tells elements that hold a paragraph or item of text, whose
// class rarely says anything of what they are for.
func paragraphLike(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Li, atom.Blockquote, atom.Pre, atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Dd, atom.Dt, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Span, atom.Em, atom.Strong, atom.B, atom.I:
		return true
	}
	return false
}

// cutTeasers marks rows of like-built neighbours each of which has a linked
// title and little text: the lists of other articles.
func (p *page) cutTeasers() {
	for i := range p.elements {
		e := &p.elements[i]
		if e.to-e.from < 3 || e.end-i < 4 {
			continue
		}
		for c := i + 1; c < e.end; {
			last, n, teasers, prose := c, 0, 0, 0
			shape := p.shape(c)
			next := c
			for next < e.end && p.shape(next) == shape {
				if k := &p.elements[next]; k.from < k.to {
					n++
					prose += p.proseIn(k.extent)
					if p.isTeaser(k) {
						teasers++
					}
				}
				last = next
				next = p.elements[next].end
			}
			if teasers >= 2 && teasers*3 >= n*2 && prose < 60*n {
				p.cutBlocks(p.elements[c].from, p.elements[last].to, cueRelated)
			}
			c = next
		}
	}
	p.sumProse()
}

func (p *page) cutBlocks(from, to int, c cue) {
	if p.headline >= from && p.headline < to {
		return
	}
	for j := from; j < to; j++ {
		if !p.blocks[j].told {
			p.blocks[j].aside |= c
		}
	}
}

// shape is what like-built neighbours have in common.
func (p *page) shape(i int) string {
	e := &p.elements[i]
	class := attr(e.node, "class")
	if word, _, ok := strings.Cut(class, " "); ok {
		class = word
	}
	return e.node.Data + "." + class
}

// isTeaser tells an element that has a linked title of several words and no
// more text than an announcement.
func (p *page) isTeaser(e *element) bool {
	titled := false
	for j := e.from; j < e.to; j++ {
		b := &p.blocks[j]
		if b.linked*10 >= b.letter*9 && b.words >= 3 {
			titled = true
		}
	}
	return titled && p.proseIn(e.extent) < 90 && e.to-e.from <= 8 && !paragraphLike(e.tag) || titled && e.tag == atom.Li && p.proseIn(e.extent) < 60
}

func (p *page) holdsHeadline(e extent) bool {
	return p.headline >= e.from && p.headline < e.to
}

// scope is a stretch of an HTML page: what stands in one element, or a run of
// one element's children.
type scope struct {
	elem       int // the element, or the one around the run
	first, end int // the elements in it: from first to end-1
	extent         // the blocks in it
}

func (p *page) scopeOf(i int) scope {
	e := &p.elements[i]
	return scope{elem: i, first: i + 1, end: e.end, extent: e.extent}
}

// wholePage is the scope of all elements.
func (p *page) wholePage() scope {
	return scope{elem: -1, end: len(p.elements), extent: extent{0, len(p.blocks)}}
}

// contentRoot descends from the top to the smallest scope that still holds
// nearly all of its prose.
func (p *page) contentRoot(top scope) scope {
	weigh := p.proseIn
	if p.toldIn(top.extent) > 60 {
		weigh = p.toldIn
	}
	at := top
	for {
		best, most := -1, 0
		for c := at.first; c < at.end; c = p.elements[c].end {
			if n := weigh(p.elements[c].extent); n > most {
				best, most = c, n
			}
		}
		if best < 0 || most*100 < weigh(at.extent)*75 || paragraphLike(p.elements[best].tag) && p.elements[best].tag != atom.Td {
			return p.widen(at, top)
		}
		at = p.scopeOf(best)
	}
}

// widen takes a long paragraph between the headline and the root in: the first
// one often stands in a box of its own, before a paywall or an advertisement.
func (p *page) widen(root, top scope) scope {
	if p.headline < 0 || p.headline >= root.from || root.from-p.headline > 30 || root == top {
		return root
	}
	for i := p.headline + 1; i < root.from; i++ {
		b := &p.blocks[i]
		if e := &p.elements[b.elem]; b.aside != 0 || e.tag != atom.P || e.cues&(cueCaption|cueDeck) != 0 || proseOf(b, e) < 40 {
			continue
		}
		up := root
		for up != top && up.from > i {
			if parent := p.elements[up.elem].parent; parent == top.elem {
				up = top
			} else {
				up = p.scopeOf(parent)
			}
		}
		if p.proseIn(up.extent)*2 <= p.proseIn(root.extent)*3 {
			return up
		}
	}
	return root
}
