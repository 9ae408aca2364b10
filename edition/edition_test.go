package edition_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/archive"
	"coranto/edition"
	"coranto/edition/editiontest"
)

func of(desk *editiontest.Desk) *edition.Edition {
	return edition.New(desk, editiontest.Names{}, func() time.Time { return editiontest.Now })
}

func equal(t *testing.T, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func must[T any](t *testing.T) func(v T, err error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestWhen(t *testing.T) {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct{ from, to, text, full string }{
		{"", "", "undated", "nothing on the page tells when it was published"},
		{"2026-11-21T11:59:30Z", "", "just now", "Saturday 21 November 2026, 11:59 +00:00 (stated)"},
		{"2026-11-21T11:20:00Z", "", "40 min ago", "Saturday 21 November 2026, 11:20 +00:00 (stated)"},
		{"2026-11-21T15:20:00+05:00", "", "1 h ago", "Saturday 21 November 2026, 15:20 +05:00 (stated)"},
		{"2026-11-20T11:00:00Z", "", "20 Nov", "Friday 20 November 2026, 11:00 +00:00 (stated)"},
		{"2026-11-21T13:00:00Z", "", "21 Nov", "Saturday 21 November 2026, 13:00 +00:00 (stated)"},
		{"2026-11-21", "2026-11-21", "today", "Saturday 21 November 2026 (stated)"},
		{"2026-11-20", "2026-11-20", "20 Nov", "Friday 20 November 2026 (stated)"},
		{"2024-10-07", "", "7 Oct 2024", "Monday 7 October 2024 (stated)"},
		{"2025-09-02", "2025-09-05", "2–5 Sep 2025", "Tuesday 2 September 2025 to Friday 5 September 2025 (stated)"},
		{"2026-08-28", "2026-09-02", "28 Aug – 2 Sep", "Friday 28 August 2026 to Wednesday 2 September 2026 (stated)"},
		{"2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026", "Tuesday 30 December 2025 to Friday 2 January 2026 (stated)"},
		{"2026-11-21T02:24:00", "", "today", "Saturday 21 November 2026, 02:24, zone unknown (stated)"},
		{"2026-11-20T02:24", "", "20 Nov", "Friday 20 November 2026, 02:24, zone unknown (stated)"},
		{"2025-06", "", "Jun 2025", "June 2025 (stated)"},
		{"2025", "", "2025", "2025 (stated)"},
		{"some day", "", "some day", ""},
	} {
		got := edition.When(c.from, c.to, coranto.Stated, now)
		if got.Text != c.text || got.Full != c.full {
			t.Errorf("When(%q, %q) = %q, %q; want %q, %q", c.from, c.to, got.Text, got.Full, c.text, c.full)
		}
	}
}

func TestUntil(t *testing.T) {
	now := editiontest.Now
	for after, want := range map[time.Duration]string{
		-time.Minute: "due", 17 * time.Minute: "in 18 min", 3*time.Hour + time.Minute: "in 3 h", 72 * time.Hour: "24 Nov",
	} {
		equal(t, edition.Until(now.Add(after), now).Text, want)
	}
	equal(t, edition.Until(time.Time{}, now).Text, "due")
	equal(t, edition.At(time.Time{}, now).Text, "never")
}

func TestFace(t *testing.T) {
	head := func(id, headline string, change func(*coranto.Head)) coranto.Head {
		h := coranto.Head{ID: id, Headline: headline, Kind: coranto.Report, Language: "en", Published: "2026-11-20"}
		if change != nil {
			change(&h)
		}
		return h
	}
	for _, c := range []struct {
		name  string
		heads []coranto.Head
		want  string
	}{
		{"nobody", nil, ""},
		{"no headline", []coranto.Head{head("a", "", nil)}, ""},
		{"no wire copy", []coranto.Head{head("a", "Copy", func(h *coranto.Head) { h.WireOf = "b" }), head("b", "Origin", nil)}, "b"},
		{"a wire copy where there is nothing else", []coranto.Head{head("a", "Copy", func(h *coranto.Head) { h.WireOf = "b" })}, "a"},
		{"a report before opinion", []coranto.Head{head("a", "I think", func(h *coranto.Head) { h.Kind = coranto.Opinion }), head("b", "It is", nil)}, "b"},
		{"the story's language", []coranto.Head{
			head("a", "Le pont", func(h *coranto.Head) { h.Language = "fr" }), head("b", "The bridge", nil), head("c", "A bridge", nil)}, "b"},
		{"the newest day", []coranto.Head{head("a", "Twelve dead", nil), head("b", "Nineteen dead", func(h *coranto.Head) { h.Published = "2026-11-21" })}, "b"},
		{"a known publisher", []coranto.Head{head("a", "Bridge falls", nil), head("b", "Falls a bridge", func(h *coranto.Head) { h.Domain = "courier.example" })}, "b"},
		{"what most say", []coranto.Head{
			head("a", "Outrage in the capital", nil), head("b", "Bridge falls at Tarn", nil), head("c", "Tarn: bridge falls", nil)}, "c"},
		{"the newest", []coranto.Head{
			head("a", "Bridge falls", func(h *coranto.Head) { h.Published = "2026-11-20T09:00:00Z" }),
			head("b", "Bridge falls", func(h *coranto.Head) { h.Published = "2026-11-20T10:00:00Z" })}, "b"},
	} {
		got, ok := of(editiontest.New()).Face(c.heads)
		if got.ID != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q speaks, want %q", c.name, got.ID, c.want)
		}
	}
}

func TestFront(t *testing.T) {
	front := must[*edition.Front](t)(of(editiontest.New()).Front(t.Context(), 1, time.Time{}))
	if front.Lead == nil {
		t.Fatal("no lead")
	}
	equal(t, front.Lead.Headline, "Karsia and Velmark agree to reopen Tarn gas line on 1 December")
	equal(t, front.Lead.Opening.Text, "Karsia and Velmark agreed on Saturday to reopen the gas line through Tarn on 1 December, "+
		"ending eight months in which neither capital would speak to the other about it.")
	equal(t, front.Lead.Opening.Marks, []edition.Mark{{N: 1, Href: "/articles/gas-1?v=1#s1", Press: "Karsian News Agency"}})
	equal(t, front.Lead.Reach, edition.Reach{Articles: 6, Copies: 2, Publishers: 6, Countries: 4})
	var others []string
	for _, o := range front.Lead.Others {
		others = append(others, o.Press.Name)
	}
	equal(t, others, []string{"The Port Sell Observer", "Radio Karsia", "صوت الساحل"})

	shown := map[string]int{front.Lead.ID: 1}
	for _, i := range front.Seconds {
		shown[i.ID]++
	}
	var days []string
	for _, d := range front.Days {
		days = append(days, d.Date)
		for _, i := range d.Items {
			shown[i.ID]++
		}
	}
	for id, n := range shown {
		if n != 1 {
			t.Errorf("story %s stands there %d times", id, n)
		}
	}
	counts := must[archive.Counts](t)(editiontest.New().Counts(t.Context()))
	equal(t, len(shown), counts.Stories)
	equal(t, days, []string{"Friday 20 November", "Thursday 19 November", "Wednesday 18 November", "Monday 16 November", "Undated"})
}

func TestFrontPages(t *testing.T) {
	desk := editiontest.New()
	for i := range 2 * edition.PageSize {
		k := desk.Kept["fire-1"][0]
		k.Article.ID, k.Story = fmt.Sprintf("x%d", i), fmt.Sprintf("story-%d", i)
		desk.Add(k)
	}
	seen := map[string]bool{}
	e := of(desk)
	pages := must[*edition.Front](t)(e.Front(t.Context(), 1, time.Time{})).Pages
	equal(t, pages, 3)
	for page := range pages {
		f := must[*edition.Front](t)(e.Front(t.Context(), page+1, time.Time{}))
		items := f.Seconds
		if f.Lead != nil {
			items = append(items, *f.Lead)
		}
		if (f.Lead != nil) != (page == 0) {
			t.Errorf("page %d has a lead: %v", page+1, f.Lead != nil)
		}
		for _, d := range f.Days {
			items = append(items, d.Items...)
		}
		for _, i := range items {
			if seen[i.ID] {
				t.Errorf("%s stands on two pages", i.ID)
			}
			seen[i.ID] = true
		}
	}
	counts := must[archive.Counts](t)(desk.Counts(t.Context()))
	equal(t, len(seen), counts.Stories)
	for _, page := range []int{-1, 0, 4} {
		if _, err := e.Front(t.Context(), page, time.Time{}); coranto.KindOf(err) != coranto.NotFound {
			t.Errorf("page %d: %v, want not found", page, err)
		}
	}
}

func TestEmptyDesk(t *testing.T) {
	front := must[*edition.Front](t)(of(&editiontest.Desk{}).Front(t.Context(), 1, time.Time{}))
	if front.Lead != nil || front.Days != nil || front.Column() {
		t.Errorf("an empty desk shows %+v", front)
	}
}

func TestStory(t *testing.T) {
	s := must[*edition.Story](t)(of(editiontest.New()).Story(t.Context(), "gas"))
	var list []string
	for _, a := range s.Articles {
		line := fmt.Sprint(a.N, " ", a.ID, ":")
		for _, c := range a.Copies {
			line += " " + c.ID
		}
		list = append(list, line)
	}
	equal(t, list, []string{"1 gas-1: gas-2 gas-3", "2 gas-6:", "3 gas-5:", "4 gas-4:"})

	var said []string
	for _, v := range s.Voices {
		for _, line := range v.Said {
			text := v.Speaker + " " + line.Text
			for _, m := range line.Marks {
				text += fmt.Sprintf(" [%d %s %s]", m.N, m.Label(), m.Href)
			}
			said = append(said, text)
		}
	}
	equal(t, said, []string{
		`Dessa Orlin "The valves will be opened on the first of December, and they will stay open" [1 Karsian News Agency and 2 wire copies /articles/gas-1?v=1#s3]`,
		`Dessa Orlin «سوف تُفتح الصمامات في الأول من ديسمبر، وستبقى مفتوحة» [2 صوت الساحل /articles/gas-6?v=1#s2]`,
		`Dessa Orlin "Our partners have understood that threats do not warm houses" [3 Radio Karsia /articles/gas-5?v=1#s2]`,
		`Tomas Hale "We did not come here to win an argument about the past" [1 Karsian News Agency /articles/gas-1?v=1#s8]`,
		`Tomas Hale "We came so that nobody freezes this winter." [1 Karsian News Agency /articles/gas-1?v=1#s9] [4 The Port Sell Observer /articles/gas-4?v=1#s3]`,
		`Edda Varn “The minister has sold last January for a promise” [4 The Port Sell Observer /articles/gas-4?v=1#s6]`,
	})

	var days []string
	for _, d := range s.Days {
		line := d.Date.Text + ": " + d.Line.Text[:12]
		for _, m := range append(d.Line.Marks, d.Also...) {
			line += fmt.Sprint(" ", m.N)
		}
		days = append(days, line)
	}
	equal(t, days, []string{"Sat 21 Nov, today: Karsia and V 1 2 3", "Tue 1 Dec: Gas is to fl 3 1", "Tue 15 Dec: The two mini 1 4"})
}

// A story loses no article, whoever is said to copy whom.
// Where sources differ both stand; the copy shares its origin's mark.
func TestCountsAndCaveats(t *testing.T) {
	of := of(editiontest.New())
	lines := func(story string) []string {
		var list []string
		s := must[*edition.Story](t)(of.Story(t.Context(), story))
		for _, c := range s.Counts.First {
			for _, g := range c.Given {
				text := c.What + ": " + g.Value + " by " + g.By
				for _, m := range g.Marks {
					text += fmt.Sprintf(" [%d %s %s]", m.N, m.Label(), m.Href)
				}
				list = append(list, text)
			}
		}
		for _, c := range s.Caveats {
			list = append(list, c.Kind+" by "+c.By+": "+c.Line.Text)
		}
		return list
	}
	equal(t, lines("flood"), []string{
		"killed: 12 by  [1 The Port Sell Observer /articles/flood-2?v=1#s1]",
		"killed: at least 17 by secours de Sarovie [2 Le Matin d'Ostrana /articles/flood-3?v=1#s1]",
		"killed: at least 19 by interior ministry of Sarovia [3 Sarovia Today /articles/flood-1?v=2#s1]",
	})
	equal(t, lines("gas"), []string{
		"length of talks: 11 hours by  [1 Karsian News Agency and 1 wire copy /articles/gas-1?v=1#s2]",
		"no comment by Dessa Orlin: She declined to say at what price.",
	})
}

func TestFigureValues(t *testing.T) {
	seven, million := 7., 2.5e6
	for want, f := range map[string]coranto.Figure{
		"639":                      {Value: 639, Bound: "exact"},
		"at least 76\u202f000":     {Value: 76000, Bound: "at least"},
		"5–7%":                     {Value: 5, Max: &seven, Unit: "percent"},
		"about $12 million":        {Value: 12e6, Bound: "about", Unit: "USD"},
		"RUB 1.2 trillion":         {Value: 1.2e12, Unit: "RUB"},
		"€1.5 million–2.5 million": {Value: 1.5e6, Max: &million, Unit: "EUR"},
		"$75.3 a barrel":           {Value: 75.3, Unit: "USD/barrel"},
		"1 hour":                   {Value: 1, Unit: "hours"},
		"up to 12 km":              {Value: 12, Bound: "up to", Unit: "km"},
		"1\u202f234\u202f567":      {Value: 1234567},
	} {
		desk := editiontest.New()
		k := desk.Kept["oped-1"][0]
		f.What, f.End, f.Confidence = "thing", 1, 1
		k.Article.Figures = []coranto.Figure{f}
		desk.Kept["oped-1"] = []archive.Kept{k}
		s := must[*edition.Story](t)(of(desk).Story(t.Context(), "oped"))
		equal(t, s.Counts.First[0].Given[0].Value, want)
	}
}

// TestToCome: what is announced, ahead or past, and what was moved; what is not
// sure or has no day is left out.
func TestToCome(t *testing.T) {
	desk := editiontest.New()
	k := desk.Kept["oped-1"][0]
	ahead := func(what, from, to, status string, confidence float64, who ...string) coranto.Appointment {
		return coranto.Appointment{What: what, Who: who, From: from, To: to, Status: status, Start: 0, End: 1, Confidence: confidence}
	}
	visit := ahead("visit", "1990-03-01", "1990-03-01", "announced", 1, "Jan Korr")
	visit.Where = "Halma"
	k.Article.Appointments = []coranto.Appointment{
		visit,
		ahead("talks", "2090-03-09", "2090-03-15", "announced", 1, "Velmark", "Rodvania"),
		ahead("summit", "2090-03-07", "2090-03-07", "postponed", 1, "Northern League"),
		ahead("summit", "2090-03-08", "2090-03-08", "announced", 0.5, "Nobody sure"),
		ahead("call", "", "", "announced", 1, "Jan Korr"),
	}
	desk.Kept["oped-1"] = []archive.Kept{k}
	var got []string
	for _, c := range must[*edition.Story](t)(of(desk).Story(t.Context(), "oped")).ToCome {
		got = append(got, fmt.Sprintf("%s %s, %s (%d)", c.Shape, c.Status, c.Text, len(c.Marks)))
	}
	equal(t, got, []string{
		"○ announced, visit: Jan Korr (1)",
		"◐ moved, summit: Northern League (1)",
		"○ announced, talks: Velmark, Rodvania (1)",
	})
}

func TestCopiesInACircle(t *testing.T) {
	desk := editiontest.New()
	for id, of := range map[string]string{"gas-1": "gas-2", "gas-2": "gas-1", "gas-3": "gas-2", "gas-4": "gas-4", "gas-5": "elsewhere"} {
		desk.Kept[id][0].WireOf = of
	}
	s := must[*edition.Story](t)(of(desk).Story(t.Context(), "gas"))
	n := len(s.Articles)
	for _, a := range s.Articles {
		n += len(a.Copies)
	}
	equal(t, n, 6)
}

func TestSplitQuotation(t *testing.T) {
	for _, c := range []struct{ text, first, second, want string }{
		{`“We will act,” she said, “and soon.”`, "“We will act,”", "“and soon.”", "“We will act, and soon.”"},
		{`“It is short,” she said. “It was longer,”`, "“It is short,”", "“It was longer,”", "“It is short” “It was longer”"},
		{`« Oui », dit-elle, « et non »`, "« Oui »", "« et non »", "«\u00a0Oui et non\u00a0»"},
	} {
		desk := editiontest.New()
		a := &desk.Kept["oped-1"][0].Article
		a.Text = c.text
		a.Sentences = []coranto.Span{{Start: 0, End: len(a.Text)}}
		span := func(s string) coranto.Span {
			i := strings.Index(c.text, s)
			return coranto.Span{Start: i, End: i + len(s)}
		}
		a.Statements = []coranto.Statement{{Speaker: "Ana", Confidence: 1, Mode: coranto.Direct, Text: c.first + " " + c.second,
			End: len(a.Text), Spans: []coranto.Span{span(c.first), span(c.second)}}}
		s := must[*edition.Story](t)(of(desk).Story(t.Context(), "oped"))
		equal(t, s.Voices[0].Said[0].Text, c.want)
	}
}

func TestNewSinceTheLastVisit(t *testing.T) {
	desk := editiontest.New()
	since := editiontest.Now.Add(-time.Hour)
	desk.Kept["gas-5"][0].Accepted = since.Add(time.Minute)
	front := must[*edition.Front](t)(of(desk).Front(t.Context(), 1, since))
	equal(t, front.Lead.New, 1)
	equal(t, front.Seconds[0].New, 0)
	equal(t, must[*edition.Front](t)(of(desk).Front(t.Context(), 1, time.Time{})).Lead.New, 0)
}

// A story that many tell stays at the head of the page when small ones come in.
func TestWeightiestStoryLeads(t *testing.T) {
	desk := editiontest.New()
	for i := range 2 * edition.PageSize {
		k := desk.Kept["budget-1"][0]
		k.Article.ID, k.Story = fmt.Sprintf("x%d", i), fmt.Sprintf("story-%d", i)
		published := *k.Article.Published
		published.From, published.To = "2026-11-21T11:59:00+01:00", "2026-11-21T11:59:00+01:00"
		k.Article.Published = &published
		desk.Add(k)
	}
	equal(t, must[*edition.Front](t)(of(desk).Front(t.Context(), 1, time.Time{})).Lead.ID, "gas")
}

func TestArticle(t *testing.T) {
	e := of(editiontest.New())
	a := must[*edition.Article](t)(e.Article(t.Context(), "gas-1", 0))
	equal(t, a.Press, edition.Press{Name: "Karsian News Agency", Domain: "kna.example", Country: "KS", Kind: "state agency", Owner: "Ministry of Information", StateOwned: "yes"})
	equal(t, len(a.Others), 5)
	equal(t, a.Paragraphs[2].Crosshead, true)
	equal(t, a.Paragraphs[1].Notes, []edition.Note{
		{Kind: "figure", Text: "11 hours, length of talks", Href: "#s2"},
		{Kind: "said", Text: "Dessa Orlin, Karsian foreign minister", Href: "#s3"},
		{Kind: "caveat", Text: "no comment, Dessa Orlin", Href: "#s4"},
	})
	equal(t, a.Paragraphs[0].Sentences[0].Runs[1], edition.Run{Text: "Karsia", Name: "Karsia, state"})
	equal(t, a.Cast[0], edition.Cast{Kind: "People", Names: []edition.Named{
		{Name: "Dessa Orlin", Mentions: 2, Href: "#s2", About: "/entities/x7rzel23zvq5ozbk"},
		{Name: "Tomas Hale", Mentions: 2, Href: "#s2", About: "/entities/zbrhqswzhtd3o2cz"}}})

	copied := must[*edition.Article](t)(e.Article(t.Context(), "gas-2", 0))
	equal(t, copied.CopyOf.ID, "gas-1")

	old := must[*edition.Article](t)(e.Article(t.Context(), "flood-1", 1))
	equal(t, []int{old.Version, old.Current, len(old.Versions)}, []int{1, 2, 2})
	equal(t, old.Original, "/articles/flood-1/original?v=1")

	unnamed := must[*edition.Article](t)(e.Article(t.Context(), "lost-1", 0))
	equal(t, unnamed.Press.Name, "unknown publisher")
	equal(t, unnamed.Press.About(), "")
	equal(t, unnamed.When.Text, "undated")
	equal(t, unnamed.Paragraphs[0].Notes[0].Kind, "damaged")

	if _, err := e.Article(t.Context(), "gas-1", 7); coranto.KindOf(err) != coranto.NotFound {
		t.Errorf("a version that never was: %v", err)
	}
}

// An article's paragraphs hold all of its text, in order, and every sentence
// begins once.
func TestParagraphsHoldTheText(t *testing.T) {
	desk := editiontest.New()
	for id := range desk.Kept {
		wholeText(t, desk, id)
	}
}

func FuzzParagraphs(f *testing.F) {
	f.Add("One. Two.\n\nThree.", uint(4), uint(9))
	f.Add("\n\n\n \n\n", uint(0), uint(3))
	f.Add("a\n\nb", uint(1), uint(3))
	f.Add("Größe. «Да».\n\n塞尔港", uint(8), uint(30))
	f.Fuzz(func(t *testing.T, text string, a, b uint) {
		desk := &editiontest.Desk{Kept: map[string][]archive.Kept{"a": {{Filed: archive.Filed{Story: "s"}}}}, Order: []string{"a"}}
		art := &desk.Kept["a"][0].Article
		art.ID, art.Text = "a", text
		n := uint(len(text) + 1)
		cuts := []int{0, int(min(a%n, b%n)), int(max(a%n, b%n)), len(text)}
		for i := 1; i < len(cuts); i++ {
			span := coranto.Span{Start: cuts[i-1], End: cuts[i]}
			if strings.TrimSpace(span.In(text)) != "" {
				art.Sentences = append(art.Sentences, span)
				art.Damaged = append(art.Damaged, span)
				art.Entities = append(art.Entities, coranto.Entity{Name: "X", Mentions: []coranto.Span{{Start: cuts[1], End: cuts[i]}}})
			}
		}
		wholeText(t, desk, "a")
	})
}

func wholeText(t *testing.T, desk *editiontest.Desk, id string) {
	t.Helper()
	a := must[*edition.Article](t)(of(desk).Article(t.Context(), id, 0))
	var got strings.Builder
	begun := map[int]int{}
	for _, p := range a.Paragraphs {
		for _, s := range p.Sentences {
			if s.N > 0 {
				begun[s.N]++
			}
			for _, r := range s.Runs {
				got.WriteString(r.Text)
			}
		}
	}
	kept := must[archive.Kept](t)(desk.Article(t.Context(), id, 0))
	blank := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if blank(got.String()) != blank(kept.Article.Text) {
		t.Errorf("%s reads\n%s\nwant\n%s", id, got.String(), kept.Article.Text)
	}
	for i := range kept.Article.Sentences {
		if begun[i+1] != 1 {
			t.Errorf("%s: sentence %d begins %d times", id, i+1, begun[i+1])
		}
	}
}

func TestSearch(t *testing.T) {
	e := of(editiontest.New())
	text := func(lits []edition.Lit) string {
		var b strings.Builder
		for _, l := range lits {
			if l.On {
				b.WriteString("[" + l.Text + "]")
			} else {
				b.WriteString(l.Text)
			}
		}
		return b.String()
	}
	for _, c := range []struct {
		query   string
		total   int
		snippet string
		href    string
	}{
		{"ambassador recal", 1, "Ostrana [recalled] its [ambassador] to Velmark on Friday after four of its trawlers were held in Port Sell.", "/articles/envoy-1?v=1#s1"},
		{"  STATE   fishermen ", 1, "“No [state] can accept that its [fishermen] are treated as smugglers,” said Luc Amaury, the foreign minister of Ostrana.", "/articles/envoy-1?v=1#s2"},
		{"Etat ne", 1, "« Aucun [État] [ne] peut accepter que ses pêcheurs soient traités en contrebandiers », a dit Luc Amaury.", "/articles/envoy-2?v=1#s2"},
		{"港务局长", 1, "[港务局长]林远表示：“这座码头改变的不只是港口。”", "/articles/zh-1?v=1#s2"},
		{"zeppelin", 0, "", ""},
		{"", 0, "", ""},
		{"\"; DROP TABLE", 0, "", ""},
		{"…", 0, "", ""},
	} {
		r := must[*edition.Results](t)(e.Search(t.Context(), c.query, 1))
		if r.Total != c.total {
			t.Errorf("%q: %d found, want %d", c.query, r.Total, c.total)
			continue
		}
		if c.total > 0 {
			equal(t, text(r.Found[0].Snippet), c.snippet)
			equal(t, r.Found[0].Sentence, c.href)
		}
	}
	if _, err := e.Search(t.Context(), strings.Repeat("word ", 100), 1); coranto.KindOf(err) != coranto.Usage {
		t.Errorf("a very long query: %v", err)
	}
}

func TestSources(t *testing.T) {
	s := must[*edition.Sources](t)(of(editiontest.New()).Sources(t.Context()))
	var got []string
	for _, o := range s.Outcomes {
		got = append(got, fmt.Sprint(o.Status, " ", o.Total, " ", o.First[0].Name))
	}
	equal(t, got, []string{"failed 2 inbox/november/bulletin-1911.html.gz", "skipped 1 inbox/november/photo.jpg", "barren 1 inbox/november/menu.html"})
	equal(t, s.Sources[0].Checked.Text, "12 min ago")
	equal(t, s.Sources[0].Due.Text, "in 19 min")
}

// No question swallows what the archive says.
func TestTroubleIsPassedOn(t *testing.T) {
	desk := editiontest.New()
	desk.Failing = coranto.Errorf(coranto.Busy, "read", "archive", "", "locked")
	e, ctx := of(desk), context.Background()
	ask := map[string]func() error{
		"front":    func() error { _, err := e.Front(ctx, 1, time.Time{}); return err },
		"story":    func() error { _, err := e.Story(ctx, "gas"); return err },
		"article":  func() error { _, err := e.Article(ctx, "gas-1", 0); return err },
		"search":   func() error { _, err := e.Search(ctx, "gas", 1); return err },
		"sources":  func() error { _, err := e.Sources(ctx); return err },
		"original": func() error { _, err := e.Original(ctx, "gas-1", 0); return err },
		"masthead": func() error { _, err := e.Masthead(ctx); return err },
	}
	for name, f := range ask {
		if err := f(); !errors.Is(err, desk.Failing) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
