package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"coranto"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// fault turns whatever failed into the errors that people are shown. Errors
// that already are, and a cancelled context's, pass unchanged.
func fault(op, subject string, err error) error {
	if err == nil {
		return nil
	}
	var ours *coranto.Error
	if errors.As(err, &ours) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	kind, hint := diagnose(err)
	if path := new(fs.PathError); errors.As(err, &path) && path.Path == subject {
		err = path.Err // the subject need not be said twice
	}
	return &coranto.Error{Kind: kind, Op: op, Subject: subject, Err: err, Hint: hint}
}

func diagnose(err error) (coranto.Kind, string) {
	var db *driver.Error
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return coranto.Full, hintFull
	case errors.As(err, &db) && db.Code() == sqlite3.SQLITE_IOERR_SHMSIZE: // no room for DIR/coranto.db-shm
		return coranto.Full, hintFull
	case errors.As(err, &db):
		return diagnoseCode(db.Code() & 0xff)
	case errors.Is(err, fs.ErrPermission):
		return coranto.Unreadable, hintPermission
	case errors.Is(err, fs.ErrNotExist):
		return coranto.NotFound, hintPermission
	case errors.As(err, new(*fs.PathError)):
		return coranto.Unreadable, hintPermission
	}
	return coranto.Internal, hintReport
}

const (
	hintFull       = "free some space and run it again: nothing that was accepted is lost"
	hintPermission = "name a folder with --data that this user may read and write"
	hintDamaged    = "restore a backup, or move the file away and import again"
	hintReport     = "run coranto check, and report this if it finds nothing"
)

func diagnoseCode(primary int) (coranto.Kind, string) {
	switch primary {
	case sqlite3.SQLITE_FULL:
		return coranto.Full, hintFull
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return coranto.Damaged, hintDamaged
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY:
		return coranto.Unreadable, hintPermission
	case sqlite3.SQLITE_IOERR:
		return coranto.Unreadable, "check the disk that holds the data folder, and whether it has room"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return coranto.Busy, "close the other program that has the file open"
	case sqlite3.SQLITE_TOOBIG:
		return coranto.TooLarge, "leave it out"
	}
	return coranto.Internal, hintReport
}

func notFound(op, id, what string) error {
	return coranto.Errorf(coranto.NotFound, op, id, "", "no such %s", what)
}
