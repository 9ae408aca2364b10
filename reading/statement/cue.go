package statement

import (
	_ "embed"
	"fmt"
	"strings"

	"coranto/reading/internal/token"
)

//go:embed cues.tsv
var cuesTSV string

// kind is what a word does in reporting speech; a word may do several things.
type kind uint32

const (
	say  kind = 1 << iota // X said "..."
	ing                   // ..., adding "..."
	by                    // according to X
	name                  // X called it "..."
	ask                   // X asked, "...?": only before or behind a quotation
	aux                   // between speaker and cue: has, also
	semi                  // as aux, before "to": continued to
	he
	she
	it
	they
	stop // begins another clause
	prep // ends a noun phrase behind its cue
	who
	det     // begins a noun phrase, in languages where small letters may name a speaker
	inside  // the dash between which a speaker is named inside a quotation
	channel // by what means something is said
	figure  // somebody in a work of fiction
	work    // a work of fiction
	that    // begins reported words, in languages that always have it
	day     // a day named between cue and speaker, or behind them
	light   // a verb that with a noun of saying is one of saying
	loyal   // who is for or against a thing
	helps   // a finite verb
	begins  // the first word of a form of several
)

var kinds = map[string]kind{
	"say":     say,
	"ing":     ing,
	"by":      by,
	"name":    name,
	"ask":     ask,
	"aux":     aux,
	"semi":    semi,
	"he":      he,
	"she":     she,
	"it":      it,
	"they":    they,
	"stop":    stop,
	"prep":    prep,
	"who":     who,
	"det":     det,
	"inside":  inside,
	"channel": channel,
	"figure":  figure,
	"work":    work,
	"that":    that,
	"day":     day,
	"light":   light,
	"loyal":   loyal,
}

// row is a line of cues.tsv: language, what its words do, what may follow them,
// and the words.
type row struct{ language, does, frames, words string }

// verbal begins what the rows of verbs do.
const verbal = "verb:"

func rows(table string) []row {
	var out []row
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			panic(fmt.Sprintf("statement: cues.tsv:%d: want language, kind, frames and words", n+1))
		}
		out = append(out, row{f[0], f[1], f[2], f[3]})
	}
	return out
}

// tongue holds one language's words, by form; a form of several words is found
// by its first.
type tongue struct {
	words  map[string]kind
	multi  map[string][][]string // of kind by
	inside bool                  // speakers are named inside quotations
	listed token.Filter          // its words and, in English, verbs
}

// tongues holds the languages there are words for.
var tongues = readCues(cuesTSV)

func readCues(table string) map[string]*tongue {
	out := map[string]*tongue{}
	for _, row := range rows(table) {
		if strings.HasPrefix(row.does, verbal) {
			continue
		}
		t := out[row.language]
		if t == nil {
			t = &tongue{words: map[string]kind{}, multi: map[string][][]string{}}
			out[row.language] = t
		}
		k, ok := kinds[row.does]
		if !ok {
			panic("statement: cues.tsv: no kind " + row.does)
		}
		t.inside = t.inside || k == inside
		for _, form := range strings.Fields(row.words) {
			if parts := strings.Split(form, "_"); len(parts) > 1 {
				t.multi[parts[0]] = append(t.multi[parts[0]], parts)
				t.words[parts[0]] |= begins
				continue
			}
			t.words[form] |= k
		}
	}
	for _, t := range out {
		for form := range t.words {
			t.listed.Add(form)
		}
	}
	for form := range verbs {
		out["en"].listed.Add(form)
	}
	for form := range finite {
		out["en"].listed.Add(form)
	}
	return out
}

// cueAt returns the kind of the cue that begins at token i and the token behind
// it; false when none does.
func (r *reader) cueAt(i int) (kind, int, bool) {
	if i < 0 || i >= len(r.toks) || r.quoteAt[i] != 0 {
		return 0, 0, false
	}
	t := r.toks[i]
	if t.Kind == token.Sign {
		return r.signCue(i)
	}
	if t.Kind != token.Word || t.Shape == token.Upper || t.Shape == token.Title && !r.starts[i] {
		return 0, 0, false
	}
	does := r.kinds[i]
	if does&(say|ing|by|name|ask|begins) == 0 {
		return 0, 0, false
	}
	if does&begins != 0 {
		for _, form := range r.lang.multi[r.lower(i)] {
			if r.spells(i, form) {
				return by, i + len(form), true
			}
		}
	}
	if r.is(i+1, "to") && !r.is(i, "said", "says", "saying", "explained", "wrote", "added", "repeated", "announced", "according") {
		return 0, 0, false // promised to help
	}
	for _, k := range []kind{say, ing, name, by, ask} {
		if does&k != 0 && (k != name || !r.is(i+1, "for", "on", "off", "upon", "in")) {
			return k, i + 1, true
		}
	}
	return 0, 0, false
}

// signCue finds a cue in a script whose every character is a token.
func (r *reader) signCue(i int) (kind, int, bool) {
	for n := 2; n >= 1; n-- {
		if i+n <= len(r.toks) && r.lang.words[r.text[r.toks[i].Start:r.toks[i+n-1].End]]&say != 0 {
			return say, i + n, true
		}
	}
	return 0, 0, false
}

func (r *reader) spells(i int, form []string) bool {
	for k, w := range form {
		if r.lower(i+k) != w {
			return false
		}
	}
	return true
}

func (r *reader) has(k kind, i int) bool {
	return i >= 0 && i < len(r.kinds) && r.kinds[i]&k != 0
}

// pronoun returns which pronoun token i is, 0 when none.
func (r *reader) pronoun(i int) kind {
	if i < 0 || i >= len(r.kinds) {
		return 0
	}
	return r.kinds[i] & (he | she | it | they)
}
