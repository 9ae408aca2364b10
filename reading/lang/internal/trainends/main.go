// Trainends makes the model of sentence ends that no stop tells, of the room lang.
//
//	go run ./reading/lang/internal/trainends -data DIR
//
// DIR holds language/ud/gum/*.conllu (GUM) and stories/train/ecbplus_t1-27.jsonl
// (ECB+, topics 1 to 27). Every fifth document of GUM in name order, from the
// first, is held out. The same data gives the same bytes; data other than that
// of checksum.txt is refused, unless -other is given.
package main

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

//go:embed checksum.txt
var checksum string

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "`folder` of the labelled data")
	out := flag.String("out", "reading/lang/ends.model", "the model `file`")
	other := flag.Bool("other", false, "take other data than that of checksum.txt")
	folds := flag.Int("folds", 0, "instead of making the model, score the training data by learning from all but one part in this `number`, part by part")
	flag.Parse()
	if *data == "" {
		log.Print("trainends: no data; name its folder\nTry: make models DATA=../shared/data")
		os.Exit(2)
	}
	if err := run(*data, *out, *other, *folds); err != nil {
		log.Fatal("trainends: ", err)
	}
}

func run(data, out string, other bool, folds int) error {
	files, err := filepath.Glob(filepath.Join(data, "language/ud/gum/*.conllu"))
	if err != nil {
		return err
	}
	sum := sha256.New()
	read := func(name string) ([]byte, error) {
		text, err := os.ReadFile(name)
		fmt.Fprintf(sum, "%s %d\n", filepath.Base(name), len(text))
		sum.Write(text)
		return text, err
	}
	var train, held []text
	for i, name := range files {
		text, err := read(name)
		if err != nil {
			return err
		}
		if i%5 == 0 {
			held = append(held, treebank(text))
		} else {
			train = append(train, treebank(text))
		}
	}
	news, err := read(filepath.Join(data, "stories/train/ecbplus_t1-27.jsonl"))
	if err != nil {
		return err
	}
	articles, err := newsOf(news)
	if err != nil {
		return err
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != strings.TrimSpace(checksum) && !other {
		return fmt.Errorf("%s: the data has the checksum %s, not that of checksum.txt; take GUM and ECB+ as NOTICE names them, or say -other", data, got)
	}
	if folds > 1 {
		cross(train, articles, folds)
		return nil
	}
	m := learn(train, articles)
	for _, least := range []float64{0.5, 0.7, 0.9} {
		var c counts
		c.measure(m, held, least)
		log.Printf("held out, ends without a stop, from %.1f: %v", least, c)
	}
	model := m.Bytes()
	if old, err := os.ReadFile(out); err == nil && bytes.Equal(old, model) {
		log.Printf("%s: unchanged", out)
		return nil
	}
	return os.WriteFile(out, model, 0o644)
}
