package split

import (
	"strings"

	"golang.org/x/net/html/atom"

	"coranto"
)

// assign gives the blocks of the content root their roles.
func (p *page) assign(root int) {
	p.role = make([]role, len(p.blocks))
	p.why = make([]string, len(p.blocks))
	r := &p.elements[root]
	around := p.cuesWithin(root)
	p.cutLinkLists(root)
	for i := r.from; i < r.to; i++ {
		if i <= p.headline {
			continue
		}
		if p.role[i] == roleNone {
			p.role[i], p.why[i] = p.roleOf(i, around[max(0, p.blocks[i].elem-root)])
		}
	}
	p.settleHeadings(r.from, r.to)
}

// cuesWithin returns, for every element of the root's subtree, the cues of it
// and the elements between it and the root.
func (p *page) cuesWithin(root int) []cue {
	out := make([]cue, p.elements[root].end-root) // out[0]: the root itself
	for i := root + 1; i < p.elements[root].end; i++ {
		out[i-root] = p.elements[i].cues | out[p.elements[i].parent-root]
	}
	return out
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
			for j := e.from; j < e.to; j++ {
				p.role[j], p.why[j] = roleCut, "links"
			}
			i = e.end - 1
		}
	}
}

func (p *page) roleOf(i int, around cue) (role, string) {
	b := &p.blocks[i]
	if c := p.cut[i]; c != 0 {
		return roleCut, c.reason()
	}
	lowered := strings.ToLower(b.text)
	if b.words <= maxLabelWords {
		switch {
		case vocabularies["promo"].has(lowered):
			return roleCut, "promo"
		case vocabularies["chrome"].has(lowered):
			return roleCut, "label"
		}
	}
	e := &p.elements[b.elem]
	if around&(cueCaption|cueCredit) != 0 || e.tag == atom.Figcaption || e.tag == atom.Figure {
		return roleCaption, ""
	}
	if p.headingLevel(b.elem) > 0 {
		return roleCrosshead, ""
	}
	if around&(cueByline|cueDate|cueKicker) != 0 && b.words < 25 && e.tag != atom.P {
		return roleCut, (around & (cueByline | cueDate | cueKicker)).reason()
	}
	switch e.tag {
	case atom.P, atom.Li, atom.Blockquote, atom.Pre, atom.Td, atom.Th, atom.Dd, atom.Dt:
		return roleBody, ""
	}
	if proseOf(b, e) > 0 {
		return roleBody, ""
	}
	return roleCut, "label"
}

// settleHeadings keeps as crossheads the headings that text follows, and cuts
// the others.
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
			lowered := strings.ToLower(p.blocks[i].text)
			if vocabularies["end"].has(lowered) {
				p.role[i], p.why[i] = roleCut, "related articles"
			}
			follows = false
		}
	}
}

// article builds the article from the roles.
func (p *page) article(root int) *coranto.Article {
	a := &coranto.Article{Kind: coranto.Report}
	var parts []string
	r := &p.elements[root]
	for i := r.from; i < r.to; i++ {
		t := p.blocks[i].text
		switch p.role[i] {
		case roleBody:
			parts = append(parts, t)
		case roleCrosshead:
			parts = append(parts, t)
			a.Crossheads = append(a.Crossheads, t)
		case roleCaption:
			a.Captions = append(a.Captions, coranto.Caption{Text: t})
		case roleCut:
			a.Furniture = append(a.Furniture, coranto.Furniture{Text: t, Why: p.why[i]})
		}
	}
	a.Text = strings.Join(parts, "\n\n")
	if a.Text == "" {
		return nil
	}
	if p.headline >= 0 {
		a.Headline = p.blocks[p.headline].text
	}
	return a
}
