package story

import (
	"math"
	"slices"

	"coranto"
)

// What is decided early is decided on little. When an article joins a story, the
// desk looks again at the stories it touched: two that it ties together may be
// one (merged), and the one it joined may be two (divided). Both questions are
// the same one, asked of the model of every decision: are the members of one
// side, each for itself, told of by the other side too?

const (
	maxDrawn  = 2  // near articles of other stories that are decided on again
	maxParted = 32 // latest members of a story that are parted in two
)

// Move is an article's change from one story to another.
type Move struct{ Article, Story string }

// Merge is that a story is no more: all its articles, also those that the desk
// no longer remembers, belong to another.
type Merge struct{ From, To string }

// revise merges and divides what an article that has just been placed touched. It
// says so in dec, but for where the article itself is then.
func (d *Desk) revise(m *doc, all []Candidate, dec *Decision) {
	g := m.group
	held := d.heldStories[g.id]
	if other := d.rival(g, all); other != nil && !held && !d.heldStories[other.id] {
		if d.tie(g, other) > d.model.Merge {
			keep, gone := g, other
			if len(gone.told) > len(keep.told) || len(gone.told) == len(keep.told) && gone.told[0].seq < keep.told[0].seq {
				keep, gone = gone, keep
			}
			d.merge(keep, gone, dec)
			return
		}
	}
	d.drawOver(m, dec)
	if !held && due(len(g.told)) {
		if part := d.part(g); part != nil {
			d.divide(m, part, dec)
		}
	}
}

// drawOver moves to a story those articles, of the nearest to the one that has
// just joined it, that belong there more than where they are.
func (d *Desk) drawOver(to *doc, dec *Decision) {
	g, n := to.group, 0
	last := 0 // behind the last member of the story there is nothing to draw over
	for i, m := range d.nearest {
		if m.group == g {
			last = i
		}
	}
	for _, m := range d.nearest[:last] {
		if m.group == g || d.heldArticles[m.id] || d.docs[m.id] != m { // placing one may have displaced the oldest
			continue
		}
		if n++; n > maxDrawn {
			return
		}
		if d.belongs(m, to) {
			d.moveWithCopies(m, g, dec)
		}
	}
}

// belongs tells whether an article belongs to the story of another more than
// where it is.
func (d *Desk) belongs(m, to *doc) bool {
	from := m.group
	alone := len(from.told) == 1
	q := d.queryOf(m)
	d.load(q)
	defer d.unload(q)
	here, _ := d.facing(q, from)
	if !alone && d.index.compare(q, to).body < here.best.body {
		return false // nearer to one of its own
	}
	there, _ := d.facing(q, to.group)
	both := []Candidate{{Signals: there.signals(d.index, q)}, {}}
	if !alone {
		from.without(m, func() { both[1].Signals = here.signals(d.index, q) })
	}
	margins(both)
	for i := range both {
		both[i].Signals.multiply()
	}
	odds := d.model.logit(&both[0].Signals)
	lead := odds
	if !alone {
		if own := d.model.logit(&both[1].Signals); own > 0 {
			lead += d.model.Prefer*(both[0].Signals[size]-both[1].Signals[size]) - own
		}
	}
	return odds > 0 && lead > d.model.Move
}

// moveWithCopies moves an article and its copies to another story.
func (d *Desk) moveWithCopies(m *doc, to *group, dec *Decision) {
	from := m.group
	for _, c := range slices.Clone(from.members) {
		if c == m || c.wireOf == m.id && !d.heldArticles[c.id] {
			d.move(c, to)
			dec.Moves = append(dec.Moves, Move{c.id, to.id})
		}
	}
}

// rival returns the story beside g that the article belongs to most, nil if it
// belongs to none.
func (d *Desk) rival(g *group, all []Candidate) *group {
	for i := range all {
		if all[i].logit < 0 {
			return nil
		}
		if all[i].Story != g.id {
			return d.groups[all[i].Story]
		}
	}
	return nil
}

// due tells at which sizes a story is looked at as a whole: ever more rarely, so
// that the work for one article stays bounded.
func due(n int) bool {
	for at := 3; at <= n; at += max(1, at/3) {
		if at == n {
			return true
		}
	}
	return false
}

func (d *Desk) merge(keep, gone *group, dec *Decision) {
	for _, m := range slices.Clone(gone.members) {
		d.move(m, keep)
	}
	dec.Merges = append(dec.Merges, Merge{gone.id, keep.id})
}

// divide moves a part of the story of the article that has just been placed, with
// its copies, to a story of its own. The earliest article is not in that part, so
// it keeps the story's identifier.
func (d *Desk) divide(placed *doc, part []*doc, dec *Decision) {
	g := placed.group
	to := d.group(coranto.NewID("story", "of", g.id, part[0].id))
	for _, m := range slices.Clone(g.members) {
		in := func(p *doc) bool { return p == m || p.id == m.wireOf }
		if !slices.ContainsFunc(part, in) {
			continue
		}
		d.move(m, to)
		if m != placed {
			dec.Moves = append(dec.Moves, Move{m.id, to.id})
		}
	}
}

// move puts a remembered article into another story.
func (d *Desk) move(m *doc, to *group) {
	m.group.remove(m)
	if len(m.group.members) == 0 {
		delete(d.groups, m.group.id)
	}
	m.group = to
	to.add(m)
}

// part returns the members of a story that are one of their own, nil when the
// story is one. The first member is never among them.
func (d *Desk) part(g *group) []*doc {
	members := g.told[max(0, len(g.told)-maxParted):]
	n := len(members)
	if n < 2 {
		return nil
	}
	like := d.likenesses(members)
	side := parted(like)
	var halves [2]*group
	var part []*doc
	for i := range halves {
		halves[i] = &group{spare: &d.spare, alone: &d.alone}
	}
	first := side[0]
	for i, m := range members {
		halves[side[i]^first].add(m)
		if side[i] != first {
			part = append(part, m)
		}
	}
	if len(part) == 0 || !loose(like, side) || d.tie(halves[0], halves[1]) > -d.model.Split {
		return nil
	}
	return part
}

// looseness is the least share by which likeness across two parts falls short of
// likeness within them for it to be asked whether they are one.
const looseness = 0.1

func loose(like [][]float64, side []int) bool {
	var sum, count [2]float64
	for i := range like {
		for k := range i {
			apart := side[i] ^ side[k]
			sum[apart] += like[i][k]
			count[apart]++
		}
	}
	if count[0] == 0 || count[1] == 0 {
		return true
	}
	return sum[1]/count[1] < (1-looseness)*sum[0]/count[0]
}

// likenesses returns the cosine of each member with each other.
func (d *Desk) likenesses(members []*doc) [][]float64 {
	like := make([][]float64, len(members))
	for i, m := range members {
		like[i] = make([]float64, len(members))
		q := d.queryOf(m)
		d.load(q)
		for k, o := range members[:i] {
			v := math.Sqrt(d.index.compare(q, o).body)
			like[i][k], like[k][i] = v, v
		}
		d.unload(q)
	}
	return like
}

// parted parts members in two by their likeness: round the two that others
// resemble most differently, then each goes where it is liker on average.
func parted(like [][]float64) []int {
	n := len(like)
	best, a, b := -1.0, 0, 1
	for i := range n {
		for k := range i {
			sum := 2 * (1 - like[i][k])
			for l := range n {
				if l != i && l != k {
					sum += math.Abs(like[i][l] - like[k][l])
				}
			}
			if sum > best {
				best, a, b = sum, k, i
			}
		}
	}
	side := make([]int, n)
	for l := range n {
		if l == b || l != a && like[l][b] > like[l][a] {
			side[l] = 1
		}
	}
	for range 4 {
		changed := false
		for l := range n {
			var sum [2]float64
			var count [2]int
			for k := range n {
				if k != l {
					sum[side[k]] += like[l][k]
					count[side[k]]++
				}
			}
			if count[side[l]] == 0 {
				continue // the last of its side stays
			}
			to := 0
			if count[0] == 0 || count[1] > 0 && sum[1]/float64(count[1]) > sum[0]/float64(count[0]) {
				to = 1
			}
			if to != side[l] {
				side[l], changed = to, true
			}
		}
		if !changed {
			break
		}
	}
	return side
}
