package edition

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	"coranto"
	"coranto/archive"
)

// How much of an entity its page takes in: the articles that named it last, and
// what they say.
const (
	namingShown    = 300
	entityStories  = 20
	entitySaid     = 30
	entityFigures  = 12
	entityLookback = 90 // days before the newest article that names it
)

// Entity is a person, body, state or place as the desk's articles know it, and
// what is new of it.
type Entity struct {
	ID, Name, Kind string
	Also           []string // other words that articles name it by
	Offices        []string // as articles give them, the newest first
	Articles       int      // that name it; namingShown stands for as many or more
	Since          Stamp    // what is marked as new came in after; not Known: nothing is
	New            int      // lines marked as new
	Said           []EntityLine
	Deeds          []EntityLine // events
	ToCome         []Appointment
	Figures        []EntityLine
	Stories        []EntityStory
}

// EntityLine is something that an article says of an entity.
type EntityLine struct {
	Line
	Label    string // of an event: its verb
	Reported bool
	When     Stamp
	Press    string
	New      bool
}

// EntityStory is a story that names it, with how many of its articles do.
type EntityStory struct {
	Href, Headline, Language string
	When                     Stamp
	Articles                 int
	New                      bool
}

func entityHref(id string) string { return "/entities/" + url.PathEscape(id) }

// Entity returns what the newest articles that name an entity say of it. What
// came in after since is marked as new; the zero time marks nothing. NotFound
// when no article names it.
func (e *Edition) Entity(ctx context.Context, id string, since time.Time) (*Entity, error) {
	hits, err := e.archive.Naming(ctx, id, namingShown)
	if err != nil {
		return nil, err
	}
	if len(hits) == 0 {
		return nil, coranto.Errorf(coranto.NotFound, "open", id, "search for the name", "no article names it")
	}
	c := e.newClerk()
	view := &Entity{ID: id, Articles: len(hits)}
	if !since.IsZero() {
		view.Since = At(since, e.now())
	}
	if err := c.introduce(ctx, view, hits); err != nil {
		return nil, err
	}
	view.Stories = e.entityStories(hits, since)
	if err := c.entityLines(ctx, view, hits, since); err != nil {
		return nil, err
	}
	entries, err := e.Entries(ctx, CalendarQuery{Words: view.Name})
	if err != nil {
		return nil, err
	}
	for _, x := range entries {
		if !slices.Contains(x.Who, view.Name) && x.Where != view.Name {
			continue
		}
		a, err := c.appointment(ctx, x)
		if err != nil {
			return nil, err
		}
		view.ToCome = append(view.ToCome, a)
	}
	for _, list := range [][]EntityLine{view.Said, view.Deeds, view.Figures} {
		for _, l := range list {
			if l.New {
				view.New++
			}
		}
	}
	for _, s := range view.Stories {
		if s.New {
			view.New++
		}
	}
	return view, nil
}

// introduce says who or what an entity is, by the newest articles that name it.
func (c *clerk) introduce(ctx context.Context, view *Entity, hits []archive.Hit) error {
	for _, h := range hits[:min(len(hits), 10)] {
		k, err := c.open(ctx, h.Head.ID)
		if err != nil {
			return err
		}
		for _, n := range k.Article.Entities {
			if n.ID() != view.ID {
				continue
			}
			view.Name, view.Kind = n.Name, entityWords[n.Type]
			for _, m := range n.Mentions {
				if words := tidy(m.In(k.Article.Text)); words != n.Name && !slices.Contains(view.Also, words) {
					view.Also = append(view.Also, words)
				}
			}
		}
		for _, s := range k.Article.Statements {
			if s.Sure() && s.Speaker == view.Name && s.Role != "" && !slices.ContainsFunc(view.Offices, func(o string) bool { return strings.EqualFold(o, s.Role) }) {
				view.Offices = append(view.Offices, s.Role)
			}
		}
	}
	return nil
}

func (e *Edition) entityStories(hits []archive.Hit, since time.Time) []EntityStory {
	var list []EntityStory
	at := map[string]int{}
	for _, h := range hits {
		i, known := at[h.Story]
		if !known {
			i = len(list)
			at[h.Story] = i
			list = append(list, EntityStory{
				Href: storyHref(h.Story), Headline: firstOf(h.Head.Headline, "(no headline)"), Language: h.Head.Language,
				When: When(h.Head.Published, h.Head.Until, h.Head.Basis, e.now()),
			})
		}
		list[i].Articles++
		list[i].New = list[i].New || !since.IsZero() && h.Head.Accepted.After(since)
	}
	slices.SortStableFunc(list, func(a, b EntityStory) int { return strings.Compare(b.When.Machine, a.When.Machine) })
	return list[:min(len(list), entityStories)]
}

// entityLines fills in what is said by and of an entity of late, the newest
// first.
func (c *clerk) entityLines(ctx context.Context, view *Entity, hits []archive.Hit, since time.Time) error {
	newest := ""
	for _, h := range hits {
		newest = max(newest, day(h.Head.Published))
	}
	for _, list := range []struct {
		kind  archive.FindingKind
		into  *[]EntityLine
		limit int
	}{
		{archive.StatementFound, &view.Said, entitySaid},
		{archive.EventFound, &view.Deeds, entitySaid},
		{archive.FigureFound, &view.Figures, entityFigures},
	} {
		found, err := c.edition.archive.Findings(ctx, archive.FindingQuery{
			Kind: list.kind, Subject: view.Name, Since: dayAfter(newest, -entityLookback), MinConfidence: coranto.SureAt,
		})
		if err != nil {
			return err
		}
		seen := map[string]bool{}
		for _, f := range slices.Backward(found) {
			if len(*list.into) == list.limit {
				break
			}
			line, err := c.entityLine(ctx, f, since)
			if err != nil {
				return err
			}
			if key := sameWords(line.Text); line.Text != "" && !seen[key] {
				seen[key] = true
				*list.into = append(*list.into, line)
			}
		}
	}
	return nil
}

// entityLine is a finding in its article's words; empty when it is a copy's.
func (c *clerk) entityLine(ctx context.Context, f archive.Finding, since time.Time) (EntityLine, error) {
	if f.Article.WireOf != "" {
		return EntityLine{}, nil
	}
	k, err := c.open(ctx, f.Article.ID)
	if err != nil {
		return EntityLine{}, err
	}
	a := &k.Article
	line := EntityLine{
		Line:  Line{Text: sentence(a, f.Start), Language: a.Language, Marks: []Mark{c.at(k, f.Start)}},
		When:  When(firstOf(f.From, f.Article.Published), firstOf(f.To, f.From, f.Article.Published), "", c.edition.now()),
		Press: c.edition.headPress(f.Article).Name, New: !since.IsZero() && f.Article.Accepted.After(since),
	}
	switch f.Kind {
	case archive.StatementFound:
		i := slices.IndexFunc(a.Statements, func(s coranto.Statement) bool { return s.Start == f.Start && s.End == f.End })
		if i >= 0 {
			line.Text, line.Reported = quoted(a, &a.Statements[i]), a.Statements[i].Mode != coranto.Direct
		}
	case archive.EventFound:
		line.Label = strings.ToLower(f.Type)
	case archive.FigureFound:
		line.Label = figureLabel(&coranto.Figure{What: f.Type, Value: f.Value, Max: f.Max, Bound: f.Status, Unit: f.Unit})
	}
	return line, nil
}
