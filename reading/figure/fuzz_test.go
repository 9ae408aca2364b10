package figure_test

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"coranto/reading/figure"
)

// Whatever the text: spans lie in it on character boundaries, are never empty,
// are in order and apart; numbers are finite, ranges rise, bounds are known.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Twelve people were killed and 30 wounded, the ministry said.", "between 20 and 30 of 1,000.50 ships", "$5-7 billion (€4bn)",
		"1.000.000,50 1,2,3,4 ١٬٠٠٠٫٥ 12 345 678 0x12 1e9 99999999999999999999999999999999", "a hundred and a half a million and a half thousand thousand",
		"said said said 12 people said", "“12 people", "12\n\npeople were\n\nkilled", "accused of, which it denied", "\xff12\xfe people", "至少12人死亡", "a", "half a", "several", "of of of 5% of of",
		"could not be could not be could not", "It put the number at at it at 5", strings.Repeat("12 people and ", 40), strings.Repeat("-12-", 40), "us$ us$5 $ % %%",
	} {
		f.Add(s, "en")
	}
	f.Add("au moins 12 morts et 1 500 blessés, selon lui", "fr")
	f.Add("造成至少12人死亡", "zh")
	f.Fuzz(func(t *testing.T, text, language string) {
		sentences, times, entities, statements := read(t, text, language)
		boundary := func(i int) bool {
			return i >= 0 && i <= len(text) && (i == len(text) || !utf8.ValidString(text) || utf8.RuneStart(text[i]))
		}
		last := 0
		for _, g := range figure.Find(text, sentences, times, entities, statements, language) {
			if g.End <= g.Start || !boundary(g.Start) || !boundary(g.End) || g.End > len(text) {
				t.Fatalf("span %d-%d of %q", g.Start, g.End, text)
			}
			if g.Start < last {
				t.Fatalf("%+v overlaps the one before it in %q", g, text)
			}
			last = g.End
			if math.IsNaN(g.Value) || math.IsInf(g.Value, 0) || g.Value < 0 || g.Max != nil && *g.Max <= g.Value || g.What == "" && g.Unit == "" {
				t.Fatalf("%+v in %q", g, text)
			}
			switch g.Bound {
			case figure.Exact, figure.AtLeast, figure.About, figure.UpTo:
			default:
				t.Fatalf("bound %q in %q", g.Bound, text)
			}
		}
		for _, c := range figure.FindCaveats(text, sentences, entities, statements, language) {
			if c.End <= c.Start || !boundary(c.Start) || !boundary(c.End) || c.End > len(text) || c.Kind == "" {
				t.Fatalf("%+v in %q", c, text)
			}
		}
	})
}

// prose is invented text with about as many numbers as news has.
const prose = `Velmark's health ministry said on Monday that at least 12 people had been killed and 30 wounded in the port. Jan Korr, the minister of trade, told reporters that the talks would go on and that nobody was in a hurry.
The line carries about 70 per cent of the country's imports, worth $1.4 billion a year. A spokesman for the company declined to comment, and the account could not be independently verified. The water is expected to fall from Wednesday, and the schools of the lower town are to open again when the roads have been cleared of mud and stones.
`

// BenchmarkFind reads figures and caveats; one operation is a word.
func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(prose, 50)
	words := len(strings.Fields(text))
	s, times, e, st := read(b, text, "en")
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		figure.Read(text, s, times, e, st, "en")
		n += words
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}
