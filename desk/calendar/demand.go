package calendar

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// demanding are the appointments that bind somebody: they are kept, broken or
// lapse.
var demanding = map[string]bool{"deadline": true, "demand": true, "threat": true, "pledge": true}

const whose = ` (?:the|a|an|its|his|her|their|that|[A-Z][\w’']*)(?: [\w-]+){0,2} (?:deadline|ultimatum)\b`

// What is said of a deadline afterwards. Something done before a deadline keeps it
// only when it is what was asked for; see done.
var (
	kept   = regexp.MustCompile(`(?i)\b(?:met|complied with|complying with|bowed to)` + whose)
	broken = regexp.MustCompile(`(?i)\b(?:missed|ignored|defied|rejected|flouted|failed to meet|let pass)` + whose)
	lapsed = regexp.MustCompile(`(?i)\b(?:deadline|ultimatum)(?: [\w-]+){0,6}? (?:passed|expired|lapsed|ran out|came and went)\b`)
	before = regexp.MustCompile(`(?i)\b(?:before|ahead of)` + whose)
	unmade = regexp.MustCompile(`(?i)\b(?:will|would|if|unless|may|might|could|should|must|not|never|until|urged?|demand(?:s|ed)?)\b`)
	asked  = regexp.MustCompile(`\bto ([a-z]+ [^.,;:]+)`)
)

// settleDemand looks for the sentence that says what became of a deadline, in
// articles printed from its day to a week after that name who was bound by it.
func (w World) settleDemand(e *Entry, read []Reading) {
	parties := named(e.Who)
	for i := range read {
		r := &read[i]
		printed := day(r.Head.Published)
		if printed == "" || printed < e.From || printed > after(e.To, 7) || r.names(parties) == 0 {
			continue
		}
		for n, s := range r.Sentences {
			words := s.In(r.Text)
			if !strings.Contains(words, "deadline") && !strings.Contains(words, "ultimatum") {
				continue
			}
			if status := w.saidOf(e, words); status != "" {
				e.Status = status
				e.Outcome = &Evidence{Article: r.Head, Story: r.Story, At: s, Sentence: n + 1}
				return
			}
		}
	}
}

// saidOf returns what a sentence says of a deadline, "" for nothing certain. What
// it says besides, after the next comma, does not count.
func (w World) saidOf(e *Entry, sentence string) Status {
	for _, d := range []struct {
		words  *regexp.Regexp
		status Status
	}{{kept, Kept}, {broken, Broken}, {lapsed, Lapsed}, {before, Kept}} {
		m := d.words.FindStringIndex(sentence)
		if m == nil || len(sentence) > 800 {
			continue
		}
		end := len(sentence)
		if i := strings.IndexAny(sentence[m[1]:], ",;"); i >= 0 {
			end = m[1] + i
		}
		clause := sentence[:end]
		if unmade.MatchString(clause) || d.words == before && !w.done(e, sentence[:m[0]]) {
			return ""
		}
		return d.status
	}
	return ""
}

// done tells whether words say that the one who was bound did what a telling asks
// for: its verb and one more word of it.
func (w World) done(e *Entry, words string) bool {
	if w.Sentence == nil || !slices.ContainsFunc(e.Who, func(name string) bool { return contains(words, name) }) {
		return false
	}
	did := stems(words)
	for _, t := range e.Told {
		sentence, _ := w.Sentence(t)
		for _, m := range asked.FindAllStringSubmatch(sentence, -1) {
			ask := stems(m[1])
			if len(ask) > 1 && slices.Contains(did, ask[0]) && slices.ContainsFunc(ask[1:], func(s string) bool { return slices.Contains(did, s) }) {
				return true
			}
		}
	}
	return false
}

// stems are the first four letters of the words that have as many.
func stems(text string) []string {
	var list []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if r := []rune(word); len(r) >= 4 {
			list = append(list, string(r[:4]))
		}
	}
	return list
}
