package entity

import (
	"slices"
	"strings"

	"coranto"
	"coranto/reading/entity/internal/tagger"
	"coranto/reading/internal/token"
)

// Prepare cuts a text as the tagger reads it, with what names say of its words:
// what it learns from is what it will meet.
func Prepare(text string, sentences []coranto.Span, names *Names) *tagger.Text {
	return newFinder(text, sentences, names.index()).prepared()
}

func (f *finder) prepared() *tagger.Text {
	hits := make([]tagger.Hit, len(f.toks))
	for _, m := range f.ms {
		h := f.hit(m)
		for i := m.from; i < m.to; i++ {
			hits[i] = h
			if i > m.from {
				hits[i] += tagger.HitInside
			}
		}
	}
	return &tagger.Text{Text: f.text, Toks: f.toks, Starts: f.starts, Shout: f.titled(), Hits: hits}
}

// titled marks the lines that tell nothing by their capitals: those all in
// capitals, and those in which every longer word begins with one.
func (f *finder) titled() []bool {
	out := slices.Clone(f.shout)
	for i := 0; i < len(f.toks); {
		j, great, small, marks := i, 0, 0, 0
		for ; j < len(f.toks) && (j == i || !f.toks[j].Line); j++ {
			switch t := f.toks[j]; {
			case t.Capital():
				great++
			case t.Kind == token.Word && t.End-t.Start > 3:
				small++
			case t.Kind == token.Mark && t.Gap:
				marks++
			case t.Kind == token.Mark:
				if last := t.In(f.text); last == "." || last == ":" {
					marks++
				}
			}
		}
		if small == 0 && marks == 0 && great > 4 {
			for k := i; k < j; k++ {
				out[k] = true
			}
		}
		i = j
	}
	return out
}

var hitOf = map[coranto.EntityType]tagger.Hit{
	coranto.State: tagger.HitState, coranto.Person: tagger.HitPerson,
	coranto.Organisation: tagger.HitOrganisation, coranto.Place: tagger.HitPlace,
}

func (f *finder) hit(m match) tagger.Hit {
	switch s := m.senses[0]; s.use {
	case asDemonym:
		return tagger.HitDemonym
	case asSeat:
		return tagger.HitSeat
	default:
		return hitOf[f.ix.records[s.record].kind]
	}
}

// WordClasses returns, of the words of the lists, in lower case, to which
// classes they belong.
func WordClasses(names *Names) map[string]uint32 {
	out := map[string]uint32{}
	for _, list := range []struct {
		words map[string]bool
		class uint32
	}{
		{isRole, tagger.Role}, {isHonorific, tagger.Honorific}, {isOrgHead, tagger.OrgHead}, {isPlaceHead, tagger.PlaceHead},
		{isSaying, tagger.Saying}, {bodyWords, tagger.Body}, {names.index().given, tagger.Given}, {calendar, tagger.Calendar},
	} {
		for w := range list.words {
			out[strings.ToLower(w)] |= list.class
		}
	}
	for _, p := range names.Persons {
		if strings.Contains(p.Name, " ") {
			for _, s := range surnames(p.Name) {
				out[strings.ToLower(s)] |= tagger.Surname
			}
		}
	}
	return out
}

var calendar = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec`)
