package machine

import (
	"encoding/binary"
	"errors"
	"math"
)

// Linear is a linear classifier over hashed features, most of whose weights are
// zero: a hash table from a feature's key to its few weights. The time is that
// of fetching slots from memory, so they are small and hold the first weights.
type Linear struct {
	Classes int
	slots   []slot
	mask    uint32
	more    []weight
}

type slot struct {
	key  uint32 // 0: free
	few  [2]weight
	from uint32 // where in more the further weights begin; the low 8 bits tell how many weights there are in all
}

type weight struct {
	class uint8
	value int8
}

// Row is a feature with its weights, as trainers give it.
type Row struct {
	Key     uint32
	Classes []uint8
	Values  []int16
}

// NewLinear takes rows in any order, keys distinct and not zero.
func NewLinear(classes int, rows []Row) *Linear {
	m := sized(classes, len(rows))
	for _, r := range rows {
		m.put(r)
	}
	return m
}

func sized(classes, rows int) *Linear {
	size := 4
	for size < 2*rows {
		size *= 2
	}
	return &Linear{Classes: classes, slots: make([]slot, size), mask: uint32(size - 1)}
}

func (m *Linear) put(r Row) {
	at := r.Key & m.mask
	for m.slots[at].key != 0 {
		at = (at + 1) & m.mask
	}
	s := slot{key: r.Key, from: uint32(len(m.more))<<8 | uint32(len(r.Classes))}
	for i, c := range r.Classes {
		if w := (weight{c, byteOf(r.Values[i])}); i < len(s.few) {
			s.few[i] = w
		} else {
			m.more = append(m.more, w)
		}
	}
	m.slots[at] = s
}

func byteOf(n int16) int8 { return int8(min(math.MaxInt8, max(math.MinInt8, n))) }

// most is a power of two, more than any list of features has.
const most = 64

// Score adds the weights of the features to scores, one for each class.
func (m *Linear) Score(features []uint32, scores []int32) {
	var keys [most]uint32
	for i, f := range features { // all at once, so that memory answers them together
		keys[i&(most-1)] = m.slots[f&m.mask].key
	}
	for i, f := range features {
		at := f & m.mask
		for k := keys[i&(most-1)]; k != f && k != 0; k = m.slots[at].key {
			at = (at + 1) & m.mask
		}
		s := &m.slots[at]
		if s.key == 0 {
			continue
		}
		n := s.from & 0xFF
		for _, w := range s.few[:min(n, 2)] {
			scores[w.class] += int32(w.value)
		}
		if n > 2 {
			for _, w := range m.more[s.from>>8:][:n-2] {
				scores[w.class] += int32(w.value)
			}
		}
	}
}

// Best returns the class with the highest score, the first of several.
func Best(scores []int32) int {
	best, _ := ahead(scores, nil)
	return int(best)
}

// ahead returns the best of the classes, the first of several, and how far it is
// ahead of the others; few, if not nil, lists the classes to choose from.
func ahead(scores []int32, few []uint8) (best uint8, lead int32) {
	top, second := int32(math.MinInt32/4), int32(math.MinInt32/4)
	if few == nil {
		for i, s := range scores {
			if s > second {
				if s > top {
					top, second, best = s, top, uint8(i)
				} else {
					second = s
				}
			}
		}
		return best, top - second
	}
	for _, i := range few {
		if s := scores[i]; s > top {
			top, second, best = s, top, i
		} else if s > second {
			second = s
		}
	}
	return best, top - second
}

// appendRows writes rows, which are sorted by key: counts, then for each row
// the distance of its key from the last, the number of weights, the weights.
func appendRows(b []byte, classes int, rows []Row) []byte {
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

// readRows reads rows of so many classes: begin is told their number, put is
// given each, whose lists it may not keep. It returns what follows.
func readRows(b []byte, classes int, begin func(rows int), put func(Row)) ([]byte, error) {
	n, b, err := number(b)
	if err != nil || n != uint64(classes) {
		return nil, errModel
	}
	count, b, err := number(b)
	if err != nil || count > uint64(len(b)) {
		return nil, errModel
	}
	begin(int(count))
	r := Row{Classes: make([]uint8, 0, 255), Values: make([]int16, 0, 255)}
	for range count {
		var distance uint64
		if distance, b, err = number(b); err != nil || len(b) == 0 {
			return nil, errModel
		}
		r.Key += uint32(distance)
		r.Classes, r.Values = r.Classes[:0], r.Values[:0]
		n := int(b[0])
		b = b[1:]
		for range n {
			if len(b) < 2 || int(b[0]) >= classes {
				return nil, errModel
			}
			value, size := binary.Varint(b[1:])
			if size <= 0 || value < math.MinInt16 || value > math.MaxInt16 {
				return nil, errModel
			}
			r.Classes, r.Values = append(r.Classes, b[0]), append(r.Values, int16(value))
			b = b[1+size:]
		}
		put(r)
	}
	return b, nil
}

func number(b []byte) (uint64, []byte, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 {
		return 0, nil, errModel
	}
	return n, b[size:], nil
}
