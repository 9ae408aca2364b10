package term

import (
	"bytes"
	"fmt"
	"io"

	"coranto"
	"coranto/desk/series"
)

// Series writes a series of figures, a number a line with where each is told.
func Series(out io.Writer, s *series.Series) error {
	w := new(bytes.Buffer)
	fmt.Fprintf(w, "  %s", joined(", ", s.What, s.Where))
	if c, ok := s.Change(); ok {
		fmt.Fprintf(w, ": %s → %s", pointValue(s, c.From), pointValue(s, c.To))
	}
	if _, _, disputed := s.Disputed(); disputed {
		fmt.Fprint(w, " (disputed)")
	}
	if s.Mixed {
		fmt.Fprint(w, " (one text gives several: perhaps of different things)")
	}
	fmt.Fprintln(w)
	for _, p := range s.Points {
		fmt.Fprintf(w, "    %-10s  %-18s %s", orElse(p.Day, "undated"), pointValue(s, p), orElse(p.By, "nobody named"))
		for _, t := range p.Told {
			fmt.Fprintf(w, "  /articles/%s?v=%d#s%d", t.Article, t.Version, t.Sentence)
		}
		fmt.Fprintln(w)
	}
	_, err := w.WriteTo(out)
	return err
}

func pointValue(s *series.Series, p series.Point) string {
	return bounded(coranto.Figure{Value: p.Value, Max: p.Max, Bound: p.Bound, Unit: s.Unit})
}
