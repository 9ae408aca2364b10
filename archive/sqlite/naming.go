package sqlite

import (
	"context"

	"coranto/archive"
)

// Naming returns up to limit articles whose current version names an entity, the
// last filed first.
func (a *Archive) Naming(ctx context.Context, entityID string, limit int) ([]archive.Hit, error) {
	var hits []archive.Hit
	err := a.read(ctx, "list articles", func(s snapshot) error {
		for row, err := range s.rows(`SELECT `+headColumns+`, coalesce(s.id, '')
			FROM mentions m CROSS JOIN articles a ON a.n = m.article LEFT JOIN stories s ON s.n = a.story
			WHERE m.entity = ? ORDER BY m.article DESC LIMIT ?`, entityID, orAll(limit)) {
			if err != nil {
				return err
			}
			var h archive.Hit
			if err := scanHead(row, &h.Head, &h.Story); err != nil {
				return err
			}
			hits = append(hits, h)
		}
		return nil
	})
	return hits, err
}
