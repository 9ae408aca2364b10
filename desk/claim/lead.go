package claim

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"coranto"
)

// What stands above an article's first sentence of its own.
const (
	standing  = 8   // sentences of an article in which its report begins
	labelled  = 3   // words of a label: "FULL TEXT."
	subheaded = 120 // bytes of a subheading, no more
)

// leadOf returns the number, from 1, of the sentence with which an article's
// report begins, behind labels, crossheads and a subheading.
func leadOf(a *coranto.Article) int {
	for n, span := range a.Sentences[:min(len(a.Sentences), standing)] {
		if !paragraph(a, span) {
			return n + 1
		}
		label := len(strings.Fields(span.In(a.Text))) <= labelled
		if !label && !crosshead(a, span) && !(n == 0 && subheading(a, span)) {
			return n + 1
		}
	}
	return 1
}

// paragraph tells whether a sentence is a paragraph of its own with another one
// behind it.
func paragraph(a *coranto.Article, span coranto.Span) bool {
	before, behind := strings.TrimRight(a.Text[:span.Start], " "), strings.TrimLeft(a.Text[span.End:], " ")
	return (before == "" || strings.HasSuffix(before, "\n")) && strings.HasPrefix(behind, "\n")
}

// subheading tells whether a paragraph is the headline's second half rather than
// a lead: short, of no day, and of nobody's full name, who is named behind it.
func subheading(a *coranto.Article, span coranto.Span) bool {
	if span.Len() > subheaded || slices.ContainsFunc(a.Times, func(t coranto.Time) bool {
		return span.Start <= t.Start && t.Start < span.End && len(t.Value) >= len(time.DateOnly) && t.Value[0] == '2'
	}) {
		return false
	}
	for i := range a.Entities {
		if a.Entities[i].Type != coranto.Person {
			continue
		}
		if slices.ContainsFunc(a.Entities[i].Mentions, func(m coranto.Span) bool { return span.Contains(m) && strings.Contains(m.In(a.Text), " ") }) {
			return false
		}
	}
	return true
}

// dateline is where a report was written, with the agency: "NEW YORK, Nov. 19
// (UPI) — ".
var dateline = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]+(?:[ ,/]+[\p{L}.'’-]+){0,5}(?:,? \d{1,2})?,? ?(?:\([\p{L} /]+\) ?[—–-]+|[—–]|-{1,2}) `)

// Dateline returns how many bytes of a report's first sentence are its dateline.
func Dateline(sentence string) int {
	at := dateline.FindStringIndex(sentence[:forth(sentence, 0, 80)])
	if at == nil {
		return 0
	}
	place, _, _ := strings.Cut(sentence, ",")
	place, _, _ = strings.Cut(place, " (")
	capitals := !strings.ContainsFunc(strings.Fields(place)[0], unicode.IsLower)
	if !capitals && !strings.Contains(sentence[:at[1]], ")") {
		return 0 // "Trump - who ..." is no place
	}
	if r, _ := utf8.DecodeRuneInString(sentence[at[1]:]); unicode.IsLower(r) {
		return 0
	}
	return at[1]
}

// unquoted is a sentence or paragraph without what stands between quotation
// marks; one without its other half goes to the end.
func unquoted(s string) string {
	var b strings.Builder
	open := rune(0)
	for _, r := range strings.ReplaceAll(s, "''", "\"") {
		switch {
		case open != 0:
			if r == open {
				open = 0
			}
		case r == '"':
			open = '"'
		case r == '“':
			open = '”'
		case r == '«':
			open = '»'
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

var (
	// own is the writer's own voice: a report has none.
	own = regexp.MustCompile(`(?:^|[\s(—–-])(?:I(?:['’](?:m|ve|d|ll))?|[Mm]y|[Mm]e|[Ww]e(?:['’](?:re|ve|d|ll))?|[Oo]ur|[Yy]ou(?:['’](?:re|ve|d|ll))?|[Yy]our)(?:[\s.,;:!?]|$)`)
	// columns are where a paper prints opinions.
	columns = regexp.MustCompile(`(?i)\b(?:opinion|op-?ed|editorial board|guest writer|commentary)\b`)
	// letters are written to a paper.
	letters = regexp.MustCompile(`^(?:Re:? ["“']|To the [Ee]ditor)|(?i:^letters?(?: to the editor)?:|^editorial:|^opinion:|^column:)`)
)

const (
	leastVoice = 4       // times that a writer speaks for himself whose article is no report
	maxVoiced  = 1 << 15 // bytes of a text that are looked at for it
)

// voiced tells whether an article is written in its writer's own voice: a
// column, a letter, a first-person account.
func voiced(a *coranto.Article) bool {
	if letters.MatchString(a.Headline) || letters.MatchString(a.Text) || opinion.MatchString(unquoted(a.Headline)) || columns.MatchString(a.Publisher.Name) {
		return true
	}
	n := 0
	for paragraph := range strings.SplitSeq(a.Text[:forth(a.Text, 0, maxVoiced)], "\n\n") {
		words := unquoted(paragraph)
		if n += len(own.FindAllStringIndex(words, leastVoice)) + strings.Count(words, "?"); n >= leastVoice {
			return true
		}
	}
	return false
}
