package storyline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto"
)

// kind is what sort of thing two stories may share.
type kind byte

const (
	appointment kind = 'a' // what, two who take part (or one, and where), the day
	deed        kind = 'd' // who did something hostile to whom
	ground      kind = 'g' // a place where something hostile was done
	name        kind = 'n' // a body or named event that the article is about
	person      kind = 'p' // a person that it is about
	aside       kind = 'o' // any person or body in it: speaks for a link, makes none
)

// key is something by which stories are found.
type key struct {
	kind kind
	text string // with the kind before it
	what string // for people
}

// mostKeys is how many keys of an article are kept: of 200 articles glued into
// one the first are enough.
const mostKeys = 80

// keysOf returns the keys of an article, without repetition.
func keysOf(it Item) []key {
	var list []key
	add := func(k kind, what string, parts ...string) {
		text := string(k) + strings.Join(parts, "\x1f")
		if len(list) < mostKeys && !slices.ContainsFunc(list, func(o key) bool { return o.text == text }) {
			list = append(list, key{k, text, what})
		}
	}
	for _, a := range it.Appointments {
		if a.Sure() {
			appointed(a, add)
		}
	}
	fought := false
	for _, e := range it.Events {
		if meets[e.Type] && e.Modality == "happened" && e.Confidence >= likely {
			appointed(coranto.Appointment{What: "meeting", Who: append(slices.Clone(e.Actors), e.Targets...), From: e.From, To: e.To}, add)
		}
		if !hostile[e.Type] || e.Confidence < likely || e.Modality == "denied" || e.Modality == "possible" {
			continue
		}
		for _, x := range proper(e.Actors) {
			for _, y := range proper(e.Targets) {
				if x != y {
					add(deed, x+" and "+y, x, y)
				}
			}
		}
		if !violent(e) || spoken(it, e) {
			continue
		}
		if e.Where != "" {
			add(ground, e.Where, e.Where)
		}
		fought = fought || e.Type == "ASSAULT" || e.Type == "COERCE"
	}
	for _, e := range it.Entities {
		if fought && e.Type == coranto.Place && it.Chief[e.Name] {
			add(ground, e.Name, e.Name)
		}
	}
	for _, chief := range []bool{true, false} {
		for _, e := range it.Entities {
			if e.Name == "" || e.Type != coranto.Person && e.Type != coranto.Organisation && e.Type != coranto.EventName {
				continue
			}
			switch {
			case !chief:
				add(aside, e.Name, e.Name)
			case it.Chief[e.Name] && e.Type == coranto.Person:
				add(person, e.Name, e.Name)
			case it.Chief[e.Name]:
				add(name, e.Name, e.Name)
			}
		}
	}
	return list
}

// likely is the confidence from which an event may chain stories: two must agree.
const likely = 0.5

// meets are the events by which an appointment is kept.
var meets = map[string]bool{"CONSULT": true, "AGREE": true}

// hostile are the events that are answered.
var hostile = map[string]bool{
	"ACCUSE": true, "REJECT": true, "THREATEN": true, "PROTEST": true, "SANCTION": true, "MOBILIZE": true, "COERCE": true, "ASSAULT": true,
}

// violent tells whether an event makes a place one of conflict: by its verb, as
// candidates beat one another, too, and hold states and seats.
func violent(e coranto.Event) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(e.Verb)), func(word string) bool {
		return slices.ContainsFunc(blows, func(b string) bool { return strings.HasPrefix(word, b) })
	})
}

// blows are the beginnings of the verbs and nouns of violence and unrest.
var blows = []string{"abduct", "ambush", "arrest", "assassin", "assault", "attack", "besieg", "blast", "blew", "blow", "bomb", "clash", "deploy", "deport", "detain",
	"detonat", "execut", "expel", "explod", "explosion", "evict", "fire", "firing", "gunn", "hijack", "injur", "invad", "jail", "kidnap", "kill", "loot", "massacr", "murder",
	"occup", "offensive", "overr", "protest", "raid", "rape", "riot", "rocket", "seiz", "shell", "shot", "shoot", "slain", "slaughter", "stab", "storm",
	"strike", "struck", "tortur", "troops", "wound"}

// spoken tells whether somebody who is no state attacks a person: with words, as a
// rule, "the committee attacked the candidate".
func spoken(it Item, e coranto.Event) bool {
	is := func(name string, kind coranto.EntityType) bool {
		return slices.ContainsFunc(it.Entities, func(x coranto.Entity) bool { return x.Name == name && x.Type == kind })
	}
	return slices.ContainsFunc(e.Targets, func(n string) bool { return is(n, coranto.Person) }) &&
		!slices.ContainsFunc(e.Actors, func(n string) bool { return is(n, coranto.State) })
}

// appointed adds the keys of an appointment: each two who take part with its day,
// or one with the day and the place.
func appointed(a coranto.Appointment, add func(k kind, what string, parts ...string)) {
	if a.Status == "postponed" && a.To != a.From { // from one day to another
		old, moved := a, a
		old.To, moved.From, old.Status, moved.Status = a.From, a.To, "", ""
		appointed(old, add)
		appointed(moved, add)
		return
	}
	if a.From == "" || a.To != "" && day(a.To) != day(a.From) {
		return
	}
	who := proper(a.Who)
	slices.Sort(who)
	on := day(a.From)
	for i := range who {
		for j := i + 1; j < len(who); j++ {
			add(appointment, a.What+" of "+who[i]+" and "+who[j]+" on "+on, on, who[i], who[j])
		}
	}
	if a.What == "visit" && len(who) == 1 && a.Where != "" || bounded[a.What] && len(who) == 1 {
		what := a.What + " of " + who[0]
		if a.Where != "" {
			what += ", " + a.Where
		}
		add(appointment, what+", "+on, on, a.What, who[0], a.Where)
	}
}

// bounded are the appointments that one alone can have.
var bounded = map[string]bool{"deadline": true, "demand": true, "threat": true, "pledge": true}

// proper returns those of a list that are names, not descriptions.
func proper(who []string) []string {
	var list []string
	for _, w := range who {
		if r, _ := utf8.DecodeRuneInString(w); w != "" && !unicode.IsLower(r) && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}
