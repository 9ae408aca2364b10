package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"coranto/reading/lang/internal/ends"
)

// How the model learns, chosen by -folds.
const (
	passes   = 12
	rate     = 0.05
	ridge    = 1e-5
	copies   = 2   // of each document
	drop     = 7   // one stop in so many is left out; before as many sentences stands a heading
	ofCopies = 0.5 // how much copies count
	ofMade   = 0.3 // how much an end counts that was made
	doubt    = 0.8 // how sure the treebank's model must be to set news aside
	ofNews   = 0.2 // how much articles count, whose ends our rules tell
	dropout  = 10  // per cent of the features, each time
)

type example struct {
	features []uint32
	end      bool
	weight   float64
}

func examples(d document, weight float64) (all []example) {
	from := 0
	for k := range d.end {
		if d.words.Candidate(k) {
			e := example{d.words.Features(nil, from, k), d.end[k], weight}
			if d.made[k] {
				e.weight *= ofMade
			}
			all = append(all, e)
		}
		if d.end[k] {
			from = k + 1
		}
	}
	return all
}

// learn learns from the treebank as it is and from copies that lack stops and
// have headings; and from the news, but for blanks at which a model of the
// treebank alone finds an end, as our own rules told their sentences.
func learn(treebank, news []text) *ends.Model {
	random := rand.New(rand.NewPCG(3, 4))
	var all []example
	for _, d := range treebank {
		all = append(all, examples(joined(d.sentences), 1)...)
		for range copies {
			all = append(all, examples(retold(d, drop, random), ofCopies)...)
		}
	}
	if ofNews == 0 {
		return fit(all, random)
	}
	first := fit(slices.Clone(all), random)
	for _, d := range news {
		for _, drop := range []int{0, drop} {
			for _, e := range examples(retold(d, drop, random), ofNews) {
				if e.end || first.Score(e.features) < doubt {
					all = append(all, e)
				}
			}
		}
	}
	return fit(all, random)
}

// fit fits a logistic regression by stochastic gradient descent with steps for
// each weight (Duchi, Hazan and Singer 2011).
func fit(all []example, random *rand.Rand) *ends.Model {
	var weights, squares, total [1 << ends.Bits]float64
	for pass := range passes {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for i := range all {
			step(&all[i], &weights, &squares, random)
		}
		if pass >= passes/2 {
			for i := range weights {
				total[i] += weights[i]
			}
		}
	}
	return rounded(total[:], float64(passes-passes/2))
}

func step(e *example, weights, squares *[1 << ends.Bits]float64, random *rand.Rand) {
	var kept [96]uint32
	n := 0
	sum := 0.0
	for _, f := range e.features {
		if random.IntN(100) >= dropout {
			f &= 1<<ends.Bits - 1
			kept[n] = f
			n++
			sum += weights[f]
		}
	}
	miss := 1 / (1 + math.Exp(-sum))
	if e.end {
		miss -= 1
	}
	for _, f := range kept[:n] {
		g := float64(miss*e.weight) + float64(ridge*weights[f])
		squares[f] += float64(g * g)
		weights[f] -= rate * g / math.Sqrt(squares[f]+1e-8)
	}
}

func rounded(total []float64, n float64) *ends.Model {
	top := 0.0
	for _, x := range total {
		top = max(top, math.Abs(x/n))
	}
	m := &ends.Model{Step: float32(min(top, 4) / 127)}
	for i, x := range total {
		m.Weights[i] = int8(max(-127, min(127, math.Round(x/n/float64(m.Step)))))
	}
	return m
}

// counts are ends found, found where none are, and missed.
type counts struct{ right, wrong, missed int }

func (c counts) String() string {
	return fmt.Sprintf("%d found, %d wrong, %d missed", c.right, c.wrong, c.missed)
}

// measure finds ends without a stop where the model is surer than least; other
// ends are given.
func (c *counts) measure(m *ends.Model, docs []text, least float64) {
	for _, s := range docs {
		d := joined(s.sentences)
		from := 0
		for k := range d.end {
			if !d.words.Candidate(k) {
				if d.end[k] {
					from = k + 1
				}
				continue
			}
			found := m.Sure(d.words, from, k) >= least
			switch {
			case found && d.end[k]:
				c.right++
			case found:
				c.wrong++
			case d.end[k]:
				c.missed++
			}
			if found {
				from = k + 1
			}
		}
	}
}

// cross learns from all but one part, for each part, and measures on it.
func cross(treebank, news []text, folds int) {
	least := []float64{0.3, 0.5, 0.7, 0.85, 0.95}
	all := make([]counts, len(least))
	for fold := range folds {
		var rest, part []text
		for i, d := range treebank {
			if i%folds == fold {
				part = append(part, d)
			} else {
				rest = append(rest, d)
			}
		}
		m := learn(rest, news)
		for i, l := range least {
			all[i].measure(m, part, l)
		}
	}
	for i, l := range least {
		fmt.Printf("from %.2f: %v\n", l, all[i])
	}
}
