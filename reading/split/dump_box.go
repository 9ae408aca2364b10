package split

import "strings"

// Boxes stand between and inside articles and are not of them: links to other
// stories under a label, teasers, a newsletter that wants subscribers, whatever
// comes again on the page. The text around a box goes on behind it.

// maxBox bounds the lines of a box.
const maxBox = 48

// markBoxes finds lists of other stories by their labels, with all that stands
// in them.
func markBoxes(lines []block) {
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if l.look != end && (l.look != promo || l.words > 3 || lastMark(l.text) != 0) || l.voices || l.head {
			continue
		}
		to := boxEnd(lines, i)
		for k := i; k < to && to > i+1; k++ {
			lines[k].look = other
		}
		i = max(i, to-1)
	}
}

// boxEnd returns the line behind the box whose label stands at i: items, each
// with its age or a sentence or two, up to a head or to text.
func boxEnd(lines []block, i int) int {
	items, texts, aged, bullets := 0, 0, 0, 0
	j := i + 1
	for ; j < len(lines) && j-i <= maxBox; j++ {
		l := lines[j]
		if l.head || l.titled || l.voices || j > i+1 && l.twin && lines[j+1].folded == l.folded || l.gap >= 2 && l.gap > lines[i+1].gap {
			return j
		}
		switch l.look {
		case short, unsure:
			switch {
			case printedBy(lines, j):
				return j
			case isAgedItem(lines, j) && (aged > 0 || isAgedItem(lines, j+2)):
				aged++
			case bullets > 1, aged > 1 && j+1 < len(lines) && lines[j+1].look == prose:
				return j
			case opensArticle(lines, j) && !headsBelow(lines, j+1):
				return j
			}
			items++
		case bullet:
			items++
			bullets++
		case stamp:
			if l.name != "" && opensArticle(lines, j) {
				return j
			}
		case byline, source, other:
			return j
		case prose:
			if mayHead(l) && (isAgedItem(lines, j) && (aged > 0 || isAgedItem(lines, j+2)) || items > 0 && texts == 0 && !strings.ContainsRune(fullStops, lastMark(l.text)) && isItem(lines, j+1)) {
				items++
				if isAgedItem(lines, j) {
					aged++
				}
				continue
			}
			if headsBelow(lines, j) {
				lines[j].look = short
				return j
			}
			if texts > 0 && mayHead(l) && j+1 < len(lines) && lines[j+1].look == prose && breaksOff(lines[j+1].text) {
				items++
				continue
			}
			if items == 0 || !isTeaserText(lines, j, items, texts) {
				return j
			}
			texts++
		}
	}
	return j
}

// headsBelow tells whether the line at j is the headline of an article rather
// than the one above it.
func headsBelow(lines []block, j int) bool {
	if isItem(lines, j) {
		return opensArticle(lines, j)
	}
	return j+1 < len(lines) && mayHead(lines[j]) && !strings.ContainsRune(fullStops, lastMark(lines[j].text)) &&
		(lines[j+1].look == byline || lines[j+1].look == stamp) && opensArticle(lines, j)
}

// printedBy tells a publisher's name above age, headline and text.
func printedBy(lines []block, j int) bool {
	return j+3 < len(lines) && lines[j].words <= 5 && looksLikeName(lines[j].text) && lines[j+1].look == stamp && lines[j+3].look == prose &&
		(isItem(lines, j+2) || mayHead(lines[j+2])) && opensArticle(lines, j+1)
}

// isItem tells a line in the form of a headline that is no name.
func isItem(lines []block, j int) bool {
	return j < len(lines) && couldBeHeadline(lines[j]) && lines[j].words >= 4 && !areNames(lines[j].text)
}

// isAgedItem tells the headline of another story with its age, and nothing but
// text or the next behind.
func isAgedItem(lines []block, j int) bool {
	if j+1 >= len(lines) || lines[j].look != short && !mayHead(lines[j]) || lines[j].words < 3 || lines[j+1].look != stamp || lines[j+1].name != "" {
		return false
	}
	return j+2 == len(lines) || lines[j+2].look == prose || lines[j+2].look == short || lines[j+2].look == unsure || lines[j+2].look == end || lines[j+2].look == bullet
}

// isTeaserText tells the sentence below an item from text that goes on behind
// the box: it breaks off, or it is short and stands between items as the one
// before it did.
func isTeaserText(lines []block, j, items, texts int) bool {
	l := lines[j]
	if l.words > 45 || lines[j-1].look == prose && !breaksOff(l.text) {
		return false
	}
	if breaksOff(l.text) {
		return true
	}
	last := j+1 == len(lines)
	if l.words > 30 || !last && (lines[j+1].look == prose || lines[j+1].look == caption) {
		return false
	}
	if texts > 0 {
		return items == texts+1
	}
	return items == 1 && (last || j+2 == len(lines) || lines[j+1].look == end || lines[j+2].look == prose && lines[j+2].words <= 45 && (j+3 == len(lines) || lines[j+3].look != prose))
}

// breaksOff tells a text that ends in an ellipsis.
func breaksOff(s string) bool {
	t := strings.TrimRight(s, " ])")
	return strings.HasSuffix(t, "...") || strings.HasSuffix(t, "…") || strings.HasSuffix(t, "[.")
}

// maxToText bounds the lines between a headline and its text: byline, share row,
// picture.
const maxToText = 14

// opensArticle tells whether the line at i opens a head: writer or time stand
// right below it, and text of some length follows.
func opensArticle(lines []block, i int) bool {
	signed := lines[i].look == stamp
	for j := i + 1; j < len(lines) && j <= i+maxToText; j++ {
		switch lines[j].look {
		case stamp, byline:
			if j <= i+3 {
				signed = true
			}
		case prose:
			return signed && (lines[j].words > 30 || j+1 < len(lines) && (lines[j+1].look == prose || lines[j+1].look == unsure))
		case end:
			return false
		case short, unsure:
			if !signed && j > i+1 {
				return false
			}
		}
	}
	return false
}

// markTeasers finds headlines with texts that break off, two or more in a row:
// no label is needed to know them.
func markTeasers(lines []block) {
	for i := 0; i+3 < len(lines); i++ {
		n := 0
		for k := i; k+1 < len(lines) && isTeaserPair(lines, k); k += 2 {
			n++
		}
		if n < 2 {
			continue
		}
		for k := i; k < i+2*n; k++ {
			lines[k].look = other
		}
		i += 2*n - 1
	}
}

func isTeaserPair(lines []block, k int) bool {
	a, b := lines[k], lines[k+1]
	return (a.look == short || a.look == unsure) && !a.head && !a.titled && b.look == prose && b.words <= 45 && breaksOff(b.text) &&
		(k+2 == len(lines) || lines[k+2].look != prose)
}

// maxRecurring bounds the words of sentences in a box that comes again; more are
// an article that is printed twice.
const maxRecurring = 60

// markRecurring finds runs of lines that stand elsewhere on the page too, in the
// same order: menus, footers, boxes. Heads and pictures may recur.
func markRecurring(lines []block) {
	pair := func(i int) string { return lines[i].folded + "\x00" + lines[i+1].folded }
	count := map[string]int{}
	for i := 0; i+1 < len(lines); i++ {
		if mayRecur(lines[i]) && mayRecur(lines[i+1]) {
			count[pair(i)]++
		}
	}
	for i := 0; i+1 < len(lines); {
		to, words := i, 0
		for to+1 < len(lines) && mayRecur(lines[to]) && mayRecur(lines[to+1]) && count[pair(to)] >= 2 {
			to++
		}
		if to == i {
			i++
			continue
		}
		for k := i; k <= to; k++ {
			if lines[k].look == prose {
				words += lines[k].words
			}
		}
		for k := i; k <= to && words <= maxRecurring; k++ {
			if lines[k].look != end && lines[k].look != chrome {
				lines[k].look, lines[k].why = other, "comes again on the page"
			}
		}
		i = to + 1
	}
}

// leastAgain is between how many paragraphs a label stands that is the page's.
const leastAgain = 3

// markComeAgain finds labels that stand alone or among others between
// paragraphs, again and again: of advertisements, players, cut text. Names may be
// those of who speaks, and what stands above a time prints it.
func markComeAgain(lines []block) {
	count, last := map[string]int{}, map[string]int{}
	texts := 0
	label := func(i int) bool {
		l := lines[i]
		return (l.look == short || l.look == unsure) && l.words >= 2 && l.words <= 6 && !l.titled && !l.twin && !looksLikeName(l.text) &&
			(i+1 == len(lines) || lines[i+1].look != stamp && lines[i+1].look != byline)
	}
	for i, l := range lines {
		if l.look == prose {
			texts++
		}
		if label(i) && (count[l.folded] == 0 || last[l.folded] < texts) {
			count[l.folded]++
			last[l.folded] = texts
		}
	}
	for i := range lines {
		if label(i) && count[lines[i].folded] >= leastAgain {
			lines[i].look, lines[i].why = chrome, "label of the page that comes again"
		}
	}
}

func mayRecur(l block) bool {
	switch l.look {
	case stamp, byline, caption, source, code:
		return false
	}
	return !l.head && !l.titled && !l.twin && !l.entry && l.folded != ""
}

// markSignUps finds boxes that want subscribers: a sentence or two to the
// reader, and the button below, or the words of a letter that comes by mail.
func markSignUps(lines []block) {
	for i := range lines {
		l := &lines[i]
		if l.look != prose || l.words > 45 || l.head {
			continue
		}
		lowered := strings.ToLower(l.text)
		if strings.ContainsAny(lowered, "\"“”«»„") {
			continue
		}
		button := i+1 < len(lines) && lines[i+1].words <= 4 && vocabularies["subscribe"].has(strings.ToLower(lines[i+1].text))
		byMail := false
		for words := range vocabularies["letter"].exact {
			byMail = byMail || strings.Contains(lowered, words)
		}
		label := i > 0 && lines[i-1].look == short && lines[i-1].words <= 8 && !lines[i-1].head
		if !(button && (byMail || label) || byMail && (speaksToReader(lowered) && (label || wantsReader(lowered)) || asksToSubscribe(lowered))) {
			continue
		}
		const why = "wants subscribers"
		l.look, l.why = other, why
		if label && i > 1 {
			lines[i-1].look, lines[i-1].why = other, why
		}
		if button {
			lines[i+1].look, lines[i+1].why = other, why
		}
	}
}
