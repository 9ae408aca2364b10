package entity

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"coranto/reading/entity/internal/tagger"
)

// The lists made by internal/makenames from open data, and the one written by
// hand, in the format of any desk's names file, which adds to them and corrects
// them.
var (
	//go:embed builtin/states.tsv
	statesTSV string
	//go:embed builtin/persons.tsv
	personsTSV string
	//go:embed builtin/places.tsv
	placesTSV string
	//go:embed builtin/towns.tsv
	townsTSV string // capitals and great towns in other languages, compiled by us from general knowledge
	//go:embed builtin/demonyms.tsv
	demonymsTSV string // adjectives and people in other languages, compiled by us from general knowledge
	//go:embed builtin/names.toml
	namesTOML string
	//go:embed builtin/names.model
	namesModel []byte
)

// Builtin returns the built-in gazetteer, made on first use. It panics when an
// embedded list is malformed, which a test rules out.
func Builtin() *Names { return builtin() }

var builtin = sync.OnceValue(func() *Names {
	byHand, err := ParseNames(strings.NewReader(namesTOML), "builtin/names.toml")
	if err != nil {
		panic(err)
	}
	return fromLists().With(byHand)
})

func fromLists() *Names {
	var n Names
	table(statesTSV, "name code official capital demonyms aliases", func(f []string) {
		n.States = append(n.States, State{Name: f[0], Code: f[1], Official: f[2], Capital: f[3], Demonyms: parts(f[4]), Aliases: parts(f[5])})
	})
	table(personsTSV, "name aliases offices", func(f []string) {
		p := Person{Name: f[0], Aliases: parts(f[1])}
		for _, office := range parts(f[2]) {
			o := strings.SplitN(office+";;;", ";", 5)
			p.Offices = append(p.Offices, Office{Title: o[0], State: o[1], From: o[2], To: o[3]})
		}
		n.Persons = append(n.Persons, p)
	})
	place := func(f []string) { n.Places = append(n.Places, Place{Name: f[0], State: f[1], Aliases: parts(f[2])}) }
	table(placesTSV, "name state aliases", place)
	byName := map[string]*State{}
	for i := range n.States {
		byName[n.States[i].Name] = &n.States[i]
	}
	table(demonymsTSV, "name demonyms", func(f []string) {
		s := byName[f[0]]
		s.Demonyms = joined(s.Demonyms, "", parts(f[1]))
	})
	listed := n.Places
	n.Places = nil
	table(townsTSV, "name state aliases", place)
	n.Places = overlay(listed, n.Places)
	return &n
}

// table gives the rows of tab-separated text under the header it must have.
func table(text, header string, row func([]string)) {
	columns := strings.Fields(header)
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != len(columns) || i == 0 && strings.Join(f, " ") != header {
			panic(fmt.Sprintf("entity: list %q, line %d: want the columns %s", header, i+1, header))
		}
		if i > 0 {
			row(f)
		}
	}
}

// parts splits at bars; nil for "".
func parts(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// reader is the tagger made by internal/trainnames, read on first use.
var reader = sync.OnceValue(func() *tagger.Model {
	m, err := tagger.Parse(namesModel)
	if err != nil {
		panic(err)
	}
	return m
})
