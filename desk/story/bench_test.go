//go:build unix

package story

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// BenchmarkPlace measures articles of some 350 words in a full window of 20,000:
// invented words, frequent and rare as in a language (Zipf), 12 articles to an
// event. It also gives the heap that the desk holds.
func BenchmarkPlace(b *testing.B) {
	const window = 20_000
	r := rand.New(rand.NewPCG(1, 2))
	common := rand.NewZipf(r, 1.1, 8, 30_000)
	article := func(i int) Item {
		number := i % (window + 4000) / 12
		event := rand.New(rand.NewPCG(uint64(number), 7))
		special := rand.NewZipf(event, 1.05, 6, 60)
		var text strings.Builder
		for n := range 350 {
			if n%3 == 0 {
				fmt.Fprintf(&text, "Name%dof%d ", special.Uint64(), number)
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
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	d := New(Options{Window: window})
	for i := range window {
		d.Place(article(i))
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	items := make([]Item, 4000)
	for i := range items {
		items[i] = article(window + i)
	}
	b.ResetTimer()
	start := processor()
	n := 0
	for b.Loop() {
		it := items[n%len(items)]
		it.ID = fmt.Sprint("again ", n)
		d.Place(it)
		n++
	}
	b.ReportMetric(float64(b.N)/(processor()-start), "articles/s")
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-held")
}

// processor returns the seconds of processor time used so far: on a busy machine
// those on the clock tell little.
func processor() float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}
