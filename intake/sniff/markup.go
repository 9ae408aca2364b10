package sniff

import (
	"bytes"
	"encoding/json"
	"strings"
)

// tellJSON judges what begins like JSON. ok is false for text that merely begins
// with a bracket.
func tellJSON(s []byte, whole bool) (v Verdict, ok bool) {
	if s[0] == '[' {
		if len(keysOf(s)) > 0 || json.Valid(s) {
			return Verdict{Kind: Other, Why: "a JSON file that is not one article a line"}, true
		}
		return v, false
	}
	all := lines(s, true) // the last line may be cut: its first keys still tell
	first := keysOf(all[0])
	switch {
	case len(first) == 0 && len(keysOf(s)) == 0:
		return v, false
	case first["version"] && bytes.Contains(s, []byte("jsonfeed.org/version/")):
		return Verdict{Kind: Feed, Why: feedWhy}, true
	case len(all) > 1 && all[1][0] != '{', len(all[0]) == 1: // one object over many lines
		return Verdict{Kind: Other, Why: "a JSON file that is not one article a line"}, true
	}
	for _, l := range all {
		if k := keysOf(l); k["title"] || k["text"] {
			return Verdict{Kind: JSONLines}, true
		}
	}
	return Verdict{Kind: Other, Why: "JSON Lines without title or text"}, true
}

// keysOf returns the names of the outermost object's fields, as far as the JSON
// goes before it is cut or broken; for an array, those of its first object.
func keysOf(s []byte) map[string]bool {
	keys := map[string]bool{}
	d := json.NewDecoder(bytes.NewReader(s))
	depth, atKey := 0, false
	for {
		t, err := d.Token()
		if err != nil {
			return keys
		}
		if name, isText := t.(string); isText && depth == 1 && atKey {
			keys[name], atKey = true, false
			continue
		}
		switch t {
		case json.Delim('['):
			if depth == 0 {
				continue // an array of objects, perhaps
			}
			depth++
		case json.Delim('{'):
			depth++
		case json.Delim(']'), json.Delim('}'):
			depth--
		}
		if depth <= 0 { // the end, or an array of something else than objects
			return keys
		}
		atKey = depth == 1
	}
}

const feedWhy = "a saved feed; give its address to `coranto add`"

// htmlTags are the elements that tell HTML from other markup.
var htmlTags = set(`html head body title meta link script style base noscript div p span a h1 h2 h3 h4 h5 h6 article section main header
footer nav aside table tr td ul ol li dl dt dd br hr img picture figure figcaption iframe form input button center font b i u em strong small
blockquote pre time`)

// pageTags are those that only a whole page has.
var pageTags = set("html head body title")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// tellMarkup judges what is written in tags. ok is false for plain text.
func tellMarkup(s []byte) (v Verdict, ok bool) {
	name, doctype := firstTag(s)
	switch {
	case name == "opml":
		return Verdict{Kind: OPML, Why: "a list of feeds; add it with `coranto add FILE`"}, true
	case name == "rss", name == "feed", name == "rdf:rdf":
		return Verdict{Kind: Feed, Why: feedWhy}, true
	case name == "svg":
		return Verdict{Kind: Other, Why: "an image in SVG"}, true
	case pageTags[name], strings.HasPrefix(doctype, "html"):
		return Verdict{Kind: HTML}, true
	case name != "" && !htmlTags[name]:
		if bytes.HasPrefix(s, []byte("<?xml")) || bytes.Contains(bytes.ToLower(s), []byte("</"+name)) || doctype != "" {
			return Verdict{Kind: Other, Why: "a file in XML or SGML"}, true
		}
		return v, false
	case bytes.HasPrefix(s, []byte("<?php")):
		return Verdict{Kind: Other, Why: "source code"}, true
	}
	// A fragment of a page, or text with some tags in it: README files like both.
	tags, page := countTags(s)
	switch {
	case page:
		return Verdict{Kind: HTML}, true
	case name == "" && tags < 8, tags == 0:
		return v, false
	case markdown(lines(s, true)):
		return Verdict{Kind: Other, Why: "a text in Markdown"}, true
	}
	return Verdict{Kind: HTML}, true
}

// firstTag returns the lower-case name of the element that s begins with, past
// an XML declaration, comments and a document type, whose name it returns too.
// name is "" when s begins with text.
func firstTag(s []byte) (name, doctype string) {
	for {
		s = bytes.TrimSpace(s)
		switch {
		case bytes.HasPrefix(s, []byte("<?xml")):
			s = after(s, "?>")
		case bytes.HasPrefix(s, []byte("<!--")):
			s = after(s, "-->")
		case len(s) > 9 && strings.EqualFold(string(s[:9]), "<!doctype"):
			doctype = strings.ToLower(word(bytes.TrimSpace(s[9:])))
			if i := bytes.IndexAny(s, "[>"); i >= 0 && s[i] == '[' { // an internal subset
				s = after(s, "]>")
			} else {
				s = after(s, ">")
			}
		case len(s) > 1 && s[0] == '<':
			return strings.ToLower(word(s[1:])), doctype
		default:
			return "", doctype
		}
	}
}

// after returns what follows the first mark, nothing when there is none.
func after(s []byte, mark string) []byte {
	if _, rest, ok := bytes.Cut(s, []byte(mark)); ok {
		return rest
	}
	return nil
}

// word returns the name that s begins with.
func word(s []byte) string {
	end := 0
	for end < len(s) && end < 64 && (isWord(s[end]) || s[end] == ':') {
		end++
	}
	return string(s[:end])
}

// countTags counts HTML tags, and tells whether one of them is of a whole page.
func countTags(s []byte) (n int, page bool) {
	for {
		i := bytes.IndexByte(s, '<')
		if i < 0 || i+1 >= len(s) {
			return n, page
		}
		s = s[i+1:]
		if s[0] == '/' {
			s = s[1:]
		}
		name := word(s)
		if rest := s[len(name):]; len(rest) == 0 || rest[0] != '>' && rest[0] != ' ' && rest[0] != '/' && rest[0] != '\n' && rest[0] != '\r' && rest[0] != '\t' {
			continue
		}
		name = strings.ToLower(name)
		if htmlTags[name] {
			n++
		}
		page = page || name == "html" || name == "body"
	}
}
