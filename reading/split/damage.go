package split

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
)

// Text can reach us damaged: letters lost to a wrong charset, words lost where a
// page's makers or a crawler cut something out of a sentence. Such places are
// marked and never mended. What is marked must be sure: of the signs below none
// stands in 7 MB of sound English news but by a printer's error.

// damages returns the damaged places of a text in a language, in order.
func damages(text, language string) (out []coranto.Span) {
	out = lostLetters(text)
	if language == "en" {
		out = merge(out, lostWords(text))
	}
	return out
}

// lostLetters returns the words that hold a replacement character, or the two
// and three characters that a UTF-8 letter becomes when it is read as Latin-1.
func lostLetters(text string) (out []coranto.Span) {
	for i := 0; i < len(text); {
		at := strings.IndexAny(text[i:], "\uFFFDÃâ")
		if at < 0 {
			return out
		}
		at += i
		r, size := utf8.DecodeRuneInString(text[at:])
		next, _ := utf8.DecodeRuneInString(text[at+size:])
		i = at + size
		if r == utf8.RuneError || r == 'Ã' && next >= 0x80 && next < 0xc0 || r == 'â' && (next == '€' || next == 0x80) {
			span := wordAround(text, at)
			out = append(out, span)
			i = max(i, span.End)
		}
	}
	return out
}

// wordAround returns the stretch around an offset without blanks or letters of
// scripts that have none between words.
func wordAround(text string, at int) coranto.Span {
	parts := func(r rune) bool { return unicode.IsSpace(r) || isDense(r) }
	start := strings.LastIndexFunc(text[:at], parts)
	if start >= 0 {
		_, size := utf8.DecodeRuneInString(text[start:])
		start += size
	}
	end := strings.IndexFunc(text[at:], parts)
	if end < 0 {
		end = len(text) - at
	}
	return coranto.Span{Start: max(0, start), End: at + end}
}

// Words that cannot follow each other: no noun has a verb or a pronoun for its
// beginning ("every one of the is known"), and behind a quotation who spoke has
// a verb before anything else ("..., he the same time, the minister conceded").
var (
	openNoun  = set("the", "The", "a", "an", "An", "every", "Every")
	noNoun    = set("is", "are", "was", "were", "has", "had", "would", "could", "should", "of", "which", "whom", "they", "their", "this", "these", "those")
	spoke     = set("he", "she", "they")
	noVerb    = set("the", "a", "an", "its", "their", "these", "those", "of", "from", "actions", "forces", "people")
	allShort  = 8 // bytes of the longest of them
	pastQuote = "'’”\""
)

// lostWords returns the pairs of words between which others are missing.
func lostWords(text string) (out []coranto.Span) {
	var last, word coranto.Span
	for i := 0; i <= len(text); {
		start := i
		for i < len(text) && (text[i] >= 'a' && text[i] <= 'z' || text[i] >= 'A' && text[i] <= 'Z') {
			i++
		}
		if i == start {
			i++
			continue
		}
		last, word = word, coranto.Span{Start: start, End: i}
		if word.Start != last.End+1 || text[last.End] != ' ' || word.End-word.Start > allShort || last.End-last.Start > 5 || !endsHere(text, i) {
			continue
		}
		a, b := text[last.Start:last.End], text[word.Start:word.End]
		if openNoun[a] && noNoun[b] && !joined(text, last.Start) || spoke[a] && noVerb[b] && behindQuote(text, last.Start) {
			out = append(out, coranto.Span{Start: last.Start, End: word.End})
		}
	}
	return out
}

// endsHere tells whether a word ends at i for good: no hyphen, apostrophe or
// letter of another script goes on with it.
func endsHere(text string, i int) bool {
	return i == len(text) || text[i] != '-' && text[i] != '\'' && text[i] < utf8.RuneSelf
}

// joined tells whether a word goes on with what stands before it, as the letter
// "a" in a name does.
func joined(text string, start int) bool {
	return start > 0 && text[start-1] != ' ' && text[start-1] != '\n' && text[start-1] != '(' && !strings.ContainsRune(pastQuote, rune(text[start-1]))
}

// behindQuote tells whether a quotation that ends in a comma or a stop closes
// right before the word at start.
func behindQuote(text string, start int) bool {
	before, ok := strings.CutSuffix(text[:start], " ")
	if !ok {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(before)
	if !strings.ContainsRune(pastQuote, r) {
		return false
	}
	before = before[:len(before)-size]
	return before != "" && strings.IndexByte(",.!?", before[len(before)-1]) >= 0
}

// merge puts two ordered lists of places together.
func merge(a, b []coranto.Span) (out []coranto.Span) {
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0].Start <= b[0].Start {
			a, b = b, a
		}
		if last := len(out) - 1; last >= 0 && b[0].Start < out[last].End {
			out[last].End = max(out[last].End, b[0].End)
		} else {
			out = append(out, b[0])
		}
		b = b[1:]
	}
	return out
}
