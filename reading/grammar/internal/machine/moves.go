package machine

// Moves weighs the transitions as Linear weighs classes, faster: its table is
// small enough to stay near the processor, a place in it holds two features, and
// their weights are added without asking whether they are those of the feature
// at hand.
type Moves struct {
	table []uint64 // two features, each as half of its key, Shift, Left; weights over all transitions sum to nothing
}

const movesBits = 18 // the logarithm of the table's length

func place(key uint32) uint32 { return key & (1<<movesBits - 1) }
func rest(key uint32) uint32  { return key >> 16 }

// filler fills a table. Of more than two features at one place those with the
// largest weights stay, of equal ones the first.
type filler struct {
	*Moves
	sizes [][2]uint8 // the largest weight of each feature in the table
}

func newFiller() *filler {
	return &filler{&Moves{make([]uint64, 1<<movesBits)}, make([][2]uint8, 1<<movesBits)}
}

func (f *filler) put(r Row) {
	var of [Transitions]int8
	size := uint8(0)
	for i, c := range r.Classes {
		w := byteOf(r.Values[i])
		of[c] = w
		size = max(size, uint8(max(int(w), -int(w))))
	}
	slot := uint64(rest(r.Key))<<16 | uint64(uint8(of[Left]))<<8 | uint64(uint8(of[Shift]))
	at := place(r.Key)
	two, sizes := &f.table[at], &f.sizes[at]
	least := 0 // of the two
	if sizes[1] <= sizes[0] {
		least = 1
	}
	if size > sizes[least] {
		shift := 32 * least
		*two = *two&^(0xFFFFFFFF<<shift) | slot<<shift
		sizes[least] = size
	}
}

// Score sums the weights of the features for Shift and Left; those for Right are
// the negative of both.
func (m *Moves) Score(features []uint32) (shift, left int32) {
	table := (*[1 << movesBits]uint64)(m.table)
	for _, f := range features {
		two := table[place(f)]
		a, b := uint32(two), uint32(two>>32)
		a &= same(a>>16, rest(f))
		b &= same(b>>16, rest(f))
		shift += int32(int8(a)) + int32(int8(b))
		left += int32(int8(a>>8)) + int32(int8(b>>8))
	}
	return shift, left
}

// same is all ones where two numbers below 1<<31 are the same, else zero.
func same(a, b uint32) uint32 { return uint32(int32((a^b)-1) >> 31) }
