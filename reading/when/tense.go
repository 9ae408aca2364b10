package when

import "strings"

// reach is how many items on either side of a date are looked at for a verb.
const reach = 14

var (
	futureWords = set("will shall 'll would plans plan planned scheduled due expected expects expect upcoming set slated hopes intends next coming going tomorrow should may might must could can")
	pastWords   = set("said was were had did told went came took gave made met held left began fell rose hit struck won lost killed found saw got spoke sent brought kept led became fled shot quit paid sold bought cut broke rejected since ago last wrote drew has have")
	bare        = set("to")
)

// tense tells whether what a date at item i belongs to lies ahead (1), back (-1)
// or cannot be told (0): by the nearest verb before it in its sentence, else by
// the nearest after it.
func (f *finder) tense(i int) int {
	s := f.item(i).sentence
	for k := i - 1; k >= max(0, i-reach) && f.items[k].sentence == s; k-- {
		if f.items[k].mark == ';' || f.items[k].mark == '"' || f.items[k].mark == '“' {
			break
		}
		if t := f.tenseOf(k); t != 0 {
			return t
		}
	}
	for k := i + 1; k < min(len(f.items), i+reach) && f.items[k].sentence == s; k++ {
		if f.items[k].mark == ';' {
			break
		}
		if t := f.tenseOf(k); t != 0 {
			return t
		}
	}
	return 0
}

func (f *finder) tenseOf(k int) int {
	w := f.items[k].word
	switch {
	case w == "":
		return 0
	case strings.HasSuffix(w, "'ll") || strings.HasSuffix(w, "’ll"):
		return 1
	case futureWords[w]:
		return 1
	case bare[w]: // "to meet": an infinitive looks ahead
		if next := f.items[min(k+1, len(f.items)-1)]; next.word != "" && !next.capital && next.digits == 0 && infinitives[next.word] {
			return 1
		}
		return 0
	case pastWords[w]:
		return -1
	case strings.HasSuffix(w, "ed") && len(w) > 4 && !f.items[k].capital:
		return -1
	}
	return 0
}

// infinitives that announce: "is to meet", "plans to hold".
var infinitives = set("meet hold visit travel vote be begin start open take discuss decide release report announce arrive leave return host attend speak address present sign resume continue go come make give send launch publish appear face play hear testify convene gather consider review")
