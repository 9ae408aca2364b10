package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"net"
	"os"
	"path/filepath"
	"time"

	"coranto"
	"coranto/archive"
	"coranto/archive/sqlite"
	"coranto/edition"
	"coranto/faces/web"
	"coranto/intake/file"
	"coranto/newsroom"
	"coranto/sampledesk"
)

type serveCommand struct {
	dataFlag
	Listen string `placeholder:"HOST:PORT" help:"Address to listen on (default: 127.0.0.1:8080)."`
}

func (c *serveCommand) Run(ctx context.Context, m *Main) error {
	l, err := web.Listen(orDefault(c.Listen, m.Config.Listen))
	if err != nil {
		return err
	}
	m.closing(func() error { return ignoreClosed(l.Close()) })
	a, names, err := m.openNamed(ctx, c.Data)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	followed := make(chan struct{})
	go func() { // a large desk takes a while to recall what it holds; it can be read meanwhile
		defer close(followed)
		room, err := newsroom.Open(ctx, a, newsroom.Options{Names: names, Log: m.Log})
		if err != nil {
			if ctx.Err() == nil {
				m.Log.Error("nothing new is read", "err", err)
			}
			return
		}
		m.follow(ctx, a, room)
	}()
	err = m.serve(ctx, a, m.dataDir(c.Data), l, time.Now)
	stop()
	<-followed // before the archive is closed
	return err
}

// serve shows the desk on l, as seen from now, until ctx ends.
func (m *Main) serve(ctx context.Context, a *sqlite.Archive, dir string, l net.Listener, now func() time.Time) error {
	names, err := deskNames(dir)
	if err != nil {
		return err
	}
	site := web.New(edition.New(a, names, now), web.Options{Log: m.Log, Hand: a})
	fmt.Fprintf(m.Stdout, "listening on http://%s\n", l.Addr())
	return site.Serve(ctx, l)
}

func orDefault(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func ignoreClosed(err error) error {
	if errors.Is(err, net.ErrClosed) {
		return nil
	}
	return err
}

type demoCommand struct {
	Listen string `placeholder:"HOST:PORT" help:"Address to listen on (default: 127.0.0.1:8080, or a free port)."`
}

func (c *demoCommand) Run(ctx context.Context, m *Main) error {
	l, err := web.Listen(orDefault(c.Listen, m.Config.Listen))
	if coranto.KindOf(err) == coranto.Busy && c.Listen == "" {
		l, err = web.Listen("127.0.0.1:0")
	}
	if err != nil {
		return err
	}
	m.closing(func() error { return ignoreClosed(l.Close()) })
	dir, err := os.MkdirTemp("", "coranto-demo-")
	if err != nil {
		return coranto.Errorf(coranto.Unreadable, "demo", os.TempDir(), "set TMPDIR to a folder that can be written", "%w", err)
	}
	m.closing(func() error { return os.RemoveAll(dir) })
	a, err := m.openSampleDesk(ctx, dir)
	if err != nil {
		return err
	}
	fmt.Fprintln(m.Stderr, "coranto: the sample desk: ten invented publishers, four weeks of invented diplomacy; end with Ctrl-C")
	return m.serve(ctx, a, dir, l, func() time.Time { return sampledesk.Now })
}

// openSampleDesk makes a desk of the sample pages in dir.
func (m *Main) openSampleDesk(ctx context.Context, dir string) (*sqlite.Archive, error) {
	names, err := sampledesk.Files.ReadFile("names.toml")
	if err != nil {
		return nil, fmt.Errorf("read the sample names: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "names.toml"), names, 0o600); err != nil {
		return nil, coranto.Errorf(coranto.Unreadable, "demo", dir, "set TMPDIR to a folder that can be written", "%w", err)
	}
	a, room, err := m.openDesk(ctx, dir)
	if err != nil {
		return nil, err
	}
	_, err = room.Import(ctx, a, samplePages(ctx), unwatched{m})
	return a, err
}

// samplePages gives the pages of the sample desk as if they lay in a folder.
func samplePages(ctx context.Context) iter.Seq[file.Input] {
	return func(yield func(file.Input) bool) {
		err := fs.WalkDir(sampledesk.Files, "pages", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			body, err := sampledesk.Files.ReadFile(path)
			if err != nil {
				return err
			}
			for in := range file.Walk(ctx, []string{"-"}, file.Options{Stdin: bytes.NewReader(body)}) {
				in.Name = path
				if in.Page != nil {
					in.Page.Name = path
				}
				if !yield(in) {
					return fs.SkipAll
				}
			}
			return nil
		})
		if err != nil { // the pages are part of the program: only a mistake of ours gets here
			yield(file.Input{Name: "pages", Err: coranto.Errorf(coranto.Internal, "read", "the sample desk", "", "%w", err)})
		}
	}
}

// unwatched observes an import whose failures only the log need hear of.
type unwatched struct{ m *Main }

func (unwatched) Progress(newsroom.Progress) {}

func (u unwatched) Failed(o archive.Outcome) {
	u.m.Log.Error("could not be read", "page", o.Name, "why", o.Why)
}

func (u unwatched) Skipped(o archive.Outcome) {
	u.m.Log.Debug("skipped", "page", o.Name, "why", o.Why)
}
