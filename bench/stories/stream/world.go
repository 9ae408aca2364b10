package stream

import (
	"math/rand/v2"
	"strings"
)

// world is the invented ground on which events happen: the same for one seed.
type world struct {
	states     []state
	towns      []town
	publishers []publisher
	agencies   []publisher
}

type state struct{ name, people, capital string }

type town struct {
	name  string
	state *state
}

type publisher struct {
	name   string
	agency bool
	terse  bool // prints one word
}

const (
	stateCount     = 60
	townCount      = 3000
	publisherCount = 400
	agencyCount    = 4
)

func newWorld(seed uint64) *world {
	r := rand.New(rand.NewPCG(seed, 0xa71a5))
	w := &world{}
	for range stateCount {
		name := invent(r, 2)
		w.states = append(w.states, state{name + "ia", name + "ian", invent(r, 2) + pick(r, "burg", "haven", "sk", "mouth", "by")})
	}
	for range townCount {
		w.towns = append(w.towns, town{invent(r, 2) + pick(r, "ton", "stad", "ovo", "ville", "dal", "um", "ek"), &w.states[zipf(r, stateCount)]})
	}
	for i := range agencyCount {
		w.agencies = append(w.agencies, publisher{name: w.states[i].people + " Press Agency", agency: true})
	}
	for i := range publisherCount {
		w.publishers = append(w.publishers, publisher{
			name:  pick(r, w.towns[r.IntN(townCount)].name, w.states[r.IntN(stateCount)].people) + " " + pick(r, "Courier", "Post", "Herald", "Gazette", "Times", "Mirror", "Observer"),
			terse: i == publisherCount-1,
		})
	}
	return w
}

// invent makes a name of some syllables.
func invent(r *rand.Rand, syllables int) string {
	var b strings.Builder
	for range syllables {
		b.WriteString(pick(r, "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kr", "st", "tr", "sh"))
		b.WriteString(pick(r, "a", "e", "i", "o", "u", "ai", "or", "an", "el", "ur", "en"))
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

func pick(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }

// zipf draws from 0 to n-1, low numbers far more often.
func zipf(r *rand.Rand, n int) int {
	v := float64(n)
	for range 2 {
		v *= r.Float64()
	}
	return min(n-1, int(v))
}
