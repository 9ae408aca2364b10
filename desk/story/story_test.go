package story

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"coranto"
)

const report = `The foreign ministers of Velmark and Kostria met in Arnsee on Tuesday to discuss the grain corridor.
They agreed to reopen two of the five crossings that were closed in March after the shooting of a border guard.
The Velmark minister, Ana Reyk, said that 340 lorries a day would pass from the first of June onwards.`

// words of an invented language small enough for articles to meet often.
var lexicon = strings.Fields("velmark kostria reyk dolan talks border lorries grain minister crossing truce strike dam flood court harbour 340 12 61 Arnsee Selm Tarn Orda Lindau")

func drawItem(t *rapid.T, id string) Item {
	phrase := func(label string, most int) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(lexicon), 0, most).Draw(t, label), " ")
	}
	it := Item{
		ID:        id,
		Headline:  phrase("headline", 8),
		Text:      phrase("text", 40),
		Language:  rapid.SampledFrom([]string{"en", "es", "", "und"}).Draw(t, "language"),
		Publisher: rapid.SampledFrom([]string{"", "Arnsee Courier", "Tarn Post"}).Draw(t, "publisher"),
		From:      rapid.SampledFrom([]string{"", "2026-03-01", "2026-03-02T10:00:00Z", "2026-05-01", "1970-01-01", "2090-12-31", "soon"}).Draw(t, "from"),
		Kind:      rapid.SampledFrom([]coranto.ArticleKind{coranto.Report, coranto.Briefing, ""}).Draw(t, "kind"),
	}
	if it.From != "" {
		it.To = it.From
	}
	return it
}

// A desk that starts again in the middle decides as one that never stopped,
// also when articles come again in later versions.
func TestResume(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		window := rapid.IntRange(1, 12).Draw(t, "window")
		n := rapid.IntRange(1, 40).Draw(t, "articles")
		cut := rapid.IntRange(0, n).Draw(t, "cut")
		steady := New(Options{Window: window})
		var resumed *Desk
		type filed struct {
			item Item
			dec  Decision
		}
		var archive []filed // in order of first arrival, current versions
		for i := range n {
			if i == cut {
				resumed = New(Options{Window: window})
				for _, f := range archive[max(0, len(archive)-window):] {
					resumed.Recall(f.item, f.dec.Story, f.dec.WireOf)
				}
			}
			id := i
			if i > 0 && rapid.IntRange(0, 4).Draw(t, "again") == 0 {
				id = rapid.IntRange(max(0, i-window), i-1).Draw(t, "known")
			}
			it := drawItem(t, fmt.Sprint("article ", id))
			dec := steady.Place(it)
			if resumed != nil {
				if diff := cmp.Diff(dec, resumed.Place(it)); diff != "" {
					t.Fatalf("article %d after the cut at %d: %s", i, cut, diff)
				}
				if diff := cmp.Diff(steady.state(), resumed.state()); diff != "" {
					t.Fatalf("article %d after the cut at %d: another state: %s", i, cut, diff)
				}
			}
			at := len(archive)
			for k := range archive {
				for _, m := range dec.Merges {
					if archive[k].dec.Story == m.From {
						archive[k].dec.Story = m.To
					}
				}
				for _, m := range dec.Moves {
					if archive[k].item.ID == m.Article {
						archive[k].dec.Story = m.Story
					}
				}
				if archive[k].item.ID == it.ID {
					at = k
				}
			}
			if at == len(archive) {
				archive = append(archive, filed{})
			}
			archive[at] = filed{it, dec}
			for _, f := range archive {
				if doc := steady.docs[f.item.ID]; doc != nil && doc.group.id != f.dec.Story {
					t.Fatalf("%s: kept in story %s, remembered in %s", f.item.ID, f.dec.Story, doc.group.id)
				}
			}
		}
	})
}

func TestForgetsWholly(t *testing.T) {
	d := New(Options{Window: 3})
	for i := range 50 {
		d.Place(Item{ID: fmt.Sprint(i), Headline: fmt.Sprintf("Headline %d of paper%d", i, i), Text: report[:10*i%len(report)]})
	}
	if n := len(d.docs); n != 3 {
		t.Errorf("%d articles remembered, want 3", n)
	}
	terms := 0
	for _, doc := range d.docs {
		terms += len(doc.entries)
	}
	if len(d.index.ids) > terms || len(d.groups) > 3 || len(d.index.terms) > 400 {
		t.Errorf("%d terms of %d, %d stories left", len(d.index.ids), terms, len(d.groups))
	}
}

func TestOneArticleUnderManyAddresses(t *testing.T) {
	d := New(Options{})
	first := d.Place(Item{ID: "0", Headline: "Ministers meet in Arnsee", Text: report, Language: "en"})
	for i := range 100 {
		id := fmt.Sprint(i + 1)
		got := d.Place(Item{ID: id, Headline: fmt.Sprint("Headline of edition ", i), Text: report, Language: "en"})
		if got.Story != first.Story || got.WireOf != "0" {
			t.Fatalf("address %s: %+v", id, got)
		}
	}
	if n := d.index.n; n != 1 {
		t.Errorf("%d articles speak for the story, want 1", n)
	}
}

func TestLaterVersionKeepsItsStory(t *testing.T) {
	d := New(Options{})
	a := d.Place(Item{ID: "a", Headline: "Ministers meet in Arnsee", Text: report, Language: "en"})
	copied := d.Place(Item{ID: "b", Headline: "Ministers meet in Arnsee", Text: report, Language: "en"})
	again := d.Place(Item{ID: "a", Headline: "Ferry sinks off Selm", Text: "The Merganser went down in a storm on its way to the islands.", Language: "en"})
	if again.Story != a.Story || again.WireOf != "" {
		t.Errorf("the later version: %+v", again)
	}
	if copied.WireOf != "a" {
		t.Errorf("the copy: %+v", copied)
	}
	same := d.Place(Item{ID: "a", Headline: "Ministers meet in Arnsee", Text: report, Language: "en"})
	if same.WireOf != "" {
		t.Errorf("an article copies %q, which came after it", same.WireOf)
	}
}

func TestOddArticles(t *testing.T) {
	glued := strings.Repeat(report+"\n\n", 200)
	for name, odd := range map[string]Item{
		"nothing":      {ID: "x"},
		"one word":     {ID: "x", Headline: "Talks"},
		"signs":        {ID: "x", Headline: "?!", Text: "...\n\n---"},
		"bad bytes":    {ID: "x", Text: "\xff\xfe\x00"},
		"1970":         {ID: "x", Headline: "Crossing reopens", Text: report, From: "1970-01-01", To: "1970-01-01"},
		"2090":         {ID: "x", Headline: "Crossing reopens", Text: report, From: "2090-01-01", To: "2090-01-01"},
		"turned dates": {ID: "x", Headline: "Crossing reopens", Text: report, From: "2026-03-05", To: "2026-03-01"},
		"glued":        {ID: "x", Headline: "All that happened", Text: glued},
	} {
		t.Run(name, func(t *testing.T) {
			d := New(Options{})
			d.Place(odd)
			if got := d.Place(Item{ID: "ferry", Headline: "Ferry sinks off Selm", Text: "The Merganser went down in a storm on its way to the islands.", Language: "en", From: "2026-03-03", To: "2026-03-03"}); got.Story != coranto.NewID("story", "ferry") {
				t.Errorf("it draws in another event: %+v", got)
			}
			odd.ID = "y"
			d.Place(odd)
		})
	}
}

// Many events told with the same common words: none may swallow the others.
func TestNoStorySwallowsOthers(t *testing.T) {
	for _, dated := range []bool{true, false} {
		d := New(Options{})
		sizes := map[string]int{}
		for i := range 1500 {
			event := (i * 7919) % 500
			it := Item{
				ID: fmt.Sprint(i), Language: "en", Publisher: fmt.Sprint("paper ", i%9),
				Headline: fmt.Sprintf("Police say the %s in %s was closed", invent(event, 1), invent(event, 2)),
			}
			if dated {
				it.From = fmt.Sprintf("2026-03-%02d", 1+event%28)
				it.To = it.From
			}
			sizes[d.Place(it).Story]++
		}
		for id, n := range sizes {
			if n > 30 {
				t.Errorf("dated %v: story %s took %d articles of events with 3 each", dated, id, n)
			}
		}
	}
}

// invent makes a word from two numbers.
func invent(event, n int) string {
	v := event*31 + n*17 + 7
	var b strings.Builder
	for range 3 {
		b.WriteByte("bdfgklmnprstvz"[v%14])
		b.WriteByte("aeiou"[v/14%5])
		v = v/3 + 101*n
	}
	return b.String()
}

func FuzzPlace(f *testing.F) {
	f.Add("Ministers meet", report, "en", "2026-03-01")
	f.Add("", "", "", "")
	f.Add("外交部长会谈", "\xff\x00", "zh-Hans", "1970-01-01T00:00:00Z")
	f.Add("1 2 3", strings.Repeat("1.1,1 ", 400), "tr", "9999-99-99")
	f.Fuzz(func(t *testing.T, headline, text, language, date string) {
		d := New(Options{Window: 4})
		it := Item{Headline: headline, Text: text, Language: language, From: date, Names: []string{headline}}
		var first Decision
		for i := range 6 {
			it.ID = fmt.Sprint(i)
			got := d.Place(it)
			if got.Story == "" || got.Why == "" {
				t.Fatalf("no decision: %+v", got)
			}
			if i == 0 {
				first = got
			}
		}
		d = New(Options{Window: 4})
		it.ID = "0"
		if diff := cmp.Diff(first, d.Place(it)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestModelRoundTrip(t *testing.T) {
	var b strings.Builder
	if err := builtin.Write(&b); err != nil {
		t.Fatal(err)
	}
	m, err := ParseModel(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(builtin, m); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{"no-such-signal 1", "bias", "bias one", "bias 1 2"} {
		if _, err := ParseModel(strings.NewReader(bad)); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}
