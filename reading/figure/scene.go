package figure

import (
	"sort"

	"coranto"
	"coranto/reading/internal/token"
	"coranto/reading/when"
)

// whereOf returns the place that a figure at tokens [from, to) is about: the
// nearest behind it in its sentence that a preposition makes a place, else the
// nearest before it; "" for none.
func (r *reader) whereOf(from, to int) string {
	lo, hi := r.bounds(from)
	for i := to - 1; i < min(hi, to+farthestScene) && !r.breaks(i); i++ {
		if name := r.placeAt(i, lo); name != "" {
			return name
		}
	}
	if r.is(from-1, "and", "or") {
		return ""
	}
	for i := from - 1; i >= max(lo, from-farthestScene); i-- {
		if name := r.placeAt(i, lo); name != "" {
			return name
		}
		if r.breaks(i) && !(r.is(i, ",") && i-lo < 8 && locative[r.words[lo]]) {
			break
		}
	}
	return ""
}

// farthestScene is how many tokens from a figure its place and time may stand.
const farthestScene = 12

// breaks tells whether a clause ends or another begins at token i.
func (r *reader) breaks(i int) bool {
	return r.is(i, ",", ";", ":", "—", "–", "(", "that", "which", "who", "where", "when", "while", "because", "but", "as", "if", "whose", "could", "would")
}

// placeAt returns the name of the place that begins at token i behind "in",
// "across" or "near"; "" where none does.
func (r *reader) placeAt(i, lo int) string {
	n := r.markAt[i]
	if n == 0 {
		return ""
	}
	m := r.marks[n-1]
	if e := r.entities[m.entity]; m.from != i || m.ref || e.Type != coranto.Place && e.Type != coranto.State || r.is(m.to, "'", "’") && r.glued(m.to) {
		return ""
	}
	if r.seatOf(m.to) {
		return ""
	}
	k := i - 1
	for k > lo && i-k < 4 && (r.has(k, det) || adjectival(r.words[k]) || r.is(k, "eastern", "western", "northern", "southern", "central", "city", "town", "province", "region", "of", "state")) {
		k--
	}
	if k < lo || !locative[r.words[k]] {
		return ""
	}
	return r.entities[m.entity].Name
}

// seatOf tells whether a place that ends before token i says only where a body
// has its seat: "in the Vessholm|, Velmark, company's plants".
func (r *reader) seatOf(i int) bool {
	if !r.is(i, ",") {
		return false
	}
	for k := i + 1; k < i+5 && r.together(i, k); k++ {
		if r.is(k, ",") {
			return r.nounNext(k+1) && r.toks[k+1].Shape == token.Lower && !r.has(k+1, aux) && !r.has(k+1, say)
		}
		if !r.toks[k].Capital() && !r.is(k, ".", "-") {
			return false
		}
	}
	return false
}

var locative = set("in across at near throughout inside around within en à dans au aux in bei im nel nella a de в на في")

// whenOf returns the first and last day that a figure at token i is about: those
// of the nearest time in its sentence at which nothing is said.
func (r *reader) whenOf(i int) (from, to string) {
	lo, hi := r.bounds(i)
	at := r.toks[i].Start
	held, _ := r.statementAt(at)
	best, near := -1, 0
	first := sort.Search(len(r.times), func(k int) bool { return r.times[k].Start >= r.toks[lo].Start })
	for k := first; k < len(r.times) && r.times[k].Start < r.toks[hi-1].End; k++ {
		t := r.times[k]
		if a, _ := when.Interval(t.Value); a == "" || !r.near(i, r.tokenAt(t.Start), lo) || r.modifies(t) || t.Type != "DATE" && t.Type != "TIME" || r.saidThen(t, lo, hi) || held != nil && !within(held, t.Start) {
			continue
		}
		d := max(t.Start-at, at-t.End)
		if best < 0 || d < near {
			best, near = k, d
		}
	}
	if best < 0 {
		return "", ""
	}
	return r.ranged(best)
}

// near tells whether tokens i and j stand in one clause, not far apart.
func (r *reader) near(i, j, lo int) bool {
	from, to := min(i, j), max(i, j)
	if to-from > farthestScene {
		return false
	}
	for k := from; k < to; k++ {
		if r.breaks(k) && !(r.is(k, ",") && k-lo < 6 && j < i) || k > i && r.has(k, say) {
			return false
		}
	}
	return true
}

// modifies tells whether a time only says which one of something is meant: "the
// |2017 plan".
func (r *reader) modifies(t coranto.Time) bool {
	i := r.tokenAt(t.End)
	return i < len(r.toks) && r.toks[i].Start >= t.End && (r.is(i, "'", "’", "-") && r.glued(i) || r.nounNext(i) && !r.has(i, aux) && !r.has(i, say) && !r.has(i, change) && !r.has(i, done) && r.together(i-1, i) && r.has(r.tokenAt(t.Start)-1, det))
}

// ranged reads the words around a time: "since May" has no last day, "by May" no
// first, "from May to July" has both.
func (r *reader) ranged(k int) (from, to string) {
	from, to = when.Interval(r.times[k].Value)
	switch i := r.tokenAt(r.times[k].Start); {
	case r.is(i-1, "since"):
		return from, ""
	case r.is(i-1, "by", "until", "till", "before"), r.is(i-1, "to") && r.is(i-2, "prior"):
		return "", to
	case r.is(i-1, "from", "between") && k+1 < len(r.times):
		if j := r.tokenAt(r.times[k+1].Start); j-i < 6 && r.is(j-1, "to", "and", "until", "through") {
			if _, last := when.Interval(r.times[k+1].Value); last >= from {
				return from, last
			}
		}
	case r.is(i-1, "to", "and", "until", "through") && k > 0:
		if j := r.tokenAt(r.times[k-1].Start); i-j < 6 && r.is(j-1, "from", "between") {
			if first, _ := when.Interval(r.times[k-1].Value); first != "" && first <= to {
				return first, to
			}
		}
	}
	return from, to
}

// saidThen tells whether a time says when something was said: "said on Monday".
func (r *reader) saidThen(t coranto.Time, lo, hi int) bool {
	i := r.tokenAt(t.Start)
	for k := i - 1; k >= lo && i-k <= 3; k-- {
		if r.has(k, say) && r.verbAt(k) {
			return true
		}
		if !r.is(k, "on", "late", "early", "earlier", "in", "a", "statement", "interview", "briefing", "report") {
			break
		}
	}
	for i < hi && r.toks[i].Start < t.End {
		i++
	}
	return i < hi && r.has(i, say) && r.verbAt(i) && !r.is(i-1, ",")
}

// tokenAt returns the first token that ends behind a byte.
func (r *reader) tokenAt(at int) int {
	return sort.Search(len(r.toks), func(k int) bool { return r.toks[k].End > at })
}

func within(s *coranto.Statement, at int) bool {
	for _, p := range s.Spans {
		if p.Start <= at && at < p.End {
			return true
		}
	}
	return false
}
