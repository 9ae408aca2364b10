package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"coranto"
	"coranto/archive"
	"coranto/desk/series"
	"coranto/edition"
	"coranto/faces/term"
)

type figuresCommand struct {
	dataFlag
	JSON  bool     `name:"json" help:"One series a line: every number with who gives it and where it stands."`
	Since moment   `placeholder:"TIME" help:"Stories that reach this day or later."`
	Until moment   `placeholder:"TIME" help:"Stories that begin on this day or earlier."`
	All   bool     `help:"Also numbers that a single text tells."`
	Query []string `arg:"" optional:"" help:"Words of what is counted, of the place or of the story's headline."`
}

// figureSeries is the line that figures --json prints.
type figureSeries struct {
	series.Series
	Headline string         `json:"headline"` // of the story
	Change   *series.Change `json:"change"`
	Disputed bool           `json:"disputed"`
}

func (c *figuresCommand) Run(ctx context.Context, m *Main) error {
	a, err := m.openArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	stories, err := a.Stories(ctx, archive.StoryQuery{Since: c.Since.text, Until: c.Until.text})
	if err != nil {
		return err
	}
	e := edition.New(a, nil, time.Now)
	for _, s := range stories {
		list, err := e.FigureSeries(ctx, s)
		if err != nil {
			return err
		}
		if err := c.print(m, s, list); err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
	}
	return nil
}

func (c *figuresCommand) print(m *Main, s coranto.Story, list []series.Series) error {
	headline := s.Headline
	for i := range list {
		one := &list[i]
		if !(c.All || one.Telling()) || !edition.Asked(strings.Join(c.Query, " "), s.Headline+" "+one.What+" "+one.Where) {
			continue
		}
		if c.JSON {
			line := figureSeries{Series: *one, Headline: s.Headline}
			if change, ok := one.Change(); ok {
				line.Change = &change
			}
			_, _, line.Disputed = one.Disputed()
			if err := term.WriteJSON(m.Stdout, line); err != nil {
				return err
			}
			continue
		}
		if headline != "" {
			if _, err := fmt.Fprintf(m.Stdout, "%s  [%s]\n", headline, s.ID); err != nil {
				return err
			}
			headline = ""
		}
		if err := term.Series(m.Stdout, one); err != nil {
			return err
		}
	}
	return nil
}
