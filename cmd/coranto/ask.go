package main

import (
	"context"
	"fmt"
	"strings"

	"coranto"
	"coranto/archive"
	"coranto/archive/sqlite"
	"coranto/faces/term"
	"coranto/reading/lang"
)

// The commands that ask the desk and change nothing.

type storiesCommand struct {
	dataFlag
	JSON  bool   `name:"json" help:"One story a line."`
	Since moment `placeholder:"TIME" help:"Stories that reach this day or later."`
	Until moment `placeholder:"TIME" help:"Stories that begin on this day or earlier."`
	All   bool   `help:"Stories of a single article too."`
}

func (c *storiesCommand) Run(ctx context.Context, m *Main) error {
	a, err := m.openArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	q := archive.StoryQuery{Since: c.Since.text, Until: c.Until.text, MinArticles: 2}
	if c.All {
		q.MinArticles = 1
	}
	stories, err := a.Stories(ctx, q)
	if err != nil {
		return err
	}
	if !c.JSON {
		return term.Stories(m.Stdout, stories)
	}
	for _, s := range stories {
		if err := term.WriteJSON(m.Stdout, s); err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
	}
	return nil
}

type searchCommand struct {
	dataFlag
	JSON  bool     `name:"json" help:"One article a line."`
	Max   int      `default:"20" help:"How many at most."`
	Words []string `arg:"" name:"word" help:"Words that the article must hold."`
}

// found is the line that search --json prints.
type found struct {
	coranto.Head
	Story string  `json:"story"`
	Score float64 `json:"score"`
}

func (c *searchCommand) Run(ctx context.Context, m *Main) error {
	a, err := m.openArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	hits, total, err := a.Search(ctx, lang.QueryWords(strings.Join(c.Words, " "), "und"), c.Max, 0)
	if err != nil {
		return err
	}
	for _, h := range hits {
		if c.JSON {
			err = term.WriteJSON(m.Stdout, found{h.Head, h.Story, h.Score})
		} else {
			_, err = fmt.Fprintf(m.Stdout, "%-10s %-24s %s  [%s]\n", h.Head.Published, h.Head.Publisher, h.Head.Headline, h.Head.ID)
		}
		if err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
	}
	if !c.JSON {
		fmt.Fprintf(m.Stderr, "coranto: %d of %d\n", len(hits), total)
	}
	return nil
}

type checkCommand struct {
	dataFlag
}

func (c *checkCommand) Run(ctx context.Context, m *Main) error {
	a, err := m.openArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	if err := a.Check(ctx); err != nil {
		return err
	}
	n, err := a.Counts(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "whole: %d pages, %d articles, %d stories; %d failed, %d skipped, %d without an article\n",
		n.Pages, n.Articles, n.Stories, n.Failed, n.Skipped, n.Barren)
	outcomes, err := a.Outcomes(ctx, archive.Failed, archive.Skipped, archive.Barren)
	if err != nil {
		return err
	}
	for _, o := range outcomes {
		fmt.Fprintf(m.Stdout, "%-8s %s: %s\n", o.Status, o.Name, strings.TrimSuffix(o.Why+"; "+o.Hint, "; "))
	}
	return nil
}

// openArchive opens a desk that is there already.
func (m *Main) openArchive(ctx context.Context, flag string) (*sqlite.Archive, error) {
	a, err := sqlite.OpenExisting(ctx, m.dataDir(flag))
	if err != nil {
		return nil, err
	}
	m.closing(a.Close)
	return a, nil
}
