package figure_test

import "testing"

func TestScene(t *testing.T) {
	for _, c := range []struct{ text, where, from, to string }{
		{"Twelve people were killed in Vessholm on 3 October.", "Vessholm", "2026-10-03", "2026-10-03"},
		{"In Velmark, floods killed 12 people in May.", "Velmark", "2026-05-01", "2026-05-31"},
		{"Rodvania said on Monday that 12 people were killed.", "", "", ""},
		{"Twelve people were killed on Sunday, Rodvania said on Monday.", "", "2026-10-18", "2026-10-18"},
		{"Twelve people have been killed in eastern Velmark since 2024.", "Velmark", "2024-01-01", ""},
		{"Twelve people were killed from 2020 to 2023.", "", "2020-01-01", "2023-12-31"},
		{"Velmark's army lost 12 soldiers.", "", "", ""},
	} {
		got := find(t, c.text, "en")
		if len(got) != 1 || got[0].Where != c.where || got[0].From != c.from || got[0].To != c.to {
			t.Errorf("%s\ngot %+v\nwant where %q, from %q to %q", c.text, got, c.where, c.from, c.to)
		}
	}
}
