package claim

import (
	"slices"
	"strings"

	"coranto"
	"coranto/desk/series"
)

// ChangeKind is what sort of thing changed.
type ChangeKind string

const (
	NewClaim    ChangeKind = "new"         // told for the first time
	NewFigure   ChangeKind = "figure"      // another number for the same thing
	Appointment ChangeKind = "appointment" // moved, cancelled, or met
	Reversed    ChangeKind = "reversed"    // somebody says or does the opposite of before
)

// Words is a stretch of an item that says something, with a found thing in it.
type Words struct {
	Item int
	Span coranto.Span // of the sentence
	At   int          // where the found thing begins
}

// Change is something that is told otherwise after a moment than before it.
// Before is nil for what is told for the first time.
type Change struct {
	Kind   ChangeKind
	What   string // of a figure what it counts, of an appointment what it is with its status, of a reversal whose; ""
	Before *Words
	After  Words
	Claim  *Claim // of NewClaim the point
}

// sameMatter is the cosine from which a statement and one that denies it are of
// the same.
const sameMatter = 0.65

// Changes says what the later articles of a story tell otherwise than those
// known before: known tells which items those are. Nothing is a change where
// either part is empty.
func (c *Claims) Changes(known func(item int) bool) []Change {
	before := make([]bool, len(c.Items))
	n := 0
	for i := range c.Items {
		if before[i] = known(i); before[i] {
			n++
		}
	}
	if n == 0 || n == len(before) {
		return nil
	}
	list := c.changedFigures(before)
	list = append(list, c.changedAppointments(before)...)
	list = append(list, c.reversals(before)...)
	for _, n := range c.newPoints(before) {
		if !slices.ContainsFunc(list, func(x Change) bool { return x.After.Item == n.After.Item && x.After.Span == n.After.Span }) {
			list = append(list, n)
		}
	}
	return list
}

func (c *Claims) words(t *Telling) Words {
	return Words{Item: t.Item, Span: c.sentenceAt(t.Item, t.Span.Start), At: t.Span.Start}
}

func (c *Claims) sentenceAt(item, offset int) coranto.Span {
	a := c.Items[item].Article
	if n := a.SentenceAt(offset); n > 0 {
		return a.Sentences[n-1]
	}
	return coranto.Span{Start: offset, End: offset}
}

// changedFigures gives for each thing counted the last number before and the
// newest one, where they differ.
func (c *Claims) changedFigures(before []bool) []Change {
	type late struct {
		claim   *Claim
		telling *Telling
	}
	var all []late
	for i := range c.Figures {
		g := &c.Figures[i]
		u := c.lastTelling(g, func(item int) bool { return !before[item] })
		if u != nil && !slices.ContainsFunc(g.Tellings, func(t Telling) bool { return before[t.Item] }) {
			all = append(all, late{g, u})
		}
	}
	slices.SortStableFunc(all, func(x, y late) int { return c.Items[y.telling.Item].At.Compare(c.Items[x.telling.Item].At) })
	var list []Change
	used := map[*Claim]bool{}
	for _, l := range all {
		u := l.telling
		var was *Telling
		var of *Claim
		for j := range c.Figures {
			f := &c.Figures[j]
			t := c.lastTelling(f, func(item int) bool { return before[item] })
			if t == nil || used[f] || !c.sameSeries(t, u) || told(f, u.Item) {
				continue
			}
			if was == nil || c.Items[t.Item].At.After(c.Items[was.Item].At) || c.Items[t.Item].At.Equal(c.Items[was.Item].At) && c.figure(t).Value > c.figure(was).Value {
				was, of = t, f
			}
		}
		if was == nil {
			continue
		}
		used[of] = true
		w := c.words(was)
		list = append(list, Change{Kind: NewFigure, What: c.figure(u).What, Before: &w, After: c.words(u)})
	}
	return list
}

func told(c *Claim, item int) bool {
	return slices.ContainsFunc(c.Tellings, func(t Telling) bool { return t.Item == item })
}

// lastTelling returns a claim's last telling by a dated text of its own.
func (c *Claims) lastTelling(x *Claim, in func(item int) bool) *Telling {
	var last *Telling
	for i := range x.Tellings {
		t := &x.Tellings[i]
		if in(t.Item) && c.own[t.Item] && !c.Items[t.Item].At.IsZero() {
			last = t
		}
	}
	return last
}

// sameSeries tells whether two different numbers count the same thing by the
// same giver, or by nobody named: of people's fates and of what has a unit, in
// like sentences; of all else where both articles begin with it.
func (c *Claims) sameSeries(t, u *Telling) bool {
	a, b := c.figure(t), c.figure(u)
	if a.Unit != b.Unit || a.Value == b.Value || b.Value < a.Value && a.Bound != b.Bound && !exclude(a, b) || !sameThing(a.What, b.What) ||
		t.Giver != "" && u.Giver != "" && !sameName(t.Giver, u.Giver) || c.elsewhere(t, u) {
		return false
	}
	first := t.value.n <= leads && u.value.n <= leads && strings.EqualFold(a.What, b.What)
	sh := compare(&t.value, &u.value)
	if a.Unit != "" || series.Toll(a.What, "") {
		return sh.cosine >= otherValue || b.Value > a.Value && first
	}
	return sh.cosine >= otherValue && sh.deed >= otherValue && first
}

// leads is up to which sentence an article tells what it is about: there, more
// of the same thing is the story's own, grown.
const leads = 2

// changedAppointments gives appointments with another day or outcome than before.
func (c *Claims) changedAppointments(before []bool) []Change {
	type told struct {
		item int
		a    *coranto.Appointment
	}
	var was, is []told
	for i := range c.Items {
		if !c.own[i] {
			continue
		}
		list := c.Items[i].Article.Appointments
		for n := range list[:min(len(list), maxFound)] {
			if a := &list[n]; a.Sure() && len(a.Who) > 0 {
				if before[i] {
					was = append(was, told{i, a})
				} else {
					is = append(is, told{i, a})
				}
			}
		}
	}
	var list []Change
	met := map[string]bool{}
	for _, n := range is {
		for j := len(was) - 1; j >= 0; j-- { // the last word before
			o := was[j]
			word := outcome(o.a, n.a)
			if o.a.What != n.a.What || word == "" || !mostShared(o.a.Who, n.a.Who) || o.a.Where != "" && n.a.Where != "" && !sameName(o.a.Where, n.a.Where) {
				continue
			}
			what := n.a.What + " of " + strings.Join(n.a.Who, ", ") + ": " + word
			if !met[what] {
				met[what] = true
				list = append(list, Change{
					Kind: Appointment, What: what,
					Before: &Words{o.item, c.sentenceAt(o.item, o.a.Start), o.a.Start},
					After:  Words{n.item, c.sentenceAt(n.item, n.a.Start), n.a.Start},
				})
			}
			break
		}
	}
	return list
}

// outcome says what became of an appointment, "" for nothing.
func outcome(was, is *coranto.Appointment) string {
	same := was.From == is.From || was.From == "" || is.From == ""
	switch {
	case was.Status != "announced" && was.Status != "postponed":
		return ""
	case is.Status == "cancelled" && same:
		return "cancelled"
	case is.Status == "postponed" && was.Status != "postponed":
		return "moved"
	case is.Status == "happened" && was.From != "" && was.From == is.From:
		return "held"
	}
	return ""
}

// mostShared tells whether the shorter of two lists of names stands in the
// longer.
func mostShared(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y string) bool { return sameName(x, y) }) {
			return false
		}
	}
	return len(a) > 0
}

// reversals are statements of one speaker, and events, of which later articles
// tell the opposite.
func (c *Claims) reversals(before []bool) []Change {
	var list []Change
	pair := func(what string, t, u *Telling) {
		w := c.words(t)
		list = append(list, Change{Kind: Reversed, What: what, Before: &w, After: c.words(u)})
	}
	for i := range c.Statements {
		for j := range c.Statements {
			t, u := &c.Statements[i].Tellings[0], &c.Statements[j].Tellings[0]
			if !before[t.Item] || before[u.Item] || c.speakers[t.Giver] != c.speakers[u.Giver] {
				continue
			}
			if t.value.denied != u.value.denied && compare(&t.value, &u.value).cosine >= sameMatter {
				pair(u.Giver, t, u)
			}
		}
	}
	for i := range c.Events {
		for _, j := range c.Events[i].Against {
			t, u := &c.Events[i].Tellings[0], &c.Events[j].Tellings[0]
			if before[t.Item] && !before[u.Item] {
				pair(strings.Join(c.event(u).Actors, ", "), t, u)
			}
		}
	}
	return list
}
