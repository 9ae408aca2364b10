package split

import (
	"slices"
	"strings"
	"time"

	"coranto"
)

// head is what the lines about a headline tell of an article.
type head struct {
	publisher string
	authors   []string
	credits   []string // agencies, and where their names stand
	age       string
	updated   string
	published *coranto.Dating
	tags      []string
}

// readHead reads the lines about a story's headline by their roles. What the page
// states outside its text is believed before them.
func (p *page) readHead(s story, opt Options) (h head) {
	for _, i := range p.about(s) {
		switch b := p.blocks[i]; b.role {
		case rolePublisher:
			h.publisher = b.text
		case roleByline:
			if isPlaced(b.text) {
				_, b.text, _ = strings.Cut(b.text, ":")
			}
			h.addByline(b.text)
		case roleStamp:
			h.addStamps(b.time(), b.date, opt.Fetched)
			if !p.namesPlace(b, s) {
				h.addSigner(b, i < s.headline)
			}
			if b.framed {
				h.age = b.text
			}
		case roleTag:
			if text := b.text[bulletLen(b.text):]; fold(text) != fold(h.publisher) { // printed twice is the publisher
				h.tags = append(h.tags, text)
			}
		}
	}
	if p.elements == nil {
		return h
	}
	persons, credits := p.authors(s, h.authors)
	h.authors, h.credits = persons, append(h.credits, credits...)
	if stated := p.stated(s); stated != nil {
		h.published = stated
	}
	if h.updated == "" && h.published != nil {
		h.updated = p.modified(h.published.From)
	}
	if !p.part {
		h.publisher = ""
	}
	return h
}

// about returns the blocks that may tell of a story besides its text: its head,
// of HTML what stands around the headline and right behind the text too.
func (p *page) about(s story) (out []int) {
	if p.elements != nil {
		return p.surroundings(s)
	}
	for i := s.from; i < s.body; i++ {
		out = append(out, i)
	}
	return out
}

// namesPlace tells "Place, 3 May 2024" from "Name, 3 May 2024": the text speaks of
// the place too.
func (p *page) namesPlace(b block, s story) bool {
	if b.name == "" || !strings.HasPrefix(b.text, b.name+",") || isSignature(b.name) {
		return false
	}
	for _, t := range p.blocks[s.body:min(s.end, s.body+maxNamedLines)] {
		if strings.Contains(t.text, b.name) {
			return true
		}
	}
	return false
}

// heading returns the headline as the page prints it, in its shorter form where
// that stands both with and without the name of the site; "" when there is none.
func (p *page) heading(s story) string {
	if s.headline < 0 {
		return ""
	}
	best := p.blocks[s.headline].text
	for i := s.from; i < s.body; i++ {
		if b := &p.blocks[i]; b.role == roleHeadline && len(b.text) < len(best) {
			best = b.text
		}
	}
	return best
}

// addSigner sorts the name that shares a line with a time: above the headline it
// is who prints, below it who writes, or a place.
func (h *head) addSigner(l block, above bool) {
	switch {
	case l.name == "":
	case isSignature(l.name):
		rest, _ := vocabularies["byline"].label(l.name)
		h.addByline(rest)
	case isAgency(l.name):
		h.credits = append(h.credits, l.name)
	case !above && areNames(l.name):
		h.addByline(l.name)
	case h.publisher == "" && (above || isPaper(l.name)):
		h.publisher = l.name
	}
}

func (h *head) addByline(text string) {
	for _, name := range bylineNames(text) {
		if isAgency(name) {
			h.credits = append(h.credits, name)
		} else if !slices.Contains(h.authors, name) {
			h.authors = append(h.authors, name)
		}
	}
}

// addStamps keeps ages and dates as printed and, where they tell one, the date of
// publication: a labelled publication before an unlabelled one before an update.
// numeric is the date of figures alone, read already.
func (h *head) addStamps(text, numeric string, fetched time.Time) {
	for _, s := range readStamps(text) {
		if s.date == "" && !s.isAge {
			s.date = numeric
		}
		if s.source != "" {
			h.credits = append(h.credits, s.source)
		}
		if s.label == "updated" && h.updated == "" {
			h.updated = s.printed
		}
		if s.label != "updated" && s.isAge && h.age == "" {
			h.age = s.printed
		}
		d := s.dating(fetched)
		if d == nil {
			continue
		}
		if h.published == nil || s.label == "published" {
			h.published = d
		}
	}
}
