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
	r := &p.elements[root]
	around := p.cuesWithin(root)
	p.cutLinkLists(root)
	p.cutLinkedHeadings(r.from, r.to)
	p.cutInnerArticles(root)
	for i := r.from; i < r.to; i++ {
		if i <= p.headline && p.headline < r.to {
			continue
		}
		if p.role[i] == roleNone {
			p.role[i], p.why[i] = p.roleOf(i, around[max(0, p.blocks[i].elem-root)])
		}
	}
	p.cutAnnounced(root)
	p.cutRepeated(r.from, r.to)
	p.markKeyPoints(r.from, r.to)
	p.cutPaywall(r.from, r.to)
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

func (p *page) roleOf(i int, around cue) (role, string) {
	b := &p.blocks[i]
	e := &p.elements[b.elem]
	if c := p.cut[i]; c != 0 {
		return roleCut, c.reason()
	}
	level := p.headingLevel(b.elem)
	if p.live && p.isEntryTime(i) {
		return roleCrosshead, ""
	}
	if around&cueCaption != 0 || e.tag == atom.Figcaption {
		return roleCaption, ""
	}
	if why := furnitureText(b); why != "" && !p.told[i] {
		return roleCut, why
	}
	if c := p.asideOf(b, level) & asideCues; c != 0 && b.words < 25 && !p.told[i] && !(closesSentence(b.text) && b.words > 8) {
		return roleCut, c.reason()
	}
	switch {
	case around&cueCredit != 0 || e.tag == atom.Figure || p.besidePicture(b):
		return roleCaption, ""
	case b.pictures > 0 && b.words < 60 && level == 0 && e.tag != atom.Li && !p.told[i] && endsInCredit(b.text):
		return roleCaption, ""
	case level > 0 && b.words <= 6 && isByline(b.text) && !p.told[i]:
		return roleCut, "byline"
	case level > 0 || p.likeHeading(b):
		return roleCrosshead, ""
	}
	if b.words <= 6 && e.tag != atom.Li && e.tag != atom.Blockquote && !p.told[i] && !closesSentence(b.text) && isByline(b.text) {
		return roleCut, "byline"
	}
	switch e.tag {
	case atom.P, atom.Li, atom.Blockquote, atom.Pre, atom.Td, atom.Th, atom.Dd, atom.Dt:
		return roleBody, ""
	}
	if proseOf(b, e) > 0 || p.told[i] || b.linked*2 < b.letter && p.textual(b.elem) {
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
	if b.words > 14 || closesSentence(b.text) || e.tag != atom.P && e.tag != atom.Div {
		return false
	}
	return e.cues&cueDeck != 0 || b.strong*20 >= b.letter*19 && b.linked == 0
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
	if asksConsent(lowered) {
		return "consent"
	}
	return ""
}

// asksConsent tells what stands in the place of content from elsewhere until
// the reader allows it.
func asksConsent(lowered string) bool {
	return containsAny(lowered, "extern", "eingebettet", "embedded content", "third-party", "third party", "drittplattform", "contenu tiers", "contenido externo", "cookies") &&
		containsAny(lowered, "einverstanden", "einwilligung", "zustimm", "personenbezogen", "your consent", "consentement", "consentimiento", "der den artikel ergänzt", "accept cookies", "this website uses", "this site uses")
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
		for i := p.from; i < p.to; i++ {
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

// isDateLine tells a line that holds a date, perhaps behind a place or a name.
func (p *page) isDateLine(text string) bool {
	if p.isStamp(text) {
		return true
	}
	_, ok := p.bylineTail(text)
	return ok
}

// trim cuts labels before the first sentence (a writer, a date, "Caption") and
// after the last one (addresses, "Filed under").
func (p *page) trim(from, to int) {
	label := func(i int) bool {
		b := &p.blocks[i]
		tag := p.elements[b.elem].tag
		return (tag == atom.P || tag == atom.Div || tag == atom.Section) && proseOf(b, &p.elements[b.elem]) == 0 && !p.told[i]
	}
	for i, n := from, 0; i < to && n < 20 && p.role[i] != roleCrosshead; i++ {
		if p.role[i] == roleBody {
			n++
			b := &p.blocks[i]
			if b.words < 12 && (isByline(b.text) || strings.IndexFunc(b.text, unicode.IsDigit) >= 0 && p.isDateLine(b.text)) && !p.told[i] {
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
			if b := &p.blocks[i]; !label(i) || b.linked == 0 && !strings.Contains(b.text, "@") && !isAddress(b.text) || b.words > 9 {
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
