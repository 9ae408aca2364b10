// Package story gathers articles into stories as they arrive: one at a time, in
// any order, dated or not, headlines alone or full texts.
//
// An article is compared with the stories told in the latest articles that
// share its most telling words, names and numbers (index.go). What speaks for
// and against its being part of each, in words and beyond them (gist.go: deeds,
// days, figures, places), is measured (signals.go) and weighed by one
// calibrated model (model.go, weights.txt); it joins the most probable story, or
// begins one. There is no threshold to set. A digest of many things (digest.go)
// stands alone. Then the stories that it touched are looked at again (revise.go):
// two may become one, one two, and an article may change its story.
//
// A Desk remembers the last articles only, and its state is a function of them
// and of how they were decided: a new Desk that recalls them in order decides
// what follows exactly as the old one would have.
package story

import (
	"coranto"
	"coranto/desk/similar"
)

// Item is what a desk needs to know of an article.
type Item struct {
	ID        string
	Headline  string
	Text      string // "" when only the headline is known
	Language  string // BCP 47; "" or "und" unknown
	Publisher string // name or domain, the same for all its articles; "" unknown
	From, To  string // published between: dates or RFC 3339; "" unknown
	Kind      coranto.ArticleKind

	// What is known of what it tells, in the order of the text.
	Names   []string // canonical names of the entities it names
	Places  []string // those of places
	Days    []string // that it speaks of, "2026-06-02"
	Figures []Figure
	Acts    []Act
}

// Decision is where an article belongs.
type Decision struct {
	Story  string // the story joined, or a new identifier
	WireOf string // the article whose text it copies, or ""
	Why    string // for people: what decided, in a few words

	// What this article's coming changed for others, in this order, before it is
	// put where Story says.
	Merges []Merge
	Moves  []Move
}

// Options of a desk. The zero value is good.
type Options struct {
	Window int    // articles remembered; 0: 20,000
	Model  *Model // nil: the built-in one

	// Tied, if set, hears of each pair of groups that was weighed: their
	// articles, and what spoke for their being one story. To fit models.
	Tied func(a, b []string, t Tie)
}

// shortCopy is within how many hours few equal words are a copy; later they are
// a standing headline.
const shortCopy = 7 * 24

const (
	wholeText = 0.5  // least share of a digest, or of a long text, that a copy holds
	longText  = 1500 // words
)

// Desk decides one article after another. It is not safe for concurrent use:
// the order of decisions is part of the result.
type Desk struct {
	model  *Model
	tied   func(a, b []string, t Tie)
	docs   map[string]*doc
	ring   []*doc // by seq modulo the window
	next   int64  // seq of the next article
	groups map[string]*group
	index  *index
	copies *similar.Index
	spare  []held     // scratch of the groups
	alone  vocabulary // likewise

	heldArticles, heldStories map[string]bool // see Hold

	asked struct { // scratch: where the index had the terms of the latest question
		of *Draft
		at []uint32
	}
	nearest []*doc // scratch: what shares the most with the article being decided
}

// New returns a desk that remembers nothing yet.
func New(o Options) *Desk {
	if o.Window <= 0 {
		o.Window = 20_000
	}
	if o.Model == nil {
		o.Model = builtin
	}
	return &Desk{
		model:  o.Model,
		tied:   o.Tied,
		docs:   map[string]*doc{},
		ring:   make([]*doc, o.Window),
		groups: map[string]*group{},
		index:  newIndex(o.Window),
		copies: similar.New(),

		heldArticles: map[string]bool{}, heldStories: map[string]bool{},
	}
}

// Hold has the desk leave an article in the story where a reader put it. That
// story is neither merged with another nor divided any more; new articles join
// it as they join any.
func (d *Desk) Hold(article, story string) {
	d.heldArticles[article], d.heldStories[story] = true, true
}

// Place decides where an article belongs and remembers it. A later version of a
// remembered article (the same ID) keeps its story and its place in the order
// of arrival; its new text counts from then on.
func (d *Desk) Place(it Item) Decision { return d.Decide(Prepare(it)) }

// Decide is Place for an article prepared before, on any core.
func (d *Desk) Decide(draft *Draft) Decision {
	it := draft.item
	var dec Decision
	var all []Candidate
	wire, copied := d.copies.Find(it.ID, draft.print, func(m similar.Match) bool { return d.original(draft, m) })
	if copied {
		dec.WireOf = wire.ID
		if root := d.docs[wire.ID].wireOf; root != "" {
			dec.WireOf = root
		}
	}
	switch known := d.docs[it.ID]; {
	case known != nil:
		dec.Story, dec.Why = known.group.id, "a later version"
	case copied:
		dec.Story, dec.Why = d.docs[wire.ID].group.id, "copies an earlier article"
	case draft.doc.digest:
		dec.Story, dec.Why = coranto.NewID("story", it.ID), "about many things"
	default:
		dec.Story, dec.Why = coranto.NewID("story", it.ID), "nothing like it before"
		all = d.candidates(draft)
		if best := d.model.choose(all); best != nil {
			dec.Story, dec.Why = best.Story, best.why()
		}
	}
	d.remember(draft, dec.Story, dec.WireOf)
	if placed := d.docs[it.ID]; len(all) > 0 {
		d.revise(placed, all, &dec)
		dec.Story = placed.group.id
	}
	return dec
}

// original tells whether an article may be a copy of an earlier one with which it
// has text in common. What stands in a digest, or is a small part of a long page,
// is no copy of that; and few equal words are a standing headline when they come
// again later.
func (d *Desk) original(draft *Draft, m similar.Match) bool {
	earlier := d.docs[m.ID]
	if m.Contains < wholeText && (earlier.digest || earlier.words > longText) {
		return false
	}
	return !draft.print.Short() || !(gap(&draft.doc, earlier) > shortCopy)
}

// Remembers tells whether the article is in the window.
func (d *Desk) Remembers(id string) bool { return d.docs[id] != nil }

// Recall remembers an article that was decided before, as when a desk starts
// again. Recalled in order of first arrival, where they are now, the last Window
// articles give the state that deciding them gave.
func (d *Desk) Recall(it Item, story, wireOf string) {
	d.remember(Prepare(it), story, wireOf)
}

// Renew puts a later version of a remembered article in its place: it stays in
// its story and a copy of what it copied.
func (d *Desk) Renew(draft *Draft) {
	if known := d.docs[draft.item.ID]; known != nil {
		d.remember(draft, known.group.id, known.wireOf)
	}
}

// Candidates returns the stories an article may belong to, with what speaks for
// and against each, most probable first; it remembers nothing.
func (d *Desk) Candidates(draft *Draft) []Candidate {
	all := d.candidates(draft)
	d.model.rank(all)
	return all
}

// remember puts a decided article in its place: the former one of its earlier
// version, else the latest, where it displaces the oldest article of a full
// window.
func (d *Desk) remember(a *Draft, story, wireOf string) {
	seq := d.next
	slot := uint32(seq % int64(len(d.ring)))
	if old := d.docs[a.item.ID]; old != nil {
		seq, slot = old.seq, old.slot
		d.forget(old)
	} else {
		d.next++
		if oldest := d.ring[slot]; oldest != nil {
			d.forget(oldest)
			d.copies.Remove(oldest.id)
		}
	}
	g := d.group(story)
	kept := a.doc
	doc := &kept
	doc.seq, doc.slot, doc.group, doc.wireOf = seq, slot, g, wireOf
	// A copy adds no evidence: it is counted once, with its original. Nor does
	// what is about many things.
	doc.mute = wireOf != "" || doc.digest
	if !doc.mute {
		if d.asked.of != a {
			d.asked.at = append(d.asked.at[:0], make([]uint32, len(a.terms))...)
		}
		d.index.add(doc, a.terms, d.asked.at)
	}
	g.add(doc)
	d.ring[slot], d.docs[doc.id] = doc, doc
	d.copies.Put(doc.id, a.print)
}

// group returns the story of this identifier, a new one if there is none.
func (d *Desk) group(id string) *group {
	g := d.groups[id]
	if g == nil {
		g = &group{id: id, spare: &d.spare, alone: &d.alone}
		d.groups[id] = g
	}
	return g
}

// forget takes an article out of everything but the copies.
func (d *Desk) forget(doc *doc) {
	doc.group.remove(doc)
	if len(doc.group.members) == 0 {
		delete(d.groups, doc.group.id)
	}
	if !doc.mute {
		d.index.remove(doc)
	}
	d.ring[doc.slot] = nil
	delete(d.docs, doc.id)
}
