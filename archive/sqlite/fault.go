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
	return &coranto.Error{Kind: kind, Op: op, Subject: subject, Err: err, Hint: hint}
}

func diagnose(err error) (coranto.Kind, string) {
	var db *driver.Error
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return coranto.Full, hintFull
	case errors.As(err, &db):
		return diagnoseCode(db.Code() & 0xff)
	case errors.Is(err, fs.ErrPermission):
		return coranto.Unreadable, hintPermission
	case errors.Is(err, fs.ErrNotExist):
		return coranto.NotFound, "name an existing data folder with --data"
	case errors.As(err, new(*fs.PathError)):
		return coranto.Unreadable, hintPermission
	}
	return coranto.Internal, hintReport
}

const (
	hintFull       = "free some space and run it again: nothing that was accepted is lost"
	hintPermission = "give this user the right to read and write the data folder, or name another with --data"
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
