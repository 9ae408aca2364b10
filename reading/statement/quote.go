package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
)

// quotation is a stretch between quotation marks, the marks included: one span,
// or one for each paragraph of a quotation that runs on, where every paragraph
// begins with the mark and only the last ends with it.
type quotation struct {
	spans []coranto.Span
}

func (q quotation) start() int { return q.spans[0].Start }
func (q quotation) end() int   { return q.spans[len(q.spans)-1].End }

// inner returns the words of a span without its marks.
func inner(text string, s coranto.Span) string {
	return strings.TrimFunc(text[s.Start:s.End], func(r rune) bool { return isQuoteMark(r) || unicode.IsSpace(r) })
}

func isQuoteMark(r rune) bool {
	return strings.ContainsRune("\"'“”„‟«»‹›‘’‚‛「」『』", r)
}

// family says which marks belong together.
type family uint8

const (
	none      family = iota
	double           // “ ” „ "
	guillemet        // « »
	single           // ‘ ’ '
	corner           // 「 」
	white            // 『 』
)

func familyOf(r rune) family {
	switch r {
	case '"', '“', '”', '„', '‟':
		return double
	case '«', '»':
		return guillemet
	case '\'', '‘', '’', '‚', '‛', '‹', '›':
		return single
	case '「', '」':
		return corner
	case '『', '』':
		return white
	}
	return none
}

// open is a quotation mark that waits for its end.
type open struct {
	at     int
	mark   rune
	family family
}

// quotations returns the outermost quotations of text in order. A mark that is
// never closed in its paragraph gives none, unless the next paragraph begins
// with one like it. Time is linear: each paragraph is read once, and an
// apostrophe looks no further than lookAhead bytes.
func quotations(text string) []quotation {
	var out []quotation
	var pending []coranto.Span // paragraphs of a quotation that runs on
	var pendingMark rune
	for from := 0; from < len(text); {
		to := paragraphEnd(text, from)
		begin := from + leadingSpace(text[from:to])
		if r, _ := utf8.DecodeRuneInString(text[begin:to]); pending != nil && r != pendingMark {
			pending = nil
		}
		spans, unclosed := scan(text, from, to)
		for _, s := range spans {
			if pending != nil && s.Start == begin {
				out = append(out, quotation{append(pending, s)})
				pending = nil
				continue
			}
			out = append(out, quotation{[]coranto.Span{s}})
		}
		if unclosed.family == double || unclosed.family == guillemet {
			end := from + len(strings.TrimRightFunc(text[from:to], unicode.IsSpace))
			if pending != nil && unclosed.at != begin {
				pending = nil
			}
			pending = append(pending, coranto.Span{Start: unclosed.at, End: end})
			pendingMark = unclosed.mark
		} else {
			pending = nil
		}
		from = to
	}
	return out
}

func leadingSpace(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }

// paragraphEnd returns the end of the paragraph that begins at from, behind its
// line breaks. A line that goes on in small letters on the next is no end.
func paragraphEnd(text string, from int) int {
	for i := from; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			return len(text)
		}
		i += n + 1
		if i >= len(text) {
			return len(text)
		}
		if r, _ := utf8.DecodeRuneInString(text[i:]); !unicode.IsLower(r) {
			for i < len(text) && (text[i] == '\n' || text[i] == '\r') {
				i++
			}
			return i
		}
	}
}

// scan reads one paragraph. unclosed is the outermost mark left open, of family
// none when there is none.
func scan(text string, from, to int) (spans []coranto.Span, unclosed open) {
	var stack []open
	lastClose := -1
	prev := rune(0)
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(text[i:])
		fam := familyOf(r)
		if (r == '\'' || r == '`') && i+1 < to && text[i+1] == byte(r) { // ''double'' from two single ones
			fam, n, r = double, 2, '"'
		}
		if fam == none {
			prev, i = r, i+n
			continue
		}
		next := rune(0)
		if i+n < to {
			next, _ = utf8.DecodeRuneInString(text[i+n:])
		}
		depth := holds(stack, fam)
		switch {
		case depth > 0 && closes(text, r, fam, stack[depth-1].mark, prev, next, i+n, to):
			lastClose = i + n
			if depth == 1 {
				spans = append(spans, coranto.Span{Start: stack[0].at, End: i + n})
				lastClose = -1
			}
			stack = stack[:depth-1]
		case opens(text, r, fam, prev, next, i+n, depth > 0) && len(stack) < 4:
			stack = append(stack, open{i, r, fam})
		}
		prev, i = r, i+n
	}
	if len(stack) == 0 {
		return spans, open{}
	}
	if stack[0].family == single && lastClose > 0 {
		spans = append(spans, coranto.Span{Start: stack[0].at, End: lastClose})
		return spans, open{}
	}
	return spans, stack[0]
}

// holds returns the depth, from 1, of the innermost open mark of a family.
func holds(stack []open, fam family) int {
	for i := len(stack); i > 0; i-- {
		if stack[i-1].family == fam {
			return i
		}
	}
	return 0
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// blankBefore tells whether what stands before a mark lets it open.
func blankBefore(prev rune) bool {
	return prev == 0 || unicode.IsSpace(prev) || strings.ContainsRune("([{—–-:/“‘\"'«„", prev)
}

func opens(text string, r rune, fam family, prev, next rune, after int, inside bool) bool {
	if next == 0 || unicode.IsSpace(next) && r != '«' {
		return false
	}
	switch r {
	case '“', '„', '‟', '«', '「', '『':
		return true
	case '”', '»':
		return blankBefore(prev)
	case '"':
		return blankBefore(prev) || !isWordRune(prev) && isWordRune(next)
	case '‚', '‛', '‹':
		return blankBefore(prev)
	case '‘':
		return !isWordRune(prev)
	}
	// ' and ’
	if isWordRune(prev) || !(isWordRune(next) || strings.ContainsRune("[“\"…(", next)) {
		return false
	}
	if r == '’' || clipped(text[after:]) {
		return false
	}
	return blankBefore(prev) || strings.ContainsRune(".,?!…)”\"", prev)
}

// clipped tells whether an apostrophe stands for letters left out: '90s, 'em.
func clipped(rest string) bool {
	for _, word := range []string{"em ", "tis ", "twas ", "til ", "cause ", "bout ", "n'", "n’"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return len(rest) >= 3 && rest[0] >= '0' && rest[0] <= '9' && rest[1] >= '0' && rest[1] <= '9' && rest[2] == 's'
}

func closes(text string, r rune, fam family, opened, prev, next rune, after, to int) bool {
	switch r {
	case '„', '‟', '「', '『', '‚', '‛':
		return false
	case '“':
		return opened == '„' || strings.ContainsRune(",.?!…", prev) && (next == 0 || unicode.IsSpace(next)) // set the wrong way round
	case '‘':
		return opened == '‚'
	case '«':
		return opened == '»'
	case '»':
		return opened != '»' || !blankBefore(prev)
	case '"':
		if unicode.IsSpace(prev) { // 'behind an inner one,' "
			return (next == 0 || !isWordRune(next)) && endsInner(text[:after])
		}
		return !(strings.ContainsRune("(—", prev) && isWordRune(next))
	case '”', '」', '』', '›':
		return true
	}
	// ' and ’: no letter behind; the genitive of a plural ("leaders' demands")
	// is told by a surer end that follows before anything is opened
	if unicode.IsSpace(prev) || isWordRune(next) && isWordRune(prev) {
		return false
	}
	if isWordRune(next) {
		return false
	}
	if prev == 's' && next == ' ' {
		return !surerEnd(text[after:min(to, after+lookAhead)])
	}
	return true
}

// endsInner tells whether text ends with the end of a quotation inside, blanks
// and a double mark.
func endsInner(text string) bool {
	text = strings.TrimRight(text, "\"' \u00a0")
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(",.?!…’", last)
}

const lookAhead = 600

// surerEnd tells whether the next single mark in rest ends a quotation for
// sure, behind punctuation, and none is opened before it.
func surerEnd(rest string) bool {
	prev := ' '
	for i, r := range rest {
		if r == '\'' || r == '’' || r == '‘' {
			next, _ := utf8.DecodeRuneInString(rest[i+utf8.RuneLen(r):])
			switch {
			case isWordRune(prev) && isWordRune(next):
			case !isWordRune(prev) && isWordRune(next):
				return false
			case strings.ContainsRune(",.?!…", prev):
				return true
			}
		}
		prev = r
	}
	return false
}
