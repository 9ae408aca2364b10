package grammar

import (
	"strings"

	"coranto"
	"coranto/reading/lang"
)

// clitics are what the treebank cuts off a word's end.
var clitics = []string{"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"}

// cut makes words of the tokens in the sentence, as the treebank has them:
// clitics apart, the point of an abbreviation with its word. What lies in one of
// the units is one word; known tells which words are units.
func cut(text string, sentence coranto.Span, tokens []lang.Token, units []Unit) (words []Word, known []Kind) {
	words = make([]Word, 0, (sentence.End-sentence.Start)/5+2)
	add := func(start, end int) {
		words = append(words, Word{Span: coranto.Span{Start: start, End: end}})
		known = append(known, 0)
	}
	last := -1
	for i, t := range tokens {
		if t.Start < sentence.Start || t.End > sentence.End {
			continue
		}
		last = i
	}
	for i, t := range tokens {
		if t.Start < sentence.Start || t.End > sentence.End {
			continue
		}
		for len(units) > 0 && units[0].End <= t.Start {
			units = units[1:]
		}
		if len(units) > 0 && units[0].Start <= t.Start && t.End <= units[0].End {
			if n := len(words) - 1; t.Start > units[0].Start && n >= 0 && words[n].Start >= units[0].Start {
				words[n].End = t.End
			} else {
				add(t.Start, t.End)
				known[len(known)-1] = units[0].Kind
			}
			continue
		}
		word := t.In(text)
		switch {
		case t.Kind == lang.Word:
			if n := clitic(word); n > 0 {
				add(t.Start, t.End-n)
				add(t.End-n, t.End)
				continue
			}
		case word == "." && len(words) > 0 && i != last && !strings.HasPrefix(text[t.End:], ".") && tokens[i-1].Kind == lang.Word && tokens[i-1].End == t.Start:
			words[len(words)-1].End = t.End
			continue
		case word == "." && len(words) > 0 && words[len(words)-1].End == t.Start && text[t.Start-1] == '.': // an ellipsis
			words[len(words)-1].End = t.End
			continue
		}
		add(t.Start, t.End)
	}
	return words, known
}

// clitic returns the length of the clitic at the end of a word, 0 if none.
func clitic(word string) int {
	if !strings.ContainsAny(word, "'’") {
		return 0
	}
	for _, c := range clitics {
		for _, form := range []string{c, strings.Replace(c, "'", "’", 1)} {
			if n := len(word) - len(form); n > 0 && strings.EqualFold(word[n:], form) {
				return len(form)
			}
		}
	}
	return 0
}
