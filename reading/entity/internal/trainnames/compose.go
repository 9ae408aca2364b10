package main

import (
	_ "embed"
	"math/rand/v2"
	"strings"

	"coranto/reading/entity/internal/tagger"
)

// Sentences of our own, with gaps for names: {P} a person in full, {F} a family
// name, {G} a first name, {T} a town, {O} an organisation, {A} initials, {M} a
// work or the like.
//
//go:embed lists/sentences.txt
var sentencesList string

// compose fills the gaps of the sentences, round after round.
func (s *stock) compose(rounds int, rng *rand.Rand) (out []document) {
	pick := func(from []string) string { return from[rng.IntN(len(from))] }
	for range rounds {
		for _, line := range strings.Split(strings.TrimSpace(sentencesList), "\n") {
			var d document
			var b strings.Builder
			for {
				before, rest, ok := strings.Cut(line, "{")
				b.WriteString(before)
				if !ok {
					break
				}
				var n string
				kind := tagger.Person
				switch rest[0] {
				case 'P':
					n = pick(s.given) + " " + pick(s.family)
					if rng.IntN(8) == 0 {
						n = pick(s.given) + " " + string(rune('A'+rng.IntN(26))) + ". " + pick(s.family)
					}
				case 'F':
					n = pick(s.family)
				case 'G':
					n = pick(s.given)
				case 'T':
					n, kind = pick(s.towns), tagger.Place
				case 'O':
					n, kind = pick(s.bodies), tagger.Organisation
				case 'A':
					kind = tagger.Organisation
					for range 3 + rng.IntN(2) {
						n += string(rune('A' + rng.IntN(26)))
					}
				case 'M':
					n, kind = pick(s.others), tagger.Other
				}
				line = rest[2:]
				// what the gap stands in belongs to a longer name, or is the name
				start := b.Len()
				b.WriteString(n)
				d.names = append(d.names, name{start, b.Len(), kind})
			}
			d.text = b.String()
			out = append(out, d.widened())
		}
	}
	return out
}

// widened gives the names within longer ones ("Lake |Varn|", "|Varn| Street")
// their true extent and kind.
func (d document) widened() document {
	for i := range d.names {
		n := &d.names[i]
		after := strings.Fields(d.text[n.end:])
		for _, w := range []struct {
			before, after string
			kind          tagger.Kind
		}{
			{"The Treaty of ", "", tagger.Other}, {"the Battle of ", "", tagger.Other}, {"The Battle of ", "", tagger.Other}, {"University of ", "", tagger.Organisation},
			{"Mount ", "", tagger.Place}, {"Lake ", "", tagger.Place}, {"Cape ", "", tagger.Place}, {"Fort ", "", tagger.Place},
			{"", "City Council", tagger.Organisation}, {"", "University", tagger.Organisation}, {"", "River", tagger.Place}, {"", "Assembly", tagger.Organisation},
			{"", "Award", tagger.Other}, {"", "Prize", tagger.Other}, {"", "Marathon", tagger.Other}, {"", "Museum", tagger.Organisation},
			{"", "County", tagger.Place}, {"", "High School", tagger.Organisation}, {"", "Times", tagger.Organisation}, {"", "FC", tagger.Organisation},
			{"", "United", tagger.Organisation}, {"", "City", tagger.Organisation}, {"", "Foundation", tagger.Organisation}, {"", "Industries", tagger.Organisation},
			{"", "Street", tagger.Place}, {"", "Island", tagger.Place}, {"St. ", "'s Church", tagger.Place},
		} {
			if w.before != "" && !strings.HasSuffix(d.text[:n.start], w.before) {
				continue
			}
			if w.after != "" && !strings.HasPrefix(strings.Join(after, " "), w.after) {
				continue
			}
			n.kind = w.kind
			if w.before != "" {
				n.start -= len(w.before)
				for _, article := range []string{"The ", "the "} {
					if strings.HasPrefix(d.text[n.start:], article) {
						n.start += len(article)
					}
				}
			}
			if w.after != "" {
				n.end += 1 + len(w.after)
			}
			break
		}
	}
	return d
}
