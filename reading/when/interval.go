package when

import (
	"strings"
	"time"
)

// Interval is the first and last day of a TIMEX3 value; "" for one that names
// no day, week, month, quarter or year.
func Interval(value string) (from, to string) {
	date, _, _ := strings.Cut(value, "T")
	const iso = "2006-01-02"
	if d, err := time.Parse(iso, date); err == nil {
		return d.Format(iso), d.Format(iso)
	}
	if d, err := time.Parse("2006-01", date); err == nil {
		return d.Format(iso), d.AddDate(0, 1, -1).Format(iso)
	}
	if d, err := time.Parse("2006", date); err == nil {
		return d.Format(iso), d.AddDate(1, 0, -1).Format(iso)
	}
	if year, quarter, ok := strings.Cut(date, "-Q"); ok && len(quarter) == 1 && quarter >= "1" && quarter <= "4" {
		if y, err := time.Parse("2006", year); err == nil {
			first := y.AddDate(0, 3*int(quarter[0]-'1'), 0)
			return first.Format(iso), first.AddDate(0, 3, -1).Format(iso)
		}
	}
	year, week, ok := strings.Cut(date, "-W")
	if ok {
		week, weekend := strings.CutSuffix(week, "-WE")
		y, err := time.Parse("2006", year)
		n := 0
		for _, c := range week {
			if c < '0' || c > '9' || len(week) > 2 {
				return "", ""
			}
			n = n*10 + int(c-'0')
		}
		if err != nil || n < 1 || n > 53 {
			return "", ""
		}
		// ISO 8601: the week of 4 January is the first
		monday := time.Date(y.Year(), 1, 4, 0, 0, 0, 0, time.UTC)
		for monday.Weekday() != time.Monday {
			monday = monday.AddDate(0, 0, -1)
		}
		monday = monday.AddDate(0, 0, 7*(n-1))
		if weekend {
			return monday.AddDate(0, 0, 5).Format(iso), monday.AddDate(0, 0, 6).Format(iso)
		}
		return monday.Format(iso), monday.AddDate(0, 0, 6).Format(iso)
	}
	return "", ""
}
