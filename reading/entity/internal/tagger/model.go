package tagger

import (
	"math"
	"slices"
)

// Model is a trained tagger. It does not change once made and may be used by
// many at once.
type Model struct {
	Lex   *Lexicon
	slots []slot // open addressing
	rows  int
	Step  float32
	Trans [Labels][Labels]float32
	etran [Labels][Labels]float32 // exp of Trans, 0 where one may not follow
}

// slot holds what a key adds to each label, in steps of Step; a key of 0 is
// free.
type slot struct {
	key uint32
	w   [Labels]int8
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
	var rows []slot
	for _, k := range sortedKeys(ws) {
		r := slot{key: k}
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
		m.put(r)
	}
	m.ready()
	return m
}

func (m *Model) size(n int) {
	size := 16
	for size < 2*n {
		size *= 2
	}
	m.slots = make([]slot, size)
}

func (m *Model) put(s slot) {
	mask := uint32(len(m.slots) - 1)
	i := s.key * 0x9e3779b1 & mask
	for m.slots[i].key != 0 {
		i = (i + 1) & mask
	}
	m.slots[i] = s
	m.rows++
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

type scores [Labels]float32

// score adds up what the keys say.
func (m *Model) score(keys []uint32) scores {
	var sum [Labels]int32
	mask := uint32(len(m.slots) - 1)
	for _, k := range keys {
		for i := k * 0x9e3779b1 & mask; m.slots[i].key != 0; i = (i + 1) & mask {
			if m.slots[i].key == k {
				for l, w := range m.slots[i].w {
					sum[l] += int32(w)
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
