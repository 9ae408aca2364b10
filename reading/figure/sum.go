package figure

import "coranto/reading/internal/token"

// Sums that their verb alone names: "raised $5 million", "$5 million was spent".

// paidBefore returns what a sum is by the verb before it, "" where none tells:
// "invested |$5 million", "bought the mill for |$5 million".
func (r *reader) paidBefore(q quantity) string {
	i := q.from
	if r.is(q.to, "to", "-") {
		return "" // "raised $5 to $10"
	}
	for r.is(i-1, "another", "a", "an", "additional", "further", "only", "just", "back", "in", "out", "away", "more", "than", "combined", "extra", "record") && r.together(i-1, q.from) && q.from-i < 4 {
		i--
	}
	e, from, ok := r.matchEnding(i, pay)
	if !ok || !r.together(from, q.from) {
		return ""
	}
	for k := from - 1; k > from-6 && k >= 0 && r.together(k, from); k-- {
		r.loose = r.loose || r.is(k, "you", "shoppers", "anyone", "everyone") // a bargain, a counsel
	}
	if r.is(from-1, "to") && !meant[r.word(from-2)] {
		r.loose = true // a goal
	}
	if e.what == "cost" {
		if w, ok := r.subject(from); ok && !r.named(w) && !r.is(from-1, "to") {
			return "cost of " + w
		}
	}
	return e.what
}

// paidBehind does so by the verb behind it: "$5 million |was raised", "$5
// million |spent on".
func (r *reader) paidBehind(j int) (what string, to int, ok bool) {
	k := j
	for k < j+5 && (r.has(k, aux) || r.is(k, "will", "would", "then", "had")) && r.together(j-1, k) {
		k++
	}
	e, to, ok := r.match(k, pay)
	if !ok || !r.together(j-1, k) || r.toks[k].Shape != token.Lower {
		return "", j, false
	}
	past := r.is(k, "spent", "raised", "paid", "invested", "donated", "given", "lent", "borrowed", "pledged", "earmarked", "allocated", "saved", "stolen", "collected", "poured", "contributed", "owed", "awarded", "lost", "seized")
	if k == j && r.nounNext(to) || !past || k > j && !r.is(k-1, "was", "were", "been", "is", "are", "be", "being") {
		return "", j, false // "$5 million |paid leave", "$5 million had spent"
	}
	return e.what, to, true
}

// meant are words before "to" and its verb that say that it is to happen: "plans
// to |invest".
var meant = set("plan plans planned planning agreed agree agrees pledged pledges decided committed vowed promised going ordered set continued due expected has have had willing ready")
