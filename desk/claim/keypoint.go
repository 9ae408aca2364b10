package claim

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"time"

	"coranto"
)

// KeyPoint is a sentence that tells what is most important in a story.
type KeyPoint struct {
	Claim    *Claim // the point that it tells
	Telling  int    // the telling whose words speak for it
	Disputed bool   // sources contradict each other on a number or event that it tells
}

// What a key point may be like, in bytes of its sentence.
const (
	shortest = 50
	longest  = 340
	fitting  = 220 // longer ones are the less welcome
	opening  = 5   // sentences of a report that may speak for what it alone tells: later ones lean on them
)

// What of a story's leads is one thing told twice, though in other words, and
// what of its own headline a sentence has to tell that no other text tells.
const (
	repeats     = 0.30 // cosine of two sentences
	repeatsAll  = 0.50 // share of the shorter that stands in the other
	leadsAlike  = 0.18 // cosine, with half of the headlines', where both begin their reports
	sameArticle = 0.24 // cosine of two sentences of one article
	headsAlike  = 0.30 // of two headlines, whatever their articles begin with
	sameCast    = 5    // names in common of two leads
	leastShared = 0.30 // near the centre and in headlines, of what several tell
	leastLead   = 0.45 // of a lead that one tells
	leastAbout  = 0.48 // and of what follows it
	headless    = 0.30 // for that share, where an article has no headline
	foretold    = 0.10 // cosine of what was to come and a later lead
	weakest     = 0.35 // of the best one's score
)

// candidate is a sentence that may be a key point.
type candidate struct {
	KeyPoint
	score float64
	lead  bool
	words *sentence
	head  *sentence // the headline of its article
}

// KeyPoints chooses at most n sentences, the most telling first: told by many
// independent origins, near the centre of what the story is about (the centroid
// of Radev et al. 2004) and what its articles head, early in their articles, not
// old, and not saying what another chosen one says. What one text alone tells is
// chosen from its opening. No sentence is chosen that leans on one before it,
// that gives its writer's opinion, or that a later article has overtaken. The
// newest state of the matter goes first, or where no dates tell what is a lead.
func (c *Claims) KeyPoints(n int) []KeyPoint {
	var all []candidate
	for i := range c.Points {
		if best := c.candidate(&c.Points[i]); best.words != nil {
			all = append(all, best)
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	var chosen []candidate
	for _, first := range []func(candidate) bool{c.newest, func(k candidate) bool { return k.lead }} {
		if i := slices.IndexFunc(all, first); i >= 0 && n > 0 && len(chosen) == 0 && 2*all[i].score > all[0].score {
			chosen = append(chosen, all[i])
		}
	}
	for _, k := range all {
		if len(chosen) == n || len(chosen) > 0 && k.score < all[0].score*weakest {
			break
		}
		if !slices.ContainsFunc(chosen, k.repeats) && !c.stale(k) {
			chosen = append(chosen, k)
		}
	}
	return inOrder(chosen)
}

// repeats tells whether two candidates say the same: in like words, with the same
// numbers, or at the head of articles with like headlines.
func (k candidate) repeats(other candidate) bool {
	sh := compare(k.words, other.words)
	heads := k.lead && other.lead
	alike := 0.0
	if heads {
		alike = compare(k.head, other.head).cosine
	}
	switch {
	case alike > headsAlike || sh.counts > 1:
		return true
	case sh.numbers:
		return sh.cosine > repeatsAll
	case sh.cosine > repeats || sh.contained > repeatsAll || sh.large && sh.cosine > leadsAlike/2:
		return true
	case k.Claim.Tellings[k.Telling].Item == other.Claim.Tellings[other.Telling].Item:
		return sh.cosine > sameArticle // an abstract and its report
	}
	return heads && (sh.names >= sameCast || sh.cosine+alike/2 > leadsAlike)
}

// newest tells whether a text of the newest day tells a candidate's point.
func (c *Claims) newest(k candidate) bool {
	return slices.ContainsFunc(k.Claim.Tellings, func(t Telling) bool { return c.own[t.Item] && c.age(t.Item) < 1 })
}

// inOrder puts sentences of one article in its order.
func inOrder(chosen []candidate) []KeyPoint {
	list := make([]KeyPoint, len(chosen))
	item := func(k KeyPoint) int { return k.Claim.Tellings[k.Telling].Item }
	for i, k := range chosen {
		list[i] = k.KeyPoint
		for j := range list[:i] {
			if item(list[j]) == item(list[i]) && list[i].Claim.Tellings[list[i].Telling].N < list[j].Claim.Tellings[list[j].Telling].N {
				list[i], list[j] = list[j], list[i]
			}
		}
	}
	return list
}

// candidate is a point in the words of the telling that speaks best for it;
// without words where none can.
func (c *Claims) candidate(p *Claim) candidate {
	best := candidate{score: math.Inf(-1)}
	for j := range p.Tellings {
		t := &p.Tellings[j]
		place := t.N - c.texts[t.Item].lead
		common, compared := c.common(p, t)
		alone := len(p.Origins) < 2 || compared && common < repeatsAll // what it tells beyond the others it tells alone
		if !c.speaks(t) || base(c.Items[t.Item].Article.Language) != c.language || place >= opening && alone {
			continue
		}
		about := c.near(&t.value) + c.heads(t)
		if about < leastShared || alone && (about < leastLead || place > 0 && (about < leastAbout || !c.saysAlone(t))) {
			continue
		}
		score := about + 0.6/(1+float64(max(0, place))/3) - math.Max(0, float64(t.Span.Len()-fitting))/300
		if c.Items[t.Item].Publisher != "" {
			score += 0.1
		}
		score += 0.4*math.Exp2(-c.age(t.Item)) + 0.6*common
		if score > best.score {
			best = candidate{KeyPoint: KeyPoint{Claim: p, Telling: j}, score: score, lead: place == 0, words: &t.value, head: &c.texts[t.Item].head}
		}
	}
	if best.words != nil {
		best.score += 0.6 * math.Log(float64(len(p.Origins)))
		best.Disputed = c.disputed(&p.Tellings[best.Telling])
	}
	return best
}

var (
	// coming is what is not there yet.
	coming = regexp.MustCompile(`\b(?:will|whether|(?:is|are) (?:set|expected|due|scheduled|poised|likely|planning|preparing|about|going) to|plan(?:s|ned)? to|on the verge of)\b`)
	// ahead is that, and what was not yet there.
	ahead = regexp.MustCompile(coming.String() + `|\b(?:would|(?:was|were) (?:set|expected|due|scheduled|about|going) to|expected|upcoming)\b`)
)

// stale tells whether a candidate foretells what texts of a later day begin with.
func (c *Claims) stale(k candidate) bool {
	t := &k.Claim.Tellings[k.Telling]
	if c.newest(k) || !ahead.MatchString(unquoted(t.Span.In(c.Items[t.Item].Article.Text))) {
		return false
	}
	at := c.Items[t.Item].At
	for i := range c.texts {
		lead := c.texts[i].lead - 1
		if lead < len(c.texts[i].sentences) && c.Items[i].At.Sub(at) >= 24*time.Hour && compare(k.words, &c.texts[i].sentences[lead]).cosine >= foretold {
			return true
		}
	}
	return false
}

// saysAlone tells whether a sentence behind an article's first tells something
// definite and takes nothing for known.
func (c *Claims) saysAlone(t *Telling) bool {
	a := c.Items[t.Item].Article
	return t.value.definite() && (base(a.Language) != "en" || !assumes(t.Span.In(a.Text), a.Headline))
}

// definite tells whether a sentence holds a name or a number: without either it
// says little of what happened.
func (s *sentence) definite() bool {
	return slices.ContainsFunc(s.terms, func(t term) bool { return t.number || t.name && !t.dated })
}

// common is the share of a telling's sentence, by weight, that the other
// publishers of the point tell too; false where none tells it in its language.
func (c *Claims) common(p *Claim, t *Telling) (float64, bool) {
	sum, n := 0.0, 0
	for i := range p.Tellings {
		if u := &p.Tellings[i]; c.who(u.Item) != c.who(t.Item) && c.sameLanguage(u.Item, t.Item) {
			sum += within2(&t.value, &u.value, &sentence{})
			n++
		}
	}
	if n == 0 {
		return 0, false
	}
	return sum / float64(n), true
}

// heads is the share of headlines that a telling's sentence holds, by weight: of
// its own article's, or of the other articles' where they have more of it.
func (c *Claims) heads(t *Telling) float64 {
	if len(c.texts[t.Item].head.terms) == 0 {
		return headless
	}
	mine := within2(&c.texts[t.Item].head, &t.value, &sentence{})
	sum, n := 0.0, 0
	for i := range c.Items {
		if c.own[i] && c.who(i) != c.who(t.Item) && len(c.texts[i].head.terms) > 0 {
			sum += within2(&c.texts[i].head, &t.value, &sentence{})
			n++
		}
	}
	if n == 0 {
		return mine
	}
	return (mine + sum/float64(n)) / 2
}

// age is by how many whole days an item is older than the newest text of its own; a
// week for an undated one.
func (d *Desk) age(item int) float64 {
	newest := d.Items[item].At
	if newest.IsZero() {
		return 7
	}
	for i := range d.Items {
		if d.own[i] && d.Items[i].At.After(newest) {
			newest = d.Items[i].At
		}
	}
	return math.Floor(newest.Sub(d.Items[item].At).Hours() / 24)
}

// mostly is the language of most texts of their own, on a tie English, in which all is
// told around them, or the first met: what is told in several languages is told
// once.
func (d *Desk) mostly() string {
	n := map[string]int{}
	best := ""
	for i := range d.Items {
		if d.own[i] {
			n[base(d.Items[i].Article.Language)]++
		}
	}
	for i := range d.Items {
		if l := base(d.Items[i].Article.Language); n[l] > n[best] || n[l] == n[best] && l == "en" {
			best = l
		}
	}
	return best
}

// centre is what a story is about: by word its weight, and their length.
type centre struct {
	weight map[uint64]float64
	length float64
}

// centre sums the story's points, each by how many origins it has and how early
// it stands.
func (c *Claims) centre() centre {
	m := centre{weight: map[uint64]float64{}}
	for i := range c.Points {
		p := &c.Points[i]
		s := &p.Tellings[0].value
		if s.length == 0 {
			continue
		}
		for _, t := range s.terms {
			m.weight[t.hash] += t.weight / s.length * float64(len(p.Origins)) / (1 + float64(p.Tellings[0].N)/8)
		}
	}
	squares := make([]float64, 0, len(m.weight))
	for _, w := range m.weight {
		squares = append(squares, w*w)
	}
	slices.Sort(squares) // one sum whatever the order of the map
	for _, w := range squares {
		m.length += w
	}
	m.length = math.Sqrt(m.length)
	return m
}

// near is the cosine of a sentence with the centre.
func (c *Claims) near(s *sentence) float64 {
	if c.core == nil {
		m := c.centre()
		c.core = &m
	}
	m := c.core
	if s.length == 0 || m.length == 0 {
		return 0
	}
	dot := 0.0
	for _, t := range s.terms {
		dot += t.weight * m.weight[t.hash]
	}
	return dot / s.length / m.length
}

// in gives the claims of a list that are told within a span of an item.
func (c *Claims) in(list []Claim, item int, span coranto.Span) []*Claim {
	var some []*Claim
	for i := range list {
		for _, t := range list[i].Tellings {
			if t.Item == item && span.Start <= t.Span.Start && t.Span.Start < span.End {
				some = append(some, &list[i])
				break
			}
		}
	}
	return some
}

func (c *Claims) disputed(t *Telling) bool {
	for _, list := range [][]Claim{c.Figures, c.Events} {
		for _, x := range c.in(list, t.Item, t.Span) {
			if len(x.Against) > 0 {
				return true
			}
		}
	}
	return false
}

// overtaken tells whether a later article gives another number for something
// that the sentence counts, and no longer this one.
func (c *Claims) overtaken(t *Telling) bool {
	printed := c.Items[t.Item].At
	if printed.IsZero() {
		return false
	}
	for _, f := range c.in(c.Figures, t.Item, t.Span) {
		for i := range c.Figures {
			g := &c.Figures[i]
			if g != f && c.later(g, f, printed) {
				return true
			}
		}
	}
	return false
}

// later tells whether g is told of what f counts by an article printed after a
// moment, one that does not tell f too, and f by none as late.
func (c *Claims) later(g, f *Claim, printed time.Time) bool {
	a, b := c.figure(&f.Tellings[0]), c.figure(&g.Tellings[0])
	if a.Unit != b.Unit || !sameThing(a.What, b.What) || !exclude(a, b) && a.Bound == b.Bound {
		return false
	}
	for _, u := range g.Tellings {
		at := c.Items[u.Item].At
		if !at.After(printed.Add(30*time.Minute)) || slices.ContainsFunc(f.Tellings, func(t Telling) bool {
			return t.Item == u.Item || c.Items[t.Item].At.After(at)
		}) {
			continue
		}
		for _, t := range f.Tellings {
			if compare(&t.value, &u.value).cosine >= sameValue {
				return true
			}
		}
	}
	return false
}
