package split

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// Articles in a row are told by their heads: a headline with a date, an age or
// its writers beside it, and text behind it. Crossheads have none of these
// beside them, and teasers have no text.

// opening is where an article begins.
type opening struct {
	from, heading int  // blocks: of the lines that stand above the headline, and of the headline
	signed        bool // dated and with its writers
}

// maxArticles is how many articles a page has at most: what has more is made by
// a machine, and is taken for one.
const maxArticles = 500

// leastParagraphs is how many paragraphs an article on a page of several has.
const leastParagraphs = 3

// openings returns the heads of articles in page order; none for a page whose
// entries are parts of a running report.
func (p *page) openings() (out []opening) {
	p.markAside()
	candidates := p.candidateHeads()
	clocks := 0
	for k, c := range candidates {
		to := len(p.blocks)
		if k+1 < len(candidates) {
			to = candidates[k+1].from
		}
		if p.headline > c.heading {
			to = min(to, p.headline)
		}
		switch {
		case c.clock:
			clocks++
		case p.holdsArticle(c.heading+1, to):
			out = append(out, c.opening)
		}
	}
	if len(out) > maxArticles {
		return nil
	}
	if p.live = p.live || clocks >= 3 && clocks > 2*len(out); p.live || len(out) == 1 && (p.headline < 0 || out[0].heading == p.headline) {
		return nil
	}
	return out
}

// holdsArticle tells whether blocks from..to-1 begin with text enough for an
// article.
func (p *page) holdsArticle(from, to int) bool {
	words, paragraphs := 0, 0
	for i := from; i < to && i < from+200; i++ {
		if n := proseOf(&p.blocks[i], &p.elements[p.blocks[i].elem]); n > 0 && !p.inFurniture(i) {
			words += n
			if n > 8 {
				paragraphs++
			}
			if words >= leastArticle && paragraphs >= leastParagraphs {
				return true
			}
		}
	}
	return false
}

// candidate is a heading with a date, an age or a byline beside it.
type candidate struct {
	opening
	clock bool // nothing but a time of day: an entry of a running report
}

func (p *page) candidateHeads() (out []candidate) {
	claimed := -1 // blocks up to here belong to the head before
	for i := 0; i < len(p.blocks); i++ {
		if i <= claimed || !p.couldHead(i) || !p.textFollows(i) || p.inFurniture(i) || p.repeatsHeadline(i) {
			continue
		}
		below := p.headBelow(i)
		from := p.headAbove(i, claimed+1)
		above := p.readHeadLines(from, i)
		bare := above.none() && below.none()
		if bare && !p.headsAlone(i) {
			continue
		}
		if p.headingLevel(p.blocks[i].elem) == 0 && !(below.dated && below.signed) && !p.linkedWhole(i) {
			continue // no more than bold
		}
		if last := len(out) - 1; last >= 0 && p.prose[max(from, out[last].heading)] == p.prose[out[last].heading] || p.belongsToHeadline(i) {
			continue // a standfirst set as a heading
		}
		claimed = max(i, below.to-1)
		c := candidate{opening: opening{from: from, heading: i, signed: below.dated && below.signed}}
		c.clock = !bare && !above.dated && !above.signed && !below.dated && !below.signed
		out = append(out, c)
	}
	return out
}

// headsAlone tells a headline that needs no date beside it: an <h1> besides the
// page's own, alone in its element, or the first heading of an <article> of its
// own.
func (p *page) headsAlone(i int) bool {
	elem := p.blocks[i].elem
	if i == p.headline || p.headingLevel(elem) == 0 {
		return false
	}
	if p.headingLevel(elem) == 1 {
		titles := 0
		around := p.elements[max(0, p.elements[elem].parent)]
		for j := around.from; j < around.to && titles < 2; j++ {
			if p.headingLevel(p.blocks[j].elem) == 1 {
				titles++
			}
		}
		return titles == 1
	}
	for up := elem; up > 0; up = p.elements[up].parent {
		if e := &p.elements[up]; e.tag == atom.Article {
			return !p.holdsHeadline(e.extent) && i < e.from+6 && p.prose[i] == p.prose[e.from]
		}
	}
	return false
}

// belongsToHeadline tells whether block i stands between the page's headline and
// its text.
func (p *page) belongsToHeadline(i int) bool {
	return p.headline >= 0 && p.headline < i && i < p.headline+30 && p.blocks[p.headline].words > maxSection && !p.proseBetween(p.headline, i)
}

// repeatsHeadline tells the headline's second printing.
func (p *page) repeatsHeadline(i int) bool {
	return p.headline >= 0 && i != p.headline && p.blocks[p.headline].words > maxSection && fold(p.blocks[i].text) == fold(p.blocks[p.headline].text)
}

// maxSection is how many words the title of a section has at most.
const maxSection = 4

// couldHead tells a block that may be a headline by its form: a heading, or a
// line all in bold or all a link.
func (p *page) couldHead(i int) bool {
	b := &p.blocks[i]
	if b.words < 3 || b.words > 40 {
		return false
	}
	if lowered := strings.ToLower(b.text); b.words <= 8 && (vocabularies["end"].has(lowered) || vocabularies["promo"].has(lowered)) {
		return false
	}
	if level := p.headingLevel(b.elem); level > 0 {
		return level <= 4
	}
	return b.strong*20 >= b.letter*19 || p.linkedWhole(i)
}

func (p *page) linkedWhole(i int) bool {
	b := &p.blocks[i]
	return b.words >= 4 && b.linked*20 >= b.letter*19 && p.elements[b.elem].tag != atom.Li
}

// textFollows tells whether a paragraph stands within a few blocks behind i,
// before the next heading of that kind.
func (p *page) textFollows(i int) bool {
	for j := i + 1; j < min(len(p.blocks), i+16); j++ {
		b := &p.blocks[j]
		if proseOf(b, &p.elements[b.elem]) > 15 {
			return true
		}
	}
	return false
}

// headLines says what stands on the lines beside a headline.
type headLines struct {
	dated, signed, clock bool
	to                   int // behind the last of them
}

func (h headLines) none() bool { return !h.dated && !h.signed && !h.clock }

// headBelow reads the lines between a headline and its text; a standfirst may
// stand among them.
func (p *page) headBelow(i int) headLines {
	to, decks := i+1, 0
	for j := i + 1; j < min(len(p.blocks), i+7); j++ {
		b := &p.blocks[j]
		if level := p.headingLevel(b.elem); level > 0 && j > i+1 {
			if own := p.headingLevel(p.blocks[i].elem); own == 0 || level <= own {
				return headLines{} // what stands between is the next one's
			}
			break
		}
		if proseOf(b, &p.elements[b.elem]) > 8 {
			if decks++; decks > 1 || b.words > 60 {
				break
			}
			continue
		}
		to = j + 1
	}
	return p.readHeadLines(i+1, to)
}

// headAbove returns the first of the lines right above a headline that belong to
// its head: the age or date, what shares a box with it, a name above it. The
// heading itself when none do.
func (p *page) headAbove(i, least int) int {
	from := i
	for j := i - 1; j >= max(least, i-4); j-- {
		b := &p.blocks[j]
		if b.words > 12 || proseOf(b, &p.elements[b.elem]) > 0 || p.headingLevel(b.elem) > 0 {
			break
		}
		if h := p.readHeadLines(j, j+1); !h.none() {
			from = j
		}
	}
	if from == i {
		return i
	}
	box := p.blocks[from].elem
	for up := p.elements[box].parent; up > 0 && p.elements[up].from >= least && p.elements[up].to <= i; up = p.elements[up].parent {
		if e := &p.elements[up]; e.from < from-3 || p.proseIn(e.extent) > 0 {
			break
		}
		box = up
	}
	if e := &p.elements[box]; e.from < from && e.from >= least && p.proseIn(e.extent) == 0 {
		return e.from
	}
	if above := from - 1; above >= least && p.blocks[above].words <= 6 && p.headingLevel(p.blocks[above].elem) == 0 && p.elements[p.blocks[above].elem].parent == p.elements[box].parent && p.blocks[above].linked == 0 &&
		proseOf(&p.blocks[above], &p.elements[p.blocks[above].elem]) == 0 {
		return above
	}
	return from
}

// readHeadLines looks for dates, ages, bylines and times of day among short
// blocks.
func (p *page) readHeadLines(from, to int) (h headLines) {
	h.to = from
	for j := from; j < to; j++ {
		t := p.blocks[j].text
		if p.blocks[j].words > 16 || p.headingLevel(p.blocks[j].elem) > 0 {
			continue
		}
		switch digits := strings.IndexFunc(t, unicode.IsDigit) >= 0; {
		case digits && isClock(t):
			h.clock = true
		case (digits || p.blocks[j].words <= 4) && p.isStamp(t):
			h.dated = true
		case isByline(t):
			h.signed = true
			h.dated = h.dated || digits
		case digits && p.line(j).look == stamp:
			h.dated, h.signed = true, true
		case len(p.stampsIn(p.parts(j))) > 0:
			h.dated = true
		default:
			continue
		}
		h.to = j + 1
	}
	return h
}

func (p *page) proseBetween(from, to int) bool {
	for j := from + 1; j < to; j++ {
		if proseOf(&p.blocks[j], &p.elements[p.blocks[j].elem]) > 0 {
			return true
		}
	}
	return false
}

// markAside notes which elements stand among comments, menus or the like.
func (p *page) markAside() {
	for i := range p.elements {
		e := &p.elements[i]
		e.aside = e.parent >= 0 && p.elements[e.parent].aside || e.cues&(cueComment|cueBio) != 0 && !p.holdsHeadline(e.extent) || e.tag == atom.Nav
	}
}

func (p *page) inFurniture(i int) bool { return p.elements[p.blocks[i].elem].aside }
