// Package compare says how two versions of an article differ, sentence by
// sentence and, within a sentence that was edited, word by word (Differences),
// and how the publishers of a story do: what all of them tell, what only some,
// what is left out, and where one thing is told in other words (Publishers).
package compare

import (
	"strings"

	"coranto"
)

// Kind is what became of a stretch of text between two versions.
type Kind string

const (
	Same    Kind = "same"    // but for its white space
	Added   Kind = "added"   // in the new version alone
	Removed Kind = "removed" // in the old version alone
	Changed Kind = "changed" // a sentence in both, in other words
)

// Change is what became of one sentence, or of what stands between two. Where
// it is in one version alone, its span in the other is empty, at the place where
// it would stand.
type Change struct {
	Kind     Kind
	Old, New coranto.Span
	Parts    []Part // of a changed sentence, in reading order; none otherwise
}

// Part is a run of words in a changed sentence: Same, Added or Removed. The parts
// of one change cover both of its spans.
type Part struct {
	Kind     Kind
	Old, New coranto.Span
}

// Differences returns what became of every sentence, in reading order: what was
// taken out stands before what was put in its place. The changes cover both
// texts but for white space, which counts for nothing: a paragraph broken in two
// is the same. A sentence that has moved is removed and added.
//
// Sentences are to be in order; what of a text lies in none of them is compared
// as if it were one. Time grows with the texts' length, whatever stands in them:
// where an exact answer would cost more, a longer one is given.
func Differences(oldText string, oldSentences []coranto.Span, newText string, newSentences []coranto.Span) []Change {
	c := comparison{
		was: side{text: oldText, units: units(oldText, oldSentences)},
		is:  side{text: newText, units: units(newText, newSentences)},
	}
	ids := identities{}
	i, j := 0, 0
	for _, m := range match(ids.of(&c.was), ids.of(&c.is)) {
		c.gap(i, m.a, j, m.b)
		c.changes = append(c.changes, Change{Kind: Same, Old: c.was.units[m.a], New: c.is.units[m.b]})
		i, j = m.a+1, m.b+1
	}
	c.gap(i, len(c.was.units), j, len(c.is.units))
	return c.changes
}

// side is one of the two versions.
type side struct {
	text  string
	units []coranto.Span
}

// from returns where unit i begins, or where one behind the last would.
func (s *side) from(i int) coranto.Span {
	at := len(s.text)
	if i < len(s.units) {
		at = s.units[i].Start
	}
	return coranto.Span{Start: at, End: at}
}

// maxUnits is how many sentences of a text are told apart; the rest counts as
// one.
const maxUnits = 1 << 17

// units are the stretches of text that are compared: the sentences and what
// stands between them, without the white space around them.
func units(text string, sentences []coranto.Span) []coranto.Span {
	var list []coranto.Span
	add := func(start, end int) {
		inner := strings.TrimSpace(text[start:end])
		if inner == "" {
			return
		}
		start += strings.Index(text[start:end], inner)
		list = append(list, coranto.Span{Start: start, End: start + len(inner)})
	}
	at := 0
	for _, s := range sentences {
		if s.Start < at || s.End > len(text) || s.Start >= s.End {
			continue
		}
		if len(list) >= maxUnits-2 {
			break
		}
		add(at, s.Start)
		add(s.Start, s.End)
		at = s.End
	}
	add(at, len(text))
	return list
}

// identities number strings: equal ones get the same number.
type identities map[string]int

func (ids identities) number(s string) int {
	n, ok := ids[s]
	if !ok {
		n = len(ids)
		ids[s] = n
	}
	return n
}

// of numbers the units of a side, white space evened out.
func (ids identities) of(s *side) []int {
	numbers := make([]int, len(s.units))
	for i, u := range s.units {
		numbers[i] = ids.number(strings.Join(strings.Fields(u.In(s.text)), " "))
	}
	return numbers
}

type comparison struct {
	was, is side
	changes []Change
}

// gap tells what became of units [i,iEnd) of the old version where the new one
// has [j,jEnd): sentences alike enough are the same one, changed.
func (c *comparison) gap(i, iEnd, j, jEnd int) {
	for _, p := range alike(&c.was, i, iEnd, &c.is, j, jEnd) {
		c.apart(i, p.a, j, p.b)
		change := Change{Kind: Changed, Old: c.was.units[p.a], New: c.is.units[p.b]}
		change.Parts = parts(c.was.text, change.Old, c.is.text, change.New)
		if len(change.Parts) == 1 && change.Parts[0].Kind == Same { // match does not find all in large texts
			change.Kind, change.Parts = Same, nil
		}
		c.changes = append(c.changes, change)
		i, j = p.a+1, p.b+1
	}
	c.apart(i, iEnd, j, jEnd)
}

// apart tells of units that have nothing to do with each other.
func (c *comparison) apart(i, iEnd, j, jEnd int) {
	for ; i < iEnd; i++ {
		c.changes = append(c.changes, Change{Kind: Removed, Old: c.was.units[i], New: c.is.from(j)})
	}
	for ; j < jEnd; j++ {
		c.changes = append(c.changes, Change{Kind: Added, Old: c.was.from(iEnd), New: c.is.units[j]})
	}
}

// Count is how many sentences became what.
type Count struct{ Same, Added, Removed, Changed int }

// CountOf counts changes.
func CountOf(changes []Change) Count {
	var n Count
	for _, c := range changes {
		switch c.Kind {
		case Same:
			n.Same++
		case Added:
			n.Added++
		case Removed:
			n.Removed++
		case Changed:
			n.Changed++
		}
	}
	return n
}
