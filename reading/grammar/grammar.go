// Package grammar tells what the words of an English sentence are and which
// depends on which, with the tags and relations of Universal Dependencies v2.
//
// The model, model.bin, is learned from GUM by internal/train (make models); on
// its held-out documents, of ten genres, it is wrong about one head in four, on
// news less often. What uses it should ask for short, plain relations.
package grammar

import (
	_ "embed"
	"strings"
	"sync"

	"coranto"
	"coranto/reading/grammar/internal/machine"
	"coranto/reading/lang"
)

// Word is a word of a sentence. Head is the place of the word that it depends
// on, -1 for the root.
type Word struct {
	coranto.Span
	Tag      string // UPOS: "VERB"
	Fine     string // Penn Treebank: "VBD"
	Head     int
	Relation string // "nsubj:pass"
}

// Tree is a sentence. Children lists the places of what depends on each word.
type Tree struct {
	Text  string // the text that the spans are offsets into
	Words []Word
}

//go:embed model.bin
var modelFile []byte

type model struct {
	*machine.Model
	upos, fine []string
	allowed    [Time + 1][]uint8 // the tags of units
}

var load = sync.OnceValue(func() *model {
	m, err := machine.ReadModel(modelFile)
	if err != nil {
		panic("grammar: model.bin: " + err.Error()) // it is part of the program
	}
	out := &model{Model: m}
	for _, t := range m.Tags {
		upos, fine, _ := strings.Cut(t, " ")
		out.upos, out.fine = append(out.upos, upos), append(out.fine, fine)
		switch t {
		case "PROPN NNP", "PROPN NNPS":
			out.allowed[Name] = append(out.allowed[Name], uint8(len(out.fine)-1))
		case "ADJ JJ", "NOUN NNS":
			out.allowed[Demonym] = append(out.allowed[Demonym], uint8(len(out.fine)-1))
		}
	}
	return out
})

var machines = sync.Pool{New: func() any { return new(machine.Sentence) }}

// Unit is a span known to be a name or a time; it counts as one word.
type Unit struct {
	coranto.Span
	Kind Kind
}

// Kind tells what is known of a unit.
type Kind uint8

const (
	Name    Kind = iota + 1
	Demonym      // "Iranian", "the Americans"
	Time
)

// Parse returns the tree of a sentence. tokens are those of the text, or of the
// sentence alone; units come in order. A time that is no part of a noun phrase
// is left out of the tree and hung, with its preposition, on the verb before it.
// Time is linear in the sentence's length.
func Parse(text string, sentence coranto.Span, tokens []lang.Token, units []Unit) Tree {
	words, known := cut(text, sentence, tokens, units)
	m := load()
	s := machines.Get().(*machine.Sentence)
	defer machines.Put(s)
	s.Reset()
	for _, w := range words {
		s.Add(last(w.In(text)))
	}
	s.Tag(m.Model, func(i int) []uint8 { return m.allowed[known[i-1]] })
	for i := range words {
		words[i].Tag, words[i].Fine = m.upos[s.Tags[i+1]], m.fine[s.Tags[i+1]]
	}
	kept := make([]int, 0, len(words)) // places of the words in the tree
	aside := asides(words, known)
	for i := range words {
		if !aside[i] {
			kept = append(kept, i)
		}
	}
	s.Keep(func(i int) bool { return !aside[i-1] })
	s.Parse(m.Model)
	for n, i := range kept {
		w := &words[i]
		w.Head, w.Relation = -1, m.Labels[s.Labels[n+1]]
		if h := s.Heads[n+1]; h > 0 {
			w.Head = kept[h-1]
		}
	}
	hang(words, aside)
	return Tree{text, words}
}

// asides tells which words are times by themselves, or their prepositions.
func asides(words []Word, known []Kind) []bool {
	aside := make([]bool, len(words))
	for i, w := range words {
		if known[i] != Time {
			continue
		}
		if i+1 < len(words) {
			switch next := words[i+1]; next.Tag {
			case "NOUN", "PROPN", "ADJ", "NUM":
				continue
			case "PART":
				if next.Fine == "POS" {
					continue
				}
			case "PUNCT":
				if next.Start == w.End && next.End-next.Start == 1 && i+2 < len(words) && words[i+2].Start == next.End {
					continue // hyphenated
				}
			}
		}
		if i > 0 && (words[i-1].Tag == "DET" || words[i-1].Tag == "ADJ" || words[i-1].Tag == "NUM") {
			continue
		}
		aside[i] = true
		if i > 0 && words[i-1].Tag == "ADP" {
			aside[i-1] = true
		}
	}
	return aside
}

// hang gives the words left out of the tree their heads.
func hang(words []Word, aside []bool) {
	verb := -1
	for i, w := range words {
		if w.Tag == "VERB" && !aside[i] {
			verb = i
		}
		if !aside[i] {
			continue
		}
		words[i].Head, words[i].Relation = verb, "obl:unmarked"
		if w.Tag == "ADP" && i+1 < len(words) && aside[i+1] {
			words[i].Head, words[i].Relation = i+1, "case"
		}
	}
}

// Of returns the word as it is written.
func (t Tree) Of(i int) string { return t.Words[i].In(t.Text) }

// Lemma returns the form under which a dictionary has word i, in lower case.
func (t Tree) Lemma(i int) string { return lemma(t.Of(i), t.Words[i].Fine) }

// last is the last word of a unit, by which the model knows it.
func last(unit string) string {
	if i := strings.LastIndexAny(unit, " -\n\u00A0"); i >= 0 && i+1 < len(unit) {
		return unit[i+1:]
	}
	return unit
}
