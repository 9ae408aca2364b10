package lang

import "unicode"

// scripts that are told apart, by their ISO 15924 codes, commonest first.
var scripts = []struct {
	code  string
	table *unicode.RangeTable
}{
	{"Latn", unicode.Latin}, {"Cyrl", unicode.Cyrillic}, {"Arab", unicode.Arabic}, {"Hani", unicode.Han}, {"Hira", unicode.Hiragana}, {"Kana", unicode.Katakana},
	{"Hang", unicode.Hangul}, {"Grek", unicode.Greek}, {"Hebr", unicode.Hebrew}, {"Thai", unicode.Thai}, {"Deva", unicode.Devanagari},
	{"Beng", unicode.Bengali}, {"Taml", unicode.Tamil}, {"Telu", unicode.Telugu}, {"Gujr", unicode.Gujarati}, {"Guru", unicode.Gurmukhi},
	{"Knda", unicode.Kannada}, {"Mlym", unicode.Malayalam}, {"Sinh", unicode.Sinhala}, {"Orya", unicode.Oriya}, {"Laoo", unicode.Lao}, {"Khmr", unicode.Khmer}, {"Mymr", unicode.Myanmar},
	{"Armn", unicode.Armenian}, {"Geor", unicode.Georgian}, {"Ethi", unicode.Ethiopic}, {"Tibt", unicode.Tibetan}, {"Thaa", unicode.Thaana}, {"Mong", unicode.Mongolian},
}

// script returns the ISO 15924 code of a letter's script, "" for others.
func script(r rune) string {
	if isLetter(r) && r < 0x250 {
		return "Latn"
	}
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.code
		}
	}
	return ""
}

func inScript(i int, r rune) bool { return unicode.Is(scripts[i].table, r) }

// mainScript returns the script of most of a text's first letters. Kana beside
// Han is Japanese, however few.
func mainScript(text string) string {
	count := make([]int, len(scripts))
	n := 0
	for _, r := range text {
		if r < 'A' || !isLetter(r) {
			continue
		}
		for i := range scripts {
			if i == 0 && r < 0x250 || inScript(i, r) {
				count[i]++
				break
			}
		}
		if n++; n == enough {
			break
		}
	}
	best := 0
	weigh := func(i int) int { // a character of Han says as much as several letters
		switch scripts[i].code {
		case "Hani", "Hira", "Kana", "Hang":
			return 3 * count[i]
		}
		return count[i]
	}
	for i := range scripts {
		if weigh(i) > weigh(best) {
			best = i
		}
	}
	if count[best] == 0 {
		return ""
	}
	if code := scripts[best].code; code != "Hani" {
		return code
	}
	kana := 0
	for i, s := range scripts {
		if s.code == "Hira" || s.code == "Kana" {
			kana += count[i]
		}
	}
	if 20*kana > count[best] {
		return "Hira"
	}
	return "Hani"
}
