package split

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what a page says of itself outside its text: <title>, <meta>, <link>,
// JSON-LD and the attributes of microdata.
type meta struct {
	title     string
	language  string // of <html lang>
	canonical string
	tags      []pair // <meta> by plain name or property, in page order
	items     []pair // microdata: itemprop with its content or datetime
	ld        []ldNode
	articles  []ldArticle
}

type pair struct{ key, value string }

// collect takes what one element of the page adds; of <head> its descendants
// too, because they are not walked otherwise.
func (m *meta) collect(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		m.language = attr(n, "lang")
		if m.language == "" {
			m.language = attr(n, "xml:lang")
		}
	case atom.Head:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode {
				m.collect(c)
			}
		}
	case atom.Title:
		if m.title == "" && n.FirstChild != nil && (n.Parent == nil || n.Parent.DataAtom != atom.Svg) {
			m.title = squeeze(n.FirstChild.Data)
		}
	case atom.Link:
		if m.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
			m.canonical = strings.TrimSpace(attr(n, "href"))
		}
	case atom.Script:
		if n.FirstChild != nil && strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
			m.addLD(n.FirstChild.Data)
		}
	case atom.Meta:
		m.addTag(n)
	default:
		if p := attr(n, "itemprop"); p != "" {
			for _, key := range []string{"content", "datetime"} {
				if v := attr(n, key); v != "" {
					m.items = append(m.items, pair{plainKey(p), squeeze(v)})
				}
			}
		}
	}
}

func (m *meta) addTag(n *html.Node) {
	content := squeeze(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop"} {
		for _, k := range strings.Fields(attr(n, key)) {
			if k = plainKey(k); key == "itemprop" {
				m.items = append(m.items, pair{k, content})
			} else {
				m.tags = append(m.tags, pair{k, content})
			}
		}
	}
}

// plainKey makes "article:published_time" and "Article.PublishedTime" one name.
func plainKey(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r | 0x20
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		}
		return -1
	}, s)
}

// tag returns the content of the first <meta> of one of the names, in the
// order of the names.
func (m *meta) tag(names ...string) string {
	for _, name := range names {
		if v := first(m.tags, plainKey(name)); v != "" {
			return v
		}
	}
	return ""
}

// tagAll returns every content of the <meta>s of a name.
func (m *meta) tagAll(name string) (values []string) {
	name = plainKey(name)
	for _, t := range m.tags {
		if t.key == name {
			values = append(values, t.value)
		}
	}
	return values
}

func first(pairs []pair, key string) string {
	for _, p := range pairs {
		if p.key == key {
			return p.value
		}
	}
	return ""
}

// squeeze unescapes what was escaped twice and makes white space single blanks.
func squeeze(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return strings.Join(strings.Fields(clean(s)), " ")
}
