package calendar

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"coranto"
)

// Deed is an event as one article tells it.
type Deed struct {
	Evidence
	coranto.Event
}

// Settle looks among events for what became of an entry: it was held when one
// article tells that the same came together on its day. What was cancelled stays
// so, and an outcome that is known is kept.
func (w World) Settle(e *Entry, deeds []Deed) {
	if over(e.Status) || e.Outcome != nil || !e.Exact() || !occasion(e.What) && e.What != "call" {
		return
	}
	for i := range deeds {
		if d := &deeds[i]; w.held(e, d) {
			if from := day(d.From); e.Adrift() && from > e.To {
				e.From, e.To = from, day(d.To)
			}
			e.Status, e.Outcome = Held, &d.Evidence
			return
		}
	}
}

// held tells whether an event is the appointment, come true. An event without
// a day of its own is taken to be of the day before its article at most.
func (w World) held(e *Entry, d *Deed) bool {
	printed := d.Printed()
	if d.Modality != "happened" && d.Modality != "ongoing" || printed == "" || printed < e.From || d.Confidence < likely {
		return false
	}
	if printed <= e.To && slices.ContainsFunc(e.Told, func(t Evidence) bool { return t.Article.ID == d.Article.ID && t.At.Start != d.At.Start }) {
		return false // an article that announces it has not seen it held
	}
	if !meets[d.Type] || e.announces(d) || w.ahead(d) || e.What != "call" && w.called(d) {
		return false
	}
	if from := day(d.From); from != "" {
		if !overlap(from, day(d.To), e.From, e.To) && !(e.Adrift() && from > e.To && from <= after(e.To, strayed)) {
			return false
		}
	} else if printed > after(e.To, 1) {
		return false
	}
	who := named(append(slices.Clone(d.Actors), d.Targets...))
	parties := named(e.Who)
	if len(parties) >= 2 {
		return w.shared(parties, who) >= 2
	}
	return w.shared(parties, who) == 1 && (w.samePlace(e.Where, d.Where) || slices.ContainsFunc(who, func(x string) bool { return w.samePlace(e.Where, x) }))
}

// announces tells whether an event stands in a sentence that tells the appointment
// itself.
func (e *Entry) announces(d *Deed) bool {
	return slices.ContainsFunc(e.Told, func(t Evidence) bool { return t.Article.ID == d.Article.ID && t.Sentence == d.Sentence })
}

// ahead tells whether an event is told as what something else came before: "was
// named before the two met". On the day that need not have happened yet.
func (w World) ahead(d *Deed) bool {
	if w.Sentence == nil {
		return false
	}
	words, at := w.Sentence(d.Evidence)
	return earlier.MatchString(words[max(0, at-clause):at])
}

// called tells whether an event is that somebody was called something.
func (w World) called(d *Deed) bool {
	if w.Sentence == nil {
		return false
	}
	words, at := w.Sentence(d.Evidence)
	return strings.HasPrefix(words[at:], "called") || strings.HasPrefix(words[at:], "calls")
}

// clause is how many bytes before a verb a conjunction may stand that governs it.
const clause = 70

var earlier = regexp.MustCompile(`(?i)\b(?:before|ahead of|prior to|on the eve of|until)\b[^,;]*$`)

// likely is the confidence from which an event says that an appointment was held.
// It is lower than what an event needs to be shown alone: that it was announced,
// of the same and for the same day, speaks for it already.
const likely = 0.5

// meets are the events by which people come together.
var meets = map[string]bool{"CONSULT": true, "AGREE": true}

// Reading is an article that was read for what became of an appointment.
type Reading struct {
	Head  coranto.Head
	Story string
	*coranto.Article
}

// full tells articles whose silence says something.
func (r *Reading) full() bool { return !r.Stub && len(r.Text) >= fullText }

// fullText is how many bytes an article has at least that is no excerpt: about
// 150 words.
const fullText = 900

// Silence is what was searched when nothing was heard: full texts printed after
// the day that name one who was to take part.
type Silence struct {
	Since, Until string   // from the day after to that on which the last text was printed
	Texts        int      // wire copies not counted
	Publishers   int      // that printed them
	Names        []string // of which each text has at least one: those who take part, and their states
	Articles     []coranto.Head
}

// What must have been read at least before silence means anything, how many days
// must have passed, and within how many the texts were printed: later ones have
// other news. One of the texts is by a publisher that had announced it and names
// one who was to take part: it would have told.
const (
	searchedTexts      = 3
	searchedPublishers = 2
	quiet              = 2
	heardWithin        = 14
)

// Search reads the articles printed since an entry's day for what became of it.
// It settles deadlines in the words of a sentence, and finds that nothing was
// heard where enough was read, of either side, and no text names those who were
// to take part together. Whole tells that no other article kept does so.
func (w World) Search(e *Entry, read []Reading, whole bool, today string) {
	if over(e.Status) || e.Outcome != nil || !e.Exact() {
		return
	}
	if bonds[e.What].nouns != "" {
		w.settleBond(e, read)
		return
	}
	if !whole || !e.Due(after(today, -quiet)) || !occasion(e.What) && e.What != "call" {
		return
	}
	names := e.sought()
	if len(names) < 2 {
		return
	}
	sides := w.keys(names)
	states := map[string]bool{} // told of, by side
	for _, name := range names {
		states[cmp.Or(w.stateOf(name), name)] = false
	}
	if len(states) < 2 { // at home nobody need tell
		return
	}
	s := Silence{Since: after(e.To, 1), Names: sides}
	publishers := map[string]bool{}
	announcer := false
	for i := range read {
		r := &read[i]
		printed := day(r.Head.Published)
		if printed == "" || printed < e.From || printed > today {
			continue
		}
		strictly := r.names(names)
		if strictly >= 2 {
			return // it may well speak of it, in words that are not understood
		}
		if r.names(sides) > 0 && printed > e.To && printed <= after(e.To, heardWithin) && r.full() && r.Head.WireOf == "" {
			s.Texts++
			for _, name := range sides {
				if r.names([]string{name}) > 0 {
					states[cmp.Or(w.stateOf(name), name)] = true
				}
			}
			s.Until = max(s.Until, printed)
			s.Articles = append(s.Articles, r.Head)
			publishers[r.Head.Publisher] = true
			announcer = announcer || strictly > 0 && e.toldBy(r.Head.Publisher)
		}
	}
	s.Publishers = len(publishers)
	for _, told := range states {
		if !told {
			return
		}
	}
	if announcer && s.Texts >= searchedTexts && s.Publishers >= searchedPublishers {
		e.Status, e.Silence = Unheard, &s
	}
}

// toldBy tells whether a publisher has told of the appointment.
func (e *Entry) toldBy(publisher string) bool {
	return publisher != "" && slices.ContainsFunc(e.Told, func(t Evidence) bool { return t.Article.Publisher == publisher })
}

// sought are the names that an account of the appointment would have: those who
// take part, and, of a visit, where it leads.
func (e *Entry) sought() []string {
	names := named(e.Who)
	if e.Where != "" && len(names) < 2 && !slices.Contains(names, e.Where) {
		names = append(names, e.Where)
	}
	return names
}

// names counts those of the names that an article has, as a name or anywhere in
// its words.
func (r *Reading) names(names []string) int {
	n := 0
	for _, name := range names {
		if contains(r.Text, name) || slices.ContainsFunc(r.Entities, func(e coranto.Entity) bool { return e.Name == name }) ||
			contains(r.Headline, name) {
			n++
		}
	}
	return n
}
