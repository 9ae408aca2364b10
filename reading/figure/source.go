package figure

import (
	"strings"

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
	if !r.quoted[i] && r.inAside(i) {
		held = false
	}
	if held && s.Sure() && !r.tallied(s.Cue) && !(s.Mode == coranto.Reported && r.turns(r.tokenAt(s.Start), i)) {
		if s.Cue == ":" && s.Mode == coranto.Reported {
			doubt = 0.15 // perhaps a heading
		}
		return r.withoutCapital(s.Speaker), doubt, !s.Fiction && named(s.Speaker)
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

// aside returns the writer's insertion that token i lies in, within tokens
// [from, to): between dashes, or in brackets. One without an end is none.
func (r *reader) aside(i, from, to int) (lo, hi int, ok bool) {
	opened := 0
	for lo = i - 1; lo >= from; lo-- {
		if r.is(lo, ")") {
			opened++
		}
		if r.is(lo, "(") {
			if opened == 0 {
				break
			}
			opened--
		}
		if r.dash(lo) && opened == 0 || r.has(lo, say) && r.verbAt(lo) || r.quoted[lo] {
			break
		}
	}
	if lo < from || !r.is(lo, "(") && !r.dash(lo) {
		return 0, 0, false
	}
	for hi = i + 1; hi < to; hi++ {
		if r.is(lo, "(") && r.is(hi, ")") {
			return lo + 1, hi, true
		}
		if r.dash(lo) && r.dash(hi) {
			return lo + 1, hi, hi+1 < to
		}
	}
	return 0, 0, false
}

func (r *reader) inAside(i int) bool {
	from, to := r.bounds(i)
	_, _, ok := r.aside(i, from, to)
	return ok
}

// dash tells whether token i is one between words, not in them.
func (r *reader) dash(i int) bool {
	return r.is(i, "—", "–", "--", "_") || r.is(i, "-") && r.toks[i].Gap && i+1 < len(r.toks) && r.toks[i+1].Gap
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
	if lo, hi, ok := r.aside(i, from, to); ok {
		from, to = lo, hi // nobody outside gives it
	}
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

// statementAt returns the statement that has the byte at offset in its words,
// the shortest where one lies in another.
func (r *reader) statementAt(at int) (*coranto.Statement, bool) {
	for r.current < len(r.statements) && r.statements[r.current].End <= at {
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
		if !r.has(c, say) || !r.verbAt(c) {
			continue
		}
		if at := r.trails(c, from, to); at > 0 {
			if at >= i || r.is(at+1, "and", "but", "while", "as", "though", "although", "after", "when", "which", "with") {
				return s, at < i, false // "..., X said, and 12 ...": perhaps not X's
			}
			s, sure = r.nameBefore(c, from)
			return s, true, sure
		}
		if r.is(c, "told") && r.is(c-1, "was", "were", "been", "being", "be") {
			return s, false, false // who heard it
		}
		if r.is(c+1, "as", "while", "when", "after", "before") && !r.is(c+1+1, "of", "many", "much", "few", "recently", "early", "late") {
			return s, false, false // "said as she and |12 others left"
		}
		if r.turns(c+1, i) {
			return s, false, false // another clause has begun
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

// turns tells whether a clause of the writer's own begins between tokens from
// and to: "X claims that ..., although |12 ...".
func (r *reader) turns(from, to int) bool {
	for k := from; k < to; k++ {
		if r.is(k, "although", "though", "whereas", "while", "but") && r.is(k-1, ",") {
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
			if strings.HasSuffix(r.words[c], "ing") || r.is(c, "show", "shows", "showed", "find", "finds", "found") && !r.has(c+1, det) {
				return s, false, false
			}
			s, sure = r.nameAfter(c+1, to)
			if r.is(c+1, "a", "an", "plans", "its", "their") && !(s.to > 0 && r.has(s.to-1, role)) {
				return s, false, false // "X, which has |12 banks, announced a plan"
			}
			return s, s.to > 0, sure
		}
		s, sure = r.nameBefore(c, i)
		if from, _ := r.bounds(i); s.to > 0 && s.from > i && r.circumstance(from, i, s.from) {
			return source{}, false, true // "Speaking to |thousands, X said": nobody gives it
		}
		if s.to == 0 || s.from <= i || !r.is(s.from-1, ",", "”", "\"", "’", "—", "–") {
			return s, false, false
		}
		return s, true, sure
	}
	return s, false, false
}

// circumstance tells whether token i lies in what opens a sentence before the
// comma and its subject at token s: "Speaking to |thousands of people, X said".
func (r *reader) circumstance(from, i, s int) bool {
	if !strings.HasSuffix(r.words[from], "ing") && !r.is(from, "at", "before", "after", "in", "with", "during", "amid", "addressing", "surrounded", "flanked", "asked") || !r.is(s-1, ",") {
		return false
	}
	for k := from; k < s-1; k++ {
		if r.is(k, "is", "was", "are", "were", "has", "have", "had", "will", "would") {
			return false
		}
	}
	return true
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
	if nounsOfSaying[r.words[c]] && c > 0 && (r.has(c-1, number) || r.toks[c-1].Kind == token.Number) {
		return false // "the first four |states"
	}
	if r.is(c, "posted") && !r.is(c+1, "that", "on", "in", ":", ",") {
		return false // "posted a profit"
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
	if r.is(c, "claimed", "claims") && r.livesNext(c+1) || r.is(c, "put", "puts") && !r.is(c+1, "the", "it", "its") {
		return false
	}
	return !r.is(c-1, "-") && !r.is(c+1, "by")
}

// nounsOfSaying are plurals that look like verbs of saying.
var nounsOfSaying = set("states reports claims estimates counts records notes posts shows finds forecasts announces")

// livesNext tells whether "lives" stand behind token i: "claimed |at least 12 lives".
func (r *reader) livesNext(i int) bool {
	for k := i; k < i+7 && r.together(i, k); k++ {
		if r.is(k, "lives") {
			return true
		}
	}
	return false
}
