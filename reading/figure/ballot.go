package figure

import (
	"coranto"
	"coranto/reading/internal/token"
)

// Votes counted for and against: "voted 54-35 to pass", "rejected it by 54 to 35".

// ballot reads the count of a vote that begins at token i: how many were for
// and how many against what the verb before it did; to is the token behind it.
func (r *reader) ballot(i int) (figures []coranto.Figure, to int) {
	ayes, noes, to := r.tally(i)
	if to == 0 {
		return nil, i
	}
	outcome := r.outcome(i, to)
	if outcome == "" {
		return nil, i
	}
	first, second := "votes for", "votes against"
	if outcome == "rejected" {
		first, second = second, first
	}
	for k, what := range []string{first, second} {
		n := []numeral{ayes, noes}[k]
		figures = append(figures, coranto.Figure{What: what, Value: n.value, Bound: Exact, Start: r.toks[n.from].Start, End: r.toks[n.to-1].End})
	}
	return figures, to
}

// tally reads "54-35" or "54 to 35": two plain numbers, the greater first.
func (r *reader) tally(i int) (ayes, noes numeral, to int) {
	if r.code != "en" || r.toks[i].Kind != token.Number || r.masked[i] || i > 0 && r.toks[i-1].Kind == token.Mark && r.glued(i) && !r.is(i-1, "(") {
		return ayes, noes, 0
	}
	ayes, ok := r.numeral(i)
	if !ok || ayes.scaled || ayes.to != i+1 || ayes.year {
		return ayes, noes, 0
	}
	j := ayes.to
	if !(r.is(j, "-", "–") && r.glued(j) && r.glued(j+1) || r.is(j, "to", "against")) {
		return ayes, noes, 0
	}
	noes, ok = r.numeral(j + 1)
	if !ok || noes.scaled || noes.to != j+2 || noes.value > ayes.value || ayes.value+noes.value < fewestVotes || r.is(noes.to, ",") && noes.to+1 < len(r.toks) && r.toks[noes.to+1].Kind == token.Number || !r.together(i, j+1) || r.has(noes.to, unit) || r.is(noes.to, "-", "–") && r.glued(noes.to) && !r.is(noes.to+1, "vote") {
		return ayes, noes, 0
	}
	return ayes, noes, noes.to
}

// fewestVotes is how many votes an assembly or a court casts at least.
const fewestVotes = 7

// outcome tells what the vote counted at tokens [i, to) did: "passed",
// "rejected", "" where no verb of voting says it.
func (r *reader) outcome(i, to int) string {
	votes := r.is(to, "vote") || r.is(to, "-") && r.is(to+1, "vote")
	for k := i - 1; k > i-farthestVote && r.together(k, i); k-- {
		switch w := r.words[k]; {
		case w == "defeated" && !votes:
			return "" // a game
		case rejecting[w]:
			return "rejected"
		case passing[w]:
			return "passed"
		case r.is(k, "voted", "vote", "votes", "voting"):
			votes = true
		case r.is(k, ";", "“", "”", "\"") || r.has(k, number) && k < i-1 && !r.is(k, "one"):
			return ""
		}
	}
	if !votes {
		return ""
	}
	switch {
	case r.is(to, "vote"):
		to++
	case r.is(to+1, "vote"):
		to += 2
	}
	switch {
	case r.is(to, "against"):
		return "rejected"
	case r.is(to, "to", "for", "in") && !rejecting[r.word(to+1)]: // "to reject it" is for a motion, or against its matter
		return "passed"
	}
	return ""
}

// farthestVote is how many tokens before its count the verb of a vote may stand.
const farthestVote = 14

var (
	passing   = set("passed pass passes passing approved approve approves approving adopted adopts backed confirmed confirm confirms ratified endorsed cleared advanced upheld acquitted elected convicted impeached")
	rejecting = set("rejected reject rejects rejecting defeated defeat defeats blocked block blocks opposed struck overturned")
)
