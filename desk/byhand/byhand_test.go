package byhand

import (
	"errors"
	"testing"
	"time"

	"coranto"

	"github.com/google/go-cmp/cmp"
)

const told = `The mayor of Halma said that 12 people had died. "We will rebuild," the minister said. Velmark and Ostrana meet on Friday.`

// reading is what a reader of the program might have found in told.
func reading() *coranto.Article {
	return &coranto.Article{
		ID: "a", Text: told,
		Statements: []coranto.Statement{
			{Speaker: "the mayor of Halma", Start: 25, End: 47, Confidence: 0.9},
			{Speaker: "Jana Orlik", Start: 49, End: 67, Confidence: 0.9},
		},
		Figures:      []coranto.Figure{{What: "killed", Value: 12, Max: ptr(14), Start: 29, End: 31, Confidence: 0.9}},
		Appointments: []coranto.Appointment{{Who: []string{"Velmark"}, What: "meeting", Status: "announced", Start: 85, End: 121, Confidence: 0.5}},
	}
}

func ptr(f float64) *float64 { return &f }

func TestApply(t *testing.T) {
	figure := coranto.Correction{Article: "a", Version: 1, Kind: coranto.FigureFact, Start: 29, End: 31, Words: "12"}
	for _, c := range []struct {
		name string
		how  func(c *coranto.Correction)
		want func(a *coranto.Article)
	}{
		{"a figure set is sure and no range", func(c *coranto.Correction) { c.Deed, c.Field, c.Value = coranto.Set, "value", "13" },
			func(a *coranto.Article) { a.Figures[0].Value, a.Figures[0].Max, a.Figures[0].Confidence = 13, nil, 1 }},
		{"a figure hidden", func(c *coranto.Correction) { c.Deed = coranto.Hide },
			func(a *coranto.Article) { a.Figures = []coranto.Figure{} }},
		{"undone, it changes nothing", func(c *coranto.Correction) { c.Deed, c.Undone = coranto.Hide, time.Unix(9, 0) }, func(*coranto.Article) {}},
		{"another article's changes nothing", func(c *coranto.Correction) { c.Deed, c.Article = coranto.Hide, "b" }, func(*coranto.Article) {}},
		{"in another version the same words are meant", func(c *coranto.Correction) {
			c.Deed, c.Version, c.Start, c.End, c.Field, c.Value = coranto.Set, 2, 3, 5, "what", "wounded"
		}, func(a *coranto.Article) { a.Figures[0].What, a.Figures[0].Confidence = "wounded", 1 }},
		{"in another version without the words nothing is", func(c *coranto.Correction) {
			c.Deed, c.Version, c.Words = coranto.Hide, 2, "17"
		}, func(*coranto.Article) {}},
		{"only the fact that is meant", func(c *coranto.Correction) {
			c.Deed, c.Kind, c.Start, c.End, c.Field, c.Value = coranto.Set, coranto.StatementFact, 49, 67, "speaker", "Petr Vasko"
		}, func(a *coranto.Article) { a.Statements[1].Speaker, a.Statements[1].Confidence = "Petr Vasko", 1 }},
		{"several parties", func(c *coranto.Correction) {
			c.Deed, c.Kind, c.Start, c.End, c.Field, c.Value = coranto.Set, coranto.AppointmentFact, 85, 121, "who", "Velmark; Ostrana"
		}, func(a *coranto.Article) {
			a.Appointments[0].Who, a.Appointments[0].Confidence = []string{"Velmark", "Ostrana"}, 1
		}},
		{"what cannot be set is left alone", func(c *coranto.Correction) { c.Deed, c.Field, c.Value = coranto.Set, "value", "a dozen" }, func(*coranto.Article) {}},
	} {
		t.Run(c.name, func(t *testing.T) {
			correction := figure
			c.how(&correction)
			got, want := reading(), reading()
			c.want(want)
			Apply(got, 1, []coranto.Correction{correction})
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTheLaterCorrectionCounts(t *testing.T) {
	at := func(value string) coranto.Correction {
		return coranto.Correction{Deed: coranto.Set, Article: "a", Version: 1, Kind: coranto.FigureFact, Start: 29, End: 31, Field: "value", Value: value}
	}
	a := reading()
	Apply(a, 1, []coranto.Correction{at("13"), at("15")})
	if a.Figures[0].Value != 15 {
		t.Errorf("value is %v, want 15", a.Figures[0].Value)
	}
}

func TestApplyLeavesTheGivenListsAlone(t *testing.T) {
	a := reading()
	before := a.Figures
	Apply(a, 1, []coranto.Correction{{Deed: coranto.Set, Article: "a", Version: 1, Kind: coranto.FigureFact, Start: 29, End: 31, Field: "what", Value: "wounded"}})
	if before[0].What != "killed" {
		t.Error("the list that others hold was changed")
	}
}

func TestCheckNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		correction coranto.Correction
		want       string
	}{
		{coranto.Correction{Deed: coranto.Hide, Kind: "sentence"}, `"sentence" is no kind of fact`},
		{coranto.Correction{Deed: "burn", Kind: coranto.FigureFact}, `"burn" is nothing that can be done`},
		{coranto.Correction{Deed: coranto.Set, Kind: coranto.FigureFact, Field: "colour"}, `it has no field "colour"`},
		{coranto.Correction{Deed: coranto.Set, Kind: coranto.FigureFact, Field: "value", Value: "many"}, `value "many" is no number`},
		{coranto.Correction{Deed: coranto.Set, Kind: coranto.StatementFact, Field: "said_at", Value: "Friday"}, `said_at "Friday" is no date`},
		{coranto.Correction{Deed: coranto.Set, Kind: coranto.AppointmentFact, Field: "status", Value: "perhaps"}, `status cannot be "perhaps"`},
	} {
		var err *coranto.Error
		if !errors.As(Check(c.correction), &err) || err.Why() != c.want || err.Kind != coranto.Usage || err.Hint == "" {
			t.Errorf("Check(%+v) = %v, want %q with a hint", c.correction, err, c.want)
		}
	}
}

func TestFactsHoldEveryField(t *testing.T) {
	a := reading()
	a.Events = []coranto.Event{{Actors: []string{"Velmark"}, Targets: []string{"Ostrana", "Karsia"}, From: "2026-11-20", Modality: "happened", Start: 87, End: 121}}
	a.Caveats = []coranto.Caveat{{Kind: "disputed", By: "Ostrana", Start: 0, End: 9}}
	var got []string
	for _, f := range Facts(a) {
		line := string(f.Kind)
		for _, v := range f.Values {
			line += " " + v.Name + "=" + v.Text
		}
		got = append(got, line)
	}
	want := []string{
		"statement speaker=the mayor of Halma role= said_at= addressee= relayed_by=",
		"statement speaker=Jana Orlik role= said_at= addressee= relayed_by=",
		"appointment who=Velmark what=meeting where= from= to= status=announced",
		"figure value=12 what=killed unit= where= attributed_to= bound=",
		"event actors=Velmark targets=Ostrana; Karsia from=2026-11-20 to= where= modality=happened",
		"caveat kind=disputed by=Ostrana",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
