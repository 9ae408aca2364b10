package edition

import (
	"fmt"
	"time"

	"coranto"
)

// Stamp is a moment, or an interval, as a reader is told it.
type Stamp struct {
	Text    string // "3 h ago", "7 Oct 2024", "2–5 Sep 2025", "undated"
	Machine string // for <time datetime>; "" when there is none
	Full    string // the full stamp and how it is known; "" when Text says all
	Plain   bool   // Text is a day's date, or that there is none, and no more
}

// Known tells whether there is a date at all.
func (s Stamp) Known() bool { return s.Machine != "" }

// When tells a printed date or interval as seen from now: relative within a
// day, dated after that. From and to are "2025-09-02", RFC 3339, the same
// without a zone, "2025-09", "2025", or "" when unknown; what is none of these
// is told as it stands.
func When(from, to string, basis coranto.Basis, now time.Time) Stamp {
	if from == "" {
		from = to
	}
	if from == "" {
		return Stamp{Text: "undated", Plain: true, Full: "nothing on the page tells when it was published"}
	}
	s := Stamp{Machine: from}
	first, ok := parsePrinted(from)
	last, interval := parsePrinted(to)
	switch {
	case !ok:
		return Stamp{Text: from}
	case interval && !sameDay(first.Time, last.Time):
		s.Text = between(first.Time, last.Time, now)
		s.Full = first.full() + " to " + last.full()
	default:
		s.Text, s.Plain = first.told(now)
		s.Full = first.full()
	}
	if basis != "" {
		s.Full += " (" + string(basis) + ")"
	}
	return s
}

// At tells a moment of our own clock: when a page came in, a source was read.
func At(t, now time.Time) Stamp {
	if t.IsZero() {
		return Stamp{Text: "never"}
	}
	return When(t.In(now.Location()).Format(time.RFC3339), "", "", now)
}

// Until tells a moment that is still to come: "in 18 min", "in 3 h", or its date.
func Until(t, now time.Time) Stamp {
	s := At(t, now)
	switch d := t.Sub(now); {
	case t.IsZero() || d <= 0:
		s.Text = "due"
	case d < time.Hour:
		s.Text = fmt.Sprintf("in %d min", int(d.Minutes())+1)
	case d < 24*time.Hour:
		s.Text = fmt.Sprintf("in %d h", int(d.Hours()))
	}
	return s
}

// onDay tells a date with its weekday: "Tue 15 Dec".
func onDay(date string, now time.Time) Stamp {
	p, _ := parsePrinted(date)
	text := p.Format("Mon ") + short(p.Time, now)
	if sameDay(p.Time, now) {
		text += ", today"
	}
	return Stamp{Text: text, Machine: date, Full: p.full()}
}

// printed is a date as pages print it, as exactly as they do.
type printed struct {
	time.Time
	layout string
}

// zoneless is a clock without a zone: its day is known, its moment is not.
const zoneless, minutes = "2006-01-02T15:04:05", "2006-01-02T15:04"

var printedLayouts = []string{time.RFC3339, time.DateOnly, zoneless, minutes, "2006-01", "2006"}

func parsePrinted(s string) (printed, bool) {
	for _, layout := range printedLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return printed{t, layout}, true
		}
	}
	return printed{}, false
}

// told is the date in a few words, and whether they are the day's date alone.
func (p printed) told(now time.Time) (text string, plain bool) {
	d := now.Sub(p.Time)
	switch {
	case p.layout == "2006":
		return p.Format("2006"), false
	case p.layout == "2006-01":
		return p.Format("Jan 2006"), false
	case p.layout == time.RFC3339 && d >= 0 && d < time.Minute:
		return "just now", false
	case p.layout == time.RFC3339 && d >= 0 && d < time.Hour:
		return fmt.Sprintf("%d min ago", int(d.Minutes())), false
	case p.layout == time.RFC3339 && d >= 0 && d < 24*time.Hour:
		return fmt.Sprintf("%d h ago", int(d.Hours())), false
	case p.layout != time.RFC3339 && sameDay(p.Time, now):
		return "today", true
	default:
		return short(p.Time, now), true
	}
}

// full is the date with everything that was printed of it.
func (p printed) full() string {
	switch p.layout {
	case time.RFC3339:
		return p.Format("Monday 2 January 2006, 15:04 -07:00")
	case zoneless, minutes:
		return p.Format("Monday 2 January 2006, 15:04, zone unknown")
	case time.DateOnly:
		return p.Format("Monday 2 January 2006")
	case "2006-01":
		return p.Format("January 2006")
	default:
		return p.Format(p.layout)
	}
}

func sameDay(a, b time.Time) bool {
	return a.Format(time.DateOnly) == b.Format(time.DateOnly)
}

// short is a day's date, with its year where that is not this one.
func short(t, now time.Time) string {
	if t.Year() == now.Year() {
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}

func between(a, b, now time.Time) string {
	switch {
	case a.Year() != b.Year():
		return a.Format("2 Jan 2006") + " – " + b.Format("2 Jan 2006")
	case a.Month() != b.Month():
		return a.Format("2 Jan") + " – " + short(b, now)
	default:
		return a.Format("2") + "–" + short(b, now)
	}
}

// instant orders printed dates: a day without a clock counts as its end, so
// that it stands with the day's newest. The zero time is for no date.
func instant(s string) time.Time {
	p, _ := parsePrinted(s)
	if p.layout == time.DateOnly {
		return p.Add(24*time.Hour - time.Second)
	}
	return p.Time
}

// day returns the date in s as printed, without its clock: "2025-09-02"; "" when
// s names no day.
func day(s string) string {
	if p, ok := parsePrinted(s); ok && len(p.layout) >= len(time.DateOnly) {
		return p.Format(time.DateOnly)
	}
	return ""
}
