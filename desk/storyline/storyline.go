// Package storyline chains stories through weeks and months: one story leads to
// another when both tell the same appointment, when the one answers what was done
// in the other, when both tell of one conflict at one place, or when the same
// people are in both.
//
// A chain is decided online, when an article comes in, and costs the same however
// much is remembered: each article is compared with the few stories that share a
// rare key with it. What is common to much of the desk chains nothing; states
// alone never do.
package storyline

import (
	"slices"
	"time"

	"coranto"
	"coranto/desk/internal/days"
)

// Item is what the desk sees of an article whose story is decided. Of an article
// that tells several stories at once, a briefing, it is to see nothing but ID
// and Story.
type Item struct {
	ID, Story    string
	Published    string // "" when unknown
	Entities     []coranto.Entity
	Chief        map[string]bool // names of entities that the article is about
	Events       []coranto.Event
	Appointments []coranto.Appointment
}

// Link is that a story follows another in a storyline, and why.
type Link struct {
	Storyline string
	Story, To string
	Why       string // "same appointment", "same two actors, answering" ...
	What      string // which: "talks of Rodvania, Altynor on 2026-10-21"
}

// Options bound what is remembered.
type Options struct {
	Window int // articles; 0: 20,000
}

// Desk remembers the stories of the last articles. What it decides is a function
// of those and of the chains made among them.
type Desk struct {
	window int
	order  []*trace // as they came
	begun  int      // those before it in order are forgotten
	tales  map[string]*tale
	posts  map[string]*post  // by key
	sizes  map[string]int    // stories remembered, by storyline
	traces map[string]*trace // by article
	days   map[string]int    // stories by each day on which they were printed
}

// tale is a story as far as it is remembered.
type tale struct {
	id        string
	storyline string
	traces    []*trace
	printed   map[string]int // by day, "" for none, its articles
	from, to  string         // the first and last of these days; "" when none is known
	keys      map[string]int // by key, the articles that have it
}

// post is the stories that have a key: how many, and the last of them as they came
// by it. What more have is rare for nobody.
type post struct {
	n    int
	last []*tale
}

const mostPosted = 256

// stories is how many stories have a key.
func (d *Desk) stories(k string) int {
	if p := d.posts[k]; p != nil {
		return p.n
	}
	return 0
}

// trace is what an article left.
type trace struct {
	article string
	printed string
	tale    *tale
	keys    []string
}

// New returns a desk that remembers nothing yet.
func New(opt Options) *Desk {
	d := &Desk{window: opt.Window, tales: map[string]*tale{}, posts: map[string]*post{}, sizes: map[string]int{}, traces: map[string]*trace{}, days: map[string]int{}}
	if d.window <= 0 {
		d.window = 20_000
	}
	return d
}

// Recall remembers an article that was decided before. Storyline is its story's,
// "" for none.
func (d *Desk) Recall(it Item, storyline string) {
	t := d.remember(it, keysOf(it))
	if storyline != "" {
		d.chain(t, storyline)
	}
}

// Decide remembers an article and returns the link that it makes for its story;
// false when it makes none, or the story is in a storyline already.
func (d *Desk) Decide(it Item) (Link, bool) {
	keys := keysOf(it)
	old := d.tales[it.Story]
	var found *tale
	var why reason
	if it.Story != "" && (old == nil || old.storyline == "") {
		found, why = d.find(it, keys)
	}
	t := d.remember(it, keys)
	if found == nil {
		return Link{}, false
	}
	if found.storyline == "" {
		d.chain(found, coranto.NewID("storyline", found.id))
	}
	d.chain(t, found.storyline)
	return Link{Storyline: found.storyline, Story: t.id, To: found.id, Why: why.why, What: why.what}, true
}

// Renew says that an article has other words now. Its story stays in its
// storyline.
func (d *Desk) Renew(it Item) {
	x := d.traces[it.ID]
	if x == nil {
		return
	}
	d.drop(x)
	x.printed, x.keys = day(it.Published), nil
	for _, k := range keysOf(it) {
		x.keys = append(x.keys, k.text)
	}
	d.keep(x)
}

// Merge says that one story went into another.
func (d *Desk) Merge(from, to string) {
	old := d.tales[from]
	if old == nil || from == to {
		return
	}
	into := d.tale(to)
	for _, x := range slices.Clone(old.traces) {
		d.move(x, into)
	}
	if old.storyline != "" {
		d.chain(into, old.storyline)
	}
	d.forget(old)
}

// Move says that an article went to another story.
func (d *Desk) Move(article, to string) {
	if x := d.traces[article]; x != nil && x.tale.id != to {
		old := x.tale
		d.move(x, d.tale(to))
		if len(old.traces) == 0 {
			if old.storyline != "" {
				d.chain(x.tale, old.storyline)
			}
			d.forget(old)
		}
	}
}

func (d *Desk) move(x *trace, to *tale) {
	d.drop(x)
	x.tale = to
	d.keep(x)
}

func (d *Desk) tale(id string) *tale {
	t := d.tales[id]
	if t == nil {
		t = &tale{id: id, keys: map[string]int{}, printed: map[string]int{}}
		d.tales[id] = t
	}
	return t
}

// chain puts a story into a storyline, unless it is in one.
func (d *Desk) chain(t *tale, storyline string) {
	if t.storyline == "" {
		t.storyline = storyline
		d.sizes[storyline]++
	}
}

func (d *Desk) remember(it Item, keys []key) *tale {
	x := &trace{article: it.ID, printed: day(it.Published), tale: d.tale(it.Story)}
	for _, k := range keys {
		x.keys = append(x.keys, k.text)
	}
	d.order = append(d.order, x)
	d.traces[it.ID] = x
	d.keep(x)
	for len(d.order)-d.begun > d.window {
		gone := d.order[d.begun]
		d.order[d.begun] = nil
		d.begun++
		d.drop(gone)
		if d.traces[gone.article] == gone {
			delete(d.traces, gone.article)
		}
		if len(gone.tale.traces) == 0 {
			d.forget(gone.tale)
		}
	}
	if d.begun > d.window {
		d.order, d.begun = slices.Clone(d.order[d.begun:]), 0
	}
	return x.tale
}

// keep posts an article's keys under its story.
func (d *Desk) keep(x *trace) {
	t := x.tale
	t.traces = append(t.traces, x)
	if t.printed[x.printed]++; t.printed[x.printed] == 1 {
		d.days[x.printed]++
	}
	if x.printed != "" {
		t.from, t.to = earlier(t.from, x.printed), max(t.to, x.printed)
	}
	for _, k := range x.keys {
		if t.keys[k]++; t.keys[k] > 1 {
			continue
		}
		p := d.posts[k]
		if p == nil {
			p = &post{}
			d.posts[k] = p
		}
		p.n++
		if p.last = append(p.last, t); len(p.last) > mostPosted {
			p.last = slices.Delete(p.last, 0, len(p.last)-mostPosted/2)
		}
	}
}

func (d *Desk) drop(x *trace) {
	t := x.tale
	i := slices.Index(t.traces, x) // the oldest are dropped first
	t.traces = slices.Delete(t.traces, i, i+1)
	if t.printed[x.printed]--; t.printed[x.printed] == 0 {
		delete(t.printed, x.printed)
		if d.days[x.printed]--; d.days[x.printed] == 0 {
			delete(d.days, x.printed)
		}
		t.from, t.to = "", ""
		for p := range t.printed {
			t.from, t.to = earlier(t.from, p), max(t.to, p)
		}
	}
	for _, k := range x.keys {
		if t.keys[k]--; t.keys[k] > 0 {
			continue
		}
		delete(t.keys, k)
		p := d.posts[k]
		if p.n--; p.n == 0 {
			delete(d.posts, k)
		} else if i := slices.Index(p.last, t); i >= 0 {
			p.last = slices.Delete(p.last, i, i+1)
		}
	}
}

func (d *Desk) forget(t *tale) {
	if d.tales[t.id] == t {
		delete(d.tales, t.id)
	}
	if t.storyline != "" {
		if d.sizes[t.storyline]--; d.sizes[t.storyline] == 0 {
			delete(d.sizes, t.storyline)
		}
	}
}

func earlier(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func day(date string) string {
	d := date[:min(len(date), len(time.DateOnly))]
	if _, err := time.Parse(time.DateOnly, d); err != nil {
		return ""
	}
	return d
}

// gap is how many days lie between a day and a story; 0 when one of them is not
// dated.
func (t *tale) gap(date string) int {
	if date == "" || t.from == "" {
		return 0
	}
	return max(days.Between(date, t.from), days.Between(t.to, date), 0)
}
