package coranto

import "time"

// Form is what a page's bytes are, told from the bytes themselves, not from a
// name or a label.
type Form string

const (
	HTML   Form = "html"   // a web page
	Dump   Form = "dump"   // a page's visible text, one block a line
	Record Form = "record" // one line of JSON Lines: one article, verbatim
	Plain  Form = "plain"  // the text of exactly one article (read --plain)
)

// Page is the bytes fetched from one address at one moment, kept raw so that
// everything can be worked out anew.
type Page struct {
	Name      string    // as given: a path, an address, FILE#N for record N of a file
	URL       string    // its address; "" when unknown
	Form      Form      // what Body is
	MediaType string    // Content-Type as the server declared it, with charset; "" when unknown
	Fetched   time.Time // zero when unknown; relative ages ("3 hours ago") need it
	Body      []byte    // decompressed, otherwise as it came
}

// Key is what makes a page the same page when it is met again: its address, or
// its name where no address is known.
func (p Page) Key() string {
	if p.URL != "" {
		return p.URL
	}
	return p.Name
}

// ID identifies these bytes under this key: met again unchanged, a page is the
// same page.
func (p Page) ID() string { return NewID("page", p.Key(), string(p.Form), string(p.Body)) }

// Source is something to read again and again: a feed, a sitemap, a listing, a
// folder.
type Source struct {
	ID           string    `json:"id"`
	URL          string    `json:"url"`
	Kind         string    `json:"kind"` // "feed" until there are others
	Title        string    `json:"title"`
	ETag         string    `json:"-"`
	LastModified string    `json:"-"`
	Checked      time.Time `json:"checked"` // zero: never
	Due          time.Time `json:"due"`     // when to ask again
	Failures     int       `json:"failures"`
	LastError    string    `json:"last_error"` // "" when the last poll went well
}
