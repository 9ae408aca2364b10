package split

import (
	_ "embed"
	"sort"
	"strings"
)

//go:embed vocabulary.txt
var vocabularyText string

// vocabulary is one section of vocabulary.txt: whole lines, and beginnings.
type vocabulary struct {
	exact    map[string]bool
	prefixes []string // longest first
	bares    map[string]bool
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
		sort.SliceStable(v.prefixes, func(i, j int) bool { return len(v.prefixes[i]) > len(v.prefixes[j]) })
	}
	return all
}

// has tells whether a whole line, already lowered, is one of the entries.
func (v *vocabulary) has(lowered string) bool {
	if v.exact[lowered] || v.exact[strings.TrimRight(lowered, ":.…› >»")] {
		return true
	}
	for _, p := range v.prefixes {
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
	if len(lowered) != len(line) { // a letter whose lower form has another length
		return "", false
	}
	best := -1
	for entry := range v.exact {
		if len(entry) > best && strings.HasPrefix(lowered, entry) && endsWord(lowered, len(entry)) {
			best = len(entry)
		}
	}
	if best < 0 {
		return "", false
	}
	return strings.TrimLeft(line[best:], " :\u00a0-–—|："), true
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
