package main

import (
	"bufio"
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto/reading/entity/internal/tagger"
)

// document is a text with its names.
type document struct {
	text  string
	names []name
}

// name is a stretch of bytes of a text.
type name struct {
	start, end int
	kind       tagger.Kind
}

var wikigoldKinds = map[string]tagger.Kind{"PER": tagger.Person, "ORG": tagger.Organisation, "LOC": tagger.Place, "MISC": tagger.Other}

// readWikigold reads one sentence a document: a word and its label a line.
func readWikigold(file []byte) ([]document, error) {
	var out []document
	var d document
	var open string
	flush := func() {
		if d.text != "" {
			out = append(out, d)
		}
		d, open = document{}, ""
	}
	lines := bufio.NewScanner(bytes.NewReader(file))
	for lines.Scan() {
		word, label, ok := strings.Cut(lines.Text(), " ")
		if word == "#" {
			continue
		}
		if !ok || strings.HasPrefix(word, "-DOCSTART-") {
			flush()
			continue
		}
		if d.text != "" {
			d.text += " "
		}
		start := len(d.text)
		d.text += word
		kind, in := wikigoldKinds[strings.TrimLeft(label, "BI-")]
		switch {
		case in && open == label && label[0] == 'I':
			d.names[len(d.names)-1].end = len(d.text)
		case in:
			d.names = append(d.names, name{start, len(d.text), kind})
		}
		open = label
	}
	flush()
	return out, lines.Err()
}

// piece is a word of a treebank with where it stands.
type piece struct {
	form, tag  string
	start, end int
}

// mention is an entity's mention: pieces [from, to) of a document.
type mention struct {
	from, to int
	kind     string
	heads    []int // pieces counted from 1 within the mention
	known    bool  // a page of Wikipedia is its
}

// readGUM reads one document from its CoNLL-U file, paragraphs on lines of their
// own, and its named mentions.
func readGUM(file []byte) (document, error) {
	var d document
	var text strings.Builder
	var words []piece
	var mentions []mention
	open := map[string][]mention{}
	gap := ""
	lines := bufio.NewScanner(bytes.NewReader(file))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "# newpar") && text.Len() > 0 {
			gap = "\n\n"
		}
		c := strings.Split(line, "\t")
		if len(c) != 10 || strings.ContainsAny(c[0], "-.") {
			continue
		}
		text.WriteString(gap)
		start := text.Len()
		text.WriteString(c[1])
		words = append(words, piece{c[1], c[3] + " " + c[4], start, text.Len()})
		gap = " "
		if strings.Contains(c[9], "SpaceAfter=No") {
			gap = ""
		}
		for _, field := range strings.Split(c[9], "|") {
			if value, ok := strings.CutPrefix(field, "Entity="); ok {
				mentions = follow(value, len(words)-1, open, mentions)
			}
		}
	}
	d.text = text.String()
	d.names = named(words, mentions)
	return d, lines.Err()
}

var bracket = regexp.MustCompile(`\((\d+)-(\w+)-([^()]*)(\))?|(\d+)\)`)

// follow reads the brackets of an Entity field that stands at word i.
func follow(value string, i int, open map[string][]mention, done []mention) []mention {
	for _, b := range bracket.FindAllStringSubmatch(value, -1) {
		id := b[1] + b[5]
		if b[1] != "" {
			// etype-infstat-salience-centering-minspan-link-identity
			f := strings.SplitN(b[3], "-", 6)
			m := mention{from: i, kind: b[2], known: len(f) == 6}
			if len(f) > 3 {
				for _, h := range strings.Split(f[3], ",") {
					if n, err := strconv.Atoi(h); err == nil {
						m.heads = append(m.heads, n)
					}
				}
			}
			open[id] = append(open[id], m)
		}
		if stack := open[id]; (b[4] != "" || b[5] != "") && len(stack) > 0 {
			m := stack[len(stack)-1]
			open[id] = stack[:len(stack)-1]
			m.to = i + 1
			done = append(done, m)
		}
	}
	return done
}

var gumKinds = map[string]tagger.Kind{
	"person": tagger.Person, "organization": tagger.Organisation, "place": tagger.Place,
	"event": tagger.Other, "object": tagger.Other, "abstract": tagger.Other, "animal": tagger.Other, "substance": tagger.Other, "plant": tagger.Other,
}

// named returns the names within the mentions: around a head that is a proper
// noun, the words that belong to its name, without articles and titles. Of
// mentions one within the other the outer name stands.
func named(words []piece, mentions []mention) []name {
	var out []name
	slices.SortStableFunc(mentions, func(a, b mention) int { return (b.to - b.from) - (a.to - a.from) })
	taken := make([]bool, len(words))
	for _, m := range mentions {
		kind, ok := gumKinds[m.kind]
		if !ok || len(m.heads) == 0 {
			continue
		}
		head := m.from + m.heads[0] - 1
		if head >= m.to || !proper(words[head]) {
			continue
		}
		if strings.HasSuffix(words[head].tag, "NNPS") && kind == tagger.Person {
			kind = tagger.Other
		}
		from, to := head, head+1
		for to < m.to && part(words, to, m.to) {
			to++
		}
		for to > head+1 && !proper(words[to-1]) && !numeral(words[to-1]) {
			to--
		}
		for from > m.from && before(words, from-1, m.from) {
			from--
		}
		for from < head && !capital(words[from].form) && !numeral(words[from]) {
			from++
		}
		for from < to-1 && kind == tagger.Person && title(words[from].form) {
			from++
		}
		if slices.Contains(taken[from:to], true) {
			continue
		}
		for k := from; k < to; k++ {
			taken[k] = true
		}
		out = append(out, name{words[from].start, words[to-1].end, kind})
	}
	slices.SortFunc(out, func(a, b name) int { return a.start - b.start })
	return out
}

func proper(w piece) bool { return strings.HasPrefix(w.tag, "PROPN") }

func numeral(w piece) bool { return strings.HasPrefix(w.tag, "NUM") }

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// part tells whether word k goes on with a name that ends before it.
func part(words []piece, k, end int) bool {
	w := words[k]
	if proper(w) || numeral(w) && words[k-1].form != "," {
		return true
	}
	switch w.form {
	case "of", "the", "and", "&", "-", "for", "'s", "’s", ".":
		return k+1 < end && part(words, k+1, end)
	}
	return capital(w.form)
}

func before(words []piece, k, start int) bool {
	w := words[k]
	if proper(w) || capital(w.form) && !strings.HasPrefix(w.tag, "DET") && !strings.HasPrefix(w.tag, "PRON") && !strings.HasPrefix(w.tag, "ADP") {
		return true
	}
	switch w.form {
	case "-", "&", "of", "and", "'s", "’s":
		return k > start && before(words, k-1, start)
	}
	return false
}

var titles = map[string]bool{}

func init() {
	for _, t := range strings.Fields(`mr mrs ms miss dr prof professor president minister secretary senator governor mayor chancellor king queen prince princess sir lord lady general colonel captain lieutenant
		sergeant judge justice pope cardinal bishop rabbi imam sheikh director chairman chief detective officer deputy vice prime foreign state defense congressman congresswoman representative ambassador st`) {
		titles[t] = true
	}
	delete(titles, "st")
	delete(titles, "state")
}

func title(s string) bool { return titles[strings.ToLower(strings.Trim(s, "."))] }

// corpora are the labelled documents; those held out are scored, not learned
// from: every fifth of GUM's by name, the last fifth of wikigold's sentences.
type corpora struct {
	gum, gumHeld, wiki, wikiHeld []document
}

func readCorpora(src *sources) (c corpora, err error) {
	paths, err := src.list("language/ud/gum/*.conllu")
	if err != nil {
		return c, err
	}
	for i, p := range paths {
		file, err := src.read(p)
		if err != nil {
			return c, err
		}
		d, err := readGUM(file)
		if err != nil {
			return c, err
		}
		if i%5 == 0 {
			c.gumHeld = append(c.gumHeld, d)
		} else {
			c.gum = append(c.gum, d)
		}
	}
	file, err := src.read("language/ner/wikigold/CONLL-format/data/wikigold.conll.txt")
	if err != nil {
		return c, err
	}
	wiki, err := readWikigold(file)
	cut := len(wiki) * 4 / 5
	c.wiki, c.wikiHeld = wiki[:cut:cut], wiki[cut:]
	return c, err
}
