package split

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// look is what a block looks like by its words alone, before its neighbours
// and its place are asked.
type look uint8

const (
	prose   look = iota // sentences: a paragraph
	short               // words without a full stop: headline, crosshead, publisher, label
	unsure              // prose or short: its neighbours decide
	bullet              // begins with a bullet or a dash
	stamp               // an age or a date, with or without its label
	caption             // ends in the credit of a picture
	byline              // "By" and names
	chrome              // buttons and labels of the page
	end                 // announces what is no longer the article: "Related Articles"
	promo               // points elsewhere from the middle of an article
	source              // who prints the article, above its age
	other               // stands in a box of other stories, or wants subscribers
	code                // figures and letters that are no words: "TT", "20", "1:23"
)

// looks tells what a block looks like by its words, and parts the name from the
// time where they share a line.
func (b *block) looks() {
	b.look = classify(*b)
	if b.look == short || b.look == unsure || b.look == byline || b.look == stamp && strings.ContainsAny(b.text, "|·•") {
		if name, printed, ok := cutSigned(b.text); ok && (b.look != stamp || saysAge(printed)) {
			b.look, b.name, b.printed = stamp, name, printed
		}
	}
}

// classify looks at the words alone.
func classify(l block) look {
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
	}
	if l, ok := furnitureLook(l.text, lowered, l.words); ok {
		return l
	}
	if isAddress(l.text) {
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

// furnitureLook tells by its words a block that is none of the article: labels,
// pointers to other articles, invitations to subscribe or follow, requests for
// consent.
func furnitureLook(text, lowered string, words int) (look, bool) {
	if words <= maxLabelWords {
		switch {
		case readingTime.MatchString(lowered), trail.MatchString(text), isTally(lowered):
			return chrome, true
		case vocabularies["promo"].bare(lowered):
			return end, true
		case vocabularies["promo"].has(lowered), labelsOther(lowered):
			return promo, true
		case vocabularies["end"].has(strings.TrimRight(lowered, " ()0123456789:")):
			return end, true
		case words <= 5 && lastMark(text) == 0 && vocabularies["listing"].has(lowered):
			return end, true
		case vocabularies["chrome"].has(lowered):
			return chrome, true
		}
	}
	switch {
	case words > maxAppeal:
		return 0, false
	case words <= 2*maxLabelWords && !strings.ContainsRune("\"“«„", firstRune(text)) && (asksToSubscribe(lowered) || asksToFollow(lowered)):
		return promo, true
	case words >= leastConsent && (asksConsent(lowered) || asksForConsent(lowered, 2)):
		return chrome, true
	}
	return 0, false
}

// The words of a request for consent, and those of the longest that asks its
// reader for something.
const (
	leastConsent = 8
	maxAppeal    = 130
)

// readingTime matches "4 min read", "3 Min. Lesezeit", "5 минут".
var readingTime = regexp.MustCompile(`^\d{1,3}\s*-?\s*(min|minutes?|minuten|мин|минуты?|минут|dk|dakika)\b\.?(\s(de|di|na|на|zum))?(\s\pL+)?$`)

// isTally tells "1.2K views", "0 Kommentare".
func isTally(lowered string) bool {
	m := tally.FindStringSubmatch(lowered)
	return m != nil && vocabularies["counted"].exact[m[1]]
}

var tally = regexp.MustCompile(`^\d[\d.,]*\s?[km]?\s?(\pL{4,})$`)

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

// asksConsent tells what stands in the place of content from elsewhere until
// the reader allows it.
func asksConsent(lowered string) bool {
	return containsAny(lowered, "extern", "eingebettet", "embedded content", "third-party", "third party", "drittplattform", "contenu tiers", "contenido externo", "cookies") &&
		containsAny(lowered, "einverstanden", "einwilligung", "zustimm", "personenbezogen", "your consent", "consentement", "consentimiento", "der den artikel ergänzt", "accept cookies", "this website uses", "this site uses", "mit einem klick", "with one click")
}

// asksToFollow tells an invitation to follow or share on social networks.
func asksToFollow(lowered string) bool {
	if !containsAny(lowered, "follow", "like us", "find us", "join us", "share it", "share this", "folgen sie", "suivez", "síguenos", "siga-nos", "seguici") {
		return false
	}
	n := 0
	for _, network := range []string{"facebook", "twitter", "instagram", "youtube", "whatsapp", "telegram", "tiktok", "linkedin", "snapchat", "@"} {
		if strings.Contains(lowered, network) {
			n++
		}
	}
	return n >= 2 || strings.HasPrefix(lowered, "follow @") || strings.HasPrefix(lowered, "follow us") || n == 1 && strings.HasPrefix(lowered, "follow ")
}
