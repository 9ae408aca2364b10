package compare

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
)

// printing is one whose sentences are the lines of text.
func printing(id, publisher, published, text string, agencies ...string) Printing {
	p := Printing{ID: id, Publisher: publisher, Published: published, Text: text, Agencies: agencies}
	at := 0
	for line := range strings.Lines(text) {
		p.Sentences = append(p.Sentences, coranto.Span{Start: at, End: at + len(strings.TrimSpace(line))})
		at += len(line)
	}
	return p
}

const merganser = "The Merganser sank off Selm on Monday.\nNine people died.\nDivers search the wreck."

func TestLineage(t *testing.T) {
	for _, c := range []struct {
		name      string
		printings []Printing
		first     string
		agency    string
	}{
		{"the agency's own, though it came later", []Printing{
			printing("a", "Selm Herald", "2026-03-03", merganser, "Velmark Press Agency"),
			printing("b", "Velmark Press Agency", "2026-03-03", merganser),
		}, "b", "Velmark Press Agency"},
		{"the earliest date", []Printing{
			printing("a", "Selm Herald", "2026-03-03T12:00:00Z", merganser), printing("b", "Tarn Post", "2026-03-03T09:30:00Z", merganser),
		}, "b", ""},
		{"a day holds all its moments", []Printing{
			printing("a", "Selm Herald", "2026-03-03", merganser), printing("b", "Tarn Post", "2026-03-03T09:30:00Z", merganser),
		}, "a", ""},
		{"without dates the first to arrive", []Printing{
			printing("a", "Selm Herald", "", merganser), printing("b", "Tarn Post", "2026-03-03", merganser),
		}, "a", ""},
		{"two agencies credited: neither is told", []Printing{
			printing("a", "Selm Herald", "", merganser, "Velmark Press Agency"), printing("b", "Tarn Post", "", merganser, "Oska News"),
		}, "a", ""},
	} {
		got := LineageOf(c.printings)
		if first := c.printings[got.First].ID; first != c.first || got.Agency != c.agency {
			t.Errorf("%s: first %s of %q, want %s of %q", c.name, first, got.Agency, c.first, c.agency)
		}
	}
}

func TestLineageTellsWhatWasMadeOfIt(t *testing.T) {
	first := printing("a", "Velmark Press Agency", "2026-03-03", merganser)
	other := printing("b", "Selm Herald", "2026-03-03", "The Merganser sank off Selm on Monday.\nNine people died.\nThe Herald's reporter knew the captain.")
	got := LineageOf([]Printing{first, other})
	var made []string
	for _, c := range got.Copies {
		for _, s := range c.Added {
			made = append(made, c.ID+" adds "+s.In(other.Text))
		}
		for _, s := range c.Cut {
			made = append(made, c.ID+" cuts "+s.In(first.Text))
		}
	}
	want := []string{"b adds The Herald's reporter knew the captain.", "b cuts Divers search the wreck."}
	if diff := cmp.Diff(want, made); diff != "" {
		t.Error(diff)
	}
}
