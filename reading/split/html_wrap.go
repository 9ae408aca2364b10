package split

import (
	"cmp"
	"maps"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// section finds the articles of a page that stand in a row and gives each an
// element of its own: the one that holds it, or, where headlines and paragraphs
// of all stand side by side in one container, a new one around its part.
func (p *page) section() {
	p.sumProse()
	all := p.inRow(p.openings())
	if len(all) == 0 {
		return
	}
	p.opened = map[int]int{}
	heads := all
	if p.headline >= 0 && !hasHeading(all, p.headline) && p.holdsOwnText(all) {
		heads = insertHead(all, opening{from: p.headline, heading: p.headline})
	}
	var wraps []wrap
	children := map[int][]int{}
	for k, o := range heads {
		own := p.ownElement(o.heading, heads, k)
		e := &p.elements[own]
		if p.holdsArticle(e.from, e.to) && p.elements[own].from <= o.from {
			p.opened[own] = o.heading
			continue
		}
		next := len(p.blocks)
		if k+1 < len(heads) {
			next = heads[k+1].from
		}
		if w, ok := p.stretch(children, own, o, next); ok {
			wraps = append(wraps, w)
		} else {
			p.opened[own] = o.heading
		}
	}
	p.insert(wraps)
	for e, h := range p.opened {
		if h == p.headline {
			delete(p.opened, e)
		}
	}
	p.openedAt = slices.Sorted(maps.Keys(p.opened))
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

// wrap is a stretch of a container's children, by element and by block, that
// holds the article of one heading.
type wrap struct {
	parent, first, end int
	from, to, heading  int
}

// stretch returns the children of the element around own from the head's first
// line up to the block where the next head begins.
func (p *page) stretch(children map[int][]int, own int, o opening, next int) (wrap, bool) {
	parent := p.elements[own].parent
	for parent > 0 && p.elements[parent].from > o.from {
		parent = p.elements[parent].parent
	}
	if parent < 0 {
		return wrap{}, false
	}
	all, ok := children[parent]
	if !ok {
		for c := parent + 1; c < p.elements[parent].end; c = p.elements[c].end {
			all = append(all, c)
		}
		children[parent] = all
	}
	w := wrap{parent: parent, first: -1, from: o.from, to: min(next, p.elements[parent].to), heading: o.heading}
	k, _ := slices.BinarySearchFunc(all, o.from+1, func(c, from int) int { return cmp.Compare(p.elements[c].to, from) })
	for ; k < len(all); k++ {
		e := &p.elements[all[k]]
		if e.from >= w.to {
			break
		}
		if e.from < o.from {
			return w, false
		}
		if e.to > w.to {
			w.to = e.from
			break
		}
		if w.first < 0 {
			w.first = all[k]
		}
		w.end = e.end
	}
	return w, w.first >= 0 && w.to > w.heading
}

// insert adds the elements of the wraps, which stand in page order and apart
// from each other.
func (p *page) insert(wraps []wrap) {
	if len(wraps) == 0 {
		return
	}
	moved := make([]int, len(p.elements)+1) // old index to new
	n := 0
	for i := range moved {
		if n < len(wraps) && wraps[n].first == i {
			n++
		}
		moved[i] = i + n
	}
	out := make([]element, 0, len(p.elements)+len(wraps))
	n = 0
	for i, e := range p.elements {
		if n < len(wraps) && wraps[n].first == i {
			w := wraps[n]
			out = append(out, element{
				node: &html.Node{Type: html.ElementNode, DataAtom: atom.Section, Data: "section"}, tag: atom.Section, standalone: true,
				parent: moved[w.parent], end: endAt(moved, w.end), from: w.from, to: w.to,
			})
			n++
		}
		if e.parent >= 0 {
			e.parent = moved[e.parent]
		}
		e.end = endAt(moved, e.end)
		out = append(out, e)
	}
	for _, w := range wraps {
		at := moved[w.first] - 1
		for c := w.first; c < w.end; c = p.elements[c].end {
			out[moved[c]].parent = at
		}
	}
	for i := range p.blocks {
		p.blocks[i].elem = moved[p.blocks[i].elem]
	}
	opened := map[int]int{}
	for e, h := range p.opened {
		opened[moved[e]] = h
	}
	for _, w := range wraps {
		opened[moved[w.first]-1] = w.heading
	}
	p.opened, p.elements = opened, out
}

// endAt moves an end: it stands behind the last element before it.
func endAt(moved []int, end int) int { return moved[end-1] + 1 }
