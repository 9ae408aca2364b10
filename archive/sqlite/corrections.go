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
		if err := t.exec(`INSERT INTO corrections (id, article, undone, document) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
			c.ID, c.Article, µs(c.Undone), string(document)); err != nil {
			return err
		}
		return t.refind("correct", c.Article)
	})
}

// UndoCorrection marks a correction as undone at a moment; one that was undone
// before stays so. NotFound when there is none of this ID.
func (a *Archive) UndoCorrection(ctx context.Context, id string, at time.Time) error {
	return a.write(ctx, "undo", func(t tx) error {
		var undone int64
		var article string
		known, err := t.get(`SELECT undone, article FROM corrections WHERE id = ?`, []any{id}, &undone, &article)
		switch {
		case err != nil:
			return err
		case !known:
			return notFound("undo", id, "correction")
		case undone != 0:
			return nil
		}
		if err := t.exec(`UPDATE corrections SET undone = ? WHERE id = ?`, µs(at), id); err != nil {
			return err
		}
		return t.refind("undo", article)
	})
}

// refind makes the findings of an article anew, as it is corrected now.
func (t tx) refind(op, articleID string) error {
	var n, version int64
	var packed []byte
	known, err := t.get(`SELECT a.n, a.version, v.document FROM articles a JOIN versions v ON v.article = a.n AND v.v = a.version
		WHERE a.id = ?`, []any{articleID}, &n, &version, &packed)
	if err != nil {
		return err
	}
	if !known {
		return notFound(op, articleID, "article")
	}
	var article coranto.Article
	if err := t.a.pack.unpackJSON(packed, &article); err != nil {
		return coranto.Errorf(coranto.Damaged, op, articleID, hintDamaged, "%w", err)
	}
	if err := t.forget(n); err != nil {
		return err
	}
	f := filing{tx: t}
	return f.correctedFindings(n, version, &article)
}

// corrections returns those of an article that stand, the earlier first.
func (t tx) corrections(articleID string) ([]coranto.Correction, error) {
	var packed []byte
	if _, err := t.get(`SELECT json_group_array(json(document)) FROM (SELECT document FROM corrections WHERE article = ? AND undone = 0 ORDER BY n)`,
		[]any{articleID}, &packed); err != nil {
		return nil, err
	}
	var list []coranto.Correction
	err := json.Unmarshal(packed, &list)
	return list, err
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
