package event

// negated tells verbs with "not", "never", or an actor "nobody".
func (s *sentence) negated(v int) bool {
	for _, k := range s.kids[v] {
		switch s.word(k) {
		case "not", "n't", "n’t", "never", "neither", "without":
			return true
		}
		if s.is(k, "nsubj") {
			if d := s.kid(k, "det"); s.word(k) == "nobody" || d >= 0 && s.word(d) == "no" {
				return true
			}
		}
	}
	return false
}

// The classes of verbs that another verb hangs on.
var (
	intending = set("agree promise pledge vow plan intend offer expect prepare schedule set seek aim hope decide order consider want")
	menacing  = set("threaten warn")
	denying   = set("deny refute reject")
	perhaps   = set("may might could would should must ought can ca")
	coming    = set("will shall 'll ’ll")
)

// modality tells whether what a verb or noun says happened.
func (s *sentence) modality(v int) string {
	w := s.Words[v]
	if s.deniedBehind(v) {
		return "denied"
	}
	if w.Tag == "NOUN" {
		if w.Head >= 0 && s.Words[w.Head].Tag == "VERB" {
			v, w = w.Head, s.Words[w.Head]
		} else {
			return "happened"
		}
	}
	if w.Fine == "VBG" && v > 0 && s.word(v-1) == "of" && w.Head >= 0 && s.verbal(w.Head) { // "accused of attacking"
		return "possible"
	}
	has, progressive := false, w.Fine == "VBG"
	for _, k := range s.kids[v] {
		switch word := s.word(k); {
		case s.is(k, "aux") && perhaps[word]:
			return "possible"
		case s.is(k, "aux") && coming[word]:
			return "announced"
		case s.is(k, "aux") && (word == "has" || word == "have" || word == "had" || word == "'ve"):
			has = true
		case s.is(k, "aux") && s.Lemma(k) == "be":
			progressive = true
		case s.is(k, "mark") && (word == "if" || word == "unless"):
			return "possible"
		}
	}
	if w.Head >= 0 && s.infinitive(v) {
		h := s.Lemma(w.Head)
		switch {
		case menacing[h]:
			return "threatened"
		case intending[h], s.Words[w.Head].Tag == "ADJ", h == "be":
			return "announced"
		}
		if k := s.kid(v, "aux", "cop"); k >= 0 && s.Lemma(k) == "be" { // "is to meet"
			return "announced"
		}
		return "possible"
	}
	if k := s.kid(v, "aux", "cop"); k >= 0 && s.Lemma(k) == "be" && s.infinitive(v) {
		return "announced"
	}
	if w.Head >= 0 && denying[s.Lemma(w.Head)] && s.is(v, "ccomp", "xcomp", "advcl") {
		return "denied"
	}
	switch {
	case menacing[s.Lemma(v)] && w.Tag == "VERB" && s.kid(v, "xcomp", "ccomp") >= 0:
		return "threatened"
	case w.Fine == "VBP" || w.Fine == "VBZ" || progressive && w.Fine == "VBG" && s.kid(v, "aux") >= 0:
		return "ongoing"
	case has:
		return "happened"
	}
	return "happened"
}

// deniedBehind tells "..., which it has repeatedly denied".
func (s *sentence) deniedBehind(v int) bool {
	for i := v + 1; i < len(s.Words); i++ {
		if s.Words[i].Tag == "VERB" && denying[s.Lemma(i)] && (s.is(i, "acl:relcl", "advcl:relcl") || s.Words[i].Relation == "ccomp") {
			for k := i - 1; k > v && k > i-7; k-- {
				if s.word(k) == "which" && k > 0 && s.Of(k-1) == "," {
					return true
				}
			}
		}
	}
	return false
}

// willing tells verbs that say what will be: "will", "would", "can".
func (s *sentence) willing(v int) bool {
	for _, k := range s.kids[v] {
		if w := s.word(k); s.is(k, "aux") && (coming[w] || w == "would" || w == "wo" || w == "can" || w == "ca") {
			return true
		}
	}
	return false
}

var (
	friendly = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT")
	hostile  = set("ASSAULT COERCE SANCTION MOBILIZE")
	helpful  = set("AID CONCEDE RETREAT COOPERATE")
)

// shifted makes of what is only agreed or threatened an AGREE or a THREATEN, as
// PLOVER has it: its types of deeds are for deeds.
func (s *sentence) shifted(kind string, v int) string {
	w := s.Words[v]
	to, will := s.infinitive(v), false
	for _, k := range s.kids[v] {
		if s.is(k, "aux") && (coming[s.word(k)] || s.word(k) == "would" && s.is(v, "ccomp") && s.reported(v)) {
			will = true
		}
	}
	if to && w.Head >= 0 {
		h := s.Lemma(w.Head)
		will = intending[h] || s.Words[w.Head].Tag == "ADJ"
		if menacing[h] {
			return "THREATEN"
		}
	}
	switch {
	case will && hostile[kind]:
		return "THREATEN"
	case will && helpful[kind]:
		return "AGREE"
	}
	return kind
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range fields(words) {
		out[w] = true
	}
	return out
}
