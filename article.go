package coranto

// The JSON names of the types below are the fields of `coranto read --json` and
// do not change. Dates are kept as text in the zone in which they were printed:
// "2025-09-02" or RFC 3339.

// ArticleKind is a kind of journalism.
type ArticleKind string

const (
	Report    ArticleKind = "report"
	Analysis  ArticleKind = "analysis"
	Opinion   ArticleKind = "opinion"
	Briefing  ArticleKind = "briefing"
	Takeaways ArticleKind = "takeaways"
	Live      ArticleKind = "live"
	Interview ArticleKind = "interview"
	Other     ArticleKind = "other"
)

// Byline names who prints an article, as far as the page tells. Both fields are
// empty when it does not.
type Byline struct {
	Name   string `json:"name"`
	Domain string `json:"domain"`
}

// Basis says how a date is known.
type Basis string

const (
	Stated   Basis = "stated"   // printed on the page or in its metadata
	Relative Basis = "relative" // "3 hours ago", counted from when the page was fetched
	Inferred Basis = "inferred" // an interval, from dated captions, weekdays, events
	Given    Basis = "given"    // told to us from outside the page
)

// Dating is when something was published: an interval when only an interval is
// known. Evidence is the page's own words. A nil *Dating means that nothing
// tells; a date is never guessed.
type Dating struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Basis    Basis  `json:"basis"`
	Evidence string `json:"evidence"`
}

// Caption belongs to a picture. Its date is the picture's, not the story's.
type Caption struct {
	Text   string `json:"text"`
	Credit string `json:"credit"`
	Date   string `json:"date"`
}

// Furniture is something cut from inside an article, with the reason.
type Furniture struct {
	Text string `json:"text"`
	Why  string `json:"why"`
}

// Article is one piece of journalism on a page, with what it says. All spans
// are offsets into Text.
type Article struct {
	ID         string `json:"id"`          // given when kept; "" from a mere reading
	ExternalID string `json:"external_id"` // the id it came with, in JSON Lines
	URL        string `json:"url"`         // its own address, "" when unknown

	Page       string      `json:"page"` // the Name of the page it stands on
	N          int         `json:"n"`    // its place there, from 1
	Kind       ArticleKind `json:"kind"`
	KindWhy    string      `json:"kind_why"` // the words or the form that told it; "" for a report that nothing names otherwise
	Headline   string      `json:"headline"`
	Publisher  Byline      `json:"publisher"`
	Agencies   []string    `json:"agencies"`
	Authors    []string    `json:"authors"`
	Dateline   string      `json:"dateline"`
	Language   string      `json:"language"` // BCP 47; "und" when it cannot be told
	Published  *Dating     `json:"published"`
	Updated    string      `json:"updated"`
	Age        string      `json:"age"`
	KeyPoints  []string    `json:"key_points"`
	Captions   []Caption   `json:"captions"`
	Tags       []string    `json:"tags"`
	Text       string      `json:"text"`
	Crossheads []string    `json:"crossheads"`
	Furniture  []Furniture `json:"furniture"`
	Damaged    []Span      `json:"damaged"`
	Stub       bool        `json:"stub"` // the text ends early, at a paywall

	Sentences    []Span        `json:"sentences"`
	Times        []Time        `json:"times"`
	Entities     []Entity      `json:"entities"`
	Statements   []Statement   `json:"statements"`
	Events       []Event       `json:"events"`
	Appointments []Appointment `json:"appointments"`
	Figures      []Figure      `json:"figures"`
	Caveats      []Caveat      `json:"caveats"`
}

// SentenceAt returns the 1-based number of the sentence that holds the byte at
// offset, or of the last one that begins before it; 0 when there is none. It is
// the N of the address /articles/ID#sN.
func (a *Article) SentenceAt(offset int) int {
	lo, hi := 0, len(a.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if a.Sentences[mid].Start <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
