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
	marks    []mark                        // by place
	known    map[string]bool               // the entities' names
	types    map[string]coranto.EntityType // by name
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
	s.known, s.types = make(map[string]bool, len(entities)), make(map[string]coranto.EntityType, len(entities))
	for i, e := range entities {
		s.known[e.Name] = true
		if s.types[e.Name] == "" {
			s.types[e.Name] = e.Type
		}
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
