package edition

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tidy joins words that stand on several lines.
func tidy(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && !holdsTogether(r) }), " ")
}

// holdsTogether tells the blanks at which no line breaks, such as French sets
// inside quotation marks.
func holdsTogether(r rune) bool { return r == '\u00a0' || r == '\u202f' }

// cut shortens s to about max bytes, between words where there are blanks, and
// says so with an ellipsis.
func cut(s string, max int) string {
	if len(s) <= max {
		return s
	}
	for max > 0 && !utf8.RuneStart(s[max]) {
		max--
	}
	short := s[:max]
	if i := strings.LastIndexByte(short, ' '); i > max/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:–—-") + " …"
}

// sameWords folds what may differ between two prints of the same words: case,
// blanks, punctuation and quotation marks.
func sameWords(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’':
		default:
			gap = true
		}
	}
	return b.String()
}

// guillemets hold on to the words between them, as French sets them, also where
// a page has plain blanks there.
var guillemets = strings.NewReplacer("« ", "«\u00a0", " »", "\u00a0»")
