package claim

import (
	"cmp"
	"slices"
	"strings"

	"coranto"
	"coranto/desk/internal/words"
)

// leastCore is how many words most tellings of a point have to share before it
// can be looked for in other texts.
const leastCore = 4

// Core is the words that most tellings of a point have in common: what a text
// that tells it can hardly do without.
type Core struct{ terms []term }

// Core returns a point's core; false when its tellings share too little for it
// to be looked for.
func (c *Claims) Core(p *Claim) (Core, bool) {
	in := map[uint64]int{}
	who := map[uint64]map[string]bool{}
	var core Core
	for i := range p.Tellings {
		t := &p.Tellings[i]
		for _, w := range t.value.terms {
			if who[w.hash] == nil {
				who[w.hash] = map[string]bool{}
			}
			if !who[w.hash][c.who(t.Item)] {
				who[w.hash][c.who(t.Item)] = true
				if in[w.hash]++; in[w.hash] == 2 {
					core.terms = append(core.terms, w)
				}
			}
		}
	}
	n := c.publishers(p.Tellings)
	kept := core.terms[:0]
	for _, w := range core.terms {
		if 2*in[w.hash] >= n {
			kept = append(kept, w)
		}
	}
	core.terms = kept
	return core, len(core.terms) >= leastCore
}

// Held returns the share, by weight, of the core's words that stand anywhere in
// an item: in its text, headline or printed key points.
func (c *Claims) Held(core Core, item int) float64 {
	held, all := 0.0, 0.0
	for _, w := range core.terms {
		all += w.weight
		if c.texts[item].terms[w.hash] {
			held += w.weight
		}
	}
	if all == 0 {
		return 1
	}
	return held / all
}

// Says tells whether a word, in any form of it, stands in an item.
func (d *Desk) Says(item int, word string) bool {
	_, means := meaning(d.Items[item].Article.Language)(words.Fold(word))
	return d.texts[item].terms[words.Hash('w', means)]
}

// PointAt returns the point that the sentence of a telling tells, nil for none.
func (c *Claims) PointAt(t Telling) *Claim {
	for i := range c.Points {
		for _, u := range c.Points[i].Tellings {
			if u.Item == t.Item && u.Span.Start <= t.Span.Start && t.Span.Start < u.Span.End {
				return &c.Points[i]
			}
		}
	}
	return nil
}

// Named tells whether all names of the core, two or more, stand in an item: it
// speaks of what the point is about, in other words perhaps.
func (c *Claims) Named(core Core, item int) bool {
	n := 0
	for _, w := range core.terms {
		if w.name {
			if n++; !c.texts[item].terms[w.hash] {
				return false
			}
		}
	}
	return n > 1
}

// Touches tells whether one sentence of an item holds n words of the core: it may
// tell the same in words of its own.
func (c *Claims) Touches(core Core, item, n int) bool {
	for i := range c.texts[item].sentences {
		held := 0
		for _, w := range core.terms {
			if _, ok := slices.BinarySearchFunc(c.texts[item].sentences[i].terms, w.hash, func(t term, h uint64) int { return cmp.Compare(t.hash, h) }); ok {
				held++
			}
		}
		if held >= n {
			return true
		}
	}
	return false
}

// Leads tells whether a telling stands at the head of a full text and is of what
// that is about.
func (c *Claims) Leads(t *Telling) bool {
	return c.Full(t.Item) && t.N-c.texts[t.Item].lead < atHead && c.near(&t.value)+c.heads(t) >= leastLead
}

// Silent tells whether nothing of a point that one text tells can stand in other
// items: they have not even the last name of a person in its sentence whom the
// text's headline names.
func (c *Claims) Silent(p *Claim, items []int) bool {
	t := &p.Tellings[0]
	a := c.Items[t.Item].Article
	return slices.ContainsFunc(a.Entities, func(e coranto.Entity) bool {
		if e.Type != coranto.Person || !slices.ContainsFunc(e.Mentions, t.Span.Contains) {
			return false
		}
		names := strings.Fields(e.Name)
		last := names[len(names)-1]
		return strings.Contains(a.Headline, last) && !slices.ContainsFunc(items, func(i int) bool { return c.Says(i, last) })
	})
}

// Nearest returns the highest cosine of any two sentences that follow each other
// in an item with a telling of the point.
func (c *Claims) Nearest(p *Claim, item int) float64 {
	best := 0.0
	for i := range p.Tellings {
		t := &p.Tellings[i].value
		sentences := c.texts[item].sentences
		for j := range sentences {
			best = max(best, compare(t, &sentences[j]).cosine)
			if j > 0 {
				best = max(best, within2(t, &sentences[j-1], &sentences[j]))
			}
		}
	}
	return best
}

// within2 is the share of a sentence's weight that stands in either of two.
func within2(t, a, b *sentence) float64 {
	held, all := 0.0, 0.0
	i, j := 0, 0
	for _, w := range t.terms {
		all += w.weight
		for i < len(a.terms) && a.terms[i].hash < w.hash {
			i++
		}
		for j < len(b.terms) && b.terms[j].hash < w.hash {
			j++
		}
		if i < len(a.terms) && a.terms[i].hash == w.hash || j < len(b.terms) && b.terms[j].hash == w.hash {
			held += w.weight
		}
	}
	if all == 0 {
		return 0
	}
	return held / all
}

// What a full text has at least. Shorter ones are excerpts, of which nobody can
// say what they leave out.
const (
	fullBytes     = 1000
	fullSentences = 8
)

// Full tells whether an item is a whole report of its own: no copy, no excerpt,
// no opinion, nothing cut off or damaged.
func (d *Desk) Full(i int) bool {
	a := d.Items[i].Article
	switch a.Kind {
	case coranto.Report, coranto.Analysis, coranto.Takeaways, "":
	default:
		return false
	}
	return d.own[i] && !a.Stub && len(a.Damaged) == 0 && len(a.Text) >= fullBytes && len(a.Sentences) >= fullSentences
}

// Central tells how near to what the story is about a point is, 0 to 1.
func (c *Claims) Central(p *Claim) float64 { return c.near(&p.Tellings[0].value) }

// Speaking returns a telling of the point whose sentence can stand alone, of the
// named publishers' if there is one, and of them the one that says least beyond
// what the others say; -1 where none can.
func (c *Claims) Speaking(p *Claim) int { return c.best(p, c.speaks) }

// Across tells whether a point is told in several languages.
func (c *Claims) Across(p *Claim) bool {
	return slices.ContainsFunc(p.Tellings, func(t Telling) bool { return !c.sameLanguage(t.Item, p.Tellings[0].Item) })
}

// Alike tells whether items are in the language in which a point is first told:
// of others it cannot be said what they leave out.
func (c *Claims) Alike(p *Claim, items []int) bool {
	return !slices.ContainsFunc(items, func(i int) bool { return !c.sameLanguage(i, p.Tellings[0].Item) })
}

func (d *Desk) sameLanguage(a, b int) bool {
	return base(d.Items[a].Article.Language) == base(d.Items[b].Article.Language)
}

// Saying is Speaking, or a telling that is somebody's words and says whose, where
// no other can stand alone.
func (c *Claims) Saying(p *Claim) int {
	if i := c.best(p, c.speaks); i >= 0 {
		return i
	}
	return c.best(p, c.quotes)
}

func (c *Claims) best(p *Claim, may func(*Telling) bool) int {
	best, most := -1, 0.0
	for i := range p.Tellings {
		t := &p.Tellings[i]
		if !may(t) {
			continue
		}
		score, _ := c.common(p, t)
		if c.Items[t.Item].Publisher != "" {
			score++
		}
		if base(c.Items[t.Item].Article.Language) == c.language {
			score += 2
		}
		if best < 0 || score > most {
			best, most = i, score
		}
	}
	return best
}

// quotes tells whether a telling's sentence is a statement with its speaker's
// name in it.
func (c *Claims) quotes(t *Telling) bool {
	a := c.Items[t.Item].Article
	if !c.own[t.Item] || t.Span.Len() < shortest || t.Span.Len() > longest {
		return false
	}
	words := t.Span.In(a.Text)
	return !strings.Contains(words, "...") && !strings.HasSuffix(words, "…") && balanced(words) && slices.ContainsFunc(a.Statements, func(s coranto.Statement) bool {
		if !s.Sure() || s.Source == nil || !t.Span.Contains(coranto.Span{Start: s.Start, End: s.End}) || !t.Span.Contains(*s.Source) {
			return false
		}
		return slices.ContainsFunc(strings.Fields(s.Source.In(a.Text)), upper)
	})
}
