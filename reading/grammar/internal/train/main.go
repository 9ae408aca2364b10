// Command train makes the model of the room grammar from the treebank GUM.
//
//	go run ./reading/grammar/internal/train -data DIR
//
// DIR holds language/ud/gum/*.conllu. Every fifth document in name order, from
// the first, is held out and scored. The same data gives the same bytes; data
// other than that of checksum.txt is refused, unless -other is given.
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

	"coranto/reading/grammar/internal/machine"
)

//go:embed checksum.txt
var checksum string

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "`folder` of the labelled data")
	out := flag.String("out", "reading/grammar/model.bin", "the model `file`")
	other := flag.Bool("other", false, "take other data than that of checksum.txt")
	flag.Parse()
	if *data == "" {
		log.Print("train: no data; name its folder\nTry: make models DATA=../shared/data")
		os.Exit(2)
	}
	if err := run(*data, *out, *other); err != nil {
		log.Fatal("train: ", err)
	}
}

func run(data, out string, other bool) error {
	files, err := filepath.Glob(filepath.Join(data, "language/ud/gum/*.conllu"))
	if err != nil {
		return err
	}
	sum := sha256.New()
	var train, held []sentence
	for i, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s %d\n", filepath.Base(name), len(text))
		sum.Write(text)
		if i%5 == 0 {
			held = append(held, treebank(text)...)
		} else {
			train = append(train, treebank(text)...)
		}
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != strings.TrimSpace(checksum) && !other {
		return fmt.Errorf("%s: the %d documents of GUM have the checksum %s, not that of checksum.txt; take GUM as NOTICE names it, or say -other", data, len(files), got)
	}
	model := learn(train)
	m, err := machine.ReadModel(model)
	if err != nil {
		return err
	}
	log.Printf("%d sentences learned, %d held out; %s", len(train), len(held), score(m, held))
	if old, err := os.ReadFile(out); err == nil && bytes.Equal(old, model) {
		log.Printf("%s: unchanged", out)
		return nil
	}
	return os.WriteFile(out, model, 0o644)
}
