package compose

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"html"
	"math/rand/v2"
	"strings"
)

// writer writes one page.
type writer struct {
	strings.Builder
	*rand.Rand
	phrases
	language  string
	dialect   dialect
	number    int // of the page in its layout: chooses among varieties
	publisher string
	others    []Article // not on the page; their headlines tease
}

// dialect is how a site names its classes.
type dialect struct {
	name  string
	class func(role string) string
}

var dialects = []dialect{
	{"plain", func(role string) string { return role }},
	{"bem", func(role string) string { return "nx-" + strings.Replace(role, "-", "__", 1) }},
	{"hashed", func(role string) string { return "css-" + hash(role) }},
	{"utility", func(role string) string {
		all := []string{"mx-auto max-w-3xl", "mb-4 leading-7", "flex gap-2 items-center", "text-sm mt-2", "grid gap-4 md:px-6"}
		return all[int(hash(role)[0])%len(all)]
	}},
}

func hash(s string) string {
	h := fnv.New32a()
	h.Write([]byte(s))
	return fmt.Sprintf("%08x", h.Sum32())
}

func newWriter(language string, r *rand.Rand, number int) *writer {
	return &writer{
		Rand: r, phrases: languages[language], language: language, number: number,
		dialect:   dialects[number/2%len(dialects)],
		publisher: publishers[r.IntN(len(publishers))],
	}
}

// open writes a start tag; role names the class, "" none. attrs come verbatim.
func (w *writer) open(tag, role string, attrs ...string) {
	w.WriteString("<" + tag)
	if role != "" {
		fmt.Fprintf(w, ` class="%s"`, w.dialect.class(role))
	}
	for _, a := range attrs {
		w.WriteString(" " + a)
	}
	w.WriteString(">")
}

func (w *writer) end(tag string) { w.WriteString("</" + tag + ">\n") }

// el writes an element with text in it.
func (w *writer) el(tag, role, text string, attrs ...string) {
	w.open(tag, role, attrs...)
	w.WriteString(html.EscapeString(text))
	w.end(tag)
}

func (w *writer) link(role, text string) { w.el("a", role, text, `href="/`+hash(text)+`"`) }

// one chooses one of several.
func one(w *writer, of []string) string { return of[w.IntN(len(of))] }

// page writes the whole page in a layout.
func (w *writer) page(l layout, chosen []Article) []Article {
	w.WriteString("<!DOCTYPE html>\n<html lang=\"" + w.language + "\">\n")
	w.head(l, chosen[0])
	w.WriteString("<body>\n")
	w.cookieBanner()
	w.siteHeader()
	w.open("div", "layout-row")
	w.open("main", "main-column")
	known := l.write(w, chosen)
	w.end("main")
	w.sidebar()
	w.end("div")
	w.siteFooter()
	w.WriteString("</body>\n</html>\n")
	return known
}

// head describes the first article where it is the page's own, else the page.
func (w *writer) head(l layout, lead Article) {
	title := lead.Headline
	switch l.name {
	case "live":
		title = w.phrases.live[0]
	case "articles", "divs", "flat h2", "aggregator":
		title = w.world
	}
	w.WriteString("<head>\n<meta charset=\"utf-8\">\n")
	w.el("title", "", title+" | "+w.publisher)
	for _, m := range [][2]string{{"og:title", title}, {"og:site_name", w.publisher}, {"og:type", "article"}} {
		fmt.Fprintf(w, "<meta property=\"%s\" content=\"%s\">\n", m[0], html.EscapeString(m[1]))
	}
	w.WriteString("<style>.x{display:block} p{margin:0 0 1em}</style>\n<script>window.site={\"text\":\"This is a script and no part of any article.\"};</script>\n")
	if w.number%2 == 0 && title == lead.Headline {
		b, err := json.Marshal(map[string]any{
			"@context": "https://schema.org", "@type": "NewsArticle", "headline": lead.Headline,
			"datePublished": fmt.Sprintf("2025-%02d-%02dT08:30:00+01:00", 1+w.number%12, 1+w.number%28),
			"author":        map[string]string{"@type": "Person", "name": lead.Authors[0]},
			"publisher":     map[string]string{"@type": "Organization", "name": w.publisher},
		})
		if err == nil {
			fmt.Fprintf(w, "<script type=\"application/ld+json\">%s</script>\n", b)
		}
	}
	if l.name == "live" && w.number%2 == 0 {
		w.WriteString(`<script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting"}</script>` + "\n")
	}
	w.WriteString("</head>\n")
}

func (w *writer) cookieBanner() {
	w.open("div", "cookie-banner", `role="dialog"`)
	w.el("p", "", w.cookies)
	w.el("button", "button", "OK")
	w.end("div")
}

func (w *writer) siteHeader() {
	w.open("header", "site-header")
	w.link("logo", w.publisher)
	w.open("nav", "main-nav")
	w.open("ul", "")
	for _, s := range w.sections {
		w.open("li", "nav-item")
		w.link("nav-link", s)
		w.end("li")
	}
	w.end("ul")
	w.end("nav")
	w.link("button", w.signUp[2])
	w.end("header")
}

func (w *writer) siteFooter() {
	w.open("footer", "site-footer")
	w.open("ul", "")
	for _, f := range w.footer[:4] {
		w.open("li", "")
		w.link("", f)
		w.end("li")
	}
	w.end("ul")
	w.el("p", "legal", "© 2025 "+w.publisher+". "+w.footer[4])
	w.end("footer")
}

func (w *writer) sidebar() {
	w.open("aside", "side-column")
	w.el("div", "advert", w.advert)
	w.el("h3", "side-title", w.mostRead)
	w.open("ol", "most-read")
	for _, o := range w.others[:min(4, len(w.others))] {
		w.open("li", "")
		w.link("side-link", o.Headline)
		w.end("li")
	}
	w.end("ol")
	w.end("aside")
}
