package event_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/reading/entity"
	"coranto/reading/event"
	"coranto/reading/lang"
	"coranto/reading/when"
)

// world is an invented one, so that nothing rests on the built-in names.
const world = `
[[state]]
name = "Velmark"
demonyms = ["Velmarkian", "Velmarkians"]
capital = "Vessholm"
stand_ins = ["Vessholm"]

[[state]]
name = "Rodvania"
demonyms = ["Rodvanian", "Rodvanians"]

[[state]]
name = "Sarovia"
demonyms = ["Sarovian"]

[[person]]
name = "Jan Korr"
aliases = ["Korr"]

[[person]]
name = "Dessa Orlin"
aliases = ["Orlin"]

[[organisation]]
name = "Northern League"
`

var names = sync.OnceValue(func() *entity.Names {
	own, err := entity.ParseNames(strings.NewReader(world), "world")
	if err != nil {
		panic(err)
	}
	return entity.Builtin().With(own)
})

func read(t testing.TB, text, at string) ([]coranto.Event, []coranto.Appointment) {
	t.Helper()
	sentences := lang.Sentences(text)
	return event.Read(text, sentences, when.Find(text, sentences, at, "en"), entity.Find(text, sentences, "", names()), at, "en")
}

func TestEvents(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// active, passive, by nouns
		{"Velmark attacked Rodvania.", "ASSAULT Velmark > Rodvania happened"},
		{"Jan Korr was arrested by the police.", "COERCE police > Jan Korr happened"},
		{"Velmark's strike on Rodvania angered many.", "ASSAULT Velmark > Rodvania happened"},
		{"Velmarkian forces launched an attack on Rodvania.", "ASSAULT Velmark > Rodvania happened"},
		{"Jan Korr accused Velmark of theft.", "ACCUSE Jan Korr > Velmark happened"},
		{"Sarovia imposed sanctions on Velmark.", "SANCTION Sarovia > Velmark happened"},
		{"Sarovia lifted its sanctions on Velmark.", "CONCEDE Sarovia > Velmark happened"},
		{"Sarovia suspended aid to Rodvania.", "SANCTION Sarovia > Rodvania happened"},
		{"Sarovia sent food to Rodvania.", "AID Sarovia > Rodvania happened"},
		{"Rodvania withdrew its troops from Velmark.", "RETREAT Rodvania > Velmark happened"},
		{"Velmark expelled the ambassador of Rodvania.", "SANCTION Velmark > Rodvania happened"},

		{"Velmark has close relations with Sarovia, and Rodvania has accused Velmark of theft.", "ACCUSE Rodvania > Velmark happened"},

		// together
		{"Jan Korr met Dessa Orlin.", "CONSULT Jan Korr > Dessa Orlin happened"},
		{"Velmark and Rodvania held talks.", "CONSULT Velmark, Rodvania > Velmark, Rodvania happened"},
		{"The talks between Velmark and Rodvania failed.", "CONSULT Velmark, Rodvania > Velmark, Rodvania happened"},

		// what did not happen, or not yet
		{"Velmark threatened to attack Rodvania.", "THREATEN Velmark > Rodvania threatened"},
		{"Velmark refused to meet Dessa Orlin.", "REJECT Velmark > Dessa Orlin happened"},
		{"Jan Korr will meet Dessa Orlin.", "CONSULT Jan Korr > Dessa Orlin announced"},
		{"Velmark did not attack Rodvania.", ""},
		{"Velmark has denied attacking Rodvania.", "ASSAULT Velmark > Rodvania denied"},
		{"The market attacked the rally.", ""},

		// offices and courts
		{"A court convicted Jan Korr of fraud.", "CONVICT court > Jan Korr happened"},

		// once
		{"Velmark attacked Rodvania. Velmark bombed Rodvania again.", "ASSAULT Velmark > Rodvania happened"},
	} {
		events, _ := read(t, c.text, "")
		var got []string
		for _, e := range events {
			got = append(got, fmt.Sprintf("%s %s > %s %s", e.Type, strings.Join(e.Actors, ", "), strings.Join(e.Targets, ", "), e.Modality))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}

// TestSure asks which events may be shown: plain deeds of the past between those
// who are known, told by the paper itself.
func TestSure(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Velmark accused Rodvania of theft.", true},
		{"Jan Korr met Dessa Orlin in Vessholm.", true},
		{"Velmarkian forces invaded Rodvania.", true},
		{"Jan Korr has invited Dessa Orlin to Vessholm.", true},
		{"Dessa Orlin was arrested by Velmark.", true},

		{"Velmark may have accused Rodvania of theft.", false},
		{"Jan Korr said that Velmark had invaded Rodvania.", false},
		{"Jan Korr will meet Dessa Orlin.", false},
		{"\"Velmark accused Rodvania,\" said Dessa Orlin.", false},
		{"Jan Korr's lawyer accused Velmark of theft.", false},
		{"Jan Korr asked Dessa Orlin why she left.", false},
		{"Jan Korr beat Dessa Orlin in the final.", false},
		{"Velmark accused its critics.", false},
		{"Jan Korr launched an attack on Dessa Orlin.", false},
	} {
		events, _ := read(t, c.text, "")
		got := false
		for _, e := range events {
			got = got || e.Sure()
		}
		if got != c.want {
			t.Errorf("%q: shown %v, want %v (%v)", c.text, got, c.want, events)
		}
	}
}

// TestAppointments reads on Wednesday 4 March 2026.
func TestAppointments(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jan Korr will meet Dessa Orlin in Sarovia on Friday.", "announced meeting: Jan Korr, Dessa Orlin; Sarovia; 2026-03-06 to 2026-03-06"},
		{"Jan Korr is to travel to Sarovia next week.", "announced visit: Jan Korr; Sarovia; 2026-03-09 to 2026-03-15"},
		{"President Jan Korr is due to visit Velmark on March 9.", "announced visit: Jan Korr; Velmark; 2026-03-09 to 2026-03-09"},
		{"Velmark and Rodvania will hold talks this month.", "announced talks: Velmark, Rodvania; ; 2026-03-04 to 2026-03-31"},
		{"Sarovia has agreed to host talks between Velmark and Rodvania on March 20.", "announced talks: Velmark, Rodvania; Sarovia; 2026-03-20 to 2026-03-20"},
		{"Velmark postponed a meeting with Rodvania scheduled for March 20.", "postponed meeting: Velmark, Rodvania; ; 2026-03-20 to 2026-03-20"},
		{"Jan Korr cancelled a visit to Sarovia planned for Friday.", "cancelled visit: Jan Korr; Sarovia; 2026-03-06 to 2026-03-06"},
		{"Jan Korr may meet Dessa Orlin on Friday.", "doubtful meeting: Jan Korr, Dessa Orlin; ; 2026-03-06 to 2026-03-06"},
		{"Jan Korr will not meet Dessa Orlin on Friday.", "denied meeting: Jan Korr, Dessa Orlin; ; 2026-03-06 to 2026-03-06"},

		{"Jan Korr meets Dessa Orlin on March 20.", "announced meeting: Jan Korr, Dessa Orlin; ; 2026-03-20 to 2026-03-20"},
		{"The talks between Velmark and Rodvania are due to resume in Sarovia on March 20.", "announced talks: Velmark, Rodvania; Sarovia; 2026-03-20 to 2026-03-20"},
		{"The summit between Jan Korr and Dessa Orlin is scheduled for April 2.", "announced summit: Jan Korr, Dessa Orlin; ; 2026-04-02 to 2026-04-02"},

		{"Jan Korr on Tuesday gave Rodvania until March 20 to open the gates.", "announced deadline: Rodvania; ; 2026-03-20 to 2026-03-20"},
		{"The foreign ministers of Velmark and Rodvania will meet in Sarovia on Wednesday, March 11.", "announced meeting: Velmark, Rodvania; Sarovia; 2026-03-11 to 2026-03-11"},
		{"Rodvania has until March 20 to answer, Velmark said.", "announced deadline: Rodvania; ; 2026-03-20 to 2026-03-20"},

		{"Jan Korr will testify before the Senate on Friday.", "announced other: Jan Korr; ; 2026-03-06 to 2026-03-06"},
		{"Dessa Orlin plans to release the report next week.", "announced other: Dessa Orlin; ; 2026-03-09 to 2026-03-15"},
		{"Jan Korr will campaign in Ohio on Friday.", "announced visit: Jan Korr; Ohio; 2026-03-06 to 2026-03-06"},
		{"Jan Korr is holding a rally in Ohio on Friday.", "announced other: Jan Korr; Ohio; 2026-03-06 to 2026-03-06"},
		{"Jan Korr's trial is set to begin on March 20.", "announced other: Jan Korr; ; 2026-03-20 to 2026-03-20"},
		{"Jan Korr and Dessa Orlin meet separately on Friday with Arno Lund.", "announced meeting: Jan Korr, Arno Lund; ; 2026-03-06 to 2026-03-06 / announced meeting: Dessa Orlin, Arno Lund; ; 2026-03-06 to 2026-03-06"},
		{"Iowa votes March 20.", "announced vote: Iowa; ; 2026-03-20 to 2026-03-20"},
		{"Jan Korr is ahead in the March 20 Iowa primary.", "announced vote: Iowa; ; 2026-03-20 to 2026-03-20"},
		{"Jan Korr leads in Ohio and Iowa, which holds a primary on March 20.", "announced vote: Iowa; ; 2026-03-20 to 2026-03-20"},

		{"Jan Korr on Friday condemned Velmark and pledged to impose sanctions.", ""},
		{"Jan Korr, who held three events in Ohio on Friday, is tired.", ""},
		{"Jan Korr, who won the Senate primary, is tired.", ""},
		{"Jan Korr will sign the bill on Friday if the Senate adopts it.", ""},
		{"Jan Korr met Dessa Orlin on Monday.", ""},
		{"Jan Korr said on Monday that he likes talks.", ""},
		{"The weather will meet no one on Friday.", ""},
	} {
		_, appointments := read(t, c.text, "2026-03-04")
		var got []string
		for _, a := range appointments {
			got = append(got, fmt.Sprintf("%s %s: %s; %s; %s to %s", a.Status, a.What, strings.Join(a.Who, ", "), a.Where, a.From, a.To))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " / ")); diff != "" {
			t.Errorf("%q (-want +got)\n%s", c.text, diff)
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	events, appointments := event.Read("Velmark hat Rodvania angegriffen.", nil, nil, nil, "", "de")
	if len(events)+len(appointments) > 0 || events == nil || appointments == nil {
		t.Errorf("%v and %v, want empty lists", events, appointments)
	}
}

// FuzzRead asks that whatever is found has its evidence in the text.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "Velmark attacked Rodvania, which it has denied.", "Talks between and", "Jan Korr will travel to the coast and Sarovia on Friday.", "meet meet meet will meet", strings.Repeat("Velmark and ", 500), "\xffVelmark’s strike on \"Rodvania"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		events, appointments := read(t, text, "2026-03-04")
		inside := func(spans ...coranto.Span) {
			for _, s := range spans {
				if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
					t.Fatalf("%q: span %v", text, s)
				}
			}
		}
		for _, e := range events {
			inside(coranto.Span{Start: e.Start, End: e.End})
			inside(e.ActorSpans...)
			inside(e.TargetSpans...)
			if len(e.Actors)+len(e.Targets) == 0 {
				t.Fatalf("%q: %s of nobody", text, e.Type)
			}
		}
		for _, a := range appointments {
			inside(coranto.Span{Start: a.Start, End: a.End})
			if len(a.Who) == 0 || a.From > a.To {
				t.Fatalf("%q: %v", text, a)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Jan Korr, the foreign minister of Velmark, met Dessa Orlin in Vessholm on Monday, a spokeswoman said, "+
		"after the government had rejected a demand for talks between Velmark and Rodvania about the disputed border. The two will meet again on Friday. ", 50)
	at, sentences := "2026-03-04", lang.Sentences(text)
	times, entities := when.Find(text, sentences, at, "en"), entity.Find(text, sentences, "", names())
	for b.Loop() {
		event.Read(text, sentences, times, entities, at, "en")
	}
	b.ReportMetric(float64(len(strings.Fields(text)))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
