package term

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"coranto"
)

// Article writes an article for people: its head, its text, what was cut from
// it, who is quoted in it, what is to come, its figures and its caveats.
func Article(out io.Writer, a coranto.Article) error {
	w := new(bytes.Buffer)
	fmt.Fprintf(w, "%s\n", strings.Repeat("─", 72))
	fmt.Fprintf(w, "%s · article %d · %s · %s\n", a.Page, a.N, a.Kind, a.Language)
	if line := joined(" · ", publisher(a.Publisher), dated(a.Published), strings.Join(a.Authors, ", "), strings.Join(a.Agencies, ", ")); line != "" {
		fmt.Fprintln(w, line)
	}
	fmt.Fprintf(w, "\n%s\n\n", orElse(a.Headline, "(no headline)"))
	for _, k := range a.KeyPoints {
		fmt.Fprintf(w, "  • %s\n", k)
	}
	fmt.Fprintf(w, "%s\n\n", a.Text)
	for _, c := range a.Captions {
		fmt.Fprintf(w, "  [picture] %s\n", joined(" · ", c.Text, c.Credit))
	}
	for _, f := range a.Furniture {
		fmt.Fprintf(w, "  [cut: %s] %s\n", f.Why, f.Text)
	}
	for _, s := range a.Statements {
		if !s.Sure() {
			continue
		}
		fmt.Fprintf(w, "  %s %s %s\n", joined(", ", s.Speaker, s.Role), s.Cue, s.Text)
	}
	for _, c := range a.Appointments {
		if c.Sure() {
			fmt.Fprintf(w, "  [to come, %s] %s\n", c.Status, joined(" · ", c.From, c.What, strings.Join(c.Who, ", "), c.Where))
		}
	}
	for _, f := range a.Figures {
		fmt.Fprintf(w, "  [figure] %s\n", joined(" · ", bounded(f), f.What, f.AttributedTo))
	}
	for _, c := range a.Caveats {
		fmt.Fprintf(w, "  [%s] %s\n", c.Kind, joined(": ", c.By, strings.Join(strings.Fields(coranto.Span{Start: c.Start, End: c.End}.In(a.Text)), " ")))
	}
	_, err := w.WriteTo(out)
	return err
}

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
