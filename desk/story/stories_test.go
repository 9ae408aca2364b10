package story

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Each file of testdata/stories is a stream of articles whose names begin with
// their event; "copy: a b" in its comment says that a copies b.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/stories/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no streams", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			copies := map[string]string{}
			for line := range strings.Lines(string(archive.Comment)) {
				if f := strings.Fields(line); len(f) == 3 && f[0] == "copy:" {
					copies[f[1]] = f[2]
				}
			}
			d := New(Options{})
			storyOf, eventOf := map[string]string{}, map[string]string{}
			for _, file := range archive.Files {
				f := strings.Split(file.Name, " | ")
				headline, text, _ := strings.Cut(string(file.Data), "\n\n")
				got := d.Place(Item{ID: f[0], Publisher: f[1], From: f[2], To: f[2], Language: f[3], Headline: headline, Text: text})
				event, _, _ := strings.Cut(f[0], "/")
				if s, met := storyOf[event]; met && s != got.Story {
					t.Errorf("%s stands apart from its event (%s)", f[0], got.Why)
				} else if e, met := eventOf[got.Story]; met && e != event {
					t.Errorf("%s is put to %s (%s)", f[0], e, got.Why)
				}
				storyOf[event], eventOf[got.Story] = got.Story, event
				if got.WireOf != copies[f[0]] {
					t.Errorf("%s copies %q, want %q", f[0], got.WireOf, copies[f[0]])
				}
			}
		})
	}
}
