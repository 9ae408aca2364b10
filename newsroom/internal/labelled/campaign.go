package labelled

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Campaign reads articles of one matter, the campaign for the American presidency
// of 2016 (PolNeAR, DIR/train/text/PUBLISHER_DATE_NAME.txt), so far apart in time
// that no two tell one event: days between them, the first after so many. With new
// dates (Dated) they are what is hardest to keep apart: whole texts of one season
// that share names and words.
func Campaign(dir string, days, first int) (Set, error) {
	files, err := filepath.Glob(filepath.Join(dir, "train", "text", "*.txt"))
	if err != nil || len(files) == 0 {
		return Set{}, fmt.Errorf("PolNeAR: no train/text/*.txt in %s", dir)
	}
	name := func(path string) []string {
		return strings.SplitN(strings.TrimSuffix(filepath.Base(path), ".txt"), "_", 3)
	}
	for _, path := range files {
		if len(name(path)) < 3 {
			return Set{}, fmt.Errorf("PolNeAR: %s: want PUBLISHER_DATE_NAME.txt", path)
		}
	}
	slices.SortStableFunc(files, func(a, b string) int { return strings.Compare(name(a)[1]+a, name(b)[1]+b) })
	set := Set{Name: "campaign"}
	var next time.Time
	for _, path := range files {
		n := name(path)
		t, err := time.Parse(time.DateOnly, n[1])
		if err != nil {
			return Set{}, fmt.Errorf("PolNeAR: %s: %w", path, err)
		}
		if next.IsZero() {
			next = t.AddDate(0, 0, first)
		}
		if t.Before(next) {
			continue
		}
		next = t.AddDate(0, 0, days)
		b, err := os.ReadFile(path)
		if err != nil {
			return Set{}, err
		}
		headline, text, _ := strings.Cut(strings.TrimSpace(string(b)), "\n")
		set.Articles = append(set.Articles, Article{
			ID: n[2], Event: n[2], Headline: headline, Text: strings.TrimSpace(text), Language: "en", Publisher: n[0], Date: n[1],
		})
	}
	return set, nil
}
