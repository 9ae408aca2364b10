package lang

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestTokens(t *testing.T) {
	kinds := map[TokenKind]string{Word: "w", Number: "n", Unspaced: "u", Punctuation: "p", Symbol: "s"}
	tests := []struct{ in, want string }{
		{"Anna's third-quarter, 2,000.5!", "w:Anna's w:third p:- w:quarter p:, n:2,000.5 p:!"},
		{"The U.S. at 10 a.m. (1990s)", "w:The w:U.S. w:at n:10 w:a.m. p:( w:1990s p:)"},
		{"Mr. A. Tosk.", "w:Mr p:. w:A p:. w:Tosk p:."},
		{"$5 + 3%", "s:$ n:5 s:+ n:3 p:%"},
		{"l’homme d'État", "w:l’homme w:d'État"},
		{"2025年6月", "n:2025 u:年 n:6 u:月"},
		{"١٢ كتاب، می‌رود", "n:١٢ w:كتاب p:، w:می‌رود"},
		{"สวัสดี ok", "u:สวัสดี w:ok"},
		{"한국의 수도", "w:한국의 w:수도"},
		{" \t\n", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, tok := range Tokens(tt.in) {
			got = append(got, kinds[tok.Kind]+":"+tok.In(tt.in))
		}
		if d := cmp.Diff(tt.want, strings.Join(got, " ")); d != "" {
			t.Errorf("%q (-want +got):\n%s", tt.in, d)
		}
	}
}

func TestSearchWords(t *testing.T) {
	tests := []struct{ in, language, want string }{
		{"Presidents met in Zürich.", "en", "presidents presidː met in zurich"},
		{"Straße, Œuvre, Łódź, smørrebrød", "und", "strasse oeuvre lodz smorrebrod"},
		{"U.S. and US", "en", "us and us"},
		{"переговоры начались", "ru", "переговоры переговорː начались начаː"},
		{"Ёлка Київ", "und", "елка киів"},
		{"الأُمَم المتّحدة", "und", "الامم المتحده"},
		{"北京市", "zh", "北京 京市"},
		{"京", "zh", "京"},
		{"서울시에서", "ko", "서울 울시 시에 에서"},
		{"ﬁne ２０２５ ٢٠٢٥", "und", "fine 2025 2025"},
		{"", "en", ""},
	}
	for _, tt := range tests {
		if d := cmp.Diff(tt.want, strings.Join(SearchWords(tt.in, tt.language), " ")); d != "" {
			t.Errorf("%q in %s (-want +got):\n%s", tt.in, tt.language, d)
		}
	}
}

// A query finds a text although neither knows the other's language.
func TestQueryWords(t *testing.T) {
	tests := []struct {
		query, language string
		text, written   string
		found           bool
	}{
		{"zurich", "und", "In Zürich beginnt es", "de", true},
		{"Zürich", "und", "Talks in Zurich", "en", true},
		{"president", "und", "The presidents met", "en", true},
		{"presidents", "und", "The president met", "en", true},
		{"presidents", "en", "The president met", "en", true},
		{"négociation", "und", "Les négociations continuent", "fr", true},
		{"negociations", "und", "La négociation continue", "fr", true},
		{"переговоров", "und", "Переговоры начались", "ru", true},
		{"北京", "und", "今天在北京市", "zh", true},
		{"university", "und", "A universe of books", "en", true}, // one stem: what stemming costs
		{"peace", "und", "The war goes on", "en", false},
	}
	for _, tt := range tests {
		words := SearchWords(tt.text, tt.written)
		found := true
		for _, choice := range QueryWords(tt.query, tt.language) {
			found = found && slices.ContainsFunc(choice, func(w string) bool { return slices.Contains(words, w) })
		}
		if found != tt.found {
			t.Errorf("query %q (%v) in %q (%v): found %v", tt.query, QueryWords(tt.query, tt.language), tt.text, words, found)
		}
	}
}

func FuzzSearchTerms(f *testing.F) {
	for _, s := range []string{"Presidents met in Zürich, 2,000 times", "北京市 สวัสดี 서울", "l’État ﬁ ß İ", "\xff\xféa"} {
		f.Add(s, "en")
		f.Add(s, "tr")
	}
	f.Fuzz(func(t *testing.T, text, language string) {
		last := 0
		for _, term := range SearchTerms(text, language) {
			if term.Start < last || term.End <= term.Start || term.End > len(text) {
				t.Fatalf("%q: %v after %d", text, term, last)
			}
			if term.Word == "" || strings.ContainsAny(term.Word, " \n\t") {
				t.Fatalf("%q: word %q", text, term.Word)
			}
			if utf8.ValidString(text) && !utf8.ValidString(term.In(text)) {
				t.Fatalf("%q: %v cuts a character", text, term)
			}
			last = term.Start
		}
		QueryWords(text, language)
		Identify(text)
	})
}

func BenchmarkSearchWords(b *testing.B) {
	text := strings.Repeat("The foreign ministers of Velmark said on Friday that negotiations would resume in Zürich. ", 500)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		SearchWords(text, "en")
	}
}
