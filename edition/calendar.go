package edition

import (
	"cmp"
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
	entries := those(e.world(ctx).Of(tellings(found)), within(dayAfter(since, -back)))
	if err := e.settle(ctx, entries); err != nil {
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
	for _, x := range e.world(ctx).Of(tellings(all)) {
		if x.From != "" && slices.ContainsFunc(x.Told, func(t calendar.Evidence) bool { return t.Story == storyID }) {
			entries = append(entries, x)
		}
	}
	return entries, e.settle(ctx, entries)
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

// settle looks for what became of entries whose day has come: among the events of
// those who take part, then in the words of what was printed since.
func (e *Edition) settle(ctx context.Context, entries []*calendar.Entry) error {
	today := e.now().Format(time.DateOnly)
	c, world := e.newClerk(), e.world(ctx)
	soon := dayAfter(today, margin)
	for _, x := range entries {
		if x.Outcome != nil || x.From > soon {
			continue
		}
		if x.From > today {
			read, _, err := c.readSince(ctx, x, today)
			if err != nil {
				return err
			}
			world.Reread(x, read)
			continue
		}
		deeds, err := e.deeds(ctx, x)
		if err != nil {
			return err
		}
		world.Settle(x, deeds)
		if x.Outcome != nil || !x.Exact() {
			continue
		}
		read, whole, err := c.readSince(ctx, x, min(today, dayAfter(x.To, heardWithin)))
		if err != nil {
			return err
		}
		if world.Reread(x, read); x.Status == calendar.Moved {
			if deeds, err = e.deeds(ctx, x); err != nil {
				return err
			}
			world.Settle(x, deeds)
		}
		world.Search(x, read, whole, today)
	}
	return nil
}

// world is what the calendar asks of names and of the articles' words.
func (e *Edition) world(ctx context.Context) calendar.World {
	c := e.newClerk()
	return calendar.World{
		StateOf: func(name string) string {
			if e.names == nil {
				return ""
			}
			return e.names.StateOf(name)
		},
		Days: func(at calendar.Evidence) []string {
			k, err := c.open(ctx, at.Article.ID)
			if err != nil {
				return nil // it is not known, then, that the day was moved
			}
			return daysNamed(&k.Article, at.Sentence)
		},
		Sentence: func(at calendar.Evidence) (string, int) {
			k, err := c.open(ctx, at.Article.ID)
			if err != nil || at.Sentence < 1 || at.Sentence > len(k.Article.Sentences) {
				return "", 0
			}
			s := k.Article.Sentences[at.Sentence-1]
			return s.In(k.Article.Text), max(0, min(at.At.Start-s.Start, s.Len()))
		},
	}
}

// daysNamed are the days that a sentence names, from 1.
func daysNamed(a *coranto.Article, n int) []string {
	if n < 1 || n > len(a.Sentences) {
		return nil
	}
	var list []string
	for _, t := range a.Times {
		if a.Sentences[n-1].Contains(coranto.Span{Start: t.Start, End: t.End}) && len(t.Value) >= len(time.DateOnly) {
			list = append(list, day(t.Value))
		}
	}
	return list
}

// deeds are the events around an entry's day of those who take part.
func (e *Edition) deeds(ctx context.Context, x *calendar.Entry) ([]calendar.Deed, error) {
	until := dayAfter(x.To, 1)
	if x.Adrift() {
		until = dayAfter(x.To, margin)
	}
	var list []calendar.Deed
	for _, who := range x.Who[:min(len(x.Who), 3)] {
		found, err := e.archive.Findings(ctx, archive.FindingQuery{
			Kind: archive.EventFound, Subject: who, Since: x.From, Until: until, Limit: 500,
		})
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			list = append(list, calendar.Deed{Evidence: evidence(f), Event: coranto.Event{
				Type: f.Type, Actors: f.Subjects[:f.Actors], Targets: f.Subjects[f.Actors:], From: f.From, To: f.To, Where: f.Where,
				Modality: f.Status, Start: f.Start, End: f.End, Confidence: f.Confidence,
			}})
		}
	}
	return list, nil
}

// clerk opens articles, each once a page, and knows whom it asked after.
type clerk struct {
	*marks
	kept   map[string]*archive.Kept
	naming map[string][]archive.Hit
}

func (e *Edition) newClerk() *clerk {
	return &clerk{e.newMarks(), map[string]*archive.Kept{}, map[string][]archive.Hit{}}
}

func (c *clerk) open(ctx context.Context, id string) (*archive.Kept, error) {
	if k := c.kept[id]; k != nil {
		return k, nil
	}
	k, err := c.edition.archive.Article(ctx, id, 0)
	if err != nil {
		return nil, err
	}
	c.kept[id] = &k
	return &k, nil
}

// How many articles are read for what became of one entry, how many are looked
// at of each name, and how many days after it they are printed at most.
const (
	mostRead    = 40
	mostNaming  = 1000
	heardWithin = 60
)

// readSince returns articles that were printed from the announcement on and name
// one who was to take part, or its state: those from the entry's day on first.
// Whole tells that every article since that day which names two of them is among
// these.
func (c *clerk) readSince(ctx context.Context, x *calendar.Entry, today string) (list []calendar.Reading, whole bool, err error) {
	var hits []archive.Hit
	seen := map[string]int{} // how many of the names an article has
	whole = true
	for _, name := range append(slices.Clone(x.Who), x.Where) {
		for k, ids := range [][]string{entityIDs(name), entityIDs(c.stateOf(name))} {
			for _, id := range ids {
				found, err := c.whoNames(ctx, id)
				if err != nil {
					return nil, false, err
				}
				whole = whole && (k > 0 || reaches(found, x.From))
				for _, h := range found {
					printed := day(h.Head.Published)
					if printed < x.First.Printed() || printed > today || printed == "" {
						continue
					}
					if seen[h.Head.ID]++; seen[h.Head.ID] == 1 {
						hits = append(hits, h)
					}
				}
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b archive.Hit) int {
		if a, b := day(a.Head.Published) < x.From, day(b.Head.Published) < x.From; a != b {
			return map[bool]int{true: 1, false: -1}[a]
		}
		return cmp.Or(cmp.Compare(seen[b.Head.ID], seen[a.Head.ID]), strings.Compare(a.Head.Published+a.Head.ID, b.Head.Published+b.Head.ID))
	})
	for _, h := range hits[:min(len(hits), mostRead)] {
		k, err := c.open(ctx, h.Head.ID)
		if err != nil {
			return nil, false, err
		}
		list = append(list, calendar.Reading{Head: h.Head, Story: h.Story, Article: &k.Article})
	}
	return list, whole, nil
}

// reaches tells whether a list of the last that were filed goes back to a day.
func reaches(found []archive.Hit, since string) bool {
	return len(found) < mostNaming || slices.ContainsFunc(found, func(h archive.Hit) bool { return h.Head.Published != "" && day(h.Head.Published) < since })
}

// whoNames are the articles that name somebody, the last filed first.
func (c *clerk) whoNames(ctx context.Context, id string) ([]archive.Hit, error) {
	found, asked := c.naming[id]
	if asked {
		return found, nil
	}
	found, err := c.edition.archive.Naming(ctx, id, mostNaming)
	c.naming[id] = found
	return found, err
}

func (c *clerk) stateOf(name string) string {
	if c.edition.names == nil {
		return ""
	}
	return c.edition.names.StateOf(name)
}

// entityIDs are the identifiers under which somebody, a state, a body or a place
// of a name may be found.
func entityIDs(name string) []string {
	if name == "" {
		return nil
	}
	var ids []string
	for _, kind := range []coranto.EntityType{coranto.Person, coranto.State, coranto.Organisation, coranto.Place} {
		ids = append(ids, coranto.Entity{Name: name, Type: kind}.ID())
	}
	return ids
}

// dayAfter returns the day so many days after another, "" when that is none.
func dayAfter(date string, n int) string {
	t, err := time.Parse(time.DateOnly, day(date))
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}
