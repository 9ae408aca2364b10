package event

import (
	_ "embed"
	"strings"
)

//go:embed people.txt
var peopleTXT string

var people = func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(peopleTXT) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				out[w] = true
			}
		}
	}
	return out
}()

// animate tells nouns for those who can act: persons, bodies, crowds.
func (s *sentence) animate(i int) bool {
	l := s.Lemma(i)
	if people[l] {
		return true
	}
	if s.Words[i].Tag == "PROPN" {
		return true // a name that no list has
	}
	if s.Words[i].Tag != "NOUN" {
		return false
	}
	for _, end := range []string{"er", "or", "ist", "man", "woman", "ee", "ian"} {
		if len(l) > len(end)+2 && strings.HasSuffix(l, end) && !things[l] {
			return true
		}
	}
	return false
}

// things end like people and are none.
var things = set(`
agreement anchor answer barrier boiler border career carrier ceasefire center centre chamber chapter character
charter coffee committee computer container corner corridor counter cover crossover cruiser danger degree
dinner disaster disorder encounter error exterior factor favor fee filter folder former freezer further gender
guarantee harbor honor horror humor interior labor later latter laughter launcher layer letter lower lumber
major manner matter meter minor mirror monitor motor murder never newsletter number offer order other outer
over oyster paper pepper pillar poster powder power prayer proper quarter rather reactor refer register
remainder river rumor sector semester server shelter shoulder shower silver slaughter slider spider sticker
summer supper surrender takeover temper tender tensor terror thunder tiger timber tower tractor trailer
transfer transporter trigger upper vector water weather whether winter wonder`)
