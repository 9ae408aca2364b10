package compare

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"coranto/desk/claim"
)

// Told is a point with the publishers that tell it.
type Told struct {
	Point *claim.Claim
	By    []string // publishers, as Desk.Who tells them apart, in order of first telling
	Not   []string // publishers of full texts, printed later than one that tells it, in which nothing like it stands
	Line  int      // the telling whose sentence speaks for it
}

// LeftOut is a point that stands in no text of one or more publishers.
type LeftOut struct {
	Told
	Silent []Silent
}

// Silent is a publisher that prints nothing like a point.
type Silent struct {
	Who      string
	Searched []int // items: all of the publisher's articles in the story
}

// Sides compares the publishers of a story.
type Sides struct {
	Publishers []string // of full texts, by first article
	All        []Told   // what all of them tell
	Some       []Told   // what several tell, and not all of the publishers of full texts, or nobody knows whether all
	LeftOut    []LeftOut
	Wordings   []Wording
}

// What counts as not told: hardly any of the words that the tellers share stand
// anywhere in the publisher's texts, and no sentence, nor two together, come
// near any telling. Chosen by reading left-out lines of real stories.
const (
	mostHeld    = 0.40
	mostNear    = 0.20
	touching    = 3   // words of the core in one sentence: perhaps told, in other words
	leastShare  = 0.5 // of the other publishers of full texts, how many tell a point that one leaves out
	leastOrigin = 2   // independent ones among them
	leastAbout  = 0.10
	leastCommon = 2 // points that the publisher and the tellers both tell: it is of the same event
)

// Publishers compares what the publishers of a story tell. What is told is
// matched by sentences, which statements, figures and events help to align. Of
// stories with fewer than two publishers of full texts it is only said what
// several tell: excerpts leave out, and nobody knows what.
func Publishers(c *claim.Claims) Sides {
	var s Sides
	texts := map[string][]int{}
	full := map[string][]int{}
	for i := range c.Items {
		who := c.Who(i)
		texts[who] = append(texts[who], i)
		if c.Full(i) {
			if full[who] == nil {
				s.Publishers = append(s.Publishers, who)
			}
			full[who] = append(full[who], i)
		}
	}
	for i := range c.Points {
		s.place(c, &c.Points[i], texts, full)
	}
	byWeight := func(a, b Told) int {
		return cmp.Or(cmp.Compare(len(b.Point.Origins), len(a.Point.Origins)), cmp.Compare(c.Central(b.Point), c.Central(a.Point)))
	}
	slices.SortStableFunc(s.All, byWeight)
	slices.SortStableFunc(s.Some, byWeight)
	s.accuse(c, texts, full)
	slices.SortStableFunc(s.LeftOut, func(a, b LeftOut) int { return byWeight(a.Told, b.Told) })
	s.Wordings = wordings(c)
	return s
}

// place puts a point where it belongs.
func (s *Sides) place(c *claim.Claims, p *claim.Claim, texts, full map[string][]int) {
	told := Told{Point: p, By: tellers(c, p)}
	if len(told.By) < 2 {
		return
	}
	if told.Line = c.Saying(p); told.Line < 0 {
		return
	}
	core, ok := c.Core(p)
	if !ok && !c.Across(p) {
		return
	}
	all := len(s.Publishers) > 1
	for _, who := range s.Publishers {
		if slices.Contains(told.By, who) {
			continue
		}
		all = false
		if ok && after(c, &told, who, full) > 0 && absent(c, core, p, texts[who]) {
			told.Not = append(told.Not, who)
		}
	}
	if all {
		s.All = append(s.All, told)
		return
	}
	s.Some = append(s.Some, told)
}

// tellers are the publishers that tell a point in a text of their own.
func tellers(c *claim.Claims, p *claim.Claim) []string {
	var by []string
	for _, t := range p.Tellings {
		if who := c.Who(t.Item); c.Own(t.Item) && !slices.Contains(by, who) {
			by = append(by, who)
		}
	}
	return by
}

// accuse fills in what is left out. It looks at points last, when it is known
// what publishers tell in common.
func (s *Sides) accuse(c *claim.Claims, texts, full map[string][]int) {
	common := map[[2]string]int{}
	for i := range c.Points {
		by := tellers(c, &c.Points[i])
		for _, a := range by {
			for _, b := range by {
				common[[2]string{a, b}]++
			}
		}
	}
	ground := func(told *Told, who string) bool {
		return slices.ContainsFunc(told.By, func(by string) bool { return common[[2]string{who, by}] >= leastCommon })
	}
	for i := range s.Some {
		told := &s.Some[i]
		left := LeftOut{Told: *told}
		for _, who := range told.Not {
			if ground(told, who) && len(told.Point.Origins) >= leastOrigin && c.Central(told.Point) >= leastAbout && s.accuses(c, told, who, full) {
				left.Silent = append(left.Silent, Silent{who, texts[who]})
			}
		}
		if len(left.Silent) > 0 {
			s.LeftOut = append(s.LeftOut, left)
		}
	}
	for i := range c.Points {
		told, ok := leading(c, &c.Points[i])
		if !ok {
			continue
		}
		left := LeftOut{Told: told}
		for _, who := range s.Publishers {
			if who != told.By[0] && common[[2]string{who, told.By[0]}] >= leastCommon && after(c, &told, who, full) > 0 && c.Alike(told.Point, texts[who]) && c.Silent(told.Point, texts[who]) {
				left.Silent = append(left.Silent, Silent{who, texts[who]})
			}
		}
		if len(left.Silent) > 0 {
			s.LeftOut = append(s.LeftOut, left)
		}
	}
	for i := range c.Figures {
		told, words := s.fate(c, &c.Figures[i])
		left := LeftOut{Told: told}
		for _, who := range s.Publishers {
			if words == nil || slices.Contains(told.By, who) || !c.Alike(told.Point, texts[who]) || !ground(&told, who) || !s.accuses(c, &told, who, full) {
				continue
			}
			said := slices.ContainsFunc(texts[who], func(item int) bool {
				return slices.ContainsFunc(words, func(w string) bool { return c.Says(item, w) })
			})
			if !said {
				left.Silent = append(left.Silent, Silent{who, texts[who]})
			}
		}
		if len(left.Silent) > 0 {
			s.LeftOut = append(s.LeftOut, left)
		}
	}
}

// leading returns a point that one publisher alone tells at the head of a full
// text; false for any other.
func leading(c *claim.Claims, p *claim.Claim) (Told, bool) {
	if !slices.ContainsFunc(p.Tellings, func(t claim.Telling) bool { return c.Leads(&t) }) {
		return Told{}, false
	}
	told := Told{Point: p, By: tellers(c, p), Line: c.Speaking(p)}
	return told, len(told.By) == 1 && told.Line >= 0 && c.Leads(&p.Tellings[told.Line])
}

// fates are the words without which nobody can tell that people died or were
// hurt: a text that has none of them leaves it out, however it is worded.
var fates = map[string][]string{
	"killed":  strings.Fields("kill dead die died death deadly fatal fatally slain slay toll body bodies corpse casualty casualties victim lives life perish murder lethal bury funeral mourn coffin"),
	"wounded": strings.Fields("wound injure injury injuries hurt casualty casualties victim maim hospital"),
}

// fate returns the point in which a figure tells of people killed or wounded,
// with those who tell the figure and the words for it; no words for any other.
func (s *Sides) fate(c *claim.Claims, f *claim.Claim) (Told, []string) {
	first := f.Tellings[0]
	a := c.Items[first.Item].Article
	what := strings.Fields(strings.ToLower(a.Figures[first.N].What))
	if len(what) == 0 || a.Language != "en" || len(f.Origins) < leastOrigin || a.Figures[first.N].Unit != "" {
		return Told{}, nil
	}
	for _, t := range f.Tellings {
		p := c.PointAt(t)
		if p == nil || c.Speaking(p) < 0 || slices.ContainsFunc(s.LeftOut, func(l LeftOut) bool { return l.Point == p }) {
			continue
		}
		return Told{Point: p, By: tellers(c, f), Line: c.Speaking(p)}, fates[what[len(what)-1]]
	}
	return Told{}, nil
}

// absent tells whether nothing like a point stands in any of the texts.
func absent(c *claim.Claims, core claim.Core, p *claim.Claim, items []int) bool {
	if !c.Alike(p, items) {
		return false
	}
	for _, i := range items {
		if c.Held(core, i) > mostHeld || c.Named(core, i) || c.Touches(core, i, touching) || c.Nearest(p, i) > mostNear {
			return false
		}
	}
	return true
}

// accuses tells whether a publisher that does not tell a point can be said to
// leave it out: it printed a full report after two others in texts of their own,
// at least half of the others tell it, and dates say so.
func (s *Sides) accuses(c *claim.Claims, told *Told, who string, full map[string][]int) bool {
	if len(told.By) < leastOrigin {
		return false
	}
	others := 0
	for _, other := range s.Publishers {
		if slices.Contains(told.By, other) {
			others++
		}
	}
	if float64(others) < leastShare*float64(len(s.Publishers)-1) {
		return false
	}
	return after(c, told, who, full) >= leastOrigin
}

// after returns after how many of those who tell a point a publisher printed a
// full report, as far as dates tell, all of them where the point names a day
// before: what was printed before the fact, or nobody knows when, leaves nothing
// out.
func after(c *claim.Claims, told *Told, who string, full map[string][]int) int {
	most := 0
	day := factDay(c, told)
	for _, i := range full[who] {
		if c.Items[i].At.IsZero() {
			continue
		}
		if day != "" && day < c.Items[i].At.Format(time.DateOnly) {
			return len(told.By)
		}
		before := map[string]bool{}
		for _, t := range told.Point.Tellings {
			if at := c.Items[t.Item].At; c.Own(t.Item) && !at.IsZero() && at.Before(c.Items[i].At) {
				before[c.Who(t.Item)] = true
			}
		}
		most = max(most, len(before))
	}
	return most
}

// recent is within what time of its printing the day that a report names is
// that of its news.
const recent = 7 * 24 * time.Hour

// factDay is the last day that a point's sentences name, where it is one of the
// last before they were printed; "" for none.
func factDay(c *claim.Claims, told *Told) string {
	last := ""
	for _, t := range told.Point.Tellings {
		at := c.Items[t.Item].At
		for _, x := range c.Items[t.Item].Article.Times {
			day, err := time.Parse(time.DateOnly, x.Value)
			if err != nil || x.Start < t.Span.Start || x.Start >= t.Span.End {
				continue
			}
			if at.IsZero() || day.After(at) || at.Sub(day) > recent {
				return ""
			}
			last = max(last, x.Value)
		}
	}
	return last
}
