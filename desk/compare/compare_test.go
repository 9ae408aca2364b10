package compare

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"coranto"
)

// sentences cuts after full stops.
func sentences(text string) []coranto.Span {
	var list []coranto.Span
	for _, m := range regexp.MustCompile(`[^.。!?\s][^.。!?]*[.。!?]*`).FindAllStringIndex(text, -1) {
		list = append(list, coranto.Span{Start: m[0], End: m[1]})
	}
	return list
}

func differences(was, is string) []Change {
	return Differences(was, sentences(was), is, sentences(is))
}

// told writes changes as lines: "=" same, "+" added, "-" removed, "~" changed
// with [-removed-] and [+added+] words.
func told(was, is string, changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		switch c.Kind {
		case Same:
			fmt.Fprintf(&b, "= %s\n", c.New.In(is))
		case Added:
			fmt.Fprintf(&b, "+ %s\n", c.New.In(is))
		case Removed:
			fmt.Fprintf(&b, "- %s\n", c.Old.In(was))
		case Changed:
			b.WriteString("~ ")
			for _, p := range c.Parts {
				switch p.Kind {
				case Same:
					b.WriteString(p.New.In(is))
				case Added:
					b.WriteString("[+" + p.New.In(is) + "+]")
				case Removed:
					b.WriteString("[-" + p.Old.In(was) + "-]")
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func TestDifferences(t *testing.T) {
	for _, c := range []struct{ name, was, is, want string }{
		{"nothing", "", "", ""},
		{"unchanged", "One ferry sank. Two did not.", "One ferry sank. Two did not.", "= One ferry sank.\n= Two did not.\n"},
		{"a paragraph broken", "One ferry sank. Two did not.", "One ferry\nsank.\n\nTwo did not.", "= One ferry\nsank.\n= Two did not.\n"},
		{"all new", "", "One ferry sank.", "+ One ferry sank.\n"},
		{"all gone", "One ferry sank.", "", "- One ferry sank.\n"},
		{"a sentence put in", "One ferry sank. Two did not.", "One ferry sank. Nobody was hurt. Two did not.", "= One ferry sank.\n+ Nobody was hurt.\n= Two did not.\n"},
		{"a sentence taken out", "One ferry sank. Nobody was hurt. Two did not.", "One ferry sank. Two did not.", "= One ferry sank.\n- Nobody was hurt.\n= Two did not.\n"},
		{"a toll that rises",
			"At least nine people were killed when the ferry sank off Selm. The search goes on.",
			"At least twelve people were killed when the ferry sank off Selm. The search goes on.",
			"~ At least [-nine-][+twelve+] people were killed when the ferry sank off Selm.\n= The search goes on.\n"},
		{"edits side by side are one",
			"The bridge was shut for a week, the road office said.", "The bridge was shut for most of a year, the road office said.",
			"~ The bridge was shut for [-a week-][+most of a year+], the road office said.\n"},
		{"words put in", "The road office shut the bridge.", "The road office shut the old bridge at Tarn.",
			"~ The road office shut the [+old +]bridge[+ at Tarn+].\n"},
		{"another sentence in its place", "The choir of Lumo won the prize.", "Wheat fell by two percent in Brask.",
			"- The choir of Lumo won the prize.\n+ Wheat fell by two percent in Brask.\n"},
		{"moved", "Alpha met beta. Gamma met delta. Rho met sigma.", "Gamma met delta. Rho met sigma. Alpha met beta.",
			"- Alpha met beta.\n= Gamma met delta.\n= Rho met sigma.\n+ Alpha met beta.\n"},
		{"said again", "No. No. No.", "No. No.", "= No.\n= No.\n- No.\n"},
		{"without blanks", "渡轮在海上沉没。九人遇难。", "渡轮在海上沉没。十二人遇难。", "= 渡轮在海上沉没。\n~ [-九-][+十二+]人遇难。\n"},
		{"a correction", "The ferry had fifty passengers.", "The ferry had fifty passengers.\n\nA correction: an earlier version misspelled Skarn.",
			"= The ferry had fifty passengers.\n+ A correction: an earlier version misspelled Skarn.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := differences(c.was, c.is)
			if diff := cmp.Diff(c.want, told(c.was, c.is, got)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			verify(t, c.was, c.is, got)
		})
	}
}

// verify applies changes: they give the new text and, the other way round, the
// old one, white space apart.
func verify(t *testing.T, was, is string, changes []Change) {
	t.Helper()
	var forth, back strings.Builder
	i, j := 0, 0
	cover := func(kind Kind, o, n coranto.Span) {
		if o.Start < i || n.Start < j || o.End < o.Start || n.End < n.Start || o.End > len(was) || n.End > len(is) {
			t.Fatalf("%s %v %v goes back or out of the text", kind, o, n)
		}
		i, j = o.End, n.End
		switch kind {
		case Same:
			forth.WriteString(o.In(was))
			back.WriteString(n.In(is))
		case Added:
			forth.WriteString(n.In(is))
			if o.Len() > 0 {
				t.Fatalf("added, and yet in the old text at %v", o)
			}
		case Removed:
			back.WriteString(o.In(was))
			if n.Len() > 0 {
				t.Fatalf("removed, and yet in the new text at %v", n)
			}
		}
	}
	for _, c := range changes {
		if c.Kind != Changed {
			cover(c.Kind, c.Old, c.New)
			continue
		}
		if i > c.Old.Start || j > c.New.Start {
			t.Fatalf("%v %v goes back", c.Old, c.New)
		}
		i, j = c.Old.Start, c.New.Start
		edited := false
		for _, p := range c.Parts {
			if p.Old.Start != i || p.New.Start != j {
				t.Fatalf("parts of %v %v have a hole before %v %v", c.Old, c.New, p.Old, p.New)
			}
			edited = edited || p.Kind != Same
			cover(p.Kind, p.Old, p.New)
		}
		if i != c.Old.End || j != c.New.End || !edited {
			t.Fatalf("the parts of %v %v end at %d %d", c.Old, c.New, i, j)
		}
	}
	if a, b := squeezed(forth.String()), squeezed(is); a != b {
		t.Fatalf("the old text with the changes is not the new text:\n%q\n%q", a, b)
	}
	if a, b := squeezed(back.String()), squeezed(was); a != b {
		t.Fatalf("the new text without the changes is not the old text:\n%q\n%q", a, b)
	}
}

func squeezed(s string) string {
	return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), "")
}

func FuzzDifferences(f *testing.F) {
	f.Add("One ferry sank. Two did not.", "One ferry sank off Selm. Three did not.", uint8(0))
	f.Add("a. b. c. a. b. c.", "c. b. a. c. b.", uint8(1))
	f.Add("渡轮。九人\xff。", " 渡轮。\n\n十人。", uint8(2))
	f.Add("No. No. No no.", "No no. No.", uint8(3))
	f.Fuzz(func(t *testing.T, was, is string, cut uint8) {
		was, is = strings.ToValidUTF8(was, "?"), strings.ToValidUTF8(is, "?")
		spans := sentences
		if cut > 0 { // pieces of so many bytes, with holes
			spans = func(text string) []coranto.Span {
				var list []coranto.Span
				for i := 0; i+int(cut) < len(text); i += int(cut) + i%3 {
					if utf8.RuneStart(text[i]) && utf8.RuneStart(text[i+int(cut)]) {
						list = append(list, coranto.Span{Start: i, End: i + int(cut)})
					}
				}
				return append(list, coranto.Span{Start: 3, End: 1}, coranto.Span{Start: 0, End: len(text) + 1})
			}
		}
		changes := Differences(was, spans(was), is, spans(is))
		verify(t, was, is, changes)
		if diff := cmp.Diff(changes, Differences(was, spans(was), is, spans(is))); diff != "" {
			t.Fatalf("another time, another answer: %s", diff)
		}
		for _, c := range Differences(is, spans(is), is, spans(is)) {
			if c.Kind != Same {
				t.Fatalf("a text differs from itself: %+v", c)
			}
		}
	})
}

// Large and hostile texts: what is compared with what stays bounded.
func TestLarge(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func(sentences, vocabulary int) string {
		var b strings.Builder
		for range sentences {
			for range 8 {
				fmt.Fprintf(&b, "w%d ", r.IntN(vocabulary))
			}
			b.WriteString("end. ")
		}
		return b.String()
	}
	edited := func(s string) string {
		all := strings.SplitAfter(s, ". ")
		for range len(all) / 10 {
			all[r.IntN(len(all))] = text(1, 50)
		}
		return strings.Join(all, "")
	}
	long := text(20_000, 1000)
	for name, c := range map[string][2]string{
		"edited":       {long, edited(long)},
		"rewritten":    {long, text(20_000, 1000)},
		"two words":    {strings.Repeat("a. b. ", 30_000), strings.Repeat("b. b. a. ", 20_000)},
		"one sentence": {strings.Repeat("a b c ", 50_000), strings.Repeat("b a d ", 50_000)},
	} {
		t.Run(name, func(t *testing.T) { verify(t, c[0], c[1], differences(c[0], c[1])) })
	}
}

func BenchmarkDifferences(b *testing.B) {
	was := strings.Repeat("The bridge over the Orda was shut on Monday after a crack was found. Lorries are sent round. ", 40)
	is := strings.Replace(was, "Monday", "Tuesday", 5)
	a, c := sentences(was), sentences(is)
	for b.Loop() {
		Differences(was, a, is, c)
	}
}
