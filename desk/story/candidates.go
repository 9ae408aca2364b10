package story

import (
	"cmp"
	"fmt"
	"slices"
)

// Bounds on the work for one article.
const (
	maxTerms    = 40  // most telling terms looked up
	maxCognates = 24  // most telling cognates looked up, for articles in other languages
	maxPostings = 256 // latest articles looked at for one term
	maxCompared = 28  // articles compared in full
	maxPerStory = 6   // of them in one story
	maxStories  = 5   // stories weighed
	maxForeign  = 8   // articles in other languages compared in full
	maxAbroad   = 2   // stories weighed that they alone tell
	farBehind   = 0.3 // share of the nearest article's likeness below which a story is out of the question
)

// Candidate is a story that an article may belong to.
type Candidate struct {
	Story       string
	Signals     Signals
	Probability float64
	logit       float64
}

func (c *Candidate) why() string {
	return fmt.Sprintf("probability %.2f: nearest %.2f, names %.2f, numbers %.2f", c.Probability, c.Signals[bodyBest], c.Signals[nameBest], c.Signals[numberBest])
}

// candidates weighs the stories that share the article's most telling terms.
func (d *Desk) candidates(a *Draft) []Candidate {
	q := d.query(a)
	near := d.near(q)
	d.nearest = near
	if len(near) == 0 {
		return nil
	}
	d.load(q)
	var met []*weighing
	byGroup := map[*group]*weighing{}
	abroad := 0
	for _, m := range near {
		w := byGroup[m.group]
		if w == nil {
			foreign := !akin(q.doc, m)
			if foreign && abroad == maxAbroad || !foreign && len(met) == maxStories {
				continue
			}
			if foreign {
				abroad++
			}
			w = &weighing{group: m.group}
			byGroup[m.group] = w
			met = append(met, w)
		}
		if w.compared < maxPerStory {
			w.add(q.doc, m, d.index.compare(q, m))
		}
	}
	nearest := 0.0
	for _, w := range met {
		nearest = max(nearest, w.best.body)
	}
	out := make([]Candidate, len(met))
	for i, w := range met {
		out[i].Story = w.group.id
		if w.native && w.best.body < farBehind*nearest {
			out[i].Signals[bodyBest] = w.best.body
			continue
		}
		out[i].Signals = w.signals(d.index, q)
	}
	d.unload(q)
	margins(out)
	out = slices.DeleteFunc(out, func(c Candidate) bool { return c.Signals[bias] == 0 })
	for i := range out {
		out[i].Signals.multiply()
	}
	return out
}

// telling appends to out the n terms that weigh most, in no order that matters
// but always the same.
func (q *query) telling(out []*queryTerm, n int, want func(*queryTerm) bool) []*queryTerm {
	less := func(a, b *queryTerm) bool { // a heap of the n met so far, the lightest on top
		if x, y := a.body+a.head, b.body+b.head; x != y {
			return x < y
		}
		return a.hash > b.hash
	}
	out = out[:0]
	for i := range q.terms {
		t := &q.terms[i]
		if !want(t) {
			continue
		}
		if len(out) < n {
			out = append(out, t)
			for at := len(out) - 1; at > 0 && less(out[at], out[(at-1)/2]); at = (at - 1) / 2 {
				out[at], out[(at-1)/2] = out[(at-1)/2], out[at]
			}
			continue
		}
		if !less(out[0], t) {
			continue
		}
		out[0] = t
		for at := 0; ; {
			child := 2*at + 1
			if child+1 < n && less(out[child+1], out[child]) {
				child++
			}
			if child >= n || !less(out[child], out[at]) {
				break
			}
			out[at], out[child], at = out[child], out[at], child
		}
	}
	return out
}

// near returns the remembered articles that share the most, the nearest first.
func (d *Desk) near(q *query) []*doc {
	x := d.index
	look := func(ts []*queryTerm, foreign bool) {
		for _, t := range ts {
			docs := x.terms[t.id].docs
			for _, slot := range docs[max(0, len(docs)-maxPostings):] {
				if foreign && akin(q.doc, x.docs[slot]) {
					continue
				}
				if x.score[slot] == 0 {
					x.touched = append(x.touched, slot)
				}
				x.score[slot] += (t.body + t.head) * t.idf
			}
		}
	}
	var room [maxTerms]*queryTerm
	look(q.telling(room[:], maxTerms, func(t *queryTerm) bool { return t.known && t.field != inCognate }), false)
	if x.anyForeign(q.doc) {
		look(q.telling(room[:], maxCognates, func(t *queryTerm) bool { return t.known && t.field == inCognate }), true)
	}
	own, foreign := nearest{most: maxCompared}, nearest{most: maxForeign}
	self, abroad := d.docs[q.doc.id], x.anyForeign(q.doc)
	for _, slot := range x.touched {
		m := x.docs[slot]
		switch {
		case m == self:
		case !abroad || akin(q.doc, m):
			own.add(x, m)
		default:
			foreign.add(x, m)
		}
	}
	for _, slot := range x.touched {
		x.score[slot] = 0
	}
	x.touched = x.touched[:0]
	return append(own.docs, foreign.docs...)
}

// nearest are the articles with the highest scores, at most so many.
type nearest struct {
	docs  []*doc
	most  int
	least int64 // score of the last of them, when they are full
}

func (n *nearest) add(x *index, m *doc) {
	if x.score[m.slot] < n.least {
		return
	}
	i, _ := slices.BinarySearchFunc(n.docs, m, func(a, b *doc) int {
		return cmp.Or(cmp.Compare(x.score[b.slot], x.score[a.slot]), cmp.Compare(b.seq, a.seq))
	})
	n.docs = slices.Insert(n.docs, i, m)
	if n.docs = n.docs[:min(len(n.docs), n.most)]; len(n.docs) == n.most {
		n.least = x.score[n.docs[n.most-1].slot]
	}
}

// load lays the query's weights out by term, for compare.
func (d *Desk) load(q *query) {
	for _, t := range q.terms {
		if t.known {
			s := &d.index.stats[t.id]
			s.body, s.head, s.named, s.chief = int32(t.body), int32(t.head), t.named, t.chief
		}
	}
}

func (d *Desk) unload(q *query) {
	for _, t := range q.terms {
		if t.known {
			s := &d.index.stats[t.id]
			s.body, s.head, s.named, s.chief = 0, 0, false, false
		}
	}
}
