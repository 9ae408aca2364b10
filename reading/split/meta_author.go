package split

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// authors returns the persons who wrote, and the agencies named in their place.
// JSON-LD before <meta> before the byline on the page: the first that names a
// person is believed, because each often repeats the others in worse form.
func (p *page) authors(s story, printed []string) (persons, credits []string) {
	m := &p.meta
	var sources [][]string
	var stated []string
	if a := m.mainArticle(); a != nil {
		for _, agent := range a.authors {
			if agent.organ && !agent.person {
				credits = append(credits, agent.name)
			} else {
				stated = append(stated, agent.name)
			}
		}
	}
	sources = append(sources, stated)
	for _, n := range []string{"1", "2"} {
		if label := m.tag("twitter:label" + n); vocabularies["byline"].has(strings.ToLower(label)) {
			sources = append(sources, []string{m.tag("twitter:data" + n)})
		}
	}
	for _, name := range []string{"author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", "citation_author", "article:author_name", "cxenseparse:author"} {
		sources = append(sources, m.tagAll(name))
	}
	sites := m.siteNames(p.address)
	read := func(source []string) (persons []string) {
		for _, text := range source {
			for _, name := range personNames(text) {
				if isAgency(name) {
					credits = append(credits, name)
				} else if isPersonName(name) && !sites[fold(name)] && !hasFolded(persons, name) {
					persons = append(persons, name)
				}
			}
		}
		return persons
	}
	for _, source := range append(sources, printed, p.markedWriters(false, s)) {
		if persons = read(source); len(persons) > 0 {
			break
		}
	}
	if marked := read(p.markedWriters(true, s)); len(marked) > len(persons) && len(persons) > 0 && !slices.ContainsFunc(persons, func(name string) bool { return !hasFolded(marked, name) }) {
		persons = marked // metadata often names the first alone
	}
	return persons, credits
}

// personNames cuts a byline into its names: without "By", addresses, roles in
// brackets or behind a comma.
func personNames(text string) (names []string) {
	if strings.Contains(text, "://") {
		return nil
	}
	text = strings.NewReplacer(" og ", ", ", " och ", ", ", " en ", ", ", " e ", ", ").Replace(text)
	for _, name := range bylineNames(text) {
		if i := strings.IndexAny(name, "([<"); i > 0 {
			name = name[:i]
		}
		for _, mark := range []string{" - ", " – ", " — ", " • ", " · ", ": ", " für ", " for ", " aus ", " via ", "@"} {
			if i := strings.Index(name, mark); i > 0 {
				name = name[:i]
			}
		}
		if rest, ok := bylineRest(name); ok {
			name = rest
		}
		if name = strings.Trim(name, " .,;:*"); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// notPersons are words that no person's name has, but those of desks, papers
// and agencies do.
var notPersons = set(strings.Fields(`redaktion redaktionen redacción redaccion rédaction redaction redazione redacao redação redakcja redakce team staff newsroom news newsdesk desk agency agencies agencia agencias
	agence agences agentur agenturen editor editors editorial editorials online tv radio zeitung post times press journal magazin magazine media bureau service correspondent correspondents tagesschau deutsche welle reporter
	reporters writer writers admin administrator webmaster guest contributor contributors author authors gmbh inc ltd llc ag company network digital world web group wire wires board department university institut institute foundation
	nachrichten daily weekly herald tribune gazette telegraph guardian observer the mit von und autor autoren redaksjonen redaksjon редакция корреспондент новости агентство`)...)

// isPersonName tells whether a cleaned string looks like one person's name: two
// to five words in capitals, or a few characters of a script without blanks.
func isPersonName(s string) bool {
	words := strings.Fields(s)
	if strings.ContainsAny(s, "/@|_0123456789") || len(s) > 60 || strings.Contains(s, ".com") {
		return false
	}
	if len(words) < 2 {
		r, _ := utf8.DecodeRuneInString(s)
		n := utf8.RuneCountInString(s)
		return (isDense(r) || unicode.Is(unicode.Hangul, r)) && n >= 2 && n <= 8 && !strings.HasSuffix(s, "社") && !strings.HasSuffix(s, "网") && !strings.HasSuffix(s, "部") && !strings.HasSuffix(s, "新聞")
	}
	if len(words) > 6 {
		return false
	}
	for i, w := range words {
		if notPersons[strings.ToLower(strings.Trim(w, ".,-"))] {
			return false
		}
		for part := range strings.SplitSeq(w, "-") {
			if i > 0 && notPersons[strings.ToLower(part)] {
				return false
			}
		}
	}
	return !unicode.IsLower(firstRune(words[len(words)-1])) || unicode.IsLower(firstRune(words[0])) && len(words) < 4
}

func hasFolded(list []string, s string) bool {
	for _, x := range list {
		if fold(x) == fold(s) {
			return true
		}
	}
	return false
}
