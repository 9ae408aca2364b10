package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"coranto/sampledesk"
)

// makeFile is the script command "make KIND FILE": the files that a script
// cannot hold as text.
func makeFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: make KIND FILE")
	}
	page := []byte("<html><body><article><h1>A headline of some words</h1>" + strings.Repeat("<p>The council met on Monday and agreed on the terms that both sides had asked for.</p>\n", 30) + "</article></body></html>")
	var body []byte
	switch args[0] {
	case "empty":
	case "binary":
		body = bytes.Repeat([]byte{0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0xff, 0xfe, 0x00, 0x80}, 500)
	case "truncated.gz":
		whole := zip(page)
		body = whole[:len(whole)/2]
	case "bomb.gz":
		body = zip(append([]byte("<html><body><p>"), make([]byte, 300<<20)...))
	case "huge":
		body = append([]byte("<html><body>"), bytes.Repeat([]byte("<p>The council met on Monday and agreed on terms.</p>\n"), 200<<20/54)...)
	case "deep":
		body = []byte("<html><body>" + strings.Repeat("<div>", 100_000) + "<p>The council met on Monday.</p>")
	case "latin": // labelled UTF-8, written in Latin-1
		body = latin1("<html><head><meta charset=utf-8><title>Le préfet démissionne</title></head><body><article><h1>Le préfet démissionne</h1>" +
			strings.Repeat("<p>Les députés ont été prévenus par une lettre brève, et le préfet a quitté la séance après une heure de débat à huis clos.</p>", 6) + "</article></body></html>")
	case "invalid": // UTF-8 with one byte that is none
		body = bytes.ReplaceAll(page, []byte("The council"), []byte("“The council”"))
		body = bytes.Replace(body, []byte("on Monday"), []byte("in the ca\xfff on Monday"), 1)
	case "utf16":
		body = utf16("Council agrees on water terms for the valley\n\n" + strings.Repeat("The council of the two valleys met on Monday and agreed on the terms of the dam.\n\n", 5))
	default:
		ts.Fatalf("make: unknown kind %q", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), body, 0o600))
}

func latin1(s string) []byte {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r))
	}
	return b
}

func utf16(s string) []byte {
	b := []byte{0xff, 0xfe}
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return b
}

func zip(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// copySampleDesk is the script command "sample DIR": the sample desk as a
// folder of files.
func copySampleDesk(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: sample DIR")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[0]), sampledesk.Files))
}

// sameJSON is the script command "samejson FILE FILE [IGNORED-FIELD...]": two
// files of one JSON object a line that say the same but for the fields named.
func sameJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: samejson FILE FILE [FIELD...]")
	}
	var docs [2][]map[string]any
	for i := range docs {
		for line := range strings.Lines(ts.ReadFile(args[i])) {
			var d map[string]any
			ts.Check(json.Unmarshal([]byte(line), &d))
			for _, f := range args[2:] {
				delete(d, f)
			}
			docs[i] = append(docs[i], d)
		}
	}
	if diff := cmp.Diff(docs[0], docs[1]); diff != "" {
		fmt.Fprintln(ts.Stderr(), diff)
		ts.Fatalf("%s and %s differ", args[0], args[1])
	}
}
