package figure

import (
	"strings"

	"coranto/reading/internal/token"
)

// Percentages: of what they are the share, and what is said of it.

// shareOf tells of what a percentage is; "" where that stands elsewhere. Where it
// is only part of what makes the number mean something, it is noted as loose.
func (r *reader) shareOf(q quantity) (what string, to int, ok bool) {
	j := q.to
	if r.is(q.from-1, "richest", "top", "wealthiest", "poorest", "bottom") {
		return "", q.to, false // who they are
	}
	if !r.together(q.number, j) {
		return r.ledTo(q, "")
	}
	if r.is(j, "of") && !r.is(j+1, "them", "those", "these", "it", "us", "whom", "which") {
		if w, to, ok := r.wholeAt(j + 1); ok {
			r.loose = r.is(j+1, "his", "her", "its", "their", "my", "our", "your") || r.ofPerson(to-1)
			return r.ofWhole(q, w, to)
		}
	}
	if r.is(j, "-") && r.glued(j) {
		j++
	}
	if r.is(j, "higher", "lower", "less", "more", "cheaper", "larger", "bigger", "smaller", "faster", "stronger", "fewer", "likelier", "better", "worse", "longer") && (!r.has(q.from-1, change) || r.is(q.from-1, "is", "are", "was", "were", "be", "been")) {
		return "", q.to, true // than what
	}
	if t := r.toks[j]; t.Kind == token.Word && t.Shape == token.Lower && !r.has(j, stop) && !r.has(j, after) && !r.is(j, "higher", "lower", "less", "cheaper", "larger", "bigger", "smaller", "faster", "stronger", "year", "compared", "annually", "likely", "worse", "better", "each", "chance", "longer") {
		if w, to, ok := r.changeAt(j); ok {
			return w, to, true
		}
		if w, to, ok := r.phraseAt(j); ok && !r.headless(j, to) {
			r.loose = !rates[lastWord(strings.ToLower(w))]
			return w, to, true
		} else if ok {
			return "", q.to, true
		}
	}
	return r.ledTo(q, "")
}

// rates are nouns that a percentage alone makes full: "a 25 percent |tariff".
var rates = set(`tariff tariffs tax taxes rate rates stake stakes interest discount discounts premium premiums duty duties surcharge surcharges turnout inflation unemployment support approval ownership position share shares
shareholding holding cut cuts increase increases rise reduction raise growth threshold target levy levies margin margins fee fees commission commissions yield yields dividend coupon deposit stimulus vat royalty royalties majority
markup bonus penalty interest return returns deficit probability chance accuracy efficiency approval disapproval favorability mortality infection positivity literacy participation occupancy capacity quota quotas rebate subsidy`)

// wholeAt reads the whole of which something is a share, at token i.
func (r *reader) wholeAt(i int) (what string, to int, ok bool) {
	if n, ok := r.nounAt(i); ok && (n.kind == people || n.kind == thing || r.toks[n.to-1].Capital()) && !r.is(n.to, "'", "’") {
		return n.what, n.to, true
	}
	w, to, ok := r.phraseAt(i)
	return w, to, ok && !r.headless(i, to)
}

// ofWhole names a share of a whole that ends before token to: with what its
// verb says of it ("30% of voters |support the plan"), with what makes it up
// ("exports were |30% of output"), or with whose it is ("Korr won |30% of the
// vote"). With none of these it is loose.
func (r *reader) ofWhole(q quantity, whole string, to int) (what string, end int, ok bool) {
	what = "share of " + whole
	loose := r.loose
	r.loose = true
	if r.ground(to - 1) {
		return what, to, true // of a country: of what in it
	}
	if from, told := r.toldOf(to); told {
		end := r.predicateEnd(from)
		with := what + " that " + r.as(from, end)
		if !r.is(from, "is", "are", "was", "were", "have", "has", "had", "that") && !r.human(noun{to: to, what: whole}) {
			return what, to, true // "of votes |cast": perhaps no verb
		}
		switch {
		case r.is(from, "who", "that"):
			with = what + " " + r.as(from, end)
		case r.plural(to-1) && r.human(noun{to: to, what: whole}):
			with = what + " who " + r.as(from, end)
		}
		if end > from && length(with) <= longestShare {
			r.loose = loose
			return with, end, true
		}
		return what, to, true
	}
	v := q.from - 1
	for v > 0 && r.is(v, "just", "only", "even", "now") {
		v--
	}
	with := ""
	switch {
	case holding[r.word(v)]:
		if who, ok := r.holder(v); ok {
			with = who + "'s " + what
		}
	case r.is(v, "for") && r.is(v-1, "account", "accounts", "accounted", "accounting"), r.is(v, "up") && r.is(v-1, "make", "makes", "made"), r.is(v, "at") && r.is(v-1, "is", "are", "was", "were", "remains"), making[r.word(v)]:
		if r.is(v, "for", "up", "at") {
			v--
		}
		if w, ok := r.subject(v); ok && !r.named(w) {
			with = w + " as " + what
		}
	}
	if with == "" || length(with) > longestShare {
		return what, to, true
	}
	r.loose = loose
	return with, to, true
}

// longestShare is how many characters may say what a percentage is of.
const longestShare = 80

var (
	making  = set("is was are were comprise comprises comprised represent represents represented constitute constitutes constituted equals form formed")
	holding = set("won win wins got gets get received receives took takes take holds hold held owns own owned controls control controlled has have had captured earned garnered commands commanded lost gained acquired bought sold covers cover contains produces produced supplies supplied claims uses used")
)

// holder returns who or what holds something, before its verb at token v.
func (r *reader) holder(v int) (who string, ok bool) {
	k := v
	for k > 0 && (r.is(k-1, "has", "have", "had", "already", "also", "now", "then", "still", "only", "just") || strings.HasSuffix(r.word(k-1), "ly") && r.toks[k-1].Shape == token.Lower) {
		k--
	}
	if r.is(k-1, "to") {
		return "", false
	}
	if r.is(k-1, "which", "who", "that") {
		if k--; r.is(k-1, ",") {
			k--
		}
	}
	if k > 0 && r.together(k-1, v) && r.markAt[k-1] != 0 {
		if m := r.marks[r.markAt[k-1]-1]; !m.ref && m.to == k && (m.from == 0 || !r.is(m.from-1, "of", "in", "and", "for")) {
			return r.entities[m.entity].Name, true
		}
	}
	w, ok := r.subject(v)
	return w, ok && !r.named(w) && strings.Contains(w, " ") && !strings.HasSuffix(w, "s")
}

// toldOf returns where the verb begins of which a noun that ends before token i
// is the subject, perhaps behind a place: "30% of voters |in Velmark say".
func (r *reader) toldOf(i int) (from int, told bool) {
	if r.is(i, "who", "that", "being") {
		return i, true
	}
	k := i
	if r.is(i, "in", "from", "across", "among", "at", "with", "under", "over", "aged", "and") {
		for k++; k < i+farthestVerb && r.together(i, k); k++ {
			if polled[r.words[k]] || r.is(k, "is", "are", "was", "were", "have", "has", "had") || r.has(k, modal) && !r.is(k, "to") {
				return k, true
			}
			if t := r.toks[k]; t.Kind == token.Mark && !r.is(k, "-", "'", "’") || r.has(k, stop) && !r.has(k, det) && !r.is(k, "of", "and", "in", "to") {
				return i, false
			}
		}
		return i, false
	}
	for r.is(k, "also", "now", "still", "then") || k < len(r.toks) && r.toks[k].Shape == token.Lower && strings.HasSuffix(r.words[k], "ly") {
		k++
	}
	if !r.together(i-1, k) || k >= len(r.toks) || r.toks[k].Kind != token.Word || r.toks[k].Shape != token.Lower {
		return i, false
	}
	if r.is(k, "is", "are", "was", "were", "have", "has", "had", "said", "say", "says", "want", "need", "live", "think") || r.has(k, modal) && !r.is(k, "to") {
		return k, true
	}
	return k, !r.has(k, stop) && r.plural(i-1) && !strings.HasSuffix(r.words[k], "ing")
}

// predicateEnd returns the token behind what a verb at token i says, i where it
// leans on what was said before or goes on for long.
func (r *reader) predicateEnd(i int) int {
	for k := i; k < len(r.toks) && k < i+longestPredicate && r.together(i, k); k++ {
		if t := r.toks[k]; t.Kind == token.Mark && !r.is(k, "-", "'", "’", "$", "%") || k > i && r.is(k, "and", "but", "while", "when", "because", "compared", "versus", "as", "after", "than", "if", "although", "though", "which", "with", "according", "in", "on") {
			if k-i < 2 || r.is(k, "and") && r.nounNext(k+1) && r.toks[k+1].Shape == token.Lower || r.is(k-1, "yes", "no", "so", "of", "to") {
				return i
			}
			return k
		}
		if k > i && r.has(k, pronoun) && !r.is(k, "all", "some", "many") || r.masked[k] || r.is(k, "said", "say", "says", "think", "believe", "yes", "no") {
			return i
		}
	}
	return i
}

// longestPredicate is how many tokens a predicate may have.
const longestPredicate = 9

// changeAt reads "|increase in prices" behind a share: what has changed.
func (r *reader) changeAt(i int) (what string, to int, ok bool) {
	j := i
	for j < i+3 && j < len(r.toks) && r.toks[j].Shape == token.Lower && !changes[r.words[j]] && !r.has(j, stop) {
		j++
	}
	if j >= len(r.toks) || !changes[r.words[j]] || !r.is(j+1, "in", "of") {
		return "", i, false
	}
	w, to, ok := r.phraseAt(j + 2)
	if !ok || r.headless(j+2, to) {
		return "", i, false
	}
	return r.plain(j, j+2) + " " + w, to, true
}
