package event

import (
	"slices"
	"strings"

	"coranto"
)

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
