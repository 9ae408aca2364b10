package edition

import (
	"context"

	"coranto"
	"coranto/archive"
)

// outcomesShown caps how many inputs of one outcome a page lists.
const outcomesShown = 300

// Sources is what the desk reads, and what became of everything that came in.
type Sources struct {
	Counts   archive.Counts
	Sources  []SourceLine
	Outcomes []OutcomeList // failed, skipped, without article; only those there are
}

// SourceLine is a source with how its last reading went.
type SourceLine struct {
	coranto.Source
	Href    string // "" when it is no web address
	Checked Stamp
	Due     Stamp
}

// OutcomeList is the inputs that ended in one way.
type OutcomeList struct {
	Status archive.Status
	Total  int
	First  []archive.Outcome // at most 300, in name order
}

// Sources returns the sources and the inputs that gave nothing, with reasons.
func (e *Edition) Sources(ctx context.Context) (*Sources, error) {
	sources, err := e.archive.Sources(ctx)
	if err != nil {
		return nil, err
	}
	counts, err := e.archive.Counts(ctx)
	if err != nil {
		return nil, err
	}
	view := &Sources{Counts: counts}
	for _, s := range sources {
		view.Sources = append(view.Sources, SourceLine{
			Source: s, Href: webAddress(s.URL), Checked: At(s.Checked, e.now()), Due: Until(s.Due, e.now()),
		})
	}
	for _, status := range []archive.Status{archive.Failed, archive.Skipped, archive.Barren} {
		outcomes, err := e.archive.Outcomes(ctx, status)
		if err != nil {
			return nil, err
		}
		if len(outcomes) > 0 {
			view.Outcomes = append(view.Outcomes, OutcomeList{
				Status: status, Total: len(outcomes), First: outcomes[:min(len(outcomes), outcomesShown)],
			})
		}
	}
	return view, nil
}

// More returns how many inputs are not listed.
func (l OutcomeList) More() int { return l.Total - len(l.First) }
