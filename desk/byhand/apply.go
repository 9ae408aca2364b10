package byhand

import (
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
		m := meant{c, a.Text, version}
		switch c.Kind {
		case coranto.StatementFact:
			a.Statements = amend(a.Statements, m, seeStatement)
		case coranto.EventFact:
			a.Events = amend(a.Events, m, seeEvent)
		case coranto.AppointmentFact:
			a.Appointments = amend(a.Appointments, m, seeAppointment)
		case coranto.FigureFact:
			a.Figures = amend(a.Figures, m, seeFigure)
		case coranto.CaveatFact:
			a.Caveats = amend(a.Caveats, m, seeCaveat)
		}
	}
}

// meant tells which facts of a version's text a correction means.
type meant struct {
	coranto.Correction
	text    string
	version int
}

func (m meant) means(at coranto.Span) bool {
	if m.Version == m.version {
		return at.Start == m.Start && at.End == m.End
	}
	return m.Words != "" && at.In(m.text) == m.Words
}

// amend applies a correction to the facts that it means, in a list of its own:
// others may hold the one given.
func amend[T any](list []T, m meant, see func(*T) seen) []T {
	amended := make([]T, 0, len(list))
	for _, one := range list {
		if s := see(&one); m.means(s.at) {
			if m.Deed == coranto.Hide {
				continue
			}
			s.field(m.Field).set(m.Value)
			*s.confidence = 1
		}
		amended = append(amended, one)
	}
	return amended
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
