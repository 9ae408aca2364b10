package sqlite

import (
	"context"
	"strings"

	"coranto/archive"
)

// Search returns the articles whose current version holds each word in one of
// its forms, the first form of the last word also as the beginning of one, best
// first (BM25), and how many there are in all. Forms are cut and folded as
// Filed.Words are. No words find nothing.
func (a *Archive) Search(ctx context.Context, words [][]string, limit, offset int) ([]archive.Hit, int, error) {
	match := matching(words)
	if match == "" {
		return nil, 0, nil
	}
	var hits []archive.Hit
	var total int
	err := a.read(ctx, "search", func(s snapshot) error {
		if _, err := s.get(`SELECT count(*) FROM search WHERE search MATCH ?`, []any{match}, &total); err != nil || total == 0 {
			return err
		}
		// Ranked first, in the index alone; heads are looked up for one page of hits.
		for row, err := range s.rows(`SELECT `+headColumns+`, coalesce(s.id, ''), -f.rank
			FROM (SELECT rowid, rank FROM search WHERE search MATCH ? ORDER BY rank, rowid LIMIT ? OFFSET ?) f
			JOIN articles a ON a.n = f.rowid LEFT JOIN stories s ON s.n = a.story
			ORDER BY f.rank, f.rowid`, match, orAll(limit), max(0, offset)) {
			if err != nil {
				return err
			}
			var h archive.Hit
			if err := scanHead(row, &h.Head, &h.Story, &h.Score); err != nil {
				return err
			}
			hits = append(hits, h)
		}
		return nil
	})
	return hits, total, err
}

// matching writes words in FTS5's query language: quoted, so that nothing in
// them is an operator.
func matching(words [][]string) string {
	var all []string
	for i, forms := range words {
		var any []string
		for j, f := range forms {
			f = strings.NewReplacer(`"`, `""`, "\x00", "").Replace(f)
			if strings.TrimSpace(f) == "" {
				continue
			}
			f = `"` + f + `"`
			if i == len(words)-1 && j == 0 {
				f += "*"
			}
			any = append(any, f)
		}
		if len(any) > 0 {
			all = append(all, "("+strings.Join(any, " OR ")+")")
		}
	}
	return strings.Join(all, " AND ")
}
