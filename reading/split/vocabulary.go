package split

import (
	"cmp"
	_ "embed"
	"maps"
	"slices"
	"strings"
)

//go:embed vocabulary.txt
var vocabularyText string

// vocabulary is one section of vocabulary.txt: whole lines, and beginnings.
type vocabulary struct {
	exact    map[string]bool
	prefixes []string
	bares    map[string]bool

	labels, starts [256][]string // whole lines and beginnings by their first byte, longest first
}

var vocabularies = parseVocabulary(vocabularyText)

func parseVocabulary(text string) map[string]*vocabulary {
	all := map[string]*vocabulary{}
	var section *vocabulary
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			section = &vocabulary{exact: map[string]bool{}}
			all[strings.Trim(line, "[]")] = section
		case strings.HasSuffix(line, "*"):
			section.prefixes = append(section.prefixes, strings.TrimSuffix(line, "*"))
		default:
			section.exact[line] = true
		}
	}
	for _, v := range all {
		v.bares = map[string]bool{}
		for _, p := range v.prefixes {
			if bare := strings.TrimRight(p, " :|->»"); strings.Contains(bare, " ") {
				v.bares[bare] = true
			}
		}
		v.labels = byFirst(slices.Collect(maps.Keys(v.exact)))
		v.starts = byFirst(v.prefixes)
	}
	return all
}

func byFirst(entries []string) (by [256][]string) {
	slices.SortFunc(entries, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	for _, e := range entries {
		by[e[0]] = append(by[e[0]], e)
	}
	return by
}

// has tells whether a whole line, already lowered, is one of the entries.
func (v *vocabulary) has(lowered string) bool {
	if v.exact[lowered] || v.exact[strings.TrimRight(lowered, ":.…› >»")] {
		return true
	}
	if lowered == "" {
		return false
	}
	for _, p := range v.starts[lowered[0]] {
		if strings.HasPrefix(lowered, p) {
			return true
		}
	}
	return false
}

// label cuts an entry from the beginning of a line, with the colon or blank
// behind it, and returns what follows; ok is false when no entry stands there.
// Case is folded; the rest is returned as printed.
func (v *vocabulary) label(line string) (rest string, ok bool) {
	lowered := strings.ToLower(line)
	if lowered == "" || len(lowered) != len(line) { // a letter whose lower form has another length
		return "", false
	}
	for _, entry := range v.labels[lowered[0]] {
		if strings.HasPrefix(lowered, entry) && endsWord(lowered, len(entry)) {
			return strings.TrimLeft(line[len(entry):], " :\u00a0-–—|："), true
		}
	}
	return "", false
}

// bare tells a beginning of two words or more with nothing behind it: "lea
// también" where lines begin "lea también: ...".
func (v *vocabulary) bare(line string) bool { return v.bares[line] }

// endsWord tells whether no letter follows at offset i.
func endsWord(s string, i int) bool {
	if i >= len(s) {
		return true
	}
	switch c := s[i]; {
	case c == ' ', c == ':', c == ',', c == '.', c == '|', c == '-':
		return true
	default:
		return c >= 0x80 // a letter of a script that may not part words, or a dash
	}
}
