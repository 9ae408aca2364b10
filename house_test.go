package coranto_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors is the house from the ground up: a package imports its own room and
// rooms on floors below it, never one beside or above it.
var floors = [][]string{
	{"."},
	{"reading", "desk"},
	{"intake", "archive"},
	{"newsroom"},
	{"edition"},
	{"faces"},
	{"cmd"},
}

// apart are rooms that anybody above the ground may use and that use the ground
// alone.
var apart = []string{"sampledesk"}

// impure is what the pure rooms, reading and desk, may not touch: network,
// disk, processes, databases.
var impure = []string{"net", "net/http", "os", "os/exec", "io/ioutil", "database/sql", "syscall"}

type listed struct {
	ImportPath string
	Name       string
	Imports    []string
}

func TestImportsGoOneWay(t *testing.T) {
	for _, p := range list(t) {
		room, floor := place(t, p.ImportPath)
		for _, imp := range p.Imports {
			if !ours(imp) {
				continue
			}
			other, below := place(t, imp)
			switch {
			case other == room:
			case slices.Contains(apart, other) && floor > 0:
			case slices.Contains(apart, room) && below > 0, below >= floor:
				t.Errorf("%s imports %s: %q stands on floor %d, %q on floor %d; imports go down only", p.ImportPath, imp, room, floor, other, below)
			}
		}
	}
}

func TestReadingAndDeskArePure(t *testing.T) {
	packages := list(t)
	for _, p := range packages {
		room, _ := place(t, p.ImportPath)
		if room != "reading" && room != "desk" || servesPrograms(p, packages) {
			continue
		}
		for _, imp := range p.Imports {
			if slices.Contains(impure, imp) {
				t.Errorf("%s imports %q: %s is pure, bytes and nouns in, nouns out", p.ImportPath, imp, room)
			}
		}
	}
}

// servesPrograms tells the makers and trainers of the pure rooms, which read
// and write files, and what only they import.
func servesPrograms(p listed, packages []listed) bool {
	if p.Name == "main" {
		return true
	}
	imported := false
	for _, other := range packages {
		if slices.Contains(other.Imports, p.ImportPath) {
			imported = true
			if other.Name != "main" {
				return false
			}
		}
	}
	return imported
}

func TestTheNounsNeedNothing(t *testing.T) {
	for _, p := range list(t) {
		if p.ImportPath != "coranto" {
			continue
		}
		for _, imp := range p.Imports {
			if strings.Contains(imp, ".") || ours(imp) {
				t.Errorf("the root package imports %s; it uses the standard library only", imp)
			}
		}
	}
}

// list is every package of the module, as the go command sees it.
func list(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Name,Imports", "./...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func ours(path string) bool { return path == "coranto" || strings.HasPrefix(path, "coranto/") }

// place returns the room that a package is in, and its floor.
func place(t *testing.T, path string) (string, int) {
	t.Helper()
	room := "."
	if rest, ok := strings.CutPrefix(path, "coranto/"); ok {
		room, _, _ = strings.Cut(rest, "/")
	}
	for i, rooms := range floors {
		if slices.Contains(rooms, room) {
			return room, i
		}
	}
	if slices.Contains(apart, room) {
		return room, len(floors)
	}
	t.Fatalf("%s: there is no room %q in the house; give it a floor here or another home", path, room)
	return "", 0
}
