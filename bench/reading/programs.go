package main

import (
	"bytes"
	"fmt"
	nurl "net/url"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability"
	"github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"coranto"
	"coranto/reading"
	"coranto/reading/split"
)

// found is an article as a program gives it: a headline, date or author that
// the program does not give is empty.
type found struct {
	headline, text string
	date           string // begins with YYYY-MM-DD
	authors        []string
	publisher      string
}

// page is the bytes of one page and what is known about where they come from.
type page struct {
	name string
	url  string
	form coranto.Form
	body []byte
}

// program is one contestant. Read takes the raw bytes of a page to its
// articles; a refusal is no articles.
type program struct {
	name  string
	dumps bool // it reads plain-text dumps too
	read  func(page) []found
}

// programs are run in this order, the yardstick last.
func programs() []program {
	return []program{
		{"coranto split", true, func(p page) []found {
			return ours(split.Split(p.coranto(), split.Options{}))
		}},
		{"coranto read", true, func(p page) []found {
			return ours(reading.Read(p.coranto(), reading.Options{}))
		}},
		{"go-trafilatura", false, func(p page) []found { return trafilaturaReads(p, false) }},
		{"go-trafilatura, fallback", false, func(p page) []found { return trafilaturaReads(p, true) }},
		{"go-readability", false, readabilityReads},
		{"go-domdistiller", false, domdistillerReads},
		{parseAlone, false, func(p page) []found {
			if _, err := html.Parse(bytes.NewReader(p.body)); err != nil {
				return nil
			}
			return nil
		}},
	}
}

// parseAlone is no contestant: what every one of them pays before it begins.
const parseAlone = "html.Parse alone"

// guarded runs a program on a page; a panic is a page without articles.
func (p program) guarded(pg page) (got []found) {
	defer func() {
		if r := recover(); r != nil {
			complain("%s: panic on %s: %v", p.name, pg.name, r)
			got = nil
		}
	}()
	return p.read(pg)
}

func (p page) coranto() coranto.Page {
	return coranto.Page{Name: p.name, URL: p.url, Form: p.form, Body: p.body}
}

// address is nil where it is unknown, which every peer allows.
func (p page) address() *nurl.URL {
	u, err := nurl.Parse(p.url)
	if err != nil || p.url == "" {
		return nil
	}
	return u
}

func ours(articles []coranto.Article, err error) []found {
	if err != nil {
		return nil
	}
	out := make([]found, len(articles))
	for i, a := range articles {
		out[i] = found{headline: a.Headline, text: a.Text, authors: a.Authors, publisher: a.Publisher.Name}
		if a.Published != nil {
			out[i].date = a.Published.From
		}
	}
	return out
}

func trafilaturaReads(p page, fallback bool) []found {
	r, err := trafilatura.Extract(bytes.NewReader(p.body), trafilatura.Options{
		OriginalURL: p.address(), EnableFallback: fallback, ExcludeComments: true,
	})
	if err != nil {
		return nil
	}
	f := found{headline: r.Metadata.Title, text: r.ContentText, authors: people(r.Metadata.Author), publisher: r.Metadata.Sitename}
	if !r.Metadata.Date.IsZero() {
		f.date = r.Metadata.Date.Format("2006-01-02")
	}
	return []found{f}
}

func readabilityReads(p page) []found {
	r, err := readability.FromReader(bytes.NewReader(p.body), p.address())
	if err != nil {
		return nil
	}
	f := found{headline: r.Title, text: r.TextContent, authors: people(r.Byline), publisher: r.SiteName}
	if r.PublishedTime != nil {
		f.date = r.PublishedTime.Format("2006-01-02")
	}
	return []found{f}
}

func domdistillerReads(p page) []found {
	r, err := distiller.ApplyForReader(bytes.NewReader(p.body), &distiller.Options{OriginalURL: p.address(), SkipPagination: true})
	if err != nil {
		return nil
	}
	f := found{headline: r.Title, text: r.Text, date: r.MarkupInfo.Article.PublishedTime, authors: r.MarkupInfo.Article.Authors, publisher: r.MarkupInfo.Publisher}
	if len(f.authors) == 0 {
		f.authors = people(r.MarkupInfo.Author)
	}
	return []found{f}
}

// people takes the one line in which a peer gives its authors apart, to that
// peer's advantage: at every sign and word that usually stands between names.
func people(line string) []string {
	for _, and := range []string{" and ", " und ", " et ", " y ", ";", "|", "&", "\n"} {
		line = strings.ReplaceAll(line, and, ",")
	}
	var out []string
	for name := range strings.SplitSeq(line, ",") {
		name = strings.TrimSpace(name)
		for _, by := range []string{"By ", "by ", "BY ", "Von ", "von ", "Par ", "Por "} {
			name = strings.TrimPrefix(name, by)
		}
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// only returns the program of that name.
func only(name string) (program, error) {
	for _, p := range programs() {
		if p.name == name {
			return p, nil
		}
	}
	return program{}, fmt.Errorf("no program %q", name)
}
