package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Values of TIMEX3, and the calendar arithmetic behind them.

const (
	present = "PRESENT_REF"
	past    = "PAST_REF"
	future  = "FUTURE_REF"
)

func dayValue(t time.Time) string { return t.Format(time.DateOnly) }

func monthValue(y, m int) string { return fmt.Sprintf("%04d-%02d", y, m) }

func weekValue(t time.Time) string {
	y, w := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

func quarterValue(y, q int) string { return fmt.Sprintf("%04d-Q%d", y, q) }

func dateValue(y, m, d int) string { return fmt.Sprintf("%04d-%02d-%02d", y, m, d) }

// shift moves a day by n units and returns the value of the unit reached.
func shift(t time.Time, u unit, n int) string {
	switch u {
	case day:
		return dayValue(t.AddDate(0, 0, n))
	case week:
		return weekValue(t.AddDate(0, 0, 7*n))
	case weekend:
		return weekValue(t.AddDate(0, 0, 7*n)) + "-WE"
	case month:
		first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, n, 0)
		return monthValue(first.Year(), int(first.Month()))
	case quarter:
		q := 4*t.Year() + (int(t.Month())-1)/3 + n
		return quarterValue(q/4, q%4+1)
	case year:
		return strconv.Itoa(t.Year() + n)
	case decade:
		return strconv.Itoa(t.Year()/10 + n)
	case century:
		return strconv.Itoa(t.Year()/100 + n)
	}
	return ""
}

var unitLetters = map[unit]string{second: "S", minute: "M", hour: "H", day: "D", week: "W", month: "M", year: "Y", quarter: "Q", decade: "DE", century: "CE", weekend: "WE"}

// duration returns the value of n units; n is digits or "X".
func durationValue(n string, u unit) string {
	if k, err := strconv.Atoi(n); err == nil {
		switch u {
		case quarter:
			n, u = strconv.Itoa(3*k), month
		case decade:
			n, u = strconv.Itoa(10*k), year
		case century:
			n, u = strconv.Itoa(100*k), year
		}
	}
	if whole, ok := strings.CutSuffix(n, ".5"); ok && u != week {
		return halfMore(whole, u)
	}
	if u <= hour {
		return "PT" + n + unitLetters[u]
	}
	return "P" + n + unitLetters[u]
}

// halfMore returns the value of n and a half units: a year and a half is P1Y6M.
func halfMore(n string, u unit) string {
	if n == "0" {
		return map[unit]string{year: "P6M", day: "PT12H", hour: "PT30M", minute: "PT30S"}[u]
	}
	switch u {
	case year:
		return "P" + n + "Y6M"
	case day:
		return "P" + n + "DT12H"
	case hour:
		return "PT" + n + "H30M"
	case minute:
		return "PT" + n + "M30S"
	case second:
		return "PT" + n + ".5S"
	}
	return "P" + n + ".5" + unitLetters[u]
}
