package ends

// Candidate tells whether a sentence may end behind word k without a stop: where
// the next word begins with a capital, a digit or a mark, or a dash breaks off.
func (w *Words) Candidate(k int) bool {
	if k < 0 || k+1 >= len(w.list) {
		return false
	}
	a, b := &w.list[k], &w.list[k+1]
	return !b.line && a.tail != comma && a.tail != stop && b.shape != lower && b.shape != signs
}

// Len is the number of words.
func (w *Words) Len() int { return len(w.list) }

// From returns the first word, not before word k, that begins at byte at or later.
func (w *Words) From(k, at int) int {
	for k < len(w.list) && w.list[k].start < at {
		k++
	}
	return k
}

// Span returns where word k stands.
func (w *Words) Span(k int) (start, end int) { return w.list[k].start, w.list[k].end }

var outside = word{shape: beyond, hash: 7}

// at returns word i of the line, a mark where it lies beyond.
func (w *Words) before(from, i int) *word {
	if i < from {
		return &outside
	}
	return &w.list[i]
}

func (w *Words) after(k, i int) *word {
	for j := k + 1; j <= i; j++ {
		if j >= len(w.list) || w.list[j].line || j > k+1 && w.list[j-1].tail == stop {
			return &outside
		}
	}
	return &w.list[i]
}

func (x *word) form() uint32 { return uint32(x.shape)<<3 | uint32(x.tail) }

func (x *word) capital() bool {
	return x.shape == title || x.shape == upper || x.shape == single
}

// stretch is what the words on one side of a blank are, up to where the sentence
// begins or a stop ends it.
type stretch struct {
	words, capitals, lowers, verbs, pasts uint32
}

func (s *stretch) add(x *word) {
	s.words++
	switch {
	case x.capital():
		s.capitals++
	case x.shape == lower && x.class != linker && x.class != starter:
		s.lowers++
	}
	switch x.class {
	case verb:
		s.verbs++
	case past:
		s.pasts++
	}
}

func bucket(n uint32) uint32 {
	switch {
	case n < 6:
		return n
	case n < 8:
		return 6
	case n < 11:
		return 7
	case n < 15:
		return 8
	case n < 25:
		return 9
	}
	return 10
}

// farthest is how many words on either side are looked at.
const farthest = 40

// Features appends the keys of what stands around the blank behind word k of a
// sentence that begins at word from.
func (w *Words) Features(to []uint32, from, k int) []uint32 {
	from = max(from, k-farthest)
	a, a2, a3 := w.before(from, k), w.before(from, k-1), w.before(from, k-2)
	b, b2, b3, b4 := w.after(k, k+1), w.after(k, k+2), w.after(k, k+3), w.after(k, k+4)
	var left, right stretch
	repeated := uint32(0)
	run := uint32(0) // capitals right before
	for i := from; i <= k; i++ {
		x := &w.list[i]
		left.add(x)
		if x.capital() {
			run++
		} else {
			run = 0
		}
		if x.hash == b.hash {
			repeated = 1
		}
	}
	ahead, behindRun := uint32(0), &outside // capitals right after, and what follows them
	inRun := true
	for i := k + 1; i < len(w.list) && i <= k+farthest; i++ {
		x := &w.list[i]
		if i > k+1 && (x.line || w.list[i-1].tail == stop && x.shape != lower) {
			break
		}
		right.add(x)
		if inRun {
			if x.capital() {
				ahead++
			} else {
				inRun, behindRun = false, x
			}
		}
	}
	small := uint32(0)
	if w.writtenSmall(b) {
		small = 1
	}
	if w.writtenSmall(a) {
		small |= 2
	}
	if w.writtenSmall(b2) {
		small |= 4
	}
	fa, fa2, fa3, fb, fb2, fb3 := a.form(), a2.form(), a3.form(), b.form(), b2.form(), b3.form()
	ca, cb, cb2 := uint32(a.class), uint32(b.class), uint32(b2.class)
	sb, sb2 := uint32(b.shape), uint32(b2.shape)
	length, rest := bucket(left.words), bucket(right.words)
	verbs, verbsAhead := min(left.verbs, 2)*3+min(left.pasts, 2), min(right.verbs, 2)*3+min(right.pasts, 2)
	titled := uint32(0) // all words so far but small ones have capitals
	if left.lowers == 0 {
		titled = 1
	} else if left.lowers <= left.capitals {
		titled = 2
	}
	first := w.before(from, from)
	return append(to,
		key(1, 0, 0, 0),
		key(2, a.hash, sb, 0),
		key(3, b.hash, 0, 0),
		key(7, fa, fb, 0),
		key(8, fa2, fa, fb),
		key(9, fa, fb, fb2),
		key(10, fa2<<8|fa, fb, fb2),
		key(11, fb, fb2, fb3),
		key(12, b.hash, sb2, fa),
		key(13, a.hash, fb, sb2),
		key(17, a.suffix, fb, 0),
		key(18, b.suffix, fa, sb2),
		key(19, b2.suffix, sb, sb2),
		key(20, length, fa, fb),
		key(21, length, cb, sb2),
		key(22, verbs, length, cb),
		key(23, verbs, verbsAhead, sb2),
		key(24, verbs, verbsAhead, rest),
		key(25, titled, min(run, 5), sb2),
		key(26, titled, cb, sb2),
		key(27, titled, length, sb),
		key(28, min(run, 5), min(ahead, 5), uint32(behindRun.shape)),
		key(29, min(ahead, 5), uint32(behindRun.class), uint32(behindRun.shape)<<8|small),
		key(30, small, sb2, cb),
		key(31, small, ca, fa),
		key(32, small, fa, fb),
		key(33, ca, cb, cb2),
		key(34, ca, fb, fb2),
		key(35, ca, cb, small),
		key(37, uint32(first.class), length, cb),
		key(38, uint32(first.class), first.form(), fb),
		key(39, repeated, fa, sb2),
		key(40, repeated, small, titled),
		key(41, titled, verbsAhead, small),
		key(42, fa3, fa2, fa),
		key(43, b4.form(), fb3, fb2),
	)
}

// key hashes a feature: its template and up to three values.
func key(template, a, b, c uint32) uint32 {
	const k = 0x9E3779B97F4A7C15
	h := (uint64(template)<<32 | uint64(a)) * k
	h = (h ^ h>>31 ^ uint64(b)) * k
	h = (h ^ h>>31 ^ uint64(c)) * k
	return uint32(h >> 40)
}
