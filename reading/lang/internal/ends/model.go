package ends

import (
	"errors"
	"math"
)

// Bits is the logarithm of the number of weights.
const Bits = 15

// Model holds a weight for each hashed feature, in steps of Step.
type Model struct {
	Step    float32
	Weights [1 << Bits]int8
}

const magic = "coranto ends 1\n"

var errModel = errors.New("the model of sentence ends is damaged")

// Bytes returns the model as Parse reads it.
func (m *Model) Bytes() []byte {
	b := []byte(magic)
	step := math.Float32bits(m.Step)
	b = append(b, byte(step), byte(step>>8), byte(step>>16), byte(step>>24))
	for _, w := range m.Weights {
		b = append(b, byte(w))
	}
	return b
}

// Parse reads a model.
func Parse(b []byte) (*Model, error) {
	if len(b) != len(magic)+4+1<<Bits || string(b[:len(magic)]) != magic {
		return nil, errModel
	}
	b = b[len(magic):]
	m := &Model{Step: math.Float32frombits(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24)}
	for i, w := range b[4:] {
		m.Weights[i] = int8(w)
	}
	return m, nil
}

// Sure is how likely a sentence that begins at word from ends behind word k.
func (m *Model) Sure(w *Words, from, k int) float64 {
	var buffer [96]uint32
	return m.Score(w.Features(buffer[:0], from, k))
}

// Score is Sure of these features.
func (m *Model) Score(features []uint32) float64 {
	sum := int32(0)
	for _, f := range features {
		sum += int32(m.Weights[f&(1<<Bits-1)])
	}
	return 1 / (1 + math.Exp(-float64(m.Step)*float64(sum)))
}
