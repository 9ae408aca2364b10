package statement_test

import (
	"strings"
	"testing"

	"coranto"
	"coranto/reading/entity"
	"coranto/reading/lang"
	"coranto/reading/statement"
	"coranto/reading/when"
)

// To whom, by what means, when and by whose account something was said: each
// shown statement of a text as "speaker", then whatever of these is known.
func TestToWhomAndHow(t *testing.T) {
	for text, want := range map[string][]string{
		`Marta Lind told the city council on Tuesday that the bridge was unsafe.`:                {"Marta Lind to the city council at 2026-10-13"},
		`Marta Lind told her colleagues in the chamber that the bridge was unsafe.`:              {"Marta Lind to her colleagues in the chamber"},
		`“It is unsafe,” Marta Lind told the Meridian Gazette.`:                                  {"Marta Lind to the Meridian Gazette"},
		`Marta Lind warned motorists that the bridge was unsafe.`:                                {"Marta Lind to motorists"},
		`Marta Lind assured Jan Korr that the bridge was safe.`:                                  {"Marta Lind to Jan Korr"},
		`Marta Lind wrote to Jan Korr that the bridge was unsafe.`:                               {"Marta Lind to Jan Korr"},
		`“It is unsafe,” Marta Lind said to a group of students.`:                                {"Marta Lind to a group of students"},
		`“We all drown,” the heroine tells her brother in the film's last scene.`:                {"the heroine to her brother, fiction"},
		`“It is unsafe,” Marta Lind wrote in an open letter to parents.`:                         {"Marta Lind by open letter"},
		`Speaking at a news conference in Vessholm, Marta Lind said the bridge was unsafe.`:      {"Marta Lind by news conference"},
		`Marta Lind, speaking by phone from Vessholm, said the bridge was unsafe.`:               {"Marta Lind by phone"},
		`Marta Lind posted on X that the bridge was unsafe.`:                                     {"Marta Lind by X"},
		`Marta Lind said during a televised debate last night that the bridge was unsafe.`:       {"Marta Lind by televised debate at 2026-10-14"},
		`In an interview with the Gazette on Sunday, Marta Lind said the bridge was unsafe.`:     {"Marta Lind by interview at 2026-10-11"},
		`On 3 October, Marta Lind told lawmakers that the bridge was unsafe.`:                    {"Marta Lind to lawmakers at 2026-10-03"},
		`“It is unsafe,” Marta Lind tweeted late on Friday.`:                                     {"Marta Lind at 2026-10-09"},
		`The bridge is unsafe, Marta Lind was quoted as saying by the Arsenal Palace.`:           {"Marta Lind via Arsenal Palace"},
		`The bridge is unsafe, the Arsenal Palace reported on Monday, citing Marta Lind.`:        {"Marta Lind at 2026-10-12 via Arsenal Palace"},
		`State television, quoting Marta Lind, said the bridge was unsafe.`:                      {"Marta Lind via State television"},
		`According to the Arsenal Palace, Marta Lind said the bridge was unsafe.`:                {"Arsenal Palace", "Marta Lind via Arsenal Palace"},
		`In the novel, a young sailor says that the sea is a liar.`:                              {"a young sailor, fiction"},
		`“I will burn it,” says the villain in the second act of the opera.`:                     {"the villain, fiction"},
		`The first engineer said the bridge was unsafe. The other said that it was not so.`:      {"The first engineer", "the other engineer"},
		`A source close to the family said the bridge was unsafe. A second said that it was not`: {"A source close to the family", "a second source"},
		`A grainy video distributed by the Arsenal Palace showed what it said were its gates.`:   nil,
	} {
		sentences := lang.Sentences(text)
		got := statement.Find(text, sentences, when.Find(text, sentences, "2026-10-15", "en"), entity.Find(text, sentences, "", names(t)), "en")
		var lines []string
		for _, s := range got {
			if s.Sure() {
				lines = append(lines, circumstances(s))
			}
		}
		if strings.Join(lines, "; ") != strings.Join(want, "; ") {
			t.Errorf("%s\n got %q\nwant %q", text, lines, want)
		}
	}
}

func circumstances(s coranto.Statement) string {
	out := s.Speaker
	for _, p := range [][2]string{{" to ", s.Addressee}, {" by ", s.Channel}, {" at ", s.SaidAt}, {" via ", s.RelayedBy}} {
		if p[1] != "" {
			out += p[0] + p[1]
		}
	}
	if s.Fiction {
		out += ", fiction"
	}
	return out
}
