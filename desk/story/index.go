package story

import (
	"cmp"
	"math"
	"slices"
)

// fields in the order in which a document's entries stand.
const (
	inWord = iota
	inName
	inNumber
	inEntity
	inCognate
	fields
)

var fieldOrder = [256]int{fieldWord: inWord, fieldName: inName, fieldNumber: inNumber, fieldEntity: inEntity, fieldCognate: inCognate}

// entry is a term in a document.
type entry struct {
	term   uint32
	body   uint16 // weight in the whole
	inHead uint16 // weight in the headline, 0 outside it; and named
}

// named marks a word that the article writes as a name.
const named = 1 << 15

func (e entry) head() int64   { return int64(e.inHead &^ named) }
func (e entry) isNamed() bool { return e.inHead&named != 0 }

// term is what an index knows of one.
type term struct {
	hash uint64
	docs []uint32 // slots of the documents that hold it, in order of arrival
}

// stat is what is asked of a term for every document that is compared.
type stat struct {
	df         int32 // documents that hold it
	prior      int32 // background documents that hold it
	log        int32 // of df, and
	logPrior   int32 // of df and prior
	body, head int32 // scratch: weights in the query, 0 when absent
	named      bool  // scratch: the query writes it as a name
	chief      bool  // scratch: it is one of the query's chief terms
}

// count adds documents, below 0 takes them away.
func (s *stat) count(n int32) {
	s.df += n
	s.log, s.logPrior = log(int(s.df)), log(int(s.df+s.prior))
}

// index finds remembered articles by term. All its arithmetic is in integers,
// so that sums do not depend on the order in which they are made.
type index struct {
	ids    map[uint64]uint32
	terms  []term
	free   []uint32       // unused places in terms
	docs   []*doc         // by slot
	stats  []stat         // by term
	n      int            // documents
	newest int64          // the greatest seq so far
	of     map[string]int // documents, by language

	tellers [maxConcepts]int   // documents that tell of a concept at their beginning
	telling [maxConcepts]int32 // how telling that is, in 1/idfUnit nats

	compared int // documents compared so far: what the work is

	// Scratch of one query.
	score   []int64 // by slot
	touched []uint32
}

func newIndex(window int) *index {
	return &index{newest: -1, ids: map[uint64]uint32{}, of: map[string]int{}, docs: make([]*doc, window), score: make([]int64, window)}
}

// add remembers a document by its terms; likely is where each was last seen.
func (x *index) add(d *doc, ts []weighted, likely []uint32) {
	d.entries = make([]entry, 0, len(ts))
	start := 0
	for f := range fields {
		for i, t := range ts {
			if fieldOrder[t.field] == f {
				d.entries = append(d.entries, entry{x.intern(t.hash, likely[i]), t.body, t.head})
			}
		}
		slices.SortFunc(d.entries[start:], func(a, b entry) int { return cmp.Compare(a.term, b.term) })
		start = len(d.entries)
		d.ends[f] = start
	}
	x.docs[d.slot] = d
	x.n++
	x.tell(&d.gist, 1)
	x.of[d.language]++
	newest := d.seq > x.newest // not so for later versions, which keep their place
	x.newest = max(x.newest, d.seq)
	for _, e := range d.entries {
		t := &x.terms[e.term]
		if newest {
			t.docs = append(t.docs, d.slot)
		} else {
			i, _ := slices.BinarySearchFunc(t.docs, d.seq, x.bySeq)
			t.docs = slices.Insert(t.docs, i, d.slot)
		}
		x.stats[e.term].count(1)
	}
}

func (x *index) remove(d *doc) {
	for _, e := range d.entries {
		t := &x.terms[e.term]
		if t.docs[0] == d.slot {
			t.docs = t.docs[1:]
		} else {
			i, _ := slices.BinarySearchFunc(t.docs, d.seq, x.bySeq)
			t.docs = slices.Delete(t.docs, i, i+1)
		}
		x.stats[e.term].count(-1)
		if len(t.docs) == 0 {
			delete(x.ids, t.hash)
			*t = term{}
			x.free = append(x.free, e.term)
		}
	}
	x.docs[d.slot] = nil
	x.n--
	x.tell(&d.gist, -1)
	if x.of[d.language]--; x.of[d.language] == 0 {
		delete(x.of, d.language)
	}
}

// anyForeign tells whether there are articles in languages other than this one's.
func (x *index) anyForeign(d *doc) bool {
	return d.language != "" && x.n > x.of[d.language]+x.of[""]
}

func (x *index) bySeq(slot uint32, seq int64) int { return cmp.Compare(x.docs[slot].seq, seq) }

// intern returns the place of a term, a new one if it is not known; likely is
// where it was last seen.
func (x *index) intern(hash uint64, likely uint32) uint32 {
	if int(likely) < len(x.terms) && x.terms[likely].hash == hash {
		return likely
	}
	if id, ok := x.ids[hash]; ok {
		return id
	}
	var id uint32
	if n := len(x.free); n > 0 {
		id, x.free = x.free[n-1], x.free[:n-1]
	} else {
		id = uint32(len(x.terms))
		x.terms = append(x.terms, term{})
		x.stats = append(x.stats, stat{})
	}
	x.terms[id].hash = hash
	x.stats[id].prior = background[hash]
	x.stats[id].count(0)
	x.ids[hash] = id
	return id
}

// idfUnit is one nat of inverse document frequency.
const idfUnit = 256

var logs = func() []int32 {
	table := make([]int32, 1<<15)
	for n := range table {
		table[n] = logOf(n)
	}
	return table
}()

func logOf(n int) int32 { return int32(math.Round(idfUnit * math.Log(float64(n)+0.5))) }

// rarity gives inverse document frequencies as an article of one language sees
// them: what is a common word is told by the articles in its language.
type rarity struct {
	x     *index
	all   [fields]int32 // log of the documents counted, by field
	prior bool          // whether the background counts
}

func (x *index) rarity(language string) rarity {
	r := rarity{x: x, prior: language == backgroundLanguage}
	for f := range fields {
		r.all[f] = log(x.n + backgroundDocs + 1)
	}
	words := x.of[language]
	if r.prior {
		words += backgroundDocs
	}
	r.all[inWord] = log(words + 1)
	return r
}

// idf returns the inverse document frequency of a term in 1/idfUnit nats, at
// least 1.
func (r *rarity) idf(field int, id uint32) int64 {
	return r.of(field, &r.x.stats[id])
}

func (r *rarity) of(field int, s *stat) int64 {
	if r.prior {
		return int64(max(1, r.all[field]-s.logPrior))
	}
	return int64(max(1, r.all[field]-s.log))
}

// unseen returns that of a term that no document holds.
func (r *rarity) unseen(field int, hash uint64) int64 {
	df := int32(0)
	if r.prior {
		df = background[hash]
	}
	return int64(max(1, r.all[field]-log(int(df))))
}

func log(n int) int32 {
	if n < len(logs) {
		return logs[n]
	}
	return logOf(n)
}
