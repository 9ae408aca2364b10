// Package archive says what is kept and in which words it is asked for. A store
// (archive/sqlite) does the keeping; archivetest holds the one contract that
// every store passes. Whoever uses a store states the few methods needed as an
// interface on its own side.
package archive

import (
	"time"

	"coranto"
)

// Queued is an accepted page that waits to be read. Seq is the order of
// acceptance, from 1; pages are read and filed in that order.
type Queued struct {
	Seq  int64
	Page coranto.Page
}

// Accepted says under which number and identifier a page is kept. Known tells
// that it was there before: it keeps its number and is not read again.
type Accepted struct {
	Seq   int64
	ID    string
	Known bool
}

// Status is how the reading of a page ended.
type Status string

const (
	Read    Status = "read"    // it gave articles
	Barren  Status = "barren"  // it was read and holds no article: only furniture
	Skipped Status = "skipped" // it is nothing that we read: a licence text, labels
	Failed  Status = "failed"  // it could not be read
)

// Outcome is written last, in the transaction that files what was read, also
// for failures. A page without an outcome is still in the queue; one whose
// Maker is older than the program's is to be read again.
type Outcome struct {
	Seq      int64 // 0 for an input that never became a page (an unreadable file)
	Name     string
	Status   Status
	Kind     coranto.Kind // of the failure; "" otherwise
	Why      string       // of a failure or a skip; "" otherwise
	Hint     string
	Articles int
	Maker    int // the version of reading that made it
}

// Filed is an article with its place among the stories, ready to be kept, or as
// it is kept.
type Filed struct {
	Article coranto.Article // ID set; Article.ID is stable across versions
	Page    string          // coranto.Page.ID of the page it stands on
	Story   string          // the story's id
	WireOf  string          // id of the article that this one copies, or ""
	Words   string          // search words of headline and text, cut and folded, separated by blanks; "" on the way out
	Version int             // set by the store: 1, 2 ...; 0 on the way in

	// What a new article's coming changed for kept ones. The store does it before
	// it adds the article, merges first; none on the way out.
	Merges []Merge
	Moves  []Move

	Link      *Link  // that its story follows another, decided as the article came; nil on the way out
	Storyline string // its story's, "" for none; set by the store where the desk recalls
}

// Link is that a story follows another in a storyline.
type Link struct {
	Storyline, Story, To string
	Why                  string // "same appointment", "same two actors, answering" ...
	What                 string // which: "talks of Rodvania and Altynor on 2026-10-21"
}

// Storyline is stories that follow one another, each once, in order of time,
// with the links between them in the order in which they were made.
type Storyline struct {
	ID      string
	Stories []coranto.Story
	Links   []Link
}

// Merge is that all articles of one story belong to another from now on.
type Merge struct{ From, To string }

// Move is that an article belongs to another story from now on.
type Move struct{ Article, Story string }

// Result is everything that the reading of one page gave; its articles' IDs
// differ. A store writes it in one transaction, the outcome row last. An article
// whose ID is known keeps its story and WireOf, whatever the Result says, and
// changes nothing for others. A story that loses its last article is no more: its
// identifier means from then on the story where that went, until a story of this
// identifier is filed again. When
// the publisher's own words (see Content) are unchanged it adds nothing;
// changed, they become the next version. A page that is read again, by a newer
// maker, replaces what it gave before and adds no version: that was no edit.
type Result struct {
	Outcome  Outcome
	Articles []Filed
}

// StoryQuery selects stories. Zero values select all. Stories come newest first
// (by To, undated last), then by identifier.
type StoryQuery struct {
	Since, Until string // dates, compared with a story's From..To; a story without dates matches only when both are ""
	MinArticles  int    // 2: only stories told more than once (wire copies count as told)
	Limit        int    // 0: no limit
	Offset       int
}

// Place is where a kept article belongs among the stories.
type Place struct {
	Story  string // "" for none
	WireOf string // id of the article that it copies, or ""
}

// Hit is an article that a search found, best first.
type Hit struct {
	Head  coranto.Head
	Story string
	Score float64 // higher is better
}

// PublisherCount is a publisher as articles name it, with how many do.
type PublisherCount struct {
	Name, Domain string
	Articles     int
}

// Kept is one version of an article as it is kept, with the versions there are.
type Kept struct {
	Filed
	Accepted time.Time
	Versions []Version
}

// Version is an article as it stood when its page was accepted.
type Version struct {
	V        int
	Headline string
	Accepted time.Time
}

// Counts says how much the archive holds.
type Counts struct {
	Pages, Articles, Stories, Publishers int
	Failed, Skipped, Barren              int
}
