package measure_test

import (
	"math"
	"testing"

	"coranto/bench/reading/measure"
)

func TestShingles(t *testing.T) {
	for _, c := range []struct {
		name, known, found string
		want               measure.Counts
	}{
		{"the same", "the heron stays on the flag", "the heron stays on the flag", measure.Counts{TP: 1}},
		{"punctuation does not count", "the heron stays, on the flag", "the heron stays on the flag.", measure.Counts{TP: 1}},
		{"nothing found", "the heron stays on", "", measure.Counts{FN: 1}},
		{"nothing there", "", "the heron stays on", measure.Counts{FP: 1}},
		{"neither", "", "", measure.Counts{}},
		{"fewer than four words are one shingle", "the heron", "the heron", measure.Counts{TP: 1}},
		{"one word more", "a b c d", "a b c d e", measure.Counts{TP: .5, FP: .5}},
		{"glued words", "a b c d e", "a b c de", measure.Counts{FP: 1. / 3, FN: 2. / 3}},
	} {
		if got := measure.Shingles(c.known, c.found); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestOverLeavesOutWhatIsUndefined(t *testing.T) {
	got := measure.Over([]measure.Counts{{TP: 1}, {TP: .5, FP: .5}, {FN: 1}})
	want := measure.Score{P: .75, R: 2. / 3}
	want.F1 = 2 * want.P * want.R / (want.P + want.R)
	if math.Abs(got.P-want.P)+math.Abs(got.R-want.R)+math.Abs(got.F1-want.F1) > 1e-12 {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestNormalAndLoose(t *testing.T) {
	if got := measure.Normal("Velmark’s  “heron” &amp; flag\n"); got != `Velmark's "heron" & flag` {
		t.Errorf("Normal: %q", got)
	}
	if got := measure.Loose("Élise  Varrault-Ny"); got != "élisevarraultny" {
		t.Errorf("Loose: %q", got)
	}
}

func TestInOrder(t *testing.T) {
	for _, c := range []struct {
		known, found string
		want         float64
	}{
		{"a b c d", "a b c d", 1},
		{"a b c d", "d c b a", .25},
		{"a b c d", "c d a b", .5},
		{"a b", "", 0},
	} {
		if got := measure.InOrder(measure.Words(c.known), measure.Words(c.found)); got != c.want {
			t.Errorf("%q, %q: got %v, want %v", c.known, c.found, got, c.want)
		}
	}
}

func TestRecover(t *testing.T) {
	heron := measure.Piece{Headline: "Velmark’s heron", Text: "The heron has been on the flag since 1814 and is thought by some to look like a crane."}
	river := measure.Piece{Headline: "The Ilmar rises", Text: "The level of the river at Zhilgan rose by four centimetres in the night, the commission said."}
	both := measure.Piece{Headline: "Velmark's heron", Text: heron.Text + " " + river.Text}
	for _, c := range []struct {
		name                    string
		found                   []measure.Piece
		whole, headlines, extra int
	}{
		{"both, in another order", []measure.Piece{river, heron}, 2, 2, 0},
		{"typography does not count", []measure.Piece{{Headline: "Velmark's heron", Text: heron.Text}}, 1, 1, 0},
		{"glued together: one of them, not whole", []measure.Piece{both}, 0, 1, 0},
		{"twice: the second is extra", []measure.Piece{heron, heron}, 1, 1, 1},
		{"something else", []measure.Piece{{Headline: "Most read", Text: "Ten islands to see before autumn"}}, 0, 0, 1},
		{"nothing", nil, 0, 0, 0},
	} {
		got := measure.Recover([]measure.Piece{heron, river}, c.found)
		if got.Whole != c.whole || got.Headlines != c.headlines || got.Extra != c.extra {
			t.Errorf("%s: %d whole, %d headlines, %d extra; want %d, %d, %d", c.name, got.Whole, got.Headlines, got.Extra, c.whole, c.headlines, c.extra)
		}
	}
}
