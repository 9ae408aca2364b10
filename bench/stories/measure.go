package main

import (
	"fmt"
	"hash/maphash"
	"io"
	"runtime"
	"time"

	"coranto/bench/stories/stream"
	"coranto/desk/story"
)

// stretch is how many articles one line of the table tells of.
const stretch = 5000

// measure lets a desk decide on a stream and prints, at 10,000 articles and at
// each doubling, what the last 5,000 took each and how right the stories are so
// far (BCubed, Bagga and Baldwin 1998). The time is the processor's, of
// preparing and deciding together.
func measure(w io.Writer, n int, o stream.Options) error {
	d := story.New(story.Options{})
	k := newKeeper()
	next, spent, longest := 10_000, time.Duration(0), time.Duration(0)
	count := 0
	fmt.Fprintf(w, "%10s %12s %12s %8s %8s %7s %7s %7s %8s %8s\n", "articles", "µs/article", "longest ms", "MB", "stories", "P", "R", "F1", "merges", "moves")
	for it := range stream.New(o) {
		if count == n {
			break
		}
		a := it.Article
		item := story.Item{ID: a.ID, Headline: a.Title, Text: a.Text, Language: a.Lang, Publisher: a.Source, From: a.Date, To: a.Date}
		begin := processor()
		dec := d.Place(item)
		took := processor() - begin
		spent, longest = spent+took, max(longest, took)
		k.file(it.Truth, dec)
		if count++; count%stretch != 0 {
			continue
		}
		if count >= next || count == n {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			p, r := k.bcubed()
			fmt.Fprintf(w, "%10d %12.0f %12.1f %8.0f %8d %7.3f %7.3f %7.3f %8d %8d\n", count, float64(spent.Microseconds())/stretch,
				float64(longest.Microseconds())/1000, float64(m.HeapAlloc)/1e6, k.stories(), p, r, 2*p*r/(p+r), k.merges, k.moves)
			next *= 2
		}
		spent, longest = 0, 0
	}
	return nil
}

// keeper is what an archive would hold of the decisions. It keeps hashes, which
// hold no pointers, so that what it knows of a long stream costs the garbage
// collector nothing and the desk alone is measured.
type keeper struct {
	seed          maphash.Seed
	event, story  map[uint64]uint64 // by article
	now           map[uint64]uint64 // what a story became by merging
	merges, moves int
}

func newKeeper() *keeper {
	return &keeper{seed: maphash.MakeSeed(), event: map[uint64]uint64{}, story: map[uint64]uint64{}, now: map[uint64]uint64{}}
}

func (k *keeper) hash(id string) uint64 { return maphash.String(k.seed, id) }

func (k *keeper) file(t stream.Truth, dec story.Decision) {
	k.event[k.hash(t.ID)] = k.hash(t.Event)
	for _, m := range dec.Merges {
		k.merges++
		k.now[k.hash(m.From)] = k.hash(m.To)
	}
	for _, m := range dec.Moves {
		k.moves++
		k.story[k.hash(m.Article)] = k.hash(m.Story)
	}
	k.story[k.hash(t.ID)] = k.hash(dec.Story)
}

// storyOf returns where an article is by now.
func (k *keeper) storyOf(article uint64) uint64 {
	s := k.story[article]
	for {
		next, merged := k.now[s]
		if !merged {
			return s
		}
		s = next
	}
}

func (k *keeper) bcubed() (precision, recall float64) {
	events, stories, both := map[uint64]int{}, map[uint64]int{}, map[[2]uint64]int{}
	for a, e := range k.event {
		s := k.storyOf(a)
		events[e]++
		stories[s]++
		both[[2]uint64{e, s}]++
	}
	for in, n := range both {
		precision += float64(n*n) / float64(stories[in[1]])
		recall += float64(n*n) / float64(events[in[0]])
	}
	n := float64(len(k.event))
	return precision / n, recall / n
}

// stories returns how many there are.
func (k *keeper) stories() int {
	met := map[uint64]bool{}
	for a := range k.event {
		met[k.storyOf(a)] = true
	}
	return len(met)
}
