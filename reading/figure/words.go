package figure

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"coranto/reading/internal/token"
)

//go:embed words.tsv
var wordsTSV string

// class is what a word does in telling a number; words.tsv says what each is.
type class uint8

const (
	number class = iota + 1
	scale
	vague
	bound
	after
	people
	thing
	own
	do
	done
	deed
	makes
	made
	toll
	unit
	money
	sum
	span
	change
	extent
	not
	stop
	more
	aux
	pronoun
	det
	say
	by
	label
	modal
	role
	opener
	day
	tally
	pay
	title
)

var classes = map[string]class{
	"number": number, "scale": scale, "vague": vague, "bound": bound, "after": after, "people": people, "thing": thing,
	"own": own, "do": do, "done": done, "deed": deed, "make": makes, "made": made, "toll": toll, "unit": unit, "money": money,
	"sum": sum, "span": span, "change": change, "extent": extent, "not": not, "stop": stop, "more": more, "aux": aux,
	"pronoun": pronoun, "det": det, "say": say, "by": by, "label": label, "modal": modal, "role": role, "opener": opener, "day": day, "tally": tally, "pay": pay, "title": title,
}

// entry is one form in one class; rest are the words behind its first.
type entry struct {
	class class
	what  string
	value float64
	rest  []string
}

// tongue holds a language's forms by their first word, the longest first.
type tongue map[string][]entry

// everywhere are the signs that mean the same in every language.
const everywhere = "xx"

var tongues = readWords(wordsTSV)

// listed are the forms' first words, by language.
var listed = func() map[string]*token.Filter {
	out := map[string]*token.Filter{}
	for language, t := range tongues {
		out[language] = new(token.Filter)
		for first := range t {
			out[language].Add(first)
		}
	}
	return out
}()

func readWords(table string) map[string]tongue {
	out := map[string]tongue{}
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 || classes[f[1]] == 0 {
			panic(fmt.Sprintf("figure: words.tsv:%d: want language, class, value and forms", n+1))
		}
		if out[f[0]] == nil {
			out[f[0]] = tongue{}
		}
		e := entry{class: classes[f[1]], what: f[2]}
		if e.class == number || e.class == scale || e.class == vague {
			v, err := strconv.ParseFloat(f[2], 64)
			if err != nil {
				panic(fmt.Sprintf("figure: words.tsv:%d: %v", n+1, err))
			}
			e.value = v
		}
		for _, form := range strings.Fields(f[3]) {
			out[f[0]].add(form, e)
		}
	}
	for language, t := range out {
		if language != everywhere {
			for first, entries := range out[everywhere] {
				t[first] = append(t[first], entries...)
			}
		}
	}
	return out
}

func (t tongue) add(form string, e entry) {
	words := strings.Split(form, "_")
	first := words[0]
	e.rest = words[1:]
	at := 0
	for at < len(t[first]) && len(t[first][at].rest) >= len(e.rest) {
		at++
	}
	t[first] = append(t[first][:at], append([]entry{e}, t[first][at:]...)...)
}
