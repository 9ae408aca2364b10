package when

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is a number, word or mark of a short printed line such as a date. Digits
// of every script are read; characters of Han, kana, Hangul and Thai stand one by one.
type part struct {
	word   string // lower case; "" for numbers and marks
	num    int    // when digits > 0
	digits int    // how many digits
	mark   rune   // when neither word nor number
	spaced bool   // white space stands before it
}

func cutParts(s string) []part {
	var parts []part
	spaced := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		p := part{spaced: spaced}
		end := i + n
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) && r != '\u200C':
			spaced, i = true, end
			continue
		case digit(r) >= 0:
			for end = i; end < len(s); {
				r, n := utf8.DecodeRuneInString(s[end:])
				d := digit(r)
				if d < 0 {
					break
				}
				if p.digits++; p.digits <= 9 {
					p.num = 10*p.num + d
				}
				end += n
			}
		case oneByOne(r):
			p.word = string(r)
		case unicode.IsLetter(r) || unicode.IsMark(r):
			end = partWord(s, end)
			p.word = strings.ToLower(s[i:end])
		default:
			p.mark = r
		}
		parts = append(parts, p)
		spaced, i = false, end
	}
	return parts
}

func oneByOne(r rune) bool {
	return 0x0E00 <= r && r < 0x0E80 || 0x3005 <= r && r <= 0x9FFF || 0xAC00 <= r && r <= 0xD7A3 || 0xF900 <= r && r <= 0xFAFF
}

// partWord follows a word from i: letters and marks; a hyphen, apostrophe or
// stop between letters.
func partWord(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case oneByOne(r):
			return i
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u200C':
		case r == '-' || r == '\'' || r == '’' || r == '.':
			if next, _ := utf8.DecodeRuneInString(s[i+n:]); !unicode.IsLetter(next) {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// digit returns the value of a decimal digit of any script, -1 for others.
// Unicode keeps the ten digits of a script together, from a zero on.
func digit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case r < 0x660 || !unicode.IsDigit(r):
		return -1
	case r <= 0x669:
		return int(r - 0x660)
	case 0x6F0 <= r && r <= 0x6F9:
		return int(r - 0x6F0)
	}
	for zero := r; ; zero-- {
		if r-zero == 9 || !unicode.IsDigit(zero-1) {
			return int(r - zero)
		}
	}
}

// longestRun is the number of characters of the longest word of the scripts
// whose characters stand one by one.
const longestRun = 16

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// phrase finds the longest word or group of words at parts[i] that a table
// holds; n is how many parts it takes, 0 when there is none.
func phrase[V any](parts []part, i, longest int, table map[string]V) (v V, n int) {
	var key strings.Builder
	if oneByOne(firstRune(parts[i].word)) {
		longest = longestRun
	}
	for k := i; k < len(parts) && k < i+longest && parts[k].word != ""; k++ {
		if k > i && parts[k].spaced {
			key.WriteByte(' ')
		}
		key.WriteString(parts[k].word)
		if found, ok := table[key.String()]; ok {
			v, n = found, k-i+1
		}
	}
	return v, n
}
