package calendar

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// patience is how many days apart two articles may be printed that speak of one
// appointment without naming its day.
const patience = 14

// families are the kinds that papers use for one another.
var families = map[string]string{"meeting": "meeting", "talks": "meeting", "summit": "meeting", "conference": "meeting"}

func family(what string) string {
	if f := families[what]; f != "" {
		return f
	}
	return what
}

// fit tells how well a telling fits an entry, 0 for not at all: by kind, by who
// takes part, by day and by place.
func (w World) fit(e *Entry, t *Telling) int {
	shared := w.shared(named(e.Who), named(t.Who))
	alone := len(named(e.Who)) < 2 || len(named(t.Who)) < 2
	exactly := e.From != "" && day(t.From) == e.From && day(t.To) == e.To && e.From == e.To
	sameKind := family(e.What) == family(t.What)
	samePlace := w.samePlace(e.Where, t.Where)
	switch {
	case shared == 0:
		return 0
	case !sameKind && !(exactly && (samePlace || shared >= 2) && occasion(e.What) && occasion(t.What)):
		return 0
	case alone && e.Where != "" && t.Where != "" && !samePlace:
		return 0
	case alone && !exactly && !(samePlace && e.What == t.What) && !(e.What == "vote" && t.What == "vote" && encloses(e, t)):
		return 0
	case !alone && shared < 2:
		return 0
	case !w.sameTime(e, t), !exactly && w.anew(t.Evidence) && !w.anew(e.First), alone && e.What == "vote" && !w.sameVote(e, t):
		return 0
	}
	n := 2 * shared
	if exactly {
		n++
	}
	return n
}

// sameVote tells whether a telling of a vote is of an entry's: a body holds several
// on one day, of which the words tell.
func (w World) sameVote(e *Entry, t *Telling) bool {
	d := deedOf("vote", w.words(e.First))
	if w.Sentence == nil || d == nil || !d.matter {
		return true
	}
	about := func(at Evidence) []string { return append(e.matter(at.Article.Headline), e.matter(w.words(at))...) }
	return slices.ContainsFunc(e.Told, func(told Evidence) bool { return alike(about(told), about(t.Evidence)) > 0 })
}

// encloses tells whether of the days of an entry and a telling the ones lie among
// the others: "next week" and "on 7 June".
func encloses(e *Entry, t *Telling) bool {
	from, to := day(t.From), day(cmp.Or(t.To, t.From))
	return from != "" && e.From != "" && (from <= e.From && e.To <= to || e.From <= from && to <= e.To)
}

// anew tells whether a telling says that it is of one more: they are to meet
// again, or besides.
func (w World) anew(at Evidence) bool {
	return again.MatchString(w.words(at))
}

var again = regexp.MustCompile(`(?i)\b(?:meet|talk|speak|convene|gather|visit|met) again\b|\b(?:another|separate|second|further|follow-up|next|new) (?:round of )?(?:[\w-]+ )?(?:meeting|talks|summit|call|visit|session|negotiations|vote)\b|\b(?:meet|talk) separately\b`)

// occasion tells the kinds at which people come together.
func occasion(what string) bool {
	switch family(what) {
	case "meeting", "visit", "ceremony":
		return true
	}
	return false
}

// sameTime tells whether a telling may speak of the day that an entry has.
func (w World) sameTime(e *Entry, t *Telling) bool {
	from, to, printed := day(t.From), day(t.To), t.Printed()
	if to == "" {
		to = from
	}
	near := printed != "" && days(e.Told[len(e.Told)-1].Printed(), printed) <= patience
	switch {
	case overlap(from, to, e.From, e.To):
		return true
	case t.Status == "postponed":
		return near && printed <= e.To
	case e.Status == Moved && e.lastMove().From == "": // its new day is told now
		return near && from > e.From
	case from == "":
		return near && (e.To == "" || printed <= e.To)
	case e.From == "":
		return near && from >= printed
	case w.moves(e, t):
		return true
	default:
		return slices.ContainsFunc(e.Changes, func(c Change) bool { return c.Status == Moved && c.Was != "" && overlap(from, to, c.Was, c.Was) })
	}
}

// lastMove returns the last change of day.
func (e *Entry) lastMove() Change {
	for _, c := range slices.Backward(e.Changes) {
		if c.Status == Moved {
			return c
		}
	}
	return Change{}
}

// named returns those of a list that are names: what is described only ("foreign
// ministers") may be anybody. Scripts without capitals have names all the same.
func named(who []string) []string {
	var list []string
	for _, w := range who {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLower(r) && w != "" && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

// shared counts those who take part in both: themselves, or a person and the
// state that the person acts for, each once.
func (w World) shared(a, b []string) int {
	same := func(x, y string) bool { return x == y || w.stateOf(x) == y || w.stateOf(y) == x }
	in := func(a, b []string) (n int) {
		for _, x := range a {
			if slices.ContainsFunc(b, func(y string) bool { return same(x, y) }) {
				n++
			}
		}
		return n
	}
	return min(in(a, b), in(b, a))
}

// samePlace tells whether two places are one, or one lies in the other.
func (w World) samePlace(a, b string) bool {
	return a != "" && b != "" && (a == b || w.stateOf(a) == b || w.stateOf(b) == a)
}

func (w World) stateOf(name string) string {
	if w.StateOf == nil {
		return ""
	}
	return w.StateOf(name)
}

// moves tells whether a telling that names another day says so of this very
// appointment: its sentence names the day that it had, too.
func (w World) moves(e *Entry, t *Telling) bool {
	printed := t.Printed()
	if w.Days == nil || printed == "" || printed > e.To || e.From != e.To || day(t.From) == "" || t.Status != "announced" {
		return false
	}
	return slices.Contains(w.Days(t.Evidence), e.From)
}

// overlap tells whether two intervals of days have one in common; those without
// a day have none.
func overlap(from, to, otherFrom, otherTo string) bool {
	return from != "" && otherFrom != "" && from <= otherTo && otherFrom <= to
}

// day is the day of a date or moment, "" when it names none.
func day(date string) string {
	d := date[:min(len(date), len(time.DateOnly))]
	if _, err := time.Parse(time.DateOnly, d); err != nil {
		return ""
	}
	return d
}

// days is how many days lie between two, however they stand; a lot when either is
// no day.
func days(a, b string) int {
	x, err := time.Parse(time.DateOnly, a)
	if err != nil {
		return 1 << 20
	}
	y, err := time.Parse(time.DateOnly, b)
	if err != nil {
		return 1 << 20
	}
	return int(y.Sub(x).Abs().Hours() / 24)
}

// after returns the day so many days later.
func after(date string, n int) string {
	t, err := time.Parse(time.DateOnly, day(date))
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}

// contains tells whether a text has a name as whole words: Niger is not in
// Nigeria.
func contains(text, name string) bool {
	for at := 0; name != ""; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		after, _ := utf8.DecodeRuneInString(text[at+i+len(name):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		at += i + len(name)
	}
	return false
}
