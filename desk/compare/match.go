package compare

import "slices"

// pair says that element a of one sequence and b of the other belong together.
type pair struct{ a, b int }

const (
	maxTable = 1 << 14 // cells of a table of common subsequences
	maxDepth = 24      // of stretches between anchors between anchors
)

// match returns elements that two sequences have in common, in an order that
// both keep. It goes by what stands once in each (Cohen's patience diff) and,
// between those anchors, by a longest common subsequence where a table of it is
// small enough. The same input gives the same answer.
func match(a, b []int) []pair {
	m := matcher{a: a, b: b}
	m.between(0, len(a), 0, len(b), maxDepth)
	return m.pairs
}

type matcher struct {
	a, b  []int
	pairs []pair
}

func (m *matcher) between(i, iEnd, j, jEnd, depth int) {
	for i < iEnd && j < jEnd && m.a[i] == m.b[j] {
		m.pairs = append(m.pairs, pair{i, j})
		i, j = i+1, j+1
	}
	tail := 0
	for i < iEnd && j < jEnd && m.a[iEnd-1] == m.b[jEnd-1] {
		iEnd, jEnd, tail = iEnd-1, jEnd-1, tail+1
	}
	if i < iEnd && j < jEnd {
		m.middle(i, iEnd, j, jEnd, depth)
	}
	for k := range tail {
		m.pairs = append(m.pairs, pair{iEnd + k, jEnd + k})
	}
}

// middle matches stretches whose ends differ.
func (m *matcher) middle(i, iEnd, j, jEnd, depth int) {
	anchors := rising(m.anchors(i, iEnd, j, jEnd, true))
	switch {
	case len(anchors) > 0 && depth > 0:
		for _, p := range anchors {
			m.between(i, p.a, j, p.b, depth-1)
			m.pairs = append(m.pairs, p)
			i, j = p.a+1, p.b+1
		}
		m.between(i, iEnd, j, jEnd, depth-1)
	case (iEnd-i)*(jEnd-j) <= maxTable:
		m.table(i, iEnd, j, jEnd)
	default:
		m.pairs = append(m.pairs, rising(m.anchors(i, iEnd, j, jEnd, false))...)
	}
}

// anchors pairs elements that are equal, the first with the first, the second
// with the second, in the order of a. With once, only what each stretch holds
// once.
func (m *matcher) anchors(i, iEnd, j, jEnd int, once bool) []pair {
	places := map[int][]int{}
	for k := j; k < jEnd; k++ {
		places[m.b[k]] = append(places[m.b[k]], k)
	}
	times := map[int]int{}
	for k := i; k < iEnd; k++ {
		times[m.a[k]]++
	}
	met := map[int]int{}
	var list []pair
	for k := i; k < iEnd; k++ {
		e := m.a[k]
		in := places[e]
		if n := met[e]; n < len(in) && (!once || len(in) == 1 && times[e] == 1) {
			list = append(list, pair{k, in[n]})
		}
		met[e]++
	}
	return list
}

// rising returns the longest part of a list, in order of a, in which b rises
// too.
func rising(list []pair) []pair {
	var ends []int // ends[n] is the last element of the best chain of n+1
	before := make([]int, len(list))
	for i, p := range list {
		n, _ := slices.BinarySearchFunc(ends, p.b, func(end, b int) int { return list[end].b - b })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	chain := make([]pair, len(ends))
	for n, at := len(ends)-1, -1; n >= 0; n-- {
		if at < 0 {
			at = ends[n]
		} else {
			at = before[at]
		}
		chain[n] = list[at]
	}
	return chain
}

// table matches by a longest common subsequence.
func (m *matcher) table(i, iEnd, j, jEnd int) {
	a, b := m.a[i:iEnd], m.b[j:jEnd]
	m.pairs = append(m.pairs, heaviest(len(a), len(b), func(x, y int) int {
		if a[x] == b[y] {
			return 1
		}
		return 0
	}).shifted(i, j)...)
}

type pairs []pair

func (list pairs) shifted(i, j int) pairs {
	for k := range list {
		list[k].a += i
		list[k].b += j
	}
	return list
}

// heaviest returns the pairs, rising on both sides, whose weights have the
// largest sum; pairs of weight 0 are left out. Of equal answers it gives the one
// that pairs earliest.
func heaviest(n, m int, weight func(x, y int) int) pairs {
	width := m + 1
	best := make([]int32, (n+1)*width) // of what begins at x, y
	weights := make([]int32, n*m)
	for x := n - 1; x >= 0; x-- {
		for y := m - 1; y >= 0; y-- {
			w := int32(weight(x, y))
			weights[x*m+y] = w
			b := max(best[(x+1)*width+y], best[x*width+y+1])
			if w > 0 {
				b = max(b, w+best[(x+1)*width+y+1])
			}
			best[x*width+y] = b
		}
	}
	var list pairs
	for x, y := 0, 0; x < n && y < m; {
		switch here, w := best[x*width+y], weights[x*m+y]; {
		case w > 0 && here == w+best[(x+1)*width+y+1]:
			list = append(list, pair{x, y})
			x, y = x+1, y+1
		case here == best[(x+1)*width+y]:
			x++
		default:
			y++
		}
	}
	return list
}
