package figure

import (
	_ "embed"
	"fmt"
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

//go:embed caveats.tsv
var caveatsTSV string

// The kinds of caveats.
const (
	Unverified = "unverified"
	NoComment  = "no comment"
	Denied     = "denied"
	Disputed   = "disputed"
)

// step is one place of a form: any of some words, perhaps none of them.
type step struct {
	words    []string
	optional bool
	wild     bool // up to two words of any kind
}

// warning is a form in which a text limits what it tells.
type warning struct {
	kind, how string
	steps     []step
}

// warnings are the forms of each language by their first word.
var warnings = readCaveats(caveatsTSV)

func readCaveats(table string) map[string]map[string][]warning {
	out := map[string]map[string][]warning{}
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			panic(fmt.Sprintf("figure: caveats.tsv:%d: want language, kind, use and forms", n+1))
		}
		if out[f[0]] == nil {
			out[f[0]] = map[string][]warning{}
		}
		for _, form := range strings.Fields(f[3]) {
			w := warning{kind: f[1], how: f[2]}
			for _, part := range strings.Split(form, "_") {
				s := step{wild: part == "*"}
				part, s.optional = strings.CutPrefix(strings.TrimSuffix(part, ")"), "(")
				s.words = strings.Split(part, "/")
				w.steps = append(w.steps, s)
			}
			for _, first := range w.steps[0].words {
				out[f[0]][first] = append(out[f[0]][first], w)
			}
		}
	}
	return out
}

// FindCaveats returns where a text limits what it tells, in order. By is who
// could not verify, would not comment, denied or disputed; "" where nobody is
// named. A language without forms gives none.
func FindCaveats(text string, sentences []coranto.Span, entities []coranto.Entity, statements []coranto.Statement, language string) []coranto.Caveat {
	return newReader(text, sentences, nil, entities, statements, language).caveats()
}

func (r *reader) caveats() []coranto.Caveat {
	caveats := []coranto.Caveat{}
	forms := warnings[r.code]
	if forms == nil {
		return caveats
	}
	for i := 0; i < len(r.toks); i++ {
		for _, w := range forms[r.words[i]] {
			to := r.follow(w.steps, i)
			if to == 0 || !r.together(i, to-1) {
				continue
			}
			c, ok := r.caveat(w, i, to)
			if ok {
				c.Of = r.qualified(c, i, to)
				caveats = append(caveats, c)
				i = r.clauseEnd(to) - 1
				break
			}
		}
	}
	return caveats
}

// follow returns the token behind the steps from token i on, 0 where they do
// not stand there.
func (r *reader) follow(steps []step, i int) int {
	if len(steps) == 0 {
		return i
	}
	s := steps[0]
	if s.wild {
		for k := 0; k <= 2; k++ {
			if to := r.follow(steps[1:], i+k); to > 0 {
				return to
			}
			if i+k < len(r.toks) && r.toks[i+k].Kind != token.Word {
				return 0
			}
		}
		return 0
	}
	if r.is(i, s.words...) {
		if to := r.follow(steps[1:], i+1); to > 0 {
			return to
		}
	}
	if s.optional {
		return r.follow(steps[1:], i)
	}
	return 0
}

// caveat reads who stands before the form at tokens [i, to).
func (r *reader) caveat(w warning, i, to int) (coranto.Caveat, bool) {
	lo, _ := r.bounds(i)
	end := r.clauseEnd(to)
	c := coranto.Caveat{Kind: w.kind, Start: r.toks[i].Start, End: r.toks[end-1].End}
	if r.code != "en" {
		return r.caveatAbroad(c, w, i, to)
	}
	if w.kind == NoComment && r.is(to, "seeking") && !r.is(to+1, "comment", "a", "his", "her", "their", "its") {
		return c, false // "did not respond to queries |seeking to confirm their address"
	}
	if w.how == "named" {
		if from := to; r.is(to-1, "by") || r.is(to, "from") {
			if r.is(to, "from") {
				from++
			}
			if s, ok := r.nameAfter(from, end); ok {
				c.By = s.name
			}
		}
		from := i
		for from > lo && i-from < 20 && !r.is(from-1, ",", ";", ":", "but", "and", "which", "that", "\"", "“") {
			from--
		}
		c.Start = r.toks[from].Start
		return c, true
	}
	if w.how == "bare" && !r.denies(i, to) {
		return c, false
	}
	s, ok := r.nameBefore(i, lo)
	if k := s.from + 2; ok && s.to > k && r.has(s.from, det) && pointing[r.words[s.from+1]] && r.markAt[k] != 0 { // "..., a charge |Korr denied"
		s.from, s.name = k, r.entities[r.marks[r.markAt[k]-1].entity].Name
	}
	if s.to == s.from+1 && r.has(s.from, pronoun) {
		s.name, ok = r.accused(s.from, lo)
		if !ok && r.is(s.from, "he", "she") {
			ok = r.pronounIs(&s)
		}
	}
	if relative := r.is(i-1, "which", "who", "that") || r.is(i-2, "who", "which") && r.has(i-1, aux); s.to == 0 && relative {
		return c, false
	}
	if !ok {
		if w.kind == Denied || w.kind == Disputed || s.to == 0 && !r.is(i-1, "and", "but") || s.to == s.from+1 && r.has(s.from, pronoun) {
			return c, false
		}
		return c, true
	}
	c.By = s.name
	c.Start = r.toks[s.from].Start
	return c, true
}

// caveatAbroad reads who stands nearest to the form at tokens [i, to): before it,
// or behind it where verbs come first. In Spanish "se negó" is a refusal.
func (r *reader) caveatAbroad(c coranto.Caveat, w warning, i, to int) (coranto.Caveat, bool) {
	if r.code == "es" && w.kind == Denied && r.is(i-1, "se", "no") || w.kind == Denied && r.is(i-1, "не", "не́", "ne", "nicht", "non", "niet", "لم", "لا") {
		return c, false
	}
	if w.how == "named" {
		return c, true
	}
	lo, hi := r.bounds(i)
	who := -1
	before := func() {
		for k := i - 1; k >= max(lo, i-farthestActor) && who < 0 && !r.is(k, ",", ";", "،"); k-- {
			who = r.actor(k)
		}
	}
	behind := func() {
		for k := i + 1; k < min(hi, to+farthestActor/2) && who < 0; k++ {
			who = r.actor(k)
		}
	}
	if r.code == "ar" {
		behind()
	}
	if before(); r.code != "ar" && r.code != "zh" && who < 0 {
		behind()
	}
	if who < 0 {
		return c, w.kind == NoComment || w.kind == Unverified
	}
	m := r.marks[who]
	c.By = r.entities[m.entity].Name
	c.Start, c.End = min(c.Start, r.toks[m.from].Start), max(c.End, r.toks[m.to-1].End)
	return c, true
}

// farthestActor is how many tokens from a caveat who makes it may stand.
const farthestActor = 12

// actor returns the mention of somebody who acts that token k lies in, -1 for
// none.
func (r *reader) actor(k int) int {
	n := r.markAt[k]
	if n == 0 || r.marks[n-1].ref || r.entities[r.marks[n-1].entity].Type == coranto.Place || r.entities[r.marks[n-1].entity].Type == coranto.Office {
		return -1
	}
	return int(n - 1)
}

// accused returns who is accused of something before token i in its sentence,
// "it" of "which it denies".
func (r *reader) accused(i, lo int) (name string, ok bool) {
	for k := i - 1; k > lo; k-- {
		if !r.is(k, "accused", "accuses", "accusing", "accuse", "blamed", "blames", "blaming", "charged") {
			continue
		}
		if n := r.markAt[k+1]; n != 0 {
			return r.entities[r.marks[n-1].entity].Name, true
		}
		return "", false
	}
	return "", false
}

// denies tells whether the verb at token i says that something is not so, and
// not that somebody is refused something.
func (r *reader) denies(i, to int) bool {
	if r.is(i-1, "of", "by", "for", "to", "was", "were", "been", "being", "be", "is", "are", "not", "never", "n't", "cannot", "can", "could", "would", "will", "no", "nor", "t", "didn", "don", "doesn") && !(r.is(i-1, "to") && r.is(i-2, "continued", "continues", "continue")) {
		return false
	}
	if r.refuses(to) {
		return false
	}
	switch {
	case r.is(to, "access", "entry", "bail", "visas", "visa", "permission", "them", "him", "her", "us", "me", "boarding", "asylum", "service", "medical", "parole", "treatment", "food", "aid", "care", "citizenship", "requests", "request", "motion", "motions", "appeal", "appeals", "petition", "petitions", "the") && !r.is(to, "the"):
		return false
	case r.is(to, "the") && r.is(to+1, "request", "motion", "appeal", "petition", "right", "rights", "opportunity", "holocaust", "chance", "application", "bid"):
		return false
	case r.is(to, "a", "an", "his", "her", "their", "its", "our") && r.is(to+1, "request", "motion", "appeal", "petition", "visa", "right", "rights", "application", "bid", "chance"):
		return false
	}
	if r.is(to, "israel", "people", "women", "children", "palestinians", "ukraine", "russia", "refugees", "migrants") {
		return false
	}
	return !r.is(to, ",", "\"") || r.is(i-1, "has", "have", "had", "repeatedly", "also")
}

// refuses tells whether a verb before token i takes two objects: "denied |his
// party the victory".
func (r *reader) refuses(i int) bool {
	if i < len(r.toks) && r.markAt[i] != 0 {
		return r.is(r.marks[r.markAt[i]-1].to, "the", "a", "an", "its", "his", "her", "their")
	}
	if !r.has(i, det) {
		return false
	}
	for k := i + 1; k < i+4 && r.nounNext(k) && r.together(i, k); k++ {
		if r.is(k+1, "the", "a", "an") {
			return true
		}
	}
	return false
}

// clauseEnd returns the token behind the clause that goes on at token i.
func (r *reader) clauseEnd(i int) int {
	end := i
	for end < len(r.toks) && end-i < 40 && r.together(i-1, end) {
		if r.is(end, ",", ";", "—", "–", "\"", "”", "?", "!", ":", ")") || r.is(end, "but", "while") || r.is(end, ".") && (end == len(r.toks)-1 || !r.together(end, end+1)) {
			break
		}
		end++
	}
	return max(end, i)
}
