package split

import (
	"strconv"
	"strings"
	"unicode"

	"coranto"
	"coranto/reading/when"
)

// A dump is the visible text of a page, one block a line. Its articles are told
// apart in four passes, each linear in the number of lines:
//
//	classify  what each line looks like by itself            (line.go)
//	mark      what its neighbours and repetitions add        (mark.go, frame.go,
//	          box.go, live.go)
//	bound     which gaps between paragraphs begin an article (bound.go)
//	gather    head and body of each article                  (gather.go, head.go)

// dumpArticles returns the articles of a plain-text page in order.
func dumpArticles(text string, opt Options) []coranto.Article {
	lines := parseLines(text)
	settle(lines)
	paragraphs := 0
	for _, l := range lines {
		if l.class == prose {
			paragraphs++
		}
	}
	var articles []coranto.Article
	seen := map[string]bool{} // pages that scroll without end print one text again and again
	for _, part := range bound(lines) {
		if a, ok := gather(lines, part, paragraphs, opt); ok && !seen[a.Text] {
			seen[a.Text] = true
			articles = append(articles, a)
		}
	}
	return articles
}

// settle corrects the classes of lines by what stands around them. The surest
// marks come first: later ones leave alone what is settled.
func settle(lines []line) {
	markNumeric(lines)
	markConsent(lines)
	markTwins(lines)
	markAnnounced(lines)
	markTeasers(lines)
	markVoices(lines)
	markPictures(lines)
	markSources(lines)
	markBoxes(lines)
	markRepeated(lines)
	markEntries(lines)
	markFramed(lines)
	markSigned(lines)
	markSignUps(lines)
	markRecurring(lines)
	markText(lines)
	markLabels(lines)
	markCredited(lines)
	markOpening(lines)
}

// markNumeric reads dates in figures alone, such as 05-06-2025: which figure is
// the day is told by the other dates of the page, or by none.
func markNumeric(lines []line) {
	dayFirst, monthFirst := false, false
	for _, l := range lines {
		if a, b, _, ok := numericDate(l); ok {
			dayFirst = dayFirst || a > 12
			monthFirst = monthFirst || b > 12
		}
	}
	if dayFirst == monthFirst {
		return
	}
	for i := range lines {
		a, b, year, ok := numericDate(lines[i])
		if !ok {
			continue
		}
		if monthFirst {
			a, b = b, a
		}
		date := strconv.Itoa(year) + "-" + twoDigits(b) + "-" + twoDigits(a)
		if _, ok := when.ParsePrinted(date); ok {
			lines[i].date = date
		}
	}
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// numericDate reads a stamp of two numbers and a year, parted by one kind of
// mark.
func numericDate(l line) (a, b, year int, ok bool) {
	if l.class != stamp || len(l.text) > len("00-00-0000") {
		return 0, 0, 0, false
	}
	parts := strings.FieldsFunc(l.text, func(r rune) bool { return !unicode.IsDigit(r) })
	if len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) != 4 {
		return 0, 0, 0, false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil {
			return 0, 0, 0, false
		}
		n[i] = v
	}
	return n[0], n[1], n[2], true
}
