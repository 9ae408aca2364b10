// Package calendar makes of the appointments that many articles tell one entry
// each: who announced it first, what of it changed, in whose words, and what
// became of it. The announcement of a meeting and the meeting are one entry;
// last year's meeting of the same two is another.
//
// Nothing is held to be so because it was announced: an entry whose day is past
// stays announced until an article says that it was held, moved or cancelled.
// That nothing was heard is an accusation, and made only of what was searched
// (see Silence).
package calendar

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"coranto"
)

// Evidence is where something is told: a stretch of an article's current
// version.
type Evidence struct {
	Article  coranto.Head
	Story    string
	At       coranto.Span
	Sentence int // from 1
}

// Printed is the day on which the article was printed, "" when unknown.
func (e Evidence) Printed() string { return day(e.Article.Published) }

// Telling is an appointment as one article tells it.
type Telling struct {
	Evidence
	coranto.Appointment
}

// Status says what became of an appointment.
type Status string

const (
	Announced Status = "announced"
	InDoubt   Status = "in doubt"
	Moved     Status = "moved"
	Cancelled Status = "cancelled"
	Denied    Status = "denied"
	Held      Status = "held"
	Unheard   Status = "nothing heard"
	// of deadlines, demands, threats and pledges
	Kept   Status = "kept"
	Broken Status = "broken"
	Lapsed Status = "lapsed"
)

// Entry is one appointment. From and To enclose its day as it was last told; both
// are "" when no day was named.
type Entry struct {
	ID       string
	What     string
	Who      []string // canonical names, as first told
	Where    string
	From, To string
	Status   Status
	First    Evidence   // who announced it first, of those that are kept
	Told     []Evidence // all tellings, First among them, as they were printed
	Changes  []Change   // in the same order
	Outcome  *Evidence  // of Held, Kept, Broken, Lapsed
	Silence  *Silence   // of Unheard

	doubted string // the day on which doubt was last voiced
}

// Change is a word that altered an appointment: its Status then, and the day it
// has since. Was is the first day that it had before; From and To are "" when
// no new day was named.
type Change struct {
	Evidence
	Status        Status
	Was, From, To string
}

// Due tells whether the whole appointment lies before a day.
func (e *Entry) Due(today string) bool { return e.To != "" && e.To < today }

// Exact tells whether a day is named, or a week at most.
func (e *Entry) Exact() bool { return e.From != "" && days(e.From, e.To) <= 6 }

// World is what is known besides the tellings. The zero value knows nothing.
type World struct {
	// StateOf returns the state that a place lies in or a person acts for, "" when
	// unknown.
	StateOf func(name string) string
	// Days returns the days that the sentence around a telling names.
	Days func(Evidence) []string
	// Sentence returns that sentence, and where in it the telling begins.
	Sentence func(Evidence) (words string, at int)
}

// Of returns the entries that tellings make, by day, undated ones last. Only a
// telling that is sure founds an entry; others add to one that stands. An
// article is taken at its word on what it names: nothing is completed or
// averaged.
func (w World) Of(tellings []Telling) []*Entry {
	tellings = slices.Clone(tellings)
	slices.SortStableFunc(tellings, func(a, b Telling) int {
		return cmp.Or(
			strings.Compare(cmp.Or(a.Printed(), "~"), cmp.Or(b.Printed(), "~")),
			strings.Compare(a.Article.ID, b.Article.ID), cmp.Compare(a.At.Start, b.At.Start))
	})
	var all []*Entry
	byParty := map[string][]*Entry{}
	for i := range tellings {
		t := &tellings[i]
		parties := named(t.Who)
		if len(parties) == 0 {
			continue
		}
		if e := w.best(byParty, parties, t); e != nil {
			w.add(e, t)
			continue
		}
		if e := w.found(t); e != nil {
			all = append(all, e)
			for _, k := range w.keys(parties) {
				byParty[k] = append(byParty[k], e)
			}
		}
	}
	all = slices.DeleteFunc(all, func(e *Entry) bool { return e.Status == Denied && len(e.Told) == 1 })
	slices.SortStableFunc(all, func(a, b *Entry) int {
		return cmp.Or(strings.Compare(cmp.Or(a.From, "~"), cmp.Or(b.From, "~")), strings.Compare(a.ID, b.ID))
	})
	return all
}

// best returns the entry that a telling belongs to, of several the one whose
// parties and days it shares most; nil for none.
func (w World) best(byParty map[string][]*Entry, parties []string, t *Telling) *Entry {
	var found *Entry
	most := 0
	for _, k := range w.keys(parties) {
		for _, e := range slices.Backward(byParty[k]) {
			if n := w.fit(e, t); n > most {
				found, most = e, n
			}
		}
	}
	return found
}

// keys are the names under which entries are looked for: those who take part and
// their states.
func (w World) keys(parties []string) []string {
	keys := slices.Clone(parties)
	for _, p := range parties {
		if s := w.stateOf(p); s != "" && !slices.Contains(keys, s) {
			keys = append(keys, s)
		}
	}
	return keys
}

// found makes an entry of a telling that stands on its own.
func (w World) found(t *Telling) *Entry {
	status, ok := statuses[t.Status]
	if !ok || (status == Cancelled || status == Moved) && w.thatDay(t) || !t.Sure() || status == Held || t.Printed() == "" || !whole(t) {
		return nil
	}
	e := &Entry{
		ID:    coranto.NewID("appointment", t.Article.ID, t.What, strings.Join(t.Who, "\n"), t.From),
		What:  t.What,
		Who:   t.Who,
		Where: t.Where, From: day(t.From), To: day(cmp.Or(t.To, t.From)),
		Status: status, First: t.Evidence, Told: []Evidence{t.Evidence},
	}
	if status != Announced {
		was := ""
		if status == Moved && e.From < e.To { // "from the 14th to the 21st"
			was, e.From = e.From, e.To
		}
		e.Changes = []Change{{t.Evidence, status, was, e.From, e.To}}
	}
	return e
}

// whole tells whether a telling says enough to stand alone: of what takes two, two
// that have names; a day, a week or a month, if any.
func whole(t *Telling) bool {
	if day(t.From) != "" && days(day(t.From), day(cmp.Or(t.To, t.From))) > 31 {
		return false
	}
	if bonds[t.What].nouns != "" && days(day(t.From), day(cmp.Or(t.To, t.From))) > 6 && day(t.From) > after(t.Printed(), 270) {
		return false // "agreed to use it in December", told in January
	}
	if (t.Status == "cancelled" || t.Status == "postponed") && day(t.To) <= t.Printed() { // the day on which it was called off
		return false
	}
	switch {
	case family(t.What) == "meeting" && t.What != "summit", t.What == "call":
		return len(named(t.Who)) >= 2
	case t.What == "visit":
		return t.Where != ""
	}
	return true
}

// statuses are the words of reading for what an appointment is said to be.
var statuses = map[string]Status{
	"announced": Announced, "happened": Held, "postponed": Moved, "cancelled": Cancelled, "denied": Denied, "doubtful": InDoubt,
}

// add takes another telling of the same appointment in.
func (w World) add(e *Entry, t *Telling) {
	moves := !overlap(day(t.From), day(cmp.Or(t.To, t.From)), e.From, e.To) && w.moves(e, t)
	e.Told = append(e.Told, t.Evidence)
	e.Where = cmp.Or(e.Where, t.Where)
	for _, who := range t.Who {
		if len(e.Who) < 2 && !slices.Contains(e.Who, who) {
			e.Who = append(e.Who[:len(e.Who):len(e.Who)], who)
		}
	}
	from, to := day(t.From), day(cmp.Or(t.To, t.From))
	switch status := statuses[t.Status]; status {
	case Announced:
		if moves {
			e.move(t, from, to)
			return
		}
		if e.From == "" || from != "" && days(from, to) < days(e.From, e.To) {
			e.From, e.To = from, to
		}
		if e.Status == InDoubt && t.Printed() > e.doubted {
			e.Status = Announced
		}
	case Held:
		if e.Outcome == nil && !over(e.Status) {
			e.Status, e.Outcome = Held, &t.Evidence
		}
	case Moved:
		if w.thatDay(t) {
			from, to = "", ""
		}
		e.move(t, from, to)
	case Cancelled, Denied, InDoubt:
		if e.Status == status || over(e.Status) || e.Outcome != nil || status == InDoubt && e.Status == Moved {
			return
		}
		e.Status, e.doubted = status, t.Printed()
		e.Changes = append(e.Changes, Change{t.Evidence, status, e.From, e.From, e.To})
	}
}

// move takes in that it was put off: to another day, or, when the day named is
// the one it had, to one that is not named.
func (e *Entry) move(t *Telling, from, to string) {
	if over(e.Status) || e.Outcome != nil {
		return
	}
	if from == e.From && from != "" && to > e.To { // "from the 14th to the 21st"
		from = to
	}
	if overlap(from, to, e.From, e.To) || from != "" && from < e.From {
		from, to = "", ""
	}
	if e.Status == Moved && from == "" { // told already
		return
	}
	e.Changes = append(e.Changes, Change{t.Evidence, Moved, e.From, from, to})
	e.Status = Moved
	if from != "" {
		e.From, e.To = from, to
	}
}

// thatDay tells whether the day of a telling is likely that on which something was
// put off or called off, not that for which it was: "was postponed on Thursday".
func (w World) thatDay(t *Telling) bool {
	from, printed := day(t.From), t.Printed()
	return from > printed && from <= after(printed, 7) && w.Sentence != nil && !towards.MatchString(w.words(t.Evidence))
}

// towards is how the day is told to which something is put off.
var towards = regexp.MustCompile(`(?i)\b(?:to|until|till|for)(?: \S+){0,2} (?:[a-z]+day\b|[a-z]+ \d|\d|tomorrow)`)

// over tells statuses after which nothing more is to come.
func over(s Status) bool { return s == Cancelled || s == Denied }
