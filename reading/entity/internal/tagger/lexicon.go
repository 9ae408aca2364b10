package tagger

import (
	"encoding/binary"
	"strings"
)

// Lexicon gives the classes of words by the upper 32 bits of their hash.
type Lexicon struct {
	keys []uint32 // open addressing; 0: free
	bits []uint32
}

// NewLexicon returns the lexicon of words and sequences of words, given in lower
// case, with their classes.
func NewLexicon(words map[string]uint32) *Lexicon {
	byKey := map[uint32]uint32{}
	for w, bits := range words {
		var h uint64
		for i, part := range strings.Fields(w) {
			if i == 0 {
				h = hashWord(part)
			} else {
				h = join(h, hashWord(part))
			}
		}
		byKey[lexKey(h)] |= bits
	}
	l := sizedLexicon(len(byKey))
	for _, k := range sortedKeys(byKey) {
		l.put(k, byKey[k])
	}
	return l
}

func sizedLexicon(n int) *Lexicon {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &Lexicon{make([]uint32, size), make([]uint32, size)}
}

func lexKey(h uint64) uint32 { return uint32(h>>32) | 1 }

func (l *Lexicon) put(k, bits uint32) {
	for i := k * 0x9e3779b1 & uint32(len(l.keys)-1); ; i = (i + 1) & uint32(len(l.keys)-1) {
		if l.keys[i] == 0 || l.keys[i] == k {
			l.keys[i], l.bits[i] = k, bits
			return
		}
	}
}

// Bits returns the classes of the word of that hash.
func (l *Lexicon) Bits(hash uint64) uint32 {
	k := lexKey(hash)
	for i := k * 0x9e3779b1 & uint32(len(l.keys)-1); l.keys[i] != 0; i = (i + 1) & uint32(len(l.keys)-1) {
		if l.keys[i] == k {
			return l.bits[i]
		}
	}
	return 0
}

// append writes the lexicon: the number of words, then key differences and
// classes as varints, by key.
func (l *Lexicon) append(b []byte) []byte {
	byKey := map[uint32]uint32{}
	for i, k := range l.keys {
		if k != 0 {
			byKey[k] = l.bits[i]
		}
	}
	b = binary.AppendUvarint(b, uint64(len(byKey)))
	last := uint32(0)
	for _, k := range sortedKeys(byKey) {
		b = binary.AppendUvarint(b, uint64(k-last))
		b = binary.AppendUvarint(b, uint64(byKey[k]))
		last = k
	}
	return b
}

func readLexicon(b *varints) *Lexicon {
	n := b.count()
	l := sizedLexicon(n)
	last := uint32(0)
	for range n {
		last += uint32(b.next())
		l.put(last, uint32(b.next()))
	}
	return l
}
