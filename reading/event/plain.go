package event

import (
	"slices"

	"coranto"
)

// plain tells events of a class that is read right nearly always: a verb of one
// meaning, in the past, in a clause of its own that nobody is said to say, with
// persons, states or bodies by name as its subject and object.
func (s *sentence) plain(e coranto.Event, v, noun int, actors, targets []int) bool {
	if s.Words[v].Tag != "VERB" || e.Modality != "happened" || len(e.Actors) == 0 || len(e.Targets) == 0 || len(actors) == 0 || len(targets) == 0 || !s.tensed(v) || !s.clause(v) || s.sporting() {
		return false
	}
	if s.Lemma(v) == "host" && s.word(v) == "host" || noun < 0 && slices.Equal(e.Actors, e.Targets) && !facing[s.Lemma(v)] {
		return false
	}
	if last := s.behindName(targets[len(targets)-1]); last+1 < len(s.Words) && (s.word(last) == "and" || s.Of(last) == ",") && s.listed(last+1, e) {
		return false // more than were found
	}
	if verb, whole := s.lemmaOf(v); !unequivocal[verb] && !unequivocal[whole] || verb == "ask" && !s.askedTo(v) || verb == "fire" && noun < 0 {
		return false
	}
	switch verb := s.Lemma(v); {
	case noun >= 0 && s.Lemma(noun) == "contract":
		return false // a player's
	case verb == "host" || verb == "meet" || verb == "receive" || verb == "invite" || verb == "speak" || verb == "talk":
		for _, t := range e.Targets {
			if kind := s.typeOf(t); kind != coranto.Person && kind != coranto.State && noun < 0 && !(verb == "visit" && kind == coranto.Place) {
				return false // a show
			}
		}
	}
	if noun >= 0 && e.Type == "ASSAULT" && slices.ContainsFunc(e.Actors, func(a string) bool { return s.typeOf(a) == coranto.Person }) {
		return false // by words, most of the time
	}
	for _, t := range targets {
		for i := min(v, t); i < max(v, t); i++ {
			if w := s.Of(i); w == ":" || w == "\"" || w == "“" || w == "”" {
				return false
			}
		}
		if k := s.behindName(t); noun < 0 && k < len(s.Words) && (s.Words[k].Fine == "POS" || s.Of(k) == "'" || s.Of(k) == "’") {
			return false // what is theirs
		}
		if c := s.caseOf(t); c == "in" || c == "on" && noun < 0 || c == "at" && noun >= 0 && e.Type == "CONSULT" {
			return false
		}
	}
	for i := min(v, actors[0]); i < max(v, actors[0]); i++ {
		if w := s.Of(i); w == "(" || w == ")" { // a dateline before
			return false
		}
	}
	for _, a := range actors {
		if !s.outright(a) || !s.holds(a, v, noun, "nsubj", "obl:agent") && !s.relates(a, v) {
			return false
		}
	}
	if noun < 0 && slices.Equal(actors, targets) { // "A and B met"
		return true
	}
	for _, t := range targets {
		if !s.outright(t) && !(s.Lemma(v) == "visit" && noun < 0 && s.placeAt(t) != "" && s.Words[t].Tag == "PROPN") {
			return false
		}
		if noun < 0 && !s.holds(t, v, noun, "obj", "iobj", "nsubj:pass") && !(facing[s.Lemma(v)] && s.holds(t, v, noun, "obl")) || noun >= 0 && !s.holds(t, v, noun, "nmod", "obl", "obj", "iobj", "nsubj:pass", "nsubj") {
			return false
		}
	}
	return true
}

// outright tells words that name a person, state or body themselves, or one of a
// state's ("Velmarkian forces").
func (s *sentence) outright(i int) bool {
	p := s.phraseAt(i)
	if !p.known || s.marks[i] >= 0 && s.scene.marks[s.marks[i]].ref && s.Words[i].Tag != "PRON" { // "Iraqis" are not Iraq
		return false
	}
	switch s.typeOf(p.name) {
	case coranto.Person:
		return !p.loose
	case coranto.State, coranto.Organisation:
		return !p.loose || bodies[s.Lemma(i)]
	}
	return false
}

// unequivocal are verbs that mean one thing whoever does it to whomever.
var unequivocal = set(`
accuse condemn denounce blame criticise criticize rebuke chide lambaste castigate assail deplore decry sue indict
charge invade bomb bombard shell assassinate kill arrest detain imprison jail deport extradite expel sanction
blacklist urge exhort implore beseech press ask call_on invite meet visit host receive telephone phone consult
negotiate confer speak talk congratulate thank endorse praise commend applaud recognise recognize evacuate
mock ridicule scold berate laud hail salute back pardon repatriate evict besiege
threaten warn impose hold sign launch fire carry_out convict sentence acquit oust overthrow topple`)

var bodies = set("government force troop army military police official authority soldier warplane jet navy court parliament minister president leader regime diplomat envoy prosecutor delegation ministry lawmaker senator")

// holds tells words that the tree hangs on a verb, or on its noun, by one of the
// relations, alone or joined to another.
func (s *sentence) holds(i, v, noun int, relations ...string) bool {
	for s.is(i, "conj") && s.Words[i].Head >= 0 {
		i = s.Words[i].Head
	}
	h := s.Words[i].Head
	return (h == v || noun >= 0 && h == noun) && slices.Contains(relations, s.Words[i].Relation)
}

// relates tells names that "who" refers to right before a verb: "A, who endorsed".
func (s *sentence) relates(i, v int) bool {
	if s.named(i) < 0 || s.entityAt(i).Type != coranto.Person {
		return false
	}
	k := s.behindName(i)
	if k < len(s.Words) && s.Of(k) == "," {
		k++
	}
	if k >= len(s.Words) || s.word(k) != "who" {
		return false
	}
	for k++; k < v; k++ {
		if s.Words[k].Tag != "AUX" && s.Words[k].Tag != "ADV" {
			return false
		}
	}
	return k == v
}

// tensed tells verbs in the past, by themselves or with "have" or "was".
func (s *sentence) tensed(v int) bool {
	past := s.Words[v].Fine == "VBD"
	for _, k := range s.kids[v] {
		if !s.is(k, "aux", "aux:pass", "cop") || k > v {
			continue
		}
		switch s.word(k) {
		case "has", "have", "had", "was", "were", "been":
			past = true
		default:
			return false
		}
	}
	return past && !s.infinitive(v)
}

// clause tells verbs of a main clause outside quotation marks.
func (s *sentence) clause(v int) bool {
	quotes := 0
	for i := range v {
		switch s.Of(i) {
		case "\"", "“", "”", "''", "``":
			quotes++
		}
	}
	if quotes%2 == 1 {
		return false
	}
	for s.Words[v].Head >= 0 {
		switch {
		case s.is(v, "conj", "acl:relcl"):
		case s.is(v, "advcl") && s.Words[v].Fine != "VBN":
			for _, k := range s.kids[v] {
				if w := s.word(k); k < v && (w == "if" || w == "unless" || w == "whether" || w == "though" || w == "until") {
					return false
				}
			}
		default:
			return false
		}
		v = s.Words[v].Head
	}
	return true
}

// askedTo tells verbs with "to do" behind: "asked A to leave", not "asked A why".
func (s *sentence) askedTo(v int) bool {
	for i := v + 1; i+1 < min(len(s.Words), v+14); i++ {
		if s.Words[i].Fine == "TO" && s.Words[i+1].Fine == "VB" {
			return true
		}
		if w := s.Words[i]; w.Tag == "PUNCT" || w.Tag == "VERB" || w.Tag == "SCONJ" || s.word(i) == "how" || s.word(i) == "why" || s.word(i) == "what" {
			return false
		}
	}
	return false
}

// facing are verbs whose other party stands by a preposition.
var facing = set("speak talk meet call negotiate confer consult warn visit")

// listed tells whether a person stands at word i, titles before, who is not
// among those of an event.
func (s *sentence) listed(i int, e coranto.Event) bool {
	for ; i < len(s.Words); i++ {
		if x := s.entityAt(i); x.Type == coranto.Person {
			return !slices.Contains(e.Targets, x.Name) && !slices.Contains(e.Actors, x.Name)
		}
		if !s.title(i) || s.Words[i].Tag == "DET" {
			return false
		}
	}
	return false
}
