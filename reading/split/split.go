// Package split takes a page apart into the articles on it: bytes in, articles
// out, with everything but what they say. An article's text is the publisher's,
// whole and in order, and what was cut from inside it can be seen.
//
// There are two forms of page, the HTML that a publisher serves and the
// plain-text dump that a crawler leaves of it, and one model of both:
//
//	block    a run of text on lines of its own               block.go
//	look     what its words alone tell: prose, a time, a
//	         byline, a credit, a label of the page           look.go
//	story    where an article stands among the blocks        block.go
//	role     what a block is in its story: headline, body,
//	         crosshead, caption, key point, byline, cut ...  role.go
//	article  a story's blocks put together by their roles    assemble.go, head.go
//
// What a form knows besides words is evidence for the same steps. HTML has
// elements, their classes, and what the page says of itself outside its text
// (html_*.go, meta_*.go); a dump has blank lines, repetitions and neighbours
// (dump_*.go). The two forms part in three places, all in this file: how a page is
// read into blocks, where its stories begin and end, and which roles the form
// gives before the rules for both correct them. Where stories end is told by other
// evidence in each, because elements tell so much more: the labelled pages of the
// article extraction benchmark and of Fundus, whose bodies are read with F1 .98,
// give .87 and .84 as dumps of their visible text.
package split

import (
	"strings"
	"time"

	"coranto"
)

// Options is what the reader of a page knows beyond its bytes. The zero value
// knows nothing.
type Options struct {
	At       string    // when the page's first article was published, as a date or RFC 3339; "" unknown
	Fetched  time.Time // when the page was fetched, for "3 hours ago"; zero unknown
	Language string    // BCP 47; "" to tell it from the text
}

// Split returns the articles of a page in page order; none for a page that is
// only furniture. It fails for bytes that cannot be a page: too deeply nested,
// nothing in them. A Record is not split: it is one article already.
func Split(pg coranto.Page, opt Options) ([]coranto.Article, error) {
	if opt.Fetched.IsZero() {
		opt.Fetched = pg.Fetched
	}
	var (
		p   *page
		err error
	)
	var articles []coranto.Article
	switch pg.Form {
	case coranto.Plain:
		articles = []coranto.Article{plainArticle(pg.Body)}
	case coranto.Dump:
		p, err = readDump(pg)
	case coranto.HTML:
		p, err = readHTML(pg)
	default:
		return nil, coranto.Errorf(coranto.Internal, "split", pg.Name, "", "no way to split a page of form %q", pg.Form)
	}
	if err != nil {
		return nil, err
	}
	if p != nil {
		articles = p.articles(opt)
	}
	for i := range articles {
		articles[i].Page = pg.Name
		articles[i].N = i + 1
	}
	if len(articles) > 0 && opt.At != "" {
		articles[0].Published = &coranto.Dating{From: opt.At, To: opt.At, Basis: coranto.Given}
	}
	return articles, nil
}

// articles returns the articles of a page: its stories are bounded, their blocks
// given roles, and an article made of each.
func (p *page) articles(opt Options) (out []coranto.Article) {
	seen := map[string]bool{} // pages that scroll without end print one text again and again
	for i, s := range p.bound() {
		if !s.of.label(&s) {
			continue
		}
		a := s.of.article(s, opt)
		if seen[a.Text] || i == 0 && p.isFront(a, s) {
			continue
		}
		seen[a.Text] = true
		out = append(out, *a)
	}
	return out
}

// bound finds where the articles of a page begin and end.
func (p *page) bound() []story {
	if p.elements != nil {
		return p.boundHTML()
	}
	return p.boundDump()
}

// label gives the blocks of a story their roles; false for what is no article.
func (p *page) label(s *story) bool {
	if p.elements != nil {
		return p.labelHTML(s)
	}
	return p.labelDump(s)
}

// plainArticle takes the bytes as the text of exactly one article: nothing is
// sniffed, split, removed or dated. Invalid UTF-8 becomes U+FFFD, because
// offsets are UTF-8.
func plainArticle(body []byte) coranto.Article {
	return coranto.Article{Kind: coranto.Report, Text: strings.ToValidUTF8(string(body), "\uFFFD")}
}
