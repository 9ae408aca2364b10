// Makenames makes the built-in lists of reading/entity from open data:
//
//	go run ./reading/entity/internal/makenames -data DIR
//
// DIR holds one folder for each source:
//
//	country-codes  names, codes and independence of states (Public Domain Dedication and License)
//	factbook       The World Factbook as JSON: capitals, towns, demonyms, chiefs of state and of government (public domain)
//	cities         first-level regions, from GeoNames (CC BY 4.0)
//	us-congress    presidents, vice presidents and members of Congress of the United States (CC0)
//
// Names of states in further languages come from CLDR through
// golang.org/x/text. The same data give the same bytes. What no list knows, or
// knows wrongly, stands in builtin/names.toml, which is written by hand.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	data := flag.String("data", "", "folder with the sources")
	out := flag.String("out", "reading/entity/builtin", "folder to write to")
	flag.Parse()
	if *data == "" {
		fmt.Fprintln(os.Stderr, "makenames: no data folder given\nTry: go run ./reading/entity/internal/makenames -data DIR")
		os.Exit(2)
	}
	if err := run(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "makenames:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	countries, err := readCountries(filepath.Join(data, "country-codes"))
	if err != nil {
		return err
	}
	profiles, err := readFactbook(filepath.Join(data, "factbook"))
	if err != nil {
		return err
	}
	americans, err := readCongress(filepath.Join(data, "us-congress"))
	if err != nil {
		return err
	}
	regions, err := readRegions(filepath.Join(data, "cities"), countries)
	if err != nil {
		return err
	}
	if err := write(out, "states.tsv", stateRows(countries, profiles)); err != nil {
		return err
	}
	if err := write(out, "places.tsv", placeRows(countries, profiles, regions)); err != nil {
		return err
	}
	return write(out, "persons.tsv", personRows(countries, profiles, americans))
}

// write puts rows, sorted and without repetition, under their header.
func write(folder, name string, rows [][]string) error {
	header, rows := rows[0], rows[1:]
	lines := make([]string, 0, len(rows))
	for _, r := range rows {
		for i := range r {
			r[i] = strings.Join(strings.Fields(r[i]), " ")
		}
		lines = append(lines, strings.Join(r, "\t"))
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	text := strings.Join(header, "\t") + "\n" + strings.Join(lines, "\n") + "\n"
	return os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644)
}

// list joins what is not empty, in order and once, with bars.
func list(items ...string) string {
	var kept []string
	for _, s := range items {
		s = strings.TrimSpace(s)
		if s != "" && !slices.Contains(kept, s) {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, "|")
}
