package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands on either side of a stop.

func wordByte(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '.' || r == '-' || r == '\'' || r == '’' || r == '\u00AD'
}

// lastWord returns the word that s ends with, at most 24 bytes of it.
func lastWord(s string) string {
	low := max(0, len(s)-24)
	i := len(s)
	for i > low {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !wordByte(r) {
			break
		}
		i -= n
	}
	return strings.TrimLeft(s[i:], ".-'’")
}

// firstWord returns the word that s begins with, after opening marks.
func firstWord(s string) string {
	s = strings.TrimLeftFunc(head(s, 60), isOpener)
	for i, r := range s {
		if !wordByte(r) || r == '.' {
			return s[:i]
		}
	}
	return s
}

// inward tells whether s begins with a name that has its capital inside (eTosk).
func inward(s string) bool {
	return strings.IndexFunc(firstWord(s), unicode.IsUpper) > 0
}

// saidNext tells whether a quoted question or cry goes on with its speaker:
// `"Why?" Jane Smith asked`.
func saidNext(rest string) bool {
	words := strings.FieldsFunc(head(rest, 80), unicode.IsSpace)
	for i, w := range words[:min(len(words), 5)] {
		if speech[strings.Trim(w, ".,:;")] {
			return i > 0
		}
		if strings.ContainsAny(w[len(w)-1:], ".,!?:;") {
			return false
		}
	}
	return false
}

// head returns at most n bytes from the start of s, ending between characters.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
