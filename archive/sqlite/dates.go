package sqlite

import (
	"time"

	"coranto"
)

// Dates are kept as printed, of a day or a moment, in any zone. What follows
// makes them comparable as text: a moment in UTC; a day begins as itself,
// before all its moments, and ends with "~", after them.

const (
	undatedStart  = "~" // after every date
	undatedFinish = ""  // before every date
)

// interval returns what a dating is sorted by: its beginning and its end.
func interval(d *coranto.Dating) (start, finish string) {
	if d == nil || d.From == "" {
		return undatedStart, undatedFinish
	}
	to := d.To
	if to == "" {
		to = d.From
	}
	return begin(d.From), end(to)
}

func begin(date string) string {
	if t, err := time.Parse(time.RFC3339, date); err == nil {
		return t.UTC().Format("2006-01-02T15:04:05Z")
	}
	return date
}

func end(date string) string {
	if len(date) <= len(time.DateOnly) {
		return date + "~"
	}
	return begin(date)
}

// µs is a time as the tables hold it, 0 for the zero time.
func µs(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func fromµs(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}
