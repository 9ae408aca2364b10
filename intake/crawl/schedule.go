package crawl

import (
	"slices"
	"time"

	"coranto"
	"coranto/intake/feed"
)

func clamp(d time.Duration) time.Duration { return min(max(d, minWait), maxWait) }

// waitAfterNews says when to ask a feed again that has just been read: twice as
// often as it prints, or, when it has fallen silent, an eighth of its silence
// later; never before its own ttl. Without dates it is asked hourly.
func waitAfterNews(f feed.Feed, now time.Time) time.Duration {
	var times []time.Time
	for _, i := range f.Items {
		if t, err := time.Parse(time.RFC3339, i.Published); err == nil && !t.After(now) {
			times = append(times, t)
		}
	}
	if len(times) == 0 {
		return clamp(max(time.Hour, f.TTL))
	}
	slices.SortFunc(times, func(a, b time.Time) int { return b.Compare(a) })
	times = times[:min(len(times), 20)]
	gap := times[0].Sub(times[len(times)-1]) / time.Duration(max(len(times)-1, 1))
	return clamp(max(gap/2, now.Sub(times[0])/8, f.TTL))
}

// waitUnchanged says when to ask again a source that has not changed since it
// was last asked: half as long again as the last time.
func waitUnchanged(s coranto.Source) time.Duration {
	if s.Checked.IsZero() || !s.Due.After(s.Checked) {
		return time.Hour
	}
	return clamp(s.Due.Sub(s.Checked) * 3 / 2)
}

// waitAfterFailures doubles with each failure in a row, and is never shorter
// than the server asks.
func waitAfterFailures(failures int, asked time.Duration) time.Duration {
	return clamp(max(minWait<<min(max(failures-1, 0), 10), asked))
}
