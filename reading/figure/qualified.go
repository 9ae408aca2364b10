package figure

import (
	"slices"

	"coranto"
)

// qualified returns the words that a caveat with its form at tokens [i, to) is
// about: what is denied beside it ("denied |that it rained"), the clause before
// it ("|it had rained, which X denies"), else what was said last in this
// paragraph or the one before it, else the sentence before.
func (r *reader) qualified(c coranto.Caveat, i, to int) *coranto.Span {
	lo, _ := r.bounds(i)
	end := r.clauseEnd(to)
	if clause := r.contentOf(to, end); clause > 0 {
		return &coranto.Span{Start: r.toks[clause].Start, End: r.toks[end-1].End}
	}
	for k := i - 1; k > lo+2; k-- { // "..., which X denies"
		if r.is(k, "which", "что", "lo", "qui", "was", "ce") && r.is(k-1, ",") {
			return &coranto.Span{Start: r.toks[lo].Start, End: r.toks[k-2].End}
		}
		if r.is(k, ";", ":") {
			break
		}
	}
	start := min(c.Start, r.toks[i].Start)
	for k := len(r.statements) - 1; k >= 0; k-- {
		s := &r.statements[k]
		if s.End > start || !s.Sure() || s.Speaker == c.By {
			continue
		}
		if r.paragraphs(s.End, start) > 1 {
			break
		}
		return &coranto.Span{Start: s.Start, End: s.End}
	}
	if lo > 0 && r.paragraphs(r.toks[lo-1].End, start) <= 1 {
		from, _ := r.bounds(lo - 1)
		return &coranto.Span{Start: r.toks[from].Start, End: r.toks[lo-1].End}
	}
	return nil
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
