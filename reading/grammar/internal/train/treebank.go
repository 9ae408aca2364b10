package main

import (
	"strconv"
	"strings"
)

// sentence is a sentence of a treebank; the lists begin with the root's place.
type sentence struct {
	words, tags, labels []string
	heads               []int32
}

// treebank reads CoNLL-U. Ranges and empty nodes are left out.
func treebank(text []byte) []sentence {
	var all []sentence
	s := newSentence()
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		f := strings.Split(line, "\t")
		switch {
		case line == "":
			if len(s.words) > 1 {
				all = append(all, s)
			}
			s = newSentence()
		case len(f) != 10 || strings.ContainsAny(f[0], "-."):
		default:
			head, err := strconv.Atoi(f[6])
			if err != nil {
				continue
			}
			s.words = append(s.words, f[1])
			s.tags = append(s.tags, f[3]+" "+f[4])
			s.heads = append(s.heads, int32(head))
			s.labels = append(s.labels, f[7])
		}
	}
	return all
}

func newSentence() sentence {
	return sentence{words: []string{""}, tags: []string{""}, labels: []string{""}, heads: []int32{-1}}
}
