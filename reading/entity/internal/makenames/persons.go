package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// american is one holder of federal office in the United States.
type american struct {
	first, middle, last, nick, official, suffix string
	offices                                     []string // title;from;to
	from                                        string   // of the latest term
}

// readCongress reads the two YAML files of one fixed plain layout: a record
// begins with "- id:", a term with "  - type:", the rest is "key: value".
func readCongress(folder string) ([]american, error) {
	var out []american
	for _, name := range []string{"executive.yaml", "legislators-current.yaml"} {
		got, err := readYAML(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		out = append(out, got...)
	}
	return out, nil
}

var office = map[string]string{"prez": "president", "viceprez": "vice president", "sen": "senator", "rep": "representative"}

func readYAML(path string) ([]american, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []american
	var section, title, from string
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		key, value, _ := strings.Cut(strings.TrimLeft(strings.TrimSpace(line), "- "), ":")
		value = strings.Trim(strings.TrimSpace(value), `'"`)
		if strings.HasPrefix(line, "- ") {
			out = append(out, american{})
			section = "id"
			continue
		}
		if len(out) == 0 {
			return nil, fmt.Errorf("%s:%d: no record begun", path, n)
		}
		if strings.HasPrefix(line, "  ") && line[2] != ' ' && line[2] != '-' {
			section = key
			continue
		}
		p := &out[len(out)-1]
		switch section {
		case "name":
			switch key {
			case "first":
				p.first = value
			case "middle":
				p.middle = value
			case "last":
				p.last = value
			case "nickname":
				p.nick = value
			case "suffix":
				p.suffix = value
			case "official_full":
				p.official = value
			}
		case "terms":
			switch key {
			case "type":
				title = office[value]
			case "start":
				from = value
			case "end":
				p.term(title, from, value)
			}
		}
	}
	return out, lines.Err()
}

// term adds a term, as one with that before it when nothing lies between.
func (p *american) term(title, from, to string) {
	p.from = from
	if n := len(p.offices); n > 0 {
		last := strings.Split(p.offices[n-1], ";")
		if last[0] == title && last[2][:4] == from[:4] {
			p.offices[n-1] = strings.Join([]string{title, last[1], to}, ";")
			return
		}
	}
	p.offices = append(p.offices, strings.Join([]string{title, from, to}, ";"))
}

func personRows(countries []country, profiles map[string]profile, americans []american) [][]string {
	rows := [][]string{{"name", "aliases", "offices"}}
	for _, c := range countries {
		if !c.independent {
			continue
		}
		for _, l := range profiles[c.fips].leaders {
			rows = append(rows, []string{l.name, list(slices.DeleteFunc(l.aliases, func(a string) bool { return a == l.name })...), strings.Join([]string{l.title, c.name, l.from, ""}, ";")})
		}
	}
	for _, p := range americans {
		if p.from < "1945" { // before the time that news speaks of by surname
			continue
		}
		name := p.first + " " + p.last
		if p.official != "" {
			name = strings.TrimSuffix(strings.TrimSuffix(p.official, " "+p.suffix), ",")
		}
		alias := []string{p.first + " " + p.last}
		if p.nick != "" {
			alias = append(alias, p.nick+" "+p.last)
		}
		if p.middle != "" {
			alias = append(alias, p.first+" "+p.middle+" "+p.last)
		}
		var offices []string
		for _, o := range p.offices {
			part := strings.Split(o, ";")
			offices = append(offices, strings.Join([]string{part[0], "United States", part[1], part[2]}, ";"))
		}
		rows = append(rows, []string{name, list(slices.DeleteFunc(alias, func(a string) bool { return a == name })...), strings.Join(offices, "|")})
	}
	return merged(rows)
}

// merged makes one row of the rows that share a name.
func merged(rows [][]string) [][]string {
	at := map[string]int{}
	out := rows[:1]
	for _, r := range rows[1:] {
		i, known := at[r[0]]
		if !known {
			at[r[0]] = len(out)
			out = append(out, r)
			continue
		}
		for col := 1; col < len(r); col++ {
			out[i][col] = list(append(strings.Split(out[i][col], "|"), strings.Split(r[col], "|")...)...)
		}
	}
	return out
}
