package entity

import (
	"coranto"
	"coranto/reading/internal/token"
)

// readDescriptions finds "the Russian president", "the spokeswoman" and "the
// presidential aide" where one person of the article alone is called so.
func (f *finder) readDescriptions() {
	persons := map[string][]*found{}
	for _, e := range f.all {
		if e.kind == coranto.Person {
			for r := range e.roles {
				persons[r] = append(persons[r], e)
			}
		}
	}
	for i := 0; i < len(f.toks); i++ {
		if f.lower(i) != "the" {
			continue
		}
		j := i + 1
		head := -1
		for ; j < len(f.toks) && j <= i+4 && f.toks[j].Kind == token.Word && !f.toks[j].Line; j++ {
			if f.capital(j) && f.at[j] == 0 {
				break
			}
			if isRole[f.lower(j)] && f.toks[j].Shape == token.Lower {
				head = j
			} else if head >= 0 {
				break
			}
		}
		if head < 0 || head+1 < len(f.toks) && (f.toks[head+1].Gap && f.capital(head+1) && !f.toks[head+1].Line || f.lower(head+1) == "," && head+2 < len(f.toks) && f.capital(head+2) && f.at[head+2] == 0 || f.is(head+1, "of", "-")) {
			continue
		}
		if e := f.described(i+1, head, persons); e != nil {
			f.ref(e, i, head+1)
			i = head
		}
	}
}

// described returns the one person whom the words before and at head fit.
func (f *finder) described(from, head int, persons map[string][]*found) *found {
	role := class(f.lower(head))
	var states []string
	other := false
	for k := from; k < head; k++ {
		if m, ok := f.matchAt(k); ok {
			for _, s := range m.senses {
				if r := f.ix.records[s.record]; r.kind != coranto.Person && r.state != "" {
					states = append(states, r.state)
					break
				}
			}
		} else if f.is(k, "other", "former", "next", "new", "first", "second", "third", "same", "vice", "deputy", "previous", "late", "ex", "then", "fellow", "senior") {
			other = true
		}
	}
	if other {
		return nil
	}
	if f.is(head-1, "prime") {
		role = "prime"
	}
	var pool []*found
	if role == "leader" {
		seen := map[*found]bool{}
		for _, e := range f.all {
			for r := range leading {
				if e.kind == coranto.Person && e.roles[r] && !seen[e] {
					seen[e] = true
					pool = append(pool, e)
				}
			}
		}
		if len(states) == 0 {
			return nil
		}
	} else {
		pool = persons[role]
	}
	if len(states) > 0 {
		var fit []*found
		for _, e := range pool {
			if e.states[states[0]] {
				fit = append(fit, e)
			}
		}
		pool = fit
	}
	// only who was named before
	var before []*found
	for _, e := range pool {
		for _, m := range e.mentions {
			if m.Start < f.toks[from].Start {
				before = append(before, e)
				break
			}
		}
	}
	if len(before) != 1 || len(pool) != 1 {
		return nil
	}
	return before[0]
}
