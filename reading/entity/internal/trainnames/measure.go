package main

import (
	"fmt"
	"slices"

	"coranto/reading/entity/internal/tagger"
)

// score counts names found with their exact bounds and kind.
type score struct{ right, wrong, missed int }

func (s score) String() string {
	p, r := float64(s.right)/float64(max(1, s.right+s.wrong)), float64(s.right)/float64(max(1, s.right+s.missed))
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f", p, r, 2*p*r/max(1e-9, p+r))
}

// tally is the score of persons, organisations, places, and all together.
type tally [4]score

func (t tally) String() string {
	return fmt.Sprintf("%s (persons %s, organisations %s, places %s)", t[3], t[0], t[1], t[2])
}

func (t *tally) add(k tagger.Kind, s score) {
	if k == tagger.Other {
		return
	}
	for _, i := range []int{int(k), 3} {
		t[i].right += s.right
		t[i].wrong += s.wrong
		t[i].missed += s.missed
	}
}

// measure scores a model, of whose names those count that are sure enough.
func measure(m *tagger.Model, docs []document, least float32) (t tally) {
	for _, d := range docs {
		text := prepare(d.text)
		var got []name
		for _, s := range m.Tag(text, nil) {
			if s.Sure >= least {
				got = append(got, name{text.Toks[s.From].Start, text.Toks[s.To-1].End, s.Kind})
			}
		}
		for _, n := range d.names {
			if !slices.Contains(got, n) {
				t.add(n.kind, score{missed: 1})
			}
		}
		for _, n := range got {
			if slices.Contains(d.names, n) {
				t.add(n.kind, score{right: 1})
			} else {
				t.add(n.kind, score{wrong: 1})
			}
		}
	}
	return t
}

// crossed scores the training data by parts, each by what the others teach:
// wikigold in stretches, since its sentences stand article by article.
func crossed(c corpora, folds int, words map[string]uint32, stock *stock) string {
	var all [2]tally
	for f := range folds {
		var learn, held [2][]document
		for i, d := range c.wiki {
			to := &learn[0]
			if i*folds/len(c.wiki) == f {
				to = &held[0]
			}
			*to = append(*to, d)
		}
		for i, d := range c.gum {
			to := &learn[1]
			if i%folds == f {
				to = &held[1]
			}
			*to = append(*to, d)
		}
		m := build(learn[0], learn[1], words, stock)
		for i := range all {
			part := measure(m, held[i], 0.5)
			for k := range part {
				all[i][k].right += part[k].right
				all[i][k].wrong += part[k].wrong
				all[i][k].missed += part[k].missed
			}
		}
	}
	return fmt.Sprintf("wikigold %s\nGUM %s", all[0], all[1])
}
