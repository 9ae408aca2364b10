package term

import (
	"bytes"
	"fmt"
	"io"

	"coranto/desk/calendar"
	"coranto/edition"
)

// appointment is the line that calendar --json prints.
type appointment struct {
	ID        string    `json:"id"`
	What      string    `json:"what"`
	Who       []string  `json:"who"`
	Where     string    `json:"where"`
	From      string    `json:"from"`
	To        string    `json:"to"`
	Status    string    `json:"status"`
	Announced spot      `json:"announced"`
	Told      []spot    `json:"told"`
	Changes   []change  `json:"changes"`
	Outcome   *spot     `json:"outcome"` // null when none is known
	Silence   *searched `json:"silence"` // null unless nothing was heard
}

// spot is where a text says it.
type spot struct {
	Article   string `json:"article"`
	Story     string `json:"story"`
	Publisher string `json:"publisher"`
	Published string `json:"published"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
}

type change struct {
	spot
	Status string `json:"status"`
	Was    string `json:"was"`
	From   string `json:"from"`
	To     string `json:"to"`
}

// searched is what was read in vain.
type searched struct {
	Since      string   `json:"since"`
	Until      string   `json:"until"`
	Texts      int      `json:"texts"`
	Publishers int      `json:"publishers"`
	Names      []string `json:"names"`
	Articles   []string `json:"articles"`
}

func tell(e calendar.Evidence) spot {
	return spot{e.Article.ID, e.Story, e.Article.Publisher, e.Article.Published, e.At.Start, e.At.End}
}

// CalendarJSON writes one appointment a line.
func CalendarJSON(w io.Writer, entries []*calendar.Entry) error {
	for _, e := range entries {
		a := appointment{ID: e.ID, What: e.What, Who: e.Who, Where: e.Where, From: e.From, To: e.To, Status: string(e.Status), Announced: tell(e.First)}
		for _, t := range e.Told {
			a.Told = append(a.Told, tell(t))
		}
		for _, c := range e.Changes {
			a.Changes = append(a.Changes, change{tell(c.Evidence), string(c.Status), c.Was, c.From, c.To})
		}
		if e.Outcome != nil {
			t := tell(*e.Outcome)
			a.Outcome = &t
		}
		if s := e.Silence; s != nil {
			a.Silence = &searched{Since: s.Since, Until: s.Until, Texts: s.Texts, Publishers: s.Publishers, Names: s.Names, Articles: []string{}}
			for _, h := range s.Articles {
				a.Silence.Articles = append(a.Silence.Articles, h.ID)
			}
		}
		if err := WriteJSON(w, a); err != nil {
			return err
		}
	}
	return nil
}

// Calendar writes appointments for people: past ones, then those of this week,
// then later ones.
func Calendar(out io.Writer, c *edition.Calendar) error {
	w := new(bytes.Buffer)
	past := make([]edition.Appointment, 0, len(c.Past))
	for i := range c.Past {
		past = append(past, c.Past[len(c.Past)-1-i])
	}
	for _, part := range []struct {
		title string
		list  []edition.Appointment
	}{{"Past", past}, {"Today and this week", c.Week}, {"To come", c.Later}} {
		if len(part.list) == 0 {
			continue
		}
		fmt.Fprintf(w, "%s\n", part.title)
		for _, a := range part.list {
			fmt.Fprintf(w, "  %s %-13s %-16s %s\n", a.Shape, a.Status, a.Date.Text, joined(", in ", a.Text, a.Where))
			fmt.Fprintf(w, "      first %s: %s\n", joined(", ", a.By.Name, a.Said.Text), a.Line.Text)
			for _, ch := range a.Changes {
				fmt.Fprintf(w, "      %s, %s: %s\n", ch.Text, joined(", ", ch.Press.Name, ch.When.Text), ch.Line.Text)
			}
			if a.Outcome != nil {
				fmt.Fprintf(w, "      %s, %s: %s\n", a.Outcome.Text, joined(", ", a.Outcome.Press.Name, a.Outcome.When.Text), a.Outcome.Line.Text)
			}
			if a.Untold {
				fmt.Fprintln(w, "      its day is past; no article here tells what became of it")
			}
			if a.Silence != "" {
				fmt.Fprintf(w, "      %s\n", a.Silence)
			}
		}
	}
	_, err := w.WriteTo(out)
	return err
}
