package story

import "coranto/desk/internal/words"

// Stem returns what cuts a folded word of a language (BCP 47) to its stem; a
// function that changes nothing where the language has no stemmer.
func Stem(language string) func(string) string { return stemmerOf(language) }

// Share returns in what share of English articles a stem stands, 0 to 1, as the
// background has it; 0 for what is rare there.
func Share(stem string) float64 {
	return float64(background[words.Hash(fieldWord, stem)]) / backgroundDocs
}
