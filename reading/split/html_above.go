package split

import (
	"slices"

	"golang.org/x/net/html/atom"
)

// maxAboveText bounds how far above the content root what belongs to it stands.
const maxAboveText = 40

// labelAbove gives roles to what stands between the headline and the content
// root: standfirst, captions, key points.
func (p *page) labelAbove(s story) {
	if p.headline < 0 {
		return
	}
	to := min(s.to, s.root.from)
	hasPoints := slices.ContainsFunc(p.blocks[s.root.from:s.root.to], func(b block) bool { return b.role == roleKey })
	known := map[uint64]bool{}
	for _, d := range []string{p.meta.tag("description"), p.meta.tag("og:description"), p.meta.ldDescription()} {
		eachShingle(d, func(h uint64) { known[h] = true })
	}
	for i := p.headline + 1; i < min(to, p.headline+maxAboveText); i++ {
		b := &p.blocks[i]
		e := &p.elements[b.elem]
		near := e.cues
		if e.parent >= 0 {
			near |= p.elements[e.parent].cues
		}
		switch {
		case b.aside != 0:
		case near&cueCaption != 0 || e.tag == atom.Figcaption:
			b.role = roleCaption
		case s.root.from-p.headline <= maxAboveText && p.isDeck(b, near, known):
			b.role = roleBody
		case !hasPoints && p.inList(i) && p.inKeyBox(i):
			b.role = roleKey
		}
	}
}

// inKeyBox tells whether block i stands in a box of key points.
func (p *page) inKeyBox(i int) bool {
	return p.stands(i, 3, func(e *element) bool { return e.cues&cueKey != 0 })
}

// isDeck tells a standfirst apart from the text: it is marked as one, or known
// as the page's own description.
func (p *page) isDeck(b *block, near cue, known map[uint64]bool) bool {
	if b.words < 5 || p.besidePicture(b) || b.words > 120 || b.linked*2 > b.letter || furnitureText(b) != "" || near&(cueCredit|asideCues) != 0 {
		return false
	}
	n, same := 0, 0
	eachShingle(b.text, func(h uint64) {
		n++
		if known[h] {
			same++
		}
	})
	return near&(cueDeck|cueRelated) != 0 || n > 1 && same*10 >= n*6
}

// figureOf returns the outermost element around block i that is a figure or
// marked as a caption, -1 without one.
func (p *page) figureOf(i int) int {
	box := -1
	for e, hops := p.blocks[i].elem, 0; e > 0 && hops < 6; e, hops = p.elements[e].parent, hops+1 {
		if t := p.elements[e].tag; t == atom.Figure || t == atom.Figcaption || p.elements[e].cues&cueCaption != 0 {
			box = e
		}
	}
	return box
}

// rowOf returns the table row whose cell directly holds block i, -1 when none
// does.
func (p *page) rowOf(i int) int {
	e := &p.elements[p.blocks[i].elem]
	if e.tag != atom.Td && e.tag != atom.Th || e.to-e.from > 1 {
		return -1
	}
	for up := e.parent; up >= 0; up = p.elements[up].parent {
		if p.elements[up].tag == atom.Tr {
			return up
		}
	}
	return -1
}
