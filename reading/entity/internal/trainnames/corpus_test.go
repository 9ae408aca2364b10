package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto/reading/entity/internal/tagger"
)

// marked writes a document with its names in brackets, each with its kind.
func marked(d document) string {
	var b strings.Builder
	last := 0
	for _, n := range d.names {
		fmt.Fprintf(&b, "%s[%s]%d", d.text[last:n.start], d.text[n.start:n.end], n.kind)
		last = n.end
	}
	return b.String() + d.text[last:]
}

func TestReadWikigold(t *testing.T) {
	docs, err := readWikigold([]byte("-DOCSTART- O\n\nOrel I-PER\nDask I-PER\nleft O\nVessholm I-LOC\n. O\n\nVarn I-ORG\nValley I-ORG\nUnited I-ORG\nB B-ORG\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"[Orel Dask]0 left [Vessholm]2 .", "[Varn Valley United]1 [B]1"}
	var got []string
	for _, d := range docs {
		got = append(got, marked(d))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadGUM(t *testing.T) {
	row := func(n, form, tag, misc string) string {
		return strings.Join([]string{n, form, "_", tag, "_", "_", "_", "_", "_", misc}, "\t") + "\n"
	}
	d, err := readGUM([]byte("# newpar\n" +
		row("1", "President", "PROPN", "Entity=(1-person-new-sssss-cf1-1-sgl-Orel_Dask") +
		row("2", "Dask", "PROPN", "Entity=1)|SpaceAfter=No") +
		row("3", "'s", "PART", "_") +
		row("4", "the", "DET", "Entity=(2-organization-new-sssss-cf1-3-sgl") +
		row("5", "Harbour", "PROPN", "_") +
		row("6", "Union", "PROPN", "Entity=2)") +
		"# newpar\n" +
		row("7", "the", "DET", "Entity=(3-place-new-sssss-cf1-2-sgl") +
		row("8", "town", "NOUN", "Entity=3)")))
	if err != nil {
		t.Fatal(err)
	}
	want := "President [Dask]0's the [Harbour Union]1\n\nthe town"
	if d := cmp.Diff(want, marked(d)); d != "" {
		t.Error(d)
	}
}

// What is varied and composed keeps its names where they stand.
func TestVaryAndCompose(t *testing.T) {
	s := newStock([]string{"OVANNA TRISK", "JAN KORR"}, []string{"Porto Salvino"}, map[string]uint32{"river": tagger.PlaceHead})
	s.collect(nil)
	s.others = []string{"Bright Morning"}
	rng := rand.New(rand.NewPCG(1, 1))
	d := document{"Orel Dask of Vessholm met Lind. Dask left.", []name{{0, 9, tagger.Person}, {13, 21, tagger.Place}, {26, 30, tagger.Person}, {32, 36, tagger.Person}}}
	for range 20 {
		v := s.vary(d, rng)
		if len(v.names) != len(d.names) {
			t.Fatalf("%s has other names than %s", marked(v), marked(d))
		}
		for i, n := range v.names {
			if x := v.text[n.start:n.end]; n.kind != d.names[i].kind || x == "" || strings.TrimSpace(x) != x {
				t.Errorf("%s: name %d is %q", marked(v), i, x)
			}
		}
	}
	for _, c := range s.compose(1, rng) {
		for _, n := range c.names {
			if n.start < 0 || n.end > len(c.text) || strings.TrimSpace(c.text[n.start:n.end]) != c.text[n.start:n.end] || n.start == n.end {
				t.Fatalf("%q: name %v", c.text, n)
			}
		}
		if strings.ContainsAny(c.text, "{}") {
			t.Errorf("%q has a gap", c.text)
		}
	}
}

// Words that stand beside the same words come into one group.
func TestClusters(t *testing.T) {
	var text strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "the %s sailed to the %s . ", []string{"boat", "ship", "ferry"}[i%3], []string{"pier", "quay"}[i%2])
	}
	got := clusters([]string{text.String()}, 4, 5, 10)
	if got["boat"] != got["ship"] || got["ship"] != got["ferry"] || got["pier"] != got["quay"] || got["boat"] == got["the"] {
		t.Errorf("%v", got)
	}
	if d := cmp.Diff(got, clusters([]string{text.String()}, 4, 5, 10)); d != "" {
		t.Errorf("not the same twice:\n%s", d)
	}
}
