package statement

import (
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// speaker is who a source stands for. entity is the index of the entity, -1
// when the text names none.
type speaker struct {
	name    string
	role    string
	entity  int
	unsure  bool // it stands for words, such as a pronoun, whose bearer is not sure
	guessed bool // a pronoun's bearer, told by nobody else being there
}

// resolve tells who a noun phrase is; false when that is not sure.
func (r *reader) resolve(p phrase, u unit) (speaker, bool) {
	if p.core-p.from == 1 {
		if k := r.pronoun(p.from); k != 0 {
			return r.pronounIs(k, p.from, u)
		}
	}
	if s, ok := r.pair(p); ok {
		return s, true
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
	if s, ok := r.namedLast(p); ok {
		return s, true
	}
	if s, ok := r.inOffice(p); ok {
		return s, true
	}
	if e, ok := r.bodyCalled(p); ok {
		return speaker{name: r.entities[e].Name, entity: e}, true
	}
	if s, ok := r.oneMore(p); ok {
		return s, true
	}
	text := r.as(p.from, p.to)
	if p.core+1 < p.to && (r.has(prep, p.core+1) || r.has(who, p.core+1) || r.is(p.core+1, "led", "including", "speaking", "asked", "along", "based", "named") || strings.HasSuffix(r.lower(p.core+1), "ing") || strings.HasSuffix(r.lower(p.core+1), "ed")) {
		text = r.as(p.from, p.core)
	}
	if p.core < p.to && ((r.toks[p.core-1].Capital() || r.is(p.core-1, ".")) && r.toks[p.from].Capital() || r.has(prep, p.core+1)) {
		text = r.as(p.from, p.core) // a name, or "a minister|, in a statement,"
	}
	if len(text) > 200 {
		return speaker{}, false
	}
	return speaker{name: text, entity: -1}, true
}

// oneMore reads "a third", "another", "the other" behind "a second official": one
// more official.
func (r *reader) oneMore(p phrase) (speaker, bool) {
	n := p.core - p.from
	if r.code != "en" || n == 0 || n > 2 || n == 2 && !r.is(p.from, "a", "the") || !r.is(p.core-1, "first", "second", "third", "fourth", "fifth", "sixth", "another", "other") {
		return speaker{}, false
	}
	last := ""
	for i := p.from - 1; i >= 0 && p.from-i < farthestBack && last == ""; i-- {
		if r.is(i, "first", "second", "third", "fourth", "fifth", "another", "one", "a", "an") && r.toks[i+1].Shape == token.Lower && counted[r.lower(i+1)] {
			last = r.lower(i + 1)
		}
	}
	if last == "" {
		return speaker{}, false
	}
	return speaker{name: strings.ToLower(r.as(p.from, p.core)) + " " + last, entity: -1}, true
}

// counted are those who speak without a name, one after another.
var counted = words(`official source diplomat person aide adviser officer lawyer witness spokesman spokeswoman lawmaker analyst expert resident doctor minister student worker voter
engineer teacher soldier farmer driver nurse scientist researcher trader banker investor executive employee manager player coach man woman mother father prosecutor politician senator delegate journalist economist negotiator envoy ambassador insider survivor activist protester neighbor neighbour guest passenger pilot juror patient parent shopper owner`)

// namedLast reads a person whom no list knows: two or more words with capitals
// behind words without ("an analyst at the port Agnes Holte"), or alone in an
// apposition ("a neighbour, Agnes Holte").
func (r *reader) namedLast(p phrase) (speaker, bool) {
	end, from := p.core, p.core
	if p.to > p.core+2 && r.is(p.core, ",", "،") && r.toks[p.core+1].Capital() {
		for end = p.core + 1; end < p.to && r.toks[end].Capital(); end++ {
		}
		from = p.core + 1
		if end < p.to {
			return speaker{}, false
		}
	} else {
		for from > p.from && (r.toks[from-1].Capital() || r.is(from-1, "-") && from < end) {
			from--
		}
	}
	if (r.code == "ru" || r.code == "uk") && end-from == 3 && from < p.core {
		from++ // "секретарь Совета |Ян Корр"
	}
	if end-from < 2 || end-from > 5 || from == p.from || r.has(prep, from-1) || r.is(from-1, "the", "-") || bodies[r.lower(end-1)] {
		return speaker{}, false
	}
	for i := from; i < end; i++ {
		if _, ok := r.nameAt(i); ok || r.toks[i].Shape == token.Upper && r.toks[i].End-r.toks[i].Start > 2 {
			return speaker{}, false
		}
	}
	role := p.core
	if from < p.core {
		role = from
	}
	return speaker{name: r.as(from, end), role: r.withoutArticle(p.from, role), entity: -1}, true
}

// bodies are heads of descriptions of organisations.
var bodies = words(`ministry department agency union council company commission committee party court bank service directorate foundation institute association federation office bureau university corporation board group army navy organisation organization alliance bloc`)

// pair reads two persons who say it together: "Dana Holt and Jan Korr said".
func (r *reader) pair(p phrase) (speaker, bool) {
	for i := p.from + 1; i < p.core-1; i++ {
		if !r.is(i, "and") {
			continue
		}
		first, ok := r.nameEnding(i)
		second, also := r.nameEnding(p.core)
		if !ok || !also || first.ref || second.ref || first.entity == second.entity || r.entities[first.entity].Type != coranto.Person || r.entities[second.entity].Type != coranto.Person || second.from-i > 4 {
			return speaker{}, false
		}
		return speaker{name: r.entities[first.entity].Name + " and " + r.entities[second.entity].Name, entity: -1}, true
	}
	return speaker{}, false
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
		if !m.ref && m.from >= p.from && m.to <= p.core && r.entities[m.entity].Type == coranto.Person && !r.is(m.to, "'", "’") && !(r.is(m.to, "-") && !r.toks[m.to].Gap) {
			// "a spokesman for Dana Holt" is not Dana Holt
			if !(m.from > p.from && r.is(m.from-1, "for", "to", "of", "with", "from", "near", "against", "by")) {
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
	if p.to > p.core+1 && !r.is(p.core, "(") && !r.has(who, p.core+1) && r.toks[p.core+1].Kind != token.Number && !strings.HasSuffix(r.lower(p.core+1), "ing") {
		return r.as(p.core+1, p.to)
	}
	return ""
}

// withoutArticle returns tokens [from, to) without an article or honorific.
func (r *reader) withoutArticle(from, to int) string {
	for from < to && (r.is(from, "even", "only", "then", "the", "a", "an", "mr", "mrs", "ms", ".", "its") || r.has(det, from) || r.toks[from].Kind == token.Mark) {
		from++
	}
	return strings.TrimRight(r.as(from, to), " ,")
}
