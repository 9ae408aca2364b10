package calendar

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// bond is what binds somebody: the words for it, and for what is done with it.
type bond struct{ nouns, kept, broken, lapsed string }

// bonds are the appointments that are kept, broken or lapse. A threat is kept when
// it is carried out, and lapses when it is not.
var bonds = map[string]bond{
	"deadline": {"deadline|ultimatum", "met|complied with|complying with|bowed to", "missed|ignored|defied|rejected|flouted|failed to meet|let pass", ""},
	"demand":   {"demands?|ultimatum", "met|complied with|gave in to|bowed to|accepted", "rejected|refused|defied|ignored|failed to meet", ""},
	"threat":   {"threats?", "carried out|made good on|acted on", "", "backed down from|backed away from|dropped|withdrew|stepped back from"},
	"pledge":   {"pledges?|promises?|vows?|commitments?", "kept|honou?red|fulfilled|made good on", "broke|reneged on|went back on|failed to keep|abandoned", ""},
}

const whose = ` (?:the|a|an|its|his|her|their|that|[A-Z][\w’']*)(?: [\w-]+){0,2} `

// afterwards is what sentences say of a kind of bond afterwards.
type afterwards struct {
	noun *regexp.Regexp
	says []saying
}

type saying struct {
	words  *regexp.Regexp
	status Status
	asked  bool // only where what was done is what was asked for; see done
}

var tells = func() map[string]afterwards {
	all := map[string]afterwards{}
	for what, b := range bonds {
		noun := `(?:` + b.nouns + `)\b`
		t := afterwards{noun: regexp.MustCompile(`(?i)\b` + noun)}
		for _, v := range []struct {
			verbs  string
			status Status
		}{{b.kept, Kept}, {b.broken, Broken}, {b.lapsed, Lapsed}} {
			if v.verbs != "" {
				t.says = append(t.says, saying{regexp.MustCompile(`(?i)\b(?:` + v.verbs + `)` + whose + noun), v.status, false})
			}
		}
		if what == "deadline" {
			t.says = append(t.says,
				saying{regexp.MustCompile(`(?i)\b` + noun + `(?: [\w-]+){0,6}? (?:passed|expired|lapsed|ran out|came and went)\b`), Lapsed, false},
				saying{regexp.MustCompile(`(?i)\blet` + whose + noun + ` (?:pass|expire|lapse|slip)\b`), Broken, false},
				saying{regexp.MustCompile(`(?i)\b(?:before|ahead of)` + whose + noun), Kept, true})
		}
		all[what] = t
	}
	return all
}()

var (
	unmade = regexp.MustCompile(`(?i)\b(?:will|would|if|unless|may|might|could|should|must|not|never|until|urged?|demand(?:s|ed)?)\b`)
	asked  = regexp.MustCompile(`\bto ([a-z]+ [^.,;:]+)`)
)

// settleBond looks for the sentence that says what became of a bond, in articles
// printed from its day to a week after that name who was bound by it.
func (w World) settleBond(e *Entry, read []*Reading) {
	parties, tells := named(e.Who), tells[e.What]
	for _, r := range read {
		printed := day(r.Head.Published)
		if printed == "" || printed < e.From || printed > after(e.To, 7) || r.names(parties) == 0 {
			continue
		}
		for n, s := range r.Sentences {
			words := s.In(r.Text)
			if status := w.saidOf(e, tells, words); status != "" {
				e.Status = status
				e.Outcome = &Evidence{Article: r.Head, Story: r.Story, At: s, Sentence: n + 1}
				return
			}
		}
	}
}

// saidOf returns what a sentence says of a bond, "" for nothing certain. What it
// says besides, after the next comma, does not count, and it names who was bound:
// others have deadlines, too.
func (w World) saidOf(e *Entry, tells afterwards, sentence string) Status {
	if len(sentence) > 800 || !tells.noun.MatchString(sentence) {
		return ""
	}
	for _, d := range tells.says {
		m := d.words.FindStringIndex(sentence)
		if m == nil {
			continue
		}
		end := len(sentence)
		if i := strings.IndexAny(sentence[m[1]:], ",;"); i >= 0 {
			end = m[1] + i
		}
		switch {
		case unmade.MatchString(strings.Replace(sentence[:end], sentence[m[0]:m[1]], "", 1)):
			return ""
		case !w.names(e, sentence[:end]), d.asked && !w.done(e, sentence[:m[0]]):
			return ""
		}
		return d.status
	}
	return ""
}

// names tells whether words name one who was bound, or the state.
func (w World) names(e *Entry, words string) bool {
	return slices.ContainsFunc(w.keys(named(e.Who)), func(name string) bool { return contains(words, name) })
}

// done tells whether words say that the one who was bound did what a telling asks
// for: its verb and one more word of it.
func (w World) done(e *Entry, words string) bool {
	if w.Sentence == nil {
		return false
	}
	did := stems(words)
	for _, t := range e.Told {
		sentence, _ := w.Sentence(t)
		for _, m := range asked.FindAllStringSubmatch(sentence, -1) {
			ask := stems(m[1])
			if len(ask) > 1 && slices.Contains(did, ask[0]) && slices.ContainsFunc(ask[1:], func(s string) bool { return slices.Contains(did, s) }) {
				return true
			}
		}
	}
	return false
}

// stems are the first four letters of the words that have as many.
func stems(text string) []string {
	var list []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if r := []rune(word); len(r) >= 4 {
			list = append(list, string(r[:4]))
		}
	}
	return list
}
