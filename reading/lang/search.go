package lang

import (
	"slices"
	"strings"
	"unicode/utf8"

	"coranto"
)

// Search words are made so that a query finds a text without either knowing the
// language of the other:
//
//   - every word is indexed folded ("Zürich" as "zurich"), and, where its
//     language has a stemmer and the stem differs, a second time as its folded
//     stem with stemMark behind ("presidents" as "presidents" and "president\u02D0");
//   - a query of known or unknown language matches a word by its folded form or
//     by a marked stem (QueryWords gives the alternatives). Used without
//     alternatives, SearchWords(query, "und") gives folded forms alone, which
//     every index holds.
//
// The mark keeps stems out of the way of words: a search for "univers" does not
// find "university" unless it is asked for stems.
//
// Scripts that set no blanks, and Hangul, whose particles are written to the
// word, are indexed as overlapping pairs of characters.

// stemMark ends an indexed stem: a modifier letter, which full-text indexes
// take for a letter and which ends no word of a text.
const stemMark = "\u02D0"

// Term is a search word with the place it stands at.
type Term struct {
	Word string
	coranto.Span
}

// SearchWords returns the words under which a text in a language is found, or
// that a query asks for; "und" where the language is not known.
func SearchWords(text, language string) []string {
	terms := SearchTerms(text, language)
	words := make([]string, len(terms))
	for i, t := range terms {
		words[i] = t.Word
	}
	return words
}

// SearchTerms returns the same words with their spans. Several may share a span.
func SearchTerms(text, language string) []Term {
	base, _, _ := strings.Cut(language, "-")
	base = canonical(base)
	var own *stemmer
	for i := range stemmers {
		if stemmers[i].language == base {
			own = &stemmers[i]
		}
	}
	var terms []Term
	stems := map[string]string{}
	for _, t := range Tokens(text) {
		if t.Kind == Punctuation || t.Kind == Symbol {
			continue
		}
		low := lower(t.In(text))
		if t.Kind == Unspaced || hangul(low) {
			terms = pairs(terms, text, t.Span)
			continue
		}
		folded := fold(low)
		if folded == "" {
			continue
		}
		terms = append(terms, Term{folded, t.Span})
		if own == nil || t.Kind != Word || len(low) > longestStemmed || script(firstRune(low)) != own.script {
			continue
		}
		stem, known := stems[low]
		if !known {
			stem = fold(own.of(low))
			stems[strings.Clone(low)] = stem
		}
		if stem != folded && stem != "" {
			terms = append(terms, Term{stem + stemMark, t.Span})
		}
	}
	return terms
}

// QueryWords returns, for every word of a query, the alternatives of which an
// index must hold one: the folded word, its stems, and the stems' own forms.
// With language "und" the stems of all languages of the word's script count.
func QueryWords(query, language string) [][]string {
	base, _, _ := strings.Cut(language, "-")
	base = canonical(base)
	var all [][]string
	for _, t := range SearchTerms(query, "und") {
		choice := []string{t.Word}
		low := lower(t.In(query))
		for _, s := range stemmers {
			if s.language != base && base != "und" && base != "" || len(low) > longestStemmed || script(firstRune(low)) != s.script {
				continue
			}
			stem := fold(s.of(low))
			for _, w := range []string{stem, stem + stemMark} {
				if stem != "" && !slices.Contains(choice, w) && (w != stem || utf8.RuneCountInString(stem) > 3) {
					choice = append(choice, w)
				}
			}
		}
		all = append(all, choice)
	}
	return all
}

// canonical takes codes that name one written language to the one used here.
func canonical(base string) string {
	switch base = strings.ToLower(base); base {
	case "no", "nn":
		return "nb"
	case "iw":
		return "he"
	}
	return base
}

func hangul(s string) bool {
	r := firstRune(s)
	return 0xAC00 <= r && r <= 0xD7A3 || 0x1100 <= r && r <= 0x11FF
}

// pairs appends the overlapping pairs of characters of a span, a vowel sign or
// tone mark counting as part of its character; a single character stands alone.
func pairs(terms []Term, text string, s coranto.Span) []Term {
	prev := -1
	for i := s.Start; i < s.End; {
		end := i
		for first := true; end < s.End; first = false {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !first && !combining(r) {
				break
			}
			end += n
		}
		if prev >= 0 || end == s.End {
			from := i
			if prev >= 0 {
				from = prev
			}
			terms = append(terms, Term{fold(lower(text[from:end])), coranto.Span{Start: from, End: end}})
		}
		prev, i = i, end
	}
	return terms
}
