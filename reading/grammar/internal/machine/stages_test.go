package machine

import (
	"slices"
	"testing"
)

// TestStages holds that trainers see every feature of every stage, each once.
func TestStages(t *testing.T) {
	var s Sentence
	s.Reset()
	for _, w := range []string{"The", "envoy", "left", "Velmark", "early"} {
		s.Add(w)
	}
	s.Tags = []uint8{254, 2, 0, 19, 5, 11}
	s.Begin()
	s.Take(Shift, 0)
	s.Take(Left, 3)
	s.Take(Shift, 0)
	v, a := s.view(), s.arc(3, 2)
	for _, c := range []struct {
		name   string
		all    []uint32
		stages int
		of     func(stage int) []uint32
	}{
		{"tag", s.TagFeatures(3), len(sureTag), func(n int) []uint32 { return s.tagFeatures(3, n) }},
		{"move", s.StateFeatures(), len(sureMove), func(n int) []uint32 { return s.stateFeatures(&v, n) }},
		{"label", s.LabelFeatures(3, 2), len(sureLabel), func(n int) []uint32 { return s.arcFeatures(&a, n) }},
	} {
		var asked []uint32
		for stage := range c.stages {
			asked = append(asked, c.of(stage)...)
		}
		slices.Sort(asked)
		slices.Sort(c.all)
		if !slices.Equal(asked, c.all) || len(slices.Compact(c.all)) != len(asked) {
			t.Errorf("%s: the stages ask %d features, trainers see %d", c.name, len(asked), len(c.all))
		}
	}
}

func TestAhead(t *testing.T) {
	for _, c := range []struct {
		scores []int32
		few    []uint8
		best   uint8
		lead   int32
	}{
		{[]int32{3, 9, 4}, nil, 1, 5},
		{[]int32{7, 7, 1}, nil, 0, 0},
		{[]int32{-5, -9, -2}, nil, 2, 3},
		{[]int32{3, 9, 4}, []uint8{2, 0}, 2, 1},
	} {
		if best, lead := ahead(c.scores, c.few); best != c.best || lead != c.lead {
			t.Errorf("%v among %v: %d by %d, want %d by %d", c.scores, c.few, best, lead, c.best, c.lead)
		}
	}
}
