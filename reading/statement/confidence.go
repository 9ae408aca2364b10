package statement

import (
	"coranto"
	"coranto/reading/internal/token"
)

// confidence returns how likely it is that a statement is right about words and
// speaker both: how surely the words are told from the writer's, times how
// surely the speaker is. The numbers are set by hand, in the order in which the
// kinds are right on PolNeAR's training articles: they rank, and are no calibrated
// shares.
func (r *reader) confidence(a *attribution, mode string) float64 {
	words := 0.99
	switch {
	case mode == coranto.Mixed:
		words = 0.96
	case mode == coranto.Reported:
		words = 0.95
	}
	if v := a.verb; v != nil {
		switch {
		case v.class == classSeem:
			words = 0.3
		case v.class == classThink || v.class == classWant || v.class == classJudge || v.class == classState:
			words = 0.7
		case v.class == classShow || a.partial:
			words = 0.84
		}
	}
	who := 0.98
	switch {
	case a.source.to == a.source.from:
		who = 0.5 // nobody
	case a.who.unsure:
		who = 0.3
	case a.who.guessed:
		who = 0.9
	case a.who.entity < 0 && (r.shareOf(a.source) || a.source.core-a.source.from > 9):
		who = 0.8
	case a.who.entity < 0:
		who = 0.95
	}
	if a.loose {
		words = min(words, 0.4)
	}
	if a.negated || a.dangling || a.supposed {
		words = min(words, 0.5)
	}
	if a.followed {
		who *= 0.92
	}
	return float64(int(words*who*100+0.5)) / 100
}

// shareOf tells whether a phrase is a share of people asked, and nobody who
// speaks: "32 percent", "about half of voters".
func (r *reader) shareOf(p phrase) bool {
	for i := p.from; i < p.core; i++ {
		if r.is(i, "percent", "%", "half", "majority", "majorities", "thirds", "quarters", "number", "share", "proportion", "percentage") || r.is(i, "third", "quarter") && r.is(i+1, "of") {
			return true
		}
	}
	return p.from < p.to && r.toks[p.from].Kind == token.Number && p.core == p.from+1
}
