package split

import (
	"strings"
	"unicode"
)

// isByline tells a line that names writers: "By Name Name", "Par Name Name".
func isByline(text string) bool {
	_, ok := bylineRest(text)
	return ok
}

// bylineRest cuts the word of a byline; ok is false when none stands there or
// what follows is no name.
func bylineRest(text string) (string, bool) {
	rest, ok := vocabularies["byline"].label(text)
	if !ok || rest == "" {
		return "", false
	}
	first := firstRune(rest)
	if unicode.IsLower(first) || unicode.IsDigit(first) {
		return "", false
	}
	for _, w := range strings.Fields(rest) {
		r := firstRune(w)
		if unicode.IsLower(r) && !nameParticles[strings.Trim(w, ",")] {
			return "", false
		}
	}
	return rest, true
}

// nameParticles are the small words inside names and between them.
var nameParticles = set("and", "et", "und", "y", "e", "en", "и", "و", "de", "da", "di", "del", "della", "van", "von", "der", "den", "la", "le", "al", "bin", "ibn", "el", "in", "dos", "du")

// bylineNames returns the names in a byline, one each.
func bylineNames(text string) []string {
	rest, ok := bylineRest(text)
	if !ok {
		rest = text
	}
	for _, sep := range []string{" and ", " et ", " und ", " y ", " и ", " & ", "|", ";", " / "} {
		rest = strings.ReplaceAll(rest, sep, ",")
	}
	var names []string
	for name := range strings.SplitSeq(rest, ",") {
		if place := strings.Index(name, " in "); place > 0 { // "Name in Place"
			name = name[:place]
		}
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// isName tells a person's name standing alone: two to four words, each with a
// capital where the script has them, and no figures.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		particle, _, _ := strings.Cut(w, "-")
		if unicode.IsLower(firstRune(w)) && !nameParticles[particle] || strings.ContainsFunc(w, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".-'’", r)
		}) {
			return false
		}
	}
	return true
}

// isPaper tells a name that holds a word of newspapers and newsrooms: no
// person's.
func isPaper(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if vocabularies["paper"].exact[w] {
			return true
		}
	}
	return false
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
