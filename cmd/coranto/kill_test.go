package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"coranto/archive/sqlite"
	"coranto/sampledesk"
)

// An import killed at any moment and started again ends in the state of an
// undisturbed one. Twenty moments, spread at random over its whole length.
func TestKilledImportResumes(t *testing.T) {
	if testing.Short() {
		t.Skip("starts some fifty processes")
	}
	pages := importable(t)
	whole := filepath.Join(t.TempDir(), "whole")
	var length time.Duration
	for range 2 { // the second is spared what only a first start takes
		if err := os.RemoveAll(whole); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		if out, err := program(t, "import", "--quiet", "--data", whole, pages).CombinedOutput(); err != nil {
			t.Fatalf("undisturbed import: %v\n%s", err, out)
		}
		length = time.Since(start)
	}
	want := dump(t, whole)

	const points = 20
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	t.Logf("seed %d, an undisturbed import takes %v", seed, length)
	killed := 0
	for i := range points {
		dir := filepath.Join(t.TempDir(), fmt.Sprint("killed", i))
		cmd := program(t, "import", "--quiet", "--data", dir, pages)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		moment := time.Duration((float64(i) + random.Float64()) / points * float64(length))
		time.Sleep(moment)
		_ = cmd.Process.Kill() // an error means that it is done
		if err := cmd.Wait(); err != nil {
			killed++
		}
		if out, err := program(t, "import", "--quiet", "--data", dir, pages).CombinedOutput(); err != nil {
			t.Fatalf("killed after %v, started again: %v\n%s", moment, err, out)
		}
		if diff := cmp.Diff(want, dump(t, dir)); diff != "" {
			t.Fatalf("killed after %v, started again: another state (-undisturbed +resumed):\n%s", moment, diff)
		}
	}
	if killed == 0 {
		t.Errorf("none of %d imports was still running when it was to be killed", points)
	}
	t.Logf("%d of %d were still running when killed", killed, points)
}

// importable is the sample desk and some hundred invented articles in JSON
// Lines, as a folder.
func importable(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "in")
	if err := os.CopyFS(dir, sampledesk.Files); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "names.toml")); err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	towns := []string{"Vessholm", "Korsevo", "Ghadran", "Sarykent", "Porto Salvino"}
	for i := range 200 {
		town := towns[i%len(towns)]
		fmt.Fprintf(&lines, `{"id":"n%d","title":"Bridge %d in %s reopens","date":"2026-10-%02d","text":"The bridge number %d in %s was opened again on Monday after repairs. \"It bears what it must,\" the mayor of %s said. Traffic had gone round by the north for %d days."}`+"\n",
			i, i/3, town, i%28+1, i/3, town, town, i%40+2)
	}
	if err := os.WriteFile(filepath.Join(dir, "bridges.jsonl"), lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// dump is an archive's state as text.
func dump(t *testing.T, dir string) string {
	t.Helper()
	a, err := sqlite.OpenExisting(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if err := a.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := a.Dump(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
