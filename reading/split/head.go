package split

import (
	"slices"
	"strings"
	"time"

	"coranto"
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
			h.addStamps(l.time(), l.date, opt.Fetched)
			h.addSigner(l, i < p.headline)
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
		h.captions = append(h.captions, l.caption())
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

// addSigner sorts the name that shares a line with a time: above the headline it
// is who prints, below it who writes, or a place.
func (h *head) addSigner(l line, above bool) {
	switch {
	case l.name == "":
	case isSignature(l.name):
		rest, _ := vocabularies["byline"].label(l.name)
		h.addByline(rest)
	case isAgency(l.name):
		h.agencies = append(h.agencies, l.name)
	case !above && areNames(l.name):
		h.addAuthors(l.name)
	case h.publisher == "" && (above || isPaper(l.name)):
		h.publisher = l.name
	}
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
