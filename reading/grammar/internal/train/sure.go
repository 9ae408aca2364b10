package main

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// sureWords lists the words that were seen often and nearly always had the same
// tag, each followed by the tag's number. A sentence's first word counts with a
// small letter.
func sureWords(all []sentence, tagOf map[string]int) []string {
	const (
		often = 10
		rare  = 100 // one in so many may have another tag
	)
	count := map[string]map[string]int{}
	for _, s := range all {
		for i, w := range s.words {
			if i == 0 {
				continue
			}
			if i == 1 {
				w = strings.ToLower(w[:1]) + w[1:]
			}
			if count[w] == nil {
				count[w] = map[string]int{}
			}
			count[w][s.tags[i]]++
		}
	}
	var out []string
	for _, w := range slices.Sorted(maps.Keys(count)) {
		seen := 0
		for _, n := range count[w] {
			seen += n
		}
		for tag, n := range count[w] {
			if seen >= often && (seen-n)*rare <= seen {
				out = append(out, w, strconv.Itoa(tagOf[tag]))
			}
		}
	}
	return out
}
