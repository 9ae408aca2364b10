package storyline_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"coranto/desk/storyline"
)

// BenchmarkDecide decides articles about people of whom few are in the news all
// the time, with the memory full.
func BenchmarkDecide(b *testing.B) {
	const window = 20_000
	d := storyline.New(storyline.Options{Window: window})
	rnd := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rnd, 1.2, 3, 40_000)
	n := 0
	next := func() storyline.Item {
		n++
		about := make([]string, 8)
		for i := range about {
			about[i] = fmt.Sprint("Person ", zipf.Uint64())
		}
		it := item(fmt.Sprint("a", n), fmt.Sprintf("2031-%02d-%02d", 1+n/5000%12, 1+n/180%28), about...)
		it.Story = fmt.Sprint("s", n-rnd.IntN(3))
		return does(appoints(it, "talks", it.Published, "", about[0], about[1]), "ASSAULT", about[2], about[3], fmt.Sprint("Town ", zipf.Uint64()))
	}
	for range window {
		d.Decide(next())
	}
	for b.Loop() {
		d.Decide(next())
	}
}
