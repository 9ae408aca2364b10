package statement

import (
	"strings"

	"coranto/reading/internal/token"
)

// frame is what may follow a verb and be what is said; see cues.tsv.
type frame uint16

const (
	asQuote frame = 1 << iota
	asClause
	asThat
	asTo
	asNoun
	asHearer
)

// class is what sort of verb reports.
type class uint8

const (
	classSay   class = iota // says it
	className               // gives a name to something
	classThink              // thinks it
	classWant               // wants it
	classJudge              // is for or against it
	classShow               // a poll or a paper shows it
	classSeem
	classState // is sure of it
	classNoun  // somebody's claim
)

var classes = map[string]class{"say": classSay, "name": className, "think": classThink, "want": classWant, "judge": classJudge, "show": classShow, "seem": classSeem, "adjective": classState, "noun": classNoun}

// verb is one verb, perhaps with a particle ("point out").
type verb struct {
	lemma  string
	class  class
	frames frame
	preps  map[string]bool // the content stands behind it
	ask    map[string]bool // the hearer stands behind it: "call on X to"
	rest   []string        // the words that follow the first
}

// form is how a verb is inflected.
type form uint8

const (
	base       form = 1 << iota // say
	present                     // says
	past                        // said
	participle                  // said, written
	gerund                      // saying
	nominal                     // sure; claim, claims
)

// inflected is a verb in one of its forms; a word may be several.
type inflected struct {
	verb  *verb
	forms form
}

var verbs = readVerbs(cuesTSV)

// readVerbs returns the verbs by the forms of their first words, those with
// more words first.
func readVerbs(table string) map[string][]inflected {
	irregular := map[string][]string{}
	byLemma := map[string]*verb{}
	nouns := map[string]*verb{}
	var order []*verb
	for _, row := range rows(table) {
		class, ok := strings.CutPrefix(row.does, verbal)
		if !ok {
			continue
		}
		if class == "irregular" {
			for _, forms := range strings.Fields(row.words) {
				parts := strings.Split(forms, ":")
				irregular[parts[0]] = parts
			}
			continue
		}
		if _, ok := classes[class]; !ok {
			panic("statement: cues.tsv: no class " + class)
		}
		for _, lemma := range strings.Fields(row.words) {
			known := byLemma
			if classes[class] >= classState {
				known = nouns
			}
			v := known[lemma]
			if v == nil {
				parts := strings.Split(lemma, "_")
				v = &verb{lemma: parts[0], class: classes[class], rest: parts[1:], preps: map[string]bool{}, ask: map[string]bool{}}
				known[lemma] = v
				order = append(order, v)
			}
			v.learn(row.frames)
		}
	}
	out := map[string][]inflected{}
	for _, longest := range []bool{true, false} {
		for _, v := range order {
			if (len(v.rest) > 0) != longest {
				continue
			}
			if v.class >= classState {
				for word, forms := range map[string]form{v.lemma: nominal, plural(v.lemma): nominal} {
					out[word] = append(out[word], inflected{v, forms})
				}
				continue
			}
			for word, forms := range inflect(v.lemma, irregular[v.lemma]) {
				out[word] = append(out[word], inflected{v, forms})
			}
		}
	}
	return out
}

func (v *verb) learn(frames string) {
	for _, f := range strings.Fields(frames) {
		switch f {
		case "quote":
			v.frames |= asQuote
		case "clause":
			v.frames |= asClause | asThat
		case "that":
			v.frames |= asThat
		case "to":
			v.frames |= asTo
		case "np":
			v.frames |= asNoun
		case "hearer":
			v.frames |= asHearer
		case "unto":
			v.preps["to"] = true
		default:
			if prep, ok := strings.CutSuffix(f, ">"); ok {
				v.ask[prep] = true
			} else {
				v.preps[f] = true
			}
		}
	}
}

// inflect returns the forms of a verb by word.
func inflect(lemma string, irregular []string) map[string]form {
	forms := irregular
	if forms == nil {
		forms = []string{lemma, lemma + "s", lemma + "ed", lemma + "ed", lemma + "ing"}
		last := lemma[len(lemma)-1]
		switch {
		case last == 'e':
			stem := lemma[:len(lemma)-1]
			forms[2], forms[3], forms[4] = lemma+"d", lemma+"d", stem+"ing"
			if strings.HasSuffix(lemma, "ee") {
				forms[4] = lemma + "ing"
			}
		case last == 'y' && !strings.ContainsRune("aeiou", rune(lemma[len(lemma)-2])):
			stem := lemma[:len(lemma)-1]
			forms[1], forms[2], forms[3] = stem+"ies", stem+"ied", stem+"ied"
		case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "x"):
			forms[1] = lemma + "es"
		}
	}
	out := map[string]form{}
	for i, f := range forms {
		out[f] |= 1 << i
	}
	return out
}

// plural returns the plural of a noun.
func plural(noun string) string {
	if last := len(noun) - 1; noun[last] == 'y' && !strings.ContainsRune("aeiou", rune(noun[last-1])) {
		return noun[:last] + "ies"
	} else if noun[last] == 's' {
		return noun + "es"
	}
	return noun + "s"
}

// verbAt returns the reporting verb that begins at token i and the token behind
// it. English alone has verbs.
func (r *reader) verbAt(i int) (inflected, int, bool) {
	if i < 0 || i >= len(r.verbs) || r.verbs[i] == nil || r.quoteAt[i] != 0 {
		return inflected{}, 0, false
	}
	t := r.toks[i]
	if t.Kind != token.Word || t.Shape == token.Upper || t.Shape == token.Title && !r.starts[i] {
		return inflected{}, 0, false
	}
	owned, next := r.ownership(i)
	for _, v := range r.verbs[i] {
		switch v.verb.class {
		case classNoun:
			if !owned {
				continue
			}
		case classState:
			if !r.passive(i, max(0, i-5)) {
				continue
			}
		default:
			if next || v.forms&(past|participle|gerund) == 0 && articles[r.lower(i-1)] || owned && v.forms&(past|gerund) == 0 && (v.forms&base != 0 || nouns[r.lower(i)]) || v.forms&participle != 0 && r.stateAt(i) {
				continue
			}
		}
		if len(v.verb.rest) == 0 || r.spells(i+1, v.verb.rest) {
			return v, i + 1 + len(v.verb.rest), true
		}
	}
	return inflected{}, 0, false
}

// stateAt tells whether the participle at token i stands for an adjective of
// cues.tsv: "is |opposed to".
func (r *reader) stateAt(i int) bool {
	for _, v := range r.verbs[i] {
		if v.verb.class == classState && (len(v.verb.rest) == 0 || r.spells(i+1, v.verb.rest)) {
			return r.passive(i, max(0, i-5))
		}
	}
	return false
}
