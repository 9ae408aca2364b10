package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"

	"coranto/desk/story"
	"coranto/newsroom/internal/labelled"
)

// searched are the weights that say how ready a desk is to join, in young and
// old stories, near and far in time. What the fit to single decisions says of
// the others stays.
var searched = []string{
	"bias", "centroid-root", "margin", "gap-days", "undated", "same-publisher", "size", "short", "single",
	"short*size", "short*undated", "foreign", "prefer", "merge", "move", "split",
}

// search improves these on what counts in the end, the stories: it maximises the
// outcome over all streams by separable CMA-ES (Ros and Hansen 2008), with a
// small pull back to the fitted weights.
func search(sets []weightedSet, from *story.Model, generations int) *story.Model {
	const (
		children = 8
		parents  = 4
		sigma    = 0.15
		pull     = 0.0002
	)
	origin := flat(from)
	n := len(origin)
	mean, sd := slices.Clone(origin), make([]float64, n)
	for i := range sd {
		if slices.Contains(searched, weightName(i)) {
			sd[i] = sigma * (0.3 + 0.4*math.Abs(origin[i]))
		}
		if i >= len(from.Weights) {
			sd[i] = max(sd[i], 0.15)
		}
	}
	unit := slices.Clone(sd)
	r := rand.New(rand.NewPCG(3, 5))
	value := func(w []float64) float64 {
		away := 0.0
		for i := range w {
			if unit[i] > 0 {
				d := (w[i] - origin[i]) / unit[i]
				away += d * d
			}
		}
		return outcome(sets, unflat(from, w)) - pull*away/float64(len(searched))
	}
	best, bestValue := origin, value(origin)
	fmt.Fprintf(os.Stderr, "search: from %.4f\n", bestValue)
	for g := range generations {
		type child struct {
			w     []float64
			value float64
		}
		brood := make([]child, children)
		for k := range brood {
			w := make([]float64, n)
			for i := range w {
				w[i] = mean[i] + sd[i]*r.NormFloat64()
			}
			brood[k].w = w
		}
		parallel(len(brood), func(k int) { brood[k].value = value(brood[k].w) })
		slices.SortStableFunc(brood, func(a, b child) int {
			if a.value > b.value {
				return -1
			}
			return 1
		})
		old := slices.Clone(mean)
		for i := range mean {
			sum, weights, spread := 0.0, 0.0, 0.0
			for k := range parents {
				v := math.Log(parents+1) - math.Log(float64(k+1))
				sum += v * brood[k].w[i]
				d := brood[k].w[i] - old[i]
				spread += v * d * d
				weights += v
			}
			mean[i] = sum / weights
			sd[i] = math.Sqrt(0.85*sd[i]*sd[i] + 0.15*spread/weights)
		}
		at := value(mean)
		if at > bestValue {
			best, bestValue = slices.Clone(mean), at
		}
		if brood[0].value > bestValue {
			best, bestValue = brood[0].w, brood[0].value
		}
		fmt.Fprintf(os.Stderr, "search: generation %d mean %.4f best %.4f\n", g+1, at, bestValue)
	}
	return unflat(from, best)
}

func weightName(i int) string {
	return append(story.SignalNames[:], "prefer", "merge", "move", "split")[i]
}

func flat(m *story.Model) []float64 {
	return append(slices.Clone(m.Weights[:]), m.Prefer, m.Merge, m.Move, m.Split)
}

// unflat returns the model with the searched numbers put in.
func unflat(m *story.Model, w []float64) *story.Model {
	out := *m
	n := copy(out.Weights[:], w)
	out.Prefer, out.Merge, out.Move, out.Split = w[n], w[n+1], w[n+2], w[n+3]
	return &out
}

// outcome is the weighted mean of BCubed F1 over the weightier streams; the others
// have their say in the fit.
func outcome(sets []weightedSet, m *story.Model) float64 {
	sum, all := 0.0, 0.0
	for _, s := range sets {
		if s.weight < 1 {
			continue
		}
		sum += s.weight * labelled.BCubed(s.Set, labelled.Decide(s.Set, story.Options{Model: m})).F1
		all += s.weight
	}
	return sum / all
}
