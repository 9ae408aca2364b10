package lang

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// Each case is a text with "|" where its sentences end; the bars are taken out
// before it is cut.
var sentenceCases = []string{
	"The talks failed.| Nobody was hurt.",
	"He met Mr. Arlen and Gen. Tosk on Feb. 4 at No. 10.| They spoke.",
	"The U.S. Army left.| It went to the U.S.| The rest stayed.",
	"J. R. Smith wrote it.| A. B. Tosk did not.",
	"It rose 3.5 percent to 2.1 million.| Oil fell.",
	"It opened at 10 a.m. on Friday and shut at 8 p.m.| The crowd left.",
	"\"We will not go,\" he said.| \"Never.\"| She agreed.",
	"\"Will they come?\" she asked.| Nobody knew.",
	"\"Will they come?\" Anna Tosk asked.| Nobody knew.",
	"“It is over.”| The minister left.",
	"He waited ... and waited.| Then he left.",
	"We waited…| Nobody came.",
	"VELMARK (Agency) — The cabinet fell on Monday.| A vote is due.",
	"Sales at Tosk Inc. rose.| Tosk Inc.| It fell.",
	"1. The first point.|\n2. The second point.",
	"• one point|\n• another point",
	"A headline without a stop|\n\nThe text begins.| It goes on.",
	"The minister, who had been expected to speak about the talks,\nspoke of the weather instead.| He left.",
	"A first paragraph.|\n\nThe council of the port met on Monday in the hall of the\nOld Exchange, where Anna Tosk spoke of the bridge for an\nhour.| Nobody answered her, and the vote was put off until\nFriday.",
	"Storm shuts the port of Ostrava for a third day\n|Minister resigns\n|Council puts off the vote on the bridge again",
	"See Fig. 3 and p. 12.| The rest is known.",
	"Prof. Dr. Anna Weber kam am 3. März.| Sie blieb bis zum 5. Mai.",
	"Das gilt z.B. für Brot.| Die Preise steigen bzw. Löhne fallen nicht.",
	"Er sagte: „Wir gehen nicht.“| Dann ging er.",
	"M. Dupont et M. Le Goff sont venus.| « Nous partons ! »| Ils sont partis.",
	"El Sr. Gómez habló.| ¿Quién vino?| ¡Nadie!",
	"В 2025 г. цены выросли.| А. С. Иванов и др. ушли.| Об этом сообщили на ул. Мира.",
	"会议开始了。|他说：“我们不走。”|代表离开了！",
	"会議が始まった。|「行かない。」と彼は言った。|終わった。",
	"بدأ الاجتماع.| هل جاء الوزير؟| لا.",
	"सभा शुरू हुई।| मंत्री आए।",
	"Ποιος ήρθε;| Κανείς.",
	"The rule was clear.[12]| Nobody kept it.",
	"It began in Ostrel.| eTosk joined later.| The rest is known.",
	"It was small.| (see the list)| Nobody came.| He left.",
	"The port (by the river) shut.| (credit: the council of Ostrel)| Nobody was hurt.",
	"Tosk, A. L.; Korr, B. M. and others wrote it.",
	"Yahoo! is a company.| Who knows?",
	"Read example.com or v2.0 now.| Done!",
	"  \n ",
	"",
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		text := strings.ReplaceAll(c, "|", "")
		var want, got []string
		for s := range strings.SplitSeq(c, "|") {
			if s = strings.TrimSpace(s); s != "" {
				want = append(want, s)
			}
		}
		for _, s := range Sentences(text) {
			got = append(got, s.In(text))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q (-want +got):\n%s", c, d)
		}
	}
}

// Where a page's paragraphs have been run into one long line, headings end that
// no stop ends; names are not cut.
func TestRunOn(t *testing.T) {
	filler := strings.Repeat("Nobody in the town had seen the river so high, and few had thought that the bridge would stand. ", 25)
	for _, c := range []string{
		"Key findings| The report says little.| ",
		"Flood defences| In the first year of the plan, the council of Ostrel built three walls.| ",
		"President Anna Tosk of the New Harbour Times met Foreign Minister Jan Korr in Port Arlen on Monday.| ",
		"And then it was almost –| Where is he?| It is late -- I am sure of it -- and cold.| ",
		"He joined the Velmark National Bank in June 2012.| ",
	} {
		text := filler + strings.ReplaceAll(c, "|", "") + filler
		var got []string
		for _, s := range Sentences(text) {
			if part := s.In(text); !strings.Contains(filler, part) {
				got = append(got, part)
			}
		}
		var want []string
		for s := range strings.SplitSeq(c, "|") {
			if s = strings.TrimSpace(s); s != "" {
				want = append(want, s)
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q (-want +got):\n%s", c, d)
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, c := range sentenceCases {
		f.Add(c)
	}
	f.Add("\xff.\xc3 A. \u2028B.\r\n[1")
	f.Add(strings.Repeat("The house of the king Results (1) \"We \xff\u00a0A ", 60))
	f.Fuzz(func(t *testing.T, text string) {
		last, covered := 0, 0
		for _, s := range Sentences(text) {
			part := s.In(text)
			if s.Start < last || part == "" || part != strings.TrimSpace(part) {
				t.Fatalf("%q: span %v after %d is %q", text, s, last, part)
			}
			if strings.TrimSpace(text[last:s.Start]) != "" {
				t.Fatalf("%q: %q belongs to no sentence", text, text[last:s.Start])
			}
			if utf8.ValidString(text) && !utf8.ValidString(part) {
				t.Fatalf("%q: %v cuts a character", text, s)
			}
			last = s.End
			covered += len(part)
		}
		if strings.TrimFunc(text[last:], unicode.IsSpace) != "" {
			t.Fatalf("%q: %q belongs to no sentence", text, text[last:])
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	text := strings.Repeat("The foreign minister of Velmark, Gen. A. B. Tosk, said on Friday that talks would resume next week. \"We will see,\" he said. Nothing else was told.\n\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Sentences(text)
	}
}

// A text without a full stop, and others that could tempt a rule to look far.
func BenchmarkSentencesHostile(b *testing.B) {
	for _, s := range []string{"word ", "The a ", "the of A ", ". ", "„“", "A.", "\n", "?\"", "字", "  A. ", "Line\r\n\r\n", "Line\n"} {
		text := strings.Repeat(s, 5<<20/len(s))
		b.Run(s, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Sentences(text)
			}
		})
	}
}
