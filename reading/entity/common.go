package entity

import (
	"coranto"
	"coranto/reading/internal/token"
)

// Bodies met under a common name, such as the Senate: whose they are.

// land returns the state or place whose name, its last mention, stands right
// before a body's common name; nil where none does.
func (f *finder) land(m match, r record) *found {
	if !f.generic(m, r) || contest[f.lower(m.to)] || m.from == 0 || !f.toks[m.from].Gap || f.toks[m.from].Line || f.at[m.from-1] == 0 {
		return nil
	}
	before := f.ms[f.at[m.from-1]-1]
	s := before.senses[0]
	if before.to != m.from || s.use != asName {
		return nil
	}
	for _, kind := range []coranto.EntityType{coranto.State, coranto.Place} {
		if e := f.byKey[string(kind)+"\x00"+f.ix.records[s.record].name]; e != nil && len(e.mentions) > 0 && e.mentions[len(e.mentions)-1] == f.span(before.from, before.to) {
			return e
		}
	}
	return nil
}

// contest are words behind the chamber that is run for: "the Velmark Senate
// |race" may be for the chamber of the whole state.
var contest = set(`race races candidate candidates seat seats primary primaries campaign campaigns contest contests election elections bid nominee nominees nomination runoff hopeful hopefuls term debate ad ads`)

// generic tells whether a body is met under a common name, not its own.
func (f *finder) generic(m match, r record) bool {
	return r.kind == coranto.Organisation && r.state != "" && m.to-m.from == 1 && m.senses[0].listed != r.name && f.toks[m.from].Shape == token.Title
}

// elsewhere returns the name of a body that is listed under a common name ("the
// Senate"), and with its state where that is another than the listed one's:
// "Senate of Velmark".
func (f *finder) elsewhere(m match, r record) string {
	if !f.generic(m, r) {
		return r.name
	}
	common := f.words(m.from, m.to)
	state, _ := f.stateBefore(m.from)
	if state == "" && f.is(m.to, "of") {
		k := m.to + 1
		if f.is(k, "the") {
			k++
		}
		if g, ok := f.matchAt(k); ok && g.senses[0].use == asName {
			if place := f.ix.records[g.senses[0].record]; place.kind == coranto.State || place.kind == coranto.Place {
				state = place.name
			}
		}
	}
	if f.common == nil {
		f.common = map[string]string{}
	}
	if state != "" && state != r.state {
		f.common[common] = common + " of " + state
	} else if state == r.state {
		delete(f.common, common)
	}
	if name := f.common[common]; name != "" {
		return name // as named before
	}
	return r.name
}
