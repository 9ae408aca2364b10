// Package when finds the dates and times that a text states and resolves them to TIMEX3 values.
package when

import (
	"time"

	"coranto"
)

// Find is not there yet.
func Find(text string, sentences []coranto.Span, at, language string) []coranto.Time { return nil }

// ParsePrinted is not there yet.
func ParsePrinted(s string) (date string, ok bool) { return "", false }

// AgeToDate is not there yet.
func AgeToDate(age string, fetched time.Time) (from, to string, ok bool) { return "", "", false }
