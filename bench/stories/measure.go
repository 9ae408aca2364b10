package main

import (
	"fmt"
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
				float64(longest.Microseconds())/1000, float64(m.HeapAlloc)/1e6, len(k.in), p, r, 2*p*r/(p+r), k.merges, k.moves)
			next *= 2
		}
		spent, longest = 0, 0
	}
	return nil
}

// keeper is what an archive would hold of the decisions.
type keeper struct {
	event         map[string]string          // by article
	of            map[string]string          // story, by article
	in            map[string]map[string]bool // articles, by story
	merges, moves int
}

func newKeeper() *keeper {
	return &keeper{event: map[string]string{}, of: map[string]string{}, in: map[string]map[string]bool{}}
}

func (k *keeper) file(t stream.Truth, dec story.Decision) {
	k.event[t.ID] = t.Event
	for _, m := range dec.Merges {
		k.merges++
		for id := range k.in[m.From] {
			k.put(id, m.To)
		}
	}
	for _, m := range dec.Moves {
		k.moves++
		k.put(m.Article, m.Story)
	}
	k.put(t.ID, dec.Story)
}

func (k *keeper) put(id, story string) {
	if was, met := k.of[id]; met {
		if delete(k.in[was], id); len(k.in[was]) == 0 {
			delete(k.in, was)
		}
	}
	if k.in[story] == nil {
		k.in[story] = map[string]bool{}
	}
	k.of[id], k.in[story][id] = story, true
}

func (k *keeper) bcubed() (precision, recall float64) {
	events := map[string]int{}
	for _, e := range k.event {
		events[e]++
	}
	for _, members := range k.in {
		both := map[string]int{}
		for id := range members {
			both[k.event[id]]++
		}
		for e, n := range both {
			precision += float64(n*n) / float64(len(members))
			recall += float64(n*n) / float64(events[e])
		}
	}
	n := float64(len(k.event))
	return precision / n, recall / n
}
