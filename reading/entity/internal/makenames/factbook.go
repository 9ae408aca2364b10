package main

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// profile is what a Factbook country page gives.
type profile struct {
	capital  string
	demonyms []string
	towns    []string
	leaders  []leader
}

type leader struct {
	title, name, from string
	aliases           []string
}

type text struct{ Text string }

type page struct {
	Government struct {
		Capital struct {
			Name text
		}
		Executive struct {
			State      text `json:"chief of state"`
			Government text `json:"head of government"`
		} `json:"Executive branch"`
	}
	People struct {
		Nationality struct{ Noun, Adjective text }
		Towns       text `json:"Major urban areas - population"`
	} `json:"People and Society"`
}

func readFactbook(folder string) (map[string]profile, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*", "??.json"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no country pages", folder)
	}
	out := map[string]profile{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var p page
		if err := json.Unmarshal(raw, &p); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		fips := strings.TrimSuffix(filepath.Base(f), ".json")
		out[fips] = profile{
			capital:  capitalOf(clean(p.Government.Capital.Name.Text)),
			demonyms: demonymsOf(clean(p.People.Nationality.Noun.Text), clean(p.People.Nationality.Adjective.Text)),
			towns:    townsOf(clean(p.People.Towns.Text)),
			leaders:  slices.Concat(leadersOf(p.Government.Executive.State.Text, "head of state"), leadersOf(p.Government.Executive.Government.Text, "head of government")),
		}
	}
	return out, nil
}

var tag = regexp.MustCompile(`<[^>]*>`)

func clean(s string) string {
	return strings.TrimSpace(html.UnescapeString(tag.ReplaceAllString(s, "")))
}

func capitalOf(s string) string {
	s, _, _ = strings.Cut(s, ";")
	s, _, _ = strings.Cut(bracket.ReplaceAllString(s, ""), " note")
	s = strings.TrimSpace(s)
	if len(s) > 30 || strings.Contains(s, " and ") {
		return ""
	}
	return s
}

// demonymsOf reads "Briton(s), British (collective plural)" and "Saudi or Saudi
// Arabian".
func demonymsOf(noun, adjective string) []string {
	var out []string
	add := func(s string) {
		s = strings.TrimSpace(s)
		if s != "" && unicode.IsUpper([]rune(s)[0]) && len(s) < 30 && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	split := regexp.MustCompile(`,|;| or | and |/`)
	for _, part := range split.Split(adjective, -1) {
		add(bracket.ReplaceAllString(part, ""))
	}
	for _, part := range split.Split(noun, -1) {
		part = strings.TrimSpace(part)
		word, ending, _ := strings.Cut(part, "(")
		ending, _, _ = strings.Cut(ending, ")")
		add(word)
		switch {
		case ending == "s" || ending == "es":
			add(word + ending)
		case (ending == "men" || ending == "women") && strings.HasSuffix(word, strings.Replace(ending, "e", "a", 1)):
			add(strings.TrimSuffix(word, strings.Replace(ending, "e", "a", 1)) + ending)
		}
	}
	return out
}

var million = regexp.MustCompile(`[\d.,]+ (?:million )?([^,(\d]+?)\s*(?:\(|,|$)`)

// townsOf reads "12.680 million MOSCOW (capital), 5.561 million Saint Petersburg".
func townsOf(s string) []string {
	var out []string
	for _, m := range million.FindAllStringSubmatch(s, -1) {
		name := m[1]
		if strings.ContainsAny(name, "/-") || len(name) < 4 {
			continue
		}
		if strings.ToUpper(name) == name {
			name = titled(name)
		}
		out = append(out, name)
	}
	return out
}

func titled(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r := []rune(w)
		up := true
		for j := range r {
			if up {
				r[j] = unicode.ToUpper(r[j])
			}
			up = r[j] == '-' || r[j] == '\'' && j == 1
		}
		words[i] = string(r)
		if i > 0 && (w == "de" || w == "of" || w == "la" || w == "es") {
			words[i] = w
		}
	}
	return strings.Join(words, " ")
}

var (
	since  = regexp.MustCompile(`\((?:[^()]*?since )?([^();]*)[^()]*\)`)
	titles = regexp.MustCompile(`^(?:(?i:acting|interim|caretaker|transitional|supreme|prime|vice|deputy|first|president|minister|premier|chancellor|king|queen|emperor|sultan|amir|emir|prince|grand|duke|pope|leader|chairperson|chairman|governor|general|captain|captains|regent|taliban|state|co-vice|the|of|council|presidency|ministers|cabinet|executive|federal|and|affairs|commission|gen\.|dr\.|sr\.|col\.|lt\.|sir|dame|head|government|ruler|taoiseach)\s+)+`)
)

// leadersOf reads "President Vladimir Vladimirovich PUTIN (since 7 May 2012)".
// Capitals mark the name by which a person is called.
func leadersOf(s, fallback string) []leader {
	s = clean(s)
	s, _, _ = strings.Cut(s, ";")
	var from string
	if m := since.FindStringSubmatch(s); m != nil {
		from = dateOf(m[1])
	}
	s = bracket.ReplaceAllString(s, "")
	s, _, _ = strings.Cut(s, ",")
	title := strings.TrimSpace(titles.FindString(s + " "))
	name := strings.TrimSpace(strings.TrimPrefix(s, title))
	if title == "" {
		title = fallback
	}
	called, full := personName(name)
	if called == "" {
		return nil
	}
	return []leader{{title: strings.ToLower(title), name: called, from: from, aliases: []string{full}}}
}

func dateOf(s string) string {
	for _, form := range []string{"2 January 2006", "2 Jan 2006", "January 2006", "2006"} {
		if t, err := time.Parse(form, strings.TrimSpace(s)); err == nil {
			return map[string]string{"2 January 2006": t.Format("2006-01-02"), "2 Jan 2006": t.Format("2006-01-02"), "January 2006": t.Format("2006-01"), "2006": t.Format("2006")}[form]
		}
	}
	return ""
}

// personName turns "Vladimir Vladimirovich PUTIN" into "Vladimir Putin" and the
// whole name. Where capitals stand first ("XI Jinping") or in the middle ("LULA
// da Silva") the order is kept. "" when it is no name.
func personName(s string) (called, full string) {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 {
		return "", ""
	}
	isCap := func(w string) bool {
		return len([]rune(w)) > 1 && strings.ToUpper(w) == w && !strings.HasSuffix(w, ".")
	}
	numeral := regexp.MustCompile(`^[IVX]+\.?$`)
	first := slices.IndexFunc(words, isCap)
	if first < 0 || numeral.MatchString(words[first]) {
		return "", ""
	}
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w
		if isCap(w) && !numeral.MatchString(w) || strings.ContainsFunc(w, func(r rune) bool { return r == '-' }) && strings.ToUpper(w[strings.Index(w, "-"):]) == w[strings.Index(w, "-"):] {
			out[i] = titled(w)
		}
	}
	full = strings.Join(out, " ")
	rest := out[first:]
	tailCap := !slices.ContainsFunc(words[first:], func(w string) bool { return !isCap(w) })
	if first >= 2 && tailCap {
		return out[0] + " " + strings.Join(rest, " "), full
	}
	if len(out) == 1 {
		return "", ""
	}
	return full, full
}
