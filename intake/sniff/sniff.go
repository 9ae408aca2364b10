// Package sniff tells what some bytes are from the bytes themselves, never from
// a name or a label: a web page, the text of a page, a stream of either, or
// something that is not for reading.
//
// It asks in this order: binary, WARC, JSON, XML and feeds, HTML, and then, for
// plain text, whether it is one of the texts that lie beside pages (see text.go).
// Text that is none of these is taken for a page's text: a page wrongly passed
// over is lost, a text wrongly read merely holds no article.
package sniff

import (
	"bytes"
	"net/http"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"coranto"
)

// Kind is what some bytes are.
type Kind int

const (
	Other     Kind = iota // not for reading; Verdict.Why says what it seems to be
	Empty                 // nothing, or nothing but white space
	Binary                // no text in any charset; Why says what it seems to be
	HTML                  // a web page
	Dump                  // a page's visible text
	JSONLines             // one article a line
	WARC                  // a web archive
	OPML                  // a list of feeds
	Feed                  // a saved RSS, Atom or JSON feed
)

// Head is how many bytes are worth showing to Tell; more are not looked at.
const Head = 64 << 10

// Verdict is what Tell found.
type Verdict struct {
	Kind Kind
	Why  string // what it is, in words, for every Kind that is not read: "a licence text"
	Wide bool   // UTF-16
}

// Form returns the form of page that the bytes are, "" when they are none.
func (v Verdict) Form() coranto.Form {
	switch v.Kind {
	case HTML:
		return coranto.HTML
	case Dump:
		return coranto.Dump
	}
	return ""
}

// Tell says what the bytes are that begin with head. whole says that head is all
// there is.
func Tell(head []byte, whole bool) Verdict {
	if len(head) > Head {
		head, whole = head[:Head], false
	}
	head, wide := narrow(head)
	v := tell(bytes.TrimSpace(head), whole)
	v.Wide = wide
	return v
}

func tell(s []byte, whole bool) Verdict {
	switch {
	case len(s) == 0:
		return Verdict{Kind: Empty, Why: "empty"}
	case binary(s):
		return Verdict{Kind: Binary, Why: binaryName(s)}
	case bytes.HasPrefix(s, []byte("WARC/")):
		return Verdict{Kind: WARC, Why: "a web archive"}
	case s[0] == '{' || s[0] == '[':
		if v, ok := tellJSON(s, whole); ok {
			return v
		}
	}
	if v, ok := tellMarkup(s); ok {
		return v
	}
	if why := beside(s, whole); why != "" {
		return Verdict{Kind: Other, Why: why}
	}
	return Verdict{Kind: Dump}
}

// narrow gives UTF-16, with its mark or without, as UTF-8, and takes a UTF-8
// mark away. What is neither comes back as it is.
func narrow(s []byte) (text []byte, wide bool) {
	if rest, ok := bytes.CutPrefix(s, []byte("\xef\xbb\xbf")); ok {
		return rest, false
	}
	order, ok := Order(s)
	if !ok {
		return s, false
	}
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(s[:len(s)&^1])
	if err != nil {
		return s, false
	}
	return bytes.TrimPrefix(out, []byte("\ufeff")), true
}

// Order tells the byte order of UTF-16. Without a mark it goes by the high
// bytes: in alphabetic scripts nearly all of them are the same few small ones,
// on either the even or the odd places only.
func Order(s []byte) (order unicode.Endianness, ok bool) {
	switch {
	case bytes.HasPrefix(s, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(s, []byte{0xfe, 0xff}):
		return unicode.BigEndian, true
	case len(s) < 8 || bytes.IndexByte(s, 0) < 0:
		return unicode.LittleEndian, false
	}
	var high [2]int // small bytes on even and odd places
	for i, b := range s {
		if b < 8 {
			high[i%2]++
		}
	}
	half := len(s) / 2
	switch {
	case high[1] > half*9/10 && high[0] < half/10:
		return unicode.LittleEndian, true
	case high[0] > half*9/10 && high[1] < half/10:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// binary tells data from text in whatever charset: text has next to no control
// characters (one in a hundred is forgiven; random bytes have ten).
func binary(s []byte) bool {
	control := 0
	for _, b := range s {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b || b == 0x7f {
			control++
		}
	}
	return control*100 > len(s) || bytes.HasPrefix(s, []byte("%PDF-"))
}

// binaryName says what binary data seems to be.
func binaryName(s []byte) string {
	t := http.DetectContentType(s)
	switch class, rest, _ := strings.Cut(t, "/"); {
	case class == "image", class == "video", class == "audio", class == "font":
		return "a file of type " + class + "/" + rest
	case rest == "pdf":
		return "a PDF"
	case rest == "zip":
		return "a zip archive"
	}
	return "binary data"
}

// lines cuts s at its line breaks; the last, perhaps cut, line is left out
// unless whole or the only one.
func lines(s []byte, whole bool) [][]byte {
	all := bytes.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' })
	if !whole && len(all) > 1 {
		all = all[:len(all)-1]
	}
	kept := all[:0]
	for _, l := range all {
		if l = bytes.TrimSpace(l); len(l) > 0 {
			kept = append(kept, l)
		}
	}
	return kept
}

// isWord tells whether b may be part of a tag's or a key's name.
func isWord(b byte) bool {
	return b == '_' || b == '-' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b >= utf8.RuneSelf
}
