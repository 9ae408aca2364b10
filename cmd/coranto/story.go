package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"coranto"
	"coranto/archive/sqlite"
	"coranto/edition"
	"coranto/faces/term"
	"coranto/reading/lang"
)

type storyCommand struct {
	dataFlag
	JSON  bool     `name:"json" help:"One JSON object."`
	Since moment   `placeholder:"TIME" help:"Tell what changed since then (default: since the day before the newest)."`
	Words []string `arg:"" name:"story" help:"The story's identifier, or words that find it."`
}

func (c *storyCommand) Run(ctx context.Context, m *Main) error {
	a, err := m.openArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	names, err := deskNames(m.dataDir(c.Data))
	if err != nil {
		return err
	}
	id, err := findStory(ctx, a, c.Words)
	if err != nil {
		return err
	}
	since := edition.Since{At: c.Since.time}
	if len(c.Since.text) == len(time.DateOnly) {
		since = edition.SinceDay(since.At)
	}
	s, err := edition.New(a, names, time.Now).StorySince(ctx, id, since)
	if err != nil {
		return err
	}
	if c.JSON {
		err = term.StoryJSON(m.Stdout, s)
	} else {
		err = term.Story(m.Stdout, s)
	}
	if err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	return nil
}

// findStory returns the identifier of a story: the word given, where it is one,
// else that of the article which the words find best.
func findStory(ctx context.Context, a *sqlite.Archive, words []string) (string, error) {
	if len(words) == 1 {
		if _, err := a.Story(ctx, words[0]); coranto.KindOf(err) != coranto.NotFound {
			return words[0], err
		}
	}
	query := strings.Join(words, " ")
	hits, _, err := a.Search(ctx, lang.QueryWords(query, "und"), 1, 0)
	if err != nil {
		return "", err
	}
	if len(hits) == 0 {
		return "", coranto.Errorf(coranto.NotFound, "find story", query, "list stories with coranto stories --all", "no story has this identifier and no article these words")
	}
	return hits[0].Story, nil
}

type statementsCommand struct {
	dataFlag
	JSON    bool     `name:"json" help:"One statement a line."`
	Speaker string   `placeholder:"NAME" help:"Of this speaker: the name, or its last word."`
	Since   moment   `placeholder:"TIME" help:"Made on this day or later."`
	Until   moment   `placeholder:"TIME" help:"Made on this day or earlier."`
	Max     int      `default:"200" help:"How many at most."`
	Words   []string `arg:"" optional:"" name:"word" help:"Words that the article must hold."`
}

func (c *statementsCommand) Run(ctx context.Context, m *Main) error {
	a, err := m.openArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	names, err := deskNames(m.dataDir(c.Data))
	if err != nil {
		return err
	}
	list, err := edition.New(a, names, time.Now).Statements(ctx, edition.StatementQuery{
		Words: strings.Join(c.Words, " "), Speaker: c.Speaker, Since: c.Since.text, Until: c.Until.text, Max: c.Max,
	})
	if err != nil {
		return err
	}
	if !c.JSON {
		return term.Statements(m.Stdout, list)
	}
	for _, s := range list {
		if err := term.WriteJSON(m.Stdout, s); err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
	}
	return nil
}
