package lang

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

//go:embed abbreviations.txt
var abbreviationFile string

type abbreviationKind byte

const (
	title abbreviationKind = iota + 1
	number
	month
	inner
	ender
)

var (
	abbreviations = map[string]abbreviationKind{}
	starters      = map[string]bool{}
	speech        = map[string]bool{}
)

func init() {
	kinds := map[string]abbreviationKind{"title": title, "number": number, "month": month, "inner": inner, "ender": ender}
	records(abbreviationFile, func(key string, words []string) {
		for _, w := range words {
			switch key {
			case "starter":
				starters[w] = true
			case "speech":
				speech[w] = true
			default:
				if _, known := abbreviations[w]; !known {
					abbreviations[w] = kinds[key]
				}
			}
		}
	})
}

func isStarter(word string) bool {
	return starters[strings.ReplaceAll(strings.ToLower(word), "’", "'")]
}

// abbreviation returns the kind of an abbreviation without its full stop, 0 when
// the word is none. Words in capitals are looked up as names are written.
func abbreviation(word string) abbreviationKind {
	if k := abbreviations[word]; k != 0 {
		return k
	}
	low := strings.ToLower(word)
	if k := abbreviations[low]; k != 0 {
		return k
	}
	if strings.ToUpper(word) == word {
		_, n := utf8.DecodeRuneInString(word)
		return abbreviations[word[:n]+low[min(n, len(low)):]]
	}
	return 0
}
