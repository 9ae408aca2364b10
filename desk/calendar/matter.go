package calendar

import (
	"regexp"
	"slices"
	"strings"
)

// sharesMatter tells whether a report is of the matter of the announcement: whether
// the two, with their headlines, share a word that is neither the name of one who
// takes part nor of how such things are told; two where the report does not name
// the one day that was announced; or four, with how their articles begin.
func (w World) sharesMatter(e *Entry, r *Reading, words string, dated bool) bool {
	said := append(e.matter(r.Head.Headline), e.matter(words)...)
	least := 2
	if dated && e.From == e.To {
		least = 1
	}
	var begins []string
	for _, s := range r.Sentences[:min(len(r.Sentences), opening)] {
		begins = append(begins, e.matter(s.In(r.Text))...)
	}
	begins = append(begins, said...)
	return slices.ContainsFunc(e.Told, func(t Evidence) bool {
		announced := append(e.matter(t.Article.Headline), e.matter(w.words(t))...)
		if alike(announced, said) >= least {
			return true
		}
		for n := range opening {
			announced = append(announced, e.matter(w.words(Evidence{Article: t.Article, Sentence: n + 1}))...)
		}
		return dated && alike(announced, begins) >= 4
	})
}

// opening is how many sentences say what an article is about.
const opening = 2

// matter is the stems of words that say what an entry is about.
func (e *Entry) matter(words string) []string {
	for _, name := range append(slices.Clone(e.Who), e.Where) {
		if name != "" {
			words = strings.ReplaceAll(words, name, " ")
		}
	}
	return stems(daily.ReplaceAllString(words, " "))
}

// alike counts the words of one list, each once, that the other has.
func alike(a, b []string) int {
	n := 0
	for i, x := range a {
		if slices.Index(a, x) == i && slices.Contains(b, x) {
			n++
		}
	}
	return n
}

var daily = regexp.MustCompile(`(?i)\b(?:[a-z]+day|january|february|march|april|june|july|august|september|october|november|december|will|would|that|this|with|from|have|been|into|over|than|more|most|about|they|were|which|what|next|last|first|begin(?:s|ning)?|start(?:s|ed)?|prepare[sd]?|held|holds?|deal|plan(?:s|ned)?|years?|days?|americans?|vote[sd]?|voting|senate|senators?|house|parliament|congress|council|assembly|lawmakers|bills?|legislation|measures?|pass(?:es|ed)?|approve[sd]?|republicans?|democrats?|leaders?|week|month|year|today|said|says|their|after|over|when|expected|scheduled|president|minister|government)\b`)
