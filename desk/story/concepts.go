package story

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"

	"coranto/desk/internal/words"
)

// News tells of a few kinds of deeds again and again: somebody resigns, a ship
// sinks, a court acquits. concepts.txt holds the words for these, and for common
// matters, in eleven languages. They show that two articles tell of one deed in
// other words, or in another language, and that two about the same names tell of
// unlike ones.

//go:embed concepts.txt
var conceptText string

// maxConcepts is how many concepts there may be.
const maxConcepts = 128

// concepts are a set of them.
type concepts [maxConcepts / 64]uint64

func (c *concepts) put(n int)              { c[n/64] |= 1 << (n % 64) }
func (c concepts) or(o concepts) concepts  { return concepts{c[0] | o[0], c[1] | o[1]} }
func (c concepts) and(o concepts) concepts { return concepts{c[0] & o[0], c[1] & o[1]} }
func (c concepts) none() bool              { return c[0]|c[1] == 0 }

// each calls f for the members.
func (c concepts) each(f func(int)) {
	for i, w := range c {
		for ; w != 0; w &= w - 1 {
			f(64*i + bits.TrailingZeros64(w))
		}
	}
}

// glossary is what concepts.txt says of one language.
type glossary struct {
	concepts map[uint64]concepts // by root
	numbers  map[uint64]uint64   // hashes of their digits, by root
}

// deeds are the concepts that are no matters.
var deeds = func() (all concepts) {
	n := 0
	for line := range strings.Lines(conceptText) {
		switch line[0] {
		case '#', '\n':
			continue
		case '~':
		default:
			all.put(n)
		}
		n++
	}
	if n > maxConcepts {
		panic("concepts.txt: too many concepts")
	}
	return all
}()

// glossaries holds each language's as it is first asked for.
var glossaries sync.Map

// glossaryOf returns that of a language (BCP 47), an empty one where concepts.txt
// has none.
func glossaryOf(language string) *glossary {
	language = base(language)
	if l, ok := glossaries.Load(language); ok {
		return l.(*glossary)
	}
	l, _ := glossaries.LoadOrStore(language, readGlossary(language))
	return l.(*glossary)
}

// arabicArticle is written as one with its word, and what a stemmer leaves may
// differ without it.
const arabicArticle = "ال"

func readGlossary(language string) *glossary {
	lex := &glossary{map[uint64]concepts{}, map[uint64]uint64{}}
	root := rooter(language)
	n := 0
	for line := range strings.Lines(conceptText) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		number := strings.TrimPrefix(name, "#")
		if number == "" {
			continue
		}
		here := false
		for _, w := range strings.Fields(rest) {
			if tag, ok := strings.CutSuffix(w, ":"); ok {
				here = tag == language
				continue
			}
			if !here {
				continue
			}
			forms := []string{w}
			if language == "ar" {
				forms = append(forms, arabicArticle+w)
			}
			for _, form := range forms {
				r := root(words.Fold(form))
				if number != name {
					lex.numbers[r] = words.Hash(fieldNumber, number)
					continue
				}
				c := lex.concepts[r]
				c.put(n)
				lex.concepts[r] = c
			}
		}
		if number == name {
			n++
		}
	}
	return lex
}

// of returns the concepts that words tell of.
func (l *glossary) of(ws []word) (all concepts) {
	if len(l.concepts) > 0 {
		for i := range ws {
			all = all.or(l.concepts[ws[i].root])
		}
	}
	return all
}
