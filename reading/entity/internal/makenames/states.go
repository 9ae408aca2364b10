package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// country is one row of country-codes.
type country struct {
	code, fips  string // ISO 3166-1 alpha-2; FIPS 10-4, by which the Factbook names its files
	name        string // English
	official    string
	independent bool
	names       []string // in other languages
}

// english holds the names by which the press calls states whose list names
// differ.
var english = map[string]string{
	"BA": "Bosnia and Herzegovina", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast",
	"CZ": "Czech Republic", "HK": "Hong Kong", "MK": "North Macedonia", "MM": "Myanmar", "MO": "Macau", "PS": "Palestine",
	"SZ": "Eswatini", "TR": "Turkey", "VA": "Vatican City", "AG": "Antigua and Barbuda", "KN": "Saint Kitts and Nevis",
	"LC": "Saint Lucia", "VC": "Saint Vincent and the Grenadines", "ST": "Sao Tome and Principe", "TT": "Trinidad and Tobago", "CV": "Cape Verde",
}

// acting holds states in all but recognition.
var acting = map[string]bool{"TW": true, "XK": true, "PS": true, "VA": true}

// tongues are the languages whose names for states are listed.
var tongues = []string{"ru", "uk", "bg", "sr", "el", "ar", "fa", "he", "hi", "zh", "zh-Hant", "ja", "ko", "th", "fr", "de", "es", "it", "nl", "pt", "pl", "tr", "sv"}

// misleading are names of states in one language that are everyday words or
// names in another of the same script.
var misleading = map[string]bool{"Island": true, "Indie": true, "Fas": true, "Man": true, "Kap": true, "Gine": true, "Katar": true, "Malawi": false, "Mali": false, "Paris": true, "Gana": true, "Granada": true, "Dominica": false}

func readCountries(folder string) ([]country, error) {
	f, err := os.Open(filepath.Join(folder, "data", "country-codes.csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	col := map[string]int{}
	for i, h := range rows[0] {
		col[h] = i
	}
	for _, want := range []string{"ISO3166-1-Alpha-2", "FIPS", "is_independent", "UNTERM English Formal", "UNTERM Arabic Short"} {
		if _, ok := col[want]; !ok {
			return nil, fmt.Errorf("%s: no column %q", f.Name(), want)
		}
	}
	var out []country
	for _, r := range rows[1:] {
		get := func(h string) string { return bare(r[col[h]]) }
		c := country{code: get("ISO3166-1-Alpha-2"), fips: strings.ToLower(get("FIPS")), official: get("UNTERM English Formal")}
		if len(c.code) != 2 {
			continue
		}
		c.independent = get("is_independent") == "Yes" || acting[c.code]
		c.name = english[c.code]
		if c.name == "" {
			c.name = cldr("en", c.code)
		}
		c.names = append(c.names, get("UNTERM English Short"), cldr("en", c.code))
		for _, lang := range []string{"French", "Spanish", "Russian", "Arabic", "Chinese"} {
			c.names = append(c.names, get("UNTERM "+lang+" Short"), get("UNTERM "+lang+" Formal"))
		}
		for _, lang := range tongues {
			c.names = append(c.names, cldr(lang, c.code))
		}
		c.names = slices.DeleteFunc(c.names, func(n string) bool {
			return n == c.name || n == c.official || misleading[n] || len([]rune(n)) < 2 || n[0] < 0x80 && (strings.ContainsAny(n, "()–[") || strings.Contains(n, " -"))
		})
		out = append(out, c)
	}
	if !slices.ContainsFunc(out, func(c country) bool { return c.code == "XK" }) {
		k := country{code: "XK", fips: "kv", name: "Kosovo", official: "Republic of Kosovo", independent: true}
		for _, lang := range tongues {
			k.names = append(k.names, cldr(lang, "XK"))
		}
		out = append(out, k)
	}
	return out, nil
}

func cldr(lang, code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return ""
	}
	namer := display.Regions(language.MustParse(lang))
	if namer == nil {
		return ""
	}
	return bare(namer.Name(region))
}

var (
	bracket = regexp.MustCompile(`\s*[(（\[][^)）\]]*[)）\]]`)
	article = regexp.MustCompile(`^(?i:the|le|la|les|el|los|las|l')\s+|^l['’]`)
	rider   = regexp.MustCompile(`\s*[;*].*$`)
)

// bare takes notes, brackets and a leading article off a name.
func bare(s string) string {
	s = rider.ReplaceAllString(bracket.ReplaceAllString(s, ""), "")
	return strings.TrimSpace(article.ReplaceAllString(strings.TrimSpace(s), ""))
}

func stateRows(countries []country, profiles map[string]profile) [][]string {
	rows := [][]string{{"name", "code", "official", "capital", "demonyms", "aliases"}}
	for _, c := range countries {
		if !c.independent {
			continue
		}
		p := profiles[c.fips]
		capital := p.capital
		if c.code == "BE" { // Brussels stands for the European Union as well
			capital = ""
		}
		rows = append(rows, []string{c.name, c.code, c.official, capital, list(p.demonyms...), list(c.names...)})
	}
	return rows
}

// regional are the states whose regions news names without saying where they
// lie; oblasts those whose regions are called Oblast.
var (
	regional = map[string]bool{"US": true, "CA": true, "AU": true, "DE": true, "IT": true, "ES": true, "GB": true, "IN": true, "CN": true, "IQ": true, "SY": true, "PK": true}
	oblasts  = map[string]bool{"RU": true, "UA": true}
	// namesakes of persons, capitals or everyday words
	namesakes = map[string]bool{"Washington": true, "Victoria": true, "State of Berlin": true, "The Marches": true, "La Rioja": true}
)

// readRegions returns first-level regions as rows of name, state and aliases.
func readRegions(folder string, countries []country) ([][]string, error) {
	raw, err := os.ReadFile(filepath.Join(folder, "admin1.json"))
	if err != nil {
		return nil, err
	}
	var all []struct{ Code, Name string }
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, fmt.Errorf("%s: %w", folder, err)
	}
	states := map[string]string{}
	for _, c := range countries {
		states[c.code] = c.name
	}
	var rows [][]string
	for _, r := range all {
		code, _, _ := strings.Cut(r.Code, ".")
		switch {
		case regional[code] && !namesakes[r.Name]:
			rows = append(rows, []string{r.Name, states[code], ""})
		case oblasts[code]:
			name, _, _ := strings.Cut(r.Name, " ")
			if strings.HasSuffix(strings.ToLower(r.Name), " oblast") || code == "UA" && name == r.Name && name != "Crimea" {
				rows = append(rows, []string{name + " Oblast", states[code], list(name+" Region", name+" region", name+" oblast")})
			}
		}
	}
	return rows, nil
}

func placeRows(countries []country, profiles map[string]profile, regions [][]string) [][]string {
	rows := append([][]string{{"name", "state", "aliases"}}, regions...)
	for _, c := range countries {
		p := profiles[c.fips]
		state := c.name
		if !c.independent {
			rows = append(rows, []string{c.name, "", list(c.names...)})
			state = ""
		}
		for _, t := range p.towns {
			if t != c.name && !misleading[t] {
				rows = append(rows, []string{t, state, ""})
			}
		}
	}
	return rows
}
