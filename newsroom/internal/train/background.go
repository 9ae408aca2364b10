package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"coranto/desk/story"
	"coranto/newsroom/internal/labelled"
)

// least is the smallest share, in per mille, that is worth a line.
const least = 12

// background counts in what share of articles each word stands: half from ECB+,
// where the articles of an event count as one, half from GUM, of which every
// fifth document is held out for scoring elsewhere.
func background(data string, w io.Writer) error {
	ecb, err := labelled.Read(filepath.Join(data, "stories"), labelled.Training)
	if err != nil {
		return err
	}
	gum, err := gumTexts(filepath.Join(data, "language", "ud", "gum"))
	if err != nil {
		return err
	}
	shares := map[string]float64{}
	size := map[string]int{}
	for _, a := range ecb.Articles {
		size[a.Event]++
	}
	for _, a := range ecb.Articles {
		for _, t := range story.Vocabulary(story.Item{Headline: a.Headline, Text: a.Text, Language: a.Language}) {
			shares[t] += 0.5 / float64(size[a.Event]) / float64(len(size))
		}
	}
	for _, text := range gum {
		for _, t := range story.Vocabulary(story.Item{Text: text, Language: "en"}) {
			shares[t] += 0.5 / float64(len(gum))
		}
	}
	var lines []string
	for t, share := range shares {
		if n := int(1000 * share); n >= least {
			lines = append(lines, fmt.Sprintf("%s %d", t, n))
		}
	}
	slices.Sort(lines)
	fmt.Fprintln(w, "# In how many of 1,000 English articles a word (w, its stem) or a capitalised word (n)")
	fmt.Fprintln(w, "# stands. Written by newsroom/internal/train from ECB+ topics 1 to 27 and GUM.")
	_, err = fmt.Fprintln(w, strings.Join(lines, "\n"))
	return err
}

func gumTexts(dir string) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.conllu"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("GUM: no *.conllu in %s", dir)
	}
	slices.Sort(paths)
	var texts []string
	for i, p := range paths {
		if i%5 == 0 {
			continue
		}
		f, err := os.Open(p)
		if err != nil {
			return nil, err
		}
		var b strings.Builder
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if s, ok := strings.CutPrefix(lines.Text(), "# text = "); ok {
				b.WriteString(s)
				b.WriteByte('\n')
			}
		}
		f.Close()
		texts = append(texts, b.String())
	}
	return texts, nil
}
