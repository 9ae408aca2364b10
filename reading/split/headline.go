package split

import (
	"strings"

	"golang.org/x/net/html"
)

// chooseHeadline picks the headline among what the page calls itself: the
// heading on the page, the headline in JSON-LD, og:title and <title>. They often
// differ: one carries the site's name, one a kicker, one was written for search
// engines. On nearly all of the Fundus pages one of them is the headline as an
// editor would give it; the rules below were measured there.
func (m *meta) chooseHeadline(heading, address string) string {
	sites := m.siteNames(address)
	ld, og, title := m.ldHeadline(), m.tag("og:title"), m.title
	for _, s := range []*string{&heading, &ld, &og, &title} {
		*s = dropSite(strings.TrimSpace(strings.TrimSuffix(*s, "\\")), sites)
	}
	if fold(og) != fold(ld) {
		og, ld = dropTail(og, heading, ld), dropTail(ld, heading, og)
	}
	title = dropTail(title, heading, ld, og)
	same := func(a, b string) bool { return a != "" && fold(a) == fold(b) }
	switch {
	case heading == "":
		return firstOf(ld, og, title)
	case og == "" && ld == "":
		return heading
	case sharedTail(heading, og) != "": // each with a kicker of its own
		return sharedTail(heading, og)
	case same(heading, og):
		if !same(ld, heading) && same(ld, title) && !endsWithPhrase(ld, heading) {
			return ld
		}
		return punctuated(heading, og)
	case og != "" && (endsWithPhrase(heading, og) || sharesWithoutKicker(heading, og)): // the heading has a kicker
		return og
	case same(heading, ld):
		if same(heading, title) && !same(heading, m.tag("twitter:title")) && og != "" && !strings.Contains(og, " | ") {
			return og // written apart from all the others, for readers who do not see the page
		}
		return punctuated(heading, ld)
	case same(title, ld), same(ld, og):
		return ld
	case same(title, og):
		return og
	}
	return heading
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// punctuated returns that of two like headlines that has more of punctuation
// and blanks: words that the page's layout parts are glued in its heading.
func punctuated(heading, other string) string {
	if len(other) > len(heading) {
		return other
	}
	return heading
}

// endsWithPhrase tells whether a is b with a few words and a mark before it.
func endsWithPhrase(a, b string) bool {
	head, ok := strings.CutSuffix(a, b)
	if !ok || head == "" || len(head) > len(a)*2/3 {
		return false
	}
	head = strings.TrimRight(head, " ")
	return strings.ContainsAny(head[max(0, len(head)-3):], ":-–—|+.!?\"»”") || countWords(head) <= 4
}

// sharedTail returns what two headlines share behind different kickers, ""
// when they do not.
func sharedTail(a, b string) string {
	_, x, ok1 := cutKicker(a)
	_, y, ok2 := cutKicker(b)
	if ok1 && ok2 && fold(x) == fold(y) && fold(a) != fold(b) && countWords(x) >= 4 {
		return x
	}
	return ""
}

// sharesWithoutKicker tells whether b says in other words what a says behind its
// kicker.
func sharesWithoutKicker(a, b string) bool {
	_, rest, ok := cutKicker(a)
	if _, _, also := cutKicker(b); !ok || also {
		return false
	}
	words := map[string]bool{}
	for w := range strings.FieldsSeq(rest) {
		words[fold(w)] = true
	}
	n, same := 0, 0
	for w := range strings.FieldsSeq(b) {
		n++
		if words[fold(w)] {
			same++
		}
	}
	return n >= 4 && same*10 >= n*6
}

func cutKicker(s string) (kicker, rest string, ok bool) {
	for _, mark := range []string{": ", " - ", " – ", " | "} {
		if k, r, found := strings.Cut(s, mark); found && countWords(k) <= 4 {
			return k, r, true
		}
	}
	return "", s, false
}

// dropTail cuts what a title has behind another candidate: the site's name, the
// section, the date.
func dropTail(title string, others ...string) string {
	for _, o := range others {
		if rest, ok := strings.CutPrefix(title, o); ok && len(o) > 8 && rest != "" {
			if t := strings.TrimLeft(rest, " "); t != "" && strings.ContainsAny(t[:1], "-|(") || t != "" && strings.ContainsAny(t[:1], ":,") && len(o) > 2*len(t) || strings.HasPrefix(t, "–") || strings.HasPrefix(t, "—") || strings.HasPrefix(t, "｜") || strings.HasPrefix(t, "：") || strings.HasPrefix(t, "·") {
				return o
			}
		}
	}
	return title
}

// dropSite cuts the site's name from the end or the beginning of a title.
func dropSite(title string, sites map[string]bool) string {
	for _, mark := range []string{" | ", " - ", " – ", " — ", "｜", " · ", " :: ", " » ", ": ", ":", "--"} {
		if i := strings.LastIndex(title, mark); i > 0 && sites[fold(title[i+len(mark):])] {
			return strings.TrimSpace(title[:i])
		}
		if i := strings.Index(title, mark); i > 0 && mark != ":" && sites[fold(title[:i])] {
			return strings.TrimSpace(title[i+len(mark):])
		}
	}
	return title
}

// siteNames are the folded names of the site: as it states them, and its host.
func (m *meta) siteNames(address string) map[string]bool {
	sites := map[string]bool{}
	add := func(s string) {
		if s = fold(s); s != "" {
			sites[s] = true
		}
	}
	add(m.tag("og:site_name"))
	add(m.tag("application-name"))
	add(strings.TrimPrefix(m.tag("twitter:site"), "@"))
	for _, a := range m.articles {
		add(a.publisher.name)
	}
	host := m.host(address)
	add(host)
	if i := strings.LastIndexByte(host, '.'); i > 0 {
		add(host[:i])
	}
	return sites
}

// unglued reads a heading's own text with a blank where elements inside it meet.
func unglued(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.TextNode {
				b.WriteString(c.Data)
			} else if c.Type == html.ElementNode {
				b.WriteByte(' ')
				walk(c)
				b.WriteByte(' ')
			}
		}
	}
	walk(n)
	return squeeze(b.String())
}

// withoutSites returns a title without what may be the name of the site behind
// a bar or a dash, at most five words and fewer than stand before it: once for
// each kind of bar or dash in it.
func withoutSites(title string) []string {
	var cut []string
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " / "} {
		if i := strings.LastIndex(title, sep); i > 0 {
			head, site := title[:i], title[i+len(sep):]
			if n := countWords(site); n <= 5 && n < countWords(head) {
				cut = append(cut, strings.TrimSpace(head))
			}
		}
	}
	return cut
}
