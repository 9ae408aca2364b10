package statement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
)

// memory is what later pronouns go by: who spoke or acted last, where.
type memory struct {
	last      speaker
	upto      int // the end of the unit in which that was
	paragraph int
	set       bool
	spoke     bool         // or else leads a sentence
	open      int          // the token behind a statement whose speaker may go on there
	told      int          // that statement
	awaited   attribution  // whose quotation the next paragraph begins with
	awaitedAt int          // where
	genders   map[int]kind // by entity: he or she
}

// farthest is how many paragraphs a pronoun may look back.
const farthest = 2

// farthestBack is how many tokens a pronoun may look back.
const farthestBack = 400

func (r *reader) noteGender(p phrase, entity int) {
	for i := p.from; i < p.to; i++ {
		w := r.lower(i)
		switch {
		case w == "mr" || strings.HasSuffix(w, "spokesman") || w == "king" || w == "chairman" || w == "congressman":
			r.gender(entity, he)
		case w == "mrs" || w == "ms" || strings.HasSuffix(w, "woman") || w == "queen":
			r.gender(entity, she)
		}
	}
}

func (r *reader) gender(entity int, k kind) {
	if r.memory.genders == nil {
		r.memory.genders = map[int]kind{}
	}
	if r.memory.genders[entity] == 0 {
		r.memory.genders[entity] = k
	}
}

// pronounIs tells whom a pronoun means: the person who leads its own sentence,
// or who spoke or led a sentence last, at most two paragraphs back.
func (r *reader) pronounIs(k kind, at int, u unit) (speaker, bool) {
	fits := func(s speaker) bool {
		if s.entity < 0 {
			return (k == he || k == she) && named(s.name)
		}
		person := r.entities[s.entity].Type == coranto.Person
		switch k {
		case he, she:
			g := r.genderOf(s.entity)
			return person && (g == 0 || g == k)
		case it:
			return !person
		}
		return false
	}
	interrupts := at > u.from && r.is(at-1, ",") && !r.clauseIn(u.from, at) && r.quoteAt[at-1] == 0 // "Velmark, |he said, is"
	if s, ok := r.leading(u, at); ok && fits(s) && !interrupts {
		r.settle(k, s)
		return s, true
	}
	if k != it && r.is(at-1, "what", "which", "how", "because") && at-1 >= u.from {
		return speaker{}, false // of the sentence's own subject, who is not named
	}
	if m := r.memory; m.set && r.paragraph(at)-m.paragraph <= farthest && fits(m.last) && !r.rival(m, u, k, at) {
		s := m.last
		s.role, s.guessed = "", s.guessed || !m.spoke
		r.settle(k, s)
		return s, true
	}
	if e, ok := r.alone(k, at, u); ok {
		r.settle(k, speaker{entity: e})
		return speaker{name: r.entities[e].Name, entity: e, guessed: true}, true
	}
	return speaker{}, false
}

// alone returns the one person named in this paragraph before token at, or else
// in the one before, whom "he" or "she" fits; nobody where that is the object of
// the clause before: "The monarch met |Dana Holt, but he said".
func (r *reader) alone(k kind, at int, u unit) (entity int, ok bool) {
	if k == it {
		return r.bodyIn(u.from, at)
	}
	if k != he && k != she {
		return 0, false
	}
	n := r.paragraph(at)
	for back := 1; back <= 2 && n >= back; back++ {
		from := max(r.breaksAt[n-back], at-farthestBack)
		entity = -1
		for i := from; i < at; i++ {
			m, in := r.nameAt(i)
			if !in || m.from != i || r.quoteAt[i] != 0 || r.entities[m.entity].Type != coranto.Person || m.entity == entity {
				continue
			}
			if g := r.genderOf(m.entity); g != 0 && g != k {
				continue
			}
			if entity >= 0 || i > u.from && r.finiteAt(i-1) {
				return 0, false
			}
			entity = m.entity
		}
		if entity >= 0 {
			return entity, true
		}
	}
	return 0, false
}

// bodyIn returns the one body or state named in tokens [from, to).
func (r *reader) bodyIn(from, to int) (entity int, ok bool) {
	entity = -1
	for i := from; i < to; i++ {
		m, in := r.nameAt(i)
		if !in || m.from != i || r.quoteAt[i] != 0 || m.entity == entity || r.entities[m.entity].Type == coranto.Person || r.entities[m.entity].Type == coranto.Place {
			continue
		}
		if entity >= 0 {
			return 0, false
		}
		entity = m.entity
	}
	return entity, entity >= 0
}

// rival tells whether another person whom the pronoun fits is named between
// the last speaker and token at.
func (r *reader) rival(m memory, u unit, k kind, at int) bool {
	if u.from-m.upto > farthestBack {
		return true
	}
	for i := m.upto; i < at; i++ {
		n, ok := r.nameAt(i)
		if !ok || n.from != i || r.quoteAt[i] != 0 || n.entity == m.last.entity || n.ref {
			continue
		}
		if g := r.genderOf(n.entity); r.entities[n.entity].Type == coranto.Person && (g == 0 || g == k) {
			return true
		}
	}
	return false
}

// named tells whether an unlisted speaker's words are a person's name.
func named(name string) bool {
	parts := strings.Fields(name)
	for _, p := range parts {
		if first, _ := utf8.DecodeRuneInString(p); !unicode.IsUpper(first) {
			return false
		}
	}
	return len(parts) > 1 && len(parts) < 5
}

func (r *reader) settle(k kind, s speaker) {
	if s.entity >= 0 && (k == he || k == she) {
		r.gender(s.entity, k)
	}
}

// paragraph returns the number of the paragraph that holds token i.
func (r *reader) paragraph(i int) int {
	n, _ := slices.BinarySearch(r.breaksAt, i+1)
	return n
}
