package sqlite

import (
	"context"
	"time"

	"coranto"
)

// AddSource keeps a source and tells whether it is new; one whose ID or URL is
// known stays as it was. An empty ID is derived from the URL.
func (a *Archive) AddSource(ctx context.Context, s coranto.Source) (added bool, err error) {
	if s.ID == "" {
		s.ID = coranto.NewID("source", s.URL)
	}
	err = a.write(ctx, "add source", func(t tx) error {
		var n int
		known, err := t.get(`SELECT 1 FROM sources WHERE id = ? OR url = ?`, []any{s.ID, s.URL}, &n)
		if err != nil || known {
			return err
		}
		added = true
		return t.exec(`INSERT INTO sources (url, kind, title, etag, last_modified, checked, due, failures, last_error, id)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, sourceRow(s)...)
	})
	return added && err == nil, err
}

// SaveSource keeps what has changed of a source; NotFound when its ID is not
// known.
func (a *Archive) SaveSource(ctx context.Context, s coranto.Source) error {
	return a.write(ctx, "save source", func(t tx) error {
		if err := t.exec(`UPDATE sources SET url = ?, kind = ?, title = ?, etag = ?, last_modified = ?, checked = ?, due = ?,
			failures = ?, last_error = ? WHERE id = ?`, sourceRow(s)...); err != nil {
			return err
		}
		var changed int
		if _, err := t.get(`SELECT changes()`, nil, &changed); err != nil {
			return err
		}
		if changed == 0 {
			return notFound("save source", s.ID, "source")
		}
		return nil
	})
}

// Sources returns all sources, by URL.
func (a *Archive) Sources(ctx context.Context) ([]coranto.Source, error) {
	return a.sources(ctx, `ORDER BY url`)
}

// DueSources returns at most limit (0: all) sources that are due, those longest
// due first.
func (a *Archive) DueSources(ctx context.Context, now time.Time, limit int) ([]coranto.Source, error) {
	return a.sources(ctx, `WHERE due <= ? ORDER BY due, id LIMIT ?`, µs(now), orAll(limit))
}

func (a *Archive) sources(ctx context.Context, which string, args ...any) ([]coranto.Source, error) {
	var sources []coranto.Source
	err := a.read(ctx, "list sources", func(s snapshot) error {
		for row, err := range s.rows(`SELECT url, kind, title, etag, last_modified, checked, due, failures, last_error, id FROM sources `+which, args...) {
			if err != nil {
				return err
			}
			var src coranto.Source
			var checked, due int64
			if err := row.Scan(&src.URL, &src.Kind, &src.Title, &src.ETag, &src.LastModified, &checked, &due,
				&src.Failures, &src.LastError, &src.ID); err != nil {
				return err
			}
			src.Checked, src.Due = fromµs(checked), fromµs(due)
			sources = append(sources, src)
		}
		return nil
	})
	return sources, err
}

func sourceRow(s coranto.Source) []any {
	return []any{s.URL, s.Kind, s.Title, s.ETag, s.LastModified, µs(s.Checked), µs(s.Due), s.Failures, s.LastError, s.ID}
}
