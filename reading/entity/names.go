// Package entity finds the persons, organisations, states and places that an
// article names, each under one canonical name, with every mention of it. What
// it knows stands in a gazetteer, Names: built-in lists, to which a desk's own
// names file adds and which it corrects. Persons whom no list knows are found
// by their titles, by what they are said to say, and by being named again.
package entity

import (
	"slices"
	"strings"
	"sync"

	"coranto"
)

// Names is a gazetteer. It does not change once made and may be used by many at
// once.
type Names struct {
	States        []State        `toml:"state"`
	Organisations []Organisation `toml:"organisation"`
	Persons       []Person       `toml:"person"`
	Places        []Place        `toml:"place"`
	Publishers    []Publisher    `toml:"publisher"`

	once  sync.Once
	built *index

	owning sync.Once
	owned  map[string]string // see StateOf
}

// State is a state. All fields but Name may be empty: unknown.
type State struct {
	Name     string            `toml:"name"`
	Code     string            `toml:"code"` // ISO 3166-1 alpha-2, or a desk's own
	Official string            `toml:"official"`
	Aliases  []string          `toml:"aliases"`
	Demonyms []string          `toml:"demonyms"` // adjectives and people
	Capital  string            `toml:"capital"`
	StandIns []string          `toml:"stand_ins"` // towns that may stand for the government
	Names    map[string]string `toml:"names"`     // by BCP 47 language
}

// Organisation is a body with a name of its own.
type Organisation struct {
	Name    string   `toml:"name"`
	Aliases []string `toml:"aliases"`
	State   string   `toml:"state"` // whose it is, if anybody's
	Kind    string   `toml:"kind"`  // ministry, alliance, agency ...
}

// Person is a person with the offices held, as far as known.
type Person struct {
	Name    string   `toml:"name"`
	Aliases []string `toml:"aliases"` // other spellings and scripts
	Offices []Office `toml:"offices"`
}

// Office is held from one date to another; an empty date is unknown, not now.
type Office struct {
	Title string `toml:"title"`
	State string `toml:"state"`
	From  string `toml:"from"`
	To    string `toml:"to"`
}

// Place is ground: a town, a region, a sea.
type Place struct {
	Name    string   `toml:"name"`
	Aliases []string `toml:"aliases"`
	State   string   `toml:"state"`
}

// Publisher says what is known of who prints.
type Publisher struct {
	Name       string   `toml:"name"`
	Aliases    []string `toml:"aliases"`
	Domain     string   `toml:"domain"`
	Country    string   `toml:"country"`
	Kind       string   `toml:"kind"`
	Owner      string   `toml:"owner"`
	StateOwned string   `toml:"state_owned"`
}

// With returns a gazetteer in which more adds to n and corrects it: an entry
// whose name, or one of whose aliases, is the name of an entry in n takes that
// entry's place and keeps of it what it does not say itself. Lists are joined,
// offices replaced. Where one alias means several things, more's come first.
func (n *Names) With(more *Names) *Names {
	if more == nil {
		return n
	}
	if n == nil {
		return more
	}
	return &Names{
		States:        overlay(n.States, more.States),
		Organisations: overlay(n.Organisations, more.Organisations),
		Persons:       overlay(n.Persons, more.Persons),
		Places:        overlay(n.Places, more.Places),
		Publishers:    overlay(n.Publishers, more.Publishers),
	}
}

// entry is what overlay needs to know of a noun.
type entry[T any] interface {
	title() string
	others() []string
	over(T) T
}

// overlay puts new entries before old ones and joins those that are the same.
func overlay[T entry[T]](old, add []T) []T {
	at := make(map[string]int, len(old))
	for i, e := range old {
		if _, ok := at[e.title()]; !ok {
			at[e.title()] = i
		}
	}
	gone := make([]bool, len(old))
	out := make([]T, 0, len(old)+len(add))
	for _, e := range add {
		for _, name := range append([]string{e.title()}, e.others()...) {
			if i, ok := at[name]; ok && !gone[i] {
				gone[i] = true
				e = e.over(old[i])
			}
		}
		out = append(out, e)
	}
	for i, e := range old {
		if !gone[i] {
			out = append(out, e)
		}
	}
	return out
}

func (s State) title() string        { return s.Name }
func (o Organisation) title() string { return o.Name }
func (p Person) title() string       { return p.Name }
func (p Place) title() string        { return p.Name }
func (p Publisher) title() string    { return p.Name }

func (s State) others() []string        { return s.Aliases }
func (o Organisation) others() []string { return o.Aliases }
func (p Person) others() []string       { return p.Aliases }
func (p Place) others() []string        { return p.Aliases }
func (p Publisher) others() []string    { return p.Aliases }

func (s State) over(old State) State {
	s.Aliases = joined(s.Aliases, old.Name, old.Aliases)
	s.Demonyms = joined(s.Demonyms, "", old.Demonyms)
	s.StandIns = joined(s.StandIns, "", old.StandIns)
	s.Code, s.Official, s.Capital = or(s.Code, old.Code), or(s.Official, old.Official), or(s.Capital, old.Capital)
	names := map[string]string{}
	for lang, name := range old.Names {
		names[lang] = name
	}
	for lang, name := range s.Names {
		names[lang] = name
	}
	s.Names = names
	return s
}

func (o Organisation) over(old Organisation) Organisation {
	o.Aliases = joined(o.Aliases, old.Name, old.Aliases)
	o.State, o.Kind = or(o.State, old.State), or(o.Kind, old.Kind)
	return o
}

func (p Person) over(old Person) Person {
	p.Aliases = joined(p.Aliases, old.Name, old.Aliases)
	if len(p.Offices) == 0 {
		p.Offices = old.Offices
	}
	return p
}

func (p Place) over(old Place) Place {
	p.Aliases = joined(p.Aliases, old.Name, old.Aliases)
	p.State = or(p.State, old.State)
	return p
}

func (p Publisher) over(old Publisher) Publisher {
	p.Aliases = joined(p.Aliases, old.Name, old.Aliases)
	p.Domain, p.Country, p.Kind = or(p.Domain, old.Domain), or(p.Country, old.Country), or(p.Kind, old.Kind)
	p.Owner, p.StateOwned = or(p.Owner, old.Owner), or(p.StateOwned, old.StateOwned)
	return p
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func joined(a []string, name string, b []string) []string {
	out := slices.Clone(a)
	for _, s := range append([]string{name}, b...) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Publisher returns what is known of the publisher with this domain (or one
// that is a part of it: "edition.cnn.com" is cnn.com's) or, failing that, this
// name. What is not known is "unknown"; false when nothing is.
func (n *Names) Publisher(name, domain string) (coranto.Publisher, bool) {
	if n == nil {
		return coranto.Publisher{}, false
	}
	ix := n.index()
	host := strings.TrimPrefix(strings.ToLower(strings.TrimSuffix(domain, ".")), "www.")
	for d := host; d != ""; {
		if i, ok := ix.domains[d]; ok {
			return n.Publishers[i].known(host), true
		}
		_, d, _ = strings.Cut(d, ".")
	}
	if i, ok := ix.printers[strings.ToLower(strings.TrimSpace(name))]; ok {
		return n.Publishers[i].known(host), true
	}
	return coranto.Publisher{}, false
}

func (p Publisher) known(host string) coranto.Publisher {
	return coranto.Publisher{Name: p.Name, Domain: or(p.Domain, host), Country: or(p.Country, "unknown"), Kind: or(p.Kind, "unknown"),
		Owner: or(p.Owner, "unknown"), StateOwned: or(p.StateOwned, "unknown")}
}
