// Command stories writes invented streams of news with their known stories, and
// measures how the desk decides on them as they grow.
//
//	go run ./stories -n 10000 [-seed 1] [-clean] -out DIR   DIR/articles.jsonl, DIR/truth.jsonl
//	go run ./stories -n 100000 -measure                     time, memory and BCubed as the stream grows
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"coranto/bench/stories/stream"
)

func main() {
	n := flag.Int("n", 10_000, "how many articles")
	out := flag.String("out", "", "write articles.jsonl and truth.jsonl into this `folder`")
	measured := flag.Bool("measure", false, "let the desk decide on them, and print what that takes")
	var o stream.Options
	flag.Uint64Var(&o.Seed, "seed", 1, "another seed, another stream")
	flag.IntVar(&o.PerDay, "events", 60, "events that begin in a day")
	flag.BoolVar(&o.Clean, "clean", false, "without noise")
	flag.Parse()
	if err := run(*n, *out, *measured, o); err != nil {
		fmt.Fprintf(os.Stderr, "stories: %v\n", err)
		os.Exit(1)
	}
}

func run(n int, out string, measured bool, o stream.Options) error {
	if out == "" && !measured {
		return errors.New("nothing to do; name a folder with -out DIR, or say -measure")
	}
	if out != "" {
		if err := write(n, out, o); err != nil {
			return err
		}
	}
	if measured {
		return measure(os.Stdout, n, o)
	}
	return nil
}

func write(n int, dir string, o stream.Options) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var files [2]*os.File
	var into [2]*json.Encoder
	var buffers [2]*bufio.Writer
	for i, name := range [2]string{"articles.jsonl", "truth.jsonl"} {
		if files[i], err = os.Create(filepath.Join(dir, name)); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, buffers[i].Flush(), files[i].Close()) }()
		buffers[i] = bufio.NewWriter(files[i])
		into[i] = json.NewEncoder(buffers[i])
	}
	for it := range stream.New(o) {
		if n--; n < 0 {
			break
		}
		if err := errors.Join(into[0].Encode(it.Article), into[1].Encode(it.Truth)); err != nil {
			return err
		}
	}
	return nil
}
