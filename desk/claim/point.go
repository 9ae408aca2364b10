package claim

import (
	"slices"
	"strings"

	"coranto"
	"coranto/desk/series"
)

const (
	samePoint  = 0.42 // cosine from which two sentences tell the same
	sameDeed   = 0.22 // and of what is no name in them
	sameLeader = 0.30 // and with the point's first telling
	claimPoint = 0.18 // of two sentences that share a claim
	leastPlain = 2    // words in common that are no names: who it is about is not yet what is told
	clearPoint = 0.50 // cosine from which two sentences need no more words in common than these
	leastTold  = 6    // words in common below it
	leastSaid  = 3    // of them, those that are no names
	mostly     = 0.70 // of the shorter's weight, where that is enough
	fewOf      = 20   // of what can be counted at a glance
	settled    = 0.85 // cosine from which what is to come and what was done are one
	maxShared  = 64   // sentences looked at for one word
	indexed    = 8    // most telling words of a sentence by which others find it
)

// at names a sentence of an item.
type at struct{ item, n int }

// points joins sentences that tell the same: alike in their words, or less so
// and with a statement, figure or event in common. Every sentence that says
// something belongs to one point.
func (d *Desk) points(claims ...[]Claim) []Claim {
	claimed := map[at][]*Claim{}
	for _, list := range claims {
		for i := range list {
			for _, t := range list[i].Tellings {
				k := at{t.Item, d.Items[t.Item].Article.SentenceAt(t.Span.Start) - 1}
				if !slices.Contains(claimed[k], &list[i]) {
					claimed[k] = append(claimed[k], &list[i])
				}
			}
		}
	}
	p := pointing{Desk: d, claimed: claimed, of: map[at]int{}, by: map[uint64][]at{}, byClaim: map[*Claim][]at{}, byFact: map[string][]at{}, known: map[at]*facts{}, several: d.mixed()}
	for i := range d.Items {
		if d.own[i] {
			p.add(i)
		}
	}
	for i := range d.Items {
		if !d.own[i] {
			p.add(i)
		}
	}
	return p.list
}

// pointing is a list of points in the making.
type pointing struct {
	*Desk
	claimed map[at][]*Claim
	list    []Claim
	of      map[at]int
	by      map[uint64][]at
	byClaim map[*Claim][]at
	byFact  map[string][]at // where the desk holds several languages
	known   map[at]*facts
	several bool
}

func (p *pointing) add(item int) {
	a := p.Items[item].Article
	for n := range p.texts[item].sentences {
		s := &p.texts[item].sentences[n]
		if len(s.terms) < leastWords || crosshead(a, s.span) {
			continue
		}
		k := at{item, n}
		best, most := -1, 0.0
		for _, c := range p.candidates(k, s) {
			if how := p.alike(k, s, c); how > most {
				best, most = p.of[c], how
			}
		}
		if best < 0 {
			best = len(p.list)
			p.list = append(p.list, Claim{Kind: Point})
		}
		t := Telling{Item: item, Span: s.span, N: s.n, value: *s}
		t.Basis, t.Via = p.sourced(item, s.span.Start, p.told(item, s.span))
		p.list[best].Tellings = append(p.list[best].Tellings, t)
		p.of[k] = best
		for _, w := range telling(s) {
			if len(p.by[w]) < maxShared {
				p.by[w] = append(p.by[w], k)
			}
		}
		for _, c := range p.claimed[k] {
			p.byClaim[c] = append(p.byClaim[c], k)
		}
		if p.several {
			for _, key := range p.keys(k) {
				if len(p.byFact[key]) < maxShared {
					p.byFact[key] = append(p.byFact[key], k)
				}
			}
		}
	}
}

// told returns the statement that fills a sentence, nil where it is the paper's
// own.
func (d *Desk) told(item int, span coranto.Span) *coranto.Statement {
	a := d.Items[item].Article
	for i := range a.Statements {
		s := &a.Statements[i]
		if s.Sure() && s.Start < span.End && s.End > span.Start && 2*(min(s.End, span.End)-max(s.Start, span.Start)) > span.Len() {
			return s
		}
	}
	return nil
}

// candidates are earlier sentences of other items that share a telling word or
// a claim, each once.
func (p *pointing) candidates(k at, s *sentence) []at {
	var list []at
	met := map[at]bool{}
	add := func(c at) {
		if c.item != k.item && !met[c] {
			met[c] = true
			list = append(list, c)
		}
	}
	for _, c := range p.claimed[k] {
		for _, other := range p.byClaim[c] {
			add(other)
		}
	}
	for _, w := range telling(s) {
		for _, other := range p.by[w] {
			add(other)
		}
	}
	if p.several {
		for _, c := range p.across(k) {
			add(c)
		}
	}
	return list
}

// telling are a sentence's words of most weight.
func telling(s *sentence) []uint64 {
	top := slices.Clone(s.terms)
	slices.SortStableFunc(top, func(a, b term) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	list := make([]uint64, 0, indexed)
	for _, t := range top[:min(len(top), indexed)] {
		list = append(list, t.hash)
	}
	return list
}

// alike tells how sure it is that sentence k tells what c does: 0 when it does
// not.
func (p *pointing) alike(k at, s *sentence, c at) float64 {
	other := &p.texts[c.item].sentences[c.n]
	leader := &p.list[p.of[c]].Tellings[0]
	if base(p.Items[k.item].Article.Language) != base(p.Items[c.item].Article.Language) {
		if p.translated(k, c) {
			return acrossAlike
		}
		return 0
	}
	least := samePoint
	if slices.ContainsFunc(p.claimed[k], func(x *Claim) bool { return p.ties(x) && slices.Contains(p.claimed[c], x) }) {
		least = claimPoint
	}
	sh := compare(s, other)
	if sh.cosine < least || sh.words < 3 || sh.plain < leastPlain || least == samePoint && (sh.numbers || sh.deed < sameDeed) {
		return 0
	}
	if least == samePoint && (!tells(&sh) || p.overcome(k, c) && sh.cosine < settled) {
		return 0
	}
	if (p.broken(k) || p.broken(c)) && (sh.contained < mostly || sh.words < leastTold-1) {
		return 0
	}
	if first := compare(s, &leader.value); first.cosine < min(least, sameLeader) && base(p.Items[leader.Item].Article.Language) == base(p.Items[k.item].Article.Language) {
		return 0
	}
	if s.denied != other.denied && sh.cosine < mostly || s.flatly != other.flatly && sh.cosine < settled || sh.cosine < settled && p.apart(k, c) {
		return 0
	}
	return sh.cosine
}

// ties tells whether two sentences with a claim in common mostly tell the same: a
// small number of something else than people's fates is often another one.
func (p *pointing) ties(x *Claim) bool {
	if x.Kind != Figure {
		return true
	}
	f := p.figure(&x.Tellings[0])
	return f.Unit != "" || f.Value >= fewOf || series.Toll(f.What, "")
}

// tells tells whether what two sentences share is what they tell, and more than
// whom they tell it of.
func tells(sh *shared) bool {
	switch {
	case sh.counts > 1:
		return true
	case sh.names > 2*sh.plain && sh.deed < samePoint && sh.contained < 0.9:
		return false // a list of the same names
	case sh.cosine >= clearPoint:
		return true
	}
	return sh.words >= leastTold && (sh.plain >= leastSaid || sh.contained >= mostly)
}

// overcome tells whether one of two sentences is of what is to come and the other
// one, of another day, is not: what was announced is not yet what was done.
func (p *pointing) overcome(k, c at) bool {
	a, b := p.Items[k.item].At, p.Items[c.item].At
	return !a.IsZero() && !b.IsZero() && a.Sub(b).Abs() >= atOnce && coming.MatchString(unquoted(p.words(k))) != coming.MatchString(unquoted(p.words(c)))
}

// apart tells whether two sentences name persons, beside those who speak in them,
// and none in common.
func (p *pointing) apart(k, c at) bool {
	a, b := p.persons(k), p.persons(c)
	return len(a) > 0 && len(b) > 0 && !anyShared(a, b)
}

func (p *pointing) persons(k at) []string {
	a := p.Items[k.item].Article
	span := p.texts[k.item].sentences[k.n].span
	var list []string
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Type == coranto.Person && slices.ContainsFunc(e.Mentions, span.Contains) && !slices.ContainsFunc(a.Statements, func(s coranto.Statement) bool {
			return s.Speaker == e.Name && s.Start < span.End && span.Start < s.End
		}) {
			list = append(list, e.Name)
		}
	}
	return list
}

func (p *pointing) words(k at) string {
	return p.texts[k.item].sentences[k.n].span.In(p.Items[k.item].Article.Text)
}

// broken tells whether a sentence is cut off before its end, as excerpts are.
func (p *pointing) broken(k at) bool {
	w := p.words(k)
	return strings.HasSuffix(w, "...") || strings.HasSuffix(w, "…")
}

func crosshead(a *coranto.Article, span coranto.Span) bool {
	return len(a.Crossheads) > 0 && slices.Contains(a.Crossheads, span.In(a.Text))
}
