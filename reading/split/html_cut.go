package split

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// What is cut from inside the content root by its form, whatever its classes
// say.

func (p *page) cutRange(from, to int, why string) {
	for j := from; j < to; j++ {
		if !p.blocks[j].told {
			p.blocks[j].cut(why)
		}
	}
}

// cutLinkLists cuts the lists, tables and sections that are mostly links.
func (p *page) cutLinkLists(r scope) {
	letters, linked := make([]int, r.to-r.from+1), make([]int, r.to-r.from+1)
	for i := range r.to - r.from {
		b := &p.blocks[r.from+i]
		letters[i+1], linked[i+1] = letters[i]+b.letter, linked[i]+b.linked
	}
	for i := r.first; i < r.end; i++ {
		e := &p.elements[i]
		if e.from >= e.to || !e.standalone || p.holdsHeadline(e.extent) || p.headingLevel(i) > 0 {
			continue
		}
		l, k := letters[e.to-r.from]-letters[e.from-r.from], linked[e.to-r.from]-linked[e.from-r.from]
		if e.tag == atom.P && e.to-e.from == 1 && isAddress(p.blocks[e.from].text) {
			continue // an address printed as text
		}
		if k*2 > l && (e.to-e.from > 1 || k*10 > l*8) {
			p.cutRange(e.from, e.to, "links")
			i = e.end - 1
		}
	}
}

// cutLinkedHeadings cuts runs of three and more headings that are links, each
// with a line or two below: lists of other articles without an element for each.
// A paragraph beside those before the run is text, and ends it.
func (p *page) cutLinkedHeadings(from, to int) {
	first, last, n, below := -1, -1, 0, 0
	textual := map[int]bool{} // elements whose children were paragraphs before the run
	end := func(stop int) {
		if n >= 3 {
			p.cutRange(first, stop, "related articles")
		}
		n, below = 0, 0
	}
	for i := from; i < to; i++ {
		b := &p.blocks[i]
		e := &p.elements[b.elem]
		linked := b.linked*10 >= b.letter*9 && !p.blocks[i].told
		switch level := p.headingLevel(b.elem); {
		case level > 0 && linked:
			if n == 0 {
				first = i
			}
			last, below = i, 0
			n++
		case level > 0:
			end(i)
		case linked:
		case n > 0 && textual[e.parent]:
			end(last + 1)
		case n > 0:
			if below += b.words; below > 45 {
				end(last + 1)
			}
		case e.tag == atom.P && proseOf(b, e) > 0:
			textual[e.parent] = true
		}
	}
	end(to)
}

// cutInnerArticles cuts the <article>s inside an article's text that are short:
// announcements of others, set between its paragraphs.
func (p *page) cutInnerArticles(root scope) {
	if p.live {
		return // they are its entries
	}
	all := p.proseIn(root.extent)
	for i := root.first; i < root.end; i++ {
		e := &p.elements[i]
		if e.tag != atom.Article || p.holdsHeadline(e.extent) || p.proseIn(e.extent)*5 > all || p.proseIn(e.extent) > 80 {
			continue
		}
		p.cutRange(e.from, e.to, "related articles")
		i = e.end - 1
	}
}

// cutSaidTwice cuts what the text says twice: the headline, and quotations that
// the page sets large beside the paragraph they are taken from.
func (p *page) cutSaidTwice(from, to int) {
	headline := ""
	if p.headline >= 0 {
		headline = fold(p.blocks[p.headline].text)
	}
	var apart []int // quotations
	for i := from; i < to; i++ {
		b := &p.blocks[i]
		if p.blocks[i].role != roleCrosshead && p.blocks[i].role != roleBody {
			continue
		}
		if headline != "" && b.words < 40 {
			f := fold(b.text)
			if f == headline || len(headline) > 20 && p.headingLevel(b.elem) == 1 && strings.HasSuffix(f, headline) {
				p.blocks[i].cut("repeated headline")
				continue
			}
		}
		if p.blocks[i].role == roleBody && b.words < 60 && p.quoting(i) {
			apart = append(apart, i)
		}
	}
	if len(apart) == 0 {
		return
	}
	said := map[uint64]bool{}
	for i := from; i < to; i++ {
		if p.blocks[i].role == roleBody && !p.quoting(i) {
			eachShingle(p.blocks[i].text, func(h uint64) { said[h] = true })
		}
	}
	for _, i := range apart {
		n, again := 0, 0
		eachShingle(p.blocks[i].text, func(h uint64) {
			n++
			if said[h] {
				again++
			}
		})
		if n > 2 && again*10 >= n*8 {
			p.blocks[i].cut("pull quote")
		}
	}
}

// quoting tells whether block i stands in a quotation set apart.
func (p *page) quoting(i int) bool {
	return p.stands(i, 4, func(e *element) bool {
		return e.tag == atom.Blockquote || e.tag == atom.Aside || e.tag == atom.Q || e.cues&cuePull != 0
	})
}

// cutAnnounced cuts what a line like "Related articles" announces: all of a
// container of its own that it opens, below text that stands before it; else the
// blocks behind it up to the next heading or paragraph.
func (p *page) cutAnnounced(root scope) {
	from, to := root.from, root.to
	for i := from; i < to; i++ {
		b := &p.blocks[i]
		if b.words > 8 || !vocabularies["end"].has(strings.ToLower(b.text)) || p.blocks[i].told || b.elem <= 0 {
			continue
		}
		box := b.elem
		for box > 0 && p.elements[box].to-p.elements[box].from <= 1 {
			box = p.elements[box].parent
		}
		e := &p.elements[box]
		opens := box > root.elem && p.prose[i] == p.prose[e.from] && p.prose[e.from]-p.prose[from] > 30
		for j := i; j < min(to, e.to); j++ {
			n := &p.blocks[j]
			text := n.linked*4 < n.letter && proseOf(n, &p.elements[n.elem]) > 0
			if p.blocks[j].told || j > i && !opens && (p.blocks[j].role == roleCrosshead && n.linked*2 < n.letter || text && (n.words > 40 || box <= root.elem)) {
				break
			}
			p.blocks[j].cut("related articles")
		}
	}
}
