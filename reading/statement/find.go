// Package statement finds who says what in an article.
package statement

import "coranto"

// Find returns the statements of text.
func Find(text string, sentences []coranto.Span, entities []coranto.Entity, language string) []coranto.Statement {
	return []coranto.Statement{}
}
