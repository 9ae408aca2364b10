package main

import (
	"cmp"
	"log"
	"math/rand/v2"
	"slices"

	"coranto/reading/grammar/internal/machine"
)

// Passes over the treebank, chosen on the held-out documents.
const (
	tagPasses   = 6
	parsePasses = 8
	folds       = 5
)

// learn trains the three classifiers and returns the model file. The parser
// learns from tags as the tagger gives them to text that it has not seen
// (jackknifing).
func learn(all []sentence) []byte {
	tags, tagOf := inventory(all, func(s *sentence) []string { return s.tags[1:] })
	labels, labelOf := inventory(all, func(s *sentence) []string { return s.labels[1:] })
	random := rand.New(rand.NewPCG(1, 2))
	sure := sureWords(all, tagOf)
	words := readVocabulary(vocabularyFile)
	for _, s := range slices.Clone(all) {
		all = append(all, merged(words.retold(s, random)))
	}
	original := len(all) / 2 // a sentence and its copy are learned together
	given := make([][]uint8, len(all))
	for fold := range folds {
		var rest []sentence
		for i, s := range all {
			if i%original/20%folds != fold {
				rest = append(rest, s)
			}
		}
		m := machine.NewLinear(len(tags), trainTagger(rest, tagOf, 4, random))
		for i, s := range all {
			if i%original/20%folds == fold {
				given[i] = tagged(m, s)
			}
		}
	}
	log.Print("the parser's tags are made")
	tagger := trainTagger(all, tagOf, tagPasses, random)
	parser, labeller := trainParser(all, given, labelOf, len(labels), random)
	return machine.AppendModel(nil, tags, labels, sure, tagger, parser, labeller)
}

// inventory numbers the names that are used, the most frequent first.
func inventory(all []sentence, names func(*sentence) []string) ([]string, map[string]int) {
	count := map[string]int{}
	for i := range all {
		for _, n := range names(&all[i]) {
			count[n]++
		}
	}
	var list []string
	for n := range count {
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	number := map[string]int{}
	for i, n := range list {
		number[n] = i
	}
	return list, number
}

func set(s *machine.Sentence, words []string) {
	s.Reset()
	for _, w := range words[1:] {
		s.Add(w)
	}
}

// tagged returns the tags of a sentence by all features.
func tagged(m *machine.Linear, from sentence) []uint8 {
	var s machine.Sentence
	set(&s, from.words)
	s.Tags = append(s.Tags, 254)
	scores := make([]int32, m.Classes)
	for i := 1; i <= s.N; i++ {
		s.Tags = append(s.Tags, 0)
		clear(scores)
		m.Score(s.TagFeatures(i), scores)
		s.Tags[i] = uint8(machine.Best(scores))
	}
	return s.Tags
}

func trainTagger(all []sentence, tagOf map[string]int, passes int, random *rand.Rand) machine.Rows {
	p := newPerceptron(len(tagOf))
	order := places(len(all))
	var s machine.Sentence
	scores := make([]int32, p.classes)
	for range passes {
		shuffle(order, random)
		for _, n := range order {
			gold := &all[n]
			set(&s, gold.words)
			s.Tags = append(s.Tags[:0], 254)
			for i := 1; i <= s.N; i++ {
				s.Tags = append(s.Tags, 0)
				features := dropped(s.TagFeatures(i), random)
				clear(scores)
				p.score(features, scores)
				got, want := machine.Best(scores), tagOf[gold.tags[i]]
				p.step++
				if got != want {
					p.update(features, want, got)
				}
				s.Tags[i] = uint8(got)
			}
		}
	}
	return p.average(2)
}

func trainParser(all []sentence, given [][]uint8, labelOf map[string]int, labels int, random *rand.Rand) (machine.Rows, machine.Rows) {
	parser, labeller := newPerceptron(machine.Transitions), newPerceptron(labels)
	order := places(len(all))
	var s machine.Sentence
	scores, labelScores := make([]int32, machine.Transitions), make([]int32, labels)
	for pass := range parsePasses {
		wrong := 0
		shuffle(order, random)
		for _, n := range order {
			gold := &all[n]
			set(&s, gold.words)
			s.Tags = append(s.Tags[:0], given[n]...)
			for s.Begin(); !s.Done(); {
				features := dropped(s.StateFeatures(), random)
				clear(scores)
				parser.score(features, scores)
				allowed, cost := s.Allowed(), s.Costs(gold.heads)
				got, want := -1, -1
				for t := range machine.Transitions {
					if !allowed[t] {
						continue
					}
					if got < 0 || scores[t] > scores[got] {
						got = t
					}
					if want < 0 || cost[t] < cost[want] || cost[t] == cost[want] && scores[t] > scores[want] {
						want = t
					}
				}
				parser.step++
				if cost[got] > cost[want] {
					wrong++
					parser.update(features, want, got)
					if pass == 0 || random.IntN(10) == 0 {
						got = want
					}
				}
				label := 0
				if got != machine.Shift {
					h, d := s.Arc(got)
					features := dropped(s.LabelFeatures(h, d), random)
					clear(labelScores)
					labeller.score(features, labelScores)
					label = machine.Best(labelScores)
					labeller.step++
					if want := labelOf[gold.labels[d]]; h == gold.heads[d] && label != want {
						labeller.update(features, want, label)
					}
				}
				s.Take(got, uint8(label))
			}
		}
		log.Printf("pass %d: %d wrong transitions", pass+1, wrong)
	}
	return parser.average(2), labeller.average(1)
}

func places(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return order
}

func shuffle(order []int, random *rand.Rand) {
	random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
}

// dropped leaves out one feature in dropout, at random, so that many features
// learn what a few would.
func dropped(features []uint32, random *rand.Rand) []uint32 {
	kept := features[:0]
	for _, f := range features {
		if random.IntN(100) >= dropout {
			kept = append(kept, f)
		}
	}
	return kept
}

const dropout = 20
