package link

import (
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// uncached returns the address of what a cache of AMP pages shows. Google's and
// Bing's viewers have it behind /amp/, the cache behind a letter for what it
// holds; "s/" before it says https.
func uncached(u *url.URL) (string, bool) {
	host, path := strings.ToLower(u.Hostname()), u.EscapedPath()
	rest, ok := "", false
	switch {
	case host == "cdn.ampproject.org" || strings.HasSuffix(host, ".cdn.ampproject.org"):
		for _, kind := range []string{"/c/", "/v/"} {
			if rest, ok = strings.CutPrefix(path, kind); ok {
				break
			}
		}
	case isViewer(host):
		rest, ok = strings.CutPrefix(path, "/amp/")
	}
	if !ok {
		return "", false
	}
	scheme := "http://"
	if secure, ok := strings.CutPrefix(rest, "s/"); ok {
		scheme, rest = "https://", secure
	}
	if name, _, _ := strings.Cut(rest, "/"); !strings.Contains(name, ".") {
		return "", false
	}
	if u.RawQuery != "" {
		rest += "?" + u.RawQuery
	}
	return scheme + rest, true
}

func isViewer(host string) bool {
	registered, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil || host != registered && host != "www."+registered {
		return false
	}
	return strings.HasPrefix(registered, "google.") || registered == "bing.com"
}

// withoutAMP takes the mark of the AMP edition out of a path, where the path
// without it is an article's: /2026/10/ferry-sinks-off-selm/amp and
// /ferry-sinks-off-selm.amp.html, but not /guitars/amp.
func withoutAMP(segments []string) []string {
	n := len(segments)
	if n == 0 {
		return segments
	}
	last := segments[n-1]
	switch {
	case n > 1 && (last == "amp" || last == "amp.html") && namesArticle(segments[n-2]):
		return segments[:n-1]
	case n > 1 && segments[0] == "amp" && namesArticle(last):
		return segments[1:]
	}
	stem, html := strings.CutSuffix(last, ".html")
	if stem, ok := strings.CutSuffix(stem, ".amp"); ok && namesArticle(stem) {
		if html {
			stem += ".html"
		}
		segments[n-1] = stem
	}
	return segments
}

// namesArticle tells a segment made of a headline or a number from the name of a
// section.
func namesArticle(segment string) bool {
	joints, digits := 0, 0
	for _, c := range segment {
		switch {
		case c == '-' || c == '_':
			joints++
		case '0' <= c && c <= '9':
			digits++
		}
	}
	return joints >= 2 || digits >= 4
}
