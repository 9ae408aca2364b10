package statement

import (
	"coranto"
	"coranto/reading/internal/token"
)

// circumstances fills in when and where something was said, and in whose name,
// from the words around cue and source that are no content.
func (r *reader) circumstances(s *coranto.Statement, a *attribution, u unit) {
	for _, w := range r.around(a, u) {
		if s.SaidAt == "" {
			s.SaidAt = r.dateIn(w[0], w[1])
		}
		if s.Channel == "" {
			s.Channel = r.channelIn(w[0], w[1])
		}
		s.Fiction = s.Fiction || r.workIn(w[0], w[1])
	}
	if s.Channel == "" && a.source.core+1 < a.source.to && r.is(a.source.core+1, "speaking", "writing", "appearing") {
		s.Channel = r.channelIn(a.source.core, a.source.to)
	}
	for i := a.source.from; i < a.source.to; i++ {
		s.Fiction = s.Fiction || r.has(figure, i)
	}
}

// around returns the stretches of tokens in which the circumstances of saying
// stand: before the source, between cue and content, and behind a cue or source
// that closes its clause.
func (r *reader) around(a *attribution, u unit) [][2]int {
	var out [][2]int
	left := min(a.source.from, a.cue[0])
	if lead := r.clauseStart(u.from, left); left-lead > 0 && left-lead < 14 && (r.has(prep, lead) || r.has(day, lead) || r.is(lead, "speaking", "writing", "appearing")) && !r.clauseIn(lead, left) && a.from >= left {
		out = append(out, [2]int{lead, left})
	}
	right := max(a.source.to, a.cue[1])
	if gap := max(a.source.to, a.cue[0]); a.source.to <= a.cue[0] && gap > a.source.to {
		out = append(out, [2]int{a.source.to, a.cue[0]})
	}
	end := u.to
	if a.from >= right {
		end = a.from
	} else if a.rest[0] >= right && a.rest[1] > a.rest[0] {
		end = a.rest[0]
	}
	for i := right; i < end; i++ {
		if r.quoteAt[i] != 0 || r.is(i, ";", ":", "but", "while", "who", "which") || r.is(i, "and", ",") && a.from < right && !r.has(prep, i+1) || i > right+20 {
			end = i
			break
		}
	}
	if end > right {
		out = append(out, [2]int{right, end})
	}
	return out
}

// dateIn returns the day named in tokens [from, to), "" for none.
func (r *reader) dateIn(from, to int) string {
	for _, t := range r.times {
		if t.Start >= r.toks[to-1].End {
			break
		}
		if t.Start >= r.toks[from].Start && (t.Type == "DATE" || t.Type == "TIME") && len(t.Value) >= len("2006-01-02") && t.Value[4] == '-' && t.Value[5] != 'W' {
			return t.Value[:len("2006-01-02")]
		}
	}
	return ""
}

// channelIn returns by what means something was said: "telephone interview" of
// "in a telephone interview on Monday".
func (r *reader) channelIn(from, to int) string {
	for i := from; i < to; i++ {
		if !r.is(i, "in", "on", "at", "via", "during", "through", "by") {
			continue
		}
		start := i + 1
		for start < to && r.is(start, "a", "an", "the", "his", "her", "its", "their") {
			start++
		}
		for k := start; k < to && k < start+6; k++ {
			if r.toks[k].Kind == token.Mark && !r.is(k, "-", "'", "’") || k > start && r.has(prep, k) {
				break
			}
			if r.has(channel, k) {
				if r.has(channel, k+1) && k+1 < to { // "news conference"
					k++
				}
				return r.as(start, k+1)
			}
		}
	}
	return ""
}

// workIn tells whether tokens [from, to) name a work of fiction: "in the film".
func (r *reader) workIn(from, to int) bool {
	for i := from; i+2 < to; i++ {
		if r.is(i, "in") && r.is(i+1, "the", "a", "his", "her") {
			for k := i + 2; k < to && k < i+5; k++ {
				if r.has(work, k) {
					return true
				}
			}
		}
	}
	return false
}
