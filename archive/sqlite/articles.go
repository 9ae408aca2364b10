package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"coranto"
	"coranto/archive"
)

// Article returns a version of an article, 0 for the current one; NotFound when
// there is no such article or version.
func (a *Archive) Article(ctx context.Context, id string, version int) (archive.Kept, error) {
	var k archive.Kept
	err := a.read(ctx, "open article", func(s snapshot) error {
		found := false
		for row, err := range s.rows(keptQuery+` WHERE a.id = ?1 AND v.v = iif(?2 > 0, ?2, a.version)`, id, version) {
			if err != nil {
				return err
			}
			if k, _, err = s.scanKept(row); err != nil {
				return err
			}
			found = true
		}
		if !found {
			return notFound("open article", id, "article or version")
		}
		var err error
		k.Versions, err = s.versions(id)
		return err
	})
	return k, err
}

// Articles returns the current versions of a story's articles in date order,
// undated ones last, then as they were filed; NotFound when there is no such
// story.
func (a *Archive) Articles(ctx context.Context, storyID string) ([]archive.Kept, error) {
	var kept []archive.Kept
	err := a.read(ctx, "open story", func(s snapshot) error {
		n, _, err := s.story(storyID)
		if err != nil {
			return err
		}
		for row, err := range s.rows(keptQuery+` AND v.v = a.version WHERE a.story = ? ORDER BY a.start, a.n`, n) {
			if err != nil {
				return err
			}
			k, _, err := s.scanKept(row)
			if err != nil {
				return err
			}
			kept = append(kept, k)
		}
		for i := range kept {
			if kept[i].Versions, err = s.versions(kept[i].Article.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return kept, err
}

// Recent returns the limit articles that were first filed last, oldest first,
// in their current versions, each with its story's storyline.
func (a *Archive) Recent(ctx context.Context, limit int) ([]archive.Filed, error) {
	var recent []archive.Filed
	err := a.read(ctx, "list articles", func(s snapshot) error {
		for row, err := range s.rows(keptQuery+` AND v.v = a.version ORDER BY a.n DESC LIMIT ?`, max(0, limit)) {
			if err != nil {
				return err
			}
			k, _, err := s.scanKept(row)
			if err != nil {
				return err
			}
			recent = append(recent, k.Filed)
		}
		lines := map[string]string{}
		for i := range recent {
			f := &recent[i]
			line, known := lines[f.Story]
			if !known {
				if _, err := s.get(`SELECT `+storylineOf("?1"), []any{f.Story}, &line); err != nil {
					return err
				}
				lines[f.Story] = line
			}
			f.Storyline = line
		}
		return nil
	})
	slices.Reverse(recent)
	return recent, err
}

// Placed returns the places of those of the articles that are kept.
func (a *Archive) Placed(ctx context.Context, articleIDs []string) (map[string]archive.Place, error) {
	places := make(map[string]archive.Place, len(articleIDs))
	err := a.read(ctx, "list articles", func(s snapshot) error {
		for _, id := range articleIDs {
			var p archive.Place
			ok, err := s.get(`SELECT coalesce(s.id, ''), a.wire_of FROM articles a LEFT JOIN stories s ON s.n = a.story WHERE a.id = ?`, []any{id}, &p.Story, &p.WireOf)
			if err != nil {
				return err
			}
			if ok {
				places[id] = p
			}
		}
		return nil
	})
	return places, err
}

const keptQuery = `SELECT a.n, v.v, v.accepted, v.document, p.id, coalesce(s.id, ''), a.wire_of
	FROM articles a
	LEFT JOIN stories s ON s.n = a.story
	JOIN versions v ON v.article = a.n
	JOIN pages p ON p.seq = v.page`

// scanKept reads a row of keptQuery, all but Versions, and the article's row.
func (s snapshot) scanKept(row *sql.Rows) (k archive.Kept, n int64, err error) {
	var accepted int64
	var document []byte
	if err := row.Scan(&n, &k.Version, &accepted, &document, &k.Page, &k.Story, &k.WireOf); err != nil {
		return k, 0, err
	}
	k.Accepted = fromµs(accepted)
	if err := s.a.pack.unpackJSON(document, &k.Article); err != nil {
		return k, 0, coranto.Errorf(coranto.Damaged, "open article", k.Page, hintDamaged, "%w", err)
	}
	return k, n, nil
}

func (s snapshot) versions(articleID string) ([]archive.Version, error) {
	var versions []archive.Version
	for row, err := range s.rows(`SELECT v.v, v.headline, v.accepted FROM articles a JOIN versions v ON v.article = a.n
		WHERE a.id = ? ORDER BY v.v`, articleID) {
		if err != nil {
			return nil, err
		}
		var v archive.Version
		var accepted int64
		if err := row.Scan(&v.V, &v.Headline, &accepted); err != nil {
			return nil, err
		}
		v.Accepted = fromµs(accepted)
		versions = append(versions, v)
	}
	return versions, nil
}

const headColumns = `a.id, a.external_id, a.headline, a.publisher, a.domain, a.published, a.until, a.basis, a.kind, a.language,
	a.version, a.accepted, a.wire_of`

// scanHead reads headColumns, before whatever columns go into after.
func scanHead(row scanner, h *coranto.Head, after ...any) error {
	var accepted int64
	err := row.Scan(append([]any{&h.ID, &h.ExternalID, &h.Headline, &h.Publisher, &h.Domain, &h.Published, &h.Until, &h.Basis,
		&h.Kind, &h.Language, &h.Version, &accepted, &h.WireOf}, after...)...)
	if h.Publisher == "" {
		h.Publisher = h.Domain
	}
	h.Accepted = fromµs(accepted)
	return err
}
