// Package compose builds pages that hold several known articles, in layouts and
// markup of its own, around texts that the caller brings. The same articles and
// seed give the same pages, byte for byte.
package compose

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// Article is one that is known to the word.
type Article struct {
	Headline string
	Authors  []string
	Blocks   []Block

	Publisher, Age string // as printed above it, "" where the layout prints none
}

// Block is a paragraph or a crosshead.
type Block struct {
	Text      string
	Crosshead bool
}

// Text is the body as it stands on the page, one blank line between blocks.
func (a Article) Text() string {
	var parts []string
	for _, b := range a.Blocks {
		parts = append(parts, b.Text)
	}
	return strings.Join(parts, "\n\n")
}

// Page is a page and the articles on it, in page order.
type Page struct {
	Name     string // layout, number, variety
	Layout   string
	Language string
	HTML     string
	Articles []Article
}

// layout writes the part of a page between its header and its footer and
// returns the articles as a reader would count them.
type layout struct {
	name        string
	least, most int // articles on a page
	write       func(*writer, []Article) []Article
}

var layouts = []layout{
	{"related", 3, 5, (*writer).related},
	{"articles", 3, 6, (*writer).articles},
	{"divs", 3, 6, (*writer).divs},
	{"flat h2", 3, 5, (*writer).flat},
	{"scroll", 2, 4, (*writer).scroll},
	{"next story", 2, 3, (*writer).next},
	{"live", 4, 7, (*writer).live},
	{"aggregator", 3, 6, (*writer).aggregator},
}

// Layouts are the names of the layouts, in order.
func Layouts() (names []string) {
	for _, l := range layouts {
		names = append(names, l.name)
	}
	return names
}

// Pages composes each pages of every layout. Articles of languages that have no
// phrases here are left out, and so is a layout that has too few to choose from.
func Pages(known []Article, each int, seed uint64) []Page {
	byLanguage := map[string][]Article{}
	for _, a := range known {
		if code := Language(a.Text()); code != "" {
			byLanguage[code] = append(byLanguage[code], a)
		}
	}
	order := []string{"en", "de", "en", "de", "en"} // five, so that each meets every dialect and variety
	var out []Page
	for li, l := range layouts {
		for n := range each {
			code := order[n%len(order)]
			pool := byLanguage[code]
			if len(pool) < l.most+3 {
				code, pool = "en", byLanguage["en"]
			}
			if len(pool) < l.most+3 {
				continue
			}
			w := newWriter(code, rand.New(rand.NewPCG(seed, uint64(li*1000+n))), n)
			chosen, others := w.choose(pool, l.least+w.IntN(l.most-l.least+1))
			w.others = others
			p := Page{Layout: l.name, Language: code, Name: fmt.Sprintf("%s %02d %s %s", l.name, n, code, w.dialect.name)}
			p.Articles = w.page(l, chosen)
			p.HTML = w.String()
			out = append(out, p)
		}
	}
	return out
}

// choose takes n articles and six others whose headlines may tease.
func (w *writer) choose(pool []Article, n int) (chosen, others []Article) {
	for _, i := range w.Perm(len(pool)) {
		a := pool[i]
		if slices.ContainsFunc(chosen, func(b Article) bool { return b.Headline == a.Headline }) {
			continue
		}
		if len(chosen) < n {
			if len(a.Authors) == 0 {
				a.Authors = []string{writers[w.IntN(len(writers))]}
			}
			chosen = append(chosen, a)
		} else if len(others) < 6 {
			others = append(others, a)
		}
	}
	return chosen, others
}
