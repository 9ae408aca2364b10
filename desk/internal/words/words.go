// Package words cuts text into folded words for comparing articles. It knows no
// language: letters and digits by Unicode, overlapping pairs where a script sets
// no blanks between words. It is pure and never fails, whatever the bytes.
package words

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Kind tells what a Word is made of.
type Kind uint8

const (
	Letters Kind = iota // a word
	Number              // digits, with separators of thousands removed and decimals after a point
	Pair                // two characters of a script without blanks (or a single one alone)
)

// Word is one word of a text.
type Word struct {
	Text    string // folded: compatibility forms, lower case, without diacritics; "'s" cut off
	Kind    Kind
	Capital bool // begins with a capital
	First   bool // begins a sentence or line, where a capital says nothing
}

// maxWord is the length in bytes at which a run of letters is cut: longer ones
// are no words, and hostile.
const maxWord = 64

// Cut returns at most limit words of text, in order.
func Cut(text string, limit int) []Word {
	c := cutter{text: text, limit: limit, first: true}
	c.words = make([]Word, 0, min(limit, len(text)/6+1))
	for c.at < len(text) && len(c.words) < limit {
		c.next()
	}
	return c.words
}

type cutter struct {
	text  string
	at    int
	limit int
	first bool
	words []Word
	buf   [maxWord]byte
}

func (c *cutter) next() {
	r, size := utf8.DecodeRuneInString(c.text[c.at:])
	switch {
	case unbroken(r):
		c.pairs()
	case isDigit(r):
		c.number()
	case isLetter(r):
		c.letters()
	default:
		if r == '.' || r == '!' || r == '?' || r == ':' || r == '\n' || r == '。' || r == '؟' || r == '"' || r == '“' {
			c.first = true
		}
		c.at += size
	}
}

func (c *cutter) add(text string, kind Kind, capital bool) {
	c.words = append(c.words, Word{text, kind, capital, c.first})
	c.first = false
}

// letters takes a run of letters, marks and digits; an apostrophe ends it and
// swallows a following s.
func (c *cutter) letters() {
	start, ascii, lower := c.at, true, true
	for c.at < len(c.text) && c.at-start < maxWord-utf8.UTFMax {
		b := c.text[c.at]
		if b < utf8.RuneSelf {
			if b >= 'A' && b <= 'Z' {
				lower = false
			} else if !(b >= 'a' && b <= 'z' || b >= '0' && b <= '9') {
				break
			}
			c.at++
			continue
		}
		r, size := utf8.DecodeRuneInString(c.text[c.at:])
		if unbroken(r) || !isLetter(r) && !isDigit(r) && !unicode.Is(unicode.M, r) {
			break
		}
		ascii = false
		c.at += size
	}
	raw := c.text[start:c.at]
	first, _ := utf8.DecodeRuneInString(raw)
	switch {
	case ascii && lower:
		c.add(raw, Letters, false)
	case ascii:
		n := copy(c.buf[:], raw)
		for i, b := range c.buf[:n] {
			if b >= 'A' && b <= 'Z' {
				c.buf[i] = b + 'a' - 'A'
			}
		}
		c.add(string(c.buf[:n]), Letters, first >= 'A' && first <= 'Z')
	default:
		if folded := Fold(raw); folded != "" {
			c.add(folded, Letters, unicode.IsUpper(first))
		}
	}
	for _, poss := range []string{"'s", "’s", "'S", "’S"} {
		if rest := c.text[c.at:]; len(rest) >= len(poss) && rest[:len(poss)] == poss {
			c.at += len(poss)
			break
		}
	}
}

// number takes digits with points, commas and blanks between groups of three,
// and one decimal part: "142,285", "142.285" and "142 285" are 142285, "2,5" is
// 2.5. Letters that follow at once ("2nd", "50m") are left to the next word.
func (c *cutter) number() {
	n := 0
	put := func(b byte) {
		if n < maxWord {
			c.buf[n] = b
			n++
		}
	}
	digits := func() (count int) {
		for c.at < len(c.text) {
			r, size := utf8.DecodeRuneInString(c.text[c.at:])
			if !isDigit(r) {
				break
			}
			put('0' + digitValue(r))
			c.at += size
			count++
		}
		return count
	}
	group := digits() <= 3
	for c.at+1 < len(c.text) {
		sep := c.text[c.at]
		if sep != '.' && sep != ',' {
			break
		}
		run := 0
		for i := c.at + 1; i < len(c.text) && c.text[i] >= '0' && c.text[i] <= '9'; i++ {
			run++
		}
		if run == 0 {
			break
		}
		c.at++
		if !(group && run == 3) {
			put('.')
			group = false
		}
		digits()
	}
	c.add(string(c.buf[:n]), Number, false)
}

// pairs takes a run of characters of a script without blanks as overlapping
// pairs.
func (c *cutter) pairs() {
	var prev rune
	count := 0
	for c.at < len(c.text) && len(c.words) < c.limit {
		r, size := utf8.DecodeRuneInString(c.text[c.at:])
		if !unbroken(r) {
			break
		}
		c.at += size
		if count > 0 {
			c.add(string([]rune{prev, r}), Pair, false)
		}
		prev = r
		count++
	}
	if count == 1 {
		c.add(string(prev), Pair, false)
	}
}

// Fold returns s in lower case, in compatibility form and without diacritics.
func Fold(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == 'ـ':
		case r == 'ß':
			out = append(out, 's', 's')
		case r == 'ø' || r == 'Ø':
			out = append(out, 'o')
		case r == 'ł' || r == 'Ł':
			out = append(out, 'l')
		case r == 'ı':
			out = append(out, 'i')
		case r == utf8.RuneError:
		default:
			out = append(out, unicode.ToLower(r))
		}
	}
	return string(out)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9'
	}
	return unicode.IsDigit(r)
}

// digitValue relies on Unicode's decimal digits standing in rows of ten that
// begin with zero.
func digitValue(r rune) byte {
	if r < utf8.RuneSelf {
		return byte(r - '0')
	}
	zero := r
	for i := 0; i < 9 && unicode.IsDigit(zero-1); i++ {
		zero--
	}
	return byte(r-zero) % 10
}

// unbroken tells whether a script writes no blanks between words.
func unbroken(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// Hash returns the 64-bit FNV-1a hash of s, mixed with field and finished so
// that all its bits can be used.
func Hash(field byte, s string) uint64 {
	h := uint64(14695981039346656037)
	h = (h ^ uint64(field)) * 1099511628211
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return Mix(h)
}

// Mix finishes a hash (the finaliser of SplitMix64, Steele et al. 2014).
func Mix(h uint64) uint64 {
	h ^= h >> 30
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 27
	h *= 0x94d049bb133111eb
	return h ^ h>>31
}
