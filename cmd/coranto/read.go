package main

import (
	"context"
	"fmt"
	"iter"
	"net/url"
	"os"
	"strconv"
	"strings"

	"github.com/mattn/go-isatty"

	"coranto"
	"coranto/faces/term"
	"coranto/intake/file"
	"coranto/reading"
)

type readCommand struct {
	JSON    bool     `name:"json" help:"One JSON object an article, one a line."`
	Explain bool     `help:"Say what found each thing, and show what is held back as not sure."`
	Plain   bool     `help:"Each input is the text of exactly one article."`
	At      moment   `placeholder:"TIME" help:"When the first article of each page was published."`
	Fetched moment   `placeholder:"TIME" help:"When the page was fetched; \"3 hours ago\" needs it."`
	URL     string   `name:"url" placeholder:"URL" help:"The page's address."`
	Lang    string   `placeholder:"xx" help:"The language of the articles."`
	Paths   []string `arg:"" name:"path" help:"Files, folders, addresses, or - for standard input."`
}

func (c *readCommand) Run(ctx context.Context, m *Main) error {
	opt := reading.Options{At: c.At.text, Fetched: c.Fetched.time, Language: c.Lang}
	style := term.Style{Color: m.colourful(), Explain: c.Explain, Width: columns(m.Getenv("COLUMNS"))}
	failed := false
	for in := range c.inputs(ctx, m) {
		articles, err := c.read(in, opt)
		if err != nil {
			failed = true
			fmt.Fprintf(m.Stderr, "coranto: %v\n", err)
			continue
		}
		if in.Skip != "" {
			fmt.Fprintf(m.Stderr, "coranto: skipped %s: %s\n", in.Name, in.Skip)
		}
		for _, a := range articles {
			if c.JSON {
				err = term.WriteJSON(m.Stdout, a)
			} else {
				err = term.Article(m.Stdout, a, style)
			}
			if err != nil {
				return fmt.Errorf("write to standard output: %w", err)
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if failed {
		return errReported
	}
	return nil
}

func (c *readCommand) read(in file.Input, opt reading.Options) ([]coranto.Article, error) {
	switch {
	case in.Err != nil:
		return nil, in.Err
	case in.Page == nil:
		return nil, nil
	}
	if c.URL != "" {
		in.Page.URL = c.URL
	}
	return reading.Read(*in.Page, opt)
}

// inputs gives what stands under the paths; addresses are fetched.
func (c *readCommand) inputs(ctx context.Context, m *Main) iter.Seq[file.Input] {
	return func(yield func(file.Input) bool) {
		for _, p := range c.Paths {
			if isAddress(p) {
				if !yield(fetchPage(ctx, p)) {
					return
				}
				continue
			}
			for in := range file.Walk(ctx, []string{p}, file.Options{Stdin: m.Stdin, Plain: c.Plain}) {
				if !yield(in) {
					return
				}
			}
		}
	}
}

// colourful tells whether standard output is a terminal whose owner has nothing
// against colour (no-color.org).
func (m *Main) colourful() bool {
	f, ok := m.Stdout.(*os.File)
	return ok && isatty.IsTerminal(f.Fd()) && m.Getenv("NO_COLOR") == "" && m.Getenv("TERM") != "dumb"
}

// columns reads the width of the terminal, 0 where it is not told.
func columns(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 20 || n > 1000 {
		return 0
	}
	return n
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.Contains(s, "://")
}
