package figure

import (
	"slices"

	"coranto"
	"coranto/reading/internal/token"
)

// qualified returns the words that a caveat with its form at tokens [i, to) is
// about: what is denied beside it ("denied |that it rained"), what is not
// commented on ("declined to comment on |the sale"), the clause before it ("|it
// had rained, which X denies"), else what the sentence before says. A refusal to
// comment is about that only where it is about the same party. Nil where none
// of these tells.
func (r *reader) qualified(c coranto.Caveat, i, to int) *coranto.Span {
	lo, _ := r.bounds(i)
	end := r.clauseEnd(to)
	if from := r.contentOf(to, end); from > 0 {
		return r.spanOf(from, end)
	}
	if from := r.topicOf(c.Kind, to, end); from > 0 {
		for k := from + 2; k < end; k++ {
			if r.is(k, "and") && r.has(k+1, say) { // "denied theft |and say"
				end = k
			}
		}
		return r.spanOf(from, end)
	}
	for k := i - 1; k > lo+2; k-- { // "..., which X denies"
		if r.is(k, "which", "что", "lo", "qui", "was", "ce") && r.is(k-1, ",") {
			return r.spanOf(lo, k-1)
		}
		if r.is(k, ";", ":") {
			break
		}
	}
	if lo == 0 || r.paragraphs(r.toks[lo-1].End, min(c.Start, r.toks[i].Start)) > 1 {
		return nil
	}
	from, _ := r.bounds(lo - 1)
	if c.Kind == NoComment && !r.sameParty(from, lo, i) {
		return nil
	}
	if s := r.lastSaid(min(c.Start, r.toks[i].Start)); s != nil && s.Sure() && s.Speaker != c.By && s.End > r.toks[from].Start {
		return &coranto.Span{Start: s.Start, End: s.End}
	}
	return r.spanOf(from, lo)
}

func (r *reader) spanOf(from, to int) *coranto.Span {
	return &coranto.Span{Start: r.toks[from].Start, End: r.toks[to-1].End}
}

// contentOf returns where the denied words begin behind the form that ends
// before token i: behind "that", or a participle; 0 for words that only point at
// them ("the accusations").
func (r *reader) contentOf(i, end int) int {
	if i < end && (r.is(i, "that", "having", "being", "що", "что", "que", "dass", "che", "dat", "أن", "any") || len(r.words[i]) > 5 && r.words[i][len(r.words[i])-3:] == "ing") && end-i > 2 {
		return i
	}
	return 0
}

// topicOf returns where the noun phrase begins that a form before token i takes:
// "to comment on |the sale", "denied |accusations of theft"; 0 where it only
// points at what was said ("the charges").
func (r *reader) topicOf(kind string, i, end int) int {
	if r.code != "en" {
		return 0
	}
	from := i
	if kind == NoComment && !r.is(i-1, "discuss") {
		for from = i; from < end && !r.is(from, "on", "about", "regarding", "concerning", "whether", "why", "how", "when", "if"); from++ {
		}
		if from < end && from-i > 6 || from+1 >= end {
			return 0
		}
		if r.is(from, "on", "about", "regarding", "concerning") {
			from++
		}
		if r.masked[from] {
			return 0 // "on Friday"
		}
	}
	if kind == Unverified || from >= end || r.has(from, pronoun) && !r.has(from, det) {
		return 0
	}
	for k := from; k < end && k < from+5; k++ {
		if pointing[r.words[k]] {
			if k+1 < end && r.is(k+1, "of", "that", "made", "in", "about", "against", "from") && !r.masked[k+1] {
				return from
			}
			return 0
		}
	}
	if end-from < 2 || r.toks[from].Kind != token.Word || r.is(from, "to", "in", "at", "as", "on", "by", "through", "this", "late", "and") {
		return 0
	}
	return from
}

// pointing are nouns that only point at what was said.
var pointing = set("allegation allegations accusation accusations claim claims charge charges report reports account accounts matter issue subject story stories article question questions case version figures numbers toll findings characterization assertion assertions suggestion suggestions rumor rumors rumours details detail investigation")

// sameParty tells whether tokens [from, to) name somebody whom tokens [to, i)
// name too.
func (r *reader) sameParty(from, to, i int) bool {
	for k := to; k < i; k++ {
		n := r.markAt[k]
		if n == 0 {
			continue
		}
		for j := from; j < to; j++ {
			if m := r.markAt[j]; m != 0 && r.marks[m-1].entity == r.marks[n-1].entity {
				return true
			}
		}
	}
	return false
}

// paragraphs counts the paragraphs that begin between two bytes.
func (r *reader) paragraphs(from, to int) int {
	if r.lines == nil {
		r.lines = []int{}
		for _, t := range r.toks {
			if t.Line {
				r.lines = append(r.lines, t.Start)
			}
		}
	}
	a, _ := slices.BinarySearch(r.lines, from)
	b, _ := slices.BinarySearch(r.lines, to+1)
	return b - a
}
