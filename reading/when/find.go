package when

import "coranto"

// Find is not there yet.
func Find(text string, sentences []coranto.Span, at, language string) []coranto.Time { return nil }
