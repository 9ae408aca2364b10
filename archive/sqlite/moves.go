package sqlite

import (
	"slices"

	"coranto"
	"coranto/archive"
)

// rearrange merges stories and moves articles as an article's coming asks for.
func (f *filing) rearrange(in *archive.Filed) error {
	for _, m := range in.Merges {
		if err := f.merge(m); err != nil {
			return err
		}
	}
	for _, m := range in.Moves {
		if err := f.move(m); err != nil {
			return err
		}
	}
	return nil
}

func (f *filing) merge(m archive.Merge) error {
	var from int64
	var moved int
	ok, err := f.get(`SELECT s.n, (SELECT count(*) FROM articles a WHERE a.story = s.n) FROM stories s WHERE s.id = ?`, []any{m.From}, &from, &moved)
	if err != nil {
		return err
	}
	if !ok || m.From == m.To {
		return nil // filed again
	}
	to, err := f.story(m.To)
	if err != nil {
		return err
	}
	if err := f.exec(`UPDATE articles SET story = ? WHERE story = ?`, to, from); err != nil {
		return err
	}
	f.touch(to, moved)
	return f.drop(from, m.From, m.To)
}

func (f *filing) move(m archive.Move) error {
	var article int64
	var from *int64
	var id string
	ok, err := f.get(`SELECT a.n, a.story, coalesce(s.id, '') FROM articles a LEFT JOIN stories s ON s.n = a.story WHERE a.id = ?`,
		[]any{m.Article}, &article, &from, &id)
	if err != nil {
		return err
	}
	if !ok {
		return coranto.Errorf(coranto.NotFound, "move", m.Article, hintReport, "no such article")
	}
	to, err := f.story(m.Story)
	if err != nil || from != nil && *from == to {
		return err
	}
	if err := f.exec(`UPDATE articles SET story = ? WHERE n = ?`, to, article); err != nil {
		return err
	}
	f.touch(to, 1)
	if from == nil {
		return nil
	}
	f.touch(*from, -1)
	var left int
	if ok, err := f.get(`SELECT 1 FROM articles WHERE story = ? LIMIT 1`, []any{*from}, &left); ok || err != nil {
		return err
	}
	return f.drop(*from, id, m.Story)
}

// drop takes an empty story away; its identifier, and those that meant it, mean
// another from now on.
func (f *filing) drop(n int64, id, means string) error {
	delete(f.stories, n)
	f.order = slices.DeleteFunc(f.order, func(other int64) bool { return other == n })
	if err := f.exec(`DELETE FROM stories WHERE n = ?`, n); err != nil {
		return err
	}
	if err := f.exec(`UPDATE redirects SET id = ? WHERE id = ?`, means, id); err != nil {
		return err
	}
	return f.exec(`INSERT INTO redirects (old, id) VALUES (?, ?)`, id, means)
}
