package split

// A live page is one report in entries, each under the time of day at which it
// came in, newest or oldest first, some with a heading of its own.

// The least entries of a live page, and how far below its time an entry's text
// may begin.
const (
	minEntries  = 3
	maxToEntry  = 4
	minEntryRun = 8 // words of an entry's first sentence
)

// markEntries marks times and headings of the entries of a live page, so that
// they are read as text and no heading begins an article. The times of the page
// run one way, and something stands above the first: a page whose first line is
// a time is a list of articles.
func markEntries(lines []block) {
	var at []int
	for i, l := range lines {
		if isTimeOfDay(l) && opensEntry(lines, i) {
			at = append(at, i)
		}
	}
	if len(at) < minEntries || !runsOneWay(lines, at) || !hasOpening(lines, at[0]) {
		return
	}
	for _, i := range at {
		for j := i; lines[j].look != prose; j++ {
			l := &lines[j]
			l.head, l.again, l.copied, l.titled = false, false, false, false
			switch {
			case j == i:
				l.entry, l.look = true, code
			case l.folded == lines[j-1].folded:
				l.look, l.why = other, "repeated"
			case l.look == short || l.look == unsure:
				l.look, l.entry, l.twin = short, true, false
			}
		}
	}
}

// isTimeOfDay tells "21:40", "9.05 pm" or "21:40 CET" standing alone.
func isTimeOfDay(l block) bool {
	return (l.look == code || l.look == short || l.look == stamp) && l.words <= 4 && isClock(l.text)
}

// opensEntry tells whether a text begins below the time at i, with no more than
// a heading between.
func opensEntry(lines []block, i int) bool {
	for j := i + 1; j < len(lines) && j <= i+maxToEntry; j++ {
		switch l := lines[j]; l.look {
		case prose:
			return l.words >= minEntryRun
		case short, unsure, chrome, caption, byline, bullet, other:
		default:
			return false
		}
	}
	return false
}

// runsOneWay tells whether all times but one in five, as midnight brings them,
// follow each other in one direction.
func runsOneWay(lines []block, at []int) bool {
	up, down := 0, 0
	for k := 1; k < len(at); k++ {
		a, b := minutes(lines[at[k-1]].text), minutes(lines[at[k]].text)
		if b >= a {
			up++
		}
		if b <= a {
			down++
		}
	}
	return 5*max(up, down) >= 4*(len(at)-1)
}

// hasOpening tells whether a headline with something of its head stands above
// the first entry.
func hasOpening(lines []block, first int) bool {
	titled := false
	for _, l := range lines[:first] {
		switch {
		case couldBeHeadline(l) && l.words >= 3:
			titled = true
		case titled && (l.look == prose || l.look == stamp || l.look == byline || l.look == unsure):
			return true
		}
	}
	return false
}
