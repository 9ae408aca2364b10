package statement

import (
	"strings"

	"coranto/reading/internal/token"
)

// owned tells whether a noun at token i has an owner before it, with at most
// two words between: "his claim", "Korr's latest claim".
// A plural between is who acts: "his advisers |claim".
func (r *reader) owned(i int) bool {
	owned, _ := r.ownership(i)
	return owned
}

// ownership tells whether the word at token i has an owner before it, and whether
// it stands right behind it.
func (r *reader) ownership(i int) (owned, next bool) {
	k, ok := r.owner(i)
	next = ok && k == i
	return next || ok && !strings.HasSuffix(r.lower(i-1), "s") && !r.toks[i-1].Capital(), next
}

// owner returns the token behind the owner of the noun at token i.
func (r *reader) owner(i int) (int, bool) {
	for k := i - 1; k >= 0 && k >= i-3 && !r.toks[k+1].Line; k-- {
		if r.quoteAt[k] != 0 {
			return 0, false
		}
		if r.is(k, "his", "her", "its", "their") {
			return k + 1, true
		}
		if r.is(k, "s") && k > 0 && r.is(k-1, "'", "’") && !r.toks[k].Gap && !r.is(k-2, "it", "that", "he", "she", "there", "what", "who", "let") {
			return k + 1, true
		}
		if r.is(k, "'", "’") && k > 0 && !r.toks[k].Gap && r.toks[k+1].Gap && r.toks[k-1].Shape != token.Lower {
			return k + 1, true
		}
		if r.toks[k].Kind != token.Word || r.finite(k) || r.has(prep, k) || r.has(stop, k) || determiners[r.lower(k)] {
			return 0, false
		}
	}
	return 0, false
}

// possession reads "his claim that ...", "Korr's call for ...".
func (r *reader) possession(a *attribution, v *verb, c, lo int, u unit) bool {
	k, ok := r.owner(c)
	if !ok || k <= lo {
		return false
	}
	a.cue[0] = k
	if kd := owners[r.lower(k-1)]; kd != 0 {
		a.source = phrase{k - 1, k, k}
		if a.who, ok = r.pronounIs(kd, k-1, u); !ok {
			a.who = speaker{name: r.as(k-1, k), entity: -1, unsure: true}
		}
		return r.behindVerb(a, v, u)
	}
	e := k
	for e > lo && (r.is(e-1, "'", "’") || r.is(e-1, "s") && e == k) {
		e--
	}
	p := phrase{to: e, core: e}
	for p.from = e; p.from > lo && e-p.from < 8 && r.inPhrase(p.from-1) && !r.has(prep, p.from-1) && !r.finite(p.from-1); {
		p.from--
	}
	if p.from == e || !r.nominal(p) {
		return false
	}
	a.source = p
	a.who, ok = r.speakerOf(p, u)
	return ok && r.behindVerb(a, v, u)
}

var owners = map[string]kind{"his": he, "her": she, "its": it, "their": they}
