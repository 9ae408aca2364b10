package timeline

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"coranto/desk/internal/days"
)

// A day's weight is
//
//	log(1 + Σ over days p of printing: lag(p - day) · n(p)^spread)
//	  + printing · log(1 + published(day)) + agreeing · log(1 + agreement(day))
//
// where n(p) counts the articles printed on p that name the day, each by how much
// its sentence is of the matter and by how often it does, and published counts
// the articles of the day itself and, for less, of the next, which tell of it
// without naming it. Days that many articles come after are looked back on the
// most, whatever they are, so that looking back counts by the root of the share of
// articles that were left to do so (after the recency adjustment of Liao et al.
// 2021, "WILSON"). Logarithms keep one day that everybody names from making the
// rest depend on the other count alone. The power below one makes ten days of one
// mention weigh more than one day of ten. Agreement is how like one another the
// sentences are that name the day, summed over articles: where something
// happened they tell the same, of other days each tells something else.
const (
	spread   = 0.75
	printing = 0.7
	agreeing = 2.0

	ahead   = 0.3  // named before it came
	sameDay = 0.75 // in the articles of the day, where it may be a mere dateline
	soon    = 1.0  // within a week
	later   = 1.25 // looked back on; more where few articles are left to do so

	leading = 1.5 // named in one of the first sentences
	leads   = 3   // which are so many
	often   = 0.4 // the power to which the sentences that name it count

	nextDay = 0.4
	week    = 7
	fewest  = 0.1 // of the articles are left
)

// dated is a day with its weight, 1 for the weightiest.
type dated struct {
	date  string
	score float64
}

// ranked returns the days that the corpus speaks of, the weightiest first.
func (c *corpus) ranked() []dated {
	named := map[string]float64{}
	for _, d := range sortedKeys(c.mentions) {
		byDay := map[string]float64{}
		for _, m := range c.mentions[d] {
			byDay[c.printed[m.item]] += m.weight * math.Pow(float64(m.times), often)
		}
		rest := math.Sqrt(max(fewest, c.printedAfter(before(d, -week))))
		for _, p := range sortedKeys(byDay) {
			w := lag(d, p)
			if w == later {
				w /= rest
			}
			named[d] += w * math.Pow(byDay[p], spread)
		}
	}
	published := map[string]float64{}
	for i := range c.items {
		if p := c.printed[i]; p != "" && !c.items[i].Copy {
			published[p] += 1 - nextDay
			published[before(p, 1)] += nextDay
		}
	}
	for d := range named {
		named[d] = math.Log1p(named[d]) + agreeing*math.Log1p(agreement(c.mentions[d]))
	}
	for d, n := range published {
		named[d] += printing * math.Log1p(n)
	}
	var list []dated
	most := 0.0
	for _, d := range sortedKeys(named) {
		list = append(list, dated{d, named[d]})
		most = max(most, named[d])
	}
	for i := range list {
		list[i].score /= max(most, 1e-9)
	}
	slices.SortStableFunc(list, func(a, b dated) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.date, b.date))
	})
	return list
}

// agreement is how like the others a sentence that names the day is, on average,
// times their number: Σ of cosines of pairs, over how many they are.
func agreement(told []mention) float64 {
	sum, n := weights{}, 0.0
	for _, m := range told {
		if m.weight > 0 {
			sum.add(m.words)
			n++
		}
	}
	square := 0.0
	for _, t := range slices.Sorted(maps.Keys(sum)) {
		square += sum[t] * sum[t]
	}
	return max(0, square-n) / max(1, n)
}

// printedAfter is the share of the articles that were printed after a day.
func (c *corpus) printedAfter(date string) float64 {
	i, _ := slices.BinarySearch(c.order, date+"~")
	return float64(len(c.order)-i) / float64(max(1, len(c.order)))
}

// lag weighs a mention by how long after the day it was printed.
func lag(date, printed string) float64 {
	switch n := days.Between(date, printed); {
	case n < 0:
		return ahead
	case n == 0:
		return sameDay
	case n <= week:
		return soon
	default:
		return later
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
