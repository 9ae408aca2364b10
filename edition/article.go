package edition

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"coranto"
)

// Article is one article as it stands in one version.
type Article struct {
	Told
	Basis            coranto.Basis // how the date is known, or ""
	Version, Current int
	Versions         []VersionLink // oldest first
	Edited           *Edited       // how it differs from the version before; nil for the first
	Authors          []string
	Agencies         []string
	Updated          Stamp
	Age              string // as printed
	KeyPoints        []string
	Paragraphs       []Paragraph
	Captions         []coranto.Caption
	Tags             []string
	Furniture        []coranto.Furniture
	Cast             []Cast
	Address          string  // where it was published; "" when unknown
	Page             string  // the name of the page it stands on
	Original         string  // our address of the page as it came
	Story            string  // address of its story
	Others           []Told  // the story's other articles, in order of time
	CopyOf           *Copied // what it copies
}

// VersionLink leads to an article as it once stood.
type VersionLink struct {
	V        int
	Href     string
	Changes  string // address of what changed since the one before; "" for the first
	Headline string
	Accepted Stamp
}

// Cast is who and what an article names of one kind, most named first.
type Cast struct {
	Kind  string // "People", "States" ...
	Names []Named
}

// Named is an entity with the sentence that names it first.
type Named struct {
	Name     string
	Mentions int
	Href     string
	About    string // address of its own page
}

// Article returns a version of an article; version 0 is the current one.
func (e *Edition) Article(ctx context.Context, id string, version int) (*Article, error) {
	kept, err := e.archive.Article(ctx, id, version)
	if err != nil {
		return nil, err
	}
	story, err := e.archive.Story(ctx, kept.Story)
	if err != nil {
		return nil, err
	}
	a := &kept.Article
	view := &Article{
		Told:       e.told(headOf(&kept)),
		Version:    kept.Version,
		Current:    kept.Version,
		Authors:    a.Authors,
		Agencies:   a.Agencies,
		Age:        a.Age,
		KeyPoints:  a.KeyPoints,
		Paragraphs: e.paragraphs(a),
		Captions:   a.Captions,
		Tags:       a.Tags,
		Furniture:  a.Furniture,
		Cast:       cast(a),
		Address:    webAddress(a.URL),
		Page:       a.Page,
		Original:   originalHref(id, kept.Version),
		Story:      storyHref(kept.Story),
	}
	if a.Published != nil {
		view.Basis = a.Published.Basis
	}
	if a.Updated != "" {
		view.Updated = When(a.Updated, "", "", e.now())
	}
	view.Versions = e.versions(&kept)
	for _, v := range view.Versions {
		view.Current = max(view.Current, v.V)
	}
	if view.Edited, err = e.edited(ctx, &kept); err != nil {
		return nil, err
	}
	for _, i := range byTime(story.Articles) {
		h := story.Articles[i]
		if h.ID == kept.WireOf {
			if view.CopyOf, err = e.copied(ctx, &kept, h); err != nil {
				return nil, err
			}
		}
		if h.ID != id {
			view.Others = append(view.Others, e.told(h))
		}
	}
	return view, nil
}

func originalHref(id string, version int) string {
	href, query, _ := strings.Cut(sentenceHref(id, version, 0), "?")
	href += "/original"
	if query != "" {
		href += "?" + query
	}
	return href
}

// webAddress returns s when it is an address that a reader may be sent to.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return s
}

var casts = []struct {
	kind  coranto.EntityType
	title string
}{
	{coranto.Person, "People"},
	{coranto.State, "States"},
	{coranto.Organisation, "Organisations"},
	{coranto.Place, "Places"},
	{coranto.Office, "Offices"},
	{coranto.EventName, "Events"},
}

func cast(a *coranto.Article) []Cast {
	var all []Cast
	for _, c := range casts {
		var names []Named
		for _, n := range a.Entities {
			if n.Type == c.kind && len(n.Mentions) > 0 {
				names = append(names, Named{n.Name, len(n.Mentions) + len(n.Refs), anchor(a, n.Mentions[0].Start), entityHref(n.ID())})
			}
		}
		slices.SortStableFunc(names, func(x, y Named) int { return y.Mentions - x.Mentions })
		if len(names) > 0 {
			all = append(all, Cast{c.title, names})
		}
	}
	return all
}
