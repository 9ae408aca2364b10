package calendar

import (
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Feed is what an iCalendar file says besides the entries.
type Feed struct {
	Name  string    // of the calendar
	Stamp time.Time // when it was made
	// Address returns the address of a page that tells of an entry; nil for none.
	Address func(*Entry) string
	// Words returns a summary of an entry and the words that tell it.
	Words func(*Entry) (summary, description string)
}

// WriteICS writes entries that have a day as an iCalendar file (RFC 5545): each
// a VEVENT of whole days that does not make anybody busy. An entry keeps its UID
// for as long as its first telling does, so that a calendar that has read the
// file before sees a date change as one.
func WriteICS(w io.Writer, entries []*Entry, feed Feed) error {
	c := contentLines{}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Coranto//Calendar//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	if feed.Name != "" {
		c.line("X-WR-CALNAME", escaped(feed.Name))
	}
	for _, e := range entries {
		if e.From != "" {
			c.event(e, feed)
		}
	}
	c.line("END", "VCALENDAR")
	_, err := io.WriteString(w, c.String())
	return err
}

func (c *contentLines) event(e *Entry, feed Feed) {
	c.line("BEGIN", "VEVENT")
	c.line("UID", e.ID+"@coranto")
	c.line("DTSTAMP", feed.Stamp.UTC().Format("20060102T150405Z"))
	c.line("DTSTART;VALUE=DATE", compact(e.From))
	c.line("DTEND;VALUE=DATE", compact(after(e.To, 1))) // the day after: it is not included
	summary, description := feed.Words(e)
	c.line("SUMMARY", escaped(summary))
	if description != "" {
		c.line("DESCRIPTION", escaped(description))
	}
	if e.Where != "" {
		c.line("LOCATION", escaped(e.Where))
	}
	c.line("STATUS", e.icalStatus())
	c.line("SEQUENCE", strconv.Itoa(e.revision()))
	c.line("TRANSP", "TRANSPARENT")
	if feed.Address != nil {
		if at := feed.Address(e); at != "" {
			c.line("URL", at)
		}
	}
	c.line("END", "VEVENT")
}

// revision counts what has become of an entry since it was announced.
func (e *Entry) revision() int {
	n := len(e.Changes)
	if e.Outcome != nil || e.Silence != nil {
		n++
	}
	return n
}

// icalStatus is the nearest of the three that RFC 5545 has for events.
func (e *Entry) icalStatus() string {
	switch e.Status {
	case Held, Kept, Announced:
		return "CONFIRMED"
	case Cancelled, Denied:
		return "CANCELLED"
	default:
		return "TENTATIVE"
	}
}

// contentLines are the lines of an iCalendar file, folded at 75 octets.
type contentLines struct{ strings.Builder }

func (c *contentLines) line(name, value string) {
	rest := name + ":" + value
	for limit := 75; len(rest) > limit; limit = 74 { // a folded line begins with a blank
		cut := limit
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.WriteString(rest[:cut] + "\r\n ")
		rest = rest[cut:]
	}
	c.WriteString(rest + "\r\n")
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`)

// escaped writes text as a value of type TEXT; control characters, which it may
// not hold, are left out.
func escaped(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, escapes.Replace(strings.ToValidUTF8(text, "\uFFFD")))
}

func compact(day string) string { return strings.ReplaceAll(day, "-", "") }
