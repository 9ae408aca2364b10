package split

import (
	"strconv"
	"strings"
	"unicode"

	"coranto"
	"coranto/reading/when"
)

// A dump is the visible text of a page, one block a line. All passes over it are
// linear in the number of lines.

// maxLines is how many lines that are not blank a dump has at most: five times as
// many as the longest pages have.
const maxLines = 50_000

// readDump takes a dump apart into its lines, and settles what they look like.
func readDump(pg coranto.Page) (*page, error) {
	text, _ := decode(pg.Body, pg.MediaType)
	lines := parseLines(text)
	if lines == nil && strings.TrimFunc(text, isBlank) != "" {
		return nil, coranto.Errorf(coranto.TooLarge, "read", pg.Name, "give the text of one page", "the page has more than %d lines", maxLines)
	}
	settle(lines)
	p := &page{blocks: lines, headline: -1}
	for i := range p.blocks {
		p.live = p.live || p.blocks[i].entry
		if p.blocks[i].look == prose {
			p.paragraphs++
		}
	}
	return p, nil
}

// parseLines cuts a dump into its lines that are not blank and tells what each
// looks like; nil for more than maxLines.
func parseLines(text string) []block {
	if n := strings.Count(text, "\n"); n > maxLines && countLines(text) > maxLines {
		return nil
	}
	var lines []block
	first := map[string]int{} // a line by its text
	gap := 0
	for raw := range strings.Lines(text) {
		t := strings.TrimFunc(raw, isBlank)
		if t == "" {
			gap++
			continue
		}
		k, known := first[t]
		if !known {
			k = len(lines)
			first[t] = k
			lines = append(lines, lineOf(t))
		} else {
			lines = append(lines, lines[k])
		}
		lines[len(lines)-1].gap = gap
		gap = 0
	}
	return lines
}

func countLines(text string) (n int) {
	for raw := range strings.Lines(text) {
		if strings.TrimFunc(raw, isBlank) != "" {
			n++
		}
	}
	return n
}

// lineOf is a line by itself.
func lineOf(t string) block {
	l := block{text: t, words: countWords(t), folded: fold(t)}
	l.looks()
	l.voices = l.look == end && vocabularies["voices"].has(strings.TrimRight(strings.ToLower(t), " ()0123456789:"))
	l.consent = l.look == chrome && l.words >= leastConsent
	if l.words <= 45 {
		for _, bare := range withoutSites(t) {
			l.bare = append(l.bare, fold(bare))
		}
	}
	return l
}

// settle corrects the classes of lines by what stands around them. The surest
// marks come first: later ones leave alone what is settled.
func settle(lines []block) {
	markNumeric(lines)
	markConsent(lines)
	markTwins(lines)
	markAnnounced(lines)
	markTeasers(lines)
	markPictures(lines)
	markSources(lines)
	markBoxes(lines)
	markComeAgain(lines)
	markRepeated(lines)
	markEntries(lines)
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
func markNumeric(lines []block) {
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
func numericDate(l block) (a, b, year int, ok bool) {
	if l.look != stamp || len(l.text) > len("00-00-0000") {
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
