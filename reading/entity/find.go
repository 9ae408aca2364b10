package entity

import (
	"slices"
	"strings"
	"unicode"

	"coranto"
	"coranto/reading/entity/internal/tagger"
	"coranto/reading/internal/token"
)

// Find returns the persons, organisations, states and places that text names,
// in the order of their first mention, each with all its mentions and
// references in order; none overlap within one entity. sentences are the
// text's; the headline helps to tell who is meant by a surname. Spans lie on
// character boundaries. Time is linear in the length of the text.
func Find(text string, sentences []coranto.Span, headline string, names *Names) []coranto.Entity {
	if names == nil {
		names = Builtin()
	}
	ix := names.index()
	var told []*found
	if headline != "" {
		h := newFinder(headline, nil, ix)
		h.read(nil)
		for _, e := range h.all {
			if e.kind == coranto.Person && strings.Contains(e.name, " ") {
				told = append(told, e)
			}
		}
	}
	f := newFinder(text, sentences, ix)
	for _, e := range told {
		f.entity(e.name, coranto.Person).roles = e.roles
	}
	f.read(reader())
	return f.entities()
}

// found is an entity in the making.
type found struct {
	name     string
	kind     coranto.EntityType
	mentions []coranto.Span
	refs     []coranto.Span
	roles    map[string]bool // classes of roleWords by which the text calls a person
	states   map[string]bool // states with which it does
}

// finder reads one text.
type finder struct {
	text       string
	toks       []token.Token
	ix         *index
	small      []string // the token in small letters, once asked for
	starts     []bool   // the token begins a sentence
	shout      []bool   // the token stands in a line of capitals
	at         []int32  // the match that begins at or covers the token, from 1; 0: none
	ms         []match
	used       []bool // the token belongs to a name already told
	all        []*found
	byKey      map[string]*found
	short      map[string][]*found // persons by surname
	singles    []single
	seats      []seat
	acronyms   map[string]*found
	byInitials map[string]*found // bodies and events
	common     map[string]string // what a common name of a body stands for, where it is not the listed one
	spoken     map[string]int    // how often the text speaks of each state
}

func newFinder(text string, sentences []coranto.Span, ix *index) *finder {
	f := &finder{text: text, toks: token.Cut(text), ix: ix, byKey: map[string]*found{}, short: map[string][]*found{}, acronyms: map[string]*found{}}
	n := len(f.toks)
	f.starts, f.shout, f.at, f.used = make([]bool, n), make([]bool, n), make([]int32, n), make([]bool, n)
	s := 0
	for i, t := range f.toks {
		for s < len(sentences) && sentences[s].Start < t.Start {
			s++
		}
		first := s < len(sentences) && sentences[s].Start == t.Start
		f.starts[i] = first || t.Line || i > 0 && f.starts[i-1] && f.toks[i-1].Kind == token.Mark
	}
	f.small = make([]string, n)
	f.markShouting()
	f.ms = ix.matches(text, f.toks, f.shout)
	for k, m := range f.ms {
		for i := m.from; i < m.to; i++ {
			f.at[i] = int32(k + 1)
		}
	}
	return f
}

// markShouting marks the lines of at least two words that are all capitals.
func (f *finder) markShouting() {
	for i := 0; i < len(f.toks); {
		j, upper, other := i, 0, 0
		for ; j < len(f.toks) && (j == i || !f.toks[j].Line); j++ {
			if t := f.toks[j]; t.Kind == token.Word {
				if t.Shape == token.Upper {
					upper++
				} else if t.Shape != token.Caseless {
					other++
				}
			}
		}
		for k := i; k < j; k++ {
			f.shout[k] = upper >= 2 && other == 0
		}
		i = j
	}
}

// read finds all there is, with the names that the tagger proposes, if one is
// given.
func (f *finder) read(t *tagger.Model) {
	for _, r := range f.runs() {
		f.readRun(r)
	}
	f.readAcronyms()
	f.readMatches()
	f.readSingles()
	f.readSeats()
	if t != nil && f.english() {
		f.readProposals(t)
	}
	f.readDescriptions()
	f.readOffices()
	f.readMeetings()
	f.readPronouns()
}

// listed returns the match that begins at token i.
func (f *finder) listed(i int) bool {
	return i < len(f.at) && f.at[i] != 0 && f.ms[f.at[i]-1].from == i
}

func (f *finder) matchAt(i int) (match, bool) {
	if !f.listed(i) {
		return match{}, false
	}
	return f.ms[f.at[i]-1], true
}

// entity returns the entity of that name, which it makes when it is new.
func (f *finder) entity(name string, kind coranto.EntityType) *found {
	key := string(kind) + "\x00" + name
	e := f.byKey[key]
	if e == nil {
		e = &found{name: name, kind: kind}
		f.byKey[key] = e
		f.all = append(f.all, e)
		if kind == coranto.Person {
			for _, s := range surnames(name) {
				f.short[s] = append(f.short[s], e)
			}
		}
	}
	return e
}

func (f *finder) span(from, to int) coranto.Span {
	return coranto.Span{Start: f.toks[from].Start, End: f.toks[to-1].End}
}

func (f *finder) mention(e *found, from, to int) {
	e.mentions = append(e.mentions, f.span(from, to))
	for i := from; i < to; i++ {
		f.used[i] = true
	}
}

func (f *finder) ref(e *found, from, to int) { e.refs = append(e.refs, f.span(from, to)) }

// readAcronyms finds again what was named with its initials in brackets.
func (f *finder) readAcronyms() {
	if len(f.acronyms) == 0 {
		return
	}
	for i, t := range f.toks {
		if e := f.acronyms[t.In(f.text)]; e != nil && !f.used[i] && f.at[i] == 0 {
			f.mention(e, i, i+1)
		}
	}
}

// readMatches turns into mentions the listed names that no capitalised run has
// claimed.
func (f *finder) readMatches() {
	for _, m := range f.ms {
		if slices.Contains(f.used[m.from:m.to], true) {
			continue
		}
		f.take(m)
	}
}

// take records a listed name by its meaning in this place.
func (f *finder) take(m match) {
	var name, seats, demonym []sense
	for _, s := range m.senses {
		switch s.use {
		case asName:
			name = append(name, s)
		case asSeat:
			seats = append(seats, s)
		case asDemonym:
			demonym = append(demonym, s)
		}
	}
	from := m.from
	at := f.span(from, m.to)
	at.Start += m.skip
	switch {
	case len(seats) > 0 && same(seats):
		r := f.ix.records[seats[0].record]
		place := seats[0].listed
		if r.capital != "" && isASCII(r.capital) && !strings.ContainsFunc(place, func(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }) {
			place = r.capital // written in another script
		}
		for _, s := range name {
			if r := f.ix.records[s.record]; r.kind == coranto.Place {
				place = r.name
				break
			}
		}
		f.seats = append(f.seats, seat{m, r.name, place})
		f.claim(m)
	case len(name) > 0:
		name[0] = f.likeliest(name)
		r := f.ix.records[name[0].record]
		if r.kind == coranto.Person && m.to-m.from == 1 {
			f.singles = append(f.singles, single{at: m.from, record: name[0].record + 1})
			return
		}
		e := f.entity(f.elsewhere(m, r), r.kind)
		if land := f.land(m, r); land != nil { // "the Velmark |Senate"
			ground := land.mentions[len(land.mentions)-1]
			land.mentions = land.mentions[:len(land.mentions)-1]
			at.Start = ground.Start
			if land.name != r.state {
				e = f.entity(strings.Join(strings.Fields(at.In(f.text)), " "), r.kind)
			}
		}
		e.mentions = append(e.mentions, at)
		f.claim(m)
	case len(demonym) > 0 && same(demonym):
		e := f.entity(f.ix.records[demonym[0].record].name, coranto.State)
		e.refs = append(e.refs, at)
		f.claim(m)
	}
}

// likeliest chooses among a state and places of one name ("Georgia") the one
// of whose state the text speaks more; otherwise the first.
func (f *finder) likeliest(senses []sense) sense {
	if len(senses) == 1 {
		return senses[0]
	}
	if f.spoken == nil {
		f.spoken = map[string]int{}
		for _, m := range f.ms {
			if r := f.ix.records[m.senses[0].record]; same(m.senses) {
				f.spoken[r.state]++
				for _, o := range r.offices {
					f.spoken[o.State]++
				}
			}
		}
		delete(f.spoken, "")
	}
	best := senses[0]
	for _, s := range senses[1:] {
		if f.spoken[f.ix.records[s.record].state] > f.spoken[f.ix.records[best.record].state] {
			best = s
		}
	}
	return best
}

// same tells whether all senses are of one entity.
func same(senses []sense) bool {
	for _, s := range senses {
		if s.record != senses[0].record {
			return false
		}
	}
	return true
}

func (f *finder) claim(m match) {
	for i := m.from; i < m.to; i++ {
		f.used[i] = true
	}
}

// entities returns what was found, in text order.
func (f *finder) entities() []coranto.Entity {
	out := []coranto.Entity{}
	for _, e := range f.all {
		if len(e.mentions)+len(e.refs) == 0 {
			continue
		}
		mentions := tidy(e.mentions, nil)
		out = append(out, coranto.Entity{Name: e.name, Type: e.kind, Mentions: mentions, Refs: tidy(e.refs, mentions)})
	}
	slices.SortStableFunc(out, func(a, b coranto.Entity) int { return first(a) - first(b) })
	return out
}

func first(e coranto.Entity) int {
	at := int(^uint(0) >> 1)
	if len(e.Mentions) > 0 {
		at = e.Mentions[0].Start
	}
	if len(e.Refs) > 0 {
		at = min(at, e.Refs[0].Start)
	}
	return at
}

// tidy sorts spans and drops those that overlap one before them or one of the
// (sorted) others.
func tidy(spans, others []coranto.Span) []coranto.Span {
	slices.SortFunc(spans, func(a, b coranto.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out := []coranto.Span{}
	o := 0
	for _, s := range spans {
		for o < len(others) && others[o].End <= s.Start {
			o++
		}
		if o < len(others) && others[o].Overlaps(s) || len(out) > 0 && out[len(out)-1].Overlaps(s) {
			continue
		}
		out = append(out, s)
	}
	return out
}
