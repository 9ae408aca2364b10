package split

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
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

// markedWriters returns the texts around the headline that are marked as a
// writer's name or link to a writer's page; of links alone, if asked.
func (p *page) markedWriters(links bool, s story) (out []string) {
	if p.headline < 0 {
		return nil
	}
	from, to := max(s.from, p.headline-8), min(s.to, p.headline+15)
	for i := s.within.first; i < s.within.end; i++ {
		e := &p.elements[i]
		if e.from >= e.to || e.from < from || e.to > to || e.to-e.from > 2 || p.blocks[e.from].words > 10 {
			continue
		}
		if e.tag == atom.A && (e.cues&cueByline != 0 || namesWriter(attr(e.node, "href"))) || !links && e.cues&cueByline != 0 {
			out = append(out, unglued(e.node))
		}
	}
	return out
}

// namesWriter tells the address of a writer's own page.
func namesWriter(address string) bool {
	return containsAny(strings.ToLower(address), "/author", "/autor", "/auteur", "/writer", "/journalist", "/people/", "/profile", "/reporter", "/staff/", "/contributor", "/redaktion/")
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
