package term

import (
	"bytes"
	"fmt"
	"io"

	"coranto/desk/timeline"
)

// dayTold is the line that timeline --json prints.
type dayTold struct {
	Date    string  `json:"date"`
	Text    string  `json:"text"`
	Article string  `json:"article"`
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Score   float64 `json:"score"`
}

// TimelineJSON writes one day a line.
func TimelineJSON(w io.Writer, entries []timeline.Entry) error {
	for _, e := range entries {
		if err := WriteJSON(w, dayTold(e)); err != nil {
			return err
		}
	}
	return nil
}

// Timeline writes days for people.
func Timeline(out io.Writer, entries []timeline.Entry) error {
	w := new(bytes.Buffer)
	for _, e := range entries {
		fmt.Fprintf(w, "%s  %s  [%s]\n", e.Date, e.Text, e.Article)
	}
	_, err := w.WriteTo(out)
	return err
}
