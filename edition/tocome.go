package edition

import (
	"slices"
	"strings"

	"coranto"
	"coranto/archive"
)

// Coming is an appointment that a story's articles tell, with what they say
// became of it.
type Coming struct {
	Date     Stamp
	Status   string // "announced", "moved", "cancelled", "denied", "held"
	Shape    string // of the status: ○ ◐ × ●
	Text     string // "talks: Velmark, Rodvania"
	Where    string
	Language string
	Marks    []Mark
}

// shapes are the words and shapes of what becomes of an appointment.
var shapes = map[string][2]string{
	"announced": {"announced", "○"},
	"postponed": {"moved", "◐"},
	"cancelled": {"cancelled", "×"},
	"denied":    {"denied", "×"},
	"happened":  {"held", "●"},
}

// coming is a Coming in the making.
type coming struct {
	coranto.Appointment
	citation
	language string
}

// toCome gathers the appointments that articles name, given in the order in
// which they are to be cited, by day: of several tellings the last word on who
// meets when. What is not sure or has no day is left out. What was announced for
// a day that is past stays announced: that nothing was heard of it is more than
// one story's articles can tell.
func (m *marks) toCome(articles []*archive.Kept) []Coming {
	root := rootsOf(articles)
	var all []*coming
	for _, k := range articles {
		for _, a := range k.Article.Appointments {
			if !a.Sure() || day(a.From) == "" {
				continue
			}
			c := sameComing(all, a)
			if c == nil {
				c = &coming{Appointment: a, language: k.Article.Language}
				all = append(all, c)
			}
			c.Status = a.Status
			c.Where = firstOf(c.Where, a.Where)
			c.citation.add(m, k, a.Start, root[k.Article.ID])
		}
	}
	slices.SortStableFunc(all, func(a, b *coming) int { return strings.Compare(a.From, b.From) })
	list := make([]Coming, 0, len(all))
	for _, c := range all {
		word := shapes[c.Status]
		list = append(list, Coming{
			Date: When(c.From, firstOf(c.To, c.From), "", m.edition.now()), Status: firstOf(word[0], c.Status), Shape: firstOf(word[1], "?"),
			Text: comingLabel(&c.Appointment), Where: c.Where, Language: c.language, Marks: c.citation.list(),
		})
	}
	return list
}

// sameComing finds an appointment of the same kind and day with somebody in
// common.
func sameComing(all []*coming, a coranto.Appointment) *coming {
	for _, c := range all {
		if c.What == a.What && c.From == a.From && slices.ContainsFunc(a.Who, func(w string) bool { return slices.Contains(c.Who, w) }) {
			return c
		}
	}
	return nil
}

// comingLabel says what is to come: "talks: Velmark, Rodvania".
func comingLabel(a *coranto.Appointment) string {
	if len(a.Who) == 0 {
		return a.What
	}
	return a.What + ": " + strings.Join(a.Who, ", ")
}
