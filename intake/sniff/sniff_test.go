package sniff_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"coranto/intake/sniff"
)

const prose = `Velmark and Ostrany resume talks

LORN: Negotiators from Velmark and Ostrany met again on Tuesday, the first time since the spring, officials of both states said.
"We have a long way to go," the foreign minister told reporters.

Read more
Share
`

func TestTell(t *testing.T) {
	for _, c := range []struct {
		name, in string
		kind     sniff.Kind
		why      string
	}{
		{"nothing", "", sniff.Empty, "empty"},
		{"white space", " \r\n\t\n", sniff.Empty, "empty"},

		{"a page", "<!DOCTYPE html>\n<html><head><title>Talks</title></head><body><p>They met.</p></body></html>", sniff.HTML, ""},
		{"a page behind comment and declaration", "\ufeff<?xml version='1.0'?><!-- cached -->\n<!doctype HTML PUBLIC \"-//W3C//DTD XHTML 1.0\">\n<HTML>", sniff.HTML, ""},
		{"a page cut off before its root", "<meta charset=utf-8><title>Talks</title><p>They met.", sniff.HTML, ""},
		{"a fragment", "<div><p>They met on Tuesday.</p><p>They parted on Friday.</p></div>", sniff.HTML, ""},
		{"words before the page", "Saved on Tuesday\n<html><body><p>They met.</p></body></html>", sniff.HTML, ""},

		{"a dump", prose, sniff.Dump, ""},
		{"a dump with a tag in it", prose + "Use <b>bold</b> words.", sniff.Dump, ""},
		{"a dump that begins with a bracket", "[Photo: Velmark Herald]\n" + prose, sniff.Dump, ""},
		{"a dump with hashtags", "#Velmark #talks\n# \n" + prose, sniff.Dump, ""},
		{"a dump with a style sheet left in it", prose + strings.Repeat(prose, 4) + strings.Repeat(".box {\n width:100%;\n}\n", 30), sniff.Dump, ""},
		{"an interview", "Herald: What now?\nMinister: We go on. There is a long way to go.\nHerald: For how long?\nMinister: As long as it takes.", sniff.Dump, ""},
		{"an article about a licence", prose + "The court held that software licensed under the Apache License may be sold.", sniff.Dump, ""},
		{"a menu", "Home\nWorld\nSport\nSign in", sniff.Dump, ""},
		{"Cyrillic in a charset of its own", "\xcf\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb \xe2\xee\xe7\xee\xe1\xed\xee\xe2\xe8\xeb\xe8\xf1\xfc.", sniff.Dump, ""},
		{"one broken byte", "Talks \xff resumed in Lorn on Tuesday.", sniff.Dump, ""},
		{"Chinese", "两国外长周二恢复会谈。\n双方表示还有很长的路要走。", sniff.Dump, ""},

		{"JSON Lines", "{\"title\":\"Talks\",\"text\":\"They met.\"}\n{\"title\":\"More\"}\n", sniff.JSONLines, ""},
		{"one line", `{"id":"1","text":"They met."}`, sniff.JSONLines, ""},
		{"the first line without, the second with a text", "{\"id\":\"1\"}\n{\"text\":\"They met.\"}\n", sniff.JSONLines, ""},
		{"a broken first line", "{\"title\":\"Talks\n{\"text\":\"They met.\"}\n", sniff.JSONLines, ""},
		{"other lines", "{\"entity\":\"Velmark\"}\n{\"entity\":\"Ostrany\"}\n", sniff.Other, "JSON Lines without title or text"},
		{"one object over many lines", "{\n \"title\": \"x\",\n \"version\": 1\n}", sniff.Other, "a JSON file that is not one article a line"},
		{"one object that opens on its first line", "{\"title\": \"x\",\n \"version\": 1\n}", sniff.Other, "a JSON file that is not one article a line"},
		{"an array", `[{"title":"x"},{"title":"y"}]`, sniff.Other, "a JSON file that is not one article a line"},
		{"an array of numbers", `[1,2,3]`, sniff.Other, "a JSON file that is not one article a line"},
		{"a JSON feed", `{"version":"https://jsonfeed.org/version/1.1","title":"Herald","items":[]}`, sniff.Feed, "a saved feed; give its address to `coranto add`"},

		{"WARC", "WARC/1.0\r\nWARC-Type: warcinfo\r\n", sniff.WARC, "a web archive"},
		{"OPML", `<?xml version="1.0"?><opml version="2.0"><body/></opml>`, sniff.OPML, "a list of feeds; add it with `coranto add FILE`"},
		{"RSS", `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>`, sniff.Feed, "a saved feed; give its address to `coranto add`"},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"></feed>`, sniff.Feed, "a saved feed; give its address to `coranto add`"},
		{"a sitemap", `<urlset><url><loc>https://herald.example/</loc></url></urlset>`, sniff.Other, "a file in XML or SGML"},
		{"SGML", "<DOC>\n<TEXT>They met.</TEXT></DOC>", sniff.Other, "a file in XML or SGML"},
		{"SVG", `<svg xmlns="http://www.w3.org/2000/svg"></svg>`, sniff.Other, "an image in SVG"},

		{"MIT", "MIT License\n\nCopyright (c) 2026 A. Nother\n\nPermission is hereby granted, free of\ncharge, to any person ... subject to the following conditions: ... THE SOFTWARE IS PROVIDED “AS IS” ...", sniff.Other, "a licence text"},
		{"a licence note", "names.csv is licensed under CC BY 4.0, see\nhttps://creativecommons.org/licenses/by/4.0/", sniff.Other, "a licence text"},
		{"a read-me", "# Pages\n\nSome pages, collected in spring.\n\n## How to use\n\nUnpack them.", sniff.Other, "a text in Markdown"},
		{"a read-me in tags", "<div align=\"center\">\n\n## pages\n[![build](https://ci.example/badge.svg)](https://ci.example)\n</div>\n\nSome pages.", sniff.Other, "a text in Markdown"},
		{"a read-me in reStructuredText", "Pages\n=====\n\nSome pages.\n\nUse\n---\n\nUnpack them.", sniff.Other, "a text in reStructuredText"},
		{"TypeScript", "export interface Place {\n  name: string;\n  code: string;\n}\n\nexport const places: Place[];", sniff.Other, "source code"},
		{"Python", "import os\n\n# walk\ndef walk(path):\n    for p in os.listdir(path):\n        print(p)\n", sniff.Other, "source code"},
		{"names in TOML", "# a desk\n[[state]]\nname = \"Velmark\"\naliases = [\"Republic of Velmark\"]\n\n[[state]]\nname = \"Ostrany\"\n", sniff.Other, "settings or data"},
		{"YAML", "name: Velmark\ncapital: Lorn\nlanguages:\n  - vel\n", sniff.Other, "settings or data"},
		{"tabs", "a\tb\n1\t2\n3\t4\n", sniff.Other, "a table"},
		{"commas", "code,name,capital\nVM,Velmark,Lorn\nOS,Ostrany,Brenn\n", sniff.Other, "a table"},
		{"a page in MIME parts", "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n", sniff.Other, "an e-mail or saved page in MIME parts"},

		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", sniff.Binary, "a file of type image/png"},
		{"PDF", "%PDF-1.7\nstream of words", sniff.Binary, "a PDF"},
		{"zip", "PK\x03\x04\x14\x00\x00\x00", sniff.Binary, "a zip archive"},
		{"zeros", strings.Repeat("\x00", 4096), sniff.Binary, "binary data"},
		{"an ELF file", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00>\x00\x01\x00\x00\x00", sniff.Binary, "binary data"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := sniff.Tell([]byte(c.in), true)
			if got.Kind != c.kind || got.Why != c.why {
				t.Errorf("got %d %q, want %d %q", got.Kind, got.Why, c.kind, c.why)
			}
		})
	}
}

// wide gives s as UTF-16.
func wide(s string, bigEndian, mark bool) []byte {
	if mark {
		s = "\ufeff" + s
	}
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if bigEndian {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestTellUTF16(t *testing.T) {
	for _, in := range []string{prose, "Переговоры возобновились во вторник в Лорне.", "<html><body>Talks</body></html>"} {
		want := sniff.Tell([]byte(in), true).Kind
		for _, b := range [][]byte{wide(in, false, true), wide(in, true, true), wide(in, false, false), wide(in, true, false)} {
			if got := sniff.Tell(b, true); got.Kind != want || !got.Wide {
				t.Errorf("% x...: got %+v, want kind %d", b[:8], got, want)
			}
		}
	}
}

// An article's line may be longer than what is looked at.
func TestTellLongFirstLine(t *testing.T) {
	line := `{"id":"1","title":"Talks","text":"` + strings.Repeat("They met. ", 20_000) + `"}` + "\n"
	if got := sniff.Tell([]byte(line+line), true); got.Kind != sniff.JSONLines {
		t.Errorf("got %+v", got)
	}
}

func FuzzTell(f *testing.F) {
	for _, s := range []string{prose, "<html>", "{\"text\":\"\"}", "[", "<!DOCTYPE x [", "<!--", "\xff\xfea", "WARC/", "a\tb\na\tb\na\tb"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		v := sniff.Tell(b, true)
		if read := v.Form() != "" || v.Kind == sniff.JSONLines; read == (v.Why != "") {
			t.Errorf("%+v: a reason is due for exactly what is not read", v)
		}
	})
}
