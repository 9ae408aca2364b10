package event

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed appointments.tsv
var appointmentsTSV string

// words holds the words of appointments.tsv: by group, then lemma, the kind.
var words = map[string]map[string]string{}

// withNoun are the kinds that a verb tells with a noun.
var withNoun = map[string][]pattern{}

type pattern struct {
	kind  string
	nouns []string
}

func init() {
	for n, line := range strings.Split(strings.TrimSuffix(appointmentsTSV, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		switch {
		case len(f) == 4 && f[0] == "with":
			for _, verb := range strings.Fields(f[2]) {
				withNoun[verb] = append(withNoun[verb], pattern{f[1], strings.Fields(f[3])})
			}
			continue
		case len(f) != 3:
			panic(fmt.Sprintf("event: appointments.tsv:%d: want group, kind and words", n+1))
		}
		if words[f[0]] == nil {
			words[f[0]] = map[string]string{}
		}
		for _, w := range strings.Fields(f[2]) {
			words[f[0]][w] = f[1]
		}
	}
}

// in tells whether a word belongs to a group.
func in(group, word string) bool {
	_, ok := words[group][word]
	return ok
}

// nounKind is what kind of appointment the noun at word i names, "" for none.
func (s *sentence) nounKind(i int) string {
	if t := s.Words[i].Tag; t != "NOUN" && t != "PROPN" && !(t == "VERB" && s.is(i, "obj") && i > 0 && (s.Words[i-1].Tag == "ADJ" || s.Words[i-1].Tag == "DET" || s.Words[i-1].Tag == "NOUN")) {
		if t != "ADJ" || i == 0 || s.Words[i-1].Tag != "DET" || i+1 == len(s.Words) || s.word(i+1) != "of" {
			return ""
		}
	}
	if s.named(i) >= 0 && !s.scene.marks[s.named(i)].ref && s.Words[i].Tag == "PROPN" {
		return ""
	}
	if k := words["noun"][s.Lemma(i)]; k != "" {
		return k
	}
	if s.Words[i].Tag == "NOUN" && holders[s.Lemma(i)] { // "a round of talks"
		for _, k := range s.kids[i] {
			if s.is(k, "nmod") && s.caseOf(k) == "of" && s.Words[k].Tag == "NOUN" && words["noun"][s.Lemma(k)] != "" {
				return words["noun"][s.Lemma(k)]
			}
		}
	}
	return ""
}

// patternOf is the kind that verb v tells with one of the nouns around it.
func (s *sentence) patternOf(v int) (kind string, noun int) {
	plain, whole := s.lemmaOf(v)
	for _, p := range append(slices.Clone(withNoun[whole]), withNoun[plain]...) {
		for _, k := range s.kids[v] {
			if k > v && s.is(k, "obj", "obl", "nmod", "xcomp", "advcl", "ccomp") || s.is(k, "nsubj:pass") {
				if slices.Contains(p.nouns, s.Lemma(k)) && s.Words[k].Tag == "NOUN" {
					return p.kind, k
				}
			}
		}
		// what the tree hangs elsewhere
		for k := v + 1; k < min(len(s.Words), v+8) && s.Of(k) != ","; k++ {
			if (s.Words[k].Tag == "NOUN" || s.word(k-1) == "by") && slices.Contains(p.nouns, s.Lemma(k)) {
				return p.kind, k
			}
		}
	}
	return "", -1
}
