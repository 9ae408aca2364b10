package sqlite

import (
	"context"
	"encoding/json"
	"time"

	"coranto"
)

// Correct keeps a reader's correction; one whose ID is known stays as it was.
// NotFound when its article is not.
func (a *Archive) Correct(ctx context.Context, c coranto.Correction) error {
	document, err := json.Marshal(c)
	if err != nil {
		return coranto.Errorf(coranto.Internal, "correct", c.Article, hintReport, "%w", err)
	}
	return a.write(ctx, "correct", func(t tx) error {
		var n int64
		known, err := t.get(`SELECT n FROM articles WHERE id = ?`, []any{c.Article}, &n)
		if err != nil {
			return err
		}
		if !known {
			return notFound("correct", c.Article, "article")
		}
		return t.exec(`INSERT INTO corrections (id, article, undone, document) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
			c.ID, c.Article, µs(c.Undone), string(document))
	})
}

// UndoCorrection marks a correction as undone at a moment; one that was undone
// before stays so. NotFound when there is none of this ID.
func (a *Archive) UndoCorrection(ctx context.Context, id string, at time.Time) error {
	return a.write(ctx, "undo", func(t tx) error {
		var undone int64
		known, err := t.get(`SELECT undone FROM corrections WHERE id = ?`, []any{id}, &undone)
		switch {
		case err != nil:
			return err
		case !known:
			return notFound("undo", id, "correction")
		case undone != 0:
			return nil
		}
		return t.exec(`UPDATE corrections SET undone = ? WHERE id = ?`, µs(at), id)
	})
}

// Corrections returns what was corrected in the articles, or in all when none
// are named, in the order in which it was done, also what was undone.
func (a *Archive) Corrections(ctx context.Context, articleIDs ...string) ([]coranto.Correction, error) {
	const query = `SELECT undone, document FROM corrections`
	var list []coranto.Correction
	err := a.read(ctx, "list corrections", func(s snapshot) error {
		add := func(query string, args ...any) error {
			for row, err := range s.rows(query, args...) {
				if err != nil {
					return err
				}
				var undone int64
				var document string
				if err := row.Scan(&undone, &document); err != nil {
					return err
				}
				var c coranto.Correction
				if err := json.Unmarshal([]byte(document), &c); err != nil {
					return coranto.Errorf(coranto.Damaged, "list corrections", a.path, hintDamaged, "%w", err)
				}
				c.Undone = fromµs(undone)
				list = append(list, c)
			}
			return nil
		}
		if len(articleIDs) == 0 {
			return add(query + ` ORDER BY n`)
		}
		ids, err := json.Marshal(articleIDs)
		if err != nil {
			return err
		}
		return add(query+` WHERE article IN (SELECT value FROM json_each(?)) ORDER BY n`, string(ids))
	})
	return list, err
}
