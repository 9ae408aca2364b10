package story

import "math"

// The signals. All but the bias are near 0 to 1 or small multiples of that.
const (
	bias           = iota
	bodyBest       // cosine with the nearest article of the story, on words
	bodyRoot       // its square root
	plainRoot      // root of the cosine on words that neither writes as a name
	namesAlone     // much in common with the nearest, but hardly more than names
	bodyMean       // mean cosine with the compared articles of the story
	headBest       // cosine of the headlines
	headInBody     // share of the headline found in an article of the story
	bodyInHead     // share of a headline of the story found in the article
	nameBest       // cosine on capitalised words or on recognised names, the greater
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
	chief          // share of the article's chief words that the story's latest members hold, each by how many of them
	chiefBack      // share of the story's chief words that stand in the article
	chiefName      // the same of names: whom the article is about
	chiefNameBack  // whom the story is about
	chiefClash     // much in common, but each is about somebody else
	numberShared   // 1 when the headline shares a number with a headline of the story
	numberClash    // 1 when both have numbers and share none
	nameConflict   // much in common but the names
	numberConflict // much in common but the numbers
	slotClash      // the headline is one of the story's with other words in one place ("wins Ohio", "wins Iowa"): share of words that stay
	swapped        // the article and the nearest say it in the same order of words, but with others in some places
	template       // near to an article in words but not in numbers, as one day's prices are to another's
	mass           // how much is shared with the nearest: log of the sum of idf
	plainMass      // the same of words that neither writes as a name
	margin         // lead over the next story's nearest article
	gapDays        // log of days to the nearest dated member
	yearsApart     // log of the years between what they speak of, where either has no date
	undated        // 1 when either has no date
	samePublisher  // 1 when the nearest in time is by the same publisher
	size           // log of members that are no copies
	scattered      // 1 when the article's parts have nothing in common, 0 when all have
	short          // 1 for a headline alone, less for few words
	long           // log of the distinct words of a long article
	single         // 1 for a story of one member, less for more
	crowd          // how near other stories are, on average
	otherNames     // the headlines name others: share of each one's names that the other article lacks, the product
	deedShared     // share of what each headline tells of that the other article begins with
	deedMass       // how telling that is
	deedClash      // deeds of each headline that the other article does not tell of
	deedLack       // share of the deeds of the headlines that the other article does not tell of, the greater
	dayShared      // 1 when the first day spoken of is one of the other's
	dayApart       // log of the days between the first ones spoken of
	figureShared   // figures told by both
	figureClash    // 1 when the same thing is counted otherwise and no figure shared
	placeShared    // 1 when the first places meet
	placeClash     // 1 when both name places and share none
	actShared      // share of who did what to whom
	foreign        // 1 when no compared member is in the article's language
	foreignName    // cosine on names, then
	foreignNumber  // on numbers
	foreignKin     // on cognates
	foreignShared  // how much they share of these: log of the sum of idf
	foreignMargin  // lead over the next story, then
	foreignDeed    // deedShared, then
	foreignMass    // deedMass
	foreignDay     // dayShared
	plainCount     // the signals proper; their products follow
)

// Some signals mean something else in short articles, in stories of one member
// and without a date: their products with short, long, single,
// foreign and undated are signals
// too.
var (
	withShort   = [...]int{bodyRoot, headBest, centroidRoot, covered, headCovered, nameCovered, core, mass, plainMass, margin, numberClash, size, undated, otherNames, deedShared, deedMass, deedClash, deedLack, crowd}
	withLong    = [...]int{bodyRoot, centroidRoot, mass, plainMass, margin, undated}
	withSingle  = [...]int{bodyRoot, headBest, covered, nameCovered, core, margin}
	withForeign = [...]int{undated, long, gapDays}
	withUndated = [...]int{bodyRoot, plainRoot, namesAlone, nameCovered, covered, single, deedShared, crowd}
)

const signalCount = plainCount + len(withShort) + len(withLong) + len(withSingle) + len(withForeign) + len(withUndated)

// SignalNames are the names of the signals, in their order in Signals.
var SignalNames = func() (names [signalCount]string) {
	n := copy(names[:], plainNames[:])
	for _, i := range withShort {
		names[n] = "short*" + names[i]
		n++
	}
	for _, i := range withLong {
		names[n] = "long*" + names[i]
		n++
	}
	for _, i := range withSingle {
		names[n] = "single*" + names[i]
		n++
	}
	for _, i := range withForeign {
		names[n] = "foreign*" + names[i]
		n++
	}
	for _, i := range withUndated {
		names[n] = "undated*" + names[i]
		n++
	}
	return names
}()

var plainNames = [plainCount]string{
	"bias", "body-best", "body-root", "plain-root", "names-alone", "body-mean", "head-best", "head-in-body", "body-in-head", "name-best", "number-best",
	"centroid", "centroid-root", "covered", "covered-once", "head-covered", "name-covered", "number-covered", "core", "core-name", "chief", "chief-back", "chief-name", "chief-name-back", "chief-clash", "number-shared", "number-clash", "name-conflict", "number-conflict", "slot-clash", "swapped", "template", "mass", "plain-mass", "margin", "gap-days", "years-apart", "undated", "same-publisher", "size", "scattered", "short", "long", "single",
	"crowd", "other-names", "deed-shared", "deed-mass", "deed-clash", "deed-lack", "day-shared", "day-apart", "figure-shared", "figure-clash", "place-shared", "place-clash", "act-shared",
	"foreign", "foreign-name", "foreign-number", "foreign-kin", "foreign-shared", "foreign-margin", "foreign-deed", "foreign-mass", "foreign-day",
}

// Signals are what speaks for and against an article's being part of a story.
type Signals [signalCount]float64

// weighing gathers what is known of an article and one story.
type weighing struct {
	group    *group
	compared int
	kept     float64 // share of words that stay in the most similar headline
	clash    float64 // the same where others stand between them, else 0
	native   bool    // a compared member is in the article's language
	best     likeness
	told     parallels // the closest
	nearest  *doc      // the one with the greatest cosine on words
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
	w.told.closest(&l.parallels, w.compared == 1)
	if w.compared == 1 || l.others < w.best.others {
		w.best.others = l.others
	}
	b := &w.best
	if l.body > b.body || w.nearest == nil {
		b.named, w.nearest = l.named, m
	}
	b.plain = max(b.plain, l.plain)
	b.body, b.name, b.number, b.kin = max(b.body, l.body), max(b.name, l.name), max(b.number, l.number), max(b.kin, l.kin)
	b.head, b.headInBody, b.bodyInHead = max(b.head, l.head), max(b.headInBody, l.headInBody), max(b.bodyInHead, l.bodyInHead)
	b.mass, b.plainMass = max(b.mass, l.mass), max(b.plainMass, l.plainMass)
	b.kinMass = max(b.kinMass, l.kinMass)
	b.headNumber, b.sharedNumber = b.headNumber || l.headNumber, b.sharedNumber || l.sharedNumber
}

func (w *weighing) signals(x *index, q *query) Signals {
	b := w.best
	var s Signals
	s[bias] = 1
	s[bodyBest], s[bodyRoot], s[bodyMean] = b.body, math.Sqrt(b.body), w.sum/float64(max(1, w.compared))
	s[plainRoot], s[namesAlone] = math.Sqrt(b.plain), s[bodyRoot]*b.named
	s[scattered] = 1 - q.doc.cohesion
	s[headBest], s[headInBody], s[bodyInHead] = b.head, b.headInBody, b.bodyInHead
	s[nameBest], s[numberBest] = b.name, b.number
	s[mass], s[plainMass] = math.Log1p(b.mass)/4, math.Log1p(b.plainMass)/4
	w.time(&s, q.doc)
	s[single] = 1 / float64(len(w.group.told))
	s[size] = math.Log(float64(len(w.group.told))) / 4
	s[long] = math.Log1p(q.words/100) / 2
	s[short] = 1 / (1 + q.words/20)
	w.whole(&s, x, q)
	if q.body[inName] > 0 {
		s[nameConflict] = s[centroidRoot] * (1 - s[nameCovered])
	}
	if q.body[inNumber] > 0 {
		s[numberConflict] = s[centroidRoot] * (1 - s[numberCovered])
	}
	s[slotClash] = w.clash
	s[swapped] = w.swapped(q.doc)
	if q.body[inNumber] > 0 {
		s[template] = b.body * b.body * b.body * (1 - b.number)
	}
	if b.sharedNumber {
		s[numberShared] = 1
	} else if b.headNumber && q.headNumber {
		s[numberClash] = 1
	}
	t := &w.told
	s[otherNames] = b.others
	s[deedShared], s[deedMass], s[deedClash] = t.deed, math.Log1p(t.deedMass)/4, t.deedClash
	s[deedLack] = t.deedLack
	s[dayShared] = t.day
	if !math.IsNaN(t.dayGap) {
		s[dayApart] = math.Log1p(min(t.dayGap, 3650)) / 4
	}
	s[figureShared], s[figureClash] = min(1, t.figure/3), t.figureGap
	s[placeShared], s[placeClash], s[actShared] = t.place, t.placeClash, t.act
	if !w.native {
		s[size], s[otherNames] = 0, 0 // told in other words whatever it is
		s[foreignShared] = math.Log1p(b.kinMass) / 4
		s[foreignDeed], s[foreignMass], s[foreignDay] = s[deedShared], s[deedMass], s[dayShared]
		s[foreign], s[foreignName], s[foreignNumber], s[foreignKin] = 1, b.name, b.number, b.kin
	}
	return s
}

// swapped compares the order of words, in headlines and first words, with that of
// the nearest member: the share of words that stay times the share of those that
// others stand for.
func (w *weighing) swapped(a *doc) float64 {
	m := w.nearest
	if m == nil { // nothing in common with any
		return 0
	}
	same, swaps := alongside(a.headline, m.headline)
	if len(a.lead) == 0 || len(m.lead) == 0 {
		return 4 * same * swaps
	}
	sameLead, swapsLead := alongside(a.lead, m.lead)
	return 2 * (same*swaps + sameLead*swapsLead)
}

// whole sets what the article shares with the story's latest members together.
func (w *weighing) whole(s *Signals, x *index, q *query) {
	var dot, norm, once, head int64
	var part, common, kept [fields]int64
	n := int64(len(w.group.latest()))
	var most [fields]chiefs
	for f, vocabulary := range w.group.held() {
		for _, h := range vocabulary {
			stat := &x.stats[h.term]
			idf := q.rarity.of(f, stat)
			qb := int64(stat.body)
			docs := h.docs()
			if f == inWord || f == inName {
				most[f].add(h.body()*idf, x.terms[h.term].hash, qb != 0)
				if stat.chief {
					most[f].own += int64(stat.body) * docs
				}
			}
			if n == 1 || docs > 1 {
				c := idf * idf * docs * docs
				common[f] += c
				if qb != 0 {
					kept[f] += c
				}
			}
			if f == inWord {
				b := h.body() * idf >> 6
				norm += b * b
				dot += qb * b
			}
			if qb == 0 {
				continue
			}
			part[f] += qb * qb / n * docs
			if f == inWord {
				once += qb * qb
				qh := int64(stat.head)
				head += qh * qh / n * docs
			}
		}
	}
	s[chief], s[chiefBack] = share(most[inWord].own, float64(n*q.chief[inWord])), most[inWord].shared()
	if q.chief[inName] > 0 && most[inName].weight[0] > 0 {
		s[chiefName], s[chiefNameBack] = share(most[inName].own, float64(n*q.chief[inName])), most[inName].shared()
		s[chiefClash] = math.Sqrt(cosine(dot, q.body[inWord], float64(norm))) * (1 - s[chiefName]) * (1 - s[chiefNameBack])
	}
	s[centroid] = cosine(dot, q.body[inWord], float64(norm))
	s[centroidRoot] = math.Sqrt(s[centroid])
	s[covered], s[coveredOnce] = share(part[inWord], q.body[inWord]), share(once, q.body[inWord])
	s[headCovered] = share(head, q.head)
	s[core], s[coreName] = share(kept[inWord], float64(common[inWord])), share(kept[inName], float64(common[inName]))
	s[nameCovered], s[numberCovered] = share(part[inName], q.body[inName]), share(part[inNumber], q.body[inNumber])
}

// time sets what publication tells.
func (w *weighing) time(s *Signals, a *doc) {
	s[undated] = 1
	least, apart := math.Inf(1), math.MaxInt
	for _, m := range w.group.latest() {
		if a.dated() && m.dated() {
			s[undated] = 0
			if g := gap(a, m); g < least {
				least = g
			}
		}
		apart = min(apart, years(a, m))
		if a.publisher != 0 && a.publisher == m.publisher {
			s[samePublisher] = 1
		}
	}
	if s[undated] != 0 {
		s[yearsApart] = math.Log1p(float64(apart)) / 2
	} else {
		s[gapDays] = math.Log1p(min(least, 24*3650)/24) / 2
	}
}

// margins sets for each story the lead of its nearest article over that of the
// best other story.
func margins(all []Candidate) {
	// Stories told in other languages alone are compared with one another.
	rivals := func(i, j int) bool {
		return i != j && all[i].Signals[foreign] == all[j].Signals[foreign]
	}
	lead := func(of func(*Signals) float64, set int) {
		for i := range all {
			other := 0.0
			for j := range all {
				if rivals(i, j) {
					other = max(other, of(&all[j].Signals))
				}
			}
			all[i].Signals[set] = of(&all[i].Signals) - other
		}
	}
	lead(func(s *Signals) float64 { return s[bodyBest] }, margin)
	for i := range all {
		others := 0.0
		for j := range all {
			if rivals(i, j) {
				others += all[j].Signals[bodyBest]
			}
		}
		all[i].Signals[crowd] = others / maxStories
	}
	lead(func(s *Signals) float64 { return s[foreignName] + s[foreignNumber] + s[foreignKin] + s[foreignShared] }, foreignMargin)
}

// multiply sets the products.
func (s *Signals) multiply() {
	n := plainCount
	for _, i := range withShort {
		s[n] = s[short] * s[i]
		n++
	}
	for _, i := range withLong {
		s[n] = s[long] * s[i]
		n++
	}
	for _, i := range withSingle {
		s[n] = s[single] * s[i]
		n++
	}
	for _, i := range withForeign {
		s[n] = s[foreign] * s[i]
		n++
	}
	for _, i := range withUndated {
		s[n] = s[undated] * s[i]
		n++
	}
}

// chiefs are the heaviest terms of a story.
type chiefs struct {
	weight [chiefCount]int64 // descending; of equal ones the lower hash first
	hash   [chiefCount]uint64
	held   [chiefCount]bool // whether the article holds it
	own    int64            // weight of the article's chief terms, each times the members that hold it
}

func (c *chiefs) add(weight int64, hash uint64, held bool) {
	i := chiefCount
	for i > 0 && (c.weight[i-1] < weight || c.weight[i-1] == weight && c.hash[i-1] > hash) {
		i--
	}
	if i == chiefCount {
		return
	}
	copy(c.weight[i+1:], c.weight[i:])
	copy(c.hash[i+1:], c.hash[i:])
	copy(c.held[i+1:], c.held[i:])
	c.weight[i], c.hash[i], c.held[i] = weight, hash, held
}

// shared is the share of their weight that the article holds.
func (c *chiefs) shared() float64 {
	var in, all int64
	for i, w := range c.weight {
		all += w
		if c.held[i] {
			in += w
		}
	}
	return share(in, float64(all))
}
