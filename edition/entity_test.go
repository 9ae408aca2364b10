package edition_test

import (
	"testing"
	"time"

	"coranto"
	"coranto/edition"
	"coranto/edition/editiontest"
)

func TestEntity(t *testing.T) {
	desk := editiontest.New()
	e := edition.New(desk, editiontest.Names{}, func() time.Time { return editiontest.Now })
	article, err := e.Article(t.Context(), "gas-1", 0)
	if err != nil {
		t.Fatal(err)
	}
	var named edition.Named
	for _, c := range article.Cast {
		if c.Kind == "People" {
			named = c.Names[0]
		}
	}
	id := named.About[len("/entities/"):]

	view, err := e.Entity(t.Context(), id, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if view.Name != named.Name || view.Kind != "person" || len(view.Stories) == 0 || len(view.Said) == 0 {
		t.Fatalf("%+v", view)
	}
	if view.New != 0 || view.Since.Known() {
		t.Errorf("a first look has %d lines new since %v", view.New, view.Since)
	}
	for _, l := range view.Said {
		if len(l.Marks) != 1 || l.Text == "" {
			t.Errorf("said without words or evidence: %+v", l)
		}
	}

	view, err = e.Entity(t.Context(), id, editiontest.Now.Add(-24*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if !view.Said[0].New || view.New == 0 {
		t.Errorf("since yesterday %d lines are new", view.New)
	}
	if _, err := e.Entity(t.Context(), "nobody", time.Time{}); coranto.KindOf(err) != coranto.NotFound {
		t.Errorf("nobody: %v", err)
	}
}
