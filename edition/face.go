package edition

import (
	"cmp"
	"slices"

	"coranto"
	"coranto/reading/lang"
)

// Face returns the article whose headline speaks for a story. Of the articles
// that have a headline, these go before others, in this order: one that is no
// wire copy; a report before opinion, briefing and the rest; one in the
// language in which most of the story is told; one of the story's newest day;
// one of a publisher that the desk knows; the one whose headline shares most
// with the others' headlines; the newest; then by identifier. False when no
// article has a headline.
func (e *Edition) Face(heads []coranto.Head) (coranto.Head, bool) {
	language := mainLanguage(heads)
	newestFrom, _, _ := newest(heads)
	latest := day(newestFrom)
	shared := sharedWords(heads)
	better := func(a, b coranto.Head) int {
		return cmp.Or(
			preferred(a.WireOf == "", b.WireOf == ""),
			preferred(a.Kind == coranto.Report, b.Kind == coranto.Report),
			preferred(a.Language == language, b.Language == language),
			preferred(day(a.Published) == latest, day(b.Published) == latest),
			preferred(e.headPress(a).Known(), e.headPress(b).Known()),
			cmp.Compare(shared[b.ID], shared[a.ID]),
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

// sharedWords measures headlines, by article: in how many of the story's
// headlines, on average, each of its words stands.
func sharedWords(heads []coranto.Head) map[string]float64 {
	words := make([][]string, len(heads))
	in := map[string]int{}
	for i, h := range heads {
		words[i] = lang.SearchWords(h.Headline, "und")
		slices.Sort(words[i])
		words[i] = slices.Compact(words[i])
		for _, w := range words[i] {
			in[w]++
		}
	}
	shared := make(map[string]float64, len(heads))
	for i, h := range heads {
		sum := 0
		for _, w := range words[i] {
			sum += in[w]
		}
		shared[h.ID] = float64(sum) / float64(max(1, len(words[i])))
	}
	return shared
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
