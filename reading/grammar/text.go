package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
	"coranto/reading/lang"
)

// Text parses all sentences of a text. A dateline ("PARIS (AP) --") is no part
// of its sentence. units are as for Parse.
func Text(text string, sentences []coranto.Span, units []Unit) []Tree {
	trees := make([]Tree, 0, len(sentences))
	tokens := lang.Tokens(text)
	from, first := 0, 0
	for _, s := range sentences {
		for from < len(tokens) && tokens[from].Start < s.Start {
			from++
		}
		for first < len(units) && units[first].End <= s.Start {
			first++
		}
		to := from
		for to < len(tokens) && tokens[to].End <= s.End {
			to++
		}
		start := s.Start + dateline(s.In(text))
		body := from
		for body < to && tokens[body].Start < start {
			body++
		}
		trees = append(trees, Parse(text, coranto.Span{Start: start, End: s.End}, tokens[body:to], units[first:]))
		from = to
	}
	return trees
}

// dateline returns the length of the dateline that a sentence begins with: few
// words, all with a capital, a digit or in brackets, and a dash or colon.
func dateline(sentence string) int {
	const longest = 60
	if sentence != "" && sentence[0] == '(' { // "(CNN) Police say"
		if i := strings.IndexByte(sentence[:min(len(sentence), longest)], ')'); i > 0 && i+1 < len(sentence) && sentence[i+1] == ' ' && !strings.Contains(sentence[:i], " ") {
			return i + 2
		}
	}
	end, length := -1, 0
	for _, dash := range []string{" -- ", " — ", " – ", " - ", ": ", " : "} {
		if i := strings.Index(sentence[:min(len(sentence), longest)], dash); i > 0 && (end < 0 || i < end) {
			end, length = i, i+len(dash)
		}
	}
	if end < 0 {
		return 0
	}
	for _, word := range strings.Fields(sentence[:end]) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) {
			return 0
		}
	}
	return length
}
