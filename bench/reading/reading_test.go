package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/bench/reading/measure"
)

var paragraphs = []string{
	"The Littoral Council will send its inspectors to all six member states in November to count the ships that fly their flags.",
	"The trawler, the Oriole, is suspected of having carried the drones that struck the main oil terminal of Samhara in the spring.",
	"A ship with two flags has none, said the secretary of the Council, who did not want to say how many of them had been found.",
	"Each member is to open its register for ten days, and the inspectors may look into every line of it, the Council said on Monday.",
	"The owners of the trawler did not answer letters, and the house in which they were said to live turned out to be a bakery.",
}

func samplePage() string {
	return "<html><head><title>Council to count the ships again</title></head><body><article><h1>Council to count the ships again</h1><p>" +
		strings.Join(paragraphs, "</p>\n<p>") + "</p></article></body></html>"
}

// sample writes a folder as the command wants it, with one page in each set.
func sample(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put := func(path string, b []byte) {
		path = filepath.Join(dir, "pages", path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var page bytes.Buffer
	z := gzip.NewWriter(&page)
	z.Write([]byte(samplePage()))
	z.Close()
	aeb, _ := json.Marshal(map[string]any{"a1": map[string]string{"articleBody": strings.Join(paragraphs, "\n\n"), "url": "https://a.example/1"}})
	fundus, _ := json.Marshal(map[string]any{"vm/One.html.gz": map[string]any{
		"url": "https://b.example/1", "title": "Council to count the ships again", "date": "2025-06-30 15:59:30+02:00",
		"authors": []string{"Mirela Tovarek", "News Desk"}, "full": paragraphs, "summary": []string{}, "headings": []string{},
	}})
	put("aeb/ground-truth.json", aeb)
	put("aeb/html/a1.html.gz", page.Bytes())
	put("fundus/gold.json", fundus)
	put("fundus/html/vm/One.html.gz", page.Bytes())
	return dir
}

func TestProgramsReadAPage(t *testing.T) {
	dir := sample(t)
	aeb, err := loadAEB(filepath.Join(dir, "pages", "aeb"))
	if err != nil {
		t.Fatal(err)
	}
	fundus, err := loadFundus(filepath.Join(dir, "pages", "fundus"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range programs() {
		if p.name == parseAlone {
			continue
		}
		// Every program can read a page as plain as this one; some keep the headline.
		if q := assess(p, aeb); q.body.R < .99 || q.body.P < .9 {
			t.Errorf("%s: %+v", p.name, q.body)
		}
		if q := assess(p, fundus); q.title != 1 || q.date != 0 || q.haveAuthors != 1 {
			t.Errorf("%s: %+v", p.name, q)
		}
	}
	if diff := cmp.Diff([]string{"Mirela Tovarek"}, fundus[0].authors); diff != "" {
		t.Errorf("authors:\n%s", diff)
	}
}

func TestRunSaysThatTheFolderIsAbsent(t *testing.T) {
	for _, dir := range []string{"", filepath.Join(t.TempDir(), "nowhere")} {
		err := run(dir, false, false, 0, "", "")
		if err == nil || !strings.Contains(err.Error(), "-data") {
			t.Errorf("%q: %v", dir, err)
		}
	}
}

func TestAPanicIsAPageWithoutArticles(t *testing.T) {
	p := program{name: "faulty", read: func(page) []found { panic("on purpose") }}
	if got := p.guarded(page{name: "any"}); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestPeople(t *testing.T) {
	for line, want := range map[string][]string{
		"":                                     nil,
		"By Mirela Tovarek and Jonas Felderin": {"Mirela Tovarek", "Jonas Felderin"},
		"Mirela Tovarek; Jonas Felderin":       {"Mirela Tovarek", "Jonas Felderin"},
		"Von Jonas Felderin":                   {"Jonas Felderin"},
	} {
		if diff := cmp.Diff(want, people(line)); diff != "" {
			t.Errorf("%q:\n%s", line, diff)
		}
	}
}

func TestMainArticle(t *testing.T) {
	stub, long := found{text: "Watch"}, found{text: strings.Repeat("The heron stays. ", 20)}
	if got := mainArticle([]found{stub, long}); got.text != long.text {
		t.Error("a stub before an article is not the main one")
	}
	if got := mainArticle([]found{long, stub}); got.text != long.text {
		t.Error("the first article is the main one")
	}
	if got := mainArticle(nil); got.text != "" {
		t.Error("no articles, no main one")
	}
}

func TestArticleFitToCompose(t *testing.T) {
	whole := labelled{page: page{body: []byte(samplePage())}, headings: []string{"What the Council found"}}
	whole.blocks = append([]string{paragraphs[0], "What the Council found", "___"}, slices.Concat(paragraphs[1:], paragraphs)...)
	a, ok := whole.article()
	if !ok || a.Headline != "Council to count the ships again" || len(a.Blocks) != 11 || !a.Blocks[1].Crosshead || a.Blocks[2].Crosshead {
		t.Errorf("fit %v: %+v", ok, a)
	}
	stub, credited, odd := whole, whole, whole
	stub.blocks = paragraphs[:2]
	credited.blocks = append([]string{"Staff reports"}, whole.blocks...)
	odd.body = []byte("<title>Harbours of the Inner Sea</title><h1>Most read of all the stories</h1>")
	for name, l := range map[string]labelled{"a stub": stub, "a credit in the text": credited, "a heading that is not the title": odd} {
		if _, ok := l.article(); ok {
			t.Errorf("%s: fit", name)
		}
	}
}

func TestExplain(t *testing.T) {
	heron := measure.Piece{Headline: "The heron", Text: paragraphs[0] + "\n\n" + paragraphs[1]}
	ships := measure.Piece{Headline: "The ships", Text: paragraphs[2] + "\n\n" + paragraphs[3] + "\n\n" + paragraphs[4]}
	c := composed{page: page{name: "p", form: coranto.HTML}, known: []measure.Piece{heron, ships}}
	glued := []measure.Piece{{Headline: "The ships", Text: ships.Text + "\n\n" + heron.Text}, {Headline: "Most read", Text: "Ten islands"}}
	got := strings.Join(explain(c, measure.Recover(c.known, glued), glued), "\n")
	for _, want := range []string{
		`article 1 of 2, "The heron": not found, 2 of 2 blocks glued into "The ships"`,
		`article 2 of 2, "The ships": text: excess 2 blocks`,
		`1 extra: "Most read" (2 words)`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}

func TestTable(t *testing.T) {
	tb := table{title: "Ships", header: []string{"", "flags"}}
	tb.add("Oriole", "2")
	var text, md strings.Builder
	tb.write(&text, false)
	tb.write(&md, true)
	if diff := cmp.Diff("Ships\n\n        flags\nOriole      2\n\n", text.String()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("**Ships**\n\n|        | flags |\n| ------ | ----: |\n| Oriole |     2 |\n\n", md.String()); diff != "" {
		t.Error(diff)
	}
}

func TestMedian(t *testing.T) {
	for want, s := range map[float64][]float64{2: {3, 1, 2}, 2.5: {4, 1, 3, 2}} {
		if got := median(s); got != want {
			t.Errorf("%v: %v", s, got)
		}
	}
}

func TestTakeApart(t *testing.T) {
	known := []measure.Piece{{Headline: "The heron", Text: paragraphs[0]}, {Headline: "The ships", Text: paragraphs[1]}}
	pages := []composed{
		{page{name: "p"}, "divs", "html", known, [][]string{{"Mirela Tovarek"}, {"Radio Zhilgan"}}},
		{page{name: "p lines"}, "divs", "lines", known, [][]string{nil, nil}},
	}
	reader := program{name: "any", dumps: true, read: func(page) []found {
		return []found{{headline: "The heron", text: paragraphs[0], authors: []string{"Mirela Tovarek"}}, {headline: "Ships", text: paragraphs[1], publisher: "Radio Zhilgan"}}
	}}
	sums, failures := takeApart(reader, pages)
	if diff := cmp.Diff(recovered{known: 2, whole: 2, headlines: 1, named: 2, names: 2}, *sums[""], cmp.AllowUnexported(recovered{})); diff != "" {
		t.Errorf("HTML:\n%s", diff)
	}
	if diff := cmp.Diff(recovered{known: 2, whole: 2, headlines: 1}, *sums["dumps"], cmp.AllowUnexported(recovered{})); diff != "" {
		t.Errorf("dumps:\n%s", diff)
	}
	if len(failures) != 2 {
		t.Errorf("failures: %q", failures)
	}
}
