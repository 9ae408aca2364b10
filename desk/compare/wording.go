package compare

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strings"
	"unicode"

	"coranto"
	"coranto/desk/claim"
	"coranto/desk/story"
)

// Wording is two words that publishers use for the same thing: in the same place
// of sentences that otherwise tell the same.
type Wording struct {
	A, B Use
	Odds float64 // logarithm of the odds ratio of the two words with the two publishers, over its standard error
}

// Use is a word with the place where a publisher uses it.
type Use struct {
	Word string
	Item int
	Span coranto.Span // of the word
	Line coranto.Span // of the sentence
}

const (
	leastOdds  = 0.9  // a use each, and none of the other's word: the least that says anything
	plainWord  = 0.12 // a word that more English articles hold is no choice of words
	mostPairs  = 4000 // pairs of sentences looked at
	leastFrame = 6    // words that the sentences share
	frame      = 3    // of them, those next to the slot, at least one on either side
)

// charged words judge, or say more than a plain one.
//
//go:embed charged.txt
var chargedText string

var charged = func() map[string]bool {
	stem := story.Stem("en")
	m := map[string]bool{}
	for line := range strings.Lines(chargedText) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			m[stem(line)] = true
		}
	}
	return m
}()

// wordings finds where English sentences of one point differ in a word and agree
// around it, and where one of the two words judges or says more. Both publishers must keep to their word: what either also uses
// itself is no difference.
func wordings(c *claim.Claims) []Wording {
	var list []Wording
	met := map[string]bool{}
	pairs := 0
	for i := range c.Points {
		p := &c.Points[i]
		for x := range p.Tellings {
			for y := x + 1; y < len(p.Tellings) && pairs < mostPairs; y++ {
				t, u := &p.Tellings[x], &p.Tellings[y]
				if c.Who(t.Item) == c.Who(u.Item) {
					continue
				}
				pairs++
				for _, w := range slots(c, t, u) {
					key := strings.ToLower(w.A.Word + "\x00" + w.B.Word)
					back := strings.ToLower(w.B.Word + "\x00" + w.A.Word)
					if met[key] || met[back] {
						continue
					}
					if w.Odds = odds(c, &w); w.Odds >= leastOdds {
						met[key] = true
						list = append(list, w)
					}
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Wording) int { return cmp.Compare(b.Odds, a.Odds) })
	return list
}

// slots are the places where two sentences differ between words that they share.
func slots(c *claim.Claims, t, u *claim.Telling) []Wording {
	a, b := c.Items[t.Item].Article, c.Items[u.Item].Article
	list := parts(a.Text, t.Span, b.Text, u.Span)
	shared := 0
	for _, p := range list {
		if p.Kind == Same {
			shared += len(strings.Fields(p.Old.In(a.Text)))
		}
	}
	if shared < leastFrame || a.Language != "en" || b.Language != "en" {
		return nil
	}
	stem := story.Stem(a.Language)
	var found []Wording
	for i := 0; i < len(list); i++ {
		if list[i].Kind == Same {
			continue
		}
		var was, is coranto.Span
		j := i
		for ; j < len(list) && list[j].Kind != Same; j++ {
			if list[j].Kind == Removed {
				was = list[j].Old
			} else {
				is = list[j].New
			}
		}
		framed := i > 0 && j < len(list) && frames(list[i-1].Old.In(a.Text), list[j].Old.In(a.Text))
		if w, v, ok := choice(a.Text, was, b.Text, is, stem); framed && ok {
			found = append(found, Wording{
				A: Use{Word: w.In(a.Text), Item: t.Item, Span: w, Line: t.Span},
				B: Use{Word: v.In(b.Text), Item: u.Item, Span: v, Line: u.Span},
			})
		}
		i = j - 1
	}
	return found
}

// frames tells whether two stretches hold a slot fast.
func frames(before, behind string) bool {
	x, y := len(strings.Fields(before)), len(strings.Fields(behind))
	return x > 0 && y > 0 && x+y >= frame
}

// kin tells whether two words may be one in two spellings or forms: few letters
// differ (Levenshtein 1966).
func kin(a, b string) bool {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return 5*row[len(y)] <= 2*max(len(x), len(y)) || strings.HasSuffix(string(x), string(y)) || strings.HasSuffix(string(y), string(x))
}

// choice returns the words by which two slots differ: one in each when words of
// one meaning around them are set aside, of which one judges or says more, and
// neither is a name or a number.
func choice(a string, was coranto.Span, b string, is coranto.Span, stem func(string) string) (coranto.Span, coranto.Span, bool) {
	x, y := wordsIn(a, was), wordsIn(b, is)
	same := func(i, j int) bool { return claim.SameMeaning(x[i].In(a), y[j].In(b)) }
	for len(x) > 1 && len(y) > 1 && same(0, 0) {
		x, y = x[1:], y[1:]
	}
	for len(x) > 1 && len(y) > 1 && same(len(x)-1, len(y)-1) {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if len(x) != 1 || len(y) != 1 || same(0, 0) {
		return coranto.Span{}, coranto.Span{}, false
	}
	w, v := x[0].In(a), y[0].In(b)
	word := func(w string) bool { return len(w) >= 4 && unicode.IsLower([]rune(w)[0]) }
	judges := func(w string) bool { return charged[stem(w)] && story.Share(stem(w)) <= plainWord }
	return x[0], y[0], word(w) && word(v) && !kin(w, v) && (judges(w) || judges(v))
}

// wordsIn returns the words of a stretch, without a linking one at its end.
func wordsIn(text string, in coranto.Span) []coranto.Span {
	var list []coranto.Span
	start := -1
	for i, r := range in.In(text) + " " {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '’' || r == '\''
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			list, start = append(list, coranto.Span{Start: in.Start + start, End: in.Start + i}), -1
		}
	}
	if n := len(list); n > 1 && linking[strings.ToLower(list[n-1].In(text))] {
		list = list[:n-1]
	}
	return list
}

// linking are words that go with the word before them: "attack on", "riot at".
var linking = map[string]bool{"in": true, "on": true, "at": true, "of": true, "to": true, "for": true, "by": true, "from": true, "with": true, "against": true}

// odds weighs how far the two publishers keep to their words: the logarithm of
// the odds ratio over its standard error (Haldane and Anscombe; Monroe, Colaresi
// and Quinn 2008).
func odds(c *claim.Claims, w *Wording) float64 {
	count := func(item int, word string) float64 {
		n := 0
		for i := range c.Items {
			if c.Who(i) == c.Who(item) && c.Own(i) {
				n += uses(c.Items[i].Article.Text, word)
			}
		}
		return float64(n)
	}
	aa, ab := count(w.A.Item, w.A.Word), count(w.A.Item, w.B.Word)
	bb, ba := count(w.B.Item, w.B.Word), count(w.B.Item, w.A.Word)
	if ab > 0 || ba > 0 {
		return 0
	}
	return Odds(aa, ab, bb, ba)
}

// Odds is how far two publishers keep to their words, as counts tell: aa uses of
// its own word and ab of the other's by the one, bb and ba by the other. It is
// the logarithm of the odds ratio over its standard error, with half a use added
// to each count.
func Odds(aa, ab, bb, ba float64) float64 {
	const half = 0.5
	ratio := math.Log((aa + half) * (bb + half) / ((ab + half) * (ba + half)))
	return ratio / math.Sqrt(1/(aa+half)+1/(ab+half)+1/(bb+half)+1/(ba+half))
}

// uses counts a word in a text, as a whole word, whatever its case.
func uses(text, word string) int {
	text, word = strings.ToLower(text), strings.ToLower(word)
	n := 0
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 || word == "" {
			return n
		}
		start, end := at+i, at+i+len(word)
		if (start == 0 || !letterBefore(text[:start])) && (end == len(text) || !letterAt(text[end:])) {
			n++
		}
		at = end
	}
}

func letterBefore(s string) bool {
	r := []rune(s[max(0, len(s)-4):])
	return len(r) > 0 && unicode.IsLetter(r[len(r)-1])
}

func letterAt(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}
