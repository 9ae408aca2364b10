// Package link gives addresses one form, so that an article that is met under
// several of them is known for one.
package link

import (
	"cmp"
	_ "embed"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

const (
	maxLength = 16 << 10 // of an address, in bytes
	maxRounds = 8        // of simplifying: an AMP page in a cache of a cache
)

// Canonical returns the form that an article's addresses share: normalised as
// RFC 3986 section 6 has it, without what only tells how the reader came there
// (tracking parameters, session identifiers, fragments), without the marks of
// mobile and AMP editions, over https and without "www.". It is a name to
// compare by, not an address to open: a server need not answer there.
//
// Two addresses that may lead to different articles keep different forms: paths
// keep their case, and a parameter that is not known to track stays. What is no
// absolute http(s) address, or names a user, comes back as it was.
// Canonical(Canonical(a)) is Canonical(a).
func Canonical(address string) string {
	if len(address) > maxLength {
		return address
	}
	form := address
	for range maxRounds {
		next, ok := simplify(form)
		switch {
		case !ok:
			return address
		case next == form:
			return form
		}
		form = next
	}
	return address
}

// simplify does everything once. What one step uncovers for another is left to
// the next round.
func simplify(address string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Host == "" {
		return "", false
	}
	if original, ok := uncached(u); ok {
		return original, true
	}
	host, ok := hostOf(u)
	if !ok {
		return "", false
	}
	form := schemeOf(u, host) + "://" + host + pathOf(cmp.Or(u.RawPath, u.EscapedPath()))
	if q := queryOf(u.RawQuery); q != "" {
		form += "?" + q
	}
	// Pages that a script builds name what they show behind "#!" or "#/".
	if f := cmp.Or(u.RawFragment, u.EscapedFragment()); strings.HasPrefix(f, "!") || strings.HasPrefix(f, "/") {
		form += "#" + escapes(f, inQuery)
	}
	return form, true
}

// schemeOf is https for a named host without a port of its own, for which that
// may be had.
func schemeOf(u *url.URL, host string) string {
	if _, err := netip.ParseAddr(host); err == nil || strings.Contains(host, ":") {
		return u.Scheme
	}
	return "https"
}

// pathOf evens out a path.
func pathOf(path string) string {
	var segments []string
	for s := range strings.SplitSeq(escapes(path, inPath), "/") {
		s = withoutSession(s)
		switch s {
		case "", ".":
		case "..":
			segments = segments[:max(0, len(segments)-1)]
		default:
			segments = append(segments, s)
		}
	}
	segments = withoutAMP(segments)
	if n := len(segments); n > 0 && slices.Contains(indexes, segments[n-1]) {
		segments = segments[:n-1]
	}
	return "/" + strings.Join(segments, "/")
}

// indexes are what a server gives for the folder itself.
var indexes = []string{"index.html", "index.htm", "index.shtml"}

// withoutSession cuts the session identifier that Java servers append to a
// segment: "story.do;jsessionid=1A2B".
func withoutSession(segment string) string {
	if i := strings.IndexByte(segment, ';'); i >= 0 && strings.HasPrefix(strings.ToLower(segment[i:]), ";jsessionid=") {
		return segment[:i]
	}
	return segment
}

// queryOf leaves out what tracks, and sorts the rest by name.
func queryOf(raw string) string {
	var kept []string
	for pair := range strings.SplitSeq(raw, "&") {
		pair = escapes(pair, inQuery)
		if pair != "" && !idle.holds(pair) {
			kept = append(kept, pair)
		}
	}
	slices.SortStableFunc(kept, func(a, b string) int {
		a, _, _ = strings.Cut(a, "=")
		b, _, _ = strings.Cut(b, "=")
		return cmp.Compare(a, b)
	})
	return strings.Join(kept, "&")
}

// What may stand in a path and in a query besides the unreserved characters
// (RFC 3986, section 3.3 and 3.4).
const (
	inPath  = "!$&'()*+,;=:@/"
	inQuery = inPath + "?"
)

// escapes gives percent-encoding its one form: none for unreserved characters,
// capital digits for others, and for all that may not stand as it is.
func escapes(s, plain string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c, escaped := s[i], false
		if c == '%' && i+2 < len(s) {
			hi, lo := strings.IndexByte(digits, upper(s[i+1])), strings.IndexByte(digits, upper(s[i+2]))
			if escaped = hi >= 0 && lo >= 0; escaped {
				c = byte(hi<<4 | lo)
				i += 2
			}
		}
		if unreserved(c) || !escaped && strings.IndexByte(plain, c) >= 0 {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}

func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

// parameters are names of query parameters, all in lower case.
type parameters struct {
	names      map[string]bool // "fbclid"
	pairs      map[string]bool // "output=amp"
	sessions   map[string]bool // "sid", which other sites use for articles
	beginnings []string        // "utm_"
}

//go:embed parameters.txt
var parametersText string

// idle are the parameters that do not change what is shown.
var idle = parseParameters(parametersText)

func parseParameters(text string) parameters {
	p := parameters{names: map[string]bool{}, pairs: map[string]bool{}, sessions: map[string]bool{}}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		for _, word := range strings.Fields(line) {
			if beginning, ok := strings.CutSuffix(word, "*"); ok {
				p.beginnings = append(p.beginnings, beginning)
			} else if name, ok := strings.CutSuffix(word, "=~"); ok {
				p.sessions[name] = true
			} else if strings.Contains(word, "=") {
				p.pairs[word] = true
			} else {
				p.names[word] = true
			}
		}
	}
	return p
}

func (p *parameters) holds(pair string) bool {
	pair = strings.ToLower(pair)
	pair = strings.TrimPrefix(pair, "amp;") // "&amp;" that nobody has unescaped
	name, value, _ := strings.Cut(pair, "=")
	return p.names[name] || p.pairs[name+"="+value] || p.sessions[name] && drawn(value) ||
		slices.ContainsFunc(p.beginnings, func(b string) bool { return strings.HasPrefix(name, b) })
}

// drawn tells a value that was drawn by lot from one that somebody has given: 24
// or more letters and digits, thoroughly mixed.
func drawn(value string) bool {
	digits, letters := 0, 0
	for _, c := range value {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case 'a' <= c && c <= 'z':
			letters++
		default:
			return false
		}
	}
	return digits+letters >= 24 && digits >= 4 && letters >= 4
}
