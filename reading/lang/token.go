package lang

import (
	"unicode"
	"unicode/utf8"

	"coranto"
)

// TokenKind tells what a token is.
type TokenKind byte

const (
	Word        TokenKind = iota + 1 // letters, with digits, apostrophes or inner stops: "Anna's", "1990s", "U.S."
	Number                           // digits of any script, with separators: "2,000", "3.5", "١٢"
	Unspaced                         // a run of a script that sets no blanks between words: Han, kana, Thai, Lao, Khmer, Burmese
	Punctuation                      // one mark
	Symbol                           // one sign: "$", "%" is punctuation, "+", an emoji
)

// Token is a word, number or mark of a text.
type Token struct {
	coranto.Span
	Kind TokenKind
}

// Tokens cuts a text into tokens, in order. White space and invisible controls
// belong to none. A hyphen is a mark of its own: "third-quarter" is three tokens.
func Tokens(text string) []Token {
	tokens := make([]Token, 0, len(text)/5+1)
	for i := 0; i < len(text); {
		if text[i] == ' ' || text[i] == '\n' {
			i++
			continue
		}
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		var kind TokenKind
		end := i + n
		switch {
		case unspacedScript(r):
			kind, end = Unspaced, run(text, end, unspacedScript)
		case isLetter(r):
			kind, end = Word, wordEnd(text, end)
		case isDigit(r):
			end = numberEnd(text, end)
			kind = Number
			if next, _ := utf8.DecodeRuneInString(text[end:]); isLetter(next) && !unspacedScript(next) {
				kind, end = Word, wordEnd(text, end)
			}
		case r < utf8.RuneSelf && r > ' ' && r != 0x7F || unicode.IsPunct(r):
			kind = Punctuation
			if r < utf8.RuneSelf && unicode.IsSymbol(r) {
				kind = Symbol
			}
		case unicode.IsSymbol(r):
			kind = Symbol
		default: // white space, controls, marks without a letter
			i = end
			continue
		}
		tokens = append(tokens, Token{coranto.Span{Start: i, End: end}, kind})
		i = end
	}
	return tokens
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

// unspacedScript tells the scripts that write words without blanks. 々 and ー
// repeat or lengthen and belong to the run.
func unspacedScript(r rune) bool {
	if r < 0x0E00 {
		return false
	}
	switch {
	case r < 0x0F00: // Thai, Lao
		return !unicode.IsDigit(r) && r != '฿' && r != '๏' && r != '๚' && r != '๛'
	case 0x1000 <= r && r < 0x10A0, 0x1780 <= r && r < 0x1800: // Burmese, Khmer
		return unicode.IsLetter(r) || unicode.IsMark(r)
	case 0x3005 <= r && r <= 0x3007, 0x3041 <= r && r <= 0x30FF && r != '・' && r != '゠', 0x31F0 <= r && r <= 0x31FF,
		0x3400 <= r && r <= 0x9FFF, 0xF900 <= r && r <= 0xFAFF, 0xFF66 <= r && r <= 0xFF9F, 0x20000 <= r && r <= 0x3FFFF:
		return true
	}
	return false
}

func run(text string, i int, in func(rune) bool) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !in(r) {
			break
		}
		i += n
	}
	return i
}

// wordEnd follows a word whose first letter ends at i: letters, marks, digits;
// an apostrophe or a joiner between letters; a stop between single letters and,
// after such, at the end (U.S., a.m.).
func wordEnd(text string, i int) int {
	letters, stops := 1, 0
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '.' && letters == 1:
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if isLetter(next) && singleLetter(text[i+n:]) {
				stops++
				letters = 0
			} else if stops > 0 {
				return i + n
			} else {
				return i
			}
		case isLetter(r) && !unspacedScript(r), isDigit(r), r >= utf8.RuneSelf && unicode.IsMark(r):
			letters++
		case r == '\'' || r == '’' || r == '\u200C' || r == '\u200D' || r == '\u00AD' || r == '״' || r == '׳' || r == 'ʼ' || r == '·':
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if !isLetter(next) || unspacedScript(next) {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// singleLetter tells whether s begins with one letter that is a word of its own
// before a stop or the word's end.
func singleLetter(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	return !isLetter(next) && !isDigit(next)
}

// numberEnd follows a number whose first digit ends at i: digits, and one
// separator at a time between digits.
func numberEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case isDigit(r):
		case r == ',' || r == '.' || r == '٫' || r == '٬' || r == '\u202F':
			if next, _ := utf8.DecodeRuneInString(text[i+n:]); !isDigit(next) {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// combining tells marks that belong to the character before.
func combining(r rune) bool { return r >= 0x300 && unicode.IsMark(r) || r == 'ำ' || r == 'ຳ' }
