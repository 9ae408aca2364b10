package compare

import (
	"cmp"
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
	mostWords  = 1    // in one slot, but for a linking word behind
	mostPairs  = 4000 // pairs of sentences looked at
	leastFrame = 3    // words that the sentences share around the slot
)

// wordings finds where sentences of one point differ in a word or two and agree
// around them. Both publishers must keep to their word: what either also uses
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
	if shared < leastFrame || 2*shared < min(len(strings.Fields(t.Span.In(a.Text))), len(strings.Fields(u.Span.In(b.Text)))) {
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
		if w, v := choice(a.Text, was, stem), choice(b.Text, is, stem); framed && w != "" && v != "" && stem(w) != stem(v) && !kin(w, v) {
			found = append(found, Wording{
				A: Use{Word: was.In(a.Text), Item: t.Item, Span: was, Line: t.Span},
				B: Use{Word: is.In(b.Text), Item: u.Item, Span: is, Line: u.Span},
			})
		}
		i = j - 1
	}
	for i := range found {
		found[i].A.trim(a.Text)
		found[i].B.trim(b.Text)
	}
	return found
}

// frames tells whether two stretches hold a slot fast: at least two words on
// either side.
func frames(before, behind string) bool {
	return len(strings.Fields(before)) > 1 && len(strings.Fields(behind)) > 1
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

func (u *Use) trim(text string) {
	if i := strings.LastIndexByte(u.Word, ' '); i > 0 && linking[strings.ToLower(u.Word[i+1:])] {
		u.Word = u.Word[:i]
	}
	inner := strings.TrimFunc(u.Word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	u.Span.Start += strings.Index(u.Word, inner)
	u.Span.End = u.Span.Start + len(inner)
	u.Word = inner
}

// choice returns the telling word of a slot, folded: "" where the slot holds
// none, several, a name or a number.
func choice(text string, span coranto.Span, stem func(string) string) string {
	words := strings.FieldsFunc(span.In(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '’' && r != '\''
	})
	if n := len(words); n > 1 && linking[strings.ToLower(words[n-1])] {
		words = words[:n-1]
	}
	if len(words) != mostWords {
		return ""
	}
	found := ""
	for _, w := range words {
		first := []rune(w)[0]
		if unicode.IsUpper(first) || unicode.IsDigit(first) {
			return ""
		}
		if story.Share(stem(w)) > plainWord || len(w) < 4 {
			continue
		}
		if found != "" {
			return ""
		}
		found = w
	}
	return found
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
