package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"coranto/desk/timeline"
	"coranto/edition"
	"coranto/sampledesk"
)

// TestSampleCalendar: what is planted in the sample desk comes out of its pages.
func TestSampleCalendar(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	m := NewMain()
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	a, err := m.openSampleDesk(ctx, dir)
	if err != nil {
		t.Fatal(err)
	}
	names, err := deskNames(dir)
	if err != nil {
		t.Fatal(err)
	}
	e := edition.New(a, names, func() time.Time { return sampledesk.Now })
	entries, err := e.Entries(ctx, edition.CalendarQuery{Since: "2026-10-01"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range entries {
		line := fmt.Sprintf("%s %s %s: %s", x.From, x.Status, x.What, strings.Join(x.Who, ", "))
		for _, c := range x.Changes {
			line += fmt.Sprintf("; %s from %s", c.Status, c.Was)
		}
		got = append(got, line)
	}
	for _, want := range []string{
		"2026-10-21 held meeting: Rodvania, Altynor; moved from 2026-10-14",
		"2026-10-18 kept deadline: Altynor",
		"2026-10-27 nothing heard visit: Arkady Tverdin",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no %q among\n\t%s", want, strings.Join(got, "\n\t"))
		}
	}

	days, err := e.Timeline(ctx, edition.TimelineQuery{Max: 12})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2026-10-08", "2026-10-12", "2026-10-18", "2026-10-21"} {
		if !slices.ContainsFunc(days, func(d timeline.Entry) bool { return d.Date == want }) {
			t.Errorf("the timeline lacks %s: %v", want, days)
		}
	}
}
