package series

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/google/go-cmp/cmp"
)

// The stories of testdata are tables of what was told, a line each, and what
// the desk makes of them.
func TestStories(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/tolls.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		told, want := archive.Files[i], archive.Files[i+1]
		t.Run(told.Name, func(t *testing.T) {
			var lines []string
			for _, s := range Gather(parse(t, string(told.Data))) {
				lines = append(lines, show(s)...)
			}
			if diff := cmp.Diff(strings.TrimSpace(string(want.Data)), strings.Join(lines, "\n")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// parse reads lines "DAY | ARTICLE | BOUND VALUE WHAT | WHERE | BY"; an article
// "b of a" copies a, "DAY of DAY" tells of an earlier one, a value "100-150" is a range, capitals before WHAT are a unit.
func parse(t *testing.T, text string) []Told {
	t.Helper()
	var list []Told
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		f := strings.Split(line, "|")
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		article, origin, copied := strings.Cut(f[1], " of ")
		if !copied {
			origin = article
		}
		day, on, _ := strings.Cut(f[0], " of ")
		bound, rest := "exact", f[2]
		for _, b := range []string{"at least", "about", "up to"} {
			if after, ok := strings.CutPrefix(rest, b+" "); ok {
				bound, rest = b, after
			}
		}
		value, what, _ := strings.Cut(rest, " ")
		unit := ""
		if u, rest, ok := strings.Cut(what, " "); ok && isCurrency(u) {
			unit, what = u, rest
		}
		value, end, ranged := strings.Cut(value, "-")
		n, err := strconv.ParseFloat(value, 64)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		var most *float64
		if ranged {
			m, err := strconv.ParseFloat(end, 64)
			if err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			most = &m
		}
		list = append(list, Told{Max: most, What: what, Unit: unit, Where: f[3], Value: n, Bound: bound, By: f[4], Day: day, On: on, Story: "s", Article: article, Origin: origin})
	}
	return list
}

func show(s Series) []string {
	head := strings.TrimSpace(s.What + " " + s.Where)
	if s.Mixed {
		head += " (mixed)"
	}
	lines := []string{head}
	for _, p := range s.Points {
		var in []string
		for _, t := range p.Told {
			in = append(in, t.Article)
		}
		value := strconv.FormatFloat(p.Value, 'g', -1, 64)
		if p.Max != nil {
			value += fmt.Sprintf("-%g", *p.Max)
		}
		lines = append(lines, strings.TrimRight(fmt.Sprintf("  %s %s %s by %s: %s, origins %d", p.Day, p.Bound, value, p.By, strings.Join(in, " "), p.Origins), " "))
	}
	if c, ok := s.Change(); ok {
		lines = append(lines, fmt.Sprintf("  changed %g -> %g", c.From.Value, c.To.Value))
	}
	if a, b, ok := s.Disputed(); ok {
		lines = append(lines, fmt.Sprintf("  disputed %s %g, %s %g", a.By, a.Value, b.By, b.Value))
	}
	if !s.Telling() {
		lines = append(lines, "  not telling")
	}
	return lines
}
