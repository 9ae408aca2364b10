package entity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"coranto/reading/entity"
	"coranto/reading/lang"
)

const world = `
[[state]]
name = "Velmark"
code = "XV"
aliases = ["Kingdom of Velmark"]
demonyms = ["Velmarkian", "Velmarkians"]
capital = "Vessholm"
names = { ar = "فلمارك", ru = "Вельмарк" }

[[state]]
name = "Rodvania"
demonyms = ["Rodvanian"]
capital = "Korsevo"

[[organisation]]
name = "Arsenal Palace"
aliases = ["the Arsenal"]
state = "Rodvania"

[[person]]
name = "Marta Lind"
aliases = ["Марта Линд", "مارتا ليند"]
offices = [{ title = "foreign minister", state = "Velmark", from = "2024-03-01" }]

[[place]]
name = "Varn Valley"
`

// show writes an entity as "TYPE Name: mention, mention (reference)".
func show(text, headline string, n *entity.Names) []string {
	out := []string{}
	for _, e := range entity.Find(text, lang.Sentences(text), headline, n) {
		s := fmt.Sprintf("%s %s:", e.Type, e.Name)
		for _, m := range e.Mentions {
			s += " " + m.In(text)
		}
		for _, r := range e.Refs {
			s += " (" + r.In(text) + ")"
		}
		out = append(out, s)
	}
	return out
}

func TestFind(t *testing.T) {
	own, err := entity.ParseNames(strings.NewReader(world), "world.toml")
	if err != nil {
		t.Fatal(err)
	}
	names := entity.Builtin().With(own)
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a state and its people", "Velmark and two Velmarkians waited.", []string{"STATE Velmark: Velmark (Velmarkians)"}},
		{"words cut from what is glued to them", "Velmark's Velmarkian-backed plan", []string{"STATE Velmark: Velmark (Velmarkian)"}},
		{"small letters are no name", "the turkey was in the us", []string{}},
		{"a seat of government that acts", "Vessholm condemned the plan of Rodvania.", []string{"STATE Velmark: Vessholm", "STATE Rodvania: Rodvania"}},
		{"a seat that is ground", "They met in Vessholm on Monday.", []string{"PLACE Vessholm: Vessholm"}},
		{"a dateline", "VESSHOLM: Velmark waited.", []string{"PLACE Vessholm: VESSHOLM", "STATE Velmark: Velmark"}},
		{"both", "Vessholm said it would talk in Korsevo.", []string{"STATE Velmark: Vessholm", "PLACE Korsevo: Korsevo"}},
		{"a listed person, then by surname", "Marta Lind came. Lind spoke.", []string{"PERSON Marta Lind: Marta Lind Lind"}},
		{"a title and a name that no list has", "Rodvanian Defence Minister Orel Dask came. Dask spoke.",
			[]string{"STATE Rodvania: (Rodvanian)", "OFFICE defence minister of Rodvania: (Rodvanian Defence Minister)", "PERSON Orel Dask: Orel Dask Dask"}},
		{"a role in small letters", "The palace spokesman Orel Dask came.", []string{"PERSON Orel Dask: Orel Dask"}},
		{"a weekday is no surname", "Marta Lind Thursday met the board, and aides told Lind Friday that it was late.", []string{"PERSON Marta Lind: Marta Lind Lind"}},
		{"a given name of two syllables", "Chen Rui-wen opened the bridge.", []string{"PERSON Chen Rui-wen: Chen Rui-wen"}},
		{"a body joined by and", "The Harbour and Fisheries Board met.", []string{"ORG Harbour and Fisheries Board: Harbour and Fisheries Board"}},
		{"a common name elsewhere", "The Senate of Velmark met. The Senate voted.", []string{"ORG Senate of Velmark: Senate Senate", "STATE Velmark: Velmark"}},
		{"a land before a common name", "The Velmark Senate met.", []string{"ORG Velmark Senate: Velmark Senate"}},
		{"words of saying", "It was late, said Ovanna Trisk.", []string{"PERSON Ovanna Trisk: Ovanna Trisk"}},
		{"words behind it that say who it is", "Ovanna Trisk, a former judge, came.", []string{"PERSON Ovanna Trisk: Ovanna Trisk"}},
		{"no sign of a person", "They sang Bright Morning Star.", []string{}},
		{"a shared surname is left alone", "Minister Ona Brask met Minister Ira Brask. Brask left.", []string{"PERSON Ona Brask: Ona Brask", "PERSON Ira Brask: Ira Brask"}},
		{"unless a title tells", "Minister Ona Brask met Senator Ira Brask. Senator Brask left.", []string{"PERSON Ona Brask: Ona Brask", "PERSON Ira Brask: Ira Brask Brask"}},
		{"a description of the one so called", "Velmarkian President Orel Dask came. The Velmarkian president spoke, and the Rodvanian president did not.",
			[]string{"STATE Velmark: (Velmarkian) (Velmarkian)", "OFFICE president of Velmark: (Velmarkian President) (Velmarkian president)",
				"PERSON Orel Dask: Orel Dask (The Velmarkian president)", "STATE Rodvania: (Rodvanian)", "OFFICE president of Rodvania: (Rodvanian president)"}},
		{"an office by its state", "Velmark's foreign minister met the President of Rodvania. The former Velmarkian king did not come.",
			[]string{"STATE Velmark: Velmark (Velmarkian)", "OFFICE foreign minister of Velmark: (Velmark's foreign minister)", "OFFICE president of Rodvania: (President of Rodvania)", "STATE Rodvania: Rodvania"}},
		{"a summit by its place", "The Vessholm summit was short.", []string{"PLACE Vessholm: Vessholm", "EVENT Vessholm summit: (Vessholm summit)"}},
		{"an event by its last word", "It was decided at the Varn Valley Conference of all, as they said.", []string{"EVENT Varn Valley Conference: Varn Valley Conference"}},
		{"he, where one person alone is named", "Minister Orel Dask came. He said that he was tired.", []string{"PERSON Orel Dask: Orel Dask (He) (he)"}},
		{"he, where two are", "Minister Orel Dask met Minister Ira Brask. He was tired.", []string{"PERSON Orel Dask: Orel Dask", "PERSON Ira Brask: Ira Brask"}},
		{"he in another's mouth", "Minister Orel Dask said: “He is late.”", []string{"PERSON Orel Dask: Orel Dask"}},
		{"who is called both", "Dr. Orel Dask came. He spoke to her.", []string{"PERSON Orel Dask: Orel Dask"}},
		{"initials of a body", "They joined the Varn Valley Rescue Service in May. The VVRS was glad.", []string{"ORG Varn Valley Rescue Service: Varn Valley Rescue Service VVRS"}},
		{"German has other capitals", "Der Hund und die Katze gingen gestern mit dem Mann in den Garten und sahen dort einen Vogel auf dem Baum.", []string{}},
		{"a body with a name of its own", "The Arsenal Palace and the Arsenal are one.", []string{"ORG Arsenal Palace: Arsenal Palace the Arsenal"}},
		{"a body by its head word, then by initials", "The Harbour Workers Union (HWU) met. HWU left.", []string{"ORG Harbour Workers Union: Harbour Workers Union HWU HWU"}},
		{"a ministry of something", "The Ministry of Forests waited.", []string{"ORG Ministry of Forests: Ministry of Forests"}},
		{"a town by the state behind it", "He was born in Lower Trisk, Velmark.", []string{"PLACE Lower Trisk: Lower Trisk", "STATE Velmark: Velmark"}},
		{"a state inside a longer name", "He ran the Velmark Marathon.", []string{"EVENT Velmark Marathon: Velmark Marathon"}},
		{"Cyrillic with endings", "Марта Линд уехала из Вельмарка.", []string{"PERSON Marta Lind: Марта Линд", "STATE Velmark: Вельмарка"}},
		{"Arabic with a word written together", "مارتا ليند وفلمارك", []string{"PERSON Marta Lind: مارتا ليند", "STATE Velmark: فلمارك"}},
		{"Chinese", "法国和德国", []string{"STATE France: 法国", "STATE Germany: 德国"}},
		{"capitals", "VELMARK AND FRANCE TALK TO US", []string{"STATE Velmark: VELMARK", "STATE France: FRANCE"}},
		{"accents or none", "Cote d'Ivoire is Côte d'Ivoire.", []string{"STATE Ivory Coast: Cote d'Ivoire Côte d'Ivoire"}},
		{"towns in other languages", "Ils sont à Londres, à Pékin et au Royaume-Uni.", []string{"PLACE London: Londres", "PLACE Beijing: Pékin", "STATE United Kingdom: Royaume-Uni"}},
		{"towns joined by and", "Se firmó en Pekín y Nueva York.", []string{"PLACE Beijing: Pekín", "PLACE New York: Nueva York"}},
		{"adjectives in other languages", "Il governo tedesco e quello statunitense, met de Russische regering.", []string{"STATE Germany: (tedesco)", "STATE United States: (statunitense)", "STATE Russia: (Russische)"}},
		{"an adjective in capitals is a person", "It was late, said Ovanna Russo.", []string{"PERSON Ovanna Russo: Ovanna Russo"}},
		{"a seat that acts, in Russian", "Москва заявила, что ждёт. Встреча в Москве была короткой.", []string{"STATE Russia: Москва", "PLACE Moscow: Москве"}},
		{"a seat that acts, in Arabic", "قالت موسكو إنها تنتظر", []string{"STATE Russia: موسكو"}},
		{"a seat that acts, in Chinese", "莫斯科表示欢迎，会谈在北京举行", []string{"STATE Russia: 莫斯科", "PLACE Beijing: 北京"}},
		{"one name in three spellings", "Marta Lind, Марта Линд, مارتا ليند", []string{"PERSON Marta Lind: Marta Lind Марта Линд مارتا ليند"}},
		{"nothing", "", []string{}},
	} {
		if d := cmp.Diff(c.want, show(c.text, "", names)); d != "" {
			t.Errorf("%s: %s\n%s", c.why, c.text, d)
		}
	}
	t.Run("the headline names in full", func(t *testing.T) {
		want := []string{"PERSON Marta Lind: Lind"}
		if d := cmp.Diff(want, show("Then Lind spoke.", "Marta Lind speaks", names)); d != "" {
			t.Error(d)
		}
	})
}

func TestFindIsTheSameTwice(t *testing.T) {
	text := strings.Repeat("Moscow said Dmitry Peskov met US President Donald Trump in Geneva; Paris, Berlin and London waited. ", 20)
	want := show(text, "", nil)
	for range 5 {
		if d := cmp.Diff(want, show(text, "", nil)); d != "" {
			t.Fatal(d)
		}
	}
}
