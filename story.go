package coranto

import "time"

// Publisher is who prints. Unknown stays "unknown", never a default.
type Publisher struct {
	Name       string `json:"name"`
	Domain     string `json:"domain"`
	Country    string `json:"country"`     // ISO 3166-1 alpha-2, a desk's own code, or "unknown"
	Kind       string `json:"kind"`        // newspaper, broadcaster, agency, aggregator, government, unknown
	Owner      string `json:"owner"`       // or "unknown"
	StateOwned string `json:"state_owned"` // yes, no, unknown
}

// Head is what a list shows of an article.
type Head struct {
	ID         string      `json:"id"`
	ExternalID string      `json:"external_id"`
	Headline   string      `json:"headline"`
	Publisher  string      `json:"publisher"` // its name, else its domain, else ""
	Published  string      `json:"published"` // Dating.From, or ""
	WireOf     string      `json:"wire_of"`   // the article that this one copies, or ""
	Domain     string      `json:"domain"`
	Kind       ArticleKind `json:"kind"`
	Language   string      `json:"language"`
	Until      string      `json:"until"` // Dating.To, or ""
	Basis      Basis       `json:"basis"` // of Published, or ""
	Version    int         `json:"version"`
	Accepted   time.Time   `json:"accepted"` // when its page came in
}

// Story is the articles about one event. From and To enclose the dates of its
// dated articles and are "" when none is dated.
type Story struct {
	ID         string   `json:"id"`
	Headline   string   `json:"headline"`
	From       string   `json:"from"`
	To         string   `json:"to"`
	Publishers []string `json:"publishers"`
	Languages  []string `json:"languages"`
	Pinned     string   `json:"pinned"` // the article whose headline a reader chose, or ""
	Storyline  string   `json:"storyline"`
	Articles   []Head   `json:"articles"`
}
