package statement

import "coranto"

// readAnnounced reads quotations behind a colon that no known cue has claimed:
// whatever the subject of the clause before the colon does, it says them so
// ("Dana Holt fired back: ...", "She put it this way: ...").
func (r *reader) readAnnounced(u unit, from int, done []attribution) []attribution {
	if r.code != "en" {
		return done
	}
	for i := from + 2; i < u.to; i++ {
		q := int(r.quoteAt[i]) - 1
		if q < 0 || r.quoteAt[i-1] != 0 || r.used[q] || !r.is(i-1, ":") || !r.clausal(q) || !r.capitalised(q) {
			continue
		}
		if a, ok := r.announces(i-1, from, u); ok {
			a.from, a.to, a.quoted, a.behind = i, r.endOf(q), []int{q}, true
			r.moreRight(&a, u)
			if r.keep(&a, u, false) {
				done = append(done, a)
			}
		}
	}
	return done
}

// announces reads the last clause before the colon at token colon: its subject,
// and all that follows as the cue.
func (r *reader) announces(colon, lo int, u unit) (a attribution, ok bool) {
	start := lo
	for c := lo; c < colon; c++ {
		if r.quoteAt[c] != 0 || r.has(stop, c) && !r.is(c, "as", "but", "so") || r.has(who, c) {
			lo, ok = c+1, false
			continue
		}
		if !(r.inflectedAt(c) || r.finite(c)) {
			continue
		}
		from := lo
		if r.is(c-1, ",") {
			from = start // "Dana Holt, who was there, |went on"
		}
		p, found := r.before(c, from)
		if !found || ok && !r.is(p.from-1, "and", "but", "then", ",") {
			continue
		}
		a.source, a.cue = p, [2]int{r.cueFrom(p.to, c), colon}
		if colon-c > longestAnnouncement {
			a.cue[1] = c + 1
		}
		a.who, ok = r.speakerOf(p, u)
		a.who.unsure = a.who.unsure || colon-c > longestAnnouncement || a.who.entity < 0 || r.entities[a.who.entity].Type != coranto.Person || r.finite(c) && r.is(c, "is", "was", "are", "were", "had", "has")
	}
	return a, ok && r.is(colon, ":")
}

// longestAnnouncement is how many tokens may stand between the verb of a clause
// and the colon for its subject to be the speaker for sure.
const longestAnnouncement = 5
