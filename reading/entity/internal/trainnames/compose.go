package main

import (
	_ "embed"
	"math/rand/v2"
	"slices"
	"strings"

	"coranto/reading/entity/internal/tagger"
)

// Sentences of our own, with gaps for names: {P} a person in full, {F} a family
// name, {G} a first name, {I} an initial, {T} a town, {O} a body, {A} the
// initials of one, {M} a work or the like, {state}, and {club}, {region} ... a name
// of that kind in the lists. Brackets make one name of what they hold, of the
// kind that the letter behind them says: [University of {T}]O.
//
//go:embed lists/sentences.txt
var sentencesList string

var slotKinds = map[byte]tagger.Kind{'P': tagger.Person, 'O': tagger.Organisation, 'T': tagger.Place, 'M': tagger.Other}

// compose fills the gaps of the sentences, round after round.
func (s *stock) compose(rounds int, rng *rand.Rand) (out []document) {
	for range rounds {
		for line := range strings.Lines(sentencesList) {
			out = append(out, s.fill(strings.TrimSpace(line), rng))
		}
	}
	return out
}

// fill fills the gaps of one sentence.
func (s *stock) fill(line string, rng *rand.Rand) (d document) {
	var b strings.Builder
	open := -1 // where an open bracket stands
	for line != "" {
		i := strings.IndexAny(line, "{[]")
		if i < 0 {
			b.WriteString(line)
			break
		}
		b.WriteString(line[:i])
		mark := line[i]
		line = line[i+1:]
		switch mark {
		case '[':
			open = b.Len()
		case ']':
			d.names = append(d.names, name{open, b.Len(), slotKinds[line[0]]})
			open, line = -1, line[1:]
		case '{':
			gap, rest, _ := strings.Cut(line, "}")
			n, kind := s.pick(gap, rng)
			if open < 0 {
				d.names = append(d.names, name{b.Len(), b.Len() + len(n), kind})
			}
			b.WriteString(n)
			line = rest
		}
	}
	d.text = b.String()
	return d
}

// pick draws a name for a gap.
func (s *stock) pick(gap string, rng *rand.Rand) (string, tagger.Kind) {
	any := func(from []string) string { return from[rng.IntN(len(from))] }
	letter := func() string { return string(rune('A' + rng.IntN(26))) }
	switch gap {
	case "P":
		if rng.IntN(8) == 0 {
			return any(s.given) + " " + letter() + ". " + any(s.family), tagger.Person
		}
		return any(s.given) + " " + any(s.family), tagger.Person
	case "F":
		return any(s.family), tagger.Person
	case "G":
		return any(s.given), tagger.Person
	case "I":
		return letter(), tagger.Person
	case "T":
		return any(s.towns), tagger.Place
	case "O":
		return any(s.bodies), tagger.Organisation
	case "A":
		n := letter() + letter() + letter()
		if rng.IntN(2) == 0 {
			n += letter()
		}
		return n, tagger.Organisation
	case "M":
		return any(s.others), tagger.Other
	case "state":
		return any(s.states), tagger.Place
	}
	l, ok := s.lists[gap]
	if !ok {
		panic("sentences.txt: no list of the kind " + gap)
	}
	n := any(l.names)
	if l.kind != tagger.Place && gap != "people" && rng.IntN(2) == 0 {
		n = s.another(strings.Fields(n), l.kind, nil, rng)
	}
	return n, l.kind
}

// kindList holds the names of one kind in the lists.
type kindList struct {
	kind  tagger.Kind
	names []string
}

// kindLists are the lists of bodies, places and works, by kind.
func kindLists() map[string]kindList {
	out := map[string]kindList{}
	for kind, list := range map[tagger.Kind]string{tagger.Organisation: bodiesList, tagger.Place: landsList, tagger.Other: worksList} {
		for k, names := range listed(list) {
			out[k] = kindList{kind, names}
		}
	}
	return out
}

// listed reads a list of names by kind: "kind: name, name".
func listed(list string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(list) {
		if kind, names, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
			for n := range strings.SplitSeq(strings.TrimSpace(names), ", ") {
				out[kind] = append(out[kind], n)
			}
			slices.Sort(out[kind])
			out[kind] = slices.Compact(out[kind])
		}
	}
	return out
}
