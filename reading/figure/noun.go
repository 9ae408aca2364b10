package figure

import (
	"strings"

	"coranto/reading/internal/token"
)

// noun is what is counted: tokens [from, to), the words that say it.
type noun struct {
	from, to int
	what     string
	kind     class  // thing, people or own where words.tsv knows it, else 0
	fate     string // of a noun that says one itself: "12 wounded soldiers"
}

// longestNoun is how many words a noun and its modifiers may have.
const longestNoun = 6

// nounAt reads the plural noun that begins at token i with its modifiers.
func (r *reader) nounAt(i int) (noun, bool) {
	for r.has(i, more) && r.together(i-1, i) && r.toks[i].Shape == token.Lower && !(r.is(i, "others", "more") && !r.nounNext(i+1)) {
		if r.is(i, "others") {
			break
		}
		i++
	}
	n := noun{from: i}
	head := i // where the noun that words.tsv knows begins
	for j := i; j < len(r.toks) && j < i+longestNoun && r.together(i-1, j); {
		t := r.toks[j]
		if t.Line || r.masked[j] && t.Kind != token.Number {
			break
		}
		if t.Kind == token.Mark {
			if j > i && r.is(j, "-") && r.glued(j) && r.glued(j+1) && n.to == 0 {
				j++
				continue
			}
			break
		}
		if t.Kind == token.Number {
			break
		}
		e, to, c := r.known(j)
		switch {
		case c == own && n.to == 0 && r.pluralAt(to):
			n.fate = e.what // a modifier
			j = to
			if n.from == i {
				n.from = to
			}
			continue
		case c == own && n.to > 0:
			return r.whole(n, head)
		case c != 0:
			n.to, n.what, n.kind = to, e.what, c
			head = j
			j = to
			continue
		case r.has(j, not) && n.to == 0 && r.plural(j), j == i && r.listed(r.words[j]+"s", not):
			return n, false // "a 180 page book"
		case r.has(j, stop):
			if n.to == 0 {
				return n, false
			}
			return r.whole(n, head)
		case r.plural(j) && t.Capital() && j+1 < len(r.toks) && r.toks[j+1].Shape == token.Lower && r.nounNext(j+1) && r.together(j, j+1) && r.markAt[j] != 0:
			// a name before what is counted: "Holt Works |shares"
		case r.plural(j):
			n.to, n.what, n.kind = j+1, "", 0
		case n.to > 0:
			return r.whole(n, head)
		}
		j++
	}
	return r.whole(n, head)
}

// oneAt reads a noun of one at token i: "one |border guard".
func (r *reader) oneAt(i int) (noun, bool) {
	for j := i; j < i+3 && r.together(i-1, j) && r.nounNext(j); j++ {
		if _, _, c := r.known(j); c == people {
			return noun{from: i, to: j + 1, what: "people", kind: people}, true
		}
		many := r.words[j] + "s"
		if r.words[j] == "man" || r.words[j] == "woman" || r.words[j] == "child" {
			many = map[string]string{"man": "men", "woman": "women", "child": "children"}[r.words[j]]
		}
		for _, e := range r.lang[many] {
			if e.class == thing && len(e.rest) == 0 {
				n := noun{from: i, to: j + 1, what: e.what, kind: thing}
				if j > i {
					n.what = r.plain(i, j) + " " + n.what
				}
				return n, true
			}
		}
	}
	return noun{}, false
}

// nounNext tells whether a noun may begin at token i.
func (r *reader) nounNext(i int) bool {
	if i >= len(r.toks) || r.toks[i].Kind != token.Word || r.has(i, stop) {
		return false
	}
	return true
}

// known returns the noun of words.tsv that begins at token i.
func (r *reader) known(i int) (entry, int, class) {
	for _, c := range []class{thing, own, people} {
		if e, to, ok := r.match(i, c); ok {
			return e, to, c
		}
	}
	return entry{}, i, 0
}

// listed tells whether a single word is of a class.
func (r *reader) listed(w string, c class) bool {
	for _, e := range r.lang[w] {
		if e.class == c && len(e.rest) == 0 {
			return true
		}
	}
	return false
}

func (r *reader) pluralAt(i int) bool {
	if i >= len(r.toks) {
		return false
	}
	_, _, c := r.known(i)
	return c == thing || c == people || r.plural(i) && !r.has(i, stop)
}

// plural tells whether token i looks like an English plural.
func (r *reader) plural(i int) bool {
	t := r.toks[i]
	if t.Kind != token.Word || t.Shape == token.Upper || t.Shape == token.Caseless {
		return false
	}
	w := r.words[i]
	if irregular[w] {
		return true
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") && !strings.HasSuffix(w, "'s")
}

var irregular = set(`people men women children police troops personnel aircraft staff crew youths firemen policemen servicemen servicewomen
gunmen fishermen businessmen lawmakers sheep cattle fish livestock media data criteria countrymen clergy spacecraft hovercraft infantry
ads workmen salesmen congressmen horsemen militiamen tribesmen crewmen seamen airmen frenchmen englishmen`)

// whole finishes a noun: its words where none are given.
func (r *reader) whole(n noun, head int) (noun, bool) {
	if n.to <= n.from {
		return n, false
	}
	if n.what == "" && n.kind == 0 {
		if r.is(n.to, "and") && n.to+1 < len(r.toks) && r.together(n.to, n.to+1) && r.plural(n.to+1) && !r.has(n.to+1, vague) && !r.has(n.to+1, stop) && !r.has(n.to+1, not) && r.toks[n.to+1].Shape == token.Lower && (r.closes(n.to+2) && r.toks[min(n.to+2, len(r.toks)-1)].Kind == token.Mark || r.is(n.to+2, "of", "in", "from", "across")) {
			n.to += 2
		}
		n.what = r.plain(n.from, n.to)
	}
	if partitive[r.words[n.to-1]] && r.is(n.to, "of") {
		if w, to, ok := r.phraseAt(n.to + 1); ok && to-n.to < longestNoun {
			n.what, n.kind, n.to = r.plain(n.from, n.to)+" of "+w, 0, to
			return n, length(n.what) <= 60
		}
	}
	switch {
	case n.kind == people && head == n.from:
		n.what = "people"
	case n.kind == people:
		n.what, n.kind = r.plain(n.from, n.to), 0
	case n.kind == thing && head > n.from:
		n.what = r.plain(n.from, head) + " " + n.what
	}
	return n, length(n.what) <= 60
}

// partitive are nouns that tell nothing without what they are of.
var partitive = set("members cases counts acts copies pieces")

// closes tells whether a noun phrase may end before token i.
func (r *reader) closes(i int) bool {
	return i >= len(r.toks) || r.toks[i].Kind == token.Mark || r.has(i, stop) || !r.together(i-1, i)
}

// plain returns tokens [from, to) as a term: without a capital that only a
// sentence's beginning gives.
func (r *reader) plain(from, to int) string {
	s := r.as(from, to)
	if from < len(r.toks) && r.starts(from) && r.toks[from].Shape == token.Title && r.markAt[from] == 0 && !(from+1 < to && r.toks[from+1].Capital()) {
		s = strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// phraseAt reads a noun phrase of any number at token i: "military aid", "full
// strength", "line of contact". A determiner before it is left out.
func (r *reader) phraseAt(i int) (what string, to int, ok bool) {
	if r.code != "en" {
		return "", i, false
	}
	for r.has(i, det) || r.is(i, "all", "those", "these", "total", "overall") {
		i++
	}
	j := i
	of := false
	for j < len(r.toks) && j < i+longestNoun && r.together(i-1, j) {
		t := r.toks[j]
		if t.Line || r.masked[j] {
			break
		}
		if r.is(j, "-") && r.glued(j) && r.glued(j+1) && j > i {
			j++
			continue
		}
		if r.is(j, "'", "’") && r.glued(j) && j > i && (r.is(j+1, "s") && r.glued(j+1) || strings.HasSuffix(r.words[j-1], "s") && r.nounNext(j+1)) {
			j++
			if r.is(j, "s") {
				j++
			}
			continue
		}
		if r.is(j, "and") && j > i && adjectival(r.words[j-1]) && r.nounNext(j+1) {
			j++
			continue
		}
		if r.is(j, "of") && !of && j > i && r.nounNext(j+1) {
			of = true
			j++
			continue
		}
		if t.Capital() && j > i && !of && r.toks[j-1].Shape == token.Lower && r.toks[j-1].Kind == token.Word && r.toks[i].Shape == token.Lower {
			if end := r.nameBeforeNoun(j); end > j { // "likely |Velmarkian voters"
				j = end
				continue
			}
			break // "the $5 figure |Korr named"
		}
		if j > i && r.gerund(j) && r.nounNext(j+1) {
			break // "ads |attacking him"
		}
		if j > i && t.Shape == token.Lower && strings.HasSuffix(r.words[j], "s") && (r.has(j+1, det) && !r.is(j+1, "this", "that") || r.is(j+1, "any", "all", "some", "no")) && !r.plural(j-1) {
			break // "restriction |covers any"
		}
		if j > i && t.Shape == token.Lower && r.plural(j-1) && !r.plural(j) && !attributive[r.words[j-1]] {
			break // "adults |receive"
		}
		if t.Kind != token.Word || r.has(j, stop) || r.has(j, say) && j > i && !reports[r.words[j]] && !(strings.HasSuffix(r.words[j], "ed") && j+1 < len(r.toks) && r.plural(j+1) && !r.has(j+1, stop)) || r.has(j, change) && j > i && !r.is(j, "rise", "fall", "increase", "decline", "drop", "gain", "jump", "decrease") || strings.HasSuffix(r.words[j], "ly") && t.Shape == token.Lower && !r.is(j, "family", "supply", "early", "monthly", "daily", "weekly") {
			break
		}
		j++
	}
	for j > i && (r.is(j-1, "of", "-", "'", "’", "last", "next", "early", "late", "suitable", "available", "true", "likely", "higher", "lower", "s") || len(r.words[j-1]) > 3 && j-1 > i && (strings.HasSuffix(r.words[j-1], "ed") || strings.HasSuffix(r.words[j-1], "ing") && r.is(j, "a", "the", "to", "that", "in"))) {
		j--
	}
	if j <= i || j == i+1 && r.participle(i) || r.is(j, "-") && r.glued(j) && r.glued(j+1) { // "ready|-to-eat"
		return "", i, false
	}
	what = r.plain(i, j)
	return what, j, length(what) > 2 && length(what) <= 60
}

// nameBeforeNoun returns the token behind a name of up to three words at token i
// that stands before a plural noun, i where none does.
func (r *reader) nameBeforeNoun(i int) int {
	j := i
	for j < i+3 && j < len(r.toks) && r.toks[j].Capital() && r.together(i, j) {
		j++
	}
	if j < len(r.toks) && r.toks[j].Shape == token.Lower && (r.plural(j) || j+1 < len(r.toks) && r.plural(j+1) && r.nounNext(j) && r.toks[j+1].Shape == token.Lower) && !r.has(j, stop) && !r.has(j, say) && r.together(i, j) {
		return j
	}
	return i
}

// attributive are plurals that stand before another noun.
var attributive = set("data media police staff aircraft sales arms goods savings sports news operations communications services earnings materials systems operating business gas jobs bonds securities rights human women's affairs works customs damages futures options emissions benefits claims plans drugs logistics politics economics ethics mathematics physics electronics us press process access congress mass class glass cross loss express wellness fitness chess")

// reports are nouns that look like verbs of saying.
var reports = set("claims reports estimates counts records notes states forecasts posts shows finds")

// gerund tells whether token i is a verb that ends in "ing", and no noun or
// adjective that does.
func (r *reader) gerund(i int) bool {
	w := r.word(i)
	return len(w) > 4 && strings.HasSuffix(w, "ing") && r.toks[i].Shape == token.Lower && !nounsInIng[w] && !standing[w]
}

// standing are adjectives that end in "ing".
var standing = set("operating existing remaining continuing outstanding beginning ending pending leading growing rising living opening closing matching ongoing during king spring ring wing morning evening pricing trailing coming incoming upcoming working")

// irregular participles tell what became of a sum as those in "ed" do.
var irregularParticiples = set("spent frozen sewn paid lent sold bought won lost made given taken drawn written hidden owed held left grew shot got gone")

// participle tells whether a single word only says what became of something:
// "$14 million |borrowed".
func (r *reader) participle(i int) bool {
	w := r.words[i]
	return r.toks[i].Shape == token.Lower && (irregularParticiples[w] || len(w) > 4) && (irregularParticiples[w] || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") && !nounsInIng[w])
}

var nounsInIng = set("spending funding housing financing training lending borrowing building trading manufacturing farming fishing mining shipping advertising")

// adjectival tells by its ending whether a word may be an adjective.
func adjectival(w string) bool {
	for _, end := range []string{"al", "ive", "ous", "ic", "ful", "able", "ary", "ean", "ese", "ish"} {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
