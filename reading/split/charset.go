package split

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// How far into a page its own <meta charset> is looked for, and how much of it
// the statistical guess sees.
const (
	metaPrescan = 16 << 10
	guessSample = 64 << 10
)

// decode returns body as UTF-8 without control characters, and the charset it
// was in. What tells, in this order: a byte order mark; bytes that can only be
// UTF-8, whatever a label says; the label of the server; the page's own; the
// statistics of its bytes. A label under which the bytes make no sense is not
// believed. Bytes that mean nothing become U+FFFD.
func decode(body []byte, mediaType string) (text, name string) {
	text, name = decodeAll(body, mediaType)
	return clean(text), name
}

// decodeAll is decode with the control characters.
func decodeAll(body []byte, mediaType string) (text, name string) {
	if name, skip := byteOrder(body); name != "" {
		return transcode(body[skip:], name), name
	}
	escaped := bytes.IndexByte(body, 0x1b) >= 0 // ISO-2022-JP and its kin are ASCII to the eye
	if utf8.Valid(body) && !escaped {
		return string(body), "utf-8"
	}
	for _, label := range []string{labelOf(mediaType), metaLabel(body)} {
		if name := canonical(label); name != "" && fits(body, name) {
			return transcode(body, name), name
		}
	}
	if mostlyUTF8(body) {
		return transcode(body, "utf-8"), "utf-8"
	}
	name = guess(body)
	return transcode(body, name), name
}

// byteOrder tells UTF-8 and UTF-16 by their mark, and UTF-16 without one by the
// zero bytes that every other place of it holds in texts of few scripts.
func byteOrder(body []byte) (name string, skip int) {
	switch {
	case bytes.HasPrefix(body, []byte{0xef, 0xbb, 0xbf}):
		return "utf-8", 3
	case bytes.HasPrefix(body, []byte{0xff, 0xfe}):
		return "utf-16le", 2
	case bytes.HasPrefix(body, []byte{0xfe, 0xff}):
		return "utf-16be", 2
	}
	head := body[:min(len(body), 4096)]
	var zero [2]int
	for i, b := range head {
		if b == 0 {
			zero[i%2]++
		}
	}
	switch few := len(head) / 10; {
	case zero[1] > few && zero[0] < zero[1]/8:
		return "utf-16le", 0
	case zero[0] > few && zero[1] < zero[0]/8:
		return "utf-16be", 0
	}
	return "", 0
}

func labelOf(mediaType string) string {
	_, label, _ := strings.Cut(strings.ToLower(mediaType), "charset=")
	label, _, _ = strings.Cut(label, ";")
	return strings.Trim(label, ` "'`)
}

// metaLabel returns the charset that the page's own <meta> or XML declaration
// names, or "".
func metaLabel(body []byte) string {
	head := bytes.ToLower(body[:min(len(body), metaPrescan)])
	for _, start := range []string{"<meta", "<?xml"} {
		for rest := head; ; {
			i := bytes.Index(rest, []byte(start))
			if i < 0 {
				break
			}
			rest = rest[i+len(start):]
			tag := rest[:max(0, bytes.IndexByte(rest, '>'))]
			for _, key := range []string{"charset", "encoding"} {
				_, value, ok := bytes.Cut(tag, []byte(key))
				if value = bytes.TrimLeft(value, " "); ok && bytes.HasPrefix(value, []byte("=")) {
					value = bytes.TrimLeft(value[1:], ` "'`)
					if end := bytes.IndexAny(value, ` "';/?`); end >= 0 {
						value = value[:end]
					}
					return string(value)
				}
			}
		}
	}
	return ""
}

// canonical returns the WHATWG name of a label, "" when nobody knows it.
func canonical(label string) string {
	if label == "" {
		return ""
	}
	_, name := charset.Lookup(label)
	return name
}

// fits tells whether the bytes make sense under a label. A label of a Western
// single-byte charset fits everything, so it is not believed where letters
// beyond ASCII prevail: no Western language writes so.
func fits(body []byte, name string) bool {
	sample := body[:min(len(body), guessSample)]
	switch name {
	case "utf-8":
		return mostlyUTF8(body)
	case "utf-16le", "utf-16be": // would have shown in byteOrder
		return false
	case "windows-1252", "iso-8859-15", "iso-8859-2", "windows-1250", "windows-1254", "macintosh":
		high, _ := highRuns(sample)
		return high == 0 || !mostlyUTF8(body) && !crowded(sample)
	}
	bad := strings.Count(transcode(sample, name), "\uFFFD")
	return bad <= 1+len(sample)/2000
}

// mostlyUTF8 tells whether the bytes beyond ASCII form UTF-8 sequences far more
// often than not.
func mostlyUTF8(body []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(body); {
		if body[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(body[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return good > 4*bad
}

// crowded tells whether bytes beyond ASCII mostly stand next to each other.
func crowded(sample []byte) bool {
	high, paired := highRuns(sample)
	return high > 40 && paired*10 > high*7
}

func highRuns(sample []byte) (high, paired int) {
	for i, b := range sample {
		if b < 0x80 {
			continue
		}
		high++
		if i > 0 && sample[i-1] >= 0x80 || i+1 < len(sample) && sample[i+1] >= 0x80 {
			paired++
		}
	}
	return high, paired
}

// guess tells a charset from the statistics of the bytes beyond ASCII and the
// words around them, windows-1252 where they tell nothing.
func guess(body []byte) string {
	var sample []byte
	for line := range bytes.Lines(body) {
		if len(sample) > guessSample {
			break
		}
		if bytes.ContainsFunc(line, func(r rune) bool { return r >= utf8.RuneSelf || r == 0x1b }) {
			sample = append(sample, line[:min(len(line), guessSample)]...)
		}
	}
	r := chardet.Detect(sample)
	if name := canonical(r.Encoding); name != "" && r.Confidence > 0.2 && !strings.HasPrefix(name, "utf-") {
		return name
	}
	return "windows-1252"
}

func transcode(body []byte, name string) string {
	var e encoding.Encoding
	switch name {
	case "utf-16le":
		e = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		e = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case "utf-8":
		return strings.ToValidUTF8(string(body), "\uFFFD")
	default:
		e, _ = charset.Lookup(name)
	}
	out, err := e.NewDecoder().Bytes(body)
	if err != nil { // decoders replace what they cannot read, so this is a lying label at most
		return strings.ToValidUTF8(string(body), "\uFFFD")
	}
	return string(out)
}

// clean drops control characters other than white space.
func clean(s string) string {
	if !hasControl(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, s)
}

// hasControl looks at bytes: C1 controls are C2 80 to C2 9F in UTF-8, the byte
// order mark EF BB BF.
func hasControl(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if mayControl[c] && (c < 0x80 || c == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0 || c == 0xef && strings.HasPrefix(s[i:], "\uFEFF")) {
			return true
		}
	}
	return false
}

// mayControl are the bytes with which a control character may begin.
var mayControl = func() (may [256]bool) {
	for c := range 0x80 {
		may[c] = isControl(rune(c))
	}
	may[0xc2], may[0xef] = true, true
	return may
}()

func isControl(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' && r != '\r' && r != '\f' || r >= 0x7f && r < 0xa0 || r == '\uFEFF'
}
