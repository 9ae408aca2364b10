package split

import (
	"strings"

	"golang.org/x/net/html/atom"

	"coranto"
)

// leastText is how many words make an article; below it stands a label.
const leastText = 15

// article builds the article from the roles of the root's blocks and from what
// the page says of itself; nil when there is no text.
func (p *page) article(root int, opt Options) *coranto.Article {
	a := p.text(root)
	if blockWords(a.Text) < leastText {
		return nil
	}
	m := &p.meta
	heading := ""
	if p.headline >= 0 {
		heading = p.blocks[p.headline].text
	}
	a.Headline = m.chooseHeadline(heading, p.address)
	a.URL = m.canonicalURL(p.address)
	a.Publisher = m.publisher(heading, p.address)
	if p.part {
		a.Publisher = p.ownByline(a.Publisher)
	}
	var credits []string
	a.Authors, credits = p.authors(root)
	a.Published, a.Updated, a.Age = p.published(root, opt)
	a.Tags = m.articleTags()
	if p.live {
		a.Kind, a.KindWhy = coranto.Live, "entries under their times"
	} else {
		setKind(a, m.kinds(p.address))
	}
	a.Stub = p.isStub(a, p.behind(root))
	first, _, _ := strings.Cut(a.Text, "\n\n")
	a.Dateline = dateline(first)
	if opt.Language == "" {
		a.Language = m.articleLanguage(a.Headline + "\n" + a.Text)
	}
	finish(a, credits, opt)
	if a.Published == nil {
		a.Published = inferDate(a)
	}
	return a
}

// text joins the blocks of an article by their roles: text, crossheads, captions,
// furniture.
func (p *page) text(root int) *coranto.Article {
	a := &coranto.Article{}
	var parts []string
	r := &p.elements[root]
	row := -1
	var captions []int
	captions = append(captions, p.captionsAbove(root)...)
	for _, i := range p.decks(root) {
		parts = append(parts, p.blocks[i].text)
	}
	for i := r.from; i < r.to; i++ {
		t := p.blocks[i].text
		switch p.role[i] {
		case roleBody:
			in := p.rowOf(i)
			if in >= 0 && in == row {
				parts[len(parts)-1] += " | " + t
				continue
			}
			row = in
			parts = append(parts, t)
		case roleCrosshead:
			parts = append(parts, t)
			a.Crossheads = append(a.Crossheads, t)
		case roleCaption:
			captions = append(captions, i)
		case roleKey:
			a.KeyPoints = append(a.KeyPoints, t)
		}
	}
	a.Text = strings.Join(parts, "\n\n")
	a.Captions = p.captions(captions)
	a.Furniture = p.furnitureWithin(r.from, r.to)
	if len(a.KeyPoints) == 0 {
		a.KeyPoints = p.pointsAbove(root)
	}
	return a
}

// furnitureWithin returns what was cut between the first and the last words of
// the text, neighbours of one kind together.
func (p *page) furnitureWithin(from, to int) (out []coranto.Furniture) {
	inside := func(i int) bool { return p.role[i] == roleBody || p.role[i] == roleCrosshead }
	for from < to && !inside(from) {
		from++
	}
	for from < to && !inside(to-1) {
		to--
	}
	joined := false
	for i := from; i < to; i++ {
		if p.role[i] != roleCut {
			joined = false
			continue
		}
		if last := len(out) - 1; joined && out[last].Why == p.why[i] {
			out[last].Text += "\n" + p.blocks[i].text
			continue
		}
		out = append(out, coranto.Furniture{Text: p.blocks[i].text, Why: p.why[i]})
		joined = true
	}
	return out
}

// captions reads the captions in blocks, the blocks of one figure together, each
// text once.
func (p *page) captions(blocks []int) (out []coranto.Caption) {
	var texts []string
	box := -1
	for _, i := range blocks {
		if in := p.figureOf(i); in >= 0 && in == box {
			texts[len(texts)-1] += " " + p.blocks[i].text
		} else {
			texts, box = append(texts, p.blocks[i].text), in
		}
	}
	seen := map[string]bool{}
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			out = append(out, readCaption(t))
		}
	}
	return out
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

// pointsAbove returns the key points between the headline and the content root.
func (p *page) pointsAbove(root int) (out []string) {
	if p.headline < 0 {
		return nil
	}
	for i := p.headline + 1; i < min(p.to, p.elements[root].from, p.headline+40); i++ {
		for e, hops := p.blocks[i].elem, 0; e > 0 && hops < 3; e, hops = p.elements[e].parent, hops+1 {
			if p.elements[e].cues&cueKey != 0 && p.inList(i) && p.cut[i] == 0 {
				out = append(out, p.blocks[i].text)
				break
			}
		}
	}
	return out
}

// captionsAbove returns the captions between the headline and the content root.
func (p *page) captionsAbove(root int) (out []int) {
	if p.headline < 0 {
		return nil
	}
	for i := p.headline + 1; i < min(p.to, p.elements[root].from, p.headline+40); i++ {
		e := &p.elements[p.blocks[i].elem]
		near := e.cues
		if e.parent >= 0 {
			near |= p.elements[e.parent].cues
		}
		if p.cut[i] == 0 && (near&cueCaption != 0 || e.tag == atom.Figcaption) {
			out = append(out, i)
		}
	}
	return out
}

// decks returns the blocks of the standfirst where it stands apart from the
// text, between the headline and the content root: what is marked as one or is
// the page's own description.
func (p *page) decks(root int) (out []int) {
	r := &p.elements[root]
	if p.headline < 0 || p.headline >= r.from || r.from-p.headline > 40 {
		return nil
	}
	known := map[uint64]bool{}
	for _, d := range []string{p.meta.tag("description"), p.meta.tag("og:description"), p.meta.ldDescription()} {
		eachShingle(d, func(h uint64) { known[h] = true })
	}
	for i := p.headline + 1; i < r.from; i++ {
		b := &p.blocks[i]
		if p.cut[i] != 0 || b.words < 5 || p.besidePicture(b) || b.words > 120 || b.linked*2 > b.letter || furnitureText(b) != "" {
			continue
		}
		e := &p.elements[b.elem]
		near := e.cues
		if e.parent >= 0 {
			near |= p.elements[e.parent].cues
		}
		n, same := 0, 0
		eachShingle(b.text, func(h uint64) {
			n++
			if known[h] {
				same++
			}
		})
		if near&(cueCaption|cueCredit|asideCues) == 0 && (near&(cueDeck|cueRelated) != 0 || n > 1 && same*10 >= n*6) {
			out = append(out, i)
		}
	}
	return out
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
