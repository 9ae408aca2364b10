package main

import (
	"maps"
	"math"
	"slices"

	"coranto/reading/grammar/internal/machine"
)

// perceptron is an averaged perceptron at work (Collins 2002).
type perceptron struct {
	classes int
	rows    map[uint32]*row
	step    int64
}

type row struct {
	cells   []cell
	updates int
}

type cell struct {
	weight int32
	since  int64
	total  int64
}

func newPerceptron(classes int) *perceptron {
	return &perceptron{classes: classes, rows: map[uint32]*row{}}
}

func (p *perceptron) score(features []uint32, scores []int32) {
	for _, f := range features {
		if r := p.rows[f]; r != nil {
			for c := range r.cells {
				scores[c] += r.cells[c].weight
			}
		}
	}
}

// update moves the weights of the features towards want and away from got.
func (p *perceptron) update(features []uint32, want, got int) {
	for _, f := range features {
		r := p.rows[f]
		if r == nil {
			r = &row{cells: make([]cell, p.classes)}
			p.rows[f] = r
		}
		r.updates++
		r.cells[want].add(1, p.step)
		r.cells[got].add(-1, p.step)
	}
}

func (c *cell) add(n int32, step int64) {
	c.total += int64(c.weight) * (step - c.since)
	c.since = step
	c.weight += n
}

// average returns the rows sorted by key: mean weights in eighths. What was
// corrected fewer than least times has none.
func (p *perceptron) average(least int) machine.Rows {
	var rows machine.Rows
	for _, k := range slices.Sorted(maps.Keys(p.rows)) {
		r := p.rows[k]
		if r.updates < least {
			continue
		}
		row := machine.Row{Key: k}
		for i := range r.cells {
			c := &r.cells[i]
			c.add(0, p.step)
			n := int64(math.Round(float64(c.total) / float64(p.step) * 8))
			if n != 0 {
				row.Classes = append(row.Classes, uint8(i))
				row.Values = append(row.Values, int16(min(math.MaxInt16, max(math.MinInt16, n))))
			}
		}
		if len(row.Classes) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}
