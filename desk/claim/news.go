package claim

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"coranto"
)

// What is told for the first time, chosen by reading what is shown as such.
const (
	mostNew    = 5    // new claims that are listed
	upFront    = 8    // up to which sentence what one publisher alone tells is news
	mostHeard  = 0.70 // of a point's words by weight, in all earlier articles together
	nearHeard  = 0.40 // cosine with a sentence of theirs
	leastNew   = 0.38 // near the centre and in headlines, of what one publisher alone tells
	leastOf    = 0.25 // the same, of what names somebody new
	leastNews  = 2    // words in none of them that are no names
	atHead     = 2    // sentences at the head of an article
	alikeHead  = 0.12 // cosine with a headline, or with what stands at the head
	alikeLater = 0.22 // the same, of what names a later day
)

// newPoints are points that no earlier article comes near.
func (c *Claims) newPoints(before []bool) []Change {
	type candidate struct {
		change Change
		score  float64
		words  *sentence
	}
	var all []candidate
	from := c.firstDay(before)
	for i := range c.Points {
		p := &c.Points[i]
		if slices.ContainsFunc(p.Tellings, func(t Telling) bool { return before[t.Item] }) {
			continue
		}
		line := c.Speaking(p)
		if line < 0 || base(c.Items[p.Tellings[line].Item].Article.Language) != c.language {
			continue
		}
		t := &p.Tellings[line]
		if c.publishers(p.Tellings) < 2 && (t.N > upFront || t.N > c.texts[t.Item].lead && !c.saysAlone(t) || c.near(&t.value)+c.heads(t) < leastNew && !c.newlyNamed(t, before)) || c.looksBack(t, from) || c.heardBefore(p, t, before) {
			continue
		}
		all = append(all, candidate{Change{Kind: NewClaim, After: Words{t.Item, t.Span, t.Span.Start}, Claim: p}, float64(len(p.Origins)) + c.near(&t.value) + 0.3/float64(t.N), &t.value})
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	var list []Change
	var said []*sentence
	for _, k := range all {
		if len(list) == mostNew {
			break
		}
		if slices.ContainsFunc(said, func(s *sentence) bool { return compare(s, k.words).cosine > 0.3 }) {
			continue
		}
		list, said = append(list, k.change), append(said, k.words)
	}
	return list
}

// firstDay is the day on which the first of the later items was printed, less
// what news may lag behind; "" when none is dated.
func (c *Claims) firstDay(before []bool) string {
	for i := range c.Items {
		if at := c.Items[i].At; !before[i] && !at.IsZero() {
			return at.AddDate(0, 0, -4).Format(time.DateOnly)
		}
	}
	return ""
}

// looksBack tells whether a sentence names a time before a day: background, and
// no news.
func (c *Claims) looksBack(t *Telling, day string) bool {
	for _, x := range c.Items[t.Item].Article.Times {
		if x.Start < t.Span.Start || x.Start >= t.Span.End || len(x.Value) < 4 || x.Value[0] < '0' || x.Value[0] > '9' {
			continue
		}
		if n := min(len(x.Value), len(day)); x.Value[:n] < day[:n] {
			return true
		}
	}
	return false
}

// heardBefore tells whether the earlier articles together hold most of a point's
// words, or one of them comes near it; and, of what stands at the head of an
// article, whether an earlier one heads alike.
func (c *Claims) heardBefore(p *Claim, t *Telling, before []bool) bool {
	held, all, news := 0.0, 0.0, 0
	for _, w := range t.value.terms {
		all += w.weight
		if c.anyTells(w.hash, before) {
			held += w.weight
		} else if !w.name {
			news++
		}
	}
	if held > mostHeard*all || news < leastNews {
		return true
	}
	heading, alike := t.N-c.texts[t.Item].lead <= atHead, alikeHead
	if heading && c.laterDay(t, before) {
		alike = alikeLater
	}
	for i := range c.Items {
		if !before[i] {
			continue
		}
		if c.Nearest(p, i) > nearHeard || heading && c.headsAlike(t, i, alike) {
			return true
		}
	}
	return false
}

// newlyNamed tells whether a sentence is of the matter and names a person, or a
// number, of whom no earlier article speaks.
func (c *Claims) newlyNamed(t *Telling, before []bool) bool {
	if c.near(&t.value)+c.heads(t) < leastOf {
		return false
	}
	a := c.Items[t.Item].Article
	return slices.ContainsFunc(t.value.terms, func(w term) bool { return w.number && !c.anyTells(w.hash, before) }) ||
		slices.ContainsFunc(a.Entities, func(e coranto.Entity) bool {
			names := strings.Fields(e.Name)
			return e.Type == coranto.Person && len(names) > 1 && slices.ContainsFunc(e.Mentions, t.Span.Contains) &&
				!slices.ContainsFunc(c.known(before), func(i int) bool { return c.Says(i, names[len(names)-1]) })
		})
}

// known are the items of the earlier part.
func (c *Claims) known(before []bool) []int {
	var list []int
	for i, was := range before {
		if was {
			list = append(list, i)
		}
	}
	return list
}

func (c *Claims) anyTells(word uint64, before []bool) bool {
	for i := range c.Items {
		if before[i] && c.texts[i].terms[word] {
			return true
		}
	}
	return false
}

// headsAlike tells whether a sentence at the head of an article is of what an
// item heads or begins with.
func (c *Claims) headsAlike(t *Telling, item int, alike float64) bool {
	x, y := &c.texts[t.Item], &c.texts[item]
	if compare(&t.value, &y.head).cosine > alike || compare(&x.head, &y.head).cosine > alike {
		return true
	}
	for n := y.lead - 1; n < min(y.lead+atHead-1, len(y.sentences)); n++ {
		if compare(&t.value, &y.sentences[n]).cosine > alike {
			return true
		}
	}
	return false
}

// laterDay tells whether a sentence names a day behind the last of the earlier
// articles that none of them names.
func (c *Claims) laterDay(t *Telling, before []bool) bool {
	last := ""
	named := map[string]bool{}
	for i := range c.Items {
		if !before[i] {
			continue
		}
		if at := c.Items[i].At; !at.IsZero() {
			last = max(last, at.Format(time.DateOnly))
		}
		for _, x := range c.Items[i].Article.Times { // what was to come then may be news now
			if at := c.Items[i].At; at.IsZero() || firstDay(x.Value) <= at.Format(time.DateOnly) {
				named[firstDay(x.Value)] = true
			}
		}
	}
	return slices.ContainsFunc(c.Items[t.Item].Article.Times, func(x coranto.Time) bool {
		day := firstDay(x.Value)
		return t.Span.Start <= x.Start && x.Start < t.Span.End && len(day) == len(time.DateOnly) && day[0] == '2' && day > last && !named[day]
	})
}
