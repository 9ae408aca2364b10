package edition

import (
	"context"

	"coranto"
	"coranto/archive"
	"coranto/desk/compare"
)

// Copied is what an article copies, and what its publisher made of it.
type Copied struct {
	Told
	Tally
	Agency     string // whose text it is, as either credits; "" unknown
	Cut, Added []Linked
}

// Linked is a sentence, with the address where it stands.
type Linked struct{ Text, Href string }

// maxCopied is how many sentences of either kind are shown.
const maxCopied = 40

// copied compares an article with the current version of the one that it copies.
func (e *Edition) copied(ctx context.Context, k *archive.Kept, of coranto.Head) (*Copied, error) {
	original, err := e.archive.Article(ctx, of.ID, 0)
	if err != nil {
		return nil, err
	}
	was, is := &original.Article, &k.Article
	made := compare.Made(printing(was), printing(is))
	out := &Copied{Told: e.told(of), Agency: compare.LineageOf([]compare.Printing{printing(was), printing(is)}).Agency}
	out.Tally = tally(was, is, differences(was, is))
	out.Around = nil // of another publisher: its captions are its own
	out.Cut, out.Added = linked(&original, made.Cut), linked(k, made.Added)
	return out, nil
}

func printing(a *coranto.Article) compare.Printing {
	p := compare.Printing{ID: a.ID, Publisher: a.Publisher.Name, Agencies: a.Agencies, Text: a.Text, Sentences: a.Sentences}
	if a.Published != nil {
		p.Published = a.Published.From
	}
	return p
}

func linked(k *archive.Kept, spans []coranto.Span) []Linked {
	var out []Linked
	for _, s := range spans[:min(len(spans), maxCopied)] {
		a := &k.Article
		out = append(out, Linked{s.In(a.Text), sentenceHref(a.ID, k.Version, a.SentenceAt(s.Start))})
	}
	return out
}
