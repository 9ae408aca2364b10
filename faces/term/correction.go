package term

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"coranto"
)

// Correction writes what a reader did by hand, in a line.
func Correction(out io.Writer, c coranto.Correction) error {
	what := fmt.Sprintf("%s, %s: %s → %s", c.Kind, c.Field, orElse(c.Was, "nothing"), orElse(c.Value, "nothing"))
	if c.Deed == coranto.Hide {
		what = fmt.Sprintf("%s hidden: %s", c.Kind, c.Was)
	}
	if !c.Stands() {
		what += " (undone " + c.Undone.Format(time.DateOnly) + ")"
	}
	_, err := fmt.Fprintf(out, "%s  %s  “%s”  /articles/%s?v=%d  [%s]\n", c.Made.Format(time.DateOnly), what, c.Words, c.Article, c.Version, c.ID)
	return err
}

// Arrangement writes what a reader decided about stories, a line for each article.
func Arrangement(out io.Writer, a coranto.Arrangement) error {
	w := new(bytes.Buffer)
	undone := ""
	if !a.Stands() {
		undone = " (undone " + a.Undone.Format(time.DateOnly) + ")"
	}
	for _, m := range a.Moves {
		fmt.Fprintf(w, "%s  /articles/%s moved from /stories/%s to /stories/%s%s  [%s]\n", a.Made.Format(time.DateOnly), m.Article, m.From, m.To, undone, a.ID)
	}
	for _, p := range a.Pins {
		fmt.Fprintf(w, "%s  /articles/%s heads /stories/%s%s  [%s]\n", a.Made.Format(time.DateOnly), orElse(p.Article, "none in particular"), p.Story, undone, a.ID)
	}
	_, err := w.WriteTo(out)
	return err
}
