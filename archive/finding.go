package archive

import (
	"time"

	"coranto"
)

// FindingKind is a sort of thing that articles say.
type FindingKind string

const (
	AppointmentFound FindingKind = "appointment"
	EventFound       FindingKind = "event"
	FigureFound      FindingKind = "figure"
	StatementFound   FindingKind = "statement"
)

// Finding is one thing that the current version of an article says, without its
// words: enough to compare thousands of them without opening an article. The
// words stand in the article at Start..End, in its sentence Sentence (from 1).
//
// What the fields hold, by kind:
//
//	             Type   Subjects         Actors      Status     Where  From, To
//	appointment  what   who              all         status     where  from, to
//	event        type   actors, targets  the actors  modality   where  from, to
//	figure       what   attributed_to    all         bound      where  from, to
//	statement    cue    speaker          all         mode       -      said_at
//
// Value, Max and Unit are a figure's. A figure's Type is a subject, too, to ask
// by, though it does not stand among Subjects.
type Finding struct {
	Kind       FindingKind
	Type       string
	Subjects   []string
	Actors     int
	Status     string
	Where      string
	From, To   string
	Value      float64
	Max        *float64
	Unit       string
	Start, End int
	Sentence   int
	Confidence float64

	Article coranto.Head
	Story   string
}

// FindingQuery selects findings by any of its fields; zero values select all.
// They come by day, then in the order in which their articles were filed, then
// as they stand in them.
//
// The day of a finding is what it tells of (an appointment on the 14th), or,
// where it names none, when its article was printed. An interval is asked for
// by its first month at most. What has no day at all is found only by Story, or
// by Subject without Since and Until.
//
//	// the toll of everything, as it rose
//	archive.FindingQuery{Kind: archive.FigureFound, Subject: "killed", Since: "2026-10-12"}
//	// what a person said this week
//	archive.FindingQuery{Kind: archive.StatementFound, Subject: "Larisa Tumanova", Since: monday}
type FindingQuery struct {
	Kind          FindingKind // always needed
	Since, Until  string      // days, both included
	Subject       string      // a canonical name, or what a figure counts
	Story         string
	MinConfidence float64
	Limit         int // 0: no limit
	Offset        int
}

// Findings returns what an article says, in the order of kinds above and then of
// its text.
func Findings(a *coranto.Article) []Finding {
	var list []Finding
	add := func(f Finding) {
		f.Sentence = a.SentenceAt(f.Start)
		list = append(list, f)
	}
	for _, x := range a.Appointments {
		add(Finding{Kind: AppointmentFound, Type: x.What, Subjects: x.Who, Actors: len(x.Who), Status: x.Status, Where: x.Where,
			From: x.From, To: x.To, Start: x.Start, End: x.End, Confidence: x.Confidence})
	}
	for _, x := range a.Events {
		add(Finding{Kind: EventFound, Type: x.Type, Subjects: append(x.Actors[:len(x.Actors):len(x.Actors)], x.Targets...), Actors: len(x.Actors),
			Status: x.Modality, Where: x.Where, From: x.From, To: x.To, Start: x.Start, End: x.End, Confidence: x.Confidence})
	}
	for _, x := range a.Figures {
		f := Finding{Kind: FigureFound, Type: x.What, Status: x.Bound, Where: x.Where, From: x.From, To: x.To,
			Value: x.Value, Max: x.Max, Unit: x.Unit, Start: x.Start, End: x.End, Confidence: x.Confidence}
		if x.AttributedTo != "" {
			f.Subjects, f.Actors = []string{x.AttributedTo}, 1
		}
		add(f)
	}
	for _, x := range a.Statements {
		f := Finding{Kind: StatementFound, Type: x.Cue, Status: x.Mode, From: x.SaidAt, To: x.SaidAt,
			Start: x.Start, End: x.End, Confidence: x.Confidence}
		if x.Speaker != "" {
			f.Subjects, f.Actors = []string{x.Speaker}, 1
		}
		add(f)
	}
	return list
}

// longest is how far from its first day an interval is still found.
const longest = 31

// Asked returns the first and the last day by which a finding of an article
// dated so is asked for; "" where there is none.
func (f *Finding) Asked(d *coranto.Dating) (first, last string) {
	from, to := f.From, f.To
	if from == "" && d != nil {
		from, to = d.From, d.To
	}
	first, last = dayOf(from), dayOf(to)
	day, err := time.Parse(time.DateOnly, first)
	if err != nil {
		return "", ""
	}
	return first, max(first, min(last, day.AddDate(0, 0, longest).Format(time.DateOnly)))
}

// Earliest returns the first day on which an interval may begin that reaches a
// day.
func Earliest(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -longest).Format(time.DateOnly)
}

func dayOf(date string) string { return date[:min(len(date), len(time.DateOnly))] }
