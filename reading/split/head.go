package split

import (
	"strings"
	"time"

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
	standfirst string
	bodyFrom   int  // the line with which the body begins
	marked     bool // repeated or stamped: surely a head
}

// readHead reads the lines from p.from to the first paragraph.
func readHead(lines []line, p part, opt Options) head {
	h := head{bodyFrom: p.body}
	if p.headline >= 0 {
		h.headline = withoutSiteIfRepeated(lines, p)
	}
	captioned := map[string]bool{}
	for i := p.from; i < p.body; i++ {
		l := lines[i]
		if l.head {
			h.marked = true
		}
		switch {
		case p.headline >= 0 && couldBeHeadline(l) && sameHeadline(l, lines[p.headline]):
		case l.class == caption:
			if !captioned[l.folded] {
				captioned[l.folded] = true
				h.captions = append(h.captions, readCaption(l.text))
			}
		case l.class == stamp:
			h.marked = true
			h.addStamp(l.text, opt.Fetched)
		case l.class == bullet:
			h.addBullet(lines, p, i)
		case l.class == byline:
			h.addByline(l.text)
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

// addBullet sorts the items of a list in the head: above the headline they name
// the section or the publisher, below it they are the key points.
func (h *head) addBullet(lines []line, p part, i int) {
	text := lines[i].text[bulletLen(lines[i].text):]
	switch {
	case lines[i].words >= 4 && i > p.headline:
		h.keyPoints = append(h.keyPoints, text)
	case lines[i].words <= 8:
		for j := p.from; j < i; j++ { // "- Name" under "Name": printed twice is the publisher
			if lines[j].class == short && lines[j].folded == lines[i].folded {
				return
			}
		}
		h.tags = append(h.tags, text)
	}
}

// addShort sorts a line without a full stop: beside an age or a date, above the
// headline, it is the publisher; an agency's name alone is its credit; words
// enough below the headline are a standfirst.
func (h *head) addShort(lines []line, p part, i int) {
	l := lines[i]
	switch {
	case i < p.headline && h.publisher == "" && l.words <= 6 && besideStamp(lines, p, i):
		h.publisher = l.text
	case isAgency(l.text):
		h.agencies = append(h.agencies, l.text)
	case l.twin && i > p.headline && i > 0 && lines[i-1].folded == l.folded && isName(l.text):
		h.authors = append(h.authors, l.text) // a columnist's portrait and its caption
	case i > p.headline && l.words >= 9 && !l.head && h.standfirst == "" && lines[p.body-1].class != end:
		h.standfirst = l.text
	}
}

// besideStamp tells whether an age or date stands within two lines of i, with no
// space between.
func besideStamp(lines []line, p part, i int) bool {
	for j := i + 1; j <= i+2 && j < p.headline && lines[j].gap == 0; j++ {
		if lines[j].class == stamp {
			return true
		}
	}
	return i > p.from && lines[i].gap == 0 && lines[i-1].class == stamp
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
	for _, s := range readStamps(text) {
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
}

func isStamp(text string) bool { return len(text) < 120 && len(readStamps(text)) > 0 }

// readStamps reads a line that holds nothing but dates and ages, with or without
// labels, parted by bars or dots; none when anything else stands on it.
func readStamps(text string) []stampLine {
	if s, ok := readStamp(text); ok {
		return []stampLine{s}
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("|·•—", r) })
	if len(parts) < 2 {
		return nil
	}
	var stamps []stampLine
	for _, part := range parts {
		s, ok := readStamp(strings.TrimSpace(part))
		if !ok {
			return nil
		}
		stamps = append(stamps, s)
	}
	return stamps
}

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
	return s, false
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
