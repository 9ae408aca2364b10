package archivetest

import (
	"testing"
	"time"

	"coranto"
	"coranto/archive"
)

func testArrangements(t *testing.T, d desk) {
	ctx := t.Context()
	d.fileEach(
		dated(report("a1", "talks", "Talks open", "Talks opened."), "2031-05-01", ""),
		dated(report("a2", "talks", "Rain", "It rained."), "2031-05-09", ""),
		dated(report("a3", "storm", "Storm", "It stormed."), "2031-05-04", ""),
	)
	before := d.storiesOf("a1", "a2", "a3")
	made := time.Date(2031, 5, 10, 9, 0, 0, 0, time.UTC)
	split := coranto.Arrangement{Made: made, Moves: []coranto.Moved{{Article: "a2", To: "weather"}, {Article: "a3", To: "weather"}}}.Identify()
	for range 2 { // the second time it is known
		d.arranged(split)
	}
	same(t, "split and joined", d.storiesOf("a1", "a2", "a3"), []string{"talks", "weather", "weather"})
	same(t, "a story that is no more", must1(d.Story(ctx, "storm"))(t).ID, "weather")

	pin := coranto.Arrangement{Made: made.Add(time.Minute), Pins: []coranto.Pinned{{Story: "weather", Article: "a3"}}}.Identify()
	d.arranged(pin)
	weather := must1(d.Story(ctx, "weather"))(t)
	same(t, "pinned", []string{weather.Headline, weather.Pinned}, []string{"Storm", "a3"})

	held, deeds, err := d.Held(ctx)
	d.must(err)
	same(t, "held", held, []archive.Move{{Article: "a2", Story: "weather"}, {Article: "a3", Story: "weather"}})
	same(t, "deeds", deeds, 2)

	for _, id := range []string{pin.ID, split.ID, split.ID} {
		d.must(d.UndoArrangement(ctx, id, made.Add(time.Hour)))
	}
	same(t, "undone", d.storiesOf("a1", "a2", "a3"), before)
	same(t, "the story is there again", must1(d.Story(ctx, "storm"))(t).Headline, "Storm")
	held, deeds, err = d.Held(ctx)
	d.must(err)
	same(t, "held, undone", len(held), 0)
	same(t, "deeds, undone", deeds, 4)
	list := must1(d.Arrangements(ctx))(t)
	same(t, "on record", []any{len(list), list[0].Moves[0].From, list[0].Undone, list[1].Pins[0]},
		[]any{2, "talks", made.Add(time.Hour), coranto.Pinned{Story: "weather", Article: "a3"}})

	for what, wrong := range map[string]coranto.Arrangement{
		"an article that is not kept": {Moves: []coranto.Moved{{Article: "nowhere", To: "talks"}}},
		"a headline of another story": {Pins: []coranto.Pinned{{Story: "storm", Article: "a1"}}},
	} {
		_, err := d.Arrange(ctx, wrong.Identify())
		sameKind(t, what, err, coranto.NotFound)
	}
	sameKind(t, "an arrangement that is not kept", d.UndoArrangement(ctx, "nothing", made), coranto.NotFound)
}

func (d desk) arranged(a coranto.Arrangement) {
	d.t.Helper()
	_, err := d.Arrange(d.t.Context(), a)
	d.must(err)
}

// storiesOf returns in which story each article stands.
func (d desk) storiesOf(articles ...string) []string {
	d.t.Helper()
	places, err := d.Placed(d.t.Context(), articles)
	d.must(err)
	list := make([]string, len(articles))
	for i, id := range articles {
		list[i] = places[id].Story
	}
	return list
}
