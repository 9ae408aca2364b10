package entity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"coranto"
)

// holdersTSV says who held the offices of about fifty states from when to when,
// compiled by us from general knowledge; "?" where two who held it share a name.
//
//go:embed builtin/holders.tsv
var holdersTSV string

// holdersUntil is the last day of which the lists know who holds an office that
// they give no end.
const holdersUntil = "2025-12-31"

// term is a time in which somebody holds an office: days, the last "" when it is
// not known to have ended.
type term struct{ who, from, to string }

var listedTerms = sync.OnceValue(func() map[string][]term {
	terms := map[string][]term{}
	table(holdersTSV, "office holder from to", func(f []string) {
		terms[f[0]] = append(terms[f[0]], term{f[1], f[2], f[3]})
	})
	return terms
})

// ResolveOffices refers an office named without its holder ("the French
// president") to who held it on the days of publication, from the first to the
// last, each "2015-06-02" or longer. It stays an office where the lists do not
// know for sure: outside their days, on a day of change, where they differ, and
// where the article names another who has held it; and where the office itself
// is meant ("to become president of Velmark").
func ResolveOffices(text string, entities []coranto.Entity, first, last string, names *Names) []coranto.Entity {
	const day = len("2006-01-02")
	if len(first) < day || len(last) < day || !slices.ContainsFunc(entities, func(e coranto.Entity) bool { return e.Type == coranto.Office }) {
		return entities
	}
	if names == nil {
		names = Builtin()
	}
	ix := names.index()
	out := slices.Clone(entities)
	for i := range entities {
		if e := &entities[i]; e.Type == coranto.Office {
			if who := ix.holder(e.Name, first[:day]); who != "" && who == ix.holder(e.Name, last[:day]) && !ix.heldByAnother(e.Name, who, entities) {
				out = refer(text, out, e, who)
			}
		}
	}
	return out
}

// terms returns who held an office when, by the names' own list and ours.
func (ix *index) terms(office string) []term {
	var terms []term
	for _, t := range listedTerms()[office] {
		t.who = ix.canonical(t.who)
		terms = append(terms, t)
	}
	return append(terms, ix.held[office]...)
}

// holder returns who held an office on a day, "" when that is not sure.
func (ix *index) holder(office, day string) string {
	who := ""
	for _, t := range ix.terms(office) {
		to := t.to
		if to == "" {
			to = holdersUntil
		}
		switch {
		case t.from > day || to < day:
		case t.from == day || t.to == day || len(t.from) < len(day) && strings.HasPrefix(day, t.from) || t.to != "" && len(t.to) < len(day) && strings.HasPrefix(day, t.to):
			return "" // the day of change, or perhaps
		case who == "":
			who = t.who
		case !oneName(who, t.who):
			return ""
		}
	}
	return strings.Trim(who, "?")
}

// heldByAnother tells whether the article names somebody else who has held the
// office.
func (ix *index) heldByAnother(office, who string, entities []coranto.Entity) bool {
	for _, t := range ix.terms(office) {
		if !oneName(t.who, who) && slices.ContainsFunc(entities, func(e coranto.Entity) bool { return e.Type == coranto.Person && e.Name == t.who }) {
			return true
		}
	}
	return false
}

// oneName tells whether two spellings of who held an office at one time are of
// one person: they end alike but for accents.
func oneName(a, b string) bool {
	last := func(s string) string {
		return string(appendKey(nil, s[strings.LastIndexByte(s, ' ')+1:], true))
	}
	return a == b || last(a) == last(b)
}

// canonical returns the name under which the names list a person, or the same.
func (ix *index) canonical(name string) string {
	n := ix.root
	for _, w := range strings.Fields(name) {
		if n = n.next[string(appendKey(nil, w, false))]; n == nil {
			return name
		}
	}
	for _, s := range n.senses {
		if r := ix.records[s.record]; s.use == asName && r.kind == coranto.Person {
			return r.name
		}
	}
	return name
}

// refer moves to its holder the references to an office that mean him: those by
// the state ("Velmark's president"), and not before another name.
func refer(text string, entities []coranto.Entity, office *coranto.Entity, who string) []coranto.Entity {
	var his, kept []coranto.Span
	for _, s := range office.Refs {
		if strings.Contains(s.In(text), " of ") || !named(text[s.End:], who) {
			kept = append(kept, s)
		} else {
			his = append(his, s)
		}
	}
	if len(his) == 0 {
		return entities
	}
	at := slices.IndexFunc(entities, func(e coranto.Entity) bool { return e.Type == coranto.Person && oneName(e.Name, who) })
	if at < 0 {
		entities = append(entities, coranto.Entity{Name: who, Type: coranto.Person, Mentions: []coranto.Span{}, Refs: his})
	} else {
		e := &entities[at]
		e.Refs = tidy(slices.Concat(e.Refs, his), e.Mentions)
	}
	i := slices.IndexFunc(entities, func(e coranto.Entity) bool { return e.Type == coranto.Office && e.Name == office.Name })
	if entities[i].Refs = kept; len(kept) == 0 {
		entities = slices.Delete(entities, i, i+1)
	}
	slices.SortStableFunc(entities, func(a, b coranto.Entity) int { return first(a) - first(b) })
	return entities
}

// named tells whether the words behind a title are no name, or begin who's.
func named(rest, who string) bool {
	next, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	if r, _ := utf8.DecodeRuneInString(next); !unicode.IsUpper(r) {
		return true
	}
	for _, w := range strings.Fields(who) {
		if string(appendKey(nil, w, true)) == string(appendKey(nil, strings.TrimRight(next, ",.'’s"), true)) || strings.HasPrefix(next, w) {
			return true
		}
	}
	return false
}
