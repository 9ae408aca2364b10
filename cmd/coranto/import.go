package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"

	"coranto"
	"coranto/archive"
	"coranto/archive/sqlite"
	"coranto/faces/term"
	"coranto/intake/file"
	"coranto/newsroom"
	"coranto/reading/entity"
)

type importCommand struct {
	dataFlag
	JSON  bool     `name:"json" help:"Print one line of figures."`
	Quiet bool     `help:"No progress."`
	Paths []string `arg:"" name:"path" help:"Files, folders, or - for standard input."`
}

// tally is the line that import --json prints.
type tally struct {
	Pages     int     `json:"pages"`
	Articles  int     `json:"articles"`
	Stories   int     `json:"stories"`
	Failed    int     `json:"failed"`
	Skipped   int     `json:"skipped"`
	Seconds   float64 `json:"seconds"`
	PeakRSSMB int     `json:"peak_rss_mb"`
	Known     int     `json:"known"` // pages that were kept already, unchanged
}

func (c *importCommand) Run(ctx context.Context, m *Main) error {
	start := time.Now()
	a, room, err := m.openDesk(ctx, c.Data)
	if err != nil {
		return err
	}
	before, err := a.Counts(ctx)
	if err != nil {
		return err
	}
	w := newWatcher(m.Stderr, c.Quiet)
	got, err := room.Import(ctx, a, file.Walk(ctx, c.Paths, file.Options{Stdin: m.Stdin}), w)
	w.finish()
	if err != nil {
		return err
	}
	after, err := a.Counts(ctx)
	if err != nil {
		return err
	}
	t := tally{
		Pages: got.Pages, Articles: got.Articles, Stories: after.Stories - before.Stories,
		Failed: got.Failed, Skipped: got.Skipped, Known: got.Known,
		Seconds: time.Since(start).Seconds(), PeakRSSMB: peakRSS(),
	}
	if c.JSON {
		err = term.WriteJSON(m.Stdout, t)
	} else {
		_, err = fmt.Fprintf(m.Stdout, "%d pages (%d known already), %d articles, %d new stories, %d failed, %d skipped in %.1f s\n",
			t.Pages, t.Known, t.Articles, t.Stories, t.Failed, t.Skipped, t.Seconds)
	}
	if err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	if got.Failed > 0 {
		return errReported
	}
	return nil
}

// dataDir is the folder of the desk: the flag's, else the settings'.
func (m *Main) dataDir(flag string) string {
	if flag != "" {
		return flag
	}
	return m.Config.Data
}

// openDesk opens the archive in dir, made when missing, with a newsroom that
// knows the desk's own names.
func (m *Main) openDesk(ctx context.Context, flag string) (*sqlite.Archive, *newsroom.Newsroom, error) {
	a, names, err := m.openNamed(ctx, flag)
	if err != nil {
		return nil, nil, err
	}
	room, err := newsroom.Open(ctx, a, newsroom.Options{Names: names, Log: m.Log})
	return a, room, err
}

// openNamed opens a desk's archive, made if it is new, and its names.
func (m *Main) openNamed(ctx context.Context, flag string) (*sqlite.Archive, *entity.Names, error) {
	dir := m.dataDir(flag)
	a, err := sqlite.Open(ctx, dir)
	if err != nil {
		return nil, nil, err
	}
	m.closing(a.Close)
	names, err := deskNames(dir)
	return a, names, err
}

// deskNames is the built-in gazetteer with the names of the desk's own file,
// DIR/names.toml, over it.
func deskNames(dir string) (*entity.Names, error) {
	file := filepath.Join(dir, "names.toml")
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return entity.Builtin(), nil
	}
	if err != nil {
		return nil, coranto.Errorf(coranto.Unreadable, "read names", file, "check its permissions", "%w", err)
	}
	defer f.Close()
	own, err := entity.ParseNames(f, file)
	if err != nil {
		return nil, err
	}
	return entity.Builtin().With(own), nil
}

// watcher shows an import as it goes: a bar on a terminal, a line every few
// seconds elsewhere, nothing but failures when quiet.
type watcher struct {
	out   io.Writer
	bar   *progressbar.ProgressBar
	quiet bool
	last  time.Time
}

const progressEvery = 3 * time.Second

func newWatcher(out io.Writer, quiet bool) *watcher {
	w := &watcher{out: out, quiet: quiet, last: time.Now()}
	if f, ok := out.(*os.File); ok && !quiet && isatty.IsTerminal(f.Fd()) {
		w.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(out), progressbar.OptionShowCount(),
			progressbar.OptionSetItsString("pages"), progressbar.OptionShowIts(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
	}
	return w
}

func (w *watcher) Progress(p newsroom.Progress) {
	switch {
	case w.bar != nil:
		_ = w.bar.Set(p.Read + p.Known) // a bar that cannot be drawn is no failure
	case !w.quiet && time.Since(w.last) >= progressEvery:
		w.last = time.Now()
		fmt.Fprintf(w.out, "coranto: %d pages read, %d known, %d articles, %d failed\n", p.Read, p.Known, p.Articles, p.Failed)
	}
}

func (w *watcher) Failed(o archive.Outcome) {
	w.clear()
	fmt.Fprintf(w.out, "coranto: %v\n", &coranto.Error{Kind: o.Kind, Op: "import", Subject: o.Name, Err: errors.New(o.Why), Hint: o.Hint})
}

func (w *watcher) Skipped(o archive.Outcome) {
	if w.quiet {
		return
	}
	w.clear()
	fmt.Fprintf(w.out, "coranto: skipped %s: %s\n", o.Name, o.Why)
}

func (w *watcher) clear() {
	if w.bar != nil {
		_ = w.bar.Clear()
	}
}

func (w *watcher) finish() {
	if w.bar != nil {
		_ = w.bar.Finish()
	}
}
