package archive

import "coranto"

// TextQuery selects articles whose words are to be read by the thousand.
type TextQuery struct {
	IDs   []string // nil: all
	Limit int      // of all, the last filed; 0: no limit
}

// Text is an article's words with what a reader of thousands needs of it.
type Text struct {
	Head      coranto.Head
	Story     string
	Text      string
	Sentences []coranto.Span
	Times     []coranto.Time
}
