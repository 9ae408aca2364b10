package split

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"coranto"
	"coranto/reading/when"
)

// head is what stands above an article's body.
type head struct {
	headline   string
	publisher  string
	authors    []string
	agencies   []string
	age        string
	updated    string
	published  *coranto.Dating
	keyPoints  []string
	tags       []string
	captions   []coranto.Caption
	opening    []string // what of it belongs to the text: standfirst, first question
	crossheads []string // which of these head a paragraph
	paragraphs int      // of prose in it
	marked     bool     // repeated or stamped: surely a head

	captioned map[string]bool
}

// readHead reads the lines from p.from to the first paragraph.
func readHead(lines []line, p part, opt Options) head {
	h := head{captioned: map[string]bool{}}
	if p.headline >= 0 {
		h.headline = withoutSiteIfRepeated(lines, p)
	}
	for i := p.from; i < p.body; i++ {
		l := lines[i]
		if l.head {
			h.marked = true
		}
		switch {
		case p.headline >= 0 && couldBeHeadline(l) && sameHeadline(l, lines[p.headline]):
		case l.class == prose:
			h.opening = append(h.opening, l.text)
			h.paragraphs++
		case l.class == caption && isOnlyCredit(l.text): // of the picture, whose caption stands beside it
		case l.class == caption:
			h.addCaption(l)
		case l.class == stamp:
			h.marked = true
			h.addStamps(l.text, l.date, opt.Fetched)
			if l.framed {
				h.age = l.text
			}
		case l.class == bullet:
			h.addBullet(l, i > p.headline)
		case l.class == byline:
			h.addByline(l.text)
		case l.class == source:
			h.publisher = l.text
		case l.class == short:
			h.addShort(lines, p, i)
		}
	}
	return h
}

// withoutSiteIfRepeated returns the headline, in its shorter form where the page
// prints it both with and without the name of the site.
func withoutSiteIfRepeated(lines []line, p part) string {
	best := lines[p.headline].text
	for i := p.from; i < p.body; i++ {
		if couldBeHeadline(lines[i]) && sameHeadline(lines[i], lines[p.headline]) && len(lines[i].text) < len(best) {
			best = lines[i].text
		}
	}
	return best
}

func (h *head) addCaption(l line) {
	if !h.captioned[l.folded] {
		h.captioned[l.folded] = true
		h.captions = append(h.captions, readCaption(l.text))
	}
}

// addBullet sorts the items of a list in the head: above the headline they name
// the section or the publisher, below it they are the key points.
func (h *head) addBullet(l line, below bool) {
	text := l.text[bulletLen(l.text):]
	switch {
	case l.words >= 4 && below:
		h.keyPoints = append(h.keyPoints, text)
	case l.words <= 8 && fold(text) != fold(h.publisher): // printed twice is the publisher
		h.tags = append(h.tags, text)
	}
}

// addShort sorts a line without a full stop. Between a headline and its
// repetition it belongs to a picture; a name is a writer's; below the headline,
// words enough are a standfirst, and a question is the first of an interview.
func (h *head) addShort(lines []line, p part, i int) {
	l := lines[i]
	below := i > p.headline
	switch {
	case isAgency(l.text):
		h.agencies = append(h.agencies, l.text)
	case isCreditLine(l.text):
	case l.twin && isName(l.text) && !named(lines, p, l), !l.twin && areNames(l.text) && besideStamp(lines, p, i):
		h.addAuthors(l.text)
	case l.head && isPlaced(l.text):
		_, name, _ := strings.Cut(l.text, ":")
		h.addAuthors(strings.TrimSpace(name))
	case l.twin, l.head && !below && l.words >= 3 && !behindStamp(lines, p, i), l.copied && l.words >= 3:
		h.addCaption(l)
	case !below:
	case p.sure && l.words >= 2 && i == p.body-1 && !l.head:
		h.opening = append(h.opening, l.text)
		if !strings.Contains(l.text, ":") {
			h.crossheads = append(h.crossheads, l.text)
		}
	case l.words >= 9 && lines[p.body-1].class != end:
		h.opening = append(h.opening, l.text)
	case i == p.body-1 && strings.ContainsRune(cries, lastMark(l.text)):
		h.opening = append(h.opening, l.text)
		h.crossheads = append(h.crossheads, l.text)
	}
}

// isPlaced tells the line of a correspondent: "Place: Name".
func isPlaced(s string) bool {
	_, name, found := strings.Cut(s, ":")
	return found && countWords(s) <= 6 && isName(strings.TrimSpace(name))
}

// areNames tells a line of persons' names and nothing else.
func areNames(s string) bool {
	if countWords(s) > 16 {
		return false
	}
	for _, name := range bylineNames(s) {
		if !isName(name) || isPaper(name) {
			return false
		}
	}
	return true
}

// isCreditLine tells a line that only says whose picture stands above it.
func isCreditLine(s string) bool {
	return countWords(s) <= 4 && strings.ContainsRune(s, '/') && hasCreditWord(s)
}

// maxNamedLines bounds how far into a text a name is looked for.
const maxNamedLines = 100

// named tells whether the text speaks of the one whose name stands twice in the
// head: then it is a picture of who is written about, else of who writes.
func named(lines []line, p part, l line) bool {
	words := strings.Fields(l.text)
	last := words[len(words)-1]
	for i := p.body; i < min(p.to, p.body+maxNamedLines); i++ {
		if strings.Contains(lines[i].text, last) {
			return true
		}
	}
	return p.headline >= 0 && strings.Contains(lines[p.headline].text, last)
}

// besideStamp tells whether an age or date stands within three lines of i, with
// no space between.
func besideStamp(lines []line, p part, i int) bool {
	for j := i + 1; j <= i+3 && j < p.body && lines[j].gap == 0; j++ {
		if lines[j].class == stamp {
			return true
		}
	}
	return behindStamp(lines, p, i)
}

func behindStamp(lines []line, p part, i int) bool {
	return i > p.from && lines[i].gap == 0 && lines[i-1].class == stamp
}

func (h *head) addAuthors(text string) {
	for _, name := range bylineNames(text) {
		if !slices.Contains(h.authors, name) {
			h.authors = append(h.authors, name)
		}
	}
}

func (h *head) addByline(text string) {
	for _, name := range bylineNames(text) {
		if isAgency(name) {
			h.agencies = append(h.agencies, name)
		} else {
			h.authors = append(h.authors, name)
		}
	}
}

// addStamp keeps an age or a date as printed and, where it tells one, the date
// of publication: a labelled publication before an unlabelled one before an
// update.
func (h *head) addStamp(text string, fetched time.Time) {
	h.addStamps(text, "", fetched)
}

// addStamps is addStamp where a date in figures alone has been read already.
func (h *head) addStamps(text, numeric string, fetched time.Time) {
	for _, s := range readStamps(text) {
		if s.date == "" && !s.isAge {
			s.date = numeric
		}
		if s.source != "" {
			h.agencies = append(h.agencies, s.source)
		}
		if s.label == "updated" && h.updated == "" {
			h.updated = s.printed
		}
		if s.label != "updated" && s.isAge && h.age == "" {
			h.age = s.printed
		}
		d := s.dating(text, fetched)
		if d == nil {
			continue
		}
		if h.published == nil || s.label == "published" {
			h.published = d
		}
	}
}

// stampLine is one date or age on a line: "Updated 07 October 2024" has the label
// "updated" and is printed "07 October 2024".
type stampLine struct {
	label   string // "updated", "published" or ""
	printed string
	date    string // "" for an age
	isAge   bool
	source  string // "Source: Name" behind it
}

// isStamp tells a line of dates and ages. Ages without a figure ("an hour ago")
// are short; trying the words of thirty languages on every line would be slow.
func isStamp(text string) bool {
	if len(text) >= 120 {
		return false
	}
	if words := countWords(text); words > 16 || words > 5 && !strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	return len(readStamps(text)) > 0
}

// cutSource parts "Source: Name" from the end of a line.
func cutSource(text string) (rest, source string) {
	for word := range vocabularies["source"].exact {
		i := strings.Index(strings.ToLower(text), word)
		if i <= 0 || i >= len(text) || len(strings.ToLower(text)) != len(text) {
			continue
		}
		if name, ok := vocabularies["source"].label(text[i:]); ok && name != "" {
			return strings.TrimRight(text[:i], " |·•—-"), name
		}
	}
	return text, ""
}

// readStamps reads a line that holds nothing but dates and ages, with or without
// labels, parted by bars or dots; none when anything else stands on it.
func readStamps(text string) []stampLine {
	if s, ok := readStamp(text); ok {
		return []stampLine{s}
	}
	if rest, source := cutSource(text); source != "" {
		if s, ok := readStamp(rest); ok {
			s.source = source
			return []stampLine{s}
		}
	}
	parts := strings.FieldsFunc(strings.ReplaceAll(text, " / ", "|"), func(r rune) bool { return strings.ContainsRune("|·•—", r) })
	if len(parts) < 2 {
		return nil
	}
	var stamps []stampLine
	for _, part := range parts {
		part = strings.TrimSpace(part)
		s, ok := readStamp(part)
		switch {
		case ok:
			stamps = append(stamps, s)
		case clock.MatchString(part), isAgency(part), isPaper(part) && countWords(part) <= 4:
		default:
			return nil
		}
	}
	return stamps
}

// clock matches a time of day with its zone: "10:30 AM EDT".
var clock = regexp.MustCompile(`^\d{1,2}[:.]\d{2}( ?[aApP]\.?[mM]\.?)?( \(?\pL{2,4}\)?)?$`)

func readStamp(text string) (stampLine, bool) {
	var s stampLine
	s.printed = text
	for _, label := range []string{"updated", "published"} {
		if rest, ok := vocabularies[label].label(text); ok {
			s.label, s.printed = label, rest
			break
		}
	}
	if s.printed == "" {
		return s, false
	}
	if date, ok := when.ParsePrinted(s.printed); ok {
		s.date = date
		return s, true
	}
	if _, _, ok := when.AgeToDate(s.printed, anyMoment); ok {
		s.isAge = true
		return s, true
	}
	return s, looksNumericDate(s.printed)
}

// anyMoment stands in for the time of fetching where only the form of an age
// matters.
var anyMoment = time.Date(2000, 1, 2, 3, 4, 5, 0, time.UTC)

// dating is the interval that a stamp tells, nil for an age of unknown origin.
func (s stampLine) dating(evidence string, fetched time.Time) *coranto.Dating {
	if s.date != "" {
		return &coranto.Dating{From: s.date, To: s.date, Basis: coranto.Stated, Evidence: evidence}
	}
	if fetched.IsZero() {
		return nil
	}
	from, to, ok := when.AgeToDate(s.printed, fetched)
	if !ok {
		return nil
	}
	return &coranto.Dating{From: from, To: to, Basis: coranto.Relative, Evidence: evidence}
}
