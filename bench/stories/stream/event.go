package stream

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"
)

// event is something that happened, as it is known to those who tell of it.
type event struct {
	id, storyline string
	kind          *kind
	at            time.Time
	words         map[string]string // what is put in for a word in braces
	toll          int               // in the end
	appointment   *Appointment
}

func newEvent(r *rand.Rand, w *world, id string, at time.Time) *event {
	e := &event{id: id, storyline: id, kind: &kinds[r.IntN(len(kinds))], at: at, words: setting(r, w)}
	e.toll = 3 + int(math.Pow(r.Float64(), -1.2))
	e.on(at)
	return e
}

// setting draws whom and what an event is about.
func setting(r *rand.Rand, w *world) map[string]string {
	at := &w.towns[zipf(r, townCount)]
	other := &w.states[zipf(r, stateCount)]
	for other == at.state {
		other = &w.states[r.IntN(stateCount)]
	}
	family := invent(r, 2)
	return map[string]string{
		"town": at.name, "state": at.state.name, "people": at.state.people, "capital": at.state.capital, "other": other.name,
		"family": family, "name": invent(r, 1) + "a " + family, "second": invent(r, 3), "firm": invent(r, 2) + "co", "place": invent(r, 3),
		"m": strconv.Itoa(4 + r.IntN(60)), "k": strconv.Itoa(2 + r.IntN(900)),
	}
}

func (e *event) on(day time.Time) { e.words["day"] = day.Format("Monday") }

// meeting makes the phases of a meeting, each an event of one storyline, a few
// days apart.
func (s *stream) meeting(r *rand.Rand, id string, at time.Time) {
	words := setting(r, s.world)
	words["second"] = invent(r, 1) + "o " + invent(r, 2)
	held := at.AddDate(0, 0, 4+r.IntN(20))
	phase := func(status string, on time.Time, n int) {
		e := &event{id: id + "-" + status, storyline: id, at: on, words: map[string]string{}}
		for k, v := range words {
			e.words[k] = v
		}
		e.on(on)
		k := meetings[status]
		e.kind = &k
		e.appointment = &Appointment{Who: []string{words["name"], words["second"]}, Where: words["town"], Day: held.Format(time.DateOnly), Status: status}
		s.tell(r, e, n)
	}
	words["date"] = held.Format("2 January")
	phase("announced", at, tellers(r))
	switch r.IntN(5) {
	case 0:
		on := held.AddDate(0, 0, -2)
		held = held.AddDate(0, 0, 7+r.IntN(7))
		words["later"] = held.Format("2 January")
		phase("postponed", on, tellers(r))
		phase("happened", held.Add(time.Hour), tellers(r))
	case 1:
		phase("cancelled", held.AddDate(0, 0, -1), tellers(r))
	default:
		phase("happened", held.Add(time.Hour), tellers(r))
	}
}

// article tells of the event as one publisher knows it at one time.
func (e *event) article(r *rand.Rand, p *publisher, printed time.Time) Item {
	words := map[string]string{}
	for k, v := range e.words {
		words[k] = v
	}
	truth := Truth{Event: e.id, Storyline: e.storyline, Kind: "report", Happened: e.at.Format(time.DateOnly), Appointment: e.appointment}
	if e.kind.toll != "" {
		known := 1 - math.Exp(-printed.Sub(e.at).Hours()/20)
		n := max(2, int(float64(e.toll)*(0.3+0.7*known)*(0.9+0.2*r.Float64())))
		words["n"] = strconv.Itoa(n)
		truth.Figures = []Figure{{What: e.kind.toll, Value: n}}
	}
	var paragraphs []string
	for i, fact := range e.kind.facts {
		if i == 0 || r.IntN(3) > 0 {
			paragraphs = append(paragraphs, pick(r, fact...))
		}
	}
	if len(paragraphs) > 2 {
		rest := paragraphs[1:]
		r.Shuffle(len(rest), func(i, k int) { rest[i], rest[k] = rest[k], rest[i] })
	}
	for _, i := range r.Perm(len(background))[:r.IntN(4)] {
		paragraphs = append(paragraphs, background[i])
	}
	fill := func(text string) string {
		var b strings.Builder
		for {
			before, rest, ok := strings.Cut(text, "{")
			b.WriteString(before)
			if !ok {
				return b.String()
			}
			name, after, _ := strings.Cut(rest, "}")
			b.WriteString(words[name])
			text = after
		}
	}
	for i := range paragraphs {
		paragraphs[i] = fill(paragraphs[i])
	}
	text := strings.Join(paragraphs, "\n\n")
	if p.agency {
		text = strings.ToUpper(words["town"]) + " (" + p.name + ") - " + text
	}
	return Item{Article{Title: fill(pick(r, e.kind.headlines...)), Text: text}, truth}
}

// copied is an agency's article as another publisher prints it: whole, shortened
// or under another headline.
func copied(r *rand.Rand, wire Item, p *publisher) Item {
	it := wire
	it.Truth.Kind, it.Truth.CopyOf = "copy", wire.Truth.ID
	paragraphs := strings.Split(wire.Article.Text, "\n\n")
	if len(paragraphs) > 3 && r.IntN(2) == 0 {
		it.Article.Text = strings.Join(paragraphs[:len(paragraphs)/2+1], "\n\n")
	}
	if r.IntN(2) == 0 {
		it.Article.Title = p.name + ": " + strings.TrimSuffix(it.Article.Title, ".")
	}
	return it
}

func slug(name string) string { return strings.ToLower(strings.ReplaceAll(name, " ", "-")) }
