package calendar

import (
	"cmp"
	"slices"

	"coranto"
)

// Settle looks in articles for what became of an entry: that it was held, put off
// or called off, that a deadline or pledge was kept or broken, or that nothing was
// heard. Articles come in the order in which they are to be read; whole tells
// that no other article that names those who take part was kept. What is settled
// stays so.
func (w World) Settle(e *Entry, read []*Reading, whole bool, today string) {
	switch {
	case over(e.Status) || e.Outcome != nil || e.From == "":
	case bonds[e.What].nouns != "":
		if e.From <= today && e.Exact() {
			w.settleBond(e, read)
		}
	default:
		if e.From <= today && e.Exact() {
			w.heard(e, read)
		}
		if e.Outcome == nil {
			w.reread(e, read)
		}
		if e.Outcome == nil && e.Status == Moved && e.From <= today {
			w.heard(e, read)
		}
		if whole && e.Outcome == nil && !over(e.Status) {
			w.silent(e, read, today)
		}
	}
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

// silent finds that nothing was heard of an entry whose day is past, where enough
// was read, of either side, and no text names those who were to take part
// together.
func (w World) silent(e *Entry, read []*Reading, today string) {
	if !e.Exact() || !e.Due(after(today, -quiet)) || !occasion(e.What) && e.What != "call" {
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
	for _, r := range read {
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
