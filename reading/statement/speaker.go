package statement

import (
	"slices"
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// speaker is who a source stands for. entity is the index of the entity, -1
// when the text names none.
type speaker struct {
	name   string
	role   string
	entity int
}

// memory is what later pronouns go by: who spoke or acted last, where.
type memory struct {
	last      speaker
	upto      int // the end of the unit in which that was
	paragraph int
	set       bool
	open      int          // the token behind a quotation that may go on there
	genders   map[int]kind // by entity: he or she
}

// farthest is how many paragraphs a pronoun may look back.
const farthest = 2

// resolve tells who a noun phrase is; false when that is not sure.
func (r *reader) resolve(p phrase, u unit) (speaker, bool) {
	if p.core-p.from == 1 {
		if k := r.pronoun(p.from); k != "" {
			return r.pronounIs(k, p.from, u)
		}
	}
	if m, ok := r.personIn(p); ok {
		s := speaker{name: r.entities[m.entity].Name, entity: m.entity, role: r.roleIn(p, m)}
		r.noteGender(p, m.entity)
		return s, true
	}
	if m, ok := r.nameAt(p.core + 1); ok && p.to > p.core+1 && m.from == p.core+1 && m.to <= p.to && !m.ref && r.entities[m.entity].Type == coranto.Person && !r.is(m.to, "'", "’") {
		// "the head of the mission, |Jan Korr"
		r.noteGender(p, m.entity)
		return speaker{name: r.entities[m.entity].Name, entity: m.entity, role: r.withoutArticle(p.from, p.core)}, true
	}
	if m, ok := r.nameEnding(p.core); ok {
		e := r.entities[m.entity]
		switch {
		case m.ref && e.Type == coranto.Person && m.from <= p.from+1:
			return speaker{name: e.Name, entity: m.entity, role: r.as(m.from, m.to)}, true
		case !m.ref && e.Type != coranto.Person && (m.from == p.from || m.from == p.from+1 && r.is(p.from, "the")):
			return speaker{name: e.Name, entity: m.entity}, true
		}
	}
	text := r.as(p.from, p.to)
	if p.core < p.to && (r.toks[p.core-1].Capital() && r.toks[p.from].Capital() || r.has(prep, p.core+1)) {
		text = r.as(p.from, p.core) // a name, or "a minister|, in a statement,"
	}
	if len(text) > 200 {
		return speaker{}, false
	}
	return speaker{name: text, entity: -1}, true
}

// personIn returns the last person named in the phrase who is not merely the
// owner of what is ("Dahl's aide").
func (r *reader) personIn(p phrase) (best mark, ok bool) {
	for i := p.from; i < p.core; {
		m, in := r.nameAt(i)
		if !in {
			i++
			continue
		}
		if !m.ref && m.from >= p.from && m.to <= p.core && r.entities[m.entity].Type == coranto.Person && !r.is(m.to, "'", "’", "-") {
			// "a spokesman for Dana Holt" is not Dana Holt
			if !(m.from > p.from && r.is(m.from-1, "for", "to", "of", "with", "from", "near", "against")) {
				best, ok = m, true
			}
		}
		i = max(i+1, m.to)
	}
	if ok && best.to < p.core && r.toks[best.to].Shape == token.Lower {
		// "Trump officials": the person only says whose
		return mark{}, false
	}
	return best, ok
}

// roleIn returns what the phrase says the person is: the words before the name,
// else the apposition behind it.
func (r *reader) roleIn(p phrase, m mark) string {
	if role := r.withoutArticle(p.from, m.from); role != "" && !strings.HasSuffix(role, "-") {
		return role
	}
	if p.to > p.core+1 && !r.has(who, p.core+1) && r.toks[p.core+1].Kind != token.Number {
		return r.as(p.core+1, p.to)
	}
	return ""
}

// withoutArticle returns tokens [from, to) without an article or honorific.
func (r *reader) withoutArticle(from, to int) string {
	for from < to && (r.is(from, "the", "a", "an", "mr", "mrs", "ms", ".", "its") || r.has(det, from) || r.toks[from].Kind == token.Mark) {
		from++
	}
	return strings.TrimRight(r.as(from, to), " ,")
}

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
	if r.memory.genders[entity] == "" {
		r.memory.genders[entity] = k
	}
}

// pronounIs tells whom a pronoun means: the person who leads its own sentence,
// or who spoke or led a sentence last, at most two paragraphs back.
func (r *reader) pronounIs(k kind, at int, u unit) (speaker, bool) {
	fits := func(s speaker) bool {
		if s.entity < 0 {
			return false
		}
		person := r.entities[s.entity].Type == coranto.Person
		switch k {
		case he, she:
			g := r.genderOf(s.entity)
			return person && (g == "" || g == k)
		case it:
			return !person
		}
		return false
	}
	if s, ok := r.leading(u, at); ok && fits(s) {
		r.settle(k, s)
		return s, true
	}
	if m := r.memory; m.set && r.paragraph(at)-m.paragraph <= farthest && fits(m.last) && !r.rival(m, u, k) {
		s := m.last
		s.role = ""
		r.settle(k, s)
		return s, true
	}
	return speaker{}, false
}

// rival tells whether another person whom the pronoun fits is named between
// the last speaker and this unit.
func (r *reader) rival(m memory, u unit, k kind) bool {
	for i := m.upto; i < u.from; i++ {
		n, ok := r.nameAt(i)
		if !ok || n.from != i || r.quoteAt[i] != 0 || n.entity == m.last.entity || n.ref {
			continue
		}
		if g := r.genderOf(n.entity); r.entities[n.entity].Type == coranto.Person && (g == "" || g == k) {
			return true
		}
	}
	return false
}

func (r *reader) settle(k kind, s speaker) {
	if k == he || k == she {
		r.gender(s.entity, k)
	}
}

// paragraph returns the number of the paragraph that holds token i.
func (r *reader) paragraph(i int) int {
	n, _ := slices.BinarySearch(r.breaksAt, i+1)
	return n
}

// leading returns who leads a unit, up to token end: the first person, body or
// state in it that no preposition precedes.
func (r *reader) leading(u unit, end int) (speaker, bool) {
	for i := u.from; i < end && i < u.to; i++ {
		if r.quoteAt[i] != 0 {
			continue
		}
		m, ok := r.nameAt(i)
		if !ok || m.from != i {
			continue
		}
		e := r.entities[m.entity]
		owner := r.is(m.to, "'", "’") && r.is(m.to+1, "s")
		after := i > u.from && (r.has(prep, i-1) || r.has(prep, i-2) && r.toks[i-1].Shape == token.Lower)
		if owner || after || m.ref && e.Type != coranto.Person || e.Type == coranto.Place || !r.begins(u, i) {
			i = m.to - 1
			continue
		}
		return speaker{name: e.Name, entity: m.entity}, true
	}
	return speaker{}, false
}

// begins tells whether a name at token i begins its clause, but for the words
// that go with it ("Kremlin spokesman |Jan Korr", "On Friday, |Jan Korr").
func (r *reader) begins(u unit, i int) bool {
	for k := i - 1; k >= u.from && k > i-8; k-- {
		if r.quoteAt[k] != 0 || r.is(k, ",", ";", ":", "—", "–") {
			return true
		}
		if r.has(stop, k) || r.has(prep, k) && !r.is(k, "of", "for") || finite[r.lower(k)] || r.cueWord(k) {
			return k == u.from && r.is(k, "but", "so")
		}
		if k == u.from {
			return true
		}
	}
	return i == u.from
}
