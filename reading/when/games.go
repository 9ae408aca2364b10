package when

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed games.txt
var gamesTXT string

// games are the events of games.txt by the first of their words.
var games = func() map[string][]game {
	out := map[string][]game{}
	for line := range strings.Lines(gamesTXT) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		y, name, ok := strings.Cut(line, "\t")
		year, err := strconv.Atoi(y)
		if !ok || err != nil {
			panic(fmt.Sprintf("when: games.txt: %q: want a year and words", line))
		}
		words := strings.Fields(name)
		out[words[0]] = append(out[words[0]], game{year, words})
	}
	return out
}()

type game struct {
	year  int
	words []string
}

// gameYear is the year of an event of games.txt that the sentence of item i
// names; 0 for none. A day without a year beside it is of that year, in a text
// whose own day is not known: "the opening of the Beijing Winter Olympics on
// Feb. 4".
func (f *finder) gameYear(i int) int {
	s, best := f.item(i).sentence, game{}
	for k := max(0, i-20); k < min(len(f.items), i+20); k++ {
		if f.items[k].sentence != s {
			continue
		}
		for _, g := range games[f.items[k].word] {
			at := k
			for _, w := range g.words {
				if at > k && (f.word(at) == "summer" || f.item(at).mark == '-') {
					at++
				}
				if f.word(at) != w {
					at = -1
					break
				}
				at++
			}
			if at > 0 && len(g.words) > len(best.words) {
				best = g
			}
		}
	}
	return best.year
}
