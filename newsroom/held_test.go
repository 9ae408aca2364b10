package newsroom_test

import (
	"strings"
	"testing"
	"time"

	"coranto"
	"coranto/archive"
	"coranto/newsroom"
)

// What a reader joins or parts while the line runs holds for what comes next.
func TestTheLineHeedsAReader(t *testing.T) {
	a := importAll(t, nil, false)
	room, err := newsroom.Open(t.Context(), a, newsroom.Options{})
	if err != nil {
		t.Fatal(err)
	}
	file := func(name, body string) string {
		t.Helper()
		if _, err := a.Accept(t.Context(), []coranto.Page{page(name, body)}); err != nil {
			t.Fatal(err)
		}
		if err := room.Drain(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		recent, err := a.Recent(t.Context(), 1)
		if err != nil {
			t.Fatal(err)
		}
		return recent[0].Article.ID
	}
	storyOf := func(id string) string {
		t.Helper()
		places, err := a.Placed(t.Context(), []string{id})
		if err != nil {
			t.Fatal(err)
		}
		return places[id].Story
	}
	const flood = `{"id":"%ID","date":"2026-11-0%D","title":"Flood in Halma closes the Vessel bridge","text":"The river Ilm flooded the old town of Halma and closed the Vessel bridge. Mayor Jana Orlik asked people to stay away from the Vessel bridge."}`
	one := file("1.json", replaced(flood, "1", "2"))
	two := file("2.json", replaced(`{"id":"%ID","date":"2026-11-0%D","title":"Elections in Ostmar end in a draw","text":"The elections in Ostmar ended in a draw between the Farmers and the Harbour League. Votes are counted again in Ostmar."}`, "2", "2"))
	if storyOf(one) == storyOf(two) {
		t.Fatal("the flood and the elections are one story from the first")
	}
	// The reader knows better: both are about one thing.
	joined := coranto.Arrangement{Made: time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC), Moves: []coranto.Moved{{Article: two, To: storyOf(one)}}}.Identify()
	if _, err := a.Arrange(t.Context(), joined); err != nil {
		t.Fatal(err)
	}
	three := file("3.json", replaced(`{"id":"%ID","date":"2026-11-0%D","title":"Elections in Ostmar: votes are counted again","text":"Votes of the elections in Ostmar are counted again after a draw between the Farmers and the Harbour League."}`, "3", "3"))
	if storyOf(two) != storyOf(one) || storyOf(three) != storyOf(two) {
		t.Errorf("flood %s, draw %s, count %s: want one story", storyOf(one), storyOf(two), storyOf(three))
	}
	held, deeds, err := a.Held(t.Context())
	if err != nil || deeds != 1 || len(held) != 1 || held[0] != (archive.Move{Article: two, Story: storyOf(one)}) {
		t.Errorf("held %v, %d deeds, %v", held, deeds, err)
	}
}

func replaced(line, id, day string) string {
	return strings.NewReplacer("%ID", id, "%D", day).Replace(line)
}
