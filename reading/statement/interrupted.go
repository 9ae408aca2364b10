package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
)

// longestInterruption is how many bytes a writer's words inside a quotation may
// take.
const longestInterruption = 240

// interrupted splits quotations inside whose marks the writer names the speaker
// between dashes, as Russian and Ukrainian have it: «Wait, — said X. — Then we
// will see».
func (t *tongue) interrupted(text string, quotes []quotation) []quotation {
	if !t.inside {
		return quotes
	}
	var out []quotation
	for _, q := range quotes {
		if len(q.spans) > 1 {
			out = append(out, q)
			continue
		}
		s := q.spans[0]
		for {
			from, to := t.interruption(text, s)
			if to == 0 {
				break
			}
			out = append(out, quotation{[]coranto.Span{{Start: s.Start, End: from}}})
			s.Start = to
			if to >= s.End {
				break
			}
		}
		if s.Len() > 0 {
			out = append(out, quotation{[]coranto.Span{s}})
		}
	}
	return out
}

// resumed tells whether a quotation is the rest of one that was interrupted.
func (r *reader) resumed(q int) bool {
	first, _ := utf8.DecodeRuneInString(r.text[r.quotes[q].start():])
	return r.lang.inside && !isQuoteMark(first)
}

// interruption returns where the first words of the writer begin inside a
// quotation, dash included, and where the speaker's go on; 0, 0 where none are.
func (t *tongue) interruption(text string, s coranto.Span) (from, to int) {
	for at := s.Start; ; {
		i := dash(text, at, s.End)
		if i < 0 {
			return 0, 0
		}
		at = i + 1
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text[s.Start:i], unicode.IsSpace))
		words := strings.TrimLeftFunc(text[i:s.End], func(r rune) bool { return !unicode.IsLetter(r) })
		first := words
		if n := strings.IndexFunc(words, func(r rune) bool { return !unicode.IsLetter(r) }); n >= 0 {
			first = words[:n]
		}
		if !strings.ContainsRune(",?!…", before) || !(t.words[strings.ToLower(first)]&say != 0) {
			continue
		}
		from = s.Start + len(strings.TrimRightFunc(text[s.Start:i], unicode.IsSpace))
		next := dash(text, at+2, min(s.End, at+longestInterruption))
		if next < 0 {
			return 0, 0
		}
		_, n := utf8.DecodeRuneInString(text[next:])
		to = next + n
		for to < s.End && (text[to] == ' ' || strings.HasPrefix(text[to:], "\u00a0")) {
			_, n := utf8.DecodeRuneInString(text[to:])
			to += n
		}
		return from, to
	}
}

// dash returns where the first dash with blanks around it stands in
// text[from:to]; -1 where none does.
func dash(text string, from, to int) int {
	for from < to {
		i := strings.IndexAny(text[from:to], "—–")
		if i < 0 {
			return -1
		}
		i += from
		_, n := utf8.DecodeRuneInString(text[i:])
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+n:])
		if unicode.IsSpace(before) && unicode.IsSpace(after) {
			return i
		}
		from = i + n
	}
	return -1
}
