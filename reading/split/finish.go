package split

import (
	"slices"

	"coranto"
	"coranto/reading/lang"
)

// finish fills in what can be told from the finished text, the same for dumps
// and HTML: language, agencies, kind, crossheads glued into the text, damaged
// places. What is already set stays.
func finish(a *coranto.Article, credits []string, opt Options) {
	if a.Language == "" {
		a.Language = opt.Language
	}
	if a.Language == "" {
		a.Language = lang.Identify(a.Headline + "\n" + a.Text)
	}
	if a.Kind == "" {
		setKind(a, nil)
	}
	if len(a.Crossheads) == 0 {
		a.Crossheads = gluedCrossheads(a.Text)
	}
	a.Damaged = damages(a.Text, a.Language)
	for _, c := range credits {
		a.Agencies = append(a.Agencies, agenciesIn(c)...)
	}
	a.Agencies = append(a.Agencies, creditedIn(a.Text)...)
	slices.Sort(a.Agencies)
	a.Agencies = slices.Compact(a.Agencies)
}
