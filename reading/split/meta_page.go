package split

import (
	"net/url"
	"strings"

	"coranto"
	"coranto/reading/lang"
)

// mainArticle returns what JSON-LD says of the page's own article: the one
// whose address is the page's, else the one with most to say; nil without any.
func (m *meta) mainArticle() *ldArticle {
	best, bestScore := -1, -1
	for i := range m.articles {
		a := &m.articles[i]
		score := 0
		if a.url != "" && (sameAddress(a.url, m.canonical) || sameAddress(a.url, m.tag("og:url"))) {
			score += 8
		}
		for _, has := range []bool{a.headline != "", a.published != "", len(a.authors) > 0, a.body != "", a.publisher.name != ""} {
			if has {
				score++
			}
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	if best < 0 {
		return nil
	}
	return &m.articles[best]
}

// sameAddress compares addresses without scheme, query, fragment and final slash.
func sameAddress(a, b string) bool {
	trim := func(s string) string {
		s, _, _ = strings.Cut(s, "#")
		s, _, _ = strings.Cut(s, "?")
		if _, rest, ok := strings.Cut(s, "://"); ok {
			s = rest
		}
		return strings.TrimRight(strings.TrimPrefix(s, "www."), "/")
	}
	return b != "" && trim(a) == trim(b)
}

// canonicalURL returns the address that the page gives itself, resolved against
// the one it came from, else that one.
func (m *meta) canonicalURL(address string) string {
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	candidates := []string{m.canonical, m.tag("og:url")}
	if a := m.mainArticle(); a != nil {
		candidates = append(candidates, a.url)
	}
	for _, c := range candidates {
		if u, err := base.Parse(strings.TrimSpace(c)); c != "" && err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			return u.String()
		}
	}
	return address
}

// host returns the site's host without "www.", "" when nothing tells.
func (m *meta) host(address string) string {
	u, err := url.Parse(m.canonicalURL(address))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// publisher names who prints the page: as its metadata state it, else as <title>
// has it beside the headline.
func (m *meta) publisher(heading, address string) coranto.Byline {
	name := ""
	if a := m.mainArticle(); a != nil {
		name = a.publisher.name
	}
	name = firstOf(name, m.tag("og:site_name"), m.tag("publisher", "dc.publisher", "dcterms.publisher"), m.tag("application-name"), m.titleAffix(heading))
	if strings.Contains(name, "://") || len(name) > 80 {
		name = ""
	}
	return coranto.Byline{Name: name, Domain: m.host(address)}
}

// titleAffix returns what <title> has besides the heading: "Heading - Name",
// "Heading | Section | Name" or "Name: Heading"; "" when it is too long a name.
func (m *meta) titleAffix(heading string) string {
	if len(heading) < 10 {
		return ""
	}
	before, after, ok := strings.Cut(m.title, heading)
	if !ok {
		return ""
	}
	affix := strings.Trim(before, " :|-–—·")
	if after = strings.Trim(after, " "); after != "" && strings.ContainsRune("|-–—·:", firstRune(after)) {
		for _, part := range strings.FieldsFunc(after, func(r rune) bool { return strings.ContainsRune("|–—·", r) }) {
			affix = strings.Trim(part, " -:")
		}
	}
	if countWords(affix) > 7 {
		return ""
	}
	return affix
}

// languageSample is how many bytes of a text tell its language.
const languageSample = 1500

// articleLanguage checks what the page declares against the text: a template's
// language is often not its article's.
func (m *meta) articleLanguage(text string) string {
	declared, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(m.language)), "-")
	declared, _, _ = strings.Cut(declared, "_")
	if len(text) > languageSample {
		text = strings.ToValidUTF8(text[:languageSample], "")
	}
	found := lang.Identify(text)
	if found == "und" && len(declared) >= 2 && len(declared) <= 3 {
		return declared
	}
	return found
}

// articleTags returns the page's keywords, each once.
func (m *meta) articleTags() (tags []string) {
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" && len(s) < 80 && !hasFolded(tags, s) && len(tags) < 50 {
			tags = append(tags, s)
		}
	}
	if a := m.mainArticle(); a != nil {
		for _, k := range a.keywords {
			if len(a.keywords) > 1 {
				add(k)
				continue
			}
			for s := range strings.FieldsFuncSeq(k, func(r rune) bool { return r == ',' || r == ';' }) {
				add(s)
			}
		}
	}
	for _, t := range m.tagAll("article:tag") {
		add(t)
	}
	if len(tags) > 0 {
		return tags
	}
	for s := range strings.FieldsFuncSeq(firstOf(m.tag("news_keywords"), m.tag("keywords")), func(r rune) bool { return r == ',' || r == ';' }) {
		add(s)
	}
	return tags
}
