package split

import (
	"strings"

	"coranto"
)

// A dump is the visible text of a page, one block a line. Its articles are told
// apart in four passes, each linear in the number of lines:
//
//	classify  what each line looks like by itself            (line.go)
//	settle    what its neighbours and repetitions add        (here)
//	bound     which gaps between paragraphs begin an article (bound.go)
//	gather    head and body of each article                  (gather.go)

// dumpArticles returns the articles of a plain-text page in order.
func dumpArticles(text string, opt Options) []coranto.Article {
	lines := parseLines(text)
	settle(lines)
	var articles []coranto.Article
	for _, part := range bound(lines) {
		if a, ok := gather(lines, part, opt); ok {
			articles = append(articles, a)
		}
	}
	return articles
}

// settle corrects the classes of lines by what stands around them: a line that
// stands twice side by side is a caption or a headline, what stands between a
// headline and its repetition is no body, and a line that could be a paragraph
// is one after a paragraph.
func settle(lines []line) {
	markTwins(lines)
	markHeads(lines)
	for i := range lines {
		switch l := &lines[i]; {
		case l.class == unsure && (l.head || !followsProse(lines, i) || startsAnew(lines, i)):
			l.class = short
		case l.class == unsure, l.class == short && endsUnstopped(lines, i):
			l.class = prose
		}
	}
	markCredited(lines)
}

// markTwins finds lines printed twice in a row, as dumps do with a picture's
// alternative text and its caption.
func markTwins(lines []line) {
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		if a.words < 2 || a.folded != b.folded {
			continue
		}
		a.twin, b.twin = true, true
		if a.class == prose {
			a.class, b.class = caption, caption
		}
	}
}

const (
	maxHeadLines = 16  // lines between a headline and its repetition
	maxHeadProse = 100 // words of sentences among them: captions without a credit, a standfirst
)

// markHeads finds headlines that are printed again a few lines below, the form
// in which many pages come (page title and h1), and marks both and all between
// them. A headline with the site's name behind it repeats the bare one.
func markHeads(lines []line) {
	for i := range lines {
		if lines[i].class == promo && repeated(lines, i) {
			lines[i].class = short // "Opinion: ..." points nowhere else
		}
		if !couldBeHeadline(lines[i]) || lines[i].head {
			continue
		}
		words, last := 0, -1
		for j := i + 1; j < len(lines) && j-i <= maxHeadLines && words <= maxHeadProse; j++ {
			if couldBeHeadline(lines[j]) && sameHeadline(lines[i], lines[j]) {
				last = j
			}
			if lines[j].class == prose {
				words += lines[j].words
			}
		}
		for j := i; j <= last; j++ {
			lines[j].head = true
			if lines[j].class == prose {
				lines[j].class = caption
			}
		}
	}
}

func couldBeHeadline(l line) bool {
	return (l.class == short || l.class == unsure) && l.words >= 3 && l.words <= 40 &&
		!strings.ContainsRune(goesOn, lastMark(l.text))
}

// repeated tells whether the line stands again a few lines below or above.
func repeated(lines []line, i int) bool {
	for j := max(0, i-maxHeadLines); j < min(len(lines), i+maxHeadLines+1); j++ {
		if j != i && lines[j].folded == lines[i].folded {
			return true
		}
	}
	return false
}

// sameHeadline tells whether two lines are one headline, apart from the name of
// the site behind a bar or dash.
func sameHeadline(a, b line) bool {
	return a.folded == b.folded || fold(withoutSite(a.text)) == b.folded || a.folded == fold(withoutSite(b.text))
}

// endsUnstopped tells an article's last paragraph whose full stop is missing: a
// sentence's worth of words right behind a paragraph, and then space or nothing.
func endsUnstopped(lines []line, i int) bool {
	l := lines[i]
	return l.words >= 7 && !l.head && !l.twin && followsProse(lines, i) && l.gap <= 1 &&
		(i+1 == len(lines) || lines[i+1].gap >= 2 && lines[i+1].gap > l.gap)
}

// followsProse tells whether the line goes on where a paragraph ended.
func followsProse(lines []line, i int) bool { return i > 0 && lines[i-1].class == prose }

// startsAnew tells whether more space stands before the line than behind it.
func startsAnew(lines []line, i int) bool {
	return i+1 < len(lines) && lines[i].gap > lines[i+1].gap && lines[i].gap >= 2
}

// markCredited turns lines with an agency's credit back into text where they
// close a paragraph rather than a picture: the last paragraph of wire copy ends
// in "(AFP)" too. A picture's credit stands in a head, beside another caption,
// or names a photographer.
func markCredited(lines []line) {
	for i := range lines {
		l := &lines[i]
		if l.class != caption || l.head || l.twin || l.words < 8 {
			continue
		}
		inBody := followsProse(lines, i) && !startsAnew(lines, i)
		last := i+1 == len(lines) || lines[i+1].class != prose
		if _, credit, ok := cutCredit(l.text); ok && inBody && last && isAgency(credit) {
			l.class = prose
		}
	}
}
