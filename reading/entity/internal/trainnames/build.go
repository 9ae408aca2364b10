package main

import (
	"maps"
	"math/rand/v2"
	"slices"

	"coranto/reading/entity"
	"coranto/reading/entity/internal/tagger"
	"coranto/reading/lang"
)

// bags is how many fields are trained apart; their weights are averaged (Breiman
// 1996).
var bags = 8

// Chosen by fivefold trials on the training data.
const (
	epochs   = 15   // of each
	rate     = 0.05 // of AdaGrad
	decay    = 1e-5 // of the weights
	drop     = 0.5  // of the keys
	composed = 1    // rounds of sentences of our own
	rounding = 0.03 // of the weights

	// gumOnly marks keys that only GUM is learned with, whose names are cut in
	// another way (Daumé 2007): they are left out of the model.
	gumOnly = 0x5bd1e995
)

func prepare(text string) *tagger.Text {
	return entity.Prepare(text, lang.Sentences(text), entity.Builtin())
}

// build trains the tagger: on the documents, also as read with half of the lists
// and with other names in the places of theirs, and on sentences of our own.
func build(wiki, gum []document, words map[string]uint32, stock *stock) *tagger.Model {
	lex := tagger.NewLexicon(words)
	stock.collect(slices.Concat(wiki, gum))
	sum, sumTrans := tagger.Weights{}, [tagger.Labels][tagger.Labels]float32{}
	for bag := range uint64(bags) {
		rng := rand.New(rand.NewPCG(3, bag+3))
		thin := thinned(words, rng)
		var examples []example
		own := map[uint32]bool{}
		add := func(d document, lex *tagger.Lexicon, mark uint32) {
			for _, e := range examplesOf(d, lex) {
				for i, keys := range e.keys {
					if mark == 0 {
						break
					}
					for _, k := range keys {
						own[k^mark] = true
						e.keys[i] = append(e.keys[i], k^mark)
					}
				}
				examples = append(examples, e)
			}
		}
		for _, d := range stock.compose(composed, rng) {
			add(d, []*tagger.Lexicon{lex, thin}[rng.IntN(2)], 0)
		}
		for _, d := range wiki {
			add(d, lex, 0)
			add(d, thin, 0)
			add(stock.vary(d, rng), thin, 0)
		}
		for _, d := range gum {
			add(d, lex, gumOnly)
			add(stock.vary(d, rng), thin, gumOnly)
		}
		ws, trans := train(examples, settings{epochs: epochs, rate: rate, l2: decay, drop: drop, seed: 8 + bag})
		for k, row := range ws {
			if own[k] {
				continue
			}
			if sum[k] == nil {
				sum[k] = new([tagger.Labels]float32)
			}
			for l, x := range row {
				sum[k][l] += x / float32(bags)
			}
		}
		for a := range trans {
			for b, x := range trans[a] {
				sumTrans[a][b] += x / float32(bags)
			}
		}
	}
	return tagger.NewModel(lex, sum, sumTrans, rounding)
}

// thinned returns the lexicon with half of the names of its lists: so that the
// field learns to do without.
func thinned(words map[string]uint32, rng *rand.Rand) *tagger.Lexicon {
	thin := map[string]uint32{}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		thin[w] = words[w]
		if rng.IntN(2) == 0 {
			thin[w] &^= tagger.Listed
		}
	}
	return tagger.NewLexicon(thin)
}

// examplesOf labels the stretches of a document.
func examplesOf(d document, lex *tagger.Lexicon) (out []example) {
	t := prepare(d.text)
	stretches, keys := tagger.Features(t, lex)
	label := make([]uint8, len(t.Toks))
	n := 0
	for i, tok := range t.Toks {
		for n < len(d.names) && d.names[n].end <= tok.Start {
			n++
		}
		if n < len(d.names) && tok.Start >= d.names[n].start {
			label[i] = 2 + 2*uint8(d.names[n].kind)
			if tok.Start == d.names[n].start {
				label[i]--
			}
		}
	}
	for k, s := range stretches {
		e := example{keys: keys[k], labels: label[s.From:s.To]}
		if l := e.labels[0]; l > 0 && l%2 == 0 { // the stretch cuts a name
			e.labels[0]--
		}
		out = append(out, e)
	}
	return out
}
