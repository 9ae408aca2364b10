package edition_test

import (
	"slices"
	"strings"
	"testing"

	"coranto"
	"coranto/archive"
	"coranto/edition"
	"coranto/edition/editiontest"
	"coranto/reading/lang"
)

// versionsOf is a desk on which the article "x" has a version for each of the
// texts, whose first line is the headline.
func versionsOf(texts ...string) *editiontest.Desk {
	desk := editiontest.New()
	k := desk.Kept["fire-1"][0]
	k.Article.ID, k.Story, k.Versions = "x", "x", nil
	desk.Add(k)
	var all []archive.Kept
	var versions []archive.Version
	for i, text := range texts {
		k := desk.Kept["x"][0]
		k.Version = i + 1
		k.Article.Headline, k.Article.Text, _ = strings.Cut(text, "\n")
		k.Article.Sentences = lang.Sentences(k.Article.Text)
		k.Article.Crossheads = []string{"What was lost"}
		versions = append(versions, archive.Version{V: k.Version, Headline: k.Article.Headline, Accepted: k.Accepted})
		all = append(all, k)
	}
	for i := range all {
		all[i].Versions = versions
	}
	desk.Kept["x"] = all
	return desk
}

// edits writes runs with [-removed-] and [+added+] words.
func edits(runs []edition.EditedRun) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Kind {
		case "added":
			b.WriteString("[+" + r.Text + "+]")
		case "removed":
			b.WriteString("[-" + r.Text + "-]")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func paragraphs(view *edition.Changes) [][]edition.EditedParagraph {
	var all [][]edition.EditedParagraph
	for _, s := range view.Stretches {
		all = append(all, s.Paragraphs)
	}
	return all
}

func TestChanges(t *testing.T) {
	for _, c := range []struct{ name, was, is, want string }{
		{"a toll that rises",
			"Nine dead in ferry\nNine people died off Selm. The search goes on.",
			"Twelve dead in ferry\nTwelve people died off Selm. The search goes on.",
			"# [-Nine-][+Twelve+] dead in ferry\n[-Nine-][+Twelve+] people died off Selm. The search goes on. (changed /articles/x?v=2#s1)"},
		{"a paragraph in the place of another",
			"Ferry\nIt sank.\n\nThe mayor has not spoken. Nobody knows why.\n\nThe search goes on.",
			"Ferry\nIt sank. Its crew was saved.\n\nOfficers boarded a second vessel.\n\nThe search goes on.",
			"# Ferry\nIt sank. [+Its crew was saved.+] (added /articles/x?v=2#s2)\n" +
				"[-The mayor has not spoken.-] [-Nobody knows why.-] (removed /articles/x?v=1#s2)\n" +
				"[+Officers boarded a second vessel.+] (added /articles/x?v=2#s3)\nThe search goes on."},
		{"a sentence taken out of the middle",
			"Ferry\nIt sank. Nobody knows why. The search goes on.", "Ferry\nIt sank. The search goes on.",
			"# Ferry\nIt sank. [-Nobody knows why.-] The search goes on. (removed /articles/x?v=1#s2)"},
		{"a crosshead put in",
			"Ferry\nIt sank.\n\nThe cargo was wheat.", "Ferry\nIt sank.\n\nWhat was lost\n\nThe cargo was wheat.",
			"# Ferry\nIt sank.\n## [+What was lost+] (added /articles/x?v=2#s2)\nThe cargo was wheat."},
		{"a correction", "Ferry\nIt sank.", "Ferry\nIt sank.\n\nA correction: an earlier version misspelled Selm.",
			"# Ferry\nIt sank.\n[+A correction: an earlier version misspelled Selm.+] (added /articles/x?v=2#s2)"},
		{"a text that was not there", "Ferry", "Ferry\nIt sank.", "# Ferry\n[+It sank.+] (added /articles/x?v=2#s1)"},
		{"another headline altogether", "Ferry\nIt sank.", "Storm over Selm\nIt sank.", "# [-Ferry-] [+Storm over Selm+]\nIt sank."},
	} {
		t.Run(c.name, func(t *testing.T) {
			view := must[*edition.Changes](t)(of(versionsOf(c.was, c.is)).Changes(t.Context(), "x", 0, 1))
			lines := []string{"# " + edits(view.Title)}
			for _, p := range slices.Concat(paragraphs(view)...) {
				line := ""
				if p.Crosshead {
					line = "## "
				}
				for _, s := range p.Sentences {
					line += s.Space + edits(s.Runs)
				}
				for _, n := range p.Notes {
					line += " (" + n.Kind + " " + n.Href + ")"
				}
				lines = append(lines, line)
			}
			equal(t, strings.Join(lines, "\n"), c.want)
		})
	}
}

func TestEdited(t *testing.T) {
	desk := versionsOf("Ferry\nIt sank. Nobody knows why.", "Ferry\nIt sank. The search goes on. Nine are missing.", "Ferry\nIt sank. The search goes on. Nine are missing.")
	desk.Kept["x"][2].Article.Captions = []coranto.Caption{{Text: "The Merganser"}}
	desk.Kept["x"][2].Article.Authors = []string{"Maren Quist"}
	e := of(desk)
	at := func(v int) *edition.Edited { return must[*edition.Article](t)(e.Article(t.Context(), "x", v)).Edited }
	equal(t, at(1), (*edition.Edited)(nil))
	equal(t, at(2), &edition.Edited{Tally: edition.Tally{Added: 2, Removed: 1}, Since: 1, Href: "/articles/x?v=2&since=1"})
	equal(t, at(0), &edition.Edited{Tally: edition.Tally{Around: []string{"writers", "captions"}}, Since: 2, Href: "/articles/x?v=3&since=2"})

	view := must[*edition.Changes](t)(e.Changes(t.Context(), "x", 3, 1))
	equal(t, view.Tally, edition.Tally{Added: 2, Removed: 1, Around: []string{"writers", "captions"}})
	equal(t, []int{view.Was.V, view.Is.V}, []int{1, 3})

	kept := "\n\nThe harbour was shut.\n\nThe wind was strong."
	long := must[*edition.Changes](t)(of(versionsOf("Ferry\nIt sank."+kept, "Ferry\nIt floats."+kept)).Changes(t.Context(), "x", 2, 1))
	var stretches []int
	for _, s := range long.Stretches {
		if s.Edited {
			stretches = append(stretches, -len(s.Paragraphs))
		} else {
			stretches = append(stretches, len(s.Paragraphs))
		}
	}
	equal(t, stretches, []int{-1, 2})
	for _, c := range []struct {
		v, since int
		want     coranto.Kind
	}{{1, 1, coranto.Usage}, {2, 3, coranto.Usage}, {4, 1, coranto.NotFound}} {
		if _, err := e.Changes(t.Context(), "x", c.v, c.since); coranto.KindOf(err) != c.want {
			t.Errorf("from %d to %d: %v, want %s", c.since, c.v, err, c.want)
		}
	}
}
