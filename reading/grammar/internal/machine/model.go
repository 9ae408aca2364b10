package machine

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// Model is what reading needs: the tags and labels by number, the words that
// have always the same tag, and the three classifiers.
type Model struct {
	sure             map[uint64]uint8
	Tags, Labels     []string // a tag is "UPOS XPOS"
	Tagger, Labeller *Linear
	Parser           *Moves
}

// Rows is a classifier as its trainer has it, sorted by key.
type Rows []Row

const magic = "coranto grammar 2\n"

// AppendModel writes a model file. sure lists words that have always the same tag,
// each followed by its tag's number.
func AppendModel(b []byte, tags, labels, sure []string, tagger, parser, labeller Rows) []byte {
	b = append(b, magic...)
	b = append(b, strings.Join(tags, "\t")+"\n"...)
	b = append(b, strings.Join(labels, "\t")+"\n"...)
	b = append(b, strings.Join(sure, "\t")+"\n"...)
	b = appendRows(b, len(tags), tagger)
	b = appendRows(b, Transitions, parser)
	return appendRows(b, len(labels), labeller)
}

// ReadModel reads a model file.
func ReadModel(b []byte) (*Model, error) {
	b, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return nil, errModel
	}
	m := &Model{sure: map[uint64]uint8{}}
	var sure []string
	for _, list := range []*[]string{&m.Tags, &m.Labels, &sure} {
		line, rest, ok := bytes.Cut(b, []byte("\n"))
		if !ok {
			return nil, errModel
		}
		*list, b = strings.Split(string(line), "\t"), rest
	}
	for pair := range slices.Chunk(sure, 2) {
		tag, err := strconv.ParseUint(pair[len(pair)-1], 10, 8)
		if err != nil || int(tag) >= len(m.Tags) {
			return nil, errModel
		}
		f := look(pair[0], false)
		m.sure[f.written()] = uint8(tag)
	}
	linear := func(to **Linear, classes int) func(int) {
		return func(rows int) { *to = sized(classes, rows) }
	}
	b, err := readRows(b, len(m.Tags), linear(&m.Tagger, len(m.Tags)), func(r Row) { m.Tagger.put(r) })
	if err != nil {
		return nil, err
	}
	moves := newFiller()
	if b, err = readRows(b, Transitions, func(int) {}, moves.put); err != nil {
		return nil, err
	}
	m.Parser = moves.Moves
	if _, err = readRows(b, len(m.Labels), linear(&m.Labeller, len(m.Labels)), func(r Row) { m.Labeller.put(r) }); err != nil {
		return nil, err
	}
	return m, nil
}
