package machine

import (
	"encoding/binary"
	"errors"
	"math"
)

// Linear is a linear classifier over hashed features, most of whose weights are
// zero: a hash table from a feature's key to its few weights.
type Linear struct {
	Classes int
	slots   []slot
	mask    uint32
	weights []weight
}

type slot struct {
	key  uint32 // 0: free
	from uint32 // the first weight; the low 8 bits tell how many there are
}

type weight struct {
	class uint8
	value int16
}

// Row is a feature with its weights, as trainers give it.
type Row struct {
	Key     uint32
	Classes []uint8
	Values  []int16
}

// NewLinear takes rows in any order, keys distinct and not zero.
func NewLinear(classes int, rows []Row) *Linear {
	size := 4
	for size < 2*len(rows) {
		size *= 2
	}
	m := &Linear{Classes: classes, slots: make([]slot, size), mask: uint32(size - 1)}
	for _, r := range rows {
		at := r.Key & m.mask
		for m.slots[at].key != 0 {
			at = (at + 1) & m.mask
		}
		m.slots[at] = slot{r.Key, uint32(len(m.weights))<<8 | uint32(len(r.Classes))}
		for i, c := range r.Classes {
			m.weights = append(m.weights, weight{c, r.Values[i]})
		}
	}
	return m
}

// Score adds the weights of the features to scores, one for each class.
func (m *Linear) Score(features []uint32, scores []int32) {
	for _, f := range features {
		at := f & m.mask
		for m.slots[at].key != f {
			if m.slots[at].key == 0 {
				goto next
			}
			at = (at + 1) & m.mask
		}
		{
			from := m.slots[at].from
			for _, w := range m.weights[from>>8:][:from&0xFF] {
				scores[w.class] += int32(w.value)
			}
		}
	next:
	}
}

// Best returns the class with the highest score, the first of several.
func Best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// appendLinear writes rows, which are sorted by key: counts, then for each row
// the distance of its key from the last, the number of weights, the weights.
func appendLinear(b []byte, classes int, rows []Row) []byte {
	b = binary.AppendUvarint(b, uint64(classes))
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := uint32(0)
	for _, r := range rows {
		b = binary.AppendUvarint(b, uint64(r.Key-last))
		last = r.Key
		b = append(b, byte(len(r.Classes)))
		for i, c := range r.Classes {
			b = append(b, c)
			b = binary.AppendVarint(b, int64(r.Values[i]))
		}
	}
	return b
}

var errModel = errors.New("the model is damaged")

func readLinear(b []byte) (*Linear, []byte, error) {
	classes, b, err := number(b)
	if err != nil {
		return nil, nil, err
	}
	count, b, err := number(b)
	if err != nil || count > uint64(len(b)) {
		return nil, nil, errModel
	}
	rows := make([]Row, count)
	list := make([]uint8, 0, len(b)/2)
	values := make([]int16, 0, len(b)/2)
	last := uint32(0)
	for i := range rows {
		var distance uint64
		if distance, b, err = number(b); err != nil || len(b) == 0 {
			return nil, nil, errModel
		}
		last += uint32(distance)
		n, from := int(b[0]), len(list)
		b = b[1:]
		for range n {
			if len(b) < 2 || uint64(b[0]) >= classes {
				return nil, nil, errModel
			}
			value, size := binary.Varint(b[1:])
			if size <= 0 || value < math.MinInt16 || value > math.MaxInt16 {
				return nil, nil, errModel
			}
			list, values = append(list, b[0]), append(values, int16(value))
			b = b[1+size:]
		}
		rows[i] = Row{last, list[from:], values[from:]}
	}
	return NewLinear(int(classes), rows), b, nil
}

func number(b []byte) (uint64, []byte, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 {
		return 0, nil, errModel
	}
	return n, b[size:], nil
}
