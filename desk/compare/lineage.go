package compare

import (
	"strings"

	"coranto"
)

// Printing is one printing of a text: an article that was copied or copies.
type Printing struct {
	ID        string
	Publisher string
	Agencies  []string // that it credits
	Published string   // a date or RFC 3339; "" unknown
	Text      string
	Sentences []coranto.Span
}

// Lineage tells where a text that several publishers print comes from.
type Lineage struct {
	First  int    // the printing that the others go back to
	Agency string // whose text it is, as it credits or as the others do; "" unknown
	Copies []Changes
}

// Changes are what a publisher made of a text.
type Changes struct {
	ID    string
	Added []coranto.Span // in the copy: sentences that the first printing has not, or in other words
	Cut   []coranto.Span // in the first printing: sentences that the copy has not, or in other words
}

// LineageOf tells the lineage of printings of one text, given in order of
// arrival. The first is the agency's own where one of them is; else the earliest
// by date; where dates do not tell, the one that arrived first. It panics when
// there are none.
func LineageOf(printings []Printing) Lineage {
	l := Lineage{Agency: creditedAgency(printings)}
	first := &printings[0]
	for i := range printings {
		p := &printings[i]
		own, has := sameName(p.Publisher, l.Agency), sameName(first.Publisher, l.Agency)
		if own && !has || own == has && printedBefore(p.Published, first.Published) {
			l.First, first = i, p
		}
	}
	for i := range printings {
		if i != l.First {
			l.Copies = append(l.Copies, Made(*first, printings[i]))
		}
	}
	return l
}

// creditedAgency is the one agency that all who credit one name.
func creditedAgency(printings []Printing) string {
	name := ""
	for _, p := range printings {
		for _, a := range p.Agencies {
			if name != "" && !sameName(name, a) {
				return ""
			}
			name = a
		}
	}
	return name
}

func sameName(a, b string) bool { return a != "" && strings.EqualFold(a, b) }

// printedBefore compares dates as far as both are known: a day holds all its moments.
func printedBefore(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}

// Made tells what a publisher made of the first printing.
func Made(first, copied Printing) Changes {
	c := Changes{ID: copied.ID}
	for _, d := range Differences(first.Text, first.Sentences, copied.Text, copied.Sentences) {
		if d.Kind == Same {
			continue
		}
		if d.Old.Len() > 0 {
			c.Cut = append(c.Cut, d.Old)
		}
		if d.New.Len() > 0 {
			c.Added = append(c.Added, d.New)
		}
	}
	return c
}
