package claim

import (
	_ "embed"
	"strings"

	"coranto/desk/story"
)

//go:embed synonyms.txt
var synonymText string

// meanings gives for stems of English words that papers use alike the stem that
// stands for all of them.
var meanings = func() map[string]string {
	stem := story.Stem("en")
	m := map[string]string{}
	for line := range strings.Lines(synonymText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for i, w := range strings.Fields(line) {
			if root := stem(w); i == 0 || m[root] == "" {
				m[root] = stem(strings.Fields(line)[0])
			}
		}
	}
	return m
}()

// meaning returns a function from a folded word of a language to the stem of
// what it means.
func meaning(language string) func(word string) (root, meant string) {
	stem := story.Stem(language)
	english := base(language) == "en"
	return func(word string) (string, string) {
		root := stem(word)
		if english {
			if m := meanings[root]; m != "" {
				return root, m
			}
		}
		return root, root
	}
}

// SameMeaning tells whether two English words differ in nothing that a reader
// would be told by.
func SameMeaning(a, b string) bool {
	in := meaning("en")
	_, x := in(strings.ToLower(a))
	_, y := in(strings.ToLower(b))
	return x == y
}
