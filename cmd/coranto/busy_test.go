package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"coranto/archive/sqlite"
)

// run runs the program in this process and returns its exit status and what it
// printed on standard error.
func run(t *testing.T, args ...string) (status int, stderr string) {
	t.Helper()
	var b bytes.Buffer
	m := &Main{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &b, Getenv: func(name string) string {
		if name == "HOME" {
			return filepath.Join(os.TempDir(), "nobody")
		}
		return ""
	}}
	status = m.Execute(context.Background(), args)
	return status, b.String()
}

func TestSecondProcessIsRefused(t *testing.T) {
	dir := t.TempDir()
	a, err := sqlite.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for _, args := range [][]string{
		{"import", "--data", dir, "-"},
		{"stories", "--data", dir},
		{"serve", "--listen", "127.0.0.1:0", "--data", dir},
	} {
		status, stderr := run(t, args...)
		if status != 1 || !strings.Contains(stderr, "coranto: open "+dir+": another process uses this data folder; ") {
			t.Errorf("%v: status %d, %q", args, status, stderr)
		}
	}
	if err := a.Check(t.Context()); err != nil {
		t.Errorf("the archive of the first: %v", err)
	}
}

func TestAddressInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	dir := t.TempDir()
	status, stderr := run(t, "serve", "--data", dir, "--listen", l.Addr().String())
	if want := "coranto: listen on " + l.Addr().String() + ": the address is in use; "; status != 1 || !strings.HasPrefix(stderr, want) {
		t.Errorf("status %d, %q, want %q", status, stderr, want)
	}
}

// An unreadable file among good ones. Root may read everything: there the test is
// skipped, and intake/file has one with a stream that fails.
func TestUnreadableFile(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "a.txt")
	locked := filepath.Join(dir, "b.txt")
	for _, f := range []string{good, locked} {
		text := "Council agrees on terms for the river\n\n" + strings.Repeat("The council of the two valleys met on Monday and agreed on the terms of the dam.\n\n", 5)
		if err := os.WriteFile(f, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(locked); err == nil {
		f.Close()
		t.Skip("this user may read what nobody may; intake/file tests a failing stream")
	}
	desk := filepath.Join(dir, "desk")
	status, stderr := run(t, "import", "--quiet", "--data", desk, dir)
	if status != 1 || !strings.Contains(stderr, "coranto: import "+locked+": ") {
		t.Errorf("status %d, %q", status, stderr)
	}
	if got := dump(t, desk); !strings.Contains(got, "Council agrees on terms") {
		t.Error("the good file is not kept")
	}
}
