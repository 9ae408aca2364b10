// Package ends tells where an English sentence ends that no stop ends: a heading,
// a caption or an item of a list that a page's text has run into what follows
// ("Key findings The report says little").
//
// It is a logistic model over the words on both sides of a blank. The model,
// ends.model of the room lang, is learned by internal/trainends (make models).
package ends

import (
	"unicode"
	"unicode/utf8"
)

// Words is a text cut at its blanks, with what the features see of each word.
type Words struct {
	list  []word
	small []uint64 // a bit for each hash of a word that the text writes in lower case
}

// word is a run of characters without a blank.
type word struct {
	start, end int
	hash       uint32 // of its letters in lower case and its digits
	suffix     uint32 // its last three letters
	shape      uint8
	tail       uint8 // what mark it ends with
	class      uint8 // what kind of word it is, from classes
	line       bool  // it begins a line
}

// Shapes.
const (
	empty  = iota
	lower  // spokesman, the (the first letter counts, and whether all are capitals)
	title  // Moscow
	upper  // NATO
	single // A, I
	number // 12, 3,000
	digits // 1990s, 3pm
	signs  // --
	beyond // the end of the line or of the text
)

// Marks that a word may end with.
const (
	bare = iota
	comma
	colon
	semicolon
	dash
	closing // a bracket or a quotation mark
	stop    // and what closes after it
)

// NewWords cuts a text.
func NewWords(text string) *Words {
	size := 1 << 6
	for size < len(text)/64 {
		size *= 2
	}
	w := &Words{list: make([]word, 0, len(text)/6+1), small: make([]uint64, size)}
	line := true
	for i := 0; i < len(text); {
		r, n := decode(text, i)
		if unicode.IsSpace(r) {
			line = line || r == '\n' || r == '\u2028' || r == '\u2029'
			i += n
			continue
		}
		j := i + n
		for j < len(text) {
			r, n := decode(text, j)
			if unicode.IsSpace(r) {
				break
			}
			j += n
		}
		w.list = append(w.list, look(text, i, j, line))
		if l := &w.list[len(w.list)-1]; l.shape == lower {
			*w.bit(l.hash) |= 1 << (l.hash >> 26)
		}
		line = false
		i = j
	}
	return w
}

func (w *Words) bit(hash uint32) *uint64 { return &w.small[hash*0x9E3779B1>>6&uint32(len(w.small)-1)] }

// writtenSmall tells whether the text writes a word in lower case elsewhere.
func (w *Words) writtenSmall(x *word) bool { return *w.bit(x.hash)>>(x.hash>>26)&1 != 0 }

func decode(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// look describes the word that stands in text[i:j].
func look(text string, i, j int, line bool) word {
	w := word{start: i, end: j, line: line, hash: 2166136261}
	letters, capitals, numerals, first := 0, 0, 0, true
	small := false
	for k := i; k < j; {
		r, n := decode(text, k)
		k += n
		switch {
		case r >= '0' && r <= '9':
			numerals++
			w.hash = (w.hash ^ '0') * 16777619
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				capitals++
				r = unicode.ToLower(r)
			} else if first {
				small = true
			}
			first = false
			w.hash = (w.hash ^ uint32(r)) * 16777619
			w.suffix = w.suffix<<8 | uint32(r)&0xFF
		case r == '\'' || r == '’' || r == '-' || r == '.':
			if letters+numerals > 0 && k < j {
				w.hash = (w.hash ^ uint32('\'')) * 16777619
			}
		}
	}
	w.suffix &= 0xFFFFFF
	switch {
	case letters == 0 && numerals == 0:
		w.shape = signs
		for k := i; k < j; k++ {
			w.hash = (w.hash ^ uint32(text[k])) * 16777619
		}
	case letters == 0:
		w.shape = number
	case numerals > 0:
		w.shape = digits
	case small:
		w.shape = lower
	case capitals == letters && letters == 1:
		w.shape = single
	case capitals == letters:
		w.shape = upper
	default:
		w.shape = title
	}
	w.tail = tail(text[i:j])
	w.class = classOf(w.hash)
	if w.class == 0 && w.shape == lower && letters > 3 && w.suffix&0xFFFF == 'e'<<8|'d' {
		w.class = past
	}
	return w
}

func tail(word string) uint8 {
	r, n := utf8.DecodeLastRuneInString(word)
	switch r {
	case ',':
		return comma
	case ':':
		return colon
	case ';':
		return semicolon
	case '-', '–', '—':
		return dash
	case ')', ']', '"', '”', '’', '\'', '»':
		if n < len(word) && tail(word[:len(word)-n]) == stop {
			return stop
		}
		return closing
	case '.', '!', '?', '…':
		return stop
	}
	return bare
}
