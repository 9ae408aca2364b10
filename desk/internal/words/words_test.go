package words

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestCut(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"... !?", ""},
		{"The Minister's plan failed.", "the minister plan failed"},
		{"Das Außenministerium, Łódź und Tromsø", "das aussenministerium lodz und tromso"},
		{"Les élèves d’Évreux", "les eleves d evreux"},
		{"142,285 or 142.285, but 2,5 and 2.5", "142285 or 142285 but 2.5 and 2.5"},
		{"1.234.567,89 euros", "1234567.89 euros"},
		{"20-13, 50%-52%, v1.2.3", "20 13 50 52 v1 2.3"},
		{"٧ أكتوبر ٢٠٢٤", "7 اكتوبر 2024"},
		{"外交部长会谈", "外交 交部 部长 长会 会谈"},
		{"G7と中国", "g7 と中 中国"},
		{"bad \xff\xfe bytes", "bad bytes"},
	} {
		var got []string
		for _, w := range Cut(c.text, 100) {
			got = append(got, w.Text)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("Cut(%q): %s", c.text, diff)
		}
	}
}

func TestCutCapitals(t *testing.T) {
	var names []string
	for _, w := range Cut("Yesterday Ana Reyk spoke.\nThen she left: Nobody saw Velmark.", 100) {
		if w.Capital && !w.First {
			names = append(names, w.Text)
		}
	}
	if diff := cmp.Diff([]string{"ana", "reyk", "velmark"}, names); diff != "" {
		t.Error(diff)
	}
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"", "Plain words, 3,000 of them.", "外交", "\xff", "é\u0301\u0301", strings.Repeat("a", 1000), "1.1.1.1,1,,1", "'s's’s"} {
		f.Add(s, 10)
	}
	f.Fuzz(func(t *testing.T, text string, limit int) {
		limit = max(0, min(limit, 1000))
		ws := Cut(text, limit)
		if len(ws) > limit {
			t.Fatalf("%d words, limit %d", len(ws), limit)
		}
		for _, w := range ws {
			if w.Text == "" || !utf8.ValidString(w.Text) || len(w.Text) > 16*maxWord {
				t.Fatalf("word %q", w.Text)
			}
		}
	})
}
