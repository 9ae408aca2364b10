package figure

import "coranto/reading/internal/token"

// unasserted tells whether the words before a quantity, in its clause, say that
// it is not so, or only might be: "could have cost $5", "hopes of a $5 fine".
func (r *reader) unasserted(q quantity) bool {
	if _, end := r.bounds(q.from); r.is(end-1, "?") {
		return true // a question
	}
	for i := q.from - 1; i >= 0 && q.from-i < farthestDoubt && r.together(i, q.from); i-- {
		if t := r.toks[i]; t.Kind == token.Mark && r.is(i, ",", ";", ":", "—", "–", "(", "“", "\"") || r.is(i, "that", "and", "but", "which", "who", "where", "while", "because", "after", "when") {
			return false
		}
		if r.is(i, "need", "needs", "needed") && r.is(i+1, "to") {
			return true
		}
		if doubtful[r.words[i]] && !(r.is(i, "not", "n't", "t") && r.is(i+1, "only", "just", "least", "less", "more", "fewer")) {
			return true
		}
	}
	for i := q.to; i < min(len(r.toks), q.to+farthestDenial) && r.together(q.from, i) && r.toks[i].Kind == token.Word; i++ {
		if r.is(i, "not", "never", "cannot") && (r.has(i-1, aux) || r.has(i-1, modal) || r.is(i-1, "does", "do", "did")) {
			return true // "12 |do not mean"
		}
	}
	return false
}

// farthestDenial is how many tokens behind a quantity its verb may be denied.
const farthestDenial = 6

// farthestDoubt is how many tokens before a quantity a doubt may stand.
const farthestDoubt = 18

var doubtful = set("could might may if unless whether not n't t cannot never without nor neither nobody none hope hopes hoping fear fears feared expecting expected expects expect forecast forecasting forecasts predicted predicting predicts projected hypothetical supposed imagine suppose perhaps maybe possibly potential potentially would-be goal goals target targets want wants wanted wanting aim aims aiming wish wishes dream dreams pretend joked lie lied false falsely")
