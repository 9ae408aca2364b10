package event

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed frames.tsv
var framesTSV string

// frame is how an event of a type is told: by a verb, perhaps with a noun.
type frame struct {
	kind  string
	nouns map[string]bool // nil: the verb alone
	slots []string
}

// frames by the lemma of their verb, with its particle ("carry_out"); those of
// nouns alone by "=" and the noun.
var frames = readFrames(framesTSV)

func readFrames(table string) map[string][]*frame {
	out := map[string][]*frame{}
	lists := map[string][]string{}
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) == 3 && f[0] == "list" {
			lists[f[1]] = strings.Fields(f[2])
			continue
		}
		if len(f) != 4 {
			panic(fmt.Sprintf("event: frames.tsv:%d: want type, verbs, nouns and slots", n+1))
		}
		fr := &frame{kind: f[0], slots: strings.Fields(f[3])}
		if f[2] != "-" {
			fr.nouns = map[string]bool{}
			for _, noun := range strings.Fields(f[2]) {
				fr.nouns[noun] = true
			}
		}
		var verbs []string
		for _, v := range strings.Fields(f[1]) {
			if list, ok := strings.CutPrefix(v, "@"); ok {
				verbs = append(verbs, lists[list]...)
			} else {
				verbs = append(verbs, v)
			}
		}
		for _, v := range verbs {
			if v == "=" {
				for noun := range fr.nouns {
					out["="+noun] = append(out["="+noun], fr)
				}
			} else if !slices.Contains(out[v], fr) {
				out[v] = append(out[v], fr)
			}
		}
	}
	return out
}
