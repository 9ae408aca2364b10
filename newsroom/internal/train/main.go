// Command train fits the weights by which a desk decides whether an article
// joins a story, and writes them as desk/story/weights.txt.
//
//	go run ./newsroom/internal/train -data DIR -background desk/story/background.txt
//	go run ./newsroom/internal/train -data DIR -out desk/story/weights.txt
//
// It is two runs, as the second is built with what the first wrote; "make
// models" makes both.
//
// The desk runs over labelled streams and is asked at each article for its
// candidates; each candidate's signals are an example, its label the share of
// the story's members that tell the same event. As stories depend on earlier
// decisions, and these on the weights, fitting and running alternate (Ross,
// Gordon and Bagnell 2011). Then a search moves the weights towards better
// stories (search.go). The same data and the same reading give the same bytes,
// on however many cores.
//
// What is fitted on what: background.txt, the only part that knows words, on
// ECB+ topics 1 to 27 and GUM; the weights, some six dozen numbers, on ECB+
// topics 1 to 27, AllSides round-ups, UCI headlines and MEANTIME; nothing on
// ECB+ topics 28 to 35.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"coranto/desk/story"
	"coranto/newsroom/internal/labelled"
)

const (
	rounds = 5
	ridge  = 0.002
)

const header = `# What speaks for an article's joining a story: a weight for each signal of
# signals.go. Written by newsroom/internal/train (make models), fitted on ECB+ topics 1
# to 27, AllSides round-ups, UCI headlines and MEANTIME; seeds fixed.
`

func main() {
	data := flag.String("data", "", "folder of the labelled data (`DIR`/stories/train/ecbplus_t1-27.jsonl ...)")
	out := flag.String("out", "", "`FILE` for the weights")
	words := flag.String("background", "", "`FILE` for the shares of common words")
	generations := flag.Int("generations", 10, "generations of the search that follows the fit")
	flag.Parse()
	if err := run(*data, *out, *words, *generations); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, out, words string, generations int) error {
	write := func(path string, content func(io.Writer) error) error {
		var b bytes.Buffer
		if err := content(&b); err != nil {
			return err
		}
		return os.WriteFile(path, b.Bytes(), 0o644)
	}
	if words != "" {
		if err := write(words, func(w io.Writer) error { return background(data, w) }); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	model, err := trained(data, generations)
	if err != nil {
		return err
	}
	return write(out, func(w io.Writer) error {
		if _, err := io.WriteString(w, header); err != nil {
			return err
		}
		return model.Write(w)
	})
}

func trained(data string, generations int) (*story.Model, error) {
	sets, err := streams(filepath.Join(data, "stories"))
	if err != nil {
		return nil, err
	}
	for _, s := range sets {
		s.Prepare()
	}
	model := builtinStart()
	var examples []example
	for round := range rounds {
		fresh := make([][]example, len(sets))
		parallel(len(sets), func(i int) { fresh[i] = collect(sets[i], model) })
		examples = append(examples, slices.Concat(fresh...)...)
		model = fit(examples, model)
		fmt.Fprintf(os.Stderr, "round %d: %d examples, loss %.4f\n", round+1, len(examples), loss(examples, model))
	}
	model.Prefer = 2 // where the search begins
	model.Weights[0] += 0.3
	return search(sets, model, generations), nil
}

// parallel calls f for 0 to n-1, on all cores.
func parallel(n int, f func(int)) {
	var wg sync.WaitGroup
	free := make(chan bool, runtime.GOMAXPROCS(0))
	for i := range n {
		wg.Go(func() {
			free <- true
			f(i)
			<-free
		})
	}
	wg.Wait()
}

// streams are the orders and forms in which the desk is to be right at once:
// full texts, excerpts, headlines; dated and undated; one and several languages.
func streams(data string) ([]weightedSet, error) {
	var sets []weightedSet
	add := func(weight float64, s labelled.Set) { sets = append(sets, weightedSet{s, weight}) }
	ecb, err := labelled.Read(data, labelled.Training)
	if err != nil {
		return nil, err
	}
	add(1.5, ecb.Shuffled(10))
	half := ecb.Sample(2)
	add(0.4, half.Excerpts(500).Shuffled(20))
	add(0.4, half.Counterfeited(2, 1).Shuffled(12))
	add(0.4, half.Slotted(2, 5).Headlines().Shuffled(31))
	add(0.4, half.Slotted(2, 6).Excerpts(200).Shuffled(32))
	add(0.3, half.Instalments(3, 7).Excerpts(600))
	add(1, half.Namesakes(1, 4).Shuffled(33))
	add(0.7, half.Namesakes(1, 4).Excerpts(300).Shuffled(34))
	add(0.5, ecb.Thinned(4).Digested(6).Shuffled(35))
	tune := map[string]labelled.Set{}
	for _, name := range labelled.Files {
		if tune[name], err = labelled.Read(data, name); err != nil {
			return nil, err
		}
	}
	add(2, tune["allsides_older"])
	add(0.4, tune["allsides_older"].Slotted(2, 4).Headlines())
	add(1, tune["allsides_older"].Sample(2).Namesakes(1, 3).PartlyDated().Shuffled(36))
	add(0.5, tune["allsides_older"].Thinned(4).PartlyDated())
	add(2.5, tune["uci_headlines_a"])
	add(0.4, tune["uci_headlines_a"].Thinned(3).Undated())
	add(0.5, tune["meantime_airbus_gm"])
	add(3, labelled.Joined("english", tune["allsides_older"], ecb, tune["uci_headlines_a"]).Undated().Sample(2).Shuffled(44))
	return sets, nil
}

type weightedSet struct {
	labelled.Set
	weight float64
}

type example struct {
	signals story.Signals
	label   float64
	weight  float64
}

// collect runs a desk over a stream as the model decides.
func collect(s weightedSet, model *story.Model) []example {
	var out []example
	d := story.New(story.Options{Model: model})
	events := map[string]map[string]int{} // story: event: members
	sizes := map[string]int{}
	per := s.weight / float64(len(s.Articles))
	for i := range s.Articles {
		a := &s.Articles[i]
		all := d.Candidates(a.Draft())
		for _, c := range all {
			out = append(out, example{c.Signals, float64(events[c.Story][a.Event]) / float64(sizes[c.Story]), per})
		}
		got := d.Decide(a.Draft()).Story
		if events[got] == nil {
			events[got] = map[string]int{}
		}
		events[got][a.Event]++
		sizes[got]++
	}
	return out
}

// builtinStart is where the first run begins: the cosine alone.
func builtinStart() *story.Model {
	m := new(story.Model)
	for i, name := range story.SignalNames {
		switch name {
		case "bias":
			m.Weights[i] = -4
		case "body-root":
			m.Weights[i] = 8
		case "covered":
			m.Weights[i] = 3
		}
	}
	return m
}

// fit minimises the logistic loss by Newton's method (iteratively reweighted
// least squares) with a ridge on all but the bias.
func fit(examples []example, from *story.Model) *story.Model {
	m := *from
	n := len(m.Weights)
	for range 30 {
		grad, hess := slopes(examples, &m)
		for j := range n {
			r := ridge
			if j == 0 {
				r = 1e-9
			}
			grad[j] += r * m.Weights[j]
			hess[j][j] += r + 1e-9
		}
		step := solve(hess, grad)
		largest := 0.0
		for j := range n {
			largest = max(largest, math.Abs(step[j]))
		}
		scale := min(1, 2/largest)
		for j := range n {
			m.Weights[j] -= scale * step[j]
		}
		if largest < 1e-4 {
			break
		}
	}
	return &m
}

// slopes returns the gradient of the loss and the lower half of its second
// derivatives. The examples are summed in parts of one size, so that the cores
// do not show in the sums.
func slopes(examples []example, m *story.Model) (grad []float64, hess [][]float64) {
	type sums struct {
		grad story.Signals
		hess [len(story.Signals{})]story.Signals
	}
	n := len(m.Weights)
	parts := make([]sums, 32)
	parallel(len(parts), func(k int) {
		s := &parts[k]
		for i := k * len(examples) / len(parts); i < (k+1)*len(examples)/len(parts); i++ {
			e := &examples[i]
			p := m.Probability(&e.signals)
			g, h := e.weight*(p-e.label), e.weight*max(p*(1-p), 1e-6)
			for j, v := range e.signals {
				if v == 0 {
					continue
				}
				s.grad[j] += g * v
				row := &s.hess[j]
				for l := range j + 1 {
					row[l] += h * v * e.signals[l]
				}
			}
		}
	})
	grad, hess = make([]float64, n), make([][]float64, n)
	for j := range n {
		hess[j] = make([]float64, n)
		for k := range parts {
			grad[j] += parts[k].grad[j]
			for l := range j + 1 {
				hess[j][l] += parts[k].hess[j][l]
			}
		}
	}
	return grad, hess
}

// solve solves a·x = b for a symmetric positive a of which the lower half is
// given, by Cholesky decomposition in place.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for j := range n {
		for k := range j {
			a[j][j] -= a[j][k] * a[j][k]
		}
		a[j][j] = math.Sqrt(max(a[j][j], 1e-12))
		for i := j + 1; i < n; i++ {
			for k := range j {
				a[i][j] -= a[i][k] * a[j][k]
			}
			a[i][j] /= a[j][j]
		}
	}
	x := make([]float64, n)
	for i := range n {
		x[i] = b[i]
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

func loss(examples []example, m *story.Model) float64 {
	sum, all := 0.0, 0.0
	for i := range examples {
		e := &examples[i]
		p := min(max(m.Probability(&e.signals), 1e-9), 1-1e-9)
		sum -= e.weight * (e.label*math.Log(p) + (1-e.label)*math.Log(1-p))
		all += e.weight
	}
	return sum / all
}
