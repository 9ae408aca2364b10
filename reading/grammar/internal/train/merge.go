package main

import "strings"

// merged is a sentence in which each run of proper nouns that hangs together is
// one word, known by its last: so names reach the parser when reading knows
// where they are.
func merged(s sentence) sentence {
	n := len(s.words)
	into := make([]int, n) // the word that stands for each
	for i := range into {
		into[i] = i
	}
	for i := 1; i < n; {
		j := i
		for j+1 < n && proper(s.tags[i]) && proper(s.tags[j+1]) {
			j++
		}
		if head := sole(s.heads, i, j); j > i && head >= 0 {
			for k := i; k <= j; k++ {
				into[k] = head
			}
			s.words = replaced(s.words, head, s.words[j])
		}
		i = j + 1
	}
	place := make([]int32, n)
	out := newSentence()
	for i := 1; i < n; i++ {
		if into[i] == i {
			place[i] = int32(len(out.words))
			out.words, out.tags, out.labels = append(out.words, s.words[i]), append(out.tags, s.tags[i]), append(out.labels, s.labels[i])
			out.heads = append(out.heads, s.heads[i])
		}
	}
	for i := 1; i < len(out.heads); i++ {
		out.heads[i] = place[into[out.heads[i]]]
	}
	return out
}

func proper(tag string) bool { return strings.HasPrefix(tag, "PROPN ") }

// sole returns the one word of a run whose head lies outside it, -1 if there are
// several.
func sole(heads []int32, from, to int) int {
	found := -1
	for i := from; i <= to; i++ {
		if h := int(heads[i]); h < from || h > to {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

func replaced(list []string, i int, word string) []string {
	out := append([]string(nil), list...)
	out[i] = word
	return out
}
