package split

import (
	"regexp"
	"strings"
	"unicode"
)

// A dateline opens a text with the place it was sent from, in capitals, or with
// an agency in brackets behind it: "MOSCOW: ", "BEIJING, Jan 3 (Agency) -- ",
// "CAIRO (Agency) - ", "МОСКВА, 7 окт — ". The place may hold a comma
// ("ABUJA, Nigeria").
var datelineForm = regexp.MustCompile(`^([\p{L}][\p{L}\p{M}.'’\-/ ]{1,40}(?:, [\p{L}][\p{L}\p{M}. ]{1,24}(?: \d{1,2})?){0,2})\s*(?:[(（]([^()（）]{2,40})[)）])?\s*(:|-{1,2}|—|–)\s`)

// dateline returns the place of a text's dateline, "" if it has none.
func dateline(text string) string {
	place, _ := datelineParts(text)
	return place
}

// datelineParts returns the place and the credit in brackets.
func datelineParts(text string) (place, credit string) {
	m := datelineForm.FindStringSubmatch(text[:min(len(text), 160)])
	if m == nil {
		return "", ""
	}
	place, credit = m[1], m[2]
	name, rest, _ := strings.Cut(place, ",")
	if strings.IndexFunc(rest, unicode.IsDigit) >= 0 || credit != "" && !isCapitals(rest) {
		place = name // what follows the comma is the date
	}
	if countWords(name) > 4 {
		return "", ""
	}
	switch {
	case isCapitals(name) && len([]rune(name)) >= 3:
		return strings.TrimSpace(place), credit
	case credit != "" && isAgency(credit):
		return strings.TrimSpace(place), credit
	}
	return "", ""
}

// isCapitals tells whether a script with two cases shows capitals only.
func isCapitals(s string) bool {
	upper := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		upper = upper || unicode.IsUpper(r)
	}
	return upper
}
