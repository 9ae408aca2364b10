package main

import (
	_ "embed"
	"math/rand/v2"
	"slices"
	"strings"
)

//go:embed vocabulary.txt
var vocabularyFile string

// vocabulary holds words by tag: verbs as their forms, nouns, adjectives, names.
type vocabulary struct {
	verbs [2][][]string // the others; those of events
	words map[string][]string
}

func readVocabulary(file string) vocabulary {
	v := vocabulary{words: map[string][]string{}}
	for line := range strings.Lines(file) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		for _, w := range f[1:] {
			switch f[0] {
			case "V!":
				v.verbs[1] = append(v.verbs[1], strings.Split(w, ","))
			case "V":
				v.verbs[0] = append(v.verbs[0], strings.Split(w, ","))
			default:
				v.words[f[0]] = append(v.words[f[0]], w)
			}
		}
	}
	return v
}

var verbForm = map[string]int{"VB": 0, "VBP": 0, "VBZ": 1, "VBD": 2, "VBN": 3, "VBG": 4}

// retold is a sentence with words of the vocabulary in the place of its own, of
// the same tags.
func (v vocabulary) retold(s sentence, random *rand.Rand) sentence {
	out := s
	out.words = slices.Clone(s.words)
	for i := 1; i < len(s.words); i++ {
		upos, fine, _ := strings.Cut(s.tags[i], " ")
		word := s.words[i]
		if random.IntN(10) < 4 {
			continue
		}
		form, verb := verbForm[fine]
		switch {
		case upos == "VERB" && verb && len(word) > 3:
			list := v.verbs[one(random.IntN(3) > 0)]
			out.words[i] = list[random.IntN(len(list))][form]
		case upos == "NOUN" && (fine == "NN" || fine == "NNS"):
			out.words[i] = pick(v.words[fine], random)
		case upos == "ADJ" && fine == "JJ" && word[0] >= 'A' && word[0] <= 'Z' && i > 1:
			out.words[i] = pick(v.words["DEM"], random)
		case upos == "ADJ" && fine == "JJ" && len(s.labels[i]) == 4: // amod
			list := v.words["JJ"]
			if random.IntN(3) == 0 {
				list = v.words["DEM"]
			}
			out.words[i] = pick(list, random)
		case fine == "NNP":
			list := []string{"PER", "PER", "LOC", "ORG"}[random.IntN(4)]
			if i > 1 && (s.tags[i-1] == "ADP IN") {
				list = "LOC"
			}
			out.words[i] = pick(v.words[list], random)
		}
		if i == 1 {
			out.words[i] = strings.ToUpper(out.words[i][:1]) + out.words[i][1:]
		}
	}
	return out
}

func pick(list []string, random *rand.Rand) string { return list[random.IntN(len(list))] }
