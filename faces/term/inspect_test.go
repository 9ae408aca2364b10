package term

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
)

// inspected is an article with one of each thing found, one of them not sure.
func inspected() coranto.Article {
	text := "Twelve people were killed in Tarn on Monday, Ada Lindqvar said.\n\nVelmark struck \x1b[31mRodvania\u202e."
	span := func(words string) (int, int) {
		i := strings.Index(text, words)
		return i, i + len(words)
	}
	a := coranto.Article{Page: "page.html", N: 1, Kind: coranto.Report, Language: "en", Headline: "Toll in Tarn", Text: text}
	s, e := span("Twelve people were killed in Tarn on Monday")
	who, end := span("Ada Lindqvar")
	a.Statements = []coranto.Statement{{Speaker: "Ada Lindqvar", Role: "mayor", Cue: "said", Mode: coranto.Reported, Start: s, End: e, Source: &coranto.Span{Start: who, End: end}, Confidence: 0.93}}
	a.Entities = []coranto.Entity{{Name: "Ada Lindqvar", Type: coranto.Person, Mentions: []coranto.Span{{Start: who, End: end}}}}
	s, e = span("Twelve people were killed")
	a.Figures = []coranto.Figure{{What: "killed", Value: 12, Bound: "exact", AttributedTo: "Ada Lindqvar", Start: s, End: e, Confidence: 0.96}}
	s, e = span("on Monday")
	a.Times = []coranto.Time{{Type: "DATE", Value: "2026-10-12", Start: s + 3, End: e}}
	s, e = span("Velmark struck")
	a.Events = []coranto.Event{{Type: "ASSAULT", Verb: "struck", Actors: []string{"Velmark"}, Targets: []string{"Rodvania"}, Modality: "happened", Start: s, End: e, Confidence: 0.4}}
	return a
}

func TestInspect(t *testing.T) {
	head := strings.Repeat("─", 72) + "\npage.html · article 1 · report · en\nundated\n\nToll in Tarn\n\n"
	for _, c := range []struct {
		name  string
		style Style
		want  string
	}{
		{"beside", Style{}, head +
			"Twelve people were killed in Tarn on Monday, Ada Lindqvar said.  │ said: Ada Lindqvar, mayor\n" +
			"                                                                 │ figure: 12 killed by Ada Lindqvar\n" +
			"                                                                 │ date: 2026-10-12\n" +
			"                                                                 │ name: Ada Lindqvar, person\n\n" +
			"Velmark struck \uFFFD[31mRodvania\uFFFD.\n\n"},
		{"below, explained", Style{Explain: true, Width: 60}, head +
			"Twelve people were killed in Tarn on Monday, Ada Lindqvar said.\n" +
			"    said: Ada Lindqvar, mayor\n" +
			"        cue “said” · reported · speaker written “Ada\n" +
			"        Lindqvar” · confidence 0.93\n" +
			"    figure: 12 killed by Ada Lindqvar\n" +
			"        bound “exact” · confidence 0.96\n" +
			"    date: 2026-10-12\n" +
			"        TIMEX3 DATE\n" +
			"    name: Ada Lindqvar, person\n" +
			"        1 named, 0 referred to\n\n" +
			"Velmark struck \uFFFD[31mRodvania\uFFFD.\n" +
			"    held back: event: ASSAULT Velmark → Rodvania happened\n" +
			"        verb “struck” · confidence 0.40\n\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			if err := Article(&b, inspected(), c.style); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, b.String()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// Colour adds codes of ours and nothing else; strangers' codes do not pass.
func TestInspectInColour(t *testing.T) {
	var plain, coloured strings.Builder
	if err := Article(&plain, inspected(), Style{}); err != nil {
		t.Fatal(err)
	}
	if err := Article(&coloured, inspected(), Style{Color: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(coloured.String(), "\x1b[4;33mTwelve people were killed\x1b[0m \x1b[4min Tarn on\x1b[0m \x1b[4;32mMonday\x1b[0m") {
		t.Errorf("what is found is not marked: %q", coloured.String())
	}
	bare := coloured.String()
	for _, code := range colours {
		bare = strings.ReplaceAll(bare, "\x1b["+code+"m", "")
	}
	for _, code := range []string{"\x1b[4;33m", "\x1b[4;32m", "\x1b[0m"} {
		bare = strings.ReplaceAll(bare, code, "")
	}
	if diff := cmp.Diff(plain.String(), bare); diff != "" {
		t.Errorf("without its colours (-want +got)\n%s", diff)
	}
}
