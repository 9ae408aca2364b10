package edition

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"coranto"
	"coranto/desk/story"
	"coranto/reading/lang"
)

// Face returns the article whose headline speaks for a story. Of the articles
// that have a headline, these go before others, in this order: one that is no
// wire copy; a report before opinion, briefing and the rest; one in the
// language in which most of the story is told; one that states and neither asks
// nor teases; one of a publisher that the desk knows; the one whose headline is
// nearest to the centre of all headlines, of the newest day rather than of an
// earlier one; the newest; then by identifier. False when no article has a
// headline.
func (e *Edition) Face(heads []coranto.Head) (coranto.Head, bool) {
	language := mainLanguage(heads)
	newestFrom, _, _ := newest(heads)
	latest := day(newestFrom)
	central := centrality(heads)
	nearness := func(h coranto.Head) float64 {
		if day(h.Published) == latest {
			return central[h.ID] + newestDay
		}
		return central[h.ID]
	}
	better := func(a, b coranto.Head) int {
		return cmp.Or(
			preferred(a.WireOf == "", b.WireOf == ""),
			preferred(a.Kind == coranto.Report, b.Kind == coranto.Report),
			preferred(a.Language == language, b.Language == language),
			preferred(states(a.Headline), states(b.Headline)),
			preferred(e.headPress(a).Known(), e.headPress(b).Known()),
			cmp.Compare(nearness(b), nearness(a)),
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

// speaks returns the article whose headline speaks for a story: the one that a
// reader chose, else its Face.
func (e *Edition) speaks(s coranto.Story) (coranto.Head, bool) {
	if i := slices.IndexFunc(s.Articles, func(h coranto.Head) bool { return h.ID == s.Pinned && h.Headline != "" }); s.Pinned != "" && i >= 0 {
		return s.Articles[i], true
	}
	return e.Face(s.Articles)
}

// newestDay is how much nearer to the centre an older headline has to be to speak
// for a story that has a newer one.
const newestDay = 0.12

// centrality measures headlines, by article: the cosine of the headline's words
// with those of all others. Plain words weigh little; rare ones no more than the
// rest, since names would decide alone.
func centrality(heads []coranto.Head) map[string]float64 {
	words := make([][]string, len(heads))
	in := map[string]int{}
	for i, h := range heads {
		stem := story.Stem(h.Language)
		for _, w := range lang.SearchWords(h.Headline, "und") {
			words[i] = append(words[i], stem(w))
		}
		slices.Sort(words[i])
		words[i] = slices.Compact(words[i])
		for _, w := range words[i] {
			in[w]++
		}
	}
	weight := func(w string) float64 {
		if story.Share(w) > plainWord {
			return 0.3
		}
		return 1
	}
	all := 0.0
	for _, w := range slices.Sorted(maps.Keys(in)) {
		all += square(weight(w) * float64(in[w]))
	}
	central := make(map[string]float64, len(heads))
	for i, h := range heads {
		dot, own := 0.0, 0.0
		for _, w := range words[i] {
			dot += square(weight(w)) * float64(in[w]-1)
			own += square(weight(w))
		}
		if own > 0 && all > 0 {
			central[h.ID] = dot / math.Sqrt(own*all)
		}
	}
	return central
}

// plainWord is in what share of articles a word stands that says little.
const plainWord = 0.25

func square(x float64) float64 { return x * x }

// teases begin headlines that hold back what they are about.
var teases = []string{"here's", "here’s", "this is", "what you need to know", "what to know", "why ", "how ", "watch", "opinion", "video", "photos", "live updates", "everything we know"}

// states tells whether a headline says what happened: it does not ask and does
// not tease.
func states(headline string) bool {
	s := strings.ToLower(strings.TrimSpace(headline))
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, "؟") || strings.HasSuffix(s, "？") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...") {
		return false
	}
	return !slices.ContainsFunc(teases, func(t string) bool { return strings.HasPrefix(s, t) })
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

// headline is that under which a story is shown, and its language.
func (e *Edition) headline(s coranto.Story) (words, language string) {
	face, _ := e.speaks(s)
	return firstOf(face.Headline, "(no headline)"), face.Language
}
