package figure

import (
	"strings"

	"coranto"
	"coranto/reading/internal/token"
)

// figure makes a figure of a quantity; to is the token behind it. False when
// what it counts is not sure.
func (r *reader) figure(q quantity) (f coranto.Figure, to int, ok bool) {
	f = coranto.Figure{Value: q.value, Bound: q.bound, Unit: q.unit}
	from := q.from
	if q.max > 0 {
		high := q.max
		f.Max = &high
	}
	switch q.kind {
	case amount:
		f.What, to, ok = r.moneyFor(q)
	case share:
		f.What, to, ok = r.shareOf(q)
	case measured:
		f.What, to, ok = r.extentOf(q)
	case lasting:
		f.What, to, ok = r.length(q)
	default:
		f.What, from, to, ok = r.counts(q)
	}
	if !ok || f.What == "" && f.Unit == "" {
		return f, q.to, false
	}
	to = max(to, q.to)
	f.Start, f.End = r.toks[from].Start, r.toks[to-1].End
	return f, to, r.together(from, to-1)
}

// counts tells what a number without a unit counts.
func (r *reader) counts(q quantity) (what string, from, to int, ok bool) {
	from, to = q.from, q.to
	if r.code != "en" {
		return r.countsAbroad(q)
	}
	if r.is(to, "-") && r.is(to+1, "strong") && q.value >= 10 {
		end := to + 2
		for k := end; k < to+6 && r.nounNext(k) && !r.masked[k]; k++ {
			if end = k + 1; collective[r.words[k]] {
				break
			}
			if k+1 >= to+6 || !collective[r.word(k+1)] && !r.toks[k].Capital() && !adjectival(r.words[k]) && !collective[r.word(k+2)] {
				break
			}
		}
		if end == to+2 {
			return "", from, to, false
		}
		return r.as(to+2, end), from, end, true
	}
	if r.is(to, "of") {
		if q.scaled || q.bound != Exact {
			if r.is(to+1, "the", "them", "those", "these", "its", "his", "our", "us", "whom", "which", "my") {
				return "", from, to, false
			}
			to++
		} else {
			return "", from, to, false
		}
	}
	if r.is(to, "fewer", "less") {
		return "", from, to, false // a difference
	}
	n, named := r.nounAt(to)
	if q.value == 1 && q.max == 0 {
		if n, named = r.oneAt(to); named {
			fate, at, end, found := r.fate(q, n)
			return joined(n, fate), min(at, from), max(end, to), found && !q.definite && !r.hypothetical(q.from, n.to)
		}
	}
	if !named {
		return r.bare(q)
	}
	if r.is(n.to, "'", "’") && r.glued(n.to) {
		return "", from, to, false // "20 of |Korr's friends"
	}
	if r.is(n.to, "per") || r.is(n.to, ":") && r.is(q.from-1, ":") { // and a table: "Dead: |12 Americans: 3"
		return "", from, to, false // "55 births |per 1,000 women": a rate
	}
	if q.year && n.kind == 0 {
		return "", from, to, false
	}
	what, to = n.what, n.to
	if r.hypothetical(q.from, n.to) || r.speaks(n.to) {
		return "", from, to, false
	}
	if n.kind == own {
		if q.definite && q.small {
			return "", from, to, false
		}
		if what == "lives" && r.is(q.from-1, "cost", "costs", "costing", "claimed", "claims", "claiming", "took", "takes", "taking", "taken") {
			what = "killed"
		}
		return what, from, to, true
	}
	if fate, at, end, found := r.fate(q, n); found {
		return joined(n, fate), min(at, from), max(end, to), true
	}
	if w, at, found := r.tollIs(q); found && n.kind == people {
		return w, at, to, true
	}
	if n.fate != "" {
		return joined(n, n.fate), from, to, true
	}
	if q.year || q.value < 2 || q.small && (q.definite || !r.few(n)) {
		return "", from, to, false
	}
	w, to := r.lacking(q, n)
	return w, from, to, true
}

// few tells whether so few of something are worth telling: arms, and people by
// a name of theirs or of what they do.
func (r *reader) few(n noun) bool {
	if n.kind == thing {
		return !r.is(n.from, "men", "women", "children", "journalists", "vehicles", "cars", "buildings", "houses", "homes", "schools", "votes", "strikes", "attacks")
	}
	return n.kind == 0 && r.toks[n.to-1].Shape == token.Title && !r.ofPerson(n.to-1) && folk(r.words[n.to-1])
}

// aged tells whether a number behind token i and "under" is an age: "voters
// |under 35".
func (r *reader) aged(i int) bool {
	return i >= 0 && r.together(i, i+1) && (r.is(i, "those", "aged", "anyone", "everyone", "anybody", "everybody") || humans[r.words[i]] || r.plural(i) && r.human(noun{what: r.words[i]}))
}

// parents are of so many children.
var parents = set("mother father mum mom dad parents parent grandmother grandfather widow widower")

// ranked tells whether a number only says how many places of a ranking are
// meant: "the 10 largest firms".
func (r *reader) ranked(q quantity) bool {
	next := r.word(q.to)
	return r.is(q.from-1, "selling", "ranked", "rated", "highest", "largest", "biggest", "best", "worst") || r.is(q.from-1, "the", "its", "their") && (r.is(q.to, "most", "top", "best", "worst", "leading") || len(next) > 5 && strings.HasSuffix(next, "est"))
}

// folk tells by its ending whether a name in the plural is of a people, a party
// or a faith.
func folk(w string) bool {
	for _, end := range []string{"ans", "ats", "ants", "ims", "ics", "ews", "nis", "qis", "lis", "lics", "kurds", "turks", "swedes", "poles", "danes", "finns", "serbs", "croats", "czechs", "arabs", "sikhs", "hindus"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// lacking returns what is counted where so many are only wanted: "delegates
// needed", "votes short".
func (r *reader) lacking(q quantity, n noun) (what string, to int) {
	switch {
	case r.is(n.to, "short", "shy") && !r.is(n.to+1, "and"):
		return n.what + " short", n.to + 1
	case r.is(n.to, "needed", "required", "necessary"):
		return n.what + " needed", n.to + 1
	case r.is(q.from-1, "need", "needs", "needed", "require", "requires", "required", "requiring", "needing"):
		return n.what + " needed", n.to
	}
	return n.what, n.to
}

// collective are what is so many strong.
var collective = set("army body force forces crowd group party team workforce staff contingent delegation battalion brigade garrison militia congregation community population crew fleet membership audience corps unit convoy network union movement chain")

// bare tells what a number without a noun counts: from its verbs, from the toll
// it is, from what the number before it counted.
func (r *reader) bare(q quantity) (what string, from, to int, ok bool) {
	from, to = q.from, q.to
	if q.year {
		return "", from, to, false
	}
	nobody := noun{from: to, to: to, kind: people}
	if r.is(to, "more", "others", "other") && r.together(to-1, to) {
		nobody.to++
	}
	if w, end, found := r.befell(nobody.to, nobody); found && !r.hypothetical(q.from, nobody.to) {
		if q.value == 1 && q.small && !r.is(q.from-1, "least") && r.is(q.number, "one") && r.is(q.from-1, "no") {
			return "", from, to, false
		}
		return w, from, end, true
	}
	if w, end, found := r.befellThere(nobody); found && r.is(nobody.to, ",") {
		return w, from, end, true
	}
	if !r.closes(nobody.to) && !r.is(nobody.to, "people") || r.is(nobody.to, "-", "/", ":", "%", "of") {
		return "", from, to, false
	}
	if w, at, found := r.befalls(q.from, nobody); found && !r.hypothetical(at, nobody.to) && w != "lost" && (r.has(at, do)) {
		return w, at, nobody.to, true
	}
	if w, at, found := r.tollIs(q); found {
		return w, at, to, true
	}
	if w, found := r.again(q); found {
		return w, from, to, true
	}
	return "", from, to, false
}

// tollIs reads "the death toll rose to |12", "a death toll of |12".
func (r *reader) tollIs(q quantity) (what string, at int, ok bool) {
	i := q.from
	if e, from, ok := r.matchEnding(i-1, toll); ok && r.is(i-1, "of", "to", "at") {
		return e.what, from, true
	}
	if !r.is(i-1, "to", "at", "reached", "hit", "was", "is", "reaching", "hits", "stands", "exceeded", "exceeds", "surpassed", "passed", "topped") {
		return "", i, false
	}
	// the toll leads the verb, with what was the toll of what between them
	for k := i - 1; k > i-maxToll && k >= 0 && r.together(k, i); k-- {
		if r.is(k, ";", ":") || r.has(k, number) || r.toks[k].Kind == token.Number && !r.masked[k] {
			return "", i, false
		}
		if e, _, ok := r.match(k, toll); ok {
			return e.what, k, true
		}
	}
	return "", i, false
}

// maxToll is how many tokens stand between a toll and its number at the most.
const maxToll = 36

// again reads a number that leaves out what the one before it counted: "639
// dead in Iran and |24 in Israel", "the union put it at |21".
func (r *reader) again(q quantity) (what string, ok bool) {
	if r.last.sentence < 0 || r.last.Unit != "" {
		return "", false
	}
	i, near := q.from, r.sentence[q.from]-r.last.sentence
	if near == 0 && r.is(i-1, "and", ",", "but", "versus") && r.is(q.to, "in", "on", "from") && q.to+1 < len(r.toks) && r.toks[q.to+1].Capital() && !r.masked[q.to+1] {
		return r.last.What, true
	}
	if near <= 1 && r.is(i-1, "at") && (r.is(i-2, "it") && r.is(i-3, "put", "puts") || r.is(i-2, "number", "figure", "toll") && r.is(i-4, "put", "puts")) {
		return r.last.What, true
	}
	if near <= 2 && inherited[lastWord(r.last.What)] && (r.is(i-1, "to", "at") && r.totals(i-2) || r.is(i-1, "reported", "counted") && r.is(q.to, "on", "in")) {
		return r.last.What, true
	}
	return "", false
}

// totals tells whether the words that end at i say how high the toll is that was
// spoken of: "the toll stood |at", "bringing the total |to".
func (r *reader) totals(i int) bool {
	for k := i; k > i-4 && k >= 0 && r.together(k, i+1); k-- {
		if r.is(k, "toll", "total", "count") {
			return r.is(k-1, "the", "their", "its", "that")
		}
	}
	return false
}

// hypothetical tells whether a verb beside tokens [from, to) says that it did
// not happen or only might.
func (r *reader) hypothetical(from, to int) bool {
	if r.has(from-1, do) || r.has(from-1, makes) {
		return r.has(from-2, modal) && !r.is(from-2, "to")
	}
	for k := to; k < to+3 && r.together(to-1, k); k++ {
		if r.has(k, modal) && !r.is(k, "to", "will") {
			return true
		}
		if !r.has(k, aux) {
			break
		}
	}
	return r.has(from-1, modal) && !r.is(from-1, "to", "can") && r.has(from, do)
}

// speaks tells whether the counted are merely who says something: "three people
// familiar with the matter".
func (r *reader) speaks(i int) bool {
	if r.is(i, "who", "that") {
		i++
	}
	return r.is(i, "familiar", "briefed", "said", "told", "close", "knowledgeable", "spoke", "interviewed", "say", "says", "surveyed", "polled", "contacted", "tell") || r.is(i, "with") && r.is(i+1, "knowledge", "direct")
}

// countsAbroad reads the commonest forms of other languages: a fate beside the
// number, or a noun that is one.
func (r *reader) countsAbroad(q quantity) (what string, from, to int, ok bool) {
	from, to = q.from, q.to
	if q.year {
		return "", from, to, false
	}
	if r.code == "zh" {
		return r.countsUnspaced(q)
	}
	someone := false
	for j := to; j < len(r.toks) && j < to+6 && r.together(to-1, j) && !r.toks[j].Line; {
		if e, end, ok := r.match(j, own); ok && !someone {
			return e.what, from, end, true
		}
		if e, end, ok := r.match(j, done); ok && (someone || j == to) {
			return e.what, from, end, true
		}
		if _, end, ok := r.match(j, people); ok && !someone {
			someone = true
			j = end
			continue
		}
		if _, end, ok := r.match(j, aux); ok {
			j = end
			continue
		}
		break
	}
	if e, at, ok := r.matchEnding(from, do); ok && r.together(at, from) && (someone || r.closes(to)) {
		if someone {
			to++
		}
		return e.what, at, to, true
	}
	if someone && (q.value >= 10 || q.bound != Exact) {
		return "people", from, to + 1, true
	}
	return "", from, to, false
}

// countsUnspaced does so where words are not set apart.
func (r *reader) countsUnspaced(q quantity) (what string, from, to int, ok bool) {
	from, to = q.from, q.to
	if to >= len(r.toks) {
		return "", from, to, false
	}
	rest := r.text[r.toks[to].Start:]
	longest := ""
	for form, entries := range r.lang {
		for _, e := range entries {
			if e.class == own && strings.HasPrefix(rest, form) && len(form) > len(longest) {
				longest, what = form, e.what
			}
		}
	}
	if what != "" {
		end := to
		for end < len(r.toks) && r.toks[end].Start < r.toks[to].Start+len(longest) {
			end++
		}
		return what, from, end, true
	}
	if strings.HasPrefix(rest, "人") && q.value >= 10 {
		return "people", from, to + 1, true
	}
	return "", from, to, false
}
