package story

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"coranto/desk/internal/words"
)

// A young desk holds too few articles to tell which words are common. It starts
// as if it had seen some before: background.txt says in what share of English
// articles a word stands (counted on ECB+ topics 1 to 27, each event as one,
// and on GUM). Where the desk is full this weighs little.

//go:embed background.txt
var backgroundText string

// backgroundDocs is as how many articles the background counts.
const backgroundDocs = 600

// backgroundLanguage is the language that it tells of.
const backgroundLanguage = "en"

// background is the number of background articles that hold a term, by hash.
var background = func() map[uint64]int32 {
	counts, err := parseBackground(backgroundText)
	if err != nil {
		panic(err) // background.txt is part of the program
	}
	return counts
}()

// parseBackground reads lines of field ("w" or "n", as in terms.go), term and
// share in per mille.
func parseBackground(text string) (map[uint64]int32, error) {
	counts := map[uint64]int32{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if len(f) != 3 || len(f[0]) != 1 {
			return nil, fmt.Errorf("background line %d: want a field, a term and a share", n)
		}
		share, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, fmt.Errorf("background line %d: share: %w", n, err)
		}
		counts[words.Hash(f[0][0], f[1])] = int32(share * backgroundDocs / 1000)
	}
	return counts, nil
}
