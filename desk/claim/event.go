package claim

import (
	"slices"

	"coranto"
)

// sameScene is the cosine of sentences in which events of one type, actor and
// target are one.
const sameScene = 0.25

// events joins events of one type with an actor and a target in common that may
// have happened at one time and are told in like words.
func (d *Desk) events() []Claim {
	var list []Claim
	byType := map[string][]int{}
	for i := range d.Items {
		a := d.Items[i].Article
		for n := range a.Events[:min(len(a.Events), maxFound)] {
			e := &a.Events[n]
			if !e.Sure() || len(e.Actors)+len(e.Targets) == 0 || d.texts[i].done[n] < 0 {
				continue
			}
			t := Telling{Item: i, Span: coranto.Span{Start: e.Start, End: e.End}, N: n}
			said := within(a, e.Start)
			t.Basis, t.Via = d.sourced(i, e.Start, said)
			if said != nil {
				t.Giver = said.Speaker
			}
			t.value = d.texts[i].sentences[d.texts[i].done[n]]
			at := -1
			for _, c := range byType[e.Type] {
				if slices.ContainsFunc(list[c].Tellings, func(u Telling) bool {
					return d.alikeEvents(&u, &t) && happened(d.event(&u)) == happened(e)
				}) {
					at = c
					break
				}
			}
			if at < 0 {
				at = len(list)
				list = append(list, Claim{Kind: Event})
				byType[e.Type] = append(byType[e.Type], at)
			}
			list[at].Tellings = append(list[at].Tellings, t)
		}
	}
	return list
}

func (d *Desk) event(t *Telling) *coranto.Event { return &d.Items[t.Item].Article.Events[t.N] }

// happened groups what is told of an event: it took place, it is denied, or it
// is not there yet.
func happened(e *coranto.Event) string {
	switch e.Modality {
	case "happened", "ongoing", "":
		return "happened"
	case "denied":
		return "denied"
	default:
		return "to come"
	}
}

// alikeEvents tells whether two tellings are of one event, whether or not they
// say that it took place.
func (d *Desk) alikeEvents(u, t *Telling) bool {
	a, b := d.event(u), d.event(t)
	if len(a.Actors) > 0 && len(b.Actors) > 0 && !anyShared(a.Actors, b.Actors) ||
		len(a.Targets) > 0 && len(b.Targets) > 0 && !anyShared(a.Targets, b.Targets) {
		return false
	}
	if !anyShared(a.Actors, b.Actors) && !anyShared(a.Targets, b.Targets) || !overlap(a, b) {
		return false
	}
	s := compare(&u.value, &t.value)
	return s.cosine >= sameScene || s.cosine >= sameScene/2 && a.Verb == b.Verb && anyShared(a.Actors, b.Actors) && anyShared(a.Targets, b.Targets)
}

// overlap tells whether two events may have been at one time.
func overlap(a, b *coranto.Event) bool {
	if a.From == "" || b.From == "" {
		return true
	}
	endA, endB := firstDay(firstOf(a.To, a.From)), firstDay(firstOf(b.To, b.From))
	return firstDay(a.From) <= endB && firstDay(b.From) <= endA
}
