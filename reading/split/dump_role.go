package split

import (
	"strings"
	"unicode"
)

// How many words make an article and not a teaser: any, a page's only text (a
// flash), and one whose head cannot be mistaken.
const (
	minArticleWords = 40
	minSeveralWords = 25 // of two paragraphs or more under a headline
	minOnlyWords    = 15
	minSureWords    = 12
)

// labelDump gives the lines of a story their roles; ok is false when what is
// there is too little or only a list of teasers.
func (p *page) labelDump(s *story) (ok bool) {
	lines := p.blocks
	s.end = lastText(lines, *s)
	inSeries := inSeries(lines[s.body:s.end])
	moments := labelBody(lines, *s, inSeries)
	labelHead(lines, *s)
	if first := &lines[max(0, s.body-1)]; inSeries && s.body > s.from && first.look == code && isMoment(*first) {
		first.role = roleCrosshead
	}
	p.settleRoles(*s)
	words, own, heads, texts := 0, 0, -moments, 0
	marked := s.sure
	for i := s.from; i < s.end; i++ {
		l := &lines[i]
		if l.role == roleBody && l.look == prose {
			own++
		}
		if l.role == roleBody || l.role == roleCrosshead && i < s.body {
			words += l.words
		}
		switch {
		case i < s.body:
			marked = marked || l.head || l.role == roleStamp
		case l.role == roleCrosshead:
			heads++
		case l.role == roleBody && l.look == prose:
			texts++
		}
	}
	h := p.readHead(*s, Options{})
	least := minArticleWords
	if s.headline >= 0 && texts >= 2 {
		least = minSeveralWords
	}
	switch {
	case s.sure && lines[s.headline].titled:
		least = 1
	case s.sure:
		least = minSureWords
	case own == p.paragraphs, len(h.authors) > 0 && h.published != nil && texts >= 2:
		least = minOnlyWords
	}
	return words >= least && (marked || !isTeaserList(heads, texts, words))
}

// isTeaserList tells headlines with a line of text each, as section fronts and
// lists of related stories have them, from an article with crossheads.
func isTeaserList(heads, texts, words int) bool {
	return heads >= 2 && heads >= texts-1 && words < 45*texts
}

// labelHead gives the lines above the first paragraph their roles. What is
// repeated in the text is not of the head.
func labelHead(lines []block, s story) {
	below := map[string]bool{}
	for _, l := range lines[s.body:s.end] {
		if l.role == roleBody || l.role == roleCrosshead {
			below[l.text] = true
		}
	}
	for i := s.from; i < s.body; i++ {
		l := &lines[i]
		switch {
		case s.headline >= 0 && couldBeHeadline(*l) && sameHeadline(*l, lines[s.headline]):
			l.role = roleHeadline
		case l.look == caption && isOnlyCredit(l.text): // of the picture, whose caption stands beside it
		case l.look == bullet:
			switch {
			case l.words >= 4 && i > s.headline:
				l.role = roleKey
			case l.words <= 8:
				l.role = roleTag
			}
		case l.look == short:
			l.role = roleAbove(lines, s, i)
		default:
			l.role = headRoles[l.look]
		}
		if (l.role == roleBody || l.role == roleCrosshead) && l.words >= 8 && below[l.text] {
			l.role = roleNone
		}
	}
}

// headRoles are the roles in a head of lines whose look tells it.
var headRoles = map[look]role{prose: roleBody, caption: roleCaption, stamp: roleStamp, byline: roleByline, source: rolePublisher}

// roleAbove sorts a line without a full stop above the text. Between a headline
// and its repetition it belongs to a picture; a name is a writer's; below the
// headline, words enough are a standfirst, and a question is the first of an
// interview.
func roleAbove(lines []block, s story, i int) role {
	l := lines[i]
	below := i > s.headline
	switch {
	case isAgency(l.text):
		return roleByline
	case isCreditLine(l.text):
	case l.twin && isName(l.text) && !named(lines, s, l), !l.twin && areNames(l.text) && besideStamp(lines, s, i), l.head && isPlaced(l.text):
		return roleByline
	case l.twin, l.head && !below && l.words >= 3 && !behindStamp(lines, s, i), l.copied && l.words >= 3:
		return roleCaption
	case !below:
	case s.sure && l.words >= 2 && i == s.body-1 && !l.head:
		if strings.Contains(l.text, ":") {
			return roleBody
		}
		return roleCrosshead
	case l.words >= 9 && lines[s.body-1].look != end:
		return roleBody
	case i == s.body-1 && strings.ContainsRune(cries, lastMark(l.text)):
		if strings.Contains(l.text, ":") { // who asks
			return roleBody
		}
		return roleCrosshead
	}
	return roleNone
}

// isPlaced tells the line of a correspondent: "Place: Name".
func isPlaced(s string) bool {
	_, name, found := strings.Cut(s, ":")
	return found && countWords(s) <= 6 && isName(strings.TrimSpace(name))
}

// isCreditLine tells a line that only says whose picture stands above it.
func isCreditLine(s string) bool {
	return countWords(s) <= 4 && strings.ContainsRune(s, '/') && hasCreditWord(s)
}

// maxNamedLines bounds how far into a text a name is looked for.
const maxNamedLines = 100

// named tells whether the text speaks of the one whose name stands twice in the
// head: then it is a picture of who is written about, else of who writes.
func named(lines []block, s story, l block) bool {
	words := strings.Fields(l.text)
	last := words[len(words)-1]
	for i := s.body; i < min(s.to, s.body+maxNamedLines); i++ {
		if strings.Contains(lines[i].text, last) {
			return true
		}
	}
	return s.headline >= 0 && strings.Contains(lines[s.headline].text, last)
}

// besideStamp tells whether an age or date stands within three lines of i, with
// no space between.
func besideStamp(lines []block, s story, i int) bool {
	for j := i + 1; j <= i+3 && j < s.body && lines[j].gap == 0; j++ {
		if lines[j].look == stamp {
			return true
		}
	}
	return behindStamp(lines, s, i)
}

func behindStamp(lines []block, s story, i int) bool {
	return i > s.from && lines[i].gap == 0 && lines[i-1].look == stamp
}

// labelBody gives the lines from the first paragraph to the last one their
// roles, and counts the crossheads that are moments.
func labelBody(lines []block, s story, inSeries bool) (moments int) {
	labels := map[string]int{} // how often each stands in the text
	for _, l := range lines[s.body:s.end] {
		if l.look == short && !l.twin && l.words <= 4 {
			labels[l.folded]++
		}
	}
	for i := s.body; i < s.end; i++ {
		l := &lines[i]
		switch {
		case l.entry:
			l.role = roleCrosshead
			moments++
		case l.look == caption && l.why != "":
		case l.look == caption && isOnlyCredit(l.text):
			l.cut("credit of a picture")
		case l.look == caption, l.look == short && (l.twin || l.words >= 4 && lastBracket(l.text) > 0):
			l.role = roleCaption
		case l.look == prose, l.look == bullet:
			l.role = roleBody
		case l.look == short:
			n := 1
			for i+n < s.end && lines[i+n].look == short && !lines[i+n].twin && lastBracket(lines[i+n].text) <= 0 {
				n++
			}
			labelShort(lines, s.end, i, n, labels)
			i += n - 1
		case inSeries && (l.look == code || l.look == stamp) && isMoment(*l) && lines[i+1].look == prose:
			l.role = roleCrosshead
			moments++
		default:
			l.cut(cutReason(*l))
		}
	}
	return moments
}

// labelShort sorts n short lines in a row that stand inside a text. One or two
// head what follows, more are verse or a list; beside links to other stories
// they are links.
func labelShort(lines []block, to, i, n int, labels map[string]int) {
	before, after := lines[i-1], end
	if i+n < len(lines) {
		after = lines[i+n].look
	}
	if leads(before.text) {
		after = prose // its items
	}
	isText := after == prose || after == bullet || after == caption || after == code && n == 1
	links := before.look == end || before.look == promo && isBarePromo(before.text)
	inText := before.look == prose || before.look == bullet || before.look == caption
	for k := i; k < i+n; k++ {
		switch l := &lines[k]; {
		case links:
			l.cut(cutReason(block{look: promo}))
		case !isText && !(inText && l.words >= 5): // a label's worth of words beside a label
			l.cut(cutReason(block{look: short}))
		case n <= 2 && labels[l.folded] > 1:
			l.cut("label of a box that comes again")
		case n <= 2 && l.words <= 20:
			l.role = roleCrosshead
		default:
			l.role = roleBody
		}
	}
}

// lastText returns the end of a story's text: behind its last paragraph, or the
// items of a list that a paragraph leads into.
func lastText(lines []block, s story) int {
	to := s.to
	for to > s.body && lines[to-1].look != prose {
		to--
	}
	if end := listEnd(lines, to, s.to); end > to {
		return end
	}
	for end := to; end < s.to && lines[end].look == bullet; end++ {
		if lines[end].words < 3 {
			return to
		}
		if end+1 == s.to || lines[end+1].look != bullet {
			return end + 1
		}
	}
	return to
}

// isOnlyCredit tells "Photo: Name" without a caption.
func isOnlyCredit(text string) bool {
	caption, _, ok := cutCredit(text)
	return ok && caption == ""
}

// isBarePromo tells a label that points to the next line: "Read more:".
func isBarePromo(text string) bool { return countWords(text) <= 3 || goesOn(text) }

// inSeries tells whether a body is parted by moments: a chronology or a live
// page, whose dates and times head their entries.
func inSeries(lines []block) bool {
	moments := 0
	for i, l := range lines {
		if (l.look == code || l.look == stamp) && isMoment(l) && i+1 < len(lines) && lines[i+1].look == prose {
			moments++
		}
	}
	return moments >= 2
}

// isMoment tells a year, a time of day or a date standing alone.
func isMoment(l block) bool {
	if l.look == stamp {
		s := readStamps(l.time())
		return len(s) == 1 && !s[0].isAge && s[0].label == ""
	}
	digits := 0
	for _, r := range l.text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case r != ':' && r != '.':
			return false
		}
	}
	return digits == 4 || digits == 3 && strings.Contains(l.text, ":")
}

func cutReason(l block) string {
	if l.why != "" {
		return l.why
	}
	switch l.look {
	case promo:
		return "promo"
	case end, other:
		return "list of other stories"
	case stamp:
		return "time stamp"
	case byline:
		return "byline"
	case code:
		return "code"
	case chrome:
		return "label of the page"
	}
	return "no part of the text"
}
