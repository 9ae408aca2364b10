package figure

import (
	"strings"

	"coranto/reading/internal/token"
)

// What became of the counted: killed, detained, shot down. The verb stands
// before the number or behind its noun, and must fit what it befalls: nobody
// kills a missile, and who sends letters launches nothing.

func joined(n noun, fate string) string {
	if n.kind == people {
		return fate
	}
	return n.what + " " + fate
}

// fate tells what became of the counted, from the verb before the number or
// behind the noun; [at, end) covers it.
func (r *reader) fate(q quantity, n noun) (what string, at, end int, ok bool) {
	if w, at, ok := r.befalls(q.from, n); ok {
		return w, at, n.to, true
	}
	if w, end, ok := r.befell(n.to, n); ok {
		return w, q.from, end, true
	}
	if w, end, ok := r.befellThere(n); ok {
		return w, q.from, end, true
	}
	w, ok := r.shared(q, n)
	return w, q.from, n.to, ok
}

// befalls reads the verb before a number: "killed |12", "the deaths of |12".
func (r *reader) befalls(i int, n noun) (what string, at int, ok bool) {
	for r.together(i-1, i) && r.is(i-1, "another", "further", "the", "also", "all", "some") {
		i--
	}
	if r.is(i-1, "of") {
		if e, from, ok := r.matchEnding(i, do); ok { // "claimed the lives of"
			return e.what, from, true
		}
		if e, from, ok := r.matchEnding(i-1, deed); ok && r.together(from, i) {
			return e.what, from, r.fits(e.what, n)
		}
		return "", i, false
	}
	for _, c := range []class{do, makes} {
		if e, from, ok := r.matchEnding(i, c); ok && r.together(from, i) {
			if r.passive(from) && !r.toks[i].Line { // "were killed 12 km"
				return "", i, false
			}
			if w := r.sense(e.what, from, n); r.fits(w, n) {
				return w, from, true
			}
		}
	}
	return "", i, false
}

// sense tells the meanings of a verb apart by what it befalls: who is fired is
// dismissed, and who is sent is deployed.
func (r *reader) sense(fate string, verb int, n noun) string {
	switch {
	case r.is(verb, "fired", "fires", "firing") && !material[lastWord(n.what)]:
		return "dismissed"
	case fate == "launched" && (n.kind == people || forces[lastWord(n.what)]):
		return "deployed"
	}
	return fate
}

// fits tells whether what is counted can meet a fate.
func (r *reader) fits(fate string, n noun) bool {
	head := lastWord(n.what)
	switch fate {
	case "lost":
		return true
	case "killed", "wounded", "missing", "rescued", "evacuated", "infected", "ill":
		return !material[head] && !contested[head]
	case "dismissed":
		return head == "jobs" || r.human(n)
	case "detained", "displaced", "released", "abducted", "expelled", "executed", "in hospital", "shot":
		return r.human(n)
	case "launched":
		return material[head] || head == "aircraft" || head == "warplanes" || head == "helicopters" || strings.HasSuffix(head, "strikes") || head == "attacks"
	case "deployed":
		return !written[head] && !contested[head]
	case "seized":
		return !contested[head] && !written[head]
	}
	return true
}

// human tells whether a noun is of people: one known as such, a people or party
// by its name, or one that ends as those who do something do.
func (r *reader) human(n noun) bool {
	if n.kind == people {
		return true
	}
	head, _, _ := strings.Cut(n.what, " of ")
	head = lastWord(head)
	if humans[head] || n.to > 0 && r.toks[n.to-1].Capital() {
		return true
	}
	for _, end := range []string{"ers", "ors", "ists", "ants", "ees", "ians", "men", "women", "crats"} {
		if strings.HasSuffix(head, end) && len(head) > len(end)+1 {
			return !material[head] && !things[head]
		}
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

var (
	// material are things that nobody kills.
	material = set("drones missiles rockets shells bombs votes seats jobs tanks shots bullets rounds mortars projectiles torpedoes salvos warheads munitions satellites")
	// contested are what elections and games are about.
	contested = set("delegates superdelegates states districts counties primaries contests votes seats points titles medals prizes awards bills amendments measures deals projects proposals")
	// written are what is sent and published.
	written = set("emails e-mails messages letters tweets texts reports documents records videos pages copies books papers statements")
	// forces are sent where they are deployed.
	forces = set("troops soldiers police marines officers men personnel fighters peacekeepers agents")
	humans = set(`people civilians soldiers troops children kids women men girls boys babies protesters refugees migrants hostages prisoners journalists fighters police crew staff
personnel members victims residents patients students pupils families households suspects officials agents nationals citizens adults teenagers youths guards villagers guests
medics cadets recruits guerrillas terrorists rebels marines sailors pilots passengers athletes toddlers relatives clergy monks nuns priests delegates candidates governors senators lawmakers
aides experts veterans generals judges analysts pirates dissidents peasants heroes adolescents infants grandchildren spies hikers tourists foreigners locals convicts felons`)
	things = set(`papers numbers letters orders matters centers centres towers powers computers servers offers rivers chapters quarters trailers containers covers layers wonders borders corners
factors sectors doors motors errors colors colours floors honors tumors reactors tractors sensors monitors mirrors elevators generators vectors processors rumors grants plants variants
pants elephants warrants implants restaurants committees fees trees degrees guarantees knees helicopters launchers bombers destroyers carriers cruisers tankers freighters steamers boxers
stickers posters flyers banners newspapers dinners shelters clusters barriers filters printers`)
)

func (r *reader) passive(verb int) bool {
	return !strings.HasSuffix(r.word(verb), "ing") && r.is(verb-1, "were", "was", "been", "being", "are", "is")
}

// befell reads the verb behind a noun that ends before token i: "12 people
// |were killed".
func (r *reader) befell(i int, n noun) (what string, end int, ok bool) {
	first := i
	for j := i; j < len(r.toks) && j < i+7 && r.together(first-1, j) && !r.toks[j].Line; {
		for _, c := range []class{done, made} {
			e, to, ok := r.match(j, c)
			if !ok || c == made && n.what == "" {
				continue
			}
			if e.class == made && j == i && r.has(to, det) || e.what == "lost" {
				return "", i, false // "12 soldiers fired the shots"
			}
			if j == i && !reduced[r.words[j]] && r.nounNext(to) && !r.is(to, "on", "in") && e.class == done {
				return "", i, false // active: "12 soldiers killed protesters"
			}
			if j == i && e.what == "released" && !captive[lastWord(n.what)] {
				return "", i, false // a poll of "400 voters |released on Friday"
			}
			if j > i && e.what != "killed" && e.what != "missing" && e.what != "wounded" && e.what != "ill" && !r.passiveBetween(i, j) && !r.is(j, "fled") {
				return "", i, false // "who arrested"
			}
			if w := r.sense(e.what, j, n); r.fits(w, n) {
				return w, to, true
			}
		}
		if w := r.words[j]; j > i && n.what != "" && r.is(j-1, "been", "were", "was") && len(w) > 5 && strings.HasSuffix(w, "ed") && r.toks[j].Shape == token.Lower && !opening[w] && r.human(n) && !r.has(j, aux) && !r.nounNext(j+1) {
			if r.is(j+1, "and") && r.is(j+2, "killed", "murdered") {
				return "killed", j + 3, true
			}
			return w, j + 1, true // "17 people have been |indicted"
		}
		if _, to, ok := r.match(j, aux); ok {
			j = to
			continue
		}
		if r.toks[j].Shape == token.Lower && strings.HasSuffix(r.words[j], "ly") || r.is(j, "more", "others", "other") {
			j++
			continue
		}
		break
	}
	return "", i, false
}

// opening are participles that say nothing without what follows.
var opening = set("expected supposed allowed forced asked invited needed involved interested scheduled prepared required called considered listed named based located related used opposed concerned surprised pleased excited limited divided assigned elected selected registered crowded gathered deemed counted included slated headed feared handed informed scattered issued joined turned")

var captive = set("hostages prisoners captives detainees inmates")

// reduced are fates that stand behind their noun whatever follows.
var reduced = set("dead died missing homeless perished injured wounded")

func (r *reader) passiveBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if r.is(k, "been", "being", "was", "were", "is", "are", "reported", "remain", "remained", "remains", "feared", "left", "believed", "listed") {
			return true
		}
	}
	return false
}

// befellThere reads the verb behind a noun and a place: "106 protesters |in 21
// cities have been killed".
func (r *reader) befellThere(n noun) (what string, end int, ok bool) {
	if r.is(n.to, ",") && r.is(n.to+1, "including", "among", "most", "many", "mostly") { // "74, |including eight sailors, were killed"
		for j := n.to + 2; j < n.to+farthestVerb && r.together(n.to, j); j++ {
			if r.is(j, ",") && r.is(j+1, "were", "was", "have", "had", "are", "died") {
				return r.befell(j+1, n)
			}
		}
		return "", n.to, false
	}
	if !r.is(n.to, "in", "across", "from", "at", "near", "aboard", "inside", "on") {
		return "", n.to, false
	}
	for j := n.to + 1; j < n.to+farthestVerb && r.together(n.to, j) && !r.toks[j].Line; j++ {
		if r.is(j, "were", "was", "have", "has", "had", "are", "died", "became", "fell", "got") {
			return r.befell(j, n)
		}
		if t := r.toks[j]; t.Kind == token.Mark && !r.is(j, "-", "'", "’") || r.has(j, stop) && !r.has(j, det) && !r.is(j, "and", "of") {
			break
		}
	}
	return "", n.to, false
}

// farthestVerb is how many tokens behind a place its verb may stand.
const farthestVerb = 9

// shared reads the fate that a number takes from what stands before it: "killed
// 200 people, including |12 Americans", "killed his mother and |10 others".
func (r *reader) shared(q quantity, n noun) (what string, ok bool) {
	if !r.human(n) || r.code != "en" {
		return "", false
	}
	i := q.from
	if k := i - 1; r.is(k, "including") || r.is(k, "them") && r.is(k-1, "among") || r.is(k, "with") && r.is(k-1, "along") {
		if !r.is(k, "including") {
			k--
		}
		along := r.is(k, "along")
		if r.is(k-1, ",", "(", "—", "–") {
			k--
		}
		if r.last.sentence == r.sentence[i] && r.last.Unit == "" && (r.last.End == r.toks[k-1].End || along) {
			if fate := lastWord(r.last.What); inherited[fate] {
				return fate, true
			}
		}
		return "", false
	}
	if !r.is(i-1, "and", ",") {
		return "", false
	}
	for k := i - 2; k > i-farthestVerb && r.together(k, i); k-- {
		if e, from, ok := r.matchEnding(k+1, do); ok && inherited[e.what] && !r.passive(from) && r.fits(e.what, n) {
			return e.what, true
		}
		if t := r.toks[k]; t.Kind == token.Number || t.Kind == token.Mark && !r.is(k, "-", "'", "’", ",") || r.has(k, stop) && !r.has(k, det) || r.has(k, number) {
			break
		}
	}
	return "", false
}

// inherited are the fates that a part shares with its whole.
var inherited = set("killed wounded detained missing displaced rescued abducted")
