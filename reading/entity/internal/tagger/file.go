package tagger

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"slices"
)

var errShort = errors.New("the model of names is cut short")

const magic = "coranto names 1\n"

// Bytes returns the model as Parse reads it: the lexicon; the transitions; the
// rows by key, each as the difference to the key before, the labels with a
// weight as bits, and their weights.
func (m *Model) Bytes() []byte {
	b := m.Lex.append([]byte(magic))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(m.Step))
	for _, row := range m.Trans {
		for _, x := range row {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
	}
	rows := make(map[uint32][Labels]int8, m.rows)
	for _, s := range m.slots {
		if s.key != 0 {
			rows[s.key] = s.w
		}
	}
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := uint32(0)
	for _, k := range sortedKeys(rows) {
		b = binary.AppendUvarint(b, uint64(k-last))
		last = k
		var some uint64
		for l, w := range rows[k] {
			if w != 0 {
				some |= 1 << l
			}
		}
		b = binary.AppendUvarint(b, some)
		for _, w := range rows[k] {
			if w != 0 {
				b = append(b, byte(w))
			}
		}
	}
	return b
}

// Parse reads a model.
func Parse(b []byte) (*Model, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errors.New("no model of names")
	}
	v := &varints{rest: b[len(magic):]}
	m := &Model{Lex: readLexicon(v)}
	m.Step = v.float()
	for a := range Labels {
		for c := range Labels {
			m.Trans[a][c] = v.float()
		}
	}
	n := v.count()
	m.size(n)
	last := uint32(0)
	for range n {
		last += uint32(v.next())
		some := v.next()
		if v.err != nil || bits.OnesCount64(some) > len(v.rest) || some >= 1<<Labels {
			return nil, errShort
		}
		row := slot{key: last}
		for l := range row.w {
			if some&(1<<l) != 0 {
				row.w[l] = int8(v.rest[0])
				v.rest = v.rest[1:]
			}
		}
		m.put(row)
	}
	m.ready()
	return m, v.err
}

type varints struct {
	rest []byte
	err  error
}

func (v *varints) next() uint64 {
	x, n := binary.Uvarint(v.rest)
	if n <= 0 {
		v.err, v.rest = errShort, nil
		return 0
	}
	v.rest = v.rest[n:]
	return x
}

// count returns a number of entries of at least two bytes each; 0 when the rest
// is too short for them.
func (v *varints) count() int {
	n := v.next()
	if n > uint64(len(v.rest))/2 {
		v.err = errShort
		return 0
	}
	return int(n)
}

func (v *varints) float() float32 {
	if len(v.rest) < 4 {
		v.err, v.rest = errShort, nil
		return 0
	}
	x := binary.LittleEndian.Uint32(v.rest)
	v.rest = v.rest[4:]
	return math.Float32frombits(x)
}

func sortedKeys[V any](m map[uint32]V) []uint32 {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
