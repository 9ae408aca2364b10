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
// day, dated after that. From and to are "2025-09-02", RFC 3339, "2025-09",
// "2025", or "" when unknown; what is none of these is told as it stands.
func When(from, to string, basis coranto.Basis, now time.Time) Stamp {
	if from == "" {
		from = to
	}
	if from == "" {
		return Stamp{Text: "undated", Plain: true, Full: "nothing on the page tells when it was published"}
	}
	s := Stamp{Machine: from}
	first, layout := parsePrinted(from)
	last, lastLayout := parsePrinted(to)
	switch {
	case layout == "":
		return Stamp{Text: from}
	case to != "" && to != from && lastLayout != "" && !sameDay(first, last):
		s.Text = interval(first, last, now)
		s.Full = long(first, layout) + " to " + long(last, lastLayout)
	case layout == time.RFC3339:
		s.Text = ago(first, now)
		s.Plain = s.Text == short(first, time.DateOnly, now)
		s.Full = long(first, layout)
	case layout == time.DateOnly && sameDay(first, now):
		s.Text = "today"
		s.Plain = true
		s.Full = long(first, layout)
	default:
		s.Text = short(first, layout, now)
		s.Plain = true
		s.Full = long(first, layout)
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
	t, _ := parsePrinted(date)
	text := t.Format("Mon ") + short(t, time.DateOnly, now)
	if sameDay(t, now) {
		text += ", today"
	}
	return Stamp{Text: text, Machine: date, Full: long(t, time.DateOnly)}
}

var printedLayouts = []string{time.RFC3339, time.DateOnly, "2006-01", "2006"}

// parsePrinted returns a moment and the layout that fitted, or "".
func parsePrinted(s string) (time.Time, string) {
	for _, layout := range printedLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, layout
		}
	}
	return time.Time{}, ""
}

func sameDay(a, b time.Time) bool {
	return a.Format(time.DateOnly) == b.Format(time.DateOnly)
}

func ago(t, now time.Time) string {
	d := now.Sub(t)
	switch {
	case d < 0 || d >= 24*time.Hour:
		return short(t, time.DateOnly, now)
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return fmt.Sprintf("%d min ago", int(d.Minutes()))
	default:
		return fmt.Sprintf("%d h ago", int(d.Hours()))
	}
}

func short(t time.Time, layout string, now time.Time) string {
	switch {
	case layout == "2006":
		return t.Format("2006")
	case layout == "2006-01":
		return t.Format("Jan 2006")
	case t.Year() == now.Year():
		return t.Format("2 Jan")
	default:
		return t.Format("2 Jan 2006")
	}
}

func long(t time.Time, layout string) string {
	switch layout {
	case time.RFC3339:
		return t.Format("Monday 2 January 2006, 15:04 -07:00")
	case time.DateOnly:
		return t.Format("Monday 2 January 2006")
	case "2006-01":
		return t.Format("January 2006")
	default:
		return t.Format(layout)
	}
}

func interval(a, b, now time.Time) string {
	end := short(b, time.DateOnly, now)
	switch {
	case a.Year() != b.Year():
		return a.Format("2 Jan 2006") + " – " + b.Format("2 Jan 2006")
	case a.Month() != b.Month():
		return a.Format("2 Jan") + " – " + end
	default:
		return a.Format("2") + "–" + end
	}
}

// instant orders printed dates: a day without a clock counts as its end, so
// that it stands with the day's newest. The zero time is for no date.
func instant(s string) time.Time {
	t, layout := parsePrinted(s)
	if layout == time.DateOnly {
		return t.Add(24*time.Hour - time.Second)
	}
	return t
}

// day returns the date in s as printed, without its clock: "2025-09-02", or "".
func day(s string) string {
	t, layout := parsePrinted(s)
	if layout == time.RFC3339 || layout == time.DateOnly {
		return t.Format(time.DateOnly)
	}
	return ""
}
