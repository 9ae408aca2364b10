package split

import "strings"

// Heads that are told by what stands above and below the headline: publisher,
// age, sections, writer.

// maxLabels bounds the sections and names between an age and its headline.
const maxLabels = 6

// markAnnounced finds the heads that aggregators set: the publisher, an age or a
// date, sections and the publisher again as bullets, the headline, and the whole
// text in the line behind it. The frame tells what each line is, whatever it
// looks like.
func markAnnounced(lines []block) {
	for i := 1; i < len(lines); i++ {
		h := framed(lines, i)
		if h < 0 {
			continue
		}
		lines[i-1].look = source
		if lines[i].look != stamp { // an age in words that we do not know: its place tells
			lines[i].look, lines[i].framed = stamp, true
		}
		lines[h].look, lines[h].titled = short, true
		if h+1 < len(lines) && lines[h+1].gap == 0 && framed(lines, h+2) < 0 {
			lines[h+1].look = prose
		}
	}
}

// framed returns the headline behind the stamp at i, where that stands between a
// short name and bullets, of which the last may be the name again; else -1. What
// stands before the name again is a stamp whatever it looks like.
func framed(lines []block, i int) int {
	if i < 1 || i >= len(lines) || lines[i].look != stamp && (lines[i].words > 6 || lines[i].look == bullet) || lines[i].gap > 0 || lines[i-1].words > 8 || lines[i-1].look == bullet {
		return -1
	}
	h, named := i+1, false
	for h < len(lines) && h <= i+maxLabels && lines[h].look == bullet && lines[h].words <= 8 && lines[h].gap == 0 && !named {
		named = lines[h].folded == lines[i-1].folded
		h++
	}
	if !named && lines[i].look != stamp || h == i+1 || h >= len(lines) || lines[h].gap > 0 || lines[h].words > 45 || lines[h].look == bullet && !named || !named && lines[h].look != short && lines[h].look != unsure {
		return -1
	}
	return h
}

// markSources finds who prints an article: a name right above its age, with the
// headline right below. The name is one of papers, or stands elsewhere on the page too.
func markSources(lines []block) {
	above := func(i int) bool {
		l := lines[i]
		return l.look == short && !l.twin && !l.head && l.words <= 6 && looksLikeName(l.text) && !strings.Contains(l.text, ",") &&
			i+1 < len(lines) && lines[i+1].look == stamp && lines[i+1].name == "" && lines[i+1].gap <= 1 && saysAge(lines[i+1].text)
	}
	count := map[string]int{}
	for _, l := range lines {
		if l.words <= 6 {
			count[l.folded]++
		}
	}
	for i := range lines {
		if i+3 >= len(lines) || !above(i) || !isPaper(lines[i].text) && count[lines[i].folded] < 2 {
			continue
		}
		if h := lines[i+2]; h.words >= 3 && (couldBeHeadline(h) || mayHead(h)) && opensArticle(lines, i+1) {
			lines[i].look = source
		}
	}
}

// maxSentence bounds the words of a headline in the form of a sentence.
const maxSentence = 25

// markSigned finds headlines by the writer or time right below, or by the
// publisher and age right above: whatever they look like, where no plainer one
// stands beside.
func markSigned(lines []block) {
	for i := range lines {
		if lines[i].look != stamp && lines[i].look != byline {
			continue
		}
		if lines[i].printsSource() || i > 0 && lines[i-1].look == source {
			above := i > 0 && mayHead(lines[i-1]) && (lines[i-1].look == unsure || i == 1 || lines[i-2].look != prose && !couldBeHeadline(lines[i-2]))
			below := i+1 < len(lines) && mayHead(lines[i+1]) && opensArticle(lines, i)
			switch {
			case below && !(above && !saysAge(lines[i].time())):
				lines[i+1].look = short
			case above && opensArticle(lines, i-1):
				lines[i-1].look = short
			}
			continue
		}
		if i == 0 || !mayHead(lines[i-1]) {
			continue
		}
		if lines[i-1].look == bullet && i > 1 && lines[i-2].look == bullet {
			continue
		}
		if l := &lines[i-1]; l.look == unsure || (i == 1 || !couldBeHeadline(lines[i-2])) && !(i+1 < len(lines) && couldBeHeadline(lines[i+1])) && opensArticle(lines, i-1) {
			l.look = short
		}
	}
}

// mayHead tells a line that is no headline by its looks but may be one.
func mayHead(l block) bool {
	dashed := l.look == bullet && strings.ContainsRune("-–—", firstRune(l.text))
	return (l.look == unsure || l.look == prose || dashed) && l.words >= 3 && l.words <= maxSentence && !l.head && !l.twin
}
