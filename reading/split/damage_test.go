package split

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestDamages(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a verb lost behind a quotation", "'There is not a gram of guilt on this floor,' he the same time, the minister conceded.", []string{"he the"}},
		{"a noun lost", "The state would order 400 machines, and every one of the is known by name.", []string{"the is"}},
		{"a letter lost", "The caf\uFFFD on the quay is closed.", []string{"caf\uFFFD"}},
		{"a letter read as two", "The cafÃ© on the quay is closed, he said.", []string{"cafÃ©"}},
		{"sound sentences", "“It is late,” he said. Was he the first? The to-do list, the has-been, the would-be captain. Plan A is ready, and the Ilmar is low. Each of the two had a boat. They the people.", nil},
		{"an accent that belongs there", "São Tomé, Ânderson, São Paulo: â is a letter.", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range damages(test.text, "en") {
				got = append(got, test.text[s.Start:s.End])
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// FuzzDamages: places stand in order, apart from each other, at the borders of
// letters.
func FuzzDamages(f *testing.F) {
	f.Add("the is Ã©\uFFFD a of,' he the")
	f.Add("every \xff of")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, s := range damages(text, "en") {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%v behind %d in %q", s, last, text)
			}
			if utf8.ValidString(text) && (!utf8.ValidString(text[s.Start:s.End]) || !utf8.ValidString(text[:s.Start])) {
				t.Fatalf("%v cuts a letter of %q", s, text)
			}
			last = s.End
		}
		gluedCrossheads(text)
	})
}
