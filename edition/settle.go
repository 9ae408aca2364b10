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

// settle looks for what became of entries in what was printed since they were
// announced.
func (c *clerk) settle(ctx context.Context, entries []*calendar.Entry) error {
	today := c.edition.now().Format(time.DateOnly)
	world := c.world(ctx)
	soon := dayAfter(today, margin)
	for _, x := range entries {
		if x.Outcome != nil || x.From > soon {
			continue
		}
		read, whole, err := c.readSince(ctx, x, min(today, dayAfter(x.To, heardWithin)))
		if err != nil {
			return err
		}
		world.Settle(x, read, whole, today)
	}
	return nil
}

// world is what the calendar asks of names and of the articles' words.
func (c *clerk) world(ctx context.Context) calendar.World {
	return calendar.World{
		StateOf: c.stateOf,
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

// clerk opens articles, each once a page, and knows whom it asked after.
type clerk struct {
	*marks
	kept     map[string]*archive.Kept
	readings map[string]*calendar.Reading
	naming   map[string][]printedHit
}

// printedHit is an article that names somebody, and the day on which it was printed.
type printedHit struct {
	archive.Hit
	printed string
}

func (e *Edition) newClerk() *clerk {
	return &clerk{e.newMarks(), map[string]*archive.Kept{}, map[string]*calendar.Reading{}, map[string][]printedHit{}}
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
func (c *clerk) readSince(ctx context.Context, x *calendar.Entry, today string) (list []*calendar.Reading, whole bool, err error) {
	type found struct {
		printedHit
		names int // of those that are looked for; a state that stands for one counts half
	}
	var hits []*found
	seen := map[string]*found{}
	whole = true
	for _, name := range append(slices.Clone(x.Who), x.Where) {
		for k, ids := range [][]string{entityIDs(name), entityIDs(c.stateOf(name))} {
			for _, id := range ids {
				all, err := c.whoNames(ctx, id)
				if err != nil {
					return nil, false, err
				}
				whole = whole && (k > 0 || reaches(all, x.From))
				for _, h := range all {
					if f := seen[h.Head.ID]; f != nil {
						f.names += 2 - k
						continue
					}
					f := &found{h, 2 - k}
					seen[h.Head.ID] = f
					if f.printed != "" && f.printed >= x.First.Printed() && f.printed <= today {
						hits = append(hits, f)
					}
				}
			}
		}
	}
	slices.SortFunc(hits, func(a, b *found) int {
		if early := a.printed < x.From; early != (b.printed < x.From) {
			return map[bool]int{true: 1, false: -1}[early]
		}
		return cmp.Or(cmp.Compare(b.names, a.names), strings.Compare(a.Head.Published, b.Head.Published), strings.Compare(a.Head.ID, b.Head.ID))
	})
	for _, h := range hits[:min(len(hits), mostRead)] {
		r := c.readings[h.Head.ID]
		if r == nil {
			k, err := c.open(ctx, h.Head.ID)
			if err != nil {
				return nil, false, err
			}
			r = &calendar.Reading{Head: h.Head, Story: h.Story, Article: &k.Article}
			c.readings[h.Head.ID] = r
		}
		list = append(list, r)
	}
	return list, whole, nil
}

// reaches tells whether a list of the last that were filed goes back to a day.
func reaches(all []printedHit, since string) bool {
	return len(all) < mostNaming || slices.ContainsFunc(all, func(h printedHit) bool { return h.printed != "" && h.printed < since })
}

// whoNames are the articles that name somebody, the last filed first.
func (c *clerk) whoNames(ctx context.Context, id string) ([]printedHit, error) {
	if all, asked := c.naming[id]; asked {
		return all, nil
	}
	hits, err := c.edition.archive.Naming(ctx, id, mostNaming)
	var all []printedHit
	for _, h := range hits {
		all = append(all, printedHit{h, day(h.Head.Published)})
	}
	c.naming[id] = all
	return all, err
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
