package split

// part is the lines of one article: its head lines[from:body] with the headline
// at lines[headline], and its body lines[body:to]. headline is -1 where the
// page names none.
type part struct{ from, headline, body, to int }

// region is a stretch of lines without prose: lines[from:to], with prose behind
// it unless it closes the page.
type region struct{ from, to int }

// bound finds where articles begin. Each stretch without prose is weighed: does
// it hold the head of a new article, or only a crosshead, caption or promo
// inside the present one?
func bound(lines []line) []part {
	gap := paragraphGap(lines)
	var parts []part
	closed := false // the article before has ended: what follows is furniture until a head
	for _, r := range regions(lines) {
		h := headlineIn(lines, r)
		first := len(parts) == 0 && !proseBefore(lines, r.from)
		if !first && (h < 0 || !begins(lines, r, h, gap, parts)) {
			if len(parts) > 0 && !closed && endsArticle(lines, r) {
				parts[len(parts)-1].to = r.from
				closed = true
			}
			continue
		}
		from := r.from
		if h >= 0 {
			from = headStart(lines, r, h)
		}
		if len(parts) > 0 && !closed {
			parts[len(parts)-1].to = r.from
		}
		closed = false
		parts = append(parts, part{from: from, headline: h, body: r.to, to: len(lines)})
	}
	return parts
}

// regions returns the stretches without prose that have prose behind them, one
// of no lines before prose that opens the page, and the one that closes it.
func regions(lines []line) []region {
	var rs []region
	from := 0
	for i := 0; i <= len(lines); i++ {
		if i == len(lines) || lines[i].class == prose {
			if i > from || i == 0 && len(lines) > 0 {
				rs = append(rs, region{from, i})
			}
			from = i + 1
		}
	}
	return rs
}

// paragraphGap is the usual number of blank lines between two paragraphs.
func paragraphGap(lines []line) int {
	count := map[int]int{}
	best := 0
	for i := 1; i < len(lines); i++ {
		if lines[i].class == prose && lines[i-1].class == prose {
			g := lines[i].gap
			count[g]++
			if count[g] > count[best] || count[g] == count[best] && g < best {
				best = g
			}
		}
	}
	return best
}

func proseBefore(lines []line, i int) bool { return i > 0 && lines[i-1].class == prose }

// headlineIn chooses the headline among the lines of a region: one that is
// repeated, else the one that reads most like a headline, the later of equals.
// It returns -1 when none does.
func headlineIn(lines []line, r region) int {
	best, bestScore := -1, 0
	for i := r.from; i < r.to; i++ {
		l := lines[i]
		if !couldBeHeadline(l) {
			continue
		}
		score := min(l.words, 8)
		if l.head && repeats(lines, r, i) {
			score += 20
		}
		if announced(lines, r, i) {
			score += 8
		}
		if l.class == short && lastMark(l.text) != 0 && lastMark(l.text) != '?' && lastMark(l.text) != '!' {
			score -= 4
		}
		if score >= bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

// repeats tells whether the headline at i stands again in the region.
func repeats(lines []line, r region, i int) bool {
	for j := r.from; j < r.to; j++ {
		if j != i && couldBeHeadline(lines[j]) && sameHeadline(lines[i], lines[j]) {
			return true
		}
	}
	return false
}

// announced tells whether the lines right above i are an article's publisher,
// age or section, as aggregators set them.
func announced(lines []line, r region, i int) bool {
	stamped := false
	for j := i - 1; j >= r.from && j >= i-4 && lines[j+1].gap <= 1; j-- {
		switch {
		case lines[j].class == stamp:
			stamped = true
		case lines[j].class == bullet && lines[j].words <= 6, lines[j].class == short && lines[j].words <= 6:
		default:
			return stamped
		}
	}
	return stamped
}

// begins weighs the evidence that a region inside the page holds the head of a
// new article and not a crosshead, caption or promo of the present one. The
// weights were set by hand on pages of our own making.
func begins(lines []line, r region, h int, usual int, parts []part) bool {
	if r.to == len(lines) { // no prose follows
		return false
	}
	score, widest := 0, 0
	for i := r.from; i <= h; i++ {
		widest = max(widest, lines[i].gap)
	}
	strong := repeats(lines, r, h)
	if strong {
		score += 6
	}
	closers, points := 0, 0
	for i := r.from; i < r.to; i++ {
		switch lines[i].class {
		case stamp:
			score += 3
			strong = true
		case end, chrome:
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
	case words <= 3:
		score--
	}
	if r.to-r.from == 1 {
		score--
	}
	if !strong && len(parts) > 0 && elaborate(lines, parts[0]) {
		score-- // the page's first head shows how its heads look; this one is plainer
	}
	return score >= 3
}

// elaborate tells whether an article's head repeats its headline or is stamped.
func elaborate(lines []line, p part) bool {
	for i := p.from; i < p.body; i++ {
		if lines[i].head || lines[i].class == stamp {
			return true
		}
	}
	return false
}

// endsArticle tells whether a region without a head closes the article before
// it: it announces comments or related stories in more than one line.
func endsArticle(lines []line, r region) bool {
	ends, others := 0, 0
	for i := r.from; i < r.to; i++ {
		switch lines[i].class {
		case end:
			ends++
		case chrome, short, stamp, promo:
			others++
		}
	}
	return ends >= 2 || ends == 1 && others >= 2
}

// headStart goes back from the headline over the lines that belong to it:
// publisher, age, section, an earlier printing of it.
func headStart(lines []line, r region, h int) int {
	first := h
	for i := r.from; i < h; i++ {
		if couldBeHeadline(lines[i]) && sameHeadline(lines[i], lines[h]) {
			first = i
			break
		}
	}
	for first > r.from && lines[first].gap <= 1 {
		switch l := lines[first-1]; {
		case l.class == stamp, l.class == byline, l.class == code,
			l.class == bullet && l.words <= 8,
			l.class == short && l.words <= 6:
			first--
		default:
			return first
		}
	}
	return first
}
