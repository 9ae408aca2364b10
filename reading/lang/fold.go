package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lower returns a word in lower case and NFKC.
func lower(word string) string {
	if ascii(word) {
		return strings.ToLower(word)
	}
	return norm.NFKC.String(strings.ToLower(norm.NFKC.String(word)))
}

// fold takes a lower-case word to the form it is searched by: without
// diacritics, apostrophes, soft hyphens and joiners, and with the spellings of
// one letter made one.
func fold(word string) string {
	if ascii(word) && !strings.ContainsAny(word, "'.") {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range norm.NFKD.String(word) {
		switch {
		case r == '\'' || r == '’' || r == 'ʼ' || r == '.' || r == 'ـ' || unicode.Is(unicode.Mn, r) && !unspacedScript(r) && !indic(r) || unicode.Is(unicode.Cf, r):
		case letters[r] != "":
			b.WriteString(letters[r])
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// indic tells the scripts whose non-spacing marks are vowels, not accents.
func indic(r rune) bool { return 0x0900 <= r && r < 0x0E00 || 0x0F00 <= r && r < 0x1100 }

// letters that NFKD leaves whole, and letters that one word is spelt with either way.
var letters = map[rune]string{
	'ß': "ss", 'ø': "o", 'æ': "ae", 'œ': "oe", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h", 'ŧ': "t", 'ŋ': "n", 'ə': "a",
	'ς': "σ", 'ё': "е", 'ґ': "г", 'ѐ': "е",
	'أ': "ا", 'إ': "ا", 'آ': "ا", 'ٱ': "ا", 'ى': "ي", 'ی': "ي", 'ې': "ي", 'ک': "ك", 'ة': "ه", 'ۀ': "ه", 'ہ': "ه", 'ھ': "ه", 'ؤ': "و", 'ئ': "ي",
	'٠': "0", '١': "1", '٢': "2", '٣': "3", '٤': "4", '٥': "5", '٦': "6", '٧': "7", '٨': "8", '٩': "9",
	'۰': "0", '۱': "1", '۲': "2", '۳': "3", '۴': "4", '۵': "5", '۶': "6", '۷': "7", '۸': "8", '۹': "9",
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
