package claim

import (
	"cmp"
	_ "embed"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

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
	opening  = 3   // sentences of an article that may speak for what it alone tells: later ones lean on them
)

// KeyPoints chooses at most n sentences, the most telling first: told by many
// independent origins, near the centre of what the story is about (the centroid
// of Radev et al. 2004), early in their articles, not old, and not saying what another
// chosen one says. What one text alone tells is chosen from its opening. No
// sentence is chosen that begins with a word pointing back,
// that comes from an opinion piece or a copy, or whose number a later article
// has overtaken.
func (c *Claims) KeyPoints(n int) []KeyPoint {
	type candidate struct {
		KeyPoint
		score float64
		words *sentence
	}
	var all []candidate
	language := c.language()
	for i := range c.Points {
		p := &c.Points[i]
		best := candidate{score: math.Inf(-1)}
		for j := range p.Tellings {
			t := &p.Tellings[j]
			if !c.speaks(t) || base(c.Items[t.Item].Article.Language) != language || t.N > opening && len(p.Origins) < 2 {
				continue
			}
			score := 1.5*c.near(&t.value) + 0.6/(1+float64(t.N-1)/3) - math.Max(0, float64(t.Span.Len()-fitting))/300
			if c.Items[t.Item].Publisher != "" {
				score += 0.1
			}
			score += 0.4 * math.Exp2(-c.age(t.Item))
			if slight.MatchString(t.Span.In(c.Items[t.Item].Article.Text)) {
				score -= 0.35
			}
			if score > best.score {
				best = candidate{KeyPoint: KeyPoint{Claim: p, Telling: j}, score: score, words: &t.value}
			}
		}
		if best.words == nil {
			continue
		}
		best.score += 0.8 * math.Log(float64(len(p.Origins)))
		best.Disputed = c.disputed(&p.Tellings[best.Telling])
		all = append(all, best)
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	var chosen []KeyPoint
	var said []*sentence
	for _, k := range all {
		if len(chosen) == n || len(chosen) > 0 && k.score < all[0].score/3 {
			break
		}
		if slices.ContainsFunc(said, func(s *sentence) bool {
			sh := compare(s, k.words)
			return sh.cosine > 0.3 || sh.contained > 0.5
		}) {
			continue
		}
		chosen, said = append(chosen, k.KeyPoint), append(said, k.words)
	}
	return chosen
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

// language is that of most texts of their own, the first met on a tie: what is
// told in several languages is told once.
func (d *Desk) language() string {
	n := map[string]int{}
	best := ""
	for i := range d.Items {
		if d.own[i] {
			n[base(d.Items[i].Article.Language)]++
		}
	}
	for i := range d.Items {
		if l := base(d.Items[i].Article.Language); n[l] > n[best] {
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

// pointing back: a sentence that begins with one of these says nothing alone.
//
//go:embed openings.txt
var openingText string

var openings = func() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(openingText) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			m[line] = true
		}
	}
	return m
}()

// pronouns mean somebody named before.
var pronouns = set("he she they it his her their its him them he's she's they're it's he'd she'd")

// alone tells whether a sentence can stand without those before it.
func alone(sentence string) bool {
	folded := strings.ToLower(strings.ReplaceAll(sentence, "’", "'"))
	f := strings.FieldsFunc(folded, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",\"“«:;", r) })
	for n := 1; n <= min(3, len(f)); n++ {
		if openings[strings.Join(f[:n], " ")] {
			return false
		}
	}
	for i, w := range strings.Fields(sentence)[:min(4, len(strings.Fields(sentence)))] {
		if pronouns[strings.ReplaceAll(strings.ToLower(strings.Trim(w, ",.\"“”")), "’", "'")] {
			return false
		}
		if i > 0 && upper(w) { // somebody is named
			break
		}
	}
	if first.MatchString(sentence) && !strings.ContainsAny(sentence, "\"“”«") {
		return false
	}
	if at := forth(sentence, 0, 48); stamp.MatchString(sentence[:at]) {
		return false
	}
	// "..., he said": nobody knows who.
	return !slices.ContainsFunc([]string{" he said.", " she said.", " they said.", " he added.", " she added.", " it said.", " it added."}, func(end string) bool {
		return strings.HasSuffix(folded, end)
	})
}

var (
	// first is somebody's own words whose quotation marks stand elsewhere.
	first = regexp.MustCompile(`(?:^| )(?:I(?:['’]\w+)?|[Ww]e(?:['’]\w+)?|[Oo]ur) `)
	// stamp is what a page prints above an article: a clock, a date with its year.
	stamp = regexp.MustCompile(`\d{1,2}[:.] ?\d\d ?(?:[AaPp]\.?[Mm]|[A-Z]{2,4}\b|,|\|)|^(?:\w+ ){0,2}(?:[A-Z]\w+,? )?(?:[A-Z]\w+\.? \d{1,2}|\d{1,2} [A-Z]\w+),? \d{4} [A-Z]`)
	// slight is a definite noun without anything said of it: "The player was ..."
	slight  = regexp.MustCompile(`^The \p{Ll}+,? (?:which|who|was|were|is|are|has|had|have|will|would|then|also|said|says|came|went|could|did|does)\b`)
	heOrShe = regexp.MustCompile(`(?i)\b(?:he|she|his|her)\b`)
)

// unnamed tells whether "he" or "she" comes in a sentence before anybody is
// named.
func unnamed(a *coranto.Article, span coranto.Span) bool {
	at := heOrShe.FindStringIndex(span.In(a.Text))
	if at == nil || base(a.Language) != "en" {
		return false
	}
	for i := range a.Entities {
		if a.Entities[i].Type != coranto.Person {
			continue
		}
		for _, m := range a.Entities[i].Mentions {
			if span.Start <= m.Start && m.Start < span.Start+at[0] {
				return false
			}
		}
	}
	return true
}

// backward tells whether a sentence opens with words that stand for somebody
// named before: "The player was taken to hospital".
func backward(a *coranto.Article, span coranto.Span) bool {
	for i := range a.Entities {
		for _, r := range a.Entities[i].Refs {
			if r.Start < span.Start || r.Start > span.Start+4 {
				continue
			}
			words := strings.TrimPrefix(strings.TrimPrefix(r.In(a.Text), "The "), "the ")
			if words != "" && !upper(words) {
				return true
			}
		}
	}
	return false
}

// speaks tells whether a telling's sentence may be a key point.
func (c *Claims) speaks(t *Telling) bool {
	it := &c.Items[t.Item]
	a := it.Article
	if !c.own[t.Item] || t.Span.Len() < shortest || t.Span.Len() > longest || len(t.value.terms) < 6 {
		return false
	}
	switch a.Kind {
	case coranto.Opinion, coranto.Interview, coranto.Briefing:
		return false
	}
	words := strings.TrimSpace(t.Span.In(a.Text))
	last := words[len(words)-1]
	if strings.HasSuffix(words, "?") || strings.Contains(words, "\n") || strings.Contains(words, "...") ||
		base(a.Language) == "en" && !strings.ContainsRune(".!\"'", rune(last)) && !strings.HasSuffix(words, "”") && !strings.HasSuffix(words, "’") {
		return false
	}
	if quotation(words) || !alone(words) || backward(a, t.Span) || unnamed(a, t.Span) || titled(a, words) || !upper(strings.TrimLeft(words, "“\"«'‘")) && base(a.Language) == "en" {
		return false
	}
	for _, d := range a.Damaged {
		if d.Overlaps(t.Span) {
			return false
		}
	}
	return !c.overtaken(t)
}

// titled tells whether a sentence begins with the article's headline, as where a
// page runs the two together.
func titled(a *coranto.Article, sentence string) bool {
	head := strings.Join(strings.Fields(a.Headline), " ")
	return len(head) > 20 && len(sentence) > len(head)+5 && strings.HasPrefix(sentence, head)
}

// quotation tells whether a sentence is nothing but somebody's words, or holds a
// quotation mark without its other half.
func quotation(s string) bool {
	return strings.Count(s, "“") != strings.Count(s, "”") || strings.Count(s, "\"")%2 != 0 || strings.Count(s, "«") != strings.Count(s, "»") ||
		strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "«")
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
