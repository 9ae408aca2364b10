package edition

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"coranto/desk/calendar"
)

// signsOf are the shapes of what becomes of an appointment.
var signsOf = map[calendar.Status]string{
	calendar.Announced: "○", calendar.InDoubt: "◌", calendar.Moved: "◐", calendar.Cancelled: "×", calendar.Denied: "×",
	calendar.Held: "●", calendar.Kept: "●", calendar.Broken: "×", calendar.Lapsed: "◇", calendar.Unheard: "?",
}

// appointment puts an entry with its evidence into words.
func (c *clerk) appointment(ctx context.Context, x *calendar.Entry) (Appointment, error) {
	now := c.edition.now()
	a := Appointment{
		ID: x.ID, Entry: x, Said: When(x.First.Article.Published, "", "", now), By: c.edition.headPress(x.First.Article),
		Others: articlesOf(x.Told) - 1,
	}
	if x.First.Story != "" {
		a.Story = storyHref(x.First.Story)
	}
	a.Coming = c.coming(x)
	var err error
	if a.Line, err = c.line(ctx, x.First); err != nil {
		return a, err
	}
	for _, ch := range x.Changes {
		if ch.At == x.First.At && ch.Article.ID == x.First.Article.ID {
			continue
		}
		told, err := c.change(ctx, ch.Evidence, turnWords(ch, now))
		if err != nil {
			return a, err
		}
		a.Changes = append(a.Changes, told)
	}
	if x.Outcome != nil {
		told, err := c.change(ctx, *x.Outcome, string(x.Status))
		if err != nil {
			return a, err
		}
		a.Outcome = &told
	}
	a.Untold = x.Status == calendar.Announced && x.Due(now.Format(time.DateOnly))
	if s := x.Silence; s != nil {
		a.Silence = fmt.Sprintf("searched: %d full texts of %d publishers that name %s, printed %s",
			s.Texts, s.Publishers, either(s.Names), When(s.Since, s.Until, "", now).Text)
		for _, h := range s.Articles {
			a.Searched = append(a.Searched, c.edition.told(h))
		}
	}
	return a, nil
}

func (c *clerk) change(ctx context.Context, e calendar.Evidence, words string) (Turn, error) {
	line, err := c.line(ctx, e)
	ch := Turn{Text: words, Press: c.edition.headPress(e.Article), When: When(e.Article.Published, "", "", c.edition.now()), Line: line}
	if e.Story != "" {
		ch.Story = storyHref(e.Story)
	}
	return ch, err
}

// line is the sentence of a piece of evidence, with its mark.
func (c *clerk) line(ctx context.Context, e calendar.Evidence) (Line, error) {
	k, err := c.open(ctx, e.Article.ID)
	if err != nil {
		return Line{}, err
	}
	return Line{Text: cut(sentence(&k.Article, e.At.Start), 400), Language: k.Article.Language, Marks: []Mark{c.at(k, e.At.Start)}}, nil
}

func turnWords(c calendar.Change, now time.Time) string {
	switch {
	case c.Status != calendar.Moved:
		return string(c.Status)
	case c.Was == "" && c.From == "":
		return "put off"
	case c.From == "":
		return "put off from " + When(c.Was, "", "", now).Text + "; no new day named"
	case c.Was == "":
		return "put off to " + When(c.From, c.To, "", now).Text
	default:
		return "moved from " + When(c.Was, "", "", now).Text + " to " + When(c.From, c.To, "", now).Text
	}
}

// appointed says what is to come: "talks: Velmark, Rodvania"; of what has no kind
// of its own, a speech or a hearing, only who, the sentence tells the rest.
func appointed(what string, who []string) string {
	if len(who) == 0 {
		return what
	}
	if what == "other" {
		return strings.Join(who, ", ")
	}
	return what + ": " + strings.Join(who, ", ")
}

func articlesOf(told []calendar.Evidence) int {
	ids := map[string]bool{}
	for _, t := range told {
		ids[t.Article.ID] = true
	}
	return len(ids)
}

func either(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// WriteICS writes entries as an iCalendar file; base is the address at which the
// desk is served, "" when it is not.
func (e *Edition) WriteICS(w io.Writer, entries []*calendar.Entry, base string) error {
	now := e.now()
	return calendar.WriteICS(w, entries, calendar.Feed{
		Name:  "Coranto",
		Stamp: now,
		Address: func(x *calendar.Entry) string {
			if base == "" {
				return ""
			}
			return base + sentenceHref(x.First.Article.ID, x.First.Article.Version, x.First.Sentence)
		},
		Words: func(x *calendar.Entry) (string, string) {
			said := "Announced first by " + e.headPress(x.First.Article).Name + ", " + day(x.First.Article.Published) + ": " + x.First.Article.Headline
			for _, c := range x.Changes {
				said += "\n" + turnWords(c, now) + " (" + e.headPress(c.Article).Name + ", " + day(c.Article.Published) + ")"
			}
			if x.Outcome != nil {
				said += "\n" + string(x.Status) + " (" + e.headPress(x.Outcome.Article).Name + ", " + day(x.Outcome.Article.Published) + ")"
			}
			return appointed(x.What, x.Who) + " (" + string(x.Status) + ")", said
		},
	})
}

// What the front page shows of the calendar: days back, days ahead, entries.
const (
	soonBack  = 6
	soonAhead = 6
	soonMost  = 8
)

// soon is what is due today and this week, and what was due just now, without
// opening an article.
func (m *marks) soon(ctx context.Context) ([]Coming, error) {
	now := m.edition.now()
	entries, err := m.edition.entries(ctx, CalendarQuery{
		Since: now.AddDate(0, 0, -soonBack).Format(time.DateOnly), Until: now.AddDate(0, 0, soonAhead).Format(time.DateOnly),
	}, 0)
	if err != nil {
		return nil, err
	}
	var list []Coming
	for _, x := range entries {
		if !x.Exact() || len(list) == soonMost {
			continue
		}
		list = append(list, m.coming(x))
	}
	return list, nil
}

// coming is an entry in a line, with the marks of who announced it, of what
// changed it last and of its outcome.
func (m *marks) coming(x *calendar.Entry) Coming {
	now := m.edition.now()
	c := Coming{
		Date: When(x.From, x.To, "", now), Status: string(x.Status), Shape: signsOf[x.Status],
		Text: appointed(x.What, x.Who), Where: x.Where, Language: x.First.Article.Language,
	}
	if x.From == x.To {
		c.Date = onDay(x.From, now)
	}
	told := []calendar.Evidence{x.First}
	if n := len(x.Changes); n > 0 && x.Changes[n-1].Evidence != x.First {
		told = append(told, x.Changes[n-1].Evidence)
	}
	if x.Outcome != nil {
		told = append(told, *x.Outcome)
	}
	for _, e := range told {
		c.Marks = append(c.Marks, Mark{
			N: m.number(e.Article.ID), Href: sentenceHref(e.Article.ID, e.Article.Version, e.Sentence), Press: m.edition.headPress(e.Article).Name,
		})
	}
	return c
}
