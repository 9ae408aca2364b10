package story

import "math"

// query is an article as seen by an index: known terms with their weights.
type query struct {
	doc    *doc
	rarity rarity
	terms  []queryTerm // by field, then by hash
	body   [fields]float64
	chief  [fields]int64 // weight of the chief terms, of words and names
	plain  float64       // body on words that are no names
	head   float64       // squared length of the headline's words
	words  float64       // distinct words
	square [fields]int64

	headName                int64 // idf of the headline's names
	headSquare, plainSquare int64
	headNumber              bool // a number stands in the headline
}

type queryTerm struct {
	id    uint32
	known bool
	field int
	body  int64 // weight times idf
	head  int64
	idf   int64
	hash  uint64
	named bool
	chief bool // one of the heaviest of its field
}

// chiefCount is how many words, and how many names, tell what an article or a
// story is about.
const chiefCount = 6

func (d *Desk) query(a *Draft) *query {
	q := &query{doc: &a.doc, rarity: d.index.rarity(a.doc.language), terms: make([]queryTerm, 0, len(a.terms))}
	d.asked.of, d.asked.at = a, d.asked.at[:0]
	for _, t := range a.terms {
		id, known := d.index.ids[t.hash]
		d.asked.at = append(d.asked.at, id)
		qt := queryTerm{id: id, known: known, field: fieldOrder[t.field], hash: t.hash, named: t.head&named != 0}
		if known {
			qt.idf = q.rarity.idf(qt.field, id)
		} else {
			qt.idf = q.rarity.unseen(qt.field, t.hash)
		}
		q.add(qt, int64(t.body), int64(t.head&^named))
	}
	return q.done()
}

// add adds a term by its weights.
func (q *query) add(t queryTerm, body, head int64) {
	t.body, t.head = body*t.idf, head*t.idf
	q.square[t.field] += t.body * t.body
	if t.field == inWord {
		q.headSquare += t.head * t.head
		q.words++
		if t.head > 0 && t.named {
			q.headName += t.idf
		}
		if !t.named {
			q.plainSquare += t.body * t.body
		}
	}
	q.headNumber = q.headNumber || t.field == inNumber && t.head > 0
	q.terms = append(q.terms, t)
}

// done closes the query when all its terms are added.
func (q *query) done() *query {
	for f := range fields {
		q.body[f] = float64(q.square[f])
	}
	q.head, q.plain = float64(q.headSquare), float64(q.plainSquare)
	var room [chiefCount]*queryTerm
	for _, f := range [...]int{inWord, inName} {
		for _, t := range q.telling(room[:], chiefCount, func(t *queryTerm) bool { return t.field == f }) {
			t.chief = true
			q.chief[f] += t.body
		}
	}
	return q
}

// likeness is what a query and one document share.
type likeness struct {
	body, name, number, kin  float64 // cosines
	plain                    float64 // cosine on words that neither writes as a name
	kinMass                  float64 // idf of shared cognates, in nats
	named                    float64 // share of body that words make which either writes as a name
	head                     float64 // cosine of the headlines
	headInBody, bodyInHead   float64 // shares
	mass                     float64 // idf of what is shared, in nats
	plainMass                float64 // idf of what is shared and neither writes as a name, in nats
	headNumber, sharedNumber bool    // a number in the headline, one in both
	others                   float64 // share of the names of each headline that the other article lacks, the product
	parallels                parallels
}

func (x *index) compare(q *query, d *doc) likeness {
	x.compared++
	var dot, norm [fields]int64
	headNumber, sharedNumber := false, false
	var ownHeld, otherName, otherHeld int64
	var headDot, headNorm, headInBody, bodyInHead, kinMass, mass, plainMass, plainDot, plainNorm int64
	start := 0
	ends := d.ends[:]
	if akin(q.doc, d) {
		ends = ends[:inCognate]
	}
	for f, end := range ends {
		for _, e := range d.entries[start:end] {
			s := &x.stats[e.term]
			idf := q.rarity.of(f, s)
			b := int64(e.body) * idf
			norm[f] += b * b
			qb := int64(s.body)
			dot[f] += qb * b
			if f == inNumber && e.head() > 0 {
				headNumber = true
				sharedNumber = sharedNumber || s.head > 0
			}
			if f != inWord {
				if f == inCognate && qb != 0 {
					kinMass += idf
				}
				continue
			}
			if !e.isNamed() {
				plainNorm += b * b
				if !s.named {
					plainDot += qb * b
				}
			}
			h := e.head() * idf
			headNorm += h * h
			if s.head > 0 && s.named {
				ownHeld += idf
			}
			if h > 0 && e.isNamed() {
				otherName += idf
				if qb != 0 {
					otherHeld += idf
				}
			}
			if qb != 0 {
				qh := int64(s.head)
				headDot += qh * h
				headInBody += qh * qh
				bodyInHead += h * h
				mass += idf
				if !e.isNamed() && !s.named {
					plainMass += idf
				}
			}
		}
		start = end
	}
	others := 0.0
	if q.headName > 0 && otherName > 0 {
		others = (1 - share(ownHeld, float64(q.headName))) * (1 - share(otherHeld, float64(otherName)))
	}
	return likeness{
		others: max(0, others), parallels: x.parallels(&q.doc.gist, &d.gist),
		body: cosine(dot[inWord], q.body[inWord], float64(norm[inWord])),
		name: max(cosine(dot[inName], q.body[inName], float64(norm[inName])),
			cosine(dot[inEntity], q.body[inEntity], float64(norm[inEntity]))),
		plain:      cosine(plainDot, q.plain, float64(plainNorm)),
		named:      1 - share(plainDot, float64(dot[inWord])),
		number:     cosine(dot[inNumber], q.body[inNumber], float64(norm[inNumber])),
		kin:        cosine(dot[inCognate], q.body[inCognate], float64(norm[inCognate])),
		head:       cosine(headDot, q.head, float64(headNorm)),
		headInBody: share(headInBody, q.head),
		bodyInHead: share(bodyInHead, float64(headNorm)),
		mass:       float64(mass) / idfUnit,
		kinMass:    float64(kinMass) / idfUnit,
		plainMass:  float64(plainMass) / idfUnit,
		headNumber: headNumber, sharedNumber: sharedNumber,
	}
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
