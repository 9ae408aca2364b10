package feed

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxLinks is how many feeds of one page are looked at.
const maxLinks = 50

// Discover returns the feeds that the page at address names in its head
// (<link rel="alternate" type="application/rss+xml" ...>), in the page's order.
// Sites put their main feed first.
func Discover(address string, page []byte) []Link {
	base, err := url.Parse(address)
	if err != nil {
		return nil
	}
	var links []Link
	seen := map[string]bool{}
	for z := html.NewTokenizer(bytes.NewReader(page)); len(links) < maxLinks; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		at := map[string]string{}
		for _, a := range t.Attr {
			at[a.Key] = a.Val
		}
		switch {
		case t.DataAtom == atom.Base:
			if u, err := base.Parse(at["href"]); err == nil && at["href"] != "" {
				base = u
			}
		case t.DataAtom == atom.Link && namesFeed(at):
			if u := Resolve(base, at["href"]); u != "" && !seen[u] {
				seen[u] = true
				links = append(links, Link{Title: clean(at["title"]), URL: u})
			}
		}
	}
	return links
}

func namesFeed(at map[string]string) bool {
	alternate := false
	for _, rel := range strings.Fields(strings.ToLower(at["rel"])) {
		alternate = alternate || rel == "alternate" || rel == "feed"
	}
	media, _, _ := strings.Cut(strings.ToLower(at["type"]), ";")
	switch strings.TrimSpace(media) {
	case "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml":
		return alternate
	}
	return false
}
