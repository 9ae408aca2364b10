package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a stretch of lines without an empty one between them.
type block struct {
	end     int
	wrapped bool // its lines were broken because the next word did not fit
}

// Widths in bytes at which text is wrapped.
const (
	narrowest = 40
	widest    = 120
)

// wrapped tells whether the line break at i only wraps a line: where the whole
// paragraph is wrapped at a column, and where a long line without a stop is
// followed by a lower-case letter.
func (c *cutter) wrapped(i int) bool {
	next := i + 1
	if next >= len(c.text) {
		return false
	}
	if c.text[i] == '\r' && c.text[next] == '\n' {
		return true // half of a line break
	}
	if strings.HasSuffix(c.text[:i], "\n") || strings.HasSuffix(c.text[:i], "\n\r") {
		return false // an empty line
	}
	first, _ := utf8.DecodeRuneInString(c.text[next:])
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) && !isOpener(first) {
		return false
	}
	if i >= c.block.end {
		c.block = blockAt(c.text, i)
	}
	if c.block.wrapped {
		return true
	}
	from := max(0, i-narrowest)
	if !unicode.IsLower(first) || strings.HasPrefix(c.text[next:], "http") || i < narrowest || strings.IndexByte(c.text[from:i], '\n') >= 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(c.text[from:i], " \r"))
	return unicode.IsLetter(last) || last == ',' || unicode.IsDigit(last)
}

// blockAt looks at the lines around the line break at i, from the line that it
// ends on. They are wrapped when there are at least three and the first word of
// each would have made the line before it the longest.
func blockAt(text string, i int) block {
	begin := strings.LastIndexByte(text[max(0, i-widest-1):i], '\n') + 1 + max(0, i-widest-1)
	end := i
	for line := range strings.Lines(text[i+1:]) {
		if strings.TrimRight(line, "\r\n") == "" {
			break
		}
		end += len(line)
	}
	end = min(end+1, len(text))
	b := block{end: end}
	width, lines := 0, 0
	for line := range strings.Lines(text[begin:end]) {
		width = max(width, len(strings.TrimRight(line, " \r\n")))
		if lines++; width > widest {
			return b
		}
	}
	if lines < 3 || width < narrowest {
		return b
	}
	length := width
	for line := range strings.Lines(text[begin:end]) {
		line = strings.TrimRight(line, " \r\n")
		word, _, _ := strings.Cut(line, " ")
		if length+1+len(word) <= width {
			return b
		}
		length = len(line)
	}
	b.wrapped = true
	return b
}
