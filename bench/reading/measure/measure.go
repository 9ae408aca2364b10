// Package measure compares what a program took from a page with what is known
// to stand there.
package measure

import (
	"html"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words returns the runs of letters, digits and underscores.
func Words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !inWord(r) })
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

// Counts are how many shingles of one page were found, were found though not
// there, and were missed; each divided by their sum.
type Counts struct{ TP, FP, FN float64 }

// Exact tells that nothing was added and nothing missed.
func (c Counts) Exact() bool { return c.FP == 0 && c.FN == 0 }

// Shingles counts the runs of four words that two texts share: the measure of
// the article extraction benchmark (Scrapinghub, 2019).
func Shingles(known, found string) Counts {
	k, f := shingles(known), shingles(found)
	var both, inK, inF int
	for s, n := range k {
		inK += n
		both += min(n, f[s])
	}
	for _, n := range f {
		inF += n
	}
	sum := float64(inF + inK - both)
	if sum == 0 {
		return Counts{}
	}
	return Counts{float64(both) / sum, float64(inF-both) / sum, float64(inK-both) / sum}
}

func shingles(text string) map[[4]string]int {
	words := Words(text)
	count := make(map[[4]string]int, len(words))
	for i := range words {
		if i > 0 && i+4 > len(words) {
			break
		}
		var s [4]string
		copy(s[:], words[i:min(i+4, len(words))])
		count[s]++
	}
	return count
}

// Score is precision and recall averaged over pages, and their harmonic mean;
// pages on which one is undefined do not count for it.
type Score struct{ F1, P, R float64 }

// Over averages pages.
func Over(pages []Counts) Score {
	var p, r float64
	var np, nr int
	for _, c := range pages {
		if c.TP+c.FP > 0 {
			p, np = p+c.TP/(c.TP+c.FP), np+1
		}
		if c.TP+c.FN > 0 {
			r, nr = r+c.TP/(c.TP+c.FN), nr+1
		}
	}
	s := Score{P: share(p, np), R: share(r, nr)}
	s.F1 = harmonic(s.P, s.R)
	return s
}

func share(sum float64, n int) float64 { return sum / float64(max(1, n)) }

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

// Normal folds what is the same in print: compatibility forms, entities,
// quotation marks, white space.
func Normal(s string) string {
	return strings.Join(strings.Fields(straight.Replace(norm.NFKC.String(html.UnescapeString(s)))), " ")
}

// Loose keeps letters and digits alone, in lower case.
func Loose(s string) string {
	return strings.ToLower(strings.Join(Words(Normal(s)), ""))
}
