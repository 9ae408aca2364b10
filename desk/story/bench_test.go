package story

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// BenchmarkPlace measures articles of some 350 words in a full window: invented
// words, frequent and rare as in a language (Zipf), 12 articles to an event.
func BenchmarkPlace(b *testing.B) {
	const window = 4000
	r := rand.New(rand.NewPCG(1, 2))
	common := rand.NewZipf(r, 1.1, 8, 30_000)
	article := func(i int) Item {
		event := rand.New(rand.NewPCG(uint64(i%window/12), 7))
		special := rand.NewZipf(event, 1.05, 6, 60)
		var text strings.Builder
		for n := range 350 {
			if n%3 == 0 {
				fmt.Fprintf(&text, "Name%dof%d ", special.Uint64(), i%window/12)
			} else {
				fmt.Fprintf(&text, "word%d ", common.Uint64())
			}
			if n%20 == 19 {
				text.WriteString(". ")
			}
		}
		s := text.String()
		return Item{ID: fmt.Sprint(i), Headline: s[:60], Text: s, Language: "en", From: "2026-03-01", To: "2026-03-01"}
	}
	items := make([]Item, 2*window)
	for i := range items {
		items[i] = article(i)
	}
	d := New(Options{Window: window})
	for _, it := range items[:window] {
		d.Place(it)
	}
	b.ResetTimer()
	n := window
	for b.Loop() {
		it := items[n%len(items)]
		it.ID = fmt.Sprint(n)
		d.Place(it)
		n++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
