package split

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed agencies.txt
var agenciesText string

// agencies maps each spelling to the name we use.
var agencies = parseAgencies(agenciesText)

func parseAgencies(text string) map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		names := strings.Split(line, "\t")
		for _, n := range names {
			all[n] = names[0]
		}
	}
	return all
}

// isAgency tells whether s is the name of a news agency and nothing else.
func isAgency(s string) bool { return agencyNamed(s) != "" }

// agencyNamed returns the agency that s spells, "" if none.
func agencyNamed(s string) string {
	return agencies[strings.Trim(s, " .,;:()[]/-–—")]
}

// agenciesIn returns the agencies that a credit, byline or dateline names, in
// order, each once: "Name via Reuters", "AFP/AP".
func agenciesIn(credit string) []string {
	var found []string
	add := func(name string) {
		if name != "" && !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	if name := agencyNamed(credit); name != "" {
		return []string{name}
	}
	words := strings.FieldsFunc(credit, func(r rune) bool { return strings.ContainsRune(" /,;|()[]&+", r) })
	for i := 0; i < len(words); i++ {
		for n := min(4, len(words)-i); n > 0; n-- {
			if name := agencyNamed(strings.Join(words[i:i+n], " ")); name != "" {
				add(name)
				i += n - 1
				break
			}
		}
	}
	return found
}

func namesAgency(s string) bool { return len(agenciesIn(s)) > 0 }

// creditedIn returns the agencies that a text credits: in its dateline, in
// brackets at its end, as those who were told or who checked ("told Reuters",
// "Reuters could not ..."). Merely to name one is no credit, and short names
// that are common words in capitals count only in brackets.
func creditedIn(text string) []string {
	var found []string
	add := func(names ...string) {
		for _, n := range names {
			if !slices.Contains(found, n) {
				found = append(found, n)
			}
		}
	}
	if place, credit := datelineParts(text); place != "" {
		add(agenciesIn(credit)...)
	}
	if open := lastBracket(text); open > 0 && len(text)-open < 200 {
		inside := strings.Trim(text[open:], "(). ")
		if countWords(inside) <= 4 {
			add(agenciesIn(inside)...)
		} else if rest, ok := strings.CutPrefix(inside, "Reporting by "); ok && rest != "" {
			add("Reuters") // the closing credit in the form that Reuters prints
		}
	}
	last, name := "", "" // the word before, and the agency it may be
	for w := range strings.FieldsSeq(text) {
		if name != "" && didReport[strings.ToLower(w)] {
			add(name)
		}
		if name = namedAt(w); name != "" && toldTo[strings.ToLower(last)] {
			add(name)
		}
		last = w
	}
	return found
}

// namedAt returns the agency that a word of a text names, "" for none.
func namedAt(w string) string {
	if c := w[0]; c >= 'a' && c <= 'z' {
		return ""
	}
	bare := strings.Trim(w, ".,;:'’\"”“")
	bare = strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s")
	if name := agencies[bare]; name != "" && utf8.RuneCountInString(bare) >= 3 && unicode.IsUpper(firstRune(bare)) {
		return name
	}
	return ""
}

// What stands before and behind an agency that is a text's source.
var (
	toldTo    = set("told", "tells", "to", "by", "with", "сообщил", "сообщила")
	didReport = set("could", "reported", "reports", "was", "has", "quoted", "saw", "said", "reviewed", "reporters", "reporter", "correspondent", "journalist", "journalists")
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
