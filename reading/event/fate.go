package event

// fate is what the words around a noun say became of what it names, by verb or
// adjective `by`: "has postponed the summit", "the talks have been called off",
// "a meeting is unlikely"; "" nothing.
func (s *sentence) fate(n int) (class string, by int) {
	for i := n - 1; i >= max(0, n-8); i-- { // a verb whose object it is
		if s.dated(i) || s.dated(i+1) && (s.word(i) == "until" || s.word(i) == "till" || s.word(i) == "to") {
			continue
		}
		switch s.Words[i].Tag {
		case "VERB":
			if s.Words[i].Fine == "VBG" && (i == n-1 || s.is(i, "amod")) { // "the opening ceremony"
				continue
			}
			class = s.governorOf(i)
			if n+1 < len(s.Words) && s.Words[n+1].Tag == "AUX" { // "hopes the talks will": their own clause tells
				class = ""
			}
			if s.negated(i) || class == "announced" || class == "invite" {
				class = ""
			}
			return class, i
		case "DET", "ADJ", "NOUN", "PRON", "NUM", "PART", "PROPN":
			if s.nounKind(i) != "" {
				return "", -1
			}
			continue
		case "ADP":
			if w := s.word(i); w == "of" || w == "for" || w == "off" || w == "out" {
				continue
			}
		}
		break
	}
	for i := n + 1; i < min(len(s.Words), n+24); i++ { // a verb whose subject it is
		if s.nounKind(i) != "" && s.Words[i].Tag == "NOUN" || s.Of(i) == ":" || s.Of(i) == ";" {
			return "", -1
		}
		if !s.auxiliary(i) {
			continue
		}
		if i > 0 && (s.word(i-1) == "that" || s.word(i-1) == "which" || s.word(i-1) == "who") {
			continue // a relative clause
		}
		for k := i + 1; k < min(len(s.Words), i+4); k++ {
			switch {
			case s.Words[k].Tag == "VERB" || s.Words[k].Tag == "ADJ" || s.Words[k].Tag == "ADV" && s.governorOf(k) != "":
				if class = s.governorOf(k); class == "announced" || class == "demand" || class == "invite" {
					class = ""
				}
				return class, k
			case s.word(k) == "off":
				return "cancelled", k
			}
		}
	}
	return "", -1
}

func (s *sentence) auxiliary(i int) bool {
	switch s.word(i) {
	case "is", "are", "was", "were", "has", "have", "'s":
		return s.Words[i].Tag == "AUX" || s.Words[i].Tag == "VERB"
	}
	return false
}

// scheduledBehind tells nouns with "scheduled for", "planned for", "due on" right
// behind what hangs on them.
func (s *sentence) scheduledBehind(n int) bool {
	for i := n + 1; i+1 < min(len(s.Words), n+14); i++ {
		if s.nounKind(i) != "" {
			return false
		}
		if s.governorOf(i) == "announced" && (s.Words[i].Fine == "VBN" || s.Words[i].Fine == "VBD" || s.Words[i].Tag == "ADJ") {
			w := s.word(i + 1)
			return w == "for" || w == "on" || w == "to" || s.dated(i+1)
		}
	}
	return false
}
