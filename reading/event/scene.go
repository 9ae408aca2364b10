package event

import (
	"cmp"
	"slices"
	"strings"

	"coranto"
	"coranto/reading/grammar"
)

// scene is a text with what is known of it.
type scene struct {
	text     string
	times    []coranto.Time
	entities []coranto.Entity
	marks    []mark          // by place
	known    map[string]bool // the entities' names
	at       string
	met      []string // who last met, or is to
	metFrom  string   // and when
	metTo    string
}

// mark is where an entity is named or referred to.
type mark struct {
	coranto.Span
	entity int
	ref    bool
}

func newScene(text string, times []coranto.Time, entities []coranto.Entity, at string) *scene {
	times = slices.Clone(times)
	slices.SortStableFunc(times, func(a, b coranto.Time) int { return a.Start - b.Start })
	s := &scene{text: text, times: times, entities: entities, at: at}
	s.known = make(map[string]bool, len(entities))
	for i, e := range entities {
		s.known[e.Name] = true
		for _, m := range e.Mentions {
			s.marks = append(s.marks, mark{m, i, false})
		}
		for _, m := range e.Refs {
			s.marks = append(s.marks, mark{m, i, true})
		}
	}
	slices.SortFunc(s.marks, func(a, b mark) int {
		return cmp.Or(a.Start-b.Start, b.End-a.End, a.entity-b.entity)
	})
	return s
}

// units are the names, demonyms and times, in order, none overlapping.
func (s *scene) units() []grammar.Unit {
	var all []grammar.Unit
	add := func(span coranto.Span, kind grammar.Kind) {
		if span.Start < span.End && span.End <= len(s.text) {
			all = append(all, grammar.Unit{Span: span, Kind: kind})
		}
	}
	for _, m := range s.marks {
		word := m.In(s.text)
		switch {
		case !m.ref:
			add(m.Span, grammar.Name)
		case word != "" && 'A' <= word[0] && word[0] <= 'Z' && !strings.Contains(word, " ") && !pronouns[strings.ToLower(word)]:
			add(m.Span, grammar.Demonym)
		}
	}
	for _, t := range s.times {
		if t.Type == "DATE" || t.Type == "TIME" {
			add(coranto.Span{Start: t.Start, End: t.End}, grammar.Time)
		}
	}
	slices.SortFunc(all, func(a, b grammar.Unit) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	last := 0
	return slices.DeleteFunc(all, func(u grammar.Unit) bool {
		if u.Start < last {
			return true
		}
		last = u.End
		return false
	})
}

var pronouns = set("he she it they his her its their him them this that these those who which")

// sentence is a parsed sentence of a scene.
type sentence struct {
	*scene
	grammar.Tree
	kids   [][]int        // dependents of each word, in order
	marks  []int          // the mark that a word lies in, -1 none; the longest of several
	used   []bool         // the word belongs to an event already told
	flat   bool           // the tree has no finite verb
	times  []coranto.Time // those in the sentence
	moment []moment       // of these what names days, when asked for
	asked  bool           // moment is filled
	lower  []string       // the words in lower case
	lemmas []string       // the forms under which a dictionary has them, as asked for
}

func (s *scene) sentence(t grammar.Tree) *sentence {
	n := len(t.Words)
	out := &sentence{scene: s, Tree: t, kids: make([][]int, n), marks: make([]int, n), used: make([]bool, n), lower: make([]string, n), lemmas: make([]string, n)}
	if n == 0 {
		return out
	}
	end := t.Words[n-1].End
	from, _ := slices.BinarySearchFunc(s.times, t.Words[0].Start, func(t coranto.Time, at int) int { return t.Start - at })
	to, _ := slices.BinarySearchFunc(s.times, end, func(t coranto.Time, at int) int { return t.Start - at })
	out.times = s.times[from:max(from, to)]
	for i, w := range t.Words {
		if w.Head >= 0 {
			out.kids[w.Head] = append(out.kids[w.Head], i)
		}
		out.marks[i] = -1
	}
	m, _ := slices.BinarySearchFunc(s.marks, t.Words[0].Start, func(m mark, at int) int { return m.Start - at })
	w := 0
	for ; m < len(s.marks) && s.marks[m].Start < end; m++ {
		for w < n && t.Words[w].End <= s.marks[m].Start {
			w++
		}
		for k := w; k < n && t.Words[k].Start < s.marks[m].End; k++ {
			if old := out.marks[k]; old < 0 || s.marks[old].ref && !s.marks[m].ref {
				out.marks[k] = m
			}
		}
	}
	out.mend()
	clear(out.lemmas) // of other tags
	for i := range out.kids {
		out.kids[i] = out.kids[i][:0]
	}
	for i, w := range out.Words {
		if w.Head >= 0 {
			out.kids[w.Head] = append(out.kids[w.Head], i)
		}
	}
	out.flat = true
	for i, w := range out.Words {
		if (w.Tag == "VERB" || w.Tag == "AUX") && out.finite(i) {
			out.flat = false
		}
	}
	return out
}

func (s *sentence) is(i int, relations ...string) bool {
	return slices.Contains(relations, s.Words[i].Relation)
}

// kid returns the first dependent of word i with one of the relations, -1 if
// there is none.
func (s *sentence) kid(i int, relations ...string) int {
	for _, k := range s.kids[i] {
		if slices.Contains(relations, s.Words[k].Relation) {
			return k
		}
	}
	return -1
}

func (s *sentence) word(i int) string {
	if s.lower[i] == "" {
		s.lower[i] = strings.ToLower(s.Of(i))
	}
	return s.lower[i]
}

// Lemma is that of the tree, kept.
func (s *sentence) Lemma(i int) string {
	if s.lemmas[i] == "" {
		s.lemmas[i] = s.Tree.Lemma(i)
	}
	return s.lemmas[i]
}

// nominal tells nouns, names and pronouns.
func (s *sentence) nominal(i int) bool {
	switch s.Words[i].Tag {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM":
		return true
	}
	return s.marks[i] >= 0 || s.Words[i].Tag == "DET" && s.kid(i, "det") < 0 && s.Words[i].Relation != "det"
}

// together returns a word with what is coordinated with it.
func (s *sentence) together(i int) []int {
	if i < 0 {
		return nil
	}
	all := []int{i}
	if m := s.named(i); m >= 0 { // names joined by "and" that the tree makes one
		for from := i; from >= 2 && s.word(from-1) == "and"; {
			n := s.named(from - 2)
			if n < 0 || s.scene.marks[n].entity == s.scene.marks[m].entity {
				break
			}
			from -= 2
			if !s.is(from, "conj", "nmod:poss") {
				all = append(all, from)
			}
			for from > 0 && s.marks[from-1] == n {
				from--
			}
		}
	}
	for _, k := range s.kids[i] {
		if s.is(k, "conj") && s.nominal(k) {
			all = append(all, k)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// phrase is a noun phrase: its head, its span, and the names of who is meant.
type phrase struct {
	head  int
	span  coranto.Span
	name  string
	known bool // an entity is meant
	loose bool // what it names is not its head
}

// longest is how far behind its head a phrase may reach, in bytes.
const longest = 60

// phraseAt takes the noun phrase around a head.
func (s *sentence) phraseAt(head int) phrase {
	from, to := s.reach(head)
	p := phrase{head: head, span: s.bounds(head)}
	s.nameOf(&p, from, to)
	return p
}

// bounds is the span of the noun phrase around a head.
func (s *sentence) bounds(head int) coranto.Span {
	from, to := s.reach(head)
	span := coranto.Span{Start: s.Words[from].Start, End: s.Words[to].End}
	if m := s.marks[head]; m >= 0 {
		span.Start, span.End = min(span.Start, s.scene.marks[m].Start), max(span.End, s.scene.marks[m].End)
	}
	return span
}

// reach gives the first and last word of the noun phrase around a head: its
// determiners and attributes, and behind it what hangs on it by "of" and its like.
func (s *sentence) reach(head int) (from, to int) {
	from, to = head, head
	end := s.Words[head].End
	var widen func(i int)
	widen = func(i int) {
		from, to = min(from, i), max(to, i)
		for _, k := range s.kids[i] {
			if i == head && k > i && s.dated(k) {
				continue
			}
			switch s.Words[k].Relation {
			case "det", "amod", "compound", "nummod", "nmod:poss", "flat", "fixed", "det:predet", "nmod:unmarked", "case", "goeswith":
				if s.is(k, "case") && k < i && i == head {
					continue // the preposition that the phrase hangs by
				}
				if k > i && i == head && s.is(k, "compound", "amod") && s.Words[k].Start > s.Words[to].End+1 {
					continue
				}
				widen(k)
			case "advmod":
				if k < i && i != head {
					widen(k)
				}
			case "nmod":
				if s.Words[k].End-end <= longest && k > i {
					widen(k)
				}
			case "appos":
				if k < i || s.Words[k].Start-s.Words[i].End <= 1 {
					widen(k)
				}
			case "conj", "cc":
				if i != head && s.Words[k].End-end <= longest {
					widen(k)
				}
			}
		}
	}
	widen(head)
	return from, to
}

// nameOf says who is meant: the entity at the phrase's head; the person that a
// title introduces; for a body of a state ("Iranian forces") the state; for what
// somebody owns or does, its owner or doer, who is then the phrase; else the
// phrase's own words.
func (s *sentence) nameOf(p *phrase, from, to int) {
	persons := append([]int{p.head}, s.kids[p.head]...)
	slices.SortStableFunc(persons[1:], func(a, b int) int { return b - a }) // a name stands behind its titles
	for _, k := range persons {
		if m := s.named(k); m >= 0 && (k == p.head || s.is(k, "appos", "flat", "compound", "nmod:desc")) && !s.scene.marks[m].ref && s.entities[s.scene.marks[m].entity].Type == coranto.Person {
			p.name, p.known = s.entities[s.scene.marks[m].entity].Name, true
			return
		}
	}
	if k := s.titled(p.head); k >= 0 {
		p.name, p.known = s.entityAt(k).Name, true
		return
	}
	if m := s.named(p.head); m >= 0 {
		p.name, p.known = s.entities[s.scene.marks[m].entity].Name, true
		if s.entities[s.scene.marks[m].entity].Type == coranto.Place { // "Russia's Kursk region" is Russia's
			for _, k := range s.kids[p.head] {
				if m := s.named(k); m >= 0 && s.is(k, "nmod:poss", "compound", "amod") && s.entities[s.scene.marks[m].entity].Type == coranto.State {
					p.name = s.entities[s.scene.marks[m].entity].Name
				}
			}
		}
		return
	}
	for _, k := range s.kids[p.head] {
		if m := s.named(k); m >= 0 && s.is(k, "amod", "compound", "appos", "flat", "det", "nmod:poss") {
			p.name, p.known, p.loose = s.entities[s.scene.marks[m].entity].Name, true, true
			if s.is(k, "nmod:poss") {
				p.span = s.bounds(k)
			}
			return
		}
	}
	if k, m := s.deeper(p.head, 3); m >= 0 {
		p.name, p.known, p.loose = s.entities[s.scene.marks[m].entity].Name, true, true
		if inner := s.bounds(k); inner.Start > p.span.Start {
			p.span = inner
		}
		return
	}
	for k := p.head - 1; k >= max(0, p.head-4) && (s.Words[k].Tag == "NOUN" || s.Words[k].Tag == "ADJ" || s.Words[k].Tag == "PROPN"); k-- {
		if m := s.named(k); m >= 0 && s.animate(p.head) { // "the G7 finance ministers", in pieces
			p.name, p.known, p.loose = s.entities[s.scene.marks[m].entity].Name, true, true
			return
		}
	}
	own := p.span
	if s.Words[from].Tag == "DET" && from < p.head {
		own.Start = s.Words[from+1].Start
	}
	p.name = strings.Trim(strings.Join(strings.Fields(own.In(s.text)), " "), "'\"‘’“”,.;:()[] ")
}

// deeper looks for a name in what hangs on a noun by a preposition or as the
// agent of a participle: "a call from A", "threats made by A".
func (s *sentence) deeper(head, depth int) (word, mark int) {
	for _, k := range s.kids[head] {
		if s.is(k, "acl") && s.kid(k, "obl:agent") < 0 {
			continue
		}
		if !s.is(k, "nmod", "nmod:poss", "acl", "obl", "obl:agent", "obj", "compound", "amod", "appos", "flat") || k < head && s.is(k, "acl", "obl") {
			continue
		}
		if m := s.named(k); m >= 0 {
			return k, m
		}
		if depth > 0 {
			if w, m := s.deeper(k, depth-1); m >= 0 {
				if s.is(k, "nmod", "obl", "obl:agent") && s.is(w, "amod", "compound", "nmod:poss", "flat") {
					w = k
				}
				return w, m
			}
		}
	}
	return -1, -1
}

// named returns the mark of a name at word i, -1 for none; pronouns are none.
func (s *sentence) named(i int) int {
	m := s.marks[i]
	if m >= 0 && s.scene.marks[m].ref && (s.Words[i].Tag == "PRON" || s.Words[i].Tag == "DET") && s.Words[i].Fine == "PRP$" {
		return -1
	}
	return m
}

// nounLemmas are the forms under which a noun may stand in a frame: its lemma,
// and with what a hyphen joins to it ("cease-fire").
func (s *sentence) nounLemmas(i int) []string {
	l := s.Lemma(i)
	if i >= 2 && s.Of(i-1) == "-" && s.Words[i-2].End == s.Words[i-1].Start && s.Words[i-1].End == s.Words[i].Start {
		return []string{l, s.word(i-2) + "-" + l}
	}
	return []string{l}
}

// titled is the person named behind the office at word i, with what it is of
// between: "secretary of state A", "the president of B, A"; -1 for none.
func (s *sentence) titled(i int) int {
	demonym := s.entityAt(i).Type == coranto.State // "Russian President A", "U.S. Defense Secretary A"
	if !demonym && (!offices[s.Lemma(i)] || s.Words[i].Fine == "NNS") || demonym && (i+1 == len(s.Words) || !s.title(i+1)) {
		return -1
	}
	office := !demonym || s.Words[i].Tag == "ADJ"
	for k := i + 1; k < min(len(s.Words), i+8); k++ {
		office = office || offices[s.Lemma(k)]
		switch e := s.entityAt(k); {
		case e.Type == coranto.Person:
			if !office {
				return -1
			}
			return k
		case s.word(k) == "of" || s.word(k) == "the" || e.Type == coranto.Office || e.Type == coranto.State || e.Type == coranto.Organisation:
		case s.Words[k].Tag == "PROPN" || s.Words[k].Tag == "ADJ" || s.Words[k].Tag == "NOUN":
		case s.Of(k) == "," && k+1 < len(s.Words) && s.entityAt(k+1).Type == coranto.Person && s.afterComma(k+1):
		default:
			return -1
		}
	}
	return -1
}

// afterComma tells a name set off by commas on both sides, or ending its clause.
func (s *sentence) afterComma(i int) bool {
	m := s.marks[i]
	for i < len(s.Words) && s.marks[i] == m {
		i++
	}
	return i == len(s.Words) || s.Words[i].Tag == "PUNCT"
}

var offices = set("minister president secretary chief head leader chancellor king queen premier governor mayor chairman chairwoman director commissioner envoy ambassador adviser advisor speaker prince emir sheikh general commander prosecutor spokeswoman spokesman spokesperson editor lawyer attorney counsel professor manager candidate senator congressman congresswoman judge coach pope bishop archbishop")

// mend makes verbs of participles that the tagger took for adjectives: "have
// detained". The words are the sentence's own copy.
func (s *sentence) mend() {
	for i := 1; i < len(s.Words); i++ {
		w := &s.Words[i]
		if n := s.doer(i); n >= 0 {
			w.Tag, w.Fine = "VERB", "VBZ"
			s.Words[n].Head, s.Words[n].Relation = i, "nsubj"
			if w.Head == n {
				w.Head, w.Relation = -1, "root"
			}
			continue
		}
		if w.Fine == "NNS" && i+1 < len(s.Words) && (s.Words[i-1].Tag == "ADV" || s.entityAt(i-1).Type == coranto.State && s.Words[i-1].Tag == "PROPN") && s.named(i+1) >= 0 && s.Words[i+1].Tag == "PROPN" {
			if l := strings.TrimSuffix(s.word(i), "s"); len(frames[l]) > 0 { // "as A intensively bombs B"
				w.Tag, w.Fine = "VERB", "VBZ"
			}
			continue
		}
		if s.word(i) == "deep" && i+1 < len(s.Words) && (s.word(i+1) == "into" || s.word(i+1) == "inside") {
			w.Tag, w.Fine = "ADV", "RB"
			continue
		}
		if w.Tag != "ADJ" || !strings.HasSuffix(s.word(i), "ed") {
			continue
		}
		k := i - 1
		for k > 0 && s.Words[k].Tag == "ADV" {
			k--
		}
		switch p := s.word(k); {
		case p == "have" || p == "has" || p == "had":
			w.Tag, w.Fine = "VERB", "VBN"
		case k == i-1 && i+1 < len(s.Words) && s.Words[k].Tag == "NOUN" && (s.Words[i+1].Tag == "NUM" || s.Words[i+1].Fine == "NNS") && !s.said(i):
			w.Tag, w.Fine = "VERB", "VBD"
			if len(frames[s.Lemma(i)]) == 0 {
				w.Tag, w.Fine = "ADJ", "JJ"
			}
		}
	}
}

// said tells whether a finite verb stands before word i.
func (s *sentence) said(i int) bool {
	for k := range i {
		if s.Words[k].Tag == "VERB" || s.Words[k].Tag == "AUX" {
			return true
		}
	}
	return false
}

// doer is the name, or the noun of an appointment, that is the subject of a verb
// in the present which the tagger took for a noun: "A plans to", "B travels to
// C", "the trial opens in D"; -1 for none.
func (s *sentence) doer(i int) int {
	if s.Words[i].Fine != "NNS" || i+1 >= len(s.Words) || s.said(i) {
		return -1
	}
	l := s.Lemma(i)
	next := s.Words[i+1]
	switch {
	case s.Words[i-1].Tag == "PROPN" && s.named(i-1) >= 0 && !s.scene.marks[s.named(i-1)].ref && s.entityAt(i-1).Type != coranto.Place:
		if (in("verb", l) || words["governor"][l] == "announced" || in("hold", l)) && (next.Fine == "TO" || next.Tag == "ADP" || next.Tag == "DET" || next.Tag == "PROPN") && (l != "plan" || next.Fine == "TO") && (l != "visit" && l != "tour" && l != "call" && l != "head" || next.Tag != "ADP" || s.word(i+1) == "to" && l == "head") {
			return s.firstOf(i - 1)
		}
	case in("held", l) && next.Tag == "ADP":
		for n := 0; n < i; n++ {
			if s.nounKind(n) != "" && s.Words[n].Head < 0 {
				return n
			}
		}
	}
	return -1
}
