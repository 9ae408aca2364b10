package main

import (
	"math"
	"slices"
	"strings"

	"coranto/reading/entity/internal/tagger"
	"coranto/reading/internal/token"
)

// learnGroups notes to which of the groups each word belongs.
func learnGroups(words map[string]uint32, texts []string) {
	for w, g := range clusters(texts, 200, 5, 8) {
		words[w] |= uint32(g) << tagger.GroupShift
	}
}

// clusters sorts the more frequent words of the texts into groups of words that
// stand beside the same words: the class bigram model of Brown and others
// (1992), found by exchange (Martin, Liermann, Ney 1998). Groups count from 1.
func clusters(texts []string, groups, least, rounds int) map[string]int {
	count := map[string]int{}
	var stream []string
	for _, text := range texts {
		for _, t := range token.Cut(text) {
			w := strings.ToLower(t.In(text))
			if t.Kind == token.Number {
				w = "0"
			}
			if t.Line {
				stream = append(stream, "")
			}
			count[w]++
			stream = append(stream, w)
		}
	}
	var words []string
	for w, n := range count {
		if n >= least {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	id := map[string]int32{}
	for i, w := range words {
		id[w] = int32(i) + 1 // 0: rare words and line ends
	}
	x := newExchange(stream, id, groups)
	for range rounds {
		if x.round() == 0 {
			break
		}
	}
	out := map[string]int{}
	for i, w := range words {
		out[w] = int(x.group[i+1]) + 1
	}
	return out
}

type neighbour struct {
	word int32
	n    int
}

// exchange holds the groups and how often each follows each.
type exchange struct {
	group         []int32
	total         []int // of each word
	ahead, behind [][]neighbour
	pair          [][]int
	size          []int
	nlogn         []float64
}

func newExchange(stream []string, id map[string]int32, groups int) *exchange {
	n := len(id) + 1
	x := &exchange{group: make([]int32, n), total: make([]int, n), ahead: make([][]neighbour, n), behind: make([][]neighbour, n), size: make([]int, groups)}
	for range groups {
		x.pair = append(x.pair, make([]int, groups))
	}
	for i := range x.group {
		x.group[i] = int32(i % groups)
	}
	seen := map[[2]int32]int{}
	last := int32(0)
	for _, w := range stream {
		k := id[w]
		seen[[2]int32{last, k}]++
		x.total[k]++
		last = k
	}
	keys := make([][2]int32, 0, len(seen))
	for k := range seen {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) })
	for _, k := range keys {
		c := seen[k]
		x.ahead[k[0]] = append(x.ahead[k[0]], neighbour{k[1], c})
		x.behind[k[1]] = append(x.behind[k[1]], neighbour{k[0], c})
		x.pair[x.group[k[0]]][x.group[k[1]]] += c
	}
	for w, t := range x.total {
		x.size[x.group[w]] += t
	}
	x.nlogn = make([]float64, len(stream)+2)
	for i := 2; i < len(x.nlogn); i++ {
		x.nlogn[i] = float64(i) * math.Log(float64(i))
	}
	return x
}

// round moves each word to the group where it fits best and returns how many
// moved.
func (x *exchange) round() (moved int) {
	groups := len(x.size)
	after, before := make([]int, groups), make([]int, groups)
	for w := 1; w < len(x.group); w++ {
		own := int(x.group[w])
		clear(after)
		clear(before)
		self := 0
		for _, nb := range x.ahead[w] {
			if int(nb.word) == w {
				self = nb.n
			} else {
				after[x.group[nb.word]] += nb.n
			}
		}
		for _, nb := range x.behind[w] {
			if int(nb.word) != w {
				before[x.group[nb.word]] += nb.n
			}
		}
		x.shift(w, own, after, before, self, -1)
		best, top := own, math.Inf(-1)
		for g := range groups {
			gain := -2 * (x.nlogn[x.size[g]+x.total[w]] - x.nlogn[x.size[g]])
			for h := range groups {
				if h == g {
					continue
				}
				if n := after[h]; n > 0 {
					gain += x.nlogn[x.pair[g][h]+n] - x.nlogn[x.pair[g][h]]
				}
				if n := before[h]; n > 0 {
					gain += x.nlogn[x.pair[h][g]+n] - x.nlogn[x.pair[h][g]]
				}
			}
			if n := after[g] + before[g] + self; n > 0 {
				gain += x.nlogn[x.pair[g][g]+n] - x.nlogn[x.pair[g][g]]
			}
			if gain > top {
				best, top = g, gain
			}
		}
		x.shift(w, best, after, before, self, 1)
		if best != own {
			moved++
		}
		x.group[w] = int32(best)
	}
	return moved
}

// shift adds (sign 1) or takes away (-1) a word's pairs at a group.
func (x *exchange) shift(w, g int, after, before []int, self, sign int) {
	for h := range after {
		x.pair[g][h] += sign * after[h]
		x.pair[h][g] += sign * before[h]
	}
	x.pair[g][g] += sign * self
	x.size[g] += sign * x.total[w]
}
