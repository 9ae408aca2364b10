package split

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// role is what a block is in an article.
type role uint8

const (
	roleNone      role = iota // outside of the article
	roleBody                  // a paragraph, list item or row of its text
	roleCrosshead             // a heading inside the text
	roleCaption
	roleCut // furniture inside the article
)

// page is a document with what has been found out about its blocks.
type page struct {
	*document
	meta     meta
	address  string   // of the page, "" when unknown
	headline int      // block of the headline, -1 when there is none
	prose    []int    // running sum of prose: prose[j]-prose[i] is that of blocks i..j-1
	cut      []cue    // by block: the cues for which an element around it is furniture
	told     []bool   // by block: metadata quotes it as the article's text
	role     []role   // by block
	why      []string // by block: reason of roleCut
}

// proseOf measures how much running text a block holds, in words: 0 for menus,
// labels and lists of links.
func proseOf(b *block, e *element) int {
	if b.linked*2 > b.letter {
		return 0
	}
	n := b.words * (b.letter - b.linked) / max(1, b.letter)
	if b.words < 10 && !closesSentence(b.text) || b.words < 4 {
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
	for i := range p.blocks {
		p.prose[i+1] = p.prose[i]
		if p.cut[i] == 0 {
			p.prose[i+1] += proseOf(&p.blocks[i], &p.elements[p.blocks[i].elem])
		}
	}
}

func (p *page) proseIn(e *element) int { return p.prose[e.to] - p.prose[e.from] }

// strip marks the blocks inside elements that are furniture by their cues. An
// element that holds the headline or the greater part of the page's prose is
// not: its class speaks of something else ("has-sidebar").
func (p *page) strip() {
	for _, pass := range []cue{cueComment | cueMenu | cueFoot | cueHidden | cueDialog, furniture} {
		p.sumProse()
		all := p.prose[len(p.blocks)]
		for i := 0; i < len(p.elements); i++ {
			e := &p.elements[i]
			c := e.cues & pass
			if c == 0 || e.from >= e.to || p.holdsHeadline(e) {
				continue
			}
			share := p.proseIn(e)
			if c&cueComment == 0 && share*2 > all || e.cues&cueBody != 0 && share*4 > all || share*10 > all*9 {
				continue
			}
			if e.tag == atom.Footer || e.tag == atom.Aside || e.tag == atom.Nav || share*5 < all*2 || c&cueComment != 0 {
				for j := e.from; j < e.to; j++ {
					p.cut[j] |= c
				}
				i = e.end - 1
			}
		}
	}
	p.sumProse()
}

func (p *page) holdsHeadline(e *element) bool {
	return p.headline >= e.from && p.headline < e.to
}

// contentRoot descends from the top of the page to the smallest element that
// still holds nearly all of its prose.
func (p *page) contentRoot(top int) int {
	at := top
	for {
		best, bestProse := -1, 0
		here := p.proseIn(&p.elements[at])
		for c := at + 1; c < p.elements[at].end; c = p.elements[c].end {
			if n := p.proseIn(&p.elements[c]); n > bestProse {
				best, bestProse = c, n
			}
		}
		if best < 0 || bestProse*10 < here*8 {
			return at
		}
		at = best
	}
}

// blockWords counts words between blanks; of scripts written without blanks two
// letters make a word.
func blockWords(s string) int {
	n, dense, in := 0, 0, false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			letter := c > ' '
			if letter && !in && c != '|' {
				n++
			}
			in = letter
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if isDense(r) {
			dense++
			in = false
		} else if !in {
			n++
			in = true
		}
	}
	return n + (dense+1)/2
}

// isDense tells letters of scripts without blanks between words.
func isDense(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0x0e00 && r <= 0x0eff || r >= 0x1000 && r <= 0x109f || r >= 0x1780 && r <= 0x17ff || r >= 0x20000 && r <= 0x3ffff
}

// closesSentence tells whether the text ends as sentences do, closing quotation
// marks and brackets aside. A colon or comma goes on in the next block.
func closesSentence(s string) bool {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune("\"'”’»)]›「」』） ", r) {
			return strings.ContainsRune(".!?…:;,。！？।؟۔։，", r)
		}
		s = s[:len(s)-n]
	}
	return false
}
