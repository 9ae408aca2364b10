package claim

import (
	"slices"
	"strconv"

	"coranto"
)

// What two sentences in different languages have to have in common to tell the
// same: names and numbers are all that can be compared. Chosen on MEANTIME.
const (
	manyNumbers = 2    // numbers that are enough without a name
	manyNames   = 3    // names that are enough without a number, where both begin their reports
	sureEnough  = 0.60 // confidence of a figure that is compared, not shown
	acrossAlike = 0.60 // how sure such a match is held to be
)

// facts are what of a sentence is the same in every language.
type facts struct {
	numbers []string // values with their units
	telling bool     // one of the numbers is not likely another sentence's too
	names   []string // persons, bodies, states and places, by their one name
	person  bool
}

func (d *Desk) facts(k at) facts {
	var f facts
	a := d.Items[k.item].Article
	span := d.texts[k.item].sentences[k.n].span
	for i := range a.Figures {
		x := &a.Figures[i]
		if x.Confidence < sureEnough || x.Start < span.Start || x.Start >= span.End {
			continue
		}
		key := strconv.FormatFloat(x.Value, 'g', -1, 64) + " " + x.Unit
		if !slices.Contains(f.numbers, key) {
			f.numbers = append(f.numbers, key)
		}
		f.telling = f.telling || x.Unit != "" || x.Value >= 100
	}
	for i := range a.Entities {
		e := &a.Entities[i]
		if slices.ContainsFunc(e.Mentions, span.Contains) && !slices.Contains(f.names, e.Name) {
			f.names = append(f.names, e.Name)
			f.person = f.person || e.Type == coranto.Person
		}
	}
	return f
}

// mixed tells whether a desk holds texts of several languages.
func (d *Desk) mixed() bool {
	return slices.ContainsFunc(d.Items, func(it Item) bool {
		return base(it.Article.Language) != base(d.Items[0].Article.Language)
	})
}

// translated tells whether two sentences in different languages tell the same:
// several numbers, a telling number and a name, or at the head of their articles
// several names are in common.
func (p *pointing) translated(k, c at) bool {
	if !sameDay(p.Items[k.item].At, p.Items[c.item].At) {
		return false
	}
	a, b := p.factsOf(k), p.factsOf(c)
	numbers, names := inBoth(a.numbers, b.numbers), inBoth(a.names, b.names)
	if numbers >= manyNumbers {
		return true
	}
	if numbers > 0 && a.telling && b.telling && names > 0 {
		return true
	}
	return numbers == min(len(a.numbers), len(b.numbers)) && names >= manyNames && a.person && b.person && p.leads(k) && p.leads(c)
}

func (p *pointing) factsOf(k at) *facts {
	f, ok := p.known[k]
	if !ok {
		found := p.facts(k)
		f = &found
		p.known[k] = f
	}
	return f
}

func (p *pointing) leads(k at) bool { return k.n+1-p.texts[k.item].lead < atHead }

// across are earlier sentences in other languages that may tell what sentence k
// does.
func (p *pointing) across(k at) []at {
	var list []at
	for _, key := range p.keys(k) {
		for _, c := range p.byFact[key] {
			if base(p.Items[c.item].Article.Language) != base(p.Items[k.item].Article.Language) {
				list = append(list, c)
			}
		}
	}
	return list
}

// keys are what a sentence is found by from other languages.
func (p *pointing) keys(k at) []string {
	f := p.factsOf(k)
	if p.leads(k) {
		return append(slices.Clone(f.numbers), f.names...)
	}
	return f.numbers
}

func inBoth(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}
