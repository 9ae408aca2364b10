package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"
)

// tx is a transaction. Its statements are prepared once for the writer; they
// run to their end and do not watch the context, which would cost a goroutine
// each. Whoever loops asks the context between two steps.
type tx struct{ a *Archive }

// write runs f in one transaction: all of it is kept, or, when f or the commit
// fails, nothing.
func (a *Archive) write(ctx context.Context, op string, f func(tx) error) (err error) {
	a.writing.Lock()
	defer a.writing.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	t := tx{a}
	if err := t.exec("BEGIN IMMEDIATE"); err != nil {
		return fault(op, a.path, err)
	}
	committed := false
	defer func() {
		if committed {
			return
		}
		// SQLite has already rolled back after some errors; then this says so,
		// which is no news. What matters is that no transaction stays open.
		_, _ = a.writer.ExecContext(context.Background(), "ROLLBACK")
	}()
	if err := f(t); err != nil {
		return fault(op, a.path, err)
	}
	if err := t.exec("COMMIT"); err != nil {
		return fault(op, a.path, err)
	}
	committed = true
	return nil
}

func (t tx) prepare(query string) (*sql.Stmt, error) {
	t.a.watch(query)
	if s, ok := t.a.prepared[query]; ok {
		return s, nil
	}
	s, err := t.a.writer.PrepareContext(context.Background(), query)
	if err == nil {
		t.a.prepared[query] = s
	}
	return s, err
}

func (t tx) exec(query string, args ...any) error {
	s, err := t.prepare(query)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(context.Background(), args...)
	return err
}

// get reads one row into dest and tells whether there was one.
func (t tx) get(query string, args []any, dest ...any) (bool, error) {
	s, err := t.prepare(query)
	if err != nil {
		return false, err
	}
	return found(s.QueryRowContext(context.Background(), args...).Scan(dest...))
}

// insert adds a row and returns its rowid.
func (t tx) insert(query string, args ...any) (int64, error) {
	s, err := t.prepare(query)
	if err != nil {
		return 0, err
	}
	r, err := s.ExecContext(context.Background(), args...)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// snapshot is the archive as it stood at one moment.
type snapshot struct {
	*sql.Tx
	ctx context.Context
	a   *Archive
}

// read runs f on a snapshot, so that what several queries say agrees.
func (a *Archive) read(ctx context.Context, op string, f func(snapshot) error) error {
	t, err := a.readDB.BeginTx(ctx, nil)
	if err != nil {
		return fault(op, a.path, err)
	}
	err = f(snapshot{t, ctx, a})
	if e := t.Rollback(); err == nil && !errors.Is(e, sql.ErrTxDone) {
		err = e
	}
	if err != nil && ctx.Err() != nil {
		return ctx.Err() // rather than that a query was interrupted
	}
	return fault(op, a.path, err)
}

func (s snapshot) get(query string, args []any, dest ...any) (bool, error) {
	s.a.watch(query)
	return found(s.QueryRowContext(s.ctx, query, args...).Scan(dest...))
}

// rows yields the rows of a query, each to be scanned before the next, and the
// error that ended them, if any.
func (s snapshot) rows(query string, args ...any) iter.Seq2[*sql.Rows, error] {
	return func(yield func(*sql.Rows, error) bool) {
		s.a.watch(query)
		r, err := s.QueryContext(s.ctx, query, args...)
		if err != nil {
			yield(nil, err)
			return
		}
		defer r.Close()
		for r.Next() {
			if !yield(r, nil) {
				return
			}
		}
		if err := r.Err(); err != nil {
			yield(nil, err)
		}
	}
}

func found(err error) (bool, error) {
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

func (a *Archive) watch(query string) {
	if a.trace != nil {
		a.trace(query)
	}
}
