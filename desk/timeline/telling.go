package timeline

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// candidates is how many sentences are compared for one day: of more, those met
// first are as good.
const candidates = 400

// What makes a sentence tell a day: it is of what most sentences of that day are
// about, and of the matter; it names the day; it stands early.
const (
	common   = 1.0
	theme    = 0.35
	names    = 0.2
	early    = 0.15
	leans    = -0.3 // on the sentence before it
	foretold = -0.3 // printed before the day, or told as still to come
)

// tell returns the sentence that tells a day best, one that has not been used.
func (c *corpus) tell(date string, used map[string]bool) (sentence, bool) {
	var list []sentence
	named := len(c.mentions[date])
	for _, m := range c.mentions[date] {
		list = append(list, m.sentence)
	}
	list = append(list, c.lead[date]...)
	list = list[:min(len(list), candidates)]
	vectors := make([]vector, len(list))
	centre := weights{}
	for i, s := range list {
		it := &c.items[s.item]
		vectors[i] = c.vector(it.Sentences[s.n].In(it.Text))
		centre.add(vectors[i])
	}
	centre.scaled()
	best, most := -1, 0.0
	for i, s := range list {
		words := strings.TrimSpace(c.items[s.item].Sentences[s.n].In(c.items[s.item].Text))
		if !tells(words) || used[words] {
			continue
		}
		score := common*centre.along(vectors[i]) + theme*c.theme.along(vectors[i])
		if i < named {
			score += names
		}
		if s.n < leads {
			score += early
		}
		if c.items[s.item].Copy {
			score -= early
		}
		if c.printed[s.item] < date || looksAhead.MatchString(words) {
			score += foretold
		}
		if leaning.MatchString(words) {
			score += leans
		}
		if score > most {
			best, most = i, score
		}
	}
	if best < 0 {
		return sentence{}, false
	}
	s := list[best]
	used[strings.TrimSpace(c.items[s.item].Sentences[s.n].In(c.items[s.item].Text))] = true
	return s, true
}

var speech = regexp.MustCompile(`^["“„«‘'(\[-]|[?:]["”’']?$`)

// looksAhead are sentences for which the day has not come.
var looksAhead = regexp.MustCompile(`(?i)\b(?:will|is to|are to|scheduled to|expected to|set to|due to|ahead of|heading into|going into|on the eve of|before)\b`)

// leaning are sentences that need the one before them.
var leaning = regexp.MustCompile(`^(?:It|Its|He|His|She|Her|They|Their|This|That|These|Those|Such|But|And|Or|So|Yet|However|Also|Both|Another|Others|In fact|In other words|Meanwhile|Later|Then|Still|Instead|Indeed|Moreover|Nevertheless)\b`)

// tells tells sentences that stand alone: neither scraps nor whole paragraphs, no
// speech that begins without its speaker, no question, no
// line that leads up to others.
func tells(words string) bool {
	n := utf8.RuneCountInString(words)
	return n >= 40 && n <= 400 && !speech.MatchString(words)
}
