package sniff

import (
	"bytes"
	"regexp"
	"strings"
)

// The plain texts that lie beside pages in folders, and by what they are known.
// Each rule wants several independent marks, since one alone stands in honest
// articles too: a report may quote a licence, or print a table.

// licencePhrases are terms of art of software and document licences. Two
// different ones make a licence text.
var licencePhrases = []string{
	"permission is hereby granted, free of charge",
	"the above copyright notice and this permission notice",
	`the software is provided "as is"`,
	"redistribution and use in source and binary forms",
	"redistributions of source code must retain",
	"licensed under the apache license",
	"terms and conditions for use, reproduction, and distribution",
	"gnu general public license",
	"gnu lesser general public license",
	"gnu affero general public license",
	"mozilla public license",
	"everyone is permitted to copy and distribute verbatim copies",
	"creative commons public license",
	"creative commons legal code",
	"creative commons corporation",
	"license text can be read",
	"to view a copy of this license",
	"creativecommons.org/licenses/",
	"creativecommons.org/publicdomain/",
	"open government licence",
	"open data commons",
	"without warranty of any kind",
	"without warranties or conditions of any kind",
	"permission to use, copy, modify, and/or distribute",
	"permission to use, copy, modify, and distribute",
	"this is free and unencumbered software",
	"the licensor",
	"subject to the following conditions",
	"sublicense",
	"sil open font license",
	"license, version 2.0",
}

// enoughLines tell what a text is.
const enoughLines = 200

// beside returns what the text is when it is one that lies beside pages, "" when
// it may be a page's text.
func beside(s []byte, whole bool) string {
	all := lines(s, whole)
	all = all[:min(len(all), enoughLines)]
	switch {
	case licence(s, len(all)):
		return "a licence text"
	case table(all):
		return "a table"
	case share(all, isCode) >= 0.5 && len(all) >= 3:
		return "source code"
	case markdown(all):
		return "a text in Markdown"
	case restructured(all):
		return "a text in reStructuredText"
	case mime(all):
		return "an e-mail or saved page in MIME parts"
	case share(all, isSetting) >= 0.6 && len(all) >= 2:
		return "settings or data"
	}
	return ""
}

// licence: two different phrases, or, in a note of a few lines, one.
func licence(s []byte, lines int) bool {
	s = bytes.Join(bytes.Fields(bytes.ToLower(s[:min(len(s), 4<<10)])), []byte(" "))
	s = bytes.ReplaceAll(bytes.ReplaceAll(s, []byte("“"), []byte(`"`)), []byte("”"), []byte(`"`))
	n := 0
	for _, p := range licencePhrases {
		if bytes.Contains(s, []byte(p)) {
			n++
		}
	}
	return n >= 2 || n == 1 && lines <= 4 && len(s) < 600
}

var (
	atxHeading = regexp.MustCompile(`^#{1,6} \S`)
	mdLink     = regexp.MustCompile(`\]\((https?://|\.{0,2}/|#|[\w./-]+\.\w+\))`)
	mdCode     = regexp.MustCompile("`[^` ]+`")
)

// mdMark tells whether a line has a mark of Markdown other than a heading.
func mdMark(l []byte) bool {
	has := func(s string) bool { return bytes.Contains(l, []byte(s)) }
	begins := func(s string) bool { return bytes.HasPrefix(l, []byte(s)) }
	return begins("```") || begins("~~~") || begins("[![") || begins("![") || begins("|-") || begins("| -") || begins("|:-") || begins("| :-") ||
		begins("[") && has("]: http") || has("**") && bytes.Count(l, []byte("**"))%2 == 0 ||
		has("](") && mdLink.Match(l) || has("`") && mdCode.Match(l)
}

// markdown: two headings of "# ", or one with another mark of Markdown (fenced
// or inline code, a link with its address, a badge, a table rule).
func markdown(all [][]byte) bool {
	headings, marks := 0, 0
	for _, l := range all {
		switch {
		case atxHeading.Match(l):
			headings++
		case mdMark(l):
			marks++
		}
	}
	return headings >= 2 || headings == 1 && marks >= 1 || marks >= 3 && marks*5 >= len(all)
}

var rstMark = regexp.MustCompile(`^\.\. [\w-]+::|:(ref|doc|code|class|func):` + "`|`[^`<]+ <https?://[^>]+>`_|^\\.\\. _[^:]+: http|``[^`]+``")

// restructured: two underlined headings, or one with another mark.
func restructured(all [][]byte) bool {
	headings, marks := 0, 0
	for i, l := range all {
		if (bytes.HasPrefix(l, []byte(".. ")) || bytes.IndexByte(l, '`') >= 0) && rstMark.Match(l) {
			marks++
		}
		if i > 0 && underline(l) && len(l) >= len(all[i-1])*3/4 {
			headings++
		}
	}
	return headings >= 2 || headings == 1 && marks >= 1
}

// underline: a line of three or more of one of the marks that underline headings.
func underline(l []byte) bool {
	return len(l) >= 3 && bytes.IndexByte([]byte("=-~^"), l[0]) >= 0 && len(bytes.Trim(l, string(l[:1]))) == 0
}

// mime: the head of a mail, or of a page saved with its pictures in one file.
func mime(all [][]byte) bool {
	version, content := false, false
	for _, l := range all[:min(len(all), 40)] {
		l = bytes.ToLower(l)
		version = version || bytes.HasPrefix(l, []byte("mime-version:"))
		content = content || bytes.HasPrefix(l, []byte("content-type:"))
	}
	return version && content
}

// codeLine: what begins as statements do. Words that also begin English sentences
// ("return", "let") count only with the signs of code after them.
var codeLine = regexp.MustCompile(`^([\])}]+[,;)]*$|//|/\*|\*/|\* |#include|#!|#define|import [\w."{*]+( from .*)?$|from \S+ import|package \w+$|` +
	`(export|const|let|var|function|func|def|class|return|if|for|while|else|public|private|static|@\w+)\b.*[=({:]|"""|\w+ := \S|[\w.]+\(.*\)$)`)

func isCode(l []byte) bool {
	last := l[len(l)-1]
	return last == ';' || last == '{' || last == '}' || codeLine.Match(start(l))
}

// start returns as much of a line as tells code and settings from prose.
func start(l []byte) []byte { return l[:min(len(l), 100)] }

var settingLine = regexp.MustCompile(`^(- )?["']?[A-Za-z_][\w.-]*["']?\s*=\s*\S|^\[\[?["\w .-]+\]\]?$|^(- )?["']?[a-z_][\w.-]*["']?:(\s|$)|^---$|^- [^ ]+$|^["'][^"']*["'],?$|^\],?$`)

// isSetting: key = value, [section], key: value with the key in lower case as
// programs write it ("Minister: ..." is an interview).
func isSetting(l []byte) bool {
	key := word(l)
	rest := bytes.TrimLeft(l[len(key):], " ")
	if !strings.Contains(key, ":") && bytes.IndexByte([]byte(`[]-'"`), l[0]) < 0 && (len(rest) == 0 || bytes.IndexByte([]byte("=."), rest[0]) < 0) {
		return false // spares most lines of prose the expression
	}
	return settingLine.Match(start(l))
}

// share returns how much of the lines, by bytes, is as is says. By bytes, not by
// lines: a style sheet of many short lines may be left in a real article.
func share(all [][]byte, is func([]byte) bool) float64 {
	are, total := 0, 0
	for _, l := range all {
		total += len(l)
		if is(l) {
			are += len(l)
		}
	}
	return float64(are) / float64(max(total, 1))
}

// table: three lines or more of which four fifths, by bytes, hold a tab; or the same number,
// at least two, of commas, semicolons or bars, and no blank after most of those.
func table(all [][]byte) bool {
	if len(all) < 3 {
		return false
	}
	if share(all, func(l []byte) bool { return bytes.IndexByte(l, '\t') >= 0 }) >= 0.8 {
		return true
	}
	for _, sep := range []byte(",;|") {
		counts, spaced, seps, most := map[int]int{}, 0, 0, 0
		for _, l := range all {
			n := bytes.Count(l, []byte{sep})
			seps += n
			spaced += bytes.Count(l, []byte{sep, ' '})
			if n >= 2 {
				counts[n]++
				most = max(most, counts[n])
			}
		}
		if most*5 >= len(all)*4 && spaced*2 < seps {
			return true
		}
	}
	return false
}
