package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html/charset"

	"coranto"
)

// maxOutlines is how many feeds one list may name.
const maxOutlines = 20_000

// Link is a feed that a list or a page names.
type Link struct {
	Title string
	URL   string
}

// ParseOPML reads a list of feeds (OPML 1.0 to 2.0), whatever its nesting into
// folders; a feed named twice comes once. name is what errors call it:
// Damaged, TooLarge, Empty when no feed is in it; Usage when some of its
// addresses are none of the web: then the others come along with the error.
func ParseOPML(name string, body []byte) ([]Link, error) {
	fail := func(kind coranto.Kind, hint, format string, args ...any) ([]Link, error) {
		return nil, coranto.Errorf(kind, "read", name, hint, format, args...)
	}
	if depth(body) > maxDepth {
		return fail(coranto.TooLarge, "write it flatter", "folders nested more than %d deep", maxDepth)
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false // bare ampersands are common in addresses
	d.CharsetReader = charset.NewReaderLabel
	var links []Link
	var odd []string
	seen := map[string]bool{}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			var syntax *xml.SyntaxError
			if errors.As(err, &syntax) {
				return fail(coranto.Damaged, "export the list again", "line %d: %s", syntax.Line, syntax.Msg)
			}
			return fail(coranto.Damaged, "export the list again", "broken: %w", err)
		}
		start, ok := t.(xml.StartElement)
		if !ok || !strings.EqualFold(start.Name.Local, "outline") {
			continue
		}
		l, given := outline(start)
		if l.URL == "" && given != "" && len(odd) < maxOutlines {
			odd = append(odd, given)
		}
		if l.URL == "" || seen[l.URL] {
			continue
		}
		seen[l.URL] = true
		if links = append(links, l); len(links) > maxOutlines {
			return fail(coranto.TooLarge, "cut it into several", "more than %d feeds", maxOutlines)
		}
	}
	switch {
	case len(odd) > 0:
		return links, coranto.Errorf(coranto.Usage, "read", name, "mend it in the list", "%s", oddWords(odd))
	case len(links) == 0:
		return fail(coranto.Empty, "give a list whose outlines have an xmlUrl", "no feed is in it")
	}
	return links, nil
}

func oddWords(odd []string) string {
	words := fmt.Sprintf("%q is no address of the web", odd[0])
	if more := len(odd) - 1; more > 0 {
		words += fmt.Sprintf(", nor are %d more", more)
	}
	return words
}

// outline takes a feed's title and address from an element; given is the address
// as written, "" for a folder; URL is "" when that is no address of the web.
func outline(e xml.StartElement) (l Link, given string) {
	text := ""
	for _, a := range e.Attr {
		switch strings.ToLower(a.Name.Local) {
		case "xmlurl":
			given = strings.TrimSpace(a.Value)
			l.URL = Resolve(&url.URL{}, webScheme(given))
		case "title":
			l.Title = clean(a.Value)
		case "text":
			text = clean(a.Value)
		}
	}
	if l.Title == "" {
		l.Title = text
	}
	return l, given
}

// webScheme undoes the schemes with which some readers mark feeds: feed://host/
// and feed:https://host/.
func webScheme(address string) string {
	rest, ok := strings.CutPrefix(address, "feed:")
	switch {
	case !ok:
		return address
	case strings.HasPrefix(rest, "//"):
		return "https:" + rest
	}
	return rest
}
