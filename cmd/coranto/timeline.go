package main

import (
	"context"
	"fmt"
	"strings"

	"coranto/edition"
	"coranto/faces/term"
)

type timelineCommand struct {
	dataFlag
	JSON  bool     `name:"json" help:"One day a line."`
	Max   int      `default:"20" help:"How many days at most."`
	Since moment   `placeholder:"TIME" help:"Days from this one on (default: the first on which an article was printed)."`
	Until moment   `placeholder:"TIME" help:"Days up to this one (default: the last on which an article was printed)."`
	Query []string `arg:"" optional:"" help:"Words that the articles must hold; none: the whole desk."`
}

func (c *timelineCommand) Run(ctx context.Context, m *Main) error {
	e, err := m.openEdition(ctx, c.Data)
	if err != nil {
		return err
	}
	entries, err := e.Timeline(ctx, edition.TimelineQuery{Words: strings.Join(c.Query, " "), Since: c.Since.day(), Until: c.Until.day(), Max: c.Max})
	if err != nil {
		return err
	}
	if c.JSON {
		err = term.TimelineJSON(m.Stdout, entries)
	} else {
		err = term.Timeline(m.Stdout, entries)
	}
	if err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	return nil
}
