// Package split takes a page apart into the articles on it: bytes in, articles
// out, with everything but what they say. It knows two kinds of page, the HTML
// that a publisher serves (html*.go) and the plain-text dump that a crawler
// leaves of it (dump*.go), and one rule for both: an article's text is the
// publisher's, whole and in order, and what was cut from inside it can be seen.
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
func Split(page coranto.Page, opt Options) ([]coranto.Article, error) {
	if opt.Fetched.IsZero() {
		opt.Fetched = page.Fetched
	}
	var (
		articles []coranto.Article
		err      error
	)
	switch page.Form {
	case coranto.Plain:
		articles, err = plainArticle(page)
	case coranto.Dump:
		text, _ := decode(page.Body, page.MediaType)
		articles = dumpArticles(text, opt)
	case coranto.HTML:
		articles, err = htmlArticles(page, opt)
	default:
		return nil, coranto.Errorf(coranto.Internal, "split", page.Name, "", "no way to split a page of form %q", page.Form)
	}
	if err != nil {
		return nil, err
	}
	for i := range articles {
		articles[i].Page = page.Name
		articles[i].N = i + 1
	}
	if len(articles) > 0 && opt.At != "" {
		articles[0].Published = &coranto.Dating{From: opt.At, To: opt.At, Basis: coranto.Given}
	}
	return articles, nil
}

// plainArticle takes the bytes as the text of exactly one article: nothing is
// sniffed, split, removed or dated. Invalid UTF-8 becomes U+FFFD, because
// offsets are UTF-8.
func plainArticle(page coranto.Page) ([]coranto.Article, error) {
	text := strings.ToValidUTF8(string(page.Body), "\uFFFD")
	return []coranto.Article{{Kind: coranto.Report, Text: text}}, nil
}
