package main

import "math"

// example is what speaks for one decision, and how right it would be to say yes.
type example struct {
	signals []float64
	label   float64 // 0 to 1
	weight  float64
}

// fit moves weights, the first of them the bias, to the least logistic loss by
// Newton's method (iteratively reweighted least squares) with a ridge on all but
// the bias.
func fit(examples []example, weights []float64) {
	n := len(weights)
	for range 30 {
		grad, hess := slopes(examples, weights)
		for j := range n {
			r := ridge
			if j == 0 {
				r = 1e-9
			}
			grad[j] += r * weights[j]
			hess[j][j] += r + 1e-9
		}
		step := solve(hess, grad)
		largest := 0.0
		for j := range n {
			largest = max(largest, math.Abs(step[j]))
		}
		scale := min(1, 2/largest)
		for j := range n {
			weights[j] -= scale * step[j]
		}
		if largest < 1e-4 {
			break
		}
	}
}

func probability(weights, signals []float64) float64 {
	sum := 0.0
	for i, v := range signals {
		sum += v * weights[i]
	}
	return 1 / (1 + math.Exp(-sum))
}

// slopes returns the gradient of the loss and the lower half of its second
// derivatives. The examples are summed in parts of one size, so that the cores
// do not show in the sums.
func slopes(examples []example, weights []float64) (grad []float64, hess [][]float64) {
	type sums struct {
		grad []float64
		hess [][]float64
	}
	n := len(weights)
	empty := func() sums {
		s := sums{make([]float64, n), make([][]float64, n)}
		for j := range s.hess {
			s.hess[j] = make([]float64, n)
		}
		return s
	}
	parts := make([]sums, 32)
	parallel(len(parts), func(k int) {
		parts[k] = empty()
		s := &parts[k]
		for i := k * len(examples) / len(parts); i < (k+1)*len(examples)/len(parts); i++ {
			e := &examples[i]
			p := probability(weights, e.signals)
			g, h := e.weight*(p-e.label), e.weight*max(p*(1-p), 1e-6)
			for j, v := range e.signals {
				if v == 0 {
					continue
				}
				s.grad[j] += g * v
				row := s.hess[j]
				for l := range j + 1 {
					row[l] += h * v * e.signals[l]
				}
			}
		}
	})
	all := empty()
	grad, hess = all.grad, all.hess
	for j := range n {
		for k := range parts {
			grad[j] += parts[k].grad[j]
			for l := range j + 1 {
				hess[j][l] += parts[k].hess[j][l]
			}
		}
	}
	return grad, hess
}

// solve solves a·x = b for a symmetric positive a of which the lower half is
// given, by Cholesky decomposition in place.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for j := range n {
		for k := range j {
			a[j][j] -= a[j][k] * a[j][k]
		}
		a[j][j] = math.Sqrt(max(a[j][j], 1e-12))
		for i := j + 1; i < n; i++ {
			for k := range j {
				a[i][j] -= a[i][k] * a[j][k]
			}
			a[i][j] /= a[j][j]
		}
	}
	x := make([]float64, n)
	for i := range n {
		x[i] = b[i]
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

func loss(examples []example, weights []float64) float64 {
	sum, all := 0.0, 0.0
	for i := range examples {
		e := &examples[i]
		p := min(max(probability(weights, e.signals), 1e-9), 1-1e-9)
		sum -= e.weight * (e.label*math.Log(p) + (1-e.label)*math.Log(1-p))
		all += e.weight
	}
	return sum / all
}
