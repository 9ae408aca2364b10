package split

import (
	"slices"
	"strings"
	"unicode"

	"coranto"
)

// How many words make an article and not a teaser: any, a page's only text (a
// flash), and one whose head cannot be mistaken.
const (
	minArticleWords = 40
	minOnlyWords    = 15
	minSureWords    = 12
)

// gather makes the article of a part; ok is false when what is there is too
// little or only a list of teasers. paragraphs is how many the page has.
func gather(lines []line, p part, paragraphs int, opt Options) (coranto.Article, bool) {
	h := readHead(lines, p, opt)
	b := readBody(lines, p)
	if first := lines[max(0, p.body-1)]; b.series && first.class == code && isMoment(first) {
		h.opening = append(h.opening, first.text)
		h.crossheads = append(h.crossheads, first.text)
	}
	b.opening = slices.DeleteFunc(h.opening, func(text string) bool { return slices.Contains(b.blocks, text) && countWords(text) >= 8 })
	for _, text := range b.opening {
		b.words += countWords(text)
	}
	least := minArticleWords
	if b.paragraphs+h.paragraphs == paragraphs {
		least = minOnlyWords
	}
	if p.sure {
		least = minSureWords
		if lines[p.headline].titled {
			least = 1
		}
	}
	if len(h.authors) > 0 && h.published != nil && b.paragraphs >= 2 {
		least = min(least, minOnlyWords)
	}
	if b.words < least || b.isTeaserList(p.sure || h.marked) {
		return coranto.Article{}, false
	}
	blocks := append(b.opening, b.blocks...)
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
		Crossheads: append(h.crossheads, b.crossheads...),
		Text:       strings.Join(blocks, "\n\n"),
	}
	for i := 0; i < len(blocks) && i <= len(b.opening) && a.Dateline == ""; i++ {
		a.Dateline = dateline(blocks[i])
	}
	finish(&a, h.agencies, opt)
	if a.Published == nil {
		a.Published = inferDate(&a)
	}
	return a, true
}

// body is an article's text block by block, with what was taken out of it.
type body struct {
	opening    []string // standfirst, first question: from the head
	blocks     []string
	crossheads []string
	captions   []coranto.Caption
	furniture  []coranto.Furniture
	words      int
	paragraphs int
	boxes      map[string]int // how often each label stands in the text
	series     bool           // parted by moments
	moments    int            // of the crossheads, dates and times
}

// readBody walks the lines from the first paragraph to the last one: what lies
// behind that is no longer inside the article.
func readBody(lines []line, p part) body {
	var b body
	to := lastText(lines, p)
	seen := map[string]bool{}
	b.series = inSeries(lines[p.body:to])
	b.boxes = map[string]int{}
	for _, l := range lines[p.body:to] {
		if l.class == short && !l.twin && l.words <= 4 {
			b.boxes[l.folded]++
		}
	}
	for i := p.body; i < to; i++ {
		l := lines[i]
		switch {
		case l.entry:
			b.addCrosshead(l)
			b.moments++
		case l.class == caption && l.why != "":
		case l.class == caption && isOnlyCredit(l.text):
			b.cut(l, "credit of a picture")
		case l.class == caption:
			b.addCaption(l)
		case l.class == prose && seen[l.folded] && l.words >= 8:
			b.cut(l, "repeated")
		case l.class == prose:
			b.add(l)
			seen[l.folded] = true
		case l.class == bullet:
			b.add(l)
		case l.class == short && (l.twin || l.words >= 4 && lastBracket(l.text) > 0):
			b.addCaption(l)
		case l.class == short:
			n := 1
			for i+n < to && lines[i+n].class == short && !lines[i+n].twin && lastBracket(lines[i+n].text) <= 0 {
				n++
			}
			b.addShort(lines, i, n)
			i += n - 1
		case b.series && (l.class == code || l.class == stamp) && isMoment(l) && lines[i+1].class == prose:
			b.addCrosshead(l)
			b.moments++
		default:
			b.cut(l, cutReason(l))
		}
	}
	return b
}

// lastText returns the end of a part's text: behind its last paragraph, or the
// items of a list that a paragraph leads into.
func lastText(lines []line, p part) int {
	to := p.to
	for to > p.body && lines[to-1].class != prose {
		to--
	}
	if end := listEnd(lines, to, p.to); end > to {
		return end
	}
	for end := to; end < p.to && lines[end].class == bullet; end++ {
		if lines[end].words < 3 {
			return to
		}
		if end+1 == p.to || lines[end+1].class != bullet {
			return end + 1
		}
	}
	return to
}

// addShort sorts n short lines in a row that stand inside a text. One or two
// head what follows, more are verse or a list; beside links to other stories
// they are links.
func (b *body) addShort(lines []line, i, n int) {
	before, after := lines[i-1], end
	if i+n < len(lines) {
		after = lines[i+n].class
	}
	if leads(before.text) {
		after = prose // its items
	}
	isText := after == prose || after == bullet || after == caption || after == code && n == 1
	links := before.class == end || before.class == promo && isBarePromo(before.text)
	inText := before.class == prose || before.class == bullet || before.class == caption
	for _, l := range lines[i : i+n] {
		switch {
		case links:
			b.cut(l, cutReason(line{class: promo}))
		case !isText && !(inText && l.words >= 5): // a label's worth of words beside a label
			b.cut(l, cutReason(line{class: short}))
		case n <= 2 && b.boxes[l.folded] > 1:
			b.cut(l, "label of a box that comes again")
		case n <= 2 && l.words <= 20:
			b.addCrosshead(l)
		default:
			b.add(l)
		}
	}
}

// isOnlyCredit tells "Photo: Name" without a caption.
func isOnlyCredit(text string) bool {
	caption, _, ok := cutCredit(text)
	return ok && caption == ""
}

// isBarePromo tells a label that points to the next line: "Read more:".
func isBarePromo(text string) bool { return countWords(text) <= 3 || goesOn(text) }

// inSeries tells whether a body is parted by moments: a chronology or a live
// page, whose dates and times head their entries.
func inSeries(lines []line) bool {
	moments := 0
	for i, l := range lines {
		if (l.class == code || l.class == stamp) && isMoment(l) && i+1 < len(lines) && lines[i+1].class == prose {
			moments++
		}
	}
	return moments >= 2
}

// isMoment tells a year, a time of day or a date standing alone.
func isMoment(l line) bool {
	if l.class == stamp {
		s := readStamps(l.time())
		return len(s) == 1 && !s[0].isAge && s[0].label == ""
	}
	digits := 0
	for _, r := range l.text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case r != ':' && r != '.':
			return false
		}
	}
	return digits == 4 || digits == 3 && strings.Contains(l.text, ":")
}

func cutReason(l line) string {
	if l.why != "" {
		return l.why
	}
	switch l.class {
	case promo:
		return "promo"
	case end, other:
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

func (b *body) addCrosshead(l line) {
	b.crossheads = append(b.crossheads, l.text)
	b.blocks = append(b.blocks, l.text)
}

func (b *body) cut(l line, why string) {
	b.furniture = append(b.furniture, coranto.Furniture{Text: l.text, Why: why})
}

func (b *body) addCaption(l line) {
	c := l.caption()
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
	heads := len(b.crossheads) - b.moments
	return !marked && heads >= 2 && heads >= b.paragraphs-1 && b.words < 45*b.paragraphs
}
