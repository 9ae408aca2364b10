package statement

import (
	_ "embed"
	"fmt"
	"strings"

	"coranto/reading/internal/token"
)

//go:embed cues.tsv
var cuesTSV string

// kind is what a word does in reporting speech.
type kind string

const (
	say     kind = "say"  // X said "..."
	ing     kind = "ing"  // ..., adding "..."
	by      kind = "by"   // according to X
	name    kind = "name" // X called it "..."
	ask     kind = "ask"  // X asked, "...?": only before or behind a quotation
	aux     kind = "aux"  // between speaker and cue: has, also
	semi    kind = "semi" // as aux, before "to": continued to
	he      kind = "he"
	she     kind = "she"
	it      kind = "it"
	they    kind = "they"
	stop    kind = "stop" // begins another clause
	prep    kind = "prep" // ends a noun phrase behind its cue
	who     kind = "who"
	det     kind = "det"     // begins a noun phrase, in languages where small letters may name a speaker
	inside  kind = "inside"  // the dash between which a speaker is named inside a quotation
	channel kind = "channel" // by what means something is said
	figure  kind = "figure"  // somebody in a work of fiction
	work    kind = "work"    // a work of fiction
	that    kind = "that"    // begins reported words, in languages that always have it
	day     kind = "day"     // a day named between cue and speaker, or behind them
)

// tongue holds one language's words, by form; a form of several words is found
// by its first.
type tongue struct {
	words map[kind]map[string]bool
	multi map[string][][]string // of kind by
}

// tongues holds the languages there are words for.
var tongues = readCues(cuesTSV)

func readCues(table string) map[string]*tongue {
	out := map[string]*tongue{}
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			panic(fmt.Sprintf("statement: cues.tsv:%d: want language, kind and forms", n+1))
		}
		t := out[f[0]]
		if t == nil {
			t = &tongue{words: map[kind]map[string]bool{}, multi: map[string][][]string{}}
			out[f[0]] = t
		}
		k := kind(f[1])
		if t.words[k] == nil {
			t.words[k] = map[string]bool{}
		}
		for _, form := range strings.Fields(f[2]) {
			if parts := strings.Split(form, "_"); len(parts) > 1 {
				t.multi[parts[0]] = append(t.multi[parts[0]], parts)
				continue
			}
			t.words[k][form] = true
		}
	}
	return out
}

// cueAt returns the kind of the cue that begins at token i and the token behind
// it; false when none does.
func (r *reader) cueAt(i int) (kind, int, bool) {
	if i < 0 || i >= len(r.toks) || r.quoteAt[i] != 0 {
		return "", 0, false
	}
	t := r.toks[i]
	if t.Kind == token.Sign {
		return r.signCue(i)
	}
	if t.Kind != token.Word || t.Shape == token.Upper || t.Shape == token.Title && !r.starts[i] {
		return "", 0, false
	}
	w := r.lower(i)
	for _, form := range r.lang.multi[w] {
		if r.spells(i, form) {
			return by, i + len(form), true
		}
	}
	if r.is(i+1, "to") && !r.is(i, "said", "says", "saying", "explained", "wrote", "added", "repeated", "announced", "according") {
		return "", 0, false // promised to help
	}
	for _, k := range []kind{say, ing, name, by, ask} {
		if r.lang.words[k][w] && (k != name || !r.is(i+1, "for", "on", "off", "upon", "in")) {
			return k, i + 1, true
		}
	}
	return "", 0, false
}

// signCue finds a cue in a script whose every character is a token.
func (r *reader) signCue(i int) (kind, int, bool) {
	for n := 2; n >= 1; n-- {
		if i+n <= len(r.toks) && r.lang.words[say][r.text[r.toks[i].Start:r.toks[i+n-1].End]] {
			return say, i + n, true
		}
	}
	return "", 0, false
}

func (r *reader) spells(i int, form []string) bool {
	for k, w := range form {
		if r.lower(i+k) != w {
			return false
		}
	}
	return true
}

func (r *reader) has(k kind, i int) bool { return r.lang.words[k][r.lower(i)] }

// pronoun returns which pronoun token i is, "" when none.
func (r *reader) pronoun(i int) kind {
	for _, k := range []kind{he, she, it, they} {
		if r.has(k, i) {
			return k
		}
	}
	return ""
}
