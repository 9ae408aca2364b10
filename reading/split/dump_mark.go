package split

import (
	"slices"
	"strings"
	"unicode"
)

// What neighbours and repetitions tell about lines that alone tell nothing. Each
// pass looks a bounded number of lines ahead, so all are linear.

// markConsent finds the paragraphs of a request for consent that name but one
// matter of it, by those that surely belong to one.
func markConsent(lines []block) {
	for i := 1; i < len(lines); i++ {
		if lines[i].look == prose && lines[i-1].consent && asksForConsent(strings.ToLower(lines[i].text), 1) {
			lines[i].look, lines[i].consent = chrome, true
		}
	}
}

// markTwins finds lines printed twice in a row, as dumps do with a picture's
// alternative text and its caption.
func markTwins(lines []block) {
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		if a.words < 2 || a.folded != b.folded {
			continue
		}
		a.twin, b.twin = true, true
		if a.look == prose && a.words <= maxSentence && besideTime(lines, i) {
			a.look, b.look = short, short // a headline in the form of a sentence
		}
		if a.look == prose {
			a.look, b.look = caption, caption
		}
	}
}

// besideTime tells whether writer or time stand right below the twins that end
// at i, or publisher and age right above them.
func besideTime(lines []block, i int) bool {
	if i+1 < len(lines) && (lines[i+1].look == byline || lines[i+1].look == stamp && !lines[i+1].printsSource()) {
		return true
	}
	return i >= 2 && lines[i-2].look == stamp
}

const (
	maxHeadLines  = 16  // lines between a headline and its repetition
	maxHeadProse  = 100 // words of sentences among them: captions without a credit, a standfirst
	maxHeadBlocks = 3   // and how many different ones
)

// markRepeated finds headlines that are printed again a few lines below, the
// form in which many pages come (page title and h1). All between them belongs to
// the head, and so does what is printed again behind the repetition: a caption
// is a caption however it reads.
func markRepeated(lines []block) {
	for i := range lines {
		if lines[i].look == promo && (i == 0 || lines[i].gap >= 2) {
			unpromote(lines, i)
		}
		if lines[i].head || lines[i].titled {
			continue
		}
		j := repetition(lines, i)
		if j < 0 {
			continue
		}
		if !couldBeHeadline(lines[i]) {
			lines[i].look, lines[j].look = short, short // a headline in the form of a sentence or an item
		}
		for k := i; k <= j; k++ {
			lines[k].head = true
			if lines[k].look == prose {
				lines[k].look = caption
			}
		}
		lines[j].again = true
		markCopies(lines, i, j)
	}
}

// repetition returns the line below i that prints the headline at i again, -1 if
// none does.
func repetition(lines []block, i int) int {
	usual := couldBeHeadline(lines[i])
	if !usual && (lines[i].look != prose && lines[i].look != bullet || strings.HasPrefix(lines[i].text, "•") || lines[i].words < 3 || lines[i].words > 25) {
		return -1
	}
	apart := i == 0 || lines[i].gap >= 2
	words, blocks, signs := 0, 0, 0
	for j := i + 1; j < len(lines) && j-i <= maxHeadLines; j++ {
		l := lines[j]
		switch {
		case usual && couldBeHeadline(l) && sameHeadline(lines[i], l) && (j > i+1 || opensHead(lines, i)):
			if !apart && (signs == 0 || lines[i].words <= 3 && signs <= blocks) {
				return -1 // the label of a box that comes again
			}
			return j
		case !usual && j > i+1 && blocks == 0 && l.look == lines[i].look && l.folded == lines[i].folded:
			return j
		}
		switch {
		case l.look == end, l.titled:
			return -1
		case l.look == prose:
			words += l.words
			blocks++
		case l.look == stamp, l.look == code, l.look == chrome, l.look == byline, l.look == caption, l.twin:
			signs++
		}
		if words > maxHeadProse || blocks >= maxHeadBlocks {
			return -1
		}
	}
	return -1
}

// opensHead tells whether what stands at i and again right behind is a headline
// and not a caption: it opens the page or stands apart, or byline or time follow.
func opensHead(lines []block, i int) bool {
	if i == 0 || lines[i].gap >= 2 && lines[i].gap > lines[i+1].gap {
		return true
	}
	for k := i + 2; k < len(lines) && k < i+5; k++ {
		if lines[k].look == byline || lines[k].look == stamp {
			return lines[i-1].look != short || lines[i].gap > 0
		}
	}
	return false
}

// markCopies marks the lines behind the repetition at j that repeat lines
// between it and the first printing at i.
func markCopies(lines []block, i, j int) {
	for k := j + 1; k < len(lines) && k <= j+maxHeadLines; k++ {
		copied := false
		for m := i + 1; m < j; m++ {
			copied = copied || lines[m].folded == lines[k].folded && lines[k].folded != ""
		}
		if !copied {
			return
		}
		lines[k].head, lines[k].copied = true, true
		if lines[k].look == prose {
			lines[k].look = caption
		}
	}
}

func couldBeHeadline(l block) bool {
	return (l.look == short || l.look == unsure) && l.words >= 2 && l.words <= 40 &&
		!(goesOn(l.text) && l.words > 2)
}

// unpromote takes a line that opens a head and stands again below for what it
// is: "Watch: ..." points nowhere else.
func unpromote(lines []block, i int) {
	for j := i + 1; j < min(len(lines), i+maxHeadLines+1); j++ {
		if lines[j].folded == lines[i].folded {
			lines[i].look, lines[j].look = short, short
		}
	}
}

// sameHeadline tells whether two lines are one headline, apart from the name of
// the site behind a bar or dash.
func sameHeadline(a, b block) bool {
	if a.folded == b.folded {
		return a.folded != ""
	}
	return slices.Contains(a.bare, b.folded) || slices.Contains(b.bare, a.folded)
}

// markLabels finds labels of the page among the lines between paragraphs: words
// that stand in a menu too, among others of its kind.
func markLabels(lines []block) {
	alone := func(i int) bool {
		l := lines[i]
		return (l.look == short || l.look == other || l.look == bullet) && l.words <= 3 && !l.head && !l.twin
	}
	menu := map[string]bool{}
	for i := 1; i+1 < len(lines); i++ {
		if alone(i-1) && alone(i) && alone(i+1) {
			menu[lines[i-1].folded], menu[lines[i].folded], menu[lines[i+1].folded] = true, true, true
		}
	}
	for i := 1; i+1 < len(lines); i++ {
		if lines[i].look == short && alone(i) && menu[lines[i].folded] && lines[i-1].look == prose && lines[i+1].look == prose {
			lines[i].look = chrome
		}
	}
}

// markText decides the lines that alone could be a paragraph or a heading: one
// that follows a paragraph goes on with it, unless more space stands before it
// than behind; a question in title case is a crosshead.
func markText(lines []block) {
	for i := range lines {
		l := &lines[i]
		switch {
		case l.look == unsure && (l.head || l.twin):
			l.look = short
		case l.look == unsure && isTitleCase(l.text) && lastMark(l.text) != 0:
			l.look = short
		case l.look == unsure && leadsIntoList(lines, i):
			l.look = prose
		case l.look == unsure && (!followsText(lines, i) || startsAnew(lines, i)):
			l.look = short
		case l.look == unsure, l.look == short && endsUnstopped(lines, i):
			l.look = prose
		}
	}
}

// markOpening makes a headline of the sentence that opens a page, where it is
// short and the paragraph behind it is not.
func markOpening(lines []block) {
	if len(lines) < 2 || lines[0].look != prose || lines[1].look != prose {
		return
	}
	if n := lines[0].words; n <= 15 && 2*n <= lines[1].words {
		lines[0].look = short
	}
}

// leadsIntoList tells a sentence that ends in a colon before the items of a list.
func leadsIntoList(lines []block, i int) bool {
	return goesOn(lines[i].text) && lines[i].words >= 6 && i > 0 && i+1 < len(lines) && lines[i+1].look == bullet
}

// isTitleCase tells whether every long word of a line, three words or more,
// begins with a capital.
func isTitleCase(s string) bool {
	words, long := 0, 0
	start := true
	runes := []rune(s[:min(len(s), 400)])
	for i, r := range runes {
		if !unicode.IsLetter(r) && r != '\'' && r != '’' {
			start = true
			continue
		}
		if !start {
			continue
		}
		start = false
		words++
		n := i
		for n < len(runes) && unicode.IsLetter(runes[n]) {
			n++
		}
		if n-i >= 4 {
			if !unicode.IsUpper(r) {
				return false
			}
			long++
		}
	}
	return words >= 3 && long >= 1
}

// endsUnstopped tells an article's last paragraph whose full stop is missing: a
// sentence's worth of words right behind a paragraph, and then space or nothing.
func endsUnstopped(lines []block, i int) bool {
	l := lines[i]
	return l.words >= 7 && !l.head && !l.twin && followsProse(lines, i) && l.gap <= 1 &&
		(i+1 == len(lines) || lines[i+1].gap >= 2 && lines[i+1].gap > l.gap)
}

// followsProse tells whether the line goes on where a paragraph ended.
func followsProse(lines []block, i int) bool { return i > 0 && lines[i-1].look == prose }

// followsText is followsProse for the line behind a list too.
func followsText(lines []block, i int) bool {
	return followsProse(lines, i) || i > 1 && lines[i-1].look == bullet && (lines[i-2].look == prose || lines[i-2].look == bullet) && lines[i].words >= 14
}

// startsAnew tells whether more space stands before the line than behind it.
func startsAnew(lines []block, i int) bool {
	return i+1 < len(lines) && lines[i].gap > lines[i+1].gap && lines[i].gap >= 2
}
