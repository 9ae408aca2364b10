package main

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"coranto"
	"coranto/bench/reading/compose"
	"coranto/bench/reading/measure"
)

// What composed pages are made of and with.
const (
	pagesEach     = 16 // of each layout
	composeSeed   = 1621
	leastWords    = 120 // of an article that is used
	mostWords     = 1500
	mostBlocks    = 60
	leastBlocks   = 4
	leastHeadline = 4 // words
	mostHeadline  = 25
)

// composed is one page of several articles in one form.
type composed struct {
	page
	layout string
	form   string // "html", or the form of dump
	known  []measure.Piece
	names  [][]string // printed above each: its authors, or its publisher; nil none
}

// composeFrom makes pages out of the labelled texts.
func composeFrom(sets ...[]labelled) ([]composed, error) {
	var known []compose.Article
	for _, set := range sets {
		for _, l := range set {
			if a, ok := l.article(); ok {
				known = append(known, a)
			}
		}
	}
	var out []composed
	for _, p := range compose.Pages(known, pagesEach, composeSeed) {
		var pieces []measure.Piece
		var names [][]string
		for _, a := range p.Articles {
			pieces = append(pieces, measure.Piece{Headline: a.Headline, Text: a.Text()})
			if a.Publisher != "" {
				names = append(names, []string{a.Publisher})
			} else {
				names = append(names, a.Authors)
			}
		}
		out = append(out, composed{page{name: p.Name, form: coranto.HTML, body: []byte(p.HTML)}, p.Layout, "html", pieces, names})
		for _, form := range compose.Forms {
			text, err := p.Dump(form)
			if err != nil {
				return nil, err
			}
			out = append(out, composed{page{name: p.Name + " " + string(form), form: coranto.Dump, body: []byte(text)}, p.Layout, string(form), pieces, names})
		}
	}
	return out, nil
}

// article is a labelled page's text as a known article, if it is fit for one:
// prose, neither a stub nor endless, with a headline. Every line is a sentence or
// a crosshead by the labels; others (credits, promos) are text by some labels and
// not by others. Where the labels give no headline, the page's first <h1> is it,
// if the <title> says the same.
func (l labelled) article() (compose.Article, bool) {
	a := compose.Article{Headline: flat(l.title), Authors: l.authors[:min(2, len(l.authors))]}
	words := 0
	for _, b := range l.blocks {
		text := flat(b)
		if !strings.ContainsFunc(text, unicode.IsLetter) {
			continue
		}
		crosshead := slices.Contains(l.headings, b)
		if !crosshead && !endsSentence(text) || legal.MatchString(text) {
			return a, false
		}
		words += len(measure.Words(text))
		a.Blocks = append(a.Blocks, compose.Block{Text: text, Crosshead: crosshead})
	}
	if a.Headline == "" {
		a.Headline = headlineOf(l.body)
	}
	n, blocks := len(strings.Fields(a.Headline)), len(a.Blocks)
	fit := n >= leastHeadline && n <= mostHeadline && words >= leastWords && words <= mostWords &&
		blocks >= leastBlocks && blocks <= mostBlocks && !a.Blocks[0].Crosshead && !a.Blocks[blocks-1].Crosshead
	return a, fit
}

var legal = regexp.MustCompile(`(?i)©|copyright \d|rights reserved`)

func endsSentence(text string) bool {
	return strings.ContainsAny(text[max(0, len(text)-6):], ".?!…:")
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func headlineOf(body []byte) string {
	doc, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		return ""
	}
	var title, h1 string
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.Title && title == "":
			title = flat(textOf(n))
		case n.DataAtom == atom.H1 && h1 == "":
			h1 = flat(textOf(n))
		}
	}
	if !strings.Contains(measure.Loose(title), measure.Loose(h1)) {
		return ""
	}
	return h1
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return b.String()
}

// recovered sums up what a program finds on composed pages of one kind.
type recovered struct{ known, whole, headlines, extra, named, names int }

func (r *recovered) add(m measure.Recovery) {
	r.known += m.Known
	r.whole += m.Whole
	r.headlines += m.Headlines
	r.extra += m.Extra
}

// addNames counts the articles that print who wrote or published them, and
// those whose found counterpart names the same.
func (r *recovered) addNames(c composed, m measure.Recovery, got []found) {
	for k, names := range c.names {
		if len(names) == 0 {
			continue
		}
		r.names++
		if f := m.Of[k]; f >= 0 && (slices.Equal(looseSet(got[f].authors), looseSet(names)) || got[f].publisher == names[0]) {
			r.named++
		}
	}
}

// takeApart runs a program over the composed pages it can read: sums for each
// layout of HTML and each form of dump, "" for all HTML and "dumps" for all
// dumps; and what was not recovered, in words.
func takeApart(p program, pages []composed) (sums map[string]*recovered, failures []string) {
	sums = map[string]*recovered{}
	for _, c := range pages {
		if c.form != "html" && !p.dumps {
			continue
		}
		got := p.guarded(c.page)
		pieces := make([]measure.Piece, len(got))
		for i, f := range got {
			pieces[i] = measure.Piece{Headline: f.headline, Text: f.text}
		}
		m := measure.Recover(c.known, pieces)
		keys := []string{"", c.layout}
		if c.form != "html" {
			keys = []string{"dumps", c.form, "dumps " + c.layout}
		}
		for _, key := range keys {
			if sums[key] == nil {
				sums[key] = &recovered{}
			}
			sums[key].add(m)
			sums[key].addNames(c, m, got)
		}
		failures = append(failures, explain(c, m, pieces)...)
	}
	return sums, failures
}

// explain says what went wrong with each article of a page: nothing near it was
// found; it was found with words of others (excess) or without words of its own
// (missing), the first of them quoted; its headline is another.
func explain(c composed, m measure.Recovery, got []measure.Piece) (out []string) {
	for k, want := range c.known {
		var what string
		if m.Of[k] < 0 {
			what = "not found" + gluedInto(want, got)
		} else {
			g := got[m.Of[k]]
			if !m.WholeAt[k] {
				what += "text: " + difference(want.Text, g.Text)
			}
			if measure.Normal(want.Headline) != measure.Normal(g.Headline) {
				what += fmt.Sprintf(" headline: %q", g.Headline)
			}
		}
		if what != "" {
			out = append(out, fmt.Sprintf("%s: article %d of %d, %q: %s", c.name, k+1, len(c.known), want.Headline, strings.TrimSpace(what)))
		}
	}
	if m.Extra > 0 {
		var heads []string
		for i, g := range got {
			if !slices.Contains(m.Of, i) {
				heads = append(heads, fmt.Sprintf("%q (%d words)", g.Headline, len(strings.Fields(g.Text))))
			}
		}
		out = append(out, fmt.Sprintf("%s: %d extra: %s", c.name, m.Extra, strings.Join(heads, ", ")))
	}
	return out
}

// gluedInto names the found article in which most of the known one's blocks
// stand, "" when there is none.
func gluedInto(want measure.Piece, got []measure.Piece) string {
	for _, g := range got {
		have, n, all := measure.Loose(g.Text), 0, 0
		for b := range strings.SplitSeq(want.Text, "\n\n") {
			all++
			if strings.Contains(have, measure.Loose(b)) {
				n++
			}
		}
		if 2*n >= all {
			return fmt.Sprintf(", %d of %d blocks glued into %q (%d words)", n, all, g.Headline, len(strings.Fields(g.Text)))
		}
	}
	return ", nor most of its blocks elsewhere"
}

// difference quotes the blocks that one text has and the other lacks.
func difference(want, got string) string {
	lacking := func(in, of string) string {
		n, first := 0, ""
		have := measure.Loose(of)
		for b := range strings.SplitSeq(in, "\n") {
			if l := measure.Loose(b); l != "" && !strings.Contains(have, l) {
				if n == 0 {
					first = b
				}
				n++
			}
		}
		if n == 0 {
			return "none"
		}
		if r := []rune(first); len(r) > 70 {
			first = string(r[:70]) + "..."
		}
		return fmt.Sprintf("%d blocks (%q)", n, first)
	}
	return "excess " + lacking(got, want) + ", missing " + lacking(want, got)
}
