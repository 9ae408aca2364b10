package entity

import (
	"strings"
	"unicode/utf8"

	"coranto/reading/internal/token"
)

// match is a listed name met in a text: tokens [from, to), the first of them
// without its leading skip bytes (an Arabic prefix).
type match struct {
	from, to int
	skip     int
	senses   []sense
}

// matches returns the longest listed names in toks, left to right, none
// overlapping. shouting tells of each token whether its line is all capitals.
func (ix *index) matches(text string, toks []token.Token, shouting []bool) []match {
	var out []match
	for i := 0; i < len(toks); {
		m, ok := ix.longest(text, toks, shouting, i, 0)
		if !ok && toks[i].Shape == token.Caseless && toks[i].Kind == token.Word {
			for _, prefix := range arabicPrefixes {
				if strings.HasPrefix(toks[i].In(text), prefix) && toks[i].End-toks[i].Start >= len(prefix)+6 {
					if m, ok = ix.longest(text, toks, shouting, i, len(prefix)); ok {
						break
					}
				}
			}
		}
		if ok && m.senses[0].shapes[0] == token.Lower && i+1 < len(toks) {
			// "the Arsenal" gives way to "Arsenal Palace"
			if next, better := ix.longest(text, toks, shouting, i+1, 0); better && next.to > m.to {
				m = next
			}
		}
		if !ok {
			i++
			continue
		}
		out = append(out, m)
		i = m.to
	}
	return out
}

// arabicPrefixes are words of one letter (and, by, to, so, as) written together
// with the next word.
var arabicPrefixes = []string{"و", "ب", "ل", "ف", "ك", "وب", "ول"}

func (ix *index) longest(text string, toks []token.Token, shouting []bool, i, skip int) (best match, ok bool) {
	n := ix.root
	var buf [64]byte
	for j := i; j < len(toks); j++ {
		if j > i && toks[j].Line {
			break
		}
		word := toks[j].In(text)
		if j == i {
			if skip == 0 && !ix.firsts.May(toks[j].Hash) {
				break
			}
			word = word[skip:]
		}
		if len(word) > 60 {
			break
		}
		child := n.next[string(appendKey(buf[:0], word, false))]
		if child == nil && !isASCII(word) {
			child = n.next[string(appendKey(buf[:0], word, true))]
		}
		if child == nil {
			break
		}
		n = child
		if len(n.senses) == 0 {
			continue
		}
		var fit []sense
		for _, s := range n.senses {
			if fits(s, text, toks[i:j+1], shouting[i]) {
				fit = append(fit, s)
			}
		}
		if fit != nil && wholeSigns(text, toks, i, j) {
			best, ok = match{i, j + 1, skip, fit}, true
		}
	}
	return best, ok
}

// fits tells whether the words are written as the listed name may be: a name in
// capitals only so, a capitalised one so or all in capitals, small words
// between in any way, and an adjective in small Latin letters only so.
func fits(s sense, text string, toks []token.Token, shouting bool) bool {
	for k, t := range toks {
		want, got := s.shapes[k], t.Shape
		if t.Kind != token.Word || want == got || got == token.Caseless {
			continue
		}
		switch want {
		case token.Title, token.Mixed:
			if got != token.Upper || !shouting && t.End-t.Start < 4 {
				return false
			}
		case token.Upper:
			return false
		case token.Lower:
			// "russo" is of Russia, Russo is a person
			if got == token.Mixed || got != token.Lower && s.use == asDemonym && s.listed[0] < utf8.RuneSelf {
				return false
			}
		}
	}
	// in a line of capitals, an acronym may be an everyday word
	if shouting && len(toks) == 1 && s.shapes[0] == token.Upper && wordlike[toks[0].In(text)] {
		return false
	}
	return true
}

var wordlike = map[string]bool{"US": true, "WHO": true, "IS": true, "IT": true, "AID": true, "CAR": true, "ICE": true, "ACT": true}

// wholeSigns tells whether a name in Katakana ends where the Katakana ends, in
// Thai and the like always true.
func wholeSigns(text string, toks []token.Token, i, j int) bool {
	if toks[j].Kind != token.Sign {
		return true
	}
	kata := func(k int) bool {
		if k < 0 || k >= len(toks) || toks[k].Kind != token.Sign {
			return false
		}
		r := []rune(toks[k].In(text))[0]
		return r >= 0x30a0 && r <= 0x30ff
	}
	return !(kata(i) && i > 0 && !toks[i].Gap && kata(i-1)) && !(kata(j) && j+1 < len(toks) && !toks[j+1].Gap && kata(j+1))
}
