package edition

import (
	"context"
	"slices"
	"strings"
	"time"

	"coranto"
	"coranto/archive"
	"coranto/desk/calendar"
)

// CalendarQuery selects appointments. Zero values select from two weeks ago
// onward.
type CalendarQuery struct {
	Words        string // all of them in who, whose state, what, where or what became of it
	Since, Until string // days
}

// Calendar is what is to come, and what became of what was.
type Calendar struct {
	Query  CalendarQuery
	Week   []Appointment // today and the six days that follow
	Later  []Appointment
	Past   []Appointment // the last day first
	Filter bool          // whether words or days were asked for
}

// Appointment is an entry of the calendar with its evidence.
type Appointment struct {
	Coming
	ID       string
	Entry    *calendar.Entry
	By       Press // who announced it first
	Said     Stamp // when
	Line     Line  // in whose words
	Changes  []Turn
	Outcome  *Turn
	Untold   bool   // its day is past, and no article tells what became of it
	Silence  string // what was searched when nothing was heard
	Searched []Told // those texts
	Story    string // address of the story that announced it
	Others   int    // articles that tell it besides the first
}

// Turn is a word that altered an appointment, or that says what became of it.
type Turn struct {
	Text  string // "moved from 14 Oct to 21 Oct", "held"
	Press Press
	When  Stamp
	Line  Line
	Story string // address
}

// How far the calendar looks unasked, and how much it takes in at once.
const (
	pastDays     = 14
	margin       = 45 // around what was asked for, for the words that moved something into it
	mostTellings = 20_000
	mostShown    = 300
)

// Calendar returns the appointments that a query selects.
func (e *Edition) Calendar(ctx context.Context, q CalendarQuery) (*Calendar, error) {
	view := &Calendar{Query: q, Filter: q != CalendarQuery{}}
	entries, err := e.Entries(ctx, q)
	if err != nil {
		return nil, err
	}
	today := e.now().Format(time.DateOnly)
	week := e.now().AddDate(0, 0, 6).Format(time.DateOnly)
	var past, ahead []*calendar.Entry
	for _, x := range entries {
		if x.To < today {
			past = append(past, x)
		} else {
			ahead = append(ahead, x)
		}
	}
	slices.Reverse(past)
	c := e.newClerk()
	for _, x := range slices.Concat(ahead[:min(len(ahead), mostShown)], past[:min(len(past), mostShown)]) {
		a, err := c.appointment(ctx, x)
		if err != nil {
			return nil, err
		}
		switch {
		case x.To < today:
			view.Past = append(view.Past, a)
		case x.From <= week:
			view.Week = append(view.Week, a)
		default:
			view.Later = append(view.Later, a)
		}
	}
	return view, nil
}

// Entries returns the calendar's entries that a query selects, by day, each with
// what became of it.
func (e *Edition) Entries(ctx context.Context, q CalendarQuery) ([]*calendar.Entry, error) {
	return e.entries(ctx, q, margin)
}

// entries looks so many days back for what was put off into the days asked for
// without a telling of its own.
func (e *Edition) entries(ctx context.Context, q CalendarQuery, back int) ([]*calendar.Entry, error) {
	since := q.Since
	if since == "" {
		since = e.now().AddDate(0, 0, -pastDays).Format(time.DateOnly)
		if q.Until != "" && q.Until < since {
			since = dayAfter(q.Until, -pastDays)
		}
	}
	ask := archive.FindingQuery{Kind: archive.AppointmentFound, Since: dayAfter(since, -margin), Limit: mostTellings}
	if q.Until != "" {
		ask.Until = dayAfter(q.Until, margin)
	}
	found, err := e.archive.Findings(ctx, ask)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(strings.ToLower(q.Words))
	within := func(since string) func(*calendar.Entry) bool {
		return func(x *calendar.Entry) bool {
			return x.From != "" && x.To >= since && (q.Until == "" || x.From <= q.Until) && e.hasAll(x, words)
		}
	}
	c := e.newClerk()
	entries := those(c.world(ctx).Of(tellings(found)), within(dayAfter(since, -back)))
	if err := c.settle(ctx, entries); err != nil {
		return nil, err
	}
	entries = those(entries, within(since))
	slices.SortStableFunc(entries, func(a, b *calendar.Entry) int { return strings.Compare(a.From, b.From) })
	return entries, nil
}

func those(entries []*calendar.Entry, fit func(*calendar.Entry) bool) []*calendar.Entry {
	return slices.DeleteFunc(entries, func(x *calendar.Entry) bool { return !fit(x) })
}

// hasAll tells whether words are in who, what or where, or in the states that
// these belong to.
func (e *Edition) hasAll(x *calendar.Entry, words []string) bool {
	if len(words) == 0 {
		return true
	}
	said := x.What + " " + string(x.Status)
	for _, name := range append(slices.Clone(x.Who), x.Where) {
		said += " " + name
		if e.names != nil {
			said += " " + e.names.StateOf(name)
		}
	}
	said = strings.ToLower(said)
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(said, w) })
}

// Appointments returns the calendar's entries that articles of a story tell, by
// day, each with what any article says became of it.
func (e *Edition) Appointments(ctx context.Context, storyID string) ([]Appointment, error) {
	entries, err := e.storyEntries(ctx, storyID)
	if err != nil {
		return nil, err
	}
	c := e.newClerk()
	var list []Appointment
	for _, x := range entries {
		a, err := c.appointment(ctx, x)
		if err != nil {
			return nil, err
		}
		list = append(list, a)
	}
	return list, nil
}

func (e *Edition) storyEntries(ctx context.Context, storyID string) ([]*calendar.Entry, error) {
	own, err := e.archive.Findings(ctx, archive.FindingQuery{Kind: archive.AppointmentFound, Story: storyID, Limit: mostTellings})
	if err != nil {
		return nil, err
	}
	var since, until string
	var parties []string
	for _, f := range own {
		if from := day(f.From); from != "" && f.Confidence >= coranto.SureAt {
			if since == "" || from < since {
				since = from
			}
			until = max(until, from)
			for _, who := range f.Subjects {
				if !slices.Contains(parties, who) && len(parties) < 12 {
					parties = append(parties, who)
				}
			}
		}
	}
	all, seen := own, map[findingAt]bool{}
	for _, f := range own {
		seen[at(f)] = true
	}
	for _, who := range parties {
		found, err := e.archive.Findings(ctx, archive.FindingQuery{
			Kind: archive.AppointmentFound, Subject: who, Since: dayAfter(since, -margin), Until: dayAfter(until, margin), Limit: mostTellings / 10,
		})
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			if !seen[at(f)] {
				seen[at(f)] = true
				all = append(all, f)
			}
		}
	}
	var entries []*calendar.Entry
	c := e.newClerk()
	for _, x := range c.world(ctx).Of(tellings(all)) {
		if x.From != "" && slices.ContainsFunc(x.Told, func(t calendar.Evidence) bool { return t.Story == storyID }) {
			entries = append(entries, x)
		}
	}
	return entries, c.settle(ctx, entries)
}

type findingAt struct {
	article string
	start   int
	from    string
}

func at(f archive.Finding) findingAt { return findingAt{f.Article.ID, f.Start, f.From} }

func tellings(found []archive.Finding) []calendar.Telling {
	list := make([]calendar.Telling, len(found))
	for i, f := range found {
		list[i] = calendar.Telling{Evidence: evidence(f), Appointment: coranto.Appointment{
			Who: f.Subjects, What: f.Type, Where: f.Where, From: f.From, To: f.To, Status: f.Status, Start: f.Start, End: f.End, Confidence: f.Confidence,
		}}
	}
	return list
}

func evidence(f archive.Finding) calendar.Evidence {
	return calendar.Evidence{Article: f.Article, Story: f.Story, At: coranto.Span{Start: f.Start, End: f.End}, Sentence: f.Sentence}
}

// dayAfter returns the day so many days after another, "" when that is none.
func dayAfter(date string, n int) string {
	t, err := time.Parse(time.DateOnly, day(date))
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}
