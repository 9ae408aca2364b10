package story

import (
	"math"
	"strings"
	"testing"
)

// Each language's words tell of the same concepts.
func TestConceptsAcrossLanguages(t *testing.T) {
	for language, text := range map[string]string{
		"en": "The minister resigns after the fire", "de": "Der Minister tritt nach dem Brand zurück", "fr": "Le ministre démissionne après l'incendie",
		"es": "El ministro dimite tras el incendio", "it": "Il ministro si dimette dopo l'incendio", "ru": "Министр уходит в отставку после пожара",
		"ar": "استقالة الوزير بعد حريق", "pt": "O ministro se demite depois do incêndio", "nl": "De minister treedt af na de brand",
	} {
		got := gistOfText(language, text, "").head
		var names []string
		got.each(func(n int) { names = append(names, conceptNames()[n]) })
		for _, want := range []string{"resign", "burn", "~minister"} {
			if !strings.Contains(" "+strings.Join(names, " ")+" ", " "+want+" ") {
				t.Errorf("%s: %q tells of %v, not of %s", language, text, names, want)
			}
		}
	}
}

func conceptNames() (names []string) {
	for line := range strings.Lines(conceptText) {
		if line[0] != '#' && line[0] != '\n' {
			names = append(names, strings.Fields(line)[0])
		}
	}
	return names
}

func gistOfText(language, headline, text string) *gist {
	return &Prepare(Item{ID: headline, Language: language, Headline: headline, Text: text}).doc.gist
}

func TestParallels(t *testing.T) {
	x := newIndex(8)
	for n := range x.telling {
		x.telling[n] = idfUnit
	}
	at := func(it Item) *gist { return &Prepare(it).doc.gist }
	struck := at(Item{Language: "en", Headline: "Missiles hit the capital", Text: "Nine people were killed.", Days: []string{"2026-03-03", "2026-02-01"},
		Figures: []Figure{{"killed", 9}, {"wounded", 31}}, Places: []string{"Arnsee"}, Acts: []Act{{"ASSAULT", "Kostria", "Velmark"}}})
	told := at(Item{Language: "de", Headline: "Neun Tote bei Angriff auf die Hauptstadt", Text: "Raketen schlugen ein.", Days: []string{"2026-03-03"},
		Figures: []Figure{{"verletzt", 31}}, Places: []string{"Tarn", "Arnsee"}, Acts: []Act{{"ASSAULT", "Kostria", ""}}})
	wed := at(Item{Language: "en", Headline: "Minister weds singer", Text: "The wedding was on Friday.", Days: []string{"2026-03-06"},
		Figures: []Figure{{"guests", 400}}, Places: []string{"Selm"}})
	p := x.parallels(struck, told)
	if p.deed < 0.5 || p.deedClash != 0 || p.day != 1 || p.dayGap != 0 || p.figure != 1 || p.place != 1 || p.placeClash != 0 || p.act == 0 {
		t.Errorf("one event told twice: %+v", p)
	}
	p = x.parallels(struck, wed)
	if p.deed != 0 || p.deedClash != 1 || p.day != 0 || p.dayGap != 3 || p.figure != 0 || p.place != 0 || p.placeClash != 1 || p.act != 0 {
		t.Errorf("two events: %+v", p)
	}
	if p = x.parallels(struck, &gist{}); !math.IsNaN(p.dayGap) || p.placeClash != 0 {
		t.Errorf("nothing known of one: %+v", p)
	}
	rises := at(Item{Language: "en", Headline: "Toll rises", Figures: []Figure{{"killed", 14}}})
	if p = x.parallels(struck, rises); p.figure != 0 || p.figureGap != 1 {
		t.Errorf("another toll: %+v", p)
	}
}
