package entity_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"coranto"
	"coranto/reading/entity"
	"coranto/reading/lang"
)

// Whatever the text: spans lie in it, in order, on character boundaries, apart
// from each other within one entity; none is empty; no entity comes twice.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Moscow said Dmitry Peskov met Mr. Trump in the U.S.", "MOSCOW: x", "Россией и Путиным", "وروسيا والصين", "俄罗斯外长 ロシア",
		"\xffRussia\xfe", "Jean-Noël Barrot's d'Ivoire", "A B C D E F G. H. I. J.", "Mr. . Mrs. , Dr.", "St. Petersburg", "the the the president", "Ministry of of for",
		strings.Repeat("President ", 50), strings.Repeat("al-", 50), "Harbour Union (HU) HU", "\u202eRussia\u202c",
	} {
		f.Add(s, "")
		f.Add("x", s)
	}
	f.Fuzz(func(t *testing.T, text, headline string) {
		seen := map[string]bool{}
		for _, e := range entity.Find(text, lang.Sentences(text), headline, nil) {
			if e.Name == "" || seen[string(e.Type)+e.Name] || len(e.Mentions)+len(e.Refs) == 0 {
				t.Fatalf("%+v in %q", e, text)
			}
			seen[string(e.Type)+e.Name] = true
			for _, spans := range [][]coranto.Span{e.Mentions, e.Refs} {
				last := 0
				for _, s := range spans {
					if s.Start < last || s.Len() <= 0 || s.End > len(text) {
						t.Fatalf("%s %v in %q", e.Name, spans, text)
					}
					last = s.End
					if utf8.ValidString(text) && !(utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End]))) {
						t.Fatalf("%s %v splits a character of %q", e.Name, s, text)
					}
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Rodvanian Defence Minister Orel Dask told reporters in Moscow that Russia and the U.S. would meet the Harbour Workers Union on Monday, said an official.\n\n", 200)
	sentences := lang.Sentences(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		entity.Find(text, sentences, "", nil)
	}
}
