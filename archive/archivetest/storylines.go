package archivetest

import (
	"testing"

	"coranto"
	"coranto/archive"
)

func testStorylines(t *testing.T, d desk) {
	ctx := t.Context()
	linked := func(f archive.Filed, to string) archive.Filed {
		f.Link = &archive.Link{Storyline: "river", Story: f.Story, To: to, Why: "same appointment", What: "talks"}
		return f
	}
	d.fileEach(
		dated(report("a1", "announced", "Talks set", "Talks are set."), "2031-05-02", ""),
		dated(report("a2", "rain", "Rain", "It rained."), "2031-05-02", ""),
		linked(dated(report("a3", "held", "Talks held", "They were held."), "2031-05-09", ""), "announced"),
		linked(dated(report("a4", "moved", "Talks moved", "They were moved."), "2031-05-05", ""), "announced"),
	)
	line := must1(d.Storyline(ctx, "river"))(t)
	same(t, "in time", ids(line.Stories), []string{"announced", "moved", "held"})
	same(t, "links", line.Links, []archive.Link{
		{Storyline: "river", Story: "held", To: "announced", Why: "same appointment", What: "talks"},
		{Storyline: "river", Story: "moved", To: "announced", Why: "same appointment", What: "talks"},
	})
	of := func() map[string]string {
		lines := map[string]string{}
		for _, s := range must1(d.Stories(ctx, archive.StoryQuery{}))(t) {
			lines[s.ID] = s.Storyline
		}
		return lines
	}
	same(t, "of each story", of(), map[string]string{"announced": "river", "moved": "river", "held": "river", "rain": ""})
	recent := must1(d.Recent(ctx, 2))(t)
	same(t, "recalled", recent[1].Storyline, "river")

	merging := dated(report("a5", "rain", "Rain", "It rained on the talks."), "2031-05-06", "")
	merging.Merges = []archive.Merge{{From: "moved", To: "rain"}}
	again := linked(dated(report("a6", "held", "Talks held", "They were."), "2031-05-10", ""), "rain")
	d.fileEach(merging, again)
	same(t, "where a story went, its storyline goes", of(), map[string]string{"announced": "river", "held": "river", "rain": "river"})
	line = must1(d.Storyline(ctx, "river"))(t)
	same(t, "as the stories are now", ids(line.Stories), []string{"announced", "rain", "held"})
	same(t, "a story follows one", []string{line.Links[0].To, line.Links[1].Story}, []string{"announced", "rain"})

	_, err := d.Storyline(ctx, "none")
	sameKind(t, "no such storyline", err, coranto.NotFound)
}
