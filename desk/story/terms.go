package story

import (
	"maps"
	"math"
	"slices"
	"strings"

	"coranto/desk/internal/words"
)

// Fields keep apart what the same letters mean in different places.
const (
	fieldWord    byte = 'w' // stem of a word
	fieldName    byte = 'n' // a capitalised word inside a sentence
	fieldNumber  byte = '#'
	fieldEntity  byte = 'e' // the canonical name of a recognised entity
	fieldCognate byte = 'c' // first letters of a long word: kin across languages
	fieldSound   byte = 's' // consonants of a name: kin across scripts, a cognate too
)

const (
	maxBody     = 500 // words of a text that are looked at: news says at the start what it is about
	maxHeadline = 60
	maxNames    = 64 // recognised names of an article
	minCognate  = 6  // letters of a word that is kin across languages
	cognate     = 5  // letters of it that are compared
)

// weighted is a term of an article before it is known to an index.
type weighted struct {
	hash  uint64
	field byte
	body  uint16 // damped count in headline and text
	head  uint16 // damped count in the headline; and named
}

// length is what the weights of an article's words are scaled to, so that short
// and long articles weigh the same in a story: the root of the sum of their
// squares.
const length = 4096

// word is a word of an article with its root: the hash of its stem.
type word struct {
	words.Word
	root uint64
}

// rooted gives words their roots.
func rooted(ws []words.Word, root func(string) uint64) []word {
	out := make([]word, len(ws))
	for i, w := range ws {
		out[i].Word = w
		if w.Kind == words.Letters {
			out[i].root = root(w.Text)
		} else {
			out[i].root = words.Hash(fieldWord, w.Text)
		}
	}
	return out
}

// count counts the words and recognised names of an article.
func count(it Item, head, body []word) *tallies {
	c := &tallies{at: make(map[uint64]int32, 512), all: make([]tally, 0, 512)}
	lex := glossaryOf(it.Language)
	known := map[string]bool{}
	for _, n := range it.Names[:min(len(it.Names), maxNames)] {
		for _, w := range words.Cut(n, maxHeadline) {
			if w.Capital {
				known[w.Text] = true
			}
		}
	}
	c.add(head, lex, known, true, titled(head))
	c.add(body, lex, nil, false, false)
	for _, n := range it.Names[:min(len(it.Names), maxNames)] {
		if folded := words.Fold(strings.TrimSpace(n)); folded != "" {
			c.count(fieldEntity, words.Hash(fieldEntity, folded), false)
		}
	}
	return c
}

// weigh returns what was counted as terms, in order of first occurrence.
func (c *tallies) weigh() []weighted {
	var bodySum, headSum float64
	for _, t := range c.all {
		if t.field == fieldWord {
			bodySum += square(damp(t.body + 2*t.head))
			headSum += square(damp(t.head))
		}
	}
	bodyScale, headScale := length/math.Sqrt(max(square(damp(1)), bodySum)), length/math.Sqrt(max(square(damp(1)), headSum))
	out := make([]weighted, 0, len(c.all))
	for _, t := range c.all {
		w := weighted{hash: t.hash, field: t.field, body: scaled(damp(t.body+2*t.head), bodyScale)}
		if t.head > 0 {
			w.head = scaled(damp(t.head), headScale)
		}
		if t.named || t.capitals > 1 && !t.small && background[t.hash] == 0 {
			w.head |= named
		}
		out = append(out, w)
	}
	return out
}

// tallies counts terms; all are in order of first occurrence.
type tallies struct {
	at  map[uint64]int32 // place in all, by hash
	all []tally
}

type tally struct {
	hash       uint64
	field      byte
	body, head int
	parts      uint32 // of the text that hold it, as bits
	named      bool   // written as a name
	capitals   uint8  // times written with a capital, up to 2
	small      bool   // written without one
}

// add counts words. In a headline a capital tells a name where it is not set in
// capitals throughout, and at its beginning where the name is known.
func (c *tallies) add(ws []word, lex *glossary, known map[string]bool, head, titled bool) {
	for i := range ws {
		w := &ws[i]
		if w.Kind == words.Number {
			c.count(fieldNumber, words.Hash(fieldNumber, w.Text), head)
			continue
		}
		t := c.count(fieldWord, w.root, head)
		if !head && (len(w.Text) >= 4 || w.Kind == words.Pair) {
			t.parts |= 1 << (i / partWords)
		}
		if w.Kind == words.Pair {
			continue
		}
		if w.Capital {
			t.capitals = min(t.capitals+1, 2)
		} else {
			t.small = true
		}
		if digits, ok := lex.numbers[w.root]; ok {
			c.count(fieldNumber, digits, head)
		}
		if w.Capital || caseless(w.Text) {
			if s := sound(w.Text); s != "" {
				c.count(fieldCognate, words.Hash(fieldSound, s), head)
			}
		}
		if w.Capital && len(w.Text) > 1 && (!w.First && !titled || known[w.Text]) {
			t.named = true
			c.count(fieldName, words.Hash(fieldName, w.Text), head)
		}
		if len(w.Text) >= minCognate {
			c.count(fieldCognate, words.Hash(fieldCognate, prefix(w.Text, cognate)), head)
		}
	}
}

func (c *tallies) count(field byte, h uint64, head bool) *tally {
	i, met := c.at[h]
	if !met {
		i = int32(len(c.all))
		c.at[h] = i
		c.all = append(c.all, tally{hash: h, field: field})
	}
	t := &c.all[i]
	if head {
		t.head++
	} else {
		t.body++
	}
	return t
}

// titled tells whether a headline is set With Capitals Throughout, where they
// tell no names.
func titled(head []word) bool {
	capitals := 0
	for _, w := range head {
		if w.Capital {
			capitals++
		}
	}
	return 2*capitals > len(head)
}

func prefix(s string, letters int) string {
	for i := range s {
		if letters == 0 {
			return s[:i]
		}
		letters--
	}
	return s
}

var damped = func() (table [64]float64) {
	for n := 1; n < len(table); n++ {
		table[n] = math.Round(64 * (1 + math.Log(float64(n))))
	}
	return table
}()

// damp returns a whole number that grows as the logarithm of a count: sums of
// its squares are exact in any order.
func damp(n int) float64 { return damped[min(n, len(damped)-1)] }

func square(v float64) float64 { return v * v }

func scaled(v, scale float64) uint16 { return uint16(min(max(1, math.Round(v*scale)), named-1)) }

// Vocabulary returns the distinct words (as "w" and the stem) and capitalised
// words (as "n" and the word) of an article, sorted.
func Vocabulary(it Item) []string {
	seen := map[string]bool{}
	stem := Stem(it.Language)
	for _, part := range [][]words.Word{words.Cut(it.Headline, maxHeadline), words.Cut(it.Text, maxBody)} {
		for _, w := range part {
			if w.Kind != words.Letters {
				continue
			}
			seen["w "+stem(w.Text)] = true
			if w.Capital && !w.First && len(w.Text) > 1 {
				seen["n "+w.Text] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}
