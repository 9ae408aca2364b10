package split

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What the letters and marks of a text tell, in any script.

// The marks with which a paragraph ends, in any script; a headline may end in a
// cry or a question too, and a paragraph before a list or a quotation goes on.
const (
	fullStops = ".…。۔।։"
	cries     = "!?！？؟"
	pauses    = ":;,：，；،"
)

// goesOn tells whether a line ends in a mark behind which a sentence goes on.
func goesOn(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(pauses, r)
}

// lastMark returns the mark that a line ends with, looking through the closing
// quotation marks and brackets behind it; 0 when it ends in something else.
func lastMark(s string) rune {
	t := strings.TrimRight(s, "\"'”’»“)]』」›）")
	r, _ := utf8.DecodeLastRuneInString(t)
	if strings.ContainsRune(fullStops+cries, r) || len(t) == len(s) && strings.ContainsRune(pauses, r) {
		return r
	}
	return 0
}

// countWords counts the runs between blanks that hold a letter or a figure; of
// scripts written without blanks two characters make a word.
func countWords(s string) int {
	words, dense, counted := 0, 0, false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c <= ' ':
				counted = false
			case !counted && (c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'):
				words, counted = words+1, true
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case isDense(r):
			dense++
			counted = false
		case r == '\u00a0' || r == '\u3000':
			counted = false
		case !counted && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)):
			words, counted = words+1, true
		}
	}
	return words + (dense+1)/2
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

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u200e' || r == '\u200f'
}

func containsAny(s string, subs ...string) bool {
	for _, sub := range subs {
		if strings.Contains(s, sub) {
			return true
		}
	}
	return false
}

// isDense tells letters of scripts without blanks between words.
func isDense(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0x0e00 && r <= 0x0eff || r >= 0x1000 && r <= 0x109f || r >= 0x1780 && r <= 0x17ff || r >= 0x20000 && r <= 0x3ffff
}
