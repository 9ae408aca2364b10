package split

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is what a line of a dump looks like by itself, before its neighbours
// are asked.
type class int

const (
	prose   class = iota // sentences: a paragraph
	short                // words without a full stop: headline, crosshead, publisher, label
	unsure               // prose or short: its neighbours decide
	bullet               // begins with a bullet or a dash
	stamp                // an age or a date, with or without its label
	caption              // ends in the credit of a picture
	byline               // "By" and names
	chrome               // buttons and labels of the page
	end                  // announces what is no longer the article: "Related Articles"
	promo                // points elsewhere from the middle of an article
	code                 // figures and letters that are no words: "TT", "20", "1:23"
)

// line is one line of a dump that is not blank.
type line struct {
	text   string // without the white space around it
	gap    int    // blank lines before it
	words  int
	class  class
	head   bool // stands between a headline and its repetition
	twin   bool // stands again right beside it
	folded string
}

// parseLines cuts a dump into its lines that are not blank and classifies each.
func parseLines(text string) []line {
	var lines []line
	gap := 0
	for raw := range strings.Lines(text) {
		t := strings.TrimFunc(raw, isBlank)
		if t == "" {
			gap++
			continue
		}
		l := line{text: t, gap: gap, words: countWords(t), folded: fold(t)}
		l.class = classify(l)
		lines = append(lines, l)
		gap = 0
	}
	return lines
}

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u200e' || r == '\u200f'
}

// classify looks at the line alone.
func classify(l line) class {
	lowered := strings.ToLower(l.text)
	switch {
	case isCode(l.text):
		return code
	case bulletLen(l.text) > 0:
		return bullet
	}
	if l.words <= maxLabelWords {
		if isStamp(l.text) {
			return stamp
		}
		switch {
		case vocabularies["promo"].has(lowered):
			return promo
		case vocabularies["end"].has(lowered):
			return end
		case vocabularies["chrome"].has(lowered), isAddress(l.text):
			return chrome
		case asksToSubscribe(lowered):
			return promo
		}
	}
	if _, _, ok := cutCredit(l.text); ok {
		return caption
	}
	stop := lastMark(l.text)
	switch {
	case l.words >= 30:
		return prose
	case strings.ContainsRune(fullStops, stop) && l.words >= 2:
		return prose
	case strings.ContainsRune(cries, stop):
		if l.words >= 14 {
			return prose
		}
		return unsure
	case strings.ContainsRune(goesOn, stop) && l.words >= 3, l.words >= 14:
		return unsure
	case l.words <= 12 && isByline(l.text):
		return byline
	}
	return short
}

// The marks with which a paragraph ends, in any script; a headline may end in a
// cry or a question too, and a paragraph before a list or a quotation goes on.
const (
	fullStops = ".…。۔।"
	cries     = "!?！？؟"
	goesOn    = ":;,：，；،"
)

// maxLabelWords bounds what can be a label or promo of the page.
const maxLabelWords = 32

// isCode tells lines like "TT", "20", "A+", "01:23" and "1/5": at most three
// letters, or no letter at all. Ideographs are words, not letters.
func isCode(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 0 {
		return !looksNumericDate(s)
	}
	return letters <= 2 && utf8.RuneCountInString(s) <= 4
}

// looksNumericDate spares "22-06-2025" from being a mere code.
func looksNumericDate(s string) bool {
	digits, seps := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case r == '-' || r == '/' || r == '.':
			seps++
		}
	}
	return digits >= 6 && seps >= 2
}

// bulletLen returns the length of the bullet or dash that a line begins with,
// white space included, or 0.
func bulletLen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	rest := s[n:]
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	switch r {
	case '•', '▪', '‣', '●', '◦', '■', '►', '▶', '⁃', '∙':
	case '-', '–', '—', '*', '·':
		if len(trimmed) == len(rest) {
			return 0
		}
	default:
		return 0
	}
	if trimmed == "" {
		return 0
	}
	return len(s) - len(trimmed)
}

func isAddress(s string) bool {
	return !strings.ContainsAny(s, " \t") && (strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "@"))
}

// asksToSubscribe tells a sentence that sells: it names a newsletter, an app or
// a channel and asks to sign up, follow or download.
func asksToSubscribe(lowered string) bool {
	return containsAny(lowered, "newsletter", "our app", "whatsapp channel", "telegram channel", "google news", "push notifications", "cookies", "infolettre", "рассылк", "телеграм-канал", "telegram-канал", "النشرة البريدية") &&
		containsAny(lowered, "sign up", "subscribe", "follow", "download", "get the", "join", "accept", "we use", "delivered", "abonnez", "inscrivez", "recevez", "abonnieren", "подпи", "اشترك", "suscr", "iscriviti", "inscreva")
}

func containsAny(s string, subs ...string) bool {
	for _, sub := range subs {
		if strings.Contains(s, sub) {
			return true
		}
	}
	return false
}

// lastMark returns the mark that a line ends with, looking through the closing
// quotation marks and brackets behind it; 0 when it ends in something else.
func lastMark(s string) rune {
	t := strings.TrimRight(s, "\"'”’»“)]』」›")
	r, _ := utf8.DecodeLastRuneInString(t)
	if strings.ContainsRune(fullStops+cries, r) || len(t) == len(s) && strings.ContainsRune(goesOn, r) {
		return r
	}
	return 0
}

// countWords counts words; in scripts that do not part words two characters
// count as one (about the mean length of a Chinese word).
func countWords(s string) int {
	words, packed := 0, 0
	in := false
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			packed++
			in = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if !in {
				words++
			}
			in = true
		case r == '\'' || r == '’' || r == '-' || r == '‑' || r == '.' || r == ',':
			// inside a word: it's, twenty-one, U.S., 1,000
		default:
			in = false
		}
	}
	return words + (packed+1)/2
}

// fold makes lines comparable: lower case, letters and digits only.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
