package split

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// aside are the cues of what stands beside a paragraph without being text. They
// are believed of the element itself and its parent only.
const asideCues = cueByline | cueDate | cueKicker

// assign gives the blocks of the content root their roles.
func (p *page) assign(root int) {
	p.role = make([]role, len(p.blocks))
	p.why = make([]string, len(p.blocks))
	r := &p.elements[root]
	around := p.cuesWithin(root)
	p.cutLinkLists(root)
	p.cutLinkedHeadings(r.from, r.to)
	for i := r.from; i < r.to; i++ {
		if i <= p.headline && p.headline < r.to {
			continue
		}
		if p.role[i] == roleNone {
			p.role[i], p.why[i] = p.roleOf(i, around[max(0, p.blocks[i].elem-root)])
		}
	}
	p.cutAnnounced(r.from, r.to)
	p.markKeyPoints(r.from, r.to)
	p.settleHeadings(r.from, r.to)
	p.trim(r.from, r.to)
}

// cuesWithin returns, for every element of the root's subtree, the cues of it
// and the elements between it and the root; [0] is the root itself.
func (p *page) cuesWithin(root int) []cue {
	out := make([]cue, p.elements[root].end-root)
	for i := root + 1; i < p.elements[root].end; i++ {
		out[i-root] = p.elements[i].cues | out[p.elements[i].parent-root]
	}
	return out
}

func (p *page) cutRange(from, to int, why string) {
	for j := from; j < to; j++ {
		if !p.told[j] {
			p.role[j], p.why[j] = roleCut, why
		}
	}
}

// cutLinkLists cuts the lists, tables and sections that are mostly links.
func (p *page) cutLinkLists(root int) {
	letters, linked := make([]int, len(p.blocks)+1), make([]int, len(p.blocks)+1)
	for i := range p.blocks {
		letters[i+1], linked[i+1] = letters[i]+p.blocks[i].letter, linked[i]+p.blocks[i].linked
	}
	for i := root + 1; i < p.elements[root].end; i++ {
		e := &p.elements[i]
		if e.from >= e.to || !e.standalone || p.holdsHeadline(e) || p.headingLevel(i) > 0 {
			continue
		}
		l, k := letters[e.to]-letters[e.from], linked[e.to]-linked[e.from]
		if k*2 > l && (e.to-e.from > 1 || k*10 > l*8) {
			p.cutRange(e.from, e.to, "links")
			i = e.end - 1
		}
	}
}

// cutLinkedHeadings cuts runs of three and more headings that are links, each
// with a line or two below: lists of other articles without an element for each.
func (p *page) cutLinkedHeadings(from, to int) {
	first, last, n, below := -1, -1, 0, 0
	end := func(stop int) {
		if n >= 3 {
			p.cutRange(first, stop, "related articles")
		}
		n, below = 0, 0
	}
	for i := from; i < to; i++ {
		b := &p.blocks[i]
		linked := b.linked*10 >= b.letter*9 && !p.told[i]
		switch level := p.headingLevel(b.elem); {
		case level > 0 && linked:
			if n == 0 {
				first = i
			}
			last, below = i, 0
			n++
		case level > 0:
			end(i)
		case n > 0 && !linked:
			if below += b.words; below > 45 {
				end(last + 1)
			}
		}
	}
	end(to)
}

func (p *page) roleOf(i int, around cue) (role, string) {
	b := &p.blocks[i]
	e := &p.elements[b.elem]
	if c := p.cut[i]; c != 0 {
		return roleCut, c.reason()
	}
	if why := furnitureText(b); why != "" && !p.told[i] {
		return roleCut, why
	}
	level := p.headingLevel(b.elem)
	if c := p.asideOf(b, level) & asideCues; c != 0 && b.words < 25 && !p.told[i] && !(closesSentence(b.text) && b.words > 8) {
		return roleCut, c.reason()
	}
	switch {
	case around&(cueCaption|cueCredit) != 0 || e.tag == atom.Figcaption || e.tag == atom.Figure || p.besidePicture(b):
		return roleCaption, ""
	case level > 0 || p.likeHeading(b):
		return roleCrosshead, ""
	}
	switch e.tag {
	case atom.P, atom.Li, atom.Blockquote, atom.Pre, atom.Td, atom.Th, atom.Dd, atom.Dt:
		return roleBody, ""
	}
	if proseOf(b, e) > 0 || p.told[i] || p.textual(b.elem) {
		return roleBody, ""
	}
	return roleCut, "label"
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

// likeHeading tells a short paragraph that is set as a heading: all in bold, or
// of a class that says so.
func (p *page) likeHeading(b *block) bool {
	e := &p.elements[b.elem]
	if b.words > 14 || closesSentence(b.text) || e.tag != atom.P && e.tag != atom.Div {
		return false
	}
	return e.cues&cueDeck != 0 || e.tag == atom.P && b.strong*20 >= b.letter*19 && b.linked == 0
}

// furnitureText tells by its words a block that is none of the article: labels,
// pointers to other articles, invitations to subscribe or follow.
func furnitureText(b *block) string {
	if b.words > 2*maxLabelWords {
		return ""
	}
	lowered := strings.ToLower(b.text)
	switch {
	case b.words > maxLabelWords:
	case vocabularies["promo"].has(lowered):
		return "promo"
	case vocabularies["chrome"].has(lowered):
		return "label"
	case b.words <= 4 && vocabularies["end"].has(lowered):
		return "label"
	}
	if asksToSubscribe(lowered) || asksToFollow(lowered) {
		return "promo"
	}
	return ""
}

// asksToFollow tells an invitation to follow or share on social networks.
func asksToFollow(lowered string) bool {
	if !containsAny(lowered, "follow", "like us", "find us", "join us", "share it", "share this", "folgen sie", "suivez", "síguenos", "siga-nos", "seguici") {
		return false
	}
	n := 0
	for _, network := range []string{"facebook", "twitter", "instagram", "youtube", "whatsapp", "telegram", "tiktok", "linkedin", "snapchat", "@"} {
		if strings.Contains(lowered, network) {
			n++
		}
	}
	return n >= 2 || strings.HasPrefix(lowered, "follow @") || strings.HasPrefix(lowered, "follow us") || n == 1 && strings.HasPrefix(lowered, "follow ")
}

// textual tells an element that holds text itself, without paragraphs: two or
// more of its own blocks are prose.
func (p *page) textual(elem int) bool {
	if p.ownProse == nil {
		p.ownProse = map[int]int{}
		for i := range p.blocks {
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

// cutAnnounced cuts what a line like "Related articles" announces: the blocks
// after it in its container, up to the next heading or long paragraph.
func (p *page) cutAnnounced(from, to int) {
	for i := from; i < to; i++ {
		b := &p.blocks[i]
		if b.words > 8 || !vocabularies["end"].has(strings.ToLower(b.text)) || p.told[i] || b.elem <= 0 {
			continue
		}
		box := b.elem
		for box > 0 && p.elements[box].to-p.elements[box].from <= 1 {
			box = p.elements[box].parent
		}
		end := min(to, p.elements[box].to)
		p.role[i], p.why[i] = roleCut, "related articles"
		for j := i + 1; j < end; j++ {
			n := &p.blocks[j]
			if p.role[j] == roleCrosshead && n.linked*2 < n.letter || p.told[j] || n.words > 40 && n.linked*4 < n.letter {
				break
			}
			p.role[j], p.why[j] = roleCut, "related articles"
		}
	}
}

// settleHeadings keeps as crossheads the headings that text of the article
// follows, and cuts those that stand after it.
func (p *page) settleHeadings(from, to int) {
	follows := false
	for i := to - 1; i >= from; i-- {
		switch p.role[i] {
		case roleBody:
			follows = true
		case roleCrosshead:
			if !follows {
				p.role[i], p.why[i] = roleCut, "heading of nothing"
			}
		}
	}
}

// trim cuts labels before the first sentence (a writer, a date, "Caption") and
// after the last one (addresses, "Filed under").
func (p *page) trim(from, to int) {
	label := func(i int) bool {
		b := &p.blocks[i]
		tag := p.elements[b.elem].tag
		return (tag == atom.P || tag == atom.Div || tag == atom.Section) && proseOf(b, &p.elements[b.elem]) == 0 && !p.told[i]
	}
	for i := from; i < to && p.role[i] != roleCrosshead; i++ {
		if p.role[i] == roleBody {
			b := &p.blocks[i]
			if b.words < 12 && (isByline(b.text) || strings.IndexFunc(b.text, unicode.IsDigit) >= 0 && isStamp(b.text)) && !p.told[i] {
				p.role[i], p.why[i] = roleCut, "byline"
			} else if label(i) && b.words < 3 {
				p.role[i], p.why[i] = roleCut, "label"
			} else {
				break
			}
		}
	}
	for i := to - 1; i >= from && p.role[i] != roleCrosshead; i-- {
		if p.role[i] == roleBody {
			if b := &p.blocks[i]; !label(i) || b.linked == 0 && !strings.Contains(b.text, "@") || b.words > 9 {
				break
			}
			p.role[i], p.why[i] = roleCut, "label"
		}
	}
}

// markKeyPoints tells a list that stands before the first paragraph and is
// shorter than what follows: the article in a few points.
func (p *page) markKeyPoints(from, to int) {
	start, end, words := -1, -1, 0
	for i := from; i < to && end < 0; i++ {
		switch {
		case p.role[i] == roleBody && p.inList(i):
			if start < 0 {
				start = i
			}
			words += p.blocks[i].words
		case p.role[i] == roleBody, p.role[i] == roleCrosshead && start >= 0:
			end = i
		}
	}
	if start < 0 || end < 0 || words < 8 || p.prose[to]-p.prose[end] < 2*words {
		return
	}
	points := 0
	for i := start; i < end; i++ {
		if p.role[i] == roleBody {
			points++
		}
	}
	if points < 2 || points > 8 {
		return
	}
	for i := from; i < end; i++ {
		switch p.role[i] {
		case roleBody:
			p.role[i] = roleKey
		case roleCrosshead: // "Key points"
			p.role[i], p.why[i] = roleCut, "label"
		}
	}
}

// inList tells whether block i is an item of a list or a paragraph in one.
func (p *page) inList(i int) bool {
	for e, hops := p.blocks[i].elem, 0; e > 0 && hops < 3; e, hops = p.elements[e].parent, hops+1 {
		if p.elements[e].tag == atom.Li {
			return true
		}
	}
	return false
}
