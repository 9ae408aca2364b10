// Package lang knows what can be told of a text from its characters and commonest
// words alone: its sentences, its words, the language it is written in, and the
// form under which its words are searched for.
//
// What differs from language to language is data, in the embedded files
// abbreviations.txt and languages.txt; the rules are the same for all.
package lang

import (
	_ "embed"
	"strings"
)

// records yields the lines of an embedded data file as "key: word word ...",
// without comments (#) and empty lines. A key may come more than once.
func records(file string, yield func(key string, words []string)) {
	for line := range strings.Lines(file) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "#")
		if key, words, ok := strings.Cut(line, ":"); ok {
			yield(strings.TrimSpace(key), strings.Fields(words))
		}
	}
}
