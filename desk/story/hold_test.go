package story

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// Whatever comes after, an article stays where a reader put it, and its story is
// neither merged nor divided.
func TestHeldArticlesStay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := New(Options{})
		n := rapid.IntRange(1, 25).Draw(t, "before")
		stories := make([]string, n)
		for i := range n {
			stories[i] = d.Place(drawItem(t, fmt.Sprint(i))).Story
		}
		put := rapid.IntRange(0, n-1).Draw(t, "held")
		id := fmt.Sprint(put)
		at := d.docs[id].group.id
		d.Hold(id, at)
		for i := range 25 {
			dec := d.Place(drawItem(t, fmt.Sprint("later ", i)))
			for _, m := range dec.Merges {
				if m.From == at || m.To == at {
					t.Fatalf("the story of a held article is merged: %+v", m)
				}
			}
			for _, m := range dec.Moves {
				if m.Article == id {
					t.Fatalf("a held article is moved: %+v", m)
				}
			}
			if now := d.docs[id].group.id; now != at {
				t.Fatalf("the held article stands in %s", now)
			}
		}
	})
}
