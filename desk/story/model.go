package story

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Model weighs signals: the probability that an article belongs to a story is
// the logistic function of the weighted sum of what speaks for it.
type Model struct {
	Weights Signals
	Prefer  float64 // what the size of a story adds where several are probable
	Tie     Tie     // weighs whether two groups of articles are one story
	Merge   float64 // least log odds of that for two stories to become one
	Move    float64 // lead, in log odds, of another story for an article to change to it
	Split   float64 // least log odds against it for a story to become two
}

//go:embed weights.txt
var weights string

var builtin = func() *Model {
	m, err := ParseModel(strings.NewReader(weights))
	if err != nil {
		panic(err) // weights.txt is part of the program
	}
	return m
}()

// ParseModel reads a model: a line for each signal, its name and its weight; #
// begins a comment. A signal that is not named weighs nothing; an unknown name
// is an error.
func ParseModel(r io.Reader) (*Model, error) {
	m := new(Model)
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line, _, _ := strings.Cut(lines.Text(), "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if len(f) != 2 {
			return nil, fmt.Errorf("weights line %d: want a name and a weight", n)
		}
		i := slices.Index(SignalNames[:], f[0])
		w, err := strconv.ParseFloat(f[1], 64)
		if at := m.other(f[0]); at != nil && err == nil {
			*at = w
			continue
		}
		if i < 0 || err != nil {
			return nil, fmt.Errorf("weights line %d: no signal %q, or no number %q", n, f[0], f[1])
		}
		m.Weights[i] = w
	}
	return m, lines.Err()
}

// Write writes a model in the form that ParseModel reads.
func (m *Model) Write(w io.Writer) error {
	for i, name := range SignalNames {
		if _, err := fmt.Fprintf(w, "%-16s %8.4f\n", name, m.Weights[i]); err != nil {
			return err
		}
	}
	for _, name := range append(TieNames[:], "prefer", "merge", "move", "split") {
		if _, err := fmt.Fprintf(w, "%-16s %8.4f\n", name, *m.other(name)); err != nil {
			return err
		}
	}
	return nil
}

// other returns the number of a name that is no signal's.
func (m *Model) other(name string) *float64 {
	switch name {
	case "prefer":
		return &m.Prefer
	case "merge":
		return &m.Merge
	case "move":
		return &m.Move
	case "split":
		return &m.Split
	}
	if i := slices.Index(TieNames[:], name); i >= 0 {
		return &m.Tie[i]
	}
	return nil
}

// Probability returns how likely the article belongs to the story, 0 to 1.
func (m *Model) Probability(s *Signals) float64 { return logistic(m.logit(s)) }

// tie returns the log odds that two groups of articles are one story.
func (m *Model) tie(t *Tie) float64 {
	sum := 0.0
	for i := range t {
		sum += float64(t[i] * m.Tie[i])
	}
	return sum
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func (m *Model) logit(s *Signals) float64 {
	sum := 0.0
	for i := range s {
		sum += float64(s[i] * m.Weights[i]) // the conversion forbids fused arithmetic, which differs between machines
	}
	return sum
}

// rank fills in probabilities and puts the most probable first; among equals the
// story met first stays first.
func (m *Model) rank(all []Candidate) {
	for i := range all {
		all[i].logit = m.logit(&all[i].Signals)
		all[i].Probability = logistic(all[i].logit)
	}
	slices.SortStableFunc(all, func(a, b Candidate) int {
		switch {
		case a.logit > b.logit:
			return -1
		case a.logit < b.logit:
			return 1
		}
		return 0
	})
}

// choose returns the candidate to join, nil for none: of those that the article
// belongs to more likely than not, the most probable, with some preference for
// stories that many have told, so that an event split in two early on does not
// stay so.
func (m *Model) choose(all []Candidate) *Candidate {
	m.rank(all)
	var best *Candidate
	top := 0.0
	for i := range all {
		c := &all[i]
		if c.logit < 0 {
			break
		}
		v := c.logit + m.Prefer*c.Signals[size]
		if best == nil || v > top {
			best, top = c, v
		}
	}
	return best
}
