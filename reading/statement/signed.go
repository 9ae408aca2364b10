package statement

import "coranto/reading/internal/token"

// longestSignature is how many tokens may stand behind the dash.
const longestSignature = 14

// readSigned reads a paragraph that is a quotation with its speaker behind a
// dash, as letters and extracts have it: “We will wait.” — Dana Holt, Vessholm.
func (r *reader) readSigned(u unit) (attribution, bool) {
	var a attribution
	if r.code != "en" || u.to < len(r.toks) && !r.toks[u.to].Line {
		return a, false
	}
	dash := u.from
	for dash < u.to && r.quoteAt[dash] != 0 {
		dash++
	}
	if dash == 0 || r.quoteAt[dash-1] == 0 {
		return a, false
	}
	from := dash
	for from < u.to && r.is(from, "―", "—", "–", "-") {
		from++
	}
	if from == dash || from > dash+2 || from >= u.to || u.to-from > longestSignature || !r.toks[from].Capital() {
		return a, false
	}
	return r.sign(u, int(r.quoteAt[dash-1])-1, dash, from)
}

// sign gives quotation q to the name at token from, behind the dash.
func (r *reader) sign(u unit, q, dash, from int) (a attribution, ok bool) {
	if r.used[q] || !r.clausal(q) {
		return a, false
	}
	to := u.to
	for to > from && r.toks[to-1].Kind == token.Mark {
		to--
	}
	core := from
	for core < to && (r.toks[core].Kind == token.Word && !r.has(helps, core) || r.is(core, ".", "-", "'", "’")) {
		core++
	}
	if core < to && !r.is(core, ",", "(") {
		return a, false
	}
	p := phrase{from, core, to}
	if a.who, ok = r.resolve(p, u); !ok {
		return a, false
	}
	a.cue, a.source = [2]int{dash, from}, p
	a.from, a.to, a.quoted, a.behind = r.firstToken(q), dash, []int{q}, true
	return a, true
}
