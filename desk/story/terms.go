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

// stemmed is a word of an article with its stem.
type stemmed struct {
	words.Word
	stem string
}

// cut returns the words that are looked at, of the headline and of the text.
func cut(it Item) (head, body []stemmed) {
	stem := stemmerOf(it.Language)
	all := func(text string, limit int) []stemmed {
		ws := words.Cut(text, limit)
		out := make([]stemmed, len(ws))
		for i, w := range ws {
			out[i] = stemmed{w, w.Text}
			if w.Kind == words.Letters {
				out[i].stem = stem(w.Text)
			}
		}
		return out
	}
	return all(it.Headline, maxHeadline), all(it.Text, maxBody)
}

// terms counts the words and recognised names of an article, in order of hash.
func terms(it Item, head, body []stemmed) []weighted {
	counts := tallies{at: make(map[uint64]int32, 512), all: make([]tally, 0, 512)}
	counts.add(head, true, titled(head))
	counts.add(body, false, false)
	for _, n := range it.Names[:min(len(it.Names), maxNames)] {
		folded := words.Fold(strings.TrimSpace(n))
		if folded == "" {
			continue
		}
		counts.count(fieldEntity, folded, false)
	}
	var bodySum, headSum float64
	for _, t := range counts.all {
		if t.field == fieldWord {
			bodySum += square(damp(t.body + 2*t.head))
			headSum += square(damp(t.head))
		}
	}
	bodyScale, headScale := length/math.Sqrt(max(square(damp(1)), bodySum)), length/math.Sqrt(max(square(damp(1)), headSum))
	out := make([]weighted, 0, len(counts.all))
	for _, t := range counts.all {
		w := weighted{hash: t.hash, field: t.field, body: scaled(damp(t.body+2*t.head), bodyScale)}
		if t.head > 0 {
			w.head = scaled(damp(t.head), headScale)
		}
		if t.named {
			w.head |= named
		}
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b weighted) int {
		if a.hash < b.hash {
			return -1
		}
		return 1
	})
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
	named      bool // written as a name
}

func (c *tallies) add(ws []stemmed, head, titled bool) {
	for i := range ws {
		w := &ws[i]
		switch w.Kind {
		case words.Number:
			c.count(fieldNumber, w.Text, head)
			continue
		case words.Pair:
			c.count(fieldWord, w.Text, head)
			continue
		}
		t := c.count(fieldWord, w.stem, head)
		if w.Capital && !w.First && !titled && len(w.Text) > 1 {
			t.named = true
			c.count(fieldName, w.Text, head)
		}
		if len(w.Text) >= minCognate {
			c.count(fieldCognate, prefix(w.Text, cognate), head)
		}
	}
}

func (c *tallies) count(field byte, text string, head bool) *tally {
	h := words.Hash(field, text)
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
func titled(head []stemmed) bool {
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
	head, body := cut(it)
	for _, part := range [][]stemmed{head, body} {
		for _, w := range part {
			if w.Kind != words.Letters {
				continue
			}
			seen["w "+w.stem] = true
			if w.Capital && !w.First && len(w.Text) > 1 {
				seen["n "+w.Text] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}
