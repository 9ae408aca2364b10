package byhand

import (
	"strconv"
	"strings"
	"time"

	"coranto"
)

// Apply changes an article as the corrections say that stand, the earlier
// first, so that of two about one field the later one counts. Those of another
// version hold where the same words carry a fact of the same kind; those whose
// fact is gone change nothing. What a reader has set is sure.
func Apply(a *coranto.Article, version int, corrections []coranto.Correction) {
	for _, c := range corrections {
		if c.Article != a.ID || !c.Stands() || Check(c) != nil {
			continue
		}
		here := func(start, end int) bool {
			if c.Version == version {
				return start == c.Start && end == c.End
			}
			return c.Words != "" && coranto.Span{Start: start, End: end}.In(a.Text) == c.Words
		}
		switch c.Kind {
		case coranto.StatementFact:
			a.Statements = amend(a.Statements, c, func(s *coranto.Statement) *fact {
				return &fact{here(s.Start, s.End), &s.Confidence, map[string]any{"speaker": &s.Speaker, "role": &s.Role,
					"said_at": &s.SaidAt, "addressee": &s.Addressee, "relayed_by": &s.RelayedBy}}
			})
		case coranto.EventFact:
			a.Events = amend(a.Events, c, func(e *coranto.Event) *fact {
				return &fact{here(e.Start, e.End), &e.Confidence, map[string]any{"actors": &e.Actors, "targets": &e.Targets,
					"from": &e.From, "to": &e.To, "where": &e.Where, "modality": &e.Modality}}
			})
		case coranto.AppointmentFact:
			a.Appointments = amend(a.Appointments, c, func(p *coranto.Appointment) *fact {
				return &fact{here(p.Start, p.End), &p.Confidence, map[string]any{"who": &p.Who, "what": &p.What,
					"where": &p.Where, "from": &p.From, "to": &p.To, "status": &p.Status}}
			})
		case coranto.FigureFact:
			a.Figures = amend(a.Figures, c, func(f *coranto.Figure) *fact {
				return &fact{here(f.Start, f.End), &f.Confidence, map[string]any{"value": exactly(f), "what": &f.What,
					"unit": &f.Unit, "attributed_to": &f.AttributedTo, "bound": &f.Bound}}
			})
		case coranto.CaveatFact:
			a.Caveats = amend(a.Caveats, c, func(v *coranto.Caveat) *fact {
				return &fact{here(v.Start, v.End), new(float64), map[string]any{"kind": &v.Kind, "by": &v.By}}
			})
		}
	}
}

// fact is a finding as a correction sees it: whether it is the one meant, and
// where its fields lie, or how they are set, by JSON name.
type fact struct {
	meant      bool
	confidence *float64
	fields     map[string]any // *string, *[]string or func(string)
}

// amend applies a correction to the findings that it means, in a list of its
// own: others may hold the one given.
func amend[T any](list []T, c coranto.Correction, see func(*T) *fact) []T {
	amended := make([]T, 0, len(list))
	for _, one := range list {
		if f := see(&one); f.meant {
			if c.Deed == coranto.Hide {
				continue
			}
			f.set(c.Field, c.Value)
		}
		amended = append(amended, one)
	}
	return amended
}

func (f *fact) set(name, value string) {
	switch field := f.fields[name].(type) {
	case *string:
		*field = value
	case func(string):
		field(value)
	case *[]string:
		*field = parties(value)
	}
	*f.confidence = 1
}

// exactly sets a figure's value, which then is no range.
func exactly(f *coranto.Figure) func(string) {
	return func(value string) {
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			f.Value, f.Max = n, nil
		}
	}
}

// parties cuts a list of names as a reader writes it: "France; Velmark".
func parties(value string) []string {
	list := []string{}
	for _, name := range strings.Split(value, ";") {
		if name = strings.TrimSpace(name); name != "" {
			list = append(list, name)
		}
	}
	return list
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
