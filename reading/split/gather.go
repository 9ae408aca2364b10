package split

import (
	"strings"

	"coranto"
)

// minArticleWords is the shortest body that is an article and not a teaser;
// a page's only text may be shorter (a flash).
const (
	minArticleWords = 40
	minOnlyWords    = 15
)

// gather makes the article of a part; ok is false when what is there is too
// little or only a list of teasers.
func gather(lines []line, p part, opt Options) (coranto.Article, bool) {
	h := readHead(lines, p, opt)
	b := readBody(lines, p, h.bodyFrom)
	if b.words < minOnlyWords || b.words < minArticleWords && !wholePage(lines, p) || b.isTeaserList(h.marked) {
		return coranto.Article{}, false
	}
	a := coranto.Article{
		Headline:   h.headline,
		Publisher:  coranto.Byline{Name: h.publisher},
		Authors:    h.authors,
		Age:        h.age,
		Updated:    h.updated,
		Published:  h.published,
		KeyPoints:  h.keyPoints,
		Tags:       h.tags,
		Captions:   append(h.captions, b.captions...),
		Furniture:  b.furniture,
		Crossheads: b.crossheads,
	}
	if h.standfirst != "" {
		b.blocks = append([]string{h.standfirst}, b.blocks...)
	}
	a.Text = strings.Join(b.blocks, "\n\n")
	if len(b.blocks) > 0 {
		a.Dateline = dateline(b.blocks[0])
		if a.Dateline == "" && h.standfirst != "" && len(b.blocks) > 1 {
			a.Dateline = dateline(b.blocks[1])
		}
	}
	finish(&a, h.agencies, opt)
	return a, true
}

// wholePage tells whether the part is the page's only article.
func wholePage(lines []line, p part) bool {
	for i := range lines {
		if lines[i].class == prose && (i < p.from || i >= p.to) {
			return false
		}
	}
	return true
}

// body is an article's text block by block, with what was taken out of it.
type body struct {
	blocks     []string
	crossheads []string
	captions   []coranto.Caption
	furniture  []coranto.Furniture
	words      int
	paragraphs int
}

// readBody walks the lines from the first paragraph to the last one: what lies
// behind that is no longer inside the article.
func readBody(lines []line, p part, from int) body {
	var b body
	to := p.to
	for to > from && !isText(lines, to-1, from) {
		to--
	}
	seen := map[string]bool{}
	for i := from; i < to; i++ {
		l := lines[i]
		switch {
		case l.class == caption:
			b.addCaption(l)
		case l.class == prose && seen[l.folded] && l.words >= 8:
			b.cut(l, "repeated")
		case l.class == prose:
			b.add(l)
			seen[l.folded] = true
		case l.class == bullet:
			b.add(l)
		case l.class == short && isCrosshead(lines, i, to):
			b.crossheads = append(b.crossheads, l.text)
			b.blocks = append(b.blocks, l.text)
		default:
			b.cut(l, cutReason(l.class))
		}
	}
	return b
}

// isText tells whether a line can be the last of an article: a paragraph, or an
// item of a list that a paragraph leads into.
func isText(lines []line, i, from int) bool {
	switch lines[i].class {
	case prose:
		return true
	case bullet:
		for j := i - 1; j >= from; j-- {
			if lines[j].class != bullet {
				return lines[j].class == prose && lines[i].words >= 3
			}
		}
	}
	return false
}

// isCrosshead tells whether a short line heads the paragraph behind it: it is
// one line, or two in a row, between text and text, with no promo beside it.
func isCrosshead(lines []line, i, to int) bool {
	l := lines[i]
	if l.words > 20 || i+1 >= to {
		return false
	}
	next := lines[i+1].class
	if i > 0 && (lines[i-1].class == promo || lines[i-1].class == end) {
		return false
	}
	return next == prose || next == bullet || next == caption ||
		next == short && i+2 < to && lines[i+2].class == prose
}

func cutReason(c class) string {
	switch c {
	case promo:
		return "promo"
	case end:
		return "list of other stories"
	case stamp:
		return "time stamp"
	case byline:
		return "byline"
	case code:
		return "code"
	case chrome:
		return "label of the page"
	}
	return "no part of the text"
}

func (b *body) add(l line) {
	b.blocks = append(b.blocks, l.text)
	b.words += l.words
	if l.class == prose {
		b.paragraphs++
	}
}

func (b *body) cut(l line, why string) {
	b.furniture = append(b.furniture, coranto.Furniture{Text: l.text, Why: why})
}

func (b *body) addCaption(l line) {
	c := readCaption(l.text)
	for _, have := range b.captions {
		if have.Text == c.Text {
			return
		}
	}
	b.captions = append(b.captions, c)
}

// isTeaserList tells headlines with a line of text each, as section fronts and
// lists of related stories have them, from an article with crossheads. An
// article whose head is marked by a repetition or a time is believed.
func (b *body) isTeaserList(marked bool) bool {
	return !marked && len(b.crossheads) >= 2 && len(b.crossheads) >= b.paragraphs-1 && b.words < 45*b.paragraphs
}
