package split

import "strings"

// Half of a page's bytes are code, which the parser would read byte by byte and
// nobody asks for: it is left out before.

// withoutCode returns a page without the contents of its scripts and styles,
// JSON-LD excepted; their tags stay. Where it is not sure what a browser would
// take for code, it leaves the page as it is.
func withoutCode(page string) string {
	var out strings.Builder
	kept := 0 // page[:kept] is in out or left out
	for i := 0; ; {
		at := strings.IndexByte(page[i:], '<')
		if at < 0 || i+at+1 >= len(page) {
			break
		}
		i += at + 1
		if strings.HasPrefix(page[i:], "!--") {
			i = commentEnd(page, i+3)
			continue
		}
		name := rawTag(page[i:])
		if c := page[i] | 0x20; c < 'a' || c > 'z' {
			continue
		}
		end := tagEnd(page, i)
		if end < 0 {
			break
		}
		tag := page[i:end]
		i = end
		if name == "" {
			continue
		}
		size := endTag(page[i:], name)
		if size < 0 {
			break
		}
		content := page[i : i+size]
		if (name == "script" || name == "style") && size > 0 && !strings.Contains(content, "<!--") && !containsFold(tag, "ld+json") {
			if kept == 0 {
				out.Grow(len(page))
			}
			out.WriteString(page[kept:i])
			kept = i + size
		}
		i += size
	}
	if kept == 0 {
		return page
	}
	out.WriteString(page[kept:])
	return out.String()
}

// rawTags are the elements whose content is no markup.
var rawTags = []string{"script", "style", "title", "textarea", "iframe", "noscript", "noembed", "noframes", "xmp", "plaintext"}

// rawTag returns which of them a tag opens, "" for none.
func rawTag(tag string) string {
	switch tag[0] | 0x20 {
	case 's', 't', 'i', 'n', 'x', 'p':
	default:
		return ""
	}
	for _, name := range rawTags {
		if hasTagName(tag, name) {
			return name
		}
	}
	return ""
}

// hasTagName tells whether s begins with a tag's name, in any case, and ends it
// there.
func hasTagName(s, name string) bool {
	return len(s) > len(name) && strings.EqualFold(s[:len(name)], name) && strings.IndexByte(" \t\n\f\r/>", s[len(name)]) >= 0
}

// tagEnd returns the offset behind the ">" of a tag that begins before i,
// quoted values left out; -1 without one.
func tagEnd(s string, i int) int {
	for i < len(s) {
		at := strings.IndexAny(s[i:], `>"'`)
		if at < 0 {
			return -1
		}
		c := s[i+at]
		if c == '>' {
			return i + at + 1
		}
		i += at + 1
		if before := strings.TrimRight(s[max(0, i-16):i-1], " \t\n\f\r"); strings.HasSuffix(before, "=") {
			at = strings.IndexByte(s[i:], c)
			if at < 0 {
				return -1
			}
			i += at + 1
		}
	}
	return -1
}

// endTag returns how many bytes stand before the end tag of an element, -1
// without one.
func endTag(s, name string) int {
	for i := 0; ; {
		at := strings.Index(s[i:], "</")
		if at < 0 {
			return -1
		}
		i += at
		if hasTagName(s[i+2:], name) {
			return i
		}
		i += 2
	}
}

// commentEnd returns the offset behind a comment whose text begins at i.
func commentEnd(s string, i int) int {
	for _, short := range []string{">", "->"} {
		if strings.HasPrefix(s[i:], short) {
			return i + len(short)
		}
	}
	for from := i; ; {
		at := strings.Index(s[from:], "--")
		if at < 0 {
			return len(s)
		}
		from += at + 2
		if rest := strings.TrimLeft(s[from:], "-"); strings.HasPrefix(rest, ">") || strings.HasPrefix(s[from:], "!>") {
			return from
		}
	}
}

// containsFold tells whether s holds an ASCII string in any case.
func containsFold(s, sub string) bool {
	for i := 0; i+len(sub) <= len(s); i++ {
		if strings.EqualFold(s[i:i+len(sub)], sub) {
			return true
		}
	}
	return false
}
