package edition

import (
	"strings"

	"coranto"
)

const unknown = "unknown"

// Press is a publisher as a line names it. It is named, never guessed: what is
// not known of it reads "unknown".
type Press struct {
	Name       string // "unknown publisher" when the page does not say
	Domain     string // "" when unknown
	Country    string // code, or "unknown"
	Kind       string // "newspaper", "state agency", or "unknown"
	Owner      string // or "unknown"
	StateOwned string // yes, no, unknown
}

// Known tells whether anything beyond the name is known.
func (p Press) Known() bool { return p.Country != unknown || p.Kind != unknown }

// About says country and kind in a few words: "VM, state agency".
func (p Press) About() string {
	switch {
	case p.key() == "":
		return "" // the name says it
	case p.Country == unknown && p.Kind == unknown:
		return unknown
	case p.Country == unknown:
		return "country unknown, " + p.Kind
	case p.Kind == unknown:
		return p.Country + ", kind unknown"
	default:
		return p.Country + ", " + p.Kind
	}
}

func (e *Edition) press(name, domain string) Press {
	p := coranto.Publisher{Name: name, Domain: domain}
	if e.names != nil && (name != "" || domain != "") {
		if found, ok := e.names.Publisher(name, domain); ok {
			p = found
		}
	}
	press := Press{
		Name:       firstOf(p.Name, name, domain, "unknown publisher"),
		Domain:     firstOf(p.Domain, domain),
		Country:    firstOf(p.Country, unknown),
		Kind:       firstOf(p.Kind, unknown),
		Owner:      firstOf(p.Owner, unknown),
		StateOwned: firstOf(p.StateOwned, unknown),
	}
	if press.StateOwned == "yes" && press.Kind != unknown && press.Kind != "government" {
		press.Kind = "state " + press.Kind
	}
	return press
}

// headPress is the publisher of a head, whose name stands in for a domain when
// the page gives no name.
func (e *Edition) headPress(h coranto.Head) Press {
	name := h.Publisher
	if name == h.Domain {
		name = ""
	}
	return e.press(name, h.Domain)
}

// key tells publishers apart; "" for one that is unknown, which is nobody.
func (p Press) key() string {
	if p.Name == "unknown publisher" {
		return ""
	}
	return strings.ToLower(p.Name)
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// Reach counts who tells a story: distinct publishers, the countries known of
// them, and how many have no known country.
type Reach struct {
	Articles   int
	Copies     int // wire copies among the articles
	Publishers int
	Countries  int
	Stateless  int // publishers whose country is unknown
}

func reach(heads []coranto.Head, press func(coranto.Head) Press) Reach {
	r := Reach{Articles: len(heads)}
	publishers, countries := map[string]bool{}, map[string]bool{}
	for _, h := range heads {
		if h.WireOf != "" {
			r.Copies++
		}
		p := press(h)
		if k := p.key(); k == "" || publishers[k] {
			continue
		}
		publishers[p.key()] = true
		if p.Country == unknown {
			r.Stateless++
		} else {
			countries[p.Country] = true
		}
	}
	r.Publishers, r.Countries = len(publishers), len(countries)
	return r
}
