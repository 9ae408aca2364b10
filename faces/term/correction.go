package term

import (
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
