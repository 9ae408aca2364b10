package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
)

// Sentences returns the sentences of a text in order. Together they cover every
// byte that is not white space; none overlaps another, and none begins or ends
// with white space. A line break ends a sentence, except inside a paragraph
// that was wrapped at a column. Thai, Lao and Khmer, which write no full stop,
// are cut at line breaks alone.
//
// An English sentence that runs on into the next without a stop is cut where the
// model of ends is sure of it (runon.go).
func Sentences(text string) []coranto.Span { return cut(cutter{text: text}) }

// Stopped is Sentences without the model: what stops and line breaks tell. The
// model is learned with it.
func Stopped(text string) []coranto.Span { return cut(cutter{text: text, stopped: true}) }

func cut(c cutter) []coranto.Span {
	text := c.text
	c.spans = make([]coranto.Span, 0, len(text)/100+1)
	for i := 0; i < len(text); {
		switch mark(text, i) {
		case none:
			i++
		case blank:
			if c.bracketed(i) || !c.stopped && c.runsOn(i) {
				c.cut(i)
			}
			i++
		case lineBreak:
			if c.wrapped(i) {
				i++
				continue
			}
			c.cut(i)
			i++
		case stop:
			end, run := c.close(i)
			if end < len(text) && c.ends(i, run, end) {
				c.cut(end)
			}
			i = end
		}
	}
	c.cut(len(text))
	return c.spans
}

type cutter struct {
	text    string
	langid  string // the text's language, once it was asked for
	from    int    // where the sentence begins
	block   block  // the paragraph last looked at
	spans   []coranto.Span
	around  around
	stopped bool // no model is asked
}

func (c *cutter) cut(end int) {
	s, ok := trim(c.text, coranto.Span{Start: c.from, End: end})
	if ok {
		c.spans = append(c.spans, s)
	}
	c.from = end
}

func trim(text string, s coranto.Span) (coranto.Span, bool) {
	part := text[s.Start:s.End]
	s.Start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(part))
	return s, s.Start < s.End
}

// stops describes a run of stops and what closes after it.
type stops struct {
	last   rune // the last stop
	n      int  // how many
	end    int  // where the run ends, before closers
	quoted bool // a quotation mark closes after it
}

// close follows a run of stops at i and the quotation marks, brackets and note
// numbers that belong to it, and returns where they end.
func (c *cutter) close(i int) (int, stops) {
	var run stops
	text := c.text
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == ';' && run.n == 0 { // the Greek question mark
			r = '?'
		}
		if !isStop(r) {
			break
		}
		run.last = r
		run.n++
		i += n
		if strings.HasPrefix(text[i:], " . ") || strings.HasPrefix(text[i:], " .“") || strings.HasPrefix(text[i:], " .”") || strings.HasPrefix(text[i:], " .\"") {
			i++ // an ellipsis of spaced stops
		}
	}
	run.end = i
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '“' && (i == run.end && !c.opened(i) || c.spaceBefore(i)):
			return i, run
		case isCloser(r):
			run.quoted = run.quoted || r != ')' && r != ']' && r != '}'
			i += n
		case r == '[' && note(text[i:]) > 0:
			i += note(text[i:])
		case r == ' ' && note(text[i+n:]) > 0:
			i += n + note(text[i+n:])
		case (r == ' ' || r == '\u00A0' || r == '\u202F') && (strings.HasPrefix(text[i+n:], "»") || strings.HasPrefix(text[i+n:], "”")):
			i += n // French spacing, and misplaced blanks
		default:
			return i, run
		}
	}
	return i, run
}

// opened tells whether a German opening mark „ stands before i in the sentence,
// so that “ closes.
func (c *cutter) opened(i int) bool {
	from := max(c.from, i-400)
	return strings.LastIndex(c.text[from:i], "„") >= 0
}

func (c *cutter) spaceBefore(i int) bool { return i > 0 && c.text[i-1] == ' ' }

// note returns the length of a note number "[12]" at the start of s, or 0.
func note(s string) int {
	if s == "" || s[0] != '[' {
		return 0
	}
	for i := 1; i < len(s) && i < 6; i++ {
		if s[i] == ']' && i > 1 {
			return i + 1
		}
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
	}
	return 0
}

func dash(r rune) bool { return r == '-' || r == '—' || r == '–' }

// ends decides whether the run of stops that begins at i and closes at end ends
// a sentence.
func (c *cutter) ends(i int, run stops, end int) bool {
	rest := c.text[end:]
	next, n := utf8.DecodeRuneInString(rest)
	spaced := unicode.IsSpace(next)
	if unspaced(run.last) {
		return !run.quoted || spaced || !continues(rest)
	}
	if !spaced {
		return false
	}
	rest = strings.TrimLeftFunc(rest[n:], func(r rune) bool { return r != '\n' && unicode.IsSpace(r) })
	first, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || first == '\n' {
		return true
	}
	letter := first
	if isOpener(first) || dash(first) { // "... come!" – he said
		letter, _ = utf8.DecodeRuneInString(strings.TrimLeftFunc(head(rest, 16), func(r rune) bool { return isOpener(r) || dash(r) || r == ' ' }))
	}
	switch {
	case unicode.IsLower(letter) && first != '(' && !inward(rest):
		return false
	case strings.ContainsRune(",;:)]}%", first):
		return false
	}
	word := firstWord(rest)
	if run.last != '.' || run.n > 1 {
		return !(run.quoted && run.last != '.' && saidNext(rest))
	}
	if run.quoted {
		return true
	}
	if len(word) == 1 && strings.HasPrefix(rest[1:], ".") && len(lastWord(c.text[c.from:i])) == 1 {
		return false // an initial after an initial: "Tosk, A. L."
	}
	return c.stopEnds(i, word, first)
}

// bracketed tells whether the sentence stands in brackets that close before the
// blank at i, and the next begins with a capital: a remark or credit that needs
// no stop. What begins a line is left alone, as the agency's name there.
func (c *cutter) bracketed(i int) bool {
	if i == 0 || c.text[i-1] != ')' && c.text[i-1] != ']' || i-c.from > longestRemark {
		return false
	}
	c.skipSpace(i)
	if c.text[c.from] != '(' && c.text[c.from] != '[' || c.from == 0 || c.text[c.from-1] != ' ' {
		return false
	}
	return unicode.IsUpper(firstRune(c.text[i+1:])) && strings.Count(c.text[c.from:i], c.text[c.from:c.from+1]) == strings.Count(c.text[c.from:i], c.text[i-1:i])
}

// longestRemark is how many bytes a sentence in brackets without a stop has at
// the most.
const longestRemark = 400

// stopEnds decides for a single full stop at i before the word next.
func (c *cutter) stopEnds(i int, next string, first rune) bool {
	word := lastWord(c.text[c.from:i])
	if word == "" {
		return true
	}
	starts := isStarter(next)
	digit := unicode.IsDigit(first)
	c.skipSpace(i)
	bullet := c.text[c.from:i] == word || c.text[c.from:i] == "("+word
	switch {
	case abbreviation(word) == title:
		return false
	case isNumber(word):
		if bullet && len(word) <= 3 {
			return false // "1. The first"
		}
		if len(word) > 2 || starts {
			return true
		}
		language := c.language() // "am 3. März", "16. 7."
		return !(language == "de" || digit && ordinalStop[language])
	case bullet && utf8.RuneCountInString(word) == 1:
		return false // "a. The first"
	case isInitials(word):
		return starts && word != "I" || word == "I" && !digit
	}
	switch abbreviation(word) {
	case number:
		return !digit && !(utf8.RuneCountInString(next) == 1 && !starts)
	case month:
		return !digit
	case inner:
		return false
	case ender:
		return starts
	}
	if strings.Contains(word, ".") && len(word) <= 8 { // Ph.D, z.B, e.g
		return starts && !digit
	}
	return true
}

// skipSpace moves the beginning of the sentence to its first character before i.
func (c *cutter) skipSpace(i int) {
	for c.from < i {
		r, n := utf8.DecodeRuneInString(c.text[c.from:])
		if !unicode.IsSpace(r) {
			return
		}
		c.from += n
	}
}

// ordinalStop holds the languages that set a stop after the number of a day.
var ordinalStop = map[string]bool{"de": true, "da": true, "nb": true, "fi": true, "cs": true, "sk": true, "sl": true, "hr": true, "hu": true, "is": true, "et": true, "lv": true}

func (c *cutter) language() string {
	if c.langid == "" {
		c.langid = Identify(head(c.text, 2000))
	}
	return c.langid
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func isNumber(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// isInitials tells a capital letter, or several parted by stops or a hyphen
// (J, J.R, U.S, J.-P), from a word.
func isInitials(s string) bool {
	want := true
	for _, r := range s {
		switch {
		case unicode.IsUpper(r) && want:
			want = false
		case r == '.' || r == '-':
			want = true
		default:
			return false
		}
	}
	return true
}

// continues tells whether a sentence goes on after a quotation that closed
// without a blank, as Japanese and Chinese write it.
func continues(rest string) bool {
	for _, p := range []string{"と", "って", "など", "との", "という", "、", "，", "的", "は", "が", "を", "に", "の"} {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	return false
}
