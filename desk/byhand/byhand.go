// Package byhand lets what readers correct by hand overrule what the program
// found: a fact hidden, or a field of it set. Corrections are facts that stand
// beside the readings, so that a better reader may read everything anew and what
// people decided still holds.
package byhand

import (
	"slices"
	"strconv"
	"strings"

	"coranto"
)

// Field is what may be set of a fact.
type Field struct {
	Name    string   // its JSON name
	Choices []string // the values there are; nil for free text
	Date    bool     // its value is a date
	Number  bool
}

// Fields returns what may be set of each kind of fact, in reading order.
func Fields(kind coranto.FactKind) []Field {
	switch kind {
	case coranto.StatementFact:
		return []Field{{Name: "speaker"}, {Name: "role"}, {Name: "said_at", Date: true}, {Name: "addressee"}, {Name: "relayed_by"}}
	case coranto.EventFact:
		return []Field{{Name: "actors"}, {Name: "targets"}, {Name: "from", Date: true}, {Name: "to", Date: true}, {Name: "where"},
			{Name: "modality", Choices: []string{"happened", "announced", "denied", "threatened", "possible", "ongoing"}}}
	case coranto.AppointmentFact:
		return []Field{{Name: "who"}, {Name: "what", Choices: []string{"meeting", "visit", "summit", "call", "talks", "deadline", "vote", "ceremony", "pledge", "threat", "demand", "other"}},
			{Name: "where"}, {Name: "from", Date: true}, {Name: "to", Date: true},
			{Name: "status", Choices: []string{"announced", "happened", "postponed", "cancelled", "denied", "doubtful", "deception"}}}
	case coranto.FigureFact:
		return []Field{{Name: "value", Number: true}, {Name: "what"}, {Name: "unit"}, {Name: "where"}, {Name: "attributed_to"},
			{Name: "bound", Choices: []string{"exact", "at least", "about", "up to"}}}
	case coranto.CaveatFact:
		return []Field{{Name: "kind", Choices: []string{"unverified", "no comment", "denied", "disputed"}}, {Name: "by"}}
	}
	return nil
}

// Check says what is wrong with a correction, as an error of kind Usage; nil
// when it can be applied.
func Check(c coranto.Correction) error {
	refuse := func(hint, why string, args ...any) error {
		return coranto.Errorf(coranto.Usage, "correct", string(c.Kind), hint, why, args...)
	}
	fields := Fields(c.Kind)
	if fields == nil {
		return refuse("choose a statement, event, appointment, figure or caveat", "%q is no kind of fact", c.Kind)
	}
	switch c.Deed {
	case coranto.Hide:
		return nil
	case coranto.Set:
	default:
		return refuse("choose hide or set", "%q is nothing that can be done", c.Deed)
	}
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == c.Field })
	if i < 0 {
		return refuse("choose one of "+named(fields), "it has no field %q", c.Field)
	}
	f := fields[i]
	switch {
	case f.Choices != nil && !slices.Contains(f.Choices, c.Value):
		return refuse("choose one of "+strings.Join(f.Choices, ", "), "%s cannot be %q", f.Name, c.Value)
	case f.Date && c.Value != "" && !isDate(c.Value):
		return refuse("write it as 2026-11-21", "%s %q is no date", f.Name, c.Value)
	case f.Number:
		if _, err := strconv.ParseFloat(c.Value, 64); err != nil {
			return refuse("write digits alone, such as 1200", "%s %q is no number", f.Name, c.Value)
		}
	}
	return nil
}

func named(fields []Field) string {
	list := make([]string, len(fields))
	for i, f := range fields {
		list[i] = f.Name
	}
	return strings.Join(list, ", ")
}
