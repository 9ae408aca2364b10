package split

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"strings"
)

// maxLD bounds one JSON-LD script, in bytes.
const maxLD = 4 << 20

// ldNode is one object of a page's JSON-LD.
type ldNode = map[string]any

// ldArticle is what JSON-LD says of an article (schema.org Article and kinds).
type ldArticle struct {
	types       []string
	headline    string
	body        string
	description string
	url         string
	published   string
	authors     []ldAgent
	publisher   ldAgent
	sections    []string
	keywords    []string
	language    string
	modified    string
	words       int  // as it counts them itself; 0 unknown
	free, paid  bool // it says that all may read it, or that they may not
}

// ldAgent is a person or an organisation.
type ldAgent struct {
	name   string
	url    string
	person bool // stated to be a Person
	organ  bool // stated to be an organisation
}

// addLD reads one script. What is no JSON is left aside: a page is not worse for
// bad metadata.
func (m *meta) addLD(script string) {
	if len(script) > maxLD {
		return
	}
	dec := json.NewDecoder(bytes.NewReader(mendJSON(script)))
	for {
		var v any
		if err := dec.Decode(&v); err != nil {
			if err != io.EOF {
				return
			}
			return
		}
		m.flatten(v, 0)
	}
}

// mendJSON takes away what page makers leave around and inside their JSON:
// comment marks, CDATA, raw control characters, a final semicolon.
func mendJSON(s string) []byte {
	b := []byte(strings.TrimSpace(s))
	for _, wrap := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		b = bytes.TrimSpace(bytes.TrimPrefix(b, []byte(wrap)))
	}
	for i, c := range b {
		if c < ' ' {
			b[i] = ' '
		}
	}
	return b
}

// flatten collects the objects of a @graph or list, and of their parts that
// may be an article or a page.
func (m *meta) flatten(v any, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			m.flatten(x, depth+1)
		}
	case map[string]any:
		m.ld = append(m.ld, v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "itemListElement", "item", "hasPart"} {
			switch v[key].(type) {
			case []any, map[string]any:
				m.flatten(v[key], depth+1)
			}
		}
	}
}

// ldArticles returns the articles among the objects, in page order.
func (m *meta) ldArticles() (out []ldArticle) {
	byID := map[string]ldNode{}
	for _, n := range m.ld {
		if id := ldText(n["@id"]); id != "" && len(n) > len(byID[id]) {
			byID[id] = n
		}
	}
	for _, n := range m.ld {
		types := ldTexts(n["@type"])
		if !isArticleType(types) {
			continue
		}
		a := ldArticle{
			types: types, headline: ldText(n["headline"]), body: ldText(n["articleBody"]), description: ldText(n["description"]),
			published: ldText(n["datePublished"]), language: ldText(n["inLanguage"]),
			sections: ldTexts(n["articleSection"]), keywords: ldTexts(n["keywords"]),
			authors: ldAgents(n["author"], byID), modified: ldText(n["dateModified"]),
			words: ldNumber(n["wordCount"]), free: ldBool(n["isAccessibleForFree"], true), paid: ldBool(n["isAccessibleForFree"], false),
		}
		if a.headline == "" {
			a.headline = ldText(n["name"])
		}
		for _, key := range []string{"url", "mainEntityOfPage", "@id"} {
			if a.url == "" {
				a.url = ldText(n[key])
			}
		}
		if p := ldAgents(n["publisher"], byID); len(p) > 0 {
			a.publisher = p[0]
		}
		if len(a.authors) == 0 {
			a.authors = ldAgents(n["creator"], byID)
		}
		out = append(out, a)
	}
	return out
}

func isArticleType(types []string) bool {
	for _, t := range types {
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || strings.HasSuffix(t, "NewsArticle") || t == "Report" || t == "Review" || t == "Recipe" || t == "HowTo" {
			return true
		}
	}
	return false
}

// ldText returns a value as text: the string, or the first of a list, or the
// @value, name, @id or url of an object.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return squeeze(v)
	case []any:
		for _, x := range v {
			if s := ldText(x); s != "" {
				return s
			}
		}
	case map[string]any:
		for _, key := range []string{"@value", "name", "@id", "url"} {
			if s, ok := v[key].(string); ok && s != "" {
				return squeeze(s)
			}
		}
	}
	return ""
}

// ldNumber returns a value as a whole number, 0 when it is none.
func ldNumber(v any) int {
	switch v := v.(type) {
	case float64:
		return int(v)
	case string:
		n, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil {
			return 0
		}
		return n
	}
	return 0
}

// ldBool tells whether a value says what is wanted.
func ldBool(v any, want bool) bool {
	switch v := v.(type) {
	case bool:
		return v == want
	case string:
		return strings.EqualFold(strings.TrimPrefix(strings.TrimPrefix(v, "https://schema.org/"), "http://schema.org/"), strconv.FormatBool(want))
	}
	return false
}

func ldTexts(v any) (out []string) {
	if list, ok := v.([]any); ok {
		for _, x := range list {
			if s := ldText(x); s != "" {
				out = append(out, s)
			}
		}
		return out
	}
	if s := ldText(v); s != "" {
		out = append(out, s)
	}
	return out
}

// ldAgents reads persons and organisations, following references by @id.
func ldAgents(v any, byID map[string]ldNode) (out []ldAgent) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			out = append(out, ldAgents(x, byID)...)
		}
	case string:
		if s := squeeze(v); s != "" {
			if n, ok := byID[s]; ok && n["name"] != nil {
				return ldAgents(n, nil)
			}
			out = append(out, ldAgent{name: s})
		}
	case map[string]any:
		if n, ok := byID[ldText(v["@id"])]; ok && v["name"] == nil {
			v = n
		}
		types := strings.Join(ldTexts(v["@type"]), " ")
		a := ldAgent{url: ldText(v["url"]), person: strings.Contains(types, "Person"), organ: strings.Contains(types, "Organi") || strings.Contains(types, "NewsMedia") || strings.Contains(types, "Corporation")}
		for _, name := range ldTexts(v["name"]) {
			a.name = name
			out = append(out, a)
		}
	}
	return out
}

// ldHeadline returns the headline of the page's main article in JSON-LD, or "".
func (m *meta) ldHeadline() string {
	if a := m.mainArticle(); a != nil {
		return a.headline
	}
	return ""
}

// ldDescription returns its description, or "".
func (m *meta) ldDescription() string {
	if a := m.mainArticle(); a != nil {
		return a.description
	}
	return ""
}
