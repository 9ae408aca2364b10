package story

// A digest ("Opening bell", "In brief") is about many things, and so is near to
// many stories and part of none. It is told by its parts having no words in
// common (after Hearst's TextTiling, 1997): a report says again and again whom
// and what it is about.
const (
	partWords   = 40 // words in a part
	leastParts  = 5  // fewer parts tell nothing
	commonShare = 30 // per mille of the background's articles: more common words tell nothing

	// longestReport is how many words no report has: pages glued together. It is
	// as many as similar looks at.
	longestReport = 6000

	// leastCohesion is that of a report: below lie 7 in 10 of digests that were
	// put together from ECB+ articles, and 1 in 100 of these articles.
	leastCohesion = 0.13
)

// cohesion returns in what share of the pairs of an article's first n parts both
// hold a telling word; 1 for articles of few parts.
func (c *tallies) cohesion(n int) float64 {
	if n < leastParts {
		return 1
	}
	tied := make([]uint32, n)
	for i := range c.all {
		parts := c.all[i].parts & (1<<n - 1)
		if parts == 0 || background[c.all[i].hash] > commonShare*backgroundDocs/1000 {
			continue
		}
		for k := range n {
			if parts&(1<<k) != 0 {
				tied[k] |= parts
			}
		}
	}
	pairs := 0
	for k := range n {
		for l := range k {
			if tied[k]&(1<<l) != 0 {
				pairs++
			}
		}
	}
	return float64(pairs) / float64(n*(n-1)/2)
}
