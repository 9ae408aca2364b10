package when

import "strings"

// reach is how many items on either side of a date are looked at for a verb.
const reach = 14

var (
	futureWords = set("will shall would plans plan expects expect upcoming hopes intends planning next coming going tomorrow should may might must could can is are")
	agreed      = set("scheduled due expected set slated planned")
	pastWords   = set("said was were had did told went came took gave made met held left began fell rose hit struck won lost killed found saw got spoke sent brought kept led became fled shot quit paid sold bought cut broke rejected since ago last wrote drew has have")
	infinitives = set("meet hold visit travel vote be begin start open take discuss decide release report announce arrive leave return host attend speak address present sign resume continue go come make give send launch publish appear face play hear testify convene gather consider review expire acquire conclude pay end buy sell join submit reach complete expand finish move raise close elect debate")
	timeless    = set("succeed proceed exceed indeed bleed breed speed hundred") // in "ed", and no past
	clockWords  = set("a.m p.m am pm est edt gmt utc noon midnight early late")
	limits      = set("by until till")
	intents     = set("decided agreed decides agrees plans plan planned planning pledged pledges vowed vows promised promises hopes hope expects expect intends intend wants want due set scheduled ready prepared preparing prepares about likely")
)

// tense tells whether what a date at item i belongs to lies ahead (1), back (-1)
// or cannot be told (0): by a limit that it sets ("by Friday"), by the nearest
// verb before it in its sentence, else by the nearest after it.
func (f *finder) tense(i int) int {
	s := f.item(i).sentence
	before := i - 1
	if f.word(before) == "effective" {
		return 1
	}
	if f.item(before).mark == '-' || phases[f.word(before)] { // "until mid-November"
		before--
		if phases[f.word(before)] {
			before--
		}
	}
	for k := before; k >= i-4 && f.items[max(k, 0)].sentence == s; k-- { // "until 9 a.m. Tuesday"
		if limits[f.word(k)] && !f.has(i, "had") {
			return 1
		}
		if it := f.item(k); it.num < 0 && !clockWords[it.word] && it.mark != '.' && it.mark != ':' {
			break
		}
	}
	for k := i - 1; k >= max(0, i-reach) && f.items[k].sentence == s; k-- {
		if m := f.items[k].mark; m == ';' || m == '"' || m == '“' {
			break
		}
		if t := f.tenseOf(k, i-k); t != 0 {
			return t
		}
	}
	for k := i + 1; k < min(len(f.items), i+reach) && f.items[k].sentence == s; k++ {
		if f.items[k].mark == ';' {
			break
		}
		if t := f.tenseOf(k, reach); t != 0 {
			return t
		}
	}
	return 0
}

// ahead tells whether what is named by its day ("|Tuesday's primary") is what
// something leads up to.
func (f *finder) ahead(i int) bool {
	k := i - 1
	if f.word(k) == "the" || f.word(k) == "next" {
		k--
	}
	switch f.word(k) {
	case "into", "toward", "towards", "for":
		k--
		return f.word(k) == "heading" || f.word(k) == "headed" || f.word(k) == "going" || f.word(k) == "preparing" || f.word(k) == "braced" || f.word(k) == "bracing"
	case "of":
		return f.word(k-1) == "ahead" || f.word(k-1) == "advance" || f.word(k-1) == "eve"
	case "to":
		return f.word(k-1) == "up" && (f.word(k-2) == "leading" || f.word(k-2) == "run")
	}
	return false
}

// has tells whether a word stands near item i in its sentence.
func (f *finder) has(i int, word string) bool {
	for k := max(0, i-reach); k < min(len(f.items), i+reach); k++ {
		if f.items[k].word == word && f.items[k].sentence == f.items[i].sentence {
			return true
		}
	}
	return false
}

// tenseOf gives the tense of the verb at item k, which stands `gap` items before
// the date; 0 when it is no verb.
func (f *finder) tenseOf(k, gap int) int {
	w, before := f.items[k].word, f.word(k-1)
	switch {
	case w == "":
		return 0
	case w == "plans" && f.word(k+1) != "to", w == "next" && f.word(k+1) == "to":
		return 0
	case w == "set" && f.word(k+1) != "to" && f.word(k+1) != "for": // "a record set on Monday"
		return -1
	case strings.HasSuffix(w, "'ll") || strings.HasSuffix(w, "’ll"), futureWords[w]:
		return 1
	case (w == "planned" || w == "scheduled") && (f.word(k+1) == "a" || f.word(k+1) == "an") && before != "had": // "planned a rally"
		return 1
	case before == "to" && intents[f.word(k-2)]:
		if f.word(k-3) == "had" || f.word(k-3) == "been" && f.word(k-4) == "had" {
			return -1
		}
		return 1
	case before == "be" && (pastWords[w] || strings.HasSuffix(w, "ed")): // "would be held"
		return 1
	case agreed[w] && (gap <= 4 || before == "is" || before == "are" || before == "be"):
		if before == "been" || before == "was" || before == "were" || before == "had" || before == "previously" {
			return -1
		}
		return 1
	case infinitives[w] && before == "to": // "to meet" looks ahead, "had been due to meet" back
		if agreed[f.word(k-2)] && f.word(k-3) == "been" && f.word(k-4) == "had" {
			return -1
		}
		return 1
	case pastWords[w]:
		return -1
	case strings.HasSuffix(w, "ed") && len(w) > 4 && !timeless[w] && !f.items[k].capital:
		return -1
	}
	return 0
}
