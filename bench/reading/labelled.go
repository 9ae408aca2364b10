package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"coranto"
	"coranto/bench/reading/measure"
)

// labelled is a real page with what is known about it. Bodies are the readings
// of the gold that count as right: one, or several of which the nearest counts;
// none where the body is not measured. Title, date and authors are empty where
// the labels do not give them.
type labelled struct {
	page
	bodies      []string
	title, date string
	authors     []string
	blocks      []string // the body, block by block
	headings    []string // those of blocks that are crossheads
}

// loadAEB reads the article extraction benchmark: 181 pages, bodies only.
func loadAEB(dir string) ([]labelled, error) {
	var gold map[string]struct{ ArticleBody, URL string }
	if err := readJSON(filepath.Join(dir, "ground-truth.json"), &gold); err != nil {
		return nil, err
	}
	var out []labelled
	for _, id := range sortedKeys(gold) {
		body, err := unzip(filepath.Join(dir, "html", id+".html.gz"))
		if err != nil {
			return nil, err
		}
		l := labelled{page: page{name: id, form: coranto.HTML, body: body}, bodies: []string{gold[id].ArticleBody}}
		for b := range strings.SplitSeq(gold[id].ArticleBody, "\n\n") {
			l.blocks = append(l.blocks, b)
		}
		out = append(out, l)
	}
	return out, nil
}

// loadFundus reads the pages of the Fundus parser tests with title, date,
// authors, and bodies except in Chinese, Japanese and Korean, which the measure
// does not cut into words. The standfirst may be left out of the body.
func loadFundus(dir string) ([]labelled, error) {
	var gold map[string]struct {
		URL, Title, Date                 string
		Authors, Full, Summary, Headings []string
	}
	if err := readJSON(filepath.Join(dir, "gold.json"), &gold); err != nil {
		return nil, err
	}
	var out []labelled
	for _, path := range sortedKeys(gold) {
		body, err := unzip(filepath.Join(dir, "html", path))
		if err != nil {
			return nil, err
		}
		g := gold[path]
		l := labelled{
			page:  page{name: path, url: g.URL, form: coranto.HTML, body: body},
			title: g.Title, date: g.Date[:min(10, len(g.Date))], authors: persons(g.Authors),
			blocks: g.Full, headings: g.Headings,
		}
		country, _, _ := strings.Cut(path, "/")
		if !slices.Contains([]string{"jp", "cn", "kr", "tw"}, country) {
			l.bodies = []string{strings.Join(g.Full, "\n"), strings.Join(g.Full[min(len(g.Summary), len(g.Full)):], "\n")}
		}
		out = append(out, l)
	}
	return out, nil
}

// eachAEB gives the benchmark's pages one after the other, without keeping them.
func eachAEB(dir string, do func(page)) error {
	paths, err := filepath.Glob(filepath.Join(dir, "html", "*.html.gz"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		body, err := unzip(path)
		if err != nil {
			return err
		}
		do(page{name: path, form: coranto.HTML, body: body})
	}
	return nil
}

var house = regexp.MustCompile(`(?i)redaktion|redacc|rédaction|team|staff|newsroom|news|desk|agenc|editor|online|\btv\b|radio|zeitung|\bpost\b|times|press|journal|magazin|media|reuters|bureau|service|correspondent|tagesschau|deutsche|welle`)

// persons leaves publishers, agencies and desks out of the gold's authors.
func persons(authors []string) (out []string) {
	for _, a := range authors {
		if n := len(strings.Fields(a)); n >= 2 && n <= 5 && !strings.ContainsAny(a, "0123456789/@") && !house.MatchString(a) {
			out = append(out, a)
		}
	}
	return out
}

// quality is what a program does on a set of labelled pages.
type quality struct {
	body                              measure.Score
	exact, pages                      int
	title, date, authors, haveAuthors int
	further                           int                // articles beyond the first
	nothing                           int                // pages without an article
	tp                                map[string]float64 // of each page whose body is measured
	wrong                             []string           // titles, dates and authors, in words
}

func assess(p program, set []labelled) (q quality) {
	q.tp = map[string]float64{}
	var counts []measure.Counts
	for _, l := range set {
		got := p.guarded(l.page)
		a := mainArticle(got)
		q.pages++
		q.further += max(0, len(got)-1)
		if len(got) == 0 {
			q.nothing++
		}
		if len(l.bodies) > 0 {
			c := measure.Shingles(l.bodies[0], a.text)
			for _, b := range l.bodies[1:] {
				if d := measure.Shingles(b, a.text); d.TP > c.TP {
					c = d
				}
			}
			counts = append(counts, c)
			q.tp[l.name] = c.TP
			if c.Exact() {
				q.exact++
			}
		}
		judge := func(what string, right bool, want, got any) int {
			if !right {
				q.wrong = append(q.wrong, fmt.Sprintf("%s: %s %q, not %q", l.name, what, got, want))
				return 0
			}
			return 1
		}
		if l.title != "" {
			q.title += judge("title", measure.Normal(a.headline) == measure.Normal(l.title), l.title, a.headline)
		}
		if l.date != "" {
			q.date += judge("date", strings.HasPrefix(a.date, l.date), l.date, a.date)
		}
		if len(l.authors) > 0 {
			q.haveAuthors++
			q.authors += judge("authors", slices.Equal(looseSet(a.authors), looseSet(l.authors)), l.authors, a.authors)
		}
	}
	q.body = measure.Over(counts)
	return q
}

// mainArticle is what a reader of the page came for: its first article, or the
// second where the first is a stub.
func mainArticle(got []found) found {
	switch {
	case len(got) == 0:
		return found{}
	case len(got) > 1 && len([]rune(got[0].text)) < 200 && len([]rune(got[1].text)) > 200:
		return got[1]
	}
	return got[0]
}

func looseSet(names []string) (out []string) {
	for _, n := range names {
		out = append(out, measure.Loose(n))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func readJSON(path string, into any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func unzip(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}
