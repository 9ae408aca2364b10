package story

import (
	"coranto/desk/internal/words"
)

// A digest ("Opening bell", "In brief") is about many things, and so is near to
// many stories and part of none. It is told by its parts having no words in
// common (after Hearst's TextTiling, 1997): a report says again and again whom
// and what it is about.
const (
	partWords   = 40 // words in a part
	leastParts  = 5  // fewer parts tell nothing
	commonShare = 30 // per mille of the background's articles: more common words tell nothing

	// longestReport is how many words no report has: pages glued together. It is
	// as many as similar looks at.
	longestReport = 6000

	// leastCohesion is that of a report: below lie 7 in 10 of digests that were
	// put together from ECB+ articles, and 1 in 100 of these articles.
	leastCohesion = 0.13
)

// cohesion returns in what share of the pairs of parts both hold a telling word;
// 1 for articles of few parts.
func cohesion(ws []stemmed) float64 {
	n := len(ws) / partWords
	if n < leastParts {
		return 1
	}
	in := map[uint64]uint32{} // by word: the parts that hold it
	for i, w := range ws[:n*partWords] {
		if w.Kind == words.Number || len(w.Text) < 4 && w.Kind == words.Letters {
			continue
		}
		h := words.Hash(fieldWord, w.stem)
		if background[h] <= commonShare*backgroundDocs/1000 {
			in[h] |= 1 << (i / partWords)
		}
	}
	tied := make([]uint32, n)
	for _, parts := range in {
		for k := range n {
			if parts&(1<<k) != 0 {
				tied[k] |= parts
			}
		}
	}
	pairs := 0
	for k := range n {
		for l := range k {
			if tied[k]&(1<<l) != 0 {
				pairs++
			}
		}
	}
	return float64(pairs) / float64(n*(n-1)/2)
}
