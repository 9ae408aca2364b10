package byhand

import (
	"strconv"
	"strings"

	"coranto"
)

// Fact is something found in an article, as a reader may correct it.
type Fact struct {
	Kind coranto.FactKind
	coranto.Span
	Sure   bool    // sure enough to be shown
	Values []Value // of Fields(Kind), in that order
}

// Value is a field with what it holds.
type Value struct {
	Field
	Text string // several names are separated by semicolons
}

// Facts returns everything in an article that may be corrected, kind by kind.
func Facts(a *coranto.Article) []Fact {
	var list []Fact
	list = facts(list, coranto.StatementFact, a.Statements, seeStatement)
	list = facts(list, coranto.AppointmentFact, a.Appointments, seeAppointment)
	list = facts(list, coranto.FigureFact, a.Figures, seeFigure)
	list = facts(list, coranto.EventFact, a.Events, seeEvent)
	return facts(list, coranto.CaveatFact, a.Caveats, seeCaveat)
}

func facts[T any](list []Fact, kind coranto.FactKind, of []T, see func(*T) seen) []Fact {
	for i := range of {
		s := see(&of[i])
		f := Fact{Kind: kind, Span: s.at, Sure: *s.confidence >= coranto.SureAt}
		for _, field := range Fields(kind) {
			f.Values = append(f.Values, Value{field, s.field(field.Name).get()})
		}
		list = append(list, f)
	}
	return list
}

// seen is a fact of any kind: where it stands, how sure it is, and its fields in
// the order of Fields.
type seen struct {
	kind       coranto.FactKind
	at         coranto.Span
	confidence *float64
	fields     []held
}

func (s seen) field(name string) held {
	for i, f := range Fields(s.kind) {
		if f.Name == name {
			return s.fields[i]
		}
	}
	return text{new(string)}
}

func seeStatement(s *coranto.Statement) seen {
	return seen{coranto.StatementFact, coranto.Span{Start: s.Start, End: s.End}, &s.Confidence,
		[]held{text{&s.Speaker}, text{&s.Role}, text{&s.SaidAt}, text{&s.Addressee}, text{&s.RelayedBy}}}
}

func seeEvent(e *coranto.Event) seen {
	return seen{coranto.EventFact, coranto.Span{Start: e.Start, End: e.End}, &e.Confidence,
		[]held{names{&e.Actors}, names{&e.Targets}, text{&e.From}, text{&e.To}, text{&e.Where}, text{&e.Modality}}}
}

func seeAppointment(p *coranto.Appointment) seen {
	return seen{coranto.AppointmentFact, coranto.Span{Start: p.Start, End: p.End}, &p.Confidence,
		[]held{names{&p.Who}, text{&p.What}, text{&p.Where}, text{&p.From}, text{&p.To}, text{&p.Status}}}
}

func seeFigure(f *coranto.Figure) seen {
	return seen{coranto.FigureFact, coranto.Span{Start: f.Start, End: f.End}, &f.Confidence,
		[]held{number{f}, text{&f.What}, text{&f.Unit}, text{&f.Where}, text{&f.AttributedTo}, text{&f.Bound}}}
}

func seeCaveat(c *coranto.Caveat) seen {
	sure := 1.0
	return seen{coranto.CaveatFact, coranto.Span{Start: c.Start, End: c.End}, &sure, []held{text{&c.Kind}, text{&c.By}}}
}

// held is a field of a fact.
type held interface {
	get() string
	set(string)
}

type text struct{ is *string }

func (t text) get() string  { return *t.is }
func (t text) set(s string) { *t.is = s }

type names struct{ are *[]string }

func (n names) get() string { return strings.Join(*n.are, "; ") }

func (n names) set(s string) {
	*n.are = []string{}
	for _, name := range strings.Split(s, ";") {
		if name = strings.TrimSpace(name); name != "" {
			*n.are = append(*n.are, name)
		}
	}
}

// number is a figure's value, which is no range once a reader has set it.
type number struct{ of *coranto.Figure }

func (n number) get() string { return strconv.FormatFloat(n.of.Value, 'f', -1, 64) }

func (n number) set(s string) {
	if v, err := strconv.ParseFloat(s, 64); err == nil {
		n.of.Value, n.of.Max = v, nil
	}
}
