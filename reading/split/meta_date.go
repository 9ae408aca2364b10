package split

import (
	"strings"
	"time"

	"coranto"
	"coranto/reading/when"
)

// The names under which pages state when they were published and changed, the
// most trusted first.
var (
	publishedTags = []string{"article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "publish-date", "publication_date", "pubdate",
		"dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "citation_publication_date", "date"}
	publishedItems = []string{"datepublished", "datecreated"}
	modifiedTags   = []string{"article:modified_time", "og:updated_time", "article:modified", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified"}
)

// stated tells when the page says outside its text that it was published, nil
// when it does not: metadata before the marked-up time near the headline.
func (p *page) stated(s story) (published *coranto.Dating) {
	m := &p.meta
	var stated []string
	if a := m.mainArticle(); a != nil {
		stated = append(stated, a.published)
	}
	stated = append(stated, m.tag(publishedTags...))
	for _, name := range publishedItems {
		stated = append(stated, first(m.items, name))
	}
	stated = append(stated, p.markedTime(s))
	for _, printed := range stated {
		if date, ok := parseStamp(printed); ok && published == nil {
			published = &coranto.Dating{From: date, To: date, Basis: coranto.Stated, Evidence: printed}
		}
	}
	return published
}

// modified returns when the article was last changed by its metadata, where that
// is later than its publication; "" unknown.
func (p *page) modified(published string) string {
	m := &p.meta
	var stated []string
	if a := m.mainArticle(); a != nil {
		stated = append(stated, a.modified)
	}
	stated = append(stated, m.tag(modifiedTags...), first(m.items, "datemodified"))
	for _, s := range stated {
		if date, ok := parseStamp(s); ok && isLater(date, published) {
			return date
		}
	}
	return ""
}

// isLater tells whether one date is later than another, as far as both say: to
// the moment with zones, else to the day.
func isLater(a, b string) bool {
	x, err1 := time.Parse(time.RFC3339, a)
	y, err2 := time.Parse(time.RFC3339, b)
	if err1 == nil && err2 == nil {
		return x.Sub(y) >= time.Minute
	}
	return a[:min(len(a), len(time.DateOnly))] > b[:min(len(b), len(time.DateOnly))]
}

// stampLayouts are the forms that metadata gives times in, besides RFC 3339.
var stampLayouts = []string{
	"2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05Z0700", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05", "2006-01-02 15:04",
	"20060102T150405Z0700", "20060102T150405", "20060102150405", time.RFC1123, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 Z0700", "Mon Jan 2 15:04:05 MST 2006",
}

// parseStamp reads a date of metadata to RFC 3339 in its own zone; without one
// to the minute or day that it gives.
func parseStamp(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 8 || len(s) > 80 {
		return "", false
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return plausible(t, t.Format(time.RFC3339))
	}
	for _, layout := range []string{"2006-01-02", "2006/01/02", "20060102"} {
		if t, err := time.Parse(layout, s); err == nil {
			return plausible(t, t.Format(time.DateOnly))
		}
	}
	for _, layout := range stampLayouts {
		t, err := time.Parse(layout, s)
		switch {
		case err != nil:
		case strings.Contains(layout, "Z07") || strings.Contains(layout, "MST"):
			return plausible(t, t.Format(time.RFC3339))
		default: // no zone is given, and none is made up
			return plausible(t, t.Format("2006-01-02T15:04:05"))
		}
	}
	if date, ok := when.ParsePrinted(s); ok && date > "1990" {
		return date, true
	}
	if len(s) > 10 {
		if t, err := time.Parse(time.DateOnly, s[:10]); err == nil {
			return plausible(t, s[:10])
		}
	}
	return "", false
}

// plausible refuses the zero dates of content systems.
func plausible(t time.Time, s string) (string, bool) {
	if t.Year() < 1990 {
		return "", false
	}
	return s, true
}
