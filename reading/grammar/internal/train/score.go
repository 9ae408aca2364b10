package main

import (
	"fmt"
	"strings"
	"time"

	"coranto/reading/grammar/internal/machine"
)

// score tells how well the model does on sentences with the treebank's tokens.
// Punctuation counts.
func score(m *machine.Model, all []sentence) string {
	var words, tags, fine, heads, arcs, core int
	var s machine.Sentence
	start := time.Now()
	for i := range all {
		gold := &all[i]
		set(&s, gold.words)
		s.Tag(m, nil)
		s.Parse(m)
		for i := 1; i <= s.N; i++ {
			words++
			upos, xpos, _ := strings.Cut(m.Tags[s.Tags[i]], " ")
			u, x, _ := strings.Cut(gold.tags[i], " ")
			tags += one(upos == u)
			fine += one(xpos == x)
			if s.Heads[i] == gold.heads[i] {
				heads++
				label := m.Labels[s.Labels[i]]
				arcs += one(label == gold.labels[i])
				core += one(base(label) == base(gold.labels[i]))
			}
		}
	}
	percent := func(n int) float64 { return 100 * float64(n) / float64(words) }
	return fmt.Sprintf("UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f (%.2f without subtypes) on %d words, %.0f words/s",
		percent(tags), percent(fine), percent(heads), percent(arcs), percent(core), words, float64(words)/time.Since(start).Seconds())
}

func base(label string) string {
	b, _, _ := strings.Cut(label, ":")
	return b
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
