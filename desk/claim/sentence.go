package claim

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"coranto"
	"coranto/desk/internal/words"
	"coranto/desk/story"
)

// sentence is a stretch of an article as a vector of weighted words.
type sentence struct {
	span   coranto.Span
	n      int      // of the sentence, from 1
	order  []uint64 // its words in order, by hash of the stem
	terms  []term   // distinct, by hash
	length float64
	denied bool // it says that something is not so
	flatly bool // and does so in its first half
}

type term struct {
	hash   uint64
	weight float64
	number bool
	name   bool
	dated  bool // a weekday or month
	large  bool // a number that is not likely another one's too: of three digits and more, and no year
}

// place is the index of the sentence in which something found begins; -1 where
// it lies in none that is looked at.
type place int

// cutter cuts texts into words with their weights. How telling a word is follows
// from how rare it is in English articles and among the sentences of the story.
type cutter struct {
	in    map[uint64]int // by word: how many sentences of the story hold it
	total int
}

// cutAll cuts the items' texts.
func cutAll(items []Item) ([]text, cutter) {
	c := cutter{in: map[uint64]int{}}
	texts := make([]text, len(items))
	for i := range items {
		a := items[i].Article
		t := &texts[i]
		for n, span := range a.Sentences[:min(len(a.Sentences), maxSentences)] {
			s := c.cut(a, span)
			s.n = n + 1
			t.sentences = append(t.sentences, s)
		}
		whole := c.cut(a, coranto.Span{Start: 0, End: len(a.Text)})
		t.head = c.bag(c.words(a.Headline, a.Language, 60))
		t.lead, t.voiced = leadOf(a), base(a.Language) == "en" && voiced(a)
		t.terms = map[uint64]bool{}
		for _, w := range append(whole.terms, t.head.terms...) {
			t.terms[w.hash] = true
		}
		for _, p := range a.KeyPoints {
			for _, w := range c.words(p, a.Language, 60) {
				t.terms[w.hash] = true
			}
		}
		t.said = places(a, len(t.sentences), len(a.Statements), func(i int) int { return a.Statements[i].Start })
		t.counted = places(a, len(t.sentences), len(a.Figures), func(i int) int { return a.Figures[i].Start })
		t.done = places(a, len(t.sentences), len(a.Events), func(i int) int { return a.Events[i].Start })
		if items[i].Copies == "" {
			c.count(t.sentences)
		}
	}
	for i := range texts {
		c.weigh(&texts[i].head)
		for j := range texts[i].sentences {
			c.weigh(&texts[i].sentences[j])
		}
	}
	return texts, c
}

func places(a *coranto.Article, sentences, n int, start func(int) int) []place {
	list := make([]place, min(n, maxFound))
	for i := range list {
		list[i] = place(a.SentenceAt(start(i)) - 1)
		if int(list[i]) >= sentences {
			list[i] = -1
		}
	}
	return list
}

// value cuts words found in an article into a weighted sentence of their own.
func (d *Desk) value(a *coranto.Article, span coranto.Span) sentence {
	s := d.cutter.cut(a, span)
	d.cutter.weigh(&s)
	return s
}

// maxText is how many words of a text are looked at in all.
const maxText = 6000

func (c *cutter) cut(a *coranto.Article, span coranto.Span) sentence {
	s := c.bag(c.words(span.In(a.Text), a.Language, maxText))
	words := span.In(a.Text)
	s.span, s.denied, s.flatly = span, denies(words), denies(words[:forth(words, 0, len(words)/2)])
	return s
}

// bag makes a sentence of words.
func (c *cutter) bag(all []term) sentence {
	s := sentence{order: make([]uint64, len(all))}
	for i, t := range all {
		s.order[i] = t.hash
	}
	slices.SortStableFunc(all, func(x, y term) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(rank(x.name), rank(y.name)))
	})
	s.terms = slices.CompactFunc(all, func(x, y term) bool { return x.hash == y.hash })
	return s
}

// rank puts a word before the same word as part of a name.
func rank(name bool) int {
	if name {
		return 1
	}
	return 0
}

// words returns the words of s that say something, in order. Their weight is how
// rare they are in general.
func (c *cutter) words(s, language string, limit int) []term {
	meant, english := meaning(language), base(language) == "en"
	var list []term
	for _, w := range words.Cut(s, limit) {
		t := term{weight: 1, number: w.Kind == words.Number, name: w.Capital && !w.First}
		switch digits := numerals[w.Text]; {
		case digits != "" && english:
			t.number, t.name = true, false
			t.hash = words.Hash('#', digits)
			t.weight = math.Log(1 / rareWord)
		case w.Kind == words.Letters:
			root, means := meant(w.Text)
			share := story.Share(root)
			if share > commonWord || len(w.Text) < 2 {
				continue
			}
			t.dated = english && calendar[w.Text]
			t.name = t.name || english && titles[w.Text]
			t.hash = words.Hash('w', means)
			t.weight = math.Log(1 / max(share, rareWord))
		default:
			t.large = w.Kind == words.Number && len(w.Text) > 2 && !(len(w.Text) == 4 && (strings.HasPrefix(w.Text, "19") || strings.HasPrefix(w.Text, "20")))
			t.hash = words.Hash('#', w.Text)
			t.weight = math.Log(1 / rareWord)
		}
		list = append(list, t)
	}
	return list
}

// numerals are numbers in words.
var numerals = map[string]string{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}

// titles say who somebody is, as names do, and not what is told of him.
var titles = set("president presidential vice candidate nominee presumptive front-runner frontrunner former secretary senator sen governor gov representative rep congressman congresswoman lawmaker democratic democrat democrats republican republicans gop minister prime chancellor king queen pope mayor mr mrs ms dr sir chief leader spokesman spokeswoman spokesperson chairman chairwoman house senate white")

const (
	commonWord = 0.40 // a word that more articles hold than this says nothing
	rareWord   = 0.01 // what the background does not know is as rare as this
)

func (c *cutter) count(sentences []sentence) {
	for i := range sentences {
		c.total++
		for _, t := range sentences[i].terms {
			c.in[t.hash]++
		}
	}
}

// weigh makes the weights of a sentence's words final.
func (c *cutter) weigh(s *sentence) {
	sum := 0.0
	for i := range s.terms {
		t := &s.terms[i]
		t.weight *= math.Log(1 + float64(c.total+1)/float64(c.in[t.hash]+1))
		sum += t.weight * t.weight
	}
	s.length = math.Sqrt(sum)
}

// shared is what two sentences have in common.
type shared struct {
	cosine    float64
	contained float64 // of the weight of the one that has less
	words     int     // in common
	plain     int     // of them, those that are no names and no numbers
	names     int     // and those that are names in both
	deed      float64 // cosine of what is no name: what is told, whoever it is told of
	counts    int     // numbers in common
	large     bool    // one of them is large
	numbers   bool    // each has numbers, and none in common
}

func compare(a, b *sentence) shared {
	var s shared
	if a.length == 0 || b.length == 0 {
		return s
	}
	dot, wa, wb, common := 0.0, 0.0, 0.0, 0.0
	deed, da, db := 0.0, 0.0, 0.0
	na, nb, nc := 0, 0, 0
	for _, t := range a.terms {
		wa += t.weight
		if t.number {
			na++
		}
		if !t.name {
			da += t.weight * t.weight
		}
	}
	for _, t := range b.terms {
		wb += t.weight
		if t.number {
			nb++
		}
		if !t.name {
			db += t.weight * t.weight
		}
	}
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		x, y := &a.terms[i], &b.terms[j]
		switch {
		case x.hash < y.hash:
			i++
		case x.hash > y.hash:
			j++
		default:
			dot += x.weight * y.weight
			common += x.weight
			s.words++
			if x.number {
				nc++
				s.large = s.large || x.large
			}
			if !x.number && !x.name && !y.name {
				s.plain++
			}
			if x.name && y.name {
				s.names++
			}
			if !x.name && !y.name {
				deed += x.weight * y.weight
			}
			i, j = i+1, j+1
		}
	}
	s.cosine = dot / (a.length * b.length)
	if da > 0 && db > 0 {
		s.deed = deed / math.Sqrt(da*db)
	}
	if least := min(wa, wb); least > 0 {
		s.contained = common / least
	}
	s.counts = nc
	s.numbers = na > 0 && nb > 0 && nc == 0
	return s
}

// run returns the length of the longest run of words that both have, in words
// that say something.
func run(a, b []uint64) int {
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > 1<<16 {
		return 0
	}
	best := 0
	row := make([]int, len(b)+1)
	for _, x := range a {
		for j := len(b); j > 0; j-- {
			if b[j-1] == x {
				row[j] = row[j-1] + 1
				best = max(best, row[j])
			} else {
				row[j] = 0
			}
		}
	}
	return best
}
