package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"coranto/reading/entity/internal/tagger"
	"coranto/reading/internal/token"
)

// readRaw returns text without labels, in a fixed order: news (ECB+ topics 1 to
// 27) and The World Factbook.
func readRaw(src *sources) ([]string, error) {
	var out []string
	file, err := src.read("stories/train/ecbplus_t1-27.jsonl")
	if err != nil {
		return nil, err
	}
	for line := range bytes.Lines(file) {
		var a struct{ Title, Text string }
		if err := json.Unmarshal(line, &a); err != nil {
			return nil, err
		}
		out = append(out, a.Title+"\n\n"+a.Text)
	}
	paths, err := src.list("gazetteer/factbook/*/*.json")
	if err != nil {
		return nil, err
	}
	for _, p := range paths {
		if strings.Contains(p, "/meta/") {
			continue
		}
		file, err := src.read(p)
		if err != nil {
			return nil, err
		}
		var v any
		if err := json.Unmarshal(file, &v); err != nil {
			return nil, err
		}
		var text strings.Builder
		sentences(v, &text)
		out = append(out, text.String())
	}
	return out, nil
}

// sentences writes the longer texts of a JSON value.
func sentences(v any, to *strings.Builder) {
	switch v := v.(type) {
	case string:
		if len(v) > 60 {
			to.WriteString(tags.Replace(v) + "\n\n")
		}
	case []any:
		for _, x := range v {
			sentences(x, to)
		}
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			sentences(v[k], to)
		}
	}
}

var tags = strings.NewReplacer("<strong>", "", "</strong>", "", "<br>", "\n", "<p>", "\n", "</p>", "\n", "<em>", "", "</em>", "", "&nbsp;", " ", "&amp;", "&")

// spelling counts how a word is written inside sentences.
type spelling struct{ small, great int }

func spellings(texts []string) map[string]spelling {
	out := map[string]spelling{}
	for _, text := range texts {
		toks := token.Cut(text)
		for i, t := range toks {
			if t.Kind != token.Word || t.Shape == token.Upper || i == 0 || t.Line || toks[i-1].Kind == token.Mark {
				continue
			}
			w := strings.ToLower(t.In(text))
			s := out[w]
			if t.Shape == token.Lower {
				s.small++
			} else {
				s.great++
			}
			out[w] = s
		}
	}
	return out
}

// learnSpelling notes of each word whether it stands with a small letter or a
// capital as a rule.
func learnSpelling(words map[string]uint32, texts []string) {
	for w, s := range spellings(texts) {
		if s.small > s.great && s.small > 1 {
			words[w] |= tagger.Small
		} else if s.great > 2*s.small && s.great > 2 {
			words[w] |= tagger.Great
		}
	}
}
