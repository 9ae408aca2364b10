package split

import (
	"slices"
	"testing"
)

func TestChooseHeadline(t *testing.T) {
	for _, test := range []struct{ name, heading, ld, og, title, want string }{
		{"they agree", "Heron stays on the flag", "Heron stays on the flag", "Heron stays on the flag", "Heron stays on the flag | Courier", "Heron stays on the flag"},
		{"only a title", "", "", "", "Heron stays on the flag - The Courier", "Heron stays on the flag"},
		{"the site behind og:title", "Heron stays on the flag", "", "Heron stays on the flag | Courier", "", "Heron stays on the flag"},
		{"the heading has a kicker", "Vote in Velmark: Heron stays on the flag", "", "Heron stays on the flag", "", "Heron stays on the flag"},
		{"both have kickers", "A bird in Velmark - Heron stays on the flag", "", "Flags: Heron stays on the flag", "", "Heron stays on the flag"},
		{"glued in the layout", "VelmarkHeron stays on the flag", "", "Velmark: Heron stays on the flag", "", "Velmark: Heron stays on the flag"},
		{"JSON-LD and title against the rest", "Which bird to fly", "Nine birds for your flag", "Which bird to fly", "Nine birds for your flag", "Nine birds for your flag"},
		{"a heading with no rival", "Heron stays on the flag", "", "", "Courier", "Heron stays on the flag"},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := &meta{title: test.title, tags: []pair{{"ogtitle", test.og}, {"ogsitename", "The Courier"}, {"applicationname", "Courier"}}}
			if test.ld != "" {
				m.articles = []ldArticle{{headline: test.ld}}
			}
			if got := m.chooseHeadline(test.heading, ""); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestPersons(t *testing.T) {
	for text, want := range map[string][]string{
		"By Arne Lindqvist":                       {"Arne Lindqvist"},
		"By Arne Lindqvist and Ditte Maar":        {"Arne Lindqvist", "Ditte Maar"},
		"Von Arne Lindqvist, Vessholm":            {"Arne Lindqvist"},
		"Arne Lindqvist (text), Ditte Maar (art)": {"Arne Lindqvist", "Ditte Maar"},
		"Arne Lindqvist og Ditte Maar":            {"Arne Lindqvist", "Ditte Maar"},
		"Courier Staff":                           nil,
		"Redaktion Vessholm":                      nil,
		"https://courier.example/arne":            nil,
		"arne@courier.example":                    nil,
		"Per de la Ek":                            {"Per de la Ek"},
		"山田太郎":                                    {"山田太郎"},
	} {
		t.Run(text, func(t *testing.T) {
			got := slices.DeleteFunc(personNames(text), func(s string) bool { return !isPersonName(s) })
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestParseStamp(t *testing.T) {
	for stamp, want := range map[string]string{
		"2026-10-12T08:30:00+02:00":     "2026-10-12T08:30:00+02:00",
		"2026-10-12T06:30:00.123Z":      "2026-10-12T06:30:00Z",
		"2026-10-12T08:30+0200":         "2026-10-12T08:30:00+02:00",
		"2026-10-12 08:30:00":           "2026-10-12T08:30:00",
		"20261012T083000Z":              "2026-10-12T08:30:00Z",
		"2026-10-12":                    "2026-10-12",
		"20261012":                      "2026-10-12",
		"Mon, 12 Oct 2026 08:30:00 GMT": "2026-10-12T08:30:00Z",
		"12 October 2026":               "2026-10-12",
		"0001-01-01T00:00:00Z":          "",
		"yesterday":                     "",
		"":                              "",
	} {
		if got, _ := parseStamp(stamp); got != want {
			t.Errorf("%q: got %q, want %q", stamp, got, want)
		}
	}
}

func TestCuesIn(t *testing.T) {
	for class, want := range map[string]cue{
		"related-articles":     cueRelated,
		"readMore":             cueRelated,
		"articleBody":          cueBody,
		"ad":                   cueAd,
		"box-ad":               cueAd,
		"sr-only":              cueHidden,
		"x7_AdF3":              0, // made by a machine
		"elk-c7ba-970b-d64d12": 0,
		"headache shaded":      0,
	} {
		if got := cuesIn(class); got != want {
			t.Errorf("%q: got %b (%s), want %b", class, got, got.reason(), want)
		}
	}
}
