package main

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"coranto/reading/entity"
	"coranto/reading/entity/internal/tagger"
)

// stock is what names are made of.
type stock struct {
	given, family, towns []string
	bodies, others       []string
	states               []string
	lists                map[string]kindList
	classes              map[string]uint32
}

// vary returns the document with other persons and towns in the places of its
// own, each word by the same one throughout: what is learned is then how names
// are built and what stands beside them, not who they are.
func (s *stock) vary(d document, rng *rand.Rand) document {
	var b strings.Builder
	out := document{}
	given, family, places := map[string]string{}, map[string]string{}, map[string]string{}
	take := func(known map[string]string, word string, from []string) string {
		if known[word] == "" {
			known[word] = from[rng.IntN(len(from))]
		}
		return known[word]
	}
	for _, n := range d.names {
		if words := strings.Fields(d.text[n.start:n.end]); n.kind == tagger.Person && len(words) > 1 {
			take(given, words[0], s.given)
			take(family, words[len(words)-1], s.family)
		}
	}
	last := 0
	for _, n := range d.names {
		if n.start < last {
			continue
		}
		b.WriteString(d.text[last:n.start])
		last = n.end
		old := d.text[n.start:n.end]
		words := strings.Fields(old)
		switch {
		case n.kind == tagger.Person && len(words) < 5 && rng.IntN(3) > 0:
			for i, w := range words {
				switch {
				case !plain(w):
				case given[w] != "" && i == 0:
					words[i] = given[w]
				case family[w] != "" && i == len(words)-1:
					words[i] = family[w]
				case i == len(words)-1 && (i > 0 || s.classes[strings.ToLower(w)]&tagger.Given == 0):
					words[i] = take(family, w, s.family)
				default:
					words[i] = take(given, w, s.given)
				}
			}
		case n.kind == tagger.Place && len(words) < 4 && s.classes[strings.ToLower(words[len(words)-1])]&tagger.PlaceHead == 0 && rng.IntN(3) == 0:
			words = []string{take(places, old, s.towns)}
		case n.kind == tagger.Organisation || n.kind == tagger.Other:
			key := string(rune('0'+n.kind)) + old
			if places[key] == "" {
				places[key] = s.another(words, n.kind, family, rng)
			}
			words = strings.Fields(places[key])
		}
		name := name{start: b.Len(), kind: n.kind}
		b.WriteString(strings.Join(words, " "))
		name.end = b.Len()
		out.names = append(out.names, name)
	}
	b.WriteString(d.text[last:])
	out.text = b.String()
	return out
}

// another returns a name of a body, a work or the like in place of words: one
// met elsewhere, or the same one with words that no list has.
func (s *stock) another(words []string, kind tagger.Kind, family map[string]string, rng *rand.Rand) string {
	if kind == tagger.Other && s.classes[strings.ToLower(words[0])]&tagger.Calendar != 0 {
		return strings.Join(words, " ")
	}
	bank := s.bodies
	if kind == tagger.Other {
		bank = s.others
	}
	if rng.IntN(2) == 0 {
		words = strings.Fields(bank[rng.IntN(len(bank))])
	}
	out := slices.Clone(words)
	for i, w := range out {
		k := s.classes[strings.ToLower(w)]
		switch {
		case family[w] != "":
			out[i] = family[w]
		case !plain(w) || k&(tagger.Kinds|tagger.Small) != 0:
		case k&tagger.Surname != 0 && rng.IntN(2) == 0:
			out[i] = s.family[rng.IntN(len(s.family))]
		case k&tagger.Town != 0 && rng.IntN(2) == 0:
			out[i] = s.towns[rng.IntN(len(s.towns))]
		case rng.IntN(3) == 0 && len(w) > 4:
			other := strings.Fields(bank[rng.IntN(len(bank))])
			if o := other[rng.IntN(len(other))]; plain(o) && len(o) > 4 {
				out[i] = string([]rune(w)[:len([]rune(w))/2]) + string([]rune(o)[len([]rune(o))/2:])
			}
		}
	}
	return strings.Join(out, " ")
}

// plain tells whether a word is a capital and small letters.
func plain(w string) bool {
	for i, r := range w {
		if i == 0 && !unicode.IsUpper(r) || i > 0 && !unicode.IsLower(r) {
			return false
		}
	}
	return len(w) > 2
}

// newStock sorts names of persons, given in capitals, and towns into what names
// are made of.
func newStock(persons, towns []string, classes map[string]uint32) *stock {
	s := &stock{classes: classes, towns: towns, lists: kindLists()}
	for _, state := range entity.Builtin().States {
		s.states = append(s.states, state.Name)
	}
	s.given = append(strings.Fields(givenList), strings.Fields(givenWorld)...)
	s.family = append(strings.Fields(surnamesList), strings.Fields(surnamesWorld)...)
	for _, p := range persons {
		f := strings.Fields(p)
		for i, w := range f {
			if len(w) < 3 || titles[strings.ToLower(w)] {
				continue
			}
			w = w[:1] + strings.ToLower(w[1:])
			if !plain(w) {
				continue
			}
			switch i {
			case 0:
				s.given = append(s.given, w)
			case len(f) - 1:
				s.family = append(s.family, w)
			}
		}
	}
	return s
}

// collect takes the names of bodies, works and the like from the documents, and
// from the list of organisations.
func (s *stock) collect(docs []document) {
	s.bodies = nil
	for _, kind := range slices.Sorted(maps.Keys(s.lists)) {
		if l := s.lists[kind]; l.kind == tagger.Organisation {
			s.bodies = append(s.bodies, l.names...)
		}
	}
	s.others = nil
	for _, d := range docs {
		for _, n := range d.names {
			switch x := d.text[n.start:n.end]; n.kind {
			case tagger.Organisation:
				s.bodies = append(s.bodies, x)
			case tagger.Other:
				s.others = append(s.others, x)
			}
		}
	}
}
