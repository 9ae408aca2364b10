// Package when tells what dates and times a text speaks of, and what date a page
// was printed. Values are those of TIMEX3 (TimeML 1.2.1): "2025-06-13",
// "2025-W24", "2025-Q2", "198", "2025-06-13T14:05", "P3D", "PRESENT_REF".
//
// The words of dates in some thirty languages are data, in words.txt; dates
// with their day and month named are found in all of them, numeric ones too.
// What is told in relation to the day of publication is read in English; of other
// languages the days beside it, weekdays, and the last, this and the next week,
// month and year.
package when

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"coranto"
	"coranto/reading/lang"
)

// TIMEX3 types.
const (
	Date     = "DATE"
	Time     = "TIME"
	Duration = "DURATION"
	Set      = "SET"
)

// Find returns the times that a text names, in order, none overlapping another.
// at is the day of publication, "2025-06-13" or RFC 3339; where it is "" or not
// a date, only what stands in the calendar by itself gets a Value. Sentences
// (lang.Sentences) bound the search for a tense; nil makes the text one.
func Find(text string, sentences []coranto.Span, at, language string) []coranto.Time {
	f := finder{text: text, words: lexiconOf(language)}
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	f.english = base == "en" || base == "und" || base == ""
	if len(at) >= len(time.DateOnly) {
		ref, err := time.Parse(time.DateOnly, at[:len(time.DateOnly)])
		f.ref, f.dated = ref, err == nil
	}
	f.items = cutItems(text, sentences)
	if base == "zh" {
		f.items = f.parted(f.items)
	}
	times := []coranto.Time{}
	for i := 0; i < len(f.items); {
		m := f.match(i)
		if m.next <= i || strings.Contains(text[f.items[i].Start:m.end(&f)], "\n\n") {
			i++
			continue
		}
		f.remember(m)
		times = append(times, coranto.Time{Start: f.items[i].Start, End: m.end(&f), Type: m.typ, Value: m.value})
		i = m.next
		if second := f.secondDay(i, m); second.next > 0 {
			times = append(times, coranto.Time{Start: f.items[i+1].Start, End: second.end(&f), Type: Date, Value: second.value})
			i = second.next
		}
	}
	return times
}

// item is a token as the rules see it.
type item struct {
	coranto.Span
	word     string // lower case, without "'s"; "" for marks and bare numbers
	capital  bool   // the word begins with a capital
	owner    bool   // "'s" stands behind it
	num      int    // the number that it is or begins with; -1 for none
	digits   int    // its digits; 0 when num is none or has separators
	suffix   string // what follows the digits: "th", "s", "am"
	mark     rune   // when it is a mark or sign
	spaced   bool   // white space stands before it
	sentence int    // number of the sentence
}

func cutItems(text string, sentences []coranto.Span) []item {
	tokens := lang.Tokens(text)
	items := make([]item, len(tokens))
	s := 0
	for k, t := range tokens {
		for s < len(sentences) && t.Start >= sentences[s].End {
			s++
		}
		it := item{Span: t.Span, num: -1, sentence: s, spaced: k == 0 || tokens[k-1].End < t.Start}
		word := t.In(text)
		switch t.Kind {
		case lang.Punctuation, lang.Symbol:
			it.mark, _ = utf8.DecodeRuneInString(word)
		case lang.Number:
			it.number(word)
		default:
			it.named(word)
		}
		items[k] = it
	}
	return items
}

// number reads plain digits. One with separators ("2,000", "3.5") keeps no
// digits: it is part of no date, but counts.
func (it *item) number(word string) {
	it.num = 0
	for _, r := range word {
		d := digit(r)
		if d < 0 {
			it.digits, it.suffix = 0, word
			it.num = -1
			return
		}
		if it.digits++; it.digits > 9 {
			it.num = -1
			return
		}
		it.num = 10*it.num + d
	}
}

func (it *item) named(word string) {
	first, _ := utf8.DecodeRuneInString(word)
	it.capital = unicode.IsUpper(first)
	for _, end := range []string{"'s", "’s"} {
		if w, ok := strings.CutSuffix(word, end); ok {
			word, it.owner = w, true
			it.End -= len(end)
		}
	}
	it.word = strings.ToLower(word)
	if digit(first) < 0 {
		return
	}
	it.num = 0
	for i, r := range it.word {
		d := digit(r)
		if d < 0 {
			it.suffix = it.word[i:]
			return
		}
		if it.digits++; it.digits > 9 {
			it.num = -1
			return
		}
		it.num = 10*it.num + d
	}
}

// match is what a rule found from some item on; next is the item after it, and
// 0 when nothing was found.
type match struct {
	next  int
	typ   string
	value string
	until int  // byte where it ends, when not with its last item
	aside bool // counted from another time, which stays the one spoken of
}

func (m match) end(f *finder) int {
	if m.until > 0 {
		return m.until
	}
	return f.items[m.next-1].End
}

type finder struct {
	text    string
	items   []item
	words   *lexicon
	english bool
	ref     time.Time // the day of publication
	dated   bool      // ref is known

	depth   int    // of dates inside dates
	quarter string // the last quarter spoken of
	day     string // the last day spoken of
	year    string // the last year spoken of
}

// remember keeps what later words refer to: "the quarter", "that day", "that year".
func (f *finder) remember(m match) {
	v := m.value
	if m.aside || m.typ != Date && m.typ != Time || len(v) < 4 || !isDigits(v[:4]) {
		return
	}
	f.year = v[:4]
	switch {
	case len(v) >= 7 && v[4:6] == "-Q":
		f.quarter = v
	case len(v) >= 10 && v[7] == '-' && isDigits(v[5:7]):
		f.day = v[:10]
	}
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

var none item = item{num: -1}

// item returns the item at i, an empty one outside the text.
func (f *finder) item(i int) *item {
	if i < 0 || i >= len(f.items) {
		return &none
	}
	return &f.items[i]
}

func (f *finder) word(i int) string { return f.item(i).word }

// match tries the rules at item i, the longest forms first.
func (f *finder) match(i int) match {
	it := f.item(i)
	if it.mark != 0 {
		if f.english && (it.mark == '\'' || it.mark == '’') {
			return f.shortDecade(i)
		}
		return match{}
	}
	if m := f.absolute(i); m.next > 0 {
		return m
	}
	if d, n := f.nearAt(i); n > 0 {
		return f.nearDay(i+n, d)
	}
	if m := f.named(i); m.next > 0 {
		return m
	}
	if f.english {
		return f.relative(i)
	}
	return f.span(i)
}
