package statement

// A unit that ends with a colon announces the quotation that the next paragraph
// begins with: "X went on:", then the words.

// await notes what a unit announces.
func (r *reader) await(u unit) {
	r.memory.awaited.cue = [2]int{}
	if u.to-u.from < 3 || !r.is(u.to-1, ":") || r.quoteAt[u.to-1] != 0 {
		return
	}
	for c := u.to - 2; c >= u.from; c-- {
		if r.quoteAt[c] != 0 {
			return
		}
		k, end, ok := r.cueAt(c)
		if !ok || k&(say|ing) == 0 {
			continue
		}
		a := attribution{cue: [2]int{c, end}}
		p, ok := r.before(c, u.from)
		if ok && k == say {
			a.source = p
			a.who, ok = r.speakerOf(p, u)
		} else {
			ok = r.sourceOf(&a, u, nil)
		}
		if ok {
			r.memory.awaited, r.memory.awaitedAt = a, u.to
		}
		return
	}
	if a, ok := r.announces(u.to-1, r.afterDateline(u), u); ok && r.code == "en" {
		r.memory.awaited, r.memory.awaitedAt = a, u.to
	}
}

// readAwaited reads a quotation that the unit before has announced.
func (r *reader) readAwaited(u unit) (attribution, bool) {
	a := r.memory.awaited
	if a.cue[1] == 0 || r.memory.awaitedAt != u.from || r.quoteAt[u.from] == 0 {
		return a, false
	}
	q := int(r.quoteAt[u.from]) - 1
	if r.used[q] {
		return a, false
	}
	a.from, a.to, a.quoted, a.behind = u.from, r.endOf(q), []int{q}, true
	r.moreRight(&a, u)
	return a, true
}
