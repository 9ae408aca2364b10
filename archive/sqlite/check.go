package sqlite

import (
	"context"

	"coranto"
)

// checks each count what must not be there.
var checks = []struct{ query, why string }{
	{`SELECT count(*) FROM pages p WHERE NOT EXISTS (SELECT 1 FROM outcomes WHERE page = p.seq)
		AND NOT EXISTS (SELECT 1 FROM queue WHERE page = p.seq)`, "%d pages are neither read nor queued"},
	{`SELECT count(*) FROM articles a WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.article = a.n AND v.v = a.version)`,
		"%d articles lack their current version"},
	{`SELECT count(*) FROM stories s WHERE articles <> (SELECT count(*) FROM articles a WHERE a.story = s.n)`,
		"%d stories miscount their articles"},
	{`SELECT count(*) FROM redirects r WHERE NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = r.id) OR EXISTS (SELECT 1 FROM stories s WHERE s.id = r.old)`,
		"%d redirects lead to no story or away from one"},
	{`SELECT count(*) FROM findings f WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.n = f.n / 4096)`, "%d findings are of no article"},
	{`SELECT count(*) FROM finding_subjects k WHERE NOT EXISTS (SELECT 1 FROM findings f WHERE f.n = k.finding AND f.day = k.day)`,
		"%d subjects are of no finding"},
	{`SELECT count(*) FROM totals t WHERE
		(what = 'pages' AND n <> (SELECT count(*) FROM pages)) OR
		(what = 'articles' AND n <> (SELECT count(*) FROM articles)) OR
		(what = 'stories' AND n <> (SELECT count(*) FROM stories)) OR
		(what = 'publishers' AND n <> (SELECT count(DISTINCT iif(name = '', '/' || domain, name)) FROM publishers)) OR
		(what IN ('read', 'barren', 'skipped', 'failed') AND n <>
			(SELECT count(*) FROM outcomes WHERE status = t.what) + (SELECT count(*) FROM noted WHERE status = t.what))`,
		"%d totals are wrong"},
}

// Check reads the whole file and says, by an error of kind Damaged, the first
// thing found broken in it: in its pages, its search index, or in what its
// tables say of one another.
func (a *Archive) Check(ctx context.Context) error {
	damaged := func(format string, args ...any) error {
		return coranto.Errorf(coranto.Damaged, "check", a.path, hintDamaged, format, args...)
	}
	err := a.read(ctx, "check", func(s snapshot) error {
		var first string
		if _, err := s.get(`PRAGMA integrity_check(1)`, nil, &first); err != nil {
			return err
		}
		if first != "ok" {
			return damaged("%s", first)
		}
		for row, err := range s.rows(`PRAGMA foreign_key_check`) {
			if err != nil {
				return err
			}
			var table, parent string
			var rowid, key any
			if err := row.Scan(&table, &rowid, &parent, &key); err != nil {
				return err
			}
			return damaged("row %v of %s refers to nothing in %s", rowid, table, parent)
		}
		for _, c := range checks {
			var n int
			if _, err := s.get(c.query, nil, &n); err != nil {
				return err
			}
			if n > 0 {
				return damaged(c.why, n)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return a.write(ctx, "check", func(t tx) error {
		return t.exec(`INSERT INTO search (search, rank) VALUES ('integrity-check', 0)`)
	})
}
