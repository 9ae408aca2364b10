package story

import "coranto/desk/internal/words"

// Share returns in what share of English articles a stem stands, 0 to 1, as the
// background has it; 0 for what is rare there.
func Share(stem string) float64 {
	return float64(background[words.Hash(fieldWord, stem)]) / backgroundDocs
}
