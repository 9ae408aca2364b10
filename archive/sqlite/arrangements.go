package sqlite

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"coranto"
	"coranto/archive"
)

// Arrange moves articles between stories and pins headlines as a reader decided,
// and returns the arrangement with what was before. NotFound when an article or
// a story is not there; then nothing is done. One whose ID is known stays as it
// was.
func (a *Archive) Arrange(ctx context.Context, made coranto.Arrangement) (coranto.Arrangement, error) {
	made.Moves, made.Pins = slices.Clone(made.Moves), slices.Clone(made.Pins)
	err := a.write(ctx, "arrange", func(t tx) error {
		var n int64
		if known, err := t.get(`SELECT n FROM arrangements WHERE id = ?`, []any{made.ID}, &n); known || err != nil {
			return err
		}
		f := newFiling(t)
		for i := range made.Moves {
			if err := f.moveByHand(&made.Moves[i]); err != nil {
				return err
			}
		}
		for i := range made.Pins {
			p := &made.Pins[i]
			if _, err := t.get(`SELECT article FROM pins WHERE story = ?`, []any{p.Story}, &p.Was); err != nil {
				return err
			}
			if err := f.pin(p.Story, p.Article); err != nil {
				return err
			}
		}
		if err := f.tally(); err != nil {
			return err
		}
		document, err := json.Marshal(made)
		if err != nil {
			return err
		}
		return t.exec(`INSERT INTO arrangements (id, undone, document) VALUES (?, 0, ?)`, made.ID, string(document))
	})
	return made, err
}

// UndoArrangement puts what an arrangement moved back where it was, as far as
// it still is where it was moved to. NotFound when there is none of this ID.
func (a *Archive) UndoArrangement(ctx context.Context, id string, at time.Time) error {
	return a.write(ctx, "undo", func(t tx) error {
		var undone int64
		var document []byte
		known, err := t.get(`SELECT undone, document FROM arrangements WHERE id = ?`, []any{id}, &undone, &document)
		switch {
		case err != nil:
			return err
		case !known:
			return notFound("undo", id, "arrangement")
		case undone != 0:
			return nil
		}
		var made coranto.Arrangement
		if err := json.Unmarshal(document, &made); err != nil {
			return coranto.Errorf(coranto.Damaged, "undo", id, hintDamaged, "%w", err)
		}
		f := newFiling(t)
		for _, m := range slices.Backward(made.Moves) {
			if err := f.moveBack(m); err != nil {
				return err
			}
		}
		for _, p := range slices.Backward(made.Pins) {
			if err := f.pin(p.Story, p.Was); err != nil {
				return err
			}
		}
		if err := f.tally(); err != nil {
			return err
		}
		return t.exec(`UPDATE arrangements SET undone = ? WHERE id = ?`, µs(at), id)
	})
}

func newFiling(t tx) *filing {
	return &filing{tx: t, stories: map[int64]int{}, publishers: map[coranto.Byline]int{}}
}

func (f *filing) moveByHand(m *coranto.Moved) error {
	known, err := f.get(`SELECT coalesce(s.id, '') FROM articles a LEFT JOIN stories s ON s.n = a.story WHERE a.id = ?`, []any{m.Article}, &m.From)
	if err != nil {
		return err
	}
	if !known {
		return notFound("move", m.Article, "article")
	}
	if err := f.exec(`INSERT INTO held (article, times) VALUES (?, 1) ON CONFLICT (article) DO UPDATE SET times = times + 1`, m.Article); err != nil {
		return err
	}
	return f.move(archive.Move{Article: m.Article, Story: m.To})
}

func (f *filing) moveBack(m coranto.Moved) error {
	if err := f.exec(`UPDATE held SET times = times - 1 WHERE article = ?`, m.Article); err != nil {
		return err
	}
	if err := f.exec(`DELETE FROM held WHERE article = ? AND times <= 0`, m.Article); err != nil {
		return err
	}
	var now string
	if _, err := f.get(`SELECT coalesce(s.id, '') FROM articles a LEFT JOIN stories s ON s.n = a.story WHERE a.id = ?`, []any{m.Article}, &now); err != nil {
		return err
	}
	if now != m.To || m.From == "" {
		return nil
	}
	return f.move(archive.Move{Article: m.Article, Story: m.From})
}

// pin has an article's headline head a story, "" none in particular.
func (f *filing) pin(story, article string) error {
	if article == "" {
		return f.exec(`DELETE FROM pins WHERE story = ?`, story)
	}
	var n int64
	in, err := f.get(`SELECT a.n FROM articles a JOIN stories s ON s.n = a.story WHERE a.id = ? AND s.id = ?`, []any{article, story}, &n)
	if err != nil {
		return err
	}
	if !in {
		return coranto.Errorf(coranto.NotFound, "pin", article, "choose an article of the story", "the story does not hold it")
	}
	return f.exec(`INSERT INTO pins (story, article) VALUES (?, ?) ON CONFLICT (story) DO UPDATE SET article = excluded.article`, story, article)
}

// Arrangements returns what readers decided by hand about stories, in the order
// in which they did, also what was undone.
func (a *Archive) Arrangements(ctx context.Context) ([]coranto.Arrangement, error) {
	var list []coranto.Arrangement
	err := a.read(ctx, "list arrangements", func(s snapshot) error {
		for row, err := range s.rows(`SELECT undone, document FROM arrangements ORDER BY n`) {
			if err != nil {
				return err
			}
			var undone int64
			var document []byte
			if err := row.Scan(&undone, &document); err != nil {
				return err
			}
			var one coranto.Arrangement
			if err := json.Unmarshal(document, &one); err != nil {
				return coranto.Errorf(coranto.Damaged, "list arrangements", a.path, hintDamaged, "%w", err)
			}
			one.Undone = fromµs(undone)
			list = append(list, one)
		}
		return nil
	})
	return list, err
}

// Held returns where articles stand because a reader put them there, and how
// often anything was arranged or undone so far: whoever remembers stories looks
// anew when that has grown.
func (a *Archive) Held(ctx context.Context) (held []archive.Move, deeds int, err error) {
	err = a.read(ctx, "list arrangements", func(s snapshot) error {
		if _, err := s.get(`SELECT count(*) + count(nullif(undone, 0)) FROM arrangements`, nil, &deeds); err != nil {
			return err
		}
		for row, err := range s.rows(`SELECT h.article, coalesce(s.id, '') FROM held h JOIN articles a ON a.id = h.article
			LEFT JOIN stories s ON s.n = a.story ORDER BY h.article`) {
			if err != nil {
				return err
			}
			var m archive.Move
			if err := row.Scan(&m.Article, &m.Story); err != nil {
				return err
			}
			held = append(held, m)
		}
		return nil
	})
	return held, deeds, err
}

// pins returns whose headline heads which story by hand.
func (s snapshot) pins() (map[string]string, error) {
	pins := map[string]string{}
	for row, err := range s.rows(`SELECT story, article FROM pins`) {
		if err != nil {
			return nil, err
		}
		var story, article string
		if err := row.Scan(&story, &article); err != nil {
			return nil, err
		}
		pins[story] = article
	}
	return pins, nil
}
