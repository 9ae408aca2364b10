package figure

import (
	"strings"
	"unicode"

	"coranto"
	"coranto/reading/internal/token"
)

// source is who a clause gives as its source: tokens [from, to).
type source struct {
	from, to int
	name     string
	person   bool
}

// giver returns who gives what token i tells: the speaker of the statement that
// holds it, else the source of the reporting clause around it; "" when nobody
// does. False when somebody does, but not surely who. Doubt is to be taken from
// the figure's confidence.
func (r *reader) giver(i int) (who string, doubt float64, sure bool) {
	s, held := r.statementAt(r.toks[i].Start)
	if held && s.Sure() && !r.tallied(s.Cue) {
		return r.withoutCapital(s.Speaker), 0, !s.Fiction && named(s.Speaker)
	}
	if r.quoted[i] && r.quoted[max(0, i-1)] {
		return "", 0, false // somebody's words, but not surely whose
	}
	who, sure = r.clauseGiver(i)
	if !sure && r.code != "en" {
		return "", 0.15, true // somebody does, but who is not read
	}
	if held && who != s.Speaker && who != r.withoutCapital(s.Speaker) {
		doubt = 0.15
	}
	return who, doubt, sure
}

// tallied tells whether a statement's cue only says who has something counted.
func (r *reader) tallied(cue string) bool {
	for _, e := range r.lang[strings.ToLower(cue)] {
		if e.class == tally {
			return true
		}
	}
	return false
}

// clauseGiver returns who gives what token i tells by the clauses around it.
func (r *reader) clauseGiver(i int) (string, bool) {
	from, to := r.bounds(i)
	if s, found, sure := r.reportedBefore(i, from, to); found {
		if t, behind, ok := r.reportedBehind(i, to); behind && ok && r.has(s.to, tally) {
			return r.given(t, i, true) // "Velmark recorded 12 deaths, according to X"
		}
		return r.given(s, i, sure)
	}
	s, found, sure := r.reportedBehind(i, to)
	if !found {
		return "", true
	}
	return r.given(s, i, sure)
}

func (r *reader) given(s source, i int, sure bool) (string, bool) {
	if !sure || !named(s.name) {
		return "", false
	}
	r.heard, r.heardIn = s, r.sentence[i]
	return s.name, true
}

// withoutCapital returns a description without the capital that its article has
// at the beginning of a sentence.
func (r *reader) withoutCapital(speaker string) string {
	if _, entity := r.persons[speaker]; entity {
		return speaker
	}
	if words := strings.Fields(speaker); len(words) > 2 {
		last := len(words) - 1
		for _, e := range r.lang[strings.ToLower(words[last])] {
			if e.class == day {
				speaker = strings.TrimSuffix(strings.Join(words[:last], " "), " on")
			}
		}
	}
	for _, a := range []string{"The ", "A ", "An "} {
		if strings.HasPrefix(speaker, a) {
			return strings.ToLower(a) + speaker[len(a):]
		}
	}
	return speaker
}

// named tells whether a speaker is somebody: not a pronoun, not a number.
func named(speaker string) bool {
	w := strings.ToLower(speaker)
	first, _, _ := strings.Cut(strings.ReplaceAll(w, "-", " "), " ")
	for _, e := range tongues["en"][first] {
		if e.class == pronoun && first == w || e.class == number && !strings.Contains(w, " ") {
			return false
		}
	}
	return strings.ContainsFunc(speaker, unicode.IsLetter) && !strings.HasPrefix(w, "her ") && !strings.HasPrefix(w, "his ") && !strings.HasPrefix(w, "their ")
}

// statementAt returns the statement that has the byte at offset in its words,
// the shortest where one lies in another.
func (r *reader) statementAt(at int) (*coranto.Statement, bool) {
	for r.current < len(r.statements) && r.statements[r.current].End <= at && r.lastEnds(r.current, at) {
		r.current++
	}
	var best *coranto.Statement
	for k := r.current; k < len(r.statements) && k < r.current+32; k++ {
		s := &r.statements[k]
		if s.Start > at {
			break
		}
		for _, part := range s.Spans {
			if part.Start <= at && at < part.End && (best == nil || s.End-s.Start < best.End-best.Start) {
				best = s
			}
		}
	}
	return best, best != nil
}

// lastEnds tells whether statement k lies before the byte at offset.
func (r *reader) lastEnds(k, at int) bool { return r.statements[k].End <= at }

// bounds returns the sentence that token i lies in, no further than a hundred
// tokens each way.
func (r *reader) bounds(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && i-from < 100 && r.sentence[from-1] == r.sentence[i] {
		from--
	}
	for to < len(r.toks) && to-i < 100 && r.sentence[to] == r.sentence[i] {
		to++
	}
	return from, to
}

// reportedBefore reads "X said (that) ... |12", "According to X, ... |12", "X
// reported |12 deaths".
func (r *reader) reportedBefore(i, from, to int) (s source, found, sure bool) {
	listed := false // a semicolon stands between: perhaps X's still
	for c := i - 1; c >= from; c-- {
		if r.is(c, ";") {
			listed = true
			continue
		}
		if listed && r.has(c, say) && r.verbAt(c) {
			return s, true, false
		} else if listed {
			continue
		}
		if end, ok := r.byAt(c); ok && end <= i {
			s, sure = r.nameBy(c, end, to)
			if r.code != "en" {
				return s, true, sure
			}
			comma := s.to
			if c > from+1 || comma > i || !r.is(comma, ",") {
				if c <= from+1 {
					return s, true, false
				}
				continue // it belongs to what stands before it
			}
			return s, true, sure
		}
		e, _, ok := r.match(c, say)
		_ = e
		if !ok || !r.verbAt(c) {
			continue
		}
		if at := r.trails(c, from, to); at > 0 {
			if at >= i || r.is(at+1, "and", "but", "while", "as", "though", "although", "after", "when", "which", "with") {
				return s, at < i, false // "..., X said, and 12 ...": perhaps not X's
			}
			s, sure = r.nameBefore(c, from)
			return s, true, sure
		}
		if r.is(c, "told", "tells") && !r.said(c+1, i) {
			return s, false, false // who was told
		}
		if r.is(from, "after", "when", "as", "although", "though", "while", "since", "if") && r.commaBetween(c, i) {
			return s, false, false
		}
		s, sure = r.nameBefore(c, from)
		if !sure && s.to == 0 && r.is(c-1, "was", "were", "been", "be", "to", "is", "are", "it") {
			continue
		}
		return s, true, sure
	}
	return s, false, false
}

// said tells whether what is said has begun between tokens from and to.
func (r *reader) said(from, to int) bool {
	for k := from; k < to; k++ {
		if r.is(k, "that", ",", ":", "“", "\"", "it", "he", "she", "they", "the", "there", "reporters", "parliament") || r.markAt[k] != 0 {
			return true
		}
	}
	return false
}

func (r *reader) commaBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if r.is(k, ",") {
			return true
		}
	}
	return false
}

// trails returns the mark that ends the clause of the cue at token c, as in
// "..., X said, ..."; 0 where its words follow.
func (r *reader) trails(c, from, to int) int {
	j := c + 1
	for j < to && (r.masked[j] || r.is(j, "on", "in", "at", "late", "earlier", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday")) && j < c+8 {
		j++
	}
	ends := j >= to || r.is(j, ".", ",", ";") && !(r.is(j, ",") && r.is(j+1, "that", "adding"))
	if !ends {
		return 0
	}
	if s, _ := r.nameBefore(c, from); s.to > 0 && s.from > from+2 && r.is(s.from-1, ",", "”", "\"", "'", "’") {
		return j
	}
	return 0
}

// reportedBehind reads "|12 ..., X said", "|12 ..., according to X", "|12 ...,
// said X".
func (r *reader) reportedBehind(i, to int) (s source, found, sure bool) {
	for c := i + 1; c < to; c++ {
		if r.is(c, ";") {
			return s, false, false
		}
		if end, ok := r.byAt(c); ok {
			s, sure = r.nameBy(c, end, to)
			return s, true, sure
		}
		if !r.has(c, say) || !r.verbAt(c) {
			continue
		}
		if r.is(c-1, ",", "”", "\"", "’") { // inverted, or a participle
			if strings.HasSuffix(r.words[c], "ing") {
				return s, false, false
			}
			s, sure = r.nameAfter(c+1, to)
			return s, s.to > 0, sure
		}
		s, sure = r.nameBefore(c, i)
		if s.to == 0 || s.from <= i || !r.is(s.from-1, ",", "”", "\"", "’", "—", "–") {
			return s, false, false
		}
		return s, true, sure
	}
	return s, false, false
}

// verbAt tells whether the cue at token c is a verb there.
func (r *reader) verbAt(c int) bool {
	t := r.toks[c]
	if t.Kind != token.Word || t.Shape == token.Upper {
		return t.Shape == token.Caseless && t.Kind == token.Word
	}
	if t.Shape == token.Title && !r.starts(c) {
		return false // the United States
	}
	if r.has(c-1, det) || r.is(c-1, "of", "for", "in", "no", "any", "new", "first", "previous", "media", "news", "by", "had", "has", "have") && r.is(c, "reports", "estimates", "claims", "counts", "records", "states", "notes", "posts", "shows", "finds", "forecast") {
		return false
	}
	if r.is(c, "added", "adds", "posted", "noted", "notes", "found", "finds", "shows", "showed", "show") && !r.is(c+1, "that", ",", ".", ":", "in") && !r.is(c-1, ",") && !r.masked[min(c+1, len(r.toks)-1)] {
		return r.has(c, say) && r.is(c, "found", "finds", "showed", "shows", "show") && (r.is(c-1, "poll", "survey", "study", "data", "figures", "report") || r.is(c-2, "poll", "survey", "study", "data", "figures", "report"))
	}
	if r.is(c, "reported", "recorded", "registered", "confirmed", "counted", "estimated", "indicated", "revealed", "forecast", "predicted") && r.is(c-1, "as", "cases", "deaths", "previously") {
		return false
	}
	if next := c + 1; r.is(c, "reported", "recorded", "registered", "confirmed", "counted", "estimated", "announced", "disclosed", "declared", "revealed") && next < len(r.toks) && r.has(next, stop) && !r.has(next, det) && !(r.is(next, "at") && r.is(next+1, "least", "most")) && !r.is(next, "more", "less", "no", "some", "on", "up", "only", "just", "under", "over", "below", "above", "about", "around", "up") || strings.HasSuffix(r.word(next), "wide") {
		return false // "cases reported in Velmark"
	}
	if r.is(c, "claimed", "claims") && r.is(c+2, "lives") || r.is(c, "put", "puts") && !r.is(c+1, "the", "it", "its") {
		return false
	}
	return !r.is(c-1, "-") && !r.is(c+1, "by")
}

// nameBefore returns who stands right before the cue at token c.
func (r *reader) nameBefore(c, lo int) (source, bool) {
	e := c
	for e > lo && (r.is(e-1, "has", "have", "had", "also", "later", "then", "earlier", "previously", "now", "reportedly", "repeatedly", "once", "further", "recently", "always", "long", "consistently", "publicly", "initially", "since", "would", "will", "is", "was", "been", "since", "again") || strings.HasSuffix(r.word(e-1), "ly") && r.toks[e-1].Shape == token.Lower && length(r.word(e-1)) > 4 && !r.is(e-1, "family", "assembly", "ally", "italy") || r.masked[e-1] || r.is(e-1, "on") && r.masked[e]) {
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
	for from < core && r.is(from, "and", "but", "so", "yet", "then", "meanwhile", "-", "'", "’", "s") {
		from++
	}
	if from >= core {
		return source{}, false
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

func (r *reader) sourceNext(i int) bool {
	return i < len(r.toks) && (r.toks[i].Capital() || r.has(i, det) || r.plural(i))
}

// nameWord tells whether token i may lie in who says something.
func (r *reader) nameWord(i int) bool {
	t := r.toks[i]
	if t.Kind == token.Mark {
		return r.is(i, "-", "'", "’", "&", "‑") || r.is(i, ".") && i > 0 && r.toks[i-1].Capital() && len(r.words[i-1]) <= 3 && i+1 < len(r.toks) && r.sentence[i] == r.sentence[i+1]
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
		if e := r.entities[m.entity]; e.Type == coranto.Person && !m.ref && !r.is(m.to, "'", "’", "-") && !(k > from && r.is(m.from-1, "for", "of", "to")) {
			person = m
		}
		k = max(k+1, m.to)
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
	return r.starts(from) || r.plural(to-1) || r.is(from, "state", "local", "police", "senior", "government", "officials", "authorities")
}

func (r *reader) starts(i int) bool { return i == 0 || r.sentence[i-1] != r.sentence[i] }

// pronounIs tells who "he", "she" or "it" is: who gave something last, in this
// sentence or the two before it, or who spoke last.
func (r *reader) pronounIs(s *source) bool {
	if !r.is(s.from, "he", "she", "it", "they") {
		return false
	}
	personal := r.is(s.from, "he", "she")
	at := r.toks[s.from].Start
	var near *coranto.Statement
	for k := min(r.current+8, len(r.statements)) - 1; k >= 0; k-- {
		if r.statements[k].End <= at {
			near = &r.statements[k]
			break
		}
	}
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
