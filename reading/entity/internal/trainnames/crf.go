package main

import (
	"math"
	"math/rand/v2"

	"coranto/reading/entity/internal/tagger"
)

// example is a stretch with the keys of its words and their labels.
type example struct {
	keys   [][]uint32
	labels []uint8
}

// settings of the training.
type settings struct {
	epochs int
	rate   float64 // of AdaGrad (Duchi, Hazan, Singer 2011)
	l2     float64 // per example
	drop   float64 // share of a word's keys left out at each sight of it
	seed   uint64
}

// crf is a conditional random field being trained by AdaGrad, one example at a
// time.
type crf struct {
	index map[uint32]int32
	w, g  [][tagger.Labels]float64 // weights, sums of squared gradients
	trans [tagger.Labels][tagger.Labels]float64
	gt    [tagger.Labels][tagger.Labels]float64
	sum   []row // averages over the later epochs
	tsum  [tagger.Labels]row
}

type row = [tagger.Labels]float64

// train fits the field to the examples and returns its weights, those of keys
// met fewer than twice left out. Keys are left out at random (Srivastava and
// others 2014).
func train(examples []example, s settings) (tagger.Weights, [tagger.Labels][tagger.Labels]float32) {
	c := &crf{index: map[uint32]int32{}}
	count := map[uint32]int{}
	for _, e := range examples {
		for _, keys := range e.keys {
			for _, k := range keys {
				count[k]++
			}
		}
	}
	ids := make([][][]int32, len(examples))
	var all []uint32
	for x, e := range examples {
		for _, keys := range e.keys {
			var row []int32
			for _, k := range keys {
				if count[k] < 2 {
					continue
				}
				id, ok := c.index[k]
				if !ok {
					id = int32(len(all))
					c.index[k] = id
					all = append(all, k)
				}
				row = append(row, id)
			}
			ids[x] = append(ids[x], row)
		}
	}
	c.w, c.g, c.sum = make([]row, len(all)), make([]row, len(all)), make([]row, len(all))
	rng := rand.New(rand.NewPCG(s.seed, 1))
	order := rng.Perm(len(examples))
	for epoch := range s.epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := s.rate / (1 + 0.1*float64(epoch))
		for _, x := range order {
			c.step(ids[x], examples[x].labels, rate, s, rng)
		}
		if epoch >= s.epochs/3 {
			c.average(s.epochs - s.epochs/3)
		}
	}
	ws := tagger.Weights{}
	for id, k := range all {
		var r [tagger.Labels]float32
		for l := range r {
			r[l] = float32(c.sum[id][l] * (1 - s.drop)) // all keys at once weigh no more than those kept did
		}
		ws[k] = &r
	}
	var trans [tagger.Labels][tagger.Labels]float32
	for a := range trans {
		for b := range trans[a] {
			trans[a][b] = float32(c.tsum[a][b])
		}
	}
	return ws, trans
}

// average adds the weights as they are to their average over n epochs.
func (c *crf) average(n int) {
	for id := range c.w {
		for l, w := range c.w[id] {
			c.sum[id][l] += w / float64(n)
		}
	}
	for a := range c.trans {
		for b, w := range c.trans[a] {
			c.tsum[a][b] += w / float64(n)
		}
	}
}

// step moves the weights towards the labels of one example.
func (c *crf) step(ids [][]int32, labels []uint8, rate float64, s settings, rng *rand.Rand) {
	n := len(ids)
	kept := make([][]int32, n)
	emit := make([]row, n)
	for i, row := range ids {
		for _, id := range row {
			if rng.Float64() < s.drop {
				continue
			}
			kept[i] = append(kept[i], id)
			for l, w := range c.w[id] {
				emit[i][l] += w
			}
		}
	}
	marginal, pairs, opening, closing := c.marginals(emit)
	for i := range kept {
		grad := marginal[i]
		grad[labels[i]]--
		for _, id := range kept[i] {
			w, g := &c.w[id], &c.g[id]
			for l := range grad {
				d := grad[l] + s.l2*w[l]
				g[l] += d * d
				w[l] -= rate * d / (1e-6 + math.Sqrt(g[l]))
			}
		}
	}
	var grad [tagger.Labels][tagger.Labels]float64
	for _, p := range pairs {
		for a := range p {
			for b := range p[a] {
				grad[a][b] += p[a][b]
			}
		}
	}
	for l := range opening {
		grad[0][l] += opening[l]
		grad[l][0] += closing[l]
	}
	last := uint8(0)
	for _, l := range labels {
		grad[last][l]--
		last = l
	}
	grad[last][0]--
	for a := range grad {
		for b, d := range grad[a] {
			if d == 0 || !tagger.Follows(a, b) {
				continue
			}
			c.gt[a][b] += d * d
			c.trans[a][b] -= rate * d / (1e-6 + math.Sqrt(c.gt[a][b]))
		}
	}
}

// marginals returns the probabilities of labels, of pairs of them, and of those
// at both ends, outside of which no word is part of a name.
func (c *crf) marginals(emit []row) (marginal []row, pairs [][tagger.Labels]row, opening, closing row) {
	n := len(emit)
	var tr [tagger.Labels]row
	for a := range tr {
		for b := range tr[a] {
			if tagger.Follows(a, b) {
				tr[a][b] = math.Exp(c.trans[a][b])
			}
		}
	}
	ahead, behind, e := make([]row, n), make([]row, n), make([]row, n)
	for i := range emit {
		top := math.Inf(-1)
		for _, x := range emit[i] {
			top = max(top, x)
		}
		for l, x := range emit[i] {
			e[i][l] = math.Exp(x - top)
		}
		var total float64
		for b := range tr {
			sum := tr[0][b]
			if i > 0 {
				sum = 0
				for a := range tr {
					sum += ahead[i-1][a] * tr[a][b]
				}
			}
			ahead[i][b] = sum * e[i][b]
			total += ahead[i][b]
		}
		for b := range tr {
			ahead[i][b] /= total
		}
	}
	for a := range tr {
		behind[n-1][a] = tr[a][0]
	}
	for i := n - 2; i >= 0; i-- {
		var total float64
		for a := range tr {
			for b := range tr {
				behind[i][a] += tr[a][b] * e[i+1][b] * behind[i+1][b]
			}
			total += behind[i][a]
		}
		for a := range tr {
			behind[i][a] /= total
		}
	}
	marginal, pairs = make([]row, n), make([][tagger.Labels]row, max(0, n-1))
	for i := range emit {
		var total float64
		for l := range tr {
			marginal[i][l] = ahead[i][l] * behind[i][l]
			total += marginal[i][l]
		}
		for l := range tr {
			marginal[i][l] /= total
		}
		if i+1 == n {
			continue
		}
		total = 0
		for a := range tr {
			for b := range tr {
				pairs[i][a][b] = ahead[i][a] * tr[a][b] * e[i+1][b] * behind[i+1][b]
				total += pairs[i][a][b]
			}
		}
		for a := range tr {
			for b := range tr {
				pairs[i][a][b] /= total
			}
		}
	}
	return marginal, pairs, marginal[0], marginal[n-1]
}
