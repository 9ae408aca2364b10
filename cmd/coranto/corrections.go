package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"coranto"
	"coranto/archive/sqlite"
	"coranto/desk/byhand"
	"coranto/faces/term"
)

type correctionsCommand struct {
	dataFlag
	JSON bool   `name:"json" help:"One correction a line, whole, to keep or to give to another desk."`
	Undo string `placeholder:"ID" help:"Undo a correction; it stays on record."`
	Take string `placeholder:"FILE" help:"Take over what --json gave out, of articles that this desk holds; - is standard input."`
}

func (c *correctionsCommand) Run(ctx context.Context, m *Main) error {
	a, err := m.openArchive(ctx, c.Data)
	if err != nil {
		return err
	}
	if c.Undo != "" {
		err := a.UndoCorrection(ctx, c.Undo, time.Now().UTC())
		if coranto.KindOf(err) == coranto.NotFound {
			err = a.UndoArrangement(ctx, c.Undo, time.Now().UTC())
		}
		return err
	}
	if c.Take != "" {
		return m.takeCorrections(ctx, a, c.Take)
	}
	list, err := a.Corrections(ctx)
	if err != nil {
		return err
	}
	arranged, err := a.Arrangements(ctx)
	if err != nil {
		return err
	}
	if err := c.print(m, list, arranged); err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	return nil
}

func (c *correctionsCommand) print(m *Main, list []coranto.Correction, arranged []coranto.Arrangement) (err error) {
	for _, one := range list {
		if c.JSON {
			err = term.WriteJSON(m.Stdout, one)
		} else {
			err = term.Correction(m.Stdout, one)
		}
		if err != nil {
			return err
		}
	}
	for _, one := range arranged {
		if c.JSON {
			err = term.WriteJSON(m.Stdout, one)
		} else {
			err = term.Arrangement(m.Stdout, one)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// takeCorrections keeps those of a file. A line that cannot be kept is named and
// stops nothing.
func (m *Main) takeCorrections(ctx context.Context, a *sqlite.Archive, path string) error {
	in := m.Stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return coranto.Errorf(coranto.Unreadable, "take", path, "give a file that coranto corrections --json wrote", "%w", errors.Unwrap(err))
		}
		defer f.Close()
		in = f
	}
	failed := false
	lines := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			if err := takeCorrection(ctx, a, line, fmt.Sprintf("%s#%d", path, n)); err != nil {
				fmt.Fprintf(m.Stderr, "coranto: %v\n", err)
				failed = true
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return coranto.Errorf(coranto.Unreadable, "take", path, "", "%w", err)
		}
	}
	if failed {
		return errReported
	}
	return nil
}

func takeCorrection(ctx context.Context, a *sqlite.Archive, line []byte, name string) error {
	var made struct {
		coranto.Correction
		Moves []coranto.Moved  `json:"moves"`
		Pins  []coranto.Pinned `json:"pins"`
	}
	if err := json.Unmarshal(line, &made); err != nil {
		return coranto.Errorf(coranto.Damaged, "take", name, "give lines that coranto corrections --json wrote", "%w", err)
	}
	c := made.Correction
	if made.Moves == nil && made.Pins == nil {
		if err := byhand.Check(c); err != nil {
			return err
		}
		return a.Correct(ctx, c.Identify())
	}
	if !c.Stands() {
		return nil // an arrangement undone leaves nothing to take over
	}
	_, err := a.Arrange(ctx, coranto.Arrangement{Reader: c.Reader, Made: c.Made, Moves: made.Moves, Pins: made.Pins}.Identify())
	return err
}
