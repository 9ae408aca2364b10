package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"coranto/edition"
	"coranto/faces/term"
)

type calendarCommand struct {
	dataFlag
	JSON  bool     `name:"json" xor:"form" help:"One appointment a line."`
	ICS   bool     `name:"ics" xor:"form" help:"An iCalendar file."`
	Since moment   `placeholder:"TIME" help:"Appointments on this day or later (default: two weeks ago)."`
	Until moment   `placeholder:"TIME" help:"Appointments on this day or earlier."`
	Query []string `arg:"" optional:"" help:"Words that who, what or where must hold."`
}

func (c *calendarCommand) Run(ctx context.Context, m *Main) error {
	e, err := m.openEdition(ctx, c.Data)
	if err != nil {
		return err
	}
	q := edition.CalendarQuery{Words: strings.Join(c.Query, " "), Since: c.Since.day(), Until: c.Until.day()}
	if !c.JSON && !c.ICS {
		view, err := e.Calendar(ctx, q)
		if err != nil {
			return err
		}
		if err := term.Calendar(m.Stdout, view); err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
		return nil
	}
	entries, err := e.Entries(ctx, q)
	if err != nil {
		return err
	}
	if c.ICS {
		err = e.WriteICS(m.Stdout, entries, "")
	} else {
		err = term.CalendarJSON(m.Stdout, entries)
	}
	if err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	return nil
}

// day is the moment's day as it was written, "" for none.
func (t moment) day() string { return t.text[:min(len(t.text), len(time.DateOnly))] }

// openEdition opens a desk that is there already, to be asked.
func (m *Main) openEdition(ctx context.Context, flag string) (*edition.Edition, error) {
	a, err := m.openArchive(ctx, flag)
	if err != nil {
		return nil, err
	}
	names, err := deskNames(m.dataDir(flag))
	if err != nil {
		return nil, err
	}
	return edition.New(a, names, time.Now), nil
}
