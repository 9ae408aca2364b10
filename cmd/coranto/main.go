// Command coranto reads the world's press on a machine of one's own. This
// package holds flags, configuration and wiring; what the commands do lives in
// the rooms they call.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"coranto"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := NewMain().Execute(ctx, os.Args[1:])
	stop()
	os.Exit(status)
}

// Main is the program with everything it touches from outside, so that
// end-to-end tests run it too.
type Main struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string

	Config Config
	Log    *slog.Logger

	command *kong.Context
	closers []func() error
}

// NewMain is the program as the operating system starts it.
func NewMain() *Main {
	return &Main{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}
}

// Execute parses, runs, closes and returns the exit status.
func (m *Main) Execute(ctx context.Context, args []string) int {
	err := m.ParseFlags(ctx, args)
	if err == nil {
		err = m.Run(ctx)
	}
	if cerr := m.Close(); err == nil {
		err = cerr
	}
	return m.report(err)
}

// Run runs the command that ParseFlags found.
func (m *Main) Run(ctx context.Context) error {
	if m.command == nil {
		return nil
	}
	m.command.BindTo(ctx, (*context.Context)(nil))
	return m.command.Run(m)
}

// Close gives back what Run opened, last opened first.
func (m *Main) Close() error {
	var errs []error
	for i := len(m.closers) - 1; i >= 0; i-- {
		errs = append(errs, m.closers[i]())
	}
	m.closers = nil
	return errors.Join(errs...)
}

// closing has Close call f.
func (m *Main) closing(f func() error) { m.closers = append(m.closers, f) }

// errReported says that each failure has been printed where it happened; only
// the exit status remains.
var errReported = errors.New("some inputs failed")

// report prints an error as CONTRACT has it and maps its kind, the only place
// where that is done, to the exit status.
func (m *Main) report(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errReported):
		return 1
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(m.Stderr, "coranto: interrupted; the same command goes on where it stopped")
		return 130
	}
	fmt.Fprintf(m.Stderr, "coranto: %v\n", err)
	if coranto.KindOf(err) == coranto.Usage {
		fmt.Fprintf(m.Stderr, "Try: %s\n", m.try(err))
		return 2
	}
	return 1
}
