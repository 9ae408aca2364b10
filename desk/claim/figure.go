package claim

import (
	"math"
	"slices"
	"strings"

	"coranto"
	"coranto/desk/internal/words"
	"coranto/desk/story"
)

const (
	sameValue  = 0.16 // cosine of sentences in which equal numbers of a thing are one figure
	otherValue = 0.30 // and in which different ones count the same thing
)

// figures joins equal numbers of the same thing. Different numbers of the same
// thing stay apart; dispute looks at them.
func (d *Desk) figures() []Claim {
	var list []Claim
	byWhat := map[string][]int{}
	for i := range d.Items {
		a := d.Items[i].Article
		stem := story.Stem(a.Language)
		for n := range a.Figures[:min(len(a.Figures), maxFound)] {
			f := &a.Figures[n]
			if f.What == "" || !f.Sure() || d.texts[i].counted[n] < 0 {
				continue
			}
			t := Telling{Item: i, Span: coranto.Span{Start: f.Start, End: f.End}, N: n, Giver: f.AttributedTo}
			said := within(a, f.Start)
			t.Basis, t.Via = d.sourced(i, f.Start, said)
			if outlet := d.outlet(f.AttributedTo); outlet != "" && t.Basis == Own && !d.isOwn(i, outlet) {
				t.Basis, t.Via = Cites, outlet
			}
			if t.Giver == "" && said != nil {
				t.Giver = said.Speaker
			}
			t.value = d.texts[i].sentences[d.texts[i].counted[n]]
			key := f.Unit + " " + head(f.What, stem)
			at := -1
			for _, c := range byWhat[key] {
				if slices.ContainsFunc(list[c].Tellings, func(u Telling) bool { return d.alikeFigures(&u, &t) }) {
					at = c
					break
				}
			}
			if at < 0 {
				at = len(list)
				list = append(list, Claim{Kind: Figure})
				byWhat[key] = append(byWhat[key], at)
			}
			list[at].Tellings = append(list[at].Tellings, t)
		}
	}
	return list
}

// head is the stem of the last word of what is counted: "killed" of "guards
// killed".
func head(what string, stem func(string) string) string {
	f := strings.Fields(words.Fold(what))
	if len(f) == 0 {
		return ""
	}
	return stem(f[len(f)-1])
}

func (d *Desk) figure(t *Telling) *coranto.Figure { return &d.Items[t.Item].Article.Figures[t.N] }

// alikeFigures tells whether two tellings give one number of one thing.
func (d *Desk) alikeFigures(u, t *Telling) bool {
	a, b := d.figure(u), d.figure(t)
	return a.Value == b.Value && equal(a.Max, b.Max) && (a.Bound == b.Bound || loose(a.Bound) == loose(b.Bound)) &&
		sameDay(d.Items[u.Item].At, d.Items[t.Item].At) &&
		sameThing(a.What, b.What) && compare(&u.value, &t.value).cosine >= sameValue
}

func loose(bound string) string {
	if bound == "about" {
		return "exact"
	}
	return bound
}

func equal(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// sameThing tells whether the words for what is counted do not exclude each
// other: all of the shorter's stand in the longer.
func sameThing(a, b string) bool {
	x, y := strings.Fields(words.Fold(a)), strings.Fields(words.Fold(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return len(x) > 0
}

// exclude tells whether two numbers of one thing cannot both be right.
func exclude(a, b *coranto.Figure) bool {
	lowA, highA := bounds(a)
	lowB, highB := bounds(b)
	return highA < lowB || highB < lowA
}

// bounds are what a figure leaves possible. What is said to be about a number may
// be a tenth off.
func bounds(f *coranto.Figure) (low, high float64) {
	low, high = f.Value, f.Value
	if f.Max != nil {
		high = *f.Max
	}
	switch f.Bound {
	case "at least":
		high = math.Inf(1)
	case "up to":
		low = math.Inf(-1)
	case "about":
		low, high = low-math.Abs(low)/10, high+math.Abs(high)/10
	}
	return low, high
}
