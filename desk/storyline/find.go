package storyline

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"
)

// How long after a story another may follow it, in days, by what they share. What
// is not dated may follow at any time that is remembered.
const (
	appointmentDays = 90
	answerDays      = 14
	conflictDays    = 30
	peopleDays      = 30
)

// What is rare: that few stories have, or few of all.
const (
	fewStories    = 6
	rareShare     = 0.015
	scarceStories = 2
	rareGround    = 8    // stories of something hostile at one place
	rarePair      = 6    // stories with the same two, in either direction
	mostLooked    = 40   // of the stories that share a key, the last
	swallowShare  = 0.05 // of the stories remembered a storyline may have,
	swallowLeast  = 12   // or so many
	peopleWeight  = 9.0  // bits by which two persons must be rarer than chance,
	scarceWeight  = 9.0  // and a person and a body
	doubtful      = 2    // stories added to those seen: a young desk knows little of who is rare
)

// reason is why one story follows another.
type reason struct{ why, what string }

// find returns the story that an article's story follows, the surest reason
// first, then the last story; nil for none.
func (d *Desk) find(it Item, keys []key) (*tale, reason) {
	on := day(it.Published)
	for _, f := range []func(Item, []key, string) (*tale, reason){d.byAppointment, d.byAnswer, d.byConflict, d.byPeople} {
		if t, why := f(it, keys, on); t != nil {
			return t, why
		}
	}
	return nil, reason{}
}

// with returns the stories that have a key, the last printed first, other than
// the article's own and within days of it.
func (d *Desk) with(k string, it Item, on string, within int) []*tale {
	var list []*tale
	if d.posts[k] == nil {
		return nil
	}
	posted := d.posts[k].last
	for _, t := range slices.Backward(posted[max(0, len(posted)-mostLooked):]) {
		if t.id != it.Story && t.gap(on) <= within && !d.swallows(t) {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b *tale) int { return cmp.Or(strings.Compare(b.to, a.to), strings.Compare(a.id, b.id)) })
	return list
}

// swallows tells whether a story's storyline has grown out of proportion.
func (d *Desk) swallows(t *tale) bool {
	return t.storyline != "" && float64(d.sizes[t.storyline]) >= max(swallowLeast, swallowShare*float64(len(d.tales)))
}

func (d *Desk) byAppointment(it Item, keys []key, on string) (*tale, reason) {
	for _, k := range keys {
		if k.kind == appointment {
			if list := d.with(k.text, it, on, appointmentDays); len(list) > 0 {
				return list[0], reason{"same appointment", k.what}
			}
		}
	}
	return nil, reason{}
}

// byAnswer looks for a story in which the one who is acted upon acted upon the
// other, where the two are not in the news together all the time.
func (d *Desk) byAnswer(it Item, keys []key, on string) (*tale, reason) {
	for _, k := range keys {
		if k.kind != deed {
			continue
		}
		actor, target, _ := strings.Cut(k.text[1:], "\x1f")
		back := string(deed) + target + "\x1f" + actor
		if d.stories(back)+d.stories(k.text) > max(rarePair, int(rareShare*float64(len(d.tales)))) {
			continue
		}
		for _, t := range d.with(back, it, on, answerDays) {
			if _, both := t.keys[k.text]; !both && d.more(t, keys) { // told from one side, then from the other
				return t, reason{"same two actors, answering", k.what}
			}
		}
	}
	return nil, reason{}
}

// byConflict looks for a story of something hostile at the same rare place, with
// a name or a deed in common.
func (d *Desk) byConflict(it Item, keys []key, on string) (*tale, reason) {
	for _, k := range keys {
		if k.kind != ground || float64(d.stories(k.text)) > max(rareGround, rareShare*float64(len(d.tales))) {
			continue
		}
		for _, t := range d.with(k.text, it, on, conflictDays) {
			if d.more(t, keys) {
				return t, reason{"same place and conflict", k.what}
			}
		}
	}
	return nil, reason{}
}

// more tells whether an article and a story have a name in common that is not in
// the news all the time: two states, or a place, are not enough.
func (d *Desk) more(t *tale, keys []key) bool {
	return slices.ContainsFunc(keys, func(k key) bool {
		_, both := t.keys[k.text]
		return both && k.kind == aside && d.stories(k.text) <= max(rarePair, int(rareShare*float64(len(d.tales))))
	})
}

// byPeople looks for a story that is about the same: with two rare persons in
// common, or a person and a body that hardly any other story has, which together
// are too rare to meet by chance.
func (d *Desk) byPeople(it Item, keys []key, on string) (*tale, reason) {
	type shared struct {
		names  []string
		bits   float64
		people int  // among them
		scarce bool // each is in a story or two
	}
	found := map[*tale]*shared{}
	bits := map[string]float64{}
	weigh := func(name string) float64 {
		if _, done := bits[name]; !done {
			bits[name] = d.bits(name, on)
		}
		return bits[name]
	}
	var order []*tale
	for _, k := range keys {
		if k.kind != name && k.kind != person || !d.rare(k.text) {
			continue
		}
		for _, t := range d.with(k.text, it, on, peopleDays) {
			if found[t] == nil {
				found[t] = &shared{scarce: true}
				order = append(order, t)
			}
			if slices.ContainsFunc(found[t].names, func(n string) bool { return sameName(n, k.what) }) {
				continue
			}
			found[t].names = append(found[t].names, k.what)
			found[t].bits += weigh(k.text[1:])
			found[t].scarce = found[t].scarce && d.stories(k.text) <= scarceStories
			if k.kind == person {
				found[t].people++
			}
		}
	}
	var best *tale
	for _, t := range order {
		s := found[t]
		for _, k := range keys { // about whom the article is, and who is in the story
			in := string(aside) + k.text[1:]
			if _, both := t.keys[in]; both && k.kind == person && d.rare(in) && !slices.ContainsFunc(s.names, func(n string) bool { return sameName(n, k.what) }) {
				s.names, s.bits, s.scarce = append(s.names, k.what), s.bits+weigh(k.text[1:]), false
				s.people++
			}
		}
		if (s.people >= 2 && s.bits >= peopleWeight || s.people == 1 && len(s.names) >= 2 && s.scarce && s.bits >= scarceWeight) && (best == nil || s.bits > found[best].bits) {
			best = t
		}
	}
	if best == nil {
		return nil, reason{}
	}
	return best, reason{"same people", strings.Join(found[best].names[:min(3, len(found[best].names))], ", ")}
}

// sameName tells whether one name is part of the other: "O'Malley" and "Martin
// O'Malley" are hardly two.
func sameName(a, b string) bool {
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// rare tells whether few stories have a key.
func (d *Desk) rare(k string) bool {
	n := d.stories(k)
	return n > 0 && float64(n) <= max(fewStories, rareShare*float64(len(d.tales)))
}

// bits says how rare a name is among the stories of these weeks, whether they are
// about it or only have it: who is in the news all the time chains nothing.
func (d *Desk) bits(name, on string) float64 {
	n := doubtful
	if p := d.posts[string(aside)+name]; p != nil {
		for _, t := range p.last {
			if t.gap(on) <= peopleDays {
				n++
			}
		}
	}
	return max(0, math.Log2(float64(d.lately(on)+1)/float64(n)))
}

// lately is how many stories were printed within the weeks around a day; all that
// are remembered when it is not known.
func (d *Desk) lately(on string) int {
	at, err := time.Parse(time.DateOnly, on)
	if err != nil {
		return len(d.tales)
	}
	n := d.days[""]
	for k := -peopleDays; k <= peopleDays; k++ {
		n += d.days[at.AddDate(0, 0, k).Format(time.DateOnly)]
	}
	return n
}
