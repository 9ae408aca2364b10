package term

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"coranto/edition"
)

// Story writes a story for people: its key points, what changed, who said what,
// what is to come, figures, caveats, how its publishers differ, and its
// articles. Each line ends in the address of its sentence.
func Story(out io.Writer, s *edition.Story) error {
	w := new(bytes.Buffer)
	fmt.Fprintf(w, "%s\n%s\n", s.Headline, reachLine(s))
	heading := func(title string) { fmt.Fprintf(w, "\n%s\n", strings.ToUpper(title)) }
	line := func(indent, text string, marks []edition.Mark, notes ...string) {
		fmt.Fprintf(w, "%s%s%s%s\n", indent, text, bracketed(joined("; ", notes...)), addresses(marks))
	}
	if len(s.Points) > 0 {
		heading("Key points")
	}
	for _, k := range s.Points {
		line("  • ", k.Line.Text, k.Line.Marks, disputed(k.Disputed), k.Press, k.Backing.Note())
	}
	changed(w, s, heading, line)
	if len(s.Voices) > 0 {
		heading("Who said what")
	}
	for _, v := range s.Voices {
		fmt.Fprintf(w, "  %s\n", joined(", ", v.Speaker, v.Role))
		for _, said := range v.Said {
			line("    ", said.Text, said.Marks, reported(said.Reported), said.When.Text, according(said.Relayed), said.Backing.Note(), havingIt(said.Backing))
		}
	}
	if len(s.ToCome) > 0 {
		heading("To come")
	}
	for _, c := range s.ToCome {
		line("  ", joined("  ", c.Shape+" "+c.Status, c.Date.Text, c.Text, c.Where), c.Marks)
	}
	counts := append(append([]edition.Counted{}, s.Counts.First...), s.Counts.Rest...)
	if len(counts) > 0 {
		heading("Figures")
	}
	for _, c := range counts {
		fmt.Fprintf(w, "  %s\n", c.What)
		for _, g := range c.Given {
			line("    ", joined(" ", g.Value, g.Where), g.Marks, disputed(g.Disputed), orElse(g.By, "no source named"), g.Note)
		}
	}
	if len(s.Caveats) > 0 {
		heading("Caveats")
	}
	for _, c := range s.Caveats {
		line("  ", c.Line.Text, c.Line.Marks, joined(", ", c.Kind, c.By))
	}
	sides(w, &s.Sides, heading, line)
	heading("Articles")
	for _, a := range s.Articles {
		articleLineOf(w, "  ", a, "")
		for _, c := range a.Copies {
			articleLineOf(w, "      ", c, "wire copy")
		}
	}
	_, err := io.WriteString(out, printable(w.String()))
	return err
}

type lineFunc func(indent, text string, marks []edition.Mark, notes ...string)

func changed(w io.Writer, s *edition.Story, heading func(string), line lineFunc) {
	if len(s.Changed.List) == 0 {
		return
	}
	heading("What changed since " + s.Changed.Since.Text)
	for _, c := range s.Changed.List {
		if c.Before == nil {
			line("  + ", c.After.Text, c.After.Marks, c.Note)
			continue
		}
		fmt.Fprintf(w, "  %s\n", joined(": ", c.Kind, c.What))
		line("    − ", c.Before.Text, c.Before.Marks)
		line("    + ", c.After.Text, c.After.Marks)
	}
}

func sides(w io.Writer, s *edition.Sides, heading func(string), line lineFunc) {
	if !s.Any() {
		return
	}
	heading("Side by side")
	group := func(title string, list []edition.Side) {
		if len(list) > 0 {
			fmt.Fprintf(w, "  %s\n", title)
		}
		for _, t := range list {
			not := ""
			if len(t.Not) > 0 {
				not = "not in the full texts of " + strings.Join(t.Not, ", ")
			}
			line("    ", t.Line.Text, t.Line.Marks, "told by "+strings.Join(t.By, ", "), not, t.Only)
		}
	}
	group("All say", s.All)
	group(s.SomeTitle(), s.Some)
	if len(s.LeftOut) > 0 {
		fmt.Fprintln(w, "  Left out")
	}
	for _, l := range s.LeftOut {
		line("    ", l.Line.Text, l.Line.Marks, "told by "+strings.Join(l.By, ", "))
		for _, q := range l.Silent {
			var searched []string
			for _, t := range q.Searched {
				searched = append(searched, t.When.Text+" "+t.Href)
			}
			fmt.Fprintf(w, "      nothing like it in %s; searched: %s\n", q.Press.Name, strings.Join(searched, ", "))
		}
	}
	if len(s.Wordings) > 0 {
		fmt.Fprintln(w, "  Worded otherwise")
	}
	for _, x := range s.Wordings {
		for _, u := range []edition.Worded{x.A, x.B} {
			line("    "+u.Press+", “"+u.Word+"”: ", u.Before+u.Chosen+u.Rest, u.Marks)
		}
	}
}

func articleLineOf(w io.Writer, indent string, a edition.Told, note string) {
	fmt.Fprintf(w, "%s%s%s  %s\n", indent, joined(" · ", a.When.Text, a.Press.Name, a.Headline), bracketed(note), a.Href)
}

func reachLine(s *edition.Story) string {
	line := fmt.Sprintf("%d articles, %d publishers, %d origins; %s  %s", s.Reach.Articles, s.Reach.Publishers, s.Origins, s.Newest.Text, "/stories/"+s.ID)
	if s.Left > 0 {
		line += fmt.Sprintf("\n(%d articles are not compared: of so many, the first and the newest are)", s.Left)
	}
	return line
}

func addresses(marks []edition.Mark) string {
	var b strings.Builder
	for _, m := range marks {
		b.WriteString("  " + m.Href)
	}
	return b.String()
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "  [" + s + "]"
}

func disputed(is bool) string {
	if is {
		return "disputed"
	}
	return ""
}

func reported(is bool) string {
	if is {
		return "reported"
	}
	return ""
}

func according(to string) string {
	if to == "" {
		return ""
	}
	return "according to " + to
}

func havingIt(b edition.Backing) string {
	if b.Publishers < 2 {
		return ""
	}
	return strings.Join(b.Cited, ", ")
}
