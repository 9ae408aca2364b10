package entity_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto"
	"coranto/reading/entity"
)

func TestParseNamesRefuses(t *testing.T) {
	for _, c := range []struct{ why, file, want string }{
		{"an unknown key", "[[state]]\nname = \"Velmark\"\ncapitol = \"Vessholm\"\n",
			`read names file desk.toml:3: unknown key "state.capitol"; use name, code, official, aliases, demonyms, capital, stand_ins or names`},
		{"an unknown table", "[[country]]\nname = \"Velmark\"\n",
			`read names file desk.toml:1: unknown key "country"; use [[state]], [[organisation]], [[person]], [[place]] or [[publisher]]`},
		{"broken TOML", "[[state]]\nname = Velmark\n", `read names file desk.toml:2: `},
		{"a missing name", "[[place]]\nstate = \"Velmark\"\n", `read names file desk.toml: [[place]] number 1 has no name; correct the entry`},
		{"a wrong date", "[[person]]\nname = \"Jan Korr\"\noffices = [{ title = \"king\", from = \"May 2024\" }]\n",
			`read names file desk.toml:3: Jan Korr: "May 2024" is no date like 2024-03-01, 2024-03 or 2024; correct the entry`},
		{"an office that ends before it begins", "[[person]]\nname = \"Jan Korr\"\noffices = [{ from = \"2024\", to = \"2023\" }]\n",
			`read names file desk.toml:3: Jan Korr: an office ends on 2023 before it begins on 2024; correct the entry`},
		{"a wrong kind", "[[publisher]]\nname = \"Herald\"\nkind = \"paper\"\n",
			`read names file desk.toml:3: Herald: kind "paper" is not newspaper, broadcaster, agency, aggregator or government; correct the entry`},
		{"a wrong yes", "[[publisher]]\nname = \"Herald\"\nstate_owned = \"partly\"\n",
			`read names file desk.toml:3: Herald: state_owned "partly" is not yes or no; correct the entry`},
		{"a wrong type", "[[state]]\nname = 7\n", `read names file desk.toml`},
	} {
		_, err := entity.ParseNames(strings.NewReader(c.file), "desk.toml")
		var e *coranto.Error
		if !errors.As(err, &e) || e.Kind != coranto.Damaged || e.Hint == "" {
			t.Errorf("%s: %v, want a *coranto.Error of kind damaged with a hint", c.why, err)
			continue
		}
		if !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s:\n got %s\nwant %s", c.why, err, c.want)
		}
	}
}

func TestWith(t *testing.T) {
	parse := func(s string) *entity.Names {
		t.Helper()
		n, err := entity.ParseNames(strings.NewReader(s), "x")
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	base := parse(`
[[person]]
name = "Jann Korr"
aliases = ["Yan Korr"]
offices = [{ title = "minister", state = "Velmark" }]
[[person]]
name = "Marta Lind"
[[state]]
name = "Velmark"
capital = "Vessholm"
demonyms = ["Velmarkian"]
`)
	got := base.With(parse(`
[[person]]
name = "Jan Korr"
aliases = ["Jann Korr"]
[[state]]
name = "Velmark"
capital = "Korsevo"
demonyms = ["Velmarker"]
`))
	persons := []entity.Person{{Name: "Jan Korr", Aliases: []string{"Jann Korr", "Yan Korr"}, Offices: []entity.Office{{Title: "minister", State: "Velmark"}}}, {Name: "Marta Lind"}}
	if d := cmp.Diff(persons, got.Persons); d != "" {
		t.Error(d)
	}
	if s := got.States[0]; s.Capital != "Korsevo" || !slices.Equal(s.Demonyms, []string{"Velmarker", "Velmarkian"}) {
		t.Errorf("state %+v: want the new capital and both demonyms", s)
	}
	if len(base.Persons) != 2 || base.Persons[0].Name != "Jann Korr" {
		t.Error("With changed what it was called on")
	}
}

func TestPublisher(t *testing.T) {
	n, err := entity.ParseNames(strings.NewReader(`
[[publisher]]
name = "Velmark Herald"
aliases = ["The Herald"]
domain = "herald.example"
country = "XV"
kind = "newspaper"
[[publisher]]
name = "Korsevo Radio"
`), "x")
	if err != nil {
		t.Fatal(err)
	}
	herald := coranto.Publisher{Name: "Velmark Herald", Domain: "herald.example", Country: "XV", Kind: "newspaper", Owner: "unknown", StateOwned: "unknown"}
	for _, c := range []struct {
		name, domain string
		want         coranto.Publisher
		ok           bool
	}{
		{"", "herald.example", herald, true},
		{"", "www.Herald.example", herald, true},
		{"", "world.herald.example", herald, true},
		{"the herald", "", herald, true},
		{"Korsevo Radio", "radio.example", coranto.Publisher{Name: "Korsevo Radio", Domain: "radio.example", Country: "unknown", Kind: "unknown", Owner: "unknown", StateOwned: "unknown"}, true},
		{"Nobody", "nobody.example", coranto.Publisher{}, false},
		{"", "", coranto.Publisher{}, false},
	} {
		got, ok := n.Publisher(c.name, c.domain)
		if ok != c.ok || got != c.want {
			t.Errorf("Publisher(%q, %q) = %+v, %v", c.name, c.domain, got, ok)
		}
	}
}

// The built-in lists hold what news cannot do without, and nothing that would
// be found in everyday words.
func TestBuiltin(t *testing.T) {
	n := entity.Builtin()
	if len(n.States) < 195 || len(n.Persons) < 850 || len(n.Organisations) < 150 || len(n.Places) < 700 {
		t.Errorf("%d states, %d persons, %d organisations, %d places: fewer than made", len(n.States), len(n.Persons), len(n.Organisations), len(n.Places))
	}
	for _, c := range []struct{ text, want string }{
		{"in the United Arab Emirates", "STATE United Arab Emirates: United Arab Emirates"},
		{"В России", "STATE Russia: России"},
		{"الولايات المتحدة", "STATE United States: الولايات المتحدة"},
		{"with the U.N.", "ORG United Nations: U.N."},
		{"met Emmanuel Macron", "PERSON Emmanuel Macron: Emmanuel Macron"},
		{"met Viktor Orbán", "PERSON Viktor Orbán: Viktor Orbán"},
		{"met 习近平", "PERSON Xi Jinping: 习近平"},
		{"in Ohio", "PLACE Ohio: Ohio"},
		{"in Georgia", "STATE Georgia: Georgia"},
	} {
		if got := show(c.text, "", n); len(got) != 1 || got[0] != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	want := []string{"PLACE Georgia: Georgia", "PLACE Ohio: Ohio", "PLACE Florida: Florida"}
	if d := cmp.Diff(want, show("in Georgia, in Ohio and in Florida", "", n)); d != "" {
		t.Errorf("a state of the United States among others:\n%s", d)
	}
	plain := "The men and women of that island may well march on. It is said to be nice there, as one might hope; all of us will see. Who can tell? Her mark was green. Bill paid the bill on Sunday in May."
	if got := show(plain, "", n); len(got) != 0 {
		t.Errorf("found in everyday words: %q", got)
	}
	for _, s := range n.States {
		if len(s.Code) > 0 && len(s.Code) != 2 {
			t.Errorf("%s: code %q", s.Name, s.Code)
		}
	}
}
