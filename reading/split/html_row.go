package split

import (
	"cmp"
	"slices"
)

// findRow finds the articles of a page that stand in a row: each in an element
// of its own, or, where headlines and paragraphs of all stand side by side in one
// container, each in a run of its children.
func (p *page) findRow() {
	p.sumProse()
	all := p.inRow(p.openings())
	if len(all) == 0 {
		return
	}
	heads := all
	if p.headline >= 0 && !hasHeading(all, p.headline) && p.holdsOwnText(all) {
		heads = insertHead(all, opening{from: p.headline, heading: p.headline})
	}
	children := map[int][]int{}
	for k, o := range heads {
		own := p.ownElement(o.heading, heads, k)
		at := place{within: p.scopeOf(own), headline: o.heading}
		if e := &p.elements[own]; !p.holdsArticle(e.from, e.to) || e.from > o.from {
			next := len(p.blocks)
			if k+1 < len(heads) {
				next = heads[k+1].from
			}
			if run, ok := p.runOf(children, own, o, next); ok {
				at = place{within: run, headline: o.heading, run: true}
			}
		}
		if o.heading == p.headline {
			p.own = at
			continue
		}
		p.opened = append(p.opened, at)
		up := at.within.elem
		for ; up >= 0 && !p.elements[up].row; up = p.elements[up].parent {
			p.elements[up].row = true
		}
	}
}

// inRow leaves out the heads whose text is the text around them: boxes that
// announce other articles, set between the paragraphs of one. A head of an
// article either shares an element with its text, or stands in a container that
// begins with such a head, or is signed and dated beside its text.
func (p *page) inRow(heads []opening) (out []opening) {
	firsts := map[int]opening{} // containers and their first head
	for k, o := range heads {
		own := p.ownElement(o.heading, heads, k)
		e := &p.elements[own]
		parent := max(0, e.parent)
		first, ok := firsts[parent]
		if !ok {
			first = o
			firsts[parent] = o
		}
		opens := p.prose[first.from]-p.prose[min(p.elements[parent].from, first.from)] < maxAbove && p.elements[p.blocks[first.heading].elem].tag == p.elements[p.blocks[o.heading].elem].tag
		switch {
		case e.from <= o.from && p.holdsArticle(e.from, e.to), opens, o.signed && own == p.blocks[o.heading].elem && p.linkOf(own) == "":
			out = append(out, o)
		}
	}
	if len(out) == 1 && (p.headline < 0 || p.headingLevel(p.blocks[p.headline].elem) == 0 || !p.holdsOwnText(out)) {
		return nil
	}
	return out
}

func hasHeading(heads []opening, heading int) bool {
	for _, o := range heads {
		if o.heading == heading {
			return true
		}
	}
	return false
}

func insertHead(heads []opening, o opening) []opening {
	out := make([]opening, 0, len(heads)+1)
	for i, h := range heads {
		if h.heading > o.heading {
			return append(append(out, o), heads[i:]...)
		}
		out = append(out, h)
	}
	return append(out, o)
}

// holdsOwnText tells whether text stands between the page's headline and the
// next head: else it is the title of a section.
func (p *page) holdsOwnText(heads []opening) bool {
	to := len(p.blocks)
	for _, o := range heads {
		if o.heading > p.headline {
			to = o.from
			break
		}
	}
	return to > p.headline && p.prose[to]-p.prose[min(to, p.headline+1)] > 30
}

// maxAbove is how many words of running text may stand above a headline in its
// element.
const maxAbove = 30

// ownElement returns the largest element around a heading that holds none of
// the other heads and begins with it.
func (p *page) ownElement(heading int, heads []opening, k int) int {
	before, after := -1, len(p.blocks)
	if k > 0 {
		before = heads[k-1].heading
	}
	if k+1 < len(heads) {
		after = heads[k+1].from
	}
	if p.headline > before && p.headline < heading {
		before = p.headline
	}
	own := p.blocks[heading].elem
	for up := p.elements[own].parent; up > 0; up = p.elements[up].parent {
		if e := &p.elements[up]; e.from <= before || e.to > after || p.prose[heading]-p.prose[e.from] > maxAbove {
			break
		}
		own = up
	}
	return own
}

// runOf returns the children of the element around own from the head's first
// line up to the block where the next head begins.
func (p *page) runOf(children map[int][]int, own int, o opening, next int) (run scope, ok bool) {
	parent := p.elements[own].parent
	for parent > 0 && p.elements[parent].from > o.from {
		parent = p.elements[parent].parent
	}
	if parent < 0 {
		return run, false
	}
	all, known := children[parent]
	if !known {
		for c := parent + 1; c < p.elements[parent].end; c = p.elements[c].end {
			all = append(all, c)
		}
		children[parent] = all
	}
	run = scope{elem: parent, first: -1, extent: extent{o.from, min(next, p.elements[parent].to)}}
	k, _ := slices.BinarySearchFunc(all, o.from+1, func(c, from int) int { return cmp.Compare(p.elements[c].to, from) })
	for ; k < len(all); k++ {
		e := &p.elements[all[k]]
		if e.from >= run.to {
			break
		}
		if e.from < o.from {
			return run, false
		}
		if e.to > run.to {
			run.to = e.from
			break
		}
		if run.first < 0 {
			run.first = all[k]
		}
		run.end = e.end
	}
	return run, run.first >= 0 && run.to > o.heading
}
