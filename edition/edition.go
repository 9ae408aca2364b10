// Package edition answers what a reader asks: what is on the front page, what a
// story is told by and who said what in it, what an article says, where words
// are found, what came in and what did not. It turns what the archive keeps
// into views, plain values in reading order that any face (web, terminal) can
// show. It knows nothing of HTML, but gives the addresses of things, since
// evidence is an address: an article, a version of it, a sentence.
package edition

import (
	"context"
	"net/url"
	"strconv"
	"time"

	"coranto"
	"coranto/archive"
)

// Archive is what an edition asks of a store.
type Archive interface {
	Counts(ctx context.Context) (archive.Counts, error)
	Stories(ctx context.Context, q archive.StoryQuery) ([]coranto.Story, error)
	Story(ctx context.Context, id string) (coranto.Story, error)
	Article(ctx context.Context, id string, version int) (archive.Kept, error)
	Articles(ctx context.Context, storyID string) ([]archive.Kept, error)
	Search(ctx context.Context, words [][]string, limit, offset int) ([]archive.Hit, int, error)
	Original(ctx context.Context, pageID string) (coranto.Page, error)
	Outcomes(ctx context.Context, statuses ...archive.Status) ([]archive.Outcome, error)
	Storyline(ctx context.Context, id string) (archive.Storyline, error)
	Texts(ctx context.Context, q archive.TextQuery, yield func(archive.Text) error) error
	Naming(ctx context.Context, entityID string, limit int) ([]archive.Hit, error)
	Findings(ctx context.Context, q archive.FindingQuery) ([]archive.Finding, error)
	Sources(ctx context.Context) ([]coranto.Source, error)
	Corrections(ctx context.Context, articleIDs ...string) ([]coranto.Correction, error)
	Arrangements(ctx context.Context) ([]coranto.Arrangement, error)
}

// Names knows publishers: country, kind, owner; and what belongs to which state.
// What it does not know it says by false, or "".
type Names interface {
	Publisher(name, domain string) (coranto.Publisher, bool)
	// StateOf returns the state that a place lies in or a person acts for.
	StateOf(name string) string
}

// Edition builds views. It keeps nothing between two questions and may be asked
// from many goroutines.
type Edition struct {
	archive Archive
	names   Names
	now     func() time.Time
}

// New returns an edition of what the archive holds. Names may be nil: then
// nothing is known of any publisher but its name. Times are told as seen from
// now, in its zone; nil means time.Now.
func New(a Archive, names Names, now func() time.Time) *Edition {
	if now == nil {
		now = time.Now
	}
	return &Edition{archive: corrected{a}, names: names, now: now}
}

// Now is the moment from which times are told.
func (e *Edition) Now() time.Time { return e.now() }

// Masthead is what stands at the head of every page.
type Masthead struct {
	Today  Stamp
	Counts archive.Counts
}

// Masthead returns today's date and how much the desk holds.
func (e *Edition) Masthead(ctx context.Context) (Masthead, error) {
	counts, err := e.archive.Counts(ctx)
	if err != nil {
		return Masthead{}, err
	}
	now := e.now()
	return Masthead{
		Today:  Stamp{Text: now.Format("Monday 2 January 2006"), Machine: now.Format(time.DateOnly)},
		Counts: counts,
	}, nil
}

// Original returns the page on which a version of an article stands, as it came;
// version 0 is the current one.
func (e *Edition) Original(ctx context.Context, articleID string, version int) (coranto.Page, error) {
	kept, err := e.archive.Article(ctx, articleID, version)
	if err != nil {
		return coranto.Page{}, err
	}
	return e.archive.Original(ctx, kept.Page)
}

func storyHref(id string) string { return "/stories/" + url.PathEscape(id) }

func articleHref(id string) string { return "/articles/" + url.PathEscape(id) }

// sentenceHref is the address of a sentence in the version it was taken from.
// Sentence 0 is the article's beginning.
func sentenceHref(id string, version, sentence int) string {
	href := articleHref(id)
	if version > 0 {
		href += "?v=" + strconv.Itoa(version)
	}
	if sentence > 0 {
		href += "#s" + strconv.Itoa(sentence)
	}
	return href
}
