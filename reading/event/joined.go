package event

import (
	"slices"

	"coranto"
)

// joined adds an appointment to those that a text told before, or completes the
// one that it repeats: of the same days and somebody in common.
// Where neither has all who are of the other, they are two.
func joined(all []coranto.Appointment, a coranto.Appointment) []coranto.Appointment {
	for i := range all {
		b := &all[i]
		if !within(a.Who, b.Who) && !within(b.Who, a.Who) {
			continue
		}
		if !alike(b.What, a.What) || b.From != a.From && a.From != "" && b.From != "" ||
			!sharing(a.Who, b.Who) {
			continue
		}
		if (a.From == "" || b.From == "") && a.Where != "" && b.Where != "" && a.Where != b.Where {
			continue
		}
		if b.Status != a.Status && a.From == "" || (b.From == "") != (a.From == "") && b.What != a.What && !sameParties(a.Who, b.Who) {
			continue
		}
		if b.From == "" {
			b.From, b.To, b.Confidence = a.From, a.To, a.Confidence
		}
		if b.Where == "" {
			b.Where = a.Where
		}
		if b.Status == "announced" {
			b.Status = a.Status
		}
		for _, w := range a.Who {
			if !slices.Contains(b.Who, w) {
				b.Who = append(b.Who, w)
			}
		}
		return all
	}
	return append(all, a)
}

// alike tells kinds under which one meeting may be told.
func alike(a, b string) bool {
	meet := func(k string) bool { return k == "meeting" || k == "talks" }
	return a == b || meet(a) && meet(b)
}

// within tells whether all names of one list are in another.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// sameParties tells lists of the same names.
func sameParties(a, b []string) bool {
	return len(a) == len(b) && within(a, b)
}
