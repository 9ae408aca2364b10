// Package token cuts text into the small pieces that names and quotations are
// found by: words, numbers, single marks and, in scripts written without
// blanks, single characters. Every byte of the text lies in one token or in the
// white space between two. Words are cut at apostrophes and hyphens ("Iran's"
// is Iran ' s), so that a name is found inside whatever is glued to it.
package token

import (
	"unicode"
	"unicode/utf8"
)

// Kind is what a token is made of.
type Kind uint8

const (
	Mark   Kind = iota // one punctuation mark, symbol or stray byte
	Word               // letters, with their combining marks and digits inside
	Number             // digits, with points and commas between them
	Sign               // one character of a script written without blanks
)

// Shape is how a word is written.
type Shape uint8

const (
	Lower    Shape = iota // spokesman
	Title                 // Moscow
	Upper                 // NATO, U.S., X
	Mixed                 // McDonald, eBay
	Caseless              // a script without capitals
)

// Token is one piece. Start and End are byte offsets. Gap tells that white
// space stands before it, Line that a line break does. Hash is that of its lower
// case (HashOf), or 0 unless it is of ASCII letters and digits alone.
type Token struct {
	Start, End int
	Kind       Kind
	Shape      Shape
	Gap, Line  bool
	Hash       uint32
}

// In returns the token's bytes.
func (t Token) In(text string) string { return text[t.Start:t.End] }

// Capital tells whether a word begins with a capital letter.
func (t Token) Capital() bool {
	return t.Kind == Word && (t.Shape == Title || t.Shape == Upper || t.Shape == Mixed)
}

// Cut returns the tokens of text in order, in time linear in its length.
func Cut(text string) []Token {
	toks := make([]Token, 0, len(text)/5+1)
	gap, line := true, true
	for i := 0; i < len(text); {
		c := text[i]
		if c == '\n' {
			gap, line = true, true
			i++
			continue
		}
		if c == ' ' || c == '\t' || c == '\r' {
			gap = true
			i++
			continue
		}
		r, n := decode(text, i)
		if n > 1 && (unicode.IsSpace(r) || r == 0x200b || r == 0xfeff) {
			gap = true
			if r == 0x2028 || r == 0x2029 {
				line = true
			}
			i += n
			continue
		}
		t := Token{Start: i, Gap: gap, Line: line}
		gap, line = false, false
		switch {
		case Unspaced(r):
			t.Kind, t.Shape, t.End = Sign, Caseless, i+n
		case isLetter(r):
			t.Kind = Word
			if t.End, t.Shape, t.Hash = plain(text, i); t.End == i {
				t.End, t.Shape = word(text, i)
			}
		case r >= '0' && r <= '9' || n > 1 && unicode.IsDigit(r):
			t.Kind = Number
			t.End = number(text, i)
		default:
			t.End = i + n
		}
		i = t.End
		toks = append(toks, t)
	}
	return toks
}

func decode(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}

// Unspaced tells whether r belongs to a script that is written without blanks
// between words, so that each of its characters is a token.
func Unspaced(r rune) bool {
	if r < 0x0e00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) || r == 'ー'
}

// plain returns the end, shape and hash of the word that begins at i, if it is of
// ASCII letters and digits alone; else i.
func plain(text string, i int) (end int, shape Shape, hash uint32) {
	hash = basis
	upper, letters := 0, 0
	j := i
	for ; j < len(text); j++ {
		c := text[j]
		switch {
		case c >= 'a' && c <= 'z':
			letters++
		case c >= 'A' && c <= 'Z':
			letters++
			upper++
			c += 'a' - 'A'
		case c >= '0' && c <= '9':
		case c == '.' && upper == 1 && letters == 1 && j == i+1, c >= utf8.RuneSelf: // perhaps initials
			return i, 0, 0
		default:
			return j, shapeOf(text[i], upper, letters), hash | 1
		}
		hash = (hash ^ uint32(c)) * prime
	}
	return j, shapeOf(text[i], upper, letters), hash | 1
}

func shapeOf(first byte, upper, letters int) Shape {
	switch {
	case upper == 0:
		return Lower
	case upper == 1 && letters > 1 && first <= 'Z':
		return Title
	case upper == letters:
		return Upper
	}
	return Mixed
}

const basis, prime = 2166136261, 16777619

// HashOf returns the hash of a token that reads so in lower case, 0 unless it is
// of ASCII letters and digits alone.
func HashOf(lower string) uint32 {
	hash := uint32(basis)
	for i := 0; i < len(lower); i++ {
		c := lower[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
			return 0
		}
		hash = (hash ^ uint32(c)) * prime
	}
	return hash | 1
}

// Filter tells most words that are in no list from those that may be, without
// looking the word up.
type Filter [1 << 9]uint64

// Add lets a word pass, given in lower case.
func (f *Filter) Add(lower string) {
	h := HashOf(lower)
	f[h>>23] |= 1 << (h >> 17 & 63)
}

// May tells whether a token of that hash may be one of the words.
func (f *Filter) May(hash uint32) bool {
	return hash == 0 || f[hash>>23]>>(hash>>17&63)&1 != 0
}

// word returns the end and shape of the word that begins at i. Capital letters
// each followed by a point ("U.S.", "J.") are one word with their points.
func word(text string, i int) (int, Shape) {
	if end := initials(text, i); end > 0 {
		return end, Upper
	}
	var upper, lower, letters int
	first := true
	firstUpper := false
	j := i
	for j < len(text) {
		r, n := decode(text, j)
		if isLetter(r) && !Unspaced(r) {
			letters++
			if isUpper(r) {
				upper++
				firstUpper = firstUpper || first
			} else if isLower(r) {
				lower++
			}
			first = false
		} else if !(r >= '0' && r <= '9' || n > 1 && (unicode.Is(unicode.M, r) || unicode.IsDigit(r) || r == 0x200c || r == 0x200d || r == 'ـ')) {
			break
		}
		j += n
	}
	switch {
	case upper == 0 && lower == 0:
		return j, Caseless
	case upper == 0:
		return j, Lower
	case firstUpper && upper == 1 && letters > 1:
		return j, Title
	case lower == 0:
		return j, Upper
	}
	return j, Mixed
}

func initials(text string, i int) int {
	end := 0
	for i < len(text) {
		r, n := decode(text, i)
		if !isUpper(r) || i+n >= len(text) || text[i+n] != '.' {
			break
		}
		i += n + 1
		end = i
	}
	// a letter after the last point: a full stop glued to the next word
	if end > 0 && end < len(text) {
		if r, _ := decode(text, end); isLetter(r) {
			return 0
		}
	}
	return end
}

func number(text string, i int) int {
	for i < len(text) {
		r, n := decode(text, i)
		digit := r >= '0' && r <= '9' || n > 1 && unicode.IsDigit(r)
		if !digit {
			if (r == '.' || r == ',') && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' {
				i++
				continue
			}
			break
		}
		i += n
	}
	return i
}
