package sqlite

import (
	"context"
	"slices"
	"strings"

	"coranto/archive"
)

// Note keeps the outcomes of inputs that never became pages, by name; a later
// one replaces the one before.
func (a *Archive) Note(ctx context.Context, outcomes []archive.Outcome) error {
	return a.write(ctx, "note", func(t tx) error {
		for _, o := range outcomes {
			err := t.exec(`INSERT INTO noted (name, status, kind, why, hint, articles, maker) VALUES (?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (name) DO UPDATE SET status = excluded.status, kind = excluded.kind, why = excluded.why,
					hint = excluded.hint, articles = excluded.articles, maker = excluded.maker`,
				o.Name, string(o.Status), string(o.Kind), o.Why, o.Hint, o.Articles, o.Maker)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Outcomes returns the outcomes with one of the statuses, or all, of pages and
// of noted inputs, in the order of their names.
func (a *Archive) Outcomes(ctx context.Context, statuses ...archive.Status) ([]archive.Outcome, error) {
	var in []string
	var args []any
	for _, s := range statuses {
		in, args = append(in, "?"), append(args, string(s))
	}
	where := ""
	if len(in) > 0 {
		where = ` WHERE status IN (` + strings.Join(in, ", ") + `)`
		if !slices.Contains(statuses, archive.Read) {
			where += ` AND status <> 'read'` // lets outcomes_unread serve
		}
	}
	query := `SELECT o.page, p.name, o.status, o.kind, o.why, o.hint, o.articles, o.maker
			FROM outcomes o JOIN pages p ON p.seq = o.page` + where + `
		UNION ALL SELECT 0, name, status, kind, why, hint, articles, maker FROM noted` + where + `
		ORDER BY 2, 1`
	var outcomes []archive.Outcome
	err := a.read(ctx, "list outcomes", func(s snapshot) error {
		for row, err := range s.rows(query, append(args, args...)...) {
			if err != nil {
				return err
			}
			var o archive.Outcome
			if err := row.Scan(&o.Seq, &o.Name, &o.Status, &o.Kind, &o.Why, &o.Hint, &o.Articles, &o.Maker); err != nil {
				return err
			}
			outcomes = append(outcomes, o)
		}
		return nil
	})
	return outcomes, err
}

// Counts says how much the archive holds, at the same cost however much it is.
func (a *Archive) Counts(ctx context.Context) (archive.Counts, error) {
	var c archive.Counts
	field := map[string]*int{
		"pages": &c.Pages, "articles": &c.Articles, "stories": &c.Stories, "publishers": &c.Publishers,
		string(archive.Failed): &c.Failed, string(archive.Skipped): &c.Skipped, string(archive.Barren): &c.Barren,
	}
	err := a.read(ctx, "count", func(s snapshot) error {
		for row, err := range s.rows(`SELECT what, n FROM totals`) {
			if err != nil {
				return err
			}
			var what string
			var n int
			if err := row.Scan(&what, &n); err != nil {
				return err
			}
			if f, ok := field[what]; ok {
				*f = n
			}
		}
		return nil
	})
	return c, err
}

// Publishers returns who prints, those with the most articles first, then by
// name and domain. Articles that name no publisher are not among them.
func (a *Archive) Publishers(ctx context.Context) ([]archive.PublisherCount, error) {
	var publishers []archive.PublisherCount
	err := a.read(ctx, "list publishers", func(s snapshot) error {
		for row, err := range s.rows(`SELECT name, domain, articles FROM publishers ORDER BY articles DESC, name, domain`) {
			if err != nil {
				return err
			}
			var p archive.PublisherCount
			if err := row.Scan(&p.Name, &p.Domain, &p.Articles); err != nil {
				return err
			}
			publishers = append(publishers, p)
		}
		return nil
	})
	return publishers, err
}
