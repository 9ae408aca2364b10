package tagger

import (
	"math"
	"slices"
)

// Model is a trained tagger. It does not change once made and may be used by
// many at once.
type Model struct {
	Lex   *Lexicon
	keys  []uint32 // open addressing; 0: free
	rows  []uint32
	w     []int8 // Labels a row, in steps of Step
	Step  float32
	Trans [Labels][Labels]float32
	etran [Labels][Labels]float32 // exp of Trans, 0 where one may not follow
}

// Weights is a model in the making: what each key adds to each label.
type Weights map[uint32]*[Labels]float32

// Features returns the keys of all tokens of all stretches of a text: what a
// trainer learns from.
func Features(t *Text, lex *Lexicon) ([]Stretch, [][][]uint32) {
	r := newReader(t, lex)
	stretches := Stretches(t)
	out := make([][][]uint32, len(stretches))
	for k, s := range stretches {
		for i := s.From; i < s.To; i++ {
			out[k] = append(out[k], r.features(nil, i))
		}
	}
	return stretches, out
}

// NewModel returns the model of the weights, rounded to steps of step; keys
// whose weights all round to nothing are left out.
func NewModel(lex *Lexicon, ws Weights, trans [Labels][Labels]float32, step float32) *Model {
	m := &Model{Lex: lex, Step: step, Trans: trans}
	type row struct {
		key uint32
		w   [Labels]int8
	}
	var rows []row
	for _, k := range sortedKeys(ws) {
		r := row{key: k}
		some := false
		for l, x := range ws[k] {
			r.w[l] = int8(max(-127, min(127, math.Round(float64(x/step)))))
			some = some || r.w[l] != 0
		}
		if some {
			rows = append(rows, r)
		}
	}
	m.size(len(rows))
	for _, r := range rows {
		m.put(r.key, r.w[:])
	}
	m.ready()
	return m
}

func (m *Model) size(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	m.keys, m.rows, m.w = make([]uint32, size), make([]uint32, size), make([]int8, 0, n*Labels)
}

func (m *Model) put(k uint32, w []int8) {
	mask := uint32(len(m.keys) - 1)
	i := k * 0x9e3779b1 & mask
	for m.keys[i] != 0 {
		i = (i + 1) & mask
	}
	m.keys[i], m.rows[i] = k, uint32(len(m.w))
	m.w = append(m.w, w...)
}

func (m *Model) ready() {
	for a := range Labels {
		for b := range Labels {
			if Follows(a, b) {
				m.etran[a][b] = float32(math.Exp(float64(m.Trans[a][b])))
			}
		}
	}
}

// Rows returns the number of keys with a weight.
func (m *Model) Rows() int { return len(m.w) / Labels }

type scores [Labels]float32

// score adds up what the keys say.
func (m *Model) score(keys []uint32) scores {
	var sum [Labels]int32
	mask := uint32(len(m.keys) - 1)
	for _, k := range keys {
		for i := k * 0x9e3779b1 & mask; m.keys[i] != 0; i = (i + 1) & mask {
			if m.keys[i] == k {
				row := m.w[m.rows[i]:][:Labels]
				for l := range sum {
					sum[l] += int32(row[l])
				}
				break
			}
		}
	}
	var out scores
	for l := range sum {
		out[l] = float32(sum[l]) * m.Step
	}
	return out
}

// Tag returns the names of the likeliest labelling, in order. Stretches all of
// whose tokens have been told what they are are passed over; told may be nil.
func (m *Model) Tag(t *Text, told []bool) []Span {
	var out []Span
	r := newReader(t, m.Lex)
	var keys []uint32
	var l lattice
	for _, s := range Stretches(t) {
		if told != nil && !slices.Contains(told[s.From:s.To], false) {
			continue
		}
		l.reset(s.To - s.From)
		for i := s.From; i < s.To; i++ {
			keys = r.features(keys[:0], i)
			l.emit(i-s.From, m.score(keys))
		}
		l.run(m)
		for _, sp := range l.spans(m) {
			sp.From += s.From
			sp.To += s.From
			out = append(out, sp)
		}
	}
	return out
}
