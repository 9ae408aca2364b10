package compare

import (
	"slices"
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"

	"coranto"
)

const (
	maxAlike   = 1 << 14 // pairs of sentences that are compared in one gap
	maxShared  = 256     // words of a sentence that say what it is like
	maxTokens  = 1 << 13 // of a sentence that is compared word by word
	leastAlike = 500     // of 1000, at which two sentences are one, edited
	shortWord  = 3       // bytes: "of" between two edited words is no word that stayed
)

// alike pairs sentences that are one sentence in other words: those that share
// half of their words and more, in the order of both.
func alike(was *side, i, iEnd int, is *side, j, jEnd int) []pair {
	n, m := iEnd-i, jEnd-j
	if n == 0 || m == 0 || n*m > maxAlike {
		return nil
	}
	ids := identities{}
	bags := func(s *side, from, to int) [][]int {
		list := make([][]int, to-from)
		for k := range list {
			list[k] = ids.bag(s.units[from+k].In(s.text))
		}
		return list
	}
	a, b := bags(was, i, iEnd), bags(is, j, jEnd)
	return heaviest(n, m, func(x, y int) int {
		w := shared(a[x], b[y])
		if w < leastAlike {
			return 0
		}
		return w
	}).shifted(i, j)
}

// bag returns the numbers of a sentence's words, sorted.
func (ids identities) bag(sentence string) []int {
	var list []int
	for it := words.FromString(sentence); it.Next() && len(list) < maxShared; {
		if w := it.Value(); isWord(w) {
			list = append(list, ids.number(strings.ToLower(w)))
		}
	}
	slices.Sort(list)
	return list
}

// shared is how many of 1000 words two sorted bags have in common (Dice's
// coefficient).
func shared(a, b []int) int {
	if len(a)+len(b) == 0 {
		return 0
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	return 2000 * common / (len(a) + len(b))
}

func isWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// parts tells what became of the words of a sentence.
func parts(oldText string, was coranto.Span, newText string, is coranto.Span) []Part {
	a, b := tokens(oldText, was), tokens(newText, is)
	ids := identities{}
	e := edits{oldText: oldText, at: Part{Old: coranto.Span{Start: was.Start, End: was.Start}, New: coranto.Span{Start: is.Start, End: is.Start}}}
	if len(a) <= maxTokens && len(b) <= maxTokens {
		for _, p := range match(ids.tokens(oldText, a), ids.tokens(newText, b)) {
			e.same(a[p.a], b[p.b])
		}
	}
	e.changed(was.End, is.End)
	return e.parts()
}

func tokens(text string, in coranto.Span) []coranto.Span {
	var list []coranto.Span
	at := in.Start
	for it := words.FromString(in.In(text)); it.Next(); {
		end := at + len(it.Value())
		list = append(list, coranto.Span{Start: at, End: end})
		at = end
	}
	return list
}

func (ids identities) tokens(text string, spans []coranto.Span) []int {
	numbers := make([]int, len(spans))
	for i, s := range spans {
		w := s.In(text)
		if strings.TrimSpace(w) == "" {
			w = " "
		}
		numbers[i] = ids.number(w)
	}
	return numbers
}

// edits is a sentence's runs, by turns the same (Kind Same) and edited (""),
// as they are met.
type edits struct {
	oldText string
	runs    []Part
	at      Part // where the next run begins
}

// same adds a token that stayed.
func (e *edits) same(was, is coranto.Span) {
	e.changed(was.Start, is.Start)
	e.add(Part{Same, was, is})
}

// changed adds what stands before the given offsets and has no like.
func (e *edits) changed(oldEnd, newEnd int) {
	if oldEnd > e.at.Old.End || newEnd > e.at.New.End {
		e.add(Part{"", coranto.Span{Start: e.at.Old.End, End: oldEnd}, coranto.Span{Start: e.at.New.End, End: newEnd}})
	}
}

func (e *edits) add(p Part) {
	e.at = p
	n := len(e.runs)
	if n > 0 && e.runs[n-1].Kind == p.Kind {
		e.runs[n-1].Old.End, e.runs[n-1].New.End = p.Old.End, p.New.End
		return
	}
	// Two edits with next to nothing between them read better as one.
	if n > 1 && p.Kind == "" && e.slight(e.runs[n-1]) {
		e.runs = e.runs[:n-1]
		e.runs[n-2].Old.End, e.runs[n-2].New.End = p.Old.End, p.New.End
		return
	}
	e.runs = append(e.runs, p)
}

func (e *edits) slight(p Part) bool {
	s := strings.TrimSpace(p.Old.In(e.oldText))
	return len(s) <= shortWord || !isWord(s)
}

// parts returns the runs, edits as what was removed and then what was added.
func (e *edits) parts() []Part {
	var list []Part
	for _, r := range e.runs {
		if r.Kind == Same {
			list = append(list, r)
			continue
		}
		if r.Old.Len() > 0 {
			list = append(list, Part{Removed, r.Old, coranto.Span{Start: r.New.Start, End: r.New.Start}})
		}
		if r.New.Len() > 0 {
			list = append(list, Part{Added, coranto.Span{Start: r.Old.End, End: r.Old.End}, r.New})
		}
	}
	return list
}
