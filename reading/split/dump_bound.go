package split

import "strings"

// boundDump finds where articles begin. Each stretch without prose is weighed: does
// it hold the head of a new article, or only a crosshead, caption or promo
// inside the present one?
func (p *page) boundDump() []story {
	lines := p.blocks
	usual := paragraphGap(lines)
	var stories []story
	closed := false // the article before has ended: what follows is furniture until a head
	lead := namedByTitle(lines)
	for _, r := range regions(lines) {
		if lead > 0 && r.to <= lead { // menus and teasers above the article that the page's title names
			continue
		}
		var now *story
		if len(stories) > 0 {
			now = &stories[len(stories)-1]
		}
		h, sure := headlineIn(lines, r)
		switch first := now == nil && (r.from == 0 || lead > 0); {
		case sure && r.to < len(lines), first:
		case now != nil && !closed && continuesHead(lines, r, *now):
			now.body = r.to
			continue
		case h >= 0 && begins(lines, r, h, usual, now):
		default:
			if now != nil && !closed && endsArticle(lines, r) {
				now.to = listEnd(lines, r.from, r.to)
				closed = true
			}
			continue
		}
		from := r.from
		if h >= 0 {
			from = headStart(lines, r, h)
		}
		if now != nil && !closed {
			now.to = listEnd(lines, r.from, max(h, r.from))
			from = max(from, now.to)
		}
		closed = false
		stories = append(stories, story{headline: h, body: r.to, of: p, extent: extent{from, len(lines)}, sure: sure})
	}
	return withoutTeasers(lines, stories)
}

// regions returns the stretches without prose that have prose behind them, one
// of no lines before prose that opens the page, and the one that closes it.
func regions(lines []block) []extent {
	var rs []extent
	from := 0
	for i := 0; i <= len(lines); i++ {
		if i == len(lines) || lines[i].look == prose || lines[i].entry {
			if i > from || i == 0 && len(lines) > 0 {
				rs = append(rs, extent{from, i})
			}
			from = i + 1
		}
	}
	return rs
}

// paragraphGap is the usual number of blank lines between two paragraphs.
func paragraphGap(lines []block) int {
	count := map[int]int{}
	best := 0
	for i := 1; i < len(lines); i++ {
		if lines[i].look == prose && lines[i-1].look == prose {
			g := lines[i].gap
			count[g]++
			if count[g] > count[best] || count[g] == count[best] && g < best {
				best = g
			}
		}
	}
	return best
}

// headlineIn chooses the headline among the lines of a region, -1 when none can
// be: surely one in a frame or one that is repeated, the last of them; else the
// line that reads and stands most like a headline, the first of equals.
func headlineIn(lines []block, r extent) (h int, sure bool) {
	for i := r.to - 1; i >= r.from; i-- {
		if lines[i].titled || lines[i].again {
			return i, true
		}
	}
	best, bestScore := -1, -100
	listed := false // among the titles of other stories
	for i := r.from; i < r.to; i++ {
		if lines[i].gap > 0 {
			listed = false
		}
		if lines[i].look == end {
			listed = true
		}
		if !couldBeHeadline(lines[i]) {
			continue
		}
		score := headlineScore(lines, r, i)
		if listed {
			score -= 8
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	return best, false
}

// headlineScore weighs how much the line at i is like a headline: its length,
// its marks, the space above it, and byline or time below it.
func headlineScore(lines []block, r extent, i int) int {
	l := lines[i]
	score := min(l.words, 6)
	switch mark := lastMark(l.text); {
	case mark == 0:
	case mark == '?' || mark == '？' || mark == '؟' || mark == '!':
		score--
	default:
		score -= 4
	}
	if l.look == unsure && lastMark(l.text) == 0 {
		score -= 2 // long: rather a standfirst
	}
	if l.twin && i > r.from && (!lines[i-1].twin || lines[i-1].folded != l.folded) && i+1 < r.to && couldBeHeadline(lines[i-1]) {
		score -= 4 // a picture's caption below a headline
	}
	if i+1 < r.to && l.words <= 5 && lines[i+1].look == stamp && areNames(l.text) {
		score -= 3 // who writes, above the time
	}
	if i == 0 || l.gap >= 2 {
		score += 2
	}
	if l.gap >= 1 || i == r.from {
		score++
	}
	for j, between := i+1, 0; j < r.to && between < 3; j++ {
		if lines[j].look == byline || lines[j].look == stamp {
			score += 6
			break
		}
		if lines[j].look != short || !areNames(lines[j].text) {
			between++
		}
	}
	if announced(lines, r, i) {
		score += 6
		if l.words >= 3 && lines[i-1].look == stamp {
			score += 2
		}
	}
	return score
}

// announced tells whether the lines right above i are an article's age or date,
// its writer or section.
func announced(lines []block, r extent, i int) bool {
	stamped := false
	for j := i - 1; j >= r.from && j >= i-4 && lines[j+1].gap <= 1; j-- {
		switch {
		case lines[j].look == stamp && lines[j].name != "" && isSignature(lines[j].name):
			return false
		case lines[j].look == stamp:
			stamped = true
			if above := j - 1; !lines[j].printsSource() && above >= r.from && isItem(lines, above) && (lines[above].words > 5 || !looksLikeName(lines[above].text)) {
				return false // the time of what stands above it
			}
		case lines[j].look == bullet && lines[j].words <= 6, lines[j].look == short && lines[j].words <= 6, lines[j].look == chrome:
		default:
			return stamped
		}
	}
	return stamped
}

// begins weighs the evidence that a region inside the page holds the head of a
// new article and not a crosshead, caption or promo of the present one. The
// weights were set by hand on pages of our own making.
func begins(lines []block, r extent, h int, usual int, now *story) bool {
	if r.to == len(lines) || lines[r.to].entry { // no text follows, or only more of a live page
		return false
	}
	if now != nil && now.sure && !lines[now.headline].titled && wordsIn(lines[now.body:r.from]) < minArticleWords {
		return false // the text of the headline above is yet to come
	}
	score, widest := 0, 0
	for i := r.from; i <= h; i++ {
		widest = max(widest, lines[i].gap)
	}
	stamped := false
	closers, points := 0, 0
	for i := r.from; i < r.to; i++ {
		switch lines[i].look {
		case stamp:
			if i < h || i <= h+maxLabels {
				stamped = true
			}
		case end, chrome, other:
			if i < h {
				closers++
			}
		case byline:
			score++
		case bullet:
			if i > h && lines[i].words >= 4 {
				points = 1
			}
		}
	}
	if stamped {
		score += 3
	}
	score += min(closers, 2) + points
	if widest >= 2 && widest > usual && widest > lines[r.to].gap {
		score += 3
	}
	if dateline(lines[r.to].text) != "" {
		score += 2
	}
	switch words := lines[h].words; {
	case words >= 5:
		score++
	case words <= 2:
		score -= 3 // a reader's name above a comment
	case words == 3:
		score--
	}
	if r.to-r.from == 1 {
		score--
	}
	if now == nil || now.headline < 0 && r.from-now.body <= 2 {
		score += 2 // what stands above has no head: a notice of the site
	}
	if now != nil && !stamped {
		switch { // the head before shows how heads look here; this one is plainer
		case now.sure:
			score--
		case headed(lines, *now):
			score -= 2
		}
	}
	return score >= 3
}

// continuesHead tells whether the region behind an article's first paragraph
// opens with byline or time: the paragraph was a standfirst inside the head.
func continuesHead(lines []block, r extent, now story) bool {
	if now.headline < 0 || r.to == len(lines) || headed(lines, now) || wordsIn(lines[now.body:r.from]) > maxStandfirst {
		return false
	}
	for i := r.from; i < r.to && i < r.from+3; i++ {
		switch lines[i].look {
		case byline, stamp:
			return true
		case chrome, code, caption:
		case short:
			if lines[i].words > 4 && !areNames(lines[i].text) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// maxStandfirst is how many words stand in a head below the headline.
const maxStandfirst = 60

func wordsIn(lines []block) (n int) {
	for _, l := range lines {
		n += l.words
	}
	return n
}

// headed tells whether an article's head already names writer or time.
func headed(lines []block, p story) bool {
	for i := p.from; i < p.body; i++ {
		if lines[i].look == byline || lines[i].look == stamp {
			return true
		}
	}
	return false
}

// endsArticle tells whether a region without a head closes the article before
// it: it announces comments, or other stories in more than one line, or with
// teasers behind them. A box is a box; the text goes on right behind it, unless
// more of the page follows before.
func endsArticle(lines []block, r extent) bool {
	ends, others, shorts, boxed, behind := 0, 0, 0, 0, 0
	voices := false
	for i := r.from; i < r.to; i++ {
		voices = voices || lines[i].voices
		switch lines[i].look {
		case end:
			ends++
		case other:
			boxed++
			behind = 0
		case short:
			shorts++
			behind++
			others++
		case chrome, stamp, promo:
			others++
		}
	}
	switch {
	case voices, ends >= 2, boxed > 0 && behind >= 2, boxed > 1 && isTeaser(lines, r.to) && isAgedItem(lines, r.to+1):
		return true
	}
	return ends == 1 && (others >= 2 || shorts == 1 && isTeaser(lines, r.to))
}

// listEnd returns the end of a text that leads into a list with its last words,
// "...:", and has the items behind it, at most up to limit.
func listEnd(lines []block, at, limit int) int {
	if at == 0 || lines[at-1].look != prose || !leads(lines[at-1].text) {
		return at
	}
	to := at
	for to < limit && (lines[to].look == short || lines[to].look == bullet) && lines[to].words >= 2 && !lines[to].head && (to == at || lines[to].gap <= lines[at+1].gap) {
		to++
	}
	if to < at+2 {
		return at
	}
	return to
}

// leads tells a text whose last mark is a colon.
func leads(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") }

// isTeaser tells a paragraph of one short sentence between headings.
func isTeaser(lines []block, i int) bool {
	return i >= len(lines) || lines[i].words < 30 && (i+1 == len(lines) || lines[i+1].look != prose)
}

// headStart goes back from the headline over the lines that belong to it:
// publisher, age, section, an earlier printing of it.
func headStart(lines []block, r extent, h int) int {
	first := h
	for i := r.from; i < h; i++ {
		if lines[i].head && couldBeHeadline(lines[i]) && sameHeadline(lines[i], lines[h]) {
			first = i
			break
		}
	}
	for first > r.from && lines[first].gap <= 1 {
		switch l := lines[first-1]; {
		case l.look == stamp, l.look == byline, l.look == code, l.look == source,
			l.look == bullet && l.words <= 8 && lines[first].gap <= l.gap,
			l.look == short && l.words <= 6 && !l.head:
			first--
		default:
			return first
		}
	}
	return first
}
