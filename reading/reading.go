// Package reading turns a page into its articles and what they say. It is pure:
// bytes in, nouns out; no network, disk, clock or database.
package reading

import (
	"fmt"
	"runtime/debug"
	"time"

	"coranto"
	"coranto/reading/entity"
	"coranto/reading/event"
	"coranto/reading/figure"
	"coranto/reading/lang"
	"coranto/reading/record"
	"coranto/reading/split"
	"coranto/reading/statement"
	"coranto/reading/when"
)

// Version is the maker's version that stands in outcome rows. It grows by one
// whenever the same bytes may give other articles, so that redoing is a query.
const Version = 8

// Options is what is known about a page beyond its bytes. The zero value reads
// with the built-in names and knows nothing else.
type Options struct {
	At       string        // when its first article was published, a date or RFC 3339; "" unknown
	Fetched  time.Time     // when it was fetched; the page's own time where zero
	Language string        // BCP 47; told from the text where ""
	Names    *entity.Names // nil: entity.Builtin()
}

// Broken is a mistake of ours met on a page: the panic and where it happened.
type Broken struct {
	Value any
	Stack []byte
}

func (b *Broken) Error() string { return fmt.Sprintf("the reader broke on it: %v", b.Value) }

// Read returns the articles of a page in page order, with what they say; none
// when the page holds only furniture. A panic costs the page it happened on
// alone: it comes back as an error of kind Internal that wraps *Broken.
func Read(page coranto.Page, opt Options) (articles []coranto.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			articles = nil
			err = &coranto.Error{Kind: coranto.Internal, Op: "read", Subject: page.Name, Err: &Broken{p, debug.Stack()}, Hint: "report it with the page"}
		}
	}()
	if opt.Names == nil {
		opt.Names = entity.Builtin()
	}
	if page.Form == coranto.Record {
		a, err := fromRecord(page)
		if err != nil {
			return nil, err
		}
		Annotate(&a, opt.Names)
		return []coranto.Article{a}, nil
	}
	articles, err = split.Split(page, split.Options{At: opt.At, Fetched: opt.Fetched, Language: opt.Language})
	if err != nil {
		return nil, err
	}
	for i := range articles {
		if page.Form == coranto.Plain {
			articles[i].Language = opt.Language
		}
		Annotate(&articles[i], opt.Names)
	}
	return articles, nil
}

// fromRecord takes an article as its line of JSON Lines gives it: the text
// verbatim, the date as told.
func fromRecord(page coranto.Page) (coranto.Article, error) {
	r, err := record.Parse(page.Name, page.Body)
	if err != nil {
		return coranto.Article{}, err
	}
	a := coranto.Article{
		ExternalID: string(r.ID), URL: r.URL, Page: page.Name, N: 1,
		Kind: coranto.Report, Headline: r.Title, Publisher: coranto.Byline{Name: r.Source},
		Language: r.Lang, Text: r.Text,
	}
	if r.Date != "" {
		a.Published = &coranto.Dating{From: r.Date, To: r.Date, Basis: coranto.Given}
	}
	return a, nil
}

// Annotate fills in what the text of an article says.
func Annotate(a *coranto.Article, names *entity.Names) {
	if a.Language == "" {
		a.Language = lang.Identify(a.Headline + "\n" + a.Text)
	}
	a.Sentences = lang.Sentences(a.Text)
	a.Times = times(a)
	a.Entities = entity.Find(a.Text, a.Sentences, a.Headline, names)
	if from := firstDay(a); from != "" {
		a.Entities = entity.ResolveOffices(a.Text, a.Entities, from, a.Published.To, names)
	}
	a.Statements = statement.Find(a.Text, a.Sentences, a.Times, a.Entities, a.Language)
	a.Events, a.Appointments = event.Read(a.Text, a.Sentences, a.Times, a.Entities, firstDay(a), a.Language)
	a.Figures, a.Caveats = figure.Read(a.Text, a.Sentences, a.Times, a.Entities, a.Statements, a.Language)
}

// times finds the dates in the text. Where only an interval of few days is known
// for its publication, a date has the value that it has from the first of them
// and from the last, and none where these differ.
func times(a *coranto.Article) []coranto.Time {
	from := firstDay(a)
	found := when.Find(a.Text, a.Sentences, from, a.Language)
	if from == "" || day(from) == day(a.Published.To) {
		return found
	}
	last := when.Find(a.Text, a.Sentences, a.Published.To, a.Language)
	for i := range found {
		if i >= len(last) || last[i] != found[i] {
			found[i].Value = ""
		}
	}
	return found
}

// firstDay is the day of publication, or the first of an interval of less than a
// week; "" where nothing closer is known.
func firstDay(a *coranto.Article) string {
	if a.Published == nil {
		return ""
	}
	from, err := time.Parse(time.DateOnly, day(a.Published.From))
	if err != nil {
		return ""
	}
	to, err := time.Parse(time.DateOnly, day(a.Published.To))
	if err != nil || to.Sub(from) >= 7*24*time.Hour || to.Before(from) {
		return ""
	}
	return a.Published.From
}

func day(date string) string { return date[:min(len(date), len("2006-01-02"))] }
