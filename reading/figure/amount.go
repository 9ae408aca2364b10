package figure

import (
	"strings"

	"coranto/reading/internal/token"
)

// moneyFor tells what money is for; "" where the text does not say it beside
// the sum.
func (r *reader) moneyFor(q quantity) (what string, to int, ok bool) {
	j := q.to
	if !r.together(q.number, j) {
		return r.ledTo(q, "")
	}
	if w, end, ok := r.paidBehind(j); ok {
		return w, end, true
	}
	if r.is(j, "worth") && r.is(j+1, "of") {
		w, to, ok := r.phraseAt(j + 2)
		if !ok || r.headless(j+2, to) {
			return "", q.to, true
		}
		return w, to, true
	}
	if r.is(j, "in", "of") && !strings.Contains(q.unit, "/") && j+1 < len(r.toks) && r.toks[j+1].Shape == token.Lower && !r.masked[j+1] && !aside[r.words[j+1]] && !r.has(j+1, number) {
		if w, to, ok := r.phraseAt(j + 1); ok && !r.headless(j+1, to) && !r.gerund(j+1) {
			return w, to, true
		}
	}
	if r.is(j, "-") && r.glued(j) {
		j++
	}
	if t := r.toks[j]; t.Kind == token.Word && t.Shape == token.Lower && !r.has(j, stop) && !r.has(j, after) && !r.gerund(j) && !r.is(j, "retail", "worth", "short") {
		if w, to, ok := r.phraseAt(j); ok && !r.has(to, say) && !r.headless(j, to) && !(strings.Contains(q.unit, "/") && r.plural(to-1)) {
			r.loose = r.has(q.from-1, number) && r.plural(to-1) // "three |$5 tickets": a price
			return w, to, true
		}
	}
	if v := r.worth(q.from); v > 0 {
		if w, ok := r.subject(v); ok {
			return w, q.to, true
		}
	} else if r.is(q.from-1, "worth") {
		from := q.from - 1
		for from > 0 && q.from-from < 4 && r.together(from-1, q.from) && r.nounNext(from-1) && r.toks[from-1].Shape == token.Lower {
			from--
		}
		if from < q.from-1 && len(r.words[q.from-2]) > 1 {
			return r.plain(from, q.from-1), q.to, true
		}
	}
	if w, to, ok := r.ledTo(q, ""); w != "" {
		return w, to, ok
	}
	return r.paidBefore(q), q.to, true
}

// aside are words that make a phrase of its own of the "in" before them: "$5 |in
// response".
var aside = set("the a an its their his her this that order addition exchange return cash total all which each every response support favor favour part fact place terms time July case other what some any one advance today")

// worth returns the verb of "is (already) worth |$5", 0 where there is none.
func (r *reader) worth(i int) int {
	if !r.is(i-1, "worth") {
		return 0
	}
	v := i - 2
	for v > 0 && (r.is(v, "already", "now", "still", "be") || strings.HasSuffix(r.word(v), "ly")) {
		v--
	}
	if r.is(v, "is", "was", "are", "were", "to") && r.together(v, i) {
		return v
	}
	return 0
}

// measures reads the noun of which the number is the measure: "a fine of |$5", "a
// rise of |9 per cent".
func (r *reader) measures(i int) (what string, ok bool) {
	if !r.is(i-1, "of") || r.code != "en" {
		return "", false
	}
	from := i - 1
	for from > 1 && i-from < 7 && r.together(from-1, i) {
		if r.is(from-1, "-") && r.glued(from-1) && r.glued(from) && from < i-1 && r.toks[from-2].Kind == token.Word {
			from -= 2
			continue
		}
		if !r.measureWord(from - 1) {
			break
		}
		from--
	}
	if r.is(from-1, "-") && from < i-1 {
		return "", false // "the 12-month average of"
	}
	if r.is(from-1, "from", "on", "in", "under") && from < i-1 && from > 1 && r.measureWord(from-2) && !r.has(from-2, scale) && r.together(from-2, i) {
		from -= 2 // "profit |from continuing operations of"
		for from > 0 && i-from < 9 && r.together(from-1, i) && r.measureWord(from-1) {
			from--
		}
	}
	if from < i-1 && from > 0 && (r.has(from-1, modal) || r.is(from-1, "will", "to")) && r.together(from-1, from) {
		from++ // "will |cut payments of"
	}
	for from < i-1 && (r.verbal(from) || r.is(from, "its", "their", "his", "her", "the", "a", "an", "s")) {
		from++
	}
	if from == i-1 && r.is(from-1, "rise", "fall", "increase", "decline", "drop", "gain", "jump", "decrease") && r.together(from-1, i) {
		from--
	}
	if from == i-1 || empty[r.words[i-2]] || r.headless(from, i-1) {
		return "", false
	}
	what = r.plain(from, i-1)
	return what, length(what) > 2 && length(what) <= 60
}

// measureWord tells whether token i may stand in such a noun.
func (r *reader) measureWord(i int) bool {
	return r.nounNext(i) && !r.masked[i] && r.toks[i].Shape == token.Lower && !r.has(i, change) && !r.has(i, number) && !strings.HasSuffix(r.words[i], "ly")
}

// verbal tells whether token i is a verb before the measure that it takes: "|expects
// margins of", "|taking charges of".
func (r *reader) verbal(i int) bool {
	w := r.words[i]
	return takes[w] || r.toks[i].Shape == token.Lower && len(w) > 4 && strings.HasSuffix(w, "ing") && !nounsInIng[w] && !r.is(i, "operating", "existing", "remaining", "continuing", "outstanding", "beginning", "ending")
}

var takes = set("expects expect expected forecast forecasts posts posted reports reported records recorded had has have pays pay paid takes take took earns earned makes made sees saw shows showed gives gave gets got includes included offers offered set sets faces faced holds held reflects reflected seeks sought spends spent wants wanted needs needed raises raised costs cost brings brought declares declared announces announced receives received")

// headless tells whether tokens [from, to) have a last word that names nothing:
// an adjective, a verb, a change without what has changed.
func (r *reader) headless(from, to int) bool {
	w := r.words[to-1]
	if w == "wide" && to-1 > from && r.is(to-2, "-") {
		return true // "industry-wide"
	}
	return bald[w] || from == to-1 && (changes[w] || polled[w])
}

var (
	bald    = set("annual ready high low total new old big small large average median net gross same such other many more less first second third last next own similar equal extra additional further further-reaching current former latest recent major key main whole entire full good bad better worse best worst possible likely available necessary worth able due free open close short long tall deep wide hard easy early late strong weak special public private federal national international local general common monthly weekly daily yearly quarterly seasonal consecutive estimated expected guidance outlook effective ahead trading target goal estimate estimates forecast forecasts expectation expectations prediction projection pretax upfront instead alone together apart anyway already altogether")
	changes = set("increase increases decrease decreases rise rises fall falls drop drops decline declines gain gains loss jump jumps surge surges hike hikes cut cuts reduction reductions change changes growth improvement slump plunge dip boost bump climb slide swing difference gap margin lead advantage chance probability likelihood odds shot rate level point points mark threshold range owner holder shareholder figure number amount share portion part rest majority")
	polled  = set("say said approve disapprove support favor favour oppose agree disagree believe think want prefer view see plan expect trust back like dislike feel identify live own use have chose chosen voted vote back consider rate report reported answered responded")
)

// empty are nouns that name no measure of anything.
var empty = set("equivalent tune sum sums amount amounts total totals order excess kind sort lot number matter case instead out because outside ahead short worth part most one capable")

// ledTo tells of what a verb before the number tells it: "inflation rose to |5
// percent"; other where none does.
func (r *reader) ledTo(q quantity, other string) (what string, to int, ok bool) {
	if w, ok := r.measures(q.from); ok {
		return w, q.to, true
	}
	v := q.from
	if r.is(v-1, "from") {
		return other, q.to, true // what it was before
	}
	by := true // the number is that of the change, not what it came to
	if r.is(v-1, "to", "at", "by") {
		v--
		by = r.is(v, "by")
	}
	if r.has(v-1, change) && r.together(v-1, q.from) {
		e, from, _ := r.matchEnding(v, change)
		if e.what != "last" && !(e.what == "level" && r.is(q.to, "short", "shy", "away")) {
			if r.is(from-1, "to", "not", "n't") {
				return other, q.to, true
			}
			if w, ok := r.subject(from); ok && !r.named(w) {
				if by && r.code == "en" && (e.what == "rise" || e.what == "fall") {
					w = e.what + " in " + w
				}
				return w, q.to, true
			}
		}
	}
	return other, q.to, true
}

// extentOf tells what a distance, weight or power is of. One that only says
// where something lies ("12 km north of") is none.
func (r *reader) extentOf(q quantity) (what string, to int, ok bool) {
	j := q.to
	if !r.together(q.number, j) {
		w, to, _ := r.ledTo(q, "")
		return w, to, w != ""
	}
	hyphen := r.is(j, "-") && r.glued(j)
	if hyphen {
		j++
	}
	if e, end, found := r.match(j, extent); found && (hyphen || r.closes(end)) {
		if hyphen || q.joined {
			if w, to, ok := r.phraseAt(end); ok {
				return w, to, true
			}
		}
		if r.is(q.from-1, "is", "was", "are", "were", "be", "already", "stretch", "about") {
			v := q.from - 1
			if r.is(v, "already") {
				v--
			}
			if w, ok := r.subject(v); ok {
				return e.what + " of " + w, end, true
			}
		}
		return e.what, end, true
	}
	if r.is(j, "of") && j+1 < len(r.toks) && (r.toks[j+1].Shape == token.Lower || r.ground(j+1)) {
		if w, to, ok := r.phraseAt(j + 1); ok && !r.is(j+1, "the") {
			return w, to, true
		}
		if w, to, ok := r.phraseAt(j + 1); ok && !distance[q.unit] {
			return w, to, true
		}
		return "", q.to, false
	}
	if q.joined && r.toks[j].Kind == token.Word && r.toks[j].Shape == token.Lower && !r.has(j, stop) {
		w, to, ok := r.phraseAt(j)
		return w, to, ok && !r.headless(j, to)
	}
	if distance[q.unit] {
		w, ok := r.measures(q.from)
		return w, q.to, ok
	}
	w, to, _ := r.ledTo(q, plainUnits[q.unit])
	return w, to, w != ""
}

var (
	distance   = map[string]bool{"km": true, "m": true, "miles": true, "cm": true, "mm": true, "inches": true, "g": true, "oz": true, "mg": true, "GB": true, "kg": true, "lb": true, "acres": true, "ha": true, "feet": true, "nautical miles": true, "°C": true, "°F": true, "km/h": true, "mph": true}
	plainUnits = map[string]string{"MW": "power", "GW": "power", "kW": "power", "MWh": "energy", "GWh": "energy", "TWh": "energy", "kWh": "energy"}
)

// length reads a length of time where something lasts or somebody is sentenced
// to it; any other is no figure.
func (r *reader) length(q quantity) (what string, to int, ok bool) {
	if e, from, found := r.matchEnding(q.from, change); found && e.what == "last" {
		if w, ok := r.subject(from); ok {
			return "length of " + w, q.to, true
		}
		return "", q.to, false
	}
	j := q.to
	if r.is(j, "in", "of") && r.is(j+1, "prison", "jail") {
		return "prison sentence", j + 2, true
	}
	if r.is(j, "'", "’") && r.is(j+1, "imprisonment") {
		return "prison sentence", j + 2, true
	}
	if r.is(q.from-1, "to") && r.is(q.from-2, "sentenced") && q.unit == "years" {
		return "prison sentence", q.to, true
	}
	if q.joined && r.is(j, "prison", "jail") && r.is(j+1, "sentence", "term", "sentences", "terms") {
		return "prison sentence", j + 2, true
	}
	return "", q.to, false
}
