package archivetest

import (
	"errors"
	"testing"

	"coranto"
	"coranto/archive"
)

// says gives an article things to be found in it.
func says(f archive.Filed, change func(a *coranto.Article)) archive.Filed {
	change(&f.Article)
	f.Article.Sentences = []coranto.Span{{Start: 0, End: 10}, {Start: 11, End: len(f.Article.Text)}}
	return f
}

func meeting(from, to string, who ...string) coranto.Appointment {
	return coranto.Appointment{What: "meeting", Who: who, From: from, To: to, Status: "announced", Where: "Ostburg", Start: 12, End: 16, Confidence: 0.9}
}

// told names a finding by its article and first day.
func told(found []archive.Finding) (list []string) {
	for _, f := range found {
		list = append(list, f.Article.ID+" "+f.Type+" "+f.From)
	}
	return list
}

func testFindings(t *testing.T, d desk) {
	ctx := t.Context()
	most := 7.0
	d.fileEach(
		says(dated(report("a1", "s1", "Talks planned", "They will. They meet on the tenth."), "2031-05-02", ""), func(a *coranto.Article) {
			a.Appointments = []coranto.Appointment{meeting("2031-05-10", "2031-05-10", "Velmark", "Rodvania"), meeting("", "", "Velmark", "Altynor")}
			a.Events = []coranto.Event{{Type: "CONSULT", Actors: []string{"Velmark"}, Targets: []string{"Rodvania"}, Modality: "announced", From: "2031-05-10", To: "2031-05-10", Start: 12, End: 16, Confidence: 0.5}}
			a.Figures = []coranto.Figure{{What: "killed", Value: 5, Max: &most, Bound: "at least", AttributedTo: "Health Ministry", Start: 2, End: 4, Confidence: 0.9}, {What: "loss", Value: 0}}
			a.Statements = []coranto.Statement{{Speaker: "Velmark", Cue: "said", Mode: coranto.Direct, Text: "They will.", Start: 0, End: 10, SaidAt: "2031-05-01", Confidence: 1}}
		}),
		says(dated(report("a2", "s2", "Spring", "It may be. In May perhaps."), "2031-04-28", ""), func(a *coranto.Article) {
			a.Appointments = []coranto.Appointment{meeting("2031-05-01", "2031-05-31", "Velmark"), meeting("2031-01-01", "2031-12-31", "Rodvania")}
		}),
		says(report("a3", "s2", "Undated", "Undated. They meet one day."), func(a *coranto.Article) {
			a.Appointments = []coranto.Appointment{meeting("", "", "Velmark")}
		}),
	)
	kind := archive.AppointmentFound
	for _, c := range []struct {
		name string
		q    archive.FindingQuery
		want []string
	}{
		{"by day", archive.FindingQuery{Kind: kind}, []string{"a2 meeting 2031-01-01", "a2 meeting 2031-05-01", "a1 meeting ", "a1 meeting 2031-05-10"}},
		{"on a day of a month", archive.FindingQuery{Kind: kind, Since: "2031-05-20", Until: "2031-05-21"}, []string{"a2 meeting 2031-05-01"}},
		{"until", archive.FindingQuery{Kind: kind, Until: "2031-05-01"}, []string{"a2 meeting 2031-01-01", "a2 meeting 2031-05-01"}},
		{"a year is asked for by its first month", archive.FindingQuery{Kind: kind, Since: "2031-09-01"}, nil},
		{"of a subject, undated too", archive.FindingQuery{Kind: kind, Subject: "Velmark"}, []string{"a3 meeting ", "a2 meeting 2031-05-01", "a1 meeting ", "a1 meeting 2031-05-10"}},
		{"of a subject since", archive.FindingQuery{Kind: kind, Subject: "Velmark", Since: "2031-05-10"}, []string{"a2 meeting 2031-05-01", "a1 meeting 2031-05-10"}},
		{"of a story", archive.FindingQuery{Kind: kind, Story: "s2"}, []string{"a3 meeting ", "a2 meeting 2031-01-01", "a2 meeting 2031-05-01"}},
		{"of a subject in a story", archive.FindingQuery{Kind: kind, Story: "s2", Subject: "Rodvania"}, []string{"a2 meeting 2031-01-01"}},
		{"the second", archive.FindingQuery{Kind: kind, Limit: 1, Offset: 1}, []string{"a2 meeting 2031-05-01"}},
		{"sure ones", archive.FindingQuery{Kind: archive.EventFound, MinConfidence: 0.6}, nil},
		{"an event of its target", archive.FindingQuery{Kind: archive.EventFound, Subject: "Rodvania"}, []string{"a1 CONSULT 2031-05-10"}},
		{"a figure by what it counts", archive.FindingQuery{Kind: archive.FigureFound, Subject: "killed", Since: "2031-05-02"}, []string{"a1 killed "}},
		{"a figure by who gives it", archive.FindingQuery{Kind: archive.FigureFound, Subject: "Health Ministry"}, []string{"a1 killed "}},
		{"a statement on the day it was made", archive.FindingQuery{Kind: archive.StatementFound, Since: "2031-05-01", Until: "2031-05-01"}, []string{"a1 said 2031-05-01"}},
	} {
		same(t, c.name, told(must1(d.Findings(ctx, c.q))(t)), c.want)
	}

	figure := must1(d.Findings(ctx, archive.FindingQuery{Kind: archive.FigureFound, Subject: "killed"}))(t)[0]
	same(t, "head", figure.Article, must1(d.Story(ctx, "s1"))(t).Articles[0])
	figure.Article = coranto.Head{}
	same(t, "whole", figure, archive.Finding{
		Kind: archive.FigureFound, Type: "killed", Subjects: []string{"Health Ministry"}, Actors: 1, Status: "at least",
		Value: 5, Max: &most, Start: 2, End: 4, Sentence: 1, Confidence: 0.9, Story: "s1",
	})

	_, err := d.Findings(ctx, archive.FindingQuery{})
	sameKind(t, "of no kind", err, coranto.Usage)
	_, err = d.Findings(ctx, archive.FindingQuery{Kind: kind, Since: "Monday"})
	sameKind(t, "since Monday", err, coranto.Usage)
}

func testFindingsEdited(t *testing.T, d desk) {
	ctx := t.Context()
	first := says(dated(report("a", "s", "Talks", "They will. They meet on the tenth."), "2031-05-02", ""), func(a *coranto.Article) {
		a.Appointments = []coranto.Appointment{meeting("2031-05-10", "2031-05-10", "Velmark"), meeting("2031-05-11", "2031-05-11", "Rodvania")}
		a.Figures = []coranto.Figure{{What: "killed", Value: 5}}
	})
	edited := says(dated(report("a", "s", "Talks", "They will. They meet on the twelfth."), "2031-05-02", ""), func(a *coranto.Article) {
		a.Appointments = []coranto.Appointment{meeting("2031-05-12", "2031-05-12", "Velmark")}
	})
	d.file(page("one", "first"), first)
	d.file(page("one", "edited"), edited)
	same(t, "of the new version", told(must1(d.Findings(ctx, archive.FindingQuery{Kind: archive.AppointmentFound}))(t)), []string{"a meeting 2031-05-12"})
	same(t, "of nobody now", len(must1(d.Findings(ctx, archive.FindingQuery{Kind: archive.AppointmentFound, Subject: "Rodvania"}))(t)), 0)
	same(t, "no figure now", len(must1(d.Findings(ctx, archive.FindingQuery{Kind: archive.FigureFound, Subject: "killed"}))(t)), 0)
	f := must1(d.Findings(ctx, archive.FindingQuery{Kind: archive.AppointmentFound, Subject: "Velmark"}))(t)
	same(t, "its version", f[0].Article.Version, 2)
}

func testNaming(t *testing.T, d desk) {
	velmark := coranto.Entity{Name: "Velmark", Type: coranto.State}
	named := func(f archive.Filed, entities ...coranto.Entity) archive.Filed {
		f.Article.Entities = entities
		return f
	}
	d.fileEach(
		named(report("a1", "s1", "One", "One."), velmark),
		named(report("a2", "s2", "Two", "Two."), coranto.Entity{Name: "Velmark", Type: coranto.Place}),
		named(report("a3", "s1", "Three", "Three."), velmark),
		named(report("a4", "s2", "Four", "Four."), velmark),
	)
	ids := func(limit int) (list []string) {
		for _, h := range must1(d.Naming(t.Context(), velmark.ID(), limit))(t) {
			list = append(list, h.Head.ID+" of "+h.Story)
		}
		return list
	}
	same(t, "all", ids(0), []string{"a4 of s2", "a3 of s1", "a1 of s1"})
	same(t, "the last", ids(1), []string{"a4 of s2"})
}

func testTexts(t *testing.T, d desk) {
	d.fileEach(
		dated(report("a1", "s1", "One", "One."), "2031-05-02", ""),
		says(report("a2", "s2", "Two", "The second. It has two sentences."), func(a *coranto.Article) {
			a.Times = []coranto.Time{{Start: 4, End: 10, Type: "DATE", Value: "2031-05-02"}}
		}),
		report("a3", "s2", "Three", "Three."),
	)
	read := func(q archive.TextQuery) (list []archive.Text) {
		d.must(d.Texts(t.Context(), q, func(x archive.Text) error { list = append(list, x); return nil }))
		return list
	}
	ids := func(list []archive.Text) (ids []string) {
		for _, x := range list {
			ids = append(ids, x.Head.ID)
		}
		return ids
	}
	same(t, "the last filed", ids(read(archive.TextQuery{Limit: 2})), []string{"a3", "a2"})
	some := read(archive.TextQuery{IDs: []string{"a2", "unknown", "a1"}})
	same(t, "those named", ids(some), []string{"a2", "a1"})
	same(t, "head", some[0].Head, must1(d.Story(t.Context(), "s2"))(t).Articles[0])
	some[0].Head = coranto.Head{}
	same(t, "whole", some[0], archive.Text{
		Story: "s2", Text: "The second. It has two sentences.", Sentences: []coranto.Span{{Start: 0, End: 10}, {Start: 11, End: 33}},
		Times: []coranto.Time{{Start: 4, End: 10, Type: "DATE", Value: "2031-05-02"}},
	})
	same(t, "none", len(read(archive.TextQuery{IDs: []string{}})), 0)
	full := errors.New("enough")
	if err := d.Texts(t.Context(), archive.TextQuery{}, func(archive.Text) error { return full }); !errors.Is(err, full) {
		t.Errorf("an error of the reader's: %v", err)
	}
}
