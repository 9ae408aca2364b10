// Package similar finds the earlier article that a text copies: the same text
// under another address, an agency's report reprinted, shortened or put under
// another headline.
//
// Texts are compared by the runs of three words they share (Broder 1997). Which
// earlier texts are worth comparing is found by winnowing (Schleimer, Wilkerson
// and Aiken 2003): of every few consecutive runs one is chosen by its hash
// alone, so any longer passage that two texts share is found at one lookup,
// however little of either text it makes up. MinHash bands would find copies of
// equal length only.
package similar

import (
	"slices"

	"coranto/desk/internal/words"
)

// MaxWords is how many words of a text are looked at.
const MaxWords = 6000

const (
	runWords   = 3    // words in a run
	window     = 12   // runs of which winnowing chooses one
	maxRuns    = 1200 // distinct runs kept of a text, those of the lowest hash
	maxEarlier = 48   // earliest texts looked at for one chosen run
	maxCompare = 24   // earlier texts compared in full
	minWords   = 8    // a shorter text copies nothing: too many say the same in so few words
	shortRuns  = 20   // below this many runs only an equal text is a copy

	// Measured on near-duplicate pairs: all true pairs lie above, all others
	// far below.
	copied      = 0.60 // least share of the copy's runs that stand in the original
	sameNumbers = 0.60 // least share of the copy's numbers: daily prices and tables differ in nothing else
)

// Match is an earlier text that is copied.
type Match struct {
	ID         string
	Similarity float64 // runs in common of all runs of both (Jaccard)
	Contained  float64 // share of the new text's runs that stand in the earlier one
	Contains   float64 // share of the earlier text's runs that stand in the new one
}

// Print is what is kept of a text.
type Print struct {
	runs    []uint32 // hashes of distinct runs, ascending; the lowest maxRuns of them
	chosen  []uint32 // the runs that winnowing chose, ascending
	numbers []uint32 // hashes of distinct numbers, ascending
	words   int
}

// Of returns the print of a text.
func Of(text string) Print { return OfWords(words.Cut(text, MaxWords)) }

// OfWords returns the print of a text that is cut already, to MaxWords.
func OfWords(w []words.Word) Print {
	p := Print{words: len(w)}
	if len(w) == 0 {
		return p
	}
	hashes := make([]uint64, len(w))
	for i := range w {
		hashes[i] = words.Hash('t', w[i].Text)
		if w[i].Kind == words.Number {
			p.numbers = append(p.numbers, uint32(hashes[i]))
		}
	}
	runs := make([]uint32, 0, len(w))
	for i := 0; i == 0 || i+runWords <= len(w); i++ {
		h := uint64(0)
		for _, x := range hashes[i:min(i+runWords, len(w))] {
			h = words.Mix(h*31 + x)
		}
		runs = append(runs, uint32(h))
	}
	p.chosen = distinct(winnow(runs))
	p.numbers = distinct(p.numbers)
	p.runs = distinct(runs)
	if len(p.runs) > maxRuns {
		p.runs = slices.Clone(p.runs[:maxRuns])
	}
	return p
}

// winnow chooses of every window of consecutive runs the least. One that is the
// least of many windows is chosen once.
func winnow(runs []uint32) []uint32 {
	chosen := make([]uint32, 0, len(runs)/4+1)
	least := -1 // place of the least of the window
	for i := 0; i == 0 || i+window <= len(runs); i++ {
		end := min(i+window, len(runs))
		switch {
		case least < i:
			least = i
			for k := i + 1; k < end; k++ {
				if runs[k] < runs[least] {
					least = k
				}
			}
		case runs[end-1] < runs[least]:
			least = end - 1
		default:
			continue
		}
		chosen = append(chosen, runs[least])
	}
	return chosen
}

// Words returns how many words the text has, of those that are looked at.
func (p Print) Words() int { return p.words }

// Short tells whether the text is so short that only an equal one is a copy.
func (p Print) Short() bool { return len(p.runs) < shortRuns }

// distinct sorts h and returns what is different in it, without room to spare:
// prints are kept long.
func distinct(h []uint32) []uint32 {
	slices.Sort(h)
	if h = slices.Compact(h); cap(h) > len(h)+len(h)/8 {
		h = append(make([]uint32, 0, len(h)), h...)
	}
	return h
}

// Compare returns how much two prints share, seen from a.
func Compare(a, b Print) Match {
	ra, rb := a.runs, b.runs
	// Of a long text only the lowest hashes are kept: compare both below the
	// lower of the two limits.
	if len(ra) == maxRuns {
		rb = below(rb, ra[maxRuns-1])
	}
	if len(rb) == maxRuns {
		ra = below(ra, rb[maxRuns-1])
	}
	if len(ra) == 0 || len(rb) == 0 {
		return Match{}
	}
	n := float64(common(ra, rb))
	return Match{
		Similarity: n / (float64(len(ra)+len(rb)) - n),
		Contained:  n / float64(len(ra)),
		Contains:   n / float64(len(rb)),
	}
}

func below(h []uint32, limit uint32) []uint32 {
	n, _ := slices.BinarySearch(h, limit)
	if n < len(h) && h[n] == limit {
		n++
	}
	return h[:n]
}

func common(a, b []uint32) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Copy tells whether a text with print a copies one with print b.
func Copy(a, b Print, m Match) bool {
	if a.words < minWords {
		return false
	}
	if a.Short() {
		return m.Similarity == 1 && a.words == b.words
	}
	if m.Contained < copied {
		return false
	}
	return len(a.numbers) == 0 || float64(common(a.numbers, b.numbers)) >= sameNumbers*float64(len(a.numbers))
}
