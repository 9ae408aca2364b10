package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"coranto"
	"coranto/reading/split"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

func read(f string) []byte {
	b, err := os.ReadFile(f)
	if err != nil {
		panic(err)
	}
	if strings.HasSuffix(f, ".gz") {
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			panic(err)
		}
		b, _ = io.ReadAll(z)
	}
	return b
}

var inl = map[atom.Atom]bool{atom.A: true, atom.B: true, atom.Strong: true, atom.Em: true, atom.I: true, atom.Time: true, atom.Img: true, atom.Span: true, atom.Sup: true, atom.Sub: true, atom.Small: true, atom.U: true, atom.Font: true, atom.Mark: true, atom.Abbr: true, atom.Q: true, atom.Cite: true, atom.Code: true, atom.Label: true}

func dump(body []byte) string {
	r, err := charset.NewReader(bytes.NewReader(body), "text/html")
	if err != nil {
		return ""
	}
	doc, err := html.Parse(r)
	if err != nil {
		return ""
	}
	var out, line strings.Builder
	blank := false
	flush := func(para bool) {
		t := strings.Join(strings.Fields(line.String()), " ")
		line.Reset()
		if t == "" {
			return
		}
		if blank {
			out.WriteString("\n")
		}
		out.WriteString(t + "\n")
		blank = para
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			line.WriteString(n.Data)
			return
		}
		switch n.DataAtom {
		case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Select, atom.Textarea, atom.Input, atom.Dialog:
			return
		case atom.Br:
			flush(false)
			return
		}
		for _, a := range n.Attr {
			if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
				return
			}
		}
		block := n.Type == html.ElementNode && !inl[n.DataAtom]
		p := n.DataAtom == atom.P || n.DataAtom == atom.H1 || n.DataAtom == atom.H2 || n.DataAtom == atom.H3
		if block {
			flush(p)
		}
		if n.DataAtom == atom.Li {
			line.WriteString("• ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			flush(p)
		}
	}
	walk(doc)
	flush(false)
	return out.String()
}

func main() {
	data := "/work/shared/data/pages"
	aeb, _ := filepath.Glob(data + "/aeb/html/*.html.gz")
	fundus, _ := filepath.Glob(data + "/fundus/html/*/*.html.gz")
	if os.Args[1] == "gen" {
		for _, f := range append(aeb, fundus...) {
			rel, _ := filepath.Rel(data, f)
			name := "/tmp/splitpages/d/" + strings.ReplaceAll(rel, "/", "~") + ".txt"
			os.MkdirAll(filepath.Dir(name), 0o755)
			os.WriteFile(name, []byte(dump(read(f))), 0o644)
		}
		return
	}
	var gold map[string]struct{ URL string }
	json.Unmarshal(read(data+"/fundus/gold.json"), &gold)
	var files []string
	for _, a := range os.Args[2:] {
		switch a {
		case "aeb":
			files = append(files, aeb...)
		case "fundus":
			files = append(files, fundus...)
		case "samples":
			g, _ := filepath.Glob("/work/shared/samples/*.txt")
			files = append(files, g...)
		default:
			g, _ := filepath.Glob(a)
			slices.Sort(g)
			files = append(files, g...)
		}
	}
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	var took time.Duration
	n := 0
	for _, f := range files {
		b := read(f)
		p := coranto.Page{Name: f, Body: b, Form: coranto.HTML}
		if strings.HasSuffix(f, ".txt") {
			p.Form = coranto.Dump
		}
		if rel, err := filepath.Rel(data+"/fundus/html", f); err == nil {
			p.URL = gold[rel].URL
		}
		start := time.Now()
		arts, err := split.Split(p, split.Options{})
		took += time.Since(start)
		n++
		if err != nil {
			fmt.Printf("{\"page\":%q,\"err\":%q}\n", f, err)
		}
		for _, a := range arts {
			enc.Encode(a)
		}
	}
	fmt.Fprintf(os.Stderr, "%d pages, %.0f/s\n", n, float64(n)/took.Seconds())
}
