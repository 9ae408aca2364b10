package figure

import (
	"strings"

	"coranto/reading/internal/token"
)

// subject returns the words that say of what a verb at token v tells the
// number: "The price of oil |rose".
func (r *reader) subject(v int) (what string, ok bool) {
	end := v
	for end > 0 && r.together(end-1, v) && (r.is(end-1, "has", "have", "had", "already", "also", "now", "then", "still", "only", "will", "would", "could", "may", "might", "is", "was", "are", "were", "'", "‘", "“", "\"", "there", "currently") || strings.HasSuffix(r.word(end-1), "ly") && r.toks[end-1].Shape == token.Lower || r.masked[end-1]) {
		end--
	}
	if r.is(end-1, "which", "that", "who") && r.together(end-1, v) {
		end--
		if r.is(end-1, ",") {
			end--
		}
	}
	from := end
	for from > 0 && end-from < 14 && r.together(from-1, v) && r.toks[from-1].Kind != token.Number {
		if t := r.toks[from-1]; t.Kind == token.Mark && (!r.is(from-1, "-", "'", "’", "&", "%", "/") || r.is(from-1, "-") && t.Gap && r.toks[from].Gap) {
			break
		}
		if r.has(from-1, number) && !r.has(from-2, det) || r.is(from-1, "showing", "saying", "suggesting", "indicating", "meaning") {
			break
		}
		if r.is(from, "-") && r.glued(from) {
			from--
			continue // "after-tax incomes"
		}
		if r.is(from-1, "that", "which", "who", "while", "as", "but", "because", "when", "after", "before", "if", "though", "although", "whereas", "where", "since", "than", "if", "whether") || r.has(from-1, say) && !r.is(from-1, "record", "reports", "forecast", "counts", "estimates") {
			break
		}
		from--
	}
	if r.is(from-1, "who", "whom") || r.is(from-1, "that", "which") && r.together(from-1, v) && !(r.has(from-2, say) && r.verbAt(from-2)) && !r.is(from-2, "so", ",") && from > 1 {
		return "", false // "states that |vote were": a relative clause
	}
	for from < end && (r.has(from, det) || r.masked[from] || r.is(from, "so") && !r.is(from+1, "-") || r.is(from, "and", "or", "these", "those", "then", "in", "on", "meanwhile", "overall", "however", "s", "'", "’") && (!r.is(from, "in", "on") || r.masked[from+1])) {
		from++
	}
	if from >= end {
		return "", false
	}
	stopAt := end
	for k := from; k < end; k++ {
		if r.has(k, stop) && !r.is(k, "of", "for", "and", "or") && !r.has(k, det) && !(r.is(k, "from", "in") && k+1 < end && !r.masked[k+1]) || r.masked[k] && !r.masked[from] || k > from && r.gerund(k) {
			stopAt = k
			break
		}
		if r.has(k, change) && k > from || r.has(k, modal) || r.has(k, unit) || r.toks[k].Shape == token.Lower && (strings.HasSuffix(r.words[k], "ly") && !r.is(k, "family", "supply", "monthly", "daily", "weekly", "yearly", "quarterly", "early", "assembly") || k == from && strings.HasSuffix(r.words[k], "ed")) {
			return "", false
		}
	}
	for stopAt > from && (r.is(stopAt-1, "of", "for", "and", "the", "in", "from") || r.has(stopAt-1, det) || r.toks[stopAt-1].Kind == token.Mark) {
		stopAt--
	}
	if stopAt <= from || r.has(from, stop) || r.has(from, pronoun) || r.is(from, "but", "with", "to", "there") || strings.HasSuffix(r.words[from], "ing") && r.toks[from].Shape == token.Lower {
		return "", false
	}
	if !r.verbless(stopAt, end) {
		return "", false
	}
	for stopAt-from > 1 && (r.toks[stopAt-1].Shape == token.Lower && (len(r.words[stopAt-1]) > 4 && strings.HasSuffix(r.words[stopAt-1], "ed") || moving[r.words[stopAt-1]]) || strings.ContainsAny(r.words[stopAt-1], "0123456789") || r.is(stopAt-1, ".")) {
		stopAt-- // "revenue |inched up", "crude |CLc1 rose"
	}
	if stopAt-from == 1 && (bald[r.words[from]] || r.is(from, "rate", "figure", "number", "share", "margin", "amount")) || r.is(stopAt-1, "wide") && r.glued(stopAt-1) || r.ofPerson(stopAt-1) || r.is(stopAt, "'", "’") && r.glued(stopAt) || r.is(stopAt-1, "s") && r.glued(stopAt-1) || r.is(from, "re", "ve", "ll", "m") || r.has(from, scale) {
		return "", false
	}
	what = r.plain(from, stopAt)
	return what, length(what) > 2 && length(what) <= 70 && stopAt-from <= 9
}

// moving are verbs before the word that says which way something went.
var moving = set("shot went came ended closed finished opened traded appears appear seems seem far edged")

// named tells whether words are somebody's name, and so nothing that is counted.
func (r *reader) named(what string) bool {
	_, ok := r.persons[what]
	return ok
}

// verbless tells whether tokens [from, to) hold no verb: what stands between a
// subject's head and its verb.
func (r *reader) verbless(from, to int) bool {
	for k := from; k < to; k++ {
		if r.is(k, "is", "was", "are", "were", "has", "have", "had", "do", "does", "did", "said", "says", "will", "would") {
			return false
		}
	}
	return true
}
