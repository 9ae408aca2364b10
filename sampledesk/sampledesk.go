// Package sampledesk holds the sample desk: pages of ten invented publishers in
// six invented countries, written for the demo, the tests and the screenshots.
// README.md describes the world, what happens in it and what each page shows.
package sampledesk

import (
	"embed"
	"time"
)

// Now is the evening on which the four weeks end: the moment from which the demo
// looks at its desk.
var Now = time.Date(2026, 11, 1, 20, 0, 0, 0, time.FixedZone("", 3600))

// Files is the sample desk: pages/PUBLISHER/NAME.html|txt, and names.toml, the
// names file that any desk may have.
//
//go:embed pages names.toml
var Files embed.FS

// Labels is what a careful reader finds on the pages, as JSON: one Label an
// article, in page order.
//
//go:embed labels.json
var Labels []byte

// Label is one article of one page.
type Label struct {
	Page       string   `json:"page"` // path in Files
	N          int      `json:"n"`    // its place on the page, from 1
	Headline   string   `json:"headline"`
	Publisher  string   `json:"publisher"` // "" when the page does not tell
	Published  *string  `json:"published"` // "2026-10-12"; nil when the page does not tell
	Basis      string   `json:"basis"`     // of Published: stated, inferred, or ""
	Kind       string   `json:"kind"`
	Language   string   `json:"language"`
	WireOf     string   `json:"wire_of"`  // "PAGE#N" of the article that this one copies, or ""
	Story      string   `json:"story"`    // shared by the articles about one event
	Starts     string   `json:"starts"`   // first five words of the text
	Ends       string   `json:"ends"`     // last five words of the text
	Speakers   []string `json:"speakers"` // who is directly quoted: canonical names; "*Name" is not in names.toml, "(words)" has no name
	URL        string   `json:"url"`      // canonical address, "" when the page has none
	World      string   `json:"world"`    // when it was published in the invented world, told or not
	Authors    []string `json:"authors"`
	Captions   []string `json:"captions"` // without their credits
	Age        string   `json:"age"`      // as printed
	Updated    string   `json:"updated"`  // as printed
	KeyPoints  []string `json:"key_points"`
	Crossheads []string `json:"crossheads"`
	Damaged    []string `json:"damaged"` // the words around each place where the text came to us spliced
}
