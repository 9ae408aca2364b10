package term

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"coranto"
)

// bounded prints a figure's number: "at least 12", "5 to 7 percent".
func bounded(f coranto.Figure) string {
	value := strconv.FormatFloat(f.Value, 'f', -1, 64)
	if f.Max != nil {
		value += " to " + strconv.FormatFloat(*f.Max, 'f', -1, 64)
	}
	bound := f.Bound
	if bound == "exact" {
		bound = ""
	}
	return joined(" ", bound, value, f.Unit)
}

// Stories writes one line a story: when, how many publishers, headline,
// identifier.
func Stories(out io.Writer, stories []coranto.Story) error {
	w := new(bytes.Buffer)
	for _, s := range stories {
		when := orElse(day(s.From), "undated")
		if day(s.To) != day(s.From) {
			when += " – " + day(s.To)
		}
		fmt.Fprintf(w, "%-23s %3d articles %3d publishers  %s  [%s]\n", when, len(s.Articles), len(s.Publishers), s.Headline, s.ID)
	}
	_, err := w.WriteTo(out)
	return err
}

func publisher(b coranto.Byline) string { return orElse(b.Name, b.Domain) }

func dated(d *coranto.Dating) string {
	if d == nil {
		return "undated"
	}
	if d.From == d.To {
		return fmt.Sprintf("%s (%s)", d.From, d.Basis)
	}
	return fmt.Sprintf("%s to %s (%s)", d.From, d.To, d.Basis)
}

func day(date string) string { return date[:min(len(date), len("2006-01-02"))] }

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// joined joins the parts that are not empty.
func joined(sep string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, sep)
}
