// Command eval scores the desk on labelled streams that stand outside the
// project: BCubed F1 for each.
//
//	go run ./newsroom/internal/eval -data DIR [-weights FILE]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"coranto/desk/story"
	"coranto/newsroom/internal/labelled"
)

func main() {
	data := flag.String("data", "", "folder of the labelled data (`DIR`/stories/allsides_older.jsonl ...)")
	weights := flag.String("weights", "", "weights `FILE`; the built-in ones if not given")
	dump := flag.String("dump", "", "list the decisions on the set of this `NAME`: story, event, id, headline")
	flag.Parse()
	if err := run(*data, *weights, *dump); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(data, weights, dump string) error {
	var o story.Options
	if weights != "" {
		f, err := os.Open(weights)
		if err != nil {
			return err
		}
		defer f.Close()
		if o.Model, err = story.ParseModel(f); err != nil {
			return err
		}
	}
	var sets, english []labelled.Set
	for _, name := range labelled.Files {
		s, err := labelled.Read(filepath.Join(data, "stories"), name)
		if err != nil {
			return err
		}
		sets = append(sets, s)
		if s.Articles[0].Language == "en" {
			english = append(english, s)
		}
	}
	sets = append(sets, labelled.Joined("english", english...).Undated().Shuffled(1))
	for _, s := range sets {
		s.Prepare()
		start := time.Now()
		got := labelled.Decide(s, o)
		sec := time.Since(start).Seconds()
		sc := labelled.BCubed(s, got)
		if dump == s.Name {
			for i, a := range s.Articles {
				fmt.Printf("%s\t%s\t%s\t%s\n", got[i], a.Event, a.ID, a.Headline)
			}
		}
		stories := map[string]bool{}
		for _, g := range got {
			stories[g] = true
		}
		fmt.Printf("%-32s P %.3f R %.3f F1 %.3f  articles %d stories %d  %.0f articles/s\n", s.Name, sc.P, sc.R, sc.F1, len(s.Articles), len(stories), float64(len(s.Articles))/sec)
	}
	return nil
}
