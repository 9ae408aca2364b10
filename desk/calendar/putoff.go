package calendar

import (
	"regexp"

	"coranto"
)

// What is said of an appointment that did not take place on its day.
var (
	putOff    = regexp.MustCompile(`(?i)\b(?:put off|postponed|delayed|deferred|rescheduled|pushed back|moved)\b|\b(?:convened|scheduled|planned|called|set|due) (?:for|on)\b.*\bwill (?:now )?(?:be held|take place)\b`)
	calledOff = regexp.MustCompile(`(?i)\b(?:called off|cancelled|canceled|scrapped)\b`)
	perhaps   = regexp.MustCompile(`(?i)\b(?:not|never|no|if|unless|may|might|could|would|should|threatened|asked|urged|denied)\b`)
)

// Reread looks for a sentence that names an entry's day and says that it was put
// off or called off then, in articles that name all who were to take part. It
// settles entries whose tellings did not say so themselves, by the article that
// was printed first.
func (w World) Reread(e *Entry, read []Reading) {
	parties := named(e.Who)
	if over(e.Status) || e.Status == Moved || e.Outcome != nil || e.From == "" || e.From != e.To || bonds[e.What].nouns != "" || len(parties) < 2 {
		return
	}
	var found *Change
	for i := range read {
		r := &read[i]
		printed := day(r.Head.Published)
		if printed < e.First.Printed() || r.names(parties) < len(parties) || found != nil && found.Printed() <= printed {
			continue
		}
		for n, s := range r.Sentences {
			if c, ok := e.off(r, s, n+1); ok {
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

// off reads a sentence for that the appointment is put off or called off.
func (e *Entry) off(r *Reading, s coranto.Span, n int) (Change, bool) {
	words := s.In(r.Text)
	named, other := daysIn(r.Article, s, e.From)
	if !named || len(words) > 600 {
		return Change{}, false
	}
	off, gone := putOff.MatchString(words), calledOff.MatchString(words)
	if off == gone || perhaps.MatchString(words) {
		return Change{}, false
	}
	c := Change{Evidence{r.Head, r.Story, s, n}, Cancelled, e.From, e.From, e.To}
	if off {
		c.Status, c.From, c.To = Moved, other, other
	}
	return c, true
}

// daysIn tells whether a sentence names a day, and the one later day that it
// names besides, "" when there is none or more than one.
func daysIn(a *coranto.Article, s coranto.Span, want string) (named bool, other string) {
	others := 0
	for _, t := range a.Times {
		d := day(t.Value)
		switch {
		case !s.Contains(coranto.Span{Start: t.Start, End: t.End}) || len(d) < len(want):
		case d == want:
			named = true
		case d > want && d != other:
			other = d
			others++
		}
	}
	if others > 1 {
		other = ""
	}
	return named, other
}

// Adrift tells whether an entry was put off to a day that is not known.
func (e *Entry) Adrift() bool { return e.Status == Moved && e.lastMove().From == "" }

// strayed is how many days after its old day an appointment without a new one is
// recognised when it is held.
const strayed = 31
