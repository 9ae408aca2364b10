package entity

import (
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// readRun reads a capitalised run: titles first, then the names behind them.
func (f *finder) readRun(r run) {
	r = f.trim(r)
	if r.from >= r.to || f.used[r.from] || f.body(r) {
		return
	}
	roles, states, strict := f.rolesBefore(r.from)
	name := r.from
	if n := f.officeOf(r.from, r.to); n > r.from { // (Secretary of) State Marta Lind
		name, strict = n, true
	}
	for i := r.to - 2; i >= name; i-- {
		if f.toks[i].In(f.text) == "." && isHonorific[f.lower(i-1)] && f.lower(i-1) != "st" && i > name {
			roles, states = f.rolesIn(name, i, roles, states)
			name, strict = i+1, true
			break
		}
		if l := f.lower(i); (isRole[l] || isHonorific[l]) && !(f.at[i] != 0 && f.ms[f.at[i]-1].to > i+1) && !f.isMark(i+1) {
			roles, states = f.rolesIn(name, i+1, roles, states)
			name, strict = i+1, true
			break
		}
	}
	f.names(name, r.to, roles, states, strict)
}

func (f *finder) isMark(i int) bool { return f.toks[i].Kind == token.Mark }

// officeOf passes over the rest of an office that "of" has cut from its first
// word: "Secretary of State Marta Lind".
func (f *finder) officeOf(from, to int) int {
	if from < 2 || f.lower(from-1) != "of" || !isRole[f.lower(from-2)] {
		return from
	}
	for from < to && officeWords[f.lower(from)] {
		from++
	}
	return from
}

var officeWords = set(`state defense defence treasury energy commerce staff homeland security foreign affairs justice health education labor labour transportation agriculture veterans interior finance parliament`)

// rolesBefore returns the roles written in small letters right before token i:
// "foreign ministry spokesman |Jan Korr". strict tells that there is one.
func (f *finder) rolesBefore(i int) (roles []string, states []string, strict bool) {
	k := i - 1
	if k >= 1 && f.toks[k].In(f.text) == "," && f.toks[i].Gap { // "Iran's foreign minister, |Abbas"
		k--
	}
	if k < 0 || f.toks[i].Line || !f.toks[i].Gap || f.toks[k].Kind != token.Word || !isRole[f.lower(k)] || f.toks[k].Shape == token.Upper {
		return nil, nil, false
	}
	roles, states = f.rolesIn(max(0, k-4), k+1, nil, nil)
	return roles, states, true
}

// rolesIn adds the roles and states named in tokens [from, to).
func (f *finder) rolesIn(from, to int, roles, states []string) ([]string, []string) {
	for i := to - 1; i >= from; i-- {
		if f.toks[i].Kind == token.Mark && !f.is(i, "'", "’", "-") {
			break
		}
		l := f.lower(i)
		switch {
		case l == "prime":
			roles = append(roles, "prime")
		case isRole[l]:
			roles = append(roles, class(l))
		}
		if m, ok := f.matchAt(i); ok {
			for _, s := range m.senses {
				if st := f.ix.records[s.record].state; st != "" && f.ix.records[s.record].kind != coranto.Person {
					states = append(states, st)
					break
				}
			}
		}
	}
	return roles, states
}

// names reads tokens [from, to) of a run behind its titles.
func (f *finder) names(from, to int, roles, states []string, titled bool) {
	for i := from; i < to; {
		if m, ok := f.matchAt(i); ok && m.to > to {
			return // it goes on behind the run, and is told there
		}
		if m, ok := f.matchAt(i); ok && m.to <= to && !f.soft(m, i == from && titled, to) {
			if s := m.senses[0]; s.use == asName && f.ix.records[s.record].kind == coranto.Person && m.to-m.from > 1 {
				if !(m.to < to && f.is(m.to, "jr", "sr", "ii", "iii")) {
					f.person(f.ix.records[s.record].name, i, m.to, roles, states, f.ix.records[s.record].offices)
					roles, states, titled = nil, nil, false
					i = m.to
					continue
				}
			} else {
				if f.glued(m, from, to) {
					f.claim(m)
				}
				i = m.to
				continue
			}
		}
		j := i + 1
		for j < to {
			if m, ok := f.matchAt(j); ok && !f.soft(m, false, to) {
				break
			}
			j++
		}
		if f.lone(i, j) && !f.town(i, j) {
			f.singles = append(f.singles, single{at: i, record: f.aloneRecord(i), titled: titled, roles: roles})
		} else if name, ok := f.personName(i, j, titled); ok {
			f.person(name, i, j, roles, states, nil)
		} else if f.town(i, j) {
			f.mention(f.entity(f.words(i, j), coranto.Place), i, j)
		} else if j-i > 1 {
			for k := i; k < j; k++ {
				if m, ok := f.matchAt(k); ok && m.to <= j && m.senses[0].use != asDemonym {
					f.claim(m) // a listed name inside a longer one that we do not know
				}
			}
		}
		roles, states, titled = nil, nil, false
		i = j
	}
}

// town tells whether tokens [i, j) are a place by what stands beside them: "in
// |Bowling Green|, Ohio".
func (f *finder) town(i, j int) bool {
	m, ok := f.matchAt(j + 1)
	if !ok || f.lower(j) != "," || f.toks[j+1].Line || i == 0 || !f.is(i-1, "in", "at", "near", "from", "to", "of", "outside", "between", "and") || j-i > 3 {
		return false
	}
	for k := i; k < j; k++ {
		if f.toks[k].Shape == token.Upper || isOrgHead[f.lower(k)] || isOpener[f.lower(k)] {
			return false
		}
	}
	s := m.senses[0]
	kind := f.ix.records[s.record].kind
	return s.use == asName && (kind == coranto.State || kind == coranto.Place)
}

// words returns tokens [i, j) as written, with single blanks.
func (f *finder) words(i, j int) string {
	return strings.Join(strings.Fields(f.span(i, j).In(f.text)), " ")
}

// soft tells whether a match may also be a part of a person's name: a surname
// listed alone, or a state or town right behind a title and before another
// name word ("Defence Minister |Israel Katz").
func (f *finder) soft(m match, titled bool, to int) bool {
	if m.to-m.from > 1 {
		return false
	}
	for _, s := range m.senses {
		if s.use == asName && f.ix.records[s.record].kind == coranto.Person {
			return true
		}
	}
	if m.senses[0].use == asDemonym {
		return false
	}
	unknown := m.to < to && f.at[m.to] == 0 && f.toks[m.to].Kind == token.Word && f.toks[m.to].Shape == token.Title && f.toks[m.to].Gap
	before := m.from > 0 && !f.starts[m.from] && f.ix.given[f.toks[m.from-1].In(f.text)] && f.toks[m.from].Gap && f.at[m.from-1] == 0
	given := f.ix.given[f.toks[m.from].In(f.text)]
	return unknown && (titled || given) || before
}

// glued tells whether a state or place is only the beginning or end of a longer
// name that we do not know ("Boston Marathon").
func (f *finder) glued(m match, from, to int) bool {
	if m.senses[0].use == asDemonym {
		return false
	}
	known := func(i int) bool { return f.at[i] != 0 || isRole[f.lower(i)] }
	if m.to < to && f.toks[m.to].Kind == token.Word && !known(m.to) && f.toks[m.to].Shape != token.Upper {
		return true
	}
	if k := m.from - 1; k >= from && f.toks[k].Kind == token.Word && !known(k) && !f.starts[k] && !directions[f.lower(k)] {
		return true
	}
	return false
}

var directions = set(`north south east west northern southern eastern western central greater downtown mid upper lower southwest southeast northwest northeast`)

// lone tells whether tokens [i, j) are one word.
func (f *finder) lone(i, j int) bool { return j == i+1 && f.toks[i].Kind == token.Word }

func (f *finder) aloneRecord(i int) int32 {
	if m, ok := f.matchAt(i); ok {
		for _, s := range m.senses {
			if s.use == asName && f.ix.records[s.record].kind == coranto.Person {
				return s.record + 1
			}
		}
	}
	return 0
}

// personName tells whether tokens [i, j) name a person, and returns the name.
// It asks for a sign of it: a title, a known first name, words of saying beside
// it, or words that say who it is behind it.
func (f *finder) personName(i, j int, titled bool) (string, bool) {
	words := 0
	for k := i; k < j; k++ {
		t := f.toks[k]
		if t.Kind == token.Mark {
			continue
		}
		l := f.lower(k)
		initial := t.Shape == token.Upper && (t.End-t.Start <= 2 || t.In(f.text)[t.End-t.Start-1] == '.')
		if t.Shape == token.Upper && !initial && !f.is(k, "jr", "sr", "ii", "iii", "iv") {
			return "", false
		}
		if isOrgHead[l] || isPlaceHead[l] || isOpener[l] && !initial && !isParticle[l] || k > i && isRole[l] && k < j-1 {
			return "", false
		}
		if !isParticle[l] {
			words++
		}
	}
	if words < 2 || words > 5 {
		return "", false
	}
	given := f.ix.given[f.toks[i].In(f.text)] || f.givenName(i+2)
	plain := !f.commonWords(i, j)
	if !(titled || given || plain && (f.saidBeside(i, j) || f.explained(j))) {
		return "", false
	}
	return f.words(i, j), true
}

// commonWords tells whether a word of the sequence is one of those of which
// bodies, works and events are named.
func (f *finder) commonWords(i, j int) bool {
	for k := i; k < j; k++ {
		l := f.lower(k)
		if bodyWords[l] || isRole[l] || directions[l] || strings.HasSuffix(l, "ing") || strings.HasSuffix(l, "tion") || strings.HasSuffix(l, "ian") || strings.HasSuffix(l, "ish") || strings.HasSuffix(l, "ese") || strings.HasSuffix(l, "ans") || strings.HasSuffix(l, "ers") && k == j-1 {
			return true
		}
	}
	return false
}

var bodyWords = set(`human rights watch house white street wall red cross blue green black golden silver world national international global united royal federal supreme high public free new first great big little
democratic republican conservative liberal labour labor socialist communist christian muslim jewish catholic islamic arab european african asian american western eastern
people power press daily morning evening sunday monday tuesday wednesday thursday friday saturday health security defense defence foreign home justice peace war trade money market state states department
air space sea land water fire police military army navy special economic political social science research media digital online book books film films music art arts sport sports football basketball baseball hockey
cup league championship open prize award act bill law treaty agreement accord deal plan project programme program summit conference forum festival day week month year century city town village country republic kingdom empire
central bank stock exchange capital general electric motor oil gas steel data web net soft tech labs google facebook twitter apple amazon microsoft youtube instagram tiktok whatsapp telegram`)

// saidBeside tells whether a word of saying stands next to tokens [i, j).
func (f *finder) saidBeside(i, j int) bool {
	if isSaying[f.lower(j)] && !f.toks[j].Line {
		return true
	}
	return i > 0 && isSaying[f.lower(i-1)] && !f.toks[i].Line && (j >= len(f.toks) || f.is(j, ",", ".", "in", "on", "at") || f.toks[j].Line)
}

// explained tells whether a name that ends before token j is followed by words
// that say who it is: ", 45," or ", an analyst at ...".
func (f *finder) explained(j int) bool {
	if f.lower(j) != "," {
		return false
	}
	if j+2 < len(f.toks) && f.toks[j+1].Kind == token.Number && f.lower(j+2) == "," && f.toks[j+1].End-f.toks[j+1].Start <= 3 {
		return true
	}
	if !f.is(j+1, "a", "an", "the", "former", "his", "her", "who", "then", "now") && !isRole[f.lower(j+1)] {
		return false
	}
	if f.lower(j+1) == "who" {
		return true
	}
	for k := j + 1; k < len(f.toks) && k < j+8; k++ {
		if f.toks[k].Kind == token.Mark && !f.is(k, "-", "'", "’") {
			return false
		}
		if isRole[f.lower(k)] {
			return true
		}
	}
	return false
}

// person records a mention of a person by full name.
func (f *finder) person(name string, from, to int, roles, states []string, offices []Office) *found {
	e := f.same(name)
	f.mention(e, from, to)
	later, laterStates := f.rolesAfter(to)
	for _, r := range append(roles, later...) {
		if e.roles == nil {
			e.roles = map[string]bool{}
		}
		e.roles[r] = true
	}
	for _, s := range append(states, laterStates...) {
		if e.states == nil {
			e.states = map[string]bool{}
		}
		e.states[s] = true
	}
	for _, o := range offices {
		if o.State != "" {
			if e.states == nil {
				e.states = map[string]bool{}
			}
			e.states[o.State] = true
		}
	}
	return e
}

// rolesAfter reads an apposition behind a name: "Yury Dahl, the king's aide on trade,".
func (f *finder) rolesAfter(j int) (roles, states []string) {
	if f.lower(j) != "," || j+1 >= len(f.toks) {
		return nil, nil
	}
	k := j + 1
	for k < len(f.toks) && k < j+9 && (f.toks[k].Kind != token.Mark || f.is(k, "-", "'", "’")) && !f.is(k, "who", "said", "of", "at", "in", "told") {
		k++
	}
	if k == j+1 || isSaying[f.lower(j+1)] {
		return nil, nil
	}
	return f.rolesIn(j+1, k, nil, nil)
}
