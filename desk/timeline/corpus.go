package timeline

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"coranto"
)

// corpus is the articles with what is counted in them.
type corpus struct {
	items       []Item
	printed     []string // day by item, "" when unknown
	first, last string   // days printed
	order       []string // the days printed of all articles, sorted
	mentions    map[string][]mention
	lead        map[string][]sentence // by day printed: opening sentences that name no day
	words       map[string]int        // numbers of words
	rare        []float64             // by word: how little it is in all articles (inverse document frequency)
	theme       weights               // what the articles are about
}

// sentence is one of an item's, from 0.
type sentence struct{ item, n int }

// mention is that an article names a day: the sentence that does and is most of
// the matter, and how much it counts.
type mention struct {
	sentence
	weight float64
	times  int // sentences that do
	words  vector
}

func newCorpus(items []Item) *corpus {
	c := &corpus{items: items, printed: make([]string, len(items)), mentions: map[string][]mention{}, lead: map[string][]sentence{}, words: map[string]int{}}
	for i := range items {
		d := day(items[i].Published)
		c.printed[i] = d
		if d == "" {
			continue
		}
		if c.first == "" || d < c.first {
			c.first = d
		}
		c.last = max(c.last, d)
		c.order = append(c.order, d)
	}
	slices.Sort(c.order)
	c.count()
	for i := range items {
		if c.printed[i] != "" {
			c.gather(i)
		}
	}
	return c
}

// opening is how many sentences of an article are taken to tell of the day on
// which it was printed, where they name none.
const opening = 5

// datelineBytes is where a dateline stands: a date in figures, of the day of
// printing, in so many first bytes says when it was written.
const datelineBytes = 60

// reckoned is how much a day counts that is told from another: "two days later"
// may be told from either of two.
const reckoned = 0.3

// gather notes which days an article names, and its opening sentences.
func (c *corpus) gather(i int) {
	it := &c.items[i]
	at := map[string]int{} // place in c.mentions of this article's
	dayed := make([]bool, len(it.Sentences))
	for _, t := range it.Times {
		d := day(t.Value)
		n := sentenceAt(it.Sentences, t.Start)
		if d == "" || n < 0 || t.Type != "DATE" && t.Type != "TIME" {
			continue
		}
		if d == c.printed[i] && t.Start < datelineBytes && strings.ContainsAny(coranto.Span{Start: t.Start, End: t.End}.In(it.Text), "0123456789") {
			continue
		}
		dayed[n] = true
		words := c.vector(it.Sentences[n].In(it.Text))
		weight := 0.5 + min(1, 2*c.theme.along(words))
		if n < leads {
			weight *= leading
		}
		if when := (coranto.Span{Start: t.Start, End: t.End}).In(it.Text); strings.HasSuffix(when, "later") || strings.HasSuffix(when, "earlier") {
			weight *= reckoned
		}
		if it.Copy {
			weight = 0
		}
		if k, ok := at[d]; ok {
			m := &c.mentions[d][k]
			if m.times++; weight > m.weight {
				m.sentence, m.weight, m.words = sentence{i, n}, weight, words
			}
			continue
		}
		at[d] = len(c.mentions[d])
		c.mentions[d] = append(c.mentions[d], mention{sentence{i, n}, weight, 1, words})
	}
	for n := range it.Sentences[:min(opening, len(it.Sentences))] {
		if !dayed[n] {
			c.lead[c.printed[i]] = append(c.lead[c.printed[i]], sentence{i, n})
		}
	}
}

func sentenceAt(sentences []coranto.Span, offset int) int {
	n, ok := slices.BinarySearchFunc(sentences, offset, func(s coranto.Span, at int) int { return s.Start - at })
	if !ok {
		n--
	}
	if n < 0 || offset >= sentences[n].End {
		return -1
	}
	return n
}

// vector is a bag of words by their numbers, in their order, of length one.
type vector []term

type term struct {
	word   int
	weight float64
}

// weights are a sum of vectors, scaled to length one, by the numbers of words.
type weights map[int]float64

func (w weights) add(v vector) {
	for _, t := range v {
		w[t.word] += t.weight
	}
}

// scaled brings the sum to length one, adding up in the order of the numbers.
func (w weights) scaled() weights {
	for _, t := range normal(w) {
		w[t.word] = t.weight
	}
	return w
}

// along is the cosine between a sum that is scaled and a vector.
func (w weights) along(v vector) float64 {
	sum := 0.0
	for _, t := range v {
		sum += w[t.word] * t.weight
	}
	return sum
}

// themeBytes is how much of each article tells what it is about, in bytes.
const themeBytes = 1500

// count numbers the words, learns how rare each is and what all articles share.
func (c *corpus) count() {
	var in []int
	last := []int{}
	for i := range c.items {
		for _, w := range tokens(c.items[i].Text) {
			n, ok := c.words[w]
			if !ok {
				n = len(c.words)
				c.words[w] = n
				in, last = append(in, 0), append(last, -1)
			}
			if last[n] != i {
				last[n] = i
				in[n]++
			}
		}
	}
	c.rare = make([]float64, len(in))
	for n, k := range in {
		c.rare[n] = math.Log(float64(len(c.items)+1) / float64(k))
	}
	c.theme = weights{}
	for i := range c.items {
		text := c.items[i].Text
		c.theme.add(c.vector(c.items[i].Headline + " " + text[:cutAt(text, themeBytes)]))
	}
	c.theme.scaled()
}

// vector weighs the words of a text by how rare they are.
func (c *corpus) vector(text string) vector {
	sum := map[int]float64{}
	for _, w := range tokens(text) {
		if n, ok := c.words[w]; ok {
			sum[n] += c.rare[n]
		}
	}
	return normal(sum)
}

func normal(sum map[int]float64) vector {
	v := make(vector, 0, len(sum))
	for w, x := range sum {
		v = append(v, term{w, x})
	}
	slices.SortFunc(v, func(a, b term) int { return a.word - b.word })
	length := 0.0
	for _, t := range v {
		length += t.weight * t.weight
	}
	for i := range v {
		v[i].weight /= max(math.Sqrt(length), 1e-9)
	}
	return v
}

// tokens are the words of a text that have three letters or more, in lower case.
func tokens(text string) []string {
	return slices.DeleteFunc(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }),
		func(w string) bool { return len(w) < 3 })
}

// cutAt is the end of a text's first n bytes, between two letters.
func cutAt(text string, n int) int {
	n = min(n, len(text))
	for n < len(text) && n > 0 && text[n]&0xC0 == 0x80 {
		n--
	}
	return n
}
