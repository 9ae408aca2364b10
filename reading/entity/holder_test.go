package entity_test

import (
	"strings"
	"testing"

	"coranto"
	"coranto/reading/entity"
	"coranto/reading/lang"
)

const terms = `
[[state]]
name = "Velmark"
demonyms = ["Velmarkian"]

[[person]]
name = "Jan Korr"
offices = [{ title = "president", state = "Velmark", from = "2012-05-15", to = "2017-05-14" }]

[[person]]
name = "Mira Dahl"
offices = [{ title = "president", state = "Velmark", from = "2017-05-14", to = "2022" }]
`

func TestResolveOffices(t *testing.T) {
	names, err := entity.ParseNames(strings.NewReader(terms), "terms.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ why, text, first, last, want string }{
		{"on a day", "The Velmarkian president opened the bridge.", "2015-06-02", "2015-06-02", "PERSON Jan Korr [Velmarkian president]"},
		{"with a time", "Velmark's president opened the bridge.", "2018-06-02T10:00:00Z", "2018-06-02T10:00:00Z", "PERSON Mira Dahl [Velmark's president]"},
		{"no day", "The Velmarkian president opened the bridge.", "", "", "OFFICE president of Velmark [Velmarkian president]"},
		{"before the lists", "The Velmarkian president opened the bridge.", "2001-06-02", "2001-06-02", "OFFICE president of Velmark [Velmarkian president]"},
		{"a day of change", "The Velmarkian president opened the bridge.", "2017-05-14", "2017-05-14", "OFFICE president of Velmark [Velmarkian president]"},
		{"an end known by its year", "The Velmarkian president opened the bridge.", "2022-03-01", "2022-03-01", "OFFICE president of Velmark [Velmarkian president]"},
		{"two days that differ", "The Velmarkian president opened the bridge.", "2017-05-10", "2017-05-20", "OFFICE president of Velmark [Velmarkian president]"},
		{"another is named", "Mira Dahl waited. The Velmarkian president opened the bridge.", "2015-06-02", "2015-06-02", "OFFICE president of Velmark [Velmarkian president]"},
		{"the office itself", "Lund wants to become president of Velmark.", "2015-06-02", "2015-06-02", "OFFICE president of Velmark [president of Velmark]"},
		{"before another name", "The Velmarkian president Ola Lund opened the bridge.", "2015-06-02", "2015-06-02", "OFFICE president of Velmark [Velmarkian president]"},
		{"another office", "The Velmarkian foreign minister opened the bridge.", "2015-06-02", "2015-06-02", "OFFICE foreign minister of Velmark [Velmarkian foreign minister]"},
	} {
		found := entity.ResolveOffices(c.text, entity.Find(c.text, lang.Sentences(c.text), "", names), c.first, c.last, names)
		got := ""
		for _, e := range found {
			if e.Type == coranto.Office || e.Type == coranto.Person && len(e.Refs) > 0 {
				got += string(e.Type) + " " + e.Name
				for _, s := range e.Refs {
					got += " [" + s.In(c.text) + "]"
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: %s: %q: %q, want %q", c.why, c.first, c.text, got, c.want)
		}
	}
}

// The built-in lists hold no two people in one office on one day, but for those
// that they leave open.
func TestHoldersBuiltin(t *testing.T) {
	for day, want := range map[string]string{
		"1996-03-01": "Jacques Chirac", "2015-06-02": "François Hollande", "2019-06-02": "Emmanuel Macron", "2150-01-01": "",
	} {
		const text = "The French president opened the bridge."
		got := ""
		for _, e := range entity.ResolveOffices(text, entity.Find(text, nil, "", nil), day, day, nil) {
			if e.Type == coranto.Person {
				got = e.Name
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}
