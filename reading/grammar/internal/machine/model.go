package machine

import (
	"bytes"
	"strings"
)

// Model is what reading needs: the tags and labels by number, and the three
// classifiers.
type Model struct {
	Tags, Labels             []string // a tag is "UPOS XPOS"
	Tagger, Parser, Labeller *Linear
}

// Rows is a classifier as its trainer has it, sorted by key.
type Rows []Row

const magic = "coranto grammar 1\n"

// AppendModel writes a model file.
func AppendModel(b []byte, tags, labels []string, tagger, parser, labeller Rows) []byte {
	b = append(b, magic...)
	b = append(b, strings.Join(tags, "\t")+"\n"...)
	b = append(b, strings.Join(labels, "\t")+"\n"...)
	b = appendLinear(b, len(tags), tagger)
	b = appendLinear(b, Transitions, parser)
	return appendLinear(b, len(labels), labeller)
}

// ReadModel reads a model file.
func ReadModel(b []byte) (*Model, error) {
	b, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return nil, errModel
	}
	m := &Model{}
	for _, list := range []*[]string{&m.Tags, &m.Labels} {
		line, rest, ok := bytes.Cut(b, []byte("\n"))
		if !ok {
			return nil, errModel
		}
		*list, b = strings.Split(string(line), "\t"), rest
	}
	var err error
	for _, l := range []struct {
		m       **Linear
		classes int
	}{{&m.Tagger, len(m.Tags)}, {&m.Parser, Transitions}, {&m.Labeller, len(m.Labels)}} {
		if *l.m, b, err = readLinear(b); err != nil || (*l.m).Classes != l.classes {
			return nil, errModel
		}
	}
	return m, nil
}
