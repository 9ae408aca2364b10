package main

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"coranto/reading/lang"
	"coranto/reading/lang/internal/ends"
)

// text is a document: its sentences, and noun phrases of them, of which headings
// can be made.
type text struct {
	sentences []string
	phrases   [][]string
	tagged    []taggedWord
}

type taggedWord struct{ word, tag string }

// treebank reads a document in CoNLL-U.
func treebank(file []byte) (t text) {
	var rows [][]string
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		if s, ok := strings.CutPrefix(line, "# text = "); ok {
			t.sentences = append(t.sentences, s)
		}
		f := strings.Split(line, "\t")
		switch {
		case line == "":
			t.phrases = append(t.phrases, phrases(rows)...)
			rows = rows[:0]
		case len(f) == 10 && !strings.ContainsAny(f[0], "-."):
			rows = append(rows, f)
			t.tagged = append(t.tagged, taggedWord{f[1], f[4]})
		}
	}
	return t
}

// phrases returns the noun phrases of a sentence, of up to longestHeading words,
// without what stands before their adjectives.
func phrases(rows [][]string) (all [][]string) {
	heads := make([]int, len(rows))
	for i, f := range rows {
		n, _ := strconv.Atoi(f[6])
		heads[i] = n - 1
	}
	for i, f := range rows {
		if f[3] != "NOUN" && f[3] != "PROPN" {
			continue
		}
		from, to := i, i
		for k := range rows {
			h := k
			for range rows {
				if h == i || h < 0 {
					break
				}
				h = heads[h]
			}
			if h == i {
				from, to = min(from, k), max(to, k)
			}
		}
		for from < i && (rows[from][3] == "ADP" || rows[from][3] == "DET" || rows[from][3] == "PUNCT" || rows[from][3] == "PRON" || rows[from][3] == "CCONJ") {
			from++
		}
		for to > i && rows[to][3] == "PUNCT" {
			to--
		}
		if to-from >= longestHeading || to == i && from == i && len(rows[i][1]) < 4 {
			continue
		}
		all = append(all, words(rows[from:to+1]))
	}
	return all
}

const longestHeading = 9

// headline writes a sentence with capitals, now without the small words and now
// with them.
func headline(sentence string, random *rand.Rand) string {
	list := strings.Fields(strings.TrimRight(sentence, ".!?"))
	least := 1 + 3*random.IntN(2)
	for i, w := range list {
		if i == 0 || len(w) >= least {
			r, n := utf8.DecodeRuneInString(w)
			list[i] = string(unicode.ToUpper(r)) + w[n:]
		}
	}
	return strings.Join(list, " ")
}

const longestHeadline = 12

// words joins tokens where no blank stands between them.
func words(rows [][]string) (list []string) {
	glued := false
	for _, f := range rows {
		if glued {
			list[len(list)-1] += f[1]
		} else {
			list = append(list, f[1])
		}
		glued = strings.Contains(f[9], "SpaceAfter=No")
	}
	return list
}

// heading writes a phrase as headings are: with one capital, with many, or in
// capitals.
func heading(phrase []string, random *rand.Rand) string {
	list := slices.Clone(phrase)
	style := random.IntN(10)
	for i, w := range list {
		switch {
		case style == 0:
			list[i] = strings.ToUpper(w)
		case i == 0 || style < 4 && len(w) > 3:
			r, n := utf8.DecodeRuneInString(w)
			list[i] = string(unicode.ToUpper(r)) + w[n:]
		}
	}
	return strings.Join(list, " ")
}

// newsOf returns the sentences of articles of ECB+, the headline first, as our
// own rules cut them.
func newsOf(lines []byte) (articles []text, err error) {
	for line := range strings.Lines(string(lines)) {
		var a struct{ Title, Text string }
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			return nil, err
		}
		var list []string
		for _, part := range []string{a.Title, a.Text} {
			part = untokenised.Replace(part)
			for _, s := range lang.Stopped(part) {
				list = append(list, s.In(part))
			}
		}
		if len(list) > 1 {
			articles = append(articles, text{sentences: list})
		}
	}
	return articles, nil
}

var untokenised = strings.NewReplacer(" ,", ",", " .", ".", " :", ":", " ;", ";", " ?", "?", " !", "!", " '", "'", " n't", "n't", "`` ", "\"", " ''", "\"", "( ", "(", " )", ")", " %", "%", "$ ", "$", " - ", "-")

// document is a text that was joined of sentences.
type document struct {
	words *ends.Words
	end   []bool // a sentence ends behind the word
	made  []bool // whose stop was taken from it
}

// joined joins the sentences of a text by blanks.
func joined(sentences []string) document { return retold(text{sentences: sentences}, 0, nil) }

// retold joins the sentences by blanks. One in drop, at random, loses its full
// stop; before as many stands a heading made of one of the phrases. Neither
// happens where drop is 0.
func retold(t text, drop int, random *rand.Rand) document {
	var b strings.Builder
	at := map[int]bool{}
	add := func(s string, made bool) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s)
		at[b.Len()] = made
	}
	for _, s := range t.sentences {
		made := false
		if drop > 0 && random.IntN(drop) == 0 {
			s, made = strings.CutSuffix(s, ".")
		}
		if drop > 0 && len(t.phrases) > 0 && random.IntN(drop) == 0 {
			add(heading(t.phrases[random.IntN(len(t.phrases))], random), true)
		}
		if drop > 0 && strings.Count(s, " ") < longestHeadline && random.IntN(drop) == 0 {
			add(headline(s, random), true)
		}
		add(s, made)
	}
	d := document{words: ends.NewWords(b.String())}
	for i := range d.words.Len() {
		_, end := d.words.Span(i)
		made, ok := at[end]
		d.end, d.made = append(d.end, ok), append(d.made, made)
	}
	return d
}
