package sqlite

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"coranto"
	"coranto/archive"
)

// link keeps that a story follows another. A story follows one only: another
// link of it changes nothing.
func (f *filing) link(l *archive.Link) error {
	if l == nil {
		return nil
	}
	return f.exec(`INSERT INTO links (storyline, story, precedent, why, what) VALUES (?, ?, ?, ?, ?) ON CONFLICT (story) DO NOTHING`,
		l.Storyline, l.Story, l.To, l.Why, l.What)
}

// storylineOf is an SQL expression for the storyline of the story whose
// identifier another expression gives, ” for none: its own, else that of a
// story which went into it.
func storylineOf(story string) string {
	return strings.ReplaceAll(`coalesce(
		(SELECT storyline FROM links WHERE story = $),
		(SELECT storyline FROM links WHERE precedent = $ ORDER BY n LIMIT 1),
		(SELECT storyline FROM links WHERE n = (SELECT min(l.n) FROM redirects r JOIN links l ON l.story = r.old WHERE r.id = $)),
		(SELECT storyline FROM links WHERE n = (SELECT min(l.n) FROM redirects r JOIN links l ON l.precedent = r.old WHERE r.id = $)), '')`, "$", story)
}

// Storyline returns a storyline with its stories as they are now; NotFound when
// there is none of this ID.
func (a *Archive) Storyline(ctx context.Context, id string) (archive.Storyline, error) {
	line := archive.Storyline{ID: id}
	err := a.read(ctx, "open storyline", func(s snapshot) error {
		const now = `coalesce((SELECT id FROM redirects WHERE old = l.#), l.#)`
		for row, err := range s.rows(`SELECT l.storyline, `+strings.ReplaceAll(now, "#", "story")+`, `+
			strings.ReplaceAll(now, "#", "precedent")+`, l.why, l.what FROM links l WHERE l.storyline = ? ORDER BY l.n`, id) {
			if err != nil {
				return err
			}
			var l archive.Link
			if err := row.Scan(&l.Storyline, &l.Story, &l.To, &l.Why, &l.What); err != nil {
				return err
			}
			if l.Story != l.To {
				line.Links = append(line.Links, l)
			}
		}
		var rows []int64
		seen := map[string]bool{}
		for _, l := range line.Links {
			for _, story := range []string{l.To, l.Story} {
				if seen[story] {
					continue
				}
				seen[story] = true
				n, found, err := s.story(story)
				if coranto.KindOf(err) == coranto.NotFound { // all its articles were moved by hand
					continue
				}
				if err != nil {
					return err
				}
				rows, line.Stories = append(rows, n), append(line.Stories, found)
			}
		}
		if len(line.Stories) == 0 {
			return notFound("open storyline", id, "storyline")
		}
		return s.heads(rows, line.Stories)
	})
	slices.SortStableFunc(line.Stories, func(x, y coranto.Story) int {
		return strings.Compare(cmp.Or(x.From, undatedStart), cmp.Or(y.From, undatedStart))
	})
	return line, err
}
