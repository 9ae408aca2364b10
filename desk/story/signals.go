package story

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Bounds on the work for one article.
const (
	maxTerms    = 40  // most telling terms looked up
	maxCognates = 24  // most telling cognates looked up, for articles in other languages
	maxPostings = 256 // latest articles looked at for one term
	maxCompared = 36  // articles compared in full
	maxPerStory = 6   // of them in one story
	maxStories  = 8   // stories weighed
)

// The signals. All but the bias are near 0 to 1 or small multiples of that.
const (
	bias           = iota
	bodyBest       // cosine with the nearest article of the story, on words
	bodyRoot       // its square root
	bodyMean       // mean cosine with the compared articles of the story
	headBest       // cosine of the headlines
	headInBody     // share of the headline found in an article of the story
	bodyInHead     // share of a headline of the story found in the article
	nameBest       // cosine on names
	numberBest     // cosine on numbers
	centroid       // cosine with the story's latest members taken together, on words
	centroidRoot   // its square root
	covered        // share of the article that the story's latest members hold, each term by how many of them
	coveredOnce    // share of the article that any of them holds
	headCovered    // the same of the headline, each term by how many of them
	nameCovered    // of the names
	numberCovered  // of the numbers
	core           // share of what the story's latest members have in common that stands in the article, on words
	coreName       // on names
	numberShared   // 1 when the headline shares a number with a headline of the story
	numberClash    // 1 when both have numbers and share none
	nameConflict   // much in common but the names
	numberConflict // much in common but the numbers
	slotClash      // the headline is one of the story's with other words in one place ("wins Ohio", "wins Iowa"): share of words that stay
	template       // near to an article in words but not in numbers, as one day's prices are to another's
	mass           // how much is shared with the nearest: log of the sum of idf
	margin         // lead over the next story's nearest article
	gapDays        // log of days to the nearest dated member
	undated        // 1 when either has no date
	samePublisher  // 1 when the nearest in time is by the same publisher
	size           // log of members that are no copies
	short          // 1 for a headline alone, less for few words
	single         // 1 for a story of one member, less for more
	foreign        // 1 when no compared member is in the article's language
	foreignName    // cosine on names, then
	foreignNumber  // on numbers
	foreignKin     // on cognates
	foreignMargin  // lead over the next story, then
	plainCount     // the signals proper; their products follow
)

// Some signals mean something else in short articles and in stories of one
// member: their products with short and with single are signals too.
var (
	withShort  = [...]int{bodyRoot, headBest, centroidRoot, covered, headCovered, nameCovered, core, mass, margin, numberClash, size, undated}
	withSingle = [...]int{bodyRoot, headBest, covered, nameCovered, core, margin}
)

const signalCount = plainCount + len(withShort) + len(withSingle)

// SignalNames are the names of the signals, in their order in Signals.
var SignalNames = func() (names [signalCount]string) {
	n := copy(names[:], plainNames[:])
	for _, i := range withShort {
		names[n] = "short*" + names[i]
		n++
	}
	for _, i := range withSingle {
		names[n] = "single*" + names[i]
		n++
	}
	return names
}()

var plainNames = [plainCount]string{
	"bias", "body-best", "body-root", "body-mean", "head-best", "head-in-body", "body-in-head", "name-best", "number-best",
	"centroid", "centroid-root", "covered", "covered-once", "head-covered", "name-covered", "number-covered", "core", "core-name", "number-shared", "number-clash", "name-conflict", "number-conflict", "slot-clash", "template", "mass", "margin", "gap-days", "undated", "same-publisher", "size", "short", "single",
	"foreign", "foreign-name", "foreign-number", "foreign-kin", "foreign-margin",
}

// Signals are what speaks for and against an article's being part of a story.
type Signals [signalCount]float64

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

// query is an article as seen by an index: known terms with their weights.
type query struct {
	doc        *doc
	rarity     rarity
	terms      []queryTerm // by field, then by hash
	body       [fields]float64
	head       float64 // squared length of the headline's words
	words      float64 // distinct words
	headNumber bool    // a number stands in the headline
}

type queryTerm struct {
	id     uint32
	known  bool
	field  int
	body   int64 // weight times idf
	head   int64
	idf    int64
	hash   uint64
	weight int64
}

func (d *Desk) query(a *Draft) *query {
	q := &query{doc: &a.doc, rarity: d.index.rarity(a.doc.language), terms: make([]queryTerm, 0, len(a.terms))}
	var body [fields]int64
	var head int64
	for _, t := range a.terms {
		id, known := d.index.ids[t.hash]
		qt := queryTerm{id: id, known: known, field: fieldOrder[t.field], hash: t.hash}
		if known {
			qt.idf = q.rarity.idf(qt.field, id)
		} else {
			qt.idf = q.rarity.unseen(qt.field, t.hash)
		}
		qt.body, qt.head = int64(t.body)*qt.idf, int64(t.head)*qt.idf
		body[qt.field] += qt.body * qt.body
		if qt.field == inWord {
			head += qt.head * qt.head
			q.words++
		}
		q.headNumber = q.headNumber || qt.field == inNumber && qt.head > 0
		q.terms = append(q.terms, qt)
	}
	for f := range fields {
		q.body[f] = float64(body[f])
	}
	q.head = float64(head)
	return q
}

// candidates weighs the stories that share the article's most telling terms.
func (d *Desk) candidates(a *Draft) []Candidate {
	q := d.query(a)
	near := d.near(q)
	if len(near) == 0 {
		return nil
	}
	d.load(q)
	var met []*weighing
	byGroup := map[*group]*weighing{}
	for _, m := range near {
		w := byGroup[m.group]
		if w == nil {
			if len(met) == maxStories {
				continue
			}
			w = &weighing{group: m.group}
			byGroup[m.group] = w
			met = append(met, w)
		}
		if w.compared < maxPerStory {
			w.add(q.doc, m, d.index.compare(q, m))
		}
	}
	out := make([]Candidate, len(met))
	for i, w := range met {
		out[i] = Candidate{Story: w.group.id, Signals: w.signals(d.index, q)}
	}
	d.unload(q)
	margins(out)
	for i := range out {
		out[i].Signals.multiply()
	}
	return out
}

// telling returns the n terms that weigh most.
func (q *query) telling(n int, want func(*queryTerm) bool) []*queryTerm {
	var ts []*queryTerm
	for i := range q.terms {
		if want(&q.terms[i]) {
			ts = append(ts, &q.terms[i])
		}
	}
	slices.SortFunc(ts, func(a, b *queryTerm) int {
		return cmp.Or(cmp.Compare(b.body+b.head, a.body+a.head), cmp.Compare(a.hash, b.hash))
	})
	return ts[:min(n, len(ts))]
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
	look(q.telling(maxTerms, func(t *queryTerm) bool { return t.known && t.field != inCognate }), false)
	look(q.telling(maxCognates, func(t *queryTerm) bool { return t.known && t.field == inCognate }), true)
	order := func(a, b uint32) int {
		return cmp.Or(cmp.Compare(x.score[b], x.score[a]), cmp.Compare(x.docs[b].seq, x.docs[a].seq))
	}
	slices.SortFunc(x.touched, order)
	var near []*doc
	for _, slot := range x.touched {
		if doc := x.docs[slot]; len(near) < maxCompared && doc.id != q.doc.id {
			near = append(near, doc)
		}
		x.score[slot] = 0
	}
	x.touched = x.touched[:0]
	return near
}

// load lays the query's weights out by term, for compare.
func (d *Desk) load(q *query) {
	for _, t := range q.terms {
		if t.known {
			d.index.body[t.id], d.index.head[t.id] = int32(t.body), int32(t.head)
		}
	}
}

func (d *Desk) unload(q *query) {
	for _, t := range q.terms {
		if t.known {
			d.index.body[t.id], d.index.head[t.id] = 0, 0
		}
	}
}

// likeness is what a query and one document share.
type likeness struct {
	body, name, number, kin  float64 // cosines
	head                     float64 // cosine of the headlines
	headInBody, bodyInHead   float64 // shares
	mass                     float64 // idf of what is shared, in nats
	headNumber, sharedNumber bool    // a number in the headline, one in both
}

func (x *index) compare(q *query, d *doc) likeness {
	var dot, norm [fields]int64
	headNumber, sharedNumber := false, false
	var headDot, headNorm, headInBody, bodyInHead, mass int64
	start := 0
	ends := d.ends[:]
	if akin(q.doc, d) {
		ends = ends[:inCognate]
	}
	for f, end := range ends {
		for _, e := range d.entries[start:end] {
			idf := q.rarity.idf(f, e.term)
			b := int64(e.body) * idf
			norm[f] += b * b
			qb := int64(x.body[e.term])
			dot[f] += qb * b
			if f == inNumber && e.head > 0 {
				headNumber = true
				sharedNumber = sharedNumber || x.head[e.term] > 0
			}
			if f != inWord {
				continue
			}
			h := int64(e.head) * idf
			headNorm += h * h
			if qb != 0 {
				qh := int64(x.head[e.term])
				headDot += qh * h
				headInBody += qh * qh
				bodyInHead += h * h
				mass += idf
			}
		}
		start = end
	}
	return likeness{
		body:       cosine(dot[inWord], q.body[inWord], float64(norm[inWord])),
		name:       cosine(dot[inName], q.body[inName], float64(norm[inName])),
		number:     cosine(dot[inNumber], q.body[inNumber], float64(norm[inNumber])),
		kin:        cosine(dot[inCognate], q.body[inCognate], float64(norm[inCognate])),
		head:       cosine(headDot, q.head, float64(headNorm)),
		headInBody: share(headInBody, q.head),
		bodyInHead: share(bodyInHead, float64(headNorm)),
		mass:       float64(mass) / idfUnit,
		headNumber: headNumber, sharedNumber: sharedNumber,
	}
}

// weighing gathers what is known of an article and one story.
type weighing struct {
	group    *group
	compared int
	kept     float64 // share of words that stay in the most similar headline
	clash    float64 // the same where others stand between them, else 0
	native   bool    // a compared member is in the article's language
	best     likeness
	sum      float64
}

func (w *weighing) add(a, m *doc, l likeness) {
	w.compared++
	w.native = w.native || akin(a, m)
	w.sum += l.body
	if kept, other := slot(a.headline, m.headline); kept > w.kept {
		w.kept, w.clash = kept, 0
		if other {
			w.clash = kept
		}
	}
	b := &w.best
	b.body, b.name, b.number, b.kin = max(b.body, l.body), max(b.name, l.name), max(b.number, l.number), max(b.kin, l.kin)
	b.head, b.headInBody, b.bodyInHead = max(b.head, l.head), max(b.headInBody, l.headInBody), max(b.bodyInHead, l.bodyInHead)
	b.mass = max(b.mass, l.mass)
	b.headNumber, b.sharedNumber = b.headNumber || l.headNumber, b.sharedNumber || l.sharedNumber
}

// slot compares two headlines from both ends. It returns the share of words that
// stay, and whether both have others where they part.
func slot(a, b []uint32) (kept float64, other bool) {
	short := min(len(a), len(b))
	from, to := 0, 0
	for from < short && a[from] == b[from] {
		from++
	}
	for to < short-from && a[len(a)-1-to] == b[len(b)-1-to] {
		to++
	}
	if short == 0 {
		return 0, false
	}
	same := from + to
	return float64(same) / float64(max(len(a), len(b))), same < short
}

// akin tells whether two articles are, for all we know, in one language.
func akin(a, b *doc) bool { return a.language == b.language || a.language == "" || b.language == "" }

func (w *weighing) signals(x *index, q *query) Signals {
	b := w.best
	var s Signals
	s[bias] = 1
	s[bodyBest], s[bodyRoot], s[bodyMean] = b.body, math.Sqrt(b.body), w.sum/float64(w.compared)
	s[headBest], s[headInBody], s[bodyInHead] = b.head, b.headInBody, b.bodyInHead
	s[nameBest], s[numberBest] = b.name, b.number
	s[mass] = math.Log1p(b.mass) / 4
	w.time(&s, q.doc)
	s[single] = 1 / float64(len(w.group.told))
	s[size] = math.Log(float64(len(w.group.told))) / 4
	s[short] = 1 / (1 + q.words/20)
	w.whole(&s, x, q)
	if q.body[inName] > 0 {
		s[nameConflict] = s[centroidRoot] * (1 - s[nameCovered])
	}
	if q.body[inNumber] > 0 {
		s[numberConflict] = s[centroidRoot] * (1 - s[numberCovered])
	}
	s[slotClash] = w.clash
	if q.body[inNumber] > 0 {
		s[template] = b.body * b.body * b.body * (1 - b.number)
	}
	if b.sharedNumber {
		s[numberShared] = 1
	} else if b.headNumber && q.headNumber {
		s[numberClash] = 1
	}
	if !w.native {
		s[foreign], s[foreignName], s[foreignNumber], s[foreignKin] = 1, b.name, b.number, b.kin
	}
	return s
}

// whole sets what the article shares with the story's latest members together.
func (w *weighing) whole(s *Signals, x *index, q *query) {
	var dot, norm, once, head int64
	var part, common, kept [fields]int64
	n := int64(len(w.group.latest()))
	for f, vocabulary := range w.group.vocabulary {
		for _, h := range vocabulary {
			idf := q.rarity.idf(f, h.term)
			qb := int64(x.body[h.term])
			if n == 1 || h.docs > 1 {
				c := idf * idf * int64(h.docs) * int64(h.docs)
				common[f] += c
				if qb != 0 {
					kept[f] += c
				}
			}
			if f == inWord {
				b := int64(h.body) * idf >> 6
				norm += b * b
				dot += qb * b
			}
			if qb == 0 {
				continue
			}
			part[f] += qb * qb / n * int64(h.docs)
			if f == inWord {
				once += qb * qb
				qh := int64(x.head[h.term])
				head += qh * qh / n * int64(h.docs)
			}
		}
	}
	s[centroid] = cosine(dot, q.body[inWord], float64(norm))
	s[centroidRoot] = math.Sqrt(s[centroid])
	s[covered], s[coveredOnce] = share(part[inWord], q.body[inWord]), share(once, q.body[inWord])
	s[headCovered] = share(head, q.head)
	s[core], s[coreName] = share(kept[inWord], float64(common[inWord])), share(kept[inName], float64(common[inName]))
	s[nameCovered], s[numberCovered] = share(part[inName], q.body[inName]), share(part[inNumber], q.body[inNumber])
}

func cosine(dot int64, a, b float64) float64 {
	if dot == 0 {
		return 0
	}
	return float64(dot) / math.Sqrt(a*b)
}

func share(part int64, whole float64) float64 {
	if part == 0 {
		return 0
	}
	return float64(part) / whole
}

// time sets what publication tells.
func (w *weighing) time(s *Signals, a *doc) {
	s[undated] = 1
	least := math.Inf(1)
	for _, m := range w.group.latest() {
		if a.dated() && m.dated() {
			s[undated] = 0
			if g := gap(a, m); g < least {
				least = g
			}
		}
		if a.publisher != 0 && a.publisher == m.publisher {
			s[samePublisher] = 1
		}
	}
	if s[undated] == 0 {
		s[gapDays] = math.Log1p(min(least, 24*3650)/24) / 2
	}
}

// margins sets for each story the lead of its nearest article over that of the
// best other story.
func margins(all []Candidate) {
	lead := func(of func(*Signals) float64, set int) {
		for i := range all {
			other := 0.0
			for j := range all {
				if j != i {
					other = max(other, of(&all[j].Signals))
				}
			}
			all[i].Signals[set] = of(&all[i].Signals) - other
		}
	}
	lead(func(s *Signals) float64 { return s[bodyBest] }, margin)
	lead(func(s *Signals) float64 { return s[foreignName] + s[foreignNumber] + s[foreignKin] }, foreignMargin)
}

// multiply sets the products.
func (s *Signals) multiply() {
	n := plainCount
	for _, i := range withShort {
		s[n] = s[short] * s[i]
		n++
	}
	for _, i := range withSingle {
		s[n] = s[single] * s[i]
		n++
	}
}
