package edition

import (
	"net/url"
	"slices"
	"time"

	"coranto/archive"
	"coranto/desk/claim"
)

// Changed is what a story's later articles tell otherwise than those before a
// moment.
type Changed struct {
	Since    Stamp
	Asked    bool // by the reader, and not the day before the newest
	Articles int  // how many are later
	List     []Change
	Choices  []Choice // other moments to ask from
}

// Change is one thing that is told otherwise, with both sentences.
type Change struct {
	Kind   string // "not told before", "figure", "appointment", "said otherwise"
	What   string
	Before *Line // nil for what is told for the first time
	After  Line
	Note   string // of something new: who tells it
}

// Choice leads to the same story with what changed since another moment.
type Choice struct {
	Text string
	Href string
}

var changeWords = map[claim.ChangeKind]string{
	claim.NewClaim: "not told before", claim.NewFigure: "figure", claim.Appointment: "appointment", claim.Reversed: "said otherwise",
}

// Since is the moment from which a reader asks what changed. The zero value asks
// from the beginning of the story's newest day.
type Since struct {
	At      time.Time
	Arrival bool // by when articles came in, not by when they were printed
	day     string
}

// SinceDay asks from the end of a day on: what the day itself printed was known.
func SinceDay(day time.Time) Since {
	return Since{At: time.Date(day.Year(), day.Month(), day.Day(), 23, 59, 59, 0, time.UTC)}
}

// newsOf tells when an article became news: when it was printed, or when it came
// in where that is asked for. What is undated is no news: the zero time.
func (s Since) newsOf(k *archive.Kept) time.Time {
	if s.Arrival {
		return k.Accepted
	}
	return instant(headOf(k).Published)
}

func (c *claims) changed(m *marks, storyID string, since Since) Changed {
	now := m.edition.now()
	view := Changed{Asked: !since.At.IsZero()}
	days := c.printedDays()
	if !view.Asked {
		if len(days) < 2 {
			return Changed{}
		}
		since.At = instant(days[len(days)-2]) // the end of the day before the newest
	}
	printed := since.At.In(now.Location()).Format(time.RFC3339)
	since.day = ""
	if utc := since.At.UTC(); utc.Format("15:04:05") == "23:59:59" { // a day as papers print it, in no zone
		since.day = utc.Format(time.DateOnly)
	}
	view.Since = When(firstOf(since.day, printed), "", "", now)
	known := func(i int) bool { return !since.newsOf(c.kept[i]).After(since.At) }
	for i := range c.Items {
		if !known(i) {
			view.Articles++
		}
	}
	for _, d := range days[:max(0, len(days)-1)] {
		if d == since.day {
			continue
		}
		view.Choices = append(view.Choices, Choice{When(d, "", "", now).Text, storyHref(storyID) + "?since=" + url.QueryEscape(d)})
	}
	view.Choices = view.Choices[max(0, len(view.Choices)-5):]
	for _, ch := range c.Changes(known) {
		line := Change{Kind: changeWords[ch.Kind], What: ch.What, After: c.quote(m, ch.After.Item, ch.After.At)}
		if ch.Before != nil {
			was := c.quote(m, ch.Before.Item, ch.Before.At)
			line.Before = &was
		}
		if ch.Claim != nil {
			s := c.backing(ch.Claim)
			line.Note = s.Note()
		}
		view.List = append(view.List, line)
	}
	return view
}

// printedDays are the days on which items were printed, in order.
func (c *claims) printedDays() []string {
	var days []string
	for _, k := range c.kept {
		if d := day(headOf(k).Published); d != "" {
			days = append(days, d)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
