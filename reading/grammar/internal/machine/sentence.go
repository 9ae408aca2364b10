// Package machine holds the parts of the tagger and parser that both the reader
// and the trainer need: features, the transition system, the model file.
//
// The tagger is a greedy averaged perceptron (Collins 2002). The parser is
// greedy too, with the arc-hybrid transitions (Kuhlmann, Gómez-Rodríguez and
// Satta 2011), trained with a dynamic oracle (Goldberg and Nivre 2013); the
// label of an arc is chosen when the arc is drawn. Features are hashed.
package machine

import "unicode/utf8"

// Sentence is a sentence at work. Place 0 is the root; the words are 1 to N.
type Sentence struct {
	N      int
	words  []form
	Tags   []uint8
	Heads  []int32
	Labels []uint8
	nodes  []node
	stack  []int32
	front  int // first word of the buffer; N+1: empty
	buffer []uint32
	scores []int32
}

// form is what the features see of a word.
type form struct {
	word   uint32 // lower case, digits as 0
	suffix [3]uint32
	prefix uint32
	shape  uint32
}

// written tells a word from others as the list of sure words has it: a sentence's
// first word with a small letter.
func (f *form) written() uint64 {
	shape := f.shape
	if shape&first != 0 {
		shape &^= first | upper
	}
	return uint64(f.word)<<32 | uint64(shape)
}

// node is what has been attached to a word so far.
type node struct {
	left, right   int32 // outermost dependents, 0: none
	nleft, nright uint8
}

// Reset begins a sentence of no words.
func (s *Sentence) Reset() {
	s.N = 0
	s.words = append(s.words[:0], form{word: 1, shape: 99})
}

// Add appends a word.
func (s *Sentence) Add(word string) {
	s.N++
	s.words = append(s.words, look(word, s.N == 1))
}

const (
	upper = 1 << iota
	allUpper
	digit
	mark
	hyphen
	first
	foreign
)

// look hashes a word and its ends. Long words are seen by their ends alone, so
// that the time is that of reading them once.
func look(word string, initial bool) form {
	f := form{}
	h := uint32(2166136261)
	shape := uint32(allUpper)
	letters, last := 0, byte(0)
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case 'A' <= c && c <= 'Z':
			letters++
			if i == 0 {
				shape |= upper
			}
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z':
			letters++
			shape &^= allUpper
		case '0' <= c && c <= '9':
			shape |= digit
			c = '0'
		case c >= utf8.RuneSelf:
			shape |= foreign
			letters++
		case c == '-':
			shape |= hyphen
		default:
			shape |= mark
		}
		if c != '0' || last != '0' {
			h = (h ^ uint32(c)) * 16777619
		}
		if i == 0 {
			f.prefix = h
		}
		last = c
	}
	if letters < 2 {
		shape &^= allUpper
	}
	if letters == 0 && shape&digit == 0 {
		shape |= 1 << 8
	}
	if initial {
		shape |= first
	}
	f.word, f.shape = h|1, shape
	e := uint32(0)
	for k := range 3 {
		if k < len(word) {
			c := word[len(word)-1-k]
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case '0' <= c && c <= '9':
				c = '0'
			}
			e = e<<8 | uint32(c)
		}
		f.suffix[k] = e
	}
	return f
}

// key hashes a feature: its template and up to four values.
func key(template uint32, a, b, c, d uint32) uint32 {
	const k = 0x9E3779B97F4A7C15
	h := (uint64(template)<<32 | uint64(a)) * k
	h = (h ^ h>>31 ^ uint64(b)) * k
	h = (h ^ h>>31 ^ uint64(c)<<8 ^ uint64(d)) * k
	return max(uint32(h>>32), 1)
}
