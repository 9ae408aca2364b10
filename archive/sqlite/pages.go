package sqlite

import (
	"context"

	"coranto"
	"coranto/archive"
)

// Accept keeps pages as they came and queues them, in the order given; what it
// has returned survives any crash. A page that is known keeps its number and is
// not queued again. What was noted under a page's name is forgotten: it could
// be read after all.
func (a *Archive) Accept(ctx context.Context, pages []coranto.Page) ([]archive.Accepted, error) {
	ids := make([]string, len(pages))
	bodies := make([][]byte, len(pages))
	for i, p := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(p.Body) > maxUnpacked {
			return nil, coranto.Errorf(coranto.TooLarge, "accept", p.Name, "leave it out",
				"%d bytes, more than the %d that a page may have", len(p.Body), maxUnpacked)
		}
		ids[i], bodies[i] = p.ID(), a.pack.pack(p.Body)
	}
	accepted := make([]archive.Accepted, len(pages))
	err := a.write(ctx, "accept", func(t tx) error {
		now := µs(a.now())
		for i, p := range pages {
			seq, known, err := t.accept(p, ids[i], bodies[i], now)
			if err != nil {
				return err
			}
			accepted[i] = archive.Accepted{Seq: seq, ID: ids[i], Known: known}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return accepted, nil
}

func (t tx) accept(p coranto.Page, id string, body []byte, now int64) (seq int64, known bool, err error) {
	if known, err = t.get(`SELECT seq FROM pages WHERE id = ?`, []any{id}, &seq); known || err != nil {
		return seq, known, err
	}
	seq, err = t.insert(`INSERT INTO pages (id, name, url, form, media_type, fetched, accepted, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		id, p.Name, p.URL, string(p.Form), p.MediaType, µs(p.Fetched), now, body)
	if err != nil {
		return 0, false, err
	}
	if err := t.exec(`INSERT INTO queue (page) VALUES (?)`, seq); err != nil {
		return 0, false, err
	}
	return seq, false, t.exec(`DELETE FROM noted WHERE name = ?`, p.Name)
}

// Queue returns at most limit (0: all) pages that wait to be read and whose
// number is above after, in order of acceptance.
func (a *Archive) Queue(ctx context.Context, after int64, limit int) ([]archive.Queued, error) {
	var queued []archive.Queued
	err := a.read(ctx, "queue", func(s snapshot) error {
		for row, err := range s.rows(`SELECT p.seq, `+pageColumns+` FROM queue q JOIN pages p ON p.seq = q.page
			WHERE q.page > ? ORDER BY q.page LIMIT ?`, after, orAll(limit)) {
			if err != nil {
				return err
			}
			var q archive.Queued
			if err := s.scanPage(row, &q.Page, &q.Seq); err != nil {
				return err
			}
			queued = append(queued, q)
		}
		return nil
	})
	return queued, err
}

// Requeue queues every page again that was last read by a maker older than
// maker, and returns how many those are.
func (a *Archive) Requeue(ctx context.Context, maker int) (int, error) {
	var n int
	err := a.write(ctx, "queue", func(t tx) error {
		if err := t.exec(`INSERT INTO queue (page) SELECT page FROM outcomes WHERE maker < ? ON CONFLICT DO NOTHING`, maker); err != nil {
			return err
		}
		_, err := t.get(`SELECT changes()`, nil, &n)
		return err
	})
	return n, err
}

// Original returns a page as it came; NotFound when there is none of that
// coranto.Page.ID.
func (a *Archive) Original(ctx context.Context, pageID string) (coranto.Page, error) {
	var p coranto.Page
	err := a.read(ctx, "open page", func(s snapshot) error {
		ok, err := found(s.scanPage(s.QueryRowContext(s.ctx, `SELECT `+pageColumns+` FROM pages p WHERE p.id = ?`, pageID), &p))
		if err == nil && !ok {
			return notFound("open page", pageID, "page")
		}
		return err
	})
	return p, err
}

const pageColumns = `p.name, p.url, p.form, p.media_type, p.fetched, p.body`

type scanner interface{ Scan(dest ...any) error }

// scanPage reads pageColumns, after whatever columns go into before.
func (s snapshot) scanPage(row scanner, p *coranto.Page, before ...any) error {
	var fetched int64
	var body []byte
	if err := row.Scan(append(before, &p.Name, &p.URL, &p.Form, &p.MediaType, &fetched, &body)...); err != nil {
		return err
	}
	p.Fetched = fromµs(fetched)
	var err error
	if p.Body, err = s.a.pack.unpack(body); err != nil {
		return coranto.Errorf(coranto.Damaged, "open page", p.Name, hintDamaged, "%w", err)
	}
	return nil
}

// orAll is a limit in SQL, where -1 means none.
func orAll(limit int) int {
	if limit <= 0 {
		return -1
	}
	return limit
}
