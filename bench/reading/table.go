package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// table is rows of cells under a heading; the first column is words, the others
// are figures.
type table struct {
	title  string
	header []string
	rows   [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) write(w io.Writer, markdown bool) {
	width := make([]int, len(t.header))
	for _, row := range append([][]string{t.header}, t.rows...) {
		for i, c := range row {
			width[i] = max(width[i], utf8.RuneCountInString(c))
		}
	}
	line := func(row []string) {
		cells := make([]string, len(row))
		for i, c := range row {
			pad := strings.Repeat(" ", width[i]-utf8.RuneCountInString(c))
			if i == 0 {
				cells[i] = c + pad
			} else {
				cells[i] = pad + c
			}
		}
		if markdown {
			fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | "))
		} else {
			fmt.Fprintln(w, strings.TrimRight(strings.Join(cells, "  "), " "))
		}
	}
	if markdown {
		fmt.Fprintf(w, "**%s**\n\n", t.title)
	} else {
		fmt.Fprintf(w, "%s\n\n", t.title)
	}
	line(t.header)
	if markdown {
		rule := make([]string, len(width))
		for i, n := range width {
			rule[i] = strings.Repeat("-", max(3, n))
			if i > 0 {
				rule[i] = strings.Repeat("-", max(2, n-1)) + ":"
			}
		}
		fmt.Fprintf(w, "| %s |\n", strings.Join(rule, " | "))
	}
	for _, row := range t.rows {
		line(row)
	}
	fmt.Fprintln(w)
}

// figure is a share with three places, "-" where there is nothing to share.
func figure(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", float64(n)/float64(of))
}
