package split

// Teasers of other stories have a headline, perhaps a time, and a sentence or two.
const (
	maxTeaser    = 70 // words of the text of one
	leastTeasers = 3  // in a row are a list, where none has a sure headline
)

// withoutTeasers leaves out the lists of teasers behind a page's first story.
func withoutTeasers(lines []block, stories []story) []story {
	teaser := func(i int) bool {
		to := stories[i].to
		if i+1 < len(stories) {
			to = min(to, stories[i+1].from)
		}
		words := 0
		for _, l := range lines[stories[i].body:to] {
			if l.look == prose {
				words += l.words
			}
		}
		return i > 0 && !stories[i].sure && words <= maxTeaser
	}
	var kept []story
	for i := 0; i < len(stories); {
		n := 0
		for i+n < len(stories) && teaser(i+n) {
			n++
		}
		if n < leastTeasers {
			n = max(n, 1)
			kept = append(kept, stories[i:i+n]...)
		}
		i += n
	}
	return kept
}
