package lang

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"coranto/reading/lang/internal/ends"
)

//go:embed ends.model
var endsFile []byte

var endsModel = sync.OnceValue(func() *ends.Model {
	m, err := ends.Parse(endsFile)
	if err != nil {
		panic("lang: ends.model: " + err.Error()) // it is part of the program
	}
	return m
})

// sureEnd is how sure the model must be that a sentence ends. Measured on
// documents of GUM that it had not learned from, where it finds six ends for one
// in vain.
const sureEnd = 0.5

// longLine is how many bytes a line has in which paragraphs have been run
// together; a heading beside an ordinary paragraph has a line of its own, and the
// model is not asked.
const longLine = 2000

// around is what the model of ends sees of a text.
type around struct {
	words *ends.Words
	first int  // the word that the sentence begins with
	next  int  // the word after the last blank asked about
	line  int  // where the line ends
	long  bool // the line is long
}

// runsOn tells whether a sentence of an English text ends at the blank at i
// although no stop stands before it: after a heading or caption that a page's
// text has run into what follows ("Key findings The report says little").
func (c *cutter) runsOn(i int) bool {
	a := &c.around
	if i >= a.line {
		end := strings.IndexByte(c.text[i:], '\n')
		if end < 0 {
			end = len(c.text) - i
		}
		a.line, a.long = i+end, i+end-c.from > longLine
	}
	if !a.long {
		return false
	}
	if c.language() != "en" {
		return false
	}
	switch last, n := utf8.DecodeLastRuneInString(c.text[c.from:i]); {
	case last == ':':
		return false
	case dash(last):
		return c.brokenOff(i, n)
	}
	if a.words == nil {
		a.words = ends.NewWords(c.text)
	}
	a.next = a.words.From(a.next, i)
	if !a.words.Candidate(a.next - 1) {
		return false
	}
	a.first = a.words.From(a.first, c.from)
	return a.first < a.next && endsModel().Sure(a.words, a.first, a.next-1) >= sureEnd
}

// brokenOff tells whether a sentence breaks off at the dash of n bytes before the
// blank at i, as transcripts of speech have it ("It was almost – Where is he?"): a
// word that begins sentences follows, with its capital. "I" has one anywhere, and
// the dash of a dateline ends nothing.
func (c *cutter) brokenOff(i, n int) bool {
	next := firstWord(c.text[i+1:])
	if !isStarter(next) || !unicode.IsUpper(firstRune(next)) || next[0] == 'I' && (len(next) == 1 || !unicode.IsLower(rune(next[1]))) {
		return false
	}
	before := strings.TrimRight(c.text[c.from:i-n], "-")
	dateline := i-c.from < longestDateline && (c.from == 0 || c.text[c.from-1] == '\n')
	return strings.HasSuffix(before, " ") && !dateline
}

// longestDateline is how many bytes a dateline has at the most.
const longestDateline = 60
