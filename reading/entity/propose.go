package entity

import (
	"slices"
	"strings"

	"coranto"
	"coranto/reading/entity/internal/tagger"
	"coranto/reading/internal/token"
)

// How sure the tagger must be, measured on its training text by parts.
var sureNew = [4]float32{tagger.Person: 0.4, tagger.Organisation: 0.45, tagger.Place: 0.45, tagger.Other: 0.45} // of a name where lists and rules see none

const (
	sureAgain = 0.3  // of one that stands elsewhere in the text, sure enough
	sureOver  = 0.75 // of one that contradicts lists and rules
)

// proposal is a name the tagger sees.
type proposal struct {
	tagger.Span
	name string
}

// readProposals weighs what the tagger proposes against what lists and rules
// have found: it adds what they do not know and joins what they cut.
func (f *finder) readProposals(m *tagger.Model) {
	var all []proposal
	weight := map[string]*[4]float32{} // of each kind, by name
	top := map[string]float32{}
	held := f.holders()
	told := make([]bool, len(held))
	for i, h := range held { // what is known, and what no name consists of alone
		told[i] = h.e != nil || !f.toks[i].Capital() || f.starts[i] && isOpener[f.lower(i)] || calendar[f.lower(i)]
	}
	for _, s := range m.Tag(f.prepared(), told) {
		for s.To-s.From > 1 && f.weekdayBehind(s.To-1) {
			s.To--
		}
		if f.givenName(s.To) {
			s.To += 2
		}
		p := proposal{s, f.words(s.From, s.To)}
		all = append(all, p)
		w := weight[p.name]
		if w == nil {
			w = new([4]float32)
			weight[p.name] = w
		}
		w[s.Kind] += s.Sure
		top[p.name] = max(top[p.name], s.Sure)
	}
	f.byInitials = map[string]*found{}
	for _, e := range f.all {
		f.spell(e)
	}
	for _, p := range all {
		w := weight[p.name]
		for k := range w {
			if w[k] > w[p.Kind] {
				p.Kind = tagger.Kind(k)
			}
		}
		need := sureNew[p.Kind]
		if f.isEvent(p) { // its last word tells the kind
			need = sureAgain
		}
		if p.Sure < sureAgain || top[p.name] < need || f.empty(p) {
			continue
		}
		f.weigh(p, held)
	}
	for i, t := range f.toks {
		if t.Shape != token.Upper || t.End-t.Start < 3 || f.used[i] || f.shout[i] || f.at[i] != 0 {
			continue
		}
		if e := f.byInitials[t.In(f.text)]; e != nil && held[i].e == nil {
			f.mention(e, i, i+1)
		}
	}
	for _, e := range f.all {
		e.mentions = slices.DeleteFunc(e.mentions, func(s coranto.Span) bool { return s.Len() == 0 })
	}
}

// holder is a mention found by lists and rules.
type holder struct {
	e    *found
	at   int // its place among the mentions
	span coranto.Span
}

// holders returns of each token the mention that covers it.
func (f *finder) holders() []holder {
	held := make([]holder, len(f.toks))
	for _, e := range f.all {
		for at, s := range e.mentions {
			for i := f.tokenAt(s.Start); i < len(f.toks) && f.toks[i].Start < s.End; i++ {
				held[i] = holder{e, at, s}
			}
		}
	}
	return held
}

// tokenAt returns the token that covers a byte.
func (f *finder) tokenAt(at int) int {
	lo, hi := 0, len(f.toks)
	for lo < hi {
		if mid := (lo + hi) / 2; f.toks[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// empty tells whether a proposal is one word that is no name by itself, or names
// a people.
func (f *finder) empty(p proposal) bool {
	if m, ok := f.matchAt(p.From); ok && m.to == p.To && m.senses[0].use == asDemonym && same(m.senses) {
		return true
	}
	if p.To-p.From > 1 {
		return false
	}
	l, w := f.lower(p.From), f.toks[p.From].In(f.text)
	return len(w) < 2 || isOpener[l] || directions[l] || isRole[l] || isHonorific[l] || isOrgHead[l] || p.Kind == tagger.Organisation && isPlaceHead[l] || calendar[l] || isAbbreviation[w] || len(w) > 4 && strings.ContainsAny(w, "0123456789")
}

// isAbbreviation are everyday words in capitals.
var isAbbreviation = set(`KO TKO LP LPs EP EPs POV B.C A.D TV TVs PC PCs DVD DVDs CD CDs USB HD HDMI LED LCD AC DC IPS OLED GPS CPU GPU RAM SSD PDF CEO CEOs CFO COO CTO VP ID IDs FAQ DIY DNA RNA HIV AIDS UV MRI CT
ATM PIN VAT GDP IPO PR HR IT AI VR AR 3D 4K API URL HTML WiFi SUV SUVs EV EVs UFO VIP MVP PhD BA MA MBA AM PM GMT UTC EST ET PT CET BST BC AD BCE OK RIP Q&A NGO NGOs MP MPs`)

func (f *finder) weigh(p proposal, held []holder) {
	span := f.span(p.From, p.To)
	if f.used[p.From] && held[p.From].e == nil && f.acronyms[p.name] != nil {
		return
	}
	var inside []holder
	for i := p.From; i < p.To; i++ {
		if h := held[i]; h.e != nil && (len(inside) == 0 || inside[len(inside)-1] != h) {
			if h.span.Start < span.Start || h.span.End > span.End {
				return // what is known reaches further
			}
			inside = append(inside, h)
		}
	}
	switch {
	case len(inside) == 0:
	case inside[0].span == span || len(inside) == 1 && inside[0].span.End == span.End && f.lower(p.From) == "the" && f.toks[p.From+1].Start == inside[0].span.Start:
		return // all but its article
	case p.Sure < sureOver:
		return
	}
	if p.Kind == tagger.Other && !isEventHead[f.lower(p.To-1)] || isWorkHead[f.lower(p.To-1)] {
		return
	}
	for _, h := range inside {
		h.e.mentions[h.at] = coranto.Span{}
	}
	f.adopt(p)
}

// isEvent tells whether a proposal ends as the names of events do.
func (f *finder) isEvent(p proposal) bool {
	return isEventHead[f.lower(p.To-1)] && p.To-p.From > 1
}

// adopt records a name that the tagger alone sees.
func (f *finder) adopt(p proposal) {
	if f.isEvent(p) {
		e := f.entity(p.name, coranto.EventName)
		f.mention(e, p.From, p.To)
		f.spell(e)
		f.initials(e, p.To)
		return
	}
	switch p.Kind {
	case tagger.Person:
		for p.From < p.To-1 && (isRole[f.lower(p.From)] || isHonorific[f.lower(p.From)] || f.isMark(p.From)) {
			p.From++
			p.name = f.words(p.From, p.To)
		}
		if p.To-p.From == 1 {
			if who := f.short[p.name]; len(who) == 1 {
				f.mention(who[0], p.From, p.To)
				return
			} else if len(who) > 1 {
				return
			}
			f.mention(f.entity(p.name, coranto.Person), p.From, p.To)
			return
		}
		f.person(p.name, p.From, p.To, nil, nil, nil)
	case tagger.Organisation:
		e := f.spelled(p)
		if e == nil {
			e = f.entity(p.name, coranto.Organisation)
		}
		f.mention(e, p.From, p.To)
		f.spell(e)
		f.initials(e, p.To)
	case tagger.Place:
		f.mention(f.entity(p.name, coranto.Place), p.From, p.To)
	}
}

// english tells whether nothing speaks against the text being English: of its
// words in small letters enough are those that English cannot do without.
func (f *finder) english() bool {
	small, known := 0, 0
	for _, t := range f.toks {
		switch {
		case t.Kind == token.Sign, t.Kind == token.Word && (t.Shape == token.Caseless || f.text[t.Start] >= 0xc9): // beyond Latin
			small++
		case t.Kind == token.Word && t.Shape == token.Lower:
			small++
			if englishWords[t.In(f.text)] {
				known++
			}
		}
	}
	return small < 8 && known > 0 || known*12 >= small && small < len(f.toks)
}

var englishWords = set(`the of and to that with from by his her he she it they was were has have had been which who is are for this not be at as on`)

// spelled returns the body or event already named of which a proposal in
// capitals is the initials, nil if there is none.
func (f *finder) spelled(p proposal) *found {
	if e := f.acronyms[p.name]; e != nil || p.To-p.From > 1 || f.toks[p.From].Shape != token.Upper || len(p.name) < 3 {
		return e
	}
	return f.byInitials[p.name]
}

// spell notes the initials of a body or event.
func (f *finder) spell(e *found) {
	if e.kind != coranto.Organisation && e.kind != coranto.EventName {
		return
	}
	var b []byte
	for _, w := range strings.Fields(e.name) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			b = append(b, w[0])
		}
	}
	if len(b) > 2 && f.byInitials[string(b)] == nil {
		f.byInitials[string(b)] = e
	}
}

// initials records that the initials in brackets at token i are e's.
func (f *finder) initials(e *found, i int) {
	if i+2 < len(f.toks) && f.lower(i) == "(" && f.toks[i+1].Shape == token.Upper && f.lower(i+2) == ")" && f.at[i+1] == 0 && !f.used[i+1] {
		f.acronyms[f.toks[i+1].In(f.text)] = e
		f.mention(e, i+1, i+2)
	}
}

// isWorkHead are the words that end the names of what is written.
var isWorkHead = set(`charter treaty act agreement accord accords declaration resolution constitution protocol convention pact bill law code amendment prize award medal`)

// isEventHead are the words that end the names of events: "Varn Valley Summit".
var isEventHead = set(`summit forum conference war olympics games cup championship championships festival marathon revolution uprising massacre intifada`)
