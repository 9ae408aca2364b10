package statement

import (
	"strings"

	"coranto"
)

// described is whom descriptions mean, by their words; made when first asked.
type described struct {
	offices map[string]int // by one to three words before a person's name: the person, many for several
	bodies  map[string]int // by a description of an organisation
	words   []bodyWords
}

// bodyWords are the words of an organisation's name.
type bodyWords struct {
	entity int
	words  map[string]bool
}

const (
	nobody = -1
	many   = -2
)

// inOffice returns the one person whom the text elsewhere names with the very
// words of a description: "the prime minister", "Prime Minister |Dana Holt".
func (r *reader) inOffice(p phrase) (speaker, bool) {
	n := p.core - p.from - 1
	if r.code != "en" || n < 1 || n > 3 || !r.is(p.from, "the") {
		return speaker{}, false
	}
	if r.described.offices == nil {
		r.described.offices = map[string]int{}
		for _, m := range r.marks {
			if m.ref || r.entities[m.entity].Type != coranto.Person {
				continue
			}
			for k := 1; k <= 3 && m.from >= k && !r.toks[m.from-k+1].Line; k++ {
				if m.from > k && r.is(m.from-k-1, "former", "deputy", "vice", "ex", "-", "acting") {
					continue
				}
				words := r.lowered(m.from-k, m.from)
				if e, ok := r.described.offices[words]; ok && e != m.entity {
					r.described.offices[words] = many
					continue
				}
				r.described.offices[words] = m.entity
			}
		}
	}
	e, ok := r.described.offices[r.lowered(p.from+1, p.core)]
	if !ok || e < 0 {
		return speaker{}, false
	}
	return speaker{name: r.entities[e].Name, role: r.withoutArticle(p.from, p.core), entity: e, guessed: true}, true
}

func (r *reader) lowered(from, to int) string { return strings.ToLower(r.as(from, to)) }

// bodyCalled returns the one organisation of the text whose name holds all words
// of a description: "the ministry", "the foreign ministry".
func (r *reader) bodyCalled(p phrase) (int, bool) {
	if n := p.core - p.from; n < 2 || n > 4 || !r.is(p.from, "the") || !bodies[r.lower(p.core-1)] {
		return 0, false
	}
	d := &r.described
	if d.bodies == nil {
		d.bodies = map[string]int{}
		for e, ent := range r.entities {
			if ent.Type == coranto.Organisation && len(ent.Mentions) > 0 {
				d.words = append(d.words, bodyWords{e, words(strings.ToLower(ent.Name))})
			}
		}
	}
	key := r.lowered(p.from+1, p.core)
	e, ok := d.bodies[key]
	if !ok {
		e = d.only(strings.Fields(key))
		d.bodies[key] = e
	}
	return e, e >= 0
}

// only returns the organisation in whose name alone all of the words stand.
func (d *described) only(words []string) int {
	found := nobody
	for _, b := range d.words {
		all := true
		for _, w := range words {
			all = all && b.words[w]
		}
		switch {
		case !all:
		case found >= 0:
			return many
		default:
			found = b.entity
		}
	}
	return found
}
