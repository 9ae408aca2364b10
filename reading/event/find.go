// Package event finds who does what to whom, and what is appointed.
//
// An event is told by a verb or a noun of frames.tsv. Who acts and who is acted
// on stands around it in the sentence's tree. An event without both is none,
// but for changes of office, court outcomes and meetings of several. Those that
// are plain enough are shown (plain.go).
//
// An appointment is a plan (plan.go) that a verb foretells, carries or calls off,
// or that a noun with a day ahead tells by itself, or an act of somebody named in
// public on a day told beforehand (act.go); the words are in appointments.tsv. Of
// each three things are asked: what is said of its coming (outlook.go, fate.go), on
// what day it is (moment.go), and of whom (party.go).
// testdata holds books of examples.
//
// The tree is often wrong in the language of news. What hangs elsewhere than it
// should is looked for nearby, and what a rule is not sure of is kept and not
// shown.
package event

import (
	"slices"
	"strings"

	"coranto"
	"coranto/reading/grammar"
)

// Read returns the events and appointments that an English text tells, in the
// order of the text, each once; none of a text in another language. at is the
// day of publication, "" unknown.
func Read(text string, sentences []coranto.Span, times []coranto.Time, entities []coranto.Entity, at, language string) ([]coranto.Event, []coranto.Appointment) {
	events, appointments := []coranto.Event{}, []coranto.Appointment{}
	if primary, _, _ := strings.Cut(language, "-"); primary != "en" {
		return events, appointments
	}
	known := map[string]int{}
	scene := newScene(text, times, entities, at)
	for _, t := range grammar.Text(text, sentences, scene.units()) {
		if len(t.Words) > longestSentence {
			continue
		}
		s := scene.sentence(t)
		meetings := s.appointments()
		for _, a := range meetings {
			appointments = joined(appointments, a)
		}
		for _, a := range meetings {
			if len(a.Who) > 1 && (a.From != "" || !slices.Equal(a.Who, scene.met)) {
				scene.met, scene.metFrom, scene.metTo = a.Who, a.From, a.To
			}
		}
		s.conversing()
		for _, e := range s.events() {
			if e.Type == "CONSULT" && len(meetings) == 0 {
				scene.meet(e)
			}
			key := e.Type + "\x00" + strings.Join(e.Actors, "\x01") + "\x00" + strings.Join(e.Targets, "\x01")
			if e.Type == "CONSULT" { // A met B, B met A, A and B met
				both := append(slices.Clone(e.Actors), e.Targets...)
				slices.Sort(both)
				key = e.Type + "\x00" + strings.Join(slices.Compact(both), "\x01")
			}
			if n, ok := known[key]; ok {
				if first := &events[n]; first.From == "" && e.From != "" {
					first.From, first.To = e.From, e.To
				}
				continue
			}
			known[key] = len(events)
			events = append(events, e)
		}
	}
	return events, appointments
}

// longestSentence is the number of words from which a sentence is none, but a
// list or a table; it keeps what is quadratic in a sentence small.
const longestSentence = 250

// events reads one sentence.
func (s *sentence) events() []coranto.Event {
	var out []coranto.Event
	for i, w := range s.Words {
		if s.used[i] {
			continue
		}
		if w.Tag == "VERB" || w.Tag == "ADJ" && s.kid(i, "xcomp", "ccomp", "advcl") >= 0 {
			if e, ok := s.verbEvent(i); ok {
				out = append(out, e)
			}
		}
	}
	for i, w := range s.Words {
		if w.Tag != "VERB" {
			continue
		}
		if e, ok := s.bidden(i); ok {
			out = append(out, e)
		}
		if s.Lemma(i) == "accuse" && s.deniedBehind(i) { // "accused B of arming C, which it has denied"
			r := s.rolesOf(i)
			if e, ok := s.told("REJECT", i, -1, r.object, r.subject); ok {
				e.Modality = "happened"
				out = append(out, e)
			}
		}
	}
	for i, w := range s.Words {
		if w.Tag == "NOUN" && !s.used[i] {
			if e, ok := s.nounEvent(i); ok {
				out = append(out, e)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b coranto.Event) int { return a.Start - b.Start })
	// "launched an attack on A, hitting bases" is one event
	return slices.DeleteFunc(out, func(e coranto.Event) bool {
		return s.vague(e) && slices.ContainsFunc(out, func(f coranto.Event) bool {
			return f.Type == e.Type && f.Start != e.Start && slices.Equal(f.Actors, e.Actors) && !s.vague(f)
		})
	})
}

// vague tells events whose targets no entity is known for.
func (s *sentence) vague(e coranto.Event) bool {
	return !slices.ContainsFunc(e.Targets, func(t string) bool { return s.known[t] })
}

// nounEvent reads an event that a noun alone tells: "A's strike on B", "talks
// between A and B".
func (s *sentence) nounEvent(i int) (coranto.Event, bool) {
	var list []*frame
	for _, l := range s.nounLemmas(i) {
		list = append(list, frames["="+l]...)
	}
	if len(list) == 0 || s.is(i, "compound", "flat") {
		return coranto.Event{}, false
	}
	f := list[0]
	var actor, target []int
	for _, k := range s.kids[i] {
		if s.marks[k] >= 0 && s.is(k, "nmod:poss", "amod", "compound") {
			actor = s.together(k)
			break
		}
	}
	if actor == nil {
		if s.kid(i, "nmod:poss") >= 0 {
			actor = s.holder(i)
		}
	}
	for k := i - 1; actor == nil && k >= max(0, i-6) && (s.Words[k].Tag == "ADJ" || s.Words[k].Tag == "NOUN" || s.Words[k].Tag == "PROPN" || s.Of(k) == "-" || k > 0 && s.Of(k-1) == "-"); k-- {
		if s.named(k) >= 0 && s.entityAt(k).Type != coranto.Place && s.entityAt(k).Type != coranto.Office { // "a Velmark-led strike on"
			actor = []int{k}
		}
	}
	if by := s.hanging(i, "by"); by != nil {
		actor = by
	}
	for _, slot := range f.slots {
		p, place := strings.CutSuffix(slot, "?")
		if p == "obj" || p == "to+" {
			continue
		}
		t := s.hanging(i, p)
		if t == nil && p == "from" {
			t = s.farther(i, p, false)
		}
		if p == "with" || p == "between" {
			t = s.personsBehind(i, p, t)
		}
		if t != nil && !s.dated(t[0]) && (!place || s.placed(t[0])) {
			target = t
			if p == "between" || p == "among" {
				actor = t
			}
			break
		}
	}
	if target == nil && mutual[f.kind] && f.kind == "CONSULT" {
		for _, k := range s.kids[i] {
			if s.named(k) >= 0 && s.is(k, "compound", "amod") {
				if both := s.partiesOf(s.joint(k), i); known(both) == 2 {
					actor = s.joint(k)[:2]
					target = actor
				}
			}
		}
	}
	if actor == nil || target == nil || actor[0] == target[0] && len(actor) == 1 {
		return coranto.Event{}, false
	}
	return s.told(f.kind, i, -1, actor, target)
}

// told makes the event.
func (s *sentence) told(kind string, v, noun int, actors, targets []int) (coranto.Event, bool) {
	e := coranto.Event{Type: kind, Actors: []string{}, Targets: []string{}, ActorSpans: []coranto.Span{}, TargetSpans: []coranto.Span{}}
	if len(targets) == 0 && mutual[kind] && (len(actors) > 1 || len(actors) == 1 && s.standing(actors[0], v) != nil) {
		targets = actors
	}
	for _, a := range actors {
		if they := s.standing(a, v); they != nil {
			for _, name := range they {
				if !slices.Contains(e.Actors, name) {
					e.Actors, e.ActorSpans = append(e.Actors, name), append(e.ActorSpans, s.bounds(a))
				}
			}
			continue
		}
		if p := s.phraseAt(s.bearer(a)); s.somebody(p) && !slices.Contains(e.Actors, p.name) {
			e.Actors, e.ActorSpans = append(e.Actors, p.name), append(e.ActorSpans, p.span)
		}
	}
	if len(targets) > 0 && s.Words[v].Tag == "VERB" && !slices.ContainsFunc(targets, func(t int) bool { return s.somebody(s.phraseAt(t)) }) {
		targets = s.after(v)
	}
	targets = s.several(targets)
	for _, t := range targets {
		if they := s.standing(t, v); they != nil && slices.Contains(actors, t) {
			e.Targets, e.TargetSpans = slices.Clone(e.Actors), slices.Clone(e.ActorSpans)
			break
		}
		if p := s.phraseAt(t); s.somebody(p) && !slices.Contains(e.Targets, p.name) {
			e.Targets, e.TargetSpans = append(e.Targets, p.name), append(e.TargetSpans, p.span)
		}
	}
	if len(e.Targets) == 0 && len(e.Actors) > 1 && mutual[kind] && (kind != "SUPPORT" || noun >= 0) {
		e.Targets, e.TargetSpans = slices.Clone(e.Actors), slices.Clone(e.ActorSpans)
	}
	if kind == "AGREE" && len(e.Actors) > 1 && s.vague(e) { // "the two leaders agreed to instruct their ministries"
		e.Targets, e.TargetSpans = slices.Clone(e.Actors), slices.Clone(e.ActorSpans)
	}
	if len(e.Targets) == 0 && onThings[kind] && slices.ContainsFunc(e.Actors, func(a string) bool { return s.known[a] }) {
		for _, t := range targets {
			if p := s.phraseAt(t); p.name != "" && s.Words[t].Tag == "NOUN" {
				e.Targets, e.TargetSpans = append(e.Targets, p.name), append(e.TargetSpans, p.span)
			}
		}
	}
	switch kind {
	case "APPOINT", "CONVICT", "ACQUIT":
		if len(e.Targets) == 0 {
			return e, false
		}
	case "LEAVE":
		if len(e.Actors) == 0 {
			return e, false
		}
	default:
		if len(e.Actors) == 0 || len(e.Targets) == 0 || slices.Equal(e.Actors, e.Targets) && len(e.Actors) == 1 {
			return e, false
		}
	}
	e.Modality = s.modality(v)
	e.Confidence = 0.6
	if s.vague(e) {
		e.Confidence = 0.4
	}
	if s.plain(e, v, noun, actors, targets) {
		e.Confidence = trusted
	}
	if kind == "ASSAULT" && noun >= 0 && s.verbalAttack(noun) {
		e.Type = "ACCUSE"
	}
	e.Type = s.shifted(e.Type, v)
	from, to := s.Words[v].Span, s.Words[v].Span
	if noun >= 0 {
		if s.Words[noun].Start < from.Start {
			from = s.Words[noun].Span
		} else {
			to = s.Words[noun].Span
		}
	}
	e.Start, e.End = from.Start, to.End
	e.Verb = strings.Join(strings.Fields(s.text[e.Start:e.End]), " ")
	e.From, e.To = s.dateOf(v, noun)
	if s.at != "" && e.From > day(s.at) && (e.Modality == "happened" || e.Modality == "ongoing") && kind == "CONSULT" {
		e.Modality = "announced"
	}
	e.Where = s.whereOf(v, noun)
	return e, true
}

// onThings are the types of what is done to things as well: a ban is rejected, a
// house destroyed.
var onThings = set("REJECT COERCE ASSAULT ACCUSE SANCTION PROTEST CONCEDE")

// somebody tells phrases for those who may act or be acted on.
func (s *sentence) somebody(p phrase) bool {
	if p.known {
		return true
	}
	if t := s.Words[p.head].Tag; t == "PRON" || t == "DET" || p.name == "" {
		return false
	}
	if s.animate(p.head) {
		return true
	}
	for _, k := range s.kids[p.head] { // "thousands of workers"
		if s.is(k, "nmod") && s.caseOf(k) == "of" && s.animate(k) {
			return true
		}
	}
	return false
}

// meet keeps who met, for "the two sides" further on.
func (s *scene) meet(e coranto.Event) {
	var who []string
	both := e.Actors
	if len(both) < 2 {
		both = append(slices.Clone(e.Actors), e.Targets...)
	}
	for _, name := range both {
		if !s.known[name] || s.typeOf(name) == coranto.Place {
			return
		}
		if !slices.Contains(who, name) {
			who = append(who, name)
		}
	}
	if len(who) > 1 && !slices.Equal(who, s.met) {
		s.met, s.metFrom, s.metTo = who, "", ""
	}
}

// verbalAttack tells attacks by words: "a scathing attack".
func (s *sentence) verbalAttack(n int) bool {
	for _, k := range s.kids[n] {
		if s.is(k, "amod", "compound") && wordy[s.word(k)] {
			return true
		}
	}
	return false
}

var wordy = set("scathing verbal stinging blistering extraordinary withering rhetorical personal veiled thinly-veiled public twitter")

// bidden reads what somebody says that another must do: "A said that B must
// withdraw" asks it of B.
func (s *sentence) bidden(v int) (coranto.Event, bool) {
	h := s.Words[v].Head
	if h < 0 || !s.is(v, "ccomp", "parataxis") || s.Words[h].Tag != "VERB" || !saying[s.Lemma(h)] || s.passive(v) {
		return coranto.Event{}, false
	}
	must := false
	for _, k := range s.kids[v] {
		if w := s.word(k); s.is(k, "aux") && (w == "must" || w == "should") {
			must = true
		}
	}
	k := s.kid(v, "nsubj")
	if !must || k < 0 || s.named(k) < 0 || s.Words[k].Tag == "PRON" {
		return coranto.Event{}, false
	}
	return s.told("REQUEST", h, -1, s.subjectOf(h, 2), s.together(k))
}

// bearer is the name before a pronoun at word i for whom it stands, in the same
// sentence; i where there is none.
func (s *sentence) bearer(i int) int {
	if s.Words[i].Tag != "PRON" || s.marks[i] < 0 {
		return i
	}
	e := s.scene.marks[s.marks[i]].entity
	for k := range i {
		if m := s.marks[k]; m >= 0 && !s.scene.marks[m].ref && s.scene.marks[m].entity == e {
			return k
		}
	}
	return i
}

// conversing keeps who told whom, for "both leaders" further on.
func (s *sentence) conversing() {
	for v, w := range s.Words {
		if w.Tag != "VERB" || s.Lemma(v) != "tell" && s.Lemma(v) != "call" && s.Lemma(v) != "phone" {
			continue
		}
		r := s.rolesOf(v)
		if len(r.subject) == 1 && len(r.object) == 1 && s.entityAt(r.subject[0]).Type == coranto.Person {
			if p := s.phraseAt(r.object[0]); p.known && s.typeOf(p.name) == coranto.Person && p.name != s.entityAt(r.subject[0]).Name {
				s.met, s.metFrom, s.metTo = []string{s.entityAt(r.subject[0]).Name, p.name}, "", ""
			}
		}
	}
}
