package token

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestCut(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Iran's U.S.-backed plan.", "Iran ' s U.S. - backed plan ."},
		{"Donald J. Trump paid 1,250.50", "Donald J. Trump paid 1,250.50"},
		{"俄罗斯外长", "俄 罗 斯 外 长"},
		{"وقال الوزير", "وقال الوزير"},
		{"l’Iran", "l ’ Iran"},
		{"Plan A.Then B", "Plan A . Then B"},
		{"\xff\xfe", "\xff \xfe"},
	} {
		var got []string
		for _, tok := range Cut(c.text) {
			got = append(got, tok.In(c.text))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("Cut(%q) = %q, want %q", c.text, s, c.want)
		}
	}
}

func TestShape(t *testing.T) {
	for word, want := range map[string]Shape{"said": Lower, "Moscow": Title, "NATO": Upper, "U.S.": Upper, "X": Upper, "McKay": Mixed, "eBay": Mixed, "موسكو": Caseless, "Élysée": Title, "МОСКВА": Upper} {
		if got := Cut(word)[0].Shape; got != want {
			t.Errorf("shape of %q: %d, want %d", word, got, want)
		}
	}
}

// A filter lets pass what was added, and what it knows nothing of.
func TestFilter(t *testing.T) {
	var f Filter
	for _, w := range []string{"said", "minister", "2nd", "l'état"} {
		f.Add(w)
	}
	for text, want := range map[string]bool{"Said": true, "MINISTER": true, "2nd": true, "état": true, "U.S.": true, "weather": false, "Xyz": false} {
		if got := f.May(Cut(text)[0].Hash); got != want {
			t.Errorf("%q may be in the list: %v, want %v", text, got, want)
		}
	}
}

// Tokens lie in order, on character boundaries, and leave nothing out but
// white space.
func FuzzCut(f *testing.F) {
	for _, s := range []string{"a b", "Iran's", "U.S.", "\xff", "日本 and ไทย", "1.2,3.", "é\u200bx"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		check := func(gap string) {
			for _, r := range gap {
				if !unicode.IsSpace(r) && r != 0x200b && r != 0xfeff {
					t.Fatalf("%q left out of %q", gap, s)
				}
			}
		}
		for _, tok := range Cut(s) {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %v after %d in %q", tok, last, s)
			}
			if utf8.ValidString(s) && !(utf8.RuneStart(s[tok.Start]) && (tok.End == len(s) || utf8.RuneStart(s[tok.End]))) {
				t.Fatalf("token %v of %q splits a character", tok, s)
			}
			check(s[last:tok.Start])
			if tok.Hash != 0 && tok.Hash != HashOf(strings.ToLower(tok.In(s))) {
				t.Fatalf("the hash of %q is that of another word", tok.In(s))
			}
			if end, shape := word(s, tok.Start); tok.Kind == Word && (end != tok.End || shape != tok.Shape) {
				t.Fatalf("%q in %q is cut or written otherwise than letter by letter", tok.In(s), s)
			}
			last = tok.End
		}
		check(s[last:])
	})
}
