// Package sqlite keeps an archive in one SQLite file, DIR/coranto.db, without
// cgo: the store that needs nothing else installed. It passes archivetest.
//
// One connection writes, a few read; in write-ahead mode neither waits for the
// other. One process at a time holds a data folder, by a lock on
// DIR/coranto.lock that the system lets go of when the process ends, however it
// ends.
//
// What survives a crash: every write is one transaction, so a killed process
// leaves either all of it or nothing. Commits are synced to the disk
// (synchronous=FULL) rather than left to the system (NORMAL), since after a
// power cut NORMAL may take back the last commits, and a page that Accept has
// returned must not be among them: the feed it came from may not show it again.
// It costs one sync a transaction, some milliseconds in which nothing else here
// waits; with a hundred pages a transaction that was about a tenth.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"time"

	"coranto"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

const (
	fileName = "coranto.db"
	lockName = "coranto.lock"

	// What a connection keeps of the file in memory, in KiB.
	writerCache = 64 << 10
	readerCache = 8 << 10
)

// Archive is an open archive. Its methods may be called from many goroutines.
type Archive struct {
	path    string
	lock    *os.File
	now     func() time.Time
	pack    *packer
	trace   func(query string) // for tests: sees every statement; nil otherwise
	writeDB *sql.DB
	readDB  *sql.DB

	writing  sync.Mutex // held for the length of a transaction
	writer   *sql.Conn
	prepared map[string]*sql.Stmt // on writer
}

// Open opens the archive in folder dir and makes both where they are not there
// yet. It fails with kind Busy when another process holds the folder,
// Unreadable when it may not be used, Damaged when the file is no archive or is
// broken, Unsupported when a newer program made it, Full when there is no room.
func Open(ctx context.Context, dir string) (*Archive, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fault("open", dir, err)
	}
	return open(ctx, dir)
}

// OpenExisting opens the archive in folder dir, as Open does, but fails with
// kind NotFound where there is none.
func OpenExisting(ctx context.Context, dir string) (*Archive, error) {
	if _, err := os.Stat(filepath.Join(dir, fileName)); errors.Is(err, fs.ErrNotExist) {
		return nil, coranto.Errorf(coranto.NotFound, "open", dir,
			"name the data folder with --data, or import pages into it first", "no archive there")
	}
	return open(ctx, dir)
}

func open(ctx context.Context, dir string) (_ *Archive, err error) {
	lock, err := lockFile(filepath.Join(dir, lockName))
	if errors.Is(err, errHeld) {
		return nil, coranto.Errorf(coranto.Busy, "open", dir,
			"stop the other coranto, or name another folder with --data", "another process uses this data folder")
	} else if err != nil {
		return nil, fault("open", dir, err)
	}
	a := &Archive{
		path:     filepath.Join(dir, fileName),
		lock:     lock,
		now:      time.Now,
		prepared: map[string]*sql.Stmt{},
	}
	defer func() {
		if err != nil {
			err = errors.Join(fault("open", a.path, err), a.Close())
		}
	}()
	if a.pack, err = newPacker(); err != nil {
		return nil, err
	}
	if a.writeDB, err = sql.Open("sqlite", dsn(a.path, writerCache, "journal_mode(wal)", "synchronous(full)",
		"fullfsync(1)", "foreign_keys(1)", "wal_autocheckpoint(4000)", "journal_size_limit(67108864)")); err != nil {
		return nil, err
	}
	a.writeDB.SetMaxOpenConns(1)
	if err := migrate(ctx, a.path, a.writeDB); err != nil {
		return nil, err
	}
	if a.writer, err = a.writeDB.Conn(ctx); err != nil {
		return nil, err
	}
	if err := a.remakeFindings(ctx); err != nil {
		return nil, err
	}
	if a.readDB, err = sql.Open("sqlite", dsn(a.path, readerCache, "query_only(1)")); err != nil {
		return nil, err
	}
	a.readDB.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
	a.readDB.SetMaxIdleConns(4)
	return a, a.readDB.PingContext(ctx)
}

// dsn names the file and what each connection to it is told first. Pages of
// 8 KiB waste less than half as much as the usual 4 KiB behind documents of 1
// to 3 KiB.
func dsn(path string, cacheKiB int, pragmas ...string) string {
	q := url.Values{"_pragma": append([]string{
		"busy_timeout(10000)",
		"page_size(8192)",
		"temp_store(memory)",
		"cache_size(-" + strconv.Itoa(cacheKiB) + ")",
	}, pragmas...)}
	p := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		p = "/" + p // file:///C:/...
	}
	return "file:" + (&url.URL{Path: p}).EscapedPath() + "?" + q.Encode()
}

// Close ends all work and lets go of the data folder.
func (a *Archive) Close() error {
	a.writing.Lock()
	defer a.writing.Unlock()
	var errs []error
	if a.readDB != nil {
		errs = append(errs, a.readDB.Close())
	}
	for _, s := range a.prepared {
		errs = append(errs, s.Close())
	}
	clear(a.prepared)
	if a.writer != nil {
		errs = append(errs, a.writer.Close())
	}
	if a.writeDB != nil {
		errs = append(errs, a.writeDB.Close())
	}
	if a.pack != nil {
		a.pack.close()
	}
	errs = append(errs, a.lock.Close())
	return fault("close", a.path, errors.Join(errs...))
}
