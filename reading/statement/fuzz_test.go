package statement_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"coranto"
	"coranto/reading/entity"
	"coranto/reading/lang"
	"coranto/reading/statement"
)

// Whatever the text: spans lie in it, in order, on character boundaries, apart
// from each other; every statement has words and a cue, and a speaker where it is
// shown.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		`"We will wait," Jan Korr said. "Then we will see."`,
		`'Velmark's plan,' he said, 'is the leaders' plan.'`,
		"“a\n\n“b\n\n“c” Korr said",
		`Korr said "`, `said "a," said said said`, `"" '' «» „“ 「」`, "''Wait,'' Korr said.",
		"«Мы подождём», — сказал Корр.", "وقال كور: «ننتظر»", "科尔说：“好。”", "\xff\"\xfe\" said",
		"According to Korr, \"no\", according to Lind", strings.Repeat(`"a," Korr said, `, 40), strings.Repeat("'s ", 100), strings.Repeat("“‘", 50),
	} {
		f.Add(s, "en")
	}
	f.Add("« Oui », a dit Jan Korr.", "fr")
	n := names(f)
	f.Fuzz(func(t *testing.T, text, language string) {
		sentences := lang.Sentences(text)
		boundary := func(i int) bool {
			return i >= 0 && i <= len(text) && (i == len(text) || !utf8.ValidString(text) || utf8.RuneStart(text[i]))
		}
		for _, s := range statement.Find(text, sentences, nil, entity.Find(text, sentences, "", n), language) {
			if s.Cue == "" || s.Text == "" || s.CueSpan == nil || len(s.Spans) == 0 || (s.Speaker == "") != (s.Source == nil) || s.Sure() && s.Speaker == "" {
				t.Fatalf("incomplete: %+v in %q", s, text)
			}
			last := s.Start
			evidence := append([]coranto.Span{*s.CueSpan}, s.Spans...)
			if s.Source != nil {
				evidence = append(evidence, *s.Source)
			}
			for _, p := range evidence {
				if p.Len() <= 0 || !boundary(p.Start) || !boundary(p.End) {
					t.Fatalf("span %v of %q", p, text)
				}
			}
			for _, p := range s.Spans {
				if p.Start < last {
					t.Fatalf("spans %v out of order in %q", s.Spans, text)
				}
				last = p.End
			}
			if s.Spans[0].Start != s.Start || last != s.End {
				t.Fatalf("%v do not fill %d-%d", s.Spans, s.Start, s.End)
			}
		}
	})
}
