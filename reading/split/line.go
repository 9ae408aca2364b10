package split

import (
	"regexp"
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
	source               // who prints the article, above its age
	other                // stands in a box of other stories, or wants subscribers
	code                 // figures and letters that are no words: "TT", "20", "1:23"
)

// line is one line of a dump that is not blank.
type line struct {
	text    string // without the white space around it
	gap     int    // blank lines before it
	words   int
	class   class
	head    bool     // stands between a headline and its repetition, or again behind that
	again   bool     // is the repetition of a headline
	copied  bool     // stands again behind the repetition
	framed  bool     // is an age by its place
	titled  bool     // is a headline by its place among publisher, age and text
	credit  string   // of a caption whose credit stands below it
	why     string   // of a line in a box, which one
	entry   bool     // is the time or the heading of a live page's entry
	voices  bool     // announces what readers say
	consent bool     // belongs to a request for consent
	twin    bool     // stands again right beside it
	folded  string   // letters and digits, lower case
	bare    []string // the same without what stands behind a bar or dash and may be the site's name
	name    string   // of a stamp, who shares the line with the time
	printed string   // and the time without it
	date    string   // of a numeric date, once the page has told which number is the day
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
		if l.class == short || l.class == unsure || l.class == byline || l.class == stamp && strings.ContainsAny(t, "|·•") {
			if name, printed, ok := cutSigned(t); ok && (l.class != stamp || saysAge(printed)) {
				l.class, l.name, l.printed = stamp, name, printed
			}
		}
		l.voices = l.class == end && vocabularies["voices"].has(strings.TrimRight(strings.ToLower(t), " ()0123456789:"))
		l.consent = l.class == chrome && l.words >= 8
		if l.words <= 45 {
			for _, bare := range withoutSites(t) {
				l.bare = append(l.bare, fold(bare))
			}
		}
		lines = append(lines, l)
		gap = 0
	}
	return lines
}

// time is what a stamp says of time.
func (l line) time() string {
	if l.name != "" {
		return l.printed
	}
	return l.text
}

// printsSource tells a stamp that shares its line with a name and no writer's
// word: above a headline, the publisher.
func (l line) printsSource() bool { return l.class == stamp && l.name != "" && !isSignature(l.name) }

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u200e' || r == '\u200f'
}

// classify looks at the line alone.
func classify(l line) class {
	lowered := strings.ToLower(l.text)
	switch {
	case l.words <= maxLabelWords && isCode(l.text) && !isStamp(l.text):
		return code
	case bulletLen(l.text) > 0 && !(unicode.IsDigit(firstRune(l.text)) && isStamp(l.text)):
		if rest := lowered[min(len(lowered), bulletLen(l.text)):]; l.words <= 4 && vocabularies["chrome"].has(rest) {
			return chrome
		}
		return bullet
	}
	if l.words <= maxLabelWords {
		if isStamp(l.text) {
			return stamp
		}
		switch {
		case readingTime.MatchString(lowered), trail.MatchString(l.text):
			return chrome
		case vocabularies["promo"].bare(lowered):
			return end
		case vocabularies["promo"].has(lowered), labelsOther(lowered):
			return promo
		case vocabularies["end"].has(strings.TrimRight(lowered, " ()0123456789:")):
			return end
		case l.words <= 5 && lastMark(l.text) == 0 && vocabularies["listing"].has(lowered):
			return end
		case vocabularies["chrome"].has(lowered), isAddress(l.text):
			return chrome
		case asksToSubscribe(lowered) && !strings.ContainsAny(lowered, "\"“”«»„"):
			return promo
		}
	}
	if l.words <= 90 && asksForConsent(lowered, 2) {
		return chrome
	}
	if _, _, ok := cutCredit(l.text); ok {
		return caption
	}
	stop := lastMark(l.text)
	switch {
	case l.words > 40, l.words >= 30 && (stop != 0 || sentenceEnd.MatchString(l.text)):
		return prose
	case strings.ContainsRune(fullStops, stop) && l.words >= 2:
		if l.words <= 14 && initials.MatchString(l.text) {
			return unsure
		}
		return prose
	case strings.ContainsRune(cries, stop):
		if l.words >= 14 {
			return prose
		}
		return unsure
	case l.words >= 14 && (l.words >= 22 || stop != 0) && sentenceEnd.MatchString(l.text):
		return prose
	case goesOn(l.text) && l.words >= 3, l.words >= 14:
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
	pauses    = ":;,：，；،"
)

// goesOn tells whether a line ends in a mark behind which a sentence goes on.
func goesOn(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(pauses, r)
}

// readingTime matches "4 min read", "3 Min. Lesezeit", "5 минут".
var readingTime = regexp.MustCompile(`^\d{1,3}\s*-?\s*(min|minutes?|minuten|мин|минуты?|минут|dk|dakika)\b\.?(\s\pL+){0,2}$`)

// trail matches the path to a page: "Home > World > Climate".
var trail = regexp.MustCompile(`^[^>›»«]{1,40}( [>›»] [^>›»«]{1,60})+$`)

// sentenceEnd matches the end of a sentence inside a line.
var sentenceEnd = regexp.MustCompile(`\p{Ll}{2}[.!?]["”’»]? +["“‘«]?\p{Lu}|[。؟۔]`)

// initials matches a line whose last word is an abbreviation: "... in the U.S."
var initials = regexp.MustCompile(`\s(\pL\.){2,}$`)

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
		default:
			return false
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
		if len(trimmed) == len(rest) || isSpoken(trimmed) {
			return 0
		}
	default:
		m := numbered.FindString(s)
		if len(m) == len(s) || strings.ContainsRune(fullStops, lastMark(s)) {
			return 0
		}
		return len(m)
	}
	if trimmed == "" {
		return 0
	}
	return len(s) - len(trimmed)
}

// isSpoken tells what stands behind a dash as a sentence that somebody speaks,
// as many languages print it, from an item of a list.
func isSpoken(s string) bool {
	return countWords(s) >= 8 && lastMark(s) != 0 && !goesOn(s)
}

// numbered matches the number of a list's item. Items that end in a full stop
// are paragraphs that have a number.
var numbered = regexp.MustCompile(`^\d{1,2}[.)]\s+`)

func isAddress(s string) bool {
	return !strings.ContainsAny(s, " \t") && (strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "@"))
}

// labelsOther tells the headline of another story behind a label on one line:
// "Related coverage: ...".
func labelsOther(lowered string) bool {
	label, rest, found := strings.Cut(lowered, ":")
	label = strings.TrimSpace(label)
	return found && countWords(label) <= 5 && countWords(rest) >= 3 && (vocabularies["end"].exact[label] || vocabularies["listing"].has(label)) && !vocabularies["voices"].exact[label]
}

// asksToSubscribe tells a sentence that sells: it names a newsletter, an app or
// a channel and asks to sign up, follow or download.
func asksToSubscribe(lowered string) bool {
	return containsAny(lowered, "newsletter", "our app", "whatsapp channel", "telegram channel", "google news", "push notifications", "cookies", "infolettre", "рассылк", "телеграм-канал", "telegram-канал", "النشرة البريدية") &&
		wantsReader(lowered)
}

// wantsReader tells the words by which a page asks for something to be done.
func wantsReader(lowered string) bool {
	return containsAny(lowered, "sign up", "subscribe", "follow", "download", "get the", "get our", "don't miss", "join", "accept", "we use", "delivered", "abonnez", "inscrivez", "recevez", "abonnieren", "подпи", "اشترك", "suscr", "iscriviti", "inscreva")
}

// asksForConsent tells a site's own words about cookies and personal data: it
// speaks of itself and its reader, and names some matters of consent.
func asksForConsent(lowered string, least int) bool {
	if strings.ContainsAny(lowered, "\"“”«»„") {
		return false
	}
	named := 0
	for matter := range vocabularies["consent"].exact {
		if strings.Contains(lowered, matter) {
			named++
		}
	}
	if named < least {
		return false
	}
	return speaksToReader(lowered)
}

func speaksToReader(lowered string) bool {
	for _, w := range strings.FieldsFunc(lowered, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if addressed[w] {
			return true
		}
	}
	return false
}

// addressed are the words by which a page speaks of itself and to its reader.
var addressed = set("we", "our", "you", "your", "nous", "nos", "vous", "votre", "wir", "unsere", "sie", "ihre", "nosotros", "nuestros", "usted", "su", "мы", "наш", "вы", "ваш", "ваши", "نحن", "biz", "siz")

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
	if strings.ContainsRune(fullStops+cries, r) || len(t) == len(s) && strings.ContainsRune(pauses, r) {
		return r
	}
	return 0
}

// firstPacked is the first letter, a Thai one, of the scripts that do not part
// words.
const firstPacked = '\u0E01'

// countWords counts words; in scripts that do not part words two characters
// count as one (about the mean length of a Chinese word).
func countWords(s string) int {
	words, packed := 0, 0
	in := false
	for _, r := range s {
		switch {
		case r >= firstPacked && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
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
