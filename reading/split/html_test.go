package split

import (
	"errors"
	"strings"
	"testing"
	"time"

	"coranto"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/tools/txtar"
)

// TestHTML reads the pages of testdata/html. Settings in a file's comment:
// "encoding:", "media type:", "fetched:", "url:".
func TestHTML(t *testing.T) { testGoldens(t, "testdata/html", htmlPage) }

func htmlPage(t *testing.T, name string, archive *txtar.Archive) (coranto.Page, Options) {
	t.Helper()
	page := coranto.Page{Name: name, Form: coranto.HTML, Body: archive.Files[0].Data}
	var opt Options
	for line := range strings.Lines(string(archive.Comment)) {
		setting, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		var err error
		switch setting {
		case "media type":
			page.MediaType = value
		case "url":
			page.URL = value
		case "encoding":
			e, _ := htmlindex.Get(value)
			page.Body, err = e.NewEncoder().Bytes(page.Body)
		case "fetched":
			opt.Fetched, err = time.Parse(time.RFC3339, value)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return page, opt
}

func TestHostileHTML(t *testing.T) {
	paragraph := "<p>The heron of Velmark stands on its left leg and has done so since the year 1814.</p>"
	for name, test := range map[string]struct {
		page string
		kind coranto.Kind // "" for a page that is read
	}{
		"nested 100,000 deep":          {strings.Repeat("<div>", 100_000) + paragraph, coranto.TooLarge},
		"nested links":                 {strings.Repeat("<a><p>", 100_000), ""},
		"120,000 paragraphs, 400 deep": {strings.Repeat("<div>", 400) + strings.Repeat(paragraph, 120_000), coranto.TooLarge},
		"a million elements":           {strings.Repeat("<i></i>", 1_000_000), coranto.TooLarge},
		"200,000 paragraphs":           {strings.Repeat("<p>x", 200_000), ""},
		"a class of a million":         {`<div class="` + strings.Repeat("ad ", 1_000_000) + `">` + paragraph, ""},
		"JSON-LD nested":               {`<script type="application/ld+json">` + strings.Repeat("[", 100_000) + "</script>" + paragraph, ""},
		"unclosed comment":             {"<!-- " + strings.Repeat("<p>", 100_000), ""},
		"nothing":                      {"", ""},
		"a lone byte order mark":       {"\xef\xbb\xbf", ""},
		"bytes that mean nothing":      {strings.Repeat("\xff\xfe\x00<p>", 1000), ""},
		"attributes without values":    {"<p " + strings.Repeat("a ", 100_000) + ">", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Split(coranto.Page{Name: "page.html", Form: coranto.HTML, Body: []byte(test.page)}, Options{})
			if got := coranto.KindOf(err); got != test.kind {
				t.Fatalf("kind %q, want %q: %v", got, test.kind, err)
			}
			var told *coranto.Error
			if err != nil && (!errors.As(err, &told) || told.Subject != "page.html" || told.Hint == "") {
				t.Errorf("the error does not name the page and say what to do: %v", err)
			}
		})
	}
}
