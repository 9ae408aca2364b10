package lang

import (
	_ "embed"
	"iter"
	"math"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed languages.txt
var languageFile string

// alone maps a script to the language that is taken to be meant by it when
// languages.txt holds no choice.
var alone = map[string]string{
	"Hang": "ko", "Hira": "ja", "Kana": "ja", "Grek": "el", "Hebr": "he", "Thai": "th", "Beng": "bn", "Taml": "ta", "Telu": "te", "Gujr": "gu", "Guru": "pa",
	"Knda": "kn", "Mlym": "ml", "Sinh": "si", "Orya": "or", "Laoo": "lo", "Khmr": "km", "Mymr": "my", "Armn": "hy", "Geor": "ka", "Ethi": "am", "Tibt": "bo", "Thaa": "dv", "Hani": "zh", "Mong": "mn",
}

// enough is the number of letters from which a text is judged; its first ones.
const enough = 1500

// Identify returns the language that a text is written in as a BCP 47 code, or
// "und" when that cannot be told. It looks at the script first, then at common
// words, endings and letters.
func Identify(text string) string {
	code := mainScript(text)
	if l := alone[code]; l != "" {
		return l
	}
	group := groups()[code]
	if group == nil {
		return "und"
	}
	return group.identify(text)
}

// group is the languages of one script with the weights of what tells them apart.
type group struct {
	codes   []string
	words   map[string][]int // word -> the languages that have it
	endings map[string][]int
	parts   []part
	letters map[rune][]int
	triples map[[3]rune][]share
}

// share is how much of a triple of letters belongs to a language, in the words
// of languages.txt.
type share struct {
	language int
	part     float64
}

type part struct {
	text      string
	languages []int
}

var groups = sync.OnceValue(loadLanguages)

func loadLanguages() map[string]*group {
	all := map[string]*group{}
	index := map[string]int{}
	add := func(m map[string][]int, w string, l int) {
		if n := len(m[w]); n == 0 || m[w][n-1] != l {
			m[w] = append(m[w], l)
		}
	}
	records(languageFile, func(key string, values []string) {
		code, what, _ := strings.Cut(key, " ")
		script := scriptOf(strings.Join(values, ""))
		g := all[script]
		if g == nil {
			g = &group{words: map[string][]int{}, endings: map[string][]int{}, letters: map[rune][]int{}}
			all[script] = g
		}
		l, known := index[code]
		if !known {
			l = len(g.codes)
			index[code] = l
			g.codes = append(g.codes, code)
		}
		for _, v := range values {
			switch what {
			case "words":
				add(g.words, v, l)
			case "endings":
				add(g.endings, v, l)
			case "letters":
				g.letters[firstRune(v)] = append(g.letters[firstRune(v)], l)
			case "parts":
				found := false
				for i := range g.parts {
					if g.parts[i].text == v {
						g.parts[i].languages = append(g.parts[i].languages, l)
						found = true
					}
				}
				if !found {
					g.parts = append(g.parts, part{v, []int{l}})
				}
			}
		}
	})
	for _, g := range all {
		g.learnTriples()
	}
	return all
}

// learnTriples takes the three-letter sequences of the words of languages.txt,
// with a blank at either end, as a small model of each language: what tells
// "schrapt" from "recortes" where no word is known.
func (g *group) learnTriples() {
	count := map[[3]rune][]float64{}
	total := make([]float64, len(g.codes))
	for word, languages := range g.words {
		for t := range triplesOf(word) {
			if count[t] == nil {
				count[t] = make([]float64, len(g.codes))
			}
			for _, l := range languages {
				count[t][l]++
				total[l]++
			}
		}
	}
	g.triples = make(map[[3]rune][]share, len(count))
	for t, of := range count {
		sum := 0.0
		for l := range of {
			if of[l] > 0 {
				of[l] /= total[l] + smooth
				sum += of[l]
			}
		}
		for l := range of {
			if of[l] > 0 {
				g.triples[t] = append(g.triples[t], share{l, of[l] / sum})
			}
		}
	}
}

// triplesOf yields the three-letter sequences of a word with a blank at either end.
func triplesOf(word string) iter.Seq[[3]rune] {
	return func(yield func([3]rune) bool) {
		t := [3]rune{0, 0, ' '}
		for _, r := range word {
			t = [3]rune{t[1], t[2], r}
			if t[0] != 0 && !yield(t) {
				return
			}
		}
		yield([3]rune{t[1], t[2], ' '})
	}
}

// Weights, chosen on sentences of our own in 30 languages: a common word counts
// most, an ending half, a sequence of letters little, a letter that a language
// does not have tells against it.
const (
	wordWeight    = 1.0
	endingWeight  = 0.45
	partWeight    = 0.12
	tripleWeight  = 0.25
	letterWeight  = 0.8
	foreignWeight = -0.7
	sure          = 0.9 // the least score for a verdict
	margin        = 0.25
	smooth        = 200 // triples, so that short word lists do not shout
	decisive      = 12  // a lead that no further word turns
	decideEvery   = 20  // words
)

func (g *group) identify(text string) string {
	score := make([]float64, len(g.codes))
	give := func(to []int, weight float64) {
		for _, l := range to {
			score[l] += weight / math.Sqrt(float64(len(to)))
		}
	}
	seen, letters := 0, 0
	for _, t := range Tokens(head(text, 4*enough)) {
		if t.Kind != Word {
			continue
		}
		word := lower(t.In(text))
		if len(word) > 60 {
			continue
		}
		seen++
		letters += utf8.RuneCountInString(word)
		for _, w := range elided(word) {
			give(g.words[w], wordWeight)
			g.shape(w, give, score)
		}
		if letters > enough || seen%decideEvery == 0 && g.lead(score) > decisive {
			break
		}
	}
	if seen == 0 {
		return "und"
	}
	first, second := ranked(score)
	if score[first] < sure || second >= 0 && score[first]-score[second] < margin {
		return "und"
	}
	return g.codes[first]
}

// ranked returns the languages with the highest and second highest scores; the
// second is -1 in a group of one.
func ranked(score []float64) (first, second int) {
	second = -1
	for l := 1; l < len(score); l++ {
		switch {
		case score[l] > score[first]:
			first, second = l, first
		case second < 0 || score[l] > score[second]:
			second = l
		}
	}
	return first, second
}

// lead returns by how much the first language is ahead of the second.
func (g *group) lead(score []float64) float64 {
	first, second := ranked(score)
	if second < 0 {
		return score[first]
	}
	return score[first] - score[second]
}

// shape scores a word by its ending, its letters and their sequences.
func (g *group) shape(w string, give func([]int, float64), score []float64) {
	if len(w) > 4 {
		for n := min(len(w)-2, 8); n > 1; n-- {
			if to := g.endings[w[len(w)-n:]]; to != nil {
				give(to, endingWeight)
				break
			}
		}
		for _, p := range g.parts {
			if strings.Contains(w, p.text) {
				give(p.languages, partWeight)
			}
		}
	}
	for t := range triplesOf(w) {
		for _, s := range g.triples[t] {
			score[s.language] += tripleWeight * s.part
		}
	}
	for _, r := range w {
		to := g.letters[r]
		if to == nil {
			continue
		}
		give(to, letterWeight)
		have := 0
		for l := range score {
			if have < len(to) && to[have] == l {
				have++
				continue
			}
			score[l] += foreignWeight
		}
	}
}

// elided parts a word at an apostrophe that stands for a letter left out, and
// leaves the apostrophe to the shorter side: "l'", "homme"; "Anna", "'s".
func elided(word string) []string {
	i := strings.IndexAny(word, "'’")
	if i < 0 {
		return []string{word}
	}
	_, n := utf8.DecodeRuneInString(word[i:])
	left, right := word[:i], word[i+n:]
	if len(left) > len(right) {
		return []string{left, "'" + right}
	}
	return []string{left + "'", right}
}

// scriptOf returns the script of the first character that has one.
func scriptOf(s string) string {
	for _, r := range s {
		if code := script(r); code != "" {
			return code
		}
	}
	return ""
}
