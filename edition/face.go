package edition

import (
	"cmp"

	"coranto"
)

// Face returns the article whose headline speaks for a story. Of the articles
// that have a headline, these go before others, in this order: one that is no
// wire copy; a report before opinion, briefing and the rest; one in the
// language in which most of the story is told; one of a publisher that the desk
// knows; the newest; then by identifier. False when no article has a headline.
func (e *Edition) Face(heads []coranto.Head) (coranto.Head, bool) {
	language := mainLanguage(heads)
	better := func(a, b coranto.Head) int {
		return cmp.Or(
			preferred(a.WireOf == "", b.WireOf == ""),
			preferred(a.Kind == coranto.Report, b.Kind == coranto.Report),
			preferred(a.Language == language, b.Language == language),
			preferred(e.headPress(a).Known(), e.headPress(b).Known()),
			instant(b.Published).Compare(instant(a.Published)),
			cmp.Compare(a.ID, b.ID),
		)
	}
	var best coranto.Head
	found := false
	for _, h := range heads {
		if h.Headline != "" && (!found || better(h, best) < 0) {
			best, found = h, true
		}
	}
	return best, found
}

func preferred(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	default:
		return 1
	}
}

// mainLanguage returns the language of most heads, the first met on a tie.
func mainLanguage(heads []coranto.Head) string {
	counts := map[string]int{}
	best := ""
	for _, h := range heads {
		counts[h.Language]++
	}
	for _, h := range heads {
		if counts[h.Language] > counts[best] {
			best = h.Language
		}
	}
	return best
}

// newest returns when the story's last dated article was published. Without
// one it is the unknown date.
func newest(heads []coranto.Head) (from, to string, basis coranto.Basis) {
	for _, h := range heads {
		if h.Published != "" && (from == "" || instant(h.Published).After(instant(from))) {
			from, to, basis = h.Published, h.Until, h.Basis
		}
	}
	return from, to, basis
}
