package event

// Outlooks: what a sentence says of a deed's coming. "present" is a present
// tense, which tells what is to come only beside a day that is to come; "demand"
// is what somebody asks for; "" is nothing to come.

// outlook reads what is said of the coming of what word v tells, a verb or the
// adjective of "is due".
func (s *sentence) outlook(v int) string { return s.outlookWithin(v, 5) }

func (s *sentence) outlookWithin(v, depth int) string {
	if depth == 0 {
		return ""
	}
	status, finite := s.ownOutlook(v)
	if status == "" && finite {
		return ""
	}
	h := s.Words[v].Head
	if !finite {
		if h < 0 {
			return ""
		}
		status = s.governed(v, h, depth)
	}
	if status == "" {
		return ""
	}
	if s.negated(v) {
		status = "denied"
	}
	for _, k := range s.kids[v] {
		switch {
		case s.is(k, "advmod") && in("adverb", s.word(k)):
			status = graver(status, "doubtful")
		case s.is(k, "mark") && k < v && (s.word(k) == "whether" || s.word(k) == "if" || s.word(k) == "unless"):
			status = graver(status, "doubtful")
		}
	}
	if finite && h >= 0 && s.is(v, "ccomp", "csubj", "csubj:pass", "acl", "acl:relcl", "advcl", "xcomp") {
		status = graver(status, s.sayer(v, h))
	}
	return status
}

// ownOutlook reads a verb's auxiliaries; finite tells whether they decide.
func (s *sentence) ownOutlook(v int) (status string, finite bool) {
	w := s.Words[v]
	be, have, to := false, false, s.infinitive(v)
	for _, k := range s.kids[v] {
		if k > v || !s.is(k, "aux", "aux:pass", "cop") {
			continue
		}
		word := s.word(k)
		switch {
		case coming[word] || word == "wo":
			status = "announced"
		case in("modal", word):
			status = graver(status, "doubtful")
		case word == "would":
			if m := s.kid(v, "mark"); m >= 0 && s.word(m) == "whether" {
				status = graver(status, "doubtful")
			} else if s.reported(v) {
				status = graver(status, "announced")
			} else {
				return "", true
			}
		case word == "must" || word == "should" || word == "can" || word == "ca" || word == "ought":
			return "", true
		case s.Lemma(k) == "be":
			be = true
		case word == "had" || word == "have" || word == "has" || word == "'ve" || word == "did" || word == "having":
			have = true
		}
	}
	switch {
	case have && status != "":
		return "", true // "would have met"
	case status != "":
		return status, true
	case be && s.besideBe(v):
		return "announced", true // "is to meet", "are to be held"
	case have && !to:
		return "", true
	case to || w.Fine == "VB":
		return "", false
	case w.Fine == "VBZ" || w.Fine == "VBP":
		return "present", true
	case w.Fine == "VBG":
		if !be {
			return "", false
		}
		if s.past(v) {
			return "", true
		}
		return "present", true
	case w.Tag == "ADJ":
		return "present", true
	case w.Fine == "VBN" && be:
		if s.past(v) {
			return "", true
		}
		return "present", true // "is planned"
	case w.Fine == "VBN":
		return "", false
	}
	return "", true
}

// besideBe tells infinitives that a finite "be" governs: "is to meet".
func (s *sentence) besideBe(v int) bool {
	for i := v - 1; i >= max(0, v-6); i-- {
		switch s.word(i) {
		case "is", "are", "was", "were", "'s", "'re", "’s", "’re", "am":
			for k := i + 1; k < v; k++ {
				if s.word(k) == "to" {
					return true
				}
				if t := s.Words[k].Tag; t != "ADV" && t != "PART" {
					return false
				}
			}
		}
	}
	return false
}

// past tells verbs whose auxiliary is "was" or "were".
func (s *sentence) past(v int) bool {
	for _, k := range s.kids[v] {
		if w := s.word(k); k < v && s.is(k, "aux", "aux:pass", "cop") && (w == "was" || w == "were" || w == "had") {
			return true
		}
	}
	return false
}

// reported tells whether "would" stands in what somebody said: it tells what is
// to come there, else what might be.
func (s *sentence) reported(v int) bool {
	for i, h := v, s.Words[v].Head; h >= 0; i, h = h, s.Words[h].Head {
		if s.is(i, "ccomp", "csubj", "acl", "parataxis", "csubj:pass") && (s.Words[h].Tag == "VERB" || s.Words[h].Tag == "NOUN" || s.Words[h].Tag == "ADJ") && !in("conditional", s.Lemma(h)) {
			return true
		}
	}
	for i := range s.Words { // the tree may hang it elsewhere
		if s.Words[i].Tag == "VERB" && saying[s.Lemma(i)] && s.Words[i].Fine == "VBD" && (i < v || s.Of(i-1) != "") {
			return true
		}
	}
	return false
}

// governed reads what hangs on another word: "plans to meet", "due to meet",
// "an invitation to visit", "will travel to meet".
func (s *sentence) governed(v, h, depth int) string {
	w := s.Words[h]
	plain, whole := s.lemmaOf(h)
	class := words["governor"][whole]
	if class == "" {
		class = words["governor"][plain]
	}
	if plain == "go" && w.Fine != "VBG" { // "has gone to vote"
		class = ""
	}
	switch {
	case s.is(v, "conj") && (w.Tag == "VERB" || w.Tag == "ADJ"):
		return s.outlookWithin(h, depth-1)
	case s.is(v, "conj") && w.Tag == "NOUN" && w.Head >= 0 && s.verbal(w.Head) && w.Head < v:
		return s.outlookWithin(w.Head, depth-1)
	case class == "":
		if w.Tag == "VERB" && s.is(v, "xcomp", "advcl", "acl", "obl", "conj", "ccomp", "parataxis") {
			if m := s.kid(v, "mark", "case"); m >= 0 && (s.word(m) == "after" || s.word(m) == "since") {
				return ""
			}
			return s.outlookWithin(h, depth-1) // its purpose, or what goes with it
		}
		if (w.Tag == "NOUN" || w.Tag == "PROPN") && w.Head >= 0 && s.Words[w.Head].Tag == "VERB" && s.is(v, "acl", "advcl", "xcomp") {
			return s.outlookWithin(w.Head, depth-1)
		}
		return ""
	case w.Tag == "NOUN":
		return s.intended(h, class)
	}
	if class == "demand" && !s.passive(h) || class == "invite" && !s.passive(h) && s.is(v, "xcomp", "advcl", "ccomp", "acl") {
		if class == "invite" {
			return "doubtful"
		}
		return "demand"
	}
	if class == "invite" {
		class = "doubtful"
	}
	if class == "demand" {
		return "" // "is told to leave"
	}
	for _, k := range s.kids[h] {
		if s.is(k, "aux") && s.word(k) == "had" {
			return "" // "had hoped to meet"
		}
	}
	if s.negated(h) {
		if class == "doubtful" || s.kid(v, "mark") >= 0 && s.word(s.kid(v, "mark")) == "whether" {
			return "doubtful"
		}
		if class == "denied" {
			return "doubtful"
		}
		return "denied"
	}
	for _, k := range s.kids[h] {
		switch {
		case s.is(k, "aux") && in("modal", s.word(k)):
			class = graver(class, "doubtful")
		case s.is(k, "advmod") && in("adverb", s.word(k)):
			class = graver(class, "doubtful")
		}
	}
	return class
}

// intended reads plans and their like: "has plans to", "scrapped its plan to",
// "accepted an invitation to".
func (s *sentence) intended(n int, class string) string {
	if class == "invite" {
		class = "doubtful"
	}
	if class == "demand" {
		return "demand"
	}
	for _, k := range s.kids[n] {
		if s.word(k) == "no" {
			return "denied"
		}
	}
	h := s.Words[n].Head
	if h < 0 || s.Words[h].Tag != "VERB" {
		return class
	}
	plain, whole := s.lemmaOf(h)
	up := words["governor"][whole]
	if up == "" {
		up = words["governor"][plain]
	}
	switch {
	case in("settled", plain):
		if s.negated(h) {
			return "denied"
		}
		return "announced"
	case up == "cancelled" || up == "postponed" || up == "denied":
		return up
	case s.negated(h):
		return "denied"
	}
	return class
}

// sayer is what a clause's governor adds: a denial, a doubt, a demand.
func (s *sentence) sayer(v, h int) string {
	if s.is(v, "advcl") {
		return ""
	}
	if s.Words[h].Tag == "NOUN" && s.Words[h].Head >= 0 { // "denied reports that"
		if up := s.Words[h].Head; rumours[s.Lemma(h)] && words["governor"][s.Lemma(up)] == "denied" && s.Words[up].Tag == "VERB" {
			return "denied"
		}
		return ""
	}
	if s.is(v, "acl", "acl:relcl") {
		return ""
	}
	plain, whole := s.lemmaOf(h)
	class := words["governor"][whole]
	if class == "" {
		class = words["governor"][plain]
	}
	switch {
	case class == "denied":
		if s.negated(h) {
			return "doubtful"
		}
		return "denied"
	case class == "demand" && !saying[plain]:
		return "demand"
	case class == "doubtful":
		return "doubtful"
	case saying[plain] && s.negated(h):
		return "doubtful"
	}
	return ""
}

var rumours = set("report claim rumor rumour suggestion allegation speculation")

// gravity orders outlooks: of two the graver holds.
var gravity = map[string]int{"present": 1, "announced": 2, "doubtful": 3, "postponed": 4, "cancelled": 5, "denied": 6, "demand": 7}

func graver(a, b string) string {
	if gravity[b] > gravity[a] {
		return b
	}
	return a
}
