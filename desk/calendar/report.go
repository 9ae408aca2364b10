package calendar

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"coranto"
)

// Reading is an article that was read for what became of appointments.
type Reading struct {
	Head  coranto.Head
	Story string
	*coranto.Article

	marks []mark // see named; nil until asked for
}

// mark is a name in a text, or a pronoun or description that stands for it.
type mark struct {
	coranto.Span
	name string
	kind coranto.EntityType
}

// named returns the marks in a stretch of the text, in order.
func (r *Reading) named(in coranto.Span) []mark {
	if r.marks == nil {
		r.marks = []mark{}
		for _, e := range r.Entities {
			for _, spans := range [][]coranto.Span{e.Mentions, e.Refs} {
				for _, s := range spans {
					r.marks = append(r.marks, mark{s, e.Name, e.Type})
				}
			}
		}
		slices.SortFunc(r.marks, func(a, b mark) int { return cmp.Or(a.Start-b.Start, b.End-a.End, strings.Compare(a.name, b.name)) })
	}
	from, _ := slices.BinarySearchFunc(r.marks, in.Start, func(m mark, at int) int { return m.Start - at })
	to := from
	for to < len(r.marks) && r.marks[to].Start < in.End {
		to++
	}
	return r.marks[from:to]
}

// report is a sentence that says of an appointment that it took place.
type report struct {
	Evidence
	day string // on which, "" when it names none
}

// before tells whether a report is the better of two: printed first, and of those
// the one that names the day.
func (a *report) before(b *report) bool {
	if a.Printed() != b.Printed() {
		return a.Printed() < b.Printed()
	}
	return a.day != "" && b.day == ""
}

// heard looks for the article that was printed first, of those that tell that an
// entry took place.
func (w World) heard(e *Entry, read []*Reading) {
	d := deedOf(e.What, w.words(e.First))
	if d == nil {
		return
	}
	until := after(e.To, heardWithin)
	if e.Adrift() {
		until = after(e.To, strayed)
	}
	var first *report
	for _, r := range read {
		printed := day(r.Head.Published)
		if printed == "" || printed < e.From || printed > until || first != nil && first.Printed() < printed {
			continue
		}
		if printed <= e.To && slices.ContainsFunc(e.Told, func(t Evidence) bool { return t.Article.ID == r.Head.ID }) {
			continue // an article that announces it has not seen it held
		}
		for n, s := range r.Sentences {
			if found, ok := w.reports(e, d, r, s, n+1); ok && (first == nil || found.before(first)) {
				first = &found
			}
		}
	}
	if first == nil {
		return
	}
	if e.Adrift() && first.day > e.To {
		e.From, e.To = first.day, first.day
	}
	e.Status, e.Outcome = Held, &first.Evidence
}

// words is the sentence of a piece of evidence, "" when it is not at hand.
func (w World) words(at Evidence) string {
	if w.Sentence == nil {
		return ""
	}
	words, _ := w.Sentence(at)
	return words
}

// longest is how many bytes a sentence has at most that is read for an outcome.
const longest = 800

// reports reads a sentence for that an entry took place: it names those who take
// part, says so in the past, and of no other day.
func (w World) reports(e *Entry, d *signs, r *Reading, s coranto.Span, n int) (report, bool) {
	if s.Len() > longest {
		return report{}, false
	}
	words := s.In(r.Text)
	if !slices.ContainsFunc(r.named(s), func(m mark) bool { return m.name == e.Where || w.party(e.Who, m.name) }) && !plural.MatchString(words) {
		return report{}, false
	}
	if d.who == together && onceMore.MatchString(words) && day(r.Head.Published) <= after(e.To, 1) && w.cover(e, named(e.Who), r, s) >= 2 {
		return report{Evidence{r.Head, r.Story, s, n}, ""}, true
	}
	dated, other := w.daysOf(e, r, s)
	if other && dated == "" || dated == "" && day(r.Head.Published) > after(e.To, 1) {
		return report{}, false
	}
	today := day(r.Head.Published) <= e.To
	for _, p := range []*regexp.Regexp{d.did, d.held, d.after, d.ended} {
		for _, m := range p.FindAllStringIndex(words, 4) {
			if unlikely.MatchString(words[max(0, m[0]-clause):m[0]]) || notYet.MatchString(words[m[0]:m[1]]) {
				continue
			}
			if vague(words[m[0]:m[1]], p == d.after, d.who == together, today, dated != "") {
				continue
			}
			if p == d.ended {
				m[1] = m[0] + len(d.noun.FindString(words[m[0]:]))
			}
			verb := coranto.Span{Start: s.Start + m[0], End: s.Start + m[1]}
			if w.took(e, d, r, s, verb, p == d.did || p == d.held, n) && (!d.matter || w.sharesMatter(e, r, words, dated != "")) {
				return report{Evidence{r.Head, r.Story, s, n}, dated}, true
			}
		}
	}
	return report{}, false
}

var (
	// unlikely is what, in a clause before its verb, says that something has not
	// happened, or not now.
	unlikely  = regexp.MustCompile(`(?i)(?:\b(?:will|would|if|unless|may|might|could|should|must|plan(?:s|ned|ning)?|expect(?:s|ed)?|scheduled|(?:set|due) (?:\S+ )?to|hope[sd]?|want(?:s|ed)?|ahead of|before|prior to|eve of|until|never|not|last|once|refus\w+|declin\w+|cancel\w*|postpon\w+|den(?:y|ies|ied)|rule[sd]? out)\b|n['’]t\b)[^,;]*$`)
	notYet    = regexp.MustCompile(`(?i)\b(?:next|upcoming|coming|planned|scheduled|possible|proposed|future|another|in talks|to be|could|would|will|leading up to|ahead of|before|until|(?:press|news) conference)\b`)
	plural    = regexp.MustCompile(`(?i)\b(?:the two|both|they|their|the pair|each other|counterparts?)\b`)
	looksBack = regexp.MustCompile(`(?i)^(?:after|following|since|left|leaving|emerg(?:ed|ing) from) `)
	within    = regexp.MustCompile(`(?i)^(?:during|at) `)
	onceMore  = regexp.MustCompile(`(?i)\b(?:agreed|decided|will|plan(?:ned)?|are|want(?:ed)?) (?:\S+ )?(?:to )?(?:meet|talk|speak) again\b`)
	speaks    = regexp.MustCompile(`(?i)\b(?:said|says|told|asked|urged)\b`)
	joined    = regexp.MustCompile(`(?i)\b(?:and|with|&)\b`)
	breaks    = regexp.MustCompile(`[.;:,]| (?:after|before|while|who|because|since|as|amid|that|when|and said|to discuss) `)
	passes    = regexp.MustCompile(`^(?: (?:on|in|at|for|again|briefly|privately|behind|over|face|late|early|there|here|together|twice|to|this|last|about|a|the|an|in|down|up|without|yesterday|in|near|inside|as|by|until|[A-Z][a-z]+day)\b|[.,;:]|$)`)
	toOthers  = regexp.MustCompile(`^ (?:to|with) (?:\S+ ){0,3}?(?:reporters|journalists|supporters|students|voters|workers|lawmakers)\b`)
	byPhone   = regexp.MustCompile(`\b(?:by|on|over) (?:the )?(?:tele)?phone\b`)
	withs     = regexp.MustCompile(`^ (?:with|between|of|by)\b`)
	spoken    = regexp.MustCompile(`(?i)^(?:spoke|talked)$`)
)

// vague tells whether words may mean any time, "in the debates", or, on the very
// day, something to come: "in Tuesday's vote". Framed are nouns behind a
// preposition, met are two who come together.
func vague(words string, framed, met, today, dated bool) bool {
	switch {
	case met && (!framed || looksBack.MatchString(words)), !today && looksBack.MatchString(words):
		return false
	case framed:
		return !within.MatchString(words) && (today || !dated) || today && !dated
	default:
		return today && !dated
	}
}

// clause is how many bytes before a verb a word may stand that governs it.
const clause = 70

// daysOf returns the day of an entry that a sentence names, "" for none, and
// whether it names other times.
func (w World) daysOf(e *Entry, r *Reading, s coranto.Span) (dated string, other bool) {
	from, _ := slices.BinarySearchFunc(r.Times, s.Start, func(t coranto.Time, at int) int { return t.Start - at })
	for _, t := range r.Times[from:] {
		if t.Start >= s.End {
			break
		}
		if t.Type != "DATE" && t.Type != "TIME" {
			continue
		}
		d := day(t.Value)
		printed := day(r.Head.Published)
		if next := after(printed, 1); d == after(printed, -6) && next >= e.From && next <= e.To && weekday(coranto.Span{Start: t.Start, End: t.End}.In(r.Text)) {
			d, printed = next, next // "voted on Wednesday", in what is dated a few hours before
		}
		if back := after(d, -7); d > printed && back >= e.From && back <= e.To && weekday(coranto.Span{Start: t.Start, End: t.End}.In(r.Text)) {
			d = back // "met on Thursday", next to words that look ahead
		}
		switch {
		case d != "" && d <= printed && (d >= e.From && d <= e.To || e.Adrift() && d > e.To):
			dated = d
		case d != "", len(t.Value) >= len("2006") && len(t.Value) <= len("2006-01") && t.Value[0] <= '9' && !strings.HasPrefix(e.From, t.Value):
			other = true
		}
	}
	return dated, other
}

// weekday tells the bare name of a day of the week, which may mean the last or
// the next.
func weekday(words string) bool {
	return strings.HasSuffix(words, "day") && !strings.Contains(words, " ")
}

// took tells whether those who take part in an entry did, or were in, what a
// stretch of a sentence says.
func (w World) took(e *Entry, d *signs, r *Reading, s, verb coranto.Span, did bool, n int) bool {
	parties := named(e.Who)
	left := r.named(coranto.Span{Start: s.Start, End: verb.Start})
	end := s.End
	if m := breaks.FindStringIndex(r.Text[verb.End:s.End]); m != nil {
		end = verb.End + m[0]
	}
	whole := coranto.Span{Start: s.Start, End: end}
	if !did {
		whole = s
	}
	right := r.named(coranto.Span{Start: verb.End, End: end})
	switch d.who {
	case anywhere:
		if d.matter && !w.acts(parties, e.Where, r, left, right, verb.Start) {
			return false
		}
		election := d.what == "vote" && !d.matter // of the place itself, not of the country that it lies in
		return nearest(r, s, verb, func(m mark) bool {
			return m.name == e.Where || slices.Contains(parties, m.name) || !election && w.party(parties, m.name)
		})
	case there:
		leads := func(m mark) bool { return w.samePlace(e.Where, m.name) }
		comes := func(m mark) bool { return w.party(parties, m.name) }
		return slices.ContainsFunc(right, leads) && w.cover(e, parties, r, whole) > 0 ||
			did && slices.ContainsFunc(left, leads) && slices.ContainsFunc(right, comes) // "Velmark welcomed the president"
	}
	if len(parties) < 2 {
		return w.cover(e, parties, r, s) == 1 && e.Where != "" && slices.ContainsFunc(r.named(s), func(m mark) bool { return w.samePlace(e.Where, m.name) })
	}
	behind := r.Text[verb.End:end]
	met := slices.DeleteFunc(slices.Clone(right), func(m mark) bool { return m.kind == coranto.Place && !w.party(parties, m.name) })
	if with := withs.MatchString(behind) || strings.HasPrefix(behind, " to ") && spoken.MatchString(r.Text[verb.Start:verb.End]); len(met) > 0 && (did || with || met[0].Start == verb.End+1) {
		if !w.party(parties, met[0].name) || possessive(r.Text[met[0].End:]) {
			return false
		}
	} else if with && len(met) == 0 || did && (toOthers.MatchString(behind) || d.what != "call" && byPhone.MatchString(behind)) || did && len(met) == 0 && !passes.MatchString(behind) {
		return false
	}
	switch w.cover(e, parties, r, whole) {
	case 0, 1:
		before := s
		if n > 1 {
			before = r.Sentences[max(0, n-3)]
		}
		return plural.MatchString(s.In(r.Text)) && w.cover(e, parties, r, coranto.Span{Start: before.Start, End: s.End}) >= 2
	}
	if did && len(met) == 0 {
		return plural.MatchString(s.In(r.Text)) || w.side(parties, r, left, verb.Start)
	}
	return true
}

// nearest tells whether of the names of one kind that stand in a sentence one that
// fits stands nearest to a verb, or in a list with the nearest, and near enough.
func nearest(r *Reading, s, verb coranto.Span, fits func(mark) bool) bool {
	here := r.named(s)
	far := func(m mark) int { return max(m.Start-verb.End, verb.Start-m.End, 0) }
	for _, m := range here {
		if fits(m) && far(m) <= reach && !slices.ContainsFunc(here, func(o mark) bool {
			return o.kind == m.kind && far(o) < far(m) && !fits(o) && !(o.End < m.Start && listed.MatchString(r.Text[o.End:m.Start]))
		}) {
			return true
		}
	}
	return false
}

// listed is what stands between the names of a list.
var listed = regexp.MustCompile(`^(?:,? and |, (?:[A-Z][\w.]* ?){0,3}(?:,? and )?)+$`)

// reach is how many bytes lie between a verb and who did it, at most.
const reach = 120

// acts tells whether one of those who take part, or the place, is named first or
// last before a verb, or first behind it: "the Senate rejected", "passed the House".
func (w World) acts(parties []string, where string, r *Reading, left, right []mark, verb int) bool {
	ours := func(m mark) bool {
		return m.name == where || slices.ContainsFunc(parties, func(p string) bool {
			of, found := strings.CutPrefix(m.name, p[strings.LastIndexByte(p, ' ')+1:]+" ")
			return w.same(p, m.name) || found && members.MatchString(of)
		})
	}
	if len(left) == 0 || relative.MatchString(r.Text[min(left[len(left)-1].End, verb):verb]) { // "a bill that passed the House"
		return len(right) > 0 && ours(right[0])
	}
	return ours(left[len(left)-1]) || ours(left[0])
}

var (
	members  = regexp.MustCompile(`^(?:Republicans|Democrats|GOP|leaders|lawmakers|majority|[A-Z]\w+ists|[A-Z]\w+ans)$`)
	relative = regexp.MustCompile(`\b(?:that|which|who)\b`)
)

// side tells whether two who take part are joined before a verb: "A and B met".
func (w World) side(parties []string, r *Reading, left []mark, verb int) bool {
	ours := slices.DeleteFunc(slices.Clone(left), func(m mark) bool { return !w.party(parties, m.name) })
	if len(ours) < 2 {
		return false
	}
	a, b := ours[len(ours)-2], ours[len(ours)-1]
	if a.End > b.Start || verb-b.End > clause {
		return false
	}
	return joined.MatchString(r.Text[a.End:b.Start]) && !speaks.MatchString(r.Text[b.End:verb])
}

func possessive(text string) bool {
	return strings.HasPrefix(text, "'s") || strings.HasPrefix(text, "’s") || strings.HasPrefix(text, "' ") || strings.HasPrefix(text, "’ ")
}

// party tells whether a name is one of those who take part, or of their state.
func (w World) party(parties []string, name string) bool {
	return slices.ContainsFunc(parties, func(p string) bool { return w.same(p, name) })
}

// same tells whether two names are of one, of a person and the state that the
// person acts for, or a whole name and the last of it.
func (w World) same(a, b string) bool {
	return a == b || w.stateOf(a) == b || w.stateOf(b) == a || lastName(a, b) || lastName(b, a)
}

func lastName(whole, last string) bool {
	return last != "" && !strings.Contains(last, " ") && strings.HasSuffix(whole, " "+last)
}

// cover counts those who take part that a stretch of a text names, each by another
// name. Those of a state whom it calls lesser than the announcement did are
// others.
func (w World) cover(e *Entry, parties []string, r *Reading, in coranto.Span) int {
	here := r.named(in)
	used := map[string]bool{}
	n := 0
	take := func(fits func(party, name string) bool) {
		for i, p := range parties {
			for _, m := range here {
				if p != "" && !used[m.name] && fits(p, m.name) {
					used[m.name] = true
					parties[i] = ""
					p = ""
					n++
				}
			}
		}
	}
	parties = slices.Clone(parties)
	take(func(p, name string) bool { return p == name || lastName(p, name) || lastName(name, p) })
	for i, p := range parties { // by the last name alone, which reading may not have known
		last := p[strings.LastIndexByte(p, ' ')+1:]
		if last != p && contains(in.In(r.Text), last) && !slices.ContainsFunc(here, func(m mark) bool { return m.name == last || lastName(m.name, last) }) {
			parties[i] = ""
			n++
		}
	}
	if envoys.MatchString(in.In(r.Text)) && !envoys.MatchString(w.words(e.First)) {
		return n
	}
	take(w.same)
	return n
}

// envoys are those whom states send, who are not their heads.
var envoys = regexp.MustCompile(`(?i)\b(?:envoys?|officials?|negotiators?|ambassadors?|delegations?|diplomats?|generals?|experts|teams|(?:foreign|defen[cs]e|finance|interior|trade|energy) (?:ministers?|secretar(?:y|ies)))\b`)
