// Package feed reads feeds (RSS, Atom, JSON Feed), lists of feeds (OPML), and
// finds the feeds that a site's page names.
package feed

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/rss"

	"coranto"
	"coranto/intake/sniff"
)

const (
	maxItems = 2000 // of one feed that are looked at
	maxDepth = 256  // of nested elements: the parsers below call themselves for each
)

// Feed is what a feed says.
type Feed struct {
	Title    string
	Language string        // as declared, "" when undeclared
	TTL      time.Duration // how long it asks not to be asked again; 0: it does not say
	Items    []Item        // in the feed's order
}

// Item is one entry. All fields but one of URL and Content may be "".
type Item struct {
	Title     string
	URL       string // absolute
	GUID      string
	Published string // RFC 3339
	Content   string // as given: HTML, or text
}

// Parse reads a feed found at address, against which relative links are
// resolved. Its errors are *coranto.Error with address as their subject:
// Unsupported for what is no feed, Damaged, TooLarge.
func Parse(address string, body []byte) (Feed, error) {
	if sniff.Tell(body, true).Kind != sniff.Feed {
		return Feed{}, coranto.Errorf(coranto.Unsupported, "read feed", address, "give the address of an RSS, Atom or JSON feed", "not a feed")
	}
	if depth(body) > maxDepth {
		return Feed{}, coranto.Errorf(coranto.TooLarge, "read feed", address, "leave it out", "elements nested more than %d deep", maxDepth)
	}
	parser := gofeed.NewParser()
	parser.KeepOriginalFeed = true // for the ttl, which the common form drops
	parsed, err := parser.Parse(bytes.NewReader(body))
	if err != nil {
		return Feed{}, coranto.Errorf(coranto.Damaged, "read feed", address, "tell its publisher, or try again later", "broken: %w", err)
	}
	base, err := url.Parse(address)
	if err != nil {
		return Feed{}, coranto.Errorf(coranto.Usage, "read feed", address, "check the address", "not an address: %w", err)
	}
	f := Feed{Title: clean(parsed.Title), Language: parsed.Language, TTL: ttl(parsed)}
	for _, i := range parsed.Items[:min(len(parsed.Items), maxItems)] {
		item := Item{Title: Text(i.Title), URL: link(base, i), GUID: i.GUID, Published: published(i), Content: cmp.Or(strings.TrimSpace(i.Content), strings.TrimSpace(i.Description))}
		if item.URL != "" || item.Content != "" {
			f.Items = append(f.Items, item)
		}
	}
	return f, nil
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// link returns the item's address: its link, or its GUID where that is one.
func link(base *url.URL, i *gofeed.Item) string {
	if i.Link != "" {
		return Resolve(base, i.Link)
	}
	if strings.HasPrefix(i.GUID, "http://") || strings.HasPrefix(i.GUID, "https://") {
		return Resolve(base, i.GUID)
	}
	return ""
}

// Resolve returns the address that a link on a page at base leads to, without
// its fragment; "" when that is none of the web.
func Resolve(base *url.URL, link string) string {
	u, err := base.Parse(strings.TrimSpace(link))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	return u.String()
}

var (
	offset   = regexp.MustCompile(`([+-])(\d{2}):?(\d{2})$`)
	zoneName = regexp.MustCompile(`(?:\d ?Z|\b(?:UTC?|GMT|WES?T|BST|CES?T|EES?T|[ECMP][SD]T))$`)
)

// published returns when the item was published, or updated where only that is
// known, in the zone as printed; "" when it is not told. Without a zone, or with
// one that nobody knows, the hour is not known either: then it is the date.
func published(i *gofeed.Item) string {
	t, printed := i.PublishedParsed, strings.TrimSpace(i.Published)
	if t == nil {
		t, printed = i.UpdatedParsed, strings.TrimSpace(i.Updated)
	}
	if t == nil || t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	if m := offset.FindStringSubmatch(printed); m != nil && strings.Contains(printed, ":") {
		h, _ := strconv.Atoi(m[1] + m[2])
		mins, _ := strconv.Atoi(m[1] + m[3])
		return t.In(time.FixedZone("", (h*60+mins)*60)).Format(time.RFC3339)
	}
	if zoneName.MatchString(printed) {
		return t.Format(time.RFC3339)
	}
	return t.Format(time.DateOnly)
}

// ttl: RSS's own element, in minutes, or the syndication module's period.
func ttl(f *gofeed.Feed) time.Duration {
	minutes := 0
	if r, ok := f.OriginalFeed().(*rss.Feed); ok {
		minutes, _ = strconv.Atoi(strings.TrimSpace(r.TTL))
	}
	if minutes <= 0 {
		sy := f.Extensions["sy"]
		if p := sy["updatePeriod"]; len(p) > 0 {
			minutes = map[string]int{"hourly": 60, "daily": 24 * 60, "weekly": 7 * 24 * 60, "monthly": 30 * 24 * 60, "yearly": 365 * 24 * 60}[strings.TrimSpace(p[0].Value)]
		}
		if n := sy["updateFrequency"]; len(n) > 0 {
			if k, _ := strconv.Atoi(strings.TrimSpace(n[0].Value)); k > 1 {
				minutes /= k
			}
		}
	}
	return time.Duration(max(0, min(minutes, 366*24*60))) * time.Minute
}

// depth returns how deep the elements (or, in JSON, the brackets) of b nest.
// It looks at nothing but the marks, so that it costs one pass and no memory.
func depth(b []byte) int {
	deepest, now := 0, 0
	if b = bytes.TrimLeft(b, "\ufeff \t\r\n"); len(b) > 0 && (b[0] == '{' || b[0] == '[') {
		inText := false
		for i := 0; i < len(b); i++ {
			switch c := b[i]; {
			case c == '\\' && inText:
				i++
			case c == '"':
				inText = !inText
			case !inText && (c == '{' || c == '['):
				now++
				deepest = max(deepest, now)
			case !inText && (c == '}' || c == ']'):
				now--
			}
		}
		return deepest
	}
	for {
		i := bytes.IndexByte(b, '<')
		if i < 0 || i+1 >= len(b) {
			return deepest
		}
		b = b[i:]
		switch {
		case bytes.HasPrefix(b, []byte("<!--")):
			b = past(b, "-->")
		case bytes.HasPrefix(b, []byte("<![CDATA[")):
			b = past(b, "]]>")
		case b[1] == '?', b[1] == '!':
			b = b[2:]
		case b[1] == '/':
			now--
			b = b[2:]
		default:
			tag := b[:max(bytes.IndexByte(b, '>'), 0)]
			if len(tag) == 0 || tag[len(tag)-1] != '/' {
				now++
				deepest = max(deepest, now)
			}
			b = b[1:]
		}
	}
}

func past(b []byte, mark string) []byte {
	_, rest, _ := bytes.Cut(b, []byte(mark))
	return rest
}

// String names the item in logs.
func (i Item) String() string { return fmt.Sprintf("%q %s", i.Title, i.URL) }
