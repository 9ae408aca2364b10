package calendar

import (
	"regexp"
	"slices"
	"strings"

	"coranto"
)

// What is said of an appointment that did not take place on its day.
var (
	putOff    = regexp.MustCompile(`(?i)\b(?:put off|postponed|delayed|deferred|rescheduled|pushed back|moved)\b|\b(?:convened|scheduled|planned|called|set|due) (?:for|on)\b.*\bwill (?:now )?(?:be held|take place)\b`)
	calledOff = regexp.MustCompile(`(?i)\b(?:called off|cancelled|canceled|scrapped|pulled out of|withdrew from|backed out of|boycotted|walked away from|(?:will|would) not (?:take place|be held|go ahead|happen)|fell through|(?:failed to|did not|never) (?:turn|show) up|stayed away from|(?:is|are|was|were) off)\b`)
	perhaps   = regexp.MustCompile(`(?i)\b(?:not|never|no|if|unless|may|might|could|would|should|threatened|asked|urged|denied|earlier|previously)\b`)
)

// hints are in every sentence that says so; most sentences have none.
var hints = []string{" off", "ostpone", "elayed", "eferred", "escheduled", "ushed back", "oved", "ancel", "crapped", "ulled", "ithdrew", "acked out", "oycott", "alked away", " will ", " would not ", "fell through", " up", "tayed away"}

// near is how many bytes at most lie between the words that put something off and
// what is put off.
const near = 60

// reread looks for a sentence that says that an entry was put off or called off:
// that names its day, in an article that names all who were to take part, or
// names them and what was to be. It settles entries whose tellings did not say so
// themselves, by the article that was printed first.
func (w World) reread(e *Entry, read []*Reading) {
	if e.Status == Moved || e.From != e.To {
		return
	}
	d := deedOf(e.What, w.words(e.First))
	parties := named(e.Who)
	var found *Change
	for _, r := range read {
		printed := day(r.Head.Published)
		if printed < e.First.Printed() || printed > after(e.To, heardWithin) || found != nil && found.Printed() <= printed {
			continue
		}
		whole := len(parties) >= 2 && r.names(parties) == len(parties)
		for n, s := range r.Sentences {
			if c, ok := w.off(e, d, r, s, n+1, whole); ok {
				found = &c
				break
			}
		}
	}
	if found == nil {
		return
	}
	e.Status, e.Changes = found.Status, append(e.Changes, *found)
	if found.Status == Moved && found.From != "" {
		e.From, e.To = found.From, found.To
	}
}

// off reads a sentence for that the appointment is put off or called off. Whole
// tells that its article names all who were to take part.
func (w World) off(e *Entry, d *signs, r *Reading, s coranto.Span, n int, whole bool) (Change, bool) {
	words := s.In(r.Text)
	if len(words) > longest || !slices.ContainsFunc(hints, func(h string) bool { return strings.Contains(words, h) }) {
		return Change{}, false
	}
	off, gone := putOff.FindStringIndex(words), calledOff.FindStringIndex(words)
	if (off == nil) == (gone == nil) {
		return Change{}, false
	}
	at := off
	if gone != nil {
		at = gone
	}
	if perhaps.MatchString(words[:at[0]]) || perhaps.MatchString(words[at[1]:]) {
		return Change{}, false
	}
	named, later, others := daysIn(r, s, e.From)
	if !w.theirs(e, r, s, at[0]) || !(whole && named) && !(others == 0 && d != nil && r.Head.Published < after(e.To, 2) && w.itself(e, d, r, s, at)) {
		return Change{}, false
	}
	c := Change{Evidence{r.Head, r.Story, s, n}, Cancelled, e.From, e.From, e.To}
	if gone == nil {
		c.Status, c.From, c.To = Moved, later, later
	}
	return c, true
}

// theirs tells whether nobody else is named before the words that put something
// off, at a place in the sentence.
func (w World) theirs(e *Entry, r *Reading, s coranto.Span, at int) bool {
	left := slices.DeleteFunc(slices.Clone(r.named(coranto.Span{Start: s.Start, End: s.Start + at})), func(m mark) bool { return m.kind == coranto.Place })
	if len(left) == 0 {
		return !pronoun.MatchString(s.In(r.Text))
	}
	return w.party(e.Who, left[len(left)-1].name)
}

var pronoun = regexp.MustCompile(`^(?:He|She|They)\b`)

// itself tells whether a sentence names, next to the words that put something
// off, what was to be and who was to take part in it or where it was to lead.
func (w World) itself(e *Entry, d *signs, r *Reading, s coranto.Span, at []int) bool {
	words := s.In(r.Text)
	what := d.noun.FindAllStringIndex(words, -1)
	if !slices.ContainsFunc(what, func(m []int) bool { return max(m[0]-at[1], at[0]-m[1]) <= near }) {
		return false
	}
	parties := named(e.Who)
	n := w.cover(e, parties, r, s)
	if d.who == together && len(parties) >= 2 {
		return n >= 2
	}
	verb := coranto.Span{Start: s.Start + at[0], End: s.Start + at[1]}
	return n > 0 && e.Where != "" && nearest(r, s, verb, func(m mark) bool {
		return w.party(parties, m.name) && (m.Start < verb.Start || !strings.ContainsAny(r.Text[verb.End:max(verb.End, m.Start)], ",;"))
	}) && slices.ContainsFunc(r.named(s), func(m mark) bool { return w.samePlace(e.Where, m.name) })
}

var onward = regexp.MustCompile(`(?i)\b(?:to|until|till|for)(?: \S+){0,2} $`)

// daysIn tells whether a sentence names a day, the one later day that it names
// besides, "" when there is none or more than one, and how many days it names
// that are neither that day nor the one on which this was said.
func daysIn(r *Reading, s coranto.Span, want string) (named bool, later string, others int) {
	printed := day(r.Head.Published)
	several := 0
	for _, t := range r.Times {
		d := day(t.Value)
		if !s.Contains(coranto.Span{Start: t.Start, End: t.End}) || d == "" {
			continue
		}
		if weekday(coranto.Span{Start: t.Start, End: t.End}.In(r.Text)) && d != want {
			switch ahead := onward.MatchString(r.Text[s.Start:t.Start]); {
			case !ahead && d > printed && after(d, -7) <= printed: // "was put off on Thursday"
				d = after(d, -7)
			case ahead && d < printed && after(d, 7) >= printed: // "scrapped a visit set for Thursday"
				d = after(d, 7)
			}
		}
		switch {
		case d == want:
			named = true
		case d > want && d != later:
			later = d
			several++
		case d < want && (d > printed || d < after(printed, -7)):
			others++
		}
	}
	if several > 1 {
		later = ""
	}
	return named, later, others
}

// Adrift tells whether an entry was put off to a day that is not known.
func (e *Entry) Adrift() bool { return e.Status == Moved && e.lastMove().From == "" }

// strayed is how many days after its old day an appointment without a new one is
// recognised when it is held.
const strayed = 31
