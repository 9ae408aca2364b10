package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"

	"coranto"
	"coranto/archive"
)

// Texts hands the selected articles' current versions to yield, one at a time,
// the last filed first, or in the order of the identifiers that the query names;
// of those it passes over what is not kept. An error of yield ends it.
func (a *Archive) Texts(ctx context.Context, q archive.TextQuery, yield func(archive.Text) error) error {
	const columns = `SELECT ` + headColumns + `, coalesce(s.id, ''), v.document FROM `
	const join = ` JOIN versions v ON v.article = a.n AND v.v = a.version LEFT JOIN stories s ON s.n = a.story `
	query, args := columns+`articles a`+join+`ORDER BY a.n DESC LIMIT ?`, []any{orAll(q.Limit)}
	if q.IDs != nil {
		ids, err := json.Marshal(q.IDs)
		if err != nil {
			return fault("read articles", a.path, err)
		}
		query, args = columns+`json_each(?) name CROSS JOIN articles a ON a.id = name.value`+join+`LIMIT ?`, []any{string(ids), orAll(q.Limit)}
	}
	return a.read(ctx, "read articles", func(s snapshot) error {
		for row, err := range s.rows(query, args...) {
			if err != nil {
				return err
			}
			t, err := s.scanText(row)
			if err != nil {
				return err
			}
			if err := yield(t); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s snapshot) scanText(row *sql.Rows) (t archive.Text, err error) {
	var document []byte
	if err := scanHead(row, &t.Head, &t.Story, &document); err != nil {
		return t, err
	}
	var said struct { // the rest is not worth decoding
		Text      string         `json:"text"`
		Sentences []coranto.Span `json:"sentences"`
		Times     []coranto.Time `json:"times"`
	}
	if err := s.a.pack.unpackJSON(document, &said); err != nil {
		return t, coranto.Errorf(coranto.Damaged, "read articles", t.Head.ID, hintDamaged, "%w", err)
	}
	t.Text, t.Sentences, t.Times = said.Text, said.Sentences, said.Times
	return t, nil
}
