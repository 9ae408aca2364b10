package split

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// aside are the cues of what stands beside a paragraph without being text. They
// are believed of the element itself and its parent only.
const asideCues = cueByline | cueDate | cueKicker

// labelHTML gives the blocks of a story their roles; ok is false when they hold
// too little text, or are a page that lists articles instead of holding one.
func (p *page) labelHTML(s *story) (ok bool) {
	root := s.root
	around := p.cuesWithin(root)
	p.cutLinkLists(root)
	p.cutLinkedHeadings(root.from, root.to)
	p.cutInnerArticles(root)
	for i := root.from; i < root.to; i++ {
		if i <= p.headline && p.headline < root.to {
			continue
		}
		if b := &p.blocks[i]; b.role == roleNone {
			near := cue(0)
			if b.elem >= root.first {
				near = around[b.elem-root.first]
			}
			b.role, b.why = p.roleOf(i, near, *s)
		}
	}
	p.cutAnnounced(root)
	p.cutSaidTwice(root.from, root.to)
	p.markKeyPoints(root.from, root.to)
	p.settleRoles(*s)
	p.labelAbove(*s)
	p.labelAbout(*s)
	words := 0
	for i := s.from; i < s.end; i++ {
		switch b := &p.blocks[i]; b.role {
		case roleBody:
			words += b.words
			b.group = p.rowOf(i) + 1
		case roleCrosshead:
			words += b.words
		case roleCaption:
			b.group = p.figureOf(i) + 1
		}
	}
	return words >= leastText
}

// cuesWithin returns, for every element of a scope, the cues of it and the
// elements between it and the scope's own.
func (p *page) cuesWithin(root scope) []cue {
	out := make([]cue, root.end-root.first)
	for i := root.first; i < root.end; i++ {
		e := &p.elements[i]
		out[i-root.first] = e.cues
		if e.parent >= root.first {
			out[i-root.first] |= out[e.parent-root.first]
		}
	}
	return out
}

func (p *page) roleOf(i int, around cue, s story) (role, string) {
	b := &p.blocks[i]
	e := &p.elements[b.elem]
	if c := p.blocks[i].aside; c != 0 {
		return roleCut, c.reason()
	}
	level := p.headingLevel(b.elem)
	if p.live && p.isEntryTime(i) {
		return roleCrosshead, ""
	}
	if around&cueCaption != 0 || e.tag == atom.Figcaption {
		return roleCaption, ""
	}
	if why := furnitureText(b); why != "" && !p.blocks[i].told {
		return roleCut, why
	}
	if c := p.asideOf(b, level) & asideCues; c != 0 && b.words < 25 && !p.blocks[i].told && !(lastMark(b.text) != 0 && b.words > 8) {
		return roleCut, c.reason()
	}
	switch {
	case around&cueCredit != 0 || e.tag == atom.Figure || p.besidePicture(b):
		return roleCaption, ""
	case b.pictures > 0 && b.words < 60 && level == 0 && e.tag != atom.Li && !p.blocks[i].told && endsInCredit(b.text):
		return roleCaption, ""
	case level > 0 && b.words <= 6 && isByline(b.text) && !p.blocks[i].told:
		return roleCut, "byline"
	case level > 0 || p.likeHeading(b):
		return roleCrosshead, ""
	}
	if b.words <= 6 && e.tag != atom.Li && e.tag != atom.Blockquote && !p.blocks[i].told && lastMark(b.text) == 0 && isByline(b.text) {
		return roleCut, "byline"
	}
	switch e.tag {
	case atom.P, atom.Li, atom.Blockquote, atom.Pre, atom.Td, atom.Th, atom.Dd, atom.Dt:
		return roleBody, ""
	}
	if proseOf(b, e) > 0 || p.blocks[i].told || b.linked*2 < b.letter && p.textual(b.elem, s) {
		return roleBody, ""
	}
	return roleCut, "label"
}

// isEntryTime tells the time of an entry in a running report: a time of day, or
// a date or age beside a heading.
func (p *page) isEntryTime(i int) bool {
	b := &p.blocks[i]
	if b.words > 8 || strings.IndexFunc(b.text, unicode.IsDigit) < 0 {
		return false
	}
	if isClock(b.text) {
		return true
	}
	for _, j := range []int{i - 1, i + 1} {
		if j > p.headline && j < len(p.blocks) && j >= 0 && p.headingLevel(p.blocks[j].elem) > 1 && p.isStamp(b.text) {
			return true
		}
	}
	return false
}

// asideOf returns the cues that stand for a block: those of its element and its
// parent; for a paragraph or heading its own alone.
func (p *page) asideOf(b *block, level int) cue {
	e := &p.elements[b.elem]
	if e.tag == atom.Blockquote {
		return 0
	}
	if level > 0 || paragraphLike(e.tag) || e.parent < 0 {
		return e.cues
	}
	return e.cues | p.elements[e.parent].cues
}

// endsInCredit tells a caption by the source of its picture.
func endsInCredit(text string) bool {
	_, _, ok := cutCredit(text)
	return ok
}

// likeHeading tells a short paragraph that is set as a heading: all in bold, or
// of a class that says so.
func (p *page) likeHeading(b *block) bool {
	e := &p.elements[b.elem]
	if b.words > 14 || lastMark(b.text) != 0 || e.tag != atom.P && e.tag != atom.Div {
		return false
	}
	return e.cues&cueDeck != 0 || b.strong*20 >= b.letter*19 && b.linked == 0
}

// furnitureText tells by its words a block that is none of the article, and why;
// "" for all others.
func furnitureText(b *block) string {
	switch l, _ := furnitureLook(b.text, strings.ToLower(b.text), b.words); {
	case l == promo:
		return "promo"
	case l == chrome && b.words >= leastConsent:
		return "consent"
	case l == chrome, l == end && b.words <= 4:
		return "label"
	}
	if rest, ok := vocabularies["end"].label(b.text); ok && b.linked > 0 && b.linked*10 >= len(rest)*9 { // "Read also" and a link
		return "promo"
	}
	return ""
}

// textual tells an element that holds text itself, without paragraphs: two or
// more of its own blocks are prose.
func (p *page) textual(elem int, s story) bool {
	if p.ownProse == nil {
		p.ownProse = map[int]int{}
		for i := s.from; i < s.to; i++ {
			if b := &p.blocks[i]; proseOf(b, &p.elements[b.elem]) > 0 {
				p.ownProse[b.elem]++
			}
		}
	}
	return p.ownProse[elem] >= 2
}

// besidePicture tells a short text that shares a small element with a picture.
func (p *page) besidePicture(b *block) bool {
	if b.words > 60 || p.elements[b.elem].tag == atom.Li {
		return false
	}
	for i, hops := b.elem, 0; i > 0 && hops < 3; i, hops = p.elements[i].parent, hops+1 {
		e := &p.elements[i]
		if e.to-e.from > 2 || e.tag == atom.Blockquote {
			return false
		}
		if e.pictures > 0 && e.tag != atom.P {
			return true
		}
	}
	return false
}

// markKeyPoints tells a list that stands before the first paragraph and is
// shorter than what follows: the article in a few points.
func (p *page) markKeyPoints(from, to int) {
	start, end, words := -1, -1, 0
	for i := from; i < to && end < 0; i++ {
		switch {
		case p.blocks[i].role == roleBody && p.inList(i):
			if start < 0 {
				start = i
			}
			words += p.blocks[i].words
		case p.blocks[i].role == roleBody, p.blocks[i].role == roleCrosshead && start >= 0:
			end = i
		}
	}
	if start < 0 || end < 0 || words < 8 || p.prose[to]-p.prose[end] < 2*words {
		return
	}
	points := 0
	for i := start; i < end; i++ {
		if p.blocks[i].role == roleBody {
			points++
		}
	}
	if points < 2 || points > 8 {
		return
	}
	for i := from; i < end; i++ {
		switch p.blocks[i].role {
		case roleBody:
			p.blocks[i].role = roleKey
		case roleCrosshead: // "Key points"
			p.blocks[i].cut("label")
		}
	}
}

// inList tells whether block i is an item of a list or a paragraph in one.
func (p *page) inList(i int) bool {
	return p.stands(i, 3, func(e *element) bool { return e.tag == atom.Li })
}
