package figure

import (
	"sort"
	"strings"
	"unicode"

	"coranto"
	"coranto/reading/internal/token"
)

// nameBefore returns who stands right before the cue at token c.
func (r *reader) nameBefore(c, lo int) (source, bool) {
	e := c
	for e > lo && (r.is(e-1, "has", "have", "had", "also", "later", "then", "earlier", "previously", "now", "reportedly", "repeatedly", "once", "further", "recently", "always", "long", "consistently", "publicly", "initially", "since", "would", "will", "is", "was", "been", "since", "again", "meanwhile", "however", "separately", "instead", "therefore") || strings.HasSuffix(r.word(e-1), "ly") && r.toks[e-1].Shape == token.Lower && length(r.word(e-1)) > 4 && !r.is(e-1, "family", "assembly", "ally", "italy") || r.masked[e-1] || r.is(e-1, "on") && r.masked[e]) {
		e--
	}
	if r.is(e-1, "out") && r.is(e-2, "-") && r.is(e-3, "flat") {
		e -= 3
	}
	if r.is(e-1, "both", "all", "each") && e-1 > lo {
		e--
	}
	core := e
	if r.is(e-1, ",") { // an apposition
		k := e - 2
		for k > lo && e-k < 24 && !r.is(k, ",", ";", ".") {
			k--
		}
		if k <= lo || !r.is(k, ",") {
			return source{}, false
		}
		core = k
	}
	from := core
	for from > lo && core-from < 16 && r.nameWord(from-1) {
		from--
	}
	for from < core && r.is(from, "and", "but", "so", "yet", "then", "meanwhile", "although", "though", "while", "because", "since", "if", "even", "-", "'", "’", "s") {
		from++
	}
	if from >= core {
		return source{}, false
	}
	if from > lo+1 && r.is(from-1, ",") && r.is(core-1, "company", "firm", "concern", "group", "maker", "bank", "plant", "plaintiff") && !r.has(from, det) { // "the Harbour, |Conn., company"
		for k := from - 2; k > from-5 && k >= lo; k-- {
			if r.has(k, det) {
				from = k
				return source{from: from, to: core, name: strings.ToLower(r.as(k, k+1)) + " " + r.as(core-1, core)}, true
			}
		}
	}
	if from > lo+1 && r.is(from-1, ",") && r.ground(core-1) && r.markAt[from-1] == 0 && r.markAt[from-2] != 0 && !r.ground(from-2) { // "Holt Works Inc., |Vessholm, Velmark, said"
		core, e = from-1, from-1
		for from = core; from > lo && core-from < 16 && r.nameWord(from-1); {
			from--
		}
	}
	if from > lo && r.is(from-1, "who", "which", "that") && !r.toks[from].Capital() && !r.has(from, det) && !r.has(from, pronoun) {
		return source{from: from, to: core}, false // "operators who |guide in Velmark said"
	}
	if from > lo && r.toks[from-1].Kind == token.Number && !r.masked[from-1] && r.plural(core-1) {
		from-- // "27 companies"
	}
	return r.sourceIn(from, core, e)
}

// byAt matches a form of class by at token c, with the word that it wants.
func (r *reader) byAt(c int) (end int, ok bool) {
	e, end, ok := r.match(c, by)
	if !ok || e.what == "" {
		return end, ok
	}
	for k := end + 1; k < end+4; k++ {
		if r.is(k, e.what) {
			return end, true
		}
	}
	return end, false
}

// nameBy returns who stands behind a form of class by at tokens [c, end). Where
// the form wants a word to follow, what stands before that word is meant:
// "nach |syrischen| Angaben".
func (r *reader) nameBy(c, end, hi int) (source, bool) {
	e, _, _ := r.match(c, by)
	if e.what == "" {
		return r.nameAfter(end, hi)
	}
	for k := end + 1; k < hi && k < end+4; k++ {
		if r.is(k, e.what) {
			return source{from: end, to: k + 1, name: r.as(end, k+1)}, true
		}
	}
	return source{}, false
}

// nameAfter returns who stands at token i, behind "according to" or a cue.
func (r *reader) nameAfter(i, hi int) (source, bool) {
	to := i
	for to < hi && to-i < 18 && (r.nameWord(to) || r.is(to, "of", "for") && to > i || r.is(to, "and") && to > i && r.sourceNext(to+1)) {
		if r.masked[to] && r.toks[to].Kind == token.Number {
			break
		}
		to++
		if m := r.markAt[to-1]; m != 0 && r.marks[m-1].to == to && !r.marks[m-1].ref && r.entities[r.marks[m-1].entity].Type == coranto.Person && !r.is(to, "and", "'", "’", "-") {
			break
		}
	}
	if to > i && to < hi && r.masked[to] && r.toks[to].Capital() && r.toks[to-1].Capital() && !r.has(to, day) {
		return source{from: i, to: to}, false // a name that holds what looks like a date
	}
	for k := i + 1; k < to; k++ {
		if presented[r.words[k]] && !r.is(k+1, "by") {
			to = k // "data |compiled over the weekend"
		}
	}
	if to-1 > i && to < hi && r.masked[to] && r.toks[to-1].Shape == token.Lower && strings.HasSuffix(r.words[to-1], "ed") {
		to-- // "a report |released on Friday"
	}
	if r.is(to-1, ".") && to-1 > i && !r.starts(to-1) && !strings.Contains(r.words[to-2], ".") && len(r.words[to-2]) > 3 {
		to--
	}
	for to > i && (r.is(to-1, "of", "for", "and", "on", "in", "-") || r.has(to-1, det)) {
		to--
	}
	if to <= i {
		return source{}, false
	}
	return r.sourceIn(i, to, to)
}

// presented are participles behind a paper that is a source.
var presented = set("released published compiled conducted issued filed unveiled obtained reviewed seen posted presented")

func (r *reader) sourceNext(i int) bool {
	return i < len(r.toks) && (r.toks[i].Capital() || r.has(i, det) || r.plural(i))
}

// nameWord tells whether token i may lie in who says something.
func (r *reader) nameWord(i int) bool {
	t := r.toks[i]
	if t.Kind == token.Mark {
		return r.is(i, "-", "'", "’", "&", "‑") && !(t.Gap && i+1 < len(r.toks) && r.toks[i+1].Gap) || r.is(i, ".") && i > 0 && r.toks[i-1].Capital() && len(r.words[i-1]) <= 3 && i+1 < len(r.toks) && r.sentence[i] == r.sentence[i+1]
	}
	if t.Kind == token.Number {
		return false
	}
	if r.has(i-1, role) && r.is(i, "at", "to", "with", "in", "on", "from") {
		return true
	}
	if r.masked[i] || r.is(i, "on", "at", "by", "with", "that", "which", "who", "as", "but", "while", "because", "when", "after", "before", "if", "than", "or", "where", "since", "from", "about", "to", "under", "over", "amid", "despite", "during", "through", "into", "against", "among", "killed", "wounded", "is", "was", "are", "were", "has", "have", "had", "died", "will", "would", "could") {
		return false
	}
	return !r.has(i, say) || r.has(i-1, det)
}

// sourceIn names who tokens [from, core) are; what lies up to to is an
// apposition. False when it is nobody in particular, or not sure.
func (r *reader) sourceIn(from, core, to int) (source, bool) {
	s := source{from: from, to: core}
	if core-from == 1 && r.has(from, pronoun) {
		return s, r.pronounIs(&s)
	}
	if r.has(from, pronoun) && !r.has(from, det) {
		return s, false
	}
	if r.is(from, "in", "for") {
		return source{}, false
	}
	var person *mark
	for k := from; k < core; {
		n := r.markAt[k]
		if n == 0 {
			k++
			continue
		}
		m := &r.marks[n-1]
		if e := r.entities[m.entity]; e.Type == coranto.Person && !m.ref && !r.is(m.to, "'", "’", "-") && !(k > from && r.is(r.untitled(m.from)-1, "for", "of", "to")) {
			person = m
		}
		k = max(k+1, m.to)
	}
	if person != nil && person.to == core && r.is(person.from-1, "and") && person.from-2 >= from && r.ofPerson(person.from-2) {
		s.name = r.as(from, core) // two of them
		return s, true
	}
	if person != nil && person.to == core {
		s.name, s.person = r.entities[person.entity].Name, true
		return s, true
	}
	if n := r.markAt[core-1]; n != 0 {
		m := r.marks[n-1]
		e := r.entities[m.entity]
		if m.to >= core && (m.from <= from || m.from == from+1 && r.has(from, det)) && (e.Type != coranto.Place || !m.ref) {
			s.name, s.person = e.Name, e.Type == coranto.Person
			return s, true
		}
	}
	if to > core+1 {
		if n := r.markAt[core+1]; n != 0 && !r.marks[n-1].ref && r.marks[n-1].from == core+1 && r.entities[r.marks[n-1].entity].Type == coranto.Person && r.marks[n-1].to <= to {
			s.name, s.person = r.entities[r.marks[n-1].entity].Name, true // "the head of the mission, X, said"
			return s, true
		}
	}
	s.name = r.described(from, core)
	if core-from > 14 || length(s.name) < 3 || length(s.name) > 110 || !r.nominal(from, core) {
		return s, false
	}
	return s, true
}

// untitled returns the token before which the titles of a name at token i begin:
// "for |Mr. Korr".
func (r *reader) untitled(i int) int {
	for i > 0 && (r.is(i-1, ".") && r.glued(i-1) || r.toks[i-1].Capital() && r.has(i-1, title)) {
		i--
	}
	return i
}

// described returns tokens [from, to) as a description: without the capital
// that an article has where a sentence begins.
func (r *reader) described(from, to int) string {
	s := r.as(from, to)
	if r.has(from, det) && r.toks[from].Capital() && r.starts(from) {
		s = strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// nominal tells whether tokens [from, to) look like who somebody is, and not
// like part of a clause.
func (r *reader) nominal(from, to int) bool {
	last := r.toks[to-1]
	if last.Kind != token.Word {
		return false
	}
	if r.has(from, det) || r.toks[from].Capital() && !r.starts(from) || last.Capital() {
		return true
	}
	return r.starts(from) || r.toks[from].Kind == token.Number || r.plural(to-1) || r.is(from, "state", "local", "police", "senior", "government", "officials", "authorities")
}

func (r *reader) starts(i int) bool { return i == 0 || r.sentence[i-1] != r.sentence[i] }

// pronounIs tells who "he", "she" or "it" is: who gave something last, in this
// sentence or the two before it, or who spoke last.
func (r *reader) pronounIs(s *source) bool {
	if !r.is(s.from, "he", "she", "it", "they") {
		return false
	}
	personal := r.is(s.from, "he", "she")
	if !personal && r.before.name != "" && r.sentence[s.from]-r.before.sentence <= 3 {
		return false // two bodies gave figures
	}
	if n := r.markAt[s.from]; n != 0 && r.marks[n-1].ref {
		s.name = r.entities[r.marks[n-1].entity].Name
		s.person = r.persons[s.name]
		return true
	}
	at := r.toks[s.from].Start
	near := r.lastSaid(at)
	if near != nil && r.sentence[s.from]-r.sentenceOf(near.Start) <= 2 && personal == r.persons[near.Speaker] && near.Speaker != "" {
		s.name, s.person = near.Speaker, personal
		return true
	}
	if r.heardIn >= 0 && r.sentence[s.from]-r.heardIn <= 2 && r.heard.person == personal {
		s.name, s.person = r.heard.name, personal
		return true
	}
	// who leads the sentence: "Israel said it had ..."
	return false
}

// lastSaid returns the statement that ends last before the byte at offset, nil
// where none does. Statements stand in order.
func (r *reader) lastSaid(at int) *coranto.Statement {
	k := sort.Search(len(r.statements), func(k int) bool { return r.statements[k].Start >= at })
	for k--; k >= 0; k-- {
		if r.statements[k].End <= at {
			return &r.statements[k]
		}
	}
	return nil
}

// sentenceOf returns the number of the sentence of the byte at offset.
func (r *reader) sentenceOf(at int) int32 {
	lo, hi := 0, len(r.toks)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.toks[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(r.toks) {
		return -1 << 20
	}
	return r.sentence[lo]
}

// longestApposition is how many bytes of who a giver is stand with the name.
const longestApposition = 60

// withoutCapital returns a description without the capital that its article has
// at the beginning of a sentence.
func (r *reader) withoutCapital(speaker string) string {
	if _, entity := r.persons[speaker]; entity {
		return speaker
	}
	for _, mark := range []string{" - ", " – ", " — ", " (", "—"} { // the writer's aside
		if head, _, cut := strings.Cut(speaker, mark); cut && head != "" {
			speaker = head
		}
	}
	if !strings.Contains(speaker, "(") {
		speaker = strings.TrimSuffix(speaker, ")")
	}
	if words := strings.Fields(speaker); len(words) > 2 {
		last := len(words) - 1
		for _, e := range r.lang[strings.ToLower(words[last])] {
			if e.class == day {
				speaker = strings.TrimSuffix(strings.Join(words[:last], " "), " on")
			}
		}
	}
	if head, tail, ok := strings.Cut(speaker, ", "); ok {
		next, _, _ := strings.Cut(tail, " ")
		if strings.HasSuffix(next, "ed") || strings.HasSuffix(next, "ing") || strings.Contains(tail, " who ") || len(tail) > longestApposition {
			speaker = head // "the poll, |conducted in June"
		}
	}
	words := strings.Fields(speaker)
	for k := 1; k < len(words); k++ {
		if presented[words[k]] && (k+1 == len(words) || words[k+1] != "by") {
			speaker = strings.Join(words[:k], " ") // "data |compiled over the weekend"
			break
		}
	}
	for _, a := range []string{"The ", "A ", "An "} {
		if strings.HasPrefix(speaker, a) {
			return strings.ToLower(a) + speaker[len(a):]
		}
	}
	return speaker
}

// ofPerson tells whether token i lies in a person's name.
func (r *reader) ofPerson(i int) bool {
	if i < 0 || r.markAt[i] == 0 {
		return false
	}
	m := r.marks[r.markAt[i]-1]
	return !m.ref && r.entities[m.entity].Type == coranto.Person
}

// named tells whether a speaker is somebody: not a pronoun, not a number, not
// what is somebody's unsaid ("its backers"), and no piece of a clause.
func named(speaker string) bool {
	w := strings.ToLower(speaker)
	first, _, _ := strings.Cut(strings.ReplaceAll(w, "-", " "), " ")
	for _, e := range tongues["en"][first] {
		if e.class == pronoun && first == w || e.class == number && !strings.Contains(w, " ") {
			return false
		}
	}
	words := strings.Fields(w)
	if len(words) == 0 || owned[words[0]] || len(words) == 2 && words[0] == "the" && strings.ContainsAny(words[1], "0123456789") {
		return false
	}
	for k, x := range words[1:] {
		if x == "who" || x == "which" || mute[x] && (k == len(words)-2 || words[k+2] == "of" || words[k+2] == "in") {
			return false
		}
	}
	return strings.ContainsFunc(speaker, unicode.IsLetter)
}

var (
	// owned are words with which nobody's name begins.
	owned = set("her his their its our my your out despite even because since like with without for in on at by from to of as while although though if when after before until during under over into against if and or but so than then also not no only just that what how where there here")
	// mute are nouns of what says nothing.
	mute = set("win victory defeat burden waivers bombing bombings attack attacks blast blasts crash fire fires storm flood floods quake earthquake explosion first pushed strike strikes war fighting collapse outbreak deal deals agreement accord pact merger plan plans move decision law bill ruling")
)
