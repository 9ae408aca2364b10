package tagger

import "math"

// lattice holds the labels of one stretch with their probabilities.
type lattice struct {
	n                    int
	emits, ahead, behind []scores // exp of scores, forward and backward sums, scaled
	scale                []float32
	best                 []uint8
	score                []scores
	from                 [][Labels]uint8
}

func (l *lattice) reset(n int) {
	l.n = n
	for len(l.emits) < n {
		l.emits, l.ahead, l.behind, l.score = append(l.emits, scores{}), append(l.ahead, scores{}), append(l.behind, scores{}), append(l.score, scores{})
		l.from, l.best, l.scale = append(l.from, [Labels]uint8{}), append(l.best, 0), append(l.scale, 0)
	}
}

func (l *lattice) emit(i int, s scores) {
	top := s[0]
	for _, x := range s {
		top = max(top, x)
	}
	l.score[i] = s
	for k, x := range s {
		l.emits[i][k] = float32(math.Exp(float64(x - top)))
	}
}

// run sums over all labellings, forward and backward, and finds the best one.
// Outside of the stretch no word is part of a name.
func (l *lattice) run(m *Model) {
	var v scores
	for i := range l.n {
		var total float32
		var next scores
		for b := range Labels {
			var sum float32
			top, arg := float32(math.Inf(-1)), 0
			if i == 0 {
				sum = m.etran[0][b]
				if sum > 0 {
					top = m.Trans[0][b]
				}
			} else {
				for a := range Labels {
					if e := m.etran[a][b]; e > 0 {
						sum += l.ahead[i-1][a] * e
						if x := v[a] + m.Trans[a][b]; x > top {
							top, arg = x, a
						}
					}
				}
			}
			l.ahead[i][b] = sum * l.emits[i][b]
			total += l.ahead[i][b]
			next[b] = top + l.score[i][b]
			l.from[i][b] = uint8(arg)
		}
		for b := range Labels {
			l.ahead[i][b] /= total
		}
		l.scale[i] = total
		v = next
	}
	last := l.n - 1
	top := float32(math.Inf(-1))
	for a := range Labels {
		l.behind[last][a] = m.etran[a][0]
		if x := v[a] + m.Trans[a][0]; x > top {
			top, l.best[last] = x, uint8(a)
		}
	}
	for i := last - 1; i >= 0; i-- {
		l.best[i] = l.from[i+1][l.best[i+1]]
		for a := range Labels {
			var sum float32
			for b := range Labels {
				sum += m.etran[a][b] * l.emits[i+1][b] * l.behind[i+1][b]
			}
			l.behind[i][a] = sum / l.scale[i+1]
		}
	}
}

// spans returns the names of the best labelling with their probabilities.
func (l *lattice) spans(m *Model) []Span {
	var out []Span
	for i := 0; i < l.n; i++ {
		b := int(l.best[i])
		if b == 0 {
			continue
		}
		j := i + 1
		for j < l.n && int(l.best[j]) == b+1 {
			j++
		}
		out = append(out, Span{i, j, Kind((b - 1) / 2), l.sure(m, i, j, b)})
		i = j - 1
	}
	return out
}

// sure is the probability that tokens [i, j) are one name of first label b.
func (l *lattice) sure(m *Model, i, j, b int) float32 {
	var z float32
	for a := range Labels {
		z += l.ahead[l.n-1][a] * m.etran[a][0]
	}
	p := l.ahead[i][b]
	last := b
	for k := i + 1; k < j; k++ {
		p *= m.etran[last][b+1] * l.emits[k][b+1] / l.scale[k]
		last = b + 1
	}
	if j == l.n {
		return p * m.etran[last][0] / z
	}
	var after float32
	for c := range Labels {
		if c != b+1 {
			after += m.etran[last][c] * l.emits[j][c] * l.behind[j][c]
		}
	}
	return p * after / l.scale[j] / z
}
