package edition

import (
	"context"
	"strings"

	"coranto"
	"coranto/archive"
	"coranto/reading/lang"
)

// ResultsPerPage is how many articles one page of a search shows.
const ResultsPerPage = 20

// scanned caps how much of an article is searched for the sentence to show, in
// bytes.
const scanned = 256 << 10

// longestQuery caps what is asked of the index, in bytes.
const longestQuery = 400

// Results is where words are found.
type Results struct {
	Query       string
	Total       int
	Page, Pages int
	Found       []Found
}

// Found is an article with the sentence that holds most of the words.
type Found struct {
	Told
	Headline []Lit
	Snippet  []Lit  // empty when the words stand in the headline alone
	Sentence string // address of the sentence; of the article when it is not in the text
	Story    string
}

// Lit is a stretch of text; On where it is one of the words looked for.
type Lit struct {
	Text string
	On   bool
}

// Search finds the articles that hold all words of a query, the last one also
// as the beginning of a word. A query without words finds nothing; a page beyond
// the last is NotFound.
func (e *Edition) Search(ctx context.Context, query string, page int) (*Results, error) {
	query = tidy(strings.ToValidUTF8(query, ""))
	if len(query) > longestQuery {
		return nil, coranto.Errorf(coranto.Usage, "search", "", "ask in fewer words",
			"the query is longer than %d bytes", longestQuery)
	}
	r := &Results{Query: query, Page: max(1, page), Pages: 1}
	words := lang.QueryWords(query, "und")
	if len(words) == 0 {
		return r, nil
	}
	hits, total, err := e.archive.Search(ctx, words, ResultsPerPage, (r.Page-1)*ResultsPerPage)
	if err != nil {
		return nil, err
	}
	r.Total = total
	r.Pages = max(1, (total+ResultsPerPage-1)/ResultsPerPage)
	if r.Page > r.Pages {
		return nil, coranto.Errorf(coranto.NotFound, "search", query, "go to the first page", "there are pages 1 to %d", r.Pages)
	}
	look := lookFor(words)
	for _, hit := range hits {
		kept, err := e.archive.Article(ctx, hit.Head.ID, 0)
		if err != nil {
			return nil, err
		}
		r.Found = append(r.Found, e.found(look, hit, &kept))
	}
	return r, nil
}

func (e *Edition) found(look look, hit archive.Hit, k *archive.Kept) Found {
	a := &k.Article
	f := Found{
		Told:     e.told(hit.Head),
		Headline: look.light(firstOf(a.Headline, "(no headline)"), a.Language),
		Sentence: sentenceHref(a.ID, k.Version, 0),
		Story:    storyHref(hit.Story),
	}
	n := look.best(a)
	if n > 0 {
		words := a.Sentences[n-1].In(a.Text)
		f.Snippet = around(look.light(tidy(words), a.Language))
		f.Sentence = sentenceHref(a.ID, k.Version, n)
	}
	return f
}

// look is the words of a query, each in all its forms; the last one also as the
// beginning of a word.
type look struct {
	forms  map[string]int // form: number of the query's word, from 1
	prefix string
	last   int
}

func lookFor(words [][]string) look {
	l := look{forms: map[string]int{}, last: len(words), prefix: words[len(words)-1][0]}
	for i, forms := range words {
		for _, f := range forms {
			if l.forms[f] == 0 {
				l.forms[f] = i + 1
			}
		}
	}
	return l
}

// match returns the number of the query's word that a text's word answers, or
// 0.
func (l look) match(word string) int {
	if n := l.forms[word]; n > 0 {
		return n
	}
	if strings.HasPrefix(word, l.prefix) {
		return l.last
	}
	return 0
}

// best returns the number of the sentence that holds most of the query's
// words, the first of equals; 0 when none holds any.
func (l look) best(a *coranto.Article) int {
	held := map[int]map[int]bool{}
	best := 0
	text := a.Text
	if len(text) > scanned {
		text = strings.ToValidUTF8(text[:scanned], "")
	}
	for _, t := range lang.SearchTerms(text, a.Language) {
		w := l.match(t.Word)
		if w == 0 {
			continue
		}
		n := a.SentenceAt(t.Start)
		if held[n] == nil {
			held[n] = map[int]bool{}
		}
		held[n][w] = true
		if n > 0 && (best == 0 || len(held[n]) > len(held[best])) {
			best = n
		}
	}
	return best
}

// light cuts a text in a language at the words looked for.
func (l look) light(text, language string) []Lit {
	var lit []Lit
	add := func(s coranto.Span, on bool) {
		if s.Len() == 0 {
			return
		}
		if n := len(lit); n > 0 && lit[n-1].On == on {
			lit[n-1].Text += s.In(text)
			return
		}
		lit = append(lit, Lit{s.In(text), on})
	}
	at := 0
	for _, t := range lang.SearchTerms(text, language) {
		if l.match(t.Word) == 0 || t.End <= at {
			continue
		}
		start := max(at, t.Start) // pairs of unspaced characters overlap
		add(coranto.Span{Start: at, End: start}, false)
		add(coranto.Span{Start: start, End: t.End}, true)
		at = t.End
	}
	add(coranto.Span{Start: at, End: len(text)}, false)
	return lit
}

// around shortens a long sentence, keeping what stands about the first lit
// word.
func around(lit []Lit) []Lit {
	const before, after = 120, 260
	size := 0
	for i := range lit {
		switch {
		case !lit[i].On && i == 0 && len(lit) > 1 && len(lit[0].Text) > before:
			text := lit[0].Text
			if j := strings.IndexByte(text[len(text)-before:], ' '); j >= 0 {
				lit[0].Text = "… " + text[len(text)-before+j+1:]
			}
		case !lit[i].On && size+len(lit[i].Text) > before+after:
			lit[i].Text = cut(lit[i].Text, max(40, before+after-size))
			return lit[:i+1]
		}
		size += len(lit[i].Text)
	}
	return lit
}
