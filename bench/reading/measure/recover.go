package measure

import (
	"cmp"
	"slices"
	"strings"
)

// What is found of an article on a page of several.
const (
	whole = 0.97 // word F1 from which an article counts as recovered whole
	same  = 0.50 // word F1 from which a text is about that article at all
)

// Piece is an article: one that is known to stand on the page or one that a
// program found there.
type Piece struct{ Headline, Text string }

// Recovery is what became of the articles of one page. Of lists, for each known
// article, the index of the found one that is nearest to it, -1 for none.
type Recovery struct {
	Known, Whole, Headlines, Extra int
	Of                             []int
	WholeAt                        []bool
}

// Recover pairs the found articles with the known ones, best first, each once.
// An article is recovered whole where the words in common, in order, make an F1
// of .97; a headline is right where it is the same but for typography. What is
// found beyond is extra.
func Recover(known, found []Piece) Recovery {
	rec := Recovery{Known: len(known), Of: make([]int, len(known)), WholeAt: make([]bool, len(known))}
	type pair struct {
		f1   float64
		k, f int
	}
	var pairs []pair
	kw, fw := words(known), words(found)
	for k := range known {
		rec.Of[k] = -1
		for f := range found {
			if f1 := bagF1(kw[k], fw[f]); f1 >= same {
				pairs = append(pairs, pair{f1, k, f})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.f1, a.f1) })
	used := make([]bool, len(found))
	for _, p := range pairs {
		if used[p.f] || rec.Of[p.k] >= 0 {
			continue
		}
		used[p.f], rec.Of[p.k] = true, p.f
		if Normal(known[p.k].Headline) == Normal(found[p.f].Headline) {
			rec.Headlines++
		}
		if p.f1 >= whole && InOrder(kw[p.k], fw[p.f]) >= whole {
			rec.Whole++
			rec.WholeAt[p.k] = true
		}
	}
	for _, u := range used {
		if !u {
			rec.Extra++
		}
	}
	return rec
}

func words(pieces []Piece) [][]string {
	out := make([][]string, len(pieces))
	for i, p := range pieces {
		out[i] = Words(strings.ToLower(p.Text))
	}
	return out
}

// bagF1 is the F1 of words whatever their order; InOrder is never above it.
func bagF1(known, found []string) float64 {
	count := make(map[string]int, len(known))
	for _, w := range known {
		count[w]++
	}
	both := 0
	for _, w := range found {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return f1(both, len(known), len(found))
}

// InOrder is the F1 of the longest common subsequence of words.
func InOrder(known, found []string) float64 {
	row := make([]int, len(found)+1)
	for _, k := range known {
		diagonal := 0
		for j, f := range found {
			up := row[j+1]
			if k == f {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return f1(row[len(found)], len(known), len(found))
}

func f1(both, known, found int) float64 {
	if known+found == 0 {
		return 0
	}
	return 2 * float64(both) / float64(known+found)
}
