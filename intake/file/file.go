// Package file walks paths and gives the pages that stand in them: web pages,
// text dumps, JSON Lines and web archives, packed or not, told by their bytes.
//
// A file becomes a page under its path as given; inside a folder it is
// folder/relative/path; record N of a web archive and line N of JSON Lines are
// FILE#N, from 1. One input is held in memory at a time, whatever the size of
// the file or folder around it.
package file

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"strings"
	"syscall"

	"coranto"
)

// MaxPage is the default cap on one page's bytes, unpacked.
const MaxPage = 64 << 20

// Options say how paths are read. The zero value serves.
type Options struct {
	Stdin   io.Reader // what the path "-" means; nil: it is empty
	MaxPage int64     // cap on one page's bytes, unpacked; 0: MaxPage
	// Plain says that each file is the text of exactly one article: nothing is
	// sniffed, unpacked or cut into records.
	Plain bool
}

// Input is what stands under one name: a page, or the reason why it was passed
// over, or the error that kept it from being read. Exactly one of the three is
// set.
type Input struct {
	Name string
	Page *coranto.Page
	Skip string // "a licence text"
	Err  *coranto.Error
}

// Walk gives the inputs of paths in the order given, folders in name order.
// What is wrong with one input never stops the others. It ends early only when
// ctx does; the caller asks ctx.
//
// In a folder, what is nothing to read is skipped with its reason. A file given
// by its own path was meant to be read: one that is empty or binary is an error.
func Walk(ctx context.Context, paths []string, opt Options) iter.Seq[Input] {
	if opt.MaxPage <= 0 {
		opt.MaxPage = MaxPage
	}
	if opt.Stdin == nil {
		opt.Stdin = strings.NewReader("")
	}
	return func(yield func(Input) bool) {
		w := &walker{ctx: ctx, opt: opt, yield: yield}
		for _, p := range paths {
			if !w.path(p) {
				return
			}
		}
	}
}

// walker carries one walk. Its methods return false when the walk is to end.
type walker struct {
	ctx   context.Context
	opt   Options
	yield func(Input) bool
}

func (w *walker) give(in Input) bool { return w.ctx.Err() == nil && w.yield(in) }

func (w *walker) skip(name, why string) bool { return w.give(Input{Name: name, Skip: why}) }

func (w *walker) fail(name string, err error) bool {
	return w.give(Input{Name: name, Err: explain(name, err)})
}

// path walks one path as given.
func (w *walker) path(p string) bool {
	if p == "-" {
		return w.content("-", w.opt.Stdin, -1, true)
	}
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return w.fail(p, err)
	case !info.IsDir():
		return w.file(p, p, info, true)
	}
	name := strings.TrimRight(p, "/")
	return w.folder(p, name, name)
}

// folder walks what is in the folder at p, called name; root is the path given.
func (w *walker) folder(p, name, root string) bool {
	entries, err := os.ReadDir(p) // in name order; what was read before an error is still given
	for _, e := range entries {
		if w.ctx.Err() != nil || !w.entry(p, name, root, e) {
			return false
		}
	}
	switch {
	case err != nil:
		return w.fail(p, err)
	case len(entries) == 0 && name == root:
		return w.skip(p, "an empty folder")
	}
	return true
}

func (w *walker) entry(p, name, root string, e fs.DirEntry) bool {
	p, name = path.Join(p, e.Name()), name+"/"+e.Name()
	if e.IsDir() {
		if strings.HasPrefix(e.Name(), ".") {
			return w.skip(name, "a hidden folder; give its own path to read it")
		}
		return w.folder(p, name, root)
	}
	info, err := os.Stat(p) // follows links
	switch {
	case err != nil:
		return w.fail(name, err)
	case info.IsDir(): // links to folders may lead round in circles
		return w.skip(name, "a link to a folder; give the folder's own path to read it")
	case !info.Mode().IsRegular():
		return w.skip(name, "a device, pipe or socket")
	}
	return w.file(p, name, info, false)
}

// file reads the file at p. given says that it was given by its own path: then a
// pipe will do too.
func (w *walker) file(p, name string, info fs.FileInfo, given bool) bool {
	if info.Mode()&(fs.ModeSocket|fs.ModeIrregular) != 0 || info.Mode()&fs.ModeDevice != 0 && info.Mode()&fs.ModeCharDevice == 0 {
		return w.fail(name, coranto.Errorf(coranto.Unsupported, "", "", "give a file, a folder or -", "a device or socket"))
	}
	f, err := os.Open(p)
	if err != nil {
		return w.fail(name, err)
	}
	defer f.Close()
	size := int64(-1)
	if info.Mode().IsRegular() {
		size = info.Size()
	}
	return w.content(name, f, size, given)
}

// explain makes the error to show of whatever kept name from being read.
func explain(name string, err error) *coranto.Error {
	var known *coranto.Error
	if errors.As(err, &known) {
		e := *known
		e.Op, e.Subject = "read", name
		return &e
	}
	kind, hint := coranto.Unreadable, "check the disk and try again"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		kind, hint = coranto.NotFound, "check the path"
	case errors.Is(err, fs.ErrPermission):
		hint = "give yourself the right to read it"
	case errors.Is(err, syscall.ELOOP):
		hint = "mend or remove the link"
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err // the path is told already
	}
	return &coranto.Error{Kind: kind, Op: "read", Subject: name, Err: err, Hint: hint}
}
