package story

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"coranto"
)

var update = flag.Bool("update", false, "write what is decided into testdata/revisions")

// plain joins by common words alone, so that the streams below can be followed by
// eye.
const plain = `
bias -4
body-root 7
tie-mean 4
merge -1
move 0.5
split 0.2
`

// Each file of testdata/revisions is a stream of articles, a line each, with how
// each was decided and the stories in the end.
func TestRevisions(t *testing.T) {
	model, err := ParseModel(strings.NewReader(plain))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/revisions/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no streams", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			d := New(Options{Model: model})
			names := map[string]string{} // the article by which a story is known here
			var log strings.Builder
			for line := range strings.Lines(string(archive.Files[0].Data)) {
				id, text, _ := strings.Cut(strings.TrimSpace(line), ": ")
				dec := d.Place(Item{ID: id, Text: text})
				if own := coranto.NewID("story", id); names[own] == "" {
					names[own] = id
				}
				fmt.Fprintln(&log, told(id, dec, names))
			}
			var stories strings.Builder
			for _, line := range d.stories() {
				fmt.Fprintln(&stories, line)
			}
			if *update {
				archive.Files[1].Data, archive.Files[2].Data = []byte(log.String()), []byte(stories.String())
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), log.String()); diff != "" {
				t.Errorf("decisions (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(string(archive.Files[2].Data), stories.String()); diff != "" {
				t.Errorf("stories (-want +got):\n%s", diff)
			}
		})
	}
}

// told is a decision in words. A story is known by the article that began it; one
// that was divided off, by the article that went there first.
func told(id string, dec Decision, names map[string]string) string {
	for _, m := range dec.Moves {
		if names[m.Story] == "" {
			names[m.Story] = m.Article
		}
	}
	if names[dec.Story] == "" {
		names[dec.Story] = id
	}
	line := id + " joins " + names[dec.Story]
	if names[dec.Story] == id {
		line = id + " begins a story"
	}
	for _, m := range dec.Merges {
		line += ", which takes over " + names[m.From]
		if names[m.To] != names[dec.Story] {
			line += " by " + names[m.To]
		}
	}
	for _, m := range dec.Moves {
		line += fmt.Sprintf("; %s moves to %s", m.Article, names[m.Story])
	}
	return line
}

// stories are the articles of each story, a line each.
func (d *Desk) stories() []string {
	var lines []string
	for _, g := range d.groups {
		var ids []string
		for _, m := range g.members {
			ids = append(ids, m.id)
		}
		slices.Sort(ids)
		lines = append(lines, strings.Join(ids, " "))
	}
	slices.Sort(lines)
	return lines
}
